//! Where in an action a page is: its address, its steps, who serves and who is served.

use std::sync::Arc;

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome, Request};
use serde::Serialize;

use crate::cases::counter::errand;
use crate::cases::counter::{Deed, Desk, DeskRefusal, Errand, Kind, Look, StockRefusal};
use crate::cases::house::House;
use crate::rules::counter::CounterRefusal;
use crate::rules::order::OrderRefusal;
use crate::web::answer::{Answer, settle};
use crate::web::page::Page;
use crate::web::session::{Administrator, Officer};
use crate::web::steps::StepGuide;
use crate::web::texts::Text;

/// All actions with their addresses.
const ADDRESSES: [(Kind, &str); 7] = [
    (Kind::Order, "/ra/bestil"),
    (Kind::BlockCards, "/ra/vedligehold/spaer-noeglekort"),
    (Kind::HandOutCard, "/ra/vedligehold/udlever-noeglekort"),
    (Kind::Temporary, "/ra/vedligehold/midlertidig-adgangskode"),
    (Kind::BlockPassword, "/ra/vedligehold/spaer-adgangskode"),
    (Kind::BlockCertificate, "/ra/vedligehold/spaer-certifikat"),
    (Kind::Staff, "/ra/medarbejdere"),
];

/// Whoever serves, and in which action the page is.
#[derive(Clone, Debug)]
pub struct AtDesk {
    /// The desk.
    pub desk: Desk,
    /// The action.
    pub kind: Kind,
    /// The name of whoever serves.
    pub name: String,
}

/// The steps of an action, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// CPR-nummer.
    Person,
    /// Legitimation.
    Identification,
    /// NemID-nummer.
    Nemid,
    /// What is to be done.
    Choice,
    /// Reading it all and signing.
    Signing,
    /// What to do next.
    Receipt,
}

impl Step {
    const ALL: [Self; 6] =
        [Self::Person, Self::Identification, Self::Nemid, Self::Choice, Self::Signing, Self::Receipt];

    /// What an action's address goes on with.
    const fn path(self) -> &'static str {
        match self {
            Self::Person => "",
            Self::Identification => "/legitimation",
            Self::Nemid => "/nemid",
            Self::Choice => "/valg",
            Self::Signing => "/underskriv",
            Self::Receipt => "/kvittering",
        }
    }

    const fn name(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Person, _) => "step-person",
            (Self::Identification, _) => "step-identification",
            (Self::Nemid, _) => "step-nemid",
            (Self::Choice, Kind::Order) => "step-order",
            (Self::Choice, _) => "step-choice",
            (Self::Signing, _) => "step-signing",
            (Self::Receipt, _) => "step-receipt",
        }
    }

    /// The steps that an action has.
    fn of(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |step| match kind {
            Kind::Staff => *step >= Self::Choice,
            Kind::Order => *step != Self::Nemid,
            _ => true,
        })
    }

    /// The first step that an errand lacks.
    fn missing(errand: &Errand) -> Self {
        match errand {
            Errand { receipt: Some(_), .. } => Self::Receipt,
            Errand { kind: Kind::Staff, .. } | Errand { deed: Some(_), .. } => Self::Signing,
            Errand { identification: None, .. } => Self::Identification,
            Errand { kind, nemid: None, .. } if *kind != Kind::Order => Self::Nemid,
            _ => Self::Choice,
        }
    }
}

/// The address of an action.
pub fn base(kind: Kind) -> &'static str {
    ADDRESSES.iter().find(|(one, _)| *one == kind).map_or("/ra", |(_, address)| address)
}

/// The address of a step of an errand.
pub fn href(kind: Kind, step: Step, sag: &str) -> String {
    format!("{}{}?sag={sag}", base(kind), step.path())
}

