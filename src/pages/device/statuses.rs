//! The ten states of a dossier that portals exchange (QCVN 120:2019/BTTTT), in plain words.
//!
//! The labels are the official ones and stay Vietnamese, as they stand on every portal.

use leptos::prelude::*;

use crate::i18n::device as words;

/// What a state asks of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// The office's turn: wait.
    Office,
    /// The person's turn: the dossier stands still until then.
    Person,
    /// Nobody's: it has ended.
    Ended,
}

/// Official label, plain meaning, whose turn it is.
type Status = (&'static str, fn() -> &'static str, Turn);

/// In the order of the codes 1 to 10.
const STATUSES: [Status; 10] = [
    ("Mới đăng ký", words::status_1, Turn::Office),
    ("Được tiếp nhận", words::status_2, Turn::Office),
    ("Không được tiếp nhận", words::status_3, Turn::Ended),
    ("Đang xử lý", words::status_4, Turn::Office),
    ("Yêu cầu bổ sung giấy tờ", words::status_5, Turn::Person),
    (
        "Yêu cầu thực hiện nghĩa vụ tài chính",
        words::status_6,
        Turn::Person,
    ),
    ("Công dân yêu cầu rút hồ sơ", words::status_7, Turn::Ended),
    ("Dừng xử lý", words::status_8, Turn::Ended),
    ("Đã xử lý xong", words::status_9, Turn::Office),
    ("Đã trả kết quả", words::status_10, Turn::Ended),
];

/// The list.
#[component]
pub(super) fn Statuses() -> impl IntoView {
    let rows = STATUSES.map(|(label, meaning, turn)| {
        let (class, whose) = match turn {
            Turn::Office => ("tag tag--info", words::turn_office()),
            Turn::Person => ("tag tag--wait", words::turn_person()),
            Turn::Ended => ("tag", words::turn_ended()),
        };
        view! {
            <li class="status">
                <p class="status__label" lang="vi">{label}</p>
                <p>{meaning()}</p>
                <p><span class=class>{whose}</span></p>
            </li>
        }
    });
    view! {
        <section class="section section--read" aria-labelledby="statuses">
            <h2 id="statuses">{words::statuses()}</h2>
            <p>{words::statuses_lead()}</p>
            <ol class="statuses">{rows}</ol>
        </section>
    }
}
