//! The table `nemids`: one row a NemID, loaded and saved whole with its cards, certificates and agreements.

use jiff::Timestamp;

use crate::store::cards::posted;
use crate::store::engine::row::Row;
use crate::store::engine::values::Named;
use crate::store::tx::{Reader, instant, json};
use crate::store::{StoreError, Tx, nightly};
use rules::actor::PlaceName;
use rules::nemid::block::NemIdState;
use rules::nemid::{Issuer, Lockout, NemId, Password, PasswordHash, RulesAcceptance, TemporaryPassword};
use rules::post::PostalReach;
use rules::words::{
    CarrierKind, Contact, CprNumber, Email, Mobile, NemIdNumber, Pid, PinLetterSerial, TypedUserId, UserId,
};

const TABLE: &str = "nemids";
const BY_CHOSEN: &str = "SELECT * FROM nemids WHERE user_id_folded = ?1";

/// A NemID's password as it is looked up before anything else is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    pub number: NemIdNumber,
    /// The hash of its password, in use or blocked.
    pub hash: PasswordHash,
}

impl Tx<'_> {
    /// One NemID by its number, whole.
    pub fn nemid(&self, number: NemIdNumber) -> Result<Option<NemId>, StoreError> {
        let found = self.find("SELECT * FROM nemids WHERE number = ?1", [number.to_string()], read)?;
        found.map(|nemid| self.completed(nemid)).transpose()
    }

    /// All NemIDs of one person, the oldest first.
    pub fn nemids_of(&self, holder: CprNumber) -> Result<Vec<NemId>, StoreError> {
        let sql = "SELECT * FROM nemids WHERE holder = ?1 ORDER BY created, number";
        let found = self.list(sql, [holder.digits()], read)?;
        found.into_iter().map(|nemid| self.completed(nemid)).collect()
    }

    /// The numbers of all NemIDs, in order.
    pub fn nemid_numbers(&self) -> Result<Vec<NemIdNumber>, StoreError> {
        self.list("SELECT number FROM nemids ORDER BY number", [], read_number)
    }

    /// The numbers of those that have ended, in order.
    pub fn ended_nemids(&self) -> Result<Vec<NemIdNumber>, StoreError> {
        let sql = "SELECT number FROM nemids WHERE standing <> ?1 ORDER BY number";
        self.list(sql, [json(&NemIdState::Open)?], read_number)
    }

    /// Deletes a NemID with its cards, certificates and log, and the role of an employee. Of its certificates stays what a
    /// receiver can check; their serial numbers are never used again.
    pub fn forget_nemid(&self, number: NemIdNumber) -> Result<(), StoreError> {
        self.keep_certificates_of(number)?;
        let number = number.to_string();
        self.execute("DELETE FROM errands WHERE staff = ?1", [&number])?;
        self.execute("DELETE FROM staff WHERE nemid = ?1", [&number])?;
        self.execute_one(TABLE, "DELETE FROM nemids WHERE number = ?1", [&number])
    }

    /// The NemID that a typed user id names: NemID-nummer, self-chosen one, or the CPR number of a holder of
    /// one open public or bank NemID who has not switched it off (D9).
    pub fn nemid_by_user_id(&self, typed: &TypedUserId) -> Result<Option<NemId>, StoreError> {
        self.named(typed)?.map(|nemid| self.completed(nemid)).transpose()
    }

    /// The password of the NemID that a typed user id names; `None` as well for one without a password yet. It takes one
    /// statement, or two where what was typed can be either (D25), whether anybody has the user id or not.
    pub fn credential(&self, typed: &TypedUserId) -> Result<Option<Credential>, StoreError> {
        Ok(self.named(typed)?.and_then(|nemid| {
            let hash = nemid.password.hash().cloned()?;
            Some(Credential { number: nemid.number, hash })
        }))
    }

    /// The NemID that a typed user id names, with a password or without; one statement likewise.
    pub fn number_named(&self, typed: &TypedUserId) -> Result<Option<NemIdNumber>, StoreError> {
        Ok(self.named(typed)?.map(|nemid| nemid.number))
    }

    /// The same without its cards, agreements and certificates.
    fn named(&self, typed: &TypedUserId) -> Result<Option<NemId>, StoreError> {
        match typed {
            TypedUserId::NemIdNumber(number) => {
                self.find("SELECT * FROM nemids WHERE number = ?1", [number.to_string()], read)
            }
            TypedUserId::Chosen(folded) => self.find(BY_CHOSEN, [folded], read),
            TypedUserId::Either { chosen, number } => {
                let chosen = self.named(&TypedUserId::Chosen(chosen.clone()))?;
                Ok(chosen.or(self.named(&(*number).into())?))
            }
            TypedUserId::Cpr(cpr) => {
                let sql = "SELECT * FROM nemids WHERE holder = ?1 ORDER BY created, number";
                let theirs = self.list(sql, [cpr.digits()], read)?;
                Ok(rules::user_ids::by_cpr(rules::counter::found(theirs)))
            }
        }
    }

    /// Whether another NemID has this user id, without regard to case (D9).
    pub fn user_id_taken(&self, user_id: &UserId, by_other_than: NemIdNumber) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM nemids WHERE user_id_folded = ?1 AND number <> ?2";
        let found = self.find(sql, [user_id.folded(), by_other_than.to_string()], |_| Ok(()))?;
        Ok(found.is_some())
    }

    /// Inserts a NemID that is new.
    pub(super) fn insert_nemid(&self, nemid: &NemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO nemids (number, version, holder, issuer, issuer_name, created, standing, \
                   failures, strike, cpr_log_on, recording, reorder_level) \
                   VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, 0, 0, 1, 0, 20)";
        let row = (
            nemid.number.to_string(),
            nemid.holder.digits(),
            nemid.issuer.code(),
            issuer_name(&nemid.issuer).map(PlaceName::as_str),
            instant(nemid.created),
            json(&nemid.state)?,
        );
        self.execute_one(TABLE, sql, row)
    }

    /// Saves the changed parts of a NemID, if it is still at the version it was loaded at.
    ///
    /// # Errors
    /// [`StoreError::LostRace`] when it has been saved by somebody else since.
    pub(super) fn save_nemid(&self, before: &NemId, nemid: &NemId) -> Result<(), StoreError> {
        let temporary = nemid.temporary.as_ref();
        let met = self.execute(
            SAVE,
            Named([
                (":number", &nemid.number.to_string()),
                (":version", &nemid.version),
                (":holder", &nemid.holder.digits()),
                (":standing", &json(&nemid.state)?),
                (":password_hash", &nemid.password.hash().map(PasswordHash::phc)),
                (":password_since", &password_since(&nemid.password).map(instant)),
                (":password_block", &nemid.password.block().map(json).transpose()?),
                (":failures", &nemid.lockout.failures),
                (":strike", &nemid.lockout.strike),
                (":locked_until", &nemid.lockout.locked_until.map(instant)),
                (":temporary_hash", &temporary.map(|one| one.hash.phc())),
                (":temporary_purpose", &temporary.map(|one| json(&one.purpose)).transpose()?),
                (":temporary_place", &temporary.map(|one| json(&one.place)).transpose()?),
                (":temporary_serial", &temporary.map(|one| one.serial.to_string())),
                (":temporary_delivery", &temporary.map(|one| json(&one.delivery)).transpose()?),
                (":temporary_issued", &temporary.map(|one| instant(one.issued))),
                (":temporary_state", &temporary.map(|one| json(&one.state)).transpose()?),
                (":temporary_reach", &temporary.map(|one| one.reach.code())),
                (":certificate_ordered", &nemid.certificate_ordered.map(instant)),
                (":pid", &nemid.pid.map(|pid| pid.to_string())),
                (":due", &nightly::of(nemid)),
                (":superfluous_since", &nemid.superfluous_since.map(instant)),
                (":user_id", &nemid.user_id.as_ref().map(UserId::as_str)),
                (":user_id_folded", &nemid.user_id.as_ref().map(UserId::folded)),
                (":cpr_log_on", &nemid.cpr_log_on),
                (":email", &nemid.contact.email.as_ref().map(Email::as_str)),
                (":mobile", &nemid.contact.mobile.map(|mobile| mobile.to_string())),
                (":recording", &nemid.recording),
                (":reorder_level", &nemid.reorder_level),
                (":rules_version", &nemid.rules_accepted.map(|rules| rules.version)),
                (":used_last", &nemid.used_last.map(CarrierKind::code)),
                (":rules_accepted", &nemid.rules_accepted.map(|rules| instant(rules.at))),
            ]),
        )?;
        if met != 1 {
            return Err(self.lost_race(nemid.number));
        }
        self.save_cards(before, nemid)?;
        self.save_carriers(before, nemid)?;
        self.save_certificates(before, nemid)?;
        self.save_agreements(before, nemid)?;
        self.save_consents(before, nemid)
    }

    fn completed(&self, mut nemid: NemId) -> Result<NemId, StoreError> {
        nemid.cards = self.cards_of(nemid.number)?;
        nemid.carriers = self.carriers_of(nemid.number)?;
        nemid.certificates = self.certificates_of(nemid.number)?;
        nemid.agreements = self.agreements_of(nemid.number)?;
        nemid.consents = self.consents_of(nemid.number)?;
        nemid.reach = self.reach_of(nemid.holder)?;
        Ok(nemid)
    }
}

