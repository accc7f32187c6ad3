//! Certificates of employees, and of what organisations do themselves (D41). Each is made whole when it is first needed, and
//! anew when it has ended or no longer says what is right; its number stays the same.

use crate::cases::app::{Act, App, Origin, StoreError, content};
use crate::cases::certificates::{Ca, aside, authorities, bodies, broken};
use crate::cases::own;
use crate::outside::pki::holder::Holder;
use crate::outside::pki::office::Needed;
use crate::outside::pki::organisation::{Named, OrganisationDraft};
use crate::outside::pki::profile::Period;
use crate::outside::pki::rsa_key::RsaKey;
use crate::store::Tx;
pub use crate::store::organisation_certificates::{Bearer, OrganisationCertificate};
use crate::store::organisation_certificates::{OrganisationBlock, OrganisationBody};
use jiff::Timestamp;
use rules::actor::{Actor, Channel, PlaceName};
use rules::nemid::block::CertificateBlockReason;
use rules::nemid::certificate::{CheckedCertificate, Reliance};
use rules::nemid::{Issuer, NemId};
use rules::organisations::{self, Organisation};
use rules::words::{Email, NemIdNumber};
use rules::{calendar, passwords};
use sha2::{Digest, Sha256};

/// Employees and functions have numbers of eight digits.
const NUMBERS: u32 = 100_000_000;

/// What a certificate has to say now.
struct Wanted {
    organisation: Organisation,
    named: Named,
    email: Option<Email>,
}

impl Wanted {
    /// `None` where none is to be had: an employee NemID can't be used, or the place belongs to nobody.
    fn of(tx: &Tx<'_>, bearer: &Bearer, now: Timestamp) -> Result<Option<Self>, StoreError> {
        match bearer {
            Bearer::Employee(number) => match tx.nemid(*number)? {
                Some(nemid) => Self::of_employee(tx, &nemid, now),
                None => Ok(None),
            },
            Bearer::Function(place) => Ok(Organisation::of(place).map(|organisation| Self {
                organisation,
                named: Named::Function { name: organisation.place.title.to_owned() },
                email: None,
            })),
        }
    }

    fn of_employee(tx: &Tx<'_>, nemid: &NemId, now: Timestamp) -> Result<Option<Self>, StoreError> {
        let Issuer::Employer(place) = &nemid.issuer else { return Ok(None) };
        let organisation = Organisation::of(place).filter(|_| passwords::may_be_typed(nemid, now).is_ok());
        let Some(organisation) = organisation else { return Ok(None) };
        let unit = tx.grant(nemid.number)?.map(|grant| organisations::unit(&grant.role));
        let named = Named::Employee { name: own::holder(tx, nemid)?.name, unit };
        Ok(Some(Self { organisation, named, email: nemid.contact.email.clone() }))
    }

    fn name(&self) -> String {
        match &self.named {
            Named::Employee { name, .. } => name.to_string(),
            Named::Function { name } => name.clone(),
        }
    }

    /// Whether a certificate says this, and is valid.
    fn is_said_by(&self, found: &OrganisationCertificate, now: Timestamp) -> bool {
        found.checked(now).reliance == Reliance::Good
            && (&found.name, &found.email, found.place.as_str())
                == (&self.name(), &self.email, self.organisation.place.name)
    }
}

/// What was found of a certificate: the newest one, and whether it is the right one now.
struct Found {
    newest: Option<OrganisationCertificate>,
    is_right: bool,
    is_wanted: bool,
}

fn find(tx: &Tx<'_>, bearer: &Bearer, now: Timestamp) -> Result<Found, StoreError> {
    let (wanted, newest) = (Wanted::of(tx, bearer, now)?, tx.organisation_certificate_of(bearer)?);
    let is_right = match (&wanted, &newest) {
        (Some(wanted), Some(newest)) => wanted.is_said_by(newest, now),
        _ => false,
    };
    Ok(Found { newest, is_right, is_wanted: wanted.is_some() })
}

async fn found(app: &App, bearer: &Bearer) -> Result<Found, StoreError> {
    let (bearer, now) = (bearer.clone(), app.now());
    app.read(move |tx| find(tx, &bearer, now)).await
}

/// The certificate of an employee or a function that is right now, made if there is none. `None` where none is to be had.
///
/// # Errors
/// When it can't be read or made.
pub(crate) async fn ensured(
    app: &App,
    bearer: &Bearer,
) -> Result<Option<OrganisationCertificate>, StoreError> {
    for may_make in [true, false] {
        let Found { newest, is_right, is_wanted } = found(app, bearer).await?;
        if is_right || !is_wanted {
            return Ok(newest.filter(|_| is_right));
        }
        if may_make {
            make(app, bearer).await?;
        }
    }
    Ok(None)
}

