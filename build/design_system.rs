//! Gets the design system (`dkfds`, from npm) for a build script, in the version that package-lock.json names.
//!
//! What a crate needs of it is laid out into its `OUT_DIR`, with a note of the version beside it. While the note fits,
//! neither npm nor `node_modules` is looked at. Otherwise the files come from `node_modules`, and npm is asked only when
//! those are missing or of another version.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const PACKAGE: &str = "node_modules/dkfds";
const LOCK: &str = "package-lock.json";

/// Lays files of the design system into a folder, unless they lie there already.
///
/// `root` is where package.json lies, and `lay_out` is given the folder of the package's files and the folder to fill.
/// `recipe` is the source text of `lay_out`: when it changes, the files are laid out again.
///
/// # Errors
/// A sentence for whoever builds: no readable lock file, no npm, no network, or files that cannot be copied.
pub fn provide(
    root: &Path,
    folder: &Path,
    recipe: &str,
    lay_out: impl FnOnce(&Path, &Path) -> io::Result<()>,
) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", root.join(LOCK).display());
    let locked = locked_version(root)?;
    let stamp = folder.with_extension("stamp");
    let wanted = format!("dkfds {locked}\nrecipe {:x}\n", fingerprint(recipe));
    if folder.is_dir() && fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    if installed_version(root).as_deref() != Some(&*locked) {
        fetch(root, &locked)?;
    }
    let from = root.join(PACKAGE).join("dist");
    replace(folder, &stamp, &wanted, |to| lay_out(&from, to))
        .map_err(|e| format!("the design system in {} cannot be copied: {e}", from.display()))
}

/// Gets a tool that a build needs from npm, unless it is installed.
///
/// # Errors
/// As [`provide`].
#[allow(dead_code, reason = "only one of the build scripts needs it")]
pub fn provide_package(root: &Path, name: &str) -> Result<(), String> {
    if root.join("node_modules").join(name).join("package.json").is_file() {
        return Ok(());
    }
    fetch_anew(root)
}

fn fingerprint(recipe: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    recipe.hash(&mut hasher);
    hasher.finish()
}

/// Fills the folder anew. The note goes first and comes last, so that it never stands beside half a folder.
fn replace(
    folder: &Path,
    stamp: &Path,
    wanted: &str,
    fill: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<()> {
    for old in [fs::remove_file(stamp), fs::remove_dir_all(folder)] {
        old.or_else(|e| if e.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(e) })?;
    }
    fs::create_dir_all(folder)?;
    fill(folder)?;
    fs::write(stamp, wanted)
}

fn locked_version(root: &Path) -> Result<String, String> {
    let path = root.join(LOCK);
    let lock = json(&path).map_err(|e| format!("{} cannot be read: {e}", path.display()))?;
    let version = lock["packages"][PACKAGE]["version"].as_str();
    version.map(str::to_owned).ok_or_else(|| format!("{} names no version of dkfds", path.display()))
}

fn installed_version(root: &Path) -> Option<String> {
    let package = json(&root.join(PACKAGE).join("package.json")).ok()?;
    package["version"].as_str().map(str::to_owned)
}

fn json(path: &Path) -> io::Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
}

/// Asks npm for the locked packages. Build scripts run side by side, so each waits for the other and looks again.
fn fetch(root: &Path, locked: &str) -> Result<(), String> {
    let turn = File::open(root.join("build/design_system.rs")).and_then(|file| file.lock().map(|()| file));
    let _turn = turn.map_err(|e| format!("build scripts cannot take turns: {e}"))?;
    if installed_version(root).as_deref() == Some(locked) {
        return Ok(());
    }
    fetch_anew(root)
}

fn fetch_anew(root: &Path) -> Result<(), String> {
    // npm empties node_modules first, even where that is a link to another folder.
    let packages = root.join("node_modules");
    if packages.is_symlink() {
        fs::remove_file(&packages).map_err(|e| format!("{} cannot be removed: {e}", packages.display()))?;
    }
    let run = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"])
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