const SAVE: &str = "UPDATE nemids SET version = version + 1, holder = :holder, standing = :standing, \
    password_hash = :password_hash, password_since = :password_since, password_block = :password_block, \
    failures = :failures, strike = :strike, locked_until = :locked_until, temporary_hash = :temporary_hash, \
    temporary_purpose = :temporary_purpose, temporary_place = :temporary_place, \
    temporary_serial = :temporary_serial, temporary_delivery = :temporary_delivery, \
    temporary_issued = :temporary_issued, temporary_state = :temporary_state, temporary_reach = :temporary_reach, \
    certificate_ordered = :certificate_ordered, pid = :pid, superfluous_since = :superfluous_since, due = :due, \
    user_id = :user_id, user_id_folded = :user_id_folded, cpr_log_on = :cpr_log_on, email = :email, \
    mobile = :mobile, recording = :recording, reorder_level = :reorder_level, used_last = :used_last, \
    rules_version = :rules_version, rules_accepted = :rules_accepted \
    WHERE number = :number AND version = :version";

fn read_number(row: &Row<'_>) -> Result<NemIdNumber, StoreError> {
    Reader::of(TABLE, "number", row)?.word("number", NemIdNumber::parse)
}

fn issuer_name(issuer: &Issuer) -> Option<&PlaceName> {
    match issuer {
        Issuer::Public => None,
        Issuer::Bank(name) | Issuer::Business(name) | Issuer::Employer(name) => Some(name),
    }
}

