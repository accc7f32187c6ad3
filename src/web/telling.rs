//! The form of a person who wants something blocked, on a page or by telephone: what, why, who they are, and
//! one or several of four numbers (Rules 3.5.2).

use rocket::form::FromForm;
use serde::Serialize;

use crate::web::forms::Faults;
use crate::web::texts::Text;
use rules::blocking::What;
use rules::nemid::block::{CardBlockReason, CarrierBlockReason, PasswordBlockReason};
use rules::words::{CarrierId, CarrierNumber, CprNumber, KeyCardNumber, PersonName, TypedUserId, is_blank};
use service::cases::anonymous::block::{BlockRequest, Identifier, Reporter};
use service::cases::app::Token;

/// What to block, why, and the holder.
#[derive(FromForm, Serialize)]
pub struct StopForm {
    what: Vec<String>,
    no_letter: bool,
    name: String,
    address: String,
    cpr: String,
    user_id: String,
    card: String,
    carrier: String,
    /// The token that the form was shown with.
    #[serde(skip)]
    once: Option<String>,
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
                let shown_with = self.once.as_deref().and_then(Token::parse);
                Ok((Reporter { name, address, identifiers, shown_with }, request))
            }
            _ => Err(faults),
        }
    }

    /// What was ticked, each thing with its reason. Of two reasons for one thing the first counts: nobody who wants
    /// something blocked is sent back for that.
    fn what(&self) -> Option<BlockRequest> {
        let mut what = What::default();
        for ticked in &self.what {
            match ticked.as_str() {
                "password-known" => first(&mut what.password, PasswordBlockReason::KnownByOthers),
                "password-telephone" => first(&mut what.password, PasswordBlockReason::TelephoneLost),
                "password-line" => first(&mut what.password, PasswordBlockReason::LineMisused),
                "password-other" => first(&mut what.password, PasswordBlockReason::HolderAsked),
                "card-lost" => first(&mut what.cards, CardBlockReason::Lost),
                "card-seen" => first(&mut what.cards, CardBlockReason::SeenByOthers),
                "card-letter" => first(&mut what.cards, CardBlockReason::LetterNotIntact),
                "card-other" => first(&mut what.cards, CardBlockReason::OtherSuspicion),
                "token-lost" => first(&mut what.tokens, CarrierBlockReason::CarrierLost),
                "token-seen" => first(&mut what.tokens, CarrierBlockReason::AccessByOthers),
                "token-letter" => first(&mut what.tokens, CarrierBlockReason::LetterNotIntact),
                "token-other" => first(&mut what.tokens, CarrierBlockReason::OtherSuspicion),
                "app-lost" => first(&mut what.apps, CarrierBlockReason::CarrierLost),
                "app-access" => first(&mut what.apps, CarrierBlockReason::AccessByOthers),
                "app-installed" => first(&mut what.apps, CarrierBlockReason::InstalledByOthers),
                "app-other" => first(&mut what.apps, CarrierBlockReason::OtherSuspicion),
                _ => return None,
            }
        }
        let chosen = what != What::default();
        chosen.then_some(BlockRequest { what, send: !self.no_letter })
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
            let card = KeyCardNumber::parse(&self.card).map(CarrierId::Card);
            identifiers.push(faults.take("card", card).map(Identifier::Carrier));
        }
        if told(&self.carrier) {
            let carrier = CarrierNumber::parse(&self.carrier).map(CarrierId::Other);
            identifiers.push(faults.take("carrier", carrier).map(Identifier::Carrier));
        }
        if identifiers.is_empty() {
            faults.add("cpr", Text::new("stop-mark-missing"));
            return None;
        }
        identifiers.into_iter().collect()
    }
}

fn first<R>(reason: &mut Option<R>, ticked: R) {
    reason.get_or_insert(ticked);
}
