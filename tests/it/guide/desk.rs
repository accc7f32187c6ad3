//! An officer at the counter, who goes from CPR-nummer to signature as in the guide.

use serde_json::Value;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

pub const ORDER: &str = "/ra/bestil";
pub const BLOCK_CARDS: &str = "/ra/vedligehold/spaer-noeglekort";
pub const HAND_OUT_CARD: &str = "/ra/vedligehold/udlever-noeglekort";
pub const TEMPORARY: &str = "/ra/vedligehold/midlertidig-adgangskode";

/// An officer who is logged on, and the shelf behind them.
pub struct Desk<'s> {
    pub officer: Person<'s>,
    office: &'static str,
}

impl Site {
    /// An officer of the first office, logged on to the RA portal.
    pub fn desk(&self) -> Desk<'_> {
        self.desk_of("borgerservice-fjordby")
    }

    /// An officer of another office.
    pub fn other_desk(&self) -> Desk<'_> {
        self.desk_of("skattecenter-engelsted")
    }

    fn desk_of(&self, office: &'static str) -> Desk<'_> {
        let staff = self.world("officers");
        let officers = staff.as_array().unwrap().iter().filter(|one| one["role"] == "officer");
        let nth = officers.into_iter().position(|one| one["office"] == office).unwrap();
        let officer = self.staff("officer", nth);
        let page = officer.logs_on_at("/log-paa?til=/ra");
        assert_eq!(page.path, "/ra", "{}", page.text());
        Desk { officer, office }
    }

    /// Somebody of the first world by name.
    #[track_caller]
    pub fn named(&self, name: &str) -> Person<'_> {
        self.person(|one| one["name"] == name)
    }
}

impl Desk<'_> {
    /// CPR-nummer and identification.
    #[track_caller]
    pub fn serves(&self, path: &str, citizen: &Person<'_>, shown: &[&str]) -> Visit<'_, '_> {
        let page = self.officer.browser.open(path);
        let page = page.form("Næste").fill("CPR-nummer", &citizen.cpr).submit();
        let form = shown.iter().fold(page.form("Næste"), |form, document| form.tick(document));
        form.submit()
    }

    /// The same, and the one NemID that can be chosen.
    #[track_caller]
    pub fn maintains(&self, path: &str, citizen: &Person<'_>) -> Visit<'_, '_> {
        self.serves(path, citizen, &["Pas"]).form("Næste").submit()
    }

    /// Signs what is to be read.
    #[track_caller]
    pub fn signs<'v, 's>(&self, page: &Visit<'v, 's>) -> Visit<'v, 's> {
        assert!(page.path.contains("/underskriv?sag="), "{}: {}", page.path, page.text());
        let receipt = page.form("Underskriv").fill("Adgangskode", &self.officer.password).submit();
        assert!(receipt.path.contains("/kvittering?sag="), "{}: {}", receipt.path, receipt.text());
        receipt
    }

    /// Issues a temporary password by an action, and gives what the citizen finds in the letter.
    #[track_caller]
    pub fn issues(&self, citizen: &Person<'_>, action: &str) -> String {
        let serial = self.letter();
        let page = self.maintains(TEMPORARY, citizen);
        let form = page.form("Næste").choose("Handling", action);
        self.signs(&form.fill("Serienummer på PIN-brev", &serial).submit());
        self.opened(&serial)["temporary_password"].as_str().unwrap().to_owned()
    }

    /// Blocks every open card of the citizen as lost.
    #[track_caller]
    pub fn blocks_cards(&self, citizen: &Person<'_>) -> Visit<'_, '_> {
        let page = self.maintains(BLOCK_CARDS, citizen);
        let cards = citizen.open_cards();
        let form = cards.iter().fold(page.form("OK"), |form, card| form.tick(card));
        self.signs(&form.tick("Borgeren har mistet kortet").submit())
    }

    /// A sealed card on the office's shelf.
    #[track_caller]
    pub fn card(&self) -> String {
        self.shelf()["cards"][0].as_str().unwrap().to_owned()
    }

    /// A sealed PIN letter on the office's shelf.
    #[track_caller]
    pub fn letter(&self) -> String {
        self.shelf()["letters"][0].as_str().unwrap().to_owned()
    }

    /// What lies on the office's shelf.
    #[track_caller]
    pub fn shelf(&self) -> Value {
        let offices = self.officer.site.world("offices");
        offices.as_array().unwrap().iter().find(|one| one["id"] == self.office).unwrap().clone()
    }

    /// The citizen opens what was handed out.
    #[track_caller]
    pub fn opened(&self, number: &str) -> Value {
        let path = format!("offices/{}/shelf/{number}/open", self.office);
        self.officer.site.change_world(&path, "{}")
    }
}
