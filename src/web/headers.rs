//! The headers of every answer, which tell the browser: load nothing from elsewhere, run nothing from within
//! the page, do not show the page in a frame, guess no types, keep no page; and where a session ends, clear what
//! was kept all the same.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::request::Request;
use rocket::response::Response;

use crate::web::cookies::SessionEnded;

/// Only our own files, no inline script or style, forms only to ourselves.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
     form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The same for a page that plays a sound which it carries itself (D38).
pub const WITH_SOUND: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
     media-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Adds the headers to every answer.
pub struct Headers {
    behind_tls: bool,
}

impl Headers {
    /// The headers; behind TLS the browser is also told to use https only.
    pub const fn behind_tls(behind_tls: bool) -> Self {
        Self { behind_tls }
    }
}

#[rocket::async_trait]
impl Fairing for Headers {
    fn info(&self) -> Info {
        Info { name: "security headers", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if response.headers().get_one("Content-Security-Policy") != Some(WITH_SOUND) {
            response.set_header(Header::new("Content-Security-Policy", POLICY));
        }
        response.set_header(Header::new("X-Content-Type-Options", "nosniff"));
        response.set_header(Header::new("X-Frame-Options", "DENY"));
        response.set_header(Header::new("Cross-Origin-Opener-Policy", "same-origin"));
        response.set_header(Header::new("Cross-Origin-Resource-Policy", "same-origin"));
        // With `no-referrer` a browser sends `Origin: null` with our own forms, and they could not be told
        // from those of other sites. This policy sends nothing to other sites either.
        response.set_header(Header::new("Referrer-Policy", "same-origin"));
        response.set_header(Header::new("Permissions-Policy", "camera=(), geolocation=(), microphone=()"));
        if !response.headers().contains("Cache-Control") {
            response.set_header(Header::new("Cache-Control", "no-store"));
        }
        if SessionEnded::by(request) {
            // Not the cookies: those of other audiences stay. Scripts of ours store nothing.
            response.set_header(Header::new("Clear-Site-Data", "\"cache\""));
        }
        if self.behind_tls {
            let always = "max-age=31536000; includeSubDomains";
            response.set_header(Header::new("Strict-Transport-Security", always));
        }
    }
}
