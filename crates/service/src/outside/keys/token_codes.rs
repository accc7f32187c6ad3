//! The codes that tokens show. None is stored: each is computed from the server key, the token's number and its salt,
//! when its button is pressed or an answer is verified.

use std::ops::Range;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::outside::keys::hotp::hotp;
use crate::outside::keys::server_key::{Label, ServerKey};
use rules::nemid::CardSalt;
use rules::words::{CarrierNumber, Key};

/// Computes the codes of every token of this server key.
#[doc(alias = "nøgleviser")]
pub struct TokenCodes {
    subkey: Zeroizing<[u8; 32]>,
}

impl TokenCodes {
    /// The codes of the tokens of this server key.
    pub fn new(key: &ServerKey) -> Self {
        Self { subkey: key.subkey(Label::TokenCodes) }
    }

    /// The code that a token shows when its button is pressed for the time after `counter` others: HOTP (RFC 4226).
    pub fn code(&self, token: &CarrierNumber, salt: &CardSalt, counter: u32) -> Key {
        Key::from_drawn(u64::from(hotp(self.secret(token, salt).as_slice(), u64::from(counter))))
    }

    /// The first counter in a range at which the token shows the typed code. All are computed, so that the time does not
    /// tell which one it is.
    pub fn find(
        &self,
        token: &CarrierNumber,
        salt: &CardSalt,
        searched: Range<u32>,
        typed: &Key,
    ) -> Option<u32> {
        let secret = self.secret(token, salt);
        let shown = |counter: u32| Key::from_drawn(u64::from(hotp(secret.as_slice(), u64::from(counter))));
        searched
            .rev()
            .fold(None, |found, counter| if shown(counter) == *typed { Some(counter) } else { found })
    }

    /// K = HMAC-SHA256(subkey, label ‖ number ‖ salt); number and salt have fixed lengths.
    fn secret(&self, token: &CarrierNumber, salt: &CardSalt) -> Zeroizing<[u8; 32]> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.subkey.as_slice()).expect("HMAC takes a key of any length");
        mac.update(b"token codes");
        mac.update(token.to_string().as_bytes());
        mac.update(salt.as_bytes());
        Zeroizing::new(mac.finalize().into_bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: CardSalt = CardSalt::new([9; 16]);

    fn codes(byte: u8) -> TokenCodes {
        TokenCodes::new(&ServerKey::of_bytes([byte; 32]))
    }

    fn token(drawn: u64) -> CarrierNumber {
        CarrierNumber::token_from_drawn(drawn)
    }

    #[test]
    fn a_shown_code_is_found_where_it_was_shown_and_nowhere_else() {
        let codes = codes(1);
        for counter in [0, 1, 9, 999] {
            let shown = codes.code(&token(1), &SALT, counter);
            assert_eq!(codes.find(&token(1), &SALT, 0..1_000, &shown), Some(counter));
            assert_eq!(codes.find(&token(1), &SALT, counter + 1..counter + 11, &shown), None, "spent");
        }
        // Where a code comes twice the earlier counter is meant: no more is spent than was typed.
        let first =
            (1..2_000_000).find(|at| codes.code(&token(1), &SALT, *at) == codes.code(&token(1), &SALT, 0));
        let again = first.unwrap();
        let shown = codes.code(&token(1), &SALT, 0);
        assert_eq!(codes.find(&token(1), &SALT, 0..again + 1, &shown), Some(0));
    }

    #[test]
    fn another_server_key_number_or_salt_is_another_token() {
        let shown = |codes: &TokenCodes, token, salt| {
            (0..5).map(|at| codes.code(&token, &salt, at).reveal().to_owned()).collect::<Vec<_>>()
        };
        let ours = shown(&codes(1), token(1), SALT);
        assert_ne!(ours, shown(&codes(2), token(1), SALT));
        assert_ne!(ours, shown(&codes(1), token(2), SALT));
        assert_ne!(ours, shown(&codes(1), token(1), CardSalt::new([8; 16])));
    }
}
