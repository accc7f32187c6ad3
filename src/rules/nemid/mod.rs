//! One NemID: the aggregate, its states, its events.

pub mod secret;
