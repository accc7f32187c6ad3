//! Logged-on employees as types, like [`super::session`]'s: in the RA portal, at a bank's counter, at the
//! operator's desk. Each of them is a [`Desk`] with a role that gives access to the page.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};

use crate::web::broken;
use crate::web::cookies::{Cookies, cookie_name};
use crate::web::keeper::not_logged_on;
use crate::web::logged_on::{LoggedOn, minutes_left};
use crate::web::origin::origin_of;
use crate::web::section::Section;
use crate::web::session::who;
use crate::web::time_left::Clocked;
use rules::places;
use rules::places::Place;
use rules::staff::Role;
use service::cases::access::audience::Audience;
use service::cases::app::{App, StoreError};
use service::cases::desk::Desk;

/// An employee with access to the RA portal: officer, super-user or administrator.
#[derive(Clone, Debug)]
pub struct RaStaff(pub Desk);

/// The officer (or super-user) who is logged on to the RA portal, and serves citizens.
#[derive(Clone, Debug)]
pub struct Officer(pub Desk);

/// The RA administrator who is logged on to the RA portal.
#[derive(Clone, Debug)]
pub struct Administrator(pub Desk);

/// The operator who is logged on to the operator's pages.
#[derive(Clone, Debug)]
pub struct Operator(pub Desk);

/// A clerk who is logged on to the counter of the bank that the page belongs to.
#[derive(Clone, Debug)]
pub struct BankClerk {
    pub bank: Place,
    /// The clerk's desk.
    pub desk: Desk,
}

/// The id of the errand that a page is about: `?sag=…` in the portal, `/sag/…` at the other desks.
fn errand_of<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    let below = request.uri().path().as_str().split('/').skip_while(|part| *part != "sag").nth(1);
    below.or_else(|| request.query_value::<&str>("sag")?.ok()).filter(|id| !id.is_empty())
}

/// Has a page about an errand tell how much time is left for it.
async fn tell_errand(request: &Request<'_>, audience: &Audience) -> Result<(), StoreError> {
    let token = Cookies::of(request).and_then(|cookies| cookies.token(&cookie_name(audience)));
    match (errand_of(request), token, request.rocket().state::<App>()) {
        (Some(id), Some(token), Some(app)) => Clocked::of(request).errand(app, token, id).await,
        _ => Ok(()),
    }
}

/// The employee who is logged on at an audience with a role that gives access to it.
async fn at_desk(
    request: &Request<'_>,
    audience: Audience,
    opens: impl FnOnce(&Role) -> bool,
) -> Outcome<Desk, ()> {
    let who = match who(request, &audience).await {
        Ok(Some(who)) => who,
        Ok(None) => return not_logged_on(request, &audience),
        Err(status) => return Outcome::Error((status, ())),
    };
    let Some(role) = who.role.clone() else { return Outcome::Error((Status::Forbidden, ())) };
    let place = role.place().map(places::title).unwrap_or_default();
    let (name, administrator) = (who.name.to_string(), role == Role::Administrator);
    let section = Section::from(&audience);
    let minutes_left = minutes_left(who.ends_soon);
    LoggedOn { name: name.clone(), place, minutes_left, section, administrator }.show(request);
    if !opens(&role) {
        return Outcome::Error((Status::Forbidden, ()));
    }
    if let Err(error) = tell_errand(request, &audience).await {
        return Outcome::Error((broken::status("an errand", &error), ()));
    }
    let origin = origin_of(request, audience.channel(), Some(who.session));
    Outcome::Success(Desk { staff: who.nemid, cpr: who.cpr, name, role, origin })
}

/// The employee who is logged on to the RA portal with a role that gives access to the page.
async fn in_portal(request: &Request<'_>, opens: impl FnOnce(&Role) -> bool) -> Outcome<Desk, ()> {
    at_desk(request, Audience::Ra, |role| role.opens_ra() && opens(role)).await
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for RaStaff {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        in_portal(request, |_| true).await.map(Self)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Officer {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        in_portal(request, |role| role.counter().is_some()).await.map(Self)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Administrator {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        in_portal(request, |role| *role == Role::Administrator).await.map(Self)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Operator {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        at_desk(request, Audience::Operator, |role| *role == Role::Operator).await.map(Self)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for BankClerk {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let name = request.uri().path().segments().get(1).unwrap_or_default().to_owned();
        let Some(bank) = places::bank(&name) else { return Outcome::Error((Status::NotFound, ())) };
        let counter = Audience::BankCounter(bank.word());
        let own = |role: &Role| *role == Role::BankClerk { bank: bank.word() };
        at_desk(request, counter, own).await.map(|desk| Self { bank, desk })
    }
}
