//! Copies the typeface of the letters out of the design system into `OUT_DIR/fonts`, whole, because a PDF takes no
//! woff2. The packages are fetched from npm when they are not there.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "build/packages.rs"]
mod packages;

/// The faces that letters are written in.
const FACES: [&str; 2] = ["Regular", "SemiBold"];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
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
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no output folder")?).join("fonts");
    let packages = packages::locked(&root)?;
    // The site's build script reads this as DEP_DESIGN_SYSTEM_FOLDER, and runs after this one.
    println!("cargo::metadata=folder={}", packages.display());
    copy_faces(&packages, &out)
        .map_err(|e| format!("the typeface in {} cannot be copied: {e}", packages.display()))
}

fn copy_faces(packages: &std::path::Path, out: &std::path::Path) -> io::Result<()> {
    fs::create_dir_all(out)?;
    for face in FACES {
        let name = format!("IBMPlexSans-{face}.ttf");
        fs::copy(packages.join("fonts/IBMPlexSans/complete/ttf").join(&name), out.join(&name))?;
    }
    Ok(())
}
