//! The template engine: all templates, and the functions and filters that they may call.
//!
//! In templates: `t(key="…", name=value)` or `t(text=view.text)` gives a text; `asset(path="app.css")` is the
//! address of a file of ours; `| day` and `| moment` write a date or an RFC 3339 instant in the page's
//! language, `| today` an instant with its weekday, `| span` a number of seconds in words; `| instant` writes an instant for the attribute of a `time` element.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::web::language::Language;
use crate::web::sources::Sources;
use crate::web::texts::{Arg, NoText, Text};
use crate::web::{assets, dates};
use rules::limits::Limits;
use rules::sessions::Lifetimes;

/// Folders whose pages are built together when the first of them is requested: a visitor of one audience does
/// not wait for the others, and pages that nobody requests use no memory. A page belongs to the innermost folder that
/// is named here; templates outside these folders belong to all.
const AUDIENCES: [&[&str]; 5] =
    [&["citizen"], &["citizen/self_service"], &["ra", "desk", "bank", "operator"], &["provider"], &["world"]];

static ENGINES: [LazyLock<Result<Tera, Error>>; AUDIENCES.len()] = [
    LazyLock::new(|| build(0)),
    LazyLock::new(|| build(1)),
    LazyLock::new(|| build(2)),
    LazyLock::new(|| build(3)),
    LazyLock::new(|| build(4)),
];

/// Which of [`AUDIENCES`] a template belongs to; none is all.
fn audience(template: &str) -> Option<usize> {
    let holds = |folder: &&str| template.strip_prefix(*folder).is_some_and(|rest| rest.starts_with('/'));
    let innermost =
        |folders: &[&str]| folders.iter().filter(|folder| holds(folder)).map(|folder| folder.len()).max();
    let held = AUDIENCES.iter().enumerate().filter_map(|(nth, folders)| Some((innermost(folders)?, nth)));
    held.max().map(|(_, nth)| nth)
}

/// The engine that holds this template and everything it may build upon.
///
/// # Errors
/// When a template does not parse or calls something that does not exist.
pub fn engine(template: &str) -> Result<&'static Tera, &'static Error> {
    ENGINES[audience(template).unwrap_or_default()].as_ref()
}

fn build(nth: usize) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    tera.register_function("t", translate);
    tera.register_function("asset", asset);
    tera.register_filter("day", day);
    tera.register_filter("coming_day", coming_day);
    tera.register_filter("instant", instant);
    tera.register_filter("moment", moment);
    tera.register_filter("today", today);
    tera.register_filter("whole_day", whole_day);
    tera.register_filter("span", span);
    let belongs = |name: &str| audience(name).is_none_or(|its| its == nth);
    let mut sources = Vec::new();
    for name in Sources::iter().filter(|name| !name.ends_with(".ftl") && belongs(name)) {
        let file = Sources::get(&name).ok_or_else(|| Error::message(format!("{name} is gone")))?;
        let source = String::from_utf8(file.data.into_owned())
            .map_err(|_| Error::message(format!("{name} is not UTF-8")))?;
        sources.push((name.into_owned(), source));
    }
    tera.add_raw_templates(sources)?;
    Ok(tera)
}

/// The language of the page that is being rendered.
fn language(state: &State<'_>) -> TeraResult<Language> {
    let code = state
        .get::<String>("lang")?
        .ok_or_else(|| Error::message("no `lang` here: a component that says a text declares `@lang`"))?;
    Language::from_code(&code).ok_or_else(|| Error::message(format!("no such language: {code}")))
}

fn translate(kwargs: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let text = match kwargs.get::<&Value>("text")? {
        Some(value) => Text::deserialize(value).map_err(Error::message)?,
        None => keyed(&kwargs)?,
    };
    let language = language(state)?;
    text.try_say(language).or_else(|why| with_what_is_set(text, language, state, why))
}

/// What the frame of every page says of the settings.
#[derive(Deserialize)]
struct AsSet {
    lifetimes: Lifetimes,
    limits: Limits,
}

