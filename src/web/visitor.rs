//! A visitor, logged on or not: a cookie with a random token, to which the tokens in forms are bound.
//!
//! It identifies nobody and opens nothing. It only distinguishes a form that this site gave to this browser
//! from one that another site made up.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use rocket::http::{Cookie, SameSite};
use rocket::request::{FromRequest, Outcome, Request};
use sha2::Sha256;

use crate::web::origin::HostPolicy;

/// The visitor's cookie.
pub const COOKIE: &str = "selvbetjening_besoeg";

/// The key of the tokens in forms.
pub struct FormKey([u8; 32]);

impl FormKey {
    /// A key of 32 unguessable bytes; the same after a restart, so that open forms stay valid.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// The source of unguessable bytes.
#[derive(Clone)]
pub struct Draw(Arc<dyn Fn() -> [u8; 32] + Send + Sync>);

impl Draw {
    /// A source that uses this function.
    pub fn new(draw: impl Fn() -> [u8; 32] + Send + Sync + 'static) -> Self {
        Self(Arc::new(draw))
    }

    /// 32 unguessable bytes as text for a cookie.
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode((self.0)())
    }
}

/// The visitor who sent a request. As a guard it never fails: a visitor without a valid cookie gets a new
/// one.
#[derive(Debug, Clone)]
pub struct Visitor {
    token: String,
}

impl Visitor {
    /// The visitor of this request, always the same within one request.
    pub fn of<'r>(request: &'r Request<'_>) -> &'r Self {
        request.local_cache(|| Self::known(request).unwrap_or_else(|| Self::greet(request)))
    }

    fn known(request: &Request<'_>) -> Option<Self> {
        let token = request.cookies().get(COOKIE)?.value().to_owned();
        let whole = URL_SAFE_NO_PAD.decode(&token).is_ok_and(|bytes| bytes.len() == 32);
        whole.then_some(Self { token })
    }

    /// Without the state that draws tokens (it is always there) visitors can't be told apart, and every form
    /// is refused.
    fn greet(request: &Request<'_>) -> Self {
        let token = request.rocket().state::<Draw>().map(Draw::token).unwrap_or_default();
        let cookie = Cookie::build((COOKIE, token.clone()))
            .path("/")
            .http_only(true)
            // A stricter cookie would not be sent when a visitor follows a link in a mail; they would get a
            // second one, and the forms open in their other windows would be refused.
            .same_site(SameSite::Lax)
            .secure(request.rocket().state::<HostPolicy>().is_some_and(|policy| policy.behind_tls));
        request.cookies().add(cookie);
        Self { token }
    }

    /// The token for a form shown to this visitor.
    pub fn form_token(&self, key: &FormKey) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(key).finalize().into_bytes())
    }

    /// Whether a form came with the visitor's token. Takes the same time for a nearly right token as for any.
    pub fn gave(&self, key: &FormKey, form_token: &str) -> bool {
        let Ok(sent) = URL_SAFE_NO_PAD.decode(form_token) else { return false };
        !self.token.is_empty() && self.mac(key).verify_slice(&sent).is_ok()
    }

    fn mac(&self, key: &FormKey) -> Hmac<Sha256> {
        // HMAC fills a shorter key with zeros to the length of a block.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&key.0);
        let keyed = <Hmac<Sha256> as KeyInit>::new(&block.into());
        keyed.chain_update("selvbetjening form token\0").chain_update(&self.token)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for &'r Visitor {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Visitor::of(request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_token_belongs_to_one_visitor_and_one_key() {
        let (anna, bent) = (Visitor { token: "anna".into() }, Visitor { token: "bent".into() });
        let (key, other) = (FormKey::new([1; 32]), FormKey::new([2; 32]));
        let token = anna.form_token(&key);
        assert!(anna.gave(&key, &token));
        assert!(!bent.gave(&key, &token));
        assert!(!anna.gave(&other, &token));
        assert!(!anna.gave(&key, "not base64!"));
        assert!(
            !Visitor { token: String::new() }.gave(&key, &Visitor { token: String::new() }.form_token(&key))
        );
    }
}
