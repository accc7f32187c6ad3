//! Which notices follow from an event, and who gets them: by e-mail if there is an address, else by letter; a mobile
//! number gets an SMS about temporary passwords (DOMAIN 5; Rules 3.5.2, 3.7, 4.3, 4.4). An e-mail about the end of a
//! certificate is signed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::actor::Stamp;
use crate::nemid::block::{CardBlockReason, CertificateBlockReason, NemIdBlockReason};
use crate::nemid::event::{CardOrderReason, Event};
use crate::nemid::temporary::Delivery;
use crate::nemid::{Issuer, NemId};
use crate::words::{Contact, Email, KeyCardNumber, Mobile};

/// Where one notice goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", content = "to", rename_all = "snake_case")]
pub enum Recipient {
    /// An e-mail address.
    Email(Email),
    /// A mobile number.
    Sms(Mobile),
    /// The registered address, by post.
    Letter,
}

/// A value that the sentence of a notice mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Detail {
    /// A number or a name, shown as it is.
    Text(String),
    /// An instant, shown as a Danish date and time.
    At(Timestamp),
    /// The code of a reason, which has a sentence of its own (`reason-<code>`).
    Reason(String),
    /// Which of a person's NemIDs it is, named by its issuer.
    Which(Issuer),
}

/// One notice to one recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The code of its text: `notice-<code>-subject` and `notice-<code>-text`.
    pub code: String,
    /// Where it goes.
    pub to: Recipient,
    /// The values that its text mentions, by name.
    pub details: Vec<(String, Detail)>,
}

impl Notice {
    /// Whether it is sent as a signed e-mail. That holds for the end of a certificate, alone or with its NemID, whoever
    /// blocked it and why, and for nothing else (Rules 4.3).
    pub fn is_signed(&self) -> bool {
        const ENDS: [&str; 3] = ["certificate-blocked", "nemid-blocked", "nemid-closed"];
        matches!(self.to, Recipient::Email(_)) && ENDS.contains(&&*self.code)
    }
}

/// The notices that follow from one event. `after` is the NemID as the event left it.
pub fn notices(event: &Event, after: &NemId, stamp: &Stamp) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut say = |code: &str, mut details: Vec<(&str, Detail)>, to: Vec<Recipient>| {
        details.push(("which", Detail::Which(after.issuer.clone())));
        notices.extend(to.into_iter().map(|to| Notice {
            code: code.to_owned(),
            to,
            details: details.iter().map(|(name, detail)| ((*name).to_owned(), detail.clone())).collect(),
        }));
    };
    let contact = &after.contact;
    let at = ("at", Detail::At(stamp.at));
    match event {
        Event::PasswordBlocked { reason } => {
            say("password-blocked", vec![at, ("reason", word(reason))], usual(contact));
        }
        // What ends with its NemID is told with the NemID's own notice, and to the dead nothing is told.
        Event::CardBlocked { reason: CardBlockReason::NemIdEnded, .. }
        | Event::CertificateBlocked {
            reason: CertificateBlockReason::NemIdEnded | CertificateBlockReason::Renewed,
            ..
        }
        | Event::NemIdBlocked { reason: NemIdBlockReason::Death } => {}
        Event::CardBlocked { card, reason } => {
            say("card-blocked", vec![at, ("card", text(card)), ("reason", word(reason))], usual(contact));
        }
        Event::CertificateBlocked { reason, .. } => {
            let asked = *reason == CertificateBlockReason::HolderAsked
                || *reason == CertificateBlockReason::PasswordForgotten;
            let to = if asked { usual(contact) } else { both(contact) };
            say("certificate-blocked", vec![at, ("reason", word(reason))], to);
        }
        Event::CertificateExpiryNoticed { until, .. } => {
            say("certificate-expires", vec![("until", Detail::At(*until))], usual(contact));
        }
        Event::CertificateOutdated { .. } => say("certificate-outdated", vec![at], usual(contact)),
        Event::CardOrdered { why, .. } if *why != CardOrderReason::First => {
            // Whoever lost a card has none to go on with until the new one comes.
            let has_another = after.usable_cards().next().is_some();
            let code = if has_another { "card-on-its-way" } else { "only-card-on-its-way" };
            say(code, vec![at], usual(contact));
        }
        Event::TemporaryPasswordIssued { delivery: Delivery::Posted, .. } => {
            let to = contact.mobile.map(Recipient::Sms).into_iter().collect();
            say("temporary-on-its-way", vec![at], to);
        }
        Event::PasswordChanged { .. } => say("password-changed", vec![at], usual(contact)),
        Event::PasswordReopened { .. } => say("password-reopened", vec![at], usual(contact)),
        Event::UserIdChanged { .. } if after.is_activated() => {
            say("user-id-changed", vec![at], usual(contact));
        }
        // The CPR number as user id is one too, and nobody else but its holder should switch it (D9).
        Event::CprLogOnSwitched { on } if after.is_activated() => {
            let code = if *on { "cpr-log-on-allowed" } else { "cpr-log-on-stopped" };
            say(code, vec![at], usual(contact));
        }
        Event::ContactChanged { old_email, email, old_mobile, mobile }
            if after.is_activated() || old_email.is_some() || old_mobile.is_some() =>
        {
            let mut to = usual(contact);
            if old_email != email {
                to.extend(usual(&Contact { email: old_email.clone(), mobile: None }));
            }
            to.extend(old_mobile.filter(|old| Some(*old) != *mobile).map(Recipient::Sms));
            say("contact-changed", vec![at], to);
        }
        Event::PasswordLocked { until } => {
            say("password-locked", vec![at, ("until", Detail::At(*until))], usual(contact));
        }
        Event::NemIdBlocked { reason } => {
            say("nemid-blocked", vec![at, ("reason", word(reason))], both(contact));
        }
        Event::NemIdClosed { reason } => {
            say("nemid-closed", vec![at, ("reason", word(reason))], usual(contact));
        }
        _ => {}
    }
    notices
}

fn text(card: &KeyCardNumber) -> Detail {
    Detail::Text(card.to_string())
}

fn word<R: Serialize>(reason: &R) -> Detail {
    let code = serde_json::to_value(reason).ok().and_then(|value| value.as_str().map(str::to_owned));
    Detail::Reason(code.unwrap_or_default().replace('_', "-"))
}

/// E-mail if there is an address, else a letter (DOMAIN 5).
fn usual(contact: &Contact) -> Vec<Recipient> {
    vec![contact.email.clone().map_or(Recipient::Letter, Recipient::Email)]
}

/// E-mail and letter, as when the operator blocks (Rules 4.3).
fn both(contact: &Contact) -> Vec<Recipient> {
    contact.email.clone().map(Recipient::Email).into_iter().chain([Recipient::Letter]).collect()
}

#[cfg(test)]
mod tests;
