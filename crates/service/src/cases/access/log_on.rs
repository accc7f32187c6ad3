//! Logging on: user id and password, then a key (D2–D5, D9, D11). There is one log-on for everybody; the
//! audience that it opens is fixed when it begins and kept in its row.

use jiff::Timestamp;
use rules::actor::Actor;
use rules::cards::DrawnCard;
use rules::keys::{self, KeyOutcome, KeyRefusal};
use rules::nemid::{Event, Issuer, NemId, Purpose};
use rules::words::{CarrierId, CarrierKind, KeyCardNumber, Pid};
use rules::{calendar, certificates};

use crate::cases::access::admission::{Admission, admission};
use crate::cases::access::audience::Audience;
use crate::cases::access::guesses;
use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::requests;
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, RealTime};
use crate::outside::keys::tokens::Token;
use crate::outside::pki::office::Needed;
use crate::store::log_ons::LogOn;
use crate::store::sessions::Session;
use crate::store::{StoreError, Tx};

/// A log-on that has succeeded.
#[derive(Clone, Debug)]
pub struct LoggedOn {
    /// The token of the session.
    pub session: Token,
    /// Where the session is open.
    pub audience: Audience,
}

/// What a log-on in progress asks for, and where it leads.
#[derive(Clone, Debug)]
pub struct Pending {
    /// The audience that it began for; `None` for a question that is no log-on.
    pub audience: Option<Audience>,
    /// The question for a key.
    pub posed: Posed,
}

/// A log-on, or other question for a key, in progress, and its NemID.
pub(crate) struct InProgress {
    pub log_on: LogOn,
    pub nemid: NemId,
}

/// Takes the first step: user id and password. Returns a token for the second.
///
/// # Errors
/// [`LogOnRefusal`] for a wrong password and for whatever bars a right one.
pub async fn with_password(
    app: &App,
    typed: &Credentials,
    purpose: Purpose,
    origin: &Origin,
) -> Result<Token, CaseError<LogOnRefusal>> {
    let token = app.new_token();
    let question = key_question::prepared(app, &token, purpose.clone(), None);
    judged(app, typed, &purpose, origin, move |act, nemid| {
        key_question::begin(act, &nemid, &question).map_err(|error| error.map(Into::into))
    })
    .await?;
    Ok(token)
}

/// What a log-on in progress asks for.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes.
pub async fn question(app: &App, token: &Token) -> Result<Pending, CaseError<LogOnRefusal>> {
    let (hash, app_of, now) = (app.token_hash(token), app.clone(), app.real_time());
    app.read(move |tx| {
        let InProgress { log_on, nemid } = in_progress(tx, &hash, now)?;
        let posed = key_question::posed(&app_of, tx, &nemid, &log_on)?;
        Ok(Pending { audience: Audience::of(&log_on.purpose), posed })
    })
    .await
}

/// Asks from another card, whose number the citizen typed (Guide 3.1.7).
///
/// # Errors
/// [`KeyRefusal::UnknownCard`] when it is none of this NemID's usable cards.
pub async fn choose_card(
    app: &App,
    token: &Token,
    card: KeyCardNumber,
    origin: &Origin,
) -> Result<(), CaseError<LogOnRefusal>> {
    let (hash, drawn) = (app.token_hash(token), app.chance.below(u32::MAX));
    app.act(origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = in_progress(act.tx, &hash, act.real_time())?;
        let card = keys::card_to_ask(&nemid, Some(&card)).map_err(refused_key)?;
        key_question::ask_of(act, &log_on, &nemid, CarrierId::Card(card), drawn)
            .map_err(|error| error.map(LogOnRefusal::from))
    })
    .await
}

/// Asks a question in progress, whatever its purpose, of a carrier of another kind (D36).
///
/// # Errors
/// [`KeyRefusal::UnknownCarrier`] when none of that kind can be used.
pub async fn choose_kind(
    app: &App,
    token: &Token,
    kind: CarrierKind,
    origin: &Origin,
) -> Result<(), CaseError<LogOnRefusal>> {
    let (hash, drawn) = (app.token_hash(token), app.chance.below(u32::MAX));
    app.act(origin, Actor::Citizen, move |act| {
        let InProgress { log_on, nemid } = in_progress(act.tx, &hash, act.real_time())?;
        key_question::ask_of_kind(act, &log_on, &nemid, kind, drawn)
            .map_err(|error| error.map(LogOnRefusal::from))
    })
    .await
}

/// Takes the second step: the key. Opens a session at the audience that the log-on is for. A NemID without
/// access there is refused only now, because only the key proves that its holder is asking (D20).
///
/// # Errors
/// [`LogOnRefusal`] for a wrong key and for a NemID that opens nothing there.
pub async fn with_key(
    app: &App,
    token: &Token,
    typed: Typed,
    origin: &Origin,
) -> Result<LoggedOn, CaseError<LogOnRefusal>> {
    let session = app.new_token();
    let (hash, drawn) = (app.token_hash(token), Drawn::for_answer(app, &session));
    let ended = app
        .act(origin, Actor::Citizen, move |act| {
            let begun = in_progress(act.tx, &hash, act.real_time())?;
            take_key(act, &begun, &typed, &drawn)
        })
        .await?;
    Ok(LoggedOn { session, audience: ended.settled()? })
}

/// What is drawn before an answer is judged.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    spare: DrawnCard,
    position: u32,
    pid: Pid,
    /// The hash of the token of the session that is opened.
    session: [u8; 32],
}

