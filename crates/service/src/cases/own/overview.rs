//! My NemID: the state of everything, and the look-up of name and address in CPR.

use jiff::Timestamp;

use crate::cases::app::App;
use crate::cases::own;
use crate::cases::own::{Own, OwnError};
use crate::store::citizens::Citizen;
use crate::store::post::Letter;
use crate::store::{StoreError, Tx};
use rules::attention::Attention;
use rules::nemid::{CardState, NemId};
use rules::order::{Eligibility, OrderRefusal};
use rules::post::Journey;
use rules::user_ids::CprLogOn;
use rules::words::{KeyCardNumber, NemIdNumber};
use rules::{attention, calendar, certificates, order, user_ids};

/// One NemID with everything that its holder is shown of it.
#[derive(Clone, Debug)]
pub struct Overview {
    pub nemid: NemId,
    /// Its holder, as CPR has them.
    pub citizen: Citizen,
    /// What calls for attention.
    pub attention: Vec<Attention>,
    /// Whether a version of the rules is in force that its holder has not accepted (Rules 3.10).
    pub rules_changed: bool,
    /// When the cards that are in the post are expected.
    pub arriving: Vec<(KeyCardNumber, Timestamp)>,
    /// Whether the CPR number can be used as its user id (D9).
    pub cpr_log_on: CprLogOn,
    /// Why its holder can't order a certificate for it now, if so.
    pub no_certificate: Option<OrderRefusal>,
    /// The simulated instant of the overview.
    pub now: Timestamp,
}

impl Overview {
    /// The arrival of a card in the post.
    pub fn arrival(&self, card: KeyCardNumber) -> Option<Timestamp> {
        self.arriving.iter().find(|(number, _)| *number == card).map(|(_, arrives)| *arrives)
    }
}

/// The overview of one NemID.
pub async fn of(app: &App, number: NemIdNumber) -> Result<Overview, StoreError> {
    let now = app.now();
    app.read(move |tx| {
        let nemid = own::mine(tx, number)?;
        let citizen = own::holder(tx, &nemid)?;
        let attention = attention::needed(&nemid, now);
        let arriving = arriving(tx, &nemid)?;
        let rules_changed = !tx.terms()?.to_be_accepted(&nemid, now).is_empty();
        let theirs = tx.nemids_of(nemid.holder)?;
        let age = nemid.holder.age_on(calendar::danish_date(now));
        let person = Eligibility { age, dead: citizen.died.is_some() };
        let no_certificate = order::may_order_own(&nemid, &theirs, person, now).err();
        let cpr_log_on = user_ids::cpr_log_on(&nemid, theirs);
        Ok(Overview { nemid, citizen, attention, rules_changed, arriving, cpr_log_on, no_certificate, now })
    })
    .await
}

fn arriving(tx: &Tx<'_>, nemid: &NemId) -> Result<Vec<(KeyCardNumber, Timestamp)>, StoreError> {
    let letters = tx.letters_of(nemid.holder)?;
    let due = |letter: Letter| {
        let ordered = nemid.card(&letter.card?).is_some_and(|card| card.state == CardState::Ordered);
        // Nobody is told that a letter is late or lost: it is expected when it was to come.
        ordered.then_some((letter.card?, Journey::of(letter.posted, nemid.reach).arrives))
    };
    Ok(letters.into_iter().filter_map(due).collect())
}

/// Fetches name and address from CPR again, and notes whether the certificate still matches them (Rules 4.2).
/// Returns whether it does.
pub async fn refresh(app: &App, own: Own) -> Result<bool, OwnError> {
    let now = app.now();
    let after = own::change(app, own, |act, nemid| {
        let citizen = own::holder(act.tx, nemid)?;
        Ok(certificates::compare_details(nemid, &citizen.name, act.now()))
    })
    .await?;
    let outdated = after.as_ref().and_then(|nemid| nemid.valid_certificate(now)?.outdated.first());
    Ok(outdated.is_none())
}
