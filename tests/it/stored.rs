//! What the database of a site holds, looked at and changed past the program, on whichever engine it is.

use rusqlite::types::{FromSql, Value, ValueRef};
use service::testing::{KEPT, Rows, TABLES};

use crate::site::{Site, database_of};

impl Site {
    /// The rows of an answer.
    #[track_caller]
    pub fn rows(&self, sql: &str) -> Rows {
        rocket::execute(self.app.rows(sql.to_owned())).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// The first column of each row.
    #[track_caller]
    pub fn values<T: FromSql>(&self, sql: &str) -> Vec<T> {
        let rows = self.rows(sql).rows;
        rows.iter().map(|row| T::column_result(ValueRef::from(&row[0])).unwrap()).collect()
    }

    /// The one value of an answer.
    #[track_caller]
    pub fn value<T: FromSql>(&self, sql: &str) -> T {
        self.values(sql).pop().unwrap_or_else(|| panic!("no row: {sql}"))
    }

    /// How many rows a table, or a part of one, has.
    #[track_caller]
    pub fn count(&self, of: &str) -> u32 {
        self.value(&format!("SELECT count(*) FROM {of}"))
    }

    /// Changes rows. Returns how many.
    #[track_caller]
    pub fn change(&self, sql: &str) -> usize {
        rocket::execute(self.app.change(sql.to_owned())).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// All bytes that somebody has who takes the database, and the folder with it but for the server key.
    pub fn stored(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self.folder.path()).unwrap().map(|file| file.unwrap().path());
        let ours = files.filter(|path| path.is_file() && path.extension().is_none_or(|end| end != "key"));
        let mut bytes: Vec<u8> = ours.flat_map(|path| std::fs::read(path).unwrap()).collect();
        if database_of(self.folder.path()).is_some() {
            for table in TABLES.iter().chain(&KEPT) {
                for value in self.rows(&format!("SELECT * FROM {table}")).rows.into_iter().flatten() {
                    match value {
                        Value::Text(text) => bytes.extend(text.into_bytes()),
                        Value::Blob(blob) => bytes.extend(blob),
                        _ => {}
                    }
                    bytes.push(0);
                }
            }
        }
        bytes
    }
}
