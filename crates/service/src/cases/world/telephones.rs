//! Telephones of the world, and the requests that are answered with the apps on them (Rules 1, 3.2, D37).

use jiff::Timestamp;

use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::access::requests::{self, State};
use crate::cases::app::{Act, App, Attempt, CaseError, Origin, refused};
use crate::cases::world::devices::DeviceRefusal;
pub use crate::cases::world::telephone_refusal::TelephoneRefusal;
use crate::store::app_requests::{AppRequest, Sent};
use crate::store::devices::{Device, Telephone, Thing};
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::carriers::app;
use rules::carriers::app::{AppRefusal, OnTelephone};
use rules::keys::{KeyOutcome, KeyRefusal};
use rules::nemid::{Carrier, DeviceId, Holding, NemId, Purpose};
use rules::words::{CarrierNumber, CprNumber, NemIdNumber, Pin};

pub(super) type TelephoneError = CaseError<TelephoneRefusal>;

/// An app on a telephone.
#[derive(Clone, Debug)]
pub struct Installed {
    pub nemid: NemIdNumber,
    pub number: CarrierNumber,
    pub since: Timestamp,
    /// Whether its PIN was chosen.
    pub in_use: bool,
    /// When its PIN can be chosen.
    pub ready: Timestamp,
}

impl Installed {
    pub(super) fn of(nemid: &NemId, carrier: &Carrier) -> Self {
        Self {
            nemid: nemid.number,
            number: carrier.number,
            since: carrier.since,
            in_use: carrier.is_usable(),
            ready: app::ready(carrier),
        }
    }
}

/// A request as a telephone shows it.
#[derive(Clone, Debug)]
pub struct Request {
    pub n: i64,
    pub nemid: NemIdNumber,
    pub state: State,
    /// When it was sent.
    pub at: Timestamp,
    pub purpose: Purpose,
    /// The text that is signed with it, while it can be answered.
    pub text: Option<String>,
}

/// What a telephone shows.
#[derive(Clone, Debug)]
pub struct Screen {
    pub device: DeviceId,
    pub owner: CprNumber,
    /// The name of its owner.
    pub name: String,
    pub telephone: Telephone,
    /// Why no app on it works now, if so.
    pub dark: Option<AppRefusal>,
    /// The open apps, those of the oldest NemID first.
    pub apps: Vec<Installed>,
    /// What was sent to the apps in use, the oldest first.
    pub requests: Vec<Request>,
    pub now: Timestamp,
}

/// A telephone, and its owner's NemIDs.
pub(super) struct Found {
    pub on: OnTelephone,
    telephone: Telephone,
    nemids: Vec<NemId>,
}

pub(super) fn found(tx: &Tx<'_>, id: DeviceId) -> Result<Found, TelephoneError> {
    let not = |refusal| move || refused(TelephoneRefusal::Device(refusal));
    let Device { owner, thing, .. } = tx.device(id)?.ok_or_else(not(DeviceRefusal::NotThere))?;
    let Thing::Telephone(telephone) = thing else { return Err(not(DeviceRefusal::NotSuch)()) };
    let on = OnTelephone {
        device: id,
        owner,
        make: telephone.make.clone(),
        smart: telephone.smart,
        lost: telephone.lost,
        battery: telephone.battery,
        net: telephone.net,
    };
    Ok(Found { on, telephone, nemids: tx.nemids_of(owner)? })
}

impl Found {
    /// The open apps on the telephone.
    pub fn apps(&self) -> impl Iterator<Item = (&NemId, &Carrier)> {
        let device = self.on.device;
        let here = move |carrier: &&Carrier| {
            carrier.is_open() && matches!(carrier.holding, Holding::App { device: on, .. } if on == device)
        };
        let open = self.nemids.iter().filter(|nemid| nemid.state.is_open());
        open.flat_map(move |nemid| nemid.carriers.iter().filter(here).map(move |carrier| (nemid, carrier)))
    }

    /// The app in use of a NemID.
    fn in_use(&self, number: NemIdNumber) -> Option<(&NemId, &Carrier)> {
        self.apps().find(|(nemid, carrier)| nemid.number == number && carrier.is_usable())
    }

    pub fn works(self) -> Result<Self, TelephoneError> {
        self.on.works().map_err(refused::<TelephoneRefusal>)?;
        Ok(self)
    }
}

