//! Signing (underskriv handlingen): whoever serves reads it all and confirms with their own password. What was signed
//! is what was read: the token stands for signer, text, choice and the versions of the person's NemIDs, and is spent
//! once.

use std::sync::Arc;

use jiff::Timestamp;

use crate::cases::access::password::{LogOnRefusal, judged};
use crate::cases::app::{House, Trouble};
use crate::cases::desk::errand::{Errand, Look, Receipt};
use crate::cases::desk::plan::{Prepared, Table};
use crate::cases::desk::{Deed, Desk, DeskRefusal, errand, plan};
use crate::store::Tx;
use crate::store::journal::Signed;
use rules::actor::Stamp;
use rules::identification::Identification;
use rules::nemid::Use;
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
pub fn token(house: &House, desk: &Desk, id: &str, look: &Look, text: &str) -> String {
    hex(&fingerprint(house, desk, (id, look), text))
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
    may_be_signed(house, desk, (id, &looked), &signature)?;
    let prepared = Prepared::for_signing(house, desk, chosen(&looked.errand)?).await?;
    let (at, id) = (desk.clone(), id.to_owned());
    signed(house, desk, password, move |tx, house, stamp| {
        in_one(house, tx, (&at, &id), (&signature, &prepared), stamp)
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
    stamp: &Stamp,
) -> Result<(), Trouble<DeskRefusal>> {
    let look = errand::look_at(tx, house, desk, errand::load(tx, house, desk, id)?)?;
    let spent = may_be_signed(house, desk, (id, &look), signature)?;
    let (errand, deed) = (&look.errand, chosen(&look.errand)?);
    let table = Table { house, tx, desk, errand, prepared, stamp };
    let plan = plan::decide(&table)?;
    if !tx.spend(&spent, house.clock.real_now())? {
        return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
    }
    let (nemid, next) = plan::carry_out(&table, plan, deed)?;
    let journal = tx.enter(&entry(desk, errand, (deed, nemid), (stamp.at, &signature.text)))?;
    let receipt = Receipt { journal, at: stamp.at, deed: deed.clone(), nemid, next };
    let signed =
        Errand { nemid: nemid.or(errand.nemid), deed: None, receipt: Some(receipt), ..errand.clone() };
    Ok(errand::save(tx, house, desk, (id, &signed))?)
}

fn chosen(errand: &Errand) -> Result<&Deed, Trouble<DeskRefusal>> {
    errand.deed.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))
}

fn entry(
    desk: &Desk,
    errand: &Errand,
    (deed, nemid): (&Deed, Option<NemIdNumber>),
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
        action: deed.code().to_owned(),
        identification: documents.unwrap_or_default().to_vec(),
        text: text.to_owned(),
    }
}

/// Whether the errand is as it was when the text was read; gives what is spent by signing it.
fn may_be_signed(
    house: &House,
    desk: &Desk,
    (id, look): (&str, &Look),
    signature: &Signature,
) -> Result<[u8; 32], Trouble<DeskRefusal>> {
    if look.errand.receipt.is_some() {
        return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
    }
    let token = fingerprint(house, desk, (id, look), &signature.text);
    if hex(&token) == signature.token {
        return Ok(token);
    }
    Err(Trouble::Refused(DeskRefusal::ChangedSinceRead))
}

fn fingerprint(house: &House, desk: &Desk, (id, look): (&str, &Look), text: &str) -> [u8; 32] {
    let Look { errand, found, .. } = look;
    let versions: Vec<_> = found.iter().map(|one| format!("{} {}", one.number, one.version)).collect();
    let choice = serde_json::to_string(&(&errand.identification, errand.nemid, &errand.deed));
    let parts = [desk.staff.as_str(), id, &versions.join(","), &choice.unwrap_or_default(), text];
    house.tokens.shadow_of("signature", &parts.join("\0"))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
