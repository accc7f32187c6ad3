//! The way of e-mails and SMS out of the house. They were queued in the transaction that caused them; here they
//! leave, each at least once. An e-mail that is sent again carries the same Message-ID, so that it is known as one.

use std::sync::Arc;

use super::door::{Sending, outbox_context};
use super::house::House;
use crate::outside::mail::Mail;
use crate::rules::notice::Notice;
use crate::store::StoreError;
use crate::store::post::Message;

/// How many leave in one go.
const AT_ONCE: u32 = 50;
/// After so many tries a message stays, with its trouble, for the control room to show.
const MOST_TRIES: u32 = 10;

/// A notice in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The subject of an e-mail.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Sends what waits, in words that `word` finds; says how many left.
///
/// # Errors
/// When the database can't be read or written.
pub async fn send_waiting(
    house: &Arc<House>,
    word: impl Fn(&Notice) -> Worded + Send + Sync,
) -> Result<usize, StoreError> {
    let waiting = house.store.read::<_, StoreError, _>(|tx| tx.unsent(AT_ONCE)).await?;
    let mut left = 0;
    for message in waiting.into_iter().filter(|message| message.tries < MOST_TRIES) {
        let result = send(house, &message, &word).await;
        left += usize::from(result.is_ok());
        let (id, now) = (message.id, house.now());
        let noted = result.map(|()| now);
        house.store.write::<_, StoreError, _>(move |tx| tx.note_sending(id, noted)).await?;
    }
    Ok(left)
}

/// Sends one. An SMS has left when it stands in the control room: there is no other net for it.
async fn send(
    house: &House,
    message: &Message,
    word: &(impl Fn(&Notice) -> Worded + Sync),
) -> Result<(), String> {
    let opened = house.open::<Sending>(&outbox_context(message.id), &message.content);
    let sending = opened.map_err(|error| error.to_string())?;
    let Some(to) = sending.email else { return Ok(()) };
    let Worded { subject, text } = word(&sending.notice);
    let mail = Mail { id: message.id, to, subject, text, sent_at: message.queued };
    house.mail.send(&mail).await.map_err(|error| error.to_string())
}
