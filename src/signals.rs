//! How the program is ended from outside: at the first signal (SIGTERM, or Ctrl+C) it accepts no new requests
//! and finishes those in progress, at the second one it ends at once.

use std::process;
use std::sync::Arc;
use std::time::Duration;

use rocket::fairing::{AdHoc, Fairing, Info, Kind};
use rocket::request::Request;
use rocket::response::Response;
use rocket::tokio::signal::unix::{Signal, SignalKind, signal};
use rocket::tokio::sync::watch;
use rocket::{Data, Shutdown, tokio};

use crate::report;

/// Seconds for requests in progress: the longest queue of passwords, the longest move of the clock, a slow
/// connection.
pub const GRACE: u32 = 15;
/// The time for the last answer to reach its reader once it is written.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// Seconds after that for closing the remaining connections.
pub const MERCY: u32 = 2;

/// The number that the shell adds to the signal that ended a program.
const ENDED_BY_SIGNAL: i32 = 128;

/// Handles both signals while the site runs.
pub fn heeded() -> AdHoc {
    AdHoc::on_liftoff("signals", |site| {
        Box::pin(async move {
            let (shutdown, signals) = (site.shutdown(), Signals::open());
            let mut signals = match signals {
                Ok(signals) => signals,
                Err(why) => return log::error!(code = "signals"; "signals cannot be heeded: {why}"),
            };
            tokio::spawn(async move {
                signals.next().await;
                shutdown.notify();
                report::say("ending", "finishing what is in flight; a second signal does not wait for it");
                let kind = signals.next().await;
                process::exit(ENDED_BY_SIGNAL + kind.as_raw_value());
            });
        })
    })
}

/// The number of requests being answered. A browser keeps its connections open for a while; idle connections
/// are not waited for.
#[derive(Clone)]
pub struct InFlight(Arc<watch::Sender<usize>>);

impl InFlight {
    pub fn none() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }

    /// Waits until the site has been asked to end and the last answer has been sent.
    pub async fn finished(&self, told: Shutdown) {
        told.await;
        let mut count = self.0.subscribe();
        loop {
            // It can't fail: the sender is held here.
            let _ = count.wait_for(|count| *count == 0).await;
            tokio::time::sleep(LAST_WORDS).await;
            if *count.borrow() == 0 {
                return;
            }
        }
    }
}

#[rocket::async_trait]
impl Fairing for InFlight {
    fn info(&self) -> Info {
        Info { name: "requests in flight", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, _: &mut Request<'_>, _: &mut Data<'_>) {
        self.0.send_modify(|count| *count += 1);
    }

    async fn on_response<'r>(&self, _: &'r Request<'_>, _: &mut Response<'r>) {
        self.0.send_modify(|count| *count = count.saturating_sub(1));
    }
}

struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn open() -> std::io::Result<Self> {
        let (terminate, interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(Self { terminate, interrupt })
    }

    async fn next(&mut self) -> SignalKind {
        tokio::select! {
            _ = self.terminate.recv() => SignalKind::terminate(),
            _ = self.interrupt.recv() => SignalKind::interrupt(),
        }
    }
}
