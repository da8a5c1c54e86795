//! The ways to get a result, as far as the catalogue states them.

use motcua_contract::channel::ChannelKind;
use motcua_contract::form::DeliveryChoice;
use motcua_contract::service::{Service, ServiceResult};
use motcua_contract::submission::DeliveryKind;
use motcua_contract::text::LocalText;

/// How the names of results begin that one holds in the hand, in lower case.
const THINGS: [&str; 10] = [
    "thẻ",
    "sổ ",
    "biển số",
    "hộ chiếu",
    "giấy phép lái xe",
    "giấy thông hành",
    "con dấu",
    "tem ",
    "phù hiệu",
    "tiền ",
];

/// A note on the counter longer than this many characters is a page of rules.
const NOTE: usize = 300;

/// The ways one may choose from, the usual one first: as a signed file wherever the result
/// can be one, by post where the procedure names the post, and always at the counter.
pub(super) fn ways(service: &Service) -> Vec<DeliveryChoice> {
    let way = |kind, note: Option<LocalText>| DeliveryChoice { kind, note };
    let mut ways = Vec::new();
    if !service.results.iter().any(is_thing) {
        ways.push(way(DeliveryKind::Online, None));
    }
    let mut channels = service.channels.iter();
    if channels.any(|channel| channel.kind == ChannelKind::Postal) {
        ways.push(way(DeliveryKind::Postal, None));
    }
    let address = service.receiving_address.as_deref();
    let address = address.filter(|text| text.chars().count() <= NOTE);
    let place = address.map(|text| LocalText {
        vi: text.into(),
        en: None,
    });
    ways.push(way(DeliveryKind::Counter, place));
    ways
}

/// Whether a result is a thing; "Tem điện tử" and the like are not.
fn is_thing(result: &ServiceResult) -> bool {
    let name = result.name.to_lowercase();
    let electronic = name.contains("điện tử") && !name.contains("gắn chíp");
    !electronic && THINGS.iter().any(|thing| name.starts_with(thing))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(name: &str) -> bool {
        is_thing(&ServiceResult {
            code: None,
            name: name.into(),
        })
    }

    #[test]
    fn what_one_holds_in_the_hand_is_no_file() {
        for name in ["Thẻ căn cước", "Biển số xe", "Giấy phép lái xe", "Sổ BHXH"] {
            assert!(thing(name), "{name}");
        }
        for name in [
            "Giấy khai sinh",
            "Tem điện tử rượu nhập khẩu",
            "Sơ đồ vị trí",
        ] {
            assert!(!thing(name), "{name}");
        }
        assert!(thing("Hộ chiếu phổ thông không gắn chíp điện tử"));
    }
}
