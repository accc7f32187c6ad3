//! What takes its time: it starts the program again and again, waits for the clock, or tries thousands of cases.
//! `tests/quick` leaves these out (`--skip slow::`); `tests/run` does not.

mod full_disk;
mod printed;
mod properties;
mod rubbish;
mod signals;
mod ten_years;
