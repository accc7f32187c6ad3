//! Sending e-mails and SMS. They were queued in the transaction that caused them; here each is sent at least
//! once. That a message is handed over is noted before it is, once the mail server is ready for it: if nobody knows how
//! that ended (the program was killed, the connection broke), it is repeated and counted, and the control room shows
//! that the recipient may have got the message twice. A repeated e-mail has the same Message-ID.

use std::io;

use jiff::SignedDuration;

use crate::cases::app::content::{Sending, outbox_context};
use crate::cases::app::{Act, App, Origin};
use crate::cases::certificates::authorities;
use crate::cases::worlds;
use crate::outside::mail::{Mail, MailError};
use crate::store::StoreError;
use crate::store::outbox::{Failed, Message};
use rules::actor::{Actor, Channel};
use rules::notice::Notice;

/// The number of messages that are sent in one go.
const AT_ONCE: u32 = 50;
/// The wait after the first failed attempt, by the real clock; it doubles after each further one …
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(2);
/// … up to this.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// How long one of several programs has a message: when it was killed, another one sends it after that.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);

/// A notice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The subject of an e-mail.
    pub subject: String,
    pub text: String,
}

/// Why a message was not sent.
enum Why {
    /// Its content does not open.
    Sealed(StoreError),
    Mail(MailError),
}

/// Sends the waiting messages, worded by `word`. Returns how many were sent. Of several processes on one data
/// folder only one sends; the others find nothing to do. Several on one database each send what they have claimed. When
/// the mail server says nothing, the rest wait for the next call.
///
/// # Errors
/// When the database can't be read or written: a message that could not be noted is not sent.
pub async fn send_waiting(
    app: &App,
    word: impl Fn(&Notice) -> Worded + Send + Sync,
) -> Result<usize, StoreError> {
    let Some(_turn) = app.sender.turn().await.map_err(not_locked)? else { return Ok(0) };
    let mut waiting = Waiting::of(app).await?;
    let mut left = 0;
    while let Some(message) = waiting.next(app).await? {
        match attempt(app, &message, &word).await? {
            Attempted::Sent => left += 1,
            Attempted::SentBefore | Attempted::Failed => {}
            Attempted::Silence => break,
        }
    }
    Ok(left)
}

/// The messages that are sent in one go.
enum Waiting {
    /// Nobody else sends them: they are read at once.
    Ours(std::vec::IntoIter<Message>),
    /// Other programs on other machines send too: each is claimed before it is sent, so many more in this go.
    Shared(u32),
}

impl Waiting {
    async fn of(app: &App) -> Result<Self, StoreError> {
        if app.store.is_shared() {
            return Ok(Self::Shared(AT_ONCE));
        }
        let now = app.real_now();
        let waiting = app.read::<_, StoreError>(move |tx| tx.unsent(now, AT_ONCE)).await?;
        Ok(Self::Ours(waiting.into_iter()))
    }

    async fn next(&mut self, app: &App) -> Result<Option<Message>, StoreError> {
        match self {
            Self::Ours(waiting) => Ok(waiting.next()),
            Self::Shared(0) => Ok(None),
            Self::Shared(more) => {
                *more -= 1;
                let now = app.real_now();
                let claim = move |act: &Act<'_>| act.tx.claim_unsent(now, now + CLAIM);
                app.act::<StoreError, _>(&Origin::inside(Channel::Clock), Actor::Clock, claim).await
            }
        }
    }
}

/// How an attempt ended.
enum Attempted {
    Sent,
    /// Somebody else sent it after it was read.
    SentBefore,
    Failed,
    /// The mail server says nothing.
    Silence,
}

