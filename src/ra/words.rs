//! How the counter says what it finds: a NemID in one row, a card in one row, a choice in a list.

use jiff::Timestamp;
use serde::Serialize;

use crate::cases::places;
use crate::rules::nemid::block::Standing;
use crate::rules::nemid::certificate::CertificateState;
use crate::rules::nemid::{CardState, Issuer, KeyCard, NemId};
use crate::web::language::Language;
use crate::web::texts::Text;
use crate::web::wording;

/// One of the choices of a list or of radio buttons.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    value: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

impl Choice {
    /// A choice in finished words.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), hint: None }
    }

    /// The same with a line that explains it.
    #[must_use]
    pub fn with_hint(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }

    /// A reason, by its stable word in the rules, in kebab case.
    pub fn reason(code: &str, language: Language) -> Self {
        Self::new(code, Text::new(format!("choice-{code}")).say(language))
    }
}

/// A NemID in one row.
#[derive(Clone, Debug, Serialize)]
pub struct NemIdRow {
    number: String,
    issuer: Text,
    state: Text,
    state_kind: &'static str,
    certificate: Text,
    created: String,
    /// Whether it can be chosen.
    open: bool,
    /// When it ended, and why.
    ended: Option<(Text, Text)>,
}

impl NemIdRow {
    /// As it stands.
    pub fn of(nemid: &NemId, now: Timestamp) -> Self {
        let state = nemid.status(now).code();
        Self {
            number: nemid.number.to_string(),
            issuer: issuer(&nemid.issuer),
            state: Text::new(format!("nemid-state-{}", state.replace('_', "-"))),
            state_kind: match state {
                "active" => "success",
                "not_activated" => "info",
                _ => "warning",
            },
            certificate: Text::new(format!("certificate-state-{}", certificate_state(nemid, now))),
            created: nemid.created.to_string(),
            open: nemid.standing.is_open(),
            ended: ended(&nemid.standing),
        }
    }
}

fn ended(standing: &Standing) -> Option<(Text, Text)> {
    let (at, reason) = match standing {
        Standing::Open => return None,
        Standing::Blocked(block) => (block.at, wording::code(block.reason)),
        Standing::Closed(block) => (block.at, wording::code(block.reason)),
    };
    Some((Text::new("nemid-ended-because").with("at", at), Text::new(format!("reason-{reason}"))))
}

/// Who made it, by name.
pub fn issuer(issuer: &Issuer) -> Text {
    match issuer {
        Issuer::Public => Text::new("issuer-public"),
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => {
            Text::new("issuer-named").with("name", places::title(name))
        }
    }
}

/// The state of the certificate in one word of the texts.
pub fn certificate_state(nemid: &NemId, now: Timestamp) -> &'static str {
    if nemid.certificate_ordered.is_some() {
        return "ordered";
    }
    match nemid.certificate() {
        None => "none",
        Some(certificate) if certificate.is_valid(now) => "valid",
        Some(certificate) => match certificate.state {
            CertificateState::Blocked(_) => "blocked",
            CertificateState::Valid | CertificateState::Expired { .. } => "expired",
        },
    }
}

/// A card in one row.
#[derive(Clone, Debug, Serialize)]
pub struct CardRow {
    number: String,
    state: Text,
    state_kind: &'static str,
    since: String,
    keys_left: u8,
    open: bool,
}

impl CardRow {
    /// As it stands.
    pub fn of(card: &KeyCard) -> Self {
        let state_kind = match card.state {
            CardState::Active => "success",
            CardState::Ordered | CardState::Attached => "info",
            CardState::Blocked(_) | CardState::UsedUp { .. } => "warning",
        };
        Self {
            number: card.number.to_string(),
            state: Text::new(format!("card-state-{}", card.state.code().replace('_', "-"))),
            state_kind,
            since: card.since.to_string(),
            keys_left: card.keys_left(),
            open: card.is_open(),
        }
    }
}
