//! Signing at a desk: whoever serves reads it all and confirms with their own password. What was signed is what was
//! read: the token stands for signer, text, choice and the versions of the person's NemIDs, and is spent once.

use std::sync::Arc;

use jiff::Timestamp;

use super::errand::{self, Desk, Errand, Look, Receipt};
use super::plan::{self, Prepared, Table};
use super::{Deed, DeskRefusal};
use crate::cases::house::{House, Trouble};
use crate::cases::password::{LogOnRefusal, judged};
use crate::cases::pin_letters;
use crate::rules::actor::Stamp;
use crate::rules::nemid::{NemId, Use};
use crate::rules::words::{TypedPassword, TypedUserId};
use crate::store::Tx;
use crate::store::desk_journal::DeskEntry;

/// What is signed: the text as it was read, and the token that came with it.
#[derive(Clone, Debug)]
pub struct Signature {
    /// The full text.
    pub text: String,
    /// The token of the page on which it was read.
    pub token: String,
}

/// The token of a text that is about to be read.
pub fn token(house: &House, desk: &Desk, id: &str, look: &Look, text: &str) -> String {
    hex(&fingerprint(house, desk, (id, &look.errand), &look.found, text))
}

/// Signs an errand: judges the signer's password (a wrong one counts, D20), spends the token, and does all of it in
/// one transaction, the journal included.
///
/// # Errors
/// Why not; [`DeskRefusal::AlreadySigned`] when it was signed before, [`DeskRefusal::ChangedSinceRead`] when it has
/// to be read again.
pub async fn sign(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    (signature, password): (Signature, &TypedPassword),
) -> Result<(), Trouble<DeskRefusal>> {
    let looked = errand::look(house, desk, id).await?;
    may_be_signed(house, desk, (id, &looked.errand), &looked.found, &signature)?;
    let deed = looked.errand.deed.ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
    let mut prepared = Prepared::draw(house);
    if deed.may_post_pin_letter() {
        prepared.draft = Some(pin_letters::draft(house, &desk.origin).await?);
    }
    let (at, id) = (desk.clone(), id.to_owned());
    signed(house, desk, password, move |tx, house, stamp| {
        in_one(house, tx, (&at, &id), (&signature, &prepared), stamp.at)
    })
    .await
}

/// Judges the signer's password and, if it is right, does something behind the same door.
pub(in crate::cases) async fn signed<F>(
    house: &Arc<House>,
    desk: &Desk,
    password: &TypedPassword,
    then: F,
) -> Result<(), Trouble<DeskRefusal>>
where
    F: Fn(&Tx<'_>, &House, &Stamp) -> Result<(), Trouble<DeskRefusal>> + Clone + Send + 'static,
{
    let signer = TypedUserId::NemIdNumber(desk.staff);
    let actor = desk.actor();
    let signed =
        judged(house, (&signer, password), &Use::StaffSigning, &desk.origin, move |tx, house, _, stamp| {
            match then(tx, house, &stamp.by(actor.clone())) {
                Err(Trouble::Refused(refusal)) => Ok(Err(refusal)),
                Err(trouble) => Err(trouble.map(|_: DeskRefusal| LogOnRefusal::RunOut)),
                Ok(()) => Ok(Ok(())),
            }
        });
    signed.await.map_err(|trouble| trouble.map(DeskRefusal::from))?.map_err(Trouble::Refused)
}

/// Everything that one signature does. It refuses before it writes.
fn in_one(
    house: &House,
    tx: &Tx<'_>,
    (desk, id): (&Desk, &str),
    (signature, prepared): (&Signature, &Prepared),
    now: Timestamp,
) -> Result<(), Trouble<DeskRefusal>> {
    let errand = errand::load(tx, house, desk, id)?;
    let look = errand::look_at(tx, house, desk, errand.clone())?;
    let spent = may_be_signed(house, desk, (id, &errand), &look.found, signature)?;
    let stamp = desk.stamp(now);
    let table = Table { house, tx, desk, errand: &errand, prepared, stamp: &stamp };
    let plan = plan::decide(&table)?;
    if !tx.spend(&spent, now)? {
        return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
    }
    let deed = errand.deed.clone().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
    let (about, posted) = plan::carry_out(&table, plan)?;
    let journal = tx.enter_at_desk(&entry(desk, &errand, (&deed, about), (now, &signature.text)))?;
    let receipt = Receipt { journal, at: now, deed, posted };
    let nemid = about.filter(|_| receipt.deed != Deed::RegisterDeath).or(errand.nemid);
    let signed = Errand { receipt: Some(receipt), deed: None, nemid, ..errand };
    Ok(errand::save(tx, house, desk, id, &signed)?)
}

fn entry(
    desk: &Desk,
    errand: &Errand,
    (deed, about): (&Deed, Option<crate::rules::words::NemIdNumber>),
    (at, text): (Timestamp, &str),
) -> DeskEntry {
    DeskEntry {
        id: 0,
        at,
        staff: desk.staff,
        bank: desk.bank().cloned(),
        citizen: Some(errand.citizen),
        nemid: about.filter(|_| *deed != Deed::RegisterDeath),
        action: deed.code().to_owned(),
        text: text.to_owned(),
    }
}

/// Whether the errand is as it was when the text was read; gives what is spent by signing it.
fn may_be_signed(
    house: &House,
    desk: &Desk,
    (id, errand): (&str, &Errand),
    found: &[NemId],
    signature: &Signature,
) -> Result<[u8; 32], Trouble<DeskRefusal>> {
    if errand.receipt.is_some() {
        return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
    }
    let token = fingerprint(house, desk, (id, errand), found, &signature.text);
    if hex(&token) == signature.token {
        return Ok(token);
    }
    Err(Trouble::Refused(DeskRefusal::ChangedSinceRead))
}

fn fingerprint(
    house: &House,
    desk: &Desk,
    (id, errand): (&str, &Errand),
    found: &[NemId],
    text: &str,
) -> [u8; 32] {
    let versions: Vec<_> = found.iter().map(|one| format!("{} {}", one.number, one.version)).collect();
    let choice = serde_json::to_string(&(errand.nemid, &errand.deed)).unwrap_or_default();
    let parts = [desk.staff.as_str(), id, &versions.join(","), &choice, text];
    house.tokens.shadow_of("desk-signature", &parts.join("\0"))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
