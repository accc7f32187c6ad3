//! Questions for keys: from which carrier a key is asked, and whether an answer is the right one. Log-on, signing, renewal
//! and ending share them (D4, D36).

use jiff::Timestamp;
use rules::carriers;
use rules::carriers::token;
use rules::keys::{AskedKey, KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::words::{CarrierId, CarrierKind, CarrierNumber, Key, KeyCardNumber, KeyPosition};

use crate::cases::access::calls;
pub use crate::cases::access::posed::{Asked, Line, Posed, PosedBy};
pub(crate) use crate::cases::access::posed::{posed, posed_by};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::requests;
use crate::cases::app::{Act, App, CaseError, Origin, Parts};
use crate::outside::keys::tokens::Token;
use crate::store::log_ons::LogOn;
use crate::store::{StoreError, Tx};

/// What a citizen sends as the answer.
#[derive(Debug)]
pub enum Typed {
    /// Six digits: a card's key, a token's code, or a key that was read out.
    Key(Key),
    /// Nothing: the request in the app was answered there.
    Approved,
}

/// A question for a key, ready to be asked in a transaction.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    token: [u8; 32],
    purpose: Purpose,
    text: Option<String>,
    drawn: u32,
    started: Timestamp,
}

/// Prepares the question that a token will stand for: its purpose, and the text that is signed, if any (D4).
pub(crate) fn prepared(app: &App, token: &Token, purpose: Purpose, text: Option<String>) -> Question {
    Question {
        token: app.token_hash(token),
        purpose,
        text,
        drawn: app.chance.below(u32::MAX),
        started: app.real_now(),
    }
}

/// The hash under which a session's question for a purpose is stored; it belongs to that session and opens nothing else.
/// `None` without a session.
pub(crate) fn of_session(app: &App, origin: &Origin, purpose: &Purpose) -> Option<[u8; 32]> {
    origin.session.map(|session| of_session_hash(app, &session, purpose))
}

/// The purposes for which a session asks for a key by itself.
pub(crate) const OF_SESSIONS: [Purpose; 4] =
    [Purpose::Ending, Purpose::Renewal, Purpose::TokenStart, Purpose::VoiceChange];

/// The same as [`of_session`], of the session with this token hash.
pub(crate) fn of_session_hash(parts: &Parts, session: &[u8; 32], purpose: &Purpose) -> [u8; 32] {
    parts.tokens.fingerprint(&purpose.code(), &format!("{session:02x?}"))
}

/// The question that a session asks for a purpose, about the text that is signed, if any. `None` without a session.
pub(crate) fn in_session(
    app: &App,
    origin: &Origin,
    purpose: Purpose,
    text: Option<String>,
) -> Option<Question> {
    Some(Question {
        token: of_session(app, origin, &purpose)?,
        purpose,
        text,
        drawn: app.chance.below(u32::MAX),
        started: app.real_now(),
    })
}

/// Asks for a key of the carrier that was used last, or of another one that can be used; where no card is in use and
/// nothing else, for the number of a card first.
///
/// # Errors
/// [`KeyRefusal`] when the NemID has ended.
pub(crate) fn begin(act: &Act<'_>, nemid: &NemId, question: &Question) -> Result<(), CaseError<KeyRefusal>> {
    begin_with(act, nemid, question, first(act, nemid)?)
}

/// The carrier that is asked first. Where it would be an app that is asked for nothing now, the next one (D37); `None`
/// where a card's number has to be typed first.
fn first(act: &Act<'_>, nemid: &NemId) -> Result<Option<CarrierId>, StoreError> {
    let first = carriers::first(nemid).ok();
    if first.map(CarrierId::kind) != Some(CarrierKind::App) || !requests::rest(act.tx, nemid.number)? {
        return Ok(first);
    }
    let other = carriers::offered(nemid).into_iter().find(|kind| *kind != CarrierKind::App);
    Ok(other.and_then(|kind| carriers::of_kind(nemid, kind).ok()))
}

