//! Letters as tagged PDF.

mod fonts;
mod layout;
pub mod pdf;
mod sheet;
mod tags;
