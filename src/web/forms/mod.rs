//! How forms are read and shown.
//!
//! A form is a struct of typed text: `String` for a field that a browser always sends, `Option<String>` for a
//! choice that may be left open, `bool` for one tick, `Vec<String>` for several, [`Secret`] for a value that
//! is never shown again. The handler takes it as [`Checked`], which has made sure that a page of this site
//! sent it, passes its contents to the types of `rules`, collects mistakes in [`Faults`], and either goes on
//! or shows the same page again with a [`Filled`] form and status 422:
//!
//! ```text
//! #[derive(FromForm, Serialize)]
//! struct LogOnForm { user_id: String, password: Secret }
//!
//! #[derive(Serialize)]
//! struct LogOnView { form: Filled }
//!
//! #[post("/log-paa", data = "<sent>")]
//! async fn log_on(sent: Checked<LogOnForm>, …) -> Handled {
//!     let mut faults = Faults::default();
//!     let user_id = faults.take("user_id", sent.user_id.parse::<UserId>());
//!     let Some(user_id) = user_id else {
//!         return Ok(Answer::again(page(Filled::again(&*sent, faults))));
//!     };
//!     …
//! }
//!
//! fn page(form: Filled) -> Page {
//!     Page::new("citizen/log_on.html", LogOnView { form })
//! }
//! ```
//!
//! In the template each field takes `form`, which holds the typed value and the fault of each field:
//!
//! ```text
//! {{ <error_summary form /> }}
//! <form method="post" novalidate>
//!   {{ <form_token /> }}
//!   {{ <field form name="user_id" label={t(key="label-user-id")} autocomplete="username" /> }}
//!   {{ <secret_field form name="password" label={t(key="label-password")} autocomplete="current-password" /> }}
//!   {{ <button text={t(key="button-next")} /> }}
//! </form>
//! ```

mod checked;
mod choice;
mod day;
mod faults;
mod filled;
mod json;
mod raw_file;
mod secret;
mod sizes;
mod upload;

pub use crate::web::forms::checked::{Checked, NoFields, Refused, sent_by_our_page};
pub use crate::web::forms::choice::{Choice, ChoiceGroup};
pub use crate::web::forms::day::TypedDay;
pub use crate::web::forms::faults::{Fault, Faults};
pub use crate::web::forms::filled::Filled;
pub use crate::web::forms::json::CheckedJson;
pub use crate::web::forms::raw_file::RawFile;
pub use crate::web::forms::secret::Secret;
pub use crate::web::forms::sizes::{LARGEST_FILE, largest_body};
pub use crate::web::forms::upload::{NamedUpload, Upload};
use rules::words::is_blank;

/// The value of a field that may be left empty.
///
/// # Errors
/// The error of `read`.
pub fn optional<T, E>(typed: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if is_blank(typed) { Ok(None) } else { read(typed).map(Some) }
}
