//! Slow tests: they start the program again and again, wait for the clock, or try thousands of cases. `tests/quick` skips
//! them (`--skip slow::`), `tests/run` does not.

mod full_disk;
mod printed;
mod properties;
mod races;
mod rubbish;
mod signals;
mod ten_years;
