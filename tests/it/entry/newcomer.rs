//! A newcomer: a person alone in an empty world, with a passport, who orders, reads the post and activates.
//! Everything beyond that works as for everybody ([`Person`]).

use rocket::http::Status;
use rules::words::{Address, CprNumber, DocumentNumber, PersonName};
use service::testing::Citizen;
use service::testing::StoreError;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

pub const NAME: &str = "Signe Østergaard";
pub const PASSPORT: &str = "201234567";
pub const PASSWORD: &str = "vinterbad 17";

/// What the letters said.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    pub number: String,
    pub card: String,
    pub digits: String,
}

impl Site {
    /// In the register, with a passport and no NemID.
    pub fn newcomer(&self) -> Person<'_> {
        self.newcomer_born("1984-06-02")
    }

    pub fn newcomer_born(&self, day: &str) -> Person<'_> {
        let cpr = CprNumber::synthetic(day.parse().unwrap(), 1);
        let citizen = Citizen {
            cpr,
            name: PersonName::parse(NAME).unwrap(),
            address: Address::parse("Nygade 4", "9870", "Fjordby").ok(),
            stated: None,
            document: Some(DocumentNumber::parse(PASSPORT).unwrap()),
            pid: None,
            died: None,
            note: (String::new(), String::new()),
            section: String::new(),
        };
        let saved = self.app.store().write::<_, StoreError, _>(move |tx| tx.save_citizen(&citizen));
        rocket::execute(saved).unwrap();
        self.person(|one| one["cpr"] == cpr.digits())
    }

    /// A newcomer who has ordered; the letters have come and were read.
    pub fn equipped_newcomer(&self) -> (Person<'_>, Letters) {
        let signe = self.newcomer();
        signe.orders().says("Dit NemID er bestilt");
        self.clock_moves("working_days", 5);
        let letters = signe.reads_post();
        (signe, letters)
    }

    /// A newcomer who has activated with [`PASSWORD`].
    pub fn activated_newcomer(&self) -> (Person<'_>, Letters) {
        let (mut signe, letters) = self.equipped_newcomer();
        signe.activates(&letters.digits, PASSWORD, &letters.card);
        (signe, letters)
    }
}

impl<'s> Person<'s> {
    pub fn orders(&self) -> Visit<'_, 's> {
        let form = self.browser.open("/bestil").form("Bestil");
        form.fill("Navn", &self.name)
            .fill("CPR-nummer", &self.cpr)
            .fill("Pas- eller kørekortnummer", PASSPORT)
            .submit()
    }

    /// Opens all letters that have come and notes what they say.
    pub fn reads_post(&self) -> Letters {
        let mut said = Letters::default();
        for letter in self.letters().iter().filter(|one| one["state"] == "delivered") {
            let open = self.site.change_world(&format!("letters/{}/open", letter["id"]), "{}");
            let note = |said: &mut String, field: &str| {
                if let Some(text) = open[field].as_str() {
                    text.clone_into(said);
                }
            };
            note(&mut said.number, "nemid_number");
            note(&mut said.card, "card_number");
            note(&mut said.digits, "temporary_password");
        }
        said
    }

    /// How many letters of a kind are in the post.
    pub fn in_transit(&self, kind: &str) -> usize {
        self.letters().iter().filter(|one| one["kind"] == kind && one["state"] == "in_transit").count()
    }

    /// A key that is not the one that the page asks for.
    pub fn wrong_key_for(&self, page: &Visit<'_, '_>) -> String {
        wrong(&self.key_for(page))
    }

    /// The first step of either flow.
    pub fn begins(&self, path: &str, number: &str, digits: &str) -> Visit<'_, 's> {
        let form = self.browser.open(path).form("Næste");
        form.fill("NemID-nummer", number).fill("Midlertidig adgangskode", digits).submit()
    }

    /// From the first step to the page that asks for the key.
    pub fn activates_up_to_key(&self, letters: &Letters, password: &str) -> Visit<'_, 's> {
        let page = self.begins("/aktiver", &letters.number, &letters.digits);
        page.goes_on_to_key(&letters.card, password)
    }

    /// Logs on under any of the own user ids.
    pub fn logs_on_as(&self, user_id: &str, password: &str) -> Visit<'_, 's> {
        let page = self.types_as(user_id, password);
        page.is(Status::Ok);
        let key = self.key_for(&page);
        page.form("Log på").fill("Nøgle", &key).submit()
    }

    /// Types any user id and password where citizens log on.
    pub fn types_as(&self, user_id: &str, password: &str) -> Visit<'_, 's> {
        let form = self.browser.open("/log-paa").form("Næste");
        form.fill("Bruger-id", user_id).fill("Adgangskode", password).submit()
    }
}

/// Six digits that are not these.
pub fn wrong(digits: &str) -> String {
    format!("{:06}", (digits.parse::<u32>().unwrap() + 1) % 1_000_000)
}
