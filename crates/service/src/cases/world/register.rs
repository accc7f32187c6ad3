//! The CPR register with everybody's NemIDs: the persons of the world as the control room sees them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cases::app::content::memory_context;
use crate::cases::app::{App, CaseError, Origin, Parts, refused};
use crate::cases::world::letters;
pub use crate::store::citizens::Citizen;
use crate::store::cpr_numbers::OtherCprNumber;
use crate::store::staff::Grant;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Channel};
use rules::names::FormerName;
use rules::nemid::NemId;
use rules::nemid::block::NemIdBlockReason;
use rules::words::{Address, CprNumber, NemIdNumber, PersonName, PostalAddress};
use rules::{Refusal, certificates, ending};

/// What a person remembers of one NemID.
#[derive(Clone, Serialize, Deserialize)]
pub struct Memory {
    pub password: String,
    /// The user id that the person types.
    pub user_id: String,
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Memory(…)")
    }
}

/// A person with all their NemIDs and what they remember of them.
#[derive(Debug)]
pub struct Person {
    /// The register's entry.
    pub citizen: Citizen,
    /// The NemIDs, the oldest first.
    pub nemids: Vec<NemId>,
    /// What is remembered.
    pub memories: BTreeMap<NemIdNumber, Memory>,
    /// The CPR numbers that the person had before, the oldest first (D28).
    pub former_numbers: Vec<CprNumber>,
    /// The CPR number that the person has from the next night on.
    pub new_number: Option<CprNumber>,
}

/// Why an entry is not changed.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum RegisterRefusal {
    /// Nobody has that CPR number.
    #[error("nobody has this CPR number")]
    NotThere,
    /// The person is dead already.
    #[error("dead already")]
    Dead,
    /// No letter can print the name.
    #[error("no letter can print the name")]
    NameNotPrintable,
    /// No letter can print the street.
    #[error("no letter can print the street")]
    StreetNotPrintable,
    /// No letter can print the town.
    #[error("no letter can print the town")]
    TownNotPrintable,
    /// No letter can print the country.
    #[error("no letter can print the country")]
    CountryNotPrintable,
}

impl Refusal for RegisterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotThere => "not-in-register",
            Self::Dead => "dead-already",
            Self::NameNotPrintable => "name-not-printable",
            Self::StreetNotPrintable => "street-not-printable",
            Self::TownNotPrintable => "town-not-printable",
            Self::CountryNotPrintable => "country-not-printable",
        }
    }
}

fn with_nemids(parts: &Parts, tx: &Tx<'_>, citizen: Citizen) -> Result<Person, StoreError> {
    let nemids = tx.nemids_of(citizen.cpr)?;
    let mut memories = BTreeMap::new();
    for nemid in &nemids {
        if let Some(sealed) = tx.memory(nemid.number)? {
            memories.insert(nemid.number, parts.open(&memory_context(nemid.number), &sealed)?);
        }
    }
    let former_numbers = tx.former_cpr_numbers(citizen.cpr)?;
    let new_number = tx.new_cpr_number(citizen.cpr)?;
    Ok(Person { citizen, nemids, memories, former_numbers, new_number })
}

/// The sort key of a section: by source, then by its numbers, so that 3.10 comes after 3.7.
fn place(section: &str) -> (String, Vec<u32>) {
    let (source, numbers) = section.split_once(' ').unwrap_or((section, ""));
    (source.to_owned(), numbers.split('.').filter_map(|number| number.parse().ok()).collect())
}

/// Everybody, by section and name.
pub async fn everybody(app: &App) -> Result<Vec<Person>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| {
        let mut citizens = tx.citizens()?;
        citizens.sort_by_cached_key(|citizen| place(&citizen.section));
        citizens.into_iter().map(|citizen| with_nemids(&inner, tx, citizen)).collect()
    })
    .await
}

/// The number by which the register knows a person today who had this one before (D28).
pub async fn number_today(app: &App, cpr: CprNumber) -> Result<Option<CprNumber>, StoreError> {
    app.read(move |tx| {
        Ok(match tx.other_cpr_number(cpr)? {
            Some(OtherCprNumber::Former(today)) => Some(today),
            Some(OtherCprNumber::New(_)) | None => None,
        })
    })
    .await
}

/// One person, if the number is in the register.
pub async fn person(app: &App, cpr: CprNumber) -> Result<Option<Person>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| tx.citizen(cpr)?.map(|citizen| with_nemids(&inner, tx, citizen)).transpose()).await
}

