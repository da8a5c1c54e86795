//! The key that signs identities: made anew at each start, known to nobody else.

use chrono::DateTime;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use motcua_contract::session::Assurance;
use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreJsonWebKeySet,
    CoreJwsSigningAlgorithm,
};
use openidconnect::{
    Audience, AuthenticationContextClass, EmptyAdditionalClaims, EndUserName, IssuerUrl,
    JsonWebKeyId, LocalizedClaim, Nonce, PrivateSigningKey, StandardClaims, SubjectIdentifier,
};

use super::{LEVEL_1, LEVEL_2};
use crate::moment::Moment;
use crate::random;
use crate::sandbox::citizens::Citizen;

/// How long an identity is worth believing, in seconds: it is read at once.
const LIFE_SECONDS: i64 = 60;

/// See the module.
pub(crate) struct Key(CoreEdDsaPrivateSigningKey);

impl Key {
    /// A new key.
    pub(crate) fn new() -> Self {
        let pem = SigningKey::from_bytes(&random::bytes())
            .to_pkcs8_pem(LineEnding::LF)
            .expect("a key can be written down");
        let id = JsonWebKeyId::new(random::id());
        let key = CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id));
        Self(key.expect("a key just written down can be read"))
    }

    /// What it is known by to others.
    pub(super) fn public(&self) -> CoreJsonWebKeySet {
        CoreJsonWebKeySet::new(vec![self.0.as_verification_key()])
    }

    /// Says who somebody is, signed.
    pub(super) fn id_token(
        &self,
        issuer: &IssuerUrl,
        client: &str,
        citizen: &Citizen,
        nonce: Option<&str>,
        now: Moment,
    ) -> CoreIdToken {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        let name = LocalizedClaim::from(EndUserName::new(citizen.name.clone()));
        let subject = SubjectIdentifier::new(citizen.id.clone());
        let acr = match citizen.assurance {
            Assurance::High => LEVEL_2,
            Assurance::Low | Assurance::Unknown => LEVEL_1,
        };
        let claims = CoreIdTokenClaims::new(
            issuer.clone(),
            vec![Audience::new(client.into())],
            at(now.unix() + LIFE_SECONDS),
            at(now.unix()),
            StandardClaims::new(subject).set_name(Some(name)),
            EmptyAdditionalClaims {},
        )
        .set_nonce(nonce.map(|nonce| Nonce::new(nonce.into())))
        .set_auth_context_ref(Some(AuthenticationContextClass::new(acr.into())));
        CoreIdToken::new(claims, &self.0, CoreJwsSigningAlgorithm::EdDsa, None, None)
            .expect("an Ed25519 key signs EdDSA")
    }
}
