//! Signing a text at a site: it is put before the citizen, who reads it, types the password, and a key that was asked
//! for this text and no other (Rules 2, D4). The text stays with the site; the event log has the fact.

use std::sync::Arc;

use crate::cases::access::log_on::{Asked, LogOnRefusal, in_progress, judged, refused_key};
use crate::cases::access::sessions::Principal;
use crate::cases::app::{App, CaseError, Origin};
use crate::outside::keys::tokens::Token;
use crate::store::documents::{Document, Payment};
use crate::store::log_ons::LogOn;
use crate::store::{StoreError, Tx};
use rules::actor::{Actor, Stamp};
use rules::keys::{KeyAnswer, KeyOutcome, KeyRefusal};
use rules::nemid::NemId;
use rules::sites::Site;
use rules::words::{Key, TypedPassword, TypedUserId};
use rules::{keys, providers, signing};

/// Who is logged on at which site, and how.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The site.
    pub site: &'static Site,
    /// Who it is.
    pub who: Principal,
    /// The request, with its session.
    pub origin: Origin,
}

/// A text to be put before somebody.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// The full text.
    pub text: String,
    /// What it pays, if it is a payment.
    pub payment: Option<Payment>,
}

/// How a signature ends when nothing comes of it.
pub type SigningError = CaseError<LogOnRefusal>;

/// Puts a text before the visitor and gives its number. Nothing is signed by that.
///
/// # Errors
/// In a session opened by password alone (Rules 3.5.4).
pub async fn put_before(app: &Arc<App>, signer: &Signer, draft: Draft) -> Result<i64, SigningError> {
    providers::may_commit(signer.who.limited).map_err(|refusal| CaseError::Refused(refusal.into()))?;
    let document = Document {
        id: 0,
        site: signer.site.name(),
        citizen: signer.who.cpr,
        nemid: Some(signer.who.nemid),
        title: draft.title,
        text: draft.text,
        payment: draft.payment,
        prepared: app.now(),
        signed: None,
        certificate: None,
    };
    app.store.write(move |tx| Ok(tx.put_before(&document)?)).await
}

/// A text that was put before the visitor, or that the visitor has signed.
///
/// # Errors
/// When the database can't be read.
pub async fn document(app: &Arc<App>, signer: &Signer, id: i64) -> Result<Option<Document>, StoreError> {
    let (site, cpr) = (signer.site.name(), signer.who.cpr);
    app.store.read(move |tx| tx.document((&site, cpr), id)).await
}

/// The first half of a signature: the password, judged as anywhere else (D2). Gives a token for the second.
///
/// # Errors
/// Why not.
pub async fn with_password(
    app: &Arc<App>,
    signer: &Signer,
    document: &Document,
    typed: &TypedPassword,
) -> Result<Token, SigningError> {
    providers::may_commit(signer.who.limited).map_err(|refusal| CaseError::Refused(refusal.into()))?;
    let token = app.chance.token();
    let question = app.question(&token, (signer.site.signing(), Some(document.text.clone())));
    let (user_id, at) = (TypedUserId::NemIdNumber(signer.who.nemid), signer.origin.clone());
    let (purpose, origin) = (signer.site.signing(), &signer.origin);
    judged(app, (&user_id, typed), &purpose, origin, move |tx, app, nemid, stamp| {
        let asked = app.begin_question(tx, &nemid, &question, (stamp, &at));
        asked.map_err(|trouble| trouble.map(LogOnRefusal::from))
    })
    .await?;
    Ok(token)
}

/// What is asked for this text; `None` when a card has to be chosen first.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes, or when it was begun for another text.
pub async fn question(
    app: &Arc<App>,
    signer: &Signer,
    document: &Document,
    token: &Token,
) -> Result<Option<Asked>, SigningError> {
    let (hash, inner) = (app.token_hash(token), app.clone());
    let (signer, text) = (signer.clone(), document.text.clone());
    app.store
        .read::<_, SigningError, _>(move |tx| {
            let (pending, nemid) = pending(tx, &inner, &hash, (&signer, &text))?;
            Ok(pending.asked.and_then(|(card, position)| inner.asked(&nemid, card, position)))
        })
        .await
}