/// The same for what needs the card (D36).
///
/// # Errors
/// As [`begin`]; [`KeyRefusal::NoCard`] when none is in use.
pub(crate) fn begin_with_card(
    act: &Act<'_>,
    nemid: &NemId,
    question: &Question,
) -> Result<(), CaseError<KeyRefusal>> {
    let card = carriers::of_kind(nemid, CarrierKind::Card).map_err(CaseError::Refused)?;
    begin_with(act, nemid, question, Some(card))
}

/// The same for a telephone that waits to be confirmed, or is in use (D38).
///
/// # Errors
/// As [`begin`].
pub(crate) fn begin_with_line(
    act: &Act<'_>,
    nemid: &NemId,
    question: &Question,
    line: CarrierNumber,
) -> Result<(), CaseError<KeyRefusal>> {
    begin_with(act, nemid, question, Some(CarrierId::Other(line)))
}

fn begin_with(
    act: &Act<'_>,
    nemid: &NemId,
    question: &Question,
    carrier: Option<CarrierId>,
) -> Result<(), CaseError<KeyRefusal>> {
    let (asked, events) = match carrier {
        Some(carrier) => {
            let asked = carriers::ask(nemid, carrier, question.drawn, &question.purpose);
            let (asked, events) = asked.map_err(CaseError::Refused)?;
            (Some(asked), events)
        }
        None => (None, Vec::new()),
    };
    act.record(nemid, &events)?;
    let Question { token, purpose, text, started, .. } = question.clone();
    act.tx.begin_log_on(&LogOn {
        token,
        nemid: nemid.number,
        purpose,
        text,
        asked,
        started,
        extended: None,
        call: None,
        session: act.session().copied(),
    })?;
    Ok(requests::follow(act, nemid, &token, &question.purpose, asked)?)
}

/// Asks a question in progress of a carrier of another kind. Where a key is to be read out by telephone already, the
/// telephone is called (D38).
///
/// # Errors
/// [`KeyRefusal::UnknownCarrier`] when none of that kind can be used, [`KeyRefusal::AppRests`] when none is sent. Where no card is in use, its number is asked for.
pub(crate) fn ask_of_kind(
    act: &Act<'_>,
    log_on: &LogOn,
    nemid: &NemId,
    kind: CarrierKind,
    drawn: u32,
) -> Result<(), CaseError<KeyRefusal>> {
    if let Some(AskedKey::Carrier(line)) = log_on.asked
        && line.kind() == kind
        && kind == CarrierKind::Voice
    {
        return calls::ring(act, nemid, line, log_on.token, &log_on.purpose);
    }
    if !carriers::offered(nemid).contains(&kind) {
        return Err(CaseError::Refused(KeyRefusal::UnknownCarrier));
    }
    if kind == CarrierKind::App && requests::rest(act.tx, nemid.number)? {
        return Err(CaseError::Refused(KeyRefusal::AppRests));
    }
    match carriers::of_kind(nemid, kind) {
        Ok(carrier) => ask_of(act, log_on, nemid, carrier, drawn),
        Err(KeyRefusal::NoCard) => {
            act.tx.ask_nothing_in_log_on(&log_on.token)?;
            Ok(requests::follow(act, nemid, &log_on.token, &log_on.purpose, None)?)
        }
        Err(refusal) => Err(CaseError::Refused(refusal)),
    }
}

/// Asks a question in progress of another carrier, or anew of the same one.
///
/// # Errors
/// [`KeyRefusal`] when it can't be used.
pub(crate) fn ask_of(
    act: &Act<'_>,
    log_on: &LogOn,
    nemid: &NemId,
    carrier: CarrierId,
    drawn: u32,
) -> Result<(), CaseError<KeyRefusal>> {
    let asked = carriers::ask(nemid, carrier, drawn, &log_on.purpose);
    let (asked, events) = asked.map_err(CaseError::Refused)?;
    act.record(nemid, &events)?;
    act.tx.ask_in_log_on(&log_on.token, asked)?;
    Ok(requests::follow(act, nemid, &log_on.token, &log_on.purpose, Some(asked))?)
}

