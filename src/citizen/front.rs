//! The front page: what citizens can do here, the most urgent first.

use rocket::get;

use crate::web::page::Page;

/// The front page of self-service.
#[get("/")]
pub fn front() -> Page {
    Page::plain("citizen/front.html")
}
