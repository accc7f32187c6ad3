//! A signature in a PDF (`PAdES`, ETSI EN 319 142-1, level B-B): the file stays as it was, and what is signed is added behind
//! it as an update, over everything but the place of the signature itself. It signs files that were written here, whose
//! parts lie open; `pdf_signatures.rs` reads them, and those of others.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::outside::pki::PkiError;
use crate::outside::pki::authority::Authority;
use crate::outside::pki::holder::Holder;

/// The bytes that a signature may have at most; it has about half of them.
const PLACE: usize = 8_192;
/// The width of a number in the list of what is signed.
const DIGITS: usize = 10;
const RANGE: &str = "/ByteRange [0 ";
const CONTENTS: &str = "/Contents <";
const TIME: &str = "D:%Y%m%d%H%M%SZ";

/// What stands beside the signature.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Who signs.
    pub name: &'a str,
    /// What for.
    pub reason: &'a str,
    pub at: Timestamp,
}

/// Signs a PDF that was written here.
///
/// # Errors
/// [`PkiError`] when it is none, or can't be signed.
pub fn signed(pdf: &[u8], about: About<'_>, holder: &Holder, by: &Authority) -> Result<Vec<u8>, PkiError> {
    let mut file = with_place(pdf, about).ok_or(PkiError::Form(der::ErrorKind::Failed.into()))?;
    let place = find(&file, pdf.len(), CONTENTS.as_bytes()).expect("it was just written") + CONTENTS.len();
    let (before, after) = (place - 1, place + 2 * PLACE + 1);
    let range = find(&file, pdf.len(), RANGE.as_bytes()).expect("it was just written") + RANGE.len();
    let numbers = format!("{before:>DIGITS$} {after:>DIGITS$} {:>DIGITS$}", file.len() - after);
    file[range..range + numbers.len()].copy_from_slice(numbers.as_bytes());
    let cms = holder.beside(&[&file[..before], &file[after..]].concat(), by)?;
    let hex = hexadecimal(cms.iter().map(|byte| format!("{byte:02x}")));
    let space = file.get_mut(place..place + hex.len()).filter(|_| hex.len() <= 2 * PLACE);
    space.ok_or(PkiError::Form(der::ErrorKind::Overflow.into()))?.copy_from_slice(hex.as_bytes());
    Ok(file)
}

/// The file with an update that has a place for the signature. `None` when its parts are not found.
fn with_place(pdf: &[u8], about: About<'_>) -> Option<Vec<u8>> {
    let trailer = between(pdf, rfind(pdf, b"trailer")?, b"startxref")?;
    let end = rfind(pdf, b"startxref")? + b"startxref".len();
    let start: usize = std::str::from_utf8(&pdf[end..]).ok()?.split_whitespace().next()?.parse().ok()?;
    let trailer = std::str::from_utf8(trailer).ok()?;
    let (root, size) = (number_after(trailer, "/Root ")?, number_after(trailer, "/Size ")?);
    let catalog = object(pdf, root)?;
    let mut page = number_after(&catalog, "/Pages ")?;
    while let Some(first) = number_after(&object(pdf, page)?, "/Kids [") {
        page = first;
    }
    let (signature, field) = (size, size + 1);
    let filled = format!(
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached {RANGE}{} {} {}] {CONTENTS}{}> \
         /Name {} /Reason {} /M ({}) >>",
        " ".repeat(DIGITS),
        " ".repeat(DIGITS),
        " ".repeat(DIGITS),
        "0".repeat(2 * PLACE),
        text(about.name),
        text(about.reason),
        about.at.to_zoned(TimeZone::UTC).strftime(TIME),
    );
    let hidden = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T {} /V {signature} 0 R /F 130 /Rect [0 0 0 0] /P {page} 0 R >>",
        text("Underskrift")
    );
    let catalog = with_entry(&catalog, &format!("/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>"))?;
    let shown = with_entry(&object(pdf, page)?, &format!("/Annots [{field} 0 R]"))?;
    let mut file = pdf.to_vec();
    let mut listed = Vec::new();
    for (number, written) in [(root, catalog), (page, shown), (signature, filled), (field, hidden)] {
        file.push(b'\n');
        listed.push((number, file.len()));
        file.extend(format!("{number} 0 obj\n{written}\nendobj\n").bytes());
    }
    let table = file.len();
    file.extend(b"xref\n0 1\n0000000000 65535 f \n");
    for (number, at) in listed {
        file.extend(format!("{number} 1\n{at:010} 00000 n \n").bytes());
    }
    let others: String = ["/Info ", "/ID "].into_iter().filter_map(|entry| kept(trailer, entry)).collect();
    let size = size + 2;
    file.extend(
        format!(
            "trailer\n<< /Size {size} /Root {root} 0 R /Prev {start} {others}>>\nstartxref\n{table}\n%%EOF\n"
        )
        .bytes(),
    );
    Some(file)
}

/// A text in any letters.
fn text(words: &str) -> String {
    let units = hexadecimal(words.encode_utf16().map(|unit| format!("{unit:04X}")));
    format!("<FEFF{units}>")
}

fn hexadecimal(digits: impl Iterator<Item = String>) -> String {
    digits.collect::<Vec<_>>().concat()
}

/// What lies between the words that begin an object and those that end it.
fn object(pdf: &[u8], number: usize) -> Option<String> {
    let begins = format!("\n{number} 0 obj");
    let at = find(pdf, 0, begins.as_bytes())? + begins.len();
    let inner = between(pdf, at, b"endobj")?;
    std::str::from_utf8(inner).ok().map(|inner| inner.trim().to_owned())
}

/// A dictionary with one entry more.
fn with_entry(dictionary: &str, entry: &str) -> Option<String> {
    dictionary.strip_suffix(">>").map(|inner| format!("{inner} {entry} >>"))
}

/// An entry of a trailer up to the next one, with a blank.
fn kept(trailer: &str, entry: &str) -> Option<String> {
    let from = trailer.find(entry)?;
    let rest = &trailer[from + entry.len()..];
    let end = rest.find(['/', '>']).filter(|_| !rest.starts_with('['));
    let end = end.or_else(|| rest.find(']').map(|at| at + 1))?;
    Some(format!("{entry}{} ", rest[..end].trim()))
}

fn number_after(text: &str, words: &str) -> Option<usize> {
    let rest = text[text.find(words)? + words.len()..].trim_start();
    rest.split(|one: char| !one.is_ascii_digit()).next()?.parse().ok()
}

fn between<'b>(bytes: &'b [u8], from: usize, end: &[u8]) -> Option<&'b [u8]> {
    bytes.get(from..find(bytes, from, end)?)
}

fn find(bytes: &[u8], from: usize, words: &[u8]) -> Option<usize> {
    let at = bytes.get(from..)?.windows(words.len()).position(|window| window == words)?;
    Some(from + at)
}

fn rfind(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|window| window == words)
}
