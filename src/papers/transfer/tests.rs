use motcua_contract::text::LocalText;
use motcua_contract::upload::UploadState;
use proptest::prelude::*;

use super::hearing::MOST_RESTARTS;
use super::step::LONGEST_WAIT_MS;
use super::*;

const OURS: &str = "ours";
const THEIRS: &str = "not ours";

/// A portal, a network and all that can go wrong with them.
#[derive(Debug, Default)]
struct World {
    /// Uploads by number: how many bytes each holds; nothing for one that ran out.
    uploads: Vec<Option<u64>>,
    /// Keys used for announcements, with the upload each made.
    keys: Vec<(String, usize)>,
    /// Whether what it holds is what was sent.
    spoilt: bool,
}

/// What befalls one step.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Well,
    NeverArrives,
    AnswerLost,
    HalfArrives,
    Refused(u16),
    RunsOut,
    Spoils,
    Lies(u64),
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Well),
        1 => Just(Fate::NeverArrives),
        1 => Just(Fate::AnswerLost),
        1 => Just(Fate::HalfArrives),
        1 => prop::sample::select(vec![400, 401, 404, 408, 409, 410, 413, 415, 422, 429, 460, 500, 503]).prop_map(Fate::Refused),
        1 => Just(Fate::RunsOut),
        1 => Just(Fate::Spoils),
        1 => (0..5000_u64).prop_map(Fate::Lies),
    ]
}

impl World {
    fn number(upload: &str) -> usize {
        upload.parse().unwrap()
    }

    /// Does a step as `fate` has it. Panics when it asks for a byte beyond the file's end.
    fn does(&mut self, step: &Step, size: u64, fate: Fate) -> Heard {
        match fate {
            Fate::NeverArrives => return Heard::Silence,
            Fate::Refused(status) => return Heard::Status(status),
            Fate::RunsOut => self.uploads.fill(None),
            Fate::Spoils => self.spoilt = true,
            _ => {}
        }
        let answer = match step {
            Step::Announce { key } => {
                let known = self.keys.iter().find(|(used, _)| used == key);
                let number = known.map_or(self.uploads.len(), |(_, number)| *number);
                if number == self.uploads.len() {
                    self.uploads.push(Some(0));
                    self.keys.push((key.clone(), number));
                    self.spoilt = matches!(fate, Fate::Spoils);
                }
                Heard::Announced(number.to_string())
            }
            Step::Ask { upload } => match self.uploads[Self::number(upload)] {
                Some(held) => Heard::Holds(held),
                None => Heard::Status(404),
            },
            Step::Send { upload, from, to } => {
                assert!(from < to && *to <= size, "sent {from}..{to} of {size}");
                match &mut self.uploads[Self::number(upload)] {
                    Some(held) if held == from => {
                        let to = if matches!(fate, Fate::HalfArrives) {
                            from.midpoint(*to)
                        } else {
                            *to
                        };
                        *held = to;
                        Heard::Took {
                            offset: to,
                            milliseconds: 200,
                        }
                    }
                    Some(_) => Heard::Status(409),
                    None => Heard::Status(404),
                }
            }
            Step::Look { upload } => match self.uploads[Self::number(upload)] {
                None => Heard::Status(404),
                Some(held) if held < size => Heard::Became(UploadState::Sending { offset: held }),
                Some(_) => Heard::Became(UploadState::Received {
                    sha256: if self.spoilt { THEIRS } else { OURS }.into(),
                }),
            },
            Step::Rest => unreachable!("resting is not done"),
        };
        match (fate, answer) {
            (Fate::AnswerLost | Fate::HalfArrives, _) => Heard::Silence,
            (Fate::Lies(held), Heard::Holds(_)) => Heard::Holds(held),
            (Fate::Lies(held), Heard::Took { .. }) => Heard::Took {
                offset: held,
                milliseconds: 9000,
            },
            (_, answer) => answer,
        }
    }
}

