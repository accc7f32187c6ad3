//! A key that is asked for: the question as a page shows it, and the typed answer.

use rocket::FromForm;
use serde::Serialize;

use crate::web::forms::Secret;
use service::cases::access::key_question::Asked;

/// The key that is asked for, as shown.
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

/// A typed key.
#[derive(FromForm, Serialize)]
pub struct KeyForm {
    pub key: Secret,
    /// The mark of the log-on that the form was shown for.
    #[serde(skip)]
    pub shown_for: Option<String>,
}

/// The typed number of another card.
#[derive(FromForm, Serialize)]
pub struct CardForm {
    pub card: String,
    /// The mark of the log-on that the form was shown for.
    #[serde(skip)]
    pub shown_for: Option<String>,
}
