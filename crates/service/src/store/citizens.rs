//! The CPR register as far as this world needs it: the tables `citizens` and `former_names`; and the table `memories`.

use jiff::Timestamp;

use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx};
use rules::names::FormerName;
use rules::order::Eligibility;
use rules::post::PostalReach;
use rules::words::{Address, CprNumber, DocumentNumber, NemIdNumber, PersonName, Pid, PostalAddress};
use rules::{calendar, post};

const TABLE: &str = "citizens";

/// A person in the CPR register.
#[doc(alias = "borger")]
#[derive(Clone, Debug)]
pub struct Citizen {
    /// CPR number; synthetic (D12).
    pub cpr: CprNumber,
    pub name: PersonName,
    /// Registered address (folkeregisteradresse); none for a person without.
    pub address: Option<Address>,
    /// The address that the person has stated for letters (Rules 4.3).
    pub stated: Option<PostalAddress>,
    /// Number of the passport or driving licence, if the person has one.
    pub document: Option<DocumentNumber>,
    /// PID number, as the PID service knows it.
    pub pid: Option<Pid>,
    /// When the person died.
    pub died: Option<Timestamp>,
    /// The person's problem, for the control room, in Danish and in English.
    pub note: (String, String),
    /// The section of the sources that the person plays, such as `Guide 3.1.2`.
    pub section: String,
}

impl Citizen {
    /// The address to which letters go, if there is one (Rules 4.3, D29).
    pub fn postal_address(&self) -> Option<PostalAddress> {
        post::address(self.address.as_ref(), self.stated.as_ref())
    }

    /// How letters reach the person.
    pub fn reach(&self) -> PostalReach {
        PostalReach::of(self.postal_address().as_ref())
    }

    /// What the register says of a person for whom something is ordered now (D16).
    pub fn eligibility(&self, now: Timestamp) -> Eligibility {
        let age = self.cpr.age_on(calendar::danish_date(now));
        Eligibility { age, dead: self.died.is_some() }
    }
}

