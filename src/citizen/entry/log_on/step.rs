//! The three pages of the log-on, its audience, and the address it leads to.

use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::forms::{Faults, Filled};
use crate::web::key_question::KeyStep;
use crate::web::page::Page;
use crate::web::section::Section;
use crate::web::texts::Text;
use crate::web::way_back::WayBack;
use rules::places;
use rules::places::Place;
use service::cases::access::audience::Audience;
use service::cases::access::key_question::{Posed, PosedBy};
use service::cases::app::Token;

/// The address of the first step.
const PASSWORD: &str = "/log-paa";
/// The address of the second step.
pub(super) const KEY: &str = "/log-paa/noegle";
/// The address where another card is chosen.
const CARD: &str = "/log-paa/kort";
/// The address where another kind of carrier is chosen.
const KIND: &str = "/log-paa/noegletype";

#[derive(Serialize)]
struct LogOnView {
    form: Filled,
    /// What is said to a visitor who was logged on there, and no longer is.
    over: Option<Text>,
    /// The name of the audience.
    at: Text,
    /// The address that the form is sent to.
    action: String,
    /// The address where a key from another card is asked for.
    other_card: String,
    /// The address where a key of another kind of carrier is asked for.
    other_kind: String,
    /// The address where the log-on begins again.
    begin: String,
    /// Whether this is the citizen's own log-on, with help for citizens who can't log on.
    citizen: bool,
    /// Whether no card is in use, so that one has to be chosen.
    no_card: bool,
    /// The mark of the log-on it belongs to, once one has begun.
    shown_for: Option<String>,
    asked: Option<KeyStep>,
}

/// A log-on in progress, as its pages show it.
pub(super) struct Begun {
    pub token: Token,
    pub shown_for: String,
    pub posed: Posed,
}

impl Begun {
    /// Whether the number of a card is asked for first (Guide 3.1.7).
    pub fn asks_card_number(&self) -> bool {
        self.posed.by == PosedBy::CardToChoose
    }
}

/// A step of the log-on to be shown to the visitor.
pub(super) struct Step<'a> {
    way: Option<&'a WayBack>,
    template: &'static str,
    address: &'static str,
    over: Option<Text>,
}

impl<'a> Step<'a> {
    pub fn password(way: Option<&'a WayBack>) -> Self {
        Self::at(way, "citizen/entry/log_on.html", PASSWORD)
    }

    pub fn key(way: Option<&'a WayBack>) -> Self {
        Self::at(way, "citizen/entry/log_on_key.html", KEY)
    }

    pub fn card(way: Option<&'a WayBack>) -> Self {
        Self::at(way, "citizen/entry/log_on_card.html", CARD)
    }

    fn at(way: Option<&'a WayBack>, template: &'static str, address: &'static str) -> Self {
        Self { way, template, address, over: None }
    }

    /// Says first that the visitor's session has ended, and whether because it had lasted for too long.
    pub fn after_the_end(self, longest: bool) -> Self {
        let key = if longest { "log-on-thrown-out-longest" } else { "log-on-thrown-out" };
        Self { over: Some(Text::new(key)), ..self }
    }

    pub fn page(&self, form: Filled, begun: Option<Begun>) -> Page {
        let section = section(self.way);
        let no_card = begun.as_ref().is_some_and(Begun::asks_card_number);
        let (shown_for, posed) = begun.map(|begun| (begun.shown_for, begun.posed)).unzip();
        let asked = posed.map(KeyStep::from);
        let view = LogOnView {
            form: asked.iter().fold(form, |form, step| step.fitting(form)),
            over: self.over.clone(),
            at: Text::new(match section {
                Section::Counter => "log-on-at-counter",
                Section::Operator => "log-on-at-operator",
                Section::BankCounter => "log-on-at-bank",
                _ => "log-on-at-citizen",
            }),
            action: onward(self.way, self.address),
            other_card: onward(self.way, CARD),
            other_kind: onward(self.way, KIND),
            begin: onward(self.way, PASSWORD),
            citizen: section == Section::Citizen,
            no_card,
            shown_for,
            asked,
        };
        Page::new(self.template, view).in_section(section)
    }

    pub fn again(&self, sent: &impl Serialize, faults: Faults, begun: Option<Begun>) -> Answer {
        Answer::again(self.page(Filled::again(sent, faults), begun))
    }
}

pub(super) use crate::web::key_question::told;

fn section(way: Option<&WayBack>) -> Section {
    match way.map(WayBack::section) {
        Some(section @ (Section::Counter | Section::Operator)) => section,
        Some(Section::BankCounter) if bank(way).is_some() => Section::BankCounter,
        _ => Section::Citizen,
    }
}

/// The bank whose counter the log-on is for.
fn bank(way: Option<&WayBack>) -> Option<Place> {
    let path = way.filter(|way| way.section() == Section::BankCounter)?.to_string();
    places::bank(path.split(['/', '?']).nth(2).unwrap_or_default())
}

/// The audience of the log-on.
pub(super) fn audience(way: Option<&WayBack>) -> Audience {
    match (section(way), bank(way)) {
        (Section::Counter, _) => Audience::Ra,
        (Section::Operator, _) => Audience::Operator,
        (_, Some(bank)) => Audience::BankCounter(bank.word()),
        _ => Audience::Selvbetjening,
    }
}

/// A page of the log-on that leads to the same place.
pub(super) fn onward(way: Option<&WayBack>, page: &str) -> String {
    way.map_or_else(|| page.to_owned(), |way| way.by(page))
}

/// The page where the log-on to an audience asks for the key, on the way to the audience's front page.
pub(super) fn its_key_page(audience: Option<&Audience>) -> String {
    let home = match audience {
        Some(Audience::Ra) => Section::Counter.home().to_owned(),
        Some(Audience::Operator) => Section::Operator.home().to_owned(),
        Some(Audience::BankCounter(bank)) => format!("{}/{bank}", Section::BankCounter.home()),
        Some(Audience::Selvbetjening | Audience::Site(_)) | None => return KEY.to_owned(),
    };
    onward(WayBack::parse(&home).as_ref(), KEY)
}

/// The address it leads to.
pub(super) fn destination(way: Option<&WayBack>) -> String {
    way.map_or_else(|| "/selvbetjening".to_owned(), ToString::to_string)
}
