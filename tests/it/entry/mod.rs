//! What a citizen does without a session, played through the pages: log on, block.

mod anonymous;
mod bank_alone;
mod clicks;
mod empty_fields;
mod enrolment;
mod log_on;
pub mod newcomer;
mod one_counter;
mod read_aloud;
mod set_limits;
mod spelling;
mod stopping;
mod time_limits;
