//! Pages that are open to everybody: the rules, the revocation list, the accessibility statement, the site map.

pub mod accessibility;
pub mod certificate;
pub mod publication;
pub mod reading;
pub mod revocation_list;
pub mod site_map;
pub mod terms;
pub mod validation;
