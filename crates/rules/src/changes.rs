//! What a citizen changes about their own NemID: password, user id, contact data, recording.

use jiff::Timestamp;
use thiserror::Error;

use crate::actor::Stamp;
use crate::nemid::{Decision, Event, NemId, PasswordHash, Purpose};
use crate::passwords::{PasswordJudged, PasswordRefusal, PasswordVerdict};
use crate::words::{Contact, PersonName, UserId};
use crate::{Refusal, certificates, passwords};

/// Why nothing is changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// The NemID or its password can't be used now (DOMAIN 3).
    #[error(transparent)]
    NotUsable(#[from] PasswordRefusal),
    /// Another NemID has this user id (D9).
    #[error("user id taken")]
    UserIdTaken,
    /// The password contains this user id (D8).
    #[error("the password holds the user id")]
    UserIdInPassword,
}

impl Refusal for ChangeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotUsable(refusal) => refusal.code(),
            Self::UserIdTaken => "user-id-taken",
            Self::UserIdInPassword => "user-id-in-password",
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::NotUsable(refusal) => refusal.until(),
            Self::UserIdTaken | Self::UserIdInPassword => None,
        }
    }
}

/// Changes the password. The old one is judged as anywhere else (D2); if it is right, the new one replaces it.
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
    let mut judged = passwords::judge(nemid, &verdict, &Purpose::PasswordChange, stamp)?;
    if judged.wrong.is_none() {
        judged.events.push(Event::PasswordChanged { hash: new.clone() });
    }
    Ok(judged)
}

/// A user id that the citizen asks for, with what the caller found out about it.
#[derive(Clone, Copy, Debug)]
pub struct ChosenUserId<'a> {
    /// As it was typed.
    pub id: &'a UserId,
    /// Whether another NemID has this user id.
    pub taken: bool,
    /// Whether the password that was typed with it contains it.
    pub in_password: bool,
}

/// Chooses, changes or drops the user id, and switches the CPR number on or off as one (D9). The password is judged as
/// anywhere else (D2), but not when the user id can't be had, so that no wrong password is counted for nothing.
///
/// # Errors
/// [`ChangeRefusal::UserIdTaken`] and [`ChangeRefusal::UserIdInPassword`] for a new user id;
/// [`ChangeRefusal::NotUsable`] as [`passwords::judge`] says.
pub fn user_id(
    nemid: &NemId,
    typed: &PasswordVerdict,
    to: Option<ChosenUserId<'_>>,
    cpr_log_on: bool,
    stamp: &Stamp,
) -> Result<PasswordJudged, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    let to_id = to.map(|chosen| chosen.id);
    let is_new = nemid.user_id.as_ref() != to_id;
    if let Some(chosen) = to.filter(|_| is_new) {
        if chosen.taken {
            return Err(ChangeRefusal::UserIdTaken);
        }
        if chosen.in_password {
            return Err(ChangeRefusal::UserIdInPassword);
        }
    }
    let mut judged = passwords::judge(nemid, typed, &Purpose::UserIdChange, stamp)?;
    if judged.wrong.is_none() && is_new {
        judged.events.push(Event::UserIdChanged { from: nemid.user_id.clone(), to: to_id.cloned() });
    }
    if judged.wrong.is_none() && nemid.cpr_log_on != cpr_log_on {
        judged.events.push(Event::CprLogOnSwitched { on: cpr_log_on });
    }
    Ok(judged)
}

/// Changes e-mail address and mobile number.
///
/// # Errors
/// When the NemID has ended, or its password is blocked, locked or not chosen.
pub fn contact(nemid: &NemId, to: &Contact, stamp: &Stamp) -> Result<Vec<Event>, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if nemid.contact == *to {
        return Ok(Vec::new());
    }
    Ok(vec![Event::contact_changed(&nemid.contact, to)])
}

/// Changes the contact data, and records whether the certificate, which contains the e-mail address, is out of date
/// after that (Rules 4.2). `name` is the holder's name in CPR.
///
/// # Errors
/// As [`contact`].
pub fn contact_and_certificate(
    nemid: &NemId,
    to: &Contact,
    name: &PersonName,
    stamp: &Stamp,
) -> Result<Vec<Event>, ChangeRefusal> {
    let mut decision = Decision::of(nemid, stamp);
    for event in contact(nemid, to, stamp)? {
        decision.record(event);
    }
    for event in certificates::compare_details(decision.nemid(), name, stamp.at) {
        decision.record(event);
    }
    Ok(decision.events())
}

/// Changes the contact data after the password. It is judged as anywhere else (D2): notices go to these addresses, so a
/// session that is left open must not be enough to lead them elsewhere (D2).
///
/// # Errors
/// As [`passwords::judge`] says.
pub fn contact_by_password(
    nemid: &NemId,
    typed: &PasswordVerdict,
    to: &Contact,
    name: &PersonName,
    stamp: &Stamp,
) -> Result<PasswordJudged, ChangeRefusal> {
    let mut judged = passwords::judge(nemid, typed, &Purpose::ContactChange, stamp)?;
    if judged.wrong.is_none() {
        judged.events.extend(contact_and_certificate(nemid, to, name, stamp)?);
    }
    Ok(judged)
}

/// Switches the recording of service providers on or off (Rules 3.7).
///
/// # Errors
/// As [`contact`].
pub fn recording(nemid: &NemId, on: bool, stamp: &Stamp) -> Result<Vec<Event>, ChangeRefusal> {
    passwords::may_be_typed(nemid, stamp.at)?;
    if nemid.recording == on {
        return Ok(Vec::new());
    }
    Ok(vec![Event::RecordingSwitched { on }])
}

#[cfg(test)]
mod tests;
