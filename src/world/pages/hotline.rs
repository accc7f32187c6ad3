//! The hotline, day and night: the caller gives the particulars that Rules 3.5.2 requires, and they are
//! checked as on the page for blocking without logging on.

use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::page::Page;
use crate::web::telling::StopForm;
use crate::world::gate::Inside;
use rules::actor::Channel;
use service::cases::anonymous::block;
use service::cases::app::Origin;

#[derive(Serialize)]
struct HotlineView {
    form: Filled,
    once: String,
    /// Whether somebody has just called: the hotline's answer is the same for everybody.
    said: bool,
}

#[get("/hotline?<ringet>")]
pub fn hear(inside: Inside, ringet: Option<&str>) -> Page {
    page(&inside, Filled::blank(), ringet.is_some())
}

#[post("/hotline", data = "<sent>")]
pub async fn call(inside: Inside, sent: Checked<StopForm>) -> Handled {
    let again = |faults| Answer::again(page(&inside, Filled::again(&*sent, faults), false));
    let (reporter, request) = match sent.read() {
        Ok(told) => told,
        Err(faults) => return Ok(again(faults)),
    };
    let origin = Origin::inside(Channel::Telephone);
    match settle(block::block(&inside.app, reporter, request, &origin).await)? {
        Settled::Done(_) => Ok(Answer::go("/kontrolrum/hotline?ringet")),
        Settled::Refused(refusal) => Ok(again(Faults::one("address", refusal))),
    }
}

fn page(inside: &Inside, form: Filled, said: bool) -> Page {
    let once = inside.app.new_token().reveal();
    Page::new("world/hotline.html", HotlineView { form, once, said })
}
