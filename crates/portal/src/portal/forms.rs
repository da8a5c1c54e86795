//! The form of a service for a case, in force or of a version handed out before.

use std::sync::Arc;

use motcua_contract::form::Form;
use tracing::error;

use super::Portal;
use crate::forms::{Broken, Key, Ready, kept};
use crate::store::read;
use crate::web::refusal::Refusal;

/// A form for one case.
pub(crate) struct FormOfCase {
    /// As the contract has it.
    pub(crate) contract: Form,
    /// The same definition, read by the engine: to check answers with.
    pub(crate) form: motcua_forms::Form,
}

impl FormOfCase {
    fn new(ready: &Ready, case: &str) -> Self {
        Self {
            contract: ready.for_case(case),
            form: ready.form.clone(),
        }
    }
}

impl Portal {
    /// The form that a service has now, or the version that answers were given to.
    ///
    /// # Errors
    /// `unknown-service` for a code that no service has; `not-found` for a case or a
    /// version that the service does not have; `not-offered` when no version is named and
    /// the service is no longer in the catalogue, so that nobody begins what nobody takes.
    pub(crate) async fn form(
        self: &Arc<Self>,
        code: &str,
        case: &str,
        version: Option<&str>,
    ) -> Result<FormOfCase, Refusal> {
        let catalogue = self.catalogue();
        let current = catalogue.current(code).unwrap_or(code);
        let ready = match version {
            Some(version) => {
                let ready = self.form_of_version(version).await?;
                let of = ready.service();
                let same = [code, current].contains(&of) || catalogue.current(of) == Some(current);
                if !same {
                    return Err(Refusal::not_found());
                }
                ready
            }
            None => self.form_in_force(code, current).await?,
        };
        if !ready.knows(case) {
            return Err(Refusal::not_found());
        }
        Ok(FormOfCase::new(&ready, case))
    }

    async fn form_in_force(
        self: &Arc<Self>,
        asked: &str,
        current: &str,
    ) -> Result<Arc<Ready>, Refusal> {
        let catalogue = self.catalogue();
        let key = Key::InForce(catalogue.in_force.id, current.into());
        if let Some(ready) = self.forms.ready(&key) {
            return Ok(ready);
        }
        let code = current.to_owned();
        let stored = self
            .ask(move |connection| read::stored(connection, &code))
            .await?;
        let Some(stored) = stored else {
            return Err(Refusal::unknown_service(catalogue.nearest(asked)));
        };
        if stored.retired_on.is_some() {
            return Err(Refusal::not_offered());
        }
        let written = self.forms.write(&catalogue.service(&stored.record()?));
        let ready = Arc::new(written.map_err(refused)?);
        let (kept, today) = (Arc::clone(&ready), self.today());
        self.transact(move |transaction| Ok(kept::keep(transaction, &kept, &today)?))
            .await?;
        self.forms.keep(key, Arc::clone(&ready));
        Ok(ready)
    }

    async fn form_of_version(self: &Arc<Self>, version: &str) -> Result<Arc<Ready>, Refusal> {
        let key = Key::Version(version.into());
        if let Some(ready) = self.forms.ready(&key) {
            return Ok(ready);
        }
        let version = version.to_owned();
        let found = self
            .ask(move |connection| kept::find(connection, &version))
            .await?;
        let ready = found.ok_or_else(Refusal::not_found)?.map_err(refused)?;
        let ready = Arc::new(ready);
        self.forms.keep(key, Arc::clone(&ready));
        Ok(ready)
    }
}

fn refused(broken: Broken) -> Refusal {
    error!(%broken, "a form cannot be handed out");
    Refusal::internal()
}
