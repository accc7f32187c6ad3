//! Logging off from the operator's pages.

use rocket::http::CookieJar;
use rocket::response::Redirect;
use rocket::{State, post};

use crate::web::answer::Answer;
use crate::web::desk_session::Operator;
use crate::web::forms::{Checked, NoFields};
use crate::web::session;
use service::cases::access::audience::Audience;
use service::cases::app::App;

/// Ends the session.
#[post("/operatoer/log-af", data = "<_sent>")]
pub async fn log_off(
    operator: Operator,
    app: &State<App>,
    jar: &CookieJar<'_>,
    _sent: Checked<NoFields>,
) -> Result<Redirect, Answer> {
    session::leave(app, jar, &Audience::Operator, &operator.0.origin).await?;
    Ok(Redirect::to("/"))
}
