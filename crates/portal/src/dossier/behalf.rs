//! Filing for somebody else: by what right, and that whoever is represented learns of it.
//!
//! What is kept is the mandate as it was when the dossier was filed; that it ends later changes
//! nothing about it. A represented person who has an account of their own is a party to the
//! dossier like whoever filed it: they see it, may act in it, and are told what happens.

use motcua_contract::profile::MandateKind;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::rows::{self, Filed};
use crate::moment::Moment;
use crate::notify::{self, News};
use crate::person::access::{self, Use};
use crate::person::mandates;
use crate::session::{Owner, PersonId, people};
use crate::settings::Settings;
use crate::store::json::Word;
use crate::web::refusal::Refusal;

/// For whom, by what right, and who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Behalf {
    /// The mandate's id at the time.
    pub(crate) mandate: String,
    pub(crate) kind: MandateKind,
    /// The represented person's name.
    pub(crate) name: String,
    /// The represented person, where they have an account.
    pub(crate) person: Option<Owner>,
    /// The name of who filed it.
    pub(crate) filed_by: String,
}

impl Behalf {
    /// Finds out what a mandate's id stands for; refuses one that is not the filer's, has run
    /// out or does not cover the service.
    pub(crate) fn claimed(
        transaction: &Transaction<'_>,
        settings: &Settings,
        (owner, id): (&Owner, &str),
        service: &str,
        now: Moment,
    ) -> Result<Self, Refusal> {
        let helper = owner.person().ok_or_else(Refusal::sign_in)?;
        let whose = (helper, settings);
        let right = mandates::claim(transaction, whose, (id, Some(service)), now)?;
        let right = right.map_err(|fault| Refusal::answers(vec![fault]))?;
        let represented = mandates::represented(transaction, settings, right, now)?;
        Ok(Self {
            mandate: right.mandate.id.clone(),
            kind: right.mandate.kind,
            name: right.mandate.name.clone(),
            person: represented.map(Owner::Person),
            filed_by: people::name(transaction, helper)?,
        })
    }

    /// Keeps it with a new dossier.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>, dossier: i64) -> rusqlite::Result<()> {
        transaction.execute(
            "INSERT INTO representation (dossier, mandate, kind, name, person, filed_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                dossier,
                self.mandate,
                Word(self.kind),
                self.name,
                self.person,
                self.filed_by
            ],
        )?;
        Ok(())
    }

    /// Tells the represented person that it was filed, in their notification centre and in the
    /// log of who used their data.
    pub(crate) fn tell(
        &self,
        transaction: &Transaction<'_>,
        settings: &Settings,
        (dossier, filed): (i64, &Filed),
        now: Moment,
    ) -> rusqlite::Result<()> {
        let Some(owner @ Owner::Person(person)) = &self.person else {
            return Ok(());
        };
        let (by, role) = (&self.filed_by, mandates::in_words(self.kind));
        let service = &filed.service_name;
        let en = |text: &LocalText| text.en.clone().unwrap_or_else(|| text.vi.clone());
        let news = News {
            dossier,
            code: filed.code.as_str(),
            title: LocalText::new(
                "Có người vừa nộp một hồ sơ thay bạn.",
                "Somebody has just filed a dossier for you.",
            ),
            text: LocalText::new(
                format!(
                    "{by} nộp hồ sơ “{service}” thay bạn, với tư cách {}. Bạn xem được hồ sơ và \
                     rút lại nếu bạn không muốn nộp.",
                    role.vi
                ),
                format!(
                    "{by} filed “{service}” for you, as {}. You can look at it, and withdraw it \
                     if you do not want it.",
                    en(&role)
                ),
            ),
            action: None,
        };
        notify::tell(transaction, owner, &news, now)?;
        self.note(transaction, settings, person, filed, now)
    }

    fn note(
        &self,
        transaction: &Transaction<'_>,
        settings: &Settings,
        person: &PersonId,
        filed: &Filed,
        now: Moment,
    ) -> rusqlite::Result<()> {
        let role = mandates::in_words(self.kind);
        let en = role.en.as_deref().unwrap_or(&role.vi);
        let used = Use {
            agency: &settings.portal.name.vi,
            actor: Some(&self.filed_by),
            what: &LocalText::new(
                format!("Hồ sơ nộp thay bạn: {}", filed.service_name),
                format!("A dossier filed for you: {}", filed.service_name),
            ),
            why: &LocalText::new(
                format!("{} nộp thay bạn, với tư cách {}", self.filed_by, role.vi),
                format!("{} filed for you, as {en}", self.filed_by),
            ),
            dossier: Some(filed.code.as_str()),
        };
        access::note(transaction, person, &used, now)
    }
}

/// For whom a dossier was filed, if for somebody else.
pub(crate) fn of_dossier(
    connection: &Connection,
    dossier: i64,
) -> rusqlite::Result<Option<Behalf>> {
    connection
        .prepare_cached(
            "SELECT mandate, kind, name, person, filed_by FROM representation WHERE dossier = ?1",
        )?
        .query_row([dossier], |row| {
            Ok(Behalf {
                mandate: row.get(0)?,
                kind: row.get::<_, Word<_>>(1)?.0,
                name: row.get(2)?,
                person: row.get(3)?,
                filed_by: row.get(4)?,
            })
        })
        .optional()
}

/// Whoever is to hear of a dossier: who filed it, and the represented person.
pub(crate) fn parties(connection: &Connection, dossier: i64) -> rusqlite::Result<Vec<Owner>> {
    let mut parties = vec![rows::owner(connection, dossier)?];
    parties.extend(of_dossier(connection, dossier)?.and_then(|behalf| behalf.person));
    Ok(parties)
}
