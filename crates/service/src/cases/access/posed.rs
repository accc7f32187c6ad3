//! A question for a key as a page shows it.

use rules::carriers;
use rules::keys::AskedKey;
use rules::nemid::NemId;
use rules::words::{CarrierKind, CarrierNumber, KeyCardNumber, KeyNumber, KeyPosition};

use crate::cases::access::calls;
pub use crate::cases::access::calls::Line;
use crate::cases::access::requests;
use crate::cases::app::Parts;
use crate::store::app_requests::Sent;
use crate::store::calls::Call;
use crate::store::log_ons::LogOn;
use crate::store::{StoreError, Tx};

/// A key of a card that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The card that the key is on.
    pub card: KeyCardNumber,
    /// The number printed beside the key.
    pub number: KeyNumber,
}

/// A question for a key as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posed {
    /// What is asked for.
    pub by: PosedBy,
    /// The other kinds of carriers that the citizen could answer with, the one used last first.
    pub others: Vec<CarrierKind>,
    /// The mark by which a page waits for the answer to the request in the app; none where no app is
    /// asked, or it was answered already.
    pub request: Option<String>,
    /// Whether the app is asked for nothing now, since too many requests were left unanswered (D37).
    pub app_rests: bool,
}

/// What a question asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PosedBy {
    /// A key of a card.
    Card(Asked),
    /// The number of a card, since none is in use (Guide 3.1.7).
    CardToChoose,
    /// The next code of the token.
    Token,
    /// An approval in the app.
    App,
    /// A key that is read out by telephone.
    Voice(Line),
    /// Nothing: what was asked was blocked meanwhile, and another kind has to be chosen.
    Gone(CarrierKind),
}

impl Posed {
    /// The key of a card that is asked for, if one is.
    pub fn card(&self) -> Option<&Asked> {
        match &self.by {
            PosedBy::Card(asked) => Some(asked),
            PosedBy::CardToChoose | PosedBy::Token | PosedBy::App | PosedBy::Voice(_) | PosedBy::Gone(_) => {
                None
            }
        }
    }
}

/// A question in progress as a page shows it.
pub(crate) fn posed(parts: &Parts, tx: &Tx<'_>, nemid: &NemId, log_on: &LogOn) -> Result<Posed, StoreError> {
    let mut posed = posed_by(parts, nemid, log_on.asked, log_on.call.as_ref());
    if posed.by == PosedBy::App {
        let sent = tx.app_request_for(&log_on.token)?;
        posed.request = sent.filter(|request| request.state == Sent::Waiting).map(|request| request.mark);
    }
    posed.app_rests = posed.others.contains(&CarrierKind::App) && requests::rest(tx, nemid.number)?;
    if posed.app_rests {
        posed.others.retain(|kind| *kind != CarrierKind::App);
    }
    Ok(posed)
}

/// The same for a question of whatever page: what it asks for, and the newest call that was made for it. No app is asked by
/// it.
pub(crate) fn posed_by(parts: &Parts, nemid: &NemId, asked: Option<AskedKey>, call: Option<&Call>) -> Posed {
    let by = match asked {
        None => PosedBy::CardToChoose,
        Some(AskedKey::Card { card, position }) => {
            self::asked(parts, nemid, card, position).map_or(PosedBy::CardToChoose, PosedBy::Card)
        }
        Some(AskedKey::Carrier(number)) if is_gone(nemid, number) => PosedBy::Gone(number.kind()),
        Some(AskedKey::Carrier(number)) => match number.kind() {
            CarrierKind::Card | CarrierKind::Token => PosedBy::Token,
            CarrierKind::App => PosedBy::App,
            CarrierKind::Voice => PosedBy::Voice(calls::shown(parts, nemid, number, call)),
        },
    };
    let by_now = asked.map_or(CarrierKind::Card, |asked| asked.carrier().kind());
    let mut others = carriers::offered(nemid);
    others.retain(|kind| *kind != by_now);
    Posed { by, others, request: None, app_rests: false }
}

/// Whether what was asked can't answer any more. Whichever app of a NemID may answer.
fn is_gone(nemid: &NemId, number: CarrierNumber) -> bool {
    match number.kind() {
        CarrierKind::App => nemid.usable_carriers(CarrierKind::App).next().is_none(),
        _ => nemid.carrier(number).is_none_or(|carrier| !carrier.is_open()),
    }
}

/// How the key at a position is asked for, if the card is this NemID's.
fn asked(parts: &Parts, nemid: &NemId, card: KeyCardNumber, position: KeyPosition) -> Option<Asked> {
    let found = nemid.card(&card)?;
    let number = parts.press.key_numbers(&card, &found.salt)[usize::from(position.get())];
    Some(Asked { card, number })
}
