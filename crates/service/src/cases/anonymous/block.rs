//! Blocking day and night without logging on, on a page or by telephone: by name, perhaps address, and one or
//! several of CPR number, user id and the number of card, token or app (Rules 3.5.2). It covers passwords and carriers
//! alone; ending
//! a whole NemID needs a key (D22).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::cases::access::rate_limit::{self, LetterAfter};
use crate::cases::access::sent_once;
use crate::cases::app::{Act, App, CaseError, Origin};
use crate::cases::enrolment::pin_letters;
use crate::cases::enrolment::pin_letters::Draft;
use crate::outside::hashing::hasher::HashError;
use crate::outside::keys::tokens::Token;
use crate::store::citizens::Citizen;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel, Stamp};
use rules::blocking::What;
use rules::limits::AddressWanted;
use rules::nemid::{Event, Issuer, NemId};
use rules::words::{CarrierId, CarrierKind, CprNumber, PersonName, TypedUserId};
use rules::{blocking, cards, carriers, limits, names};

/// A number by which the reporter identifies the holder.
#[derive(Clone, Debug)]
pub enum Identifier {
    /// The CPR number, or one that the person had before (D28): all NemIDs of the person except those of an employer, which
    /// blocks them itself (D20).
    Cpr(CprNumber),
    /// A user id: that NemID.
    UserId(TypedUserId),
    /// The number of a card, a token or an app: that one, or what else is to be blocked of its NemID.
    Carrier(CarrierId),
}

/// The person who asks for the block.
#[derive(Clone, Debug)]
pub struct Reporter {
    /// The name; it must be the registered one or one of the last year (D25).
    pub name: PersonName,
    /// The address; it counts where it has to be told (Rules 3.5.2), and must be the registered one there, else the stated one.
    pub address: Option<String>,
    /// The numbers, at least one. Each is checked by itself against the reporter's NemIDs, so that a mistake
    /// in one does not keep another from blocking; everything that any of them identifies is blocked.
    pub identifiers: Vec<Identifier>,
    /// The token that the form was shown with.
    pub shown_with: Option<Token>,
}

/// What to block, in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockRequest {
    /// Password, cards, tokens, apps: at least one of them.
    pub what: What,
    /// Whether a temporary password is sent after the block of a password (D22).
    pub send: bool,
}

/// What the reporter is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Whether a temporary password follows, if the details match somebody and it was asked for.
    pub letter: bool,
}

/// Blocks. The reporter learns nothing: outcome and work are the same whether a NemID was found or not, until
/// name and number have been found to match. Where too many passwords wait to be hashed, it blocks all the same, and no
/// letter follows (Rules 3.5.2). The same form sent again gets the first answer again.
///
/// # Errors
/// [`AddressWanted`], on the page and never by telephone.
pub async fn block(
    app: &App,
    mut reporter: Reporter,
    request: BlockRequest,
    origin: &Origin,
) -> Result<Reported, CaseError<AddressWanted>> {
    let told = format!("{:?} {:?} {:?} {request:?}", reporter.name, reporter.address, reporter.identifiers);
    let sending = sent_once::sending(app, reporter.shown_with.as_ref(), &told);
    let before = app.read::<_, StoreError>(move |tx| sent_once::outcome(tx, sending)).await?;
    if let Some(before) = before {
        return Ok(before);
    }
    let mut address_counts = false;
    if origin.channel != Channel::Telephone {
        let nth = rate_limit::count_block(app, origin).await?;
        let told = reporter.address.is_some();
        limits::enough_told(nth, told, &app.settings.limits).map_err(CaseError::Refused)?;
        address_counts = limits::is_address_wanted(nth, &app.settings.limits);
    }
    // What nobody asked for and is spelt otherwise keeps nothing from being blocked (D25).
    reporter.address = reporter.address.filter(|_| address_counts);
    let drafts = drafts(app, &reporter, request, origin).await?;
    let reported = Reported { letter: !drafts.is_empty() };
    app.act(origin, actor(origin), move |act| {
        if let Some(before) = sent_once::outcome(act.tx, sending)? {
            return Ok(before);
        }
        sent_once::note_outcome(act, sending, &reported)?;
        let mut drafts = drafts.iter();
        for (nemid, reach) in found_for(act.tx, &reporter, act.now())? {
            block_one(act, &nemid, reach, request, drafts.next())?;
        }
        Ok(reported)
    })
    .await
}

