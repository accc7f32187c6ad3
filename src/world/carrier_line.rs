//! A token, an app or a voice line among the facts of a NemID in the control room.

use serde::Serialize;

use crate::web::states;
use crate::web::states::StateView;
use crate::world::pages::thing;
use rules::nemid::{Carrier, Holding};
use service::cases::world::devices::{Device, Thing};

/// One token, app or voice line of a NemID.
#[derive(Serialize)]
pub struct CarrierLine {
    /// The word of its kind.
    by: &'static str,
    number: String,
    state: StateView,
    /// The telephone that it is on or calls.
    on: Option<String>,
    /// The page of the thing that it is on.
    href: Option<String>,
}

impl CarrierLine {
    /// The view of a carrier, with the thing that it is on among its holder's.
    pub fn of(carrier: &Carrier, devices: &[Device]) -> Self {
        let on = |device: &&Device| match (&carrier.holding, &device.thing) {
            (Holding::App { device: id, .. }, _) => device.id == *id,
            (Holding::Token { .. }, _) => device.token() == Some(carrier.number),
            (Holding::Voice { telephone }, Thing::Telephone(one)) => one.number == *telephone,
            (Holding::Voice { .. }, Thing::Token { .. }) => false,
        };
        let device = devices.iter().find(on);
        Self {
            by: carrier.kind().code(),
            number: carrier.number.to_string(),
            state: states::carrier(carrier.kind(), &carrier.state),
            on: match (&carrier.holding, device.map(|device| &device.thing)) {
                (Holding::Voice { telephone }, _) => Some(telephone.to_string()),
                (_, Some(Thing::Telephone(telephone))) => Some(telephone.make.clone()),
                _ => None,
            },
            href: device.map(|device| thing::address(device.id)),
        }
    }
}
