//! The decisions of the rules in words: an event of the Hændelseslog, its actor and channel, and the reason
//! of a refusal. The rules name all of them by code; the texts have a sentence for each (`refusals.ftl`,
//! `events.ftl`, `reasons.ftl`).

use serde::Serialize;

use crate::web::consents;
use crate::web::language::Language;
use crate::web::texts::Text;
use rules::actor::{Actor, Channel, PlaceName};
pub use rules::code;
use rules::nemid::event::{Event, LogOnBar};
use rules::nemid::lockout::told_end;
use rules::nemid::temporary::{TemporaryEnd, TemporaryPlace};
use rules::nemid::{Issuer, Purpose};
use rules::words::{CarrierId, CarrierNumber};
use rules::{Refusal, calendar, log, spelt};

/// The word in a text for a missing value.
const NONE: &str = "none";

impl<R: Refusal> From<R> for Text {
    fn from(refusal: R) -> Self {
        let mut text = Self::new(format!("refusal-{}", refusal.code()));
        if let Some(until) = refusal.until() {
            text = text.with("until", told_end(until));
        }
        match refusal.tries_left() {
            Some(left) => text.with("left", u32::from(left)),
            None => text,
        }
    }
}

/// Why a temporary password no longer works, and what to do now (Guide 3.1.2).
pub fn temporary_end(why: TemporaryEnd) -> Text {
    Text::new(format!("temporary-end-{}", code(why)))
}

/// Puts events into words in one language, with the everyday names of offices, banks and sites.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub language: Language,
    /// The everyday name of a place.
    pub place: &'a dyn Fn(&PlaceName) -> String,
}

