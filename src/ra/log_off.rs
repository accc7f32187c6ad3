//! Logging off the RA portal.

use rocket::http::CookieJar;
use rocket::response::Redirect;
use rocket::{State, post};

use crate::web::answer::Answer;
use crate::web::forms::{Checked, NoFields};
use crate::web::session;
use crate::web::session::Caller;
use service::cases::access::audience::Audience;
use service::cases::app::App;

/// Ends the session, and goes to the front page of the whole site.
#[post("/ra/log-af", data = "<_sent>")]
pub async fn log_off(
    app: &State<App>,
    jar: &CookieJar<'_>,
    caller: Caller,
    _sent: Checked<NoFields>,
) -> Result<Redirect, Answer> {
    session::leave(app, jar, &Audience::Ra, &caller.0).await?;
    Ok(Redirect::to("/"))
}
