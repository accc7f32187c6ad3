//! The pages of the control room.

use rocket::Route;

/// All pages.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
