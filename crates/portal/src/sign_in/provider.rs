//! The identity provider behind the portal.
//!
//! What it says about itself is asked for at the first sign-in, and again every ten minutes.
//! The sandbox stands on the portal itself: the portal reaches it by loopback, whatever
//! address it listens on, and browsers reach it under the address they already use.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use motcua_contract::session::Assurance;
use openidconnect::core::{CoreAuthenticationFlow, CoreClient};
use openidconnect::url::{Position, Url};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, IssuerUrl, LanguageTag, LogoutRequest,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout,
    RedirectUrl, Scope, TokenResponse, reqwest,
};
use tokio::sync::Mutex;
use tracing::warn;

use super::RETURN_PATH;
use super::attempt::Attempt;
use crate::moment::Moment;
use crate::sandbox;
use crate::settings::sign_in::SignIn;

/// How long one question to the provider may take.
const PATIENCE: Duration = Duration::from_secs(4);
/// How long what it said about itself is believed.
const BELIEVED: Duration = Duration::from_secs(600);

/// See the module.
pub(crate) struct Provider {
    issuer: IssuerUrl,
    http: reqwest::Client,
    sandbox: bool,
    known: Mutex<Option<(Moment, Arc<ProviderMetadataWithLogout>)>>,
}

/// Where to send a browser, and what to remember of it.
pub(crate) struct Departure {
    pub(crate) address: String,
    pub(crate) state: String,
    pub(crate) attempt: Attempt,
}

/// Who somebody is, by the provider's word.
pub(crate) struct Identity {
    pub(crate) issuer: String,
    pub(crate) subject: String,
    pub(crate) name: String,
    pub(crate) assurance: Assurance,
}

/// The provider does not answer, or not as it should; why stands in the log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unreachable;

