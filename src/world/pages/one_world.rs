//! `/kontrolrum/verdener/<name>`: one of the program's worlds (D43): its save points, whom it was handed to, its e-mails, its
//! name and its end. What cannot be undone is asked about first.

use rocket::form::FromForm;
use rocket::http::{ContentType, Status};
use rocket::{get, post};
use serde::Serialize;
use serde_json::json;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::base::Base;
use crate::web::caller::Caller;
use crate::web::download::LargeDownload;
use crate::web::forms::{Checked, Faults, Filled, NoFields, optional};
use crate::web::origin::SiteAddress;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::all_worlds::AllWorlds;
use crate::world::pages::worlds::{links, page_of};
use rules::invitations::{Holder, Invitation};
use rules::words::{PointName, WorldName};
use service::cases::open;
use service::cases::worlds::{PointOf, WorldsError, WorldsRefusal};

/// A save point to be made.
#[derive(FromForm, Serialize)]
pub struct PointForm {
    point: String,
}

/// Another name.
#[derive(FromForm, Serialize)]
pub struct NameForm {
    name: String,
}

/// Whom the world is for.
#[derive(FromForm, Serialize)]
pub struct HolderForm {
    holder: String,
}

/// Whether e-mails stay in the world's folder.
#[derive(FromForm)]
pub struct MailForm {
    stays: bool,
}

#[derive(Serialize)]
struct WorldView {
    name: WorldName,
    is_first: bool,
    /// The address of the page itself.
    at: String,
    /// The world's front page, from the root of the host.
    address: String,
    now: String,
    size: u64,
    points: Vec<Point>,
    mail_stays: bool,
    handed_out: Option<HandedOut>,
    form: Filled,
}

/// Whom the world was handed to.
#[derive(Serialize)]
struct HandedOut {
    holder: Option<String>,
    /// When the link was used, by the real clock.
    used: Option<String>,
}

#[derive(Serialize)]
struct Point {
    name: PointName,
    /// When it was saved, by the real clock.
    saved: String,
    /// The simulated instant at which it was saved.
    now: String,
}

/// What is asked before it is done.
#[derive(Serialize)]
struct QuestionView {
    name: WorldName,
    is_first: bool,
    /// The address of the page about the world.
    at: String,
    /// Which question: `back`, `reset` or `remove`.
    what: &'static str,
    action: String,
    point: Option<PointName>,
    /// The simulated instant at which the world goes on.
    then: Option<String>,
}

fn named(name: &str) -> Result<WorldName, Answer> {
    WorldName::parse(name).map_err(|_| Status::NotFound.into())
}

/// A world that is not there is a page that is not there.
fn found<T>(outcome: Result<T, WorldsError>) -> Result<T, Answer> {
    match settle(outcome)? {
        Settled::Done(done) => Ok(done),
        Settled::Refused(WorldsRefusal::Unknown | WorldsRefusal::PointUnknown) => {
            Err(Status::NotFound.into())
        }
        Settled::Refused(_) => Err(Status::Conflict.into()),
    }
}

async fn page(worlds: &AllWorlds, name: &WorldName, form: Filled) -> Result<Page, Answer> {
    let facts = found(worlds.one(name).await)?.facts;
    let point = |one: &PointOf| Point {
        name: one.name.clone(),
        saved: one.saved.to_string(),
        now: one.at.to_string(),
    };
    let handed_out = |Invitation { holder, used, .. }| HandedOut {
        holder,
        used: used.map(|used: jiff::Timestamp| used.to_string()),
    };
    let view = WorldView {
        is_first: name.is_first(),
        at: page_of(name),
        address: Base::of_any(name).address("/"),
        now: facts.at.to_string(),
        size: facts.size.div_ceil(1_024 * 1_024),
        points: facts.points.iter().map(point).collect(),
        mail_stays: facts.mail_stays,
        handed_out: facts.invitation.map(handed_out),
        name: facts.name,
        form,
    };
    Ok(Page::new("world/one_world.html", view))
}

/// The page.
#[get("/verdener/<name>")]
pub async fn show(worlds: AllWorlds, name: &str) -> Handled {
    Ok(page(&worlds, &named(name)?, Filled::blank()).await?.into())
}

/// Saves the world.
#[post("/verdener/<name>/gem", data = "<sent>")]
pub async fn save(worlds: AllWorlds, name: &str, sent: Checked<PointForm>) -> Handled {
    let name = named(name)?;
    let faults = match PointName::parse(&sent.point) {
        Err(fault) => Faults::one("point", fault),
        Ok(point) => match settle(worlds.save(&name, &point).await)? {
            Settled::Done(()) => return Ok(Answer::go(page_of(&name))),
            Settled::Refused(WorldsRefusal::Unknown) => return Err(Status::NotFound.into()),
            Settled::Refused(refusal) => Faults::one("point", refusal),
        },
    };
    Ok(Answer::again(page(&worlds, &name, Filled::again(&*sent, faults)).await?))
}

/// Gives the world another name.
#[post("/verdener/<name>/navn", data = "<sent>")]
pub async fn rename(worlds: AllWorlds, name: &str, sent: Checked<NameForm>) -> Handled {
    let name = named(name)?;
    let faults = match WorldName::parse(&sent.name) {
        Err(fault) => Faults::one("name", fault),
        Ok(to) => match settle(worlds.rename(&name, &to).await)? {
            Settled::Done(()) => return Ok(Answer::go(page_of(&to))),
            Settled::Refused(WorldsRefusal::Unknown) => return Err(Status::NotFound.into()),
            Settled::Refused(refusal) => Faults::one("name", refusal),
        },
    };
    Ok(Answer::again(page(&worlds, &name, Filled::again(&*sent, faults)).await?))
}

