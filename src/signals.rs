//! How the program is ended from outside: at the first signal (SIGTERM, or Ctrl+C) it accepts no new requests
//! and finishes those in progress, at the second one it ends at once.

use std::process;

use rocket::fairing::AdHoc;
use rocket::tokio;
use rocket::tokio::signal::unix::{Signal, SignalKind, signal};

use crate::report;

/// Seconds for requests in progress: the longest queue of passwords, the longest move of the clock, a slow
/// connection.
pub const GRACE: u32 = 15;
/// Seconds after that for what the site has begun, when nobody is told any more.
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
