//! The steps of an errand, from the person to the action. Reading and signing it is in [`super::signing`].

use jiff::Timestamp;

use crate::cases::app::{Act, App, Attempt, CaseError, refused};
use crate::cases::desk::snapshot::{change, load, save};
use crate::cases::desk::{Action, Desk, DeskRefusal, Errand, Kind, look_ups, plan};
use crate::store::cpr_numbers::OtherCprNumber;
use crate::store::{StoreError, Tx};
use rules::counter;
use rules::counter::CounterRefusal;
use rules::identification::{Document, Identification};
use rules::words::{CprNumber, NemIdNumber};

/// The number by which a person is looked up.
#[derive(Clone, Copy, Debug)]
pub enum Sought {
    /// NemID-nummer.
    NemId(NemIdNumber),
    /// CPR-nummer.
    Cpr(CprNumber),
}

/// Looks a person up and begins an errand for them, or continues the named one if it is the same and not
/// signed. The look-up leaves a trace, one of a number that is not found too (D24).
///
/// # Errors
/// [`DeskRefusal::NotFound`] for a NemID that the desk does not see, [`CounterRefusal::OwnNumber`],
/// [`CounterRefusal::NotInRegister`] (D12, D20), [`CounterRefusal::CprNumberReplaced`],
/// [`CounterRefusal::CprNumberNotYetKnown`] (D28).
pub async fn begin(
    app: &App,
    desk: &Desk,
    kind: Kind,
    sought: Sought,
    going_on: Option<String>,
) -> Result<String, CaseError<DeskRefusal>> {
    let (fresh, at) = (app.new_token().reveal(), desk.clone());
    app.act(&desk.origin, desk.actor(), move |act| {
        at.is_still_held(act.tx)?;
        let found = match find(act.tx, &at, kind, sought) {
            Ok(found) => found,
            Err(CaseError::Refused(refusal)) => {
                note_refused(act, &at, sought, refusal)?;
                return Ok(Attempt::Refused(refusal));
            }
            Err(broken) => return Err(broken),
        };
        look_ups::note(act, &at, Some(found.citizen))?;
        if let Some(id) = &going_on {
            // One that was left for too long goes on where it was, since the person was looked up once more (D32).
            let before = act.tx.errand::<Errand>(id, at.staff, Timestamp::MIN)?;
            if let Some(errand) = before.filter(|errand| errand.goes_on(kind, found.citizen)) {
                save(act, &at, id, &errand)?;
                return Ok(Attempt::Done(id.clone()));
            }
        }
        let Found { citizen, nemid } = found;
        let errand = Errand { kind, citizen, identification: None, nemid, action: None, receipt: None };
        save(act, &at, &fresh, &errand)?;
        Ok(Attempt::Done(fresh.clone()))
    })
    .await
    .and_then(Attempt::settled)
}

/// Notes a look-up that was refused. Of one's own number nothing is shown, and nothing is kept; one that the person has
/// no more, or not yet, is kept as it was typed (D24, D28).
fn note_refused(act: &Act<'_>, desk: &Desk, sought: Sought, refusal: DeskRefusal) -> Result<(), StoreError> {
    let typed = match (sought, refusal) {
        (_, DeskRefusal::Counter(CounterRefusal::OwnNumber)) => return Ok(()),
        (Sought::Cpr(cpr), DeskRefusal::Counter(CounterRefusal::CprNumberReplaced)) => Some(cpr),
        (Sought::Cpr(cpr), DeskRefusal::Counter(CounterRefusal::CprNumberNotYetKnown)) => {
            Some(act.tx.cpr_number_today(cpr)?)
        }
        _ => None,
    };
    look_ups::note(act, desk, typed)
}

/// Why a number is not in the register. Who has another one by now is told from those who never had this one, but the
/// number of today is not told: the person says it (D28).
fn not_there(tx: &Tx<'_>, desk: &Desk, cpr: CprNumber) -> Result<CounterRefusal, StoreError> {
    Ok(match tx.other_cpr_number(cpr)? {
        Some(OtherCprNumber::Former(today) | OtherCprNumber::New(today)) if today == desk.cpr => {
            CounterRefusal::OwnNumber
        }
        Some(OtherCprNumber::Former(_)) => CounterRefusal::CprNumberReplaced,
        Some(OtherCprNumber::New(_)) => CounterRefusal::CprNumberNotYetKnown,
        None => CounterRefusal::NotInRegister,
    })
}

/// The person an errand is for, and the NemID if there is only one choice.
struct Found {
    citizen: CprNumber,
    nemid: Option<NemIdNumber>,
}

