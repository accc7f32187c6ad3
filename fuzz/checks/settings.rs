//! The file of settings: whatever stands in it, the program starts or says why, and never says the password.

use rocket::figment::Figment;
use rocket::figment::providers::{Format, Toml};
use selvbetjening::config::Config;

const PASSWORD: &str = "Kastanje-7719-aftenrøde";

/// Reads a text as the rest of a file that holds a password.
pub fn check(text: &str) {
    let whole = format!("[default]\ncontrol_room_password = \"{PASSWORD}\"\n{text}");
    for written in [whole.as_str(), text] {
        match Config::from(Figment::from(Toml::string(written))) {
            Ok(config) => assert!(!format!("{:?}", config.settings).contains(PASSWORD)),
            Err(error) => {
                let told = error.to_string();
                assert!(!told.contains(PASSWORD), "{told}");
                assert!(!told.is_empty());
            }
        }
    }
}
