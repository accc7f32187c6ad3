//! How a form comes in and goes back.
//!
//! A form is a struct of what a person can type, raw: `String` for what a browser always sends, `Option<String>` for
//! a choice that may be left open, `bool` for one tick, `Vec<String>` for several, [`Secret`] for what is never shown
//! again. The handler takes it as [`Checked`], which has made sure that a page of this site sent it, hands its
//! contents to the types of `rules`, collects what is wrong with them in [`Faults`], and either goes on or shows the
//! same page again with a [`Filled`] form and status 422:
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
//! In the template each field takes `form`, and finds there what was typed into it and what is wrong with it:
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
mod faults;
mod filled;
mod json;
mod secret;

pub use crate::web::forms::checked::{Checked, NoFields, Refused};
pub use crate::web::forms::choice::Choice;
pub use crate::web::forms::faults::{Fault, Faults};
pub use crate::web::forms::filled::Filled;
pub use crate::web::forms::json::CheckedJson;
pub use crate::web::forms::secret::Secret;

/// What was typed into a field that may be left empty.
///
/// # Errors
/// What `read` finds wrong with it.
pub fn optional<T, E>(typed: &str, read: impl FnOnce(&str) -> Result<T, E>) -> Result<Option<T>, E> {
    if typed.trim().is_empty() { Ok(None) } else { read(typed).map(Some) }
}
