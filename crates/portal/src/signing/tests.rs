use super::*;
use crate::store::Store;

const NOW: Moment = Moment::from_unix(1_800_000_000);

/// A database, and somebody with a draft.
struct Desk {
    store: Store,
    owner: Owner,
    content: DraftContent,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let json = include_str!("../../../contract/samples/createDraft.request.json");
        Self {
            store: Store::open(folder.path()).expect("a database"),
            owner: Owner::new_guest(),
            content: serde_json::from_str(json).expect("the contract's sample"),
            _folder: folder,
        }
    }

    fn within<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.store.with(|connection| {
            let transaction = connection.transaction()?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        })
    }

    fn hash(&self) -> String {
        essence::sha256(&serde_json::to_value(&self.content).expect("JSON"))
    }

    fn start(&self) -> Signing {
        let begun = self.within(|t| start(t, &self.owner, &self.content, &self.hash(), NOW));
        begun.expect("a signing")
    }

    /// The code in the last message.
    fn code(&self) -> String {
        let text: String = self
            .within(|t| {
                let sql = "SELECT text FROM sandbox_letter ORDER BY id DESC LIMIT 1";
                Ok(t.query_row(sql, [], |row| row.get(0))?)
            })
            .expect("a message");
        text.split(' ')
            .find_map(|word| {
                let digits: String = word.chars().filter(char::is_ascii_digit).collect();
                (digits.len() == 6).then_some(digits)
            })
            .expect("a code")
    }

    /// A code that is not the one.
    fn wrong_code(&self) -> String {
        let right: u32 = self.code().parse().expect("a number");
        format!("{:06}", (right + 1) % 1_000_000)
    }

    fn confirm(&self, id: &str, code: &str, now: Moment) -> Result<bool, Refusal> {
        let typed = self.within(|t| confirm(t, &self.owner, id, code, now))?;
        Ok(matches!(typed, Typed::Signed(signing) if signing.state == SigningState::Signed))
    }

    fn state(&self, id: &str, now: Moment) -> SigningState {
        let found = self.within(|t| Ok(find(t, &self.owner, id, now)?));
        found.expect("an answer").expect("a signing").state
    }
}

#[test]
fn the_right_code_signs_what_was_reviewed_and_nothing_else() {
    let desk = Desk::new();
    let signing = desk.start();
    assert_eq!(
        (signing.state, signing.asks_for_code),
        (SigningState::Waiting, true)
    );
    assert_eq!(
        desk.confirm(&signing.id, &desk.code(), NOW).ok(),
        Some(true)
    );
    let signed = |owner: &Owner| {
        let found = desk.within(|t| Ok(signed_content(t, owner, &signing.id)?));
        found.expect("an answer")
    };
    assert_eq!(signed(&desk.owner), Some(desk.content.clone()));
    assert_eq!(signed(&Owner::new_guest()), None);
}

#[test]
fn a_hash_of_anything_else_begins_nothing() {
    let desk = Desk::new();
    let other = "0".repeat(64);
    let begun = desk.within(|t| start(t, &desk.owner, &desk.content, &other, NOW));
    assert!(begun.is_err());
    let letters = desk.within(|t| {
        Ok(
            t.query_row("SELECT count(*) FROM sandbox_letter", [], |row| {
                row.get::<_, u32>(0)
            })?,
        )
    });
    assert_eq!(letters.expect("a number"), 0);
}

#[test]
fn after_a_few_wrong_codes_the_right_one_comes_too_late() {
    let desk = Desk::new();
    let signing = desk.start();
    for _ in 0..TRIES {
        assert_eq!(
            desk.confirm(&signing.id, &desk.wrong_code(), NOW).ok(),
            Some(false)
        );
    }
    assert_eq!(desk.state(&signing.id, NOW), SigningState::Refused);
    assert!(desk.confirm(&signing.id, &desk.code(), NOW).is_err());
}

#[test]
fn a_code_runs_out_and_a_signed_one_stays_signed() {
    let desk = Desk::new();
    let (late, signed) = (desk.start(), desk.start());
    assert_eq!(desk.confirm(&signed.id, &desk.code(), NOW).ok(), Some(true));
    let after = NOW.plus(GOOD_FOR + Duration::from_secs(1));
    assert_eq!(desk.state(&late.id, after), SigningState::Expired);
    assert_eq!(desk.state(&signed.id, after), SigningState::Signed);
    assert!(desk.confirm(&late.id, "000000", after).is_err());
}

#[test]
fn a_signing_is_nobody_elses() {
    let desk = Desk::new();
    let signing = desk.start();
    let stranger = Owner::new_guest();
    let found = desk.within(|t| Ok(find(t, &stranger, &signing.id, NOW)?));
    assert!(found.expect("an answer").is_none());
    let code = desk.code();
    let typed = desk.within(|t| confirm(t, &stranger, &signing.id, &code, NOW).map(drop));
    assert!(typed.is_err());
}
