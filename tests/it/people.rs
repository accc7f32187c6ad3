//! Acting people: they have a browser, a letter box and cards, and know their own password.

use std::collections::BTreeMap;

use rocket::http::Status;
use serde_json::Value;

use crate::browser::{Browser, Visit};
use crate::site::Site;

/// Somebody in front of a browser.
pub struct Person<'s> {
    pub site: &'s Site,
    pub browser: Browser<'s>,
    pub cpr: String,
    pub name: String,
    pub user_id: String,
    pub password: String,
    /// The tables of the cards the person holds: card number → key number → key.
    cards: Cards,
}

#[derive(Default)]
struct Cards(BTreeMap<String, BTreeMap<String, String>>);

impl Cards {
    fn read(list: &Value) -> Self {
        let table = |keys: &Value| {
            let keys = keys.as_object().unwrap().iter();
            keys.map(|(number, key)| (number.clone(), key.as_str().unwrap().to_owned())).collect()
        };
        let cards = list.as_array().unwrap().iter();
        Self(
            cards
                .map(|card| (card["card_number"].as_str().unwrap().to_owned(), table(&card["keys"])))
                .collect(),
        )
    }
}

impl Site {
    /// What the world's JSON says at an address.
    #[track_caller]
    pub fn world(&self, path: &str) -> Value {
        let browser = self.browser();
        let visit = browser.open(&format!("/api/world/{path}"));
        visit.is(Status::Ok);
        serde_json::from_str(&visit.body).unwrap()
    }

    /// Does something to the world, as a program would.
    #[track_caller]
    pub fn change_world(&self, path: &str, body: &str) -> Value {
        let browser = self.browser();
        let visit = browser.post_json(&format!("/api/world/{path}"), body);
        assert_eq!(visit.status, Status::Ok, "{path}: {}", visit.body);
        serde_json::from_str(&visit.body).unwrap()
    }

    /// Moves the simulated clock.
    #[track_caller]
    pub fn clock_moves(&self, what: &str, count: u32) {
        self.change_world("clock", &format!("{{\"{what}\": {count}}}"));
    }

    /// The first person in the list of whom this is true.
    #[track_caller]
    pub fn person(&self, fits: impl Fn(&Value) -> bool) -> Person<'_> {
        let persons = self.world("persons");
        let found = persons.as_array().unwrap().iter().find(|person| fits(person));
        self.being(found.expect("a person like that"))
    }

    /// A person with one NemID in this state who remembers the password.
    #[track_caller]
    pub fn person_in_state(&self, state: &str) -> Person<'_> {
        self.person(|one| {
            let nemids = one["nemids"].as_array().unwrap();
            let [nemid] = nemids.as_slice() else { return false };
            nemid["state"] == state && nemid["issuer"] == "public" && !one["password"].is_null()
        })
    }

    /// Somebody who is well: an active NemID, an active card, a remembered password.
    #[track_caller]
    pub fn somebody_active(&self) -> Person<'_> {
        self.person_in_state("active")
    }

    /// A member of staff by role.
    #[track_caller]
    pub fn staff(&self, role: &str, nth: usize) -> Person<'_> {
        let officers = self.world("officers");
        let found = officers.as_array().unwrap().iter().filter(|one| one["role"] == role).nth(nth);
        let found = found.unwrap_or_else(|| panic!("no {role} number {nth}: {officers}"));
        let card = &found["card"];
        let list = if card.is_array() { card.clone() } else { Value::Array(vec![card.clone()]) };
        Person {
            site: self,
            browser: self.browser(),
            cpr: String::new(),
            name: found["name"].as_str().unwrap_or_default().to_owned(),
            user_id: found["user_id"].as_str().unwrap().to_owned(),
            password: found["password"].as_str().unwrap().to_owned(),
            cards: Cards::read(&list),
        }
    }

    /// A member of staff by role and place.
    #[track_caller]
    pub fn staff_at(&self, role: &str, place: &str) -> Person<'_> {
        let all = self.world("officers");
        let mut same_role = all.as_array().unwrap().iter().filter(|one| one["role"] == role);
        let nth = same_role.position(|one| one["place"] == place).expect("somebody there");
        self.staff(role, nth)
    }

    fn being(&self, person: &Value) -> Person<'_> {
        let nemid = &person["nemids"][0];
        let user_id = nemid["user_id"].as_str().or(nemid["number"].as_str()).unwrap_or_default();
        Person {
            site: self,
            browser: self.browser(),
            cpr: person["cpr"].as_str().unwrap().to_owned(),
            name: person["name"].as_str().unwrap().to_owned(),
            user_id: user_id.to_owned(),
            password: person["password"].as_str().unwrap_or_default().to_owned(),
            cards: Cards::default(),
        }
    }
}

