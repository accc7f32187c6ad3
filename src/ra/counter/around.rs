//! The frame around each step: the action, its steps, and the person served.

use serde::Serialize;

use crate::ra::counter::flow::Served;
use crate::ra::counter::step::{Step, base, href, title};
use crate::web::steps::StepGuide;
use crate::web::texts::Text;
use service::cases::desk::Kind;

/// The frame around a step.
#[derive(Debug, Serialize)]
pub struct Around {
    title: Text,
    guide: StepGuide,
    /// The step before this one.
    back: String,
    person: Option<Person>,
    /// Where the errand is ended without changing anything, while there is one that is not signed.
    abort: Option<String>,
}

#[derive(Debug, Serialize)]
struct Person {
    name: String,
    cpr: String,
    nemid: Option<String>,
}

impl Around {
    /// The frame around a step of an errand.
    pub fn of(served: &Served, step: Step) -> Self {
        let snapshot = &served.snapshot;
        let person = Person {
            name: snapshot.citizen.name.to_string(),
            cpr: snapshot.citizen.cpr.to_string(),
            nemid: snapshot.errand.nemid.map(|number| number.to_string()),
        };
        let abort = (step != Step::Receipt).then(|| abort(served.kind, &served.sag));
        Self { person: Some(person), abort, ..Self::new(served.kind, Some(&served.sag), step) }
    }

    /// The frame around the first step, where the person may be known already.
    pub fn first(kind: Kind, sag: Option<&str>) -> Self {
        Self { abort: sag.map(|sag| abort(kind, sag)), ..Self::new(kind, None, Step::Person) }
    }

    fn new(kind: Kind, sag: Option<&str>, step: Step) -> Self {
        let steps: Vec<_> = Step::of(kind).collect();
        let names: Vec<_> = steps.iter().map(|step| step.name(kind)).collect();
        let current = steps.iter().position(|one| *one == step).unwrap_or_default();
        let mut guide = StepGuide::new(&names, current + 1);
        let mut back = if kind == Kind::Staff { base(kind).to_owned() } else { "/ra".to_owned() };
        if let (Some(sag), false) = (sag, step == Step::Receipt || kind == Kind::Staff) {
            for (index, one) in steps.iter().enumerate().take(current) {
                back = href(kind, *one, sag);
                guide = guide.with_way_back(index + 1, back.clone());
            }
        }
        Self { title: Text::new(title(kind)), guide, back, person: None, abort: None }
    }
}

fn abort(kind: Kind, sag: &str) -> String {
    format!("{}/afbryd?sag={sag}", base(kind))
}