impl Wording<'_> {
    /// One sentence about an event.
    pub fn event(&self, event: &Event) -> String {
        let key = spelt(&log::code(event));
        self.fill(Text::new(format!("event-{key}")), event).say(self.language)
    }

    /// Why something was blocked, closed or ended: a phrase.
    pub fn reason(&self, reason: impl Serialize) -> String {
        Text::new(format!("reason-{}", code(reason))).say(self.language)
    }

    /// The actor.
    pub fn actor(&self, actor: &Actor) -> String {
        let text = match actor {
            Actor::Citizen => Text::new("actor-citizen"),
            Actor::Visitor => Text::new("actor-visitor"),
            Actor::Officer { office, .. } => Text::new("actor-officer").with("office", self.place(office)),
            Actor::Administrator { .. } => Text::new("actor-administrator"),
            Actor::Bank { bank, .. } => Text::new("actor-bank").with("bank", self.place(bank)),
            Actor::ServiceProvider { site } => {
                Text::new("actor-service-provider").with("site", self.place(site))
            }
            Actor::Operator { .. } => Text::new("actor-operator"),
            Actor::Hotline => Text::new("actor-hotline"),
            Actor::Clock => Text::new("actor-clock"),
        };
        text.say(self.language)
    }

    pub fn channel(&self, channel: Channel) -> String {
        Text::new(format!("channel-{}", code(channel))).say(self.language)
    }

    /// The purpose and place of a password or key.
    pub fn usage(&self, purpose: &Purpose) -> String {
        let text = Text::new(format!("use-{}", purpose_code(purpose)));
        let text = match purpose {
            Purpose::BankCounterLogOn { bank } => text.with("bank", self.place(bank)),
            Purpose::SiteLogOn { site } | Purpose::SiteSigning { site } | Purpose::LimitedAccess { site } => {
                text.with("site", self.place(site))
            }
            _ => text,
        };
        text.say(self.language)
    }

    /// The bank or site of a purpose, where it has one.
    fn place_of(&self, purpose: &Purpose) -> String {
        match purpose {
            Purpose::BankCounterLogOn { bank } => self.place(bank),
            _ => purpose.provider().map_or_else(|| NONE.to_owned(), |site| self.place(site)),
        }
    }

    /// The name of a place, or that it was not recorded (Rules 3.7).
    pub fn place(&self, place: &PlaceName) -> String {
        if *place == log::not_recorded() {
            Text::new("place-not-recorded").say(self.language)
        } else {
            (self.place)(place)
        }
    }

    /// Fills the places of an event's sentence: those about the NemID as a whole and its passwords here.
    fn fill(&self, text: Text, event: &Event) -> Text {
        match event {
            Event::Created { number, issuer, .. } => {
                let made_by = match issuer {
                    Issuer::Bank(name) | Issuer::Business(name) => self.place(name),
                    Issuer::Public | Issuer::Employer(_) => NONE.to_owned(),
                };
                text.with("number", number.to_string()).with("issuer", issuer.code()).with("bank", made_by)
            }
            Event::TemporaryPasswordIssued { place, serial, delivery, posted, .. } => {
                let bank = match place {
                    TemporaryPlace::Selvbetjening => NONE.to_owned(),
                    TemporaryPlace::Netbank(bank) => self.place(bank),
                };
                let text = text.with("bank", bank).with("serial", serial.to_string());
                match posted {
                    Some(at) => text.with("delivery", "posted-on").with("on", calendar::danish_date(*at)),
                    None => text.with("delivery", code(delivery)).with("on", NONE),
                }
            }
            Event::TemporaryPasswordRefused { tries } => text.with("tries", u32::from(*tries)),
            Event::TemporaryPasswordDied { why } => text.with("why", code(why)),
            Event::PasswordReopened { purpose, .. } => text.with("purpose", code(purpose)),
            Event::PasswordRefused { purpose, failures } => {
                text.with("use", self.usage(purpose)).with("failures", u32::from(*failures))
            }
            Event::PasswordLocked { until } => text.with("until", told_end(*until)),
            Event::PasswordBlocked { reason } | Event::TemporaryPasswordBlocked { reason } => {
                text.with("reason", self.reason(reason))
            }
            Event::NemIdBlocked { reason } => text.with("reason", self.reason(reason)),
            Event::NemIdClosed { reason } => text.with("reason", self.reason(reason)),
            Event::AgreementMade { bank } | Event::AgreementEnded { bank } => {
                text.with("bank", self.place(bank))
            }
            Event::AgreementMovedHere { bank, from } => {
                text.with("bank", self.place(bank)).with("from", from.to_string())
            }
            Event::AgreementMovedAway { bank, to } => {
                text.with("bank", self.place(bank)).with("to", to.to_string())
            }
            _ => self.fill_card_or_usage(text, event),
        }
    }

    /// The same for cards, keys and where NemID was used.
    fn fill_card_or_usage(&self, text: Text, event: &Event) -> Text {
        match event {
            Event::PasswordAccepted { purpose } => text.with("use", self.usage(purpose)),
            Event::LoggedOn { purpose, carrier } => text
                .with("purpose", purpose_code(purpose))
                .with("place", self.place_of(purpose))
                .with("carrier", used(*carrier)),
            Event::LoggedOff { purpose } => {
                text.with("purpose", purpose_code(purpose)).with("place", self.place_of(purpose))
            }
            Event::LogOnRefused { purpose, bar, times } => {
                text.with("use", self.usage(purpose)).with("bar", self.bar(*bar)).with("times", *times)
            }
            Event::Signed { purpose, text: signed, carrier } => text
                .with("place", self.place_of(purpose))
                .with("text", or_none(Some(signed.as_str())))
                .with("carrier", used(*carrier)),
            Event::KeyAsked { card, purpose, .. } | Event::KeyAccepted { card, purpose, .. } => {
                text.with("card", card.to_string()).with("use", self.usage(purpose))
            }
            Event::KeyRefused { card, wrong, purpose } => text
                .with("card", card.to_string())
                .with("wrong", u32::from(*wrong))
                .with("use", self.usage(purpose)),
            Event::CardOrdered { card, why, .. } => {
                text.with("card", card.to_string()).with("why", code(why))
            }
            Event::CardBlocked { card, reason } => {
                text.with("card", card.to_string()).with("reason", self.reason(reason))
            }
            Event::CardDelivered { card }
            | Event::CardAttached { card, .. }
            | Event::CardActivated { card }
            | Event::CardUsedUp { card } => text.with("card", card.to_string()),
            Event::ReorderLevelSet { level } => text.with("level", u32::from(*level)),
            _ => self.fill_carrier(text, event),
        }
    }

    /// The same for tokens, apps and voice lines. Of a telephone number only the end is told (Rules 3.9).
    fn fill_carrier(&self, text: Text, event: &Event) -> Text {
        let named = |text: Text, carrier: &CarrierNumber| {
            text.with("kind", carrier.kind().code()).with("number", carrier.to_string())
        };
        match event {
            Event::TokenOrdered { token: carrier, .. }
            | Event::TokenWornOut { token: carrier }
            | Event::PinChosen { app: carrier, .. }
            | Event::CarrierDelivered { carrier }
            | Event::CarrierActivated { carrier } => named(text, carrier),
            Event::AppInstalled { app, make, .. } => named(text, app).with("device", make.clone()),
            Event::VoiceOrdered { telephone, .. } => text.with("telephone", telephone.masked()),
            Event::VoiceMoved { from, to, .. } => text.with("from", from.masked()).with("to", to.masked()),
            Event::CarrierRefused { carrier, wrong, purpose } => {
                named(text, carrier).with("wrong", u32::from(*wrong)).with("use", self.usage(purpose))
            }
            Event::CarrierAsked { carrier, purpose }
            | Event::CarrierAccepted { carrier, purpose, .. }
            | Event::SecondCodeAsked { token: carrier, purpose, .. }
            | Event::RequestRefused { app: carrier, purpose } => {
                named(text, carrier).with("use", self.usage(purpose))
            }
            Event::CarrierBlocked { carrier, reason } => {
                named(text, carrier).with("reason", self.reason(reason))
            }
            _ => self.fill_certificate_or_details(text, event),
        }
    }

    /// The same for the certificate and what the citizen chose.
    fn fill_certificate_or_details(&self, text: Text, event: &Event) -> Text {
        match event {
            Event::CertificateIssued { certificate } => {
                text.with("serial", certificate.serial.to_string()).with("until", certificate.until)
            }
            Event::CertificateExpiryNoticed { serial, until } => {
                text.with("serial", serial.to_string()).with("until", *until)
            }
            Event::CertificateBlocked { serial, reason } => {
                text.with("serial", serial.to_string()).with("reason", self.reason(reason))
            }
            Event::CertificateOutdated { serial, what } | Event::CertificateUpToDate { serial, what } => {
                let what = what.map_or_else(|| NONE.to_owned(), code);
                text.with("serial", serial.to_string()).with("what", what)
            }
            Event::CertificateExpired { serial } => text.with("serial", serial.to_string()),
            Event::UserIdChanged { from, to } => {
                text.with("from", or_none(from.as_ref())).with("to", or_none(to.as_ref()))
            }
            Event::ContactChanged { email, mobile, .. } => {
                text.with("email", or_none(email.as_ref())).with("mobile", or_none(mobile.as_ref()))
            }
            Event::CprLogOnSwitched { on } | Event::RecordingSwitched { on } => {
                text.with("on", on.to_string())
            }
            Event::CprConsentSet { site, given } => {
                text.with("site", self.place(site)).with("given", given.to_string())
            }
            Event::ConsentsGiven { consents, version } => {
                text.with("what", consents::listed(consents, self.language)).with("version", *version)
            }
            Event::RulesAccepted { version } => text.with("version", *version),
            Event::PidFetched { pid } => text.with("pid", pid.to_string()),
            _ => text,
        }
    }

    /// Why a log-on was barred: a clause.
    fn bar(&self, bar: LogOnBar) -> String {
        Text::new(format!("bar-{}", code(bar))).say(self.language)
    }
}

/// The stored code of a purpose, as a text key spells it.
fn purpose_code(purpose: &Purpose) -> String {
    let tag = serde_json::to_value(purpose).ok().and_then(|value| value["for"].as_str().map(str::to_owned));
    spelt(&tag.unwrap_or_default())
}

/// The word of the kind of carrier that was used, or the word for none.
fn used(carrier: Option<CarrierId>) -> &'static str {
    carrier.map_or(NONE, |carrier| carrier.kind().code())
}

/// The value in words, or the word for none.
fn or_none(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).filter(|value| !value.is_empty()).unwrap_or_else(|| NONE.to_owned())
}
