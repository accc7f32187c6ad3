//! The operator's desk and the banks' counters: their employees, and what these find there.

use rules::nemid::{Issuer, NemId};
use rules::words::CprNumber;
use service::testing::StoreError;
use service::testing::{Entry, LogQuery};

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

/// Somebody who is logged on at a desk.
pub struct Serving<'s> {
    pub person: Person<'s>,
    pub base: String,
}

impl Site {
    /// A member of staff by role and name.
    #[track_caller]
    pub fn staff_named(&self, role: &str, name: &str) -> Person<'_> {
        (0..9).map(|nth| self.staff(role, nth)).find(|one| one.name == name).unwrap()
    }

    /// The operator, logged on.
    #[track_caller]
    pub fn operator(&self) -> Serving<'_> {
        Serving::at("/operatoer", self.staff_named("operator", "Olga Stenbæk"))
    }

    /// A clerk of a bank, logged on at its counter.
    #[track_caller]
    pub fn clerk(&self, bank: &str) -> Serving<'_> {
        let name = match bank {
            "fjordbanken" => "Nana Fogh",
            "hedebanken" => "Henrik Lau",
            _ => "Lise Kragh",
        };
        Serving::at(&format!("/bank/{bank}"), self.staff_named("bank_clerk", name))
    }

    /// The CPR number of somebody by name, as the control room lists them.
    #[track_caller]
    pub fn cpr_of(&self, name: &str) -> String {
        self.person(|one| one["name"] == name).cpr
    }

    /// What somebody has, the oldest first.
    #[track_caller]
    pub fn nemids_of(&self, name: &str) -> Vec<NemId> {
        let cpr = CprNumber::parse(&self.cpr_of(name)).unwrap();
        let found = self.app.store().read::<_, StoreError, _>(move |tx| tx.nemids_of(cpr));
        rocket::execute(found).unwrap()
    }

    /// The only NemID that somebody has from the public.
    #[track_caller]
    pub fn public_nemid_of(&self, name: &str) -> NemId {
        self.nemids_of(name).into_iter().find(|one| one.issuer == Issuer::Public).unwrap()
    }

    /// The whole log of a NemID that its citizen sees, the newest first.
    pub fn log_of(&self, nemid: &NemId) -> Vec<Entry> {
        let (number, query) = (nemid.number, LogQuery { limit: 1_000, ..LogQuery::default() });
        let found = self.app.store().read::<_, StoreError, _>(move |tx| tx.log_of(number, &query));
        rocket::execute(found).unwrap()
    }
}

impl<'s> Serving<'s> {
    #[track_caller]
    fn at(base: &str, person: Person<'s>) -> Self {
        let page = person.logs_on_at(&format!("/log-paa?til={base}"));
        assert_eq!(page.path, base, "{}", page.text());
        Self { person, base: base.to_owned() }
    }

    /// Looks somebody up by CPR-nummer.
    #[track_caller]
    pub fn finds(&self, cpr: &str) -> Visit<'_, 's> {
        self.person.browser.open(&self.base).form("Find").fill("CPR-nummer", cpr).submit()
    }

    /// Looks a NemID up by its number.
    #[track_caller]
    pub fn finds_nemid(&self, number: &str) -> Visit<'_, 's> {
        self.person.browser.open(&self.base).form("Find").fill("NemID-nummer", number).submit()
    }

    /// Signs what is to be read.
    #[track_caller]
    pub fn signs<'v>(&self, page: &Visit<'v, 's>) -> Visit<'v, 's> {
        page.says("Læs og underskriv");
        page.form("Underskriv handlingen").fill("Adgangskode", &self.person.password).submit()
    }
}

impl Visit<'_, '_> {
    /// On the page that ties a bank's agreement to another NemID: the customer consents and tells its number (Rules 4.1).
    #[track_caller]
    pub fn tells_bank(&self, number: &str) -> Self {
        let form = self.form("Næste").tick("Kunden giver samtykke");
        form.fill("NemID-nummer, som aftalen", number).submit()
    }
}
