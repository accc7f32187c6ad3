//! A question for a key as somebody has it before them: the form that takes the answer, and the buttons beside it. It is
//! kept when the page is long out of date, as in a window that was left open.

use rules::words::CarrierKind;
use scraper::ElementRef;

use crate::browser::{Browser, Visit, select, text_of};

/// A form that can be sent.
#[derive(Clone, Debug)]
pub struct Sent {
    action: String,
    fields: Vec<(String, String)>,
}

impl Sent {
    /// Sends it with something else in a field.
    pub fn with<'b, 's>(&self, browser: &'b Browser<'s>, field: &str, value: &str) -> Visit<'b, 's> {
        let mut fields = self.fields.clone();
        fields.retain(|(name, _)| name != field);
        fields.push((field.to_owned(), value.to_owned()));
        browser.send(&self.action, &fields)
    }

    /// Sends it as it came.
    pub fn send<'b, 's>(&self, browser: &'b Browser<'s>) -> Visit<'b, 's> {
        browser.send(&self.action, &self.fields)
    }
}

/// What an answer is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum For {
    LogOn,
    /// The text that is signed.
    Text(String),
}

/// A question on a page.
#[derive(Clone, Debug)]
pub struct Question {
    /// Which one of all that were ever asked.
    pub nth: usize,
    pub what: For,
    pub by: CarrierKind,
    /// What takes the answer; none before the telephone is called.
    pub answer: Option<Sent>,
    /// The button that calls the telephone.
    pub call: Option<Sent>,
    /// The buttons of the other kinds.
    pub others: Vec<(CarrierKind, Sent)>,
}

impl Question {
    /// Reads it off a page; none when the page asks for nothing.
    pub fn on(page: &Visit<'_, '_>, nth: usize, what: For) -> Option<Self> {
        let html = page.html();
        let forms = select("form");
        let with =
            |field: &str| html.select(&forms).find(|form| form.select(&select(field)).next().is_some());
        let button = |form: ElementRef<'_>, css: &str| {
            form.select(&select(css)).next().map(text_of).unwrap_or_default()
        };
        let sent = |words: &str| {
            let (action, fields) = page.form(words).sent();
            Sent { action, fields }
        };
        let answer = with("input[name=key]");
        let calls = html.select(&select("button[value=voice]")).find(|one| text_of(*one).starts_with("Ring"));
        let call = calls.map(|one| sent(&text_of(one)));
        let by = if with("input[name=approved]").is_some() {
            CarrierKind::App
        } else if call.is_some() {
            CarrierKind::Voice
        } else if page.body.contains("Kode fra nøgleviseren") {
            CarrierKind::Token
        } else {
            answer?;
            CarrierKind::Card
        };
        let beside = select(".other-carriers button");
        let others = html.select(&beside);
        let others = others.filter_map(|one| {
            let kind = one.attr("value").and_then(CarrierKind::from_code)?;
            Some((kind, sent(&text_of(one))))
        });
        let others = others.collect();
        let answer = answer.map(|form| sent(&button(form, "button")));
        Some(Self { nth, what, by, answer, call, others })
    }
}
