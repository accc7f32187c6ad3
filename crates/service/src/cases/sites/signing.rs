//! Signing a text at a site: the citizen reads it, types the password, and then a key that was asked for this
//! text only (Rules 2, D4). The text stays with the site; the event log records that it was signed.

use crate::cases::access::key_question::{self, Posed, Typed};
use crate::cases::access::log_on::{InProgress, in_progress};
use crate::cases::access::password::{Credentials, judged};
use crate::cases::access::refusal::LogOnRefusal;
use crate::cases::app::{App, Attempt, CaseError, RealTime};
use crate::cases::certificates::{bodies, holders};
use crate::cases::sites::answer::{self, AnswerInWords};
use crate::cases::sites::grounds;
use crate::cases::sites::receipt::{self, ReceiptInWords, With};
use crate::cases::sites::signer::Signer;
use crate::outside::keys::tokens::Token;
use crate::store::documents::{Document, Payment};
use crate::store::{StoreError, Tx};
use rules::actor::Actor;
use rules::keys::KeyRefusal;
use rules::signing::TextToSign;
use rules::words::{TypedPassword, TypedUserId};
use rules::{providers, signing};

/// A text to be shown for signing.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// The full text.
    pub text: String,
    /// The payment that it makes, if any.
    pub payment: Option<Payment>,
}

/// How a signature fails.
pub type SigningError = CaseError<LogOnRefusal>;

/// Stores a text for the visitor to sign. Returns its number. Nothing is signed yet.
///
/// # Errors
/// In a session opened by password alone (Rules 3.5.4).
pub async fn put_before(app: &App, signer: &Signer, draft: Draft) -> Result<i64, SigningError> {
    providers::may_commit(signer.who.limited).map_err(|refusal| CaseError::Refused(refusal.into()))?;
    let (site, cpr, nemid) = (signer.site.name(), signer.who.cpr, signer.who.nemid);
    let putting = signer.clone();
    app.act(&signer.origin, Actor::Citizen, move |act| {
        let Draft { title, text, payment } = draft.clone();
        let facts = grounds::facts(act, &putting, &act.nemid(nemid)?, payment.is_none())?;
        let id = act.tx.next_document()?;
        act.tx.put_before(&Document {
            id,
            site: site.clone(),
            citizen: cpr,
            nemid: Some(nemid),
            title,
            text,
            payment,
            facts: Some(facts),
            prepared: act.now(),
            signed: None,
            certificate: None,
        })?;
        Ok(id)
    })
    .await
}

/// A text that the visitor is to sign or has signed.
pub async fn document(app: &App, signer: &Signer, id: i64) -> Result<Option<Document>, StoreError> {
    let (site, cpr) = (signer.site.name(), signer.who.cpr);
    app.read(move |tx| tx.document(&site, cpr, id)).await
}

/// The first half of a signature: the password, judged as anywhere else (D2). Returns a token for the second
/// half.
pub async fn with_password(
    app: &App,
    signer: &Signer,
    document: &Document,
    typed: &TypedPassword,
) -> Result<Token, SigningError> {
    providers::may_commit(signer.who.limited).map_err(|refusal| CaseError::Refused(refusal.into()))?;
    if signer.site.kind.needs_certificate() {
        bodies::will_sign(app, signer.who.nemid, signer.site).await?;
    }
    let token = app.new_token();
    let purpose = signer.site.signing();
    let question = key_question::prepared(app, &token, purpose.clone(), Some(document.text.clone()));
    let typed = Credentials { user_id: TypedUserId::NemIdNumber(signer.who.nemid), password: typed.clone() };
    let (signing, read) = (signer.clone(), document.clone());
    judged(app, &typed, &purpose, &signer.origin, move |act, nemid| {
        grounds::hold(act, &signing, &read, &nemid)?;
        let asked = key_question::begin(act, &nemid, &question);
        asked.map_err(|error| error.map(LogOnRefusal::from))
    })
    .await?;
    Ok(token)
}

