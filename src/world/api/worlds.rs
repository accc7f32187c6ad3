//! `/api/worlds`: the program's worlds as a whole (D43). They are listed, made, copied, saved, put back, handed out, exported,
//! imported and removed from the first world alone.

use rocket::http::{ContentType, Status};
use rocket::response::status::Custom;
use rocket::serde::json::Json;
use rocket::{delete, get, post};
use serde_json::{Map, Value, json};

use crate::web::base::Base;
use crate::web::caller::Caller;
use crate::web::download::LargeDownload;
use crate::web::forms::{CheckedJson, RawFile};
use crate::web::origin::SiteAddress;
use crate::world::all_worlds::{AllWorlds, Beginning, Handed, Standing};
use crate::world::api::body::{Nothing, whole};
use crate::world::api::{Answered, ApiError};
use rules::invitations::{ClassRefusal, Holder, class_names};
use rules::words::{PointName, WorldName};
use service::cases::worlds::PointOf;

/// What was made, with 201.
type Made = Result<Custom<Json<Value>>, ApiError>;

/// All worlds, the first one first.
#[get("/")]
pub async fn all(worlds: AllWorlds) -> Answered {
    Ok(Json(worlds.all().await?.iter().map(told).collect()))
}

/// One world.
#[get("/<name>")]
pub async fn one(worlds: AllWorlds, name: &str) -> Answered {
    Ok(Json(told(&worlds.one(&world(name)?).await?)))
}

/// Makes a world.
#[post("/", data = "<body>")]
pub async fn make(worlds: AllWorlds, body: CheckedJson<Value>) -> Made {
    let fields = Fields::of(&body, &["name", "from"])?;
    let (name, from) = (fields.world()?, fields.beginning()?);
    worlds.make(&name, &from).await?;
    Ok(made(told(&worlds.one(&name).await?)))
}

/// Makes a world for each of a class, and a link to each.
#[post("/class", data = "<body>")]
pub async fn make_class(
    worlds: AllWorlds,
    at: Caller<'_>,
    site: SiteAddress,
    body: CheckedJson<Value>,
) -> Made {
    let fields = Fields::of(&body, &["name", "from", "count", "holders"])?;
    let (name, from, holders) = (fields.world()?, fields.beginning()?, fields.holders()?);
    let names = class_names(&name, holders.len()).map_err(ApiError::refused)?;
    let handed = worlds.make_class(names, &from, holders, &at.origin).await?;
    Ok(made(handed.iter().map(|one| handed_out(one, &site)).collect()))
}

/// Removes a world.
#[delete("/<name>", data = "<_body>")]
pub async fn remove(worlds: AllWorlds, name: &str, _body: Nothing) -> Answered {
    let name = world(name)?;
    worlds.remove(&name).await?;
    Ok(Json(json!({ "removed": name })))
}

/// Begins a world anew.
#[post("/<name>/reset", data = "<_body>")]
pub async fn reset(worlds: AllWorlds, at: Caller<'_>, name: &str, _body: Nothing) -> Answered {
    Ok(Json(json!({ "now": worlds.reset(&world(name)?, &at.origin).await? })))
}

/// Gives a world another name.
#[post("/<name>/rename", data = "<body>")]
pub async fn rename(worlds: AllWorlds, name: &str, body: CheckedJson<Value>) -> Answered {
    let (from, to) = (world(name)?, Fields::of(&body, &["name"])?.world()?);
    worlds.rename(&from, &to).await?;
    Ok(Json(told(&worlds.one(&to).await?)))
}

/// Saves a world.
#[post("/<name>/save", data = "<body>")]
pub async fn save(worlds: AllWorlds, name: &str, body: CheckedJson<Value>) -> Made {
    let (name, point) = (world(name)?, Fields::of(&body, &["point"])?.point()?);
    worlds.save(&name, &point).await?;
    Ok(made(told(&worlds.one(&name).await?)))
}

/// Puts a world back to a save point.
#[post("/<name>/back", data = "<body>")]
pub async fn back(worlds: AllWorlds, at: Caller<'_>, name: &str, body: CheckedJson<Value>) -> Answered {
    let (name, point) = (world(name)?, Fields::of(&body, &["point"])?.point()?);
    Ok(Json(json!({ "now": worlds.back(&name, &point, &at.origin).await? })))
}

/// Removes a save point.
#[delete("/<name>/points/<point>", data = "<_body>")]
pub async fn forget_point(worlds: AllWorlds, name: &str, point: &str, _body: Nothing) -> Answered {
    let (name, point) = (world(name)?, PointName::parse(point).map_err(ApiError::refused)?);
    worlds.forget_point(&name, &point).await?;
    Ok(Json(told(&worlds.one(&name).await?)))
}

/// Lets a world's e-mails leave by the mail server, or keeps them in its folder.
#[post("/<name>/mail", data = "<body>")]
pub async fn keep_mail(worlds: AllWorlds, at: Caller<'_>, name: &str, body: CheckedJson<Value>) -> Answered {
    let name = world(name)?;
    let stays = Fields::of(&body, &["stays"])?.0.get("stays").and_then(Value::as_bool).ok_or_else(shape)?;
    worlds.keep_mail(&name, stays, &at.origin).await?;
    Ok(Json(told(&worlds.one(&name).await?)))
}

