//! A private key of a certificate: RSA with 2048 bits, as OCES has them. What it signs is signed with SHA-256 (RFC 8017
//! 8.2), blinded against who measures how long it takes.

use der::Encode;
use rsa::pkcs1v15::{Signature, SigningKey, VerifyingKey};
use rsa::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey};
use rsa::signature::{Keypair, SignatureEncoding, Signer, Verifier};
use sha2::Sha256;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use zeroize::Zeroizing;

use crate::outside::chance::Chance;
use crate::outside::pki::PkiError;

const BITS: usize = 2048;

/// A private key.
pub struct RsaKey {
    key: rsa::PrivateKey,
}

impl RsaKey {
    /// Makes a key; it takes some ten milliseconds.
    ///
    /// # Errors
    /// [`PkiError::PrivateKey`] when no primes are found.
    pub fn make(chance: &Chance) -> Result<Self, PkiError> {
        rsa::PrivateKey::new(&mut chance.branch(), BITS).map(|key| Self { key }).map_err(told)
    }

    /// Reads a key from its bytes (PKCS#8).
    ///
    /// # Errors
    /// [`PkiError::PrivateKey`] when they are no key.
    pub fn read(bytes: &[u8]) -> Result<Self, PkiError> {
        rsa::PrivateKey::from_pkcs8_der(bytes).map(|key| Self { key }).map_err(told)
    }

    /// Its bytes (PKCS#8), to be sealed.
    ///
    /// # Errors
    /// [`PkiError::PrivateKey`] when they can't be written.
    pub fn bytes(&self) -> Result<Zeroizing<Vec<u8>>, PkiError> {
        let document = self.key.to_pkcs8_der().map_err(told)?;
        Ok(Zeroizing::new(document.as_bytes().to_vec()))
    }

    /// The public key, as a certificate names it.
    ///
    /// # Errors
    /// [`PkiError::PublicKey`] when it can't be written.
    pub fn public(&self) -> Result<SubjectPublicKeyInfoOwned, PkiError> {
        Ok(SubjectPublicKeyInfoOwned::from_key(&self.signer().verifying_key())?)
    }

    /// Signs bytes. The same bytes always get the same signature.
    ///
    /// # Errors
    /// [`PkiError::PrivateKey`] when the system gives no random numbers.
    pub fn sign(&self, content: &[u8]) -> Result<Vec<u8>, PkiError> {
        self.signer().try_sign(content).map(|signature| signature.to_vec()).map_err(told)
    }

    /// Decrypts what was encrypted to the key (PKCS#1 v1.5). What was not gives bytes that nobody can foretell, so that nobody
    /// learns which it was; `None` only for what no key of this length encrypts.
    pub fn decrypt(&self, encrypted: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.key.pkcs1v15_decrypt(encrypted).ok().map(Zeroizing::new)
    }

    /// The key as what signs certificates.
    pub(super) fn signer(&self) -> SigningKey<Sha256> {
        SigningKey::new(self.key.clone())
    }
}

/// Encrypts a short text to the holder of a public key (PKCS#1 v1.5).
///
/// # Errors
/// [`PkiError::PrivateKey`] when it is no RSA key.
pub fn encrypted(
    public: &SubjectPublicKeyInfoOwned,
    text: &[u8],
    chance: &Chance,
) -> Result<Vec<u8>, PkiError> {
    let key = rsa::PublicKey::from_public_key_der(&public.to_der()?).map_err(told)?;
    key.pkcs1v15_encrypt_with_rng(&mut chance.branch(), text).map_err(told)
}

/// Whether the holder of a public key signed bytes.
pub fn is_signed(public: &SubjectPublicKeyInfoOwned, content: &[u8], signature: &[u8]) -> bool {
    let Ok(signature) = Signature::try_from(signature) else { return false };
    let key = public.to_der().ok().and_then(|bytes| rsa::PublicKey::from_public_key_der(&bytes).ok());
    key.is_some_and(|key| VerifyingKey::<Sha256>::new(key).verify(content, &signature).is_ok())
}

/// An error of the key, which says nothing of the key itself.
fn told(error: impl std::fmt::Display) -> PkiError {
    PkiError::PrivateKey(error.to_string())
}
