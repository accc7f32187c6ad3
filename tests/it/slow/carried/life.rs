//! One person with all four kinds of carriers, at three computers and with a telephone; and what the Hændelseslog says
//! after each step, compared with what may follow.

use std::collections::{BTreeMap, BTreeSet};

use rocket::http::Status;
use rules::words::{CarrierKind, CarrierNumber};
use serde_json::json;

use crate::browser::Browser;
use crate::people::Person;
use crate::site::Site;
use crate::world::api;

use super::claims::{Claim, Claims};
use super::pages::{For, Question};
use super::{BEFORE, SITE, Step, Typed, WINDOWS};

pub const HOLGER: &str = "Holger Sivebæk";
pub const PIN: &str = "4711";
/// The site at which texts are signed.
pub const AUTHORITY: &str = "borgerportalen";
/// The two papers that are put before him.
pub const PAPERS: [Paper; 2] = [
    Paper { title: "Ansøgning om parkeringslicens", says: "licens til at parkere" },
    Paper { title: "Anmeldelse af flytning", says: "at jeg flytter" },
];

/// A text that can be signed at the authority.
pub struct Paper {
    pub title: &'static str,
    /// Words that no other text has.
    pub says: &'static str,
}

fn at_authority() -> String {
    format!("/tjenester/{AUTHORITY}")
}

/// A computer, and the question that it shows or showed.
pub struct Window<'s> {
    pub browser: Browser<'s>,
    pub question: Option<Question>,
    /// What it showed before.
    before: Option<Question>,
}

/// The life.
pub struct Life<'s> {
    pub site: &'s Site,
    pub holger: Person<'s>,
    pub windows: Vec<Window<'s>>,
    pub claims: Claims,
    /// What was blocked or wore out.
    pub ended: BTreeSet<CarrierNumber>,
    /// The numbers of the texts that were signed.
    pub signed: BTreeSet<i64>,
    /// The last entry of the log that was looked at.
    pub seen: i64,
    /// The answer that is being sent: what may follow from it.
    pub claim: Option<Claim>,
    /// How often what came up.
    pub tally: BTreeMap<String, u32>,
}

impl<'s> Life<'s> {
    /// Holger at his computers, logged on at the authority with his card.
    pub fn begins(site: &'s Site) -> Self {
        let holger = site.named(HOLGER);
        let windows =
            (0..WINDOWS).map(|_| Window { browser: site.browser(), question: None, before: None }).collect();
        let mut life = Self {
            site,
            holger,
            windows,
            claims: Claims::default(),
            ended: BTreeSet::new(),
            signed: BTreeSet::new(),
            seen: 0,
            claim: None,
            tally: BTreeMap::new(),
        };
        life.is_at_the_site();
        life.seen = life.site.log_of(&life.holger.nemid()).first().map_or(0, |entry| entry.id);
        life
    }

    /// Counts something.
    pub fn saw(&mut self, what: &str) {
        *self.tally.entry(what.to_owned()).or_default() += 1;
    }

    /// Logs on somewhere with the card, if he still has one that can be used. It ends whatever question there was.
    pub fn logs_on_by_card(&mut self, window: usize, path: &str) -> bool {
        let browser = &self.windows[window].browser;
        let form = browser.open(path).form("Næste").fill("Bruger-id", &self.holger.user_id);
        let page = form.fill("Adgangskode", &self.holger.password).submit();
        self.claims.asks();
        let Some(question) = Question::on(&page, 0, For::LogOn) else { return false };
        let other = question.others.iter().find(|(kind, _)| *kind == CarrierKind::Card);
        let page = match (question.by, other) {
            (CarrierKind::Card, _) => page,
            (_, Some((_, button))) => button.send(browser),
            (_, None) => return false,
        };
        if !page.text().contains('#') {
            return false;
        }
        let key = self.holger.key_for(&page);
        page.form("Log på").fill("Nøgle", &key).submit();
        true
    }

    fn is_at_the_site(&mut self) -> bool {
        let there =
            |life: &Self| life.windows[SITE].browser.open(&at_authority()).body.contains(PAPERS[0].title);
        there(self) || (self.logs_on_by_card(SITE, &at_authority()) && there(self))
    }

    /// One thing is done, and the log is read.
    pub fn does(&mut self, step: &Step) {
        self.claim = None;
        match *step {
            Step::LogsOn { window } => self.begins_to_log_on(window),
            Step::Reads { text } => self.reads(text),
            Step::Chooses { window, kind } => self.chooses(window, kind),
            Step::Calls { window } => self.calls(window),
            Step::TakesTheCall => self.takes_the_call(),
            Step::Presses { times } => (0..times).for_each(|_| self.presses()),
            Step::Types { window, what } => self.types(window, what),
            Step::Approves { right } => self.approves(right),
            Step::Refuses => self.refuses(),
            Step::GoesOn { window } => self.goes_on(window),
            Step::Answers { window, kind } => self.answers(window, kind, step),
            Step::Blocks { kind } => self.blocks(kind),
            Step::Loses { lost } => {
                let facts = json!({ "lost": lost });
                api::post(self.site, &format!("devices/{}", self.holger.telephone(0)), &facts);
            }
            Step::Orders { kind } => self.orders(kind),
            Step::TokenWearsOut => self.site.clock_moves("days", 5 * 365),
        }
        self.reads_the_log(step);
    }

