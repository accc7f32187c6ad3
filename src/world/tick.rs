//! The heartbeat of a running site: letters arrive, what falls due happens, old sessions are deleted. Beside it the outbox
//! is sent, so that a slow mail server holds up nothing else.

use std::time::Duration;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Orbit, Rocket, Shutdown, tokio};

use crate::web::broken;
use crate::web::health::Health;
use crate::web::language::Language;
use crate::web::notices;
use rules::notice::{Notice, Recipient};
use service::cases::app::App;
use service::cases::app::StoreError;
use service::cases::certificates::bodies;
use service::cases::upkeep::check;
use service::cases::world::nightly::AnothersTurn;
use service::cases::world::outbox::Worded;
use service::cases::world::{clock, nightly, outbox};

/// Real time between two beats.
const BEAT: Duration = Duration::from_secs(2);
/// The number of beats between two sweeps of sessions.
const SWEEP: u32 = 150;

/// The beats while the site runs.
pub struct Heartbeat;

#[rocket::async_trait]
impl Fairing for Heartbeat {
    fn info(&self) -> Info {
        Info { name: "what time brings", kind: Kind::Liftoff }
    }

    async fn on_liftoff(&self, site: &Rocket<Orbit>) {
        let Some(app) = site.state::<App>().cloned() else { return };
        tokio::spawn(sends(app.clone(), site.shutdown()));
        tokio::spawn(makes(app.clone(), site.shutdown()));
        if let Some(health) = site.state::<Health>() {
            tokio::spawn(proves(health.clone(), app.clone(), site.shutdown()));
        }
        let mut over = site.shutdown();
        tokio::spawn(async move {
            if let Err(error) = check::look_over_large(&app).await {
                broken::store("a look over the database", &error);
            }
            for beat in 0_u32.. {
                tokio::select! {
                    () = tokio::time::sleep(BEAT) => {}
                    () = &mut over => break,
                }
                log::logger().flush();
                if let Err(error) = live(&app, beat % SWEEP == 0).await {
                    broken::store("the heartbeat", &error);
                }
            }
        });
    }
}

/// One beat.
///
/// # Errors
/// When the database can't be read or written; the next beat tries again.
pub async fn live(app: &App, sweeps: bool) -> Result<(), StoreError> {
    clock::follow(app).await?;
    nightly::catch_up(app, AnothersTurn::Left).await?;
    if sweeps {
        nightly::sweep(app).await?;
    }
    Ok(())
}

/// Sends what waits, until the site ends: then a mail that is under way is left where it is, and counts as one of which
/// nobody knows how far it came.
async fn sends(app: App, mut over: Shutdown) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(BEAT) => {}
            () = &mut over => return,
        }
        tokio::select! {
            sent = outbox::send_waiting(&app, worded) => {
                if let Err(error) = sent {
                    broken::store("the outbox", &error);
                }
            }
            () = &mut over => return,
        }
    }
}

/// Makes the certificates and keys that will be needed, so that no visitor waits for one, until the site ends.
async fn makes(app: App, mut over: Shutdown) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(BEAT) => {}
            () = &mut over => return,
        }
        if let Err(error) = bodies::make_needed(&app).await {
            broken::store("a certificate", &error);
        }
    }
}

/// Finds out for a proxy whether the database can be written, until the site ends.
async fn proves(health: Health, app: App, over: Shutdown) {
    tokio::select! {
        () = health.keep_proving(app) => {}
        () = over => {}
    }
}

/// E-mails are in Danish, as the service wrote to everybody whose language it did not know.
pub fn worded(notice: &Notice) -> Worded {
    let is_mail = matches!(notice.to, Recipient::Email(_));
    let (subject, text) = notices::said(notice, Language::Da, is_mail);
    Worded { subject, text }
}
