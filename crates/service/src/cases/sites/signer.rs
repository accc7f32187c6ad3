//! The visitor who signs at a site.

use crate::cases::access::sessions::Principal;
use crate::cases::app::Origin;
use rules::sites::Site;

/// A visitor who is logged on at a site.
#[derive(Clone, Debug)]
pub struct Signer {
    pub site: &'static Site,
    /// The person who is logged on there.
    pub who: Principal,
    /// The request, with its session.
    pub origin: Origin,
}
