//! What a citizen changes about their own NemID: password, user id, contact data, recording.

use jiff::Timestamp;
use thiserror::Error;

use super::Refusal;
use super::actor::Stamp;
use super::certificates;
use super::nemid::{Course, Event, NemId, PasswordHash, Use};
use super::passwords::{self, PasswordJudged, PasswordRefusal, PasswordVerdict};
use super::words::{Contact, PersonName, UserId};

/// Why nothing is changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The NemID or its password can't be used now (DOMAIN 3).
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// Another NemID has this user id (D9).
    #[error("user id taken")]
    UserIdTaken,
}

impl Refusal for ChangeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUsable(refusal) => refusal.code(),
            Self::UserIdTaken => "user-id-taken",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::UserIdTaken => None,
        }
    }
}

/// Changes the password: the old one is judged as anywhere else (D2), then the new one takes its place.
///
/// # Errors
/// As [`passwords::judge`].
pub fn password(
    nemid: &NemId,
    old: &PasswordVerdict,
    new: &PasswordHash,
    stamp: &Stamp,
) -> Result<PasswordJudged, PasswordRefusal> {
    let verdict = PasswordVerdict { rehashed: None, ..old.clone() };
    let mut judged = passwords::judge(nemid, &verdict, &Use::PasswordChange, stamp)?;
    if judged.wrong.is_none() {
        judged.events.push(Event::PasswordChanged { hash: new.clone() });
    }
    Ok(judged)
}

/// Chooses, changes or drops the user id, and switches the CPR number on or off as one (D9). `taken` says
/// whether another NemID has it.
///
/// # Errors
/// When it is taken, or the NemID can't be used.
pub fn user_id(
    nemid: &NemId,
    to: Option<&UserId>,
    cpr_log_on: bool,
    taken: bool,
    stamp: &Stamp,
) -> Result<Vec<Event>, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if taken {
        return Err(ChangeRefusal::UserIdTaken);
    }
    let mut events = Vec::new();
    if nemid.user_id.as_ref() != to {
        events.push(Event::UserIdChanged { from: nemid.user_id.clone(), to: to.cloned() });
    }
    if nemid.cpr_log_on != cpr_log_on {
        events.push(Event::CprLogOnSwitched { on: cpr_log_on });
    }
    Ok(events)
}

/// Changes e-mail address and mobile number.
///
/// # Errors
/// When the NemID can't be used.
pub fn contact(nemid: &NemId, to: &Contact, stamp: &Stamp) -> Result<Vec<Event>, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if nemid.contact == *to {
        return Ok(Vec::new());
    }
    Ok(vec![contact_changed(&nemid.contact, to)])
}

/// Changes the contact data of a NemID whose holder's name in CPR is `name`, and notes what that makes of the
/// certificate: it carries the e-mail address (Rules 4.2).
///
/// # Errors
/// As [`contact`].
pub fn contact_and_certificate(
    nemid: &NemId,
    to: &Contact,
    name: &PersonName,
    stamp: &Stamp,
) -> Result<Vec<Event>, ChangeRefusal> {
    let mut course = Course::of(nemid, stamp);
    for event in contact(nemid, to, stamp)? {
        course.happens(event);
    }
    for event in certificates::compare_details(course.nemid(), name, stamp.at) {
        course.happens(event);
    }
    Ok(course.events())
}

/// The event that leads from one set of contact data to another.
pub fn contact_changed(from: &Contact, to: &Contact) -> Event {
    Event::ContactChanged {
        old_email: from.email.clone(),
        email: to.email.clone(),
        old_mobile: from.mobile,
        mobile: to.mobile,
    }
}

/// Switches the recording of service providers on or off (Rules 3.7).
///
/// # Errors
/// When the NemID can't be used.
pub fn recording(nemid: &NemId, on: bool, stamp: &Stamp) -> Result<Vec<Event>, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if nemid.recording == on {
        return Ok(Vec::new());
    }
    Ok(vec![Event::RecordingSwitched { on }])
}
