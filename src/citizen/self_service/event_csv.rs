//! The Hændelseslog as a table for a spreadsheet: semicolons and a byte order mark, as Danish spreadsheets
//! expect.

use jiff::Timestamp;
use rocket::get;
use rocket::http::{ContentType, Header};
use rocket::response::Responder;
use rocket::response::stream::ByteStream;

use crate::citizen::self_service::event_log::kind_text;
use crate::citizen::self_service::log_filter::{Filter, Period};
use crate::web::answer::Answer;
use crate::web::broken;
use crate::web::caller::AtApp;
use crate::web::language::Language;
use crate::web::session::Citizen;
use crate::web::texts::Text;
use crate::web::wording::Wording;
use rules::words::NemIdNumber;
use rules::{calendar, danish_time, log, places};
use service::cases::app::App;
use service::cases::own::event_log;
use service::cases::own::event_log::Entry;

/// The number of entries read at a time: a long log is sent as it is read and is never wholly in memory.
const AT_A_TIME: u32 = 1000;

/// The mark that tells a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

const HEADS: [&str; 8] = [
    "self-log-time",
    "self-log-kind",
    "self-log-event",
    "self-log-actor",
    "self-log-channel",
    "self-log-address",
    "self-log-device",
    "self-log-offset",
];

/// A file to be saved rather than shown.
#[derive(Responder)]
pub struct Download<R> {
    body: R,
    kind: ContentType,
    disposition: Header<'static>,
}

/// All entries that a filter finds; a filter that can't be understood leads to the page that says so.
#[get("/selvbetjening/haendelseslog.csv?<asked..>")]
pub fn download(
    citizen: Citizen,
    app: &AtApp,
    language: Language,
    asked: Filter,
) -> Result<Download<ByteStream![Vec<u8>]>, Answer> {
    let period = asked.read().map_err(|_| Answer::go("/selvbetjening/haendelseslog"))?;
    let name = "attachment; filename=\"haendelseslog.csv\"";
    Ok(Download {
        body: table((*app).clone(), citizen.nemid, language, period),
        kind: ContentType::new("text", "csv").with_params(("charset", "utf-8")),
        disposition: Header::new("Content-Disposition", name),
    })
}

fn table(app: App, number: NemIdNumber, language: Language, period: Period) -> ByteStream![Vec<u8>] {
    ByteStream! {
        let heads = HEADS.map(|key| Text::new(key).say(language));
        yield format!("{MARK}{}", line(&heads)).into_bytes();
        let mut older_than = None;
        loop {
            let found = match event_log::page(&app, number, period.wanted(older_than, AT_A_TIME)).await {
                Ok(found) => found,
                Err(error) => {
                    broken::store("an activity log", &error);
                    break;
                }
            };
            let lines: String = found.entries.iter().map(|entry| line(&cells(entry, language))).collect();
            yield lines.into_bytes();
            older_than = found.entries.last().filter(|_| found.more).map(|entry| entry.id);
            if older_than.is_none() {
                break;
            }
        }
    }
}

fn cells(entry: &Entry, language: Language) -> [String; 8] {
    let wording = Wording { language, place: &places::title };
    [
        time(entry.stamp.at),
        log::kind(&entry.event).map(|kind| kind_text(kind).say(language)).unwrap_or_default(),
        wording.event(&entry.event),
        wording.actor(&entry.stamp.actor),
        wording.channel(entry.stamp.channel),
        entry.stamp.address.clone().unwrap_or_default(),
        entry.stamp.device.clone().unwrap_or_default(),
        danish_time::offset(entry.stamp.at),
    ]
}

/// A moment in Danish time in the format of spreadsheets; how far that is from UTC has a column of its own, since an hour
/// in autumn occurs twice.
fn time(at: Timestamp) -> String {
    at.to_zoned(calendar::denmark()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

fn line(cells: &[String; 8]) -> String {
    let cells: Vec<_> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(";"))
}

/// A cell in quotation marks. Text that a spreadsheet would take for a formula gets an apostrophe first.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_breaks_out() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert_eq!(cell(text), format!("\"'{text}\""));
        }
        assert_eq!(cell("a;\"b\"\nc"), "\"a;\"\"b\"\"\nc\"");
    }
}
