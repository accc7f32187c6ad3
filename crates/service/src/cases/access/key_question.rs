//! Questions for keys: the printed number that is asked for, and whether a typed key is the right one.

use jiff::Timestamp;
use rules::keys::{self, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::words::{Key, KeyCardNumber, KeyNumber, KeyPosition};

use crate::cases::app::{Act, App, CaseError, Parts};
use crate::outside::keys::tokens::Token;
use crate::store::log_ons::LogOn;

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
