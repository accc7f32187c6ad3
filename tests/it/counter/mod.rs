//! The rest of the desks: what the guide has no section for. Blocking password and certificate at the counter, the
//! administrator's employees, the journal and the shelves, and pages reached without their beginning.

mod blocks;
mod employees;
mod faults;
mod journal;
mod stock;
mod ways_back;
