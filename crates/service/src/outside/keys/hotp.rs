//! HOTP: a one-time password of six digits from a secret and a counter (RFC 4226).

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use zeroize::Zeroize;

/// The six-digit value of RFC 4226, section 5.3: HMAC-SHA-1, four bytes from where its last half byte points.
pub(super) fn hotp(secret: &[u8], counter: u64) -> u32 {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("HMAC takes a key of any length");
    mac.update(&counter.to_be_bytes());
    let mut digest: [u8; 20] = mac.finalize().into_bytes().into();
    let from = usize::from(digest[19] & 0x0f);
    let word = u32::from_be_bytes([digest[from], digest[from + 1], digest[from + 2], digest[from + 3]]);
    digest.zeroize();
    (word & 0x7fff_ffff) % 1_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hotp_gives_the_values_of_rfc_4226_appendix_d() {
        let expected =
            [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
        for (counter, value) in (0..).zip(expected) {
            assert_eq!(hotp(b"12345678901234567890", counter), value);
        }
    }
}
