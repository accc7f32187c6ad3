//! What people do at the same time: each action goes as far as the request that decides, and gives that.

use std::cell::OnceCell;

use crate::at_once::Request;
use crate::browser::Browser;
use crate::desks::Serving;
use crate::guide::desk::Desk;
use crate::people::Person;
use crate::site::Site;

pub const BANK: &str = "/tjenester/fjordbanken";
pub const WHO: &str = "Aksel Dam";

/// One action by its name.
pub struct Action {
    pub name: &'static str,
    /// Goes as far as the request that decides.
    pub aim: fn(&Cast<'_>) -> Request,
}

/// One citizen, logged on at Selvbetjening and the netbank, and those who serve him.
pub struct Cast<'s> {
    pub site: &'s Site,
    pub person: Person<'s>,
    /// The whole of the first account, as it is typed.
    everything: OnceCell<String>,
    desk: OnceCell<Desk<'s>>,
    clerk: OnceCell<Serving<'s>>,
    operator: OnceCell<Serving<'s>>,
}

pub const ACTIONS: [Action; 15] = [
    Action { name: "pay", aim: pay },
    Action { name: "change the password", aim: change_password },
    Action { name: "change contact data", aim: change_contact },
    Action { name: "choose a user ID", aim: choose_user_id },
    Action { name: "block cards", aim: block_cards },
    Action { name: "block the password", aim: block_password },
    Action { name: "order a card", aim: order_card },
    Action { name: "renew the certificate", aim: renew_certificate },
    Action { name: "end the NemID", aim: end_nemid },
    Action { name: "log on", aim: log_on },
    Action { name: "end other sessions", aim: end_other_sessions },
    Action { name: "counter", aim: block_at_counter },
    Action { name: "bank", aim: block_at_bank },
    Action { name: "operator", aim: block_by_operator },
    Action { name: "clock", aim: move_clock },
];

/// The actions that somebody signs at a desk.
pub const DESKS: [&str; 3] = ["counter", "bank", "operator"];

/// A state in which the citizen is when the actions begin; each leaves all of them possible.
#[derive(Debug)]
pub struct State {
    pub name: &'static str,
    pub comes: fn(&Cast<'_>),
}

pub const STATES: [State; 4] = [
    State { name: "as he is", comes: |_| {} },
    State {
        name: "with a card on its way",
        comes: |cast| drop(cast.at("/noeglekort").press("Bestil nøglekort")),
    },
    State { name: "after a wrong password", comes: types_wrong_password },
    State { name: "logged on elsewhere", comes: |cast| drop(cast.site.named(WHO).logs_on().path) },
];

fn types_wrong_password(cast: &Cast<'_>) {
    let elsewhere = cast.site.named(WHO);
    elsewhere.types_password("/log-paa", "forkert 4711").says("Bruger-id eller adgangskode er forkert");
}

impl<'s> Cast<'s> {
    pub fn of(site: &'s Site) -> Self {
        let person = site.named(WHO);
        person.logs_on_at(BANK).says("Lønkonto");
        person.logs_on();
        Self {
            site,
            person,
            everything: OnceCell::new(),
            desk: OnceCell::new(),
            clerk: OnceCell::new(),
            operator: OnceCell::new(),
        }
    }

    fn browser(&self) -> &Browser<'s> {
        &self.person.browser
    }

    fn at(&self, page: &str) -> crate::browser::Visit<'_, 's> {
        self.browser().open(&format!("/selvbetjening{page}"))
    }

    fn everything(&self) -> &str {
        self.everything.get_or_init(|| {
            let list = self.browser().open(&format!("{BANK}/betal")).text();
            let row = list.split("Lønkonto").nth(1).unwrap();
            row.split_whitespace().nth(2).unwrap().trim_start_matches('(').to_owned()
        })
    }

    fn payment(&self) -> crate::browser::Form<'_, 's> {
        let form = self.browser().open(&format!("{BANK}/betal")).form("Næste");
        form.fill("Til konto", "1234 7654321").fill("Beløb", self.everything())
    }

    pub fn form_of_the_same_payment(&self) -> Request {
        self.payment().aimed()
    }

    /// The request that signs the payment that lies there unsigned, if one does.
    pub fn key_for_the_open_payment(&self) -> Option<Request> {
        let page = (1..60).rev().find_map(|id| {
            let page = self.browser().open(&format!("{BANK}/dokumenter/{id}"));
            page.text().contains("Læs, før du underskriver").then_some(page)
        })?;
        let asked = page.form("Næste").fill("Adgangskode", &self.person.password).submit();
        if !asked.path.ends_with("/noegle") {
            return None;
        }
        let key = self.person.key_for(&asked);
        Some(asked.form("Underskriv").fill("Nøgle", &key).aimed())
    }
}

