//! The accessibility statement.

use rocket::get;

use crate::web::page::Page;

/// How accessible the site is, and its known shortcomings.
#[get("/tilgaengelighed")]
pub fn accessibility() -> Page {
    Page::plain("citizen/public/accessibility.html")
}