/// Runs up to `fates` one after the other, breaking the app off wherever `breaks` says, and
/// checks what must hold after each step.
fn run(size: u64, fates: &[(Fate, bool)]) -> (Transfer, World) {
    let (mut world, mut transfer) = (World::default(), Transfer::new("k".into()));
    for (index, (fate, breaks)) in fates.iter().enumerate() {
        let step = transfer.next(size);
        if step == Step::Rest {
            break;
        }
        let heard = world.does(&step, size, *fate);
        transfer.hear(heard, size, OURS, &format!("k{index}"));
        if *breaks {
            let text = serde_json::to_string(&transfer).unwrap();
            transfer = serde_json::from_str(&text).unwrap();
            transfer.resume();
        }
        if let Some(upload) = transfer.received() {
            let number = World::number(upload);
            assert!(!world.spoilt, "received, though the hash is another");
            assert!(world.uploads[number].is_none_or(|held| held == size));
        }
        assert!(transfer.arrived(size) <= size);
    }
    (transfer, world)
}

proptest! {
    #[test]
    fn whatever_breaks_nothing_is_called_received_without_its_hash(
        size in 0..3_000_000_u64,
        fates in prop::collection::vec((fate(), any::<bool>()), 0..60),
    ) {
        run(size, &fates);
    }

    /// Once the trouble is over, the file arrives, unless the portal had refused it or was
    /// wrong about it again and again.
    #[test]
    fn when_the_trouble_is_over_the_file_arrives(
        size in 0..3_000_000_u64,
        mut fates in prop::collection::vec((fate(), any::<bool>()), 0..20),
    ) {
        fates.extend([(Fate::Well, false); 160]);
        let (transfer, _) = run(size, &fates);
        let over = matches!(transfer.state, State::Refused { .. } | State::Failed);
        prop_assert!(over || transfer.received().is_some(), "{transfer:?}");
    }

    #[test]
    fn a_lost_connection_alone_is_never_the_end(
        size in 1..3_000_000_u64,
        fates in prop::collection::vec(
            (prop_oneof![Just(Fate::Well), Just(Fate::NeverArrives), Just(Fate::AnswerLost), Just(Fate::HalfArrives)], any::<bool>()),
            0..120,
        ),
    ) {
        let rest = [(Fate::Well, false); 160];
        let (transfer, world) = run(size, &[&fates[..], &rest[..]].concat());
        prop_assert!(transfer.received().is_some());
        prop_assert_eq!(world.uploads.len(), 1, "announced once, however often it was tried");
    }

    #[test]
    fn the_wait_grows_and_has_an_end(failures in 0..40_u32, chance in 0.0..1.0_f64) {
        let mut transfer = Transfer::new("k".into());
        transfer.failures = failures;
        let wait = transfer.wait(chance);
        prop_assert!(wait <= LONGEST_WAIT_MS);
        prop_assert_eq!(wait == 0, failures == 0);
    }
}

#[test]
fn a_hash_that_is_not_the_files_own_sends_it_again_from_the_first_byte() {
    let mut transfer = Transfer::new("k".into());
    transfer.state = State::Sent { upload: "0".into() };
    let sha256 = THEIRS.into();
    transfer.hear(
        Heard::Became(UploadState::Received { sha256 }),
        9,
        OURS,
        "k2",
    );
    assert_eq!(transfer.state, State::Waiting { key: "k2".into() });
}

#[test]
fn a_portal_that_always_spoils_the_file_is_not_fed_for_ever() {
    let (transfer, world) = run(9, &[(Fate::Spoils, false); 80]);
    assert_eq!(transfer.state, State::Failed);
    assert_eq!(
        world.uploads.len(),
        usize::try_from(MOST_RESTARTS + 1).unwrap()
    );
}

#[test]
fn a_refusal_keeps_the_portals_words() {
    let mut transfer = Transfer::new("k".into());
    transfer.state = State::Sent { upload: "0".into() };
    let text = LocalText::new("Tệp có mật khẩu", "The file has a password");
    let (reason, words) = (UploadRefusal::Unreadable, text.clone());
    transfer.hear(
        Heard::Became(UploadState::Refused { reason, text }),
        9,
        OURS,
        "k2",
    );
    let text = Some(words);
    assert_eq!(transfer.state, State::Refused { reason, text });
    assert_eq!(transfer.next(9), Step::Rest);
}

#[test]
fn what_is_paused_sends_nothing_and_goes_on_where_it_was() {
    let mut transfer = Transfer::new("k".into());
    transfer.hear(Heard::Announced("0".into()), 9, OURS, "k2");
    transfer.paused = true;
    assert_eq!(transfer.next(9), Step::Rest);
    transfer.paused = false;
    let upload = "0".into();
    assert_eq!(
        transfer.next(9),
        Step::Ask { upload },
        "never assumed, always asked"
    );
}
