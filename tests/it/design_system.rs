//! A build does not need npm as long as the files of the locked version are in their place.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use crate::site::Folder;

#[path = "../../build/colours.rs"]
mod colours;
#[path = "../../build/design_system.rs"]
mod provided;

/// A project folder whose lock file names one version of the design system, while another one may be installed.
fn project(locked: &str, installed: Option<&str>) -> Folder {
    let folder = Folder::new();
    let lock = format!(r#"{{"packages": {{"node_modules/dkfds": {{"version": "{locked}"}}}}}}"#);
    fs::write(folder.path().join("package-lock.json"), lock).unwrap();
    fs::create_dir(folder.path().join("build")).unwrap();
    fs::write(folder.path().join("build/design_system.rs"), "").unwrap();
    if let Some(version) = installed {
        let package = folder.path().join("node_modules/dkfds");
        fs::create_dir_all(&package).unwrap();
        fs::write(package.join("package.json"), format!(r#"{{"version": "{version}"}}"#)).unwrap();
    }
    folder
}

/// Builds below the project; says whether files were laid out, or why not.
fn build(project: &Path, recipe: &str) -> Result<bool, String> {
    let laid_out = Cell::new(false);
    let files = project.join("out/static");
    fs::create_dir_all(project.join("out")).unwrap();
    provided::provide(project, &files, recipe, |_, to| {
        laid_out.set(true);
        fs::write(to.join("style.css"), "")
    })?;
    assert!(files.join("style.css").exists());
    Ok(laid_out.get())
}

#[test]
fn what_was_laid_out_is_used_again_without_npm_and_without_packages() {
    let project = project("1.2.0", Some("1.2.0"));
    assert_eq!(build(project.path(), "recipe"), Ok(true));
    fs::remove_dir_all(project.path().join("node_modules")).unwrap();
    assert_eq!(build(project.path(), "recipe"), Ok(false));
}

#[test]
fn another_version_or_another_recipe_is_laid_out_anew() {
    let folder = project("1.2.0", Some("1.2.0"));
    assert_eq!(build(folder.path(), "recipe"), Ok(true));
    assert_eq!(build(folder.path(), "another recipe"), Ok(true));
    let newer = project("1.3.0", Some("1.3.0"));
    for file in ["package-lock.json", "node_modules/dkfds/package.json"] {
        fs::copy(newer.path().join(file), folder.path().join(file)).unwrap();
    }
    assert_eq!(build(folder.path(), "another recipe"), Ok(true));
}

#[test]
fn a_version_that_only_ends_like_the_locked_one_is_not_taken_for_it() {
    // npm finds no package.json here, and says so.
    let folder = project("1.2.0", Some("11.2.0"));
    let refused = build(folder.path(), "recipe").unwrap_err();
    assert!(refused.contains("npm"), "{refused}");
}

#[test]
fn colours_are_named_by_their_use_and_keep_their_value() {
    let style =
        "a:hover{color:#FFF;background:#1a1a1a url(x.svg#fff)}.b{border:1px solid #c00;box-shadow:0 0 #000}";
    let named = "a:hover{color:var(--ink-fff,#FFF);background:var(--surface-1a1a1a,#1a1a1a) url(x.svg#fff)}\
                 .b{border:1px solid var(--line-c00,#c00);box-shadow:0 0 var(--line-000,#000)}";
    assert_eq!(colours::named(style), named);
    let untouched = "#add{margin:0}.b{background-image:url(\"data:image/svg+xml,#fff\");--own:#fff}";
    assert_eq!(colours::named(untouched), untouched);
}
