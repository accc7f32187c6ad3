//! What the rules refer to for more: the security behind NemID (Rules 3.7), the words explained, and certificates (Rules 5).

use rocket::get;

use crate::web::page::Page;

/// How NemID is kept safe, and which log files there are.
#[get("/sikkerhed")]
pub fn security() -> Page {
    Page::plain("citizen/public/security.html")
}

/// The central words, explained.
#[get("/begreber")]
pub fn glossary() -> Page {
    Page::plain("citizen/public/glossary.html")
}

/// What a certificate is and how one is relied on.
#[get("/om-certifikater")]
pub fn certificates() -> Page {
    Page::plain("citizen/public/certificates.html")
}
