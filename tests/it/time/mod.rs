//! What time brings about by itself, and what the program does in time: nights and moves of the clock, the
//! outbox.

mod ahead;
mod clock;
mod forgetting;
mod letters;
mod mail_server;
pub mod outbox;
pub mod post_office;
mod sweeping;
