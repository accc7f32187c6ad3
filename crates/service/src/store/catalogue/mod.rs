//! The catalogue of the worlds in a database on a server (D42): which there are beside the first, in which schema each lies, its
//! server key, sealed by the program's, and the save points of all. It has a schema of its own, which every program on the database
//! reads before it opens a world, so that all know the same worlds.
//!
//! A world and a save point are a schema each. A schema that is made or removed is listed as unsettled: what a program that was
//! killed leaves is removed by the next one that starts.

mod connections;
mod draft;
mod moving;
mod points;
mod unsettled;
mod worlds;

pub use connections::Catalogue;
pub use draft::{DraftSchema, Kind};
pub use moving::Renamed;
pub use points::SavedPoint;
pub use worlds::ListedWorld;
