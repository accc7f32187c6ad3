//! Brings the design system into the program: asks npm for the locked packages when they are not there, and
//! lays what the pages need of them (style sheet, icons, letters of the typeface) into `OUT_DIR/static`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

/// The faces of IBM Plex Sans that `static/app.css` names; "Latin1" holds all Danish and English letters.
const FACES: [&str; 4] = ["Regular-Latin1", "Italic-Latin1", "SemiBold-Latin1", "Bold-Latin1"];

/// The faces that letters are written in, whole, because a PDF takes no woff2.
const LETTER_FACES: [&str; 2] = ["Regular", "SemiBold"];

fn main() -> ExitCode {
    for watched in ["build.rs", "package.json", "package-lock.json", "node_modules/dkfds/package.json"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rerun-if-changed=templates/texts");
    println!("cargo::rerun-if-changed=db/migrations");
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=templates");
        println!("cargo::rerun-if-changed=static");
    }
    match prepare() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={sentence}");
            ExitCode::FAILURE
        }
    }
}

fn prepare() -> Result<(), String> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names no project folder")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no output folder")?);
    if !holds_locked_packages(&root).map_err(|e| format!("package-lock.json cannot be read: {e}"))? {
        fetch_packages(&root)?;
    }
    let from = root.join("node_modules/dkfds/dist");
    lay_out(&from, &out.join("static"))
        .and_then(|()| lay_out_letter_faces(&from, &out.join("fonts")))
        .map_err(|e| format!("the design system in {} cannot be copied: {e}", from.display()))
}

/// Whether `node_modules` has each package of the lock file in the locked version.
fn holds_locked_packages(root: &Path) -> io::Result<bool> {
    let lock = fs::read_to_string(root.join("package-lock.json"))?;
    let mut lines = lock.lines().map(str::trim);
    while let Some(line) = lines.next() {
        let Some(folder) = line.strip_prefix("\"node_modules/").and_then(|rest| rest.strip_suffix("\": {"))
        else {
            continue;
        };
        let Some(version) = lines.next() else { return Ok(false) };
        let package = root.join("node_modules").join(folder).join("package.json");
        let installed = fs::read_to_string(package).unwrap_or_default();
        if !installed.contains(version.trim_end_matches(',')) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn fetch_packages(root: &Path) -> Result<(), String> {
    let run = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(root)
        .output();
    match run {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => Err(format!(
            "`npm ci` could not fetch the design system ({}). Is there a network?",
            String::from_utf8_lossy(&done.stderr).lines().next().unwrap_or("no reason given")
        )),
        Err(e) if e.kind() == io::ErrorKind::NotFound => {
            Err("npm is missing: install Node.js 20 or newer, which brings npm, and build again.".into())
        }
        Err(e) => Err(format!("npm cannot be started: {e}")),
    }
}

fn lay_out(from: &Path, to: &Path) -> io::Result<()> {
    let style = without_faces(&fs::read_to_string(from.join("css/dkfds-virkdk.min.css"))?);
    for folder in ["dkfds/css", "dkfds/img/svg-icons", "fonts"] {
        fs::create_dir_all(to.join(folder))?;
    }
    for icon in icons_of(&style) {
        fs::copy(from.join("img/svg-icons").join(icon), to.join("dkfds/img/svg-icons").join(icon))?;
    }
    fs::copy(from.join("img/all-svg-icons.svg"), to.join("dkfds/icons.svg"))?;
    for face in FACES {
        let name = format!("IBMPlexSans-{face}.woff2");
        fs::copy(from.join("fonts/IBMPlexSans/split/woff2").join(&name), to.join("fonts").join(&name))?;
    }
    fs::write(to.join("dkfds/css/dkfds.css"), style)
}

fn lay_out_letter_faces(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for face in LETTER_FACES {
        let name = format!("IBMPlexSans-{face}.ttf");
        fs::copy(from.join("fonts/IBMPlexSans/complete/ttf").join(&name), to.join(&name))?;
    }
    Ok(())
}

/// The style sheet without its own `@font-face` rules and source map: Chromium would load the larger .woff of them.
fn without_faces(style: &str) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(start) = rest.find("@font-face") {
        kept.push_str(&rest[..start]);
        let end = rest[start..].find('}').map_or(rest.len(), |end| start + end + 1);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept.lines().filter(|line| !line.starts_with("/*# sourceMappingURL")).collect::<Vec<_>>().join("\n")
}

/// The names of the icons that the style sheet refers to.
fn icons_of(style: &str) -> impl Iterator<Item = &str> {
    style.split("img/svg-icons/").skip(1).filter_map(|rest| {
        let name = &rest[..rest.find([')', '"', '\''])?];
        (!name.contains('#')).then_some(name)
    })
}