impl Tx<'_> {
    pub fn citizen(&self, cpr: CprNumber) -> Result<Option<Citizen>, StoreError> {
        self.find("SELECT * FROM citizens WHERE cpr = ?1", [cpr.digits()], read)
    }

    /// How letters reach a person; one who is not in the register is not reached.
    pub fn reach_of(&self, cpr: CprNumber) -> Result<PostalReach, StoreError> {
        let sql = "SELECT cpr, street, postcode, town, stated_address FROM citizens WHERE cpr = ?1";
        let address = self.find(sql, [cpr.digits()], |row| {
            let from = Reader::of(TABLE, "cpr", row)?;
            let stated: Option<PostalAddress> = from.maybe_json("stated_address")?;
            Ok(post::address(read_address(&from)?.as_ref(), stated.as_ref()))
        })?;
        Ok(PostalReach::of(address.flatten().as_ref()))
    }

    /// All persons, by the section they play and the name.
    pub fn citizens(&self) -> Result<Vec<Citizen>, StoreError> {
        self.list("SELECT * FROM citizens ORDER BY section, name, cpr", [], read)
    }

    /// Saves a person, new or changed.
    pub fn save_citizen(&self, citizen: &Citizen) -> Result<(), StoreError> {
        let sql = "INSERT INTO citizens (cpr, name, street, postcode, town, document_number, pid, died, note_da, \
                   note_en, section, stated_address) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) \
                   ON CONFLICT (cpr) DO UPDATE SET name = excluded.name, street = excluded.street, \
                   postcode = excluded.postcode, town = excluded.town, document_number = excluded.document_number, \
                   pid = excluded.pid, died = excluded.died, note_da = excluded.note_da, \
                   note_en = excluded.note_en, section = excluded.section, \
                   stated_address = excluded.stated_address";
        let address = citizen.address.as_ref();
        let row = (
            citizen.cpr.digits(),
            citizen.name.as_str(),
            address.map(Address::street).unwrap_or_default(),
            address.map(|address| address.postcode().to_string()).unwrap_or_default(),
            address.map(Address::town).unwrap_or_default(),
            citizen.document.as_ref().map(DocumentNumber::as_str),
            citizen.pid.map(|pid| pid.to_string()),
            citizen.died.map(instant),
            &citizen.note.0,
            &citizen.note.1,
            &citizen.section,
            citizen.stated.as_ref().map(json).transpose()?,
        );
        self.execute_one(TABLE, sql, row)
    }

    /// Deletes the names that persons ceased to bear before an instant (Rules 3.7).
    pub fn forget_former_names_before(&self, kept_from: Timestamp) -> Result<usize, StoreError> {
        self.execute("DELETE FROM former_names WHERE until < ?1", [instant(kept_from)])
    }

    /// The names that a person bore before, the oldest first.
    pub fn former_names(&self, cpr: CprNumber) -> Result<Vec<FormerName>, StoreError> {
        let sql = "SELECT * FROM former_names WHERE citizen = ?1 ORDER BY until, name";
        self.list(sql, [cpr.digits()], |row| {
            let from = Reader::of("former_names", "citizen", row)?;
            Ok(FormerName { name: from.word("name", PersonName::parse)?, until: from.instant("until")? })
        })
    }

    /// Adds a name that a person has borne until now.
    pub fn save_former_name(&self, cpr: CprNumber, former: &FormerName) -> Result<(), StoreError> {
        let sql = "INSERT INTO former_names (citizen, name, until) VALUES (?1, ?2, ?3)";
        self.execute_one("former_names", sql, (cpr.digits(), former.name.as_str(), instant(former.until)))
    }

    /// Saves a person's PID number in the PID service (Rules 4.1).
    ///
    /// # Errors
    /// When there is no such person.
    pub fn save_pid(&self, cpr: CprNumber, pid: Pid) -> Result<(), StoreError> {
        let sql = "UPDATE citizens SET pid = ?2 WHERE cpr = ?1";
        self.execute_one(TABLE, sql, (cpr.digits(), pid.to_string()))
    }

    /// What the holder of a NemID remembers, sealed.
    pub fn memory(&self, nemid: NemIdNumber) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT content FROM memories WHERE nemid = ?1";
        self.find(sql, [nemid.to_string()], |row| row.get(0))
    }

    /// Saves what the holder of a NemID remembers, sealed; `None` deletes it.
    pub fn save_memory(&self, nemid: NemIdNumber, content: Option<&[u8]>) -> Result<(), StoreError> {
        self.execute("DELETE FROM memories WHERE nemid = ?1", [nemid.to_string()])?;
        if let Some(content) = content {
            let sql = "INSERT INTO memories (nemid, content) VALUES (?1, ?2)";
            self.execute_one("memories", sql, (nemid.to_string(), content))?;
        }
        Ok(())
    }
}

/// The registered address; street, postcode and town of a person without one are empty.
fn read_address(from: &Reader<'_>) -> Result<Option<Address>, StoreError> {
    let (street, postcode, town) =
        (from.get::<String>("street")?, from.get::<String>("postcode")?, from.get::<String>("town")?);
    if street.is_empty() && postcode.is_empty() && town.is_empty() {
        return Ok(None);
    }
    let address = Address::parse(&street, &postcode, &town);
    address.map(Some).map_err(|error| from.corrupt("street", error))
}

fn read(row: &Row<'_>) -> Result<Citizen, StoreError> {
    let from = Reader::of(TABLE, "cpr", row)?;
    Ok(Citizen {
        cpr: from.word("cpr", CprNumber::parse)?,
        name: from.word("name", PersonName::parse)?,
        address: read_address(&from)?,
        stated: from.maybe_json("stated_address")?,
        document: from.maybe_word("document_number", DocumentNumber::parse)?,
        pid: from.maybe_word("pid", Pid::parse)?,
        died: from.maybe_instant("died")?,
        note: (from.get("note_da")?, from.get("note_en")?),
        section: from.get("section")?,
    })
}
