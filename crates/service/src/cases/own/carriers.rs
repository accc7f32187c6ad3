//! A citizen's own tokens, apps and voice lines: what there is of them (D36).

use jiff::Timestamp;

use crate::cases::app::{App, StoreError};
use crate::cases::own;
use crate::store::devices::Thing;
use rules::carriers::{CarrierRefusal, token};
use rules::nemid::{Carrier, Holding, NemId};
use rules::words::NemIdNumber;

/// A carrier with what its holder is shown of it beside its own facts.
#[derive(Clone, Debug)]
pub struct Shown {
    pub carrier: Carrier,
    /// Make and model of the telephone that an app is on.
    pub device: Option<String>,
    /// When the letter with it is expected.
    pub arrives: Option<Timestamp>,
}

/// The tokens, apps and voice lines of a NemID, and what can be done now.
#[derive(Clone, Debug)]
pub struct Overview {
    pub nemid: NemId,
    /// All of them, the oldest first.
    pub carriers: Vec<Shown>,
    /// Why no token can be ordered now, if so.
    pub no_token: Option<CarrierRefusal>,
}

/// The tokens, apps and voice lines of a NemID.
pub async fn of(app: &App, number: NemIdNumber) -> Result<Overview, StoreError> {
    app.read(move |tx| {
        let nemid = own::mine(tx, number)?;
        let letters = tx.letters_of(nemid.holder)?;
        let mut shown = Vec::new();
        for carrier in &nemid.carriers {
            let device = match carrier.holding {
                Holding::App { device, .. } => tx.device(device)?,
                Holding::Token { .. } | Holding::Voice { .. } => None,
            };
            let device = device.and_then(|device| match device.thing {
                Thing::Telephone(telephone) => Some(telephone.make),
                Thing::Token { .. } => None,
            });
            let letter = letters.iter().find(|letter| letter.carrier == Some(carrier.number));
            let waits = carrier.state == rules::nemid::CarrierState::Ordered;
            let arrives = letter
                .filter(|_| waits)
                .map(|letter| rules::post::Journey::of(letter.posted, nemid.reach).arrives);
            shown.push(Shown { carrier: carrier.clone(), device, arrives });
        }
        let no_token = token::may_order(&nemid).err();
        Ok(Overview { nemid, carriers: shown, no_token })
    })
    .await
}
