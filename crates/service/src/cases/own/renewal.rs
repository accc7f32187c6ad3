//! A citizen renews the certificate with the old one: the password, then a key that is asked for this renewal alone
//! (Rules 4.4, D4).

use rules::actor::Actor;
use rules::carriers;
use rules::certificates;
use rules::certificates::CertificateRefusal;
use rules::keys::{KeyOutcome, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::signing::SigningRefusal;
use rules::words::{CarrierKind, TypedPassword, TypedUserId};

use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::log_on::{InProgress, in_progress, refused_key};
use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, StoreError};
use crate::cases::certificates::{broken, holders};
use crate::cases::own;
use crate::cases::own::Own;
use crate::outside::pki::authority::Authorities;
use crate::store::Tx;

/// How a renewal fails.
pub type RenewalError = CaseError<LogOnRefusal>;

/// What the certificate, the name or the e-mail address are is no longer what was read.
const CHANGED: RenewalError = CaseError::Refused(LogOnRefusal::NotAsRead(SigningRefusal::Changed));

/// Takes the password, judged as anywhere else (D2), and asks for a key.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong password; [`LogOnRefusal::NotAsRead`] when no certificate is valid.
pub async fn with_password(app: &App, own: &Own, typed: &TypedPassword) -> Result<(), RenewalError> {
    let number = own.nemid;
    let now = app.now();
    let text = app.read::<_, RenewalError>(move |tx| Ok(text(tx, &own::mine(tx, number)?, now)?)).await?;
    let text = text.ok_or(CHANGED)?;
    let question = key_question::in_session(app, &own.origin, Purpose::Renewal, Some(text));
    let question = question.ok_or(CaseError::Refused(LogOnRefusal::RunOut))?;
    let typed = Credentials { user_id: TypedUserId::NemIdNumber(number), password: typed.clone() };
    judged(app, &typed, &Purpose::Renewal, &own.origin, move |act, nemid| {
        carriers::first(&nemid).map_err(refused_key)?;
        key_question::begin(act, &nemid, &question).map_err(|error| error.map(LogOnRefusal::from))
    })
    .await
}

fn text(
    tx: &Tx<'_>,
    nemid: &NemId,
    now: jiff::Timestamp,
) -> Result<Option<String>, crate::store::StoreError> {
    Ok(certificates::renewal_text(nemid, &own::holder(tx, nemid)?.name, now))
}

fn token(app: &App, origin: &Origin) -> Result<[u8; 32], RenewalError> {
    let token = key_question::of_session(app, origin, &Purpose::Renewal);
    token.ok_or(CaseError::Refused(LogOnRefusal::RunOut))
}

/// The key that is asked for.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] when nothing is asked, or the question is older than five minutes (D11);
/// [`LogOnRefusal::NotAsRead`] when it was asked for another certificate, name or e-mail address.
pub async fn question(app: &App, own: &Own) -> Result<Posed, RenewalError> {
    let (token, app_of) = (token(app, &own.origin)?, app.clone());
    let (now, real_time) = (app.now(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } = in_progress(tx, &token, real_time)?;
        if log_on.text != text(tx, &nemid, now)? {
            return Err(CHANGED);
        }
        Ok(key_question::posed(&app_of, tx, &nemid, &log_on)?)
    })
    .await
}

/// Asks for it of a carrier of another kind (D36).
///
/// # Errors
/// As [`question`]; [`KeyRefusal::UnknownCarrier`] when none of that kind can be used.
pub async fn choose_kind(app: &App, own: &Own, kind: CarrierKind) -> Result<(), RenewalError> {
    let (token, drawn) = (token(app, &own.origin)?, app.chance.below(u32::MAX));
    app.act(&own.origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = in_progress(act.tx, &token, act.real_time())?;
        key_question::ask_of_kind(act, &log_on, &nemid, kind, drawn)
            .map_err(|error| error.map(LogOnRefusal::from))
    })
    .await
}

/// Takes the key, and renews with it. The same form sent again renews once.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong key, and as [`question`].
pub async fn with_key(app: &App, own: Own, typed: Typed) -> Result<(), RenewalError> {
    let (token, origin) = (token(app, &own.origin)?, own.origin.clone());
    let authorities = holders::ready(app, own.nemid).await?;
    let (spare, drawn, new_pid) = (app.drawn_card(), app.chance.below(u32::MAX), app.chance.pid());
    app.act(&origin, Actor::Citizen, move |act| {
        let once = own.once.as_ref().map(|once| act.app.token_hash(once));
        if once.map_or(Ok(false), |once| act.tx.is_spent(&once))? {
            return Ok(Attempt::Done(()));
        }
        let InProgress { log_on, nemid } = in_progress(act.tx, &token, act.real_time())?;
        if log_on.text != text(act.tx, &nemid, act.now())? {
            return Err(CHANGED);
        }
        let answer = key_question::answer(act, &nemid, &log_on, &typed);
        let answer = answer.map_err(|error| error.map(LogOnRefusal::from))?;
        let draft = act.certificate_draft(&nemid, new_pid)?;
        let renewed = certificates::renew(&nemid, &draft, &answer, &spare, &act.stamp);
        let (events, outcome) = match renewed {
            // The key was answered elsewhere meanwhile: another one is asked for.
            Err(CertificateRefusal::Key(KeyRefusal::AskedAnew)) => {
                let anew = key_question::ask_anew(act, &log_on, &nemid, drawn);
                return anew.map(Attempt::Refused).map_err(|error| error.map(LogOnRefusal::from));
            }
            Err(CertificateRefusal::Key(refusal)) => return Err(refused_key(refusal)),
            Err(_) => return Err(CHANGED),
            Ok(renewed) => renewed,
        };
        let signed = match outcome {
            KeyOutcome::Right => Some(signed_request(act, &nemid, log_on.text.as_deref(), &authorities)?),
            _ => None,
        };
        act.record(&nemid, &events)?;
        if let Some(signed) = signed {
            act.tx.save_renewal(draft.serial, &signed)?;
        }
        after_key(act, &own, outcome, &token)
    })
    .await
    .and_then(Attempt::settled)
}

/// What the holder read, signed with the key of the old certificate.
fn signed_request(
    act: &Act<'_>,
    nemid: &NemId,
    read: Option<&str>,
    authorities: &Authorities,
) -> Result<Vec<u8>, StoreError> {
    let old =
        nemid.valid_certificate(act.now()).ok_or(StoreError::RowsMet { table: "certificates", met: 0 })?;
    let text = read.unwrap_or_default();
    let holder = holders::of(act, old)?;
    holder.message(text.as_bytes(), act.now(), &authorities.issuing).map_err(broken)
}

/// What a counted key leads to: the new certificate, another attempt, or the end of the renewal.
fn after_key(
    act: &Act<'_>,
    own: &Own,
    outcome: KeyOutcome,
    asked: &[u8; 32],
) -> Result<Attempt<(), LogOnRefusal>, RenewalError> {
    if let Some(refusal) = key_question::answered(act.tx, outcome, asked)? {
        return Ok(Attempt::Refused(refusal));
    }
    act.spend(own.once.as_ref())?;
    Ok(Attempt::Done(()))
}