impl Drawn {
    /// Draws it, for an answer that opens the session of this token.
    pub fn for_answer(app: &App, session: &Token) -> Self {
        Self {
            spare: app.drawn_card(),
            position: app.chance.below(u32::MAX),
            pid: app.chance.pid(),
            session: app.token_hash(session),
        }
    }
}

/// Asks from another card that is at hand, as its holder does who chooses one (Guide 3.1.7).
pub(crate) fn ask_from(
    act: &Act<'_>,
    begun: &InProgress,
    card: KeyCardNumber,
    drawn: &Drawn,
) -> Result<(), CaseError<LogOnRefusal>> {
    key_question::ask_of(act, &begun.log_on, &begun.nemid, CarrierId::Card(card), drawn.position)
        .map_err(|error| error.map(LogOnRefusal::from))
}

/// Judges the key that was typed for a log-on in progress, counts it, and opens the session.
pub(crate) fn take_key(
    act: &Act<'_>,
    begun: &InProgress,
    typed: &Typed,
    drawn: &Drawn,
) -> Result<Attempt<Audience, LogOnRefusal>, CaseError<LogOnRefusal>> {
    let InProgress { log_on, nemid } = begun;
    let answer = key_question::answer(act, nemid, log_on, typed);
    let answer = answer.map_err(|error| error.map(LogOnRefusal::from))?;
    let comes = if answer.right {
        certificate_that_comes(act, nemid, &log_on.purpose, drawn.pid)?
    } else {
        Vec::new()
    };
    let admission = admission(act.tx, &nemid.after(&comes, &act.stamp), &log_on.purpose, act.now())?;
    let counted = match &admission {
        Admission::Opens { .. } => keys::log_on(nemid, &answer, &drawn.spare, &act.stamp),
        Admission::Barred { bar, .. } => keys::turn_away(nemid, &answer, *bar, &drawn.spare, &act.stamp),
    };
    let (events, outcome) = match counted {
        // The key was answered elsewhere meanwhile: another one is asked for.
        Err(KeyRefusal::AskedAnew) => {
            let anew = key_question::ask_anew(act, log_on, nemid, drawn.position);
            return anew.map(Attempt::Refused).map_err(|error| error.map(LogOnRefusal::from));
        }
        counted => counted.map_err(refused_key)?,
    };
    let after = act.record(nemid, &events)?;
    act.record(&after, &comes)?;
    after_key(act, log_on, outcome, admission, drawn.session)
}

/// The events of the certificate that comes with a log-on, if one is waiting (D28).
fn certificate_that_comes(
    act: &Act<'_>,
    nemid: &NemId,
    purpose: &Purpose,
    new_pid: Pid,
) -> Result<Vec<Event>, StoreError> {
    let age = nemid.holder.age_on(calendar::danish_date(act.now()));
    if !certificates::comes_with_log_on(nemid, purpose, age, act.now()) {
        return Ok(Vec::new());
    }
    let draft = act.certificate_draft(nemid, new_pid)?;
    Ok(certificates::with_log_on(nemid, &draft, &act.stamp))
}

/// What a counted key leads to: another attempt, or the end of the log-on, with a session or without.
fn after_key(
    act: &Act<'_>,
    log_on: &LogOn,
    outcome: KeyOutcome,
    admission: Admission,
    opened: [u8; 32],
) -> Result<Attempt<Audience, LogOnRefusal>, CaseError<LogOnRefusal>> {
    if let Some(refusal) = key_question::answered(act.tx, outcome, &log_on.token)? {
        return Ok(Attempt::Refused(refusal));
    }
    guesses::proved(act, log_on.nemid)?;
    let (audience, public) = match admission {
        Admission::Opens { audience, public } => (audience, public),
        Admission::Barred { refusal, .. } => return Ok(Attempt::Refused(refusal)),
    };
    if let Some(needed) = needed(&act.nemid(log_on.nemid)?, act.now()) {
        let app = act.app.clone();
        act.when_requested(move || app.office.will_need(needed));
    }
    act.tx.open_session(&Session {
        token: opened,
        nemid: log_on.nemid,
        audience: audience.code(),
        public,
        limited: false,
        started: act.real_now,
        seen: act.real_now,
        address: act.stamp.address.clone(),
        device: act.stamp.device.clone(),
    })?;
    Ok(Attempt::Done(audience))
}

pub(crate) fn refused_key(refusal: KeyRefusal) -> CaseError<LogOnRefusal> {
    CaseError::Refused(refusal.into())
}

/// The log-on, or other question, of a token, and its NemID.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes (D11); [`KeyRefusal::RefusedInApp`] when its holder refused it there.
pub(crate) fn in_progress(
    tx: &Tx<'_>,
    hash: &[u8; 32],
    real: RealTime,
) -> Result<InProgress, CaseError<LogOnRefusal>> {
    let run_out = || CaseError::Refused(LogOnRefusal::RunOut);
    let Some(log_on) = tx.log_on(hash)? else {
        let refused = requests::was_refused(tx, hash)?;
        return Err(if refused { refused_key(KeyRefusal::RefusedInApp) } else { run_out() });
    };
    if real.now > real.lifetimes.log_on_ends(log_on.life()) {
        return Err(run_out());
    }
    let nemid = tx.nemid(log_on.nemid)?.ok_or_else(run_out)?;
    Ok(InProgress { log_on, nemid })
}

/// The certificate that whoever has logged on will need.
fn needed(nemid: &NemId, now: Timestamp) -> Option<Needed> {
    match (nemid.valid_certificate(now), &nemid.issuer) {
        (Some(certificate), _) => Some(Needed::Issued(certificate.serial)),
        (None, Issuer::Employer(_)) => Some(Needed::Employee(nemid.number)),
        (None, _) => None,
    }
}
