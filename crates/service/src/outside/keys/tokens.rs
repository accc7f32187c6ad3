//! Tokens that stand for something without revealing it: sessions, forms, signatures, and the decoy of a user
//! id that nobody has.

use hmac::{Hmac, KeyInit, Mac};
use rules::nemid::DigitsFingerprint;
use rules::words::{NemIdNumber, TemporaryPasswordCode};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::outside::keys::server_key::{Label, ServerKey};
pub use crate::outside::keys::token::{Token, TokenHash};

/// Hashes tokens, and makes form tokens and fingerprints, under the server key.
pub struct Tokens {
    sessions: Zeroizing<[u8; 32]>,
    forms: Zeroizing<[u8; 32]>,
    decoys: Zeroizing<[u8; 32]>,
    temporary: Zeroizing<[u8; 32]>,
}

impl Tokens {
    /// The tokens of this server key.
    pub fn new(key: &ServerKey) -> Self {
        Self {
            sessions: key.subkey(Label::Tokens),
            forms: key.subkey(Label::FormTokens),
            decoys: key.subkey(Label::Decoy),
            temporary: key.subkey(Label::TemporaryPasswords),
        }
    }

    /// The hash under which a token is stored and found.
    pub fn hash(&self, token: &Token) -> TokenHash {
        TokenHash(fingerprint(&self.sessions, &[token.0.as_slice()]))
    }

    /// The key of the tokens in forms; it is the same after a restart, so that open forms stay valid.
    pub fn form_key(&self) -> [u8; 32] {
        *self.forms
    }

    /// The fingerprint of a typed user id or number that nobody has, so that wrong attempts can be counted
    /// without storing it (D12). `kind` distinguishes the counters; `folded` is the text without regard to
    /// case and blanks.
    pub fn fingerprint(&self, kind: &str, folded: &str) -> [u8; 32] {
        fingerprint(&self.decoys, &[kind.as_bytes(), folded.as_bytes()])
    }
}

impl Tokens {
    /// The fingerprint of a temporary password's digits, before it is known for which NemID it is issued.
    pub fn digits(&self, digits: &TemporaryPasswordCode) -> DigitsFingerprint {
        DigitsFingerprint::new(fingerprint(&self.temporary, &[b"digits", digits.reveal().as_bytes()]))
    }

    /// The fingerprint of digits for one NemID, under which they are stored: equal digits of two NemIDs do not
    /// show.
    pub fn issued(&self, nemid: NemIdNumber, digits: DigitsFingerprint) -> [u8; 32] {
        fingerprint(&self.temporary, &[b"issued", nemid.as_str().as_bytes(), digits.as_bytes()])
    }
}

/// HMAC-SHA256 over the parts, each with its length before it.
fn fingerprint(key: &Zeroizing<[u8; 32]>, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_slice()).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::chance::Chance;

    fn tokens(key: u8) -> Tokens {
        Tokens::new(&ServerKey::of_bytes([key; 32]))
    }

    #[test]
    fn a_token_survives_its_cookie() {
        let token = Chance::seeded(1).token();
        let read = Token::parse(&token.reveal()).unwrap();
        assert_eq!(tokens(1).hash(&token), tokens(1).hash(&read));
        assert_ne!(tokens(1).hash(&token), tokens(2).hash(&token));
        assert_eq!(format!("{token:?} {:?}", tokens(1).hash(&token)), "Token(…) TokenHash(…)");
    }

    #[test]
    fn what_is_no_token_is_none() {
        let text = Chance::seeded(1).token().reveal();
        let longer = format!("{text}A");
        for broken in ["", "abc", &text[1..], longer.as_str(), &text.replace(&text[3..4], "~")] {
            assert!(Token::parse(broken).is_none(), "{broken}");
        }
    }

    #[test]
    fn digits_are_known_again_for_their_nemid_alone() {
        let of = |key: u8, nemid: &str, digits: &str| {
            let digits = tokens(key).digits(&TemporaryPasswordCode::parse(digits).unwrap());
            tokens(key).issued(NemIdNumber::parse(nemid).unwrap(), digits)
        };
        assert_eq!(of(1, "506748505", "766862"), of(1, "506748505", "766862"));
        assert_ne!(of(1, "506748505", "766862"), of(1, "506748505", "766863"));
        assert_ne!(of(1, "506748505", "766862"), of(1, "862266338", "766862"));
        assert_ne!(of(1, "506748505", "766862"), of(2, "506748505", "766862"));
    }

    #[test]
    fn a_shadow_tells_kinds_and_keys_apart() {
        let (ours, other) = (tokens(1), tokens(2));
        assert_eq!(ours.fingerprint("user-id", "anna"), ours.fingerprint("user-id", "anna"));
        assert_ne!(ours.fingerprint("user-id", "anna"), ours.fingerprint("card", "anna"));
        assert_ne!(ours.fingerprint("user-id", "anna"), ours.fingerprint("user-ida", "nna"));
        assert_ne!(ours.fingerprint("user-id", "anna"), other.fingerprint("user-id", "anna"));
    }
}
