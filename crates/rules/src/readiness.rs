//! What still has to happen before a NemID can be used, derived from its state, so that no counter says that it works
//! when it does not (Guide 3.1.1, 3.1.4, 3.1.7, 3.2.2).

use jiff::Timestamp;

use crate::nemid::NemId;
use crate::nemid::reading::Status;
use crate::post;
use crate::words::KeyCardNumber;

/// What an open NemID needs next, if it needs anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It has to be activated with a temporary password.
    Activate,
    /// Its password is blocked and has to be re-opened with a temporary password.
    Reopen,
    /// It is locked for 8 hours: its holder waits, or ends the lock with a temporary password (D2).
    WaitForLock,
    /// No card can be used, and none is in the post.
    GetCard,
    /// No card can be used until one in the post arrives.
    AwaitCard,
    /// A card is attached, but none is in use: its number has to be typed at log-on (Guide 3.1.7).
    ChooseCard,
    /// It needs nothing and can be used.
    Works,
}

/// What this NemID needs next. It is not called for a NemID that is blocked or closed, which nothing makes usable again
/// (D18).
pub fn of(nemid: &NemId, now: Timestamp) -> Readiness {
    match nemid.status(now) {
        Status::NotActivated => Readiness::Activate,
        Status::PasswordBlocked => Readiness::Reopen,
        Status::Locked => Readiness::WaitForLock,
        _ if nemid.active_card().is_some() => Readiness::Works,
        _ if nemid.carriers.iter().any(crate::nemid::Carrier::is_usable) => Readiness::Works,
        _ if nemid.usable_cards().next().is_some() => Readiness::ChooseCard,
        _ if awaited_card(nemid).is_some() => Readiness::AwaitCard,
        _ => Readiness::GetCard,
    }
}

/// The first card in the post, and the instant at which it is due (D15).
pub fn awaited_card(nemid: &NemId) -> Option<(KeyCardNumber, Timestamp)> {
    nemid.cards.iter().find_map(|card| Some((card.number, post::card_due(card)?)))
}

impl Readiness {
    /// Whether its holder can log on with it at once, with a card that is in use or with the number of another one.
    pub fn can_log_on(self) -> bool {
        matches!(self, Self::Works | Self::ChooseCard)
    }

    /// The stable word by which the texts choose their sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::Reopen => "reopen",
            Self::WaitForLock => "wait-for-lock",
            Self::GetCard => "get-card",
            Self::AwaitCard => "await-card",
            Self::ChooseCard => "choose-card",
            Self::Works => "works",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Actor;
    use crate::cards;
    use crate::example::{Life, card};
    use crate::nemid::Event;
    use crate::nemid::block::CardBlockReason;
    use crate::nemid::lockout::LOCK;

    fn of_life(life: &Life) -> Readiness {
        of(&life.nemid, life.now)
    }

    #[test]
    fn a_password_comes_before_a_card_and_both_before_it_works() {
        let mut life = Life::begun();
        assert_eq!(of_life(&life), Readiness::Activate);
        life = Life::in_use();
        assert_eq!(of_life(&life), Readiness::Works);
        let blocked = cards::block_all(&life.nemid, CardBlockReason::Lost, &life.holder()).unwrap();
        life.apply(&blocked, Actor::Citizen);
        assert_eq!(of_life(&life), Readiness::GetCard);
        let (coming, why) = (card(8), crate::nemid::event::CardOrderReason::Replacement);
        let ordered = Event::CardOrdered { card: coming.number, salt: coming.salt, why };
        life.apply(&[ordered], Actor::Citizen);
        assert_eq!(of_life(&life), Readiness::AwaitCard);
        let spare = card(9);
        life.apply(&[Event::CardAttached { card: spare.number, salt: spare.salt }], Actor::Citizen);
        assert_eq!(of_life(&life), Readiness::ChooseCard);
        life.password_is_blocked();
        assert_eq!(of_life(&life), Readiness::Reopen);
    }

    #[test]
    fn a_lock_is_waited_for_until_it_has_run_out() {
        let mut life = Life::in_use();
        for _ in 0..5 {
            life.types("wrong 1");
        }
        assert_eq!(of_life(&life), Readiness::WaitForLock);
        life.passes(LOCK);
        assert_eq!(of_life(&life), Readiness::Works);
    }
}
