//! The table `unsettled` of the catalogue: schemas in which something is made, and those of what was removed. Whoever is at work on
//! one holds a lock of the server on it, which ends with the connection, however that ends.

use crate::store::{StoreError, Tx};

const TABLE: &str = "unsettled";
/// What the lock is called.
const LOCK: i64 = 1_936_026_743;

impl Tx<'_> {
    /// The number of the next schema; none is given out twice.
    pub fn next_schema(&self) -> Result<i64, StoreError> {
        let number = self.find("SELECT nextval('schemas') AS number", [], |row| row.get("number"))?;
        number.ok_or(StoreError::RowsMet { table: "schemas", met: 0 })
    }

    /// The schemas that are made or were removed.
    pub fn unsettled(&self) -> Result<Vec<String>, StoreError> {
        self.list("SELECT schema FROM unsettled ORDER BY schema", [], |row| row.get("schema"))
    }

    /// Notes that a schema is made, or to be removed.
    pub fn begin_settling(&self, schema: &str) -> Result<(), StoreError> {
        self.execute_one(TABLE, "INSERT INTO unsettled (schema) VALUES (?1)", [schema])
    }

    /// Notes that it is made or removed.
    ///
    /// # Errors
    /// [`StoreError::RowsMet`] when somebody took it for what a killed program left.
    pub fn end_settling(&self, schema: &str) -> Result<(), StoreError> {
        self.execute_one(TABLE, "DELETE FROM unsettled WHERE schema = ?1", [schema])
    }

    /// Takes the lock on a schema for as long as the connection lasts, unless another has it.
    pub fn lock_schema(&self, schema: &str) -> Result<bool, StoreError> {
        let sql = "SELECT CASE WHEN pg_try_advisory_lock(CAST(CAST(?1 AS BIGINT) AS INTEGER), hashtext(?2)) THEN 1 ELSE 0 END AS got";
        let got: Option<i64> = self.find(sql, (LOCK, schema), |row| row.get("got"))?;
        Ok(got == Some(1))
    }

    /// What schemas take of the disk, in bytes.
    pub fn size_of_schemas(&self, schemas: &[String]) -> Result<u64, StoreError> {
        let sql = "SELECT CAST(coalesce(sum(pg_total_relation_size(tables.oid)), 0) AS BIGINT) AS size \
                   FROM pg_class AS tables JOIN pg_namespace AS spaces ON spaces.oid = tables.relnamespace \
                   WHERE spaces.nspname = ?1 AND tables.relkind IN ('r', 'm')";
        let mut all = 0;
        for schema in schemas {
            let size: Option<i64> = self.find(sql, [schema], |row| row.get("size"))?;
            all += size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default();
        }
        Ok(all)
    }
}
