//! The table `carriers`: tokens, apps and voice lines of every NemID. A token's codes are not stored: number and salt make
//! them.

use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::nemid::{CardSalt, Carrier, DeviceId, Holding, NemId, PinHash};
use rules::words::{CarrierKind, CarrierNumber, Mobile, NemIdNumber};

const TABLE: &str = "carriers";

/// The bytes of a PIN's salt, which stand before its hash.
const PIN_SALT: usize = 16;

impl Tx<'_> {
    pub(super) fn carriers_of(&self, nemid: NemIdNumber) -> Result<Vec<Carrier>, StoreError> {
        let sql = "SELECT * FROM carriers WHERE nemid = ?1 ORDER BY ordinal";
        self.list(sql, [nemid.to_string()], |row| {
            let from = Reader::of(TABLE, "number", row)?;
            let number = from.word("number", CarrierNumber::parse)?;
            Ok(Carrier {
                number,
                since: from.instant("since")?,
                state: from.json("state")?,
                wrong: from.get("wrong")?,
                used: from.maybe_instant("used")?,
                holding: holding(&from, number.kind())?,
            })
        })
    }

    /// Saves the carriers that differ from what was loaded; a new one comes after those that are there.
    pub(super) fn save_carriers(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO carriers (number, nemid, ordinal, since, state, wrong, used, salt, next, first_of_two, \
                   device, pin, telephone) \
                   VALUES (?1, ?2, (SELECT coalesce(max(ordinal), -1) + 1 FROM carriers WHERE nemid = ?2), \
                           ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
                   ON CONFLICT (number) DO UPDATE SET state = excluded.state, wrong = excluded.wrong, \
                   used = excluded.used, next = excluded.next, first_of_two = excluded.first_of_two, \
                   device = excluded.device, pin = excluded.pin, telephone = excluded.telephone \
                   WHERE carriers.nemid = excluded.nemid";
        for carrier in nemid.carriers.iter().filter(|carrier| !before.carriers.contains(carrier)) {
            let held = Held::of(&carrier.holding);
            let row = (
                carrier.number.to_string(),
                nemid.number.to_string(),
                instant(carrier.since),
                json(&carrier.state)?,
                carrier.wrong,
                carrier.used.map(instant),
                held.salt,
                held.next,
                held.first_of_two,
                held.device,
                held.pin,
                held.telephone,
            );
            self.execute_one(TABLE, sql, row)?;
        }
        Ok(())
    }

    /// The NemID that a token, an app or a voice line belongs to, whatever its state.
    pub fn nemid_of_carrier(&self, carrier: CarrierNumber) -> Result<Option<NemId>, StoreError> {
        let sql = "SELECT number, nemid FROM carriers WHERE number = ?1";
        let number = self.find(sql, [carrier.to_string()], |row| {
            Reader::of(TABLE, "number", row)?.word("nemid", NemIdNumber::parse)
        })?;
        number.map_or(Ok(None), |number| self.nemid(number))
    }
}

/// The columns of what only one kind of carrier has.
#[derive(Default)]
struct Held {
    salt: Option<Vec<u8>>,
    next: Option<u32>,
    first_of_two: Option<u32>,
    device: Option<u32>,
    pin: Option<Vec<u8>>,
    telephone: Option<String>,
}

impl Held {
    fn of(holding: &Holding) -> Self {
        match holding {
            Holding::Token { salt, next, first_of_two } => Self {
                salt: Some(salt.as_bytes().to_vec()),
                next: Some(*next),
                first_of_two: *first_of_two,
                ..Self::default()
            },
            Holding::App { device, pin } => Self {
                device: Some(device.0),
                pin: pin.map(|pin| [pin.parts().0.as_slice(), pin.parts().1.as_slice()].concat()),
                ..Self::default()
            },
            Holding::Voice { telephone } => {
                Self { telephone: Some(telephone.to_string()), ..Self::default() }
            }
        }
    }
}

fn holding(from: &Reader<'_>, kind: CarrierKind) -> Result<Holding, StoreError> {
    Ok(match kind {
        CarrierKind::Token => Holding::Token {
            salt: CardSalt::new(from.bytes("salt")?),
            next: from.get("next")?,
            first_of_two: from.get("first_of_two")?,
        },
        CarrierKind::App => {
            Holding::App { device: DeviceId(from.get("device")?), pin: pin(from, from.get("pin")?)? }
        }
        CarrierKind::Voice => Holding::Voice { telephone: from.word("telephone", Mobile::parse)? },
        CarrierKind::Card => return Err(from.corrupt("number", "a card among the other carriers")),
    })
}

fn pin(from: &Reader<'_>, stored: Option<Vec<u8>>) -> Result<Option<PinHash>, StoreError> {
    let Some(stored) = stored else { return Ok(None) };
    let halves = stored
        .split_at_checked(PIN_SALT)
        .and_then(|(salt, hash)| Some(PinHash::new(salt.try_into().ok()?, hash.try_into().ok()?)));
    halves.map(Some).ok_or_else(|| from.corrupt("pin", "not a salt and a hash"))
}
