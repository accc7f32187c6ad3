//! The control room and its JSON twin: what lies outside the system.
