//! One connection to PostgreSQL, with the statements that it has prepared.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::Duration;

use postgres::types::ToSql;
use postgres::{Client, Statement};

use crate::store::StoreError;
use crate::store::engine::activity::Activity;
use crate::store::engine::cells::Bound;
use crate::store::engine::dialect::numbered;
use crate::store::engine::unconfirmed::Unconfirmed;
use crate::store::engine::values::Values;
use crate::store::error::of_postgres;

/// How long is waited at most before a change is made anew, by how often it has lost a race.
const WAIT: Duration = Duration::from_millis(6);

/// What a transaction is begun for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// It only reads, in one snapshot.
    Read,
    /// It may write.
    Write,
}

/// One connection.
pub struct Session {
    /// Only a dropped one has none.
    client: RefCell<Option<Client>>,
    prepared: RefCell<HashMap<String, Prepared>>,
    /// Makes another connection in its place.
    connect: Box<Connect>,
    /// Whether it is of no use any more, as one to a server that only reads since another one took over.
    is_spent: Cell<bool>,
    /// Whether a statement of the open transaction failed: then PostgreSQL rolls it back, whatever it is told.
    has_failed: Cell<bool>,
    /// What the server warned of while it saved.
    unconfirmed: Unconfirmed,
    /// What it is at, for whoever waits for it.
    activity: Activity,
}

/// A connection that was just made.
pub struct Connected {
    client: Client,
    /// The number of the process that serves it.
    number: u32,
}

impl Connected {
    /// Asks a new connection for its number.
    pub fn new(mut client: Client) -> Result<Self, StoreError> {
        let number: i32 = client.query_one("SELECT pg_backend_pid()", &[]).map_err(of_postgres)?.get(0);
        Ok(Self { client, number: number.unsigned_abs() })
    }
}

/// How a connection is made.
pub type Connect = dyn Fn(&Unconfirmed) -> Result<Connected, StoreError> + Send;

#[derive(Clone)]
struct Prepared {
    statement: Statement,
    names: Vec<String>,
}

impl Session {
    /// Makes a connection.
    ///
    /// # Errors
    /// As `connect`.
    pub fn open(connect: Box<Connect>) -> Result<Self, StoreError> {
        let unconfirmed = Unconfirmed::default();
        let Connected { client, number } = connect(&unconfirmed)?;
        let activity = Activity::default();
        activity.connected(number);
        Ok(Self {
            client: RefCell::new(Some(client)),
            prepared: RefCell::default(),
            connect,
            is_spent: Cell::new(false),
            has_failed: Cell::new(false),
            unconfirmed,
            activity,
        })
    }

    /// Whether it can still be used.
    pub fn is_usable(&self) -> bool {
        !self.is_spent.get() && self.client.borrow().as_ref().is_some_and(|client| !client.is_closed())
    }

    /// What it is at.
    pub fn activity(&self) -> Activity {
        self.activity.clone()
    }

    /// Begins a transaction: as if it were alone where it may write, in one snapshot where it only reads. A connection that was
    /// lost since it was used last, or leads to a server that only reads by now, is made anew: nothing of the transaction is lost
    /// with it.
    ///
    /// # Errors
    /// [`StoreError::Away`].
    pub fn begin(&self, intent: Intent) -> Result<(), StoreError> {
        let begin = match intent {
            Intent::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Intent::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE",
        };
        self.has_failed.set(false);
        if self.is_usable() && self.run(begin).is_ok() {
            return Ok(());
        }
        self.connect_anew()?;
        // Nothing but the state of the server hinders it.
        self.run(begin).map_err(|error| {
            self.is_spent.set(true);
            StoreError::Away(error.to_string())
        })
    }

    fn connect_anew(&self) -> Result<(), StoreError> {
        self.activity.is_wanted()?;
        let Connected { client, number } = (self.connect)(&self.unconfirmed)?;
        self.activity.connected(number);
        self.prepared.borrow_mut().clear();
        drop_apart(self.client.replace(Some(client)));
        self.is_spent.set(false);
        self.has_failed.set(false);
        Ok(())
    }

