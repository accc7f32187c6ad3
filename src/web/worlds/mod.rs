//! Many worlds in one program (D43): each request goes to the world that its address names, and a world is open only while
//! somebody uses it. Each open world is a site of its own, with its database, key, clock, cookies, limits and mail; what they
//! share is the program's connections and the threads on which passwords are hashed.
//!
//! | file | holds |
//! |---|---|
//! | `way` | which world an address names, and the address within it |
//! | `open_world` | a world that is open, and how it is closed |
//! | `running` | all of them: opened when somebody comes, closed when nobody does |

mod open_world;
mod running;
mod way;

pub use open_world::OpenWorld;
pub use running::{Opener, Openings, Running, Shut, Unreachable};
pub use way::{Way, rooted};
