//! The ways out of the app that this version can offer, and what they are called.
//!
//! A way that a newer portal calls by a word not known here cannot be named: it is not drawn.

use motcua_contract::notification::{ChannelOut, ChannelState, NotificationChannel};

use crate::i18n::notifications as words;

/// A way that a person can turn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Web push, on each device that agreed.
    WebPush,
    /// SMS.
    Sms,
    /// Email.
    Email,
    /// A messenger's official account.
    Zalo,
    /// The identity app.
    IdentityApp,
}

/// What one writes to be reached on a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// Nothing: the device itself agrees.
    Device,
    /// Nothing: the way knows the person.
    None,
}

impl Way {
    /// The way of a contract's channel.
    pub(super) fn of(kind: ChannelOut) -> Option<Self> {
        match kind {
            ChannelOut::WebPush => Some(Self::WebPush),
            ChannelOut::Sms => Some(Self::Sms),
            ChannelOut::Email => Some(Self::Email),
            ChannelOut::Zalo => Some(Self::Zalo),
            ChannelOut::IdentityApp => Some(Self::IdentityApp),
            ChannelOut::Unknown => None,
        }
    }

    /// The contract's channel.
    pub(super) fn kind(self) -> ChannelOut {
        match self {
            Self::WebPush => ChannelOut::WebPush,
            Self::Sms => ChannelOut::Sms,
            Self::Email => ChannelOut::Email,
            Self::Zalo => ChannelOut::Zalo,
            Self::IdentityApp => ChannelOut::IdentityApp,
        }
    }

    /// The contract's word, as it stands in an address.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::WebPush => "webPush",
            Self::Sms => "sms",
            Self::Email => "email",
            Self::Zalo => "zalo",
            Self::IdentityApp => "identityApp",
        }
    }

    /// What it is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::WebPush => words::push(),
            Self::Sms => words::sms(),
            Self::Email => words::email(),
            Self::Zalo => words::zalo(),
            Self::IdentityApp => words::identity_app(),
        }
    }

    /// What one writes to be reached.
    pub(super) fn address(self) -> Address {
        match self {
            Self::Sms | Self::Zalo => Address::Phone,
            Self::Email => Address::Email,
            Self::WebPush => Address::Device,
            Self::IdentityApp => Address::None,
        }
    }

    /// Whether the portal knows where to send.
    pub(super) fn is_reachable(self, channel: &NotificationChannel) -> bool {
        match self.address() {
            Address::Phone | Address::Email => channel.address.is_some(),
            Address::Device => channel.state == ChannelState::On,
            Address::None => true,
        }
    }
}

/// Those of the portal's ways that can be drawn, in its order.
pub(super) fn drawable(channels: Vec<NotificationChannel>) -> Vec<(Way, NotificationChannel)> {
    let known = |channel: NotificationChannel| Some((Way::of(channel.kind)?, channel));
    channels.into_iter().filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Way; 5] = [
        Way::WebPush,
        Way::Sms,
        Way::Email,
        Way::Zalo,
        Way::IdentityApp,
    ];

    #[test]
    fn every_way_is_called_as_the_contract_calls_it() {
        for way in ALL {
            let word = serde_json::to_string(&way.kind()).unwrap();
            assert_eq!(word, format!("\"{}\"", way.word()));
            assert_eq!(Way::of(way.kind()), Some(way));
        }
    }

    #[test]
    fn the_portal_s_order_is_kept_and_a_way_that_is_not_known_is_not_drawn() {
        let sample = include_str!("../../../crates/contract/samples/listNotificationChannels.json");
        let mut channels: motcua_contract::notification::NotificationChannels =
            serde_json::from_str(sample).unwrap();
        channels.items[2].kind = ChannelOut::Unknown;
        let ways: Vec<Way> = drawable(channels.items)
            .into_iter()
            .map(|(way, _)| way)
            .collect();
        assert_eq!(ways, [Way::WebPush, Way::Sms]);
    }
}
