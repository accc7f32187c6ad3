//! What a citizen sees and changes behind the log-on: through the pages, with every way it goes wrong.

mod certificate;
mod details;
mod ending;
mod event_log;
mod key_cards;
mod my_nemid;
mod password;

use selvbetjening::cases::house::Origin;
use selvbetjening::cases::log_on;
use selvbetjening::cases::register;
use selvbetjening::rules::actor::Channel;
use selvbetjening::rules::nemid::{NemId, Use};
use selvbetjening::rules::words::{Key, NemIdNumber, TypedPassword, TypedUserId};
use selvbetjening::store::StoreError;

use crate::browser::{Browser, Visit};
use crate::site::Site;

/// A citizen of the first world who is logged on, with the card in hand.
pub struct Holder<'s> {
    pub site: &'s Site,
    pub browser: Browser<'s>,
    pub number: NemIdNumber,
    pub password: String,
}

/// The person of this name, logged on to Selvbetjening.
#[track_caller]
pub fn holder<'s>(site: &'s Site, name: &str) -> Holder<'s> {
    let everybody = rocket::execute(register::everybody(&site.house)).unwrap();
    let person = everybody.into_iter().find(|one| one.citizen.name.as_str() == name).expect(name);
    let (number, memory) = person.memories.into_iter().next().expect("somebody who remembers a password");
    let holder = Holder { site, browser: site.browser(), number, password: memory.password };
    holder.logs_on();
    holder
}

impl<'s> Holder<'s> {
    /// Logs on with the password and a key of the card in use.
    #[track_caller]
    pub fn logs_on(&self) {
        let (house, origin) = (&self.site.house, Origin::inside(Channel::Selvbetjening));
        let user_id = TypedUserId::parse(self.number.as_str()).unwrap();
        let password = TypedPassword::parse(&self.password).unwrap();
        let typed = (&user_id, &password);
        let token = rocket::execute(log_on::with_password(house, typed, Use::LogOn, &origin)).unwrap();
        let asked = rocket::execute(log_on::question(house, &token)).unwrap().expect("a card in use");
        let key = self.key(&asked.number.to_string());
        let (session, _) = rocket::execute(log_on::with_key(house, &token, key, &origin)).unwrap();
        self.browser.set_cookie("selvbetjening_borger", &session.reveal());
    }

    /// The NemID as it stands.
    pub fn nemid(&self) -> NemId {
        let number = self.number;
        let found = self.site.house.store.read::<_, StoreError, _>(move |tx| tx.nemid(number));
        rocket::execute(found).unwrap().unwrap()
    }

    /// The key beside a number on the card in use.
    pub fn key(&self, number: &str) -> Key {
        let nemid = self.nemid();
        let card = nemid.active_card().unwrap();
        let table = self.site.house.press.table(&card.number, &card.salt);
        table.into_iter().find(|(printed, _)| printed.to_string() == number).unwrap().1
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

    /// How many messages and letters the holder has been sent.
    pub fn notices(&self) -> Vec<String> {
        let (holder, house) = (self.nemid().holder, self.site.house.clone());
        let notices = self.site.house.store.read::<_, StoreError, _>(move |tx| {
            let messages = tx.messages_of(holder)?;
            let sendings = messages.iter().map(|one| {
                let context = selvbetjening::cases::door::outbox_context(one.id);
                let sending: selvbetjening::cases::door::Sending = house.open(&context, &one.content)?;
                let to = sending.email.map(|to| to.to_string()).or(sending.mobile.map(|to| to.to_string()));
                Ok(format!("{} {}", sending.notice.code, to.unwrap_or_default()))
            });
            sendings.collect()
        });
        rocket::execute(notices).unwrap()
    }
}
