//! Everything that anybody may try to do with a NemID, drawn so that the deep states are reached.

use proptest::prelude::*;
use rules::actor::Actor;
use rules::nemid::block::{CardBlockReason, CertificateBlockReason, NemIdBlockReason, PasswordBlockReason};
use rules::nemid::event::CardOrderReason;
use rules::temporary::TemporaryAction;
use rules::words::NemIdNumber;

use super::carrier_deeds::{Deed, deeds};
use super::start::{any_bool, bank};

/// Something tried by somebody after some time.
#[derive(Clone, Debug)]
pub struct Command {
    /// Seconds since the command before.
    pub wait: i64,
    /// Who.
    pub by: Actor,
    /// What.
    pub action: Action,
}

/// What is tried.
#[derive(Clone, Debug)]
pub enum Action {
    TypesPassword { right: bool, times: u8, stale: bool, rehash: bool },
    LogsOn { card: u8, right: bool, times: u8 },
    TravelsWithTwoCards,
    SendsAKeyTwice,
    UsesAKeyForAnother { card: u8 },
    Signs { right: bool, needs_certificate: bool },
    ChangesPassword { right: bool },
    ChangesContact(u8),
    ChangesUserId { to: u8, right: bool },
    SwitchesRecording(bool),
    SetsReorderLevel(u8),
    BlocksPassword(PasswordBlockReason),
    BlocksAtOnce { password: bool, cards: bool, send: bool },
    LiftsLock,
    BlocksCard { card: u8, reason: CardBlockReason },
    BlocksAllCards,
    HandsOutCard,
    OrdersCard(CardOrderReason),
    CardsArrive,
    IssuesTemporary { action: TemporaryAction, at_bank: bool },
    TypesTemporary { right: bool, elsewhere: bool, old: bool, times: u8 },
    Remembers { right: bool },
    IsHelped { choice: u8 },
    Activates { right: bool, old: bool },
    Reopens { right: bool, old: bool, remembers: bool },
    OrdersCertificate { years: u16, pid: u64, attach: bool },
    RenewsCertificate { years: u16, pid: u64 },
    BlocksCertificate(CertificateBlockReason),
    ChangesName(u8),
    DaysPass(u16),
    MovesAgreementAway,
    TakesAgreement,
    BlocksNemId(NemIdBlockReason),
    Closes { right: bool, worn: bool },
    Carries(Deed),
}

/// Any command.
pub fn commands() -> impl Strategy<Value = Command> {
    (waits(), actors(), actions()).prop_map(|(wait, by, action)| Command { wait, by, action })
}

/// Mostly no time to speak of; now and then just what a clock in the rules waits for.
fn waits() -> impl Strategy<Value = i64> {
    const HOUR: i64 = 3_600;
    const DAY: i64 = 24 * HOUR;
    prop_oneof![
        90 => 0..HOUR,
        8 => Just(8 * HOUR),
        4 => HOUR..(3 * DAY),
        3 => Just(30 * DAY),
        2 => Just(30 * DAY + 1),
        1 => (28 * DAY)..(200 * DAY),
        1 => (300 * DAY)..(500 * DAY),
    ]
}

fn actors() -> impl Strategy<Value = Actor> {
    let staff = NemIdNumber::from_drawn(900);
    let office = rules::actor::PlaceName::new("havneby");
    prop_oneof![
        8 => Just(Actor::Citizen),
        2 => Just(Actor::Visitor),
        3 => Just(Actor::Officer { staff, office }),
        1 => Just(Actor::Administrator { staff }),
        2 => Just(Actor::Bank { bank: bank(), staff: Some(staff) }),
        1 => Just(Actor::ServiceProvider { site: bank() }),
        3 => Just(Actor::Operator { staff: None }),
        1 => Just(Actor::Hotline),
        2 => Just(Actor::Clock),
    ]
}

fn actions() -> impl Strategy<Value = Action> {
    prop_oneof![
        40 => password_actions(),
        42 => key_deeds(),
        48 => letter_deeds(),
        30 => paper_deeds(),
        70 => deeds().prop_map(Action::Carries),
        1 => ends(),
    ]
}

fn password_actions() -> impl Strategy<Value = Action> {
    let reasons = prop::sample::select(vec![
        PasswordBlockReason::KnownByOthers,
        PasswordBlockReason::Suspicion,
        PasswordBlockReason::HolderAsked,
    ]);
    prop_oneof![
        8 => (any_bool(1), 1..7u8, any_bool(1), any_bool(1)).prop_map(|(right, times, stale, rehash)| {
            Action::TypesPassword { right, times, stale: stale && times == 6, rehash }
        }),
        3 => any_bool(2).prop_map(|right| Action::ChangesPassword { right }),
        2 => any::<u8>().prop_map(Action::ChangesContact),
        2 => (0..6u8, any_bool(2)).prop_map(|(to, right)| Action::ChangesUserId { to, right }),
        1 => any::<bool>().prop_map(Action::SwitchesRecording),
        2 => (5..70u8).prop_map(Action::SetsReorderLevel),
        1 => reasons.prop_map(Action::BlocksPassword),
        1 => (any_bool(2), any_bool(1), any_bool(2))
            .prop_map(|(password, cards, send)| Action::BlocksAtOnce { password, cards, send }),
        2 => Just(Action::LiftsLock),
    ]
}