fn pending(
    tx: &Tx<'_>,
    app: &App,
    hash: &[u8; 32],
    (signer, text): (&Signer, &str),
) -> Result<(LogOn, NemId), SigningError> {
    let (pending, nemid) = in_progress(tx, app, hash)?;
    let same = pending.purpose == signer.site.signing()
        && pending.nemid == signer.who.nemid
        && pending.text.as_deref() == Some(text);
    if same { Ok((pending, nemid)) } else { Err(CaseError::Refused(LogOnRefusal::RunOut)) }
}

/// The second half: the key. A document that is signed already stays so, so that sending it twice does nothing twice.
///
/// # Errors
/// Why it is not signed.
pub async fn with_key(
    app: &Arc<App>,
    signer: &Signer,
    id: i64,
    token: &Token,
    typed: Key,
) -> Result<(), SigningError> {
    let (hash, inner, signer) = (app.token_hash(token), app.clone(), signer.clone());
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    let outcome = app
        .store
        .write::<_, SigningError, _>(move |tx| {
            let run_out = || CaseError::Refused(LogOnRefusal::RunOut);
            let document = tx.document((&signer.site.name(), signer.who.cpr), id)?.ok_or_else(run_out)?;
            if document.signed.is_some() {
                return Ok(Ok(()));
            }
            let (pending, nemid) = pending(tx, &inner, &hash, (&signer, &document.text))?;
            let (card, position) = pending.asked.ok_or(refused_key(KeyRefusal::NoCard))?;
            let stamp = signer.origin.stamp(inner.now(), Actor::Citizen);
            let right = inner.key_is_right(&nemid, card, position, &typed);
            let answer = KeyAnswer { card, position, right, purpose: pending.purpose.clone() };
            let what = (document.text.as_str(), signer.site.kind.needs_certificate());
            let signed = signing::sign(&nemid, what, &answer, &spare, &stamp).map_err(LogOnRefusal::from);
            let (events, outcome) = match signed {
                // Answered elsewhere meanwhile: another key is asked for.
                Err(LogOnRefusal::Key(KeyRefusal::AskedAnew)) => {
                    let asked = keys::ask(&nemid, &card, drawn, &pending.purpose);
                    let (position, events) = asked.map_err(refused_key)?;
                    inner.record(tx, &nemid, &events, (&stamp, &signer.origin))?;
                    tx.ask_in_log_on(&hash, (card, position))?;
                    return Ok(Err(LogOnRefusal::Key(KeyRefusal::AskedAnew)));
                }
                signed => signed.map_err(CaseError::Refused)?,
            };
            inner.record(tx, &nemid, &events, (&stamp, &signer.origin))?;
            Ok(after_key(tx, (&document, &signer), &nemid, &pending, (outcome, &stamp))?)
        })
        .await?;
    outcome.map_err(CaseError::Refused)
}

/// What a counted key leads to: the signature, another try, or the end of it.
fn after_key(
    tx: &Tx<'_>,
    (document, signer): (&Document, &Signer),
    nemid: &NemId,
    pending: &LogOn,
    (outcome, stamp): (KeyOutcome, &Stamp),
) -> Result<Result<(), LogOnRefusal>, StoreError> {
    if let KeyOutcome::Wrong { left } = outcome {
        return Ok(Err(LogOnRefusal::WrongKey { left }));
    }
    tx.end_log_on(&pending.token)?;
    if outcome == KeyOutcome::CardBlocked {
        return Ok(Err(LogOnRefusal::CardBlocked));
    }
    let certificate = nemid.valid_certificate(stamp.at).filter(|_| signer.site.kind.needs_certificate());
    tx.note_signed(document.id, stamp.at, certificate.map(|certificate| certificate.serial))?;
    Ok(Ok(()))
}
