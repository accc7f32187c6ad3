//! A citizen's own token (nøgleviser): ordering it, and taking it into use with one of its codes and a key from the card
//! (Rules 1, D36).

use thiserror::Error;

use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::log_on::{InProgress, in_progress};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{App, Attempt, CaseError, Origin, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::Refusal;
use rules::actor::Actor;
use rules::carriers::{CarrierRefusal, start, token};
use rules::keys::KeyRefusal;
use rules::nemid::Purpose;
use rules::words::{CarrierNumber, Key};

/// Why a token is not taken into use.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TokenRefusal {
    /// The rules say no.
    #[error(transparent)]
    Rules(#[from] CarrierRefusal),
    /// The key from the card, or that nothing is asked any more.
    #[error(transparent)]
    Key(#[from] LogOnRefusal),
}

impl Refusal for TokenRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Rules(refusal) => refusal.code(),
            Self::Key(refusal) => refusal.code(),
        }
    }
}

type TokenError = CaseError<TokenRefusal>;

fn of_key(error: CaseError<KeyRefusal>) -> TokenError {
    error.map(|refusal| TokenRefusal::Key(refusal.into()))
}

/// Orders a token to the registered address.
///
/// # Errors
/// [`CarrierRefusal`] when one is on its way already, or can't be sent.
pub async fn order(app: &App, own: Own) -> Result<(), OwnError> {
    let drawn = app.drawn_token();
    own::change(app, own, move |act, nemid| {
        token::order(nemid, &drawn, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

fn question_of(app: &App, origin: &Origin) -> Result<[u8; 32], TokenError> {
    let token = key_question::of_session(app, origin, &Purpose::TokenStart);
    token.ok_or(CaseError::Refused(LogOnRefusal::RunOut.into()))
}

/// Asks for the key from the card with which a token is taken into use.
///
/// # Errors
/// [`CarrierRefusal`] when no token of this number waits to be taken into use; [`KeyRefusal::NoCard`] when no card is in
/// use.
pub async fn begin(app: &App, own: &Own, number: CarrierNumber) -> Result<(), TokenError> {
    let text = Some(number.to_string());
    let question = key_question::in_session(app, &own.origin, Purpose::TokenStart, text);
    let question = question.ok_or(CaseError::Refused(LogOnRefusal::RunOut.into()))?;
    let nemid = own.nemid;
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(nemid)?;
        token::to_take_into_use(&nemid, number).map_err(refused::<TokenRefusal>)?;
        key_question::begin_with_card(act, &nemid, &question).map_err(of_key)
    })
    .await
}

/// The token that is to be taken into use, and the key that is asked for.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] when nothing is asked, or the question is older than five minutes (D11).
pub async fn question(app: &App, own: &Own) -> Result<(CarrierNumber, Posed), TokenError> {
    let (token, app_of, real) = (question_of(app, &own.origin)?, app.clone(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } =
            in_progress(tx, &token, real).map_err(|error| error.map(TokenRefusal::from))?;
        let number = meant(log_on.text.as_deref())?;
        Ok((number, key_question::posed(&app_of, tx, &nemid, &log_on)?))
    })
    .await
}

/// The token that a question is about.
fn meant(text: Option<&str>) -> Result<CarrierNumber, TokenError> {
    let number = text.and_then(|text| CarrierNumber::parse(text).ok());
    number.ok_or(CaseError::Refused(LogOnRefusal::RunOut.into()))
}

/// Takes the token into use with a code that it shows and the key that is asked for.
///
/// # Errors
/// [`CarrierRefusal::WrongCode`] when the code is not the token's, which spends no key; [`LogOnRefusal`] for a wrong key.
pub async fn take_into_use(app: &App, own: &Own, code: Key, typed: Key) -> Result<(), TokenError> {
    let (hash, number) = (question_of(app, &own.origin)?, own.nemid);
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let in_progress = in_progress(act.tx, &hash, act.real_time());
        let InProgress { log_on, nemid } = in_progress.map_err(|error| error.map(TokenRefusal::from))?;
        if nemid.number != number {
            return Err(CaseError::Refused(LogOnRefusal::RunOut.into()));
        }
        let token_number = meant(log_on.text.as_deref())?;
        let counter = key_question::counter_of(act.app, &nemid, token_number, &code);
        let typed = Typed::Key(typed.clone());
        let answer = key_question::answer(act, &nemid, &log_on, &typed).map_err(of_key)?;
        let taken = start::token(&nemid, token_number, counter, &answer, &spare, &act.stamp);
        let (events, outcome) = match taken {
            // The key was answered elsewhere meanwhile: another one is asked for.
            Err(CarrierRefusal::Key(KeyRefusal::AskedAnew)) => {
                let anew = key_question::ask_anew(act, &log_on, &nemid, drawn).map_err(of_key)?;
                return Ok(Attempt::Refused(anew.into()));
            }
            taken => taken.map_err(refused::<TokenRefusal>)?,
        };
        act.record(&nemid, &events)?;
        Ok(match key_question::answered(act.tx, outcome, &hash)? {
            None => Attempt::Done(()),
            Some(refusal) => Attempt::Refused(refusal.into()),
        })
    })
    .await
    .and_then(Attempt::settled)
}
