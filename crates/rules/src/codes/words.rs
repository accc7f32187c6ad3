//! The stable words for states, kinds and choices, by which texts, tables, forms and JSON name them.

use crate::actor::{Actor, PlaceName};
use crate::customers::NewCard;
use crate::example::{bank, operator};
use crate::identification::Document;
use crate::limits::LimitedAction;
use crate::log::Kind;
use crate::nemid::block::{Block, CardBlockReason};
use crate::nemid::reading::{CertificateStatus, Status};
use crate::nemid::temporary::TemporaryPurpose;
use crate::nemid::{CardState, Issuer};
use crate::staff::{DeskKind, Role};
use crate::temporary::{CertificateFate, TemporaryAction};
use crate::user_ids::CprLogOn;
use crate::{code, spelt};

const NOW: jiff::Timestamp = jiff::Timestamp::UNIX_EPOCH;

#[test]
fn the_words_for_states_stay() {
    let states = [
        Status::NotActivated,
        Status::Active,
        Status::Locked,
        Status::PasswordBlocked,
        Status::Blocked,
        Status::Closed,
    ];
    let words = ["not_activated", "active", "locked", "password_blocked", "blocked", "closed"];
    assert_eq!(states.map(Status::code), words);

    let certificates = [
        CertificateStatus::None,
        CertificateStatus::Ordered,
        CertificateStatus::Valid,
        CertificateStatus::Blocked,
        CertificateStatus::Expired,
    ];
    assert_eq!(certificates.map(CertificateStatus::code), ["none", "ordered", "valid", "blocked", "expired"]);

    let block = Block { at: NOW, reason: CardBlockReason::Lost, by: Actor::Citizen };
    let cards = [
        CardState::Ordered,
        CardState::Attached,
        CardState::Active,
        CardState::Blocked(block),
        CardState::UsedUp { at: NOW },
    ];
    let words = ["ordered", "attached", "active", "blocked", "used_up"];
    assert_eq!(cards.each_ref().map(CardState::code), words);

    let fates = [CertificateFate::NoneValid, CertificateFate::Kept, CertificateFate::Blocked];
    assert_eq!(fates.map(CertificateFate::code), ["none", "kept", "blocked"]);
    let log_ons = [CprLogOn::Works, CprLogOn::OneOfSeveral, CprLogOn::Off];
    assert_eq!(log_ons.map(CprLogOn::code), ["on", "several", "off"]);
    let new_cards = [NewCard::Ordered, NewCard::HandedOut, NewCard::WithNewNemId];
    assert_eq!(new_cards.map(NewCard::code), ["bank", "bank-handed-out", "bank-new-nemid"]);
}

#[test]
fn the_words_for_issuers_and_roles_stay() {
    let issuers = [Issuer::Public, Issuer::Bank(bank()), Issuer::Business(bank()), Issuer::Employer(bank())];
    assert_eq!(issuers.each_ref().map(Issuer::code), ["public", "bank", "business", "employer"]);
    let office = PlaceName::new("havneby");
    let roles = [
        Role::Officer { office: office.clone() },
        Role::SuperUser { office },
        Role::Administrator,
        Role::BankClerk { bank: bank() },
        Role::Operator,
    ];
    let words = ["officer", "super_user", "administrator", "bank_clerk", "operator"];
    assert_eq!(roles.each_ref().map(Role::code), words);
    let limited = [LimitedAction::Forgotten, LimitedAction::Order];
    assert_eq!(limited.map(LimitedAction::code), ["forgotten", "order"]);
}

#[test]
fn what_a_form_sends_is_read_back_and_no_other_word_is() {
    let documents = [
        "passport",
        "driving-licence",
        "identity-card",
        "residence-permit",
        "health-card",
        "birth-certificate",
        "residence-certificate",
        "tax-statement",
        "payment-card",
        "tenancy-agreement",
    ];
    assert_eq!(Document::ALL.map(Document::code), documents);
    assert_eq!(documents.map(Document::from_code), Document::ALL.map(Some));
    let kinds = ["log-on", "usage", "password", "cards", "certificate", "details", "nemid"];
    assert_eq!(Kind::ALL.map(Kind::code), kinds);
    assert_eq!(kinds.map(Kind::from_code), Kind::ALL.map(Some));
    let desks = [DeskKind::Office, DeskKind::Bank, DeskKind::Operator];
    assert_eq!(desks.map(DeskKind::code), ["office", "bank", "operator"]);
    assert_eq!(["office", "bank", "operator"].map(DeskKind::from_code), desks.map(Some));
    let actions = [TemporaryAction::Resend, TemporaryAction::Unlock, TemporaryAction::Reset];
    assert_eq!(actions.map(TemporaryAction::code), ["resend", "unlock", "reset"]);
    assert_eq!(["resend", "unlock", "reset"].map(TemporaryAction::from_code), actions.map(Some));
    let purposes = [TemporaryPurpose::Activate, TemporaryPurpose::Unlock, TemporaryPurpose::Reset];
    assert_eq!(actions.map(TemporaryAction::purpose), purposes);
    for unknown in ["", "Passport", "pass"] {
        assert_eq!(Document::from_code(unknown), None);
        assert_eq!(Kind::from_code(unknown), None);
        assert_eq!(DeskKind::from_code(unknown), None);
        assert_eq!(TemporaryAction::from_code(unknown), None);
    }
}

#[test]
fn a_word_is_spelt_with_hyphens_in_the_keys_of_the_texts() {
    assert_eq!(code(CardBlockReason::TooManyWrongKeys), "too-many-wrong-keys");
    assert_eq!(spelt("super_user"), "super-user");
    assert_eq!(code(operator()), "", "what is more than a word has none");
}
