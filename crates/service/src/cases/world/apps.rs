//! Apps on telephones (Rules 1, 3.2, D37): installed with user ID, password and a key from the card, and taken into use an
//! hour later with a PIN.

use crate::cases::access::key_question::{self, Asked, Typed};
use crate::cases::access::log_on::{InProgress, in_progress};
use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{App, Attempt, CaseError, Origin, Token, refused};
use crate::cases::world::telephones::{Installed, TelephoneError, TelephoneRefusal, found, of_key};
use rules::actor::Actor;
use rules::carriers::app;
use rules::carriers::app::AppRefusal;
use rules::keys::KeyRefusal;
use rules::nemid::{DeviceId, Purpose};
use rules::words::{CarrierNumber, Key, Pin, TypedPassword, TypedUserId};

/// Begins to install an app: user ID and password, then a key from the card is asked for. Gives the token of that question.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong password; [`AppRefusal`] for what bars the app, told to the right password alone.
pub async fn begin(
    app: &App,
    id: DeviceId,
    typed: &Credentials,
    origin: &Origin,
) -> Result<(Token, Asked), TelephoneError> {
    let works = app.read::<_, TelephoneError>(move |tx| found(tx, id)?.works().map(drop));
    works.await?;
    let token = app.new_token();
    let question = key_question::prepared(app, &token, Purpose::AppInstall, Some(id.to_string()));
    let barred = judged(app, typed, &Purpose::AppInstall, origin, move |act, nemid| {
        let on = match found(act.tx, id) {
            Ok(found) => found.on,
            Err(CaseError::Refused(refusal)) => return Ok(Some(refusal)),
            Err(error) => return Err(error.map(|_| LogOnRefusal::RunOut)),
        };
        if let Err(refusal) = app::may_install(&nemid, &on) {
            return Ok(Some(refusal.into()));
        }
        key_question::begin_with_card(act, &nemid, &question)
            .map_err(|error| error.map(LogOnRefusal::from))?;
        Ok(None)
    })
    .await
    .map_err(|error| error.map(TelephoneRefusal::from))?;
    if let Some(refusal) = barred {
        return Err(refused(refusal));
    }
    let asked = asked(app, id, &token).await?;
    Ok((token, asked))
}

/// The key from the card that an installation asks for.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] when nothing is asked on this telephone, or the question is older than five minutes (D11).
pub async fn asked(app: &App, id: DeviceId, token: &Token) -> Result<Asked, TelephoneError> {
    let (hash, app_of, real) = (app.token_hash(token), app.clone(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } =
            in_progress(tx, &hash, real).map_err(|error| error.map(TelephoneRefusal::from))?;
        let posed = key_question::posed(&app_of, tx, &nemid, &log_on)?;
        let asked = posed.card().filter(|_| is_for(log_on.text.as_deref(), id)).cloned();
        asked.ok_or_else(|| refused(TelephoneRefusal::from(LogOnRefusal::RunOut)))
    })
    .await
}

/// Whether a question is for installing an app on this telephone.
fn is_for(text: Option<&str>, id: DeviceId) -> bool {
    text == Some(id.to_string().as_str())
}

/// Installs the app with the key that was asked for. It has to wait an hour before a PIN can be chosen.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong key, or when nothing is asked any more; [`AppRefusal`].
pub async fn install(
    app: &App,
    id: DeviceId,
    token: &Token,
    typed: Key,
    origin: &Origin,
) -> Result<Installed, TelephoneError> {
    let (hash, number) = (app.token_hash(token), app.chance.app_number());
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    let typed = Typed::Key(typed);
    app.act(origin, Actor::Citizen, move |act| {
        let of_log_on = |error: CaseError<LogOnRefusal>| error.map(TelephoneRefusal::from);
        let InProgress { log_on, nemid } = in_progress(act.tx, &hash, act.real_time()).map_err(of_log_on)?;
        if log_on.purpose != Purpose::AppInstall || !is_for(log_on.text.as_deref(), id) {
            return Err(refused(TelephoneRefusal::from(LogOnRefusal::RunOut)));
        }
        let on = found(act.tx, id)?.on;
        let answer = key_question::answer(act, &nemid, &log_on, &typed);
        let answer = answer.map_err(|error| error.map(|refusal| LogOnRefusal::from(refusal).into()))?;
        let installed = app::install(&nemid, number, &on, &answer, &spare, &act.stamp);
        let (events, outcome) = match installed {
            // The key was answered elsewhere meanwhile: another one is asked for.
            Err(AppRefusal::Key(KeyRefusal::AskedAnew)) => {
                let anew = key_question::ask_anew(act, &log_on, &nemid, drawn);
                let anew = anew.map_err(|error| error.map(|refusal| LogOnRefusal::from(refusal).into()))?;
                return Ok(Attempt::Refused(anew.into()));
            }
            Err(AppRefusal::Key(refusal)) => return Err(of_key(refusal)),
            installed => installed.map_err(refused::<TelephoneRefusal>)?,
        };
        let after = act.record(&nemid, &events)?;
        if let Some(refusal) = key_question::answered(act.tx, outcome, &hash)? {
            return Ok(Attempt::Refused(refusal.into()));
        }
        let carrier = app::on_telephone(&after, number, id).map_err(refused::<TelephoneRefusal>)?;
        Ok(Attempt::Done(Installed::of(&after, carrier)))
    })
    .await
    .and_then(Attempt::settled)
}

/// Takes an app into use with a PIN. The password is typed anew, counted as anywhere (D2), since the PIN is compared with it,
/// and whoever holds the telephone an hour later has to be the one who installed the app.
///
/// # Errors
/// [`AppRefusal`] when it is not there, not ready or in use; [`LogOnRefusal`] for a wrong password; [`rules::words::PinError`].
pub async fn choose_pin(
    app: &App,
    id: DeviceId,
    number: CarrierNumber,
    password: TypedPassword,
    pin: Pin,
    origin: &Origin,
) -> Result<Installed, TelephoneError> {
    let now = app.now();
    let nemid = app
        .read::<_, TelephoneError>(move |tx| {
            let found = found(tx, id)?.works()?;
            let theirs = found.apps().find(|(_, carrier)| carrier.number == number).map(|(nemid, _)| nemid);
            let nemid = theirs.ok_or_else(|| refused(TelephoneRefusal::from(AppRefusal::NotThere)))?;
            app::may_choose_pin(nemid, number, id, now).map_err(refused::<TelephoneRefusal>)?;
            Ok(nemid.clone())
        })
        .await?;
    let holder = nemid.holder;
    let hash = app.pins.hash(&number, app.chance.bytes(), &pin);
    let typed = Credentials { user_id: TypedUserId::NemIdNumber(nemid.number), password: password.clone() };
    let chosen = judged(app, &typed, &Purpose::AppInstall, origin, move |act, nemid| {
        // Which of them is told to the right password alone.
        if let Err(refusal) = pin.may_be_chosen(holder, &password) {
            return Ok(Err(TelephoneRefusal::Pin(refusal)));
        }
        let events = match app::choose_pin(&nemid, number, id, hash, act.now()) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal.into())),
        };
        let after = act.record(&nemid, &events)?;
        Ok(app::on_telephone(&after, number, id)
            .map(|carrier| Installed::of(&after, carrier))
            .map_err(TelephoneRefusal::from))
    })
    .await
    .map_err(|error| error.map(TelephoneRefusal::from))?;
    chosen.map_err(refused)
}
