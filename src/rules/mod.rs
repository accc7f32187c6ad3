//! What is allowed and what happens then. Pure: it reads no clock, draws no number, knows no SQL and no web.

pub mod calendar;
pub mod nemid;
pub mod words;