fn pay(cast: &Cast<'_>) -> Request {
    let page = cast.payment().submit();
    let page = page.form("Næste").fill("Adgangskode", &cast.person.password).submit();
    let key = cast.person.key_for(&page);
    page.form("Underskriv").fill("Nøgle", &key).aimed()
}

fn change_password(cast: &Cast<'_>) -> Request {
    let form = cast.at("/adgangskode").form("Skift adgangskode");
    let form =
        form.fill("Nuværende adgangskode", &cast.person.password).fill("Ny adgangskode", "Ny-kode 2019!");
    form.fill("Gentag ny adgangskode", "Ny-kode 2019!").aimed()
}

fn change_contact(cast: &Cast<'_>) -> Request {
    let form = cast.at("/kontakt").form("Gem").fill("Adgangskode", &cast.person.password);
    form.fill("E-mail", "aksel@nyt.example").aimed()
}

fn choose_user_id(cast: &Cast<'_>) -> Request {
    let form = cast.at("/bruger-id").form("Gem").fill("Adgangskode", &cast.person.password);
    form.fill("Bruger-id", "aksel.paa.ny").aimed()
}

fn block_cards(cast: &Cast<'_>) -> Request {
    cast.at("/noeglekort/spaer").form("Spær").tick("Jeg har mistet det").aimed()
}

fn block_password(cast: &Cast<'_>) -> Request {
    cast.at("/adgangskode/spaer").form("Spær adgangskode").tick("Andre kender måske adgangskoden").aimed()
}

fn order_card(cast: &Cast<'_>) -> Request {
    cast.at("/noeglekort").form("Bestil nøglekort").aimed()
}

fn renew_certificate(cast: &Cast<'_>) -> Request {
    let page =
        cast.at("/certifikat").form("Forny certifikat").fill("Adgangskode", &cast.person.password).submit();
    let key = cast.person.key_for(&page);
    page.form("Forny certifikat").fill("Nøgle", &key).aimed()
}

fn end_nemid(cast: &Cast<'_>) -> Request {
    let page = cast.at("/afslut").press("Fortsæt");
    let key = cast.person.key_for(&page);
    page.form("Luk NemID").fill("Nøgle", &key).aimed()
}

fn log_on(cast: &Cast<'_>) -> Request {
    let elsewhere = cast.site.named(WHO);
    let page = elsewhere.types_password("/log-paa", &elsewhere.password);
    let key = elsewhere.key_for(&page);
    page.form("Log på").fill("Nøgle", &key).aimed()
}

fn end_other_sessions(cast: &Cast<'_>) -> Request {
    cast.at("/sessioner").form("Luk alle andre").aimed()
}

/// *Spær nøglekort*, read and ready to be signed.
fn block_at_counter(cast: &Cast<'_>) -> Request {
    let desk = cast.desk.get_or_init(|| cast.site.desk());
    let page = desk.maintains("/ra/vedligehold/spaer-noeglekort", &cast.person);
    let cards = cast.person.open_cards();
    let form = cards.iter().fold(page.form("OK"), |form, card| form.tick(card));
    let page = form.tick("Borgeren har mistet kortet").submit();
    page.form("Underskriv").fill("Adgangskode", &desk.officer.password).aimed()
}

/// *Spær adgangskode* at his bank, read and ready to be signed.
fn block_at_bank(cast: &Cast<'_>) -> Request {
    let clerk = cast.clerk.get_or_init(|| cast.site.clerk("fjordbanken"));
    let page = clerk.finds(&cast.person.cpr).follow("Spær adgangskode");
    let page = page.form("Næste").tick("Kunden tror").submit();
    page.form("Underskriv handlingen").fill("Adgangskode", &clerk.person.password).aimed()
}

/// *Spær hele NemID'et* at the operator's desk, read and ready to be signed.
fn block_by_operator(cast: &Cast<'_>) -> Request {
    let olga = cast.operator.get_or_init(|| cast.site.operator());
    let page = olga.finds(&cast.person.cpr).follow("Spær hele NemID'et");
    let page = page.form("Næste").tick("Forkerte oplysninger").submit();
    page.form("Underskriv handlingen").fill("Adgangskode", &olga.person.password).aimed()
}

fn move_clock(cast: &Cast<'_>) -> Request {
    // The rent of the next month falls due on the way.
    let browser = cast.site.browser();
    browser.open("/kontrolrum/ur").form("Stil uret frem").tamper("count", "30").tamper("unit", "days").aimed()
}
