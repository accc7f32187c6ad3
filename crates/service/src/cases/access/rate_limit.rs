//! How often something may be asked for without logging on ([`limits`]).

use rules::calendar;
use rules::limits::{self, Before, LimitedAction, Reached, Request, TooOften};
use rules::nemid::NemId;
use rules::words::CprNumber;

use crate::cases::access::guesses::{self, Guesser, Identity};
use crate::cases::app::{Act, App, CaseError, Origin, Parts};
use crate::cases::enrolment::pin_letters::{self, Draft};
use crate::store::{StoreError, Tx};
use rules::actor::Actor;

/// One request for something limited, from one place for what was typed. The typed value is kept only as a keyed
/// fingerprint (D12).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limited {
    action: LimitedAction,
    request: Request,
    for_person: [u8; 32],
    from_place: [u8; 32],
}

/// What is known of a request before anything is hashed for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looked {
    /// The refusal, if it is beyond the limits of the day.
    refused: Option<TooOften>,
    /// Whether it is counted, refused or not.
    counts: bool,
}

impl Looked {
    /// The letter that may follow, drawn and hashed; `None` for a request that is only counted.
    ///
    /// # Errors
    /// [`TooOften`] for one that is not even counted.
    pub async fn draft<R>(&self, app: &App, origin: &Origin) -> Result<Option<Draft>, CaseError<R>>
    where
        R: From<TooOften> + std::error::Error,
    {
        match self.refused {
            None => Ok(Some(pin_letters::draft(app, origin).await?)),
            Some(_) if self.counts => Ok(None),
            Some(refusal) => Err(CaseError::Refused(refusal.into())),
        }
    }
}

impl Limited {
    /// A request for `typed`. `theirs` is the NemID that it names, if it names one; `right` says whether the request
    /// holds what the holder alone has.
    pub fn of(
        tx: &Tx<'_>,
        parts: &Parts,
        action: LimitedAction,
        typed: &str,
        theirs: Option<&NemId>,
        right: bool,
        origin: &Origin,
    ) -> Result<Self, StoreError> {
        let own = match theirs {
            Some(nemid) => Guesser::of(tx, parts, &Identity::NemId(nemid.number), origin)?.own,
            None => guesses::is_everybodys_own(parts, origin),
        };
        let (place, code) = (household(origin), action.code());
        Ok(Self {
            action,
            request: Request { own, right },
            for_person: parts.tokens.fingerprint(&format!("{code}-typed"), &format!("{place} {typed}")),
            from_place: parts.tokens.fingerprint(&format!("{code}-address"), &place),
        })
    }

    /// Checks, before anything is hashed, whether the request is within the limits of the day.
    pub fn look(&self, tx: &Tx<'_>, parts: &Parts) -> Result<Looked, StoreError> {
        let day = calendar::danish_date(parts.now());
        let for_person = tx.tries(&self.for_person, day)?;
        let before = Before { for_person, wrong_from_place: tx.tries(&self.from_place, day)? };
        let limits = &parts.settings.limits;
        Ok(Looked {
            refused: limits::within(self.action, before, self.request, limits).err(),
            counts: limits::counts(self.action, before, limits),
        })
    }

    /// Counts the request, and checks it once more: others may have been served since. Returns the refusal, if it is
    /// refused, whether what was typed names anybody or not.
    pub fn count(&self, act: &Act<'_>) -> Result<Option<TooOften>, StoreError> {
        let Looked { refused, counts } = self.look(act.tx, act.app)?;
        if counts {
            let (day, limits) = (calendar::danish_date(act.now()), &act.app.settings.limits);
            let nth = act.tx.count_try(&self.for_person, day)?;
            self.tell(act, nth == self.action.per_person(limits), false)?;
            if !self.request.right {
                let nth = act.tx.count_try(&self.from_place, day)?;
                self.tell(act, nth == self.action.per_place(limits), true)?;
            }
        }
        Ok(refused)
    }

    fn tell(&self, act: &Act<'_>, is_reached: bool, from_place: bool) -> Result<(), StoreError> {
        if !is_reached {
            return Ok(());
        }
        act.reached(match (self.action, from_place) {
            (LimitedAction::Forgotten, false) => Reached::ForgottenForPerson,
            (LimitedAction::Forgotten, true) => Reached::ForgottenFromPlace,
            (LimitedAction::Order, false) => Reached::OrderForPerson,
            (LimitedAction::Order, true) => Reached::OrderFromPlace,
        })
    }
}

/// Counts one more block from an address alone. Returns how many that makes today.
pub(crate) async fn count_block(app: &App, origin: &Origin) -> Result<u32, StoreError> {
    let address = app.tokens.fingerprint("block-address", &household(origin));
    app.act(origin, Actor::Visitor, move |act| {
        let nth = act.tx.count_try(&address, calendar::danish_date(act.now()))?;
        if nth == act.app.settings.limits.limit_block_place {
            act.reached(Reached::BlocksFromPlace)?;
        }
        Ok(nth)
    })
    .await
}

/// Why a letter with a temporary password goes to a holder who is not logged on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum LetterAfter {
    /// A block of the password (Rules 3.5.2, D22).
    Block,
    /// A forgotten password.
    Forgotten,
}

/// Counts one more letter to the holder that was found. Returns whether it is still within the limit.
pub(crate) fn count_letter(
    act: &Act<'_>,
    after: LetterAfter,
    holder: &CprNumber,
) -> Result<bool, StoreError> {
    let limits = &act.app.settings.limits;
    let (kind, most) = match after {
        LetterAfter::Block => ("block-holder", limits.limit_block_letters),
        LetterAfter::Forgotten => ("forgotten-holder", limits.limit_forgotten),
    };
    act.counts_within(kind, holder.digits(), most, Reached::LettersToHolder)
}

/// The household that an attempt counts for; all requests without an address count together.
fn household(origin: &Origin) -> String {
    origin.household().map(|household| household.to_string()).unwrap_or_default()
}
