//! Whether a world's e-mails leave by the mail server of the settings, or stay in its folder. Those of a copy, an import or a
//! world that was put back stay until somebody says otherwise (D42): its persons are written to in another world already.

use crate::cases::app::{App, Origin, StoreError};
use rules::actor::Actor;

/// Whether the world's e-mails stay in its folder, whatever mail server is set.
///
/// # Errors
/// When the database can't be read.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub async fn stays(app: &App) -> Result<bool, StoreError> {
    app.read::<_, StoreError>(|tx| tx.mail_stays()).await
}

/// Lets the world's e-mails leave by the mail server from now on, or keeps them in its folder.
///
/// # Errors
/// When the database can't be written.
pub async fn keep(app: &App, origin: &Origin, stays: bool) -> Result<(), StoreError> {
    app.act(origin, Actor::Clock, move |act| act.tx.save_mail_stays(stays)).await
}
