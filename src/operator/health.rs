//! The state of the service: outbox, nightly round, sessions, reached limits, database.

use jiff::Timestamp;
use rocket::get;
use serde::Serialize;

use crate::web::answer::Handled;
use crate::web::caller::AtApp;
use crate::web::desk_session::Operator;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::actor::PlaceName;
use rules::places;
use service::cases::upkeep::health;
use service::cases::upkeep::health::Health;
use service::cases::upkeep::health::{ReachedInHour, Undelivered};

/// The number of bytes in a megabyte as shown on the page.
const MEGABYTE: u64 = 1_000_000;

#[derive(Serialize)]
struct HealthView {
    waiting: u32,
    retried: u32,
    given_up: u32,
    repeated: u32,
    troubled: Vec<UndeliveredView>,
    last_round: Option<String>,
    sessions: Vec<(String, u32)>,
    limits: Vec<LimitView>,
    database: Text,
    now: String,
}

#[derive(Serialize)]
struct UndeliveredView {
    id: String,
    way: Text,
    queued: String,
    tries: u32,
    state: Text,
    /// Why it did not leave, for people.
    trouble: Option<Text>,
    /// The same as it was said, in English, by the program, the server or the system.
    said: Option<String>,
}

/// How often a limit was reached in one hour.
#[derive(Serialize)]
struct LimitView {
    hour: String,
    what: Text,
    code: String,
    times: u32,
}

impl LimitView {
    fn of(one: &ReachedInHour) -> Self {
        let what = Text::new(format!("health-limit-{}", one.code));
        Self { hour: one.hour.to_string(), what, code: one.code.clone(), times: one.times }
    }
}

impl UndeliveredView {
    fn of(one: &Undelivered, real_now: Timestamp) -> Self {
        Self {
            id: one.id.to_string(),
            way: Text::new(format!("health-way-{}", one.way)),
            queued: one.queued.to_string(),
            tries: one.tries,
            state: state(one, real_now),
            trouble: one.trouble.as_ref().map(|_| trouble(one.trouble_code.as_deref())),
            said: one.trouble.clone(),
        }
    }
}

/// Why the last attempt failed; of an attempt of an older version only that it did.
fn trouble(code: Option<&str>) -> Text {
    Text::new(format!("health-trouble-{}", code.unwrap_or("unknown")))
}

/// The state of a message: on its way, given up or sent; and whether the recipient may have got it twice.
fn state(one: &Undelivered, real_now: Timestamp) -> Text {
    let twice = if one.repeats > 0 { "-perhaps-twice" } else { "" };
    match one.again {
        _ if one.sent => Text::new(format!("health-sent{twice}")),
        None => Text::new(format!("health-given-up{twice}")),
        Some(again) => {
            // Whole minutes, rounded up; an overdue message is tried within the next one.
            let minutes = (again.as_second() - real_now.as_second() + 59) / 60;
            Text::new(format!("health-again{twice}")).with("minutes", minutes.max(1))
        }
    }
}

#[get("/operatoer/drift")]
pub async fn page(_operator: Operator, app: &AtApp, language: Language) -> Handled {
    let Health { outbox, troubled, last_round, sessions, limits, database, now, real_now } =
        health::of(app).await?;
    let view = HealthView {
        waiting: outbox.waiting,
        retried: outbox.retried,
        given_up: outbox.given_up,
        repeated: outbox.repeated,
        troubled: troubled.iter().map(|one| UndeliveredView::of(one, real_now)).collect(),
        last_round: last_round.map(|at| at.to_string()),
        sessions: sessions.iter().map(|(audience, count)| (name(audience, language), *count)).collect(),
        limits: limits.iter().map(LimitView::of).collect(),
        database: size(database),
        now: now.to_string(),
    };
    Ok(Page::new("operator/health.html", view).into())
}

fn size(bytes: u64) -> Text {
    let tenths = i64::try_from(bytes * 10 / MEGABYTE).unwrap_or(i64::MAX);
    Text::new("health-megabytes").with("whole", tenths / 10).with("tenth", tenths % 10)
}

/// The name of an audience, by its stable word.
fn name(audience: &str, language: Language) -> String {
    match audience.split_once('-') {
        Some(("bank", bank)) => {
            let bank = places::title(&PlaceName::new(bank));
            Text::new("desk-title-bank").with("bank", bank).say(language)
        }
        Some((_, site)) => places::title(&PlaceName::new(site)),
        None => Text::new(format!("health-audience-{audience}")).say(language),
    }
}
