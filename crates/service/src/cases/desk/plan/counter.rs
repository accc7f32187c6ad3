//! What an office's counter decides: *Vedligehold NemID* and *Bestil NemID* (Guide 2.1, 3.1.1–3.2.3; D1,
//! D17).

use crate::cases::app::{CaseError, refused};
use crate::cases::desk::plan::{Plan, PlanContext, Planned};
use crate::cases::desk::{Action, DeskRefusal, stock};
use rules::actor::PlaceName;
use rules::certificates::CertificateDraft;
use rules::counter::{may_block_password, urgency_stated, urgency_stated_to_block};
use rules::identification::Identification;
use rules::nemid::temporary::{Delivery, TemporaryPlace};
use rules::nemid::{Event, NemId};
use rules::order::{Eligibility, FirstCard, NewNemId, OrderRefusal, Situation};
use rules::temporary::{NewTemporary, TemporaryAction};
use rules::words::{Contact, KeyCardNumber};
use rules::{blocking, cards, certificates, order, temporary};

/// Decides about one action; refuses all without identification (D17).
pub(super) fn decide(context: &PlanContext<'_>, office: &PlaceName, action: &Action) -> Planned {
    let identification = context.errand.identification.as_ref();
    let shown = identification.ok_or(CaseError::Refused(DeskRefusal::StepMissing))?;
    let at = Counter { context, office, shown };
    match action {
        Action::Attach { card, contact, consent } => at.attach(card, contact, *consent),
        Action::OrderNew { card, contact } => at.order_new(*card, contact),
        _ => at.maintain(action, context.nemid()?),
    }
}

/// The counter, with what the person in front of it has shown.
struct Counter<'a> {
    context: &'a PlanContext<'a>,
    office: &'a PlaceName,
    shown: &'a Identification,
}

impl Counter<'_> {
    /// The actions of *Vedligehold NemID*.
    fn maintain(&self, action: &Action, nemid: NemId) -> Planned {
        let (context, stamp) = (self.context, self.context.stamp);
        let events = match action {
            Action::BlockCards { cards, reason, urgent } => {
                urgency_stated_to_block(&nemid, *reason, *urgent).map_err(refused)?;
                blocking::by_number(&nemid, cards, *reason, stamp).map_err(refused)?
            }
            Action::HandOutCard { card, urgent } => {
                urgency_stated(&nemid, *urgent).map_err(refused)?;
                self.shown.reaches_for_handing_out().map_err(refused)?;
                let card = stock::card(context.tx, self.office, *card)?;
                cards::hand_out(&nemid, &card, stamp).map_err(refused)?
            }
            Action::PostCard { urgent } => {
                urgency_stated(&nemid, *urgent).map_err(refused)?;
                cards::order(&nemid, cards::kind_of_order(&nemid), &context.prepared.card, stamp)
                    .map_err(refused)?
            }
            Action::HandOutTemporary { action, serial } => {
                stock::letter(context.tx, self.office, *serial)?;
                let place = TemporaryPlace::Selvbetjening;
                let new = NewTemporary { delivery: Delivery::HandedOut, ..context.temporary(place) };
                temporary::issue(&nemid, *action, &new, stamp).map_err(refused)?
            }
            Action::BlockPassword { reason, send_new } => {
                may_block_password(&nemid, stamp.at).map_err(refused)?;
                context.block_password(&nemid, *reason, *send_new)?
            }
            Action::OrderVoice { telephone } => {
                self.shown.reaches_for_handing_out().map_err(refused)?;
                context.order_voice(&nemid, *telephone)?
            }
            Action::OrderToken => context.order_token(&nemid)?,
            Action::BlockCertificate { reason } => {
                may_block_password(&nemid, stamp.at).map_err(refused)?;
                certificates::block(&nemid, *reason, stamp).map_err(refused)?
            }
            _ => return Err(CaseError::Refused(DeskRefusal::NotAtThisDesk)),
        };
        Ok(Plan::of(nemid, events))
    }

    /// *Certifikat tilknyttes: Eksisterende NemID*, found by the card the citizen already has (Guide 3.2.1).
    fn attach(&self, card: &KeyCardNumber, contact: &Contact, consent: bool) -> Planned {
        let (context, stamp) = (self.context, self.context.stamp);
        let theirs = context.tx.nemids_of(context.errand.citizen)?;
        let to = match order::situation(&theirs, stamp.at) {
            Situation::CanAttach { to } => to,
            Situation::AlreadyPublic { .. } => return Err(refused(OrderRefusal::AlreadyHas)),
            Situation::MakeNew => return Err(refused(OrderRefusal::NotOffered)),
        };
        let with_card = |one: &NemId| to.contains(&one.number) && one.card(card).is_some();
        let nemid = theirs.into_iter().find(with_card).ok_or_else(|| refused(OrderRefusal::CardNotTheirs))?;
        let mut events = Vec::new();
        if nemid.contact != *contact {
            events.push(Event::contact_changed(&nemid.contact, contact));
        }
        let after = nemid.after(&events, context.stamp);
        let draft = context.parts.certificate_draft(context.tx, &after, context.prepared.pid)?;
        let draft = CertificateDraft { consented: context.consented(consent)?, ..draft };
        let attached = order::attach(&after, card, self.eligibility()?, &draft, stamp);
        events.extend(attached.map_err(refused)?);
        Ok(Plan::of(nemid, events))
    }

    /// *Nyt NemID* (Guide 2.1): card from the stock, or card and PIN letter by post.
    fn order_new(&self, card: Option<KeyCardNumber>, contact: &Contact) -> Planned {
        let (context, citizen) = (self.context, self.context.errand.citizen);
        let theirs = context.tx.nemids_of(citizen)?;
        let first = match card {
            Some(number) => {
                self.shown.reaches_for_handing_out().map_err(refused)?;
                FirstCard::HandedOut(stock::card(context.tx, self.office, number)?)
            }
            None => FirstCard::Posted(context.prepared.card.clone()),
        };
        let (number, reach) = (context.prepared.number, context.citizen()?.reach());
        let new = NewNemId { holder: citizen, number, contact, card: &first, reach };
        let made = order::make_new(&theirs, self.eligibility()?, &new, context.stamp);
        let (nemid, mut events) = made.map_err(refused::<DeskRefusal>)?;
        if card.is_none() {
            events.extend(context.issue(&nemid.after(&events, context.stamp), TemporaryAction::Resend)?);
        }
        Ok(Plan::of(nemid, events))
    }

    fn eligibility(&self) -> Result<Eligibility, CaseError<DeskRefusal>> {
        Ok(self.context.citizen()?.eligibility(self.context.stamp.at))
    }
}
