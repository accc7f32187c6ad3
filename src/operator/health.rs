//! How the service is: outbox, daily round, sessions, database.

use std::sync::Arc;

use rocket::{State, get};
use serde::Serialize;

use crate::cases::health::{self, Health};
use crate::cases::house::House;
use crate::cases::places;
use crate::rules::actor::PlaceName;
use crate::web::answer::Answer;
use crate::web::desk_session::Operator;
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;

/// Bytes in a megabyte as the page says it.
const MEGABYTE: u64 = 1_000_000;

#[derive(Serialize)]
struct HealthView {
    waiting: u32,
    failing: u32,
    trouble: Option<String>,
    last_round: Option<String>,
    sessions: Vec<(String, u32)>,
    database: Text,
    now: String,
}

/// The page.
#[get("/operatoer/drift")]
pub async fn page(
    _operator: Operator,
    house: &State<Arc<House>>,
    language: Language,
) -> Result<Page, Answer> {
    let Health { outbox, last_round, sessions, database, now } = health::of(house).await?;
    let view = HealthView {
        waiting: outbox.waiting,
        failing: outbox.failing,
        trouble: outbox.trouble,
        last_round: last_round.map(|at| at.to_string()),
        sessions: sessions.iter().map(|(audience, count)| (name(audience, language), *count)).collect(),
        database: size(database),
        now: now.to_string(),
    };
    Ok(Page::new("operator/health.html", view))
}

fn size(bytes: u64) -> Text {
    let tenths = i64::try_from(bytes * 10 / MEGABYTE).unwrap_or(i64::MAX);
    Text::new("health-megabytes").with("whole", tenths / 10).with("tenth", tenths % 10)
}

/// What an audience is called, by its stable word.
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
