//! For whom else a person may act.

use std::sync::Arc;

use motcua_contract::profile::Mandate;

use super::registers;
use crate::portal::Portal;
use crate::session::PersonId;
use crate::web::refusal::Refusal;

/// All of a person's mandates in force.
pub(crate) async fn all(portal: &Arc<Portal>, person: &PersonId) -> Result<Vec<Mandate>, Refusal> {
    let (asked, person) = (Arc::clone(portal), person.clone());
    let mandates = portal
        .ask(move |connection| {
            let citizen = registers::citizen(connection, &person, &asked.settings)?;
            Ok(citizen.map_or_else(Vec::new, |citizen| citizen.mandates.clone()))
        })
        .await?;
    // Both are written with Vietnam's offset, so the order of texts is that of moments.
    let now = portal.clock.now().rfc3339();
    let lasts = |mandate: &Mandate| mandate.until.as_ref().is_none_or(|until| *until > now);
    Ok(mandates.into_iter().filter(lasts).collect())
}

/// One of them.
pub(crate) async fn find(
    portal: &Arc<Portal>,
    person: &PersonId,
    id: &str,
) -> Result<Option<Mandate>, Refusal> {
    let mandates = all(portal, person).await?;
    Ok(mandates.into_iter().find(|mandate| mandate.id == id))
}