fn password_since(password: &Password) -> Option<Timestamp> {
    match password {
        Password::NotChosen => None,
        Password::InUse { since, .. } | Password::Blocked { since, .. } => Some(*since),
    }
}

fn read(row: &Row<'_>) -> Result<NemId, StoreError> {
    let from = Reader::of(TABLE, "number", row)?;
    Ok(NemId {
        number: from.word("number", NemIdNumber::parse)?,
        version: from.get("version")?,
        holder: from.word("holder", CprNumber::parse)?,
        reach: PostalReach::default(),
        issuer: read_issuer(&from)?,
        created: from.instant("created")?,
        state: from.json("standing")?,
        password: read_password(&from)?,
        lockout: Lockout {
            failures: from.get("failures")?,
            strike: from.get("strike")?,
            locked_until: from.maybe_instant("locked_until")?,
        },
        temporary: read_temporary(&from)?,
        cards: Vec::new(),
        carriers: Vec::new(),
        used_last: from.maybe_word("used_last", kind)?,
        certificate_ordered: from.maybe_instant("certificate_ordered")?,
        certificates: Vec::new(),
        pid: from.maybe_word("pid", Pid::parse)?,
        agreements: Vec::new(),
        consents: Vec::new(),
        superfluous_since: from.maybe_instant("superfluous_since")?,
        user_id: from.maybe_word("user_id", UserId::stored)?,
        cpr_log_on: from.get("cpr_log_on")?,
        contact: Contact {
            email: from.maybe_word("email", Email::parse)?,
            mobile: from.maybe_word("mobile", Mobile::parse)?,
        },
        recording: from.get("recording")?,
        reorder_level: from.get("reorder_level")?,
        rules_accepted: match (from.get("rules_version")?, from.maybe_instant("rules_accepted")?) {
            (Some(version), Some(at)) => Some(RulesAcceptance { version, at }),
            _ => None,
        },
    })
}

fn kind(stored: &str) -> Result<CarrierKind, &'static str> {
    CarrierKind::from_code(stored).ok_or("no kind of carrier")
}

fn read_issuer(from: &Reader<'_>) -> Result<Issuer, StoreError> {
    let name: Option<String> = from.get("issuer_name")?;
    let issuer: String = from.get("issuer")?;
    match (issuer.as_str(), name.map(PlaceName::new)) {
        ("public", None) => Ok(Issuer::Public),
        ("bank", Some(name)) => Ok(Issuer::Bank(name)),
        ("business", Some(name)) => Ok(Issuer::Business(name)),
        ("employer", Some(name)) => Ok(Issuer::Employer(name)),
        _ => Err(from.corrupt("issuer", "no such issuer, or its name is missing")),
    }
}

fn read_password(from: &Reader<'_>) -> Result<Password, StoreError> {
    let hash: Option<String> = from.get("password_hash")?;
    let since = from.maybe_instant("password_since")?;
    match (hash.map(PasswordHash::new), since, from.maybe_json("password_block")?) {
        (None, None, None) => Ok(Password::NotChosen),
        (Some(hash), Some(since), None) => Ok(Password::InUse { hash, since }),
        (Some(hash), Some(since), Some(block)) => Ok(Password::Blocked { hash, since, block }),
        _ => Err(from.corrupt("password_hash", "a password without its hash or its beginning")),
    }
}

fn read_temporary(from: &Reader<'_>) -> Result<Option<TemporaryPassword>, StoreError> {
    let Some(hash) = from.get::<Option<String>>("temporary_hash")? else { return Ok(None) };
    Ok(Some(TemporaryPassword {
        hash: PasswordHash::new(hash),
        purpose: from.json("temporary_purpose")?,
        place: from.json("temporary_place")?,
        serial: from.word("temporary_serial", PinLetterSerial::parse)?,
        delivery: from.json("temporary_delivery")?,
        issued: from.instant("temporary_issued")?,
        reach: from.maybe_word("temporary_reach", posted)?.unwrap_or_default(),
        state: from.json("temporary_state")?,
    }))
}
