//! `/kontrolrum/beskeder/<id>/mail.eml`: a whole signed e-mail as it was sent, so that its signature can be
//! checked with other tools.

use rocket::get;
use rocket::http::{ContentType, Header, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Sent};

use crate::web::answer::Answer;
use crate::world::gate::Inside;
use crate::world::tick;
use service::cases::world::outbox;

/// An e-mail to download.
pub struct Eml {
    name: String,
    bytes: Vec<u8>,
}

/// A signed e-mail, byte for byte.
#[get("/beskeder/<id>/mail.eml")]
pub async fn signed(inside: Inside, id: i64) -> Result<Eml, Answer> {
    let bytes = outbox::signed_mail(&inside.app, id, tick::worded).await?.ok_or(Status::NotFound)?;
    Ok(Eml { name: format!("mail-{id}.eml"), bytes })
}

impl<'r> Responder<'r, 'static> for Eml {
    fn respond_to(self, _: &'r Request<'_>) -> Sent<'static> {
        let kept = format!("attachment; filename=\"{}\"", self.name);
        Response::build()
            .header(ContentType::new("message", "rfc822"))
            .header(Header::new("Content-Disposition", kept))
            .sized_body(self.bytes.len(), std::io::Cursor::new(self.bytes))
            .ok()
    }
}
