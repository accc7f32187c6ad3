//! How much time is left for what a browser has in progress, and more of it for whoever asks (D11, D32).

use jiff::Timestamp;
use rules::actor::Actor;
use rules::sessions::{End, RunOut};
use rules::words::{CarrierKind, NemIdNumber};

use crate::cases::access::key_question::{OF_SESSIONS, of_session_hash};
use crate::cases::app::{App, Origin, Parts, RealTime, StoreError};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;
use crate::store::log_ons::LogOn;

/// Which limit of time ends something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A session ends when it is not used.
    Session,
    /// A session ends however busy it is; only a new log-on begins another.
    Longest,
    /// A log-on, or another question for a key, under way: which kind of carrier is asked; none where the number of a card
    /// is asked for first.
    Question(Option<CarrierKind>),
    /// An activation or a re-opening under way.
    Enrolment,
    /// An errand at a desk.
    Errand,
}

/// When something ends by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub what: What,
    /// By the real clock.
    pub ends: Timestamp,
}

impl From<End> for Limit {
    fn from(end: End) -> Self {
        let what = if end.by == RunOut::Longest { What::Longest } else { What::Session };
        Self { what, ends: end.at }
    }
}

/// What a browser has in progress at a page: the tokens of sessions, log-ons and enrolments, and the id of an errand of
/// the employee whose session is among them.
#[derive(Clone, Debug, Default)]
pub struct InProgress {
    pub tokens: Vec<Token>,
    pub errand: Option<String>,
}

/// The limit that ends first; `None` when something of it is over already.
///
/// # Errors
/// When it can't be read.
pub async fn left(app: &App, of: &InProgress) -> Result<Option<Limit>, StoreError> {
    let (sought, app_of, real) = (Sought::of(app, of), app.clone(), app.real_time());
    app.read(move |tx| look(tx, &app_of, &sought, real)).await
}

/// Gives everything of it its whole time once more, as far as that may be (`Lifetimes`), and says what ends first then.
/// What is over already gets none.
///
/// # Errors
/// When it can't be written.
pub async fn extend(app: &App, of: &InProgress, origin: &Origin) -> Result<Option<Limit>, StoreError> {
    let sought = Sought::of(app, of);
    app.act(origin, Actor::Visitor, move |act| {
        let (tx, now) = (act.tx, act.real_now);
        if look(tx, act.app, &sought, act.real_time())?.is_none() {
            return Ok(None);
        }
        for hash in &sought.hashes {
            tx.touch_session(hash, now)?;
            tx.extend_log_on(hash, now)?;
            for purpose in &OF_SESSIONS {
                tx.extend_log_on(&of_session_hash(act.app, hash, purpose), now)?;
            }
            tx.extend_enrolment(hash, now)?;
        }
        if let Some(id) = &sought.errand {
            for staff in holders(tx, &sought)? {
                tx.touch_errand(id, staff, now)?;
            }
        }
        look(tx, act.app, &sought, act.real_time())
    })
    .await
}

/// The same with the tokens' hashes.
#[derive(Clone)]
struct Sought {
    hashes: Vec<[u8; 32]>,
    errand: Option<String>,
}

impl Sought {
    fn of(app: &App, of: &InProgress) -> Self {
        Self {
            hashes: of.tokens.iter().map(|token| app.token_hash(token)).collect(),
            errand: of.errand.clone(),
        }
    }
}

/// Whose sessions they are.
fn holders(tx: &Tx<'_>, sought: &Sought) -> Result<Vec<NemIdNumber>, StoreError> {
    let found = sought.hashes.iter().map(|hash| tx.session_of(hash));
    Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().map(|session| session.nemid).collect())
}

fn look(tx: &Tx<'_>, parts: &Parts, sought: &Sought, real: RealTime) -> Result<Option<Limit>, StoreError> {
    let mut limits = Vec::new();
    for hash in &sought.hashes {
        let Some(limit) = of_token(tx, hash, real)? else { return Ok(None) };
        limits.push(limit);
        for purpose in &OF_SESSIONS {
            let question = tx.log_on(&of_session_hash(parts, hash, purpose))?;
            limits.extend(question.map(|one| question_ends(real, &one)));
        }
    }
    if let Some(id) = &sought.errand {
        for staff in holders(tx, sought)? {
            let touched = tx.errand_touched(id, staff)?;
            limits.extend(touched.map(|at| Limit { what: What::Errand, ends: at + real.lifetimes.errand() }));
        }
    }
    let first = limits.into_iter().min_by_key(|limit| limit.ends);
    Ok(first.filter(|limit| real.now <= limit.ends))
}

/// The limit of what one token stands for.
fn of_token(tx: &Tx<'_>, hash: &[u8; 32], real: RealTime) -> Result<Option<Limit>, StoreError> {
    if let Some(session) = tx.session_of(hash)? {
        return Ok(Some(real.lifetimes.session_ends(session.life()).into()));
    }
    if let Some(question) = tx.log_on(hash)? {
        return Ok(Some(question_ends(real, &question)));
    }
    let enrolment = tx.enrolment(hash)?.map(|one| real.lifetimes.enrolment_ends(one.life()));
    Ok(enrolment.map(|ends| Limit { what: What::Enrolment, ends }))
}

fn question_ends(real: RealTime, question: &LogOn) -> Limit {
    let by = question.asked.map(|asked| asked.carrier().kind());
    Limit { what: What::Question(by), ends: real.lifetimes.log_on_ends(question.life()) }
}
