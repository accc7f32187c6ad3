//! What an opened PIN letter is for: its NemID number and temporary password go to the form that asks for them, so that
//! nobody has to carry two numbers from page to page (D34). Only behind the control room's gate.

use serde::Serialize;

use crate::web::answer::{Answer, settle};
use crate::web::texts::Text;
use crate::world::gate::Inside;
use rules::nemid::NemId;
use rules::nemid::temporary::{TemporaryPlace, TemporaryPurpose};
use service::cases::app::content::Content;
use service::cases::world::letter_box;
use service::cases::world::letter_box::{Letter, LetterState};

/// The form that a temporary password which works now is typed into.
#[derive(Serialize)]
pub struct UseLetter {
    action: String,
    nemid_number: String,
    temporary_password: String,
    text: Text,
}

/// The newest opened letter of a person with a temporary password that works now.
///
/// # Errors
/// When it can't be read.
pub async fn of(inside: &Inside, nemids: &[NemId], letters: &[Letter]) -> Result<Option<UseLetter>, Answer> {
    let now = inside.app.now();
    let works = |letter: &&Letter| {
        let nemid = nemids.iter().find(|nemid| Some(nemid.number) == letter.nemid);
        let live = nemid.and_then(|nemid| nemid.live_temporary(now));
        letter.state == LetterState::Opened && live.is_some_and(|live| Some(live.serial) == letter.serial)
    };
    let Some(letter) = letters.iter().find(works) else { return Ok(None) };
    let Ok(open) = settle(letter_box::read(&inside.app, letter.id).await)?.done() else { return Ok(None) };
    let (Content::PinLetter { digits, place, issued: Some(issued), .. }, Some(number)) =
        (open.written.content, letter.nemid)
    else {
        return Ok(None);
    };
    let (page, text) = match issued.purpose {
        TemporaryPurpose::Activate => ("aktiver", "world-use-in-activation"),
        TemporaryPurpose::Unlock | TemporaryPurpose::Reset => ("genaabn", "world-use-in-reopening"),
    };
    let action = match place {
        TemporaryPlace::Selvbetjening => format!("/{page}"),
        TemporaryPlace::Netbank(bank) => format!("/tjenester/{bank}/{page}"),
    };
    let (nemid_number, text) = (number.to_string(), Text::new(text));
    Ok(Some(UseLetter { action, nemid_number, temporary_password: digits, text }))
}
