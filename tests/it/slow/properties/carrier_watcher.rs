//! What always holds of tokens, apps and telephones that read keys out, whoever tried whatever.

use proptest::test_runner::TestCaseResult;
use rules::actor::Stamp;
use rules::nemid::block::CarrierBlockReason;
use rules::nemid::{CarrierState, Event, NemId};
use rules::words::CarrierKind;

use super::hold;

/// After one event.
pub fn after_event(before: &NemId, after: &NemId, stamp: &Stamp) -> TestCaseResult {
    hold(before.carriers.len() <= after.carriers.len(), "a carrier vanished")?;
    for (old, new) in before.carriers.iter().zip(&after.carriers) {
        hold(old.number == new.number, "a carrier became another")?;
        let ended = !old.is_open();
        hold(!ended || old == new, "something became of a carrier that has ended")?;
        if let (false, CarrierState::Blocked(block)) = (ended, &new.state) {
            hold(block.at == stamp.at && block.by == stamp.actor, "a block without its time or actor")?;
        }
        let steps = [&old.state, &new.state].map(progress);
        hold(steps[0] <= steps[1], "a carrier went back")?;
    }
    for kind in [CarrierKind::Token, CarrierKind::Voice] {
        hold(after.usable_carriers(kind).count() <= 1, "two tokens, or two telephones, are in use")?;
    }
    let apps = after.open_carriers().filter(|one| one.kind() == CarrierKind::App).count();
    hold(apps <= 3, "more than three apps")
}

/// How far a carrier has come; nothing leads back.
fn progress(state: &CarrierState) -> u8 {
    match state {
        CarrierState::Ordered => 0,
        CarrierState::Attached => 1,
        CarrierState::Active => 2,
        CarrierState::Blocked(_) | CarrierState::WornOut { .. } => 3,
    }
}

/// After one decision.
pub fn after_decision(before: &NemId, events: &[Event], after: &NemId) -> TestCaseResult {
    five_wrong_answers_block_that_carrier_alone(before, events, after)?;
    let card = events.iter().any(|event| matches!(event, Event::KeyAccepted { .. }));
    let read_out = |event: &Event| matches!(event, Event::CarrierAccepted { carrier, .. } if carrier.kind() == CarrierKind::Voice);
    let called = events.iter().any(read_out);
    for event in events {
        match event {
            Event::Activated { .. } | Event::PasswordReopened { .. } => {
                hold(
                    card || called,
                    "a password was opened with neither a card nor a key that was read out",
                )?;
            }
            Event::AppInstalled { .. } => hold(card, "an app without a key from the card")?,
            Event::CarrierActivated { carrier } if carrier.kind() == CarrierKind::Token => {
                hold(card, "a token was taken into use without a key from the card")?;
            }
            Event::VoiceMoved { .. } => {
                let any = |event: &Event| {
                    matches!(event, Event::KeyAccepted { .. } | Event::CarrierAccepted { .. })
                };
                hold(events.iter().any(any), "a telephone was changed without a key")?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// A wrong answer counts at the carrier with which it was given, and does nothing else; the fifth blocks that one.
fn five_wrong_answers_block_that_carrier_alone(
    before: &NemId,
    events: &[Event],
    after: &NemId,
) -> TestCaseResult {
    let refused = events.iter().find_map(|event| match event {
        Event::CarrierRefused { carrier, .. } => Some(*carrier),
        _ => None,
    });
    let Some(refused) = refused else { return Ok(()) };
    let of_it = |event: &Event| match event {
        Event::CarrierRefused { carrier, .. } => *carrier == refused,
        Event::CarrierBlocked { carrier, reason } => {
            *carrier == refused && *reason == CarrierBlockReason::TooManyWrongAnswers
        }
        _ => false,
    };
    hold(events.iter().all(of_it), "a wrong answer did more than count")?;
    hold(before.cards == after.cards, "a wrong answer changed a card")?;
    let others = |nemid: &NemId| {
        nemid.carriers.iter().filter(|one| one.number != refused).cloned().collect::<Vec<_>>()
    };
    hold(others(before) == others(after), "a wrong answer changed another carrier")?;
    hold(before.password == after.password, "a wrong answer changed the password")
}
