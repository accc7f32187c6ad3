//! The Hændelseslog: newest first, by period and kind, page by page (DOMAIN 5).

use jiff::Timestamp;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::citizen::self_service::log_filter::{Filter, Period};
use crate::citizen::self_service::{attempt, done, own};
use crate::web::answer::{Answer, Handled};
use crate::web::caller::AtApp;
use crate::web::forms::{Checked, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use crate::web::wording::Wording;
use rules::log::Kind;
use rules::{log, places};
use service::cases::own::event_log::Entry;
use service::cases::own::event_log::LogPage;
use service::cases::own::{details, event_log, overview};

/// Entries on one page.
const ON_A_PAGE: u32 = 25;

/// The switch of the recording.
#[derive(FromForm)]
pub struct RecordingForm {
    on: bool,
}

#[derive(Serialize)]
struct LogView {
    done: Option<Text>,
    form: Filled,
    kinds: Vec<KindChoice>,
    entries: Vec<EntryView>,
    /// The address of the newest page with this filter.
    newest: Option<String>,
    /// The address of the next older page.
    older: Option<String>,
    /// The address of everything that the filter finds, as a table.
    csv: String,
    recording: bool,
    filtered: bool,
}

#[derive(Serialize)]
struct KindChoice {
    value: &'static str,
    text: Text,
}

/// One entry in words.
#[derive(Serialize)]
pub struct EntryView {
    id: i64,
    at: Timestamp,
    sentence: String,
    actor: String,
    channel: String,
    address: Option<String>,
    device: Option<String>,
    kind: Option<Text>,
}

impl EntryView {
    /// An entry in the visitor's language.
    pub fn of(entry: &Entry, language: Language) -> Self {
        let wording = Wording { language, place: &places::title };
        Self {
            id: entry.id,
            at: entry.stamp.at,
            sentence: wording.event(&entry.event),
            actor: wording.actor(&entry.stamp.actor),
            channel: wording.channel(entry.stamp.channel),
            address: entry.stamp.address.clone(),
            device: entry.stamp.device.clone(),
            kind: log::kind(&entry.event).map(kind_text),
        }
    }
}

/// The name of a kind.
pub fn kind_text(kind: Kind) -> Text {
    Text::new(format!("kind-{}", kind.code()))
}

/// A page of the log.
#[get("/selvbetjening/haendelseslog?<asked..>")]
pub async fn page(citizen: Citizen, app: &AtApp, language: Language, asked: Filter) -> Handled {
    let recording = overview::of(app, citizen.nemid).await?.nemid.recording;
    let (period, form) = match asked.read() {
        Ok(period) => (period, Filled::with(&asked)),
        Err(faults) => {
            let nothing = LogPage { entries: Vec::new(), more: false };
            let form = Filled::again(&asked, faults);
            let view = view(&asked, Period::default(), form, nothing, language);
            return Ok(Answer::again(Page::new(TEMPLATE, LogView { recording, ..view })));
        }
    };
    let found = event_log::page(app, citizen.nemid, period.wanted(asked.aeldre_end, ON_A_PAGE)).await?;
    let view = view(&asked, period, form, found, language);
    Ok(Page::new(TEMPLATE, LogView { recording, ..view }).into())
}

const TEMPLATE: &str = "citizen/self_service/event_log.html";

fn view(asked: &Filter, period: Period, form: Filled, found: LogPage, language: Language) -> LogView {
    let query = period.query();
    let last = found.entries.last().filter(|_| found.more).map(|entry| entry.id);
    LogView {
        done: done(asked.gjort.as_deref()),
        form,
        kinds: Kind::ALL
            .iter()
            .map(|kind| KindChoice { value: kind.code(), text: kind_text(*kind) })
            .collect(),
        entries: found.entries.iter().map(|entry| EntryView::of(entry, language)).collect(),
        newest: asked.aeldre_end.map(|_| format!("/selvbetjening/haendelseslog{query}")),
        older: last.map(|id| format!("/selvbetjening/haendelseslog{query}&aeldre_end={id}")),
        csv: format!("/selvbetjening/haendelseslog.csv{query}"),
        recording: false,
        filtered: query.len() > 1,
    }
}

/// Switches the recording of service providers on or off (Rules 3.7).
#[post("/selvbetjening/haendelseslog/registrering", data = "<sent>")]
pub async fn recording(citizen: Citizen, app: &AtApp, sent: Checked<RecordingForm>) -> Handled {
    let done = if sent.on { "registreres" } else { "registreres-ikke" };
    // No refusal other than the end of the session is possible; the page shows the result.
    let _ = attempt(details::recording(app, own(&citizen), sent.on).await)?;
    Ok(Answer::go(format!("/selvbetjening/haendelseslog?gjort={done}")))
}
