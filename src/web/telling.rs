//! What somebody tells who wants something blocked, on a page or by telephone: what, why, who they are, and one of
//! three numbers or several (Rules 3.5.2).

use rocket::form::FromForm;
use serde::Serialize;

use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use rules::words::{CprNumber, KeyCardNumber, PersonName, TypedUserId};
use service::cases::anonymous::block::{Mark, Stop, Teller};

/// What is to be blocked, why, and whose it is.
#[derive(FromForm, Serialize)]
pub struct StopForm {
    what: Option<String>,
    no_letter: bool,
    name: String,
    address: String,
    cpr: String,
    user_id: String,
    card: String,
}

impl StopForm {
    /// Reads it.
    ///
    /// # Errors
    /// What is missing or can't be read.
    pub fn read(&self) -> Result<(Teller, Stop), Faults> {
        let mut faults = Faults::default();
        let stop = faults.take("what", self.what().ok_or(Text::new("stop-what-missing")));
        let name = faults.take("name", PersonName::parse(&self.name));
        let marks = self.marks(&mut faults);
        let address = Some(self.address.trim().to_owned()).filter(|address| !address.is_empty());
        match (stop, name, marks) {
            (Some(stop), Some(name), Some(marks)) => Ok((Teller { name, address, marks }, stop)),
            _ => Err(faults),
        }
    }

    /// The reason goes with what is blocked: one choice on the page.
    fn what(&self) -> Option<Stop> {
        let send = !self.no_letter;
        Some(match self.what.as_deref()? {
            "password-known" => Stop::Password { reason: PasswordBlockReason::KnownByOthers, send },
            "password-other" => Stop::Password { reason: PasswordBlockReason::HolderAsked, send },
            "card-lost" => Stop::Cards { reason: CardBlockReason::Lost },
            "card-seen" => Stop::Cards { reason: CardBlockReason::SeenByOthers },
            "card-letter" => Stop::Cards { reason: CardBlockReason::LetterNotIntact },
            "card-other" => Stop::Cards { reason: CardBlockReason::OtherSuspicion },
            _ => return None,
        })
    }

    /// The numbers that were told: one at least, and each can be read.
    fn marks(&self, faults: &mut Faults) -> Option<Vec<Mark>> {
        let told = |typed: &str| !typed.trim().is_empty();
        let mut marks = Vec::new();
        if told(&self.cpr) {
            marks.push(faults.take("cpr", CprNumber::parse(&self.cpr)).map(Mark::Cpr));
        }
        if told(&self.user_id) {
            marks.push(faults.take("user_id", TypedUserId::parse(&self.user_id)).map(Mark::UserId));
        }
        if told(&self.card) {
            marks.push(faults.take("card", KeyCardNumber::parse(&self.card)).map(Mark::Card));
        }
        if marks.is_empty() {
            faults.add("cpr", Text::new("stop-mark-missing"));
            return None;
        }
        marks.into_iter().collect()
    }
}
