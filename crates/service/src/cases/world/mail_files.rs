//! The files of mails: they are kept as long as their message is (Rules 3.7). A file can't go with a transaction, so those
//! that are left go after it, at each start and now and then.

use crate::cases::app::App;
use crate::outside::mail;
use crate::store::StoreError;

/// Deletes the files of mails whose messages are no longer kept, or of a world that was put back since (D42).
///
/// # Errors
/// When the database can't be read, or a file can't be deleted.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself is not general in its lifetime"
)]
pub(crate) async fn forget_old(app: &App) -> Result<(), StoreError> {
    let kept = app.read::<_, StoreError>(|tx| tx.kept_messages()).await?;
    let folder = app.mail_folder.clone();
    let forgotten = tokio::task::spawn_blocking(move || mail::forget(&folder, |number| kept.lack(number)));
    let told = |why: String| StoreError::Open(format!("old mails cannot be deleted: {why}"));
    forgotten.await.map_err(|why| told(why.to_string()))?.map_err(|why| told(why.to_string()))
}
