//! What somebody had typed into a page when time was up, kept for a day and given back to the same person alone, once,
//! at the same page (D32). Pages hand in no secrets.

use rules::actor::{Actor, Channel};
use rules::words::NemIdNumber;
use serde_json::{Map, Value};

use crate::cases::app::content::draft_context;
use crate::cases::app::{App, Origin, StoreError};
use crate::outside::keys::tokens::Token;
use crate::store::Tx;

/// How many drafts of one holder are kept.
const AT_MOST: u32 = 20;

/// The fields of a form, by name: text, ticks, and lists of choices.
pub type Draft = Map<String, Value>;

/// Under what a draft is kept: the person and the page, which shows neither.
fn id_of(app: &App, nemid: NemIdNumber, page: &str) -> String {
    let of_both = app.tokens.fingerprint("draft", &format!("{nemid} {page}"));
    of_both.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The NemID whose session or enrolment a token stands for, over or not, as long as it is remembered.
fn holder(tx: &Tx<'_>, token: &[u8; 32]) -> Result<Option<NemIdNumber>, StoreError> {
    if let Some(session) = tx.session_of(token)? {
        return Ok(Some(session.nemid));
    }
    Ok(tx.enrolment(token)?.map(|enrolment| enrolment.nemid))
}

/// Keeps what was typed at a page by the holder of a token. Of a token that nobody knows any more nothing is kept: a
/// session that was ended on purpose has no holder to whom anything could be given back.
///
/// # Errors
/// When it can't be written.
pub async fn keep(
    app: &App,
    token: &Token,
    page: &str,
    typed: Draft,
    origin: &Origin,
) -> Result<(), StoreError> {
    if typed.is_empty() {
        return Ok(());
    }
    let (hash, page) = (app.token_hash(token), page.to_owned());
    app.act(origin, Actor::Visitor, move |act| {
        let Some(nemid) = holder(act.tx, &hash)? else { return Ok(()) };
        let id = id_of(act.app, nemid, &page);
        let sealed = act.app.seal(&draft_context(&id), &typed)?;
        act.tx.keep_draft(&id, nemid, &sealed, act.real_now, AT_MOST)
    })
    .await
}

/// What the holder of a NemID had typed at a page, if anything was kept.
///
/// # Errors
/// When it can't be read.
pub async fn kept(app: &App, nemid: NemIdNumber, page: &str) -> Result<Option<Draft>, StoreError> {
    let id = id_of(app, nemid, page);
    let wanted = id.clone();
    let sealed = app.read::<_, StoreError>(move |tx| tx.draft(&wanted)).await?;
    sealed.map(|sealed| app.open(&draft_context(&id), &sealed)).transpose()
}

/// Forgets it, once its holder has seen it again.
///
/// # Errors
/// When it can't be written.
pub async fn forget(app: &App, nemid: NemIdNumber, page: &str) -> Result<(), StoreError> {
    let id = id_of(app, nemid, page);
    let inside = Origin::inside(Channel::Selvbetjening);
    app.act(&inside, Actor::Citizen, move |act| act.tx.forget_draft(&id)).await
}
