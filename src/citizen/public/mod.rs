//! Pages that are open to everybody: the rules, the revocation list, the accessibility statement.

pub mod accessibility;
pub mod certificate;
pub mod revocation_list;
pub mod terms;
