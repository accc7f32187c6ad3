//! A citizen's own detail that needs no password: the recording of service providers.

use crate::cases::app::{App, refused};
use crate::cases::own;
use crate::cases::own::{Own, OwnError, OwnRefusal};
use rules::changes;

/// Switches the recording of service providers on or off (Rules 3.7).
pub async fn recording(app: &App, own: Own, on: bool) -> Result<(), OwnError> {
    own::change(app, own, move |act, nemid| {
        changes::recording(nemid, on, &act.stamp).map_err(refused::<OwnRefusal>)
    })
    .await?;
    Ok(())
}