    fn begins_to_log_on(&mut self, window: usize) {
        let browser = self.site.browser();
        let page = browser.open("/log-paa").form("Næste").fill("Bruger-id", &self.holger.user_id);
        let page = page.fill("Adgangskode", &self.holger.password).submit();
        let question = Question::on(&page, self.claims.asks(), For::LogOn);
        self.shows(window, Some(browser), question);
    }

    /// Reads a text that is put before him, and types the password under it.
    fn reads(&mut self, text: usize) {
        if !self.is_at_the_site() {
            return;
        }
        let question = {
            let browser = &self.windows[SITE].browser;
            let page = browser.open(&at_authority()).press(PAPERS[text].title);
            if !page.text().contains("Læs, før du underskriver") {
                return;
            }
            let page = page.form("Næste").fill("Adgangskode", &self.holger.password).submit();
            Question::on(&page, self.claims.asks(), For::Text(PAPERS[text].title.to_owned()))
        };
        self.shows(SITE, None, question);
    }

    /// A window shows a question from now on.
    fn shows(&mut self, window: usize, browser: Option<Browser<'s>>, question: Option<Question>) {
        if let Some(question) = &question {
            self.claims.goes_to(question);
        }
        let window = &mut self.windows[window];
        if let Some(browser) = browser {
            window.browser = browser;
        }
        window.before = std::mem::replace(&mut window.question, question);
    }

    /// The question of a window, however old it is.
    fn question(&self, window: usize) -> Option<Question> {
        match window {
            BEFORE => self.windows[SITE].before.clone(),
            window => self.windows[window].question.clone(),
        }
    }

    fn browser(&self, window: usize) -> &Browser<'s> {
        &self.windows[window.min(SITE)].browser
    }

    /// What a window shows after a button was pressed; it may not be the question that it showed before.
    fn looks_again(
        &mut self,
        window: usize,
        question: &Question,
        pressed: impl Fn(&Browser<'s>) -> Option<Question>,
    ) {
        let now = pressed(self.browser(window));
        if let Some(now) = now.filter(|_| window != BEFORE && self.claims.lives(question.nth)) {
            self.claims.goes_to(&now);
            self.windows[window].question = Some(now);
        }
    }

    /// Answers with a carrier of this kind, as somebody would who wants nothing but to go on.
    fn answers(&mut self, window: usize, kind: CarrierKind, step: &Step) {
        if window != BEFORE {
            self.chooses(window, kind);
        }
        match kind {
            CarrierKind::Token => self.presses(),
            CarrierKind::Voice => {
                self.calls(window);
                self.takes_the_call();
            }
            CarrierKind::App => {
                // Too early: an approval of another question is none of this one.
                self.goes_on(window);
                self.reads_the_log(step);
                self.approves(true);
                return self.goes_on(window);
            }
            CarrierKind::Card => {}
        }
        self.types(window, Typed::Newest);
    }

    fn chooses(&mut self, window: usize, kind: CarrierKind) {
        let Some(question) = self.question(window) else { return };
        let Some((_, button)) = question.others.iter().find(|(other, _)| *other == kind) else { return };
        self.looks_again(window, &question, |browser| {
            Question::on(&button.send(browser), question.nth, question.what.clone())
        });
    }

    fn calls(&mut self, window: usize) {
        let Some(question) = self.question(window).filter(|_| window != BEFORE) else { return };
        let Some(button) = &question.call else { return };
        let before = self.holger.calls().len();
        self.looks_again(window, &question, |browser| {
            Question::on(&button.send(browser), question.nth, question.what.clone())
        });
        if self.holger.calls().len() > before {
            self.claims.calls(question.nth);
        }
    }

    fn takes_the_call(&mut self) {
        let calls = self.holger.calls();
        let Some(call) = calls.first().filter(|call| call["state"] == "ringing") else { return };
        let (status, heard) = api::post(self.site, &format!("calls/{}/answer", call["id"]), &json!({}));
        assert_eq!(status, Status::Ok, "{heard}");
        self.claims.hears(heard["key"].as_str().unwrap().to_owned());
    }

    fn presses(&mut self) {
        let devices = self.site.world(&format!("persons/{}/devices", self.holger.cpr));
        let Some(token) = devices.as_array().unwrap().iter().rfind(|one| one["kind"] == "token") else {
            return;
        };
        let (status, shown) = api::post(self.site, &format!("devices/{}/press", token["id"]), &json!({}));
        if status == Status::Ok {
            self.claims.shows(shown["code"].as_str().unwrap().to_owned());
        }
    }

    fn types(&mut self, window: usize, what: Typed) {
        let Some(question) = self.question(window) else { return };
        let Some(answer) = &question.answer else { return };
        let shown = self.claims.shown(question.by);
        let nth = match what {
            Typed::Newest => shown.len().checked_sub(1),
            Typed::Older(nth) => (!shown.is_empty()).then(|| nth % shown.len()),
            Typed::Guess => None,
        };
        let typed = nth.map_or_else(|| "000000".to_owned(), |nth| shown[nth].clone());
        if self.claims.is_stale(&question, &typed) {
            self.saw("a used or replaced answer was sent");
        }
        if matches!(question.what, For::Text(_)) && self.claims.of_typed(&question, &typed).is_none() {
            self.saw("an answer for another text was sent");
        }
        self.claim = self.claims.of_typed(&question, &typed);
        answer.with(self.browser(window), "key", &typed);
        self.settles(&typed);
    }

    fn goes_on(&mut self, window: usize) {
        let Some(question) = self.question(window) else { return };
        let Some(answer) = &question.answer else { return };
        self.claim = self.claims.of_approved(&question);
        answer.with(self.browser(window), "approved", "true");
        self.settles("");
    }
}