/// Hands a world to somebody, by a link that is used once.
#[post("/<name>/invite", data = "<body>")]
pub async fn invite(
    worlds: AllWorlds,
    at: Caller<'_>,
    site: SiteAddress,
    name: &str,
    body: CheckedJson<Value>,
) -> Made {
    let name = world(name)?;
    let holder = Fields::of(&body, &["holder"])?.0.get("holder").map(holder).transpose()?;
    Ok(made(handed_out(&worlds.hand_out(&name, holder, &at.origin).await?, &site)))
}

/// A world as one file, with or without its server key.
#[get("/<name>/export?<key>")]
pub async fn export(worlds: AllWorlds, name: &str, key: Option<&str>) -> Result<LargeDownload, ApiError> {
    let name = world(name)?;
    let with_key = match key {
        None | Some("false") => false,
        Some("true") => true,
        Some(_) => return Err(shape()),
    };
    let file = worlds.export(&name, with_key).await?;
    Ok(LargeDownload { name: format!("{name}.tar"), kind: ContentType::TAR, file })
}

/// Makes a world of such a file.
#[post("/import?<name>", data = "<file>")]
pub async fn import(worlds: AllWorlds, name: &str, file: RawFile) -> Made {
    let name = world(name)?;
    worlds.import(file.0, &name).await?;
    Ok(made(told(&worlds.one(&name).await?)))
}

fn made(told: Value) -> Custom<Json<Value>> {
    Custom(Status::Created, Json(told))
}

fn told(standing: &Standing) -> Value {
    let facts = &standing.facts;
    let point = |one: &PointOf| json!({ "point": one.name, "saved": one.saved, "now": one.at });
    json!({
        "name": facts.name,
        "address": Base::of_any(&facts.name).address("/"),
        "now": facts.at,
        "open": standing.is_open,
        "size": facts.size,
        "points": facts.points.iter().map(point).collect::<Vec<_>>(),
        "mail_stays": facts.mail_stays,
        "handed_out": facts.invitation.as_ref().map(|one| json!({
            "holder": one.holder, "made": one.made, "used": one.used,
        })),
    })
}

fn handed_out(handed: &Handed, site: &SiteAddress) -> Value {
    json!({
        "name": handed.world,
        "address": Base::of_world(&handed.world).address("/"),
        "holder": handed.holder.as_ref().map(Holder::as_str),
        "link": handed.address(site),
    })
}

fn world(name: &str) -> Result<WorldName, ApiError> {
    WorldName::parse(name).map_err(ApiError::refused)
}

fn shape() -> ApiError {
    ApiError::new(Status::UnprocessableEntity, "worlds_shape", "worlds-shape")
}

fn holder(value: &Value) -> Result<Holder, ApiError> {
    value.as_str().ok_or_else(shape).and_then(|name| Holder::parse(name).map_err(ApiError::refused))
}

/// What was sent.
struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// The fields of a call that knows these and no others.
    fn of(body: &'a Value, known: &[&str]) -> Result<Self, ApiError> {
        let fields = body.as_object().ok_or_else(shape)?;
        if fields.keys().all(|name| known.contains(&name.as_str())) { Ok(Self(fields)) } else { Err(shape()) }
    }

    fn text(&self, name: &str) -> Result<&'a str, ApiError> {
        self.0.get(name).and_then(Value::as_str).ok_or_else(shape)
    }

    fn world(&self) -> Result<WorldName, ApiError> {
        world(self.text("name")?)
    }

    fn point(&self) -> Result<PointName, ApiError> {
        PointName::parse(self.text("point")?).map_err(ApiError::refused)
    }

    /// `seed`, a world, or a world and its save point (`klasse@start`); the seed where nothing is said.
    fn beginning(&self) -> Result<Beginning, ApiError> {
        match self.0.get("from") {
            None => Ok(Beginning::Seed),
            Some(from) => {
                let from = from.as_str().ok_or_else(shape)?;
                Beginning::parse(from).map_err(ApiError::refused)
            }
        }
    }

    /// For whom the worlds of a class are: each by a name, or so many of them.
    fn holders(&self) -> Result<Vec<Option<Holder>>, ApiError> {
        let size = || ApiError::refused(ClassRefusal::Size);
        match (self.0.get("holders"), self.0.get("count")) {
            (Some(Value::Array(holders)), None) => holders.iter().map(|one| holder(one).map(Some)).collect(),
            (None, Some(count)) => {
                let count = whole(count).and_then(|count| usize::try_from(count).ok()).ok_or_else(size)?;
                let count = Some(count).filter(|count| *count <= rules::invitations::LARGEST_CLASS);
                Ok(vec![None; count.ok_or_else(size)?])
            }
            _ => Err(shape()),
        }
    }
}