/// What a telephone shows, whatever it is like.
///
/// # Errors
/// [`DeviceRefusal`] when there is no such telephone.
pub async fn screen(app: &App, id: DeviceId) -> Result<Screen, TelephoneError> {
    let (real, now) = (app.real_time(), app.now());
    app.read::<_, TelephoneError>(move |tx| {
        let found = found(tx, id)?;
        let mut requests = Vec::new();
        for (nemid, _) in found.apps().filter(|(_, carrier)| carrier.is_usable()) {
            for sent in tx.app_requests_of(nemid.number)? {
                let (state, question) = requests::state(tx, &sent, real)?;
                let text = question.filter(|_| state == State::Waiting).and_then(|question| question.text);
                requests.push(Request {
                    n: sent.n,
                    nemid: sent.nemid,
                    state,
                    at: sent.at,
                    purpose: sent.purpose,
                    text,
                });
            }
        }
        requests.sort_by_key(|request| request.n);
        let name = tx.citizen(found.on.owner)?.map(|citizen| citizen.name.to_string());
        Ok(Screen {
            device: id,
            owner: found.on.owner,
            name: name.unwrap_or_default(),
            dark: found.on.works().err(),
            apps: found.apps().map(|(nemid, carrier)| Installed::of(nemid, carrier)).collect(),
            telephone: found.telephone,
            requests,
            now,
        })
    })
    .await
}

/// The requests on a telephone that works.
///
/// # Errors
/// As [`screen`]; [`AppRefusal`] when the telephone is lost, has no battery or no connection.
pub async fn requests_on(app: &App, id: DeviceId) -> Result<Vec<Request>, TelephoneError> {
    let screen = screen(app, id).await?;
    match screen.dark {
        Some(refusal) => Err(refused(TelephoneRefusal::from(refusal))),
        None => Ok(screen.requests),
    }
}

/// A request that can be answered on a telephone, with the app that it is answered with.
struct Answerable {
    request: AppRequest,
    nemid: NemId,
    app: Carrier,
}

fn answerable(act: &Act<'_>, id: DeviceId, n: i64) -> Result<Answerable, TelephoneError> {
    let found = found(act.tx, id)?.works()?;
    for nemid in &found.nemids {
        let sent = act.tx.app_requests_of(nemid.number)?;
        let Some(request) = sent.into_iter().find(|one| one.n == n) else { continue };
        let Some((nemid, app)) = found.in_use(nemid.number) else { break };
        if requests::state(act.tx, &request, act.real_time())?.0 != State::Waiting {
            return Err(refused(TelephoneRefusal::RequestOver));
        }
        return Ok(Answerable { nemid: nemid.clone(), app: app.clone(), request });
    }
    Err(refused(TelephoneRefusal::NoRequest))
}

pub(super) fn of_key(refusal: KeyRefusal) -> TelephoneError {
    refused(TelephoneRefusal::LogOn(refusal.into()))
}

/// Approves a request with the PIN of the app. The page that asked goes on.
///
/// # Errors
/// [`TelephoneRefusal`] when the telephone does not work, the request is not there or over; for a wrong PIN, of which the
/// fifth in a row blocks the app.
pub async fn approve(
    app: &App,
    id: DeviceId,
    n: i64,
    pin: Pin,
    origin: &Origin,
) -> Result<(), TelephoneError> {
    app.act(origin, Actor::Citizen, move |act| {
        let Answerable { request, nemid, app } = answerable(act, id, n)?;
        let stored = app::pin(&app);
        let right = stored.is_some_and(|stored| act.app.pins.is_right(&app.number, &stored, &pin));
        let judged = app::approve(&nemid, app.number, right, &request.purpose, &act.stamp);
        let (events, outcome) = judged.map_err(of_key)?;
        act.record(&nemid, &events)?;
        Ok(match outcome {
            KeyOutcome::Right => {
                act.tx.answer_app_request(n, Sent::Approved, app.number)?;
                act.tx.forget_app_requests(nemid.number, Some(n))?;
                Attempt::Done(())
            }
            KeyOutcome::CarrierBlocked(kind) => {
                Attempt::Refused(TelephoneRefusal::LogOn(LogOnRefusal::CarrierBlocked { kind }))
            }
            KeyOutcome::CarrierWrong { kind, left } => {
                Attempt::Refused(TelephoneRefusal::LogOn(LogOnRefusal::WrongAnswer { kind, left }))
            }
            KeyOutcome::Wrong { .. } | KeyOutcome::CardBlocked | KeyOutcome::NextCode => {
                Attempt::Refused(TelephoneRefusal::NoRequest)
            }
        })
    })
    .await
    .and_then(Attempt::settled)
}

/// Refuses a request. The question that it was sent for is over.
///
/// # Errors
/// As [`approve`].
pub async fn refuse(app: &App, id: DeviceId, n: i64, origin: &Origin) -> Result<(), TelephoneError> {
    app.act(origin, Actor::Citizen, move |act| {
        let Answerable { request, nemid, app } = answerable(act, id, n)?;
        let events = app::refuse_request(&nemid, app.number, &request.purpose, &act.stamp);
        act.record(&nemid, &events.map_err(of_key)?)?;
        act.tx.answer_app_request(n, Sent::Refused, app.number)?;
        act.tx.end_log_on(&request.token)?;
        Ok(())
    })
    .await
}

/// Gives a person a telephone.
pub(crate) fn hand_over(
    act: &Act<'_>,
    owner: CprNumber,
    telephone: Telephone,
) -> Result<DeviceId, StoreError> {
    act.tx.add_device(owner, &Thing::Telephone(telephone))
}
