//! The world around the portal: clock and nights, post and mail, the CPR register, and what people have at
//! home.

pub(crate) mod anew;
pub mod apps;
pub mod calls;
pub mod clock;
pub mod clock_preview;
pub mod cpr_change;
pub mod devices;
pub mod hotline;
pub mod known_log_on;
pub mod letter_box;
pub mod letters;
pub(crate) mod mail_files;
pub mod mishaps;
pub mod nightly;
pub mod outbox;
pub mod post;
pub mod register;
pub mod stock;
pub(crate) mod stock_refill;
mod telephone_refusal;
pub mod telephones;
