//! The step of an activation that asks for the consents to a certificate (Rules 4.1) and for the rules.

use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::{Answer, Handled, Settled, settle};
use crate::web::enrolment::at::At;
use crate::web::enrolment::frame::Frame;
use crate::web::enrolment::step::Step;
use crate::web::forms::{Faults, Filled};
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::activation::EnrolmentRefusal;
use rules::nemid::event::Consents;
use service::cases::enrolment::activation;
use service::cases::enrolment::begin::{Asks, EnrolmentProblem};
use service::cases::own::terms;

/// The consents, one tick box each, and the rules.
#[derive(FromForm, Serialize, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is one tick on the page")]
pub struct ConsentsForm {
    cpr_lookup: bool,
    pid_service: bool,
    bank_exchange: bool,
    rules: bool,
    #[serde(skip)]
    shown_for: Option<String>,
}

#[derive(Serialize)]
struct ConsentsView {
    asks: Asks,
    rules_version: u32,
}

/// The ticks.
#[derive(Clone, Copy, Debug)]
pub struct Ticks {
    pub consents: Consents,
    /// Whether the rules are accepted.
    pub rules: bool,
}

/// Asks for the consents on a page of their own.
pub async fn ask<F: Frame>(frame: &F) -> Handled {
    let at = At::step(frame, Step::Consents).await?;
    let agreed = at.progress.choices.agreed.map(|agreed| ConsentsForm {
        cpr_lookup: agreed.consents.cpr_lookup,
        pid_service: agreed.consents.pid_service,
        bank_exchange: agreed.consents.bank_exchange,
        rules: true,
        shown_for: None,
    });
    Ok(page(&at, Filled::with(&agreed.unwrap_or_default()), version(frame).await?).into())
}

/// Takes the consents from that page.
pub async fn answer<F: Frame>(frame: &F, sent: &ConsentsForm) -> Handled {
    let at = At::sent(frame, Step::Consents, sent.shown_for.as_deref(), sent).await?;
    let version = version(frame).await?;
    let ConsentsForm { cpr_lookup, pid_service, bank_exchange, rules, .. } = *sent;
    let ticks = Ticks { consents: Consents { cpr_lookup, pid_service, bank_exchange }, rules };
    agree(&at, ticks, |faults| page(&at, Filled::again(sent, faults), version)).await
}

/// Saves the ticks and goes on; otherwise shows the form again.
pub async fn agree<F: Frame>(at: &At<'_, F>, ticks: Ticks, again: impl FnOnce(Faults) -> Page) -> Handled {
    let caller = at.frame.caller();
    let agreed = activation::agree(caller.app, &at.token, ticks.consents, ticks.rules, &caller.origin);
    match settle(agreed.await)? {
        Settled::Done(()) => at.onward().await,
        Settled::Refused(problem) => {
            Ok(at.refused(problem, |fault| again(missing(problem, at.progress.asks, ticks, fault))))
        }
    }
}

/// The version of the rules that is accepted now.
pub async fn version<F: Frame>(frame: &F) -> Result<u32, Answer> {
    let app = frame.caller().app;
    Ok(terms::all(app).await?.in_force(app.now()).number)
}

fn page<F: Frame>(at: &At<'_, F>, form: Filled, rules_version: u32) -> Page {
    at.page(form, ConsentsView { asks: at.progress.asks, rules_version })
}

/// Gives each missing tick its own fault: each consent by its name, and the rules. A problem that concerns no
/// tick is shown at the top.
fn missing(problem: EnrolmentProblem, asks: Asks, ticks: Ticks, fault: Text) -> Faults {
    let mut faults = Faults::default();
    let Consents { cpr_lookup, pid_service, bank_exchange } = ticks.consents;
    if problem == EnrolmentProblem::Rule(EnrolmentRefusal::ConsentMissing) {
        if asks.certificate && !cpr_lookup {
            faults.add("cpr_lookup", Text::new("consent-missing-cpr-lookup"));
        }
        if asks.certificate && !pid_service {
            faults.add("pid_service", Text::new("consent-missing-pid-service"));
        }
        if asks.bank && !bank_exchange {
            faults.add("bank_exchange", Text::new("consent-missing-bank-exchange"));
        }
    }
    if !ticks.rules {
        faults.add("rules", EnrolmentRefusal::RulesNotAccepted);
    }
    if faults.is_empty() {
        faults.add("", fault);
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_no_tick_is_told_on_top() {
        let all = Consents { cpr_lookup: true, pid_service: true, bank_exchange: true };
        let (ticks, asks) =
            (Ticks { consents: all, rules: true }, Asks { cpr: false, certificate: true, bank: true });
        let problem = EnrolmentProblem::Rule(EnrolmentRefusal::NothingToStart);
        let faults = missing(problem, asks, ticks, problem.into());
        assert_eq!(faults, Faults::whole(problem));
    }
}
