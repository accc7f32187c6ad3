//! What a citizen does without a session, played through the pages: start, log on, re-open, order, block.

mod activation;
mod anonymous;
mod bank_alone;
mod first_order;
mod log_on;
mod newcomer;
mod one_counter;
mod reopening;
mod stopping;
