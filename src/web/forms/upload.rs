//! A form with one file (RFC 7578), sent by a page of this site.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::http::ContentType;
use rocket::request::Request;

use crate::web::forms::Refused;
use crate::web::forms::sizes::largest_body;
use crate::web::origin;
use crate::web::visitor::{FormKey, Visitor};

const TOKEN: &str = "_token";
/// The field of a name beside the file.
const NAME: &str = "import_name";

/// The file, after the check that a page of this site sent it; empty where none was chosen. It is refused as
/// [`Checked`](super::Checked) refuses a form.
#[derive(Debug)]
pub struct Upload(pub Vec<u8>);

#[rocket::async_trait]
impl<'r> FromData<'r> for Upload {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(Sent { file, .. }) => Outcome::Success(Self(file)),
            Err(refused) => Outcome::Error(refused.note(request)),
        }
    }
}

/// The same with a name that was typed beside the file.
#[derive(Debug)]
pub struct NamedUpload {
    pub name: String,
    pub file: Vec<u8>,
}

#[rocket::async_trait]
impl<'r> FromData<'r> for NamedUpload {
    type Error = Refused;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(Sent { name, file }) => Outcome::Success(Self { name: name.unwrap_or_default(), file }),
            Err(refused) => Outcome::Error(refused.note(request)),
        }
    }
}

/// What was sent, besides the token.
struct Sent {
    name: Option<String>,
    file: Vec<u8>,
}

async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Sent, Refused> {
    if !origin::same_origin(request) {
        return Err(Refused::Foreign);
    }
    let kind = request.content_type().filter(|kind| kind.is_form_data()).ok_or(Refused::Kind)?;
    let most = largest_body(request.uri().path().as_str());
    let body = data.open(most.bytes()).into_bytes().await.map_err(|_| Refused::Contents)?;
    if !body.is_complete() {
        return Err(Refused::Size);
    }
    let parts = parts(kind, &body).ok_or(Refused::Contents)?;
    let content = |of: fn(&&Part<'_>) -> bool| parts.iter().find(of).map(|part| part.content);
    let text = |content| std::str::from_utf8(content).ok();
    let token = content(|part| part.name == TOKEN).and_then(text);
    let key = request.rocket().state::<FormKey>();
    let gave = |token| key.is_some_and(|key| Visitor::of(request).gave(key, token));
    if !token.is_some_and(gave) {
        return Err(Refused::Token);
    }
    let file = content(|part| ![TOKEN, NAME].contains(&part.name)).ok_or(Refused::Contents)?.to_vec();
    Ok(Sent { name: content(|part| part.name == NAME).and_then(text).map(str::to_owned), file })
}

/// A field of the form.
struct Part<'b> {
    name: &'b str,
    content: &'b [u8],
}

/// The fields of a body. `None` for a body that is not built so.
fn parts<'b>(kind: &ContentType, body: &'b [u8]) -> Option<Vec<Part<'b>>> {
    let boundary = kind.param("boundary").filter(|boundary| !boundary.is_empty())?;
    let (first, between) = (format!("--{boundary}"), format!("\r\n--{boundary}"));
    let mut rest = body.strip_prefix(first.as_bytes())?;
    let mut found = Vec::new();
    while let Some(after) = rest.strip_prefix(b"\r\n") {
        let (part, next) = split(after, between.as_bytes())?;
        let (head, content) = split(part, b"\r\n\r\n")?;
        found.push(Part { name: name(std::str::from_utf8(head).ok()?)?, content });
        rest = next;
    }
    rest.starts_with(b"--").then_some(found)
}

/// The name of a field, as the head of its part says it.
fn name(head: &str) -> Option<&str> {
    let (field, said) = head.lines().find_map(|line| line.split_once(':'))?;
    let is_place = field.eq_ignore_ascii_case("Content-Disposition") && said.trim().starts_with("form-data");
    let (_, name) = said.split_once(" name=\"").filter(|_| is_place)?;
    name.split('"').next()
}

fn split<'b>(bytes: &'b [u8], at: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let place = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..place], &bytes[place + at.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<Vec<(String, Vec<u8>)>> {
        let kind = ContentType::parse_flexible("multipart/form-data; boundary=XX").unwrap();
        let parts = parts(&kind, body.as_bytes())?;
        Some(parts.into_iter().map(|part| (part.name.to_owned(), part.content.to_vec())).collect())
    }

    #[test]
    fn fields_are_read_with_whatever_they_hold() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\nabc\r\n\
                    --XX\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.pdf\"\r\n\
                    Content-Type: application/pdf\r\n\r\n%PDF\r\n\r\n--X\r\n\r\n--XX--\r\n";
        let read = read(body).unwrap();
        assert_eq!(read[0], ("_token".to_owned(), b"abc".to_vec()));
        assert_eq!(read[1], ("fil".to_owned(), b"%PDF\r\n\r\n--X\r\n".to_vec()));
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn what_is_not_built_so_is_no_form() {
        let disposition = "Content-Disposition: form-data; name=\"a\"";
        for wrong in [
            String::new(),
            "--XX".into(),
            "--XX\r\n".into(),
            format!("--XX\r\n{disposition}\r\n\r\nabc"),
            format!("--XX\r\n{disposition}\r\nabc\r\n--XX--"),
            "--XX\r\nContent-Type: text/plain\r\n\r\nabc\r\n--XX--".into(),
            format!("--XX\r\n{disposition}\r\n\r\nabc\r\n--XX"),
            "--YY--".into(),
        ] {
            assert!(read(&wrong).is_none(), "{wrong}");
        }
    }
}
