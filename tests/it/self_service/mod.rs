//! What a logged-on citizen sees and changes: through the pages, with every way it can fail.

mod certificate;
mod details;
mod my_nemid;
mod password;
mod sessions;
mod typed_text;

use rules::nemid::NemId;
use rules::words::NemIdNumber;
use service::testing::StoreError;

use crate::browser::Visit;
use crate::people::Person;
use crate::site::Site;

/// The person of this name, logged on to Selvbetjening.
#[track_caller]
pub fn holder<'s>(site: &'s Site, name: &str) -> Person<'s> {
    let person = site.person(|one| one["name"] == name);
    person.logs_on();
    person
}

impl<'s> Person<'s> {
    /// The NemID as it stands, to see that the pages did what they say.
    pub fn nemid(&self) -> NemId {
        let number = self.as_listed()["nemids"][0]["number"].as_str().unwrap().to_owned();
        let number = NemIdNumber::parse(&number).unwrap();
        let found = self.site.app.store().read::<_, StoreError, _>(move |tx| tx.nemid(number));
        rocket::execute(found).unwrap().unwrap()
    }

    /// Opens a page of Selvbetjening.
    #[track_caller]
    pub fn opens(&self, page: &str) -> Visit<'_, 's> {
        self.browser.open(&format!("/selvbetjening{page}"))
    }

    /// Whether the session has ended: the pages ask for a log-on.
    pub fn is_logged_off(&self) -> bool {
        !self.opens("").path.starts_with("/selvbetjening")
    }

    /// Whether an e-mail or SMS to this address, or to any, has this in its subject or text.
    #[track_caller]
    pub fn was_told(&self, to: &str, words: &str) {
        let messages = self.site.world(&format!("persons/{}/messages", self.cpr));
        let told = messages.as_array().unwrap().iter().any(|one| {
            let says = |part: &str| one[part].as_str().is_some_and(|text| text.contains(words));
            one["to"].as_str().is_some_and(|address| address.contains(to))
                && (says("subject") || says("text"))
        });
        assert!(told, "{to} was not told {words:?}: {messages:#}");
    }
}
