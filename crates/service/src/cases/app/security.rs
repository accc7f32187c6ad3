//! Security events: what the person who runs the program is told about log-ons, limits, roles and attacks, each
//! under a stable code. `docs/security-events.md` says of each what it means and what to do.
//!
//! An event holds no CPR number, no secret and nothing that a visitor typed. A NemID or a typed user id is in it
//! as a keyed fingerprint, which is the same for the same one and tells nothing else.

use log::kv::{Key, Source, Value};
use log::{Level, Record};

use crate::cases::app::{Origin, Parts};

/// The target of the records, by which the log tells them from others.
pub const TARGET: &str = "security";

/// Why a log-on was refused: a wrong password, or a user id that nobody has.
pub(crate) const WRONG_PASSWORD: &str = "wrong-password";

/// A security event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecurityEvent {
    /// Somebody logged on: with password and key, or to look at a netbank with the password alone.
    LoggedOn { purpose: String, subject: String },
    /// A log-on, or another use of a password, was refused.
    LogOnRefused { why: String, purpose: String, subject: String },
    /// Wrong passwords locked a NemID, or a user id that nobody has.
    PasswordLocked { subject: String },
    /// A password was blocked.
    PasswordBlocked { why: String, subject: String },
    /// A wrong key was typed.
    KeyRefused { purpose: String, subject: String },
    /// A key card was blocked.
    CardBlocked { why: String, subject: String },
    /// A token, an app or a voice line was blocked.
    CarrierBlocked { kind: &'static str, why: String, subject: String },
    /// A wrong temporary password was typed.
    TemporaryPasswordRefused { subject: String },
    /// A change ended sessions of a NemID.
    SessionsEnded { cause: String, count: u64, subject: String },
    /// A role was granted to an employee.
    RoleGranted { role: &'static str, subject: String },
    /// A role was withdrawn from an employee.
    RoleWithdrawn { subject: String },
    /// A visitor from a place opened the control room with its password.
    ControlRoomOpened,
    /// The world was begun anew from the control room: everything that was in it is gone.
    WorldReset,
    /// The world was put back to a save point from the control room: what happened in it since is gone.
    WorldPutBack,
    /// A wrong control-room password was typed.
    ControlRoomRefused,
    /// A place had typed so many wrong control-room passwords that its next one was not looked at.
    ControlRoomBarred,
    /// A limit was reached (429).
    LimitReached { route: String },
    /// Somebody who is logged on asked for what they have no right to (403).
    AccessDenied { route: String },
    /// A form or JSON was sent by another site's page (403).
    ForeignOrigin { route: String },
    /// A form was sent without the token that this browser was given (403).
    FormTokenRefused { route: String },
    /// A request was for a host that is not ours, or for none (421).
    HostRefused,
    /// The program was started with a setting that protects less than it could.
    SettingsDangerous { setting: &'static str },
    /// The database is damaged.
    DatabaseDamaged,
}

impl SecurityEvent {
    /// The stable code, in snake case. It never changes its meaning.
    pub fn code(&self) -> &'static str {
        match self {
            Self::LoggedOn { .. } => "logged_on",
            Self::LogOnRefused { .. } => "log_on_refused",
            Self::PasswordLocked { .. } => "password_locked",
            Self::PasswordBlocked { .. } => "password_blocked",
            Self::KeyRefused { .. } => "key_refused",
            Self::CardBlocked { .. } => "card_blocked",
            Self::CarrierBlocked { .. } => "carrier_blocked",
            Self::TemporaryPasswordRefused { .. } => "temporary_password_refused",
            Self::SessionsEnded { .. } => "sessions_ended",
            Self::RoleGranted { .. } => "role_granted",
            Self::RoleWithdrawn { .. } => "role_withdrawn",
            Self::ControlRoomOpened => "control_room_opened",
            Self::WorldReset => "world_reset",
            Self::WorldPutBack => "world_put_back",
            Self::ControlRoomRefused => "control_room_refused",
            Self::ControlRoomBarred => "control_room_barred",
            Self::LimitReached { .. } => "limit_reached",
            Self::AccessDenied { .. } => "access_denied",
            Self::ForeignOrigin { .. } => "foreign_origin",
            Self::FormTokenRefused { .. } => "form_token_refused",
            Self::HostRefused => "host_refused",
            Self::SettingsDangerous { .. } => "settings_dangerous",
            Self::DatabaseDamaged => "database_damaged",
        }
    }

    fn level(&self) -> Level {
        match self {
            Self::LoggedOn { .. }
            | Self::SessionsEnded { .. }
            | Self::RoleGranted { .. }
            | Self::RoleWithdrawn { .. }
            | Self::ControlRoomOpened => Level::Info,
            Self::DatabaseDamaged => Level::Error,
            _ => Level::Warn,
        }
    }

    /// The event in words.
    fn message(&self) -> &'static str {
        match self {
            Self::LoggedOn { .. } => "somebody logged on",
            Self::LogOnRefused { .. } => "a log-on was refused",
            Self::PasswordLocked { .. } => "wrong passwords locked a user id",
            Self::PasswordBlocked { .. } => "a password was blocked",
            Self::KeyRefused { .. } => "a wrong key was typed",
            Self::CardBlocked { .. } => "a key card was blocked",
            Self::CarrierBlocked { .. } => "a token, an app or a voice line was blocked",
            Self::TemporaryPasswordRefused { .. } => "a wrong temporary password was typed",
            Self::SessionsEnded { .. } => "a change ended sessions",
            Self::RoleGranted { .. } => "a role was granted",
            Self::RoleWithdrawn { .. } => "a role was withdrawn",
            Self::ControlRoomOpened => "the control room was opened",
            Self::WorldReset => "the world was begun anew",
            Self::WorldPutBack => "the world was put back to a save point",
            Self::ControlRoomRefused => "a wrong control-room password was typed",
            Self::ControlRoomBarred => "too many wrong control-room passwords came from one place",
            Self::LimitReached { .. } => "a limit was reached",
            Self::AccessDenied { .. } => "somebody asked for what they have no right to",
            Self::ForeignOrigin { .. } => "another site's page sent a form",
            Self::FormTokenRefused { .. } => "a form came without its token",
            Self::HostRefused => "a request was for another host",
            Self::SettingsDangerous { setting: "address" } => {
                "other machines can reach this address, and nothing protects what they send: run a TLS proxy in \
                 front and set behind_tls and proxy"
            }
            Self::SettingsDangerous { setting: "mail" } => {
                "mail leaves this machine unencrypted: write smtps:// instead of smtp://, or set mail_tls to required"
            }
            Self::SettingsDangerous { .. } => "a setting protects less than it could",
            Self::DatabaseDamaged => {
                "the database is damaged: stop the program and run `selvbetjening check`"
            }
        }
    }

    fn fields(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::LoggedOn { purpose, subject } | Self::KeyRefused { purpose, subject } => {
                vec![("purpose", purpose), ("subject", subject)]
            }
            Self::LogOnRefused { why, purpose, subject } => {
                vec![("why", why), ("purpose", purpose), ("subject", subject)]
            }
            Self::PasswordBlocked { why, subject } | Self::CardBlocked { why, subject } => {
                vec![("why", why), ("subject", subject)]
            }
            Self::CarrierBlocked { kind, why, subject } => {
                vec![("kind", kind), ("why", why), ("subject", subject)]
            }
            Self::SessionsEnded { cause, subject, .. } => vec![("cause", cause), ("subject", subject)],
            Self::RoleGranted { role, subject } => vec![("role", role), ("subject", subject)],
            Self::PasswordLocked { subject }
            | Self::TemporaryPasswordRefused { subject }
            | Self::RoleWithdrawn { subject } => vec![("subject", subject)],
            Self::LimitReached { route }
            | Self::AccessDenied { route }
            | Self::ForeignOrigin { route }
            | Self::FormTokenRefused { route } => vec![("route", route)],
            Self::SettingsDangerous { setting } => vec![("setting", setting)],
            Self::ControlRoomOpened
            | Self::WorldReset
            | Self::WorldPutBack
            | Self::ControlRoomRefused
            | Self::ControlRoomBarred
            | Self::HostRefused
            | Self::DatabaseDamaged => Vec::new(),
        }
    }

    /// Writes the event to the log, with where it came from.
    pub fn tell(&self, origin: &Origin) {
        let channel = rules::code(origin.channel);
        let mut fields = self.fields();
        let address = origin.address.map(|address| address.to_string());
        fields.push(("channel", &channel));
        fields.extend(address.as_deref().map(|address| ("address", address)));
        self.write(&fields);
    }

    /// Writes an event that came from no visitor.
    pub fn tell_of_program(&self) {
        self.write(&self.fields());
    }

    fn write(&self, fields: &[(&str, &str)]) {
        let count = if let Self::SessionsEnded { count, .. } = self { Some(*count) } else { None };
        let pairs = Pairs { code: self.code(), count, fields };
        log::logger().log(
            &Record::builder()
                .target(TARGET)
                .level(self.level())
                .key_values(&pairs)
                .args(format_args!("{}", self.message()))
                .build(),
        );
    }
}

/// The fields of a record.
struct Pairs<'a> {
    code: &'static str,
    count: Option<u64>,
    fields: &'a [(&'a str, &'a str)],
}

impl Source for Pairs<'_> {
    fn visit<'kvs>(&'kvs self, visitor: &mut dyn log::kv::VisitSource<'kvs>) -> Result<(), log::kv::Error> {
        visitor.visit_pair(Key::from_str("code"), Value::from(self.code))?;
        if let Some(count) = self.count {
            visitor.visit_pair(Key::from_str("count"), Value::from(count))?;
        }
        self.fields
            .iter()
            .try_for_each(|(name, value)| visitor.visit_pair(Key::from_str(name), Value::from(*value)))
    }
}

impl Parts {
    /// A keyed fingerprint of a NemID or a typed user id for the log: the same for the same one, for as long as
    /// the world has this server key.
    pub(crate) fn subject(&self, of: &str) -> String {
        let fingerprint = self.tokens.fingerprint("log-subject", of);
        format!("{:016x}", u64::from_be_bytes(fingerprint.first_chunk().copied().unwrap_or_default()))
    }
}
