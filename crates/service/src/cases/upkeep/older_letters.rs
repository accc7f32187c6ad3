//! Brings letters of an older version up to date when their world is opened, since it takes the server key, which a
//! migration does not have: their temporary passwords are known again, and each has its recipient and purpose.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jiff::Timestamp;
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::event::CardOrderReason;
use rules::nemid::{Event, NemId};
use rules::post::LetterState;
use rules::words::{KeyCardNumber, NemIdNumber, PinLetterSerial, TemporaryPasswordCode};

use crate::cases::app::content::{Addressee, Content, Issued, Written, letter_context, shelf_context};
use crate::cases::app::{Act, App, Origin, posting};
use crate::store::StoreError;
use crate::store::post::{Letter, LetterKind};
use crate::store::stock::StockLetter;

/// Does it once, when a world of an older version is opened for the first time.
///
/// # Errors
/// [`StoreError::Open`] when a letter was sealed under another key.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub(crate) async fn bring_up_to_date(app: &App) -> Result<(), StoreError> {
    if !app.read(|tx| tx.older_letters()).await?.wait() {
        return Ok(());
    }
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, |act| {
        // Another process may have been faster.
        let left = act.tx.older_letters()?;
        if left.to_note {
            note(act)?;
        }
        if left.to_complete {
            complete(act)?;
        }
        act.tx.save_older_letters_done()
    })
    .await
}

/// Notes the temporary passwords of letters that were posted and of those that were handed out.
fn note(act: &Act<'_>) -> Result<(), StoreError> {
    for letter in act.tx.all_letters()?.into_iter().filter(|letter| letter.kind == LetterKind::PinLetter) {
        let Some(nemid) = letter.nemid.map_or(Ok(None), |number| act.tx.nemid(number))? else { continue };
        note_one(act, &nemid, act.app.open(&letter_context(letter.id), &letter.content)?, letter.posted)?;
    }
    for HandedOut { letter, nemid, at } in handed_out(act)? {
        note_one(act, &nemid, act.app.open(&shelf_context(letter.serial), &letter.content)?, at)?;
    }
    Ok(())
}

fn note_one(act: &Act<'_>, nemid: &NemId, content: Content, at: Timestamp) -> Result<(), StoreError> {
    let Content::PinLetter { serial, digits, .. } = content else { return Ok(()) };
    let fingerprint = act.app.tokens.issued(nemid.number, act.app.tokens.digits(&code(serial, &digits)?));
    act.tx.note_temporary(&fingerprint, nemid.number, serial, at)
}

fn code(serial: PinLetterSerial, digits: &str) -> Result<TemporaryPasswordCode, StoreError> {
    TemporaryPasswordCode::parse(digits)
        .map_err(|error| StoreError::corrupt("letters", "content", serial, error))
}

/// A PIN letter of an office's stock that was handed out for a NemID.
struct HandedOut {
    letter: StockLetter,
    nemid: NemId,
    at: Timestamp,
}

fn handed_out(act: &Act<'_>) -> Result<Vec<HandedOut>, StoreError> {
    let mut all = Vec::new();
    for letter in act.tx.handed_out_letters()? {
        let Some(nemid) = letter.shelved.nemid.map_or(Ok(None), |number| act.tx.nemid(number))? else {
            continue;
        };
        let Some(at) = letter.shelved.handed_out else { continue };
        all.push(HandedOut { letter, nemid, at });
    }
    Ok(all)
}

/// Seals recipient and purpose with each letter. The recipient is who the register knows today: an older version did
/// not keep whom it wrote to.
fn complete(act: &Act<'_>) -> Result<(), StoreError> {
    let mut known = HashMap::new();
    for letter in act.tx.all_letters()? {
        let (Some(citizen), Some(number)) = (act.tx.citizen(letter.citizen)?, letter.nemid) else { continue };
        let nemid = act.tx.nemid(number)?;
        let ordered = match known.entry(number) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(Ordered::of(act, number)?),
        };
        let content: Content = act.app.open(&letter_context(letter.id), &letter.content)?;
        let content = ordered.completed(content, nemid.as_ref());
        let to = Addressee { address: citizen.postal_address(), name: citizen.name };
        let written = Written { to, content };
        act.tx.rewrite_letter(&Letter {
            purpose: written.content.purpose(),
            serial: written.content.serial(),
            content: act.app.seal(&letter_context(letter.id), &written)?,
            ..letter
        })?;
    }
    for HandedOut { letter, nemid, at } in handed_out(act)? {
        hand_over(act, &letter, &nemid, at)?;
    }
    Ok(())
}

/// Puts a PIN letter that was handed out among its recipient's letters.
fn hand_over(act: &Act<'_>, letter: &StockLetter, nemid: &NemId, at: Timestamp) -> Result<(), StoreError> {
    let content: Content = act.app.open(&shelf_context(letter.serial), &letter.content)?;
    let content = Ordered::of(act, nemid.number)?.completed(content, Some(nemid));
    let state = if letter.shelved.opened.is_some() { LetterState::Opened } else { LetterState::Delivered };
    let id = act.stamped(Stamp::clock(at)).hand_over(nemid, content, &letter.office)?;
    act.tx.move_letter(id, state)
}

/// What the log of a NemID says of the letters that were sent for it.
struct Ordered {
    temporaries: HashMap<PinLetterSerial, Issued>,
    cards: HashMap<KeyCardNumber, CardOrderReason>,
}

impl Ordered {
    fn of(act: &Act<'_>, nemid: NemIdNumber) -> Result<Self, StoreError> {
        let (mut temporaries, mut cards) = (HashMap::new(), HashMap::new());
        for entry in act.tx.letters_ordered(nemid)? {
            if let Event::TemporaryPasswordIssued { serial, purpose, .. } = entry.event {
                temporaries.insert(serial, Issued { purpose, at: entry.stamp.at });
            } else if let Event::CardOrdered { card, why, .. } = entry.event {
                cards.insert(card, why);
            }
        }
        Ok(Self { temporaries, cards })
    }

    fn completed(&self, content: Content, nemid: Option<&NemId>) -> Content {
        match content {
            Content::Welcome { nemid_number, .. } => {
                Content::Welcome { nemid_number, place: nemid.map(posting::activated_at) }
            }
            Content::KeyCard { card_number, .. } => {
                Content::KeyCard { card_number, why: self.cards.get(&card_number).copied() }
            }
            Content::PinLetter { serial, digits, place, .. } => {
                Content::PinLetter { serial, digits, place, issued: self.temporaries.get(&serial).copied() }
            }
            letter @ (Content::KeyToken { .. } | Content::KeyVoice { .. } | Content::Notice { .. }) => letter,
        }
    }
}
