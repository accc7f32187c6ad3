//! What a NemID still needs before it can be used, and what an office's counter can do about it. Where the counter
//! can do nothing, it says who can.

use jiff::Timestamp;

use crate::cases::desk::kind::Kind;
use crate::cases::desk::next::step::Next;
use rules::counter::{TemporaryWay, way_to_temporary};
use rules::nemid::temporary::TemporaryPlace;
use rules::nemid::{NemId, TemporaryPassword};
use rules::order::Eligibility;
use rules::readiness::Readiness;
use rules::{cards, post, readiness};

/// The person at the counter.
#[derive(Clone, Copy, Debug)]
pub struct Served<'a> {
    /// All NemIDs of the person.
    pub theirs: &'a [NemId],
    /// What the register says of the person.
    pub person: Eligibility,
    /// Whether the identification is enough for handing out a card (D17).
    pub photo: bool,
    /// The simulated instant.
    pub now: Timestamp,
}

impl Served<'_> {
    /// Everything that a NemID needs before it can be used, in order; nothing for one that can, or has ended.
    pub(super) fn needs(&self, nemid: &NemId) -> Vec<Next> {
        if !nemid.state.is_open() {
            return Vec::new();
        }
        let password = match readiness::of(nemid, self.now) {
            Readiness::Activate => self.before_activation(nemid),
            Readiness::Reopen => self.before_reopening(nemid),
            Readiness::WaitForLock => vec![self.with_lock(nemid)],
            Readiness::AwaitCard | Readiness::GetCard | Readiness::ChooseCard | Readiness::Works => {
                Vec::new()
            }
        };
        self.card(nemid).into_iter().chain(password).collect()
    }

    /// What it needs first when no card can be used.
    pub(super) fn card(&self, nemid: &NemId) -> Option<Next> {
        if nemid.usable_cards().next().is_some() {
            return None;
        }
        Some(match readiness::awaited_card(nemid) {
            Some(_) if self.has_overdue_card(nemid) => Next::BlockOverdueCard,
            Some(_) => Next::AwaitCard,
            None if self.photo => Next::HandOutNewCard,
            None => Next::PostNewCard,
        })
    }

    /// Whether a card must have got lost in the post (Guide 3.1.1).
    pub(super) fn has_overdue_card(&self, nemid: &NemId) -> bool {
        nemid.cards.iter().any(|card| cards::is_overdue(card, self.now))
    }

    fn before_activation(&self, nemid: &NemId) -> Vec<Next> {
        let in_netbank = self.letter_for_netbank(nemid).then_some(Next::ActivateInNetbank);
        let at_counter = match self.letter(nemid) {
            Some(Letter::InHand) => Some(Next::ActivateWithLetter),
            Some(Letter::InPost) => Some(Next::TemporaryComes),
            None => self.temporary(nemid, Next::IssueTemporary),
        };
        in_netbank.into_iter().chain(at_counter).collect()
    }

    fn before_reopening(&self, nemid: &NemId) -> Vec<Next> {
        let next = match self.letter(nemid) {
            Some(Letter::InHand) => Some(Next::ReopenWithLetter),
            Some(Letter::InPost) => Some(Next::TemporaryComes),
            None => self.temporary(nemid, Next::ReopenFirst),
        };
        next.into_iter().collect()
    }

    fn with_lock(&self, nemid: &NemId) -> Next {
        match way_to_temporary(nemid, self.theirs, self.person, self.now) {
            TemporaryWay::HandOut => Next::WaitForLock,
            _ => Next::WaitOrAskBank,
        }
    }

    /// The way to a temporary password, which begins with `here` where the counter hands it out; none where a card comes
    /// before everything else.
    fn temporary(&self, nemid: &NemId, here: Next) -> Option<Next> {
        match way_to_temporary(nemid, self.theirs, self.person, self.now) {
            TemporaryWay::HandOut => Some(here),
            TemporaryWay::AttachFirst => Some(Next::AttachFirst),
            TemporaryWay::CardFirst => None,
            TemporaryWay::ChooseThePublic(_) | TemporaryWay::AskBank => Some(Next::AskBank),
        }
    }

    /// Where the letter is of a temporary password that works at Selvbetjening.
    fn letter(&self, nemid: &NemId) -> Option<Letter> {
        let live = nemid.live_temporary(self.now).filter(|live| is_for_selvbetjening(live));
        live.map(|_| match post::pin_letter_due(nemid) {
            Some(due) if due > self.now => Letter::InPost,
            _ => Letter::InHand,
        })
    }

    fn letter_for_netbank(&self, nemid: &NemId) -> bool {
        nemid.live_temporary(self.now).is_some_and(|live| !is_for_selvbetjening(live))
    }
}

/// Where a PIN letter is.
enum Letter {
    InHand,
    InPost,
}

fn is_for_selvbetjening(temporary: &TemporaryPassword) -> bool {
    temporary.place == TemporaryPlace::Selvbetjening
}

/// What to do in place of an action that has nothing to do for a NemID now.
pub fn instead(kind: Kind, nemid: &NemId, served: &Served<'_>) -> Option<Next> {
    if !nemid.state.is_open() {
        return None;
    }
    match kind {
        Kind::BlockCards => served.card(nemid),
        Kind::Temporary => match way_to_temporary(nemid, served.theirs, served.person, served.now) {
            TemporaryWay::HandOut => None,
            TemporaryWay::AttachFirst => Some(Next::AttachFirst),
            TemporaryWay::CardFirst => served.card(nemid),
            TemporaryWay::ChooseThePublic(_) => Some(Next::ChooseThePublic),
            TemporaryWay::AskBank => Some(Next::AskBank),
        },
        Kind::BlockPassword if nemid.password.block().is_some() => {
            served.before_reopening(nemid).into_iter().next()
        }
        _ => None,
    }
}