/// The text with those of its places that nobody filled: a limit is told as it is set. A component that says such a text
/// declares `@page`.
fn with_what_is_set(text: Text, language: Language, state: &State<'_>, why: NoText) -> TeraResult<String> {
    let Some(page) = state.get::<Value>("page")? else { return Err(Error::message(why)) };
    let AsSet { lifetimes, limits } = AsSet::deserialize(&page).map_err(Error::message)?;
    let spans = [
        ("question", lifetimes.log_on_seconds),
        ("enrolment", lifetimes.enrolment_seconds),
        ("errand", lifetimes.errand_seconds),
        ("idle", lifetimes.session_seconds),
        ("longest", lifetimes.session_longest_seconds),
    ];
    let mut text = text.or_with("block-letters", limits.limit_block_letters);
    for (name, seconds) in spans {
        text = text.or_with(name, in_prose(seconds, language)?);
    }
    text.try_say(language).map_err(Error::message)
}

fn keyed(kwargs: &Kwargs) -> TeraResult<Text> {
    let mut text = Text::new(kwargs.must_get::<String>("key")?);
    for (name, value) in kwargs.iter() {
        let name = name.to_string();
        if name != "key" {
            let arg = value.as_i64().map_or_else(|| Arg::Words(value.to_string()), Arg::Number);
            text = text.with(name, arg);
        }
    }
    Ok(text)
}

fn asset(kwargs: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let path = kwargs.must_get::<&str>("path")?;
    assets::address(path).ok_or_else(|| Error::message(format!("no file {path} below static")))
}

fn day(value: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let date: Date = value.parse().map_err(Error::message)?;
    Ok(dates::day(language(state)?, date))
}

fn coming_day(value: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let date: Date = value.parse().map_err(Error::message)?;
    Ok(dates::coming_day(language(state)?, date))
}

fn moment(value: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let at: Timestamp = value.parse().map_err(Error::message)?;
    Ok(dates::moment(language(state)?, at))
}

fn today(value: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let at: Timestamp = value.parse().map_err(Error::message)?;
    Ok(dates::today(language(state)?, at))
}

fn whole_day(value: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    let date: Date = value.parse().map_err(Error::message)?;
    Ok(dates::whole_day(language(state)?, date))
}

/// For programs that read the page: HTML has three decimals of a second at most.
fn instant(value: &str, _: Kwargs, _: &State<'_>) -> TeraResult<String> {
    let at: Timestamp = value.parse().map_err(Error::message)?;
    Ok(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn span(seconds: u32, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    in_words(seconds, language(state)?)
}

/// A span as a sentence tells it: *et kvarter*, *en halv time*, *fem minutter*, else as [`in_words`].
fn in_prose(seconds: u32, language: Language) -> TeraResult<String> {
    let text = match seconds {
        900 => Text::new("span-quarter"),
        1_800 => Text::new("span-half-hour"),
        whole if whole < 3_600 && whole % 60 == 0 => {
            Text::new("span-minutes-in-prose").with("count", whole / 60)
        }
        rest => return in_words(rest, language),
    };
    text.try_say(language).map_err(Error::message)
}

/// A span in words, in the largest unit that it is a whole number of: *12 timer*, *5 minutter*, *20 sekunder*.
fn in_words(seconds: u32, language: Language) -> TeraResult<String> {
    let (unit, count) = match seconds {
        whole if whole >= 3_600 && whole % 3_600 == 0 => ("hours", whole / 3_600),
        whole if whole >= 60 && whole % 60 == 0 => ("minutes", whole / 60),
        rest => ("seconds", rest),
    };
    Text::new(format!("span-{unit}")).with("count", count).try_say(language).map_err(Error::message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_stands_in_the_engine_that_is_asked_for_it() {
        let templates: Vec<_> = Sources::iter().filter(|name| name.ends_with(".html")).collect();
        assert!(templates.len() > 50);
        for template in templates {
            let engine = engine(&template).unwrap();
            assert!(engine.get_template_names().any(|name| name == template), "{template}");
        }
    }

    #[test]
    fn a_page_belongs_to_the_innermost_folder_and_what_lies_outside_to_all() {
        let [front, own] = ["citizen/front.html", "citizen/self_service/password.html"].map(audience);
        assert!(front.is_some() && own.is_some() && front != own);
        assert_eq!(audience("citizen/entry/enrolment/key.html"), front);
        assert_eq!(["layout.html", "parts/content.html", "citizens/front.html"].map(audience), [None; 3]);
    }
}
