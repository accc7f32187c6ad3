//! Logging off from a desk: the RA portal, a bank's counter, the operator's pages.

use rocket::http::Status;
use rocket::http::uri::Origin;
use rocket::post;

use crate::web::answer::{Answer, Handled};
use crate::web::caller::Caller;
use crate::web::forms::{Checked, NoFields};
use crate::web::section::Section;
use rules::places;
use service::cases::access::audience::Audience;

/// Ends the session at the desk to which the address belongs, if it has not ended already. It leads to the
/// list of banks or the front page of the whole site.
#[post("/log-af", data = "<_sent>")]
pub async fn log_off(caller: Caller<'_>, address: &Origin<'_>, _sent: Checked<NoFields>) -> Handled {
    let path = address.path();
    let (audience, out) = match Section::of(path.as_str()) {
        Section::BankCounter => {
            let bank = path.segments().get(1).and_then(places::bank).ok_or(Status::NotFound)?;
            (Audience::BankCounter(bank.word()), "/bank")
        }
        Section::Operator => (Audience::Operator, "/"),
        _ => (Audience::Ra, "/"),
    };
    caller.leave(&audience).await?;
    Ok(Answer::go(out))
}
