//! How often something may be asked for without logging on ([`limits`]).

use rules::actor::Actor;
use rules::calendar;
use rules::limits::{self, Household, LimitedAction, TooOften};
use rules::words::CprNumber;

use crate::cases::app::{Act, App, CaseError, Origin};
use crate::store::StoreError;

/// Counts one more attempt under the typed value and under the address it came from. The typed value is kept
/// only as a keyed fingerprint (D12).
///
/// # Errors
/// [`TooOften`], whether the typed value names anybody or not.
pub(crate) async fn count<R>(
    app: &App,
    action: LimitedAction,
    typed: &str,
    origin: &Origin,
) -> Result<(), CaseError<R>>
where
    R: From<TooOften> + std::error::Error + Send + 'static,
{
    let person = app.tokens.fingerprint(&format!("{}-typed", action.code()), typed);
    let address = place(app, action, origin);
    let counted = app
        .act::<StoreError, _>(origin, Actor::Visitor, move |act| {
            let day = calendar::danish_date(act.now());
            Ok((act.tx.count_try(&person, day)?, act.tx.count_try(&address, day)?))
        })
        .await?;
    limits::within(action, counted.0, counted.1).map_err(|refusal| CaseError::Refused(refusal.into()))
}

/// Counts one more attempt from an address alone. Returns how many that makes today.
pub(crate) async fn count_from(app: &App, action: LimitedAction, origin: &Origin) -> Result<u32, StoreError> {
    let address = place(app, action, origin);
    app.act(origin, Actor::Visitor, move |act| act.tx.count_try(&address, calendar::danish_date(act.now())))
        .await
}

fn place(app: &App, action: LimitedAction, origin: &Origin) -> [u8; 32] {
    app.tokens.fingerprint(&format!("{}-address", action.code()), &household(origin))
}

/// Counts one more attempt for the holder that was found. Returns whether it is still within the limit.
pub(crate) fn count_holder(
    act: &Act<'_>,
    action: LimitedAction,
    holder: &CprNumber,
) -> Result<bool, StoreError> {
    let subject = act.app.tokens.fingerprint(&format!("{}-holder", action.code()), holder.digits());
    let nth = act.tx.count_try(&subject, calendar::danish_date(act.now()))?;
    Ok(limits::within(action, nth, 1).is_ok())
}

/// The household that an attempt counts for; all requests without an address count together.
fn household(origin: &Origin) -> String {
    let address = origin.address.as_deref().and_then(|address| address.parse().ok());
    address.map(|address| Household::of(address).to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::actor::Channel;

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
