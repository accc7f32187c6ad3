//! Counting what is asked for without logging on ([`limits`]), a form that is sent twice once.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::house::{House, Origin, Trouble};
use crate::outside::tokens::Token;
use crate::rules::calendar;
use crate::rules::limits::{self, Errand, Household, TooOften};
use crate::rules::words::CprNumber;
use crate::store::{StoreError, Tx};

/// Counts one more try by whom was typed and by the address it came from. What was typed is kept as a keyed
/// fingerprint alone (D12).
///
/// # Errors
/// [`TooOften`], whether what was typed names anybody or not.
pub(super) async fn count<R>(
    house: &std::sync::Arc<House>,
    errand: Errand,
    typed: &str,
    origin: &Origin,
) -> Result<(), Trouble<R>>
where
    R: From<TooOften> + std::error::Error + Send + 'static,
{
    let person = house.tokens.shadow_of(&format!("{}-typed", errand.code()), typed);
    let address = place(house, errand, origin);
    let day = calendar::danish_date(house.now());
    let counted = house
        .store
        .write::<_, StoreError, _>(move |tx| Ok((tx.count_try(&person, day)?, tx.count_try(&address, day)?)))
        .await?;
    limits::within(errand, counted).map_err(|refusal| Trouble::Refused(refusal.into()))
}

/// Counts one more try from an address alone, and says how many that makes today.
///
/// # Errors
/// When it can't be written.
pub(super) async fn count_from(
    house: &std::sync::Arc<House>,
    errand: Errand,
    origin: &Origin,
) -> Result<u32, StoreError> {
    let (address, day) = (place(house, errand, origin), calendar::danish_date(house.now()));
    house.store.write(move |tx| tx.count_try(&address, day)).await
}

fn place(house: &House, errand: Errand, origin: &Origin) -> [u8; 32] {
    house.tokens.shadow_of(&format!("{}-address", errand.code()), &household(origin))
}

/// Counts one more try for the holder that was found, and says whether it is still within the limit.
pub(super) fn count_holder(
    tx: &Tx<'_>,
    house: &House,
    errand: Errand,
    holder: &CprNumber,
) -> Result<bool, StoreError> {
    let subject = house.tokens.shadow_of(&format!("{}-holder", errand.code()), holder.digits());
    let nth = tx.count_try(&subject, calendar::danish_date(house.now()))?;
    Ok(limits::within(errand, (nth, 1)).is_ok())
}

/// One form sent with these contents, by the token that it was shown with: sent again it does nothing twice, with
/// other contents it is another one. A form that no page of ours showed has no token.
pub(super) fn sending(house: &House, shown_with: Option<&Token>, typed: &str) -> Option<[u8; 32]> {
    shown_with.map(|token| house.tokens.shadow_of(&format!("sending:{}", token.reveal()), typed))
}

/// Whether a form was sent before with the same contents.
pub(super) async fn was_sent(
    house: &std::sync::Arc<House>,
    sending: Option<[u8; 32]>,
) -> Result<bool, StoreError> {
    match sending {
        None => Ok(false),
        Some(sending) => house.store.read(move |tx| tx.is_spent(&sending)).await,
    }
}

/// Notes that a form has been sent; `false` when it was sent before.
pub(super) fn note_sending(
    tx: &Tx<'_>,
    house: &House,
    sending: Option<[u8; 32]>,
) -> Result<bool, StoreError> {
    sending.map_or(Ok(true), |sending| tx.spend(&sending, house.clock.real_now()))
}

/// What a form came to that was sent before with the same contents.
pub(super) fn outcome<T: DeserializeOwned>(
    tx: &Tx<'_>,
    sending: Option<[u8; 32]>,
) -> Result<Option<T>, StoreError> {
    sending.map_or(Ok(None), |sending| tx.outcome(&sending))
}

/// Notes what a form came to, so that sent again it is answered the same.
pub(super) fn note_outcome<T: Serialize>(
    tx: &Tx<'_>,
    house: &House,
    (sending, outcome): (Option<[u8; 32]>, &T),
) -> Result<(), StoreError> {
    sending.map_or(Ok(()), |sending| tx.spend_for(&sending, outcome, house.clock.real_now()))
}

/// Who counts as one; what comes from no address counts together.
fn household(origin: &Origin) -> String {
    let address = origin.address.as_deref().and_then(|address| address.parse().ok());
    address.map(|address| Household::of(address).to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::actor::Channel;

    #[test]
    fn households_behind_a_proxy_that_speaks_of_ipv4_as_ipv6_are_not_one() {
        let from = |address: &str| {
            household(&Origin { address: Some(address.to_owned()), ..Origin::inside(Channel::Selvbetjening) })
        };
        assert_ne!(from("::ffff:192.0.2.7"), from("::ffff:192.0.2.8"));
        assert_eq!(from("::ffff:192.0.2.7"), from("192.0.2.7"));
        assert_eq!(from("2001:db8:1:2::7"), from("2001:db8:1:2:ffff::"));
    }
}
