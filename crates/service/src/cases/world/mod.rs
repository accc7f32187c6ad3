//! The world around the portal: clock and nights, post and mail, the CPR register, what people hold in their hands.

pub mod clock;
pub mod hotline;
pub mod letter_box;
pub mod letters;
pub mod nightly;
pub mod outbox;
pub mod post;
pub mod register;
pub mod stock;
pub(crate) mod stock_refill;
