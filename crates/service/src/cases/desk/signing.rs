//! Signing (underskriv handlingen): the employee reads the whole text and confirms with their own password.
//! What is signed is what was read: the token stands for signer, text, choice, the versions of the person's
//! NemIDs and the person as registered, and works once.

use rules::identification::Identification;
use rules::nemid::Purpose;
use rules::words::{TypedPassword, TypedUserId};

use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, App, Attempt, CaseError};
use crate::cases::desk::errand::{Errand, Receipt};
use crate::cases::desk::plan::{Outcome, PlanContext, Prepared};
use crate::cases::desk::snapshot::ErrandSnapshot;
use crate::cases::desk::{Action, Desk, DeskRefusal, plan, snapshot};
use crate::store::journal::Signed;

/// What is signed: the text as it was read, and the token that came with it.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The full text.
    pub text: String,
    /// The token of the page on which it was read.
    pub token: String,
}

/// The token of a text that is about to be read.
pub fn token(app: &App, desk: &Desk, id: &str, snapshot: &ErrandSnapshot, text: &str) -> String {
    hex(&fingerprint(app, desk, id, snapshot, text))
}

/// Signs an errand: judges the signer's password (a wrong one counts, D20), spends the token, and writes
/// everything in one transaction, the journal included.
///
/// # Errors
/// The refusal; [`DeskRefusal::AlreadySigned`] when it was signed before, [`DeskRefusal::ChangedSinceRead`]
/// when it has to be read again.
pub async fn sign(
    app: &App,
    desk: &Desk,
    id: &str,
    signature: Signature,
    password: &TypedPassword,
) -> Result<(), CaseError<DeskRefusal>> {
    let looked = snapshot::snapshot(app, desk, id).await?;
    may_be_signed(app, desk, id, &looked, &signature)?;
    let prepared = Prepared::for_signing(app, desk, chosen(&looked.errand)?).await?;
    let (at, id) = (desk.clone(), id.to_owned());
    signed(app, desk, password, move |act| carry_out(act, &at, &id, &signature, &prepared)).await
}

/// Judges the signer's password and, if it is right, runs `then` in the same transaction.
pub(in crate::cases) async fn signed<F>(
    app: &App,
    desk: &Desk,
    password: &TypedPassword,
    then: F,
) -> Result<(), CaseError<DeskRefusal>>
where
    F: Fn(&Act<'_>) -> Result<(), CaseError<DeskRefusal>> + Clone + Send + 'static,
{
    let typed = Credentials { user_id: TypedUserId::NemIdNumber(desk.staff), password: password.clone() };
    let (actor, at) = (desk.actor(), desk.clone());
    let signed = judged(app, &typed, &Purpose::StaffSigning, &desk.origin, move |act, _| {
        at.is_still_held(act.tx)?;
        match then(&act.by(actor.clone())) {
            Ok(()) => Ok(Attempt::Done(())),
            Err(CaseError::Refused(refusal)) => Ok(Attempt::Refused(refusal)),
            Err(error) => Err(error.map(|_: DeskRefusal| LogOnRefusal::RunOut)),
        }
    });
    signed.await.map_err(|error| error.map(DeskRefusal::from))?.settled()
}

/// Writes everything that one signature does. It refuses before it writes.
fn carry_out(
    act: &Act<'_>,
    desk: &Desk,
    id: &str,
    signature: &Signature,
    prepared: &Prepared,
) -> Result<(), CaseError<DeskRefusal>> {
    let errand = snapshot::load(act.tx, desk, id, act.real_time())?;
    let read = snapshot::look_at(act.tx, act.app, desk, errand, act.now())?;
    let spent = may_be_signed(act.app, desk, id, &read, signature)?;
    let (errand, action) = (&read.errand, chosen(&read.errand)?);
    let context = PlanContext { parts: act.app, tx: act.tx, desk, errand, prepared, stamp: &act.stamp };
    let plan = plan::decide(&context)?;
    if !act.tx.spend(&spent, act.real_now)? {
        return Err(CaseError::Refused(DeskRefusal::AlreadySigned));
    }
    let outcome = plan::carry_out(act, &context, plan, action)?;
    let mut entry = entry(act, desk, errand, action, &signature.text);
    entry.nemid = outcome.nemid;
    let journal = act.tx.enter(&entry)?;
    let Outcome { nemid, next, told } = outcome;
    let receipt = Receipt { journal, at: act.now(), action: action.clone(), nemid, next, told };
    let signed =
        Errand { nemid: nemid.or(errand.nemid), action: None, receipt: Some(receipt), ..errand.clone() };
    Ok(snapshot::save(act, desk, id, &signed)?)
}

fn chosen(errand: &Errand) -> Result<&Action, CaseError<DeskRefusal>> {
    errand.action.as_ref().ok_or(CaseError::Refused(DeskRefusal::StepMissing))
}

fn entry(act: &Act<'_>, desk: &Desk, errand: &Errand, action: &Action, text: &str) -> Signed {
    let documents = errand.identification.as_ref().map(Identification::documents);
    Signed {
        number: 0,
        at: act.now(),
        staff: desk.staff,
        desk: desk.role.desk(),
        place: desk.role.place().cloned(),
        citizen: Some(errand.citizen),
        nemid: None,
        action: action.code().to_owned(),
        identification: documents.unwrap_or_default().to_vec(),
        text: text.to_owned(),
    }
}

/// Checks that the errand is unchanged since the text was read. Returns the token that signing spends.
fn may_be_signed(
    app: &App,
    desk: &Desk,
    id: &str,
    snapshot: &ErrandSnapshot,
    signature: &Signature,
) -> Result<[u8; 32], CaseError<DeskRefusal>> {
    if snapshot.errand.receipt.is_some() {
        return Err(CaseError::Refused(DeskRefusal::AlreadySigned));
    }
    let token = fingerprint(app, desk, id, snapshot, &signature.text);
    if hex(&token) == signature.token {
        return Ok(token);
    }
    Err(CaseError::Refused(DeskRefusal::ChangedSinceRead))
}

fn fingerprint(app: &App, desk: &Desk, id: &str, snapshot: &ErrandSnapshot, text: &str) -> [u8; 32] {
    let ErrandSnapshot { errand, citizen, found, .. } = snapshot;
    let versions: Vec<_> = found.iter().map(|one| format!("{} {}", one.number, one.version)).collect();
    let choice = serde_json::to_string(&(&errand.identification, errand.nemid, &errand.action));
    let registered = serde_json::to_string(&(&citizen.name, &citizen.address, &citizen.stated, citizen.died));
    let parts = [
        desk.staff.as_str(),
        id,
        &versions.join(","),
        &choice.unwrap_or_default(),
        &registered.unwrap_or_default(),
        text,
    ];
    app.tokens.fingerprint("signature", &parts.join("\0"))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
