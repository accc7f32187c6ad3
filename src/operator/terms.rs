//! The versions of the rules for NemID, and publishing another: three months ahead, or at once where security
//! requires it (Rules 3.10).

mod form;
mod page;

use rocket::{get, post};

use crate::operator::terms::form::{PublishForm, Step, has_text, publication};
use crate::operator::terms::page::At;
use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::caller::AtApp;
use crate::web::desk_session::Operator;
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::words::TypedPassword;
use service::cases::desk::DeskRefusal;
use service::cases::own::terms;

/// All versions, and the form; with the text of a section in the newest version, once that section is chosen.
#[get("/operatoer/regler?<afsnit>")]
pub async fn overview(operator: Operator, app: &AtApp, language: Language, afsnit: Option<&str>) -> Handled {
    let at = At { app, desk: &operator.0, language };
    let form = match afsnit.filter(has_text) {
        Some(section) => Filled::with(&at.fetched(section).await?),
        None => Filled::blank(),
    };
    Ok(at.page(form).await?.into())
}

/// Publishes, or takes a step with the draft of the next version. A form sent twice is published once.
#[post("/operatoer/regler", data = "<sent>")]
pub async fn publish(
    operator: Operator,
    app: &AtApp,
    language: Language,
    sent: Checked<PublishForm>,
) -> Handled {
    let at = At { app, desk: &operator.0, language };
    if let Some(step) = Step::read(sent.step.as_deref()) {
        return at.stepped(&sent, step).await;
    }
    let mut faults = Faults::default();
    let draft = terms::draft(app, &operator.0).await?;
    let password = faults.take("password", TypedPassword::parse(sent.password.reveal()));
    let publication = publication(&sent, draft, language, &mut faults);
    if let (Some(publication), Some(password)) = (publication, password) {
        match settle(terms::publish(app, &operator.0, publication, &password).await)? {
            Settled::Done(()) | Settled::Refused(DeskRefusal::AlreadySigned) => {
                return Ok(Answer::go("/operatoer/regler"));
            }
            Settled::Refused(refusal @ (DeskRefusal::WrongPassword | DeskRefusal::Signer(_))) => {
                faults.add("password", refusal);
            }
            Settled::Refused(DeskRefusal::ChangedSinceRead) => {
                faults.add("", Text::new("operator-draft-changed"));
            }
            Settled::Refused(refusal) => faults.add("", refusal),
        }
    }
    Ok(Answer::again(at.page(Filled::again(&*sent, faults)).await?))
}