impl Provider {
    /// The provider of the settings, or the sandbox at the address that the portal listens on.
    pub(crate) fn new(settings: &SignIn, listening: SocketAddr) -> Result<Self, String> {
        let sandbox = settings.issuer.is_none();
        let issuer = match &settings.issuer {
            Some(issuer) => issuer.clone(),
            None => format!("http://{}{}", loopback(listening), sandbox::identity::PATH),
        };
        // A redirect could lead a question, with its code, to anywhere.
        let mut http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE);
        if sandbox {
            http = http.no_proxy();
        }
        Ok(Self {
            issuer: IssuerUrl::new(issuer).map_err(|error| error.to_string())?,
            http: http.build().map_err(|error| error.to_string())?,
            sandbox,
            known: Mutex::default(),
        })
    }

    /// The provider's identifier.
    pub(crate) fn issuer(&self) -> &IssuerUrl {
        &self.issuer
    }

    /// Whether it is the portal's own.
    pub(crate) fn is_sandbox(&self) -> bool {
        self.sandbox
    }

    /// Prepares a browser's way to the provider.
    pub(crate) async fn depart(
        &self,
        settings: &SignIn,
        (origin, return_to): (String, String),
        language: Option<String>,
        now: Moment,
    ) -> Result<Departure, Unreachable> {
        let metadata = self.metadata(now).await?;
        let client = CoreClient::from_provider_metadata(
            (*metadata).clone(),
            ClientId::new(settings.client_id.clone()),
            None,
        )
        .set_redirect_uri(come_back(&origin)?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge)
            .add_scopes(settings.scopes.iter().cloned().map(Scope::new));
        if let Some(language) = language {
            request = request.add_ui_locale(LanguageTag::new(language));
        }
        let (address, state, nonce) = request.url();
        Ok(Departure {
            address: self.for_browsers(&address),
            state: state.into_secret(),
            attempt: Attempt {
                nonce: nonce.secret().clone(),
                verifier: verifier.into_secret(),
                origin,
                return_to,
            },
        })
    }

    /// Turns the code that a browser brought back into an identity.
    pub(crate) async fn arrive(
        &self,
        settings: &SignIn,
        code: String,
        attempt: &Attempt,
        now: Moment,
    ) -> Result<Identity, Unreachable> {
        let metadata = self.metadata(now).await?;
        let secret = settings.secret.as_ref();
        let client = CoreClient::from_provider_metadata(
            (*metadata).clone(),
            ClientId::new(settings.client_id.clone()),
            secret.map(|secret| ClientSecret::new(secret.reveal().into())),
        )
        .set_redirect_uri(come_back(&attempt.origin)?);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|error| unreachable("it names no token endpoint", &error))?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()))
            .request_async(&self.http)
            .await
            .map_err(|error| unreachable("the code was not taken", &error))?;
        let nonce = Nonce::new(attempt.nonce.clone());
        let time = move || DateTime::from_timestamp(now.unix(), 0).unwrap_or_default();
        let verifier = client.id_token_verifier().set_time_fn(time);
        let Some(id_token) = tokens.id_token() else {
            warn!("the identity provider sent no identity");
            return Err(Unreachable);
        };
        let claims = id_token
            .claims(&verifier, &nonce)
            .map_err(|error| unreachable("the identity is not believed", &error))?;
        let name = claims.name().and_then(|names| names.iter().next());
        let acr = claims.auth_context_ref().map(|acr| acr.as_str());
        Ok(Identity {
            issuer: if self.sandbox {
                // The same people, whatever port the sandbox stands on today.
                sandbox::identity::PATH.into()
            } else {
                self.issuer.to_string()
            },
            subject: claims.subject().to_string(),
            name: name.map_or(String::new(), |(_, name)| name.to_string()),
            assurance: settings.assurance(acr),
        })
    }

    /// Where to send a browser so that the provider forgets the person too, if it says.
    pub(crate) async fn goodbye(
        &self,
        settings: &SignIn,
        origin: &str,
        now: Moment,
    ) -> Option<String> {
        let metadata = self.metadata(now).await.ok()?;
        let end = metadata
            .additional_metadata()
            .end_session_endpoint
            .clone()?;
        let home = PostLogoutRedirectUrl::new(format!("{origin}/")).ok()?;
        let address = LogoutRequest::from(end)
            .set_client_id(ClientId::new(settings.client_id.clone()))
            .set_post_logout_redirect_uri(home)
            .http_get_url();
        Some(self.for_browsers(&address))
    }

    async fn metadata(&self, now: Moment) -> Result<Arc<ProviderMetadataWithLogout>, Unreachable> {
        let mut known = self.known.lock().await;
        if let Some((since, metadata)) = &*known
            && now < since.plus(BELIEVED)
        {
            return Ok(Arc::clone(metadata));
        }
        let issuer = self.issuer.clone();
        let found = ProviderMetadataWithLogout::discover_async(issuer, &self.http).await;
        let metadata = found.map_err(|error| unreachable("discovery failed", &error))?;
        let metadata = Arc::new(metadata);
        *known = Some((now, Arc::clone(&metadata)));
        Ok(metadata)
    }

    /// An address as browsers are sent to it: the sandbox's below the portal's own.
    fn for_browsers(&self, address: &Url) -> String {
        if self.sandbox {
            address[Position::BeforePath..].into()
        } else {
            address.to_string()
        }
    }
}

fn come_back(origin: &str) -> Result<RedirectUrl, Unreachable> {
    RedirectUrl::new(format!("{origin}{RETURN_PATH}"))
        .map_err(|error| unreachable("the portal's own address is none", &error))
}

/// Errors of the protocol name what failed and hold nothing of the person.
fn unreachable(what: &str, error: &dyn std::error::Error) -> Unreachable {
    let why = std::iter::successors(Some(error), |error| error.source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ");
    warn!(what, why, "the identity provider is of no use");
    Unreachable
}

/// How the portal reaches itself: an address that means "all of them" is none to connect to.
fn loopback(listening: SocketAddr) -> SocketAddr {
    let ip = match listening.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listening.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_that_listens_everywhere_reaches_itself_by_loopback() {
        for (listening, reached) in [
            ("0.0.0.0:8080", "127.0.0.1:8080"),
            ("[::]:8080", "[::1]:8080"),
            ("192.0.2.7:80", "192.0.2.7:80"),
        ] {
            let listening = listening.parse().expect("an address");
            assert_eq!(loopback(listening).to_string(), reached);
        }
    }
}
