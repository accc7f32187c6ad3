//! The site's cookies: how they are named, and how a page reads, keeps and deletes them.
//!
//! A browser sends a cookie to every port of a host. So that two worlds on one machine do not take each other's
//! cookies away, a name holds the id of its world; and so that a trainer can be citizen and officer in one
//! browser, it holds the audience. Behind TLS it begins with `__Host-`: then the browser takes it from this host
//! alone, by https alone, and no other site below the same domain can plant one.

use std::sync::atomic::{AtomicBool, Ordering};

use rocket::http::{Cookie, CookieJar, SameSite};
use rocket::request::Request;

use service::cases::access::audience::Audience;
use service::cases::app::Token;

/// What the cookie of an audience's sessions is called, after the world.
pub fn cookie_name(audience: &Audience) -> String {
    match audience {
        Audience::Selvbetjening => "borger".into(),
        other => other.code(),
    }
}

/// How the cookies of this site are named.
#[derive(Debug, Clone)]
pub struct CookieNames {
    world: String,
    behind_tls: bool,
}

impl CookieNames {
    /// The names of the cookies of a world, by its id.
    pub fn new(world: impl Into<String>, behind_tls: bool) -> Self {
        Self { world: world.into(), behind_tls }
    }

    /// The name of this world's cookie for something (`borger`).
    pub fn of(&self, what: &str) -> String {
        self.prefixed(&format!("{}_{what}", self.world))
    }

    /// The name of a cookie that all worlds of a host share (`sprog`).
    pub fn shared(&self, what: &str) -> String {
        self.prefixed(what)
    }

    fn prefixed(&self, rest: &str) -> String {
        let prefix = if self.behind_tls { "__Host-" } else { "" };
        format!("{prefix}selvbetjening_{rest}")
    }

    /// A cookie that scripts do not see, and http does not carry where TLS is used. A browser accepts one whose
    /// name begins with `__Host-` only if it is made like this, also when it is deleted.
    pub fn cookie(&self, name: String, value: String, same_site: SameSite) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .same_site(same_site)
            .secure(self.behind_tls)
            .build()
    }
}

/// Whether a request ended a session, so that the browser is told to clear what it has kept of its pages.
#[derive(Default)]
pub struct SessionEnded(AtomicBool);

impl SessionEnded {
    /// Whether the answer to a request ends a session.
    pub fn by(request: &Request<'_>) -> bool {
        request.local_cache(Self::default).0.load(Ordering::Relaxed)
    }
}

/// The cookies of one request.
#[derive(Clone, Copy)]
pub struct Cookies<'r> {
    jar: &'r CookieJar<'r>,
    names: &'r CookieNames,
    ended: &'r SessionEnded,
}

impl<'r> Cookies<'r> {
    /// The cookies of a request. `None` without the state that the program always has.
    pub fn of(request: &'r Request<'_>) -> Option<Self> {
        let names = request.rocket().state::<CookieNames>()?;
        Some(Self { jar: request.cookies(), names, ended: request.local_cache(SessionEnded::default) })
    }

    /// The token in a cookie of ours.
    pub fn token(&self, what: &str) -> Option<Token> {
        self.jar.get(&self.names.of(what)).and_then(|cookie| Token::parse(cookie.value()))
    }

    /// Keeps a token in a cookie until the browser is closed.
    pub fn keep(&self, what: &str, token: &Token) {
        self.jar.add(self.names.cookie(self.names.of(what), token.reveal(), SameSite::Strict));
    }

    /// Deletes a cookie.
    pub fn forget(&self, what: &str) {
        self.jar.remove(self.names.cookie(self.names.of(what), String::new(), SameSite::Strict));
    }

    /// Deletes the cookie of a session, and has the browser clear what it has kept of its pages.
    pub fn end_session(&self, what: &str) {
        self.forget(what);
        self.ended.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_world_and_audience_and_behind_tls_the_host() {
        let plain = CookieNames::new("1a2b3c4d", false);
        assert_eq!(plain.of("borger"), "selvbetjening_1a2b3c4d_borger");
        assert_eq!(plain.shared("sprog"), "selvbetjening_sprog");
        let tls = CookieNames::new("1a2b3c4d", true);
        let cookie = tls.cookie(tls.of("ra"), "x".into(), SameSite::Strict);
        assert_eq!(cookie.name(), "__Host-selvbetjening_1a2b3c4d_ra");
        assert_eq!((cookie.secure(), cookie.path(), cookie.domain()), (Some(true), Some("/"), None));
    }
}
