//! Bytes of DER put together by hand: for long lists, which would take many times their size as values, and for what no
//! type here describes.

/// The tags that are written here.
pub mod tag {
    pub const INTEGER: u8 = 0x02;
    pub const BIT_STRING: u8 = 0x03;
    pub const OCTET_STRING: u8 = 0x04;
    pub const ENUMERATED: u8 = 0x0a;
    pub const SEQUENCE: u8 = 0x30;

    /// A field with a number of its own that wraps another value.
    pub const fn wrapping(number: u8) -> u8 {
        0xa0 | number
    }

    /// A field with a number of its own that stands in place of the value's tag.
    pub const fn in_place(number: u8) -> u8 {
        0x80 | number
    }
}

/// The most bytes before a value that fits into memory.
const LONGEST_HEAD: usize = 10;

/// One value: its tag, its length, and its parts one after the other.
pub fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = Vec::with_capacity(length + LONGEST_HEAD);
    bytes.extend(head(tag, length));
    for part in parts {
        bytes.extend_from_slice(part);
    }
    bytes
}

/// What stands before so many bytes of a value: its tag and its length.
pub fn head(tag: u8, length: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(LONGEST_HEAD);
    bytes.push(tag);
    let big_endian = length.to_be_bytes();
    let digits = &big_endian[big_endian.iter().take_while(|byte| **byte == 0).count()..];
    match digits {
        [] => bytes.push(0),
        [one] if *one < 0x80 => bytes.push(*one),
        digits => {
            bytes.push(0x80 | u8::try_from(digits.len()).expect("a length has eight bytes at most"));
            bytes.extend_from_slice(digits);
        }
    }
    bytes
}

/// A whole number that is not negative.
pub fn number(number: u64) -> Vec<u8> {
    let big_endian = number.to_be_bytes();
    let zeros = big_endian.iter().take_while(|byte| **byte == 0).count().min(7);
    let digits = &big_endian[zeros..];
    let sign: &[u8] = if digits[0] >= 0x80 { &[0] } else { &[] };
    value(tag::INTEGER, &[sign, digits])
}

/// Bits of which none at the end is unused.
pub fn bits(bytes: &[u8]) -> Vec<u8> {
    value(tag::BIT_STRING, &[&[0], bytes])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_numbers_are_as_short_as_der_asks() {
        assert_eq!(value(tag::SEQUENCE, &[]), [0x30, 0]);
        assert_eq!(value(tag::OCTET_STRING, &[&[7; 127]])[..2], [4, 127]);
        assert_eq!(value(tag::OCTET_STRING, &[&[7; 100], &[7; 28]])[..3], [4, 0x81, 128]);
        assert_eq!(value(tag::OCTET_STRING, &[&[7; 256]])[..4], [4, 0x82, 1, 0]);
        assert_eq!(number(0), [2, 1, 0]);
        assert_eq!(number(127), [2, 1, 127]);
        assert_eq!(number(128), [2, 2, 0, 128]);
        assert_eq!(number(0x1000_0001), [2, 4, 0x10, 0, 0, 1]);
        assert_eq!(number(u64::MAX)[..3], [2, 9, 0]);
    }
}
