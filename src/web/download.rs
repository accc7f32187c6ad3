//! A file that is no page: what a program fetches, or what somebody keeps.

use std::fs::File;
use std::sync::Arc;

use rocket::http::{ContentType, Header};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Sent};
use rocket::tokio;

use service::cases::certificates::bodies::FileKind;

/// A file.
#[derive(Debug)]
pub struct Download {
    kind: ContentType,
    name: Option<String>,
    bytes: Arc<Vec<u8>>,
}

impl Download {
    /// What a program fetches.
    pub fn fetched(kind: (&'static str, &'static str), bytes: Vec<u8>) -> Self {
        Self::shared(kind, Arc::new(bytes))
    }

    /// What many programs fetch, which lies in memory once.
    pub fn shared(kind: (&'static str, &'static str), bytes: Arc<Vec<u8>>) -> Self {
        Self { kind: ContentType::new(kind.0, kind.1), name: None, bytes }
    }

    /// What somebody keeps under a name.
    pub fn kept(name: String, kind: (&'static str, &'static str), bytes: Vec<u8>) -> Self {
        Self { name: Some(name), ..Self::fetched(kind, bytes) }
    }
}

/// How a certificate is handed out as a file.
#[derive(Clone, Copy, Debug)]
pub struct CertificateFile {
    pub kind: FileKind,
    /// The media type.
    pub media: (&'static str, &'static str),
}

/// The kind of file that an address names, which is also how its name ends.
pub fn certificate_file(ending: &str) -> Option<CertificateFile> {
    let (kind, media) = match ending {
        "cer" => (FileKind::Cer, ("application", "pkix-cert")),
        "pem" => (FileKind::Pem, ("application", "x-pem-file")),
        "p7b" => (FileKind::Chain, ("application", "x-pkcs7-certificates")),
        "p7m" => (FileKind::Renewal, ("application", "pkcs7-mime")),
        _ => return None,
    };
    Some(CertificateFile { kind, media })
}

/// A fingerprint as people compare it: pairs of hexadecimal digits.
pub fn fingerprint(bytes: [u8; 32]) -> String {
    bytes.map(|byte| format!("{byte:02X}")).join(" ")
}

/// Bytes that several answers may be reading.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<'r> Responder<'r, 'static> for Download {
    fn respond_to(self, _: &'r Request<'_>) -> Sent<'static> {
        let mut response = Response::build();
        response.header(self.kind);
        if let Some(name) = self.name {
            response.header(attachment(&name));
        }
        response.sized_body(self.bytes.len(), std::io::Cursor::new(Shared(self.bytes))).ok()
    }
}

/// A file of any size, which is read as it is sent.
pub struct LargeDownload {
    /// What somebody keeps it as.
    pub name: String,
    pub kind: ContentType,
    pub file: File,
}

impl<'r> Responder<'r, 'static> for LargeDownload {
    fn respond_to(self, _: &'r Request<'_>) -> Sent<'static> {
        Response::build()
            .header(self.kind)
            .header(attachment(&self.name))
            .sized_body(None, tokio::fs::File::from_std(self.file))
            .ok()
    }
}

fn attachment(name: &str) -> Header<'static> {
    Header::new("Content-Disposition", format!("attachment; filename=\"{name}\""))
}