/// Whether a typed key is the one at a position of this NemID's card.
pub(crate) fn is_right(
    parts: &Parts,
    nemid: &NemId,
    card: KeyCardNumber,
    position: KeyPosition,
    typed: &Key,
) -> bool {
    nemid.card(&card).is_some_and(|found| parts.press.verify(&card, &found.salt, position, typed))
}

/// The counter of a typed code among the token's next ones; `None` when it is none of them.
pub(crate) fn counter_of(parts: &Parts, nemid: &NemId, number: CarrierNumber, typed: &Key) -> Option<u32> {
    let (salt, searched) = nemid.carrier(number).and_then(token::searched)?;
    parts.token_codes.find(&number, &salt, searched, typed)
}

/// Compares what was sent with what is asked for. The answer counts for the purpose of the question alone (D4).
///
/// # Errors
/// [`KeyRefusal::NoCard`] when a card has to be chosen first; [`KeyRefusal::NotApproved`] when a request was not answered
/// in the app; [`KeyRefusal::AskedAnew`] when nothing was typed, and no app is asked.
pub(crate) fn answer(
    act: &Act<'_>,
    nemid: &NemId,
    log_on: &LogOn,
    typed: &Typed,
) -> Result<KeyAnswer, CaseError<KeyRefusal>> {
    let of = log_on.asked.ok_or(CaseError::Refused(KeyRefusal::NoCard))?;
    let purpose = log_on.purpose.clone();
    let (right, counter) = match (of, typed) {
        (AskedKey::Carrier(number), _) if number.kind() == CarrierKind::App => {
            let of = AskedKey::Carrier(requests::approved_with(act.tx, log_on)?);
            return Ok(KeyAnswer { of, right: true, counter: None, purpose });
        }
        (_, Typed::Approved) => return Err(CaseError::Refused(KeyRefusal::AskedAnew)),
        (AskedKey::Card { card, position }, Typed::Key(key)) => {
            (is_right(act.app, nemid, card, position, key), None)
        }
        (AskedKey::Carrier(line), Typed::Key(key)) if line.kind() == CarrierKind::Voice => {
            let right = calls::is_right(act.app, log_on.call.as_ref(), line, key);
            (right.map_err(CaseError::Refused)?, None)
        }
        (AskedKey::Carrier(number), Typed::Key(key)) => {
            let counter = counter_of(act.app, nemid, number, key);
            (counter.is_some(), counter)
        }
    };
    Ok(KeyAnswer { of, right, counter, purpose })
}

/// What was asked for was answered elsewhere meanwhile: another key of the same carrier is asked for. Gives what the
/// visitor is told.
///
/// # Errors
/// As [`ask_of`].
pub(crate) fn ask_anew(
    act: &Act<'_>,
    log_on: &LogOn,
    nemid: &NemId,
    drawn: u32,
) -> Result<LogOnRefusal, CaseError<KeyRefusal>> {
    let carrier = log_on.asked.ok_or(CaseError::Refused(KeyRefusal::NoCard))?.carrier();
    ask_of(act, log_on, nemid, carrier, drawn)?;
    Ok(LogOnRefusal::Key(KeyRefusal::AskedAnew))
}

/// Ends a question that was answered, unless it may be answered again. Gives why nothing follows from the answer, if it was
/// not the right one.
pub(crate) fn answered(
    tx: &Tx<'_>,
    outcome: KeyOutcome,
    question: &[u8; 32],
) -> Result<Option<LogOnRefusal>, StoreError> {
    let refusal = match outcome {
        KeyOutcome::Wrong { left } => return Ok(Some(LogOnRefusal::WrongKey { left })),
        KeyOutcome::CarrierWrong { kind, left } => return Ok(Some(LogOnRefusal::WrongAnswer { kind, left })),
        KeyOutcome::NextCode => return Ok(Some(LogOnRefusal::NextCode)),
        KeyOutcome::Right => {
            tx.use_app_requests(question)?;
            None
        }
        KeyOutcome::CardBlocked => Some(LogOnRefusal::CardBlocked),
        KeyOutcome::CarrierBlocked(kind) => Some(LogOnRefusal::CarrierBlocked { kind }),
    };
    tx.end_log_on(question)?;
    Ok(refusal)
}
