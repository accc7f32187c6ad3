//! The control-room password: typed ones are counted by place, in the database, so that several processes on one
//! data folder share the count and a restart does not clear it.

use rules::actor::Actor;
use rules::control_room::{self, ControlRoomRefusal};

use crate::cases::app::{App, Attempt, CaseError, Origin, SecurityEvent};

/// Judges a typed control-room password, of which the caller knows whether it is right. It is counted before the
/// answer, so that guesses sent at once get no more verdicts than guesses sent one after the other.
///
/// # Errors
/// [`ControlRoomRefusal`].
pub async fn admit(app: &App, right: bool, origin: &Origin) -> Result<(), CaseError<ControlRoomRefusal>> {
    let place = origin.household().map(|place| place.to_string()).unwrap_or_default();
    let place = app.tokens.fingerprint("control-room-place", &place);
    app.act(origin, Actor::Visitor, move |act| {
        let before = act.tx.control_room_guesses(&place)?;
        match control_room::judge(before, right, act.real_now) {
            Ok(None) => {
                if before.is_some() {
                    act.tx.forget_control_room_guesses(&place)?;
                }
                Ok(Attempt::Done(()))
            }
            Ok(Some(guesses)) => {
                act.tx.save_control_room_guesses(&place, guesses)?;
                act.tell(SecurityEvent::ControlRoomRefused);
                Ok(Attempt::Refused(ControlRoomRefusal::Wrong))
            }
            Err(refusal) => {
                act.tell(SecurityEvent::ControlRoomBarred);
                Ok(Attempt::Refused(refusal))
            }
        }
    })
    .await
    .and_then(Attempt::settled)
}
