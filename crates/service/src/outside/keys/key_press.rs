//! Prints key cards. No key is ever stored: each is computed from the server key, the card's number and the
//! card's salt whenever a card is printed or an answer is verified.

use std::collections::BTreeSet;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::outside::keys::hotp::hotp;
use crate::outside::keys::server_key::{Label, ServerKey};
use rules::nemid::secret::CardSalt;
use rules::words::{KEYS_PER_CARD, Key, KeyCardNumber, KeyNumber, KeyPosition};

/// Computes the keys of every card of this server key.
#[doc(alias = "nøglekort")]
pub struct KeyPress {
    card_keys: Zeroizing<[u8; 32]>,
    key_numbers: Zeroizing<[u8; 32]>,
}

impl KeyPress {
    /// A press for the cards of this server key.
    pub fn new(key: &ServerKey) -> Self {
        Self { card_keys: key.subkey(Label::CardKeys), key_numbers: key.subkey(Label::KeyNumbers) }
    }

    /// The key numbers of a card, all different and ascending: position *i* has the *i*-th (D6).
    ///
    /// # Panics
    /// Never: numbers are drawn until the card is full.
    pub fn key_numbers(&self, card: &KeyCardNumber, salt: &CardSalt) -> [KeyNumber; KEYS_PER_CARD as usize] {
        let secret = card_secret(&self.key_numbers, "key numbers", card, salt);
        let mut full = BTreeSet::new();
        for drawn in key_number_stream(&secret) {
            full.insert(drawn);
            if full.len() == usize::from(KEYS_PER_CARD) {
                break;
            }
        }
        let mut numbers = full.into_iter();
        std::array::from_fn(|_| numbers.next().expect("the loop ends with a full card"))
    }

    /// The key at one position of a card: HOTP with the position as counter (RFC 4226).
    pub fn key(&self, card: &KeyCardNumber, salt: &CardSalt, position: KeyPosition) -> Key {
        let secret = card_secret(&self.card_keys, "card keys", card, salt);
        key_at(&secret, position)
    }

    /// The whole card as it is printed: key numbers and keys, ascending.
    pub fn table(&self, card: &KeyCardNumber, salt: &CardSalt) -> Vec<(KeyNumber, Key)> {
        let secret = card_secret(&self.card_keys, "card keys", card, salt);
        let numbers = self.key_numbers(card, salt);
        numbers.into_iter().zip(KeyPosition::all().map(|position| key_at(&secret, position))).collect()
    }

    /// Whether the typed key is the one at this position. Takes the same time whichever digits are wrong.
    pub fn verify(&self, card: &KeyCardNumber, salt: &CardSalt, position: KeyPosition, typed: &Key) -> bool {
        self.key(card, salt, position) == *typed
    }
}

/// K = HMAC-SHA256(subkey, label ‖ card number ‖ salt). The number and the salt have fixed lengths, so no two
/// cards give the same text.
fn card_secret(subkey: &[u8; 32], label: &str, card: &KeyCardNumber, salt: &CardSalt) -> Zeroizing<[u8; 32]> {
    let mut mac = hmac(subkey);
    mac.update(label.as_bytes());
    mac.update(card.to_string().as_bytes());
    mac.update(salt.as_bytes());
    Zeroizing::new(mac.finalize().into_bytes().into())
}

fn key_at(secret: &Zeroizing<[u8; 32]>, position: KeyPosition) -> Key {
    Key::from_drawn(u64::from(hotp(secret.as_slice(), u64::from(position.get()))))
}

/// An endless stream of key numbers, each equally likely, the same for the same secret.
fn key_number_stream(secret: &Zeroizing<[u8; 32]>) -> impl Iterator<Item = KeyNumber> {
    let block = |round: u64| -> [u8; 32] {
        let mut mac = hmac(secret.as_slice());
        mac.update(&round.to_be_bytes());
        mac.finalize().into_bytes().into()
    };
    // 14 bits are 0–16383; values that are no key number are skipped rather than folded back.
    let drawn = move |round| -> [u16; 16] {
        let block = block(round);
        std::array::from_fn(|index| u16::from_be_bytes([block[2 * index], block[2 * index + 1]]) & 0x3fff)
    };
    (0..).flat_map(drawn).filter_map(|value| KeyNumber::new(value).ok())
}

fn hmac(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes a key of any length")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(byte: u8) -> KeyPress {
        KeyPress::new(&ServerKey::of_bytes([byte; 32]))
    }

    fn card(text: &str) -> KeyCardNumber {
        KeyCardNumber::parse(text).unwrap()
    }

    const SALT: CardSalt = CardSalt::new([9; 16]);

    #[test]
    fn a_card_has_148_different_numbers_in_order() {
        let numbers = press(1).key_numbers(&card("A123456789"), &SALT);
        assert!(numbers.is_sorted_by(|one, next| one < next));
        assert_eq!(numbers, press(1).key_numbers(&card("A123456789"), &SALT));
        // The numbers are spread over 0000–9999.
        assert!(numbers[0].get() < 1_000 && numbers[147].get() > 9_000);
    }

    #[test]
    fn the_printed_table_is_what_is_verified() {
        let press = press(1);
        let table = press.table(&card("A123456789"), &SALT);
        let numbers = press.key_numbers(&card("A123456789"), &SALT);
        assert_eq!(table.len(), 148);
        for (position, (number, key)) in KeyPosition::all().zip(&table) {
            assert_eq!(*number, numbers[usize::from(position.get())]);
            assert!(press.verify(&card("A123456789"), &SALT, position, key));
        }
        let next = KeyPosition::new(1).unwrap();
        assert!(!press.verify(&card("A123456789"), &SALT, next, &table[0].1));
    }

    #[test]
    fn another_server_key_number_or_salt_is_another_card() {
        let printed = |press: &KeyPress, number, salt| {
            let table = press.table(&card(number), &salt);
            table.iter().map(|(number, key)| format!("{number} {}", key.reveal())).collect::<Vec<_>>()
        };
        let ours = printed(&press(1), "A123456789", SALT);
        assert_ne!(ours, printed(&press(2), "A123456789", SALT));
        assert_ne!(ours, printed(&press(1), "A123456788", SALT));
        assert_ne!(ours, printed(&press(1), "A123456789", CardSalt::new([8; 16])));
    }
}
