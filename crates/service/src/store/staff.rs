//! The table `staff`: the role of each employee NemID (D20).

use crate::store::engine::row::Row;

use crate::store::tx::{Reader, json};
use crate::store::{StoreError, Tx};
use rules::staff::Role;
use rules::words::NemIdNumber;

/// A grant on an employee NemID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The employee NemID.
    pub nemid: NemIdNumber,
    /// What the employee is called at work.
    pub title: String,
    /// What the employee may do.
    pub role: Role,
}

impl Tx<'_> {
    /// The grant on a NemID, if there is one.
    pub fn grant(&self, nemid: NemIdNumber) -> Result<Option<Grant>, StoreError> {
        self.find("SELECT * FROM staff WHERE nemid = ?1", [nemid.to_string()], read)
    }

    /// All grants, by title.
    pub fn grants(&self) -> Result<Vec<Grant>, StoreError> {
        self.list("SELECT * FROM staff ORDER BY title, nemid", [], read)
    }

    /// The numbers of all employee NemIDs, the oldest first, with a role or without.
    pub fn employee_numbers(&self) -> Result<Vec<NemIdNumber>, StoreError> {
        let sql = "SELECT number FROM nemids WHERE issuer = 'employer' ORDER BY created, number";
        self.list(sql, [], |row| Reader::of("nemids", "number", row)?.word("number", NemIdNumber::parse))
    }

    /// Grants a role, new or in place of another.
    pub fn save_grant(&self, grant: &Grant) -> Result<(), StoreError> {
        let sql = "INSERT INTO staff (nemid, title, role) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (nemid) DO UPDATE SET title = excluded.title, role = excluded.role";
        self.execute_one("staff", sql, (grant.nemid.to_string(), &grant.title, json(&grant.role)?))
    }

    /// Withdraws a grant.
    pub fn withdraw_grant(&self, nemid: NemIdNumber) -> Result<(), StoreError> {
        self.execute_one("staff", "DELETE FROM staff WHERE nemid = ?1", [nemid.to_string()])
    }
}

fn read(row: &Row<'_>) -> Result<Grant, StoreError> {
    let from = Reader::of("staff", "nemid", row)?;
    Ok(Grant {
        nemid: from.word("nemid", NemIdNumber::parse)?,
        title: from.get("title")?,
        role: from.json("role")?,
    })
}
