//! The tables `new_cpr_numbers` and `former_cpr_numbers`: the CPR numbers that persons are about to have, and those that
//! they had (D28).

use jiff::Timestamp;

use crate::store::citizens::Citizen;
use crate::store::engine::row::Row;
use crate::store::tx::{Reader, instant};
use crate::store::{StoreError, Tx};
use rules::words::{CprNumber, Pid};

const NEW: &str = "new_cpr_numbers";
const FORMER: &str = "former_cpr_numbers";

/// A number that the register gave to a person and that has not come to NemID yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewCprNumber {
    /// The person, by the number of today.
    pub citizen: CprNumber,
    pub number: CprNumber,
    /// When the register gave it.
    pub registered: Timestamp,
}

/// Whose number a CPR number is that nobody has today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherCprNumber {
    /// The person had it, and has this one today.
    Former(CprNumber),
    /// The person is about to get it, and has this one today.
    New(CprNumber),
}

impl Tx<'_> {
    /// Notes that the register gave a person a number.
    pub fn note_new_cpr_number(&self, new: &NewCprNumber) -> Result<(), StoreError> {
        let sql = "INSERT INTO new_cpr_numbers (citizen, number, registered) VALUES (?1, ?2, ?3)";
        self.execute_one(NEW, sql, (new.citizen.digits(), new.number.digits(), instant(new.registered)))
    }

    /// The number that a person is about to get.
    pub fn new_cpr_number(&self, citizen: CprNumber) -> Result<Option<CprNumber>, StoreError> {
        let sql = "SELECT * FROM new_cpr_numbers WHERE citizen = ?1";
        Ok(self.find(sql, [citizen.digits()], read_new)?.map(|new| new.number))
    }

    /// The numbers that were given before an instant, in that order.
    pub fn new_cpr_numbers_by(&self, at: Timestamp) -> Result<Vec<NewCprNumber>, StoreError> {
        let sql = "SELECT * FROM new_cpr_numbers WHERE registered < ?1 ORDER BY registered, citizen";
        self.list(sql, [instant(at)], read_new)
    }

    /// When the first of the numbers that wait was given.
    pub fn first_new_cpr_number(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT * FROM new_cpr_numbers ORDER BY registered LIMIT 1";
        Ok(self.find(sql, [], read_new)?.map(|new| new.registered))
    }

    /// Whose number this is that is not in the register today.
    pub fn other_cpr_number(&self, number: CprNumber) -> Result<Option<OtherCprNumber>, StoreError> {
        let sql = "SELECT * FROM former_cpr_numbers WHERE number = ?1";
        let former = self.find(sql, [number.digits()], |row| {
            Reader::of(FORMER, "number", row)?.word("citizen", CprNumber::parse)
        })?;
        if let Some(citizen) = former {
            return Ok(Some(OtherCprNumber::Former(citizen)));
        }
        let sql = "SELECT * FROM new_cpr_numbers WHERE number = ?1";
        Ok(self.find(sql, [number.digits()], read_new)?.map(|new| OtherCprNumber::New(new.citizen)))
    }

    /// The number by which the person who is meant is in the register today; the same number where nobody else's is
    /// known.
    pub fn cpr_number_today(&self, number: CprNumber) -> Result<CprNumber, StoreError> {
        Ok(match self.other_cpr_number(number)? {
            Some(OtherCprNumber::Former(today) | OtherCprNumber::New(today)) => today,
            None => number,
        })
    }

    /// The numbers that a person had before, the oldest first.
    pub fn former_cpr_numbers(&self, citizen: CprNumber) -> Result<Vec<CprNumber>, StoreError> {
        let sql = "SELECT * FROM former_cpr_numbers WHERE citizen = ?1 ORDER BY until, number";
        self.list(sql, [citizen.digits()], |row| {
            Reader::of(FORMER, "number", row)?.word("number", CprNumber::parse)
        })
    }

    /// The number by which a person came into this world, which stays the same.
    pub fn first_cpr_number(&self, citizen: CprNumber) -> Result<CprNumber, StoreError> {
        Ok(self.former_cpr_numbers(citizen)?.first().copied().unwrap_or(citizen))
    }

    /// Enters a person under the new number too. The PID number stays with the old one (Rules 4.1). The person's NemIDs
    /// are moved then, and [`Tx::leave_cpr_number`] ends it.
    pub fn enter_under(&self, citizen: &Citizen, number: CprNumber) -> Result<(), StoreError> {
        self.save_citizen(&Citizen { cpr: number, pid: None, ..citizen.clone() })
    }

    /// Moves everything that is kept under the old number, except the NemIDs, and takes that out of the register. What was
    /// signed and looked up at desks keeps the number that was typed then.
    pub fn leave_cpr_number(&self, new: &NewCprNumber, until: Timestamp) -> Result<(), StoreError> {
        let (from, to) = (new.citizen.digits(), new.number.digits());
        self.execute("UPDATE letters SET citizen = ?2 WHERE citizen = ?1", (from, to))?;
        self.execute("UPDATE outbox SET citizen = ?2 WHERE citizen = ?1", (from, to))?;
        self.execute("UPDATE documents SET citizen = ?2 WHERE citizen = ?1", (from, to))?;
        self.execute("UPDATE former_names SET citizen = ?2 WHERE citizen = ?1", (from, to))?;
        self.execute("UPDATE former_cpr_numbers SET citizen = ?2 WHERE citizen = ?1", (from, to))?;
        let sql = "INSERT INTO former_cpr_numbers (number, citizen, until) VALUES (?1, ?2, ?3)";
        self.execute_one(FORMER, sql, (from, to, instant(until)))?;
        self.execute_one(NEW, "DELETE FROM new_cpr_numbers WHERE citizen = ?1", [from])?;
        self.execute_one("citizens", "DELETE FROM citizens WHERE cpr = ?1", [from])
    }

    /// Withdraws all consents to give private sites the CPR number that belongs to a PID number.
    pub fn withdraw_cpr_consents_of(&self, pid: Pid) -> Result<(), StoreError> {
        self.execute("DELETE FROM cpr_consents WHERE pid = ?1", [pid.to_string()])?;
        Ok(())
    }
}

fn read_new(row: &Row<'_>) -> Result<NewCprNumber, StoreError> {
    let from = Reader::of(NEW, "citizen", row)?;
    Ok(NewCprNumber {
        citizen: from.word("citizen", CprNumber::parse)?,
        number: from.word("number", CprNumber::parse)?,
        registered: from.instant("registered")?,
    })
}
