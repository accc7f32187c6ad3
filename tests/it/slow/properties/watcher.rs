//! Invariants that hold after every event and every decision, whoever tried whatever.

use proptest::test_runner::TestCaseResult;
use rules::actor::{Actor, Stamp};
use rules::nemid::block::{
    Block, CardBlockReason, CertificateBlockReason, NemIdBlockReason, NemIdState, PasswordBlockReason,
};
use rules::nemid::certificate::CertificateState;
use rules::nemid::event::CardOrderReason;
use rules::nemid::{CardState, Event, KeyCard, Lockout, NemId, Password};
use rules::{calendar, notice};

use super::{carrier_watcher, hold};

/// After one event.
pub fn after_event(before: &NemId, event: &Event, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    hold(after.cards.iter().filter(|card| card.is_active()).count() <= 1, "two active cards")?;
    hold(after.open_cards().count() <= 4, "more than four open cards")?;
    carrier_watcher::after_event(before, after, stamp)?;
    let same = (before.number, before.holder, &before.issuer, before.created);
    hold(same == (after.number, after.holder, &after.issuer, after.created), "another NemID")?;
    cards_keep_their_states(before, after, stamp)?;
    certificates_keep_their_states(before, after, stamp)?;
    the_password_is_opened_by_re_opening_alone(before, event, after, stamp)?;
    the_end_is_final(before, after, stamp)?;
    blocks_are_told(event, after, stamp)
}

fn has_time_reason_actor<R: PartialEq>(block: &Block<R>, stamp: &Stamp) -> TestCaseResult {
    hold(block.at == stamp.at, "a block without its time")?;
    hold(block.by == stamp.actor, "a block without its actor")
}

fn cards_keep_their_states(before: &NemId, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    hold(before.cards.len() <= after.cards.len(), "a card vanished")?;
    for (old, new) in before.cards.iter().zip(&after.cards) {
        hold(old.number == new.number, "a card became another")?;
        let ended = matches!(old.state, CardState::Blocked(_) | CardState::UsedUp { .. });
        hold(!ended || old.state == new.state, "a blocked or used-up card came back")?;
        if let (false, CardState::Blocked(block)) = (ended, &new.state) {
            has_time_reason_actor(block, stamp)?;
        }
    }
    Ok(())
}

fn certificates_keep_their_states(before: &NemId, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    for (old, new) in before.certificates.iter().zip(&after.certificates) {
        let ended = old.state != CertificateState::Valid;
        hold(!ended || old.state == new.state, "an ended certificate came back")?;
        if let (false, CertificateState::Blocked(block)) = (ended, &new.state) {
            has_time_reason_actor(block, stamp)?;
        }
    }
    let open = after.certificates.iter().filter(|one| one.state == CertificateState::Valid).count();
    hold(open <= 1, "two certificates in force")?;
    hold(before.pid.is_none() || before.pid == after.pid, "the PID changed")?;
    for certificate in &after.certificates {
        hold(Some(certificate.pid) == after.pid, "a certificate with another PID")?;
        hold(certificate.until <= calendar::years_after(certificate.from, 4), "more than four years")?;
    }
    Ok(())
}

fn the_password_is_opened_by_re_opening_alone(
    before: &NemId,
    event: &Event,
    after: &NemId,
    stamp: &Stamp,
) -> TestCaseResult {
    match (&before.password, &after.password) {
        (Password::InUse { .. } | Password::Blocked { .. }, Password::NotChosen) => {
            hold(false, "a chosen password vanished")
        }
        (Password::Blocked { .. }, Password::InUse { .. }) => {
            let reopened = matches!(event, Event::PasswordReopened { .. });
            hold(reopened, "a block ended without a re-opening")?;
            let cleared = after.lockout == Lockout::default() && after.cards.iter().all(has_no_count);
            hold(cleared, "a re-opening left a counter")
        }
        (Password::NotChosen, Password::InUse { .. }) => {
            hold(matches!(event, Event::Activated { .. }), "started without an activation")
        }
        (old, Password::Blocked { block, .. }) if old.block() != Some(block) => {
            has_time_reason_actor(block, stamp)
        }
        _ => Ok(()),
    }
}

fn has_no_count(card: &KeyCard) -> bool {
    !card.is_open() || (card.wrong == 0 && card.pending.is_none())
}

fn the_end_is_final(before: &NemId, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    if !before.state.is_open() {
        return hold(before.state == after.state, "an ended NemID changed its end");
    }
    match &after.state {
        NemIdState::Open => Ok(()),
        NemIdState::Blocked(block) => has_time_reason_actor(block, stamp),
        NemIdState::Closed(block) => has_time_reason_actor(block, stamp),
    }
}

/// A block of password, card or carrier is confirmed (Rules 3.5.2), and what becomes of a carrier is told; the dead get no
/// post.
#[expect(clippy::match_same_arms, reason = "events stand by their subject")]
fn blocks_are_told(event: &Event, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    let told = !notice::notices(event, after, stamp).is_empty();
    if matches!(&after.state, NemIdState::Blocked(block) if block.reason == NemIdBlockReason::Death) {
        return hold(!told, "a notice to the dead");
    }
    let to_be_told = match event {
        Event::CardBlocked { reason, .. } => !reason.is_end_of_nemid(),
        Event::CarrierBlocked { reason, .. } => !reason.is_end_of_nemid(),
        Event::AppInstalled { .. }
        | Event::TokenOrdered { .. }
        | Event::VoiceOrdered { .. }
        | Event::VoiceMoved { .. }
        | Event::CarrierActivated { .. }
        | Event::TokenWornOut { .. } => true,
        Event::PasswordBlocked { .. }
        | Event::TemporaryPasswordBlocked { .. }
        | Event::NemIdBlocked { .. }
        | Event::NemIdClosed { .. } => true,
        _ => return Ok(()),
    };
    hold(told == to_be_told, format!("without its notice, or with one too many: {event:?}"))
}

