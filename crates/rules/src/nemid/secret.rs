//! What a NemID's state holds in place of a secret: the hash of a password, the salt of a card's keys and the
//! fingerprint of a temporary password. None reveals the secret, and none is printed in a log or an error.

use std::fmt;

/// An Argon2id hash with its parameters and salt, as a PHC string. Two are equal only if the strings are the same, so
/// that a verdict can name the hash that it was made against.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes a PHC string as the hasher wrote it.
    pub fn new(phc: String) -> Self {
        Self(phc)
    }

    /// The PHC string, for the store and the hasher.
    pub fn phc(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// Sixteen random bytes that make the keys of every card different, even if a card number were drawn twice.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct CardSalt([u8; 16]);

impl CardSalt {
    /// Takes sixteen drawn or stored bytes.
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes, for the store and the key press.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// The salt and the keyed hash of an app's PIN. Without the server key it tells nothing of the four digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PinHash {
    salt: [u8; 16],
    hash: [u8; 32],
}

impl PinHash {
    /// Takes a drawn salt and the hash that was made with it under the server key.
    pub const fn new(salt: [u8; 16], hash: [u8; 32]) -> Self {
        Self { salt, hash }
    }

    /// The salt and the hash, for the store and to verify a typed PIN.
    pub const fn parts(&self) -> (&[u8; 16], &[u8; 32]) {
        (&self.salt, &self.hash)
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

/// A keyed fingerprint of a temporary password's six digits, by which a letter is known again after a newer one was
/// issued. Without the server key it tells nothing of the digits.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct DigitsFingerprint([u8; 32]);

impl DigitsFingerprint {
    /// Takes the fingerprint that was made under the server key.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be tied to a NemID number.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DigitsFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DigitsFingerprint(…)")
    }
}

impl fmt::Debug for CardSalt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardSalt(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_is_mute() {
        assert_eq!(format!("{:?}", PasswordHash::new("$argon2id$secret".to_owned())), "PasswordHash(…)");
        assert_eq!(format!("{:?}", CardSalt::new([7; 16])), "CardSalt(…)");
        assert_eq!(format!("{:?}", PinHash::new([7; 16], [8; 32])), "PinHash(…)");
        assert_eq!(format!("{:?}", DigitsFingerprint::new([7; 32])), "DigitsFingerprint(…)");
    }

    #[test]
    fn what_was_stored_is_what_the_hasher_reads() {
        assert_eq!(PasswordHash::new("$argon2id$secret".to_owned()).phc(), "$argon2id$secret");
        assert_eq!(CardSalt::new([7; 16]).as_bytes(), &[7; 16]);
    }
}
