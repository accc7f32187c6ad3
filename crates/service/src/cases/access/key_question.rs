//! Questions for keys: the printed number that is asked for, and whether a typed key is the right one.

use jiff::Timestamp;
use rules::keys::{self, KeyOutcome, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::words::{Key, KeyCardNumber, KeyNumber, KeyPosition};

use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, CaseError, Origin, Parts};
use crate::outside::keys::tokens::Token;
use crate::store::log_ons::LogOn;
use crate::store::{StoreError, Tx};

/// The key that a log-on asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The card that the key is on.
    pub card: KeyCardNumber,
    /// The number printed beside the key.
    pub number: KeyNumber,
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
pub(crate) const OF_SESSIONS: [Purpose; 2] = [Purpose::Ending, Purpose::Renewal];

/// The same as [`of_session`], of the session with this token hash.
pub(crate) fn of_session_hash(parts: &Parts, session: &[u8; 32], purpose: &Purpose) -> [u8; 32] {
    parts.tokens.fingerprint(&purpose.code(), &format!("{session:02x?}"))
}

/// The question that a session asks for a purpose, about the text that is signed. `None` without a session.
pub(crate) fn in_session(app: &App, origin: &Origin, purpose: Purpose, text: String) -> Option<Question> {
    Some(Question {
        token: of_session(app, origin, &purpose)?,
        purpose,
        text: Some(text),
        drawn: app.chance.below(u32::MAX),
        started: app.real_now(),
    })
}

/// Asks for a key of the card in use; where there is none, for the number of another card first.
///
/// # Errors
/// [`KeyRefusal`] when the NemID has ended.
pub(crate) fn begin(act: &Act<'_>, nemid: &NemId, question: &Question) -> Result<(), CaseError<KeyRefusal>> {
    let (asked, events) = match keys::card_to_ask(nemid, None) {
        Ok(card) => {
            let (position, events) =
                keys::ask(nemid, &card, question.drawn, &question.purpose).map_err(CaseError::Refused)?;
            (Some((card, position)), events)
        }
        Err(_) => (None, Vec::new()),
    };
    act.record(nemid, &events)?;
    let Question { token, purpose, text, started, .. } = question.clone();
    Ok(act.tx.begin_log_on(&LogOn {
        token,
        nemid: nemid.number,
        purpose,
        text,
        asked,
        started,
        extended: None,
    })?)
}

/// How the key at a position is asked for, if the card is this NemID's.
pub(crate) fn asked(
    parts: &Parts,
    nemid: &NemId,
    card: KeyCardNumber,
    position: KeyPosition,
) -> Option<Asked> {
    let found = nemid.card(&card)?;
    let number = parts.press.key_numbers(&card, &found.salt)[usize::from(position.get())];
    Some(Asked { card, number })
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

/// Ends a question that was answered, unless it may be answered again. Gives why nothing follows from the answer, if it was
/// not the right one.
pub(crate) fn answered(
    tx: &Tx<'_>,
    outcome: KeyOutcome,
    question: &[u8; 32],
) -> Result<Option<LogOnRefusal>, StoreError> {
    if let KeyOutcome::Wrong { left } = outcome {
        return Ok(Some(LogOnRefusal::WrongKey { left }));
    }
    tx.end_log_on(question)?;
    Ok((outcome == KeyOutcome::CardBlocked).then_some(LogOnRefusal::CardBlocked))
}
