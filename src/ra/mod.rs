//! The counter's pages.
