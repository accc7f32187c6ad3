//! The text in a mail (RFC 2045): what stands below its heads, in the letters and the encoding that they name; and the encrypted
//! part of a mail that somebody has as a file.

use base64::prelude::{BASE64_STANDARD, Engine};

const BASE64: &str = "Content-Transfer-Encoding: base64";
/// The letters on a line of base64 in a mail (RFC 2045 6.8).
const LINE: usize = 76;

/// The heads of a mail or of a part of it, and what stands below them; a text without heads is all below.
struct Entity<'t> {
    heads: Vec<(String, String)>,
    body: &'t [u8],
}

impl<'t> Entity<'t> {
    fn read(bytes: &'t [u8]) -> Self {
        let ends = [&b"\r\n\r\n"[..], b"\n\n"];
        let end = ends.iter().filter_map(|end| find(bytes, end).map(|at| (at, end.len()))).min();
        let Some((at, length)) = end else { return Self { heads: Vec::new(), body: bytes } };
        match heads(&String::from_utf8_lossy(&bytes[..at])) {
            Some(heads) => Self { heads, body: &bytes[at + length..] },
            None => Self { heads: Vec::new(), body: bytes },
        }
    }

    fn head(&self, name: &str) -> Option<&str> {
        let found = self.heads.iter().find(|(head, _)| head.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn decoded(&self) -> Option<Vec<u8>> {
        let encoding = self.head("Content-Transfer-Encoding").unwrap_or("8bit").to_ascii_lowercase();
        match encoding.trim() {
            "base64" => base64(self.body),
            "quoted-printable" => Some(quoted_printable(self.body)),
            _ => Some(self.body.to_vec()),
        }
    }
}

/// Heads, those on several lines as one. `None` for lines that are none.
fn heads(text: &str) -> Option<Vec<(String, String)>> {
    let mut heads: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let (true, Some(last)) = (line.starts_with([' ', '\t']), heads.last_mut()) {
            last.1 += line;
            continue;
        }
        let (name, value) = line.split_once(':')?;
        let is_name =
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if !is_name {
            return None;
        }
        heads.push((name.to_owned(), value.trim().to_owned()));
    }
    Some(heads)
}

/// An encrypted mail that somebody has as a file: with its heads (`.eml`) or without (`.p7m`).
pub struct MailFile {
    pub subject: Option<String>,
    pub from: Option<String>,
    /// The encrypted message (CMS).
    pub message: Vec<u8>,
}

/// Reads a file. `None` for a mail that is not encrypted.
pub fn mail_file(bytes: &[u8]) -> Option<MailFile> {
    if bytes.first() == Some(&0x30) {
        return Some(MailFile { subject: None, from: None, message: bytes.to_vec() });
    }
    let mail = Entity::read(bytes);
    let kind = mail.head("Content-Type")?.to_ascii_lowercase();
    if !kind.starts_with("application/pkcs7-mime") && !kind.starts_with("application/x-pkcs7-mime") {
        return None;
    }
    let head = |name| mail.head(name).map(str::to_owned);
    Some(MailFile { subject: head("Subject"), from: head("From"), message: mail.decoded()? })
}

/// A text as the inside of an encrypted mail.
pub fn inside(text: &str) -> Vec<u8> {
    let heads = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", ""];
    let lines = heads.into_iter().chain(text.lines()).flat_map(|line| [line, "\r\n"]);
    lines.collect::<String>().into_bytes()
}

/// A signed message (CMS) as the inside of an encrypted mail (RFC 8551 3.7).
pub fn signed(message: &[u8]) -> Vec<u8> {
    let heads =
        ["Content-Type: application/pkcs7-mime; smime-type=signed-data; name=\"smime.p7m\"", BASE64, ""];
    let packed = BASE64_STANDARD.encode(message).into_bytes();
    let mut whole = heads.map(|head| format!("{head}\r\n")).concat().into_bytes();
    for line in packed.chunks(LINE) {
        whole.extend(line);
        whole.extend(b"\r\n");
    }
    whole
}

/// The signed message inside an encrypted mail; `None` where it is not signed.
pub fn signed_message(inside: &[u8]) -> Option<Vec<u8>> {
    let entity = Entity::read(inside);
    let kind = entity.head("Content-Type")?.to_ascii_lowercase();
    let is_signed = kind.starts_with("application/pkcs7-mime") && kind.contains("signed-data");
    entity.decoded().filter(|_| is_signed)
}

/// The text inside an encrypted mail. What is no text is shown as it lies there.
pub fn text(inside: &[u8]) -> String {
    let entity = Entity::read(inside);
    let bytes = entity.decoded().unwrap_or_else(|| entity.body.to_vec());
    let is_latin =
        entity.head("Content-Type").is_some_and(|kind| kind.to_ascii_lowercase().contains("iso-8859-1"));
    if is_latin {
        return bytes.into_iter().map(char::from).collect();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn base64(bytes: &[u8]) -> Option<Vec<u8>> {
    let packed: Vec<u8> = bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64_STANDARD.decode(packed).ok()
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            decoded.push(byte);
        } else if let Some(after) = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")) {
            rest = after;
        } else if let Some(one) = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok())
            && let Ok(one) = u8::from_str_radix(one, 16)
        {
            decoded.push(one);
            rest = &rest[2..];
        } else {
            decoded.push(byte);
        }
    }
    decoded
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_its_encoding_and_letters() {
        assert_eq!(text(&inside("Kære Åse\nHej")), "Kære Åse\r\nHej\r\n");
        let quoted = b"Content-Type: text/plain;\r\n charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                       K=E6re=\r\n du";
        assert_eq!(text(quoted), "Kære du");
        assert_eq!(text(b"Content-Transfer-Encoding: base64\n\nSGVq\nIGR1\n"), "Hej du");
        assert_eq!(text("Hej\n\nmed dig".as_bytes()), "Hej\n\nmed dig", "no heads");
    }

    #[test]
    fn a_signed_message_lies_within_and_comes_out_whole() {
        let message = [7; 100];
        let inside = signed(&message);
        assert!(inside.split(|byte| *byte == b'\n').all(|line| line.len() <= 80));
        assert_eq!(signed_message(&inside).unwrap(), message);
        assert_eq!(signed_message(&super::inside("Hej")), None);
    }

    #[test]
    fn the_encrypted_part_of_a_file_is_found() {
        let mail = b"To: a@b.dk\nSubject: Hemmeligt\nContent-Type: application/x-pkcs7-mime; smime-type=enveloped-data\n\
                     Content-Transfer-Encoding: base64\n\nMIAG\nCQ==\n";
        let read = mail_file(mail).unwrap();
        assert_eq!((read.subject.as_deref(), read.message), (Some("Hemmeligt"), vec![0x30, 0x80, 6, 9]));
        assert_eq!(mail_file(b"\x30\x80").unwrap().message, [0x30, 0x80]);
        for wrong in [&b""[..], b"Hej", b"Content-Type: text/plain\n\nHej"] {
            assert!(mail_file(wrong).is_none());
        }
    }
}
