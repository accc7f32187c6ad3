//! A world that begins again while the program runs: from its seed (D34) or from a save point (D42).

use std::sync::PoisonError;
use std::time::Duration;

use jiff::Timestamp;

use crate::cases::app::{Act, App, Origin};
use crate::cases::world::mail_files;
use crate::outside::clock::Distance;
use crate::store::StoreError;
use crate::store::settings::StoredClock;
use rules::actor::Actor;

/// How long a mail that is under way is waited for before.
const LONGEST_MAIL: Duration = Duration::from_secs(10);

/// Puts other contents into the place of the old world in one transaction, with its clock at an instant: all of it, or nothing.
/// That alone sets the clock back.
///
/// # Errors
/// The error of `contents`, or that it could not be saved; then the old world stays.
pub(crate) async fn begin_at<E>(
    app: &App,
    origin: &Origin,
    starts: Timestamp,
    contents: impl Fn(&Act<'_>) -> Result<(), E> + Send + 'static,
) -> Result<(), E>
where
    E: From<StoreError> + Send + 'static,
{
    // No move of the clock goes on in the new world, and no mail of the old one is noted there.
    let _move = app.moves.lock().await;
    let _mail = tokio::time::timeout(LONGEST_MAIL, app.sender.turn()).await;
    let clock = app.clock.clone();
    app.act_then(
        origin,
        Actor::Clock,
        move |act| {
            let beginning = act.app.clock.beginning() + 1;
            let offset = starts.duration_since(act.real_now);
            contents(act)?;
            act.tx.save_clock(StoredClock { beginning, offset })?;
            Ok::<_, E>(Distance { beginning, offset })
        },
        move |distance: &Distance| clock.begin(*distance),
    )
    .await?;
    *app.last_move.lock().unwrap_or_else(PoisonError::into_inner) = None;
    // What is left of mails that are no longer kept goes with the next sweep, too.
    Ok(mail_files::forget_old(app).await?)
}
