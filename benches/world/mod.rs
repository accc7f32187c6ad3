//! What the measurements share: the first world, in a folder that goes away.

use std::path::PathBuf;

use rocket::figment::Figment;
use rocket::tokio::runtime::{EnterGuard, Runtime};
use rules::actor::{Actor, Channel, Stamp};
use rules::nemid::{NemId, Password};
use selvbetjening::config::Config;
use selvbetjening::start;
use service::cases::app::App;
use service::cases::{open, seed};
use service::testing::StoreError;

/// The first world, in a folder that goes away.
pub struct World {
    pub app: App,
    pub runtime: &'static Runtime,
    /// The house closes its database inside the runtime, which lives as long as the process.
    _inside: EnterGuard<'static>,
    folder: PathBuf,
}

impl World {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("selvbetjening-bench-{}", std::process::id()));
        let data = Figment::new().merge(("data", &folder));
        let settings = Config::from(data).unwrap().settings;
        let runtime: &'static Runtime = Box::leak(Box::new(Runtime::new().unwrap()));
        let app = runtime.block_on(async {
            let app = open::open(start::opening_of(&settings).unwrap()).await.unwrap();
            seed::fill(&app).await.unwrap();
            app
        });
        Self { app, runtime, _inside: runtime.enter(), folder }
    }

    pub fn stamp(&self) -> Stamp {
        Stamp {
            at: self.app.now(),
            actor: Actor::Citizen,
            channel: Channel::Selvbetjening,
            address: None,
            device: None,
        }
    }

    /// A NemID that can be used.
    pub fn nemid(&self) -> NemId {
        let usable = |one: &NemId| {
            matches!(one.password, Password::InUse { .. })
                && one.state.is_open()
                && one.usable_cards().count() > 0
        };
        let all = self.app.store().read::<_, StoreError, _>(move |tx| {
            let all = tx.nemid_numbers()?.into_iter().map(|number| tx.nemid(number));
            all.collect::<Result<Vec<_>, _>>()
        });
        self.runtime.block_on(all).unwrap().into_iter().flatten().find(usable).unwrap()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
