//! The PINs of apps. None is stored: what is, is a salt and a hash under the server key, without which nobody can try the
//! ten thousand that there are.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::outside::keys::server_key::{Label, ServerKey};
use rules::nemid::PinHash;
use rules::words::{CarrierNumber, Pin};

/// Hashes and compares PINs under this server key.
pub struct Pins {
    subkey: Zeroizing<[u8; 32]>,
}

impl Pins {
    /// The PINs of this server key.
    pub fn new(key: &ServerKey) -> Self {
        Self { subkey: key.subkey(Label::Pins) }
    }

    /// What is stored of an app's PIN.
    pub fn hash(&self, app: &CarrierNumber, salt: [u8; 16], pin: &Pin) -> PinHash {
        PinHash::new(salt, self.mac(app, &salt, pin))
    }

    /// Whether a typed PIN is the one that was chosen for an app.
    pub fn is_right(&self, app: &CarrierNumber, stored: &PinHash, typed: &Pin) -> bool {
        let (salt, hash) = stored.parts();
        self.mac(app, salt, typed).ct_eq(hash).into()
    }

    /// HMAC-SHA256(subkey, label ‖ number ‖ salt ‖ digits); number, salt and digits have fixed lengths.
    fn mac(&self, app: &CarrierNumber, salt: &[u8; 16], pin: &Pin) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.subkey.as_slice()).expect("HMAC takes a key of any length");
        mac.update(b"app pin");
        mac.update(app.to_string().as_bytes());
        mac.update(salt);
        mac.update(pin.reveal().as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_pin_of_the_same_app_under_the_same_key_is_right() {
        let (pins, other) =
            (Pins::new(&ServerKey::of_bytes([3; 32])), Pins::new(&ServerKey::of_bytes([4; 32])));
        let (app, second) = (CarrierNumber::app_from_drawn(1), CarrierNumber::app_from_drawn(2));
        let (right, wrong) = (Pin::parse("2580").unwrap(), Pin::parse("2581").unwrap());
        let stored = pins.hash(&app, [7; 16], &right);
        assert!(pins.is_right(&app, &stored, &right));
        assert!(!pins.is_right(&app, &stored, &wrong));
        assert!(!pins.is_right(&second, &stored, &right));
        assert!(!other.is_right(&app, &stored, &right));
        assert_ne!(stored, pins.hash(&app, [8; 16], &right), "each has a salt of its own");
    }
}
