//! The rest of the desks, which the guide has no section for: blocking password and certificate at the
//! counter, the administrator's employees, the journal and the stock, and pages opened without their first
//! step.

mod blocks;
pub mod employees;
mod faults;
mod front;
mod journal;
mod look_ups;
mod stock;
mod ways_back;
