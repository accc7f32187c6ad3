//! Notes the temporary passwords in letters of an older version, so that they are known again too: their digits can
//! be read with the server key alone, and not by a migration.

use jiff::Timestamp;
use rules::actor::{Actor, Channel};
use rules::words::{NemIdNumber, TemporaryPasswordCode};

use crate::cases::app::content::{Content, letter_context, shelf_context};
use crate::cases::app::{Act, App, Origin};
use crate::store::StoreError;
use crate::store::post::LetterKind;

/// Notes them once, when a world of an older version is opened for the first time.
///
/// # Errors
/// [`StoreError::Open`] when a letter was sealed under another key.
pub(crate) async fn note(app: &App) -> Result<(), StoreError> {
    if !app.read(|tx| tx.older_letters_to_note()).await? {
        return Ok(());
    }
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, |act| {
        // Another process may have been faster.
        if !act.tx.older_letters_to_note()? {
            return Ok(());
        }
        note_posted(act)?;
        note_handed_out(act)?;
        act.tx.save_older_letters_noted()
    })
    .await
}

fn note_posted(act: &Act<'_>) -> Result<(), StoreError> {
    for letter in act.tx.all_letters()?.into_iter().filter(|letter| letter.kind == LetterKind::PinLetter) {
        if let Some(nemid) = letter.nemid {
            note_one(act, nemid, act.app.open(&letter_context(letter.id), &letter.content)?, letter.posted)?;
        }
    }
    Ok(())
}

fn note_handed_out(act: &Act<'_>) -> Result<(), StoreError> {
    for letter in act.tx.handed_out_letters()? {
        if let (Some(nemid), Some(at)) = (letter.shelved.nemid, letter.shelved.handed_out) {
            note_one(act, nemid, act.app.open(&shelf_context(letter.serial), &letter.content)?, at)?;
        }
    }
    Ok(())
}

fn note_one(act: &Act<'_>, nemid: NemIdNumber, content: Content, at: Timestamp) -> Result<(), StoreError> {
    let Content::PinLetter { serial, digits, .. } = content else { return Ok(()) };
    if act.tx.nemid(nemid)?.is_none() {
        return Ok(());
    }
    let digits = TemporaryPasswordCode::parse(&digits)
        .map_err(|error| StoreError::corrupt("letters", "content", serial, error))?;
    let fingerprint = act.app.tokens.issued(nemid, act.app.tokens.digits(&digits));
    act.tx.note_temporary(&fingerprint, nemid, serial, at)
}
