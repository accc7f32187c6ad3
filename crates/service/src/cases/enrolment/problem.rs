//! Why an activation or a re-opening does not begin or continue.

use jiff::Timestamp;
use thiserror::Error;

use crate::cases::app::CaseError;
use rules::Refusal;
use rules::activation::EnrolmentRefusal;
use rules::guesses::GuessRefusal;
use rules::nemid::temporary::TemporaryEnd;
use rules::words::PasswordFaults;

/// Why an enrolment does not begin or continue. A NemID-nummer that nobody has gets the same answers.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum EnrolmentProblem {
    /// NemID-nummer or temporary password is wrong; `left` attempts remain.
    #[error("wrong number or temporary password")]
    Wrong { left: u8 },
    /// Three attempts with this NemID-nummer were wrong. It says nothing of a letter, since the number may be the
    /// wrong one.
    #[error("three attempts were wrong")]
    TriedOut,
    /// The place may not try (D23).
    #[error(transparent)]
    Guesses(#[from] GuessRefusal),
    /// The temporary password no longer works.
    #[error("the temporary password is dead")]
    Dead { why: TemporaryEnd },
    /// Half an hour has passed, or nothing was begun (D11).
    #[error("the start has run out")]
    RunOut,
    /// Another enrolment has begun in another window of the same browser.
    #[error("another start is in progress")]
    Elsewhere,
    /// The remembered password is not the one the NemID had; `left` attempts of the temporary one remain.
    #[error("not the remembered password")]
    RememberedWrong { left: u8 },
    /// The chosen password breaks these clauses of D8.
    #[error("the chosen password does not keep D8")]
    Password(PasswordFaults),
    /// The chosen user id is taken.
    #[error("user id taken")]
    UserIdTaken,
    /// A wrong key; `left` attempts remain before the card is blocked.
    #[error("wrong key")]
    WrongKey { left: u8 },
    /// The card was blocked by wrong keys (D3).
    #[error("card blocked")]
    CardBlocked,
    /// A wrong key of a telephone; `left` attempts remain before it is called no more (D38).
    #[error("wrong read-out key")]
    WrongReadOutKey { left: u8 },
    /// Wrong keys blocked the telephone (D36).
    #[error("telephone blocked")]
    LineBlocked,
    /// The rules say no.
    #[error(transparent)]
    Rule(#[from] EnrolmentRefusal),
}

impl Refusal for EnrolmentProblem {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong { .. } => "temporary-wrong",
            Self::TriedOut => "temporary-tried-out",
            Self::Guesses(GuessRefusal::Barred { .. }) => "temporary-barred",
            Self::Guesses(refusal) => refusal.code(),
            Self::Dead { .. } => "temporary-dead",
            Self::RunOut => "start-expired",
            Self::Elsewhere => "start-elsewhere",
            Self::RememberedWrong { .. } => "remembered-wrong",
            Self::Password(faults) => faults.first().code(),
            Self::UserIdTaken => "user-id-taken",
            Self::WrongKey { .. } => "wrong-key",
            Self::CardBlocked => "card-blocked",
            Self::WrongReadOutKey { .. } => "wrong-voice-key",
            Self::LineBlocked => "voice-blocked",
            Self::Rule(refusal) => refusal.code(),
        }
    }

    fn until(&self) -> Option<Timestamp> {
        match self {
            Self::Guesses(refusal) => refusal.until(),
            _ => None,
        }
    }

    fn is_for_too_many(&self) -> bool {
        matches!(self, Self::Guesses(refusal) if refusal.is_for_too_many())
    }
}

/// How a step of an enrolment fails.
pub type EnrolmentError = CaseError<EnrolmentProblem>;

/// Fails a case with this problem.
pub(crate) fn no<T>(problem: impl Into<EnrolmentProblem>) -> Result<T, EnrolmentError> {
    Err(CaseError::Refused(problem.into()))
}
