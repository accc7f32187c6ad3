//! A NemID before anything has happened to it.

use crate::actor::Stamp;
use crate::nemid::{Issuer, Lockout, NemId, NemIdState, Password, REORDER_LEVEL};
use crate::post::PostalReach;
use crate::words::{Contact, CprNumber, NemIdNumber};

impl NemId {
    /// A new NemID at version 0. Everything else about it follows as events.
    pub fn begin(number: NemIdNumber, holder: CprNumber, issuer: Issuer, stamp: &Stamp) -> Self {
        Self {
            number,
            version: 0,
            holder,
            reach: PostalReach::default(),
            issuer,
            created: stamp.at,
            state: NemIdState::Open,
            password: Password::NotChosen,
            lockout: Lockout::default(),
            temporary: None,
            cards: Vec::new(),
            carriers: Vec::new(),
            used_last: None,
            certificate_ordered: None,
            certificates: Vec::new(),
            pid: None,
            agreements: Vec::new(),
            consents: Vec::new(),
            superfluous_since: None,
            user_id: None,
            cpr_log_on: true,
            contact: Contact::default(),
            recording: false,
            reorder_level: REORDER_LEVEL,
            rules_accepted: None,
        }
    }
}
