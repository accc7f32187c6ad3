//! Signing (underskriv handlingen): whoever serves reads it all and confirms with their own password. What was signed
//! is what was read: the token stands for signer, text, choice and the versions of the person's NemIDs, and is spent
//! once.

use std::sync::Arc;

use jiff::Timestamp;

use crate::cases::access::password::{LogOnRefusal, judged};
use crate::cases::app::{App, CaseError};
use crate::cases::desk::errand::{Errand, ErrandSnapshot, Receipt};
use crate::cases::desk::plan::{PlanContext, Prepared};
use crate::cases::desk::{Action, Desk, DeskRefusal, errand, plan};
use crate::store::Tx;
use crate::store::journal::Signed;
use rules::actor::Stamp;
use rules::identification::Identification;
use rules::nemid::Purpose;
use rules::words::{NemIdNumber, TypedPassword, TypedUserId};

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
    hex(&fingerprint(app, desk, (id, snapshot), text))
}

/// Signs an errand: judges the signer's password (a wrong one counts, D20), spends the token, and does all of it in
/// one transaction, the journal included.
///
/// # Errors
/// Why not; [`DeskRefusal::AlreadySigned`] when it was signed before, [`DeskRefusal::ChangedSinceRead`] when it has
/// to be read again.
pub async fn sign(
    app: &Arc<App>,
    desk: &Desk,
    id: &str,
    (signature, password): (Signature, &TypedPassword),
) -> Result<(), CaseError<DeskRefusal>> {
    let looked = errand::snapshot(app, desk, id).await?;
    may_be_signed(app, desk, (id, &looked), &signature)?;
    let prepared = Prepared::for_signing(app, desk, chosen(&looked.errand)?).await?;
    let (at, id) = (desk.clone(), id.to_owned());
    signed(app, desk, password, move |tx, app, stamp| {
        in_one(app, tx, (&at, &id), (&signature, &prepared), stamp)
    })
    .await
}

/// Judges the signer's password and, if it is right, does something behind the same door.
pub(in crate::cases) async fn signed<F>(
    app: &Arc<App>,
    desk: &Desk,
    password: &TypedPassword,
    then: F,
) -> Result<(), CaseError<DeskRefusal>>
where
    F: Fn(&Tx<'_>, &App, &Stamp) -> Result<(), CaseError<DeskRefusal>> + Clone + Send + 'static,
{
    let signer = TypedUserId::NemIdNumber(desk.staff);
    let actor = desk.actor();
    let signed =
        judged(app, (&signer, password), &Purpose::StaffSigning, &desk.origin, move |tx, app, _, stamp| {
            match then(tx, app, &stamp.by(actor.clone())) {
                Err(CaseError::Refused(refusal)) => Ok(Err(refusal)),
                Err(trouble) => Err(trouble.map(|_: DeskRefusal| LogOnRefusal::RunOut)),
                Ok(()) => Ok(Ok(())),
            }
        });
    signed.await.map_err(|trouble| trouble.map(DeskRefusal::from))?.map_err(CaseError::Refused)
}

/// Everything that one signature does. It refuses before it writes.
fn in_one(
    app: &App,
    tx: &Tx<'_>,
    (desk, id): (&Desk, &str),
    (signature, prepared): (&Signature, &Prepared),
    stamp: &Stamp,
) -> Result<(), CaseError<DeskRefusal>> {
    let snapshot = errand::look_at(tx, app, desk, errand::load(tx, app, desk, id)?)?;
    let spent = may_be_signed(app, desk, (id, &snapshot), signature)?;
    let (errand, action) = (&snapshot.errand, chosen(&snapshot.errand)?);
    let context = PlanContext { app, tx, desk, errand, prepared, stamp };
    let plan = plan::decide(&context)?;
    if !tx.spend(&spent, app.clock.real_now())? {
        return Err(CaseError::Refused(DeskRefusal::AlreadySigned));
    }
    let (nemid, next) = plan::carry_out(&context, plan, action)?;
    let journal = tx.enter(&entry(desk, errand, (action, nemid), (stamp.at, &signature.text)))?;
    let receipt = Receipt { journal, at: stamp.at, action: action.clone(), nemid, next };
    let signed =
        Errand { nemid: nemid.or(errand.nemid), action: None, receipt: Some(receipt), ..errand.clone() };
    Ok(errand::save(tx, app, desk, (id, &signed))?)
}

fn chosen(errand: &Errand) -> Result<&Action, CaseError<DeskRefusal>> {
    errand.action.as_ref().ok_or(CaseError::Refused(DeskRefusal::StepMissing))
}

fn entry(
    desk: &Desk,
    errand: &Errand,
    (action, nemid): (&Action, Option<NemIdNumber>),
    (at, text): (Timestamp, &str),
) -> Signed {
    let documents = errand.identification.as_ref().map(Identification::documents);
    Signed {
        number: 0,
        at,
        staff: desk.staff,
        desk: desk.role.desk(),
        place: desk.role.place().cloned(),
        citizen: Some(errand.citizen),
        nemid,
        action: action.code().to_owned(),
        identification: documents.unwrap_or_default().to_vec(),
        text: text.to_owned(),
    }
}

/// Whether the errand is as it was when the text was read; gives what is spent by signing it.
fn may_be_signed(
    app: &App,
    desk: &Desk,
    (id, snapshot): (&str, &ErrandSnapshot),
    signature: &Signature,
) -> Result<[u8; 32], CaseError<DeskRefusal>> {
    if snapshot.errand.receipt.is_some() {
        return Err(CaseError::Refused(DeskRefusal::AlreadySigned));
    }
    let token = fingerprint(app, desk, (id, snapshot), &signature.text);
    if hex(&token) == signature.token {
        return Ok(token);
    }
    Err(CaseError::Refused(DeskRefusal::ChangedSinceRead))
}

fn fingerprint(app: &App, desk: &Desk, (id, snapshot): (&str, &ErrandSnapshot), text: &str) -> [u8; 32] {
    let ErrandSnapshot { errand, found, .. } = snapshot;
    let versions: Vec<_> = found.iter().map(|one| format!("{} {}", one.number, one.version)).collect();
    let choice = serde_json::to_string(&(&errand.identification, errand.nemid, &errand.action));
    let parts = [desk.staff.as_str(), id, &versions.join(","), &choice.unwrap_or_default(), text];
    app.tokens.fingerprint("signature", &parts.join("\0"))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
