//! What a client asks of the sandbox identity provider.

use axum::response::{IntoResponse, Redirect, Response};
use http::HeaderMap;
use openidconnect::url::Url;
use serde::Deserialize;

use crate::portal::Portal;
use crate::sign_in::RETURN_PATH;

/// The longest of a parameter, in bytes.
const LONGEST: usize = 2000;

/// Parameters as they come, by address or by form; unknown ones are ignored.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Parameters {
    client_id: Option<String>,
    redirect_uri: Option<String>,
    response_type: Option<String>,
    scope: Option<String>,
    state: Option<String>,
    nonce: Option<String>,
    code_challenge: Option<String>,
    code_challenge_method: Option<String>,
    pub(super) ui_locales: Option<String>,
    /// Of the form: who was chosen.
    pub(super) citizen: Option<String>,
    /// Of the form: which button.
    pub(super) decision: Option<String>,
}

/// A request that can be answered.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) client: String,
    /// Where to answer: an address of this very portal.
    pub(super) redirect: Url,
    pub(super) scope: String,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    /// PKCE, S256.
    pub(super) challenge: String,
    pub(super) ui_locales: Option<String>,
}

/// Why a request cannot be answered as asked.
pub(super) enum Wrong {
    /// An unknown client, or an address that is not its own: nobody to send an error to.
    Client,
    /// Anything else goes back to the client.
    Request(Box<Asked>),
}

impl Asked {
    /// Judges the parameters; the portal itself is the only client.
    pub(super) fn read(
        parameters: Parameters,
        portal: &Portal,
        headers: &HeaderMap,
    ) -> Result<Self, Wrong> {
        let client = parameters.client_id.ok_or(Wrong::Client)?;
        let redirect = parameters.redirect_uri.ok_or(Wrong::Client)?;
        let own = portal.settings.access.own_origin(headers);
        let own = own.map(|origin| format!("{origin}{RETURN_PATH}"));
        if client != portal.settings.sign_in.client_id || own != Some(redirect) {
            return Err(Wrong::Client);
        }
        let redirect = own.and_then(|own| Url::parse(&own).ok());
        let asked = Self {
            client,
            redirect: redirect.ok_or(Wrong::Client)?,
            scope: parameters.scope.unwrap_or_default(),
            state: parameters.state,
            nonce: parameters.nonce,
            challenge: parameters.code_challenge.unwrap_or_default(),
            ui_locales: parameters.ui_locales,
        };
        let optional = [&asked.state, &asked.nonce, &asked.ui_locales];
        let short = optional
            .iter()
            .all(|text| text.as_ref().is_none_or(|text| text.len() <= LONGEST))
            && asked.scope.len() <= LONGEST;
        let fits = short
            && parameters.response_type.as_deref() == Some("code")
            && asked.scope.split(' ').any(|scope| scope == "openid")
            // SHA-256 in Base64 without padding.
            && asked.challenge.len() == 43
            && parameters.code_challenge_method.as_deref() == Some("S256");
        if fits {
            Ok(asked)
        } else {
            Err(Wrong::Request(Box::new(asked)))
        }
    }

    /// Each parameter that the form sends again.
    pub(super) fn fields(&self) -> Vec<(&'static str, &str)> {
        let mut fields = vec![
            ("client_id", self.client.as_str()),
            ("redirect_uri", self.redirect.as_str()),
            ("response_type", "code"),
            ("scope", &self.scope),
            ("code_challenge", &self.challenge),
            ("code_challenge_method", "S256"),
        ];
        let optional = [
            ("state", &self.state),
            ("nonce", &self.nonce),
            ("ui_locales", &self.ui_locales),
        ];
        for (name, value) in optional {
            if let Some(value) = value {
                fields.push((name, value));
            }
        }
        fields
    }

    /// Sends the browser back to the client.
    pub(super) fn answer(&self, parameters: &[(&str, &str)]) -> Response {
        let mut address = self.redirect.clone();
        {
            let mut query = address.query_pairs_mut();
            query.extend_pairs(parameters);
            if let Some(state) = &self.state {
                query.append_pair("state", state);
            }
        }
        Redirect::to(address.as_str()).into_response()
    }

    /// The same with an error in the words of OAuth 2.0.
    pub(super) fn fail(&self, error: &str) -> Response {
        self.answer(&[("error", error)])
    }
}