async fn attempt(
    app: &App,
    message: &Message,
    word: &(impl Fn(&Notice) -> Worded + Sync),
) -> Result<Attempted, StoreError> {
    let (id, origin) = (message.id, Origin::inside(Channel::Clock));
    let mail = match app.open::<Sending>(&outbox_context(id), &message.content) {
        Ok(sending) => mail(message, sending, word),
        Err(why) => return failed(app, message, Failure { why: Why::Sealed(why), begun: false }).await,
    };
    if mail.as_ref().is_some_and(|mail| mail.signed) {
        introduced(app).await?;
    }
    let stays = worlds::mail::stays(app).await?;
    let ready = match &mail {
        Some(mail) => match app.mail.ready(mail, stays).await {
            Ok(ready) => Some(ready),
            Err(why) => return failed(app, message, Failure { why: Why::Mail(why), begun: false }).await,
        },
        // An SMS counts as sent when the control room shows it: there is no other network for it.
        None => None,
    };
    let begins = app.real_now();
    if !app.act::<StoreError, _>(&origin, Actor::Clock, move |act| act.tx.begin_sending(id, begins)).await? {
        return Ok(Attempted::SentBefore);
    }
    if let Some(ready) = ready
        && let Err(why) = ready.send().await
    {
        return failed(app, message, Failure { why: Why::Mail(why), begun: true }).await;
    }
    app.act::<StoreError, _>(&origin, Actor::Clock, move |act| act.tx.note_sent(id, act.now())).await?;
    Ok(Attempted::Sent)
}

fn not_locked(why: io::Error) -> StoreError {
    match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::DiskFull,
        _ => StoreError::Open(format!("the outbox cannot be locked: {why}")),
    }
}

/// Gets the sender a certificate, if it has none yet.
async fn introduced(app: &App) -> Result<(), StoreError> {
    let authorities = authorities::of(app).await?;
    app.mail
        .introduce(&authorities.issuing, &app.office.addresses)
        .map_err(|error| StoreError::Certificates(error.to_string()))
}

/// The e-mail of a message; `None` for an SMS. The same message always gives the same mail.
fn mail(message: &Message, sending: Sending, word: impl Fn(&Notice) -> Worded) -> Option<Mail> {
    let (to, notice) = (sending.email?, sending.notice);
    let Worded { subject, text } = word(&notice);
    Some(Mail { id: message.id, to, subject, text, sent_at: message.queued, signed: notice.is_signed() })
}

/// A whole signed e-mail, byte for byte as it is sent; `None` for an SMS or a message that does not exist.
///
/// # Errors
/// When the database can't be read or the mail can't be put together.
pub async fn signed_mail(
    app: &App,
    id: i64,
    word: impl Fn(&Notice) -> Worded,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(message) = app.read::<_, StoreError>(move |tx| tx.message(id)).await? else {
        return Ok(None);
    };
    let sending: Sending = app.open(&outbox_context(id), &message.content)?;
    let signed = mail(&message, sending, word).filter(|mail| mail.signed);
    if signed.is_some() {
        introduced(app).await?;
    }
    let written = signed.map(|mail| app.mail.written(&mail)).transpose();
    written.map_err(|error| StoreError::Open(error.to_string()))
}

/// What failed.
struct Failure {
    why: Why,
    /// Whether the message was being handed over by then.
    begun: bool,
}

async fn failed(app: &App, message: &Message, failure: Failure) -> Result<Attempted, StoreError> {
    let (code, trouble, worth_it, may_have_left, ended) = match &failure.why {
        Why::Sealed(error) => ("sealed", error.to_string(), false, false, Attempted::Failed),
        Why::Mail(error) => {
            let ended = if error.is_silence() { Attempted::Silence } else { Attempted::Failed };
            (error.code(), error.to_string(), error.is_worth_another_try(), error.may_have_left(), ended)
        }
    };
    let again = worth_it.then(|| app.real_now() + wait_after(message.tries));
    let how = Failed { code, trouble, again, is_open: may_have_left || !failure.begun };
    let id = message.id;
    let origin = Origin::inside(Channel::Clock);
    app.act::<StoreError, _>(&origin, Actor::Clock, move |act| act.tx.note_failed(id, &how)).await?;
    Ok(ended)
}

/// The wait after a failed attempt, given the number of attempts before it.
fn wait_after(tries: u32) -> SignedDuration {
    let wait =
        1_i32.checked_shl(tries).filter(|times| *times > 0).and_then(|times| FIRST_WAIT.checked_mul(times));
    wait.map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_grow_rarer_but_never_end() {
        let waits: Vec<_> =
            [0, 1, 2, 10, 11, 30, 31, 32, u32::MAX].map(|tries| wait_after(tries).as_secs()).into();
        assert_eq!(waits, [2, 4, 8, 2048, 3600, 3600, 3600, 3600, 3600]);
    }
}
