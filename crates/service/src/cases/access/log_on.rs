//! Logging on: user id and password, then a key (D2–D5, D9, D11). One log-on for everybody: what it opens was said
//! before it began, and stands in its row.

use crate::cases::access::admission::{Barred, Opens, gate};
pub use crate::cases::access::password::{LogOnRefusal, judged};
use crate::cases::access::sessions::Audience;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::LogOn;
use crate::store::sessions::Session;
use rules::actor::Actor;
use rules::keys;
use rules::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::sessions::LOG_ON;
use rules::words::{Key, KeyCardNumber, KeyNumber, TypedPassword, TypedUserId};

/// The key that a log-on asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The card it is asked from.
    pub card: KeyCardNumber,
    /// The number that stands beside it on the card.
    pub number: KeyNumber,
}

/// The first step: user id and password. Gives a token for the second.
///
/// # Errors
/// Why not.
pub async fn with_password(
    app: &std::sync::Arc<App>,
    typed: (&TypedUserId, &TypedPassword),
    purpose: Purpose,
    origin: &Origin,
) -> Result<Token, CaseError<LogOnRefusal>> {
    let token = app.chance.token();
    let question = app.question(&token, (purpose.clone(), None));
    let at = origin.clone();
    judged(app, typed, &purpose, origin, move |tx, app, nemid, stamp| {
        app.begin_question(tx, &nemid, &question, (stamp, &at)).map_err(|trouble| trouble.map(Into::into))
    })
    .await?;
    Ok(token)
}

/// What a log-on in progress asks for; `None` when a card has to be chosen first.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes.
pub async fn question(
    app: &std::sync::Arc<App>,
    token: &Token,
) -> Result<Option<Asked>, CaseError<LogOnRefusal>> {
    let (hash, inner) = (app.token_hash(token), app.clone());
    app.store
        .read::<_, CaseError<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            Ok(log_on.asked.and_then(|(card, position)| inner.asked(&nemid, card, position)))
        })
        .await
}

/// Asks from another card, whose number the citizen typed (Guide 3.1.7).
///
/// # Errors
/// When it is none of this NemID's usable cards.
pub async fn choose_card(
    app: &std::sync::Arc<App>,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), CaseError<LogOnRefusal>> {
    let (hash, inner, origin) = (app.token_hash(token), app.clone(), origin.clone());
    let drawn = app.chance.below(u32::MAX);
    app.store
        .write::<_, CaseError<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let card = keys::card_to_ask(&nemid, Some(&card)).map_err(refused_key)?;
            let (position, events) = keys::ask(&nemid, &card, drawn, &log_on.purpose).map_err(refused_key)?;
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            Ok(tx.ask_in_log_on(&hash, (card, position))?)
        })
        .await
}

/// The second step: the key. Opens a session at the audience that the log-on is for; that a NemID gives no access
/// there is told only now, to whom the key has shown to be its holder (D20).
///
/// # Errors
/// Why not.
pub async fn with_key(
    app: &std::sync::Arc<App>,
    token: &Token,
    typed: Key,
    origin: &Origin,
) -> Result<(Token, Audience), CaseError<LogOnRefusal>> {
    let session = app.chance.token();
    let (hash, opened) = (app.token_hash(token), app.token_hash(&session));
    let (inner, origin, spare) = (app.clone(), origin.clone(), app.drawn_card());
    let drawn = app.chance.below(u32::MAX);
    let outcome = app
        .store
        .write::<_, CaseError<LogOnRefusal>, _>(move |tx| {
            let (log_on, nemid) = in_progress(tx, &inner, &hash)?;
            let (card, position) = log_on.asked.ok_or(refused_key(KeyRefusal::NoCard))?;
            let stamp = origin.stamp(inner.now(), Actor::Citizen);
            let right = inner.key_is_right(&nemid, card, position, &typed);
            let answer = KeyAnswer { card, position, right, purpose: log_on.purpose.clone() };
            let gate = gate(tx, &nemid, &log_on.purpose, stamp.at)?;
            let counted = match &gate {
                Ok(_) => keys::log_on(&nemid, &answer, &spare, &stamp),
                Err((_, bar)) => keys::turn_away(&nemid, &answer, *bar, &spare, &stamp),
            };
            let (events, outcome) = match counted {
                // Answered elsewhere meanwhile: another key is asked for.
                Err(KeyRefusal::AskedAnew) => {
                    let (position, events) =
                        keys::ask(&nemid, &card, drawn, &log_on.purpose).map_err(refused_key)?;
                    inner.record(tx, &nemid, &events, (&stamp, &origin))?;
                    tx.ask_in_log_on(&hash, (card, position))?;
                    return Ok(Err(LogOnRefusal::Key(KeyRefusal::AskedAnew)));
                }
                counted => counted.map_err(refused_key)?,
            };
            inner.record(tx, &nemid, &events, (&stamp, &origin))?;
            after_key(tx, &inner, &log_on, (outcome, gate), opened)
        })
        .await?;
    Ok((session, outcome.map_err(CaseError::Refused)?))
}

/// What a counted key leads to: another try, or the end of the log-on, with a session or without.
fn after_key(
    tx: &Tx<'_>,
    app: &App,
    log_on: &LogOn,
    (outcome, gate): (KeyOutcome, Result<Opens, Barred>),
    opened: [u8; 32],
) -> Result<Result<Audience, LogOnRefusal>, CaseError<LogOnRefusal>> {
    if let KeyOutcome::Wrong { left } = outcome {
        return Ok(Err(LogOnRefusal::WrongKey { left }));
    }
    tx.end_log_on(&log_on.token)?;
    if outcome == KeyOutcome::CardBlocked {
        return Ok(Err(LogOnRefusal::CardBlocked));
    }
    let opens = match gate {
        Ok(opens) => opens,
        Err((refusal, _)) => return Ok(Err(refusal)),
    };
    let now = app.clock.real_now();
    tx.open_session(&Session {
        token: opened,
        nemid: log_on.nemid,
        audience: opens.audience.code(),
        public: opens.public,
        limited: false,
        started: now,
        seen: now,
    })?;
    Ok(Ok(opens.audience))
}

pub(crate) fn refused_key(refusal: KeyRefusal) -> CaseError<LogOnRefusal> {
    CaseError::Refused(refusal.into())
}

/// The log-on, or other question, of a token, and its NemID.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes (D11).
pub(crate) fn in_progress(
    tx: &Tx<'_>,
    app: &App,
    hash: &[u8; 32],
) -> Result<(LogOn, NemId), CaseError<LogOnRefusal>> {
    let run_out = || CaseError::Refused(LogOnRefusal::RunOut);
    let log_on = tx.log_on(hash)?.ok_or_else(run_out)?;
    if app.clock.real_now().duration_since(log_on.started) > LOG_ON {
        return Err(run_out());
    }
    let nemid = tx.nemid(log_on.nemid)?.ok_or_else(run_out)?;
    Ok((log_on, nemid))
}
