//! One's own sessions as a page shows them: where one is logged on, for how long, and with what (D11). The citizen's
//! page and the desks' share it.

use std::net::{IpAddr, Ipv6Addr};

use jiff::{SignedDuration, Timestamp};
use rocket::FromForm;
use serde::Serialize;

use crate::web::answer::Answer;
use crate::web::answer::Handled;
use crate::web::language::Language;
use crate::web::section::Section;
use crate::web::texts::Text;
use rules::places;
use service::cases::access::audience::Audience;
use service::cases::app::{App, StoreError};
use service::cases::own::sessions::OpenSession;
use service::cases::own::{Own, sessions};

/// Names the session that is to be ended.
#[derive(FromForm)]
pub struct EndForm {
    session: String,
}

/// The list.
#[derive(Serialize)]
pub struct SessionList {
    done: Option<Text>,
    /// The address of the page.
    base: String,
    /// The session that asks comes first.
    sessions: Vec<SessionRow>,
    /// Whether there are others than the one that asks.
    others: bool,
}

#[derive(Serialize)]
struct SessionRow {
    mark: String,
    at: String,
    started: Ago,
    seen: Ago,
    place: Option<String>,
    device: Option<String>,
    limited: bool,
    here: bool,
}

/// How long ago something was, by the real clock; the world's clock tells another time.
#[derive(Serialize)]
struct Ago {
    hours: u32,
    minutes: u32,
}

impl Ago {
    fn of(since: SignedDuration) -> Self {
        let minutes = u32::try_from(since.as_mins()).unwrap_or_default();
        Self { hours: minutes / 60, minutes: minutes % 60 }
    }
}

/// The list for the person who asks, at an address; `done` says what was just ended.
///
/// # Errors
/// When the sessions can't be read.
pub async fn list(
    app: &App,
    own: &Own,
    base: &str,
    done: Option<&str>,
    language: Language,
) -> Result<SessionList, StoreError> {
    let now = app.real_now();
    let mut all = sessions::all(app, own).await?;
    all.sort_by_key(|one| !one.asking);
    Ok(SessionList {
        done: match done {
            Some("session") => Some(Text::new("sessions-done-one")),
            Some("andre") => Some(Text::new("sessions-done-others")),
            _ => None,
        },
        base: base.to_owned(),
        others: all.iter().any(|one| !one.asking),
        sessions: all.into_iter().map(|one| row(one, now, language)).collect(),
    })
}

/// Ends the named session and shows the list again.
///
/// # Errors
/// When it can't be ended.
pub async fn end(app: &App, own: Own, base: &str, sent: &EndForm) -> Handled {
    sessions::end(app, own, sent.session.clone()).await?;
    Ok(Answer::go(format!("{base}?gjort=session")))
}

/// Ends all but the one that asks and shows the list again.
///
/// # Errors
/// When they can't be ended.
pub async fn end_others(app: &App, own: Own, base: &str) -> Handled {
    sessions::end_others(app, own).await?;
    Ok(Answer::go(format!("{base}?gjort=andre")))
}

fn row(one: OpenSession, now: Timestamp, language: Language) -> SessionRow {
    SessionRow {
        at: name(&one.audience).say(language),
        started: Ago::of(now.duration_since(one.started)),
        seen: Ago::of(now.duration_since(one.seen)),
        place: one.address.as_deref().map(place),
        mark: one.mark,
        device: one.device,
        limited: one.limited,
        here: one.asking,
    }
}

/// Where one is logged on.
fn name(audience: &Audience) -> Text {
    match audience {
        Audience::Site(site) => Text::new("sessions-at-site").with("site", places::title(site)),
        Audience::BankCounter(bank) => Text::new("desk-title-bank").with("bank", places::title(bank)),
        other => Text::new(Section::from(other).name()),
    }
}

/// The part of an address that stays the same for one connection: an IPv4 address, the network of an IPv6 one.
fn place(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_an_address_or_a_network() {
        assert_eq!(place("192.0.2.7"), "192.0.2.7");
        assert_eq!(place("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    }

    #[test]
    fn what_began_by_a_clock_that_is_ahead_began_just_now() {
        let ago = Ago::of(SignedDuration::from_mins(-3));
        assert_eq!((ago.hours, ago.minutes), (0, 0));
        let ago = Ago::of(SignedDuration::from_mins(125));
        assert_eq!((ago.hours, ago.minutes), (2, 5));
    }
}
