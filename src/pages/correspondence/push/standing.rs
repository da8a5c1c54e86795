//! How the device in hand stands with web push, and how one finds that out.

use motcua_contract::notification::PushDevice;

use crate::offline::shared;
use crate::push::{self, Permission};

/// What the portal says about web push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages::correspondence) struct Push {
    /// The key to subscribe for.
    pub(super) key: String,
    /// The person's devices that are told.
    devices: Vec<PushDevice>,
}

impl Push {
    /// None where the portal has no key for it.
    pub(in crate::pages::correspondence) fn of(
        key: Option<String>,
        devices: Vec<PushDevice>,
    ) -> Option<Self> {
        key.map(|key| Self { key, devices })
    }

    /// The portal's id of the device that holds the subscription with this hash.
    fn id_of(&self, held: &str) -> Option<String> {
        let mut devices = self.devices.iter();
        let own = devices.find(|device| device.endpoint_sha256 == held)?;
        Some(own.id.clone())
    }

    /// How many devices are told beside one.
    pub(super) fn beside(&self, own: Option<&str>) -> usize {
        let others = self.devices.iter();
        others
            .filter(|device| Some(device.id.as_str()) != own)
            .count()
    }
}

/// How this device stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The browser is being asked what it holds.
    Looking,
    NotSupported,
    /// Others use it too: nothing of one person's may show on it.
    Shared,
    /// The person told the browser so.
    Blocked,
    /// Not told; what went wrong with the last try.
    Off(Option<&'static str>),
    /// Reading what it would show.
    Reading,
    /// The browser asks, or the portal is being told.
    Asking,
    /// Told, under the portal's id.
    On(String),
    /// The portal is being told that it is not any more.
    Ending(String),
    /// Not told any more, which the portal may not know.
    EndUnclear(String),
}

impl Standing {
    /// Whether there is something to press.
    pub(super) fn has_button(&self) -> bool {
        !matches!(
            self,
            Self::Looking | Self::NotSupported | Self::Shared | Self::Blocked
        )
    }

    /// The portal's id of this device, as long as the portal may know it.
    pub(super) fn own(&self) -> Option<&str> {
        match self {
            Self::On(id) | Self::Ending(id) | Self::EndUnclear(id) => Some(id),
            _ => None,
        }
    }
}

/// Finds out how this device stands. A subscription that is not among the person's devices is
/// another person's, or one that the portal has given up: it ends here.
pub(super) async fn look(push: Push) -> Standing {
    if shared::on() {
        return Standing::Shared;
    }
    let standing = match push::permission() {
        Permission::NotSupported => return Standing::NotSupported,
        Permission::Blocked => Standing::Blocked,
        Permission::Askable | Permission::Granted => Standing::Off(None),
    };
    let Some(held) = push::held().await else {
        return standing;
    };
    match push.id_of(&held) {
        Some(id) => Standing::On(id),
        None => {
            push::take_back().await;
            standing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_finds_itself_among_those_that_are_told() {
        let sample =
            include_str!("../../../../crates/contract/samples/listNotificationChannels.json");
        let channels: motcua_contract::notification::NotificationChannels =
            serde_json::from_str(sample).unwrap();
        let hash = channels.push_devices[0].endpoint_sha256.clone();
        let push = Push::of(channels.push_key, channels.push_devices).unwrap();
        assert_eq!(push.id_of(&hash), Some("w1".into()));
        assert_eq!(push.id_of("another"), None);
        assert_eq!((push.beside(Some("w1")), push.beside(None)), (0, 1));
        assert_eq!(Push::of(None, Vec::new()), None);
    }
}
