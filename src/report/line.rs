//! One message of the log, as a line of text or of JSON.

use std::fmt::Write;

use log::Record;
use log::kv::{Error, Key, Value, VisitSource};
use serde_json::{Map, json};
use service::cases::app::system_now;

use crate::report::shape::LogFormat;

/// The field of a record that holds its code.
const CODE: &str = "code";
/// A number of so many digits could be a CPR number, a NemID number, a key or a temporary password.
const TELLING: usize = 6;

/// One message.
pub(super) struct Line {
    time: String,
    level: String,
    target: String,
    /// The stable word for what happened.
    pub code: String,
    message: String,
    fields: Map<String, serde_json::Value>,
}

impl Line {
    /// The message of a record; `None` if it has no code, so that it is not one of ours.
    pub fn of(record: &Record<'_>) -> Option<Self> {
        let mut fields = Fields::default();
        record.key_values().visit(&mut fields).ok()?;
        let code = fields.0.remove(CODE)?.as_str()?.to_owned();
        let message = masked(&record.args().to_string());
        let level = record.level().as_str().to_lowercase();
        Some(Self::at_now(level, record.target(), code, message, fields.0))
    }

    /// The message that so many others were left out.
    pub fn left_out(code: &str, count: u64) -> Self {
        let fields = Map::from_iter([("left_out".to_owned(), json!(count))]);
        let message = "so many more of these were not printed".to_owned();
        Self::at_now("warn".into(), env!("CARGO_CRATE_NAME"), code.to_owned(), message, fields)
    }

    /// A message to the person at the terminal.
    pub fn said(code: &'static str, message: String) -> Self {
        Self::at_now("info".into(), env!("CARGO_CRATE_NAME"), code.to_owned(), message, Map::new())
    }

    fn at_now(
        level: String,
        target: &str,
        code: String,
        message: String,
        fields: Map<String, serde_json::Value>,
    ) -> Self {
        let time = system_now().strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string();
        Self { time, level, target: target.to_owned(), code, message, fields }
    }

    pub fn shown(&self, format: LogFormat) -> String {
        match format {
            LogFormat::Text => self.text(),
            LogFormat::Json => self.json(),
        }
    }

    fn text(&self) -> String {
        let mut line = format!("{} {} {}: {}", self.time, self.level, self.code, in_one_line(&self.message));
        for (name, value) in &self.fields {
            let shown = value.as_str().map_or_else(|| value.to_string(), in_one_line);
            // Writing to a string does not fail.
            let _ = write!(line, " {name}={shown}");
        }
        line
    }

    fn json(&self) -> String {
        json!({
            "time": self.time,
            "level": self.level,
            "target": self.target,
            "code": self.code,
            "message": self.message,
            "fields": self.fields,
        })
        .to_string()
    }
}

/// The fields of a record: numbers as numbers, everything else as text.
#[derive(Default)]
struct Fields(Map<String, serde_json::Value>);

impl<'kvs> VisitSource<'kvs> for Fields {
    fn visit_pair(&mut self, key: Key<'kvs>, value: Value<'kvs>) -> Result<(), Error> {
        let value = value.to_u64().map_or_else(|| json!(value.to_string()), |number| json!(number));
        self.0.insert(key.as_str().to_owned(), value);
        Ok(())
    }
}

/// A text without line ends and other control characters, which would look like a line of its own.
fn in_one_line(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { ' ' } else { one }).collect()
}

/// A text without the digits of long numbers. No message of ours contains one; this holds for those of the
/// libraries that ours quote.
fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut digits = String::new();
    for one in text.chars().map(Some).chain([None]) {
        if let Some(digit) = one.filter(char::is_ascii_digit) {
            digits.push(digit);
            continue;
        }
        shown.push_str(if digits.len() < TELLING { &digits } else { "…" });
        digits.clear();
        shown.extend(one);
    }
    shown
}

#[cfg(test)]
mod tests {
    use log::Level;

    use super::*;

    fn line(fields: &[(&str, &str)]) -> Option<Line> {
        let record = Record::builder()
            .target("service::cases")
            .level(Level::Warn)
            .args(format_args!("row 6103750001\nof 61"))
            .key_values(&fields)
            .build();
        Line::of(&record)
    }

    #[test]
    fn a_message_without_a_code_is_not_ours() {
        assert!(line(&[("address", "127.0.0.1")]).is_none());
    }

    #[test]
    fn a_line_has_time_level_code_and_fields_and_no_long_number() {
        let line = line(&[("code", "store"), ("address", "127.0.0.1\nx")]).unwrap();
        let text = line.shown(LogFormat::Text);
        let (time, rest) = text.split_once(' ').unwrap();
        assert!(time.parse::<jiff::Timestamp>().is_ok(), "{text}");
        assert_eq!(rest, "warn store: row … of 61 address=127.0.0.1 x");
        let read: serde_json::Value = serde_json::from_str(&line.shown(LogFormat::Json)).unwrap();
        assert_eq!(read["code"], "store");
        assert_eq!(read["target"], "service::cases");
        assert_eq!(read["message"], "row …\nof 61");
        assert_eq!(read["fields"]["address"], "127.0.0.1\nx");
    }
}
