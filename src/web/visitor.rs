//! A visitor, logged on or not: a cookie with a random token, to which the tokens in forms are bound.
//!
//! It identifies nobody and opens nothing. It only distinguishes a form that this site gave to this browser
//! from one that another site made up.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use rocket::http::SameSite;
use rocket::request::{FromRequest, Outcome, Request};
use sha2::Sha256;

use crate::web::cookies::CookieNames;

/// The visitor's cookie.
const COOKIE: &str = "besoeg";

/// The length of the random part of a visitor's token, and of its seal, in bytes.
const DRAWN: usize = 32;
const SEAL: usize = 16;

/// The key of the tokens in forms.
pub struct FormKey([u8; 32]);

impl FormKey {
    /// A key of 32 unguessable bytes; the same after a restart, so that open forms stay valid.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    fn mac(&self) -> Hmac<Sha256> {
        // HMAC fills a shorter key with zeros to the length of a block.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        <Hmac<Sha256> as KeyInit>::new(&block.into())
    }

    /// What shows that this site drew a visitor's token.
    fn seal(&self, drawn: &[u8]) -> Hmac<Sha256> {
        self.mac().chain_update("selvbetjening visitor\0").chain_update(drawn)
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

    /// 32 unguessable bytes.
    pub fn bytes(&self) -> [u8; 32] {
        (self.0)()
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
        let name = request.rocket().state::<CookieNames>()?.of(COOKIE);
        let token = request.cookies().get(&name)?.value();
        Self::parse(token, request.rocket().state::<FormKey>()?)
    }

    /// The visitor of a token that this site gave out; one that was made up elsewhere is none.
    fn parse(token: &str, key: &FormKey) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (drawn, seal) = bytes.split_at_checked(DRAWN).filter(|(_, seal)| seal.len() == SEAL)?;
        key.seal(drawn).verify_truncated_left(seal).ok()?;
        Some(Self { token: token.to_owned() })
    }

    /// A new visitor.
    fn new(drawn: &[u8; DRAWN], key: &FormKey) -> Self {
        let seal = key.seal(drawn).finalize().into_bytes();
        Self { token: URL_SAFE_NO_PAD.encode([&drawn[..], &seal[..SEAL]].concat()) }
    }

    /// Without the states that draw and seal tokens (they are always there) visitors can't be told apart, and
    /// every form is refused.
    fn greet(request: &Request<'_>) -> Self {
        let rocket = request.rocket();
        let (draw, key) = (rocket.state::<Draw>(), rocket.state::<FormKey>());
        let (Some(draw), Some(key), Some(names)) = (draw, key, rocket.state::<CookieNames>()) else {
            return Self { token: String::new() };
        };
        let visitor = Self::new(&draw.bytes(), key);
        // A stricter cookie would not be sent when a visitor follows a link in a mail; they would get a second
        // one, and the forms open in their other windows would be refused.
        request.cookies().add(names.cookie(names.of(COOKIE), visitor.token.clone(), SameSite::Lax));
        visitor
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
        key.mac().chain_update("selvbetjening form token\0").chain_update(&self.token)
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
        assert!(Visitor::parse(&Visitor::new(&[3; DRAWN], &key).token, &key).is_some());
        assert!(Visitor::parse(&Visitor::new(&[3; DRAWN], &other).token, &key).is_none(), "of another world");
        for planted in [URL_SAFE_NO_PAD.encode([0; DRAWN]), URL_SAFE_NO_PAD.encode([0; DRAWN + SEAL])] {
            assert!(Visitor::parse(&planted, &key).is_none(), "{planted}");
        }
        assert!(
            !Visitor { token: String::new() }.gave(&key, &Visitor { token: String::new() }.form_token(&key))
        );
    }
}
