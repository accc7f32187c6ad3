//! The two sides of a copy: where a world lies, and who else is at it.

use crate::store::{Place, Server};

/// Where a world lies.
#[derive(Clone, Debug)]
pub enum Side {
    /// In a file.
    File(Place),
    /// In a schema of a database on a server.
    Schema(Box<Server>),
}

/// What others may do with a world while it is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They go on; the copy has nothing of what they change meanwhile.
    GoOn,
    /// They can't change anything until it is copied.
    Wait,
}
