//! The answers to requests that no page can take: the listener sends them to these addresses, so that what is refused
//! is said by the same pages, in the same languages and with the same headers as everything else.

use rocket::get;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

/// Why a request reaches no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It has a method or an address that is none, no single `Host`, or a body that cannot be read.
    Malformed,
    /// Its body took too long.
    TooSlow,
    /// There is no world where its address leads.
    NoWorld,
    /// The world that it is for does not open.
    Unopened,
}

impl Refusal {
    /// The address whose answer is given to a request for another one, to a person or to a program. Asking for it
    /// directly gives the same answer.
    pub fn address(self, asked_for: &str) -> &'static str {
        match (self, asked_for.starts_with("/api/")) {
            (Self::Malformed, false) => "/_forkert-forespoergsel",
            (Self::Malformed, true) => "/api/_forkert-forespoergsel",
            (Self::TooSlow, false) => "/_for-langsom",
            (Self::TooSlow, true) => "/api/_for-langsom",
            (Self::NoWorld, false) => "/_ukendt-verden",
            (Self::NoWorld, true) => "/api/_ukendt-verden",
            (Self::Unopened, false) => "/_lukket-verden",
            (Self::Unopened, true) => "/api/_lukket-verden",
        }
    }

    /// Whether an address is that of a request which cannot be read: it says the same whatever host is asked for.
    pub fn has_address(path: &str) -> bool {
        [Self::Malformed, Self::TooSlow]
            .iter()
            .any(|one| [one.address("/"), one.address("/api/")].contains(&path))
    }
}

/// Refuses a request that is not one; mounted for people and for programs.
#[get("/_forkert-forespoergsel")]
pub const fn malformed() -> Status {
    Status::BadRequest
}

/// Refuses a request whose body took too long; mounted for people and for programs.
#[get("/_for-langsom")]
pub const fn too_slow() -> Status {
    Status::RequestTimeout
}

/// Refuses a request for a world that there is not; mounted for people and for programs.
#[get("/_ukendt-verden")]
pub const fn no_world() -> Status {
    Status::NotFound
}

/// Refuses a request for a world that does not open; mounted for people and for programs. Asked for directly, there is
/// nothing at its address: nothing is wrong then.
#[get("/_lukket-verden")]
pub const fn unopened(_meant: Meant) -> Status {
    Status::InternalServerError
}

/// That the listener sent a request here.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meant(bool);

impl Meant {
    /// Notes it of a request.
    pub fn note(request: &Request<'_>) {
        request.local_cache(|| Self(true));
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Meant {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match *request.local_cache(Self::default) {
            meant @ Self(true) => Outcome::Success(meant),
            Self(false) => Outcome::Error((Status::NotFound, ())),
        }
    }
}
