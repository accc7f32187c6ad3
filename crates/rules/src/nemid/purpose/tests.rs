//! Which purposes are log-ons, and which of them name a service provider.

use crate::nemid::purpose::*;

/// Each purpose, whether it is a log-on, and whether it is at a service provider.
fn all() -> [(Purpose, bool, bool); 14] {
    let at = || PlaceName::new("fjordbanken");
    [
        (Purpose::LogOn, true, false),
        (Purpose::RaLogOn, true, false),
        (Purpose::OperatorLogOn, true, false),
        (Purpose::BankCounterLogOn { bank: at() }, true, false),
        (Purpose::SiteLogOn { site: at() }, true, true),
        (Purpose::SiteSigning { site: at() }, false, true),
        (Purpose::LimitedAccess { site: at() }, false, true),
        (Purpose::Activation, false, false),
        (Purpose::Reopening, false, false),
        (Purpose::PasswordChange, false, false),
        (Purpose::UserIdChange, false, false),
        (Purpose::LostCard, false, false),
        (Purpose::Ending, false, false),
        (Purpose::StaffSigning, false, false),
    ]
}

#[test]
fn a_log_on_takes_password_and_key_and_only_a_provider_is_named() {
    for (mut purpose, is_log_on, at_provider) in all() {
        assert_eq!(purpose.is_log_on(), is_log_on, "{purpose:?}");
        let mut named = at_provider.then(|| PlaceName::new("fjordbanken"));
        assert_eq!(purpose.provider(), named.as_ref(), "{purpose:?}");
        assert_eq!(purpose.provider_mut(), named.as_mut(), "the same, to be replaced");
    }
}
