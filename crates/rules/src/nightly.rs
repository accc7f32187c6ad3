//! What the passing of time does to a NemID: what the nightly round decides, and from which instant on it has something
//! to decide (Guide 3.1.2, 3.1.5, Rules 4.2, 4.4, D19).

use jiff::Timestamp;

use crate::actor::Stamp;
use crate::carriers::{app, token};
use crate::nemid::{Event, NemId};
use crate::{certificates, ending, temporary};

/// The events of the first thing that is due by now; none for a NemID that has ended (D18). The round calls it until
/// nothing is due.
pub fn decide(nemid: &NemId, stamp: &Stamp) -> Vec<Event> {
    if !nemid.state.is_open() {
        return Vec::new();
    }
    let events = temporary::run_out(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    let events = certificates::as_time_passes(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    let events = token::wear_out(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    let events = app::lapse(nemid, stamp.at);
    if !events.is_empty() {
        return events;
    }
    ending::delete_superfluous(nemid, stamp)
}

/// The first instant at which [`decide`] returns events, unless the NemID changes before; `None` when nothing will be
/// due.
pub fn due(nemid: &NemId) -> Option<Timestamp> {
    if !nemid.state.is_open() {
        return None;
    }
    let batteries = nemid.carriers.iter().filter_map(token::battery_ends);
    let lapses = nemid.carriers.iter().filter_map(app::lapses);
    [temporary::runs_out(nemid), certificates::next_by_time(nemid), ending::superfluous_until(nemid)]
        .into_iter()
        .flatten()
        .chain(batteries)
        .chain(lapses)
        .min()
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::actor::Actor;
    use crate::agreements;
    use crate::example::{Life, bank};
    use crate::nemid::Issuer;
    use crate::temporary::TemporaryAction;

    /// Passes `days` days in steps of six hours, compares what is due with what is decided, and returns the number of
    /// events.
    fn lives(mut life: Life, days: u32) -> usize {
        let mut happened = 0;
        for _ in 0..days * 4 {
            let events = decide(&life.nemid, &life.stamp(Actor::Clock));
            let due = due(&life.nemid).filter(|due| *due <= life.now);
            assert_eq!(due.is_some(), !events.is_empty(), "at {}: {due:?}, {events:?}", life.now);
            happened += events.len();
            life.apply(&events, Actor::Clock);
            if events.is_empty() {
                life.passes(SignedDuration::from_hours(6));
            }
        }
        happened
    }

    #[test]
    fn something_happens_from_the_instant_on_at_which_it_is_due() {
        assert_eq!(lives(Life::begun(), 40), 1, "the temporary password runs out");
        assert_eq!(lives(Life::in_use(), 5 * 366), 2, "notice, and the end of the certificate");
        let mut forgot = Life::in_use();
        forgot.is_sent(TemporaryAction::Reset);
        assert_eq!(lives(forgot, 5 * 366), 1, "the certificate is blocked already");
    }

    #[test]
    fn it_is_due_to_the_last_nanosecond() {
        let mut life = Life::begun();
        life.now = due(&life.nemid).unwrap();
        assert_eq!(decide(&life.nemid, &life.stamp(Actor::Clock)).len(), 1);
        life.passes(SignedDuration::from_nanos(-1));
        assert!(decide(&life.nemid, &life.stamp(Actor::Clock)).is_empty());
    }

    #[test]
    fn changed_particulars_and_a_superfluous_nemid_are_due_too() {
        let mut renamed = Life::in_use();
        let name = crate::words::PersonName::parse("Inger Lund").unwrap();
        let events = crate::certificates::compare_details(&renamed.nemid, &name, renamed.now);
        renamed.apply(&events, Actor::Clock);
        assert_eq!(lives(renamed, 40), 1, "the certificate is blocked after 30 days");

        let clerk = Actor::Bank { bank: bank(), staff: None };
        let (mut private, public) = (Life::begun_at_bank(Issuer::Bank(bank())), Life::in_use());
        let (away, _) = agreements::move_over(
            &private.nemid,
            &public.nemid,
            &bank(),
            Some(1),
            &public.stamp(clerk.clone()),
        )
        .unwrap();
        private.apply(&away, clerk);
        assert!(lives(private.clone(), 183).eq(&0) && lives(private, 186) > 0, "deleted after six months");
    }

    #[test]
    fn nothing_is_due_for_one_that_has_ended() {
        let mut life = Life::begun();
        let closed = Event::NemIdClosed { reason: crate::nemid::block::NemIdCloseReason::HolderAsked };
        life.apply(&[closed], Actor::Citizen);
        assert_eq!(due(&life.nemid), None);
        assert_eq!(lives(life, 40), 0);
    }
}
