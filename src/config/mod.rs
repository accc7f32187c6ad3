//! The settings: `Rocket.toml` beside the program, overruled by the environment (`SELVBETJENING_PORT=9000`).

mod fields;
mod reading;
mod settings;
mod shapes;
mod unusable;

use rocket::figment::Figment;
use rocket::figment::providers::{Format, Serialized, Toml};

pub use crate::config::settings::Settings;
use crate::config::shapes::{is_base, is_token};
pub use crate::config::unusable::Unusable;
use crate::signals;
use rules::control_room::SHORTEST_PASSWORD;

#[derive(Debug, Clone)]
pub struct Config {
    pub settings: Settings,
    /// Rocket's settings: address, port, limits.
    pub rocket: Figment,
}

impl Config {
    /// The settings from `Rocket.toml` and the environment.
    ///
    /// # Errors
    /// [`Unusable`], with a sentence for the person who starts the program.
    pub fn load() -> Result<Self, Unusable> {
        Self::from(Figment::new().merge(Toml::file("Rocket.toml").nested()).merge(reading::environment()))
    }

    /// The settings from any source; settings that it does not name have their defaults.
    ///
    /// # Errors
    /// [`Unusable`], with a sentence for the person who starts the program.
    pub fn from(source: Figment) -> Result<Self, Unusable> {
        if let Some((name, nearest)) = reading::unknown(&source) {
            return Err(Unusable::Unknown { name, nearest });
        }
        if let Some(table) = reading::unknown_table(&source) {
            return Err(Unusable::UnknownTable(table));
        }
        let rocket = fields::with_lists(
            Figment::from(rocket::Config::default())
                .merge(Serialized::defaults(Settings::default()))
                .merge(("ip_header", false))
                .merge(("shutdown.grace", signals::GRACE))
                .merge(("shutdown.mercy", signals::MERCY))
                .merge(source)
                // The program handles its signals itself.
                .merge(("shutdown.ctrlc", false))
                .merge(("shutdown.signals", [""; 0])),
        );
        if let Some(fields::Field { name, shape, .. }) = fields::misread(&rocket) {
            return Err(Unusable::Misread { name, shape });
        }
        let mut settings: Settings = rocket.extract().map_err(Box::new)?;
        // An empty password is none, wherever one is asked for.
        settings.control_room_password = settings.control_room_password.filter(|set| !set.trim().is_empty());
        settings.health_token = settings.health_token.filter(|set| !set.trim().is_empty());
        settings.database = settings.database.filter(|set| !set.trim().is_empty());
        settings.database_ca = settings.database_ca.filter(|set| !set.as_os_str().is_empty());
        settings.check()?;
        // The log is ours; Rocket has other levels by this name.
        let rocket = rocket.merge(Serialized::global("log_level", rocket::log::LogLevel::Off));
        if let Err(error) = rocket.extract::<rocket::Config>() {
            return Err(Unusable::OfRocket { name: error.path.join("."), shape: reading::shape_of(&error) });
        }
        Ok(Self { settings, rocket })
    }
}

impl Settings {
    fn check(&self) -> Result<(), Unusable> {
        self.server()?;
        match &self.control_room_password {
            None => self.has_no_visitors()?,
            Some(password) if password.chars().count() < SHORTEST_PASSWORD => {
                return Err(Unusable::ShortPassword);
            }
            Some(_) => {}
        }
        if self.health_token.as_deref().is_some_and(|token| !is_token(token)) {
            let range = "16 or more letters, digits and other characters that a header may hold";
            return Err(Unusable::OutOfRange { name: "health_token", range });
        }
        within("hash_memory_kib", self.hash_memory_kib.into(), 19_456..=4_194_304, "19456 to 4194304")?;
        within("hash_passes", self.hash_passes.into(), 2..=100, "2 to 100")?;
        within("hash_threads", self.hash_threads as u64, 1..=64, "1 to 64")?;
        within("hash_queue", self.hash_queue as u64, 1..=100_000, "1 to 100000")?;
        within("connections", self.connections as u64, 16..=100_000, "16 to 100000")?;
        within("head_seconds", self.head_seconds, 1..=3_600, "1 to 3600")?;
        within("body_seconds", self.body_seconds, 1..=3_600, "1 to 3600")?;
        within("world_idle_seconds", self.world_idle_seconds, 1..=86_400, "1 to 86400")?;
        within("keep_alive", self.keep_alive, 0..=3_600, "0 to 3600")?;
        for (name, limit) in self.limits.named() {
            within(name, limit.into(), 1..=1_000_000, "1 to 1000000")?;
        }
        for (name, lifetime) in self.lifetimes.named() {
            within(name, lifetime.into(), 10..=86_400, "10 to 86400")?;
        }
        if self.certificate_address.as_deref().is_some_and(|address| !is_base(address)) {
            let range = "an address such as http://oevelse.example, without a path";
            return Err(Unusable::OutOfRange { name: "certificate_address", range });
        }
        within("certificate_years", u64::from(self.certificate_years.unsigned_abs()), 1..=4, "1 to 4")
    }

