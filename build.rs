//! Brings the design system into the program: lays what the pages need of it (style sheet, icons, typeface) into
//! `OUT_DIR/static`, and makes what a browser gets of it and of our own files small, into `OUT_DIR/pressed`.

#[path = "build/colours.rs"]
mod colours;
#[path = "build/design_system.rs"]
mod design_system;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

/// The faces of IBM Plex Sans that `static/app.css` names; "Latin1" holds all Danish and English letters.
const FACES: [&str; 3] = ["Regular-Latin1", "Italic-Latin1", "SemiBold-Latin1"];

/// What decides how the design system is laid out.
const RECIPE: &str = concat!(include_str!("build.rs"), include_str!("build/colours.rs"));

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=templates/texts");
    println!("cargo::rerun-if-changed=static");
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=templates");
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
    design_system::provide(&root, &out.join("static"), RECIPE, lay_out)?;
    press(&root, &out)
}

/// Makes the files that a browser gets small, from those of the design system and our own ones (`build/press.mjs`). While
/// nothing that they are made of has changed, neither Node.js nor `node_modules` is looked at.
fn press(root: &Path, out: &Path) -> Result<(), String> {
    let (pressed, stamp) = (out.join("pressed"), out.join("pressed.stamp"));
    let wanted =
        ingredients(root).map_err(|e| format!("the style sheets and templates cannot be read: {e}"))?;
    if pressed.is_dir() && fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    design_system::provide_package(root, "purgecss")?;
    let run = Command::new("node")
        .arg(root.join("build/press.mjs"))
        .args([root, &out.join("static"), &pressed])
        .output()
        .map_err(|e| format!("node cannot be started: {e}. Install Node.js 20 or newer, and build again."))?;
    if !run.status.success() {
        let said = String::from_utf8_lossy(&run.stderr);
        let why = said.lines().find(|line| line.contains("Error")).unwrap_or("no reason given");
        return Err(format!("build/press.mjs could not make the files small: {why}"));
    }
    fs::write(&stamp, wanted).map_err(|e| format!("{} cannot be written: {e}", stamp.display()))
}

/// What the small files are made of, as a fingerprint.
fn ingredients(root: &Path) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    RECIPE.hash(&mut hasher);
    let mut folders = vec![root.join("static"), root.join("templates"), root.join("build")];
    let mut files = vec![root.join("package-lock.json")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.retain(|file| file.extension().is_none_or(|end| end != "ftl"));
    files.sort();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:x}\n", hasher.finish()))
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
    fs::write(to.join("dkfds/css/dkfds.css"), colours::named(&style))
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
