//! Selvbetjening for logged-on citizens: one file per page of what they see and change of their own NemID.

mod carriers;
mod carriers_block;
mod certificate;
mod certificate_files;
mod consents;
mod contact;
mod encrypted_mail;
mod ending;
mod event_csv;
mod event_log;
mod key_cards;
mod log_filter;
mod my_nemid;
mod not_me;
mod over;
mod password;
mod password_block;
mod renewal;
mod sessions;
mod terms;
mod user_id;
mod views;
mod voice;

use rocket::http::Status;
use rocket::{Route, routes};

use crate::web::answer::{Answer, Settled, settle};
use crate::web::forms::Faults;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use rules::blocking::BlockingRefusal;
use rules::changes::ChangeRefusal;
use service::cases::app::Token;
use service::cases::own::credentials::CredentialRefusal;
use service::cases::own::{Own, OwnError, OwnRefusal};

/// The changes that an address can report as just done, and the key of the sentence about each.
const DONE: [(&str, &str); 20] = [
    ("cpr", "self-done-cpr"),
    ("adgangskode", "self-done-password"),
    ("bruger-id", "self-done-user-id"),
    ("kontakt", "self-done-contact"),
    ("registreres", "self-done-recording-on"),
    ("registreres-ikke", "self-done-recording-off"),
    ("spaerret", "self-done-cards-blocked"),
    ("bestilt", "self-done-card-ordered"),
    ("genbestilling", "self-done-level"),
    ("noegleviser-bestilt", "token-done-ordered"),
    ("noegleviser-ibrug", "token-done-started"),
    ("noegler-spaerret", "carriers-done-blocked"),
    ("telefon-ibrug", "voice-done-confirmed"),
    ("telefon-skiftet", "voice-done-changed"),
    ("fornyet", "self-done-certificate-renewed"),
    ("certifikat-spaerret", "self-done-certificate-blocked"),
    ("certifikat-bestilt", "self-done-certificate-ordered"),
    ("cpr-afviger", "self-done-cpr-differs"),
    ("regler", "self-done-rules"),
    ("krypteret-sendt", "self-done-encrypted-sent"),
];

/// All routes of the section.
pub fn routes() -> Vec<Route> {
    routes![
        my_nemid::page,
        my_nemid::refresh,
        password::page,
        password::change,
        password_block::page,
        password_block::block,
        user_id::page,
        user_id::change,
        contact::page,
        contact::change,
        event_log::page,
        event_log::recording,
        event_csv::download,
        sessions::page,
        sessions::end,
        sessions::end_others,
        not_me::page,
        not_me::block,
        carriers::page,
        carriers::order,
        carriers::begin,
        carriers::question,
        carriers::start,
        carriers_block::which,
        carriers_block::block,
        voice::confirm,
        voice::change,
        voice::question,
        voice::key,
        voice::kind,
        key_cards::page,
        key_cards::order,
        key_cards::level,
        key_cards::which,
        key_cards::block,
        certificate::page,
        certificate::order,
        certificate::sure,
        certificate::block,
        certificate_files::download,
        consents::page,
        encrypted_mail::page,
        encrypted_mail::send,
        encrypted_mail::read,
        encrypted_mail::file,
        renewal::password,
        renewal::question,
        renewal::key,
        renewal::kind,
        ending::page,
        ending::go_on,
        ending::question,
        ending::close,
        ending::kind,
        over::page,
        terms::page,
        terms::accept,
    ]
}

/// The report of the change that led to the page, for its top.
fn done(code: Option<&str>) -> Option<Text> {
    let code = code?;
    DONE.iter().find(|(word, _)| *word == code).map(|(_, key)| Text::new(*key))
}

/// A change of the logged-on citizen's NemID.
fn own(citizen: &Citizen) -> Own {
    Own { nemid: citizen.nemid, origin: citizen.origin.clone(), once: None }
}

/// The same by a form that must not work twice.
fn own_once(citizen: &Citizen, sent: &str) -> Result<Own, Answer> {
    let once = Token::parse(sent).ok_or(Answer::from(Status::BadRequest))?;
    Ok(Own { once: Some(once), ..own(citizen) })
}

/// Splits the outcome of a change. A citizen whose NemID can no longer be used is redirected to a page that
/// says so.
fn attempt<T>(outcome: Result<T, OwnError>) -> Result<Settled<T, OwnRefusal>, Answer> {
    match settle(outcome)? {
        Settled::Refused(
            OwnRefusal::NotUsable(refusal)
            | OwnRefusal::Change(ChangeRefusal::NotUsable(refusal))
            | OwnRefusal::Blocking(BlockingRefusal::Password(refusal)),
        ) => Err(over::because(refusal)),
        other => Ok(other),
    }
}

/// The answer to a failed change of password, user id or contact data. A wrong password may be typed again; a locked or
/// blocked one has ended the session. The fault is shown beside the password, or beside the field of the new
/// value.
fn not_changed(
    refusal: CredentialRefusal,
    password: &'static str,
    instead: &'static str,
    again: impl FnOnce(Faults) -> Answer,
) -> Answer {
    match refusal {
        CredentialRefusal::Wrong { left } => {
            let wrong = Text::new("refusal-wrong-password").with("left", u32::from(left));
            again(Faults::one(password, wrong))
        }
        CredentialRefusal::Guesses(refusal) => again(Faults::one(password, refusal)),
        CredentialRefusal::NotUsable(refusal) => over::because(refusal),
        CredentialRefusal::Blocked => over::at("adgangskode"),
        CredentialRefusal::Change(refusal) => again(Faults::one(instead, refusal)),
        CredentialRefusal::TooOften(refusal) => again(Faults::whole(refusal)),
    }
}
