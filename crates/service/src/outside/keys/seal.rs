//! Sealing: the content of a letter is readable only with the server key, and only as the letter that it was
//! sealed for.

use std::fmt;
use std::sync::Arc;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::keys::server_key::{Label, ServerKey};

const NONCE_BYTES: usize = 24;

/// A sealed text: a nonce of 24 bytes and the ciphertext of XChaCha20-Poly1305.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Takes stored bytes; whether they are complete is checked when they are opened.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes, for the store.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

/// The sealed text can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a sealed text can't be opened: it was altered, or sealed for something else or under another server key"
)]
pub struct SealError;

/// Seals and opens under the server key.
pub struct Seals {
    cipher: XChaCha20Poly1305,
    nonces: Zeroizing<[u8; 32]>,
    chance: Arc<Chance>,
}

impl Seals {
    /// The seals of this server key.
    pub fn new(key: &ServerKey, chance: Arc<Chance>) -> Self {
        let letters = key.subkey(Label::Letters);
        let cipher = XChaCha20Poly1305::new((&*letters).into());
        Self { cipher, nonces: key.subkey(Label::Nonces), chance }
    }

    /// Seals a text for one context, such as `letter:17`; it can't be opened for another one.
    ///
    /// # Panics
    /// Never for a text that fits into memory: the cipher's limit is 256 GiB.
    pub fn seal(&self, context: &str, plain: &[u8]) -> Sealed {
        let nonce = self.nonce(context, plain);
        let payload = Payload { msg: plain, aad: context.as_bytes() };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload).expect("no letter has 256 GiB");
        Sealed([nonce.as_slice(), &sealed].concat())
    }

    /// Opens a text that was sealed for this context.
    ///
    /// # Errors
    /// [`SealError`] if it was altered, or sealed for another context or under another server key.
    pub fn open(&self, context: &str, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let (nonce, body) = sealed.0.split_first_chunk::<NONCE_BYTES>().ok_or(SealError)?;
        let payload = Payload { msg: body, aad: context.as_bytes() };
        let plain = self.cipher.decrypt(&XNonce::from(*nonce), payload);
        plain.map(Zeroizing::new).map_err(|_| SealError)
    }

    /// A random nonce mixed with the text: even if the random numbers repeat, as seeded ones do, no two
    /// different texts are ever sealed with the same nonce.
    fn nonce(&self, context: &str, plain: &[u8]) -> [u8; NONCE_BYTES] {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.nonces.as_slice())
            .expect("HMAC takes a key of any length");
        mac.update(&self.chance.bytes::<32>());
        mac.update(&(context.len() as u64).to_be_bytes());
        mac.update(context.as_bytes());
        mac.update(plain);
        let mixed: [u8; 32] = mac.finalize().into_bytes().into();
        std::array::from_fn(|index| mixed[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seals(key: u8, seed: u64) -> Seals {
        Seals::new(&ServerKey::of_bytes([key; 32]), Arc::new(Chance::seeded(seed)))
    }

    #[test]
    fn opens_only_as_what_it_was_sealed_for() {
        let ours = seals(1, 1);
        let sealed = ours.seal("letter:17", "Din kode er 042042".as_bytes());
        assert_eq!(*ours.open("letter:17", &sealed).unwrap(), "Din kode er 042042".as_bytes());
        assert_eq!(ours.open("letter:18", &sealed).err(), Some(SealError));
        assert_eq!(seals(2, 1).open("letter:17", &sealed).err(), Some(SealError));
    }

    #[test]
    fn any_altered_byte_shows() {
        let ours = seals(1, 1);
        let sealed = ours.seal("letter:17", b"042042");
        for index in 0..sealed.as_bytes().len() {
            let mut bytes = sealed.as_bytes().to_vec();
            bytes[index] ^= 1;
            assert!(ours.open("letter:17", &Sealed::new(bytes)).is_err());
        }
        assert!(ours.open("letter:17", &Sealed::new(vec![0; 10])).is_err());
        assert!(!sealed.as_bytes().windows(6).any(|window| window == b"042042"));
    }

    #[test]
    fn the_same_text_never_looks_the_same_and_repeated_chance_does_no_harm() {
        let ours = seals(1, 1);
        assert_ne!(ours.seal("letter:17", b"042042"), ours.seal("letter:17", b"042042"));
        let (one, other) = (seals(1, 5).seal("letter:1", b"042042"), seals(1, 5).seal("letter:1", b"042043"));
        assert_ne!(one.as_bytes()[..NONCE_BYTES], other.as_bytes()[..NONCE_BYTES]);
    }
}
