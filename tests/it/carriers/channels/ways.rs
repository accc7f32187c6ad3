//! Six ways to block five things: what each of those who do it types, ticks and signs.

use crate::browser::Form;
use crate::people::Person;
use crate::site::Site;

use super::HOLGER;

const BANK: &str = "hedebanken";

/// What is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Card,
    Token,
    App,
    Password,
    /// The telephone that keys are read out on: its password is blocked (Rules 3.9).
    Telephone,
}

use Thing::{App, Card, Password, Telephone, Token};

/// Who blocks it, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    WithoutLogOn,
    Selvbetjening,
    Hotline,
    Bank,
    Counter,
    Operator,
}

pub const WAYS: [Way; 6] =
    [Way::WithoutLogOn, Way::Selvbetjening, Way::Hotline, Way::Bank, Way::Counter, Way::Operator];

impl Thing {
    fn kind(self) -> &'static str {
        match self {
            Card => "card",
            Token => "token",
            App => "app",
            Password | Telephone => "",
        }
    }

    /// Its number, where it has one.
    pub fn number(self, holger: &Person<'_>) -> String {
        let all = holger.carriers_of_kind(self.kind());
        let active = all.iter().find(|one| one["active"] == true).unwrap();
        active["number"].as_str().unwrap().to_owned()
    }

    /// Its tick on the page without log-on.
    fn tick(self) -> &'static str {
        match self {
            Card => "Nøglekort: mistet",
            Token => "Nøgleviser: mistet",
            App => "Nøgleapp: Telefonen er mistet",
            Password => "Adgangskoden: Andre kender den måske",
            Telephone => "Adgangskoden: Telefonen, som nøgler læses op på, er mistet",
        }
    }

    /// Whether it is the password that is blocked.
    pub fn is_password(self) -> bool {
        matches!(self, Password | Telephone)
    }
}

/// Holger with an agreement with a bank, so that all of them can help him.
pub fn holger(site: &Site) -> Person<'_> {
    let clerk = site.clerk(BANK);
    let holger = site.named(HOLGER);
    let choice = clerk.finds(&holger.cpr).follow("Tilknyt bankaftale");
    let number = site.public_nemid_of(HOLGER).number;
    clerk.signs(&choice.tells_bank(number.as_str())).says("Bankaftalen er tilknyttet");
    holger
}

fn told<'b, 's>(form: Form<'b, 's>, holger: &Person<'_>, thing: Thing) -> Form<'b, 's> {
    form.fill("Navn", HOLGER).fill("CPR-nummer", &holger.cpr).tick(thing.tick())
}

fn in_selvbetjening(holger: &Person<'_>, thing: Thing) {
    let page = holger.types_password("/log-paa", &holger.password).press("Nøglekort");
    let key = holger.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).submit();
    if thing == Password {
        let page = holger.opens("/adgangskode/spaer");
        page.form("Spær adgangskode").tick("Andre kender måske adgangskoden").submit();
        return;
    }
    let tick = match thing {
        Telephone => "Adgangskoden: Telefonen, som nøgler læses op på, er mistet".to_owned(),
        Card => format!("Nøglekort {}: Jeg har mistet", thing.number(holger)),
        Token => format!("Nøgleviser {}: Jeg har mistet", thing.number(holger)),
        App | Password => format!("Nøgleapp {}: Jeg har mistet", thing.number(holger)),
    };
    holger.opens("/noegler/spaer").form("Spær").tick(&tick).submit();
}

fn at_a_desk(site: &Site, holger: &Person<'_>, thing: Thing, way: Way) {
    let desk = if way == Way::Bank { site.clerk(BANK) } else { site.operator() };
    let page = desk.finds(&holger.cpr);
    let read = if thing.is_password() {
        let why = match (thing, way) {
            (Password, Way::Bank) => "Kunden tror",
            (Password, _) => "Mistanke",
            (_, Way::Bank) => "Telefonen, som nøgler læses op på",
            _ => "Telefonlinjen kan være misbrugt",
        };
        page.follow("Spær adgangskode").form("Næste").tick(why).submit()
    } else {
        let form = page.follow("Spær nøglekort").form("Næste").tamper("cards", &thing.number(holger));
        form.tick(if way == Way::Bank { "Mistet" } else { "Anden mistanke" }).submit()
    };
    desk.signs(&read).says("spærret");
}

fn at_the_counter(site: &Site, holger: &Person<'_>, thing: Thing) {
    let desk = site.desk();
    let read = if thing.is_password() {
        let page = desk.maintains("/ra/vedligehold/spaer-adgangskode", holger);
        let why = if thing == Password { "Andre kender" } else { "Telefonen, som nøgler læses op på" };
        page.form("Næste").tick(why).tick("Send en til folkeregisteradressen").submit()
    } else {
        let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", holger);
        page.form("OK").tamper("cards", &thing.number(holger)).tick("Borgeren har mistet kortet").submit()
    };
    desk.signs(&read);
}

/// One of them blocks one thing.
pub fn blocks(site: &Site, holger: &Person<'_>, thing: Thing, way: Way) {
    let browser = site.browser();
    match way {
        Way::WithoutLogOn => {
            told(browser.open("/spaer").form("Spær nu"), holger, thing).submit().says("er der nu spærret");
        }
        Way::Hotline => {
            let form = browser.open("/kontrolrum/hotline").form("Ring og spær");
            told(form, holger, thing).submit().says("Hotlinen har noteret det");
        }
        Way::Selvbetjening => in_selvbetjening(holger, thing),
        Way::Bank | Way::Operator => at_a_desk(site, holger, thing, way),
        Way::Counter => at_the_counter(site, holger, thing),
    }
}