fn find(tx: &Tx<'_>, desk: &Desk, kind: Kind, sought: Sought) -> Result<Found, CaseError<DeskRefusal>> {
    let (citizen, nemid) = match sought {
        Sought::Cpr(cpr) => (cpr, None),
        Sought::NemId(number) => {
            let seen = desk.sees(tx.nemid(number)?.into_iter().collect());
            let one = seen.first().ok_or(CaseError::Refused(DeskRefusal::NotFound))?;
            (one.holder, Some(number))
        }
    };
    counter::may_serve(&desk.cpr, &citizen).map_err(refused)?;
    if tx.citizen(citizen)?.is_none() {
        return Err(refused(not_there(tx, desk, citizen)?));
    }
    if kind != Kind::Any {
        return Ok(Found { citizen, nemid });
    }
    let only = match &desk.sees(tx.nemids_of(citizen)?)[..] {
        [only] => Some(only.number),
        _ => None,
    };
    Ok(Found { citizen, nemid: nemid.or(only) })
}

/// Notes the identification of the person served (D17).
///
/// # Errors
/// When the documents are not enough.
pub async fn identify(
    app: &App,
    desk: &Desk,
    id: &str,
    documents: Vec<Document>,
) -> Result<(), CaseError<DeskRefusal>> {
    let identification = Identification::by(&documents).map_err(refused)?;
    change(app, desk, id, move |_, _, errand| {
        errand.identification = Some(identification.clone());
        Ok(())
    })
    .await
}

/// Chooses the NemID that the errand is about; changing it drops the earlier choice of action.
///
/// # Errors
/// [`CounterRefusal::NothingFound`] when the desk does not see it; in the portal [`CounterRefusal::Ended`],
/// and [`DeskRefusal::StepMissing`] before anything was shown.
pub async fn choose_nemid(
    app: &App,
    desk: &Desk,
    id: &str,
    number: NemIdNumber,
) -> Result<(), CaseError<DeskRefusal>> {
    change(app, desk, id, move |act, desk, errand| {
        let in_portal = errand.kind != Kind::Any;
        if in_portal && errand.identification.is_none() {
            return Err(CaseError::Refused(DeskRefusal::StepMissing));
        }
        let found = desk.sees(act.tx.nemids_of(errand.citizen)?).into_iter().find(|one| one.number == number);
        let nemid = found.ok_or_else(|| refused(CounterRefusal::NothingFound))?;
        if in_portal && !nemid.state.is_open() {
            return Err(refused(CounterRefusal::Ended));
        }
        if errand.nemid != Some(number) {
            errand.action = None;
        }
        errand.nemid = Some(number);
        Ok(())
    })
    .await
}

/// Chooses the action; whether the rules allow it is checked at once, and again at signing.
pub async fn choose_action(
    app: &App,
    desk: &Desk,
    id: &str,
    action: Action,
) -> Result<(), CaseError<DeskRefusal>> {
    change(app, desk, id, move |act, desk, errand| {
        errand.action = Some(action.clone());
        plan::dry_run(act.app, act.tx, desk, errand, act.now())
    })
    .await
}

/// Begins the next errand for the person being served, with the same identification and NemID. One that was not
/// signed ends.
///
/// # Errors
/// [`DeskRefusal::NoErrand`].
pub async fn go_on_with(
    app: &App,
    desk: &Desk,
    id: &str,
    kind: Kind,
) -> Result<String, CaseError<DeskRefusal>> {
    let (fresh, at, id) = (app.new_token().reveal(), desk.clone(), id.to_owned());
    app.act(&desk.origin, desk.actor(), move |act| {
        at.is_still_held(act.tx)?;
        let before = load(act.tx, &at, &id, act.real_time())?;
        let about = before.receipt.as_ref().map_or(before.nemid, |receipt| receipt.nemid);
        let nemid = about.filter(|_| kind != Kind::Order);
        if before.receipt.is_none() {
            act.tx.end_errand(&id, at.staff)?;
        }
        let errand = Errand { kind, nemid, action: None, receipt: None, ..before };
        save(act, &at, &fresh, &errand)?;
        Ok(fresh.clone())
    })
    .await
}

/// Ends what was begun and not signed, so that going back in the browser signs nothing: an errand of the portal ends,
/// one of a bank or the operator drops its choice and keeps its person.
///
/// # Errors
/// [`DeskRefusal::NoErrand`].
pub async fn abort(app: &App, desk: &Desk, id: &str) -> Result<(), CaseError<DeskRefusal>> {
    let (at, id) = (desk.clone(), id.to_owned());
    app.act(&desk.origin, desk.actor(), move |act| {
        let errand = load(act.tx, &at, &id, act.real_time())?;
        match (errand.kind, &errand.receipt) {
            (Kind::Any, _) => Ok(save(act, &at, &id, &Errand { action: None, ..errand })?),
            (_, Some(_)) => Ok(()),
            (_, None) => Ok(act.tx.end_errand(&id, at.staff)?),
        }
    })
    .await
}
