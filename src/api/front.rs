//! What the frame and the first screen read of the portal's description and life events.
//!
//! The same answers as [`motcua_contract::portal::Portal`] and
//! [`motcua_contract::life_event::LifeEvents`], of which the rest is skipped:
//! code that reads members nobody shows there would weigh on every first visit
//! (measured: 25 kB of wasm, 8 kB brotli). Screens that need more load the whole
//! type; a test below holds the two readings together.

use motcua_contract::portal::{Capability, FeaturedService, Notice};
use motcua_contract::text::LocalText;
use serde::Deserialize;

/// The portal, as far as every screen needs it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct PortalFront {
    /// The portal's name.
    pub(crate) name: LocalText,
    /// A portal for trying out.
    #[serde(default)]
    pub(crate) sandbox: bool,
    /// What it can do beyond the reading of services.
    #[serde(default)]
    pub(crate) capabilities: Vec<Capability>,
    /// Where to call.
    #[serde(default)]
    pub(crate) hotline: Option<Phone>,
    /// What is going on.
    #[serde(default)]
    pub(crate) notices: Vec<Notice>,
    /// Services that the portal puts first.
    #[serde(default)]
    pub(crate) featured: Vec<FeaturedService>,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct Phone {
    /// As dialled.
    pub(crate) phone: String,
}

/// Life events as cards.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct EventCards {
    /// In the portal's order.
    pub(crate) items: Vec<EventCard>,
}

/// One life event without its services.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct EventCard {
    /// Fit for an address.
    pub(crate) id: String,
    /// What happened.
    pub(crate) title: LocalText,
    /// The services in a few words.
    pub(crate) summary: LocalText,
    /// A picture's name.
    pub(crate) icon: String,
}

#[cfg(test)]
mod tests {
    use motcua_contract::life_event::{LifeEvent, LifeEvents};
    use motcua_contract::portal::Portal;

    use super::*;

    const PORTAL: &str = r#"{"name":{"vi":"Cổng"},"operator":{"vi":"Nhóm"},"description":{"vi":"Thử"},
        "sandbox":true,"apiVersion":"1.0","languages":["vi"],"capabilities":["lifeEvents","later"],
        "limits":{"queryCharacters":200,"pageSize":50},"hotline":{"phone":"1800 0000"},
        "featured":[{"code":"1.001193","name":"Thủ tục đăng ký khai sinh"}],
        "notices":[{"id":"n","kind":"outage","title":{"vi":"Bảo trì"},"text":{"vi":"Tối nay"}}],
        "catalogue":{"version":"1","services":1,"source":{"vi":"Nguồn"}}}"#;

    #[test]
    fn the_front_and_the_whole_description_read_the_same_answer_alike() {
        let front: PortalFront = serde_json::from_str(PORTAL).unwrap();
        let whole: Portal = serde_json::from_str(PORTAL).unwrap();
        assert_eq!(front.name, whole.name);
        assert_eq!(front.sandbox, whole.sandbox);
        assert_eq!(front.capabilities, whole.capabilities);
        assert_eq!(
            front.hotline.map(|h| h.phone),
            whole.hotline.map(|h| h.phone)
        );
        assert_eq!(front.notices, whole.notices);
        assert_eq!(front.featured, whole.featured);
    }

    #[test]
    fn a_card_is_a_life_event_without_its_services() {
        let event = LifeEvent {
            id: "co-con".into(),
            title: LocalText::new("Có con", "Having a child"),
            summary: LocalText::new("Khai sinh", "Birth"),
            icon: "child".into(),
            groups: Vec::new(),
        };
        let text = serde_json::to_string(&LifeEvents {
            items: vec![event.clone()],
        })
        .unwrap();
        let cards: EventCards = serde_json::from_str(&text).unwrap();
        let [card] = &cards.items[..] else {
            panic!("{cards:?}")
        };
        assert_eq!((&card.id, &card.title), (&event.id, &event.title));
        assert_eq!((&card.summary, &card.icon), (&event.summary, &event.icon));
    }
}
