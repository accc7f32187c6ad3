//! The table `devices`: the things of the world that carriers are on, tokens and telephones.

use serde::{Deserialize, Serialize};

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, json};
use crate::store::{StoreError, Tx};
use rules::nemid::DeviceId;
use rules::words::{CarrierNumber, CprNumber, Mobile};

const TABLE: &str = "devices";

/// One thing of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    pub id: DeviceId,
    /// Whose it is.
    pub owner: CprNumber,
    pub thing: Thing,
}

/// What a device is, and what it is like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Thing {
    /// A token (nøgleviser).
    Token {
        /// The number printed on it.
        carrier: CarrierNumber,
        /// How often its button was pressed: the counter of the next code.
        pressed: u32,
        /// Whether its holder has lost it.
        lost: bool,
        /// Whether its battery still works.
        battery: bool,
    },
    /// A telephone.
    Telephone(Telephone),
}

/// A telephone of the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Telephone {
    /// Make and model.
    pub make: String,
    /// Its operating system.
    pub system: String,
    /// The number under which it rings.
    pub number: Mobile,
    /// Whether apps can be installed on it.
    pub smart: bool,
    /// Whether its holder has lost it.
    pub lost: bool,
    /// Whether somebody else controls it.
    pub compromised: bool,
    /// Whether it has essential security holes.
    pub holes: bool,
    /// Whether it has a connection.
    pub net: bool,
    /// Whether its battery is charged.
    pub battery: bool,
}

impl Telephone {
    /// A telephone with keys that its holder has and that works, with no apps.
    pub fn plain(number: Mobile) -> Self {
        Self {
            make: "Klap 1".to_owned(),
            system: String::new(),
            number,
            smart: false,
            lost: false,
            compromised: false,
            holes: false,
            net: true,
            battery: true,
        }
    }
}

impl Thing {
    /// The stable word in the JSON of the control room.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Token { .. } => "token",
            Self::Telephone(_) => "telephone",
        }
    }

    fn carrier(&self) -> Option<CarrierNumber> {
        match self {
            Self::Token { carrier, .. } => Some(*carrier),
            Self::Telephone(_) => None,
        }
    }
}

impl Tx<'_> {
    /// Adds a thing under the next number.
    pub fn add_device(&self, owner: CprNumber, thing: &Thing) -> Result<DeviceId, StoreError> {
        let id = DeviceId(self.next_device()?);
        let sql = "INSERT INTO devices (id, owner, carrier, thing) VALUES (?1, ?2, ?3, ?4)";
        let carrier = thing.carrier().map(|number| number.to_string());
        self.execute_one(TABLE, sql, (id.0, owner.digits(), carrier, json(thing)?))?;
        Ok(id)
    }

    /// One thing by its number.
    pub fn device(&self, id: DeviceId) -> Result<Option<Device>, StoreError> {
        self.find("SELECT * FROM devices WHERE id = ?1", [id.0], read)
    }

    /// A person's things, the oldest first.
    pub fn devices_of(&self, owner: CprNumber) -> Result<Vec<Device>, StoreError> {
        self.list("SELECT * FROM devices WHERE owner = ?1 ORDER BY id", [owner.digits()], read)
    }

    /// The telephone that has a number: of several its holder's own before others', the newest before older ones.
    pub fn telephone_with(&self, number: Mobile, holder: CprNumber) -> Result<Option<Device>, StoreError> {
        let sql = "SELECT * FROM devices WHERE json_extract(thing, '$.number') = ?1 \
                   ORDER BY owner = ?2 DESC, id DESC LIMIT 1";
        self.find(sql, (number.to_string(), holder.digits()), read)
    }

    /// Saves what a thing is like now.
    ///
    /// # Errors
    /// When there is no such thing.
    pub fn save_device(&self, device: &Device) -> Result<(), StoreError> {
        let sql = "UPDATE devices SET thing = ?2 WHERE id = ?1";
        self.execute_one(TABLE, sql, (device.id.0, json(&device.thing)?))
    }

    /// The things of a person who has another CPR number now go with them (D28).
    pub fn hand_on_devices(&self, from: CprNumber, to: CprNumber) -> Result<(), StoreError> {
        let sql = "UPDATE devices SET owner = ?2 WHERE owner = ?1";
        self.execute(sql, (from.digits(), to.digits()))?;
        Ok(())
    }
}

fn read(row: &Row<'_>) -> Result<Device, StoreError> {
    let from = Reader::of(TABLE, "id", row)?;
    Ok(Device {
        id: DeviceId(from.get("id")?),
        owner: from.word("owner", CprNumber::parse)?,
        thing: from.json("thing")?,
    })
}
