//! The front page: what one can do here, most needed first.

use rocket::get;

use crate::web::page::Page;

/// The front page of self-service.
#[get("/")]
pub fn front() -> Page {
    Page::plain("citizen/front.html")
}
