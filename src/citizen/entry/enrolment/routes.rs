//! The addresses of an activation and of a re-opening at Selvbetjening.

use rocket::{Route, get, post, routes};

use crate::citizen::entry::enrolment::frame::Portal;
use crate::web::answer::Handled;
use crate::web::enrolment::begin::BeginForm;
use crate::web::enrolment::consents::ConsentsForm;
use crate::web::enrolment::details::DetailsForm;
use crate::web::enrolment::password::PasswordForm;
use crate::web::enrolment::remember::RememberForm;
use crate::web::enrolment::{begin, card, consents, details, key, password, receipt, remember};
use crate::web::forms::Checked;
use crate::web::key_question::{CardForm, KeyForm};
use crate::web::page::Page;

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    routes![
        activation_begin,
        activation_begin_sent,
        activation_password,
        activation_password_sent,
        activation_details,
        activation_details_sent,
        activation_consents,
        activation_consents_sent,
        activation_card,
        activation_card_sent,
        activation_key,
        activation_key_sent,
        activation_receipt,
        reopening_begin,
        reopening_begin_sent,
        reopening_remember,
        reopening_remember_sent,
        reopening_password,
        reopening_password_sent,
        reopening_card,
        reopening_card_sent,
        reopening_key,
        reopening_key_sent,
        reopening_receipt,
    ]
}

#[get("/aktiver")]
async fn activation_begin(at: Portal<'_>) -> Page {
    begin::ask_or_resume(&at).await
}

#[post("/aktiver", data = "<sent>")]
async fn activation_begin_sent(at: Portal<'_>, sent: Checked<BeginForm>) -> Handled {
    begin::answer(&at, &sent).await
}

#[get("/aktiver/adgangskode?<flyttet>")]
async fn activation_password(at: Portal<'_>, flyttet: Option<&str>) -> Handled {
    password::ask(&at, flyttet.is_some()).await
}

#[post("/aktiver/adgangskode", data = "<sent>")]
async fn activation_password_sent(at: Portal<'_>, sent: Checked<PasswordForm>) -> Handled {
    password::answer(&at, &sent).await
}

#[get("/aktiver/oplysninger")]
async fn activation_details(at: Portal<'_>) -> Handled {
    details::ask(&at).await
}

#[post("/aktiver/oplysninger", data = "<sent>")]
async fn activation_details_sent(at: Portal<'_>, sent: Checked<DetailsForm>) -> Handled {
    details::answer(&at, &sent).await
}

#[get("/aktiver/samtykke")]
async fn activation_consents(at: Portal<'_>) -> Handled {
    consents::ask(&at).await
}

#[post("/aktiver/samtykke", data = "<sent>")]
async fn activation_consents_sent(at: Portal<'_>, sent: Checked<ConsentsForm>) -> Handled {
    consents::answer(&at, &sent).await
}

#[get("/aktiver/kort")]
async fn activation_card(at: Portal<'_>) -> Handled {
    card::ask(&at).await
}

#[post("/aktiver/kort", data = "<sent>")]
async fn activation_card_sent(at: Portal<'_>, sent: Checked<CardForm>) -> Handled {
    card::answer(&at, &sent).await
}

#[get("/aktiver/noegle")]
async fn activation_key(at: Portal<'_>) -> Handled {
    key::ask(&at).await
}

#[post("/aktiver/noegle", data = "<sent>")]
async fn activation_key_sent(at: Portal<'_>, sent: Checked<KeyForm>) -> Handled {
    key::answer(&at, &sent).await
}

#[get("/aktiver/kvittering")]
async fn activation_receipt(at: Portal<'_>) -> Handled {
    receipt::show(&at).await
}

#[get("/genaabn")]
async fn reopening_begin(at: Portal<'_>) -> Page {
    begin::ask_or_resume(&at).await
}

#[post("/genaabn", data = "<sent>")]
async fn reopening_begin_sent(at: Portal<'_>, sent: Checked<BeginForm>) -> Handled {
    begin::answer(&at, &sent).await
}

#[get("/genaabn/husket?<flyttet>")]
async fn reopening_remember(at: Portal<'_>, flyttet: Option<&str>) -> Handled {
    remember::ask(&at, flyttet.is_some()).await
}

#[post("/genaabn/husket", data = "<sent>")]
async fn reopening_remember_sent(at: Portal<'_>, sent: Checked<RememberForm>) -> Handled {
    remember::answer(&at, &sent).await
}

#[get("/genaabn/adgangskode?<flyttet>")]
async fn reopening_password(at: Portal<'_>, flyttet: Option<&str>) -> Handled {
    password::ask(&at, flyttet.is_some()).await
}

#[post("/genaabn/adgangskode", data = "<sent>")]
async fn reopening_password_sent(at: Portal<'_>, sent: Checked<PasswordForm>) -> Handled {
    password::answer(&at, &sent).await
}

#[get("/genaabn/kort")]
async fn reopening_card(at: Portal<'_>) -> Handled {
    card::ask(&at).await
}

#[post("/genaabn/kort", data = "<sent>")]
async fn reopening_card_sent(at: Portal<'_>, sent: Checked<CardForm>) -> Handled {
    card::answer(&at, &sent).await
}

#[get("/genaabn/noegle")]
async fn reopening_key(at: Portal<'_>) -> Handled {
    key::ask(&at).await
}

#[post("/genaabn/noegle", data = "<sent>")]
async fn reopening_key_sent(at: Portal<'_>, sent: Checked<KeyForm>) -> Handled {
    key::answer(&at, &sent).await
}

#[get("/genaabn/kvittering")]
async fn reopening_receipt(at: Portal<'_>) -> Handled {
    receipt::show(&at).await
}