async fn make(app: &App, bearer: &Bearer) -> Result<(), StoreError> {
    let _turn = app.office.turn.lock().await;
    let authorities = authorities::of(app).await?;
    let making = app.clone();
    let key = aside(move || RsaKey::make(&making.chance)).await?;
    let (public, bytes) = (key.public().map_err(broken)?, key.bytes().map_err(broken)?);
    let (bearer, drawn) = (bearer.clone(), app.chance.below(NUMBERS));
    app.act(&Origin::inside(Channel::Clock), Actor::Clock, move |act| {
        let now = act.now();
        let Found { newest, is_right, .. } = find(act.tx, &bearer, now)?;
        let Some(wanted) = Wanted::of(act.tx, &bearer, now)?.filter(|_| !is_right) else { return Ok(()) };
        let replaced = OrganisationBlock { at: now, reason: CertificateBlockReason::Renewed };
        act.tx.block_organisation_certificate(&bearer, replaced)?;
        let number = newest.map_or_else(|| numbered(&bearer, wanted.organisation, drawn), |one| one.number);
        let name = wanted.name();
        let Wanted { organisation, named, email } = wanted;
        let serial = act.tx.next_organisation_serial()?;
        let until = calendar::years_after(now, act.app.settings.certificate_years);
        let valid = Period { from: now, until };
        let draft = OrganisationDraft { serial, organisation, named, number, email, valid };
        let (issuing, addresses) = (&authorities.issuing, &act.app.office.addresses);
        let body = draft.draft(&public, issuing.public(), addresses);
        let body = body.and_then(|draft| issuing.issue_der(draft, &public)).map_err(broken)?;
        let key = act.app.seal_bytes(&content::certificate_context(serial), &bytes);
        let OrganisationDraft { number, email, .. } = draft;
        let made = OrganisationCertificate {
            serial,
            bearer: bearer.clone(),
            place: organisation.place.word(),
            number,
            name,
            email,
            from: now,
            until,
            blocked: None,
        };
        act.tx.save_organisation_certificate(&made, &OrganisationBody { body, key: Some(key) })
    })
    .await
}

fn numbered(bearer: &Bearer, organisation: Organisation, drawn: u32) -> String {
    match bearer {
        Bearer::Employee(_) => organisation.employee(drawn),
        Bearer::Function(_) => organisation.function(drawn),
    }
}

/// What an organisation signs what it sends from a place with. `None` for a place that belongs to nobody.
///
/// # Errors
/// When it can't be read or made.
pub(crate) async fn function_of(app: &App, place: PlaceName) -> Result<Option<Holder>, StoreError> {
    let Some(certificate) = ensured(app, &Bearer::Function(place)).await? else { return Ok(None) };
    let reading = app.clone();
    app.read(move |tx| {
        let Some(OrganisationBody { body, key: Some(key) }) = tx.organisation_body(certificate.serial)?
        else {
            return Ok(None);
        };
        let key = reading.open_bytes(&content::certificate_context(certificate.serial), &key)?;
        Holder::read(&body, &key).map(Some).map_err(broken)
    })
    .await
}

/// Blocks the certificate of an employee, for a reason that came over the employee NemID.
///
/// # Errors
/// When the database can't be written.
pub(crate) fn block_employees(
    act: &Act<'_>,
    nemid: &NemId,
    reason: CertificateBlockReason,
) -> Result<(), StoreError> {
    if !matches!(nemid.issuer, Issuer::Employer(_)) {
        return Ok(());
    }
    let block = OrganisationBlock { at: act.now(), reason };
    act.tx.block_organisation_certificate(&Bearer::Employee(nemid.number), block)
}

/// What an employee is shown of the own certificate.
#[derive(Clone, Debug)]
pub struct EmployeeShown {
    pub certificate: OrganisationCertificate,
    pub organisation: Option<Organisation>,
    pub checked: CheckedCertificate,
    /// The name of the authority that issued it.
    pub issuer: &'static str,
    /// The SHA-256 of its bytes.
    pub fingerprint: [u8; 32],
    /// Whether its private key is there.
    pub has_key: bool,
}

/// The newest certificate of an employee. One that is to be made, or made anew, is made in a moment, and nobody waits for it.
///
/// # Errors
/// When it can't be read.
pub async fn of_employee(app: &App, nemid: NemIdNumber) -> Result<Option<EmployeeShown>, StoreError> {
    let bearer = Bearer::Employee(nemid);
    let Found { newest, is_right, is_wanted } = found(app, &bearer).await?;
    if is_wanted && !is_right {
        app.office.will_need(Needed::Employee(nemid));
    }
    let Some(certificate) = newest else { return Ok(None) };
    let (serial, checked) = (certificate.serial, certificate.checked(app.now()));
    let body = app.read::<_, StoreError>(move |tx| tx.organisation_body(serial)).await?;
    Ok(body.map(|OrganisationBody { body, key }| EmployeeShown {
        organisation: Organisation::of(&certificate.place),
        certificate,
        checked,
        issuer: Ca::Issuing.common_name(),
        fingerprint: Sha256::digest(&body).into(),
        has_key: key.is_some(),
    }))
}

/// The newest certificate of an employee as a file; `None` when there is none.
///
/// # Errors
/// When it can't be read.
pub async fn employee_file(
    app: &App,
    nemid: NemIdNumber,
    kind: bodies::FileKind,
) -> Result<Option<Vec<u8>>, StoreError> {
    let found = app
        .read::<_, StoreError>(move |tx| match tx.organisation_certificate_of(&Bearer::Employee(nemid))? {
            Some(newest) => tx.organisation_body(newest.serial),
            None => Ok(None),
        })
        .await?;
    match found {
        Some(found) => bodies::handed_out(app, found.body, kind).await,
        None => Ok(None),
    }
}
