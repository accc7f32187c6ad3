//! The files that pages refer to: our own style, script and logo from `static/`, and what `build.rs` took
//! from the design system. They are embedded in the program; a debug build reads them from disk. A browser gets the copy
//! that was pressed at build time, by brotli or gzip, if it takes one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rocket::get;
use rocket::http::{ContentType, Header, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::web::encoding::Coding;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Own;

/// The design system's files.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/static/"]
struct Design;

/// What `build/press.mjs` made of both: the style sheet, the icons that are used, and of each text file two pressed copies
/// that bear the beginning of its hash, so that none is taken for a file that has changed since.
#[derive(RustEmbed)]
#[folder = "$OUT_DIR/pressed/"]
struct Pressed;

/// Path of each file and the beginning of its hash, so that a changed file has a changed address.
static VERSIONS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    Own::iter()
        .chain(Pressed::iter().filter(|path| !is_copy(path)))
        .chain(Design::iter())
        .filter_map(|path| Some((path.to_string(), version(&find(&path)?))))
        .collect()
});

fn find(path: &str) -> Option<EmbeddedFile> {
    let pressed = || Pressed::get(path).filter(|_| !is_copy(path));
    Own::get(path).or_else(pressed).or_else(|| Design::get(path))
}

/// Whether it is a copy that only stands for a file.
fn is_copy(path: &str) -> bool {
    [Coding::Brotli, Coding::Gzip]
        .iter()
        .any(|coding| Path::new(path).extension().is_some_and(|end| end == coding.ending()))
}

/// The pressed copy of a file in one form.
fn copy(name: &str, version: &str, coding: Coding) -> Option<EmbeddedFile> {
    Pressed::get(&format!("{name}.{version}.{}", coding.ending()))
}

fn version(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    format!("{:016x}", u64::from_be_bytes(*hash.first_chunk().unwrap_or(&[0; 8])))
}

/// The address of a file below `static/`, for a template; `None` if there is none.
pub fn address(path: &str) -> Option<String> {
    VERSIONS.get(path).map(|version| format!("/static/{path}?v={version}"))
}

/// A file, with its type and how long it may be kept.
pub struct Asset {
    name: String,
    file: EmbeddedFile,
    kind: ContentType,
    version: String,
}

/// Serves a file below `static/`.
#[get("/static/<path..>", rank = 20)]
pub fn file(path: PathBuf) -> Option<Asset> {
    let name = path.iter().map(|part| part.to_str()).collect::<Option<Vec<_>>>()?.join("/");
    let file = find(&name)?;
    let version = version(&file);
    Some(Asset { kind: kind(&path), version, file, name })
}

fn kind(path: &Path) -> ContentType {
    path.extension()
        .and_then(|extension| ContentType::from_extension(extension.to_str()?))
        .unwrap_or(ContentType::Binary)
}

impl<'r> Responder<'r, 'static> for Asset {
    fn respond_to(self, request: &'r Request<'_>) -> Result<'static> {
        let copies = [Coding::Brotli, Coding::Gzip]
            .map(|coding| copy(&self.name, &self.version, coding).map(|file| (coding, file)));
        let has_copies = copies.iter().any(Option::is_some);
        let chosen = copies.into_iter().flatten().find(|(coding, _)| coding.is_taken_by(request));
        let tag = match &chosen {
            Some((coding, _)) => format!("\"{}-{}\"", self.version, coding.word()),
            None => format!("\"{}\"", self.version),
        };
        let asked = request.uri().query().is_some_and(|query| query.as_str().ends_with(&self.version));
        // In a debug build files change under a running program.
        let keep = if asked && !cfg!(debug_assertions) {
            "public, max-age=31536000, immutable"
        } else {
            "public, max-age=3600, must-revalidate"
        };
        let mut response = Response::build();
        response.header(Header::new("Cache-Control", keep)).header(Header::new("ETag", tag.clone()));
        if has_copies {
            response.header(Header::new("Vary", "Accept-Encoding"));
        }
        if request.headers().get("If-None-Match").any(|known| known == tag) {
            return response.status(Status::NotModified).ok();
        }
        if let Some((coding, _)) = &chosen {
            response.header(Header::new("Content-Encoding", coding.word()));
        }
        let data = chosen.map_or(self.file, |(_, file)| file).data.into_owned();
        response.header(self.kind).sized_body(data.len(), std::io::Cursor::new(data)).ok()
    }
}
