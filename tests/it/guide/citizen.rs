//! What citizens do at Selvbetjening after they have been at the counter.

use rocket::http::Status;

use crate::browser::Visit;
use crate::people::Person;

impl<'s> Person<'s> {
    /// The number of the person's first NemID that is neither blocked nor closed.
    #[track_caller]
    pub fn nemid_number(&self) -> String {
        let listed = self.as_listed();
        let open = |one: &&serde_json::Value| one["state"] != "blocked" && one["state"] != "closed";
        let nemid = listed["nemids"].as_array().unwrap().iter().find(open).expect("an open NemID");
        nemid["number"].as_str().unwrap().to_owned()
    }

    /// The state of that NemID.
    #[track_caller]
    pub fn state(&self) -> String {
        let (listed, number) = (self.as_listed(), self.nemid_number());
        let nemids = listed["nemids"].as_array().unwrap();
        let nemid = nemids.iter().find(|one| one["number"] == number.as_str()).unwrap();
        nemid["state"].as_str().unwrap().to_owned()
    }

    /// The state of one of the person's cards.
    #[track_caller]
    pub fn card_state(&self, card: &str) -> String {
        let listed = self.as_listed();
        let nemids = listed["nemids"].as_array().unwrap();
        let cards = nemids.iter().flat_map(|nemid| nemid["cards"].as_array().unwrap());
        let found = cards.clone().find(|one| one["number"] == card);
        found.unwrap_or_else(|| panic!("no card {card}"))["state"].as_str().unwrap().to_owned()
    }

    /// The numbers of the cards that are ordered, attached or active.
    pub fn open_cards(&self) -> Vec<String> {
        let listed = self.as_listed();
        let nemids = listed["nemids"].as_array().unwrap();
        let cards = nemids.iter().flat_map(|nemid| nemid["cards"].as_array().unwrap());
        let open = cards.filter(|card| card["state"] != "blocked" && card["state"] != "used_up");
        open.map(|card| card["number"].as_str().unwrap().to_owned()).collect()
    }

    /// Types NemID-nummer and temporary password where an activation or a re-opening begins.
    #[track_caller]
    pub fn types_temporary(&self, path: &str, digits: &str) -> Visit<'_, 's> {
        self.begins(path, &self.nemid_number(), digits)
    }

    /// Activates with a temporary password, a new password and a card, all the way to the receipt.
    #[track_caller]
    pub fn activates(&mut self, digits: &str, password: &str, card: &str) {
        let page = self.types_temporary("/aktiver", digits);
        page.is(Status::Ok);
        let page = page.goes_on_to_key(card, password);
        let key = self.key_for(&page);
        let receipt = page.form("Aktivér NemID").fill("Nøgle", &key).submit();
        receipt.says("Dit NemID er aktiveret");
        self.settles_on(password);
    }

    /// Re-opens with a temporary password, perhaps the remembered password, a new one, and a card.
    #[track_caller]
    pub fn reopens(&mut self, digits: &str, (remembered, password): (Option<&str>, &str), card: &str) {
        let page = self.types_temporary("/genaabn", digits);
        let page = match remembered {
            Some(remembered) => page.form("Næste").fill("Adgangskode", remembered).submit(),
            None => page,
        };
        let form = page.form("Næste").fill("Ny adgangskode", password);
        let page = form.fill("Gentag ny adgangskode", password).submit();
        let page = page.form("Næste").fill("Nøglekortnummer", card).submit();
        let key = self.key_for(&page);
        let receipt = page.form("Genåbn NemID").fill("Nøgle", &key).submit();
        receipt.says("Dit NemID er genåbnet");
        self.settles_on(password);
    }

    /// From now on the person logs on with this password.
    fn settles_on(&mut self, password: &str) {
        password.clone_into(&mut self.password);
        self.user_id = self.nemid_number();
    }

    /// The Hændelseslog, as the person reads it.
    #[track_caller]
    pub fn reads_log(&self) -> Visit<'_, 's> {
        self.logs_on();
        self.browser.open("/selvbetjening/haendelseslog")
    }
}

impl<'b, 's> Visit<'b, 's> {
    /// From this page, which asks for a new password, to the one that asks for the key: no user id, all consents.
    #[track_caller]
    pub fn goes_on_to_key(&self, card: &str, password: &str) -> Visit<'b, 's> {
        let form = self.form("Næste").fill("Adgangskode", password).fill("Gentag adgangskode", password);
        let page = form.submit().form("Næste").submit();
        let all = [
            "I må slå mit navn",
            "I må fortælle PID-tjenesten",
            "I må hente et tidligere PID-nummer",
            "Min bank må give jer",
            "Jeg accepterer reglerne",
        ];
        let asked = all.iter().filter(|label| page.text().contains(**label));
        let form = asked.fold(page.form("Næste"), |form, label| form.tick(label));
        form.submit().form("Næste").fill("Nøglekortnummer", card).submit()
    }
}
