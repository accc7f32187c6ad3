//! Each of our settings by itself: its name, what it has to be, and whether what was set is that. What was set is never
//! told, since it may be a password.

use std::net::IpAddr;
use std::path::PathBuf;

use rocket::figment::Figment;
use rocket::figment::value::Value;
use rocket::serde::DeserializeOwned;

use crate::report::{LogFormat, LogLevel};
use rules::limits::Limits;
use rules::networks::Networks;
use rules::sessions::Lifetimes;
use service::cases::open::MailTls;

const TEXT: &str = "text; write it in quotes";
const NUMBER: &str = "a whole number";

/// The settings that are text, whatever it looks like: `12345678` is a password and no number.
pub(super) const TEXTS: [&str; 8] = [
    "control_room_password",
    "database",
    "database_ca",
    "health_token",
    "mail",
    "mail_from",
    "data",
    "certificate_address",
];
/// The settings that are lists. One text is a list too, with commas between its entries.
pub(super) const LISTS: [&str; 2] = ["hosts", "own_networks"];

/// One setting.
pub(super) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it has to be, as it is told.
    pub shape: &'static str,
    reads: fn(&Figment, &str) -> bool,
}

/// All of our settings.
pub(super) fn fields() -> Vec<Field> {
    let mut fields = vec![
        field::<IpAddr>("address", "an IP address such as 127.0.0.1"),
        field::<u16>("port", "a number from 0 to 65535"),
        field::<PathBuf>("data", TEXT),
        field::<Option<String>>("database", TEXT),
        field::<Option<PathBuf>>("database_ca", TEXT),
        field::<Option<String>>("control_room_password", TEXT),
        field::<Option<String>>("health_token", TEXT),
        field::<String>("mail", TEXT),
        field::<String>("mail_from", TEXT),
        field::<MailTls>("mail_tls", "auto, required or off"),
        field::<u32>("hash_memory_kib", NUMBER),
        field::<u32>("hash_passes", NUMBER),
        field::<usize>("hash_threads", NUMBER),
        field::<usize>("hash_queue", NUMBER),
        field::<Vec<String>>("hosts", "names in quotes, such as [\"a.example\", \"b.example\"]"),
        field::<bool>("behind_tls", "true or false"),
        field::<Option<IpAddr>>("proxy", "an IP address such as 127.0.0.1"),
        field::<usize>("connections", NUMBER),
        field::<u64>("head_seconds", NUMBER),
        field::<u64>("body_seconds", NUMBER),
        field::<u64>("keep_alive", NUMBER),
        field::<u64>("world_idle_seconds", NUMBER),
        field::<i8>("certificate_years", NUMBER),
        field::<Option<String>>("certificate_address", TEXT),
        field::<Networks>(
            "own_networks",
            "addresses or networks in quotes, such as [\"127.0.0.1\", \"10.4.0.0/16\"]",
        ),
        field::<LogLevel>("log_level", "off, error, warn or info"),
        field::<LogFormat>("log_format", "text or json"),
    ];
    fields.extend(Lifetimes::default().named().map(|(name, _)| field::<u32>(name, NUMBER)));
    fields.extend(Limits::default().named().map(|(name, _)| field::<u32>(name, NUMBER)));
    fields
}

fn field<T: DeserializeOwned>(name: &'static str, shape: &'static str) -> Field {
    Field { name, shape, reads: |settings, name| settings.extract_inner::<T>(name).is_ok() }
}

/// The first setting that is not what it has to be.
pub(super) fn misread(settings: &Figment) -> Option<Field> {
    let is_set = |name| settings.find_value(name).is_ok_and(|value| !matches!(value, Value::Empty(..)));
    fields().into_iter().find(|field| is_set(field.name) && !(field.reads)(settings, field.name))
}

/// The settings with every list that was written as one text taken apart.
pub(super) fn with_lists(settings: Figment) -> Figment {
    LISTS.into_iter().fold(settings, |settings, name| match settings.find_value(name) {
        Ok(Value::String(_, text)) => settings.merge((name, entries(&text))),
        _ => settings,
    })
}

fn entries(text: &str) -> Vec<&str> {
    text.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rocket::figment::Provider;
    use rocket::figment::providers::Serialized;

    use super::*;
    use crate::config::settings::Settings;

    #[test]
    fn every_setting_has_its_field() {
        let data = Serialized::defaults(Settings::default()).data().unwrap();
        let settings: BTreeSet<_> =
            data.into_values().flat_map(rocket::figment::value::Dict::into_keys).collect();
        let described: BTreeSet<_> = fields().iter().map(|field| field.name.to_owned()).collect();
        assert_eq!(described, settings);
        assert!(misread(&Figment::from(Serialized::defaults(Settings::default()))).is_none());
        assert!(TEXTS.iter().chain(&LISTS).all(|name| described.contains(*name)));
    }

    #[test]
    fn each_is_refused_in_another_shape() {
        for field in fields() {
            let set = Figment::new().merge((field.name, [[1]]));
            assert_eq!(misread(&set).map(|misread| misread.name), Some(field.name));
        }
    }

    #[test]
    fn a_list_is_one_text_or_several() {
        let hosts = |written: &str| {
            with_lists(Figment::new().merge(("hosts", written)))
                .extract_inner::<Vec<String>>("hosts")
                .unwrap()
        };
        assert_eq!(hosts("a.example"), ["a.example"]);
        assert_eq!(hosts(" a.example, b.example ,"), ["a.example", "b.example"]);
        assert_eq!(hosts(""), [""; 0]);
    }
}
