//! What other programs tell that serve the same world: a change says within its transaction what pages may wait for, so that
//! it is told when that is saved, and only then.

use std::thread;
use std::time::Duration;

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator;

use crate::store::engine::server::Server;
use crate::store::error::of_postgres;
use crate::store::{StoreError, Tx};

/// How long is listened at a time before it is looked whether anybody still wants to hear.
const TURN: Duration = Duration::from_secs(1);
/// After how many silent turns the server is asked whether it is still there, and how long for.
const SILENT: u32 = 15;
const PATIENCE: Duration = Duration::from_secs(5);
/// How long is waited before a lost connection is made anew: at first, and at most.
const AT_FIRST: Duration = Duration::from_millis(250);
const AT_MOST: Duration = Duration::from_secs(30);

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard<'h> {
    /// What another program, or this one, told.
    Told(&'h str),
    /// Listening has only begun: what was told before was missed.
    Missed,
    /// Nothing for a while.
    Silence,
}

impl Server {
    /// Listens on a connection and a thread of its own to what is told in its schema, until `hear` returns that it is enough.
    /// A connection that is lost is made anew.
    pub fn listen(self, hear: impl Fn(Heard<'_>) -> bool + Send + 'static) {
        // Without a thread the pages that wait look by themselves, as they do while the connection is lost.
        let _ = thread::Builder::new().name("tidings".into()).spawn(move || self.listens(&hear));
    }

    fn listens(&self, hear: &dyn Fn(Heard<'_>) -> bool) {
        let mut pause = AT_FIRST;
        loop {
            match self.begin_to_listen() {
                Ok(client) => {
                    pause = AT_FIRST;
                    match listen_on(client, hear) {
                        Ok(()) => return,
                        Err(error) => log::warn!(
                            code = "tidings_lost";
                            "what other programs tell is not heard until the connection is made anew: {error}"
                        ),
                    }
                }
                Err(_) if hear(Heard::Silence) => pause = AT_MOST.min(pause * 2),
                Err(_) => return,
            }
            thread::sleep(pause);
        }
    }

    fn begin_to_listen(&self) -> Result<Client, StoreError> {
        let mut client = self.client()?;
        client.batch_execute(&format!("LISTEN \"{}\"", self.schema())).map_err(of_postgres)?;
        Ok(client)
    }
}

/// Listens until it is enough.
///
/// # Errors
/// When the connection is lost.
fn listen_on(mut client: Client, hear: &dyn Fn(Heard<'_>) -> bool) -> Result<(), StoreError> {
    let mut silent = 0;
    let mut goes_on = hear(Heard::Missed);
    while goes_on {
        let told = client.notifications().timeout_iter(TURN).next().map_err(of_postgres)?;
        goes_on = match told {
            Some(told) => {
                silent = 0;
                hear(Heard::Told(told.payload()))
            }
            None if client.is_closed() => return Err(StoreError::Away("the connection is closed".into())),
            None => {
                silent += 1;
                if silent % SILENT == 0 {
                    client.is_valid(PATIENCE).map_err(of_postgres)?;
                }
                hear(Heard::Silence)
            }
        };
    }
    Ok(())
}

impl Tx<'_> {
    /// Tells the other programs that serve this world something once this is committed. All who tell wait for each other then,
    /// so it is for what somebody may be waiting for. Where no other program can serve the world, nobody is told.
    pub fn tell_others(&self, what: &str) -> Result<(), StoreError> {
        if self.is_sqlite() {
            return Ok(());
        }
        self.find("SELECT pg_notify(current_schema(), ?1)", [what], |_| Ok(())).map(drop)
    }
}
