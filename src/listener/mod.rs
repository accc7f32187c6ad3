//! The listener: accepts connections, keeps their number and their time within limits, and hands each request on to
//! the site within this process. Rocket 0.5 gives its own listener no limits and no door for another one
//! (docs/decisions/0008-own-listener.md); HTTP itself is read and written by hyper.
//!
//! ```text
//!   accept ── admitted? ──► connection: hyper over `Watched` ── request ──► dispatch ──► the site (Rocket)
//!     │                         │ what it waits for (`Phase`)                  body, then the answer in pieces
//!     └── limits ── connections ◄┘  every second: what is overdue is closed
//! ```
//!
//! | file | holds |
//! |---|---|
//! | `limits` | how many connections, and how long each may wait |
//! | `phase` | what one connection waits for, and since when |
//! | `connection`, `connections` | one of them; all of them, and which one is closed for a new one |
//! | `watched` | the socket, which notes what it reads and writes |
//! | `serve` | accepting, sweeping, ending |
//! | `sites` | the worlds' sites, and which one a request goes to |
//! | `request`, `dispatch`, `answer` | from hyper's request to Rocket's and back |

mod answer;
mod connection;
mod connections;
mod dispatch;
mod limits;
mod phase;
mod request;
mod serve;
mod sites;
mod watched;

pub use limits::{Asked, Limits, open_files};
pub use serve::{Ended, serve};
pub use sites::Sites;
