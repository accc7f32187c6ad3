//! What may be tried with a token, an app or a telephone that reads keys out, drawn so that each of them is ordered,
//! taken into use, answered with, lost, worn out and blocked again and again.

use proptest::prelude::*;
use rules::nemid::block::CarrierBlockReason;
use rules::words::CarrierKind;

use super::start::any_bool;

/// The kinds of carriers beside the card.
pub const OTHERS: [CarrierKind; 3] = [CarrierKind::Token, CarrierKind::App, CarrierKind::Voice];

/// What is typed, approved or refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// What the carrier gives now; of a token after so many presses in vain.
    Right { in_vain: u16 },
    /// Something else.
    Wrong,
    /// A code that the token showed before.
    Old,
}

/// Which carrier of a kind is taken: mostly one in use, else any that there ever was.
#[derive(Clone, Copy, Debug)]
pub struct Pick {
    pub kind: CarrierKind,
    pub nth: u8,
}

/// What a card's key is asked for, so that something becomes of another carrier.
#[derive(Clone, Copy, Debug)]
pub enum WithCard {
    TakesTokenIntoUse { given: Given },
    InstallsApp { telephone: u8 },
    MovesTelephone { to: u8 },
}

/// What is tried.
#[derive(Clone, Debug)]
pub enum Deed {
    OrdersToken,
    OrdersVoice { telephone: u8, posted: bool },
    LettersArrive,
    Does { what: WithCard, right: bool },
    InstallsMany,
    GetsToken,
    GetsApp,
    GetsVoice,
    ChoosesPin,
    Confirms { right: bool },
    LogsOn { with: Pick, given: Given, times: u8 },
    Signs { with: Pick, given: Given },
    StartsAnew { with: Pick, given: Given, activates: bool },
    SendsACodeTwice,
    UsesForAnother { with: Pick },
    Refuses { app: u8 },
    Blocks { which: Pick, reason: CarrierBlockReason },
    BlocksAll { kind: CarrierKind, reason: CarrierBlockReason },
    BlocksSeveral { cards: bool, tokens: bool, apps: bool },
    BlocksByNumber { first: u8, count: u8 },
    BatteryEnds,
}

/// Any of it.
pub fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        16 => beginnings(),
        30 => answers(),
        6 => blocks(),
    ]
}

fn beginnings() -> impl Strategy<Value = Deed> {
    let with_card = prop_oneof![
        4 => given().prop_map(|given| WithCard::TakesTokenIntoUse { given }),
        4 => any::<u8>().prop_map(|telephone| WithCard::InstallsApp { telephone }),
        1 => any::<u8>().prop_map(|to| WithCard::MovesTelephone { to }),
    ];
    prop_oneof![
        3 => Just(Deed::OrdersToken),
        3 => (any::<u8>(), any::<bool>())
            .prop_map(|(telephone, posted)| Deed::OrdersVoice { telephone, posted }),
        4 => Just(Deed::LettersArrive),
        8 => (with_card, any_bool(4)).prop_map(|(what, right)| Deed::Does { what, right }),
        1 => Just(Deed::InstallsMany),
        8 => Just(Deed::GetsToken),
        4 => Just(Deed::GetsApp),
        6 => Just(Deed::GetsVoice),
        4 => Just(Deed::ChoosesPin),
        3 => any_bool(4).prop_map(|right| Deed::Confirms { right }),
    ]
}

fn answers() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => (picks(), given()).prop_map(|(with, given)| Deed::LogsOn { with, given, times: 1 }),
        3 => (picks(), 1..7u8).prop_map(|(with, times)| Deed::LogsOn { with, given: Given::Wrong, times }),
        3 => (picks(), given()).prop_map(|(with, given)| Deed::Signs { with, given }),
        6 => (picks(), given(), any::<bool>())
            .prop_map(|(with, given, activates)| Deed::StartsAnew { with, given, activates }),
        2 => Just(Deed::SendsACodeTwice),
        3 => picks().prop_map(|with| Deed::UsesForAnother { with }),
        1 => any::<u8>().prop_map(|app| Deed::Refuses { app }),
    ]
}

fn blocks() -> impl Strategy<Value = Deed> {
    let reasons = || {
        prop::sample::select(vec![
            CarrierBlockReason::CarrierLost,
            CarrierBlockReason::AccessByOthers,
            CarrierBlockReason::InstalledByOthers,
            CarrierBlockReason::DeviceCompromised,
        ])
    };
    prop_oneof![
        3 => (picks(), reasons()).prop_map(|(which, reason)| Deed::Blocks { which, reason }),
        1 => (kinds(), reasons()).prop_map(|(kind, reason)| Deed::BlocksAll { kind, reason }),
        1 => any::<[bool; 3]>()
            .prop_map(|[cards, tokens, apps]| Deed::BlocksSeveral { cards, tokens, apps }),
        1 => (any::<u8>(), 1..3u8).prop_map(|(first, count)| Deed::BlocksByNumber { first, count }),
        1 => Just(Deed::BatteryEnds),
    ]
}

fn kinds() -> impl Strategy<Value = CarrierKind> {
    prop::sample::select(OTHERS.to_vec())
}

fn picks() -> impl Strategy<Value = Pick> {
    (kinds(), any::<u8>()).prop_map(|(kind, nth)| Pick { kind, nth })
}

/// Mostly right at once; of a token now and then beyond its window, or beyond all that is looked for.
fn given() -> impl Strategy<Value = Given> {
    let in_vain = prop_oneof![8 => Just(0), 2 => 1..10u16, 3 => 10..14u16, 1 => 995..1_005u16];
    prop_oneof![
        8 => in_vain.prop_map(|in_vain| Given::Right { in_vain }),
        2 => Just(Given::Wrong),
        1 => Just(Given::Old),
    ]
}
