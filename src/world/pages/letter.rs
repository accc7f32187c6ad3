//! A letter of a person's letter box: opened, read on the screen, or downloaded as a PDF.

use rocket::http::{ContentType, Header, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Sent};
use rocket::{get, post};
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::forms::{Checked, NoFields};
use crate::web::key_card::{KeyCardTable, Print};
use crate::web::language::Language;
use crate::web::letters::LetterView;
use crate::web::page::Page;
use crate::web::texts::Text;
use crate::world::gate::Inside;
use crate::world::pages::use_letter::UseLetter;
use crate::world::pages::{page_of, use_letter};
use crate::world::view;
use service::cases::world::letter_box::{LetterRefusal, LetterState, OpenLetter};
use service::cases::world::{letter_box, letters, register};

/// A letter that can't be read is not found; the person's page shows its state.
fn found(outcome: Settled<OpenLetter, LetterRefusal>) -> Result<OpenLetter, Answer> {
    outcome.done().map_err(|_| Status::NotFound.into())
}

/// Opens a letter and redirects to it.
#[post("/breve/<id>/aabn", data = "<_sent>")]
pub async fn open(inside: Inside, id: i64, _sent: Checked<NoFields>) -> Handled {
    found(settle(letter_box::open(&inside.app, id).await)?)?;
    Ok(Answer::go(format!("/kontrolrum/breve/{id}")))
}

#[derive(Serialize)]
struct LetterPage {
    back: String,
    reader: String,
    kind: Text,
    letter: LetterView,
    card: Option<KeyCardTable>,
    /// Its own address.
    at: String,
    pdf: String,
    /// The other letters that lie sealed in the same letter box.
    sealed: Vec<Sealed>,
    use_letter: Option<UseLetter>,
}

/// A letter to be opened next.
#[derive(Serialize)]
struct Sealed {
    id: i64,
    open: Text,
}

/// An opened letter on the screen; a card in it also in large print.
#[get("/breve/<id>?<skrift>")]
pub async fn show(inside: Inside, language: Language, id: i64, skrift: Option<&str>) -> Handled {
    let open = found(settle(letter_box::read(&inside.app, id).await)?)?;
    let print = Print::asked(skrift);
    let table = |card: &letter_box::HeldCard| {
        KeyCardTable::in_print(card.number.to_string(), &view::printed(card), print)
    };
    let cpr = open.letter.citizen;
    let person = register::person(&inside.app, cpr).await?.ok_or(Status::NotFound)?;
    let letters = letter_box::letters(&inside.app, cpr).await?;
    let sealed = letters.iter().filter(|letter| letter.state == LetterState::Delivered);
    let sealed =
        sealed.map(|letter| Sealed { id: letter.id, open: view::letter_open(letter.kind) }).collect();
    let use_letter = use_letter::of(&inside, &person.nemids, &letters).await?;
    let view = LetterPage {
        sealed,
        use_letter,
        back: page_of(open.letter.citizen),
        reader: open.written.to.name.to_string(),
        kind: view::letter_kind(open.letter.kind),
        letter: LetterView::from(&view::sheet(&open, language)),
        card: open.card.as_ref().map(table),
        at: format!("/kontrolrum/breve/{id}"),
        pdf: format!("/kontrolrum/breve/{id}/brev.pdf"),
    };
    Ok(Page::new("world/letter.html", view).into())
}

/// A PDF to download.
pub struct Pdf {
    name: String,
    bytes: Vec<u8>,
}

/// An opened letter as a PDF.
#[get("/breve/<id>/brev.pdf")]
pub async fn pdf(inside: Inside, language: Language, id: i64) -> Result<Pdf, Answer> {
    let open = found(settle(letter_box::read(&inside.app, id).await)?)?;
    let bytes = letters::pdf(&view::sheet(&open, language)).map_err(|error| {
        log::error!(code = "letter"; "letter {id} as PDF: {error}");
        Status::InternalServerError
    })?;
    Ok(Pdf { name: format!("brev-{id}.pdf"), bytes })
}

impl<'r> Responder<'r, 'static> for Pdf {
    fn respond_to(self, _: &'r Request<'_>) -> Sent<'static> {
        let kept = format!("attachment; filename=\"{}\"", self.name);
        Response::build()
            .header(ContentType::PDF)
            .header(Header::new("Content-Disposition", kept))
            .sized_body(self.bytes.len(), std::io::Cursor::new(self.bytes))
            .ok()
    }
}
