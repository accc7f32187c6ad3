//! What a citizen does without a session, played through the pages: start, log on, re-open, order, block.

mod activation;
mod anonymous;
mod first_order;
mod log_on;
mod reopening;

use selvbetjening::cases::door::Content;
use selvbetjening::cases::letter_box;
use selvbetjening::cases::world_clock::{self, Move};
use selvbetjening::rules::nemid::NemId;
use selvbetjening::rules::words::{Address, CprNumber, DocumentNumber, PersonName};
use selvbetjening::store::StoreError;
use selvbetjening::store::citizens::Citizen;
use selvbetjening::store::post::{LetterKind, LetterState};

use crate::browser::{Browser, Visit};
use crate::site::Site;

pub const NAME: &str = "Signe Østergaard";
pub const PASSPORT: &str = "201234567";
pub const PASSWORD: &str = "vinterbad 17";

/// Somebody with a letter box and a browser, alone in the world.
pub struct Signe<'s> {
    pub site: &'s Site,
    pub browser: Browser<'s>,
    pub cpr: CprNumber,
}

/// What the letters said.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    pub number: String,
    pub card: String,
    pub digits: String,
}

impl<'s> Signe<'s> {
    /// In the register, with a passport and no NemID.
    pub fn new(site: &'s Site) -> Self {
        Self::born(site, "1984-06-02")
    }

    pub fn born(site: &'s Site, day: &str) -> Self {
        let cpr = CprNumber::synthetic(day.parse().unwrap(), 1);
        let citizen = Citizen {
            cpr,
            name: PersonName::parse(NAME).unwrap(),
            address: Address::parse("Nygade 4", "9870", "Fjordby").unwrap(),
            document: Some(DocumentNumber::parse(PASSPORT).unwrap()),
            pid: None,
            died: None,
            note: (String::new(), String::new()),
            section: String::new(),
        };
        let saved = site.house.store.write::<_, StoreError, _>(move |tx| tx.save_citizen(&citizen));
        rocket::execute(saved).unwrap();
        Self { site, browser: site.browser(), cpr }
    }

    /// Has ordered; the letters have come and were read.
    pub fn equipped(site: &'s Site) -> (Self, Letters) {
        let signe = Self::new(site);
        signe.orders().says("Dit NemID er bestilt");
        signe.days_pass(5);
        let letters = signe.reads_post();
        (signe, letters)
    }

    /// Has activated with [`PASSWORD`].
    pub fn activated(site: &'s Site) -> (Self, Letters) {
        let (signe, letters) = Self::equipped(site);
        signe.activates(&letters, PASSWORD).says("Dit NemID er aktiveret");
        (signe, letters)
    }

    pub fn orders(&self) -> Visit<'_, 's> {
        let form = self.browser.open("/bestil").form("Bestil");
        form.fill("Navn", NAME)
            .fill("CPR-nummer", &self.cpr.to_string())
            .fill("Pas- eller kørekortnummer", PASSPORT)
            .submit()
    }

    pub fn days_pass(&self, working_days: u32) {
        rocket::execute(world_clock::move_on(&self.site.house, Move::WorkingDays(working_days))).unwrap();
    }

    /// Opens all letters that have come and notes what they say.
    pub fn reads_post(&self) -> Letters {
        let mut said = Letters::default();
        for letter in rocket::execute(letter_box::letters(&self.site.house, self.cpr)).unwrap() {
            if letter.state != LetterState::Delivered {
                continue;
            }
            match rocket::execute(letter_box::open(&self.site.house, letter.id)).unwrap().content {
                Content::Welcome { nemid_number } => said.number = nemid_number.to_string(),
                Content::KeyCard { card_number } => said.card = card_number.to_string(),
                Content::PinLetter { digits, .. } => said.digits = digits,
                Content::Notice { .. } => {}
            }
        }
        said
    }

    /// How many letters of a kind are in the post.
    pub fn in_transit(&self, kind: LetterKind) -> usize {
        let letters = rocket::execute(letter_box::letters(&self.site.house, self.cpr)).unwrap();
        letters.iter().filter(|one| one.kind == kind && one.state == LetterState::InTransit).count()
    }

    pub fn nemid(&self) -> NemId {
        let cpr = self.cpr;
        let found = self.site.house.store.read::<_, StoreError, _>(move |tx| tx.nemids_of(cpr));
        rocket::execute(found).unwrap().pop().unwrap()
    }

    /// The key that a page asks for, from a card in hand.
    pub fn key_for(&self, page: &Visit<'_, '_>) -> String {
        let number = page.key_number();
        let cards = rocket::execute(letter_box::cards(&self.site.house, self.cpr)).unwrap();
        let card = cards.iter().find(|card| page.text().contains(&card.number.to_string())).unwrap();
        let printed = card.keys.iter().find(|one| one.number.to_string() == number).unwrap();
        printed.key.reveal().to_owned()
    }

    /// A key that is not the one that the page asks for.
    pub fn wrong_key_for(&self, page: &Visit<'_, '_>) -> String {
        let right: u32 = self.key_for(page).parse().unwrap();
        format!("{:06}", (right + 1) % 1_000_000)
    }

    /// The first step of either flow.
    pub fn begins(&self, path: &str, number: &str, digits: &str) -> Visit<'_, 's> {
        let form = self.browser.open(path).form("Næste");
        form.fill("NemID-nummer", number).fill("Midlertidig adgangskode", digits).submit()
    }

    /// From the first step to the page that asks for the key.
    pub fn activates_up_to_key(&self, letters: &Letters, password: &str) -> Visit<'_, 's> {
        let page = self.begins("/aktiver", &letters.number, &letters.digits);
        let form = page.form("Næste").fill("Adgangskode", password).fill("Gentag adgangskode", password);
        let page = form.submit().form("Næste").submit();
        let form = page.form("Næste").tick("I må slå").tick("I må fortælle").tick("Jeg accepterer");
        form.submit().form("Næste").fill("Nøglekortnummer", &letters.card).submit()
    }

    pub fn activates(&self, letters: &Letters, password: &str) -> Visit<'_, 's> {
        let page = self.activates_up_to_key(letters, password);
        let key = self.key_for(&page);
        page.form("Aktivér NemID").fill("Nøgle", &key).submit()
    }

    pub fn types_password(&self, user_id: &str, password: &str) -> Visit<'_, 's> {
        let form = self.browser.open("/log-paa").form("Næste");
        form.fill("Bruger-id", user_id).fill("Adgangskode", password).submit()
    }

    pub fn logs_on(&self, user_id: &str, password: &str) -> Visit<'_, 's> {
        let page = self.types_password(user_id, password);
        let key = self.key_for(&page);
        page.form("Log på").fill("Nøgle", &key).submit()
    }
}

/// Three wrong digits for these.
pub fn wrong(digits: &str) -> String {
    format!("{:06}", (digits.parse::<u32>().unwrap() + 1) % 1_000_000)
}
