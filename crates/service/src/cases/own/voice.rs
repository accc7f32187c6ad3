//! A citizen's own line of voice response (Rules 3.9, D38): confirming the telephone that waits with a key that it reads out,
//! and having another telephone called, with a key.

use crate::cases::access::key_question::{self, Posed, Question, Typed};
use crate::cases::access::log_on::InProgress;
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{App, Attempt, CaseError, refused};
use crate::cases::own::Own;
use crate::cases::own::keyed::{
    CarrierKeyError, CarrierKeyRefusal, asked, of_key, question_of, run_out, settle,
};
use rules::actor::Actor;
use rules::carriers::voice;
use rules::keys::KeyRefusal;
use rules::nemid::Purpose;
use rules::words::{CarrierKind, Mobile};

fn prepared(app: &App, own: &Own, text: Option<String>) -> Result<Question, CarrierKeyError> {
    key_question::in_session(app, &own.origin, Purpose::VoiceChange, text).ok_or_else(run_out)
}

/// Asks for the key that is read out on the telephone that waits to be confirmed.
///
/// # Errors
/// [`CarrierRefusal::NotOpen`](rules::carriers::CarrierRefusal::NotOpen) when none waits.
pub async fn confirm(app: &App, own: &Own) -> Result<(), CarrierKeyError> {
    let (question, number) = (prepared(app, own, None)?, own.nemid);
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(number)?;
        let line = voice::to_confirm(&nemid).map_err(refused::<CarrierKeyRefusal>)?.number;
        key_question::begin_with_line(act, &nemid, &question, line).map_err(of_key)
    })
    .await
}

/// Asks for a key with which another telephone is called from then on.
///
/// # Errors
/// [`CarrierRefusal`](rules::carriers::CarrierRefusal) when no telephone is in use, or it is called already.
pub async fn move_to(app: &App, own: &Own, to: Mobile) -> Result<(), CarrierKeyError> {
    let (question, number) = (prepared(app, own, Some(to.to_string()))?, own.nemid);
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(number)?;
        voice::may_move(&nemid, to).map_err(refused::<CarrierKeyRefusal>)?;
        key_question::begin(act, &nemid, &question).map_err(of_key)
    })
    .await
}

/// What is asked, and for what.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The telephone that is called from then on; none when the one that waits is confirmed.
    pub to: Option<Mobile>,
    pub posed: Posed,
}

/// The question that is asked.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] when nothing is asked, or the question is older than five minutes (D11).
pub async fn question(app: &App, own: &Own) -> Result<Asked, CarrierKeyError> {
    let (token, app_of, real) =
        (question_of(app, &own.origin, &Purpose::VoiceChange)?, app.clone(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } = asked(tx, &token, real)?;
        let to = meant(log_on.text.as_deref())?;
        let mut posed = key_question::posed(&app_of, tx, &nemid, &log_on)?;
        if to.is_none() {
            // Only the telephone itself can confirm that it is answered.
            posed.others.clear();
        }
        Ok(Asked { to, posed })
    })
    .await
}

/// The telephone that a question is about.
fn meant(text: Option<&str>) -> Result<Option<Mobile>, CarrierKeyError> {
    text.map(|text| Mobile::parse(text).map_err(|_| run_out())).transpose()
}

/// Asks for it of a carrier of another kind; calls the telephone where it is asked for already (D36).
///
/// # Errors
/// [`KeyRefusal`] when it can't be used or called.
pub async fn choose_kind(app: &App, own: &Own, kind: CarrierKind) -> Result<(), CarrierKeyError> {
    let (hash, drawn) = (question_of(app, &own.origin, &Purpose::VoiceChange)?, app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = asked(act.tx, &hash, act.real_time())?;
        if log_on.text.is_none() && kind != CarrierKind::Voice {
            return Err(CaseError::Refused(LogOnRefusal::from(KeyRefusal::UnknownCarrier).into()));
        }
        key_question::ask_of_kind(act, &log_on, &nemid, kind, drawn).map_err(of_key)
    })
    .await
}

/// Takes the key: the telephone is confirmed, or another one is called from now on.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong key; [`CarrierRefusal`](rules::carriers::CarrierRefusal) as [`voice::change`] says.
pub async fn with_key(app: &App, own: &Own, typed: Typed) -> Result<(), CarrierKeyError> {
    let (hash, number) = (question_of(app, &own.origin, &Purpose::VoiceChange)?, own.nemid);
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = asked(act.tx, &hash, act.real_time())?;
        if nemid.number != number {
            return Err(run_out());
        }
        let to = meant(log_on.text.as_deref())?;
        let answer = key_question::answer(act, &nemid, &log_on, &typed).map_err(of_key)?;
        let decided = voice::change(&nemid, to, &answer, &spare, &act.stamp);
        settle(act, &log_on, &nemid, decided, drawn)
    })
    .await
    .and_then(Attempt::settled)
}
