//! What a running program keeps of its authorities: their keys once they were needed, the newest whole revocation list, and
//! which certificates wait for a key.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use rules::actor::PlaceName;
use rules::nemid::certificate::CertificateSerial;
use rules::words::NemIdNumber;
use tokio::sync::{Mutex as Turn, OnceCell};

use crate::outside::pki::addresses::Addresses;
use crate::outside::pki::authority::Authorities;

/// How long a list in which nothing has changed is handed out again.
const FRESH: SignedDuration = SignedDuration::from_hours(1);
/// The most certificates that wait for a key; what is beyond gets one when it is needed.
const MOST_WAITING: usize = 1_000;

/// A certificate that will be needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Needed {
    /// That of a row.
    Issued(CertificateSerial),
    /// That of an employee, by the employee NemID.
    Employee(NemIdNumber),
    /// That with which an organisation signs what it sends from a place.
    Function(PlaceName),
}

/// The authorities of a running program.
pub struct Office {
    /// Where certificates say that more is found.
    pub addresses: Addresses,
    /// The authorities, once they were needed.
    pub authorities: OnceCell<Arc<Authorities>>,
    /// Held while keys are made: one at a time.
    pub turn: Turn<()>,
    /// Held while the whole list is written, which may be long: who waits for a key does not wait for it.
    pub list_turn: Turn<()>,
    waiting: Mutex<Vec<Needed>>,
    list: Mutex<Option<KeptList>>,
}

#[derive(Clone)]
struct KeptList {
    changes: i64,
    at: Timestamp,
    bytes: Arc<Vec<u8>>,
}

impl Office {
    /// An office that has made nothing yet.
    pub fn new(addresses: Addresses) -> Self {
        let (authorities, turn, list_turn) = (OnceCell::new(), Turn::new(()), Turn::new(()));
        Self { addresses, authorities, turn, list_turn, waiting: Mutex::default(), list: Mutex::default() }
    }

    /// Notes that a certificate will be needed, so that nobody has to wait for its key then.
    pub fn will_need(&self, needed: Needed) {
        let mut waiting = locked(&self.waiting);
        if waiting.len() < MOST_WAITING && !waiting.contains(&needed) {
            waiting.push(needed);
        }
    }

    /// The certificates that were noted since the last call.
    pub fn needed(&self) -> Vec<Needed> {
        std::mem::take(&mut locked(&self.waiting))
    }

    /// The whole list as it was written last, if no certificate was blocked since and it is not too old.
    pub fn list(&self, changes: i64, now: Timestamp) -> Option<Arc<Vec<u8>>> {
        let kept = locked(&self.list).clone()?;
        let is_fresh = kept.changes == changes && kept.at <= now && now.duration_since(kept.at) < FRESH;
        is_fresh.then_some(kept.bytes)
    }

    /// Keeps the whole list.
    pub fn keep_list(&self, changes: i64, at: Timestamp, bytes: &Arc<Vec<u8>>) {
        *locked(&self.list) = Some(KeptList { changes, at, bytes: bytes.clone() });
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}