/// The employees of this world, each with the grant.
pub async fn staff(app: &App) -> Result<Vec<(Grant, Person)>, StoreError> {
    let inner = app.clone();
    app.read(move |tx| {
        let mut staff = Vec::new();
        for grant in tx.grants()? {
            let nemid = tx.nemid(grant.nemid)?;
            if let Some(citizen) = nemid.map_or(Ok(None), |nemid| tx.citizen(nemid.holder))? {
                staff.push((grant, with_nemids(&inner, tx, citizen)?));
            }
        }
        Ok(staff)
    })
    .await
}

/// Changes a person's name. A certificate with the old one has to be renewed within 30 days (Rules 4.2), and who tells
/// the old one is known by it for a year (D25).
///
/// # Errors
/// When the number is not in the register, or no letter can print the name.
pub async fn rename(app: &App, cpr: CprNumber, name: PersonName) -> Result<(), CaseError<RegisterRefusal>> {
    printable(name.as_str(), RegisterRefusal::NameNotPrintable)?;
    change(app, cpr, move |citizen| citizen.name = name.clone()).await
}

/// Registers a person's address, or that there is none.
///
/// # Errors
/// When the number is not in the register, or no letter can print the address.
pub async fn relocate(
    app: &App,
    cpr: CprNumber,
    address: Option<Address>,
) -> Result<(), CaseError<RegisterRefusal>> {
    if let Some(address) = &address {
        printable(address.street(), RegisterRefusal::StreetNotPrintable)?;
        printable(address.town(), RegisterRefusal::TownNotPrintable)?;
    }
    change(app, cpr, move |citizen| citizen.address.clone_from(&address)).await
}

/// Notes the address for letters that a person states, or that it no longer holds (Rules 4.3).
///
/// # Errors
/// As [`relocate`].
pub async fn state_address(
    app: &App,
    cpr: CprNumber,
    address: Option<PostalAddress>,
) -> Result<(), CaseError<RegisterRefusal>> {
    let (street, town, country) = match &address {
        None => ("", "", ""),
        Some(PostalAddress::Danish(at)) => (at.street(), at.town(), ""),
        Some(PostalAddress::Abroad(at)) => (at.street(), at.town(), at.country()),
    };
    printable(street, RegisterRefusal::StreetNotPrintable)?;
    printable(town, RegisterRefusal::TownNotPrintable)?;
    printable(&country.to_uppercase(), RegisterRefusal::CountryNotPrintable)?;
    change(app, cpr, move |citizen| citizen.stated.clone_from(&address)).await
}

/// Checks that letters to this person can be printed.
fn printable(text: &str, otherwise: RegisterRefusal) -> Result<(), CaseError<RegisterRefusal>> {
    match letters::prints(text) {
        Ok(true) => Ok(()),
        Ok(false) => Err(refused(otherwise)),
        Err(error) => Err(CaseError::Broken(error.to_string())),
    }
}

async fn change(
    app: &App,
    cpr: CprNumber,
    edit: impl Fn(&mut Citizen) + Send + 'static,
) -> Result<(), CaseError<RegisterRefusal>> {
    app.act::<CaseError<RegisterRefusal>, _>(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        let mut citizen = act.tx.citizen(cpr)?.ok_or_else(|| refused(RegisterRefusal::NotThere))?;
        let before = citizen.name.clone();
        edit(&mut citizen);
        act.tx.save_citizen(&citizen)?;
        if before != citizen.name {
            act.tx.save_former_name(cpr, &FormerName { name: before, until: act.now() })?;
        }
        for nemid in act.tx.nemids_of(cpr)? {
            let changed = certificates::compare_details(&nemid, &citizen.name, act.now());
            // How long a letter takes to an address decides when something has to be written (D29).
            act.tx.save_due(&act.record(&nemid, &changed)?)?;
        }
        Ok(())
    })
    .await
}

/// Registers a person's death; every NemID is blocked (Rules 3.5.3).
///
/// # Errors
/// When the number is not in the register, or the person is dead already.
pub async fn register_death(app: &App, cpr: CprNumber) -> Result<(), CaseError<RegisterRefusal>> {
    app.act::<CaseError<RegisterRefusal>, _>(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        let mut citizen = act.tx.citizen(cpr)?.ok_or_else(|| refused(RegisterRefusal::NotThere))?;
        if citizen.died.is_some() {
            return Err(refused(RegisterRefusal::Dead));
        }
        citizen.died = Some(act.now());
        act.tx.save_citizen(&citizen)?;
        for nemid in act.tx.nemids_of(cpr)? {
            // A NemID that has ended stays as it is.
            let events = ending::block(&nemid, NemIdBlockReason::Death, &act.stamp).unwrap_or_default();
            act.record(&nemid, &events)?;
        }
        Ok(())
    })
    .await
}