    /// Saves the open transaction.
    ///
    /// # Errors
    /// [`StoreError::LostRace`], [`StoreError::InDoubt`], or that one of its statements failed, so that nothing was saved.
    pub fn commit(&self) -> Result<(), StoreError> {
        if self.has_failed.get() {
            self.roll_back()?;
            return Err(StoreError::Postgres(
                "a statement of the transaction failed, and so did all of it".into(),
            ));
        }
        self.unconfirmed.take();
        self.asked_for(true, |client| {
            client.batch_execute("COMMIT").map_err(|error| match of_postgres(error) {
                // The connection was lost, or the server ended it, while it was saved, so that nobody knows.
                StoreError::Away(why) => StoreError::InDoubt(why),
                other => other,
            })?;
            // It is saved on one server, and lost with it.
            self.unconfirmed.take().map_or(Ok(()), |why| Err(StoreError::InDoubt(why)))
        })
    }

    pub fn roll_back(&self) -> Result<(), StoreError> {
        self.run("ROLLBACK")
    }

    /// Runs statements without values.
    pub fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.asked(|client| client.batch_execute(sql).map_err(of_postgres))
    }

    /// Runs a statement. Returns how many rows it affected.
    pub fn execute(&self, sql: &str, values: &Values<'_>) -> Result<usize, StoreError> {
        let prepared = self.prepared(sql)?;
        let bound = bound(&prepared, values)?;
        let bound: Vec<_> = bound.iter().map(|one| one as &(dyn ToSql + Sync)).collect();
        let met = self.asked(|client| client.execute(&prepared.statement, &bound).map_err(of_postgres))?;
        Ok(usize::try_from(met).unwrap_or(usize::MAX))
    }

    /// All rows of an answer.
    pub fn query(&self, sql: &str, values: &Values<'_>) -> Result<Vec<postgres::Row>, StoreError> {
        let prepared = self.prepared(sql)?;
        let bound = bound(&prepared, values)?;
        let bound: Vec<_> = bound.iter().map(|one| one as &(dyn ToSql + Sync)).collect();
        self.asked(|client| client.query(&prepared.statement, &bound).map_err(of_postgres))
    }

    /// Prepares a statement without running it.
    #[cfg(feature = "testing")]
    pub fn takes(&self, sql: &str) -> Result<(), StoreError> {
        self.prepared(sql).map(drop)
    }

    /// Waits before a change is made anew, longer each time, and each connection another time.
    pub fn give_way(&self, times: usize) {
        let share = self.activity.number().wrapping_mul(2_654_435_761) >> 24;
        let most = WAIT.saturating_mul(u32::try_from(times).unwrap_or(1));
        std::thread::sleep(most * share / 255);
    }

    fn prepared(&self, sql: &str) -> Result<Prepared, StoreError> {
        if let Some(prepared) = self.prepared.borrow().get(sql) {
            return Ok(prepared.clone());
        }
        let numbered = numbered(sql);
        let statement = self.asked(|client| client.prepare(&numbered.sql).map_err(of_postgres))?;
        let prepared = Prepared { statement, names: numbered.names };
        self.prepared.borrow_mut().insert(sql.to_owned(), prepared.clone());
        Ok(prepared)
    }

    /// Asks the server, and remembers when the connection is of no use any more.
    fn asked<T>(&self, ask: impl FnOnce(&mut Client) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.asked_for(false, ask)
    }

    fn asked_for<T>(
        &self,
        saves: bool,
        ask: impl FnOnce(&mut Client) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut client = self.client.borrow_mut();
        let client = client.as_mut().ok_or_else(|| StoreError::Away("the connection is closed".into()))?;
        let answer = self.activity.begin(saves).and_then(|()| ask(client));
        self.activity.end();
        answer.inspect_err(|error| {
            self.has_failed.set(true);
            if matches!(error, StoreError::Away(_) | StoreError::InDoubt(_)) {
                self.is_spent.set(true);
            }
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop_apart(self.client.take());
    }
}

/// Taking leave of the server blocks, which a thread that drives others must not, and this may be one of those.
fn drop_apart(client: Option<Client>) {
    if let Some(client) = client {
        std::thread::spawn(move || drop(client));
    }
}

/// The values in the order of the places.
fn bound<'v>(prepared: &Prepared, values: &'v Values<'_>) -> Result<Vec<Bound<'v>>, StoreError> {
    match values {
        Values::InOrder(values) => Ok(values.iter().map(Bound).collect()),
        Values::ByName(values) => {
            let named = |name: &String| {
                let value = values.iter().find(|(of, _)| of.strip_prefix(':') == Some(name));
                let missing = || StoreError::Unfit(format!("no value for {name}"));
                value.map(|(_, value)| Bound(value)).ok_or_else(missing)
            };
            prepared.names.iter().map(named).collect()
        }
    }
}
