//! A lost card is blocked by user id and password, without a key and without a session (DOMAIN 4). The password is
//! judged and counted as anywhere else; no card number is told.

use serde::{Deserialize, Serialize};

use crate::cases::access::password::{LogOnRefusal, judged};
use crate::cases::access::rate_limit;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use rules::actor::Stamp;
use rules::cards::CardRefusal;
use rules::limits::{LimitedAction, TooOften};
use rules::nemid::block::CardBlockReason;
use rules::nemid::event::CardOrderReason;
use rules::nemid::{KeyCard, NemId, Purpose};
use rules::words::{KeyCardNumber, TypedPassword, TypedUserId};
use rules::{Refusal, cards};

/// Which of the cards are gone. Without numbers there are two ways to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The one in use; cards in the post or still unused stay.
    InUse,
    /// All of them, those in the post too.
    All,
}

/// Why nothing was blocked.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum LostCardRefusal {
    /// User id and password.
    #[error(transparent)]
    LogOn(#[from] LogOnRefusal),
    /// Too often today.
    #[error(transparent)]
    TooOften(#[from] TooOften),
}

impl Refusal for LostCardRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::LogOn(refusal) => refusal.code(),
            Self::TooOften(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::LogOn(refusal) => refusal.until(),
            Self::TooOften(_) => None,
        }
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// When.
    pub at: jiff::Timestamp,
    /// How many cards were blocked.
    pub blocked: usize,
    /// What became of the order of a new card, if one was asked for.
    pub replacement: Option<Result<(), CardRefusal>>,
}

/// What is told beside user id and password.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which cards are gone.
    pub lost: Lost,
    /// Whether a new one is wanted, to the registered address.
    pub replacement: bool,
    /// The token that the form was shown with.
    pub shown_with: Option<Token>,
}

/// Blocks the lost cards and, if wanted, orders a new one to the registered address. The same form again, with the right
/// password, is answered as the first time.
///
/// # Errors
/// As at log-on; [`TooOften`].
pub async fn report(
    app: &std::sync::Arc<App>,
    typed: (&TypedUserId, &TypedPassword),
    Report { lost, replacement, shown_with }: Report,
    origin: &Origin,
) -> Result<Reported, CaseError<LostCardRefusal>> {
    let told = format!("{lost:?} {replacement} {}", typed.0.folded());
    let sending = rate_limit::sending(app, shown_with.as_ref(), &told);
    if !rate_limit::was_sent(app, sending).await? {
        rate_limit::count::<LostCardRefusal>(app, LimitedAction::LostCard, &typed.0.folded(), origin).await?;
    }
    let (spare, from) = (app.drawn_card(), origin.clone());
    let reported = judged(app, typed, &Purpose::LostCard, origin, move |tx, app, nemid, stamp| {
        if let Some(before) = rate_limit::outcome(tx, sending)? {
            return Ok(before);
        }
        let gone: Vec<_> = nemid.open_cards().filter(|card| is_lost(card, lost)).map(number_of).collect();
        let after = block(tx, app, (&nemid, &gone), (stamp, &from))?;
        let order = || cards::order(&after, CardOrderReason::Replacement, &spare, stamp);
        let replacement = match replacement.then(order) {
            None => None,
            Some(Err(refusal)) => Some(Err(refusal)),
            Some(Ok(events)) => {
                app.record(tx, &after, &events, (stamp, &from))?;
                Some(Ok(()))
            }
        };
        let reported = Reported { at: stamp.at, blocked: gone.len(), replacement };
        rate_limit::note_outcome(tx, app, (sending, &reported))?;
        Ok(reported)
    });
    reported.await.map_err(|trouble| trouble.map(LostCardRefusal::from))
}

fn is_lost(card: &KeyCard, lost: Lost) -> bool {
    lost == Lost::All || card.is_active()
}

fn number_of(card: &KeyCard) -> KeyCardNumber {
    card.number
}

/// Blocks them, if there are any; that there are none is no reason to refuse.
fn block(
    tx: &Tx<'_>,
    app: &App,
    (nemid, gone): (&NemId, &[KeyCardNumber]),
    by: (&Stamp, &Origin),
) -> Result<NemId, CaseError<LogOnRefusal>> {
    let events = cards::block(nemid, gone, CardBlockReason::Lost, by.0).unwrap_or_default();
    Ok(app.record(tx, nemid, &events, by)?)
}
