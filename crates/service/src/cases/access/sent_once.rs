//! A form that is sent twice does its work once.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cases::app::{Act, App};
use crate::outside::keys::tokens::Token;
use crate::store::{StoreError, Tx};

/// One form sent with certain contents: the fingerprint of both. A form that did not come from one of our
/// pages has none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sending(Option<[u8; 32]>);

/// The sending of a form, identified by the token that it was shown with. Other contents make it another
/// sending.
pub(crate) fn sending(app: &App, shown_with: Option<&Token>, typed: &str) -> Sending {
    Sending(shown_with.map(|token| app.tokens.fingerprint(&format!("sending:{}", token.reveal()), typed)))
}

/// Whether a form was sent before with the same contents.
pub(crate) async fn was_sent(app: &App, sending: Sending) -> Result<bool, StoreError> {
    match sending.0 {
        None => Ok(false),
        Some(_) => app.read(move |tx| is_noted(tx, sending)).await,
    }
}

/// The same, within a transaction.
pub(crate) fn is_noted(tx: &Tx<'_>, sending: Sending) -> Result<bool, StoreError> {
    sending.0.map_or(Ok(false), |sending| tx.is_spent(&sending))
}

/// Notes that a form has been sent. Returns `false` when it was sent before.
pub(crate) fn note(act: &Act<'_>, sending: Sending) -> Result<bool, StoreError> {
    sending.0.map_or(Ok(true), |sending| act.tx.spend(&sending, act.real_now))
}

/// The outcome of a form that was sent before with the same contents.
pub(crate) fn outcome<T: DeserializeOwned>(tx: &Tx<'_>, sending: Sending) -> Result<Option<T>, StoreError> {
    sending.0.map_or(Ok(None), |sending| tx.outcome(&sending))
}

/// Notes the outcome of a form, so that the same answer is given when it is sent again.
pub(crate) fn note_outcome<T: Serialize>(
    act: &Act<'_>,
    sending: Sending,
    outcome: &T,
) -> Result<(), StoreError> {
    sending.0.map_or(Ok(()), |sending| act.tx.spend_for(&sending, outcome, act.real_now))
}
