//! The catalogue as a program has it open: a few connections that are kept, and its tables made where they are missing.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::store::connection::Connection;
use crate::store::engine::reach::Reach;
use crate::store::engine::server::Server;
use crate::store::engine::session::{Intent, Session};
use crate::store::transact::{transact, transact_again};
use crate::store::transfer::{Others, Side};
use crate::store::{Place, StoreError, Tx, transfer};

/// How many connections are kept.
const KEPT: usize = 2;

/// The catalogue of the worlds in a database. Clones share its connections. All that is asked of it takes the server's time, and
/// belongs on a thread that may wait.
#[derive(Clone)]
pub struct Catalogue(Arc<Parts>);

struct Parts {
    server: Server,
    /// What its connections know of the servers.
    reach: Arc<Reach>,
    kept: Mutex<Vec<Session>>,
    /// Whether its tables are known to be there.
    is_made: Mutex<bool>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalogue").field(self.server()).finish()
    }
}

impl Catalogue {
    /// The catalogue of the worlds beside the first one of these servers.
    pub fn of(server: &Server) -> Self {
        let server = server.aside(&server.named_beside("worlds"));
        Self(Arc::new(Parts {
            server,
            reach: Arc::default(),
            kept: Mutex::default(),
            is_made: Mutex::default(),
        }))
    }

    /// The servers, with the schema of the catalogue.
    pub(super) fn server(&self) -> &Server {
        &self.0.server
    }

    /// The first world.
    pub fn first(&self) -> Server {
        self.server().beside(self.server().first_schema())
    }

    /// The world in a schema, to be served.
    pub fn world_in(&self, schema: &str) -> Server {
        self.server().beside(schema)
    }

    /// Reads the catalogue.
    ///
    /// # Errors
    /// The error of `look`, or [`StoreError::Away`].
    pub fn read<T>(&self, look: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with_connection(|session| transact(&mut Connection::Postgres(session), Intent::Read, look))
    }

    /// Changes the catalogue, again from the start after a lost race.
    ///
    /// # Errors
    /// The error of `change`, [`StoreError::Away`] or [`StoreError::InDoubt`].
    pub fn write<T>(&self, change: impl Fn(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with_connection(|session| transact_again(&mut Connection::Postgres(session), change))
    }

    /// Reads the world or save point in a schema without opening it, in one snapshot.
    ///
    /// # Errors
    /// The error of `look`, or [`StoreError::Away`].
    pub fn look_into<T>(
        &self,
        schema: &str,
        look: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut session = self.connect_to(schema)?;
        transact(&mut Connection::Postgres(&mut session), Intent::Read, look)
    }

    /// Brings the world or save point in a schema up to date.
    ///
    /// # Errors
    /// As [`Server::bring_up_to_date`].
    pub fn bring_up_to_date(&self, schema: &str) -> Result<(), StoreError> {
        self.server().aside(schema).bring_up_to_date()
    }

    /// Writes the world in a schema, as it is at one instant, into a file that is not there yet.
    ///
    /// # Errors
    /// As [`transfer::copy`].
    pub fn write_to(&self, schema: &str, file: &Place) -> Result<(), StoreError> {
        let world = Side::Schema(Box::new(self.server().aside(schema)));
        transfer::copy(&world, &Side::File(file.clone()), Others::GoOn).map(drop)
    }

    /// A new connection, which is not kept.
    pub(super) fn connect(&self) -> Result<Session, StoreError> {
        self.make()?;
        self.server().connect(&self.0.reach)
    }

    /// A connection to the world or save point in a schema, for a look at it or the making of it.
    pub(super) fn connect_to(&self, schema: &str) -> Result<Session, StoreError> {
        self.server().aside(schema).connect(&self.0.reach)
    }

    fn with_connection<T>(
        &self,
        ask: impl FnOnce(&mut Session) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let kept = self.kept().pop();
        let mut session = match kept {
            Some(session) => session,
            None => self.connect()?,
        };
        let answer = ask(&mut session);
        let mut kept = self.kept();
        if session.is_usable() && kept.len() < KEPT {
            kept.push(session);
        }
        answer
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Vec<Session>> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn make(&self) -> Result<(), StoreError> {
        let mut is_made = self.0.is_made.lock().unwrap_or_else(PoisonError::into_inner);
        if !*is_made {
            self.server().bring_catalogue_up_to_date()?;
            *is_made = true;
        }
        Ok(())
    }
}
