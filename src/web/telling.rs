//! The form of a person who wants something blocked, on a page or by telephone: what, why, who they are, and
//! one or several of three numbers (Rules 3.5.2).

use rocket::form::FromForm;
use serde::Serialize;

use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::nemid::block::{CardBlockReason, PasswordBlockReason};
use rules::words::{CprNumber, KeyCardNumber, PersonName, TypedUserId, is_blank};
use service::cases::anonymous::block::{BlockRequest, Identifier, Reporter};

/// What to block, why, and the holder.
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
    /// Reads the form.
    ///
    /// # Errors
    /// The fields that are missing or can't be read.
    pub fn read(&self) -> Result<(Reporter, BlockRequest), Faults> {
        let mut faults = Faults::default();
        let request = faults.take("what", self.what().ok_or(Text::new("stop-what-missing")));
        let name = faults.take("name", PersonName::parse(&self.name));
        let identifiers = self.identifiers(&mut faults);
        let address = Some(self.address.clone()).filter(|address| !is_blank(address));
        match (request, name, identifiers) {
            (Some(request), Some(name), Some(identifiers)) => {
                Ok((Reporter { name, address, identifiers }, request))
            }
            _ => Err(faults),
        }
    }

    /// The block with its reason, which is one choice on the page.
    fn what(&self) -> Option<BlockRequest> {
        let send = !self.no_letter;
        Some(match self.what.as_deref()? {
            "password-known" => BlockRequest::Password { reason: PasswordBlockReason::KnownByOthers, send },
            "password-other" => BlockRequest::Password { reason: PasswordBlockReason::HolderAsked, send },
            "card-lost" => BlockRequest::Cards { reason: CardBlockReason::Lost },
            "card-seen" => BlockRequest::Cards { reason: CardBlockReason::SeenByOthers },
            "card-letter" => BlockRequest::Cards { reason: CardBlockReason::LetterNotIntact },
            "card-other" => BlockRequest::Cards { reason: CardBlockReason::OtherSuspicion },
            _ => return None,
        })
    }

    /// The numbers that were given: at least one, and all readable.
    fn identifiers(&self, faults: &mut Faults) -> Option<Vec<Identifier>> {
        let told = |typed: &str| !is_blank(typed);
        let mut identifiers = Vec::new();
        if told(&self.cpr) {
            identifiers.push(faults.take("cpr", CprNumber::parse(&self.cpr)).map(Identifier::Cpr));
        }
        if told(&self.user_id) {
            identifiers
                .push(faults.take("user_id", TypedUserId::parse(&self.user_id)).map(Identifier::UserId));
        }
        if told(&self.card) {
            identifiers.push(faults.take("card", KeyCardNumber::parse(&self.card)).map(Identifier::Card));
        }
        if identifiers.is_empty() {
            faults.add("cpr", Text::new("stop-mark-missing"));
            return None;
        }
        identifiers.into_iter().collect()
    }
}