/// The question for this text.
///
/// # Errors
/// [`LogOnRefusal::RunOut`] after five minutes, or when it was begun for another text.
pub async fn question(
    app: &App,
    signer: &Signer,
    document: &Document,
    token: &Token,
) -> Result<Posed, SigningError> {
    let (hash, app_of, now) = (app.token_hash(token), app.clone(), app.real_time());
    let (signer, text) = (signer.clone(), document.text.clone());
    app.read::<_, SigningError>(move |tx| {
        let InProgress { log_on, nemid } = pending(tx, &hash, now, &signer, &text)?;
        Ok(key_question::posed(&app_of, tx, &nemid, &log_on)?)
    })
    .await
}

fn pending(
    tx: &Tx<'_>,
    hash: &[u8; 32],
    real: RealTime,
    signer: &Signer,
    text: &str,
) -> Result<InProgress, SigningError> {
    let pending = in_progress(tx, hash, real)?;
    let same = pending.log_on.purpose == signer.site.signing()
        && pending.log_on.nemid == signer.who.nemid
        && pending.log_on.text.as_deref() == Some(text);
    if same { Ok(pending) } else { Err(CaseError::Refused(LogOnRefusal::RunOut)) }
}

/// What is handed out and sent after a signature, in words.
pub struct InWords {
    pub receipt: ReceiptInWords,
    pub answer: AnswerInWords,
}

/// The second half: the key. What the text rests on is looked at again first (D4). A document that is signed
/// already stays signed, so sending the key twice has no effect. A site that needs a certificate answers at once, by an e-mail
/// that is encrypted to the certificate that signs (D41).
pub async fn with_key(
    app: &App,
    signer: &Signer,
    id: i64,
    token: &Token,
    typed: Typed,
    in_words: InWords,
) -> Result<(), SigningError> {
    let with = With { authorities: holders::ready(app, signer.who.nemid).await?, in_words: in_words.receipt };
    let reply = answer::prepared(app, signer, id, in_words.answer).await?;
    let (hash, signer, origin) = (app.token_hash(token), signer.clone(), signer.origin.clone());
    let (spare, drawn) = (app.drawn_card(), app.chance.below(u32::MAX));
    app.act(&origin, Actor::Citizen, move |act| {
        let run_out = || CaseError::Refused(LogOnRefusal::RunOut);
        let document = act.tx.document(&signer.site.name(), signer.who.cpr, id)?.ok_or_else(run_out)?;
        if document.signed.is_some() {
            return Ok(Attempt::Done(()));
        }
        let InProgress { log_on, nemid } = pending(act.tx, &hash, act.real_time(), &signer, &document.text)?;
        grounds::hold(act, &signer, &document, &nemid)?;
        let certificate = nemid.valid_certificate(act.now()).filter(|_| signer.site.kind.needs_certificate());
        // The certificate was replaced since the answer was encrypted to it: the visitor tries again.
        if certificate.is_some_and(|certificate| !answer::is_to(reply.as_ref(), certificate.serial)) {
            return Ok(Attempt::Stale);
        }
        let answer = key_question::answer(act, &nemid, &log_on, &typed);
        let answer = answer.map_err(|error| error.map(LogOnRefusal::from))?;
        let what =
            TextToSign { text: &document.text, needs_certificate: signer.site.kind.needs_certificate() };
        let signed = signing::sign(&nemid, what, &answer, &spare, &act.stamp).map_err(LogOnRefusal::from);
        let (events, outcome) = match signed {
            // The key was answered elsewhere meanwhile: another one is asked for.
            Err(LogOnRefusal::Key(KeyRefusal::AskedAnew)) => {
                let anew = key_question::ask_anew(act, &log_on, &nemid, drawn);
                return anew.map(Attempt::Refused).map_err(|error| error.map(LogOnRefusal::from));
            }
            signed => signed.map_err(CaseError::Refused)?,
        };
        act.record(&nemid, &events)?;
        if let Some(refusal) = key_question::answered(act.tx, outcome, &hash)? {
            return Ok(Attempt::Refused(refusal));
        }
        act.tx.note_signed(document.id, act.now(), certificate.map(|certificate| certificate.serial))?;
        if let Some(certificate) = certificate {
            receipt::sign(act, &signer, &document, certificate, &with)?;
        }
        if let Some(reply) = &reply {
            answer::send(act, &signer, &document, reply)?;
        }
        Ok(Attempt::Done(()))
    })
    .await
    .and_then(Attempt::settled)
}
