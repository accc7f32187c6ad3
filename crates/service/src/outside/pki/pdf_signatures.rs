//! Finds the signatures in a PDF (ISO 32000-1 12.8), whoever wrote the file. Each names the bytes that it is over: all up to its own
//! place and from there on. That place may hold nothing but the signature, so that nobody hides anything in it.
//!
//! ```text
//!  %PDF-1.7 … /ByteRange [0 b c d] … /Contents <308006…0000> … %%EOF   added later
//!  └──────── from 0, b bytes ─────────────────┘└── place ──┘└ d bytes ┘
//!                                              b           c
//! ```

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use crate::outside::pki::cms::CmsSignature;

const RANGE: &[u8] = b"/ByteRange";
const TIME: &[u8] = b"/M";
/// The digits of a time: year to second.
const TIME_DIGITS: usize = 14;

/// A signature in a file.
pub struct PdfSignature {
    pub cms: CmsSignature,
    /// When it was signed, as the file or the signature says.
    pub at: Option<Timestamp>,
    /// Whether what it is over is as it was signed; `None` where that can't be told.
    pub is_intact: Option<bool>,
    /// Whether it is over the whole file.
    pub is_whole: bool,
}

/// What signatures a file has.
pub enum Signatures {
    /// It has none.
    None,
    /// It has a place for one that holds no signature, or names bytes that it does not have.
    Broken,
    /// It has more than are looked at.
    TooMany,
    /// It has these, in their order.
    Found(Vec<PdfSignature>),
}

/// Looks for signatures, of which at most `most` are read.
pub fn signatures(file: &[u8], most: usize) -> Signatures {
    let places: Vec<_> = find_all(file, RANGE).take(most + 1).collect();
    if places.is_empty() {
        return Signatures::None;
    }
    if places.len() > most {
        return Signatures::TooMany;
    }
    let read: Option<Vec<_>> = places.into_iter().map(|at| signature(file, at)).collect();
    read.map_or(Signatures::Broken, Signatures::Found)
}

fn signature(file: &[u8], place: usize) -> Option<PdfSignature> {
    let [0, before, after, rest] = numbers(&file[place + RANGE.len()..])? else { return None };
    let end = after.checked_add(rest).filter(|end| *end <= file.len())?;
    let hex = file.get(before..after)?.strip_prefix(b"<")?.strip_suffix(b">")?;
    let bytes = unhexed(hex)?;
    let cms = CmsSignature::read(&bytes)?;
    // What is behind the signature in its place is filled up, and says nothing.
    if bytes[cms.length..].iter().any(|byte| *byte != 0) {
        return None;
    }
    let content = [&file[..before], &file[after..end]].concat();
    let at = time(&file[..end], place).or(cms.at);
    let is_intact = cms.is_over(&content);
    Some(PdfSignature { cms, at, is_intact, is_whole: end == file.len() })
}

/// The four numbers of a list.
fn numbers(text: &[u8]) -> Option<[usize; 4]> {
    let list = text.trim_ascii_start().strip_prefix(b"[")?;
    let end = list.iter().take(100).position(|byte| *byte == b']')?;
    let list = std::str::from_utf8(&list[..end]).ok()?;
    let numbers: Option<Vec<_>> = list.split_ascii_whitespace().map(|one| one.parse().ok()).collect();
    numbers?.try_into().ok()
}

