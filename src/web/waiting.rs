//! Pages that wait for an answer in an app: a stream that says when there is one (D37). It tells nothing else, and its
//! address is known to the page alone that asked.

use rocket::response::stream::{Event, EventStream};
use rocket::tokio::select;
use rocket::{Shutdown, get};

use crate::web::broken;
use crate::web::caller::AtApp;
use service::cases::access::requests;

/// The address at which a page waits for the request with this mark.
pub fn address(mark: &str) -> String {
    format!("/afventer/{mark}")
}

/// Waits until the request is over, and says so. It ends when the program stops; the page then asks again by itself.
#[get("/afventer/<mark>")]
pub fn wait<'r>(app: &'r AtApp, mark: &'r str, mut end: Shutdown) -> EventStream![Event + 'r] {
    EventStream! {
        let over = select! {
            over = requests::until_over(app, mark) => over,
            () = &mut end => return,
        };
        match over {
            Ok(()) => yield Event::data("over").event("over"),
            Err(error) => broken::store("a page that waits", &error),
        }
    }
}