/// The key of an action's name.
pub fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Order => "ra-order",
        Kind::BlockCards => "ra-block-cards",
        Kind::HandOutCard => "ra-hand-out-card",
        Kind::Temporary => "ra-temporary",
        Kind::BlockPassword => "ra-block-password",
        Kind::BlockCertificate => "ra-block-certificate",
        Kind::Staff => "ra-staff",
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for AtDesk {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let path = request.uri().path();
        let found = ADDRESSES.iter().find(|(_, address)| path.as_str().starts_with(address));
        let Some(&(kind, _)) = found else { return Outcome::Error((Status::NotFound, ())) };
        if kind == Kind::Staff {
            let administrator = Administrator::from_request(request).await;
            return administrator.map(|one| Self { name: one.name.clone(), kind, desk: one.into() });
        }
        Officer::from_request(request).await.map(|one| Self {
            name: one.name.clone(),
            kind,
            desk: one.into(),
        })
    }
}

/// The errand that a page is about, if it is far enough for the page; else the way to where it is, or a page that
/// says that it is gone.
pub async fn arrive(house: &Arc<House>, at: &AtDesk, sag: &str, step: Step) -> Result<Look, Answer> {
    let look = match settle(errand::look(house, &at.desk, sag).await)? {
        Ok(look) if look.errand.kind == at.kind => look,
        _ => return Err(gone(at)),
    };
    let missing = Step::missing(&look.errand);
    let too_far = step > missing || (missing == Step::Receipt && step != Step::Receipt);
    if too_far { Err(Answer::go(href(at.kind, missing, sag))) } else { Ok(look) }
}

/// The errand has been left lying too long, or never was.
pub fn gone(at: &AtDesk) -> Answer {
    #[derive(Serialize)]
    struct GoneView {
        base: &'static str,
    }
    Page::new("ra/gone.html", GoneView { base: base(at.kind) }).with_status(Status::Gone).into()
}

/// Chooses what is to be done; then it is read and signed.
pub async fn choose(
    house: &Arc<House>,
    at: &AtDesk,
    sag: &str,
    deed: Deed,
) -> Result<Result<Answer, DeskRefusal>, Answer> {
    match settle(errand::choose_deed(house, &at.desk, sag, deed).await)? {
        Ok(()) => Ok(Ok(Answer::go(href(at.kind, Step::Signing, sag)))),
        Err(DeskRefusal::AlreadySigned) => Ok(Ok(Answer::go(href(at.kind, Step::Receipt, sag)))),
        Err(DeskRefusal::NoErrand) => Err(gone(at)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The field that a refusal is about; empty when it is about none.
pub fn field_of(refusal: &DeskRefusal) -> &'static str {
    match refusal {
        DeskRefusal::Stock(
            StockRefusal::NoSuchCard | StockRefusal::CardGone | StockRefusal::CardElsewhere,
        )
        | DeskRefusal::Order(OrderRefusal::CardNotTheirs) => "card",
        DeskRefusal::Stock(_) => "serial",
        DeskRefusal::Counter(CounterRefusal::UrgencyNotStated) => "urgent",
        DeskRefusal::Temporary(_) => "action",
        DeskRefusal::WrongPassword => "password",
        _ => "",
    }
}

/// What stands around each step: the action, its steps, and who is served.
#[derive(Debug, Serialize)]
pub struct Around {
    title: Text,
    guide: StepGuide,
    /// The step before this one.
    back: String,
    person: Option<Person>,
}

#[derive(Debug, Serialize)]
struct Person {
    name: String,
    cpr: String,
    nemid: Option<String>,
}

impl Around {
    /// Around a step of an errand.
    pub fn of(at: &AtDesk, sag: &str, step: Step, look: &Look) -> Self {
        let person = Person {
            name: look.citizen.name.to_string(),
            cpr: look.citizen.cpr.to_string(),
            nemid: look.errand.nemid.map(|number| number.to_string()),
        };
        Self { person: Some(person), ..Self::new(at.kind, Some(sag), step) }
    }

    /// Around the first step, before anybody is served.
    pub fn first(at: &AtDesk) -> Self {
        Self::new(at.kind, None, Step::Person)
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
        Self { title: Text::new(title(kind)), guide, back, person: None }
    }
}
