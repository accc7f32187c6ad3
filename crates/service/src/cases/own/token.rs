//! A citizen's own token (nøgleviser): ordering it, and taking it into use with one of its codes and a key from the card
//! (Rules 1, D36).

use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::log_on::InProgress;
use crate::cases::app::{App, Attempt, refused};
use crate::cases::own;
use crate::cases::own::keyed::{
    CarrierKeyError, CarrierKeyRefusal, asked, of_key, question_of, run_out, settle,
};
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::actor::Actor;
use rules::carriers::{start, token};
use rules::nemid::Purpose;
use rules::words::{CarrierNumber, Key};

/// Orders a token to the registered address.
///
/// # Errors
/// [`CarrierRefusal`](rules::carriers::CarrierRefusal) when one is on its way already, or can't be sent.
pub async fn order(app: &App, own: Own) -> Result<(), OwnError> {
    let drawn = app.drawn_token();
    own::change(app, own, move |act, nemid| {
        token::order(nemid, &drawn, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}

/// Asks for the key from the card with which a token is taken into use.
///
/// # Errors
/// [`CarrierKeyRefusal`] when no token of this number waits to be taken into use, or no card is in use.
pub async fn begin(app: &App, own: &Own, number: CarrierNumber) -> Result<(), CarrierKeyError> {
    let text = Some(number.to_string());
    let question = key_question::in_session(app, &own.origin, Purpose::TokenStart, text);
    let question = question.ok_or_else(run_out)?;
    let nemid = own.nemid;
    app.act(&own.origin, Actor::Citizen, move |act| {
        let nemid = act.nemid(nemid)?;
        token::to_take_into_use(&nemid, number).map_err(refused::<CarrierKeyRefusal>)?;
        key_question::begin_with_card(act, &nemid, &question).map_err(of_key)
    })
    .await
}

/// The token that is to be taken into use, and the key that is asked for.
///
/// # Errors
/// [`CarrierKeyRefusal::Key`] when nothing is asked, or the question is older than five minutes (D11).
pub async fn question(app: &App, own: &Own) -> Result<(CarrierNumber, Posed), CarrierKeyError> {
    let (token, app_of, real) =
        (question_of(app, &own.origin, &Purpose::TokenStart)?, app.clone(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } = asked(tx, &token, real)?;
        let number = meant(log_on.text.as_deref())?;
        Ok((number, key_question::posed(&app_of, tx, &nemid, &log_on)?))
    })
    .await
}

/// The token that a question is about.
fn meant(text: Option<&str>) -> Result<CarrierNumber, CarrierKeyError> {
    let number = text.and_then(|text| CarrierNumber::parse(text).ok());
    number.ok_or_else(run_out)
}

/// Takes the token into use with a code that it shows and the key that is asked for.
///
/// # Errors
/// [`CarrierKeyRefusal::Rules`] when the code is not the token's, which spends no key; [`CarrierKeyRefusal::Key`] for a wrong
/// key.
pub async fn take_into_use(app: &App, own: &Own, code: Key, typed: Key) -> Result<(), CarrierKeyError> {
    let (hash, number) = (question_of(app, &own.origin, &Purpose::TokenStart)?, own.nemid);
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = asked(act.tx, &hash, act.real_time())?;
        if nemid.number != number {
            return Err(run_out());
        }
        let token_number = meant(log_on.text.as_deref())?;
        let counter = key_question::counter_of(act.app, &nemid, token_number, &code);
        let typed = Typed::Key(typed.clone());
        let answer = key_question::answer(act, &nemid, &log_on, &typed).map_err(of_key)?;
        let decided = start::token(&nemid, token_number, counter, &answer, &spare, &act.stamp);
        settle(act, &log_on, &nemid, decided, drawn)
    })
    .await
    .and_then(Attempt::settled)
}
