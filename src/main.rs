//! Starts the program.

use std::process::ExitCode;

use selvbetjening::config::Config;
use selvbetjening::start;
use selvbetjening::web::{self, origin::Door, visitor};

#[rocket::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("selvbetjening: {e}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::load()?;
    let settings = &config.settings;
    let door = Door { hosts: settings.hosts.clone(), behind_tls: settings.behind_tls, proxy: settings.proxy };
    let drawn = || {
        use rand::TryRng;
        let mut bytes = [0; 32];
        rand::rngs::SysRng.try_fill_bytes(&mut bytes).map(|()| bytes)
    };
    let parts = web::Parts {
        door,
        form_key: visitor::FormKey::new(drawn()?),
        draw: visitor::Draw::new(move || drawn().unwrap_or_default()),
    };
    println!("http://{}:{}/", settings.address, settings.port);
    start::rocket(&config, parts)?.launch().await?;
    Ok(())
}
