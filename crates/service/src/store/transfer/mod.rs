//! A whole world from one database into another, whichever engines they are of: every table with every row, in one snapshot
//! of the one, as a draft of the other. What was copied is counted and summed, so that both sides can be compared.

pub mod contents;
pub mod side;
mod source;
mod tables;
mod target;

use crate::store::StoreError;
use crate::store::transfer::contents::{Contents, Tally};
pub use crate::store::transfer::side::{Others, Side};
use crate::store::transfer::source::Source;
use crate::store::transfer::tables::Table;
use crate::store::transfer::target::Target;

/// How many rows are written at once at most.
const ROWS: usize = 2_000;
/// How many bytes of rows are kept at once; one row more is always taken.
const BYTES: usize = 4 * 1024 * 1024;

/// Copies a world as it is at one instant. The other side is a file that is not there yet, or a schema in which no world is; what
/// was made of it stays when something fails, and whoever calls throws it away. The first side is brought up to date
/// before, as whenever it is opened. This takes as long as it takes, so it belongs on a thread of its own.
///
/// # Errors
/// When the one can't be read or the other not written, and when a value of SQLite is none that PostgreSQL takes.
pub fn copy(from: &Side, to: &Side, others: Others) -> Result<Contents, StoreError> {
    let tables = tables::all()?;
    let mut source = Source::open(from, others)?;
    let mut target = Target::begin(to, &tables)?;
    let mut contents = Contents::default();
    for table in &tables {
        contents
            .add(copy_table(&mut source, &mut target, table).map_err(|error| error.in_table(table.name))?);
    }
    let drawn = source.drawn(&tables)?;
    target.draw_on(&tables, &drawn)?;
    target.finish(&tables)?;
    Ok(contents)
}

/// What a world consists of, for comparing it with a copy.
///
/// # Errors
/// When it can't be read.
pub fn contents_of(side: &Side) -> Result<Contents, StoreError> {
    let mut source = Source::open(side, Others::GoOn)?;
    let mut contents = Contents::default();
    for table in &tables::all()? {
        let mut tally = Tally::of(table.name);
        source.rows(table, &mut |row| {
            tally.add(&row);
            Ok(())
        })?;
        contents.add(tally);
    }
    Ok(contents)
}

fn copy_table(source: &mut Source, target: &mut Target, table: &Table) -> Result<Tally, StoreError> {
    let (mut tally, mut rows, mut bytes) = (Tally::of(table.name), Vec::new(), 0);
    source.rows(table, &mut |row| {
        bytes += tally.add(&row);
        rows.push(row);
        if rows.len() >= ROWS || bytes >= BYTES {
            target.write(table, &rows)?;
            rows.clear();
            bytes = 0;
        }
        Ok(())
    })?;
    if !rows.is_empty() {
        target.write(table, &rows)?;
    }
    Ok(tally)
}
