//! Lays the typeface of the letters out of the design system into `OUT_DIR/fonts`, whole, because a PDF takes no woff2.

#[path = "../../build/design_system.rs"]
mod design_system;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// The faces that letters are written in.
const FACES: [&str; 2] = ["Regular", "SemiBold"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../build");
    println!("cargo::rerun-if-changed=../../db/migrations");
    match prepare() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={sentence}");
            ExitCode::FAILURE
        }
    }
}

fn prepare() -> Result<(), String> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo names no project folder")?)
        .join("../..")
        .canonicalize()
        .map_err(|e| format!("the project's folder cannot be found: {e}"))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no output folder")?);
    design_system::provide(&root, &out.join("fonts"), include_str!("build.rs"), copy_faces)
}

fn copy_faces(from: &Path, to: &Path) -> io::Result<()> {
    for face in FACES {
        let name = format!("IBMPlexSans-{face}.ttf");
        fs::copy(from.join("fonts/IBMPlexSans/complete/ttf").join(&name), to.join(&name))?;
    }
    Ok(())
}
