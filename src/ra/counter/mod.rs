//! The steps that every action at the counter has in common: CPR-nummer, identification, NemID-nummer,
//! reading and signing, and what to do next. The choices in between are in [`super::actions`].

mod around;
mod flow;
mod identification;
mod letter;
mod nemid;
pub mod next;
mod person;
mod receipt;
mod signing;
mod step;

use rocket::{Route, routes};

pub use crate::ra::counter::around::Around;
pub use crate::ra::counter::flow::{AtDesk, Served};
pub use crate::ra::counter::next::NextStep;
pub use crate::ra::counter::step::{Step, base, href};

use service::cases::desk::Kind;

/// The shared routes, below the address of an action.
pub fn routes(kind: Kind) -> Vec<Route> {
    let signing = routes![
        signing::read,
        signing::sign,
        receipt::receipt,
        next::go_on,
        next::abort,
        letter::welcome,
        letter::welcome_pdf
    ];
    let person =
        routes![person::ask, person::find, identification::ask, identification::note, next::go_elsewhere];
    match kind {
        Kind::Staff => signing,
        Kind::Order => [signing, person].concat(),
        _ => [signing, person, routes![nemid::ask, nemid::choose]].concat(),
    }
}
