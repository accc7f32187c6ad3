//! A file that is no page: what a program fetches, or what somebody keeps.

use rocket::http::{ContentType, Header};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Sent};

/// A file.
#[derive(Debug)]
pub struct Download {
    kind: ContentType,
    name: Option<String>,
    bytes: Vec<u8>,
}

impl Download {
    /// What a program fetches.
    pub fn fetched(kind: (&'static str, &'static str), bytes: Vec<u8>) -> Self {
        Self { kind: ContentType::new(kind.0, kind.1), name: None, bytes }
    }

    /// What somebody keeps under a name.
    pub fn kept(name: String, kind: (&'static str, &'static str), bytes: Vec<u8>) -> Self {
        Self { name: Some(name), ..Self::fetched(kind, bytes) }
    }
}

impl<'r> Responder<'r, 'static> for Download {
    fn respond_to(self, _: &'r Request<'_>) -> Sent<'static> {
        let mut response = Response::build();
        response.header(self.kind);
        if let Some(name) = self.name {
            response.header(Header::new("Content-Disposition", format!("attachment; filename=\"{name}\"")));
        }
        response.sized_body(self.bytes.len(), std::io::Cursor::new(self.bytes)).ok()
    }
}
