//! What a signature at a site rests on, looked up in the transaction that shows the text and again in the one that
//! signs it (D4).

use jiff::civil::Date;
use serde::Serialize;

use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{Act, CaseError};
use crate::cases::own;
use crate::cases::sites::signer::Signer;
use crate::cases::sites::{accounts, visit};
use crate::store::StoreError;
use crate::store::documents::Document;
use rules::money::PaymentFault;
use rules::nemid::NemId;
use rules::providers::Claims;
use rules::signing::{Grounds, SigningRefusal};
use rules::{calendar, providers, signing};

/// The facts that a text is written from. Only their fingerprint is kept with it.
#[derive(Serialize)]
struct Facts {
    name: String,
    pid: Option<String>,
    cpr: Option<String>,
    /// The Danish day, for a text that names it.
    day: Option<Date>,
}

/// The fingerprint of the facts that a text is written from now; `dated` for a text that names the day.
pub(super) fn facts(
    act: &Act<'_>,
    signer: &Signer,
    nemid: &NemId,
    dated: bool,
) -> Result<Vec<u8>, StoreError> {
    let (site, now) = (signer.site, act.now());
    let name = own::holder(act.tx, nemid)?.name;
    let consent = visit::consent(act.tx, site, nemid)?.is_some();
    let Claims { name, pid, cpr } = providers::claims(nemid, site.kind, &name, consent, now);
    let facts = Facts {
        name: name.to_string(),
        pid: pid.map(|pid| pid.to_string()),
        cpr: cpr.map(|cpr| cpr.to_string()),
        day: dated.then(|| calendar::danish_date(now)),
    };
    let json = serde_json::to_string(&facts).map_err(|error| StoreError::Open(error.to_string()))?;
    Ok(act.app.tokens.fingerprint("facts-of-text", &json).to_vec())
}

/// Checks that a text can be signed now: the site still admits its signer, the facts are those it was written from,
/// and the account covers its payment.
///
/// # Errors
/// The refusal, before anything is counted or written.
pub(super) fn hold(
    act: &Act<'_>,
    signer: &Signer,
    document: &Document,
    nemid: &NemId,
) -> Result<(), CaseError<LogOnRefusal>> {
    let dated = document.payment.is_none();
    let unchanged = match &document.facts {
        Some(facts) => *facts == self::facts(act, signer, nemid, dated)?,
        None => true,
    };
    let grounds = Grounds {
        site: signer.site,
        limited: signer.who.limited,
        age: nemid.holder.age_on(calendar::danish_date(act.now())),
        unchanged,
        shortfall: shortfall(act, signer, document)?,
    };
    match signing::may_rest_on(nemid, &grounds, act.now()) {
        Ok(()) => Ok(()),
        Err(SigningRefusal::Site(refusal)) => {
            let theirs = act.tx.nemids_of(nemid.holder)?;
            Err(CaseError::Refused(refusal.among(&theirs, act.now()).into()))
        }
        Err(refusal) => Err(CaseError::Refused(refusal.into())),
    }
}

/// Why the account does not cover a text's payment, by what has been signed up to now.
fn shortfall(
    act: &Act<'_>,
    signer: &Signer,
    document: &Document,
) -> Result<Option<PaymentFault>, StoreError> {
    let Some(payment) = &document.payment else { return Ok(None) };
    let signed = act.tx.signed_documents(&document.site, document.citizen)?;
    let known_as = act.tx.first_cpr_number(document.citizen)?;
    let accounts = accounts::of(signer.site, known_as, &signed, act.now());
    let from = accounts.iter().find(|account| account.nth == payment.from);
    Ok(match from {
        Some(from) => accounts::covers(&accounts, from, payment.amount).err(),
        None => Some(PaymentFault::Account),
    })
}