fn unhexed(hex: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pairs = hex.chunks(2).map(|pair| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    pairs.collect()
}

/// The time that stands beside the signature, in the same object and among the bytes that it is over.
fn time(signed: &[u8], place: usize) -> Option<Timestamp> {
    let object = &signed[rfind(&signed[..place], b" obj")?..];
    let object = &object[..find_all(object, b"endobj").next()?];
    find_all(object, TIME).find_map(|at| moment(&string(object[at + TIME.len()..].trim_ascii_start())?))
}

/// A string (ISO 32000-1 7.3.4), of which some programs write each sign by its number.
fn string(text: &[u8]) -> Option<String> {
    if let Some(hex) = text.strip_prefix(b"<") {
        let end = hex.iter().position(|byte| *byte == b'>')?;
        return String::from_utf8(unhexed(&hex[..end])?).ok();
    }
    let mut rest = text.strip_prefix(b"(")?;
    let mut read = Vec::new();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b')' => return String::from_utf8(read).ok(),
            b'\\' => {
                let digits = rest.iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
                let (escaped, after) = rest.split_at_checked(digits.max(1))?;
                let number =
                    std::str::from_utf8(escaped).ok().and_then(|digits| u8::from_str_radix(digits, 8).ok());
                read.push(number.unwrap_or(escaped[0]));
                rest = after;
            }
            byte => read.push(byte),
        }
    }
    None
}

/// A time as PDF writes it: `D:20190304080000Z`, or with the difference from UTC.
fn moment(text: &str) -> Option<Timestamp> {
    let (digits, zone) = text.strip_prefix("D:")?.split_at_checked(TIME_DIGITS)?;
    let at = DateTime::strptime("%Y%m%d%H%M%S", digits).ok()?;
    let sign = match zone.chars().next() {
        None | Some('Z') => 0,
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let mut parts = zone.get(1..).unwrap_or_default().split('\'').filter(|part| !part.is_empty());
    let mut part = || parts.next().map_or(Some(0), |digits| digits.parse::<i32>().ok());
    let seconds = if sign == 0 { 0 } else { sign * (part()? * 3_600 + part()? * 60) };
    let zone = TimeZone::fixed(Offset::from_seconds(seconds).ok()?);
    at.to_zoned(zone).ok().map(|at| at.timestamp())
}

fn find_all<'b>(bytes: &'b [u8], words: &'b [u8]) -> impl Iterator<Item = usize> + 'b {
    bytes.windows(words.len()).enumerate().filter(move |(_, window)| *window == words).map(|(at, _)| at)
}

fn rfind(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_its_difference_from_utc() {
        let read = |text: &str| {
            let time = string(text.as_bytes()).and_then(|time| moment(&time));
            time.map(|at| at.to_string())
        };
        assert_eq!(read("(D:20190304080000Z)").as_deref(), Some("2019-03-04T08:00:00Z"));
        assert_eq!(read("(D\\07220190304080000)").as_deref(), Some("2019-03-04T08:00:00Z"));
        assert_eq!(read("<443A3230313930333034303830303030>").as_deref(), Some("2019-03-04T08:00:00Z"));
        assert_eq!(read("(D:20190304080000+01'00')").as_deref(), Some("2019-03-04T07:00:00Z"));
        assert_eq!(read("(D:20190304080000-02'30')").as_deref(), Some("2019-03-04T10:30:00Z"));
        for wrong in [
            "",
            "(",
            "(D:2019)",
            "(D:20191304080000Z)",
            "(D:20190304080000x)",
            "(D:20190304080000+99'00')",
            "(D:2019\\",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_place_without_a_signature_or_beyond_the_file_is_broken() {
        let found = |file: &str| match signatures(file.as_bytes(), 2) {
            Signatures::None => "none",
            Signatures::Broken => "broken",
            Signatures::TooMany => "too many",
            Signatures::Found(_) => "found",
        };
        assert_eq!(found("%PDF-1.7 …"), "none");
        for wrong in [
            "/ByteRange",
            "/ByteRange [0 1 2]",
            "/ByteRange [0 1 2 3 4]",
            "/ByteRange [0 10 20 99999]",
            "/ByteRange [1 10 20 3] <00000000000000>",
            "/ByteRange [0 18446744073709551615 18446744073709551615 1]",
            "/ByteRange [0 23 27 0] <>  ",
            "/ByteRange [-1 0 0 0]",
        ] {
            assert_eq!(found(wrong), "broken", "{wrong}");
        }
        assert_eq!(found(&"/ByteRange ".repeat(3)), "too many");
    }
}
