//! Every way in which a private key could stand somewhere, and a search for all of them at once: whole or in part, as bytes in
//! either order, in base64 at each of its three places, in the alphabet for addresses, in hexadecimal, as a list of numbers.

use std::collections::HashMap;

use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD, Engine};

use super::judges::Court;

/// The bytes of a stretch that is searched for.
const STRETCH: usize = 24;
/// By how many bytes a needle is found at first.
const BEGINNING: usize = 8;

/// A private key by its secret numbers, each from the highest byte on.
pub struct Secret {
    pub name: String,
    pub numbers: Vec<Number>,
    /// The whole key, as PKCS#8 and as PKCS#1.
    pub whole: [Vec<u8>; 2],
}

/// A secret number of a key.
pub struct Number {
    pub name: &'static str,
    pub bytes: Vec<u8>,
}

impl Secret {
    /// A key (PKCS#8), taken apart by OpenSSL.
    pub fn of(court: &Court<'_>, name: &str, key: &[u8]) -> Self {
        court.keep("secret.key", key);
        let shown = court.openssl("pkey -inform DER -in secret.key -text -noout").said;
        court
            .openssl("pkey -inform DER -in secret.key -traditional -outform DER -out secret.pkcs1")
            .is_content();
        let number = |name: &'static str| {
            let lines = shown.split(&format!("\n{name}:\n")).nth(1).unwrap().lines();
            let digits: String = lines.take_while(|line| line.starts_with("    ")).collect();
            let bytes = digits.split([':', ' ']).filter(|pair| !pair.is_empty());
            let bytes: Vec<_> = bytes.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect();
            Number { name, bytes: bytes.into_iter().skip_while(|byte| *byte == 0).collect() }
        };
        let names = ["privateExponent", "prime1", "prime2", "exponent1", "exponent2", "coefficient"];
        let whole = [key.to_vec(), court.read("secret.pkcs1")];
        Self { name: name.to_owned(), numbers: names.map(number).into(), whole }
    }
}

/// What is searched for.
#[derive(Default)]
pub struct Search {
    by_beginning: HashMap<[u8; BEGINNING], Vec<Needle>>,
}

struct Needle {
    bytes: Vec<u8>,
    what: String,
}

impl Search {
    /// Searches for a key.
    pub fn add(&mut self, secret: &Secret) {
        for Number { name, bytes } in &secret.numbers {
            let middle = (bytes.len() - STRETCH) / 2;
            for from in [0, middle, bytes.len() - STRETCH] {
                let stretch = &bytes[from..from + STRETCH];
                let turned: Vec<_> = stretch.iter().rev().copied().collect();
                for (order, bytes) in [("", stretch), (" from its lowest byte", turned.as_slice())] {
                    let what = format!("{name} of {}{order}", secret.name);
                    for (way, bytes) in written(bytes) {
                        self.needle(bytes, format!("{what}: {way}"));
                    }
                }
            }
        }
    }

    fn needle(&mut self, bytes: Vec<u8>, what: String) {
        let beginning = bytes[..BEGINNING].try_into().unwrap();
        self.by_beginning.entry(beginning).or_default().push(Needle { bytes, what });
    }

    /// What is found in some bytes, also where they are cut into lines or parted by colons.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<&str> {
        let joined: Vec<_> = bytes.iter().copied().filter(|byte| !b" \r\n\t:".contains(byte)).collect();
        let escaped: Vec<_> =
            String::from_utf8_lossy(&joined).replace("\\r", "").replace("\\n", "").into_bytes();
        let mut found = Vec::new();
        for bytes in [bytes, &joined, &escaped] {
            for (at, window) in bytes.windows(BEGINNING).enumerate() {
                let beginning: &[u8; BEGINNING] = window.try_into().unwrap();
                let begun = self.by_beginning.get(beginning).into_iter().flatten();
                found.extend(
                    begun.filter(|one| bytes[at..].starts_with(&one.bytes)).map(|one| one.what.as_str()),
                );
            }
        }
        found
    }
}

/// The ways in which bytes can be written that stand among others.
fn written(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let hex = |pair: fn(&u8) -> String| bytes.iter().map(pair).collect::<Vec<_>>().concat();
    let list = bytes.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let mut ways = vec![
        ("as bytes".to_owned(), bytes.to_vec()),
        ("in hexadecimal".to_owned(), hex(|byte| format!("{byte:02x}")).into_bytes()),
        ("in hexadecimal, in capitals".to_owned(), hex(|byte| format!("{byte:02X}")).into_bytes()),
        ("as a list of numbers".to_owned(), list.into_bytes()),
    ];
    for place in 0..3 {
        let shifted = [&vec![0; place], bytes].concat();
        for (alphabet, text) in [
            ("base64", BASE64_STANDARD_NO_PAD.encode(&shifted)),
            ("base64 for addresses", BASE64_URL_SAFE_NO_PAD.encode(&shifted)),
        ] {
            // The letters at either end say something of the neighbours too.
            let from = (place * 8).div_ceil(6);
            let until = shifted.len() * 8 / 6;
            ways.push((format!("in {alphabet}, at place {place}"), text.as_bytes()[from..until].to_vec()));
        }
    }
    ways
}
