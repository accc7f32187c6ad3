//! What a password or a key is typed for, and where.

use serde::{Deserialize, Serialize};

use crate::actor::PlaceName;

/// The purpose and place of one typed password or key. An answer counts only for the purpose it was asked for (D4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "snake_case")]
pub enum Purpose {
    /// Logging on to Selvbetjening.
    LogOn,
    /// Logging on to the counter's pages.
    RaLogOn,
    /// Logging on to the operator's pages.
    OperatorLogOn,
    /// Logging on to a bank's counter.
    BankCounterLogOn {
        /// Stable name of the bank.
        bank: PlaceName,
    },
    /// Logging on to a service provider's site.
    SiteLogOn {
        /// Stable name of the site.
        site: PlaceName,
    },
    /// Signing a text at a provider.
    SiteSigning {
        /// Stable name of the site.
        site: PlaceName,
    },
    /// A limited look at a netbank by password alone (Rules 3.5.4).
    LimitedAccess {
        /// Stable name of the netbank.
        site: PlaceName,
    },
    /// Activating a NemID (DOMAIN 3).
    Activation,
    /// Re-opening a blocked password (Guide 3.1.3, 3.1.4).
    Reopening,
    /// Changing the password.
    PasswordChange,
    /// Choosing, changing or dropping the user id.
    UserIdChange,
    /// Changing e-mail address or mobile number.
    ContactChange,
    /// Reporting a lost card.
    LostCard,
    /// Renewing the certificate with the old one (Rules 4.4).
    Renewal,
    /// Taking a token into use (D36).
    TokenStart,
    /// Installing an app on a telephone (D36).
    AppInstall,
    /// Confirming voice response, or changing the telephone that is called (Rules 3.9).
    VoiceChange,
    /// Ending the whole NemID (Rules 3.6).
    Ending,
    /// Signing an action at a counter or an operator's desk.
    StaffSigning,
}

impl Purpose {
    /// Its stable word, without the place.
    pub fn code(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        value.get("for").and_then(|word| word.as_str()).unwrap_or_default().to_owned()
    }

    /// Whether it is a log-on with password and key, at any place.
    pub fn is_log_on(&self) -> bool {
        matches!(
            self,
            Self::LogOn
                | Self::RaLogOn
                | Self::OperatorLogOn
                | Self::BankCounterLogOn { .. }
                | Self::SiteLogOn { .. }
        )
    }

    /// The service provider, if it is typed at one. It is recorded only while the citizen wants it (Rules 3.7).
    pub fn provider(&self) -> Option<&PlaceName> {
        match self {
            Self::SiteLogOn { site } | Self::SiteSigning { site } | Self::LimitedAccess { site } => {
                Some(site)
            }
            Self::LogOn
            | Self::RaLogOn
            | Self::OperatorLogOn
            | Self::BankCounterLogOn { .. }
            | Self::Activation
            | Self::Reopening
            | Self::PasswordChange
            | Self::UserIdChange
            | Self::ContactChange
            | Self::LostCard
            | Self::Renewal
            | Self::TokenStart
            | Self::AppInstall
            | Self::VoiceChange
            | Self::Ending
            | Self::StaffSigning => None,
        }
    }

    /// The same, to be replaced.
    pub fn provider_mut(&mut self) -> Option<&mut PlaceName> {
        match self {
            Self::SiteLogOn { site } | Self::SiteSigning { site } | Self::LimitedAccess { site } => {
                Some(site)
            }
            Self::LogOn
            | Self::RaLogOn
            | Self::OperatorLogOn
            | Self::BankCounterLogOn { .. }
            | Self::Activation
            | Self::Reopening
            | Self::PasswordChange
            | Self::UserIdChange
            | Self::ContactChange
            | Self::LostCard
            | Self::Renewal
            | Self::TokenStart
            | Self::AppInstall
            | Self::VoiceChange
            | Self::Ending
            | Self::StaffSigning => None,
        }
    }
}

#[cfg(test)]
mod tests;