/// Hands the world to somebody, and shows the link.
#[post("/verdener/<name>/aflever", data = "<sent>")]
pub async fn hand_out(
    worlds: AllWorlds,
    at: Caller<'_>,
    site: SiteAddress,
    name: &str,
    sent: Checked<HolderForm>,
) -> Handled {
    let name = named(name)?;
    match optional(&sent.holder, Holder::parse) {
        Ok(holder) => Ok(links(&[found(worlds.hand_out(&name, holder, &at.origin).await)?], &site).into()),
        Err(fault) => {
            let form = Filled::again(&*sent, Faults::one("holder", fault));
            Ok(Answer::again(page(&worlds, &name, form).await?))
        }
    }
}

/// Lets the world's e-mails leave by the mail server, or keeps them in its folder.
#[post("/verdener/<name>/post", data = "<sent>")]
pub async fn keep_mail(worlds: AllWorlds, at: Caller<'_>, name: &str, sent: Checked<MailForm>) -> Handled {
    let name = named(name)?;
    found(worlds.keep_mail(&name, sent.stays, &at.origin).await)?;
    Ok(Answer::go(page_of(&name)))
}

/// The world as one file.
#[get("/verdener/<name>/fil?<noegle>")]
pub async fn export(worlds: AllWorlds, name: &str, noegle: Option<&str>) -> Result<LargeDownload, Answer> {
    let name = named(name)?;
    let file = found(worlds.export(&name, noegle == Some("ja")).await)?;
    Ok(LargeDownload { name: format!("{name}.tar"), kind: ContentType::TAR, file })
}

fn question(name: WorldName, what: &'static str, action: &str, then: Option<String>) -> QuestionView {
    let action = format!("{}/{action}", page_of(&name));
    QuestionView { is_first: name.is_first(), at: page_of(&name), what, action, point: None, then, name }
}

fn asked(view: QuestionView) -> Answer {
    Page::new("world/world_question.html", view).into()
}

/// Asks before the world is put back.
#[get("/verdener/<name>/tilbage/<point>")]
pub async fn ask_back(worlds: AllWorlds, name: &str, point: &str) -> Handled {
    let name = named(name)?;
    let points = found(worlds.one(&name).await)?.facts.points;
    let point = points.into_iter().find(|one| one.name.as_str() == point).ok_or(Status::NotFound)?;
    let view = question(name, "back", &format!("tilbage/{}", point.name), Some(point.at.to_string()));
    Ok(asked(QuestionView { point: Some(point.name), ..view }))
}

/// Puts the world back.
#[post("/verdener/<name>/tilbage/<point>", data = "<_sent>")]
pub async fn back(
    worlds: AllWorlds,
    at: Caller<'_>,
    name: &str,
    point: &str,
    _sent: Checked<NoFields>,
) -> Handled {
    let name = named(name)?;
    let point = PointName::parse(point).map_err(|_| Status::NotFound)?;
    match settle(worlds.back(&name, &point, &at.origin).await)? {
        Settled::Done(_) => Ok(Answer::go(page_of(&name))),
        Settled::Refused(WorldsRefusal::Unknown | WorldsRefusal::PointUnknown) => {
            Err(Status::NotFound.into())
        }
        Settled::Refused(refusal) => {
            let form = Filled::again(&json!({}), Faults::whole(Text::from(refusal)));
            Ok(page(&worlds, &name, form).await?.with_status(Status::Conflict).into())
        }
    }
}

/// Removes a save point.
#[post("/verdener/<name>/gemmepunkter/<point>/slet", data = "<_sent>")]
pub async fn forget_point(worlds: AllWorlds, name: &str, point: &str, _sent: Checked<NoFields>) -> Handled {
    let name = named(name)?;
    let point = PointName::parse(point).map_err(|_| Status::NotFound)?;
    found(worlds.forget_point(&name, &point).await)?;
    Ok(Answer::go(page_of(&name)))
}

/// Asks before the world begins anew.
#[get("/verdener/<name>/nulstil")]
pub async fn ask_reset(worlds: AllWorlds, name: &str) -> Handled {
    let name = named(name)?;
    found(worlds.one(&name).await)?;
    Ok(asked(question(name, "reset", "nulstil", Some(open::world_starts().to_string()))))
}

/// Begins the world anew.
#[post("/verdener/<name>/nulstil", data = "<_sent>")]
pub async fn reset(worlds: AllWorlds, at: Caller<'_>, name: &str, _sent: Checked<NoFields>) -> Handled {
    let name = named(name)?;
    found(worlds.reset(&name, &at.origin).await)?;
    Ok(Answer::go(page_of(&name)))
}

/// Asks before the world is removed.
#[get("/verdener/<name>/slet")]
pub async fn ask_remove(worlds: AllWorlds, name: &str) -> Handled {
    let name = named(name)?;
    found(worlds.one(&name).await)?;
    if name.is_first() {
        return Err(Status::NotFound.into());
    }
    Ok(asked(question(name, "remove", "slet", None)))
}

/// Removes the world.
#[post("/verdener/<name>/slet", data = "<_sent>")]
pub async fn remove(worlds: AllWorlds, name: &str, _sent: Checked<NoFields>) -> Handled {
    found(worlds.remove(&named(name)?).await)?;
    Ok(Answer::go("/kontrolrum/verdener"))
}
