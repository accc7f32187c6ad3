//! A key that is asked for: the question as a page shows it, the typed answer, and the choice of another carrier.

use rocket::FromForm;
use serde::Serialize;

use crate::web::forms::{Filled, Secret};
use crate::web::texts::Text;
use crate::web::waiting;
use rules::carriers::voice::CallState;
use rules::keys::KeyRefusal;
use rules::words::{CarrierKind, Key, KeyError};
use service::cases::access::key_question::{Asked, Line, Posed, PosedBy, Typed};
use service::cases::access::refusal::LogOnRefusal;

/// The key of a card that is asked for, as shown.
#[derive(Serialize)]
pub struct Question {
    number: String,
    card: String,
}

impl From<Asked> for Question {
    fn from(asked: Asked) -> Self {
        Self { number: asked.number.to_string(), card: asked.card.to_string() }
    }
}

/// A question for a key, and what else it could be answered with, as shown.
#[derive(Serialize)]
pub struct KeyStep {
    /// The word of the kind of carrier that is asked.
    by: &'static str,
    /// The key of a card; none for another carrier, or when a card has to be chosen first.
    question: Option<Question>,
    /// The telephone that reads the key out; none for another carrier.
    line: Option<LineView>,
    /// Whether there is something to type: with a telephone, once it has been called.
    answers: bool,
    /// Whether what was asked was blocked meanwhile.
    gone: bool,
    /// The words of the other kinds, the one used last first.
    others: Vec<&'static str>,
    /// The address at which the page waits for the answer in the app.
    waits: Option<String>,
    /// Whether the app is asked for nothing now.
    app_rests: bool,
}

/// A telephone that reads a key out, as shown.
#[derive(Serialize)]
struct LineView {
    /// Its number, but for the end hidden.
    telephone: String,
    /// The word of what became of the call; `none` before the first.
    call: &'static str,
}

impl From<&Line> for LineView {
    fn from(line: &Line) -> Self {
        Self { telephone: line.telephone.clone(), call: line.call.map_or("none", CallState::code) }
    }
}

impl KeyStep {
    /// A question that the card alone answers (D36).
    pub fn of_card_alone(posed: Posed) -> Self {
        Self { others: Vec::new(), app_rests: false, ..Self::from(posed) }
    }
}

impl KeyStep {
    /// The form as the step shows it: where an app is asked there is no field for a key.
    pub fn fitting(&self, form: Filled) -> Filled {
        if self.by == CarrierKind::App.code() || self.gone { form.without("key") } else { form }
    }
}

impl From<Posed> for KeyStep {
    fn from(posed: Posed) -> Self {
        let by = match &posed.by {
            PosedBy::Card(_) | PosedBy::CardToChoose => CarrierKind::Card,
            PosedBy::Token => CarrierKind::Token,
            PosedBy::App => CarrierKind::App,
            PosedBy::Voice(_) => CarrierKind::Voice,
            PosedBy::Gone(kind) => *kind,
        };
        let line = match &posed.by {
            PosedBy::Voice(line) => Some(LineView::from(line)),
            PosedBy::Card(_) | PosedBy::CardToChoose | PosedBy::Token | PosedBy::App | PosedBy::Gone(_) => {
                None
            }
        };
        Self {
            by: by.code(),
            question: posed.card().cloned().map(Question::from),
            answers: answers(&posed),
            gone: matches!(posed.by, PosedBy::Gone(_)),
            line,
            others: posed.others.into_iter().map(CarrierKind::code).collect(),
            waits: posed.request.map(|mark| waiting::address(&mark)),
            app_rests: posed.app_rests,
        }
    }
}

/// Why an answer leads to nothing, in words.
pub fn told(refusal: LogOnRefusal) -> Text {
    Text::from(refusal)
}

/// The field beside which a refusal is told: one about the call has none, since there may be nothing to type.
pub fn field(refusal: LogOnRefusal) -> &'static str {
    match refusal {
        LogOnRefusal::Key(KeyRefusal::NotCalled | KeyRefusal::ThisTelephone | KeyRefusal::TooManyCalls) => "",
        _ => "key",
    }
}

/// The field beside which an answer to a question is faulted; none while there is nothing to type.
pub fn field_of(posed: &Posed) -> &'static str {
    if answers(posed) { "key" } else { "" }
}

/// Whether there is something to type: with a telephone, once it has been called.
fn answers(posed: &Posed) -> bool {
    match &posed.by {
        PosedBy::Voice(line) => matches!(line.call, Some(CallState::Ringing | CallState::Answered)),
        PosedBy::Card(_) | PosedBy::CardToChoose | PosedBy::Token | PosedBy::App => true,
        PosedBy::Gone(_) => false,
    }
}

/// A typed key.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    pub key: Secret,
    /// Whether the request was answered in the app, so that there is nothing to type.
    #[serde(skip)]
    pub approved: bool,
    /// The mark of the log-on that the form was shown for.
    #[serde(skip)]
    pub shown_for: Option<String>,
}

impl KeyForm {
    /// What was sent as the answer.
    ///
    /// # Errors
    /// [`KeyError::Key`] when it is not six digits.
    pub fn answer(&self) -> Result<Typed, KeyError> {
        answer(&self.key, self.approved)
    }
}

/// What a form sends as the answer: that the request was answered in the app, or six digits.
///
/// # Errors
/// [`KeyError::Key`] when it is not six digits.
pub fn answer(key: &Secret, approved: bool) -> Result<Typed, KeyError> {
    if approved {
        return Ok(Typed::Approved);
    }
    Key::parse(key.reveal()).map(Typed::Key)
}

/// The typed number of another card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    pub card: String,
    /// Whether a key is to be read out by telephone instead (D38).
    #[serde(skip)]
    pub voice: bool,
    /// The mark of the log-on that the form was shown for.
    #[serde(skip)]
    pub shown_for: Option<String>,
}

/// The choice of another kind of carrier.
#[derive(FromForm)]
pub struct KindForm {
    kind: String,
    /// The mark of the log-on that the form was shown for.
    pub shown_for: Option<String>,
}

impl KindForm {
    /// The chosen kind; `None` for a word that no button has.
    pub fn chosen(&self) -> Option<CarrierKind> {
        CarrierKind::from_code(&self.kind)
    }
}
