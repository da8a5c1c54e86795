//! Ways of filing with their times: shown only where the source is sure of them.

use motcua_contract::channel::{Channel, ChannelKind, FeeKind, TimeLimit, TimeUnit};
use motcua_contract::service::Defect;

use super::record::{Method, Time};
use super::{fee, stated};

/// Reads the ways of filing and notes what is wrong with them.
pub(super) fn read(methods: &[Method], defects: &mut Vec<Defect>) -> Vec<Channel> {
    methods
        .iter()
        .map(|method| {
            let (channel, found) = one(method);
            for defect in found {
                if !defects.contains(&defect) {
                    defects.push(defect);
                }
            }
            channel
        })
        .collect()
}

fn one(method: &Method) -> (Channel, Vec<Defect>) {
    let mut channel = Channel {
        kind: kind(&method.channel),
        time: None,
        time_note: stated(method.note.as_deref()),
        fees: Vec::new(),
        source_text: None,
    };
    // Time and fee are glued together at the source ("120 VNĐ" is one day and 20.000
    // đồng, or is it?): show the line, guess nothing (defect 4).
    if method.ambiguous {
        channel.source_text = stated(method.raw.as_deref());
        return (channel, vec![Defect::TimeAndFeeMixed]);
    }
    let mut defects = Vec::new();
    if let Some(time) = &method.time {
        channel.time = time_limit(time);
        if time.unit.is_none() {
            defects.push(Defect::TimeWithoutUnit);
        }
    }
    channel.fees = method.fees.iter().map(fee::read).collect();
    for fee in &channel.fees {
        let note = fee.note.as_deref().unwrap_or_default();
        match fee.kind {
            FeeKind::SeeNote if !fee::agrees_with_zero(note) => defects.push(Defect::FeeInNote),
            FeeKind::Unclear => defects.push(Defect::FeeImplausible),
            _ => {}
        }
    }
    (channel, defects)
}

fn kind(name: &str) -> ChannelKind {
    match name {
        "online" => ChannelKind::Online,
        "direct" => ChannelKind::Direct,
        "postal" => ChannelKind::Postal,
        _ => ChannelKind::Unknown,
    }
}

/// A bare number is not a time (defect 2), and neither is a number of nothing.
fn time_limit(time: &Time) -> Option<TimeLimit> {
    let unit = match time.unit.as_deref()? {
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "working_day" => TimeUnit::WorkingDay,
        "month" => TimeUnit::Month,
        _ => return None,
    };
    (time.value > 0).then_some(TimeLimit {
        value: time.value,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method(json: &str) -> (Channel, Vec<Defect>) {
        one(&serde_json::from_str(json).expect("a method"))
    }

    #[test]
    fn a_number_without_a_unit_is_no_time() {
        let (channel, defects) =
            method(r#"{"channel":"direct","time":{"value":1,"unit":null},"fees":[]}"#);
        assert_eq!(channel.time, None);
        assert_eq!(defects, [Defect::TimeWithoutUnit]);
    }

    #[test]
    fn a_line_in_which_time_and_fee_are_glued_is_shown_as_it_stands() {
        let (channel, defects) =
            method(r#"{"channel":"online","raw":"120 VNĐ(20.000 vnđ /tờ khai)","ambiguous":true}"#);
        assert_eq!(
            channel.source_text.as_deref(),
            Some("120 VNĐ(20.000 vnđ /tờ khai)")
        );
        assert!(channel.time.is_none() && channel.fees.is_empty());
        assert_eq!(defects, [Defect::TimeAndFeeMixed]);
    }
}