    /// The settings that protect less than they could, so that the person who starts the program is told.
    pub fn dangers(&self) -> Vec<&'static str> {
        let dangers = [
            ("address", !self.address.is_loopback() && !self.behind_tls),
            ("mail", self.mail_settings().are_unprotected()),
        ];
        dangers.into_iter().filter(|(_, is_dangerous)| *is_dangerous).map(|(name, _)| name).collect()
    }

    /// Checks that only this machine can reach the site. Requests through a proxy or tunnel on this machine
    /// come from this machine too, and not every one of them names the visitor.
    fn has_no_visitors(&self) -> Result<(), Unusable> {
        let signs = [
            ("proxy", self.proxy.is_some()),
            ("behind_tls", self.behind_tls),
            ("hosts", !self.hosts.is_empty()),
        ];
        if !self.address.is_loopback() {
            return Err(Unusable::OpenControlRoom(self.address));
        }
        match signs.into_iter().find(|(_, set)| *set) {
            Some((name, _)) => Err(Unusable::ControlRoomForVisitors(name)),
            None => Ok(()),
        }
    }
}

fn within(
    name: &'static str,
    value: u64,
    allowed: std::ops::RangeInclusive<u64>,
    range: &'static str,
) -> Result<(), Unusable> {
    if allowed.contains(&value) { Ok(()) } else { Err(Unusable::OutOfRange { name, range }) }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::report::LogLevel;

    fn with(name: &str, value: impl Serialize) -> Result<Config, Unusable> {
        Config::from(Figment::new().merge((name, value)))
    }

    #[test]
    fn the_defaults_suit_one_person_at_one_machine() {
        let config = Config::from(Figment::new()).unwrap();
        assert_eq!(config.settings.port, 8000);
        assert!(config.settings.address.is_loopback());
    }

    #[test]
    fn an_open_control_room_stays_on_this_machine() {
        assert!(matches!(with("address", "0.0.0.0"), Err(Unusable::OpenControlRoom(_))));
        let both = Figment::new().merge(("address", "0.0.0.0")).merge(("control_room_password", "kontrol1"));
        assert!(Config::from(both).is_ok());
    }

    #[test]
    fn who_has_visitors_from_elsewhere_locks_the_control_room() {
        let settings = [
            Figment::new().merge(("proxy", "127.0.0.1")),
            Figment::new().merge(("behind_tls", true)),
            Figment::new().merge(("hosts", ["oevelse.example"])),
        ];
        for (name, set) in ["proxy", "behind_tls", "hosts"].into_iter().zip(settings) {
            let refused = Config::from(set.clone()).unwrap_err().to_string();
            assert!(refused.starts_with(name) && refused.contains("control_room_password"), "{refused}");
            assert!(Config::from(set.clone().merge(("control_room_password", ""))).is_err());
            assert!(Config::from(set.merge(("control_room_password", "kontrol1"))).is_ok());
        }
        assert!(with("behind_tls", false).is_ok() && with("hosts", [""; 0]).is_ok());
    }

    #[test]
    fn a_short_control_room_password_is_refused_and_not_told() {
        let refused = with("control_room_password", "4711123").unwrap_err();
        assert!(matches!(refused, Unusable::ShortPassword));
        let said = refused.to_string();
        assert!(said.contains("at least 8 characters") && !said.contains("4711123"), "{said}");
        assert!(with("control_room_password", "47111234").is_ok());
    }

    #[test]
    fn an_empty_control_room_password_is_none() {
        for empty in ["", "  "] {
            assert_eq!(with("control_room_password", empty).unwrap().settings.control_room_password, None);
        }
    }

    #[test]
    fn what_protects_less_than_it_could_is_named() {
        let set = Figment::new().merge(("address", "0.0.0.0")).merge(("control_room_password", "kontrol1"));
        let dangers = |set: Figment| Config::from(set).unwrap().settings.dangers();
        assert_eq!(dangers(set.clone()), ["address"]);
        assert_eq!(dangers(set.merge(("behind_tls", true))), [""; 0]);
        assert_eq!(dangers(Figment::new().merge(("mail", "smtp://mail.example:25"))), ["mail"]);
        let with_password = Figment::new().merge(("mail", "smtp://me:secret@mail.example:587"));
        assert_eq!(dangers(with_password.clone()), [""; 0], "it is encrypted");
        assert_eq!(dangers(with_password.merge(("mail_tls", "off"))), ["mail"]);
        for safe in
            ["smtps://mail.example", "smtp://127.0.0.1:25", "smtp://mail.example?tls=required", "file"]
        {
            assert_eq!(dangers(Figment::new().merge(("mail", safe))), [""; 0], "{safe}");
        }
        assert!(with("mail_tls", "sometimes").is_err());
    }

    #[test]
    fn refuses_what_is_out_of_range() {
        assert!(with("certificate_years", 5).is_err());
        assert!(with("hash_memory_kib", 8).is_err());
        assert!(with("connections", 15).is_err() && with("head_seconds", 0).is_err());
        assert!(with("body_seconds", 3_601).is_err() && with("keep_alive", 0).is_ok());
        assert!(with("port", "many").is_err());
        assert!(with("log_on_seconds", 9).is_err() && with("session_seconds", 86_401).is_err());
        assert_eq!(with("errand_seconds", 20).unwrap().settings.lifetimes.errand_seconds, 20);
    }

    #[test]
    fn certificates_name_an_address_that_can_be_fetched_from() {
        for right in ["http://oevelse.example", "https://oevelse.example:8443/", "http://127.0.0.1:8000"] {
            assert!(with("certificate_address", right).is_ok(), "{right}");
        }
        for wrong in [
            "oevelse.example",
            "ftp://oevelse.example",
            "http://",
            "http://a.example/crl",
            "http://a.example?x",
        ] {
            let refused = with("certificate_address", wrong).unwrap_err().to_string();
            assert!(refused.contains("http://oevelse.example"), "{wrong}: {refused}");
        }
        let settings = |set: Figment| Config::from(set).unwrap().settings.certificates_at();
        assert_eq!(settings(Figment::new().merge(("port", 9000))), "http://127.0.0.1:9000");
        let named = Figment::new().merge(("hosts", ["oevelse.example"]));
        let named = named.merge(("control_room_password", "kontrol1"));
        assert_eq!(settings(named.clone()), "http://oevelse.example:8000");
        assert_eq!(settings(named.merge(("behind_tls", true))), "https://oevelse.example");
    }

    #[test]
    fn a_setting_in_another_shape_is_named_and_its_value_is_not_told() {
        for (name, shape) in [
            ("port", "0 to 65535"),
            ("limit_order_place", "a whole number"),
            ("address", "an IP address"),
            ("log_level", "off, error, warn or info"),
            ("behind_tls", "true or false"),
            ("own_networks", "10.4.0.0/16"),
            ("workers", "a setting of Rocket"),
            ("shutdown.grace", "a setting of Rocket"),
        ] {
            let refused = with(name, "kontrol4711").unwrap_err().to_string();
            assert!(refused.contains(name) && refused.contains(shape), "{refused}");
            assert!(!refused.contains("4711"), "{refused}");
        }
        let refused = with("certificate_years", 47).unwrap_err().to_string();
        assert_eq!(refused, "certificate_years must be 1 to 4");
    }

    #[test]
    fn log_level_is_ours_and_not_rocket_s() {
        for (said, meant) in [("info", LogLevel::Info), ("off", LogLevel::Off), ("normal", LogLevel::Info)] {
            let config = with("log_level", said).unwrap();
            assert_eq!(config.settings.log_level, meant);
            let of_rocket: rocket::Config = config.rocket.extract().unwrap();
            assert_eq!(of_rocket.log_level, rocket::log::LogLevel::Off);
        }
        assert!(with("log_level", "loud").is_err());
    }

    #[test]
    fn debug_tells_no_password() {
        let config = with("control_room_password", "kontrol1").unwrap();
        assert!(!format!("{:?}", config.settings).contains("kontrol1"));
    }
}
