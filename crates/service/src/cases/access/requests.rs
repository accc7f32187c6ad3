//! Requests to the apps of a NemID (D37): sent with a question for a key, to all its apps at once, and awaited by the page
//! that asks.

use std::time::Duration;

use jiff::Timestamp;
use rules::carriers::app;
use rules::keys::{AskedKey, KeyRefusal};
use rules::nemid::{NemId, Purpose};
use rules::words::{CarrierKind, CarrierNumber, NemIdNumber};
use tokio::sync::broadcast::error::RecvError;

use crate::cases::app::{Act, App, CaseError, RealTime, Tiding};
use crate::store::app_requests::{AppRequest, NewRequest, Sent};
use crate::store::log_ons::LogOn;
use crate::store::{StoreError, Tx};

/// How long a waiting page relies on being told before it looks by itself: a question may end in another process,
/// which does not tell it where both are on one folder, and is not heard while the connection to the server is lost.
const LOOK: Duration = Duration::from_secs(15);

/// What a request is by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be answered.
    Waiting,
    /// It was approved, and the page that asked has not gone on yet.
    Approved,
    /// It was refused.
    Refused,
    /// A newer question took its place, or it was answered with another key.
    Replaced,
    /// It was approved, and what it was asked for has followed.
    Used,
    /// Nobody answered in time, or its question has ended.
    RunOut,
}

impl State {
    /// The stable word in the JSON of the control room.
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Replaced => "replaced",
            Self::Used => "used",
            Self::RunOut => "run_out",
        }
    }
}

/// What a request is by now, and the question that it was sent for, while that lasts.
pub(crate) fn state(
    tx: &Tx<'_>,
    request: &AppRequest,
    real: RealTime,
) -> Result<(State, Option<LogOn>), StoreError> {
    let open = match request.state {
        Sent::Refused => return Ok((State::Refused, None)),
        Sent::Replaced => return Ok((State::Replaced, None)),
        Sent::Used => return Ok((State::Used, None)),
        Sent::Waiting => State::Waiting,
        Sent::Approved => State::Approved,
    };
    let Some(question) = tx.log_on(&request.token)? else { return Ok((State::RunOut, None)) };
    if real.now > ends(tx, &question, real)? {
        return Ok((State::RunOut, None));
    }
    Ok(if is_asked(question.asked) { (open, Some(question)) } else { (State::Replaced, None) })
}

fn is_asked(asked: Option<AskedKey>) -> bool {
    matches!(asked, Some(AskedKey::Carrier(number)) if number.kind() == CarrierKind::App)
}

/// Whether the apps of a NemID are asked for nothing now (D37).
pub(crate) fn rest(tx: &Tx<'_>, nemid: NemIdNumber) -> Result<bool, StoreError> {
    let sent = tx.app_requests_of(nemid)?;
    let unanswered: Vec<_> = sent.iter().filter(|one| one.state != Sent::Used).map(|one| one.at).collect();
    Ok(app::rests(&unanswered))
}

/// Ends the requests before, since the question has taken their place or is asked of another carrier; sends one if an app
/// is asked.
pub(crate) fn follow(
    act: &Act<'_>,
    nemid: &NemId,
    token: &[u8; 32],
    purpose: &Purpose,
    asked: Option<AskedKey>,
) -> Result<(), StoreError> {
    act.tx.replace_app_requests(nemid.number)?;
    if !is_asked(asked) {
        return Ok(());
    }
    let n = act.tx.next_app_request()?;
    act.tx.send_to_apps(&NewRequest {
        n,
        nemid: nemid.number,
        token,
        mark: &mark(act, token, n),
        purpose,
        at: act.now(),
        sent: act.real_now,
    })
}

/// By what a waiting page asks for a request. It opens nothing, and nobody can guess it.
fn mark(act: &Act<'_>, question: &[u8; 32], n: i64) -> String {
    let mark = act.app.tokens.fingerprint("app-request", &format!("{question:02x?} {n}"));
    mark.iter().take(16).fold(String::with_capacity(32), |text, byte| text + &format!("{byte:02x}"))
}

/// Waits until the request that a page asks for by its mark is over, however it ended; at once if there is none. It holds
/// neither a thread nor the database meanwhile.
///
/// # Errors
/// When it can't be looked up.
pub async fn until_over(app: &App, mark: &str) -> Result<(), StoreError> {
    let mut tidings = app.tidings.hear();
    loop {
        let (mark, real) = (mark.to_owned(), app.real_time());
        let awaited = app.read(move |tx| awaited(tx, &mark, real)).await?;
        let Some(Awaited { nemid, ends }) = awaited else { return Ok(()) };
        let told = async {
            loop {
                match tidings.recv().await {
                    Ok(Tiding::Of(over)) if over != nemid => {}
                    Ok(_) | Err(RecvError::Lagged(_) | RecvError::Closed) => return,
                }
            }
        };
        tokio::select! {
            () = told => {}
            () = tokio::time::sleep(LOOK.min(ends)) => {}
        }
    }
}

/// A request that a page waits for.
struct Awaited {
    nemid: NemIdNumber,
    /// After how long it ends by itself, unless more time is asked for.
    ends: Duration,
}

/// What a page waits for by its mark; `None` once it is over.
fn awaited(tx: &Tx<'_>, mark: &str, real: RealTime) -> Result<Option<Awaited>, StoreError> {
    let Some(request) = tx.app_request_marked(mark)? else { return Ok(None) };
    let (State::Waiting, Some(question)) = state(tx, &request, real)? else { return Ok(None) };
    let left = ends(tx, &question, real)?.duration_since(real.now);
    // The instant itself still belongs to it.
    let ends = Duration::try_from(left).unwrap_or_default() + Duration::from_millis(1);
    Ok(Some(Awaited { nemid: request.nemid, ends }))
}

/// When a question ends by itself: by its own time, or with the session that asks.
fn ends(tx: &Tx<'_>, question: &LogOn, real: RealTime) -> Result<Timestamp, StoreError> {
    let own = real.lifetimes.log_on_ends(question.life());
    let session = question.session.map(|session| tx.session_of(&session)).transpose()?.flatten();
    let session = session.map(|session| real.lifetimes.session_ends(session.life()).at);
    Ok(session.map_or(own, |session| session.min(own)))
}

/// The app with which the request for a question was approved.
pub(crate) fn approved_with(tx: &Tx<'_>, log_on: &LogOn) -> Result<CarrierNumber, CaseError<KeyRefusal>> {
    match tx.app_request_for(&log_on.token)? {
        Some(AppRequest { state: Sent::Approved, app: Some(app), .. }) => Ok(app),
        Some(AppRequest { state: Sent::Waiting, .. }) => Err(CaseError::Refused(KeyRefusal::NotApproved)),
        // No app is left that could answer it.
        _ => Err(CaseError::Refused(KeyRefusal::UnknownCarrier)),
    }
}

/// Why a question that is not there any more has ended, as far as its holder said so in the app.
pub(crate) fn was_refused(tx: &Tx<'_>, question: &[u8; 32]) -> Result<bool, StoreError> {
    Ok(tx.app_request_for(question)?.is_some_and(|request| request.state == Sent::Refused))
}
