//! What the pages say of a move of the clock: what will happen on the way, and afterwards what did, by day (D34).

use jiff::Timestamp;
use serde::Serialize;

use crate::web::answer::{Answer, Settled, settle};
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::happenings::{Happening, Happenings, Moved};
use service::cases::app::App;
use service::cases::world::clock;
use service::cases::world::clock::Move;
use service::cases::world::clock_preview::{Preview, preview};

/// The moves with a button each, the longest last.
const STEPS: [(&str, Move, &str); 7] = [
    ("hours:1", Move::Hours(1), "world-move-hour"),
    ("hours:8", Move::Hours(8), "world-move-eight-hours"),
    ("days:1", Move::Days(1), "world-move-day"),
    ("working_days:1", Move::WorkingDays(1), "world-move-working-day"),
    ("working_days:3", Move::WorkingDays(3), "world-move-three-working-days"),
    ("working_days:10", Move::WorkingDays(10), "world-move-ten-working-days"),
    ("days:31", Move::Days(31), "world-move-thirty-days"),
];

/// Whether something is told before it happens or afterwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    Ahead,
    Past,
}

/// What the control room says of the clock besides the time.
#[derive(Serialize)]
pub struct Ahead {
    steps: Vec<Step>,
    last: Option<Told>,
}

/// One button, and what happens on the way.
#[derive(Serialize)]
struct Step {
    by: &'static str,
    text: Text,
    happens: String,
}

/// What happens, or happened, on a stretch of time.
#[derive(Serialize)]
pub struct Told {
    from: String,
    to: String,
    whole: String,
    days: Vec<OnDay>,
    /// Up to when it was looked at, if it is too much to be told.
    cut_at: Option<String>,
}

#[derive(Serialize)]
struct OnDay {
    day: String,
    what: String,
}

impl Ahead {
    /// What happens behind each button, and what happened with the last move.
    ///
    /// # Errors
    /// When it can't be looked up.
    pub async fn of(app: &App, language: Language) -> Result<Self, Answer> {
        let [.., (_, longest, _)] = STEPS;
        // At the end of time there is nothing ahead.
        let ahead = match settle(preview(app, longest).await)? {
            Settled::Done(ahead) => Some(ahead),
            Settled::Refused(_) => None,
        };
        let steps = STEPS.map(|(by, step, key)| Step {
            by,
            text: Text::new(key),
            happens: ahead.as_ref().map(|ahead| sum_until(ahead, step, language)).unwrap_or_default(),
        });
        let last = clock::last_move(app).map(|moved| Told::of_move(&moved, language));
        Ok(Self { steps: steps.into(), last })
    }
}

fn sum_until(ahead: &Preview, step: Move, language: Language) -> String {
    let to = step.target(ahead.from).unwrap_or(ahead.to);
    let sum = sum(&ahead.happens.by(to), Tense::Ahead, language);
    match ahead.cut_at {
        Some(cut_at) if cut_at < to => Text::new("world-happens-and-more").with("what", sum).say(language),
        _ => sum,
    }
}

impl Told {
    /// What would happen on the way.
    pub fn of_preview(ahead: &Preview, language: Language) -> Self {
        let cut_at = ahead.cut_at.map(|at| at.to_string());
        Self { cut_at, ..Self::of(ahead.from, ahead.to, &ahead.happens, Tense::Ahead, language) }
    }

    fn of_move(moved: &Moved, language: Language) -> Self {
        Self::of(moved.from, moved.now, &moved.happened, Tense::Past, language)
    }

    fn of(from: Timestamp, to: Timestamp, all: &Happenings, tense: Tense, language: Language) -> Self {
        let mut days: Vec<OnDay> = Vec::new();
        for one in all.by_day() {
            let (day, said) = (one.day.to_string(), said(one.what, one.count, tense, language));
            match days.last_mut().filter(|on| on.day == day) {
                Some(on) => {
                    on.what.push_str(", ");
                    on.what.push_str(&said);
                }
                None => days.push(OnDay { day, what: said }),
            }
        }
        let whole = sum(all, tense, language);
        Self { from: from.to_string(), to: to.to_string(), whole, days, cut_at: None }
    }
}

/// The whole in a few words: *4 breve kommer, 2 koder udløber*.
fn sum(all: &Happenings, tense: Tense, language: Language) -> String {
    let counts = all.counts();
    if counts.is_empty() {
        let key = if tense == Tense::Ahead { "world-happens-nothing" } else { "world-happened-nothing" };
        return Text::new(key).say(language);
    }
    let said: Vec<_> = counts.iter().map(|(what, count)| said(*what, *count, tense, language)).collect();
    said.join(", ")
}

fn said(what: Happening, count: u32, tense: Tense, language: Language) -> String {
    let tense = if tense == Tense::Ahead { "happens" } else { "happened" };
    Text::new(format!("world-{tense}-{}", rules::code(what))).with("count", count).say(language)
}
