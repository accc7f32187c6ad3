//! Under which code each event is stored, under which kind its holder finds it, and what it says of a provider.

use std::collections::BTreeSet;

use crate::actor::Stamp;
use crate::example::{Life, bank, events, officer};
use crate::log::*;

/// Under which code each event of the list is stored, and under which kind it is shown.
const STORED: &[(&str, Option<Kind>)] = &[
    ("temporary_password_issued", Some(Kind::Password)),
    ("temporary_password_refused", Some(Kind::Password)),
    ("temporary_password_died", Some(Kind::Password)),
    ("temporary_password_blocked", Some(Kind::Password)),
    ("activated", Some(Kind::Password)),
    ("password_reopened", Some(Kind::Password)),
    ("password_changed", Some(Kind::Password)),
    ("password_rehashed", None),
    ("password_refused", Some(Kind::Password)),
    ("password_locked", Some(Kind::Password)),
    ("lock_lifted", Some(Kind::Password)),
    ("password_accepted", None),
    ("password_blocked", Some(Kind::Password)),
    ("key_asked", None),
    ("key_refused", Some(Kind::Cards)),
    ("key_accepted", None),
    ("card_ordered", Some(Kind::Cards)),
    ("card_delivered", Some(Kind::Cards)),
    ("card_attached", Some(Kind::Cards)),
    ("card_activated", Some(Kind::Cards)),
    ("card_blocked", Some(Kind::Cards)),
    ("card_used_up", Some(Kind::Cards)),
    ("reorder_level_set", Some(Kind::Cards)),
    ("token_ordered", Some(Kind::Cards)),
    ("app_installed", Some(Kind::Cards)),
    ("pin_chosen", Some(Kind::Cards)),
    ("voice_ordered", Some(Kind::Cards)),
    ("voice_moved", Some(Kind::Cards)),
    ("carrier_delivered", Some(Kind::Cards)),
    ("carrier_activated", Some(Kind::Cards)),
    ("carrier_asked", Some(Kind::Cards)),
    ("carrier_refused", Some(Kind::Cards)),
    ("second_code_asked", Some(Kind::Cards)),
    ("carrier_accepted", None),
    ("request_refused", Some(Kind::Cards)),
    ("carrier_blocked", Some(Kind::Cards)),
    ("token_worn_out", Some(Kind::Cards)),
    ("certificate_ordered", Some(Kind::Certificate)),
    ("pid_fetched", None),
    ("certificate_issued", Some(Kind::Certificate)),
    ("certificate_expiry_noticed", Some(Kind::Certificate)),
    ("certificate_outdated", Some(Kind::Certificate)),
    ("certificate_up_to_date", Some(Kind::Certificate)),
    ("certificate_expired", Some(Kind::Certificate)),
    ("certificate_blocked", Some(Kind::Certificate)),
    ("logged_on", Some(Kind::LogOn)),
    ("logged_off", Some(Kind::LogOn)),
    ("log_on_refused", Some(Kind::LogOn)),
    ("logged_on", Some(Kind::Usage)),
    ("logged_off", Some(Kind::Usage)),
    ("log_on_refused", Some(Kind::Usage)),
    ("signed", Some(Kind::Usage)),
    ("user_id_changed", Some(Kind::Details)),
    ("cpr_number_changed", Some(Kind::Details)),
    ("cpr_log_on_switched", Some(Kind::Details)),
    ("contact_changed", Some(Kind::Details)),
    ("recording_switched", Some(Kind::Details)),
    ("cpr_consent_set", Some(Kind::Details)),
    ("consents_given", Some(Kind::Details)),
    ("rules_accepted", Some(Kind::Details)),
    ("created", Some(Kind::NemId)),
    ("agreement_made", Some(Kind::NemId)),
    ("agreement_moved_here", Some(Kind::NemId)),
    ("agreement_moved_away", Some(Kind::NemId)),
    ("agreement_ended", Some(Kind::NemId)),
    ("nem_id_blocked", Some(Kind::NemId)),
    ("nem_id_closed", Some(Kind::NemId)),
];

#[test]
fn each_event_is_stored_under_its_code_and_found_under_its_kind() {
    let found: Vec<_> = events::all().iter().map(|event| (code(event), kind(event))).collect();
    let stored: Vec<_> = STORED.iter().map(|(code, kind)| ((*code).to_owned(), *kind)).collect();
    assert_eq!(found, stored);
}

#[test]
fn the_list_has_every_event_that_can_be_stored() {
    let unknown = serde_json::from_str::<Event>(r#"{"code":"unheard_of"}"#).unwrap_err().to_string();
    // The refusal names what it would have read, each in backticks after the unknown one.
    let known: BTreeSet<_> = unknown.split('`').skip(3).step_by(2).collect();
    assert_eq!(known, STORED.iter().map(|(code, _)| *code).collect());
}

#[test]
fn with_recording_on_an_event_is_recorded_as_it_happened() {
    let stamp = Life::in_use().stamp(Actor::ServiceProvider { site: PlaceName::new("borgerportalen") });
    for event in events::all() {
        assert_eq!(recorded(&event, &stamp, true), (event, stamp.clone()));
    }
}

#[test]
fn with_recording_off_no_event_names_a_provider_or_what_was_signed_and_nothing_else_is_lost() {
    let stamp = Life::in_use().stamp(Actor::Citizen);
    let words = ["borgerportalen", "forsikringshuset", "I agree."];
    for event in events::all() {
        let (hidden, by) = recorded(&event, &stamp, false);
        assert_eq!(by, stamp);
        let before = serde_json::to_string(&event).unwrap();
        let without = words.iter().fold(before, |text, word| text.replace(word, ""));
        assert_eq!(serde_json::to_string(&hidden).unwrap(), without);
    }
}

#[test]
fn with_recording_off_a_provider_that_acts_is_not_named_and_others_who_act_are() {
    let life = Life::in_use();
    let purpose = Purpose::SiteLogOn { site: PlaceName::new("borgerportalen") };
    let event = Event::LoggedOn { purpose, carrier: None };
    let site = Actor::ServiceProvider { site: PlaceName::new("borgerportalen") };
    let hidden = life.stamp(Actor::ServiceProvider { site: not_recorded() });
    assert_eq!(recorded(&event, &life.stamp(site), false).1, hidden);
    assert_eq!(not_recorded().as_str(), "");
    for by in [officer(), Actor::Bank { bank: bank(), staff: None }] {
        let stamp: Stamp = life.stamp(by);
        assert_eq!(recorded(&event, &stamp, false).1, stamp);
    }
}
