//! The official words that people stumble over, in everyday ones.
//!
//! Chosen by how often they stand in the 2,642 procedures (the figure behind each) and by
//! whether everyday speech has another word for them. The explanations are our own plain
//! words, not quotations. "Law" names the text that defines the term, where one was read or
//! is cited by the procedures themselves; "use" means how the procedures use it.

use super::Term;

/// Every term. Of two that begin alike the longer stands first, so that it is found.
pub(super) const TERMS: &[Term] = &[
    // 976. Use: papers with a copy count; told apart from "bản chụp" below.
    term(
        "bản sao điện tử",
        "Bản chụp hoặc quét của giấy tờ, có chữ ký số của nơi cấp hoặc nơi chứng thực, dùng để nộp qua mạng.",
        "A scan signed digitally by the office that issued or certified it, for filing online.",
    ),
    term(
        "bản sao y",
        "Bản chép lại đúng như bản gốc, do cơ quan đang giữ bản gốc đóng dấu.",
        "A true copy stamped by the office that holds the original.",
    ),
    term(
        "bản sao",
        "Bản chép hoặc photo từ bản chính. Nhiều nơi đòi bản sao có chứng thực: xem kỹ từng dòng.",
        "A copy of the original. Many offices want it certified: read each line closely.",
    ),
    // 182. Use.
    term(
        "bản chụp",
        "Ảnh chụp hoặc bản photo, không cần chứng thực.",
        "A photo or photocopy; it needs no certification.",
    ),
    // 722. Use: papers with an original count.
    term(
        "bản chính",
        "Giấy do cơ quan cấp, có chữ ký và dấu, không phải bản photo.",
        "The paper as issued, signed and stamped; not a photocopy.",
    ),
    // 253. Use.
    term(
        "bản điện tử",
        "Giấy tờ ở dạng tệp trên máy tính hay điện thoại, có giá trị như bản giấy nếu có chữ ký số.",
        "The paper as a file; as good as the printed one when signed digitally.",
    ),
    // 595. Law: Decree 23/2015/NĐ-CP, cited by the Justice procedures.
    term(
        "chứng thực",
        "Đem bản photo và bản chính đến Ủy ban xã, phường hoặc nơi công chứng để họ đóng dấu xác nhận là giống nhau (hoặc xác nhận chữ ký là của bạn). Nhiều người quen gọi là “công chứng”.",
        "Having a commune office or notary stamp that a copy matches the original, or that a signature is yours.",
    ),
    // 220. Law: Luật Công chứng, cited by the Justice procedures.
    term(
        "công chứng",
        "Công chứng viên chứng nhận hợp đồng, giấy tờ là đúng pháp luật. Khác với chứng thực bản sao.",
        "A notary certifies that a contract or document is lawful; not the same as certifying a copy.",
    ),
    // 463. Use.
    term(
        "đối chiếu",
        "Cán bộ xem bản chính để so với bản bạn nộp, rồi trả lại bản chính cho bạn.",
        "The officer compares your copy with the original and hands the original back.",
    ),
    // 364. Use.
    term(
        "xuất trình",
        "Đưa giấy tờ cho cán bộ xem rồi cầm về, không phải nộp.",
        "To show a paper and take it back, not to hand it in.",
    ),
    // 82. Law: 60/2014/QH13 on civil status, cited by the procedures.
    term(
        "trích lục",
        "Giấy ghi lại thông tin đã có trong sổ của cơ quan, ví dụ trích lục khai tử, trích lục kết hôn.",
        "An extract from an official register, for example of a death or a marriage.",
    ),
    // 69. Law: 60/2014/QH13.
    term(
        "hộ tịch",
        "Những việc về thân nhân được nhà nước ghi vào sổ: sinh, kết hôn, khai tử, nhận con, đổi tên…",
        "Civil status: births, marriages, deaths, names and the like, as registered by the state.",
    ),
    // 158. Law: Luật Cư trú, cited by the residence procedures.
    term(
        "thường trú",
        "Nơi bạn ở ổn định, lâu dài và đã đăng ký. Trước đây gọi là “hộ khẩu”.",
        "Where you live for good and are registered.",
    ),
    // 90. Law: Luật Cư trú.
    term(
        "tạm trú",
        "Nơi bạn ở một thời gian, ngoài nơi thường trú, và đã đăng ký.",
        "Where you live for a time, away from your permanent residence, and are registered.",
    ),
    // 222. Use; told apart from "phí" by the Law on Fees and Charges that the notes cite.
    term(
        "lệ phí",
        "Khoản tiền cố định bạn nộp khi cơ quan làm giấy tờ cho bạn.",
        "The fixed charge for having an authority issue a paper.",
    ),
    // 18. Law: Decree 224/2026/NĐ-CP, article 14.
    term(
        "toàn trình",
        "Làm trọn trên mạng, từ nộp hồ sơ đến nhận kết quả, không phải đến cơ quan.",
        "Done wholly online, from filing to result.",
    ),
    // 198. Law: Decree 61/2018/NĐ-CP, article 16.
    term(
        "bưu chính công ích",
        "Dịch vụ của bưu điện do nhà nước chỉ định, nhận và trả hồ sơ tận nơi.",
        "The public postal service, which collects dossiers and brings results.",
    ),
    // 122 and 110. Law: Decree 69/2024/NĐ-CP.
    term(
        "tài khoản định danh điện tử",
        "Tài khoản VNeID của bạn, do công an cấp, dùng để đăng nhập dịch vụ công.",
        "Your VNeID account, issued by the police, for signing in to public services.",
    ),
    term(
        "định danh điện tử",
        "Chứng minh bạn là ai khi làm việc trên mạng, bằng tài khoản VNeID.",
        "Proving who you are online, with a VNeID account.",
    ),
    // 270 and 215. Law: Decree 118/2025/NĐ-CP.
    term(
        "bộ phận một cửa",
        "Quầy nhận hồ sơ và trả kết quả của cơ quan nhà nước.",
        "The counter where an authority takes dossiers and hands out results.",
    ),
    term(
        "trung tâm phục vụ hành chính công",
        "Nơi nhận hồ sơ và trả kết quả của xã, phường hoặc tỉnh. Nhiều người quen gọi là “một cửa”.",
        "The commune's or province's centre that takes dossiers and hands out results.",
    ),
    // 681. Use.
    term(
        "thẩm định",
        "Cơ quan xem xét kỹ nội dung hồ sơ rồi mới quyết định.",
        "The authority examines what the dossier says before it decides.",
    ),
    // 1,090. Use.
    term(
        "thẩm quyền",
        "Quyền giải quyết theo luật: “cơ quan có thẩm quyền” là nơi được phép giải quyết việc của bạn.",
        "The legal power to decide: the “competent” body is the one that may settle your case.",
    ),
    // 379. Use.
    term(
        "ủy quyền",
        "Nhờ người khác làm thay bạn, bằng giấy viết rõ (có trường hợp phải chứng thực).",
        "Letting somebody else act for you, in writing, sometimes certified.",
    ),
    // 112. Use: foreign papers.
    term(
        "hợp pháp hóa lãnh sự",
        "Xin cơ quan ngoại giao đóng dấu để giấy tờ nước ngoài dùng được ở Việt Nam.",
        "Having a diplomatic office stamp a foreign paper so that it counts in Vietnam.",
    ),
    // 81. Use.
    term(
        "niêm yết",
        "Dán thông báo công khai ở trụ sở trong một thời gian.",
        "To post a public notice at the office for a time.",
    ),
    // 30. Law: Luật Khiếu nại, cited by the complaint procedures.
    term(
        "thụ lý",
        "Cơ quan nhận việc của bạn để giải quyết và tính thời hạn từ lúc đó.",
        "The authority takes up your case; time runs from then.",
    ),
    // 72. Use: dossier status 6.
    term(
        "nghĩa vụ tài chính",
        "Tiền thuế, phí, lệ phí bạn phải nộp cho việc này.",
        "The taxes and charges you owe for this.",
    ),
    // 21. Law: Bộ luật Dân sự, cited by the procedures.
    term(
        "giám hộ",
        "Người được luật giao chăm lo cho trẻ em hoặc người không tự lo được.",
        "Caring by law for a child or a person who cannot act alone.",
    ),
    // 80. Use.
    term(
        "liên thông",
        "Nộp một lần, các cơ quan tự chuyển cho nhau để làm nhiều việc.",
        "Filed once; the offices pass it on among themselves.",
    ),
];

const fn term(words: &'static str, vietnamese: &'static str, english: &'static str) -> Term {
    Term {
        words,
        vietnamese,
        english,
    }
}
