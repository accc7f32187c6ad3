//! Brings the design system into the program: lays what the pages need of it (style sheet, icons, typeface) into
//! `OUT_DIR/static`.

#[path = "build/colours.rs"]
mod colours;
#[path = "build/design_system.rs"]
mod design_system;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// The faces of IBM Plex Sans that `static/app.css` names; "Latin1" holds all Danish and English letters.
const FACES: [&str; 4] = ["Regular-Latin1", "Italic-Latin1", "SemiBold-Latin1", "Bold-Latin1"];

/// What decides how the design system is laid out.
const RECIPE: &str = concat!(include_str!("build.rs"), include_str!("build/colours.rs"));

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=templates/texts");
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
    design_system::provide(&root, &out.join("static"), RECIPE, lay_out)
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
