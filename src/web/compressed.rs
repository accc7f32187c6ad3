//! Pages and JSON are compressed on their way out, unless another site could learn from their size.
//!
//! Who sees how long encrypted answers are, and has a browser ask for addresses of their own choice, can guess what else
//! stands on a page, byte for byte (BREACH): what they chose is shown again beside a secret, and the answer is shortest
//! when both agree. So an answer under TLS is compressed only when the browser says that no other site asked for it
//! (`Sec-Fetch-Site`), which every browser says under https. Without TLS there is nothing to guess: who sees the length
//! sees the page. Files below `/static` hold no secret.

use std::io::{Cursor, Write};

use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::Compression;
use flate2::write::GzEncoder;
use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::request::Request;
use rocket::response::Response;

use crate::web::encoding::Coding;

/// The shortest answer for which it is worth the time: what fits into one packet is as fast without.
const SHORTEST: usize = 1_024;
/// As much as is gained quickly, as gzip and as Brotli, which gains a tenth more.
const LEVEL: u32 = 4;
const QUALITY: i32 = 5;
/// Two to this power is as far as Brotli looks back: further than any page is long.
const WINDOW: i32 = 16;

/// Compresses what is worth it.
pub struct Compressed {
    behind_tls: bool,
}

impl Compressed {
    /// For a site whose visitors come by https, or not.
    pub const fn behind_tls(behind_tls: bool) -> Self {
        Self { behind_tls }
    }

    /// Whether nobody can learn anything from how long the answer is.
    fn tells_nothing(&self, request: &Request<'_>) -> bool {
        let site = request.headers().get_one("Sec-Fetch-Site");
        !self.behind_tls || site.is_some_and(|site| matches!(site, "same-origin" | "none"))
    }
}

fn is_text(response: &Response<'_>) -> bool {
    response.content_type().is_some_and(|kind| kind.is_html() || kind.is_json() || kind.is_csv())
}

#[rocket::async_trait]
impl Fairing for Compressed {
    fn info(&self) -> Info {
        Info { name: "compressed pages", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if !is_text(response) || response.headers().contains("Content-Encoding") {
            return;
        }
        response.adjoin_raw_header("Vary", "Accept-Encoding, Sec-Fetch-Site");
        let long = response.body().preset_size().is_some_and(|size| size >= SHORTEST);
        let taken = [Coding::Brotli, Coding::Gzip].into_iter().find(|coding| coding.is_taken_by(request));
        let Some(coding) = taken.filter(|_| long && self.tells_nothing(request)) else { return };
        let Ok(plain) = response.body_mut().to_bytes().await else { return };
        let Ok(pressed) = press(coding, &plain) else {
            response.set_sized_body(plain.len(), Cursor::new(plain));
            return;
        };
        response.set_header(Header::new("Content-Encoding", coding.word()));
        response.set_sized_body(pressed.len(), Cursor::new(pressed));
    }
}

fn press(coding: Coding, plain: &[u8]) -> std::io::Result<Vec<u8>> {
    match coding {
        Coding::Brotli => brotli(plain),
        Coding::Gzip => gzip(plain),
    }
}

fn brotli(mut plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut pressed = Vec::with_capacity(plain.len() / 3);
    let how = BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: plain.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut plain, &mut pressed, &how)?;
    Ok(pressed)
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::new(LEVEL));
    encoder.write_all(plain)?;
    encoder.finish()
}
