//! `/kontrolrum/ting/<id>`: a token or a telephone in its holder's hands, with the button of a token, and what becomes of the
//! thing (D36).

use rocket::http::Status;
use rocket::{get, post};
use serde::Serialize;
use serde_json::json;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, Faults, Filled, NoFields};
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::page_of;
use crate::world::telephone;
use rules::nemid::DeviceId;
use rules::words::Key;
use service::cases::world::devices::{Change, Device, DeviceRefusal, Thing};
use service::cases::world::{devices, register};

#[derive(Serialize)]
struct ThingView {
    back: String,
    /// The name of its holder.
    name: String,
    title: Text,
    /// Its own address.
    at: String,
    is_token: bool,
    /// What the display of a token shows after a press.
    code: Option<String>,
    /// The page of the telephone itself, where apps can be on it.
    screen: Option<String>,
    facts: Vec<Fact>,
    form: Filled,
}

/// One thing that can be so or not, and the button that changes it.
#[derive(Serialize)]
struct Fact {
    text: Text,
    change: Text,
    action: String,
}

/// The address of a thing's page.
pub(in crate::world) fn address(id: DeviceId) -> String {
    format!("/kontrolrum/ting/{id}")
}

/// Its texts: as it is now, and on the button that changes it; by its word in the address and whether it is so.
fn texts(word: &str, is_so: bool) -> Option<(&'static str, &'static str)> {
    Some(match (word, is_so) {
        ("mistet", true) => ("thing-lost", "thing-find"),
        ("mistet", false) => ("thing-in-hand", "thing-lose"),
        ("batteri", true) => ("thing-battery", "thing-battery-end"),
        ("batteri", false) => ("thing-no-battery", "thing-battery-fill"),
        ("net", true) => ("thing-net", "thing-net-end"),
        ("net", false) => ("thing-no-net", "thing-net-begin"),
        ("fjernstyret", true) => ("thing-compromised", "thing-clean"),
        ("fjernstyret", false) => ("thing-not-compromised", "thing-compromise"),
        ("huller", true) => ("thing-holes", "thing-holes-mend"),
        ("huller", false) => ("thing-no-holes", "thing-holes-make"),
        _ => return None,
    })
}

/// What changes by a word of the address.
fn changed(word: &str, to: bool) -> Option<Change> {
    let mut change = Change::default();
    let fact = match word {
        "mistet" => &mut change.lost,
        "batteri" => &mut change.battery,
        "net" => &mut change.net,
        "fjernstyret" => &mut change.compromised,
        "huller" => &mut change.holes,
        _ => return None,
    };
    *fact = Some(to);
    Some(change)
}

fn facts(device: &Device) -> Vec<Fact> {
    let all = match &device.thing {
        Thing::Token { lost, battery, .. } => vec![("mistet", *lost), ("batteri", *battery)],
        Thing::Telephone(one) => vec![
            ("mistet", one.lost),
            ("batteri", one.battery),
            ("net", one.net),
            ("fjernstyret", one.compromised),
            ("huller", one.holes),
        ],
    };
    all.into_iter().filter_map(|(word, is_so)| fact(device.id, word, is_so)).collect()
}

fn fact(id: DeviceId, word: &str, is_so: bool) -> Option<Fact> {
    let (text, change) = texts(word, is_so)?;
    let to = if is_so { "nej" } else { "ja" };
    Some(Fact {
        text: Text::new(text),
        change: Text::new(change),
        action: format!("{}/{word}/{to}", address(id)),
    })
}

/// The number of a thing from an address; for anything else the page is not found.
fn number(id: &str) -> Result<DeviceId, Answer> {
    id.parse().map(DeviceId).map_err(|_| Status::NotFound.into())
}

async fn page(inside: &Inside, id: DeviceId, code: Option<&Key>, form: Filled) -> Result<Page, Answer> {
    let device = devices::device(&inside.app, id).await?.ok_or(Status::NotFound)?;
    let holder = register::person(&inside.app, device.owner).await?.ok_or(Status::NotFound)?;
    let (title, screen) = match &device.thing {
        Thing::Token { carrier, .. } => (Text::new("thing-token").with("number", carrier.to_string()), None),
        Thing::Telephone(one) => {
            let title = Text::new("thing-telephone").with("make", one.make.clone());
            let screen = one.smart.then(|| telephone::address(id));
            (title.with("number", one.number.to_string()), screen)
        }
    };
    let view = ThingView {
        back: page_of(device.owner),
        name: holder.citizen.name.to_string(),
        title,
        at: address(id),
        is_token: device.token().is_some(),
        code: code.map(|code| code.reveal().to_owned()),
        screen,
        facts: facts(&device),
        form,
    };
    Ok(Page::new("world/thing.html", view))
}

/// The thing.
#[get("/ting/<id>")]
pub async fn show(inside: Inside, id: &str) -> Handled {
    Ok(page(&inside, number(id)?, None, Filled::blank()).await?.into())
}

/// Presses the button of a token; the page shows what its display shows.
#[post("/ting/<id>/tryk", data = "<_sent>")]
pub async fn press(inside: Inside, id: &str, _sent: Checked<NoFields>) -> Handled {
    let id = number(id)?;
    match settle(devices::press(&inside.app, id).await)? {
        Settled::Done(code) => Ok(page(&inside, id, Some(&code), Filled::blank()).await?.into()),
        Settled::Refused(DeviceRefusal::NotThere | DeviceRefusal::NotSuch) => Err(Status::NotFound.into()),
        Settled::Refused(refusal) => {
            let form = Filled::again(&json!({}), Faults::whole(refusal));
            Ok(page(&inside, id, None, form).await?.with_status(Status::Conflict).into())
        }
    }
}

/// Changes what the thing is like.
#[post("/ting/<id>/<word>/<to>", data = "<_sent>")]
pub async fn change(inside: Inside, id: &str, word: &str, to: &str, _sent: Checked<NoFields>) -> Handled {
    let id = number(id)?;
    let to = match to {
        "ja" => true,
        "nej" => false,
        _ => return Err(Status::NotFound.into()),
    };
    let change = changed(word, to).ok_or(Status::NotFound)?;
    match settle(devices::change(&inside.app, id, change).await)? {
        Settled::Done(_) => Ok(Answer::go(address(id))),
        Settled::Refused(_) => Err(Status::NotFound.into()),
    }
}
