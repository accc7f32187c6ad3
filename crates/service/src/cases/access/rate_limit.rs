//! Counting what is asked for without logging on ([`limits`]), a form that is sent twice once.

use std::net::IpAddr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::{StoreError, Tx};
use rules::limits::{LimitedAction, TooOften};
use rules::words::CprNumber;
use rules::{calendar, limits};

/// Counts one more try by whom was typed and by the address it came from. What was typed is kept as a keyed
/// fingerprint alone (D12).
///
/// # Errors
/// [`TooOften`], whether what was typed names anybody or not.
pub(crate) async fn count<R>(
    app: &std::sync::Arc<App>,
    action: LimitedAction,
    typed: &str,
    origin: &Origin,
) -> Result<(), CaseError<R>>
where
    R: From<TooOften> + std::error::Error + Send + 'static,
{
    let person = app.tokens.fingerprint(&format!("{}-typed", action.code()), typed);
    let address = place(app, action, origin);
    let day = calendar::danish_date(app.now());
    let (for_person, from_address) = app
        .store
        .write::<_, StoreError, _>(move |tx| Ok((tx.count_try(&person, day)?, tx.count_try(&address, day)?)))
        .await?;
    limits::within(action, for_person, from_address).map_err(|refusal| CaseError::Refused(refusal.into()))
}

/// Counts one more try from an address alone, and says how many that makes today.
///
/// # Errors
/// When it can't be written.
pub(crate) async fn count_from(
    app: &std::sync::Arc<App>,
    action: LimitedAction,
    origin: &Origin,
) -> Result<u32, StoreError> {
    let (address, day) = (place(app, action, origin), calendar::danish_date(app.now()));
    app.store.write(move |tx| tx.count_try(&address, day)).await
}

fn place(app: &App, action: LimitedAction, origin: &Origin) -> [u8; 32] {
    app.tokens.fingerprint(&format!("{}-address", action.code()), &household(origin))
}

/// Counts one more try for the holder that was found, and says whether it is still within the limit.
pub(crate) fn count_holder(
    tx: &Tx<'_>,
    app: &App,
    action: LimitedAction,
    holder: &CprNumber,
) -> Result<bool, StoreError> {
    let subject = app.tokens.fingerprint(&format!("{}-holder", action.code()), holder.digits());
    let nth = tx.count_try(&subject, calendar::danish_date(app.now()))?;
    Ok(limits::within(action, nth, 1).is_ok())
}

/// One form sent with these contents, by the token that it was shown with: sent again it does nothing twice, with
/// other contents it is another one. A form that no page of ours showed has no token.
pub(crate) fn sending(app: &App, shown_with: Option<&Token>, typed: &str) -> Option<[u8; 32]> {
    shown_with.map(|token| app.tokens.fingerprint(&format!("sending:{}", token.reveal()), typed))
}

/// Whether a form was sent before with the same contents.
pub(crate) async fn was_sent(
    app: &std::sync::Arc<App>,
    sending: Option<[u8; 32]>,
) -> Result<bool, StoreError> {
    match sending {
        None => Ok(false),
        Some(sending) => app.store.read(move |tx| tx.is_spent(&sending)).await,
    }
}

/// Notes that a form has been sent; `false` when it was sent before.
pub(crate) fn note_sending(tx: &Tx<'_>, app: &App, sending: Option<[u8; 32]>) -> Result<bool, StoreError> {
    sending.map_or(Ok(true), |sending| tx.spend(&sending, app.clock.real_now()))
}

/// What a form came to that was sent before with the same contents.
pub(crate) fn outcome<T: DeserializeOwned>(
    tx: &Tx<'_>,
    sending: Option<[u8; 32]>,
) -> Result<Option<T>, StoreError> {
    sending.map_or(Ok(None), |sending| tx.outcome(&sending))
}

/// Notes what a form came to, so that sent again it is answered the same.
pub(crate) fn note_outcome<T: Serialize>(
    tx: &Tx<'_>,
    app: &App,
    (sending, outcome): (Option<[u8; 32]>, &T),
) -> Result<(), StoreError> {
    sending.map_or(Ok(()), |sending| tx.spend_for(&sending, outcome, app.clock.real_now()))
}

/// Who counts as one: an address, or the first half of one of IPv6, of which a household has 2⁶⁴.
fn household(origin: &Origin) -> String {
    let address = origin.address.as_deref().unwrap_or_default();
    match address.parse() {
        Ok(IpAddr::V6(address)) => format!("{:016x}", address.to_bits() >> 64),
        _ => address.to_owned(),
    }
}
