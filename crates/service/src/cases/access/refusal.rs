//! Why a log-on is refused: one name for every reason, whatever was typed and wherever.

use rules::Refusal;
use rules::guesses::GuessRefusal;
use rules::keys::KeyRefusal;
use rules::nemid::lockout::AfterWrong;
use rules::passwords::PasswordRefusal;
use rules::providers::SiteRefusal;
use rules::signing::SigningRefusal;
use rules::words::CarrierKind;
use thiserror::Error;

/// Why a log-on was refused. Known and unknown user ids get the same refusals.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum LogOnRefusal {
    /// User id or password are wrong.
    #[error("wrong user id or password")]
    Wrong,
    /// That was the fifth wrong one, or the lock is still running.
    #[error("locked until {until}")]
    Locked {
        /// The end of the lock.
        until: jiff::Timestamp,
    },
    /// It was a temporary password, which is dead since it was typed here (Guide 3.1.2); shown only to its digits.
    #[error("a temporary password was typed as a password")]
    TemporaryPasswordTyped,
    /// Too many passwords were wrong from this place, whomever they were for (D23).
    #[error("too many wrong guesses from this place")]
    TooManyGuesses,
    /// The password is blocked.
    #[error("password blocked")]
    PasswordBlocked,
    /// The password is blocked, and only the bank that made the NemID helps; shown only to the right
    /// password.
    #[error("password blocked; its bank helps")]
    PasswordBlockedAtBank,
    /// The password is blocked, and an administrator helps (D20); shown only to the right password.
    #[error("password blocked; an administrator helps")]
    PasswordBlockedAtWork,
    /// The NemID is blocked.
    #[error("NemID blocked")]
    NemIdBlocked,
    /// The NemID is closed.
    #[error("NemID closed")]
    NemIdClosed,
    /// The log-on took longer than five minutes, or a newer one has ended it (D11).
    #[error("the log-on has run out")]
    RunOut,
    /// The password and the key were right, but this NemID opens nothing here (D20).
    #[error("no role that opens this")]
    NoRole,
    /// The card or the key.
    #[error(transparent)]
    Key(#[from] KeyRefusal),
    /// A wrong key; so many more before the card is blocked.
    #[error("wrong key")]
    WrongKey {
        /// Tries left.
        left: u8,
    },
    /// The wrong key was the fifth in a row, and blocked the card (D3).
    #[error("card blocked")]
    CardBlocked,
    /// A wrong answer with a token, an app or by telephone; so many more before it is blocked (D36).
    #[error("wrong answer")]
    WrongAnswer {
        /// What it was given with.
        kind: CarrierKind,
        /// Tries left.
        left: u8,
    },
    /// The wrong answer was the fifth in a row, and blocked the token, the app or the voice line (D36).
    #[error("carrier blocked")]
    CarrierBlocked {
        /// What was blocked.
        kind: CarrierKind,
    },
    /// The token's code was far ahead: the code after it is asked for (D36).
    #[error("next code")]
    NextCode,
    /// Password and key were right, but the site does not admit this NemID, or does not allow this action.
    #[error(transparent)]
    Site(#[from] SiteRefusal),
    /// A text can't be signed as it was read: what it was written from has changed, or the account no longer
    /// covers it.
    #[error(transparent)]
    NotAsRead(SigningRefusal),
}

impl LogOnRefusal {
    /// Whether the same question may be answered again.
    pub fn leaves_the_question(self) -> bool {
        matches!(
            self,
            Self::WrongKey { .. }
                | Self::WrongAnswer { .. }
                | Self::NextCode
                | Self::Key(
                    KeyRefusal::AskedAnew
                        | KeyRefusal::NotApproved
                        | KeyRefusal::NotCalled
                        | KeyRefusal::ThisTelephone
                        | KeyRefusal::TooManyCalls
                )
        )
    }
}

impl Refusal for LogOnRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong => "wrong-user-id-or-password",
            Self::Locked { .. } => "locked",
            Self::TemporaryPasswordTyped => "temporary-password-typed",
            Self::TooManyGuesses => GuessRefusal::TooManyFromPlace.code(),
            Self::PasswordBlocked => "password-blocked",
            Self::PasswordBlockedAtBank => "password-blocked-at-bank",
            Self::PasswordBlockedAtWork => "password-blocked-at-work",
            Self::NemIdBlocked => "nemid-blocked",
            Self::NemIdClosed => "nemid-closed",
            Self::RunOut => "log-on-expired",
            Self::NoRole => "no-role",
            Self::Key(refusal) => refusal.code(),
            Self::WrongKey { .. } | Self::WrongAnswer { kind: CarrierKind::Card, .. } => "wrong-key",
            Self::WrongAnswer { kind: CarrierKind::Token, .. } => "wrong-token-code",
            Self::WrongAnswer { kind: CarrierKind::App, .. } => "wrong-app-pin",
            Self::WrongAnswer { kind: CarrierKind::Voice, .. } => "wrong-voice-key",
            Self::CardBlocked | Self::CarrierBlocked { kind: CarrierKind::Card } => "card-blocked",
            Self::CarrierBlocked { kind: CarrierKind::Token } => "token-blocked",
            Self::CarrierBlocked { kind: CarrierKind::App } => "app-blocked",
            Self::CarrierBlocked { kind: CarrierKind::Voice } => "voice-blocked",
            Self::NextCode => "next-code",
            Self::Site(refusal) => refusal.code(),
            Self::NotAsRead(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<jiff::Timestamp> {
        match self {
            Self::Locked { until } => Some(*until),
            _ => None,
        }
    }

    fn tries_left(&self) -> Option<u8> {
        match self {
            Self::WrongKey { left } | Self::WrongAnswer { left, .. } => Some(*left),
            _ => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        *self == Self::TooManyGuesses
    }
}

impl From<PasswordRefusal> for LogOnRefusal {
    fn from(refusal: PasswordRefusal) -> Self {
        match refusal {
            PasswordRefusal::Locked { until } => Self::Locked { until },
            PasswordRefusal::Blocked { .. } => Self::PasswordBlocked,
            PasswordRefusal::NemIdBlocked => Self::NemIdBlocked,
            PasswordRefusal::NemIdClosed => Self::NemIdClosed,
            PasswordRefusal::NotActivated => Self::Wrong,
            PasswordRefusal::Stale => Self::RunOut,
        }
    }
}

impl From<GuessRefusal> for LogOnRefusal {
    fn from(refusal: GuessRefusal) -> Self {
        match refusal {
            GuessRefusal::Barred { until } => Self::Locked { until },
            GuessRefusal::TooManyFromPlace => Self::TooManyGuesses,
        }
    }
}

impl From<SigningRefusal> for LogOnRefusal {
    fn from(refusal: SigningRefusal) -> Self {
        match refusal {
            SigningRefusal::NotUsable(refusal) => refusal.into(),
            SigningRefusal::Site(refusal) => refusal.into(),
            SigningRefusal::Key(refusal) => refusal.into(),
            SigningRefusal::Changed | SigningRefusal::Payment(_) => Self::NotAsRead(refusal),
        }
    }
}

impl From<AfterWrong> for LogOnRefusal {
    fn from(after: AfterWrong) -> Self {
        match after {
            AfterWrong::TryAgain { .. } => Self::Wrong,
            AfterWrong::Locked { until } => Self::Locked { until },
            AfterWrong::Blocked => Self::PasswordBlocked,
        }
    }
}
