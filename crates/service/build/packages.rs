//! The locked npm packages: where they lie, and how they come there.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use serde_json::Value;

/// The folder of the design system, fetched first where it is missing or not in the locked version.
pub fn locked(root: &Path) -> Result<PathBuf, String> {
    for watched in ["package-lock.json", "node_modules/dkfds/package.json"] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let wanted = version(&root.join("package-lock.json"), |lock| &lock["packages"]["node_modules/dkfds"])
        .ok_or("package-lock.json does not say which design system is wanted")?;
    let installed = || version(&root.join("node_modules/dkfds/package.json"), |package| package);
    if installed().as_ref() != Some(&wanted) {
        fetch(root)?;
    }
    Ok(root.join("node_modules/dkfds/dist"))
}

fn version(file: &Path, of: impl Fn(&Value) -> &Value) -> Option<String> {
    let read: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    of(&read)["version"].as_str().map(str::to_owned)
}

fn fetch(root: &Path) -> Result<(), String> {
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
