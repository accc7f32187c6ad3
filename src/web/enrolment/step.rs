//! The steps of an enrolment in their order, and the next one.

use serde::Serialize;

use rules::nemid::temporary::TemporaryPurpose;
use service::cases::enrolment::begin::Progress;

/// The two kinds of enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// A NemID that was never in use is activated.
    Activation,
    /// A NemID whose password is locked or forgotten is opened again.
    Reopening,
}

impl Flow {
    /// The flow that a temporary password opens.
    pub const fn of(purpose: TemporaryPurpose) -> Self {
        match purpose {
            TemporaryPurpose::Activate => Self::Activation,
            TemporaryPurpose::Unlock | TemporaryPurpose::Reset => Self::Reopening,
        }
    }
}

/// A step of an enrolment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// NemID-nummer and temporary password.
    Begin,
    /// The password that was in use.
    Remember,
    /// The new password, twice.
    Password,
    /// User id and contact details.
    Details,
    /// The consents, and the rules.
    Consents,
    /// The number of the card.
    Card,
    /// A key from it.
    Key,
    /// The result.
    Receipt,
}

impl Step {
    /// All steps of an enrolment with a temporary password for this purpose.
    pub const fn all(purpose: TemporaryPurpose) -> &'static [Self] {
        match purpose {
            TemporaryPurpose::Activate => &[
                Self::Begin,
                Self::Password,
                Self::Details,
                Self::Consents,
                Self::Card,
                Self::Key,
                Self::Receipt,
            ],
            TemporaryPurpose::Unlock => {
                &[Self::Begin, Self::Remember, Self::Password, Self::Card, Self::Key, Self::Receipt]
            }
            TemporaryPurpose::Reset => &[Self::Begin, Self::Password, Self::Card, Self::Key, Self::Receipt],
        }
    }

    /// The step after the temporary password.
    pub const fn first(purpose: TemporaryPurpose) -> Self {
        Self::all(purpose)[1]
    }

    /// The first step that is not done yet.
    pub fn next(progress: &Progress) -> Self {
        let activating = progress.purpose == TemporaryPurpose::Activate;
        let steps = [
            (progress.choices.receipt.is_some(), Self::Receipt),
            (remembers(progress), Self::Remember),
            (!progress.password, Self::Password),
            (activating && progress.choices.details.is_none(), Self::Details),
            (activating && progress.choices.agreed.is_none(), Self::Consents),
            (progress.asked.is_none(), Self::Card),
        ];
        steps.into_iter().find_map(|(is_next, step)| is_next.then_some(step)).unwrap_or(Self::Key)
    }

    /// The key of its title in the step guide.
    pub const fn title(self, purpose: TemporaryPurpose) -> &'static str {
        match self {
            Self::Begin => "start-step-temporary",
            Self::Remember => "start-step-remember",
            Self::Password => match Flow::of(purpose) {
                Flow::Activation => "start-step-password",
                Flow::Reopening => "start-step-new-password",
            },
            Self::Details => "start-step-details",
            Self::Consents => "start-step-consents",
            Self::Card | Self::Key | Self::Receipt => "start-step-key",
        }
    }
}

/// Whether the password that was in use is still to be typed (Guide 3.1.4).
pub fn remembers(progress: &Progress) -> bool {
    progress.purpose == TemporaryPurpose::Unlock && !progress.remembered
}