fn key_deeds() -> impl Strategy<Value = Action> {
    let whys = prop::sample::select(vec![CardOrderReason::Replacement, CardOrderReason::Extra]);
    let reasons = prop::sample::select(vec![CardBlockReason::Lost, CardBlockReason::NeverArrived]);
    prop_oneof![
        1 => any::<u8>().prop_map(|rarely| match rarely % 3 {
            0 => Action::TravelsWithTwoCards,
            _ => Action::CardsArrive,
        }),
        6 => (any::<u8>(), any_bool(4)).prop_map(|(card, right)| Action::LogsOn { card, right, times: 1 }),
        1 => (any::<u8>(), prop_oneof![2 => 1..4u8, 1 => 20..148u8])
            .prop_map(|(card, times)| Action::LogsOn { card, right: true, times }),
        2 => (any::<u8>(), 1..6u8).prop_map(|(card, times)| Action::LogsOn { card, right: false, times }),
        2 => Just(Action::SendsAKeyTwice),
        1 => any::<u8>().prop_map(|card| Action::UsesAKeyForAnother { card }),
        2 => (any_bool(2), any::<bool>())
            .prop_map(|(right, needs_certificate)| Action::Signs { right, needs_certificate }),
        2 => (any::<u8>(), reasons).prop_map(|(card, reason)| Action::BlocksCard { card, reason }),
        1 => Just(Action::BlocksAllCards),
        2 => Just(Action::HandsOutCard),
        1 => whys.prop_map(Action::OrdersCard),
        4 => Just(Action::CardsArrive),
    ]
}

fn letter_deeds() -> impl Strategy<Value = Action> {
    let actions = prop_oneof![
        2 => Just(TemporaryAction::Resend),
        3 => Just(TemporaryAction::Unlock),
        2 => Just(TemporaryAction::Reset),
    ];
    prop_oneof![
        6 => (actions, any_bool(1)).prop_map(|(action, at_bank)| Action::IssuesTemporary { action, at_bank }),
        5 => (any::<u8>(), any::<u8>(), any::<u8>()).prop_map(|(right, elsewhere, old)| Action::TypesTemporary {
            right: right % 3 == 0,
            elsewhere: elsewhere % 3 == 0,
            old: old % 6 == 0,
            times: 1 + old % 3,
        }),
        2 => any_bool(1).prop_map(|right| Action::Remembers { right }),
        3 => any::<u8>().prop_map(|choice| Action::IsHelped { choice }),
        5 => (any_bool(3), any::<u8>())
            .prop_map(|(right, old)| Action::Activates { right, old: old % 5 == 0 }),
        6 => (any_bool(3), any::<u8>(), any_bool(3))
            .prop_map(|(right, old, remembers)| Action::Reopens { right, old: old % 5 == 0, remembers }),
    ]
}

fn paper_deeds() -> impl Strategy<Value = Action> {
    let reasons =
        prop::sample::select(vec![CertificateBlockReason::HolderAsked, CertificateBlockReason::RulesBroken]);
    prop_oneof![
        24 => (0..9u16, 0..4u64, any_bool(1))
            .prop_map(|(years, pid, attach)| Action::OrdersCertificate { years, pid, attach }),
        12 => (0..9u16, 0..4u64).prop_map(|(years, pid)| Action::RenewsCertificate { years, pid }),
        6 => reasons.prop_map(Action::BlocksCertificate),
        12 => (0..2u8).prop_map(Action::ChangesName),
        30 => (1..6u16).prop_map(Action::DaysPass),
        5 => (20..40u16).prop_map(Action::DaysPass),
        3 => (180..1_500u16).prop_map(Action::DaysPass),
        9 => Just(Action::MovesAgreementAway),
        6 => Just(Action::TakesAgreement),
    ]
}

fn ends() -> impl Strategy<Value = Action> {
    let reasons = prop::sample::select(vec![
        NemIdBlockReason::RulesBroken,
        NemIdBlockReason::FalseInformation,
        NemIdBlockReason::Death,
    ]);
    prop_oneof![
        1 => reasons.prop_map(Action::BlocksNemId),
        2 => (any_bool(2), any_bool(1)).prop_map(|(right, worn)| Action::Closes { right, worn }),
    ]
}
