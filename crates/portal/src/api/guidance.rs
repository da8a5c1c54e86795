//! What to do when a query is not about a service of this catalogue.

use motcua_contract::search::Guidance;
use motcua_contract::text::LocalText;
use motcua_search::{Elsewhere, Scope};

/// The guidance for a query's scope; none while the answer may be here.
pub(super) fn of(scope: Scope) -> Option<Guidance> {
    let Scope::Elsewhere(kind) = scope else {
        return None;
    };
    let (vi, en) = words(kind);
    Some(Guidance {
        kind: kind.name().into(),
        text: LocalText::new(vi, en),
    })
}

/// The words for each kind. Bodies are named as their fields were in 2026; the three
/// numbers are the national emergency numbers.
#[rustfmt::skip]
fn words(kind: Elsewhere) -> (&'static str, &'static str) {
    match kind {
        Elsewhere::Gibberish => (
            "Chưa đọc được câu này. Bạn thử viết vài từ về giấy tờ cần làm, ví dụ: khai sinh, căn cước, đăng ký xe.",
            "We could not read this. Try a few words about the paper you need, for example: khai sinh (birth), căn cước (identity card), đăng ký xe (vehicle registration).",
        ),
        Elsewhere::Everyday => (
            "Đây không phải là dịch vụ công. Trang này chỉ giúp tìm thủ tục và giấy tờ với cơ quan nhà nước.",
            "This is not a public service. This page only helps with procedures and papers of public bodies.",
        ),
        Elsewhere::Commerce => (
            "Việc mua bán này không làm ở cơ quan nhà nước. Nếu bạn muốn mở cửa hàng hoặc công ty, hãy tìm “đăng ký hộ kinh doanh” hoặc “thành lập công ty”.",
            "This is bought and sold elsewhere, not at a public body. To open a shop or a company, search for “đăng ký hộ kinh doanh” or “thành lập công ty”.",
        ),
        Elsewhere::Emergency => (
            "Nếu đang nguy hiểm, hãy gọi ngay: 113 (công an), 114 (chữa cháy, cứu nạn), 115 (cấp cứu).",
            "If you are in danger, call now: 113 (police), 114 (fire and rescue), 115 (ambulance).",
        ),
        Elsewhere::Court => (
            "Việc này do tòa án giải quyết. Bạn nộp đơn tại tòa án nhân dân có thẩm quyền; trợ giúp pháp lý miễn phí cho người thuộc diện có ở mục “trợ giúp pháp lý”.",
            "A court decides this. File with the people’s court in charge; those entitled to free legal aid will find it under “trợ giúp pháp lý”.",
        ),
        Elsewhere::Health => (
            "Danh mục của cổng này chưa có thủ tục của ngành y tế. Bạn tìm trên Cổng Dịch vụ công quốc gia hoặc hỏi cơ sở khám, chữa bệnh, cơ quan y tế địa phương.",
            "This portal’s catalogue does not have the procedures of the health authorities yet. Look on the National Public Service Portal, or ask your clinic or the local health authority.",
        ),
        Elsewhere::Education => (
            "Danh mục của cổng này chưa có thủ tục của ngành giáo dục. Bạn hỏi trường, cơ quan giáo dục địa phương, hoặc tìm trên Cổng Dịch vụ công quốc gia.",
            "This portal’s catalogue does not have the procedures of the education authorities yet. Ask the school or the local education authority, or look on the National Public Service Portal.",
        ),
        Elsewhere::HomeAffairs => (
            "Danh mục của cổng này chưa có thủ tục của ngành nội vụ (lao động, việc làm, người có công, trợ cấp xã hội). Bạn hỏi Ủy ban nhân dân xã, phường hoặc tìm trên Cổng Dịch vụ công quốc gia.",
            "This portal’s catalogue does not have the procedures of home affairs yet (labour, employment, people of merit, social support). Ask your commune’s People’s Committee or look on the National Public Service Portal.",
        ),
        Elsewhere::Defence => (
            "Danh mục của cổng này chưa có thủ tục của ngành quốc phòng. Bạn hỏi ban chỉ huy quân sự nơi bạn cư trú.",
            "This portal’s catalogue does not have the procedures of national defence yet. Ask the military command where you live.",
        ),
        Elsewhere::ForeignAffairs => (
            "Danh mục của cổng này chưa có thủ tục của ngành ngoại giao. Bạn hỏi Bộ Ngoại giao hoặc cơ quan đại diện Việt Nam ở nước ngoài.",
            "This portal’s catalogue does not have the procedures of foreign affairs yet. Ask the Ministry of Foreign Affairs or a Vietnamese mission abroad.",
        ),
        Elsewhere::Trade => (
            "Danh mục của cổng này chưa có thủ tục của ngành công thương. Bạn tìm trên Cổng Dịch vụ công quốc gia.",
            "This portal’s catalogue does not have the procedures of industry and trade yet. Look on the National Public Service Portal.",
        ),
        Elsewhere::Culture => (
            "Danh mục của cổng này chưa có thủ tục của ngành văn hóa, thể thao, du lịch. Bạn tìm trên Cổng Dịch vụ công quốc gia.",
            "This portal’s catalogue does not have the procedures of culture, sport and tourism yet. Look on the National Public Service Portal.",
        ),
        Elsewhere::Science => (
            "Danh mục của cổng này chưa có thủ tục của ngành khoa học, công nghệ. Bạn tìm trên Cổng Dịch vụ công quốc gia.",
            "This portal’s catalogue does not have the procedures of science and technology yet. Look on the National Public Service Portal.",
        ),
        Elsewhere::Utilities => (
            "Việc này do đơn vị cung cấp điện, nước hoặc dịch vụ giải quyết. Bạn gọi số ghi trên hóa đơn.",
            "Your electricity, water or service supplier handles this. Call the number on your bill.",
        ),
        _ => (
            "Chưa tìm thấy thủ tục nào hợp với câu này. Bạn thử dùng từ khác, xem theo lĩnh vực, hoặc hỏi bộ phận một cửa nơi bạn cư trú.",
            "We found no procedure for this. Try other words, browse by field, or ask at the one-stop counter where you live.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_elsewhere_says_what_to_do_in_both_languages() {
        for kind in Elsewhere::ALL {
            let guidance = of(Scope::Elsewhere(kind)).expect("guidance");
            assert!(guidance.text.vi.len() > 40 && guidance.text.en.is_some());
        }
        assert_eq!(of(Scope::Here), None);
    }
}
