//! A lost card is blocked with user id and password, without a key and without a session (DOMAIN 4). The
//! password is judged and counted as anywhere else; no card number is shown.

use serde::{Deserialize, Serialize};

use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::sent_once;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use rules::cards;
use rules::cards::CardRefusal;
use rules::nemid::block::CardBlockReason;
use rules::nemid::event::CardOrderReason;
use rules::nemid::{KeyCard, Purpose};
use rules::post::PostalReach;
use rules::words::KeyCardNumber;

/// Which of the cards are lost. Without numbers there are two ways to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The card in use; cards in the post or still unused stay usable.
    InUse,
    /// All cards, including those in the post.
    All,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub at: jiff::Timestamp,
    /// How many cards were blocked.
    pub blocked: usize,
    /// What became of the new card, if one was asked for.
    pub replacement: Option<Replacement>,
    /// Whether letters to the holder go abroad, which takes longer (D29).
    #[serde(default)]
    pub abroad: bool,
}

/// What became of the new card that was asked for. It is stored with the form that was sent, under the words of
/// a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Replacement {
    /// It is on its way.
    #[serde(rename = "Ok")]
    Ordered,
    /// It could not be ordered.
    #[serde(rename = "Err")]
    Refused(CardRefusal),
}

/// The details given beside user id and password.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which cards are lost.
    pub lost: Lost,
    /// Whether a new card is wanted, to the registered address.
    pub replacement: bool,
    /// The token that the form was shown with.
    pub shown_with: Option<Token>,
}

/// Blocks the lost cards and, if wanted, orders a new one to the registered address. The same form sent again
/// with the right password gets the first answer again.
///
/// # Errors
/// As at log-on.
pub async fn report(
    app: &App,
    typed: &Credentials,
    report: Report,
    origin: &Origin,
) -> Result<Reported, CaseError<LogOnRefusal>> {
    let Report { lost, replacement, shown_with } = report;
    let user_id = typed.user_id.folded();
    let sending = sent_once::sending(app, shown_with.as_ref(), &format!("{lost:?} {replacement} {user_id}"));
    let spare = app.drawn_card();
    judged(app, typed, &Purpose::LostCard, origin, move |act, nemid| {
        if let Some(before) = sent_once::outcome(act.tx, sending)? {
            return Ok(before);
        }
        let gone: Vec<_> = nemid.open_cards().filter(|card| is_lost(card, lost)).map(number_of).collect();
        // Having no card to block is not refused.
        let events = cards::block(&nemid, &gone, CardBlockReason::Lost, &act.stamp).unwrap_or_default();
        let after = act.record(&nemid, &events)?;
        let order = || cards::order(&after, CardOrderReason::Replacement, &spare, &act.stamp);
        let replacement = match replacement.then(order) {
            None => None,
            Some(Err(refusal)) => Some(Replacement::Refused(refusal)),
            Some(Ok(events)) => {
                act.record(&after, &events)?;
                Some(Replacement::Ordered)
            }
        };
        let abroad = nemid.reach == PostalReach::Abroad;
        let reported = Reported { at: act.now(), blocked: gone.len(), replacement, abroad };
        sent_once::note_outcome(act, sending, &reported)?;
        Ok(reported)
    })
    .await
}

fn is_lost(card: &KeyCard, lost: Lost) -> bool {
    lost == Lost::All || card.is_active()
}

fn number_of(card: &KeyCard) -> KeyCardNumber {
    card.number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_before_the_replacement_had_a_name_is_read() {
        let read = |text| serde_json::from_str::<Option<Replacement>>(text).unwrap();
        assert_eq!(read("null"), None);
        assert_eq!(read(r#"{"Ok":null}"#), Some(Replacement::Ordered));
        let refused = Some(Replacement::Refused(CardRefusal::TooMany));
        assert_eq!(read(&serde_json::to_string(&Some(Err::<(), _>(CardRefusal::TooMany))).unwrap()), refused);
    }
}