/// The letters that might be sent: one is drawn and hashed for every request. More are drawn only for a
/// person who has several NemIDs and whose name and address were given correctly, so that the time it takes
/// does not reveal to others how many NemIDs somebody has.
async fn drafts(
    app: &App,
    reporter: &Reporter,
    request: BlockRequest,
    origin: &Origin,
) -> Result<Vec<Draft>, CaseError<AddressWanted>> {
    if !request.send || request.what.password.is_none() {
        return Ok(Vec::new());
    }
    let (reporter, now) = (reporter.clone(), app.now());
    let found = app.read::<_, StoreError>(move |tx| found_for(tx, &reporter, now)).await?.len();
    let mut drafts = Vec::new();
    while drafts.len() < found.max(1) {
        match pin_letters::draft(app, origin).await {
            Ok(draft) => drafts.push(draft),
            Err(HashError::Busy) => break,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(drafts)
}

/// The actor: the hotline for a call, otherwise an unidentified person.
fn actor(origin: &Origin) -> Actor {
    if origin.channel == Channel::Telephone { Actor::Hotline } else { Actor::Visitor }
}

/// How much of a NemID the numbers reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// All its carriers of a kind.
    Whole,
    /// The one whose number was told, of its kind.
    One(CarrierId),
}

/// What the numbers identify among the reporter's own NemIDs.
fn found_for(tx: &Tx<'_>, reporter: &Reporter, now: Timestamp) -> Result<Vec<(NemId, Reach)>, StoreError> {
    let mut theirs = Vec::new();
    for (nemid, reach) in found(tx, &reporter.identifiers)? {
        if is_holder(tx, nemid.holder, reporter, now)? {
            theirs.push((nemid, reach));
        }
    }
    Ok(theirs)
}

/// Whether name and, if it counts, address are this person's.
fn is_holder(
    tx: &Tx<'_>,
    holder: CprNumber,
    reporter: &Reporter,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let Some(citizen) = tx.citizen(holder)? else { return Ok(false) };
    let there = reporter.address.as_deref().is_none_or(|told| is_meant_by(&citizen, told));
    Ok(there && names::is_told(&reporter.name, &citizen.name, &tx.former_names(holder)?, now))
}

/// Whether a told address is the one at which letters reach the person; of a person without any, any address may be
/// told.
fn is_meant_by(citizen: &Citizen, told: &str) -> bool {
    citizen.postal_address().is_none_or(|address| address.is_meant_by(told))
}

/// The open NemIDs that the numbers name, each once, with the widest reach that one of the numbers gives.
fn found(tx: &Tx<'_>, identifiers: &[Identifier]) -> Result<Vec<(NemId, Reach)>, StoreError> {
    let mut found: Vec<(NemId, Reach)> = Vec::new();
    for mark in identifiers {
        let (theirs, reach) = match mark {
            Identifier::Cpr(cpr) => {
                let mut theirs = tx.nemids_of(tx.cpr_number_today(*cpr)?)?;
                theirs.retain(|one| !matches!(one.issuer, Issuer::Employer(_)));
                (theirs, Reach::Whole)
            }
            Identifier::UserId(typed) => (tx.nemid_by_user_id(typed)?.into_iter().collect(), Reach::Whole),
            Identifier::Carrier(id) => {
                let theirs = match id {
                    CarrierId::Card(card) => tx.nemid_of_card(*card)?,
                    CarrierId::Other(carrier) => tx.nemid_of_carrier(*carrier)?,
                };
                (theirs.into_iter().collect(), Reach::One(*id))
            }
        };
        for nemid in theirs.into_iter().filter(|one| one.state.is_open()) {
            match found.iter_mut().find(|(known, _)| known.number == nemid.number) {
                Some((_, wider)) if reach == Reach::Whole => *wider = reach,
                Some(_) => {}
                None => found.push((nemid, reach)),
            }
        }
    }
    Ok(found)
}

/// The block of the card, the token or the app whose number was told, if its kind is to be blocked.
fn the_one(nemid: &NemId, id: CarrierId, what: What, stamp: &Stamp) -> Vec<Event> {
    match id {
        CarrierId::Card(card) => {
            let block = |reason| cards::block(nemid, &[card], reason, stamp).unwrap_or_default();
            what.cards.map(block).unwrap_or_default()
        }
        CarrierId::Other(carrier) => {
            let reason = if carrier.kind() == CarrierKind::Token { what.tokens } else { what.apps };
            let block = |reason| carriers::block(nemid, &[carrier], reason, stamp).unwrap_or_default();
            reason.map(block).unwrap_or_default()
        }
    }
}

/// Blocks what can be blocked; having nothing to block is not refused.
fn block_one(
    act: &Act<'_>,
    nemid: &NemId,
    reach: Reach,
    request: BlockRequest,
    draft: Option<&Draft>,
) -> Result<(), StoreError> {
    let mut events = Vec::new();
    let mut what = request.what;
    if let Reach::One(id) = reach {
        events = the_one(nemid, id, what, &act.stamp);
        what = what.without(id.kind());
    }
    let after = nemid.after(&events, &act.stamp);
    let rest = |new| blocking::at_once(&after, what, new, &act.stamp).unwrap_or_default();
    let with_letter = rest(draft.map(|draft| &draft.new));
    // Beyond the day's limit of letters the password is still blocked.
    let sends = blocking::sends_temporary(&with_letter)
        && rate_limit::count_letter(act, LetterAfter::Block, &nemid.holder)?;
    events.extend(if sends { with_letter } else { rest(None) });
    let after = act.record(nemid, &events)?;
    if let Some(draft) = draft {
        pin_letters::send_if_issued(act, &after, draft)?;
    }
    Ok(())
}