impl<'s> Person<'s> {
    /// The key that a page asks for, looked up on the cards the person holds by now.
    #[track_caller]
    pub fn key_for(&self, page: &Visit<'_, '_>) -> String {
        let number = page.key_number();
        let held;
        let cards = if self.cpr.is_empty() {
            &self.cards
        } else {
            held = Cards::read(&self.site.world(&format!("persons/{}/cards", self.cpr)));
            &held
        };
        let named = cards.0.iter().find(|(card, _)| page.text().contains(card.as_str()));
        let table = named.or_else(|| cards.0.iter().find(|(_, keys)| keys.contains_key(&number)));
        let (_, table) =
            table.unwrap_or_else(|| panic!("{} holds no card with #{number}: {}", self.name, page.text()));
        table[&number].clone()
    }

    /// Types user id and password at an address.
    #[track_caller]
    pub fn types_password(&self, path: &str, password: &str) -> Visit<'_, 's> {
        let page = self.browser.open(path);
        page.form("Næste").fill("Bruger-id", &self.user_id).fill("Adgangskode", password).submit()
    }

    /// Logs on, all the way.
    #[track_caller]
    pub fn logs_on_at(&self, path: &str) -> Visit<'_, 's> {
        let page = self.types_password(path, &self.password);
        let key = self.key_for(&page);
        page.form("Log på").fill("Nøgle", &key).submit()
    }

    /// Logs on to Selvbetjening.
    #[track_caller]
    pub fn logs_on(&self) -> Visit<'_, 's> {
        let page = self.logs_on_at("/log-paa");
        let own = format!("{}/selvbetjening", self.browser.base());
        assert!(page.path.starts_with(&own), "{}: {}", page.path, page.text());
        page
    }

    /// Renews the certificate: the password, then a key that is asked for it (Rules 4.4).
    #[track_caller]
    pub fn renews_certificate(&self) -> Visit<'_, 's> {
        let page = self.browser.open("/selvbetjening/certifikat");
        let page = page.form("Forny certifikat").fill("Adgangskode", &self.password).submit();
        let key = self.key_for(&page);
        page.form("Forny certifikat").fill("Nøgle", &key).submit()
    }

    /// The person's letters, the newest first.
    pub fn letters(&self) -> Vec<Value> {
        self.site.world(&format!("persons/{}/letters", self.cpr)).as_array().unwrap().clone()
    }

    /// Opens the newest delivered letter of a kind.
    #[track_caller]
    pub fn opens_letter(&self, kind: &str) -> Value {
        let letters = self.letters();
        let found = letters.iter().find(|one| one["kind"] == kind && one["state"] == "delivered");
        let found = found.unwrap_or_else(|| panic!("no {kind} to open: {letters:?}"));
        self.site.change_world(&format!("letters/{}/open", found["id"]), "{}")
    }

    /// The same person at a browser that has never been here, at an address.
    pub fn at(self, address: &str) -> Self {
        Self { browser: self.site.browser_at(address), ..self }
    }

    /// The same person at another browser.
    pub fn elsewhere(self) -> Self {
        Self { browser: self.site.browser(), ..self }
    }

    /// The same person at another browser, with a password chosen since.
    pub fn with_new_password(self, password: &str) -> Self {
        Self { password: password.to_owned(), browser: self.site.browser(), ..self }
    }

    /// What the world's list says of the person now.
    pub fn as_listed(&self) -> Value {
        let persons = self.site.world("persons");
        persons.as_array().unwrap().iter().find(|one| one["cpr"] == self.cpr.as_str()).unwrap().clone()
    }
}
