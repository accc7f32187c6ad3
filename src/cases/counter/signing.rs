//! Signing (underskriv handlingen): the officer reads it all and confirms with their own password. What was signed is
//! what was read: the signature's token stands for officer, text, choice and the NemID's version, and is spent once.

use std::sync::Arc;

use jiff::Timestamp;

use super::errand::{self, Desk, Errand, Kind, Look, Receipt};
use super::plan::{self, Plan, Prepared, Table};
use super::{Deed, DeskRefusal, stock};
use crate::cases::house::{House, Trouble};
use crate::cases::log_on::{self, LogOnRefusal};
use crate::outside::hasher::Source;
use crate::rules::identification::Identification;
use crate::rules::nemid::{NemId, Use};
use crate::rules::words::{TypedPassword, TypedUserId};
use crate::store::journal::Signed;
use crate::store::{StoreError, Tx};

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
    hex(&fingerprint(house, desk, (id, &look.errand), &relevant(&look.errand, &look.found), text))
}

/// Signs an errand: judges the officer's password (a wrong one counts, D20), spends the token, and does all of it in
/// one transaction, the journal included.
///
/// # Errors
/// Why not; [`DeskRefusal::AlreadySigned`] when its receipt is there, [`DeskRefusal::ChangedSinceRead`] when it has
/// to be read again.
pub async fn sign(
    house: &Arc<House>,
    desk: &Desk,
    id: &str,
    (signature, password): (Signature, &TypedPassword),
) -> Result<(), Trouble<DeskRefusal>> {
    let looked = errand::look(house, desk, id).await?;
    may_be_signed(house, desk, (id, &looked.errand), &looked.found, &signature)?;
    let prepared = prepare(house, desk, &looked.errand).await?;
    let (at, id) = (desk.clone(), id.to_owned());
    let signer = TypedUserId::NemIdNumber(desk.staff);
    let signed = log_on::judged(
        house,
        (&signer, password),
        &Use::StaffSigning,
        &desk.origin,
        move |tx, house, _, stamp| {
            let stamp = stamp.by(at.actor());
            match in_one(house, tx, (&at, &id), (&signature, &prepared), stamp.at) {
                Err(Trouble::Refused(refusal)) => Ok(Err(refusal)),
                Err(trouble) => Err(trouble.map(|_: DeskRefusal| LogOnRefusal::RunOut)),
                Ok(()) => Ok(Ok(())),
            }
        },
    )
    .await
    .map_err(|trouble| trouble.map(DeskRefusal::from))?;
    signed.map_err(Trouble::Refused)
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
    let look = errand::look_at(tx, house, errand.clone())?;
    let spent = may_be_signed(house, desk, (id, &errand), &look.found, signature)?;
    let stamp = desk.stamp(now);
    let table = Table { house, tx, desk, errand: &errand, prepared, stamp: &stamp };
    let plan = plan::decide(&table)?;
    let deed = errand.deed.as_ref().ok_or(Trouble::Refused(DeskRefusal::StepMissing))?;
    if !tx.spend(&spent, now)? {
        return Err(Trouble::Refused(DeskRefusal::AlreadySigned));
    }
    write(&table, plan, deed, (id, &signature.text))?;
    Ok(())
}

fn write(table: &Table<'_>, plan: Plan, deed: &Deed, (id, text): (&str, &str)) -> Result<(), StoreError> {
    let (tx, desk, errand) = (table.tx, table.desk, table.errand);
    let (nemid, next) = plan::carry_out(table, plan, deed)?;
    let documents = errand.identification.as_ref().map(Identification::documents);
    let journal = tx.enter(&Signed {
        id: 0,
        at: table.stamp.at,
        staff: desk.staff,
        office: desk.office().cloned(),
        citizen: errand.citizen,
        nemid: Some(nemid.number),
        action: deed.code().to_owned(),
        identification: documents.unwrap_or_default().to_vec(),
        text: text.to_owned(),
    })?;
    let receipt = Receipt { journal, at: table.stamp.at, nemid: nemid.number, next };
    let signed = Errand { receipt: Some(receipt), ..errand.clone() };
    errand::save(tx, table.house, desk, id, &signed)
}

/// Draws and hashes what the deed needs, before the door.
async fn prepare(house: &Arc<House>, desk: &Desk, errand: &Errand) -> Result<Prepared, Trouble<DeskRefusal>> {
    let mut prepared = Prepared::draw(house);
    let Some(deed) = &errand.deed else { return Err(Trouble::Refused(DeskRefusal::StepMissing)) };
    let source = Source::staff(desk.staff.as_str());
    if let Some(serial) = deed.letter_from_stock() {
        let Some(office) = desk.office().cloned() else {
            return Err(Trouble::Refused(DeskRefusal::StepMissing));
        };
        let content = house.store.read(move |tx| stock::letter(tx, &office, serial)).await?;
        let digits = stock::digits(house, serial, &content)?;
        let hash = house.hasher.hash(digits.reveal(), source).await?;
        prepared.temporary = (serial, None, hash);
    } else if deed.posts_pin_letter() {
        let digits = house.chance.temporary_password();
        let hash = house.hasher.hash(digits.reveal(), source).await?;
        prepared.temporary = (prepared.temporary.0, Some(digits), hash);
    }
    Ok(prepared)
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
    let token = fingerprint(house, desk, (id, errand), &relevant(errand, found), &signature.text);
    if hex(&token) == signature.token {
        return Ok(token);
    }
    Err(Trouble::Refused(DeskRefusal::ChangedSinceRead))
}

/// The `NemIDs` whose change asks for another reading: the chosen one, or for an order all that are found.
fn relevant<'a>(errand: &Errand, found: &'a [NemId]) -> Vec<&'a NemId> {
    let wanted = |one: &&NemId| errand.kind == Kind::Order || errand.nemid == Some(one.number);
    found.iter().filter(wanted).collect()
}

fn fingerprint(
    house: &House,
    desk: &Desk,
    (id, errand): (&str, &Errand),
    nemids: &[&NemId],
    text: &str,
) -> [u8; 32] {
    let versions: Vec<_> = nemids.iter().map(|one| format!("{} {}", one.number, one.version)).collect();
    let choice = serde_json::to_string(&(&errand.identification, errand.nemid, &errand.deed));
    let parts = [desk.staff.as_str(), id, &versions.join(","), &choice.unwrap_or_default(), text];
    house.tokens.shadow_of("signature", &parts.join("\0"))
}

fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}
