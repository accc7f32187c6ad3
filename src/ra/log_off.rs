//! Logging off the RA portal.

use rocket::post;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, NoFields};
use service::cases::access::sessions::Audience;

/// Ends the session, and goes to the front page of the whole site.
#[post("/ra/log-af", data = "<_sent>")]
pub async fn log_off(caller: Caller<'_>, _sent: Checked<NoFields>) -> Handled {
    caller.leave(&Audience::Ra).await?;
    Ok(Answer::go("/"))
}
