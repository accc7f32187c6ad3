//! The control room for programs, so that other people's tests can drive the world: JSON below `/api/world`.

mod body;
mod calls;
mod clock;
mod devices;
mod letters;
mod newcomers;
mod offices;
pub mod openapi;
mod persons;
mod reset;
mod staff;
mod telephones;
mod verify;
pub mod worlds;

use rocket::http::{ContentType, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Answer};
use rocket::serde::json::Json;
use rocket::{Route, routes};
use serde_json::{Value, json};

use crate::web::broken;
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::Refusal;
use rules::words::CprNumber;
use service::cases::app::CaseError;
use service::cases::app::StoreError;

/// The answer of a call.
type Answered = Result<Json<Value>, ApiError>;

pub fn routes() -> Vec<Route> {
    routes![
        clock::read,
        clock::move_on,
        clock::preview,
        persons::everybody,
        newcomers::make,
        newcomers::log_on,
        persons::one,
        persons::letters,
        persons::cards,
        persons::messages,
        persons::rename,
        persons::relocate,
        persons::leave,
        persons::state_address,
        persons::withdraw_address,
        persons::renumber,
        persons::die,
        devices::carriers,
        devices::all,
        devices::press,
        devices::change,
        reset::begin_anew,
        calls::all,
        calls::answer,
        telephones::requests,
        telephones::approve,
        telephones::refuse,
        telephones::begin,
        telephones::install,
        telephones::choose_pin,
        letters::open,
        letters::delay,
        letters::lose,
        letters::find,
        offices::all,
        offices::open,
        staff::all,
        verify::verify,
        openapi::read,
    ]
}

/// The calls below `/api/worlds`.
pub fn of_worlds() -> Vec<Route> {
    routes![
        worlds::all,
        worlds::one,
        worlds::make,
        worlds::make_class,
        worlds::remove,
        worlds::reset,
        worlds::rename,
        worlds::save,
        worlds::back,
        worlds::forget_point,
        worlds::keep_mail,
        worlds::invite,
        worlds::export,
        worlds::import,
        openapi::read_of_worlds,
    ]
}

/// An error: `{"error": code, "message": …}` with a fitting status.
#[derive(Debug)]
pub struct ApiError {
    status: Status,
    code: String,
    message: Text,
}

impl ApiError {
    /// An error of this code; `message` is the key of its sentence.
    pub fn new(status: Status, code: &str, message: &'static str) -> Self {
        Self { status, code: code.to_owned(), message: Text::new(message) }
    }

    fn refused(refusal: impl Refusal) -> Self {
        let status = match refusal.code() {
            "letter-not-there"
            | "shelf-not-there"
            | "not-in-register"
            | "cpr-number-replaced"
            | "call-not-there"
            | "device-not-there"
            | "app-not-there"
            | "request-not-there"
            | "world-unknown"
            | "point-unknown" => Status::NotFound,
            "letter-in-transit"
            | "letter-lost"
            | "letter-has-come"
            | "letter-lost-already"
            | "letter-not-lost"
            | "shelf-not-handed-out"
            | "dead-already"
            | "call-not-ringing"
            | "device-not-such"
            | "device-not-here"
            | "device-lost"
            | "device-no-battery"
            | "telephone-not-smart"
            | "telephone-lost"
            | "telephone-no-battery"
            | "telephone-no-net"
            | "telephone-not-own"
            | "too-many-apps"
            | "app-there-already"
            | "app-not-ready"
            | "app-in-use"
            | "app-blocked"
            | "request-over"
            | "cpr-number-taken"
            | "log-on-expired"
            | "cpr-number-waits"
            | "world-name-taken"
            | "world-first-stays"
            | "world-in-use"
            | "point-name-taken"
            | "point-foreign-key"
            | "archive-key-missing" => Status::Conflict,
            _ => Status::UnprocessableEntity,
        };
        Self { status, code: refusal.code().replace('-', "_"), message: Text::from(refusal) }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let status = broken::status("the control room", &error);
        match status.code {
            503 => Self::new(status, "busy", "error-busy-what"),
            504 => Self::new(status, "in_doubt", "error-in-doubt-what"),
            507 => Self::new(status, "disk_full", "error-disk-full-what"),
            _ => Self::new(Status::InternalServerError, "internal", "error-internal-what"),
        }
    }
}

impl<R: Refusal> From<CaseError<R>> for ApiError {
    fn from(trouble: CaseError<R>) -> Self {
        match trouble {
            CaseError::Refused(refusal) => Self::refused(refusal),
            CaseError::SessionOver => {
                Self::new(Status::Unauthorized, "not_logged_on", "error-not-logged-on-what")
            }
            CaseError::Busy => Self::new(Status::ServiceUnavailable, "busy", "error-busy-what"),
            CaseError::InDoubt => Self::new(Status::GatewayTimeout, "in_doubt", "error-in-doubt-what"),
            CaseError::DiskFull => StoreError::DiskFull.into(),
            CaseError::Broken(why) => StoreError::Open(why).into(),
        }
    }
}

impl<'r> Responder<'r, 'static> for ApiError {
    fn respond_to(self, request: &'r Request<'_>) -> Answer<'static> {
        let message = self.message.say(Language::of(request));
        let body = json!({ "error": self.code, "message": message }).to_string();
        Response::build()
            .status(self.status)
            .header(ContentType::JSON)
            .sized_body(body.len(), std::io::Cursor::new(body))
            .ok()
    }
}

/// A CPR number from an address.
fn cpr(text: &str) -> Result<CprNumber, ApiError> {
    CprNumber::parse(text).map_err(|_| nobody())
}

fn nobody() -> ApiError {
    ApiError::new(Status::NotFound, "not_in_register", "refusal-not-in-register")
}
