//! `/kontrolrum/ur`: the simulated clock, which can be moved forward (D21).

use jiff::Timestamp;
use rocket::form::FromForm;
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::dates;
use crate::web::forms::{Checked, Faults, Filled, TypedDay};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::web::way_back::WayBack;
use crate::world::gate::Inside;
use crate::world::pages::ahead::{Ahead, Told};
use rules::happenings::is_big_move;
use rules::words::as_on_a_keyboard;
use rules::{calendar, danish_time};
use service::cases::world::clock;
use service::cases::world::clock::Move;
use service::cases::world::clock_preview::{Preview, preview};

/// How far to move the clock, by one of the three ways of the page: a button, a number of steps, a date.
#[derive(FromForm, Serialize)]
pub struct MoveForm {
    by: Option<String>,
    count: Option<String>,
    unit: Option<String>,
    date: TypedDay,
    time: Option<String>,
    #[serde(skip)]
    til: Option<WayBack>,
    /// Whether the question before a big move was answered.
    #[serde(skip)]
    confirmed: bool,
}

#[derive(Serialize)]
struct ClockView {
    now: String,
    /// Where a move that was cut off was to lead.
    unfinished: Option<Timestamp>,
    form: Filled,
    working_day: bool,
    units: Vec<Unit>,
    ahead: Ahead,
}

/// The question before a big move.
#[derive(Serialize)]
struct QuestionView {
    ahead: Told,
    by: String,
    til: String,
}

/// One unit of steps to choose.
#[derive(Serialize)]
struct Unit {
    value: &'static str,
    text: String,
}

async fn page(inside: &Inside, language: Language, form: Filled) -> Result<Page, Answer> {
    let unfinished = clock::unfinished(&inside.app).await?;
    let now = inside.app.now();
    let working_day = calendar::is_working_day(calendar::danish_date(now));
    let units = [
        ("hours", "world-clock-unit-hours"),
        ("days", "world-clock-unit-days"),
        ("working_days", "world-clock-unit-working-days"),
    ];
    let units = units.map(|(value, key)| Unit { value, text: Text::new(key).say(language) }).into();
    let ahead = Ahead::of(&inside.app, language).await?;
    let view = ClockView { now: now.to_string(), unfinished, form, working_day, units, ahead };
    Ok(Page::new("world/clock.html", view))
}

#[get("/ur")]
pub async fn show(inside: Inside, language: Language) -> Handled {
    let morning = dates::clock(language, jiff::civil::time(9, 0, 0, 0));
    let known = serde_json::json!({ "unit": "working_days", "time": morning });
    Ok(page(&inside, language, Filled::with(&known)).await?.into())
}

/// Moves the clock forward; a big move is asked about first (D34).
#[post("/ur", data = "<sent>")]
pub async fn move_on(inside: Inside, language: Language, sent: Checked<MoveForm>) -> Handled {
    let again =
        async |faults| page(&inside, language, Filled::again(&*sent, faults)).await.map(Answer::again);
    let by = match read(&sent, inside.app.now()) {
        Ok(by) => by,
        Err(faults) => return again(faults).await,
    };
    let til = sent.til.as_ref().map_or("/kontrolrum/ur".to_owned(), ToString::to_string);
    let now = inside.app.now();
    if by.target(now).is_ok_and(|target| !sent.confirmed && is_big_move(now, target))
        && let Settled::Done(ahead) = settle(preview(&inside.app, by).await)?
    {
        return Ok(question(&ahead, til, language).into());
    }
    let (field, link) = if sent.date.was_sent() { ("date", "date.dag") } else { ("count", "count") };
    Ok(match settle(clock::move_on(&inside.app, by).await)? {
        Settled::Done(_) => Answer::go(til),
        Settled::Refused(refusal) => {
            let mut faults = Faults::default();
            faults.add_at(field, link, Text::from(refusal));
            return again(faults).await;
        }
    })
}

fn question(ahead: &Preview, til: String, language: Language) -> Page {
    let by = format!("to:{}", ahead.to);
    let ahead = Told::of_preview(ahead, language);
    Page::new("world/clock_question.html", QuestionView { ahead, by, til })
}

fn read(sent: &MoveForm, now: Timestamp) -> Result<Move, Faults> {
    if let Some((unit, count)) = sent.by.as_deref().and_then(|by| by.split_once(':')) {
        return steps(unit, count);
    }
    if !sent.date.was_sent() {
        return steps(sent.unit.as_deref().unwrap_or_default(), sent.count.as_deref().unwrap_or_default());
    }
    let mut faults = Faults::default();
    let date = faults.take_day("date", &sent.date);
    if date == Some(None) {
        faults.add_at("date", "date.dag", Text::new("world-clock-date"));
    }
    let date = date.flatten();
    let time = dates::read_clock(sent.time.as_deref().unwrap_or_default());
    let time = faults.take("time", time.ok_or_else(|| Text::new("world-clock-time")));
    match (date, time) {
        (Some(date), Some(time)) => Ok(Move::To(danish_time::first_from(now, date, time))),
        _ => Err(faults),
    }
}

fn steps(unit: &str, count: &str) -> Result<Move, Faults> {
    if let ("to", Ok(instant)) = (unit, count.parse()) {
        return Ok(Move::To(instant));
    }
    let count = as_on_a_keyboard(count)
        .trim()
        .parse()
        .map_err(|_| Faults::one("count", Text::new("world-clock-count")))?;
    match unit {
        "hours" => Ok(Move::Hours(count)),
        "days" => Ok(Move::Days(count)),
        "working_days" => Ok(Move::WorkingDays(count)),
        _ => Err(Faults::one("unit", Text::new("world-clock-unit"))),
    }
}