/// After one decision.
pub fn after_decision(before: &NemId, events: &[Event], after: &NemId, stamp: &Stamp) -> TestCaseResult {
    let has = |wanted: fn(&Event) -> bool| events.iter().any(wanted);
    let only = |wanted: fn(&Event) -> bool| events.iter().all(wanted);
    while_shut_nothing_is_done(before, events, stamp)?;
    carrier_watcher::after_decision(before, events, after)?;
    if !before.state.is_open() {
        hold(
            only(|event| matches!(event, Event::AgreementEnded { .. } | Event::AgreementMovedAway { .. })),
            "something happened to an ended NemID",
        )?;
    }
    if has(|event| matches!(event, Event::KeyRefused { .. })) {
        hold(only(of_a_wrong_key), "a wrong key did more than count")?;
    }
    if has(|event| matches!(event, Event::PasswordRefused { .. })) {
        hold(only(of_a_wrong_password), "a wrong password did more than count")?;
    }
    if has(|event| matches!(event, Event::NemIdClosed { .. })) {
        hold(!has(|event| matches!(event, Event::CardOrdered { .. })), "a card for a closed NemID")?;
    }
    if has(|event| matches!(event, Event::PasswordChanged { .. })) {
        hold(after.cards.iter().all(|card| card.pending.is_none()), "an old question after a new password")?;
    }
    let ordered = after.certificate_ordered.is_some();
    hold(!ordered || after.valid_certificate(stamp.at).is_none(), "ordered beside a valid certificate")?;
    let in_use = matches!(after.password, Password::InUse { .. });
    hold(!(ordered && in_use), "a certificate that was ordered and did not come")?;
    hold(after.usable_cards().all(|card| card.wrong < 5), "five wrong keys and still usable")?;
    a_card_comes_by_itself_only_when_keys_run_low(events, after)
}

fn of_a_wrong_key(event: &Event) -> bool {
    match event {
        Event::KeyRefused { .. } => true,
        Event::CardBlocked { reason, .. } => *reason == CardBlockReason::TooManyWrongKeys,
        _ => false,
    }
}

fn of_a_wrong_password(event: &Event) -> bool {
    match event {
        Event::PasswordRefused { .. } | Event::PasswordLocked { .. } => true,
        Event::PasswordBlocked { reason } => *reason == PasswordBlockReason::TooManyTries,
        _ => false,
    }
}

/// While NemID or password are blocked or locked: no log-on, no signature, no change by the citizen (DOMAIN 3).
#[expect(clippy::match_same_arms, reason = "events stand by their subject")]
fn while_shut_nothing_is_done(before: &NemId, events: &[Event], stamp: &Stamp) -> TestCaseResult {
    let shut = !before.state.is_open()
        || before.password.block().is_some()
        || before.lockout.running(stamp.at).is_some();
    if !shut {
        return Ok(());
    }
    let reopened = events.iter().any(|event| matches!(event, Event::PasswordReopened { .. }));
    let letter = events.iter().any(|event| matches!(event, Event::TemporaryPasswordIssued { .. }));
    let citizen = stamp.actor == Actor::Citizen;
    let done = |event: &&Event| match event {
        Event::LoggedOn { .. }
        | Event::Signed { .. }
        | Event::PasswordAccepted { .. }
        | Event::PasswordChanged { .. }
        | Event::PasswordRefused { .. }
        | Event::UserIdChanged { .. }
        | Event::CprNumberChanged { .. }
        | Event::CprLogOnSwitched { .. }
        | Event::ContactChanged { .. }
        | Event::RecordingSwitched { .. } => true,
        Event::KeyAccepted { .. } | Event::CarrierAccepted { .. } => !reopened,
        Event::CarrierActivated { .. } => !reopened,
        Event::AppInstalled { .. }
        | Event::PinChosen { .. }
        | Event::VoiceMoved { .. }
        | Event::SecondCodeAsked { .. }
        | Event::RequestRefused { .. } => true,
        Event::TokenOrdered { .. } => citizen,
        Event::CertificateIssued { .. } => citizen && !reopened,
        Event::CertificateOrdered => citizen && !letter,
        Event::CertificateBlocked { reason, .. } => {
            citizen && *reason != CertificateBlockReason::PasswordForgotten
        }
        Event::CardOrdered { why, .. } => citizen && *why != CardOrderReason::RunningLow,
        Event::ReorderLevelSet { .. } | Event::NemIdClosed { .. } => citizen,
        _ => false,
    };
    match events.iter().find(done) {
        Some(event) => hold(false, format!("while blocked or locked: {event:?}")),
        None => Ok(()),
    }
}

fn a_card_comes_by_itself_only_when_keys_run_low(events: &[Event], after: &NemId) -> TestCaseResult {
    let by_itself =
        |event: &Event| matches!(event, Event::CardOrdered { why: CardOrderReason::RunningLow, .. });
    if !events.iter().any(by_itself) {
        return Ok(());
    }
    let used_up = events.iter().any(|event| matches!(event, Event::CardUsedUp { .. }));
    let low = after.active_card().is_some_and(|card| card.keys_left() <= after.reorder_level);
    hold(used_up || low, "a card came though keys are left, or after a block")
}
