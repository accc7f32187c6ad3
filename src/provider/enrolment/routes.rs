//! The addresses of an enrolment in a netbank.

use rocket::{Route, get, post, routes};

use crate::provider::enrolment::frame::Netbank;
use crate::web::answer::Handled;
use crate::web::enrolment::begin::BeginForm;
use crate::web::enrolment::details::DetailsForm;
use crate::web::enrolment::password::PasswordForm;
use crate::web::enrolment::{begin, card, details, key, password, receipt};
use crate::web::forms::Checked;
use crate::web::key_question::{CardForm, KeyForm};
use crate::web::page::Page;

/// The routes of these pages.
pub fn routes() -> Vec<Route> {
    routes![
        begin_page,
        begin_sent,
        password_page,
        password_sent,
        details_page,
        details_sent,
        card_page,
        card_sent,
        key_page,
        key_sent,
        receipt_page,
    ]
}

#[get("/tjenester/<_>/aktiver")]
fn begin_page(at: Netbank<'_>) -> Page {
    begin::ask(&at)
}

#[post("/tjenester/<_>/aktiver", data = "<sent>")]
async fn begin_sent(at: Netbank<'_>, sent: Checked<BeginForm>) -> Handled {
    begin::answer(&at, &sent).await
}

#[get("/tjenester/<_>/aktiver/adgangskode")]
async fn password_page(at: Netbank<'_>) -> Handled {
    password::ask(&at, false).await
}

#[post("/tjenester/<_>/aktiver/adgangskode", data = "<sent>")]
async fn password_sent(at: Netbank<'_>, sent: Checked<PasswordForm>) -> Handled {
    password::answer(&at, &sent).await
}

#[get("/tjenester/<_>/aktiver/oplysninger")]
async fn details_page(at: Netbank<'_>) -> Handled {
    details::ask(&at).await
}

#[post("/tjenester/<_>/aktiver/oplysninger", data = "<sent>")]
async fn details_sent(at: Netbank<'_>, sent: Checked<DetailsForm>) -> Handled {
    details::answer(&at, &sent).await
}

#[get("/tjenester/<_>/aktiver/kort")]
async fn card_page(at: Netbank<'_>) -> Handled {
    card::ask(&at).await
}

#[post("/tjenester/<_>/aktiver/kort", data = "<sent>")]
async fn card_sent(at: Netbank<'_>, sent: Checked<CardForm>) -> Handled {
    card::answer(&at, &sent).await
}

#[get("/tjenester/<_>/aktiver/noegle")]
async fn key_page(at: Netbank<'_>) -> Handled {
    key::ask(&at).await
}

#[post("/tjenester/<_>/aktiver/noegle", data = "<sent>")]
async fn key_sent(at: Netbank<'_>, sent: Checked<KeyForm>) -> Handled {
    key::answer(&at, &sent).await
}

#[get("/tjenester/<_>/aktiver/kvittering")]
async fn receipt_page(at: Netbank<'_>) -> Handled {
    receipt::show(&at).await
}
