//! Slow tests: they start the program again and again, wait for the clock, or try thousands of cases. `tests/quick` skips
//! them (`--skip slow::`), `tests/run` does not.

mod agreement;
mod beginning;
mod carried;
mod connections;
mod full_disk;
mod fuzzed;
mod many_worlds;
mod previews;
mod printed;
mod properties;
mod races;
mod receipts;
mod rubbish;
mod signals;
mod ten_years;
mod worlds;
mod worlds_on_server;
