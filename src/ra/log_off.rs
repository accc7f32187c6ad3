//! Logging off the RA portal.

use std::sync::Arc;

use rocket::http::CookieJar;
use rocket::response::Redirect;
use rocket::{State, post};

use crate::cases::house::House;
use crate::cases::sessions::{self, Audience};
use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::session::{self, Caller};

/// Ends the session here and in the browser, and goes to the front page of the whole site.
#[post("/ra/log-af", data = "<_sent>")]
pub async fn log_off(
    house: &State<Arc<House>>,
    jar: &CookieJar<'_>,
    caller: Caller,
    _sent: Checked<NoFields>,
) -> Result<Redirect, Answer> {
    if let Some(token) = session::token(jar, &Audience::Ra) {
        sessions::log_off(house, &Audience::Ra, &token, &caller.0).await?;
    }
    session::end(jar, &Audience::Ra);
    Ok(Redirect::to("/"))
}
