//! Reads the sources of the three crates: the module of each file, and the other files it names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The crates, and the folders that their sources lie in.
const CRATES: [(&str, &str); 3] =
    [("rules", "crates/rules/src/"), ("service", "crates/service/src/"), ("site", "src/")];

/// One file.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// What it is without its tests and comments.
    pub fn code(&self) -> String {
        let code = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        code.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
    }

    /// The crate it belongs to, and its module there: `("service", ["cases", "own"])`.
    pub fn module(&self) -> Option<Module> {
        let (name, folder) = CRATES.into_iter().find(|(_, folder)| self.path.starts_with(folder))?;
        let inside = self.path.strip_prefix(folder)?.strip_suffix(".rs")?;
        let parts = inside.split('/').filter(|part| !["mod", "lib", "main"].contains(part));
        Some(Module { of: name, path: parts.map(str::to_owned).collect() })
    }

    /// Whether it holds tests alone.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.ends_with("/example.rs")
    }

    /// What it names: each path from the top of a crate, with whether it is handed on by `pub use`.
    fn named(&self) -> Vec<Named> {
        let Some(here) = self.module() else { return Vec::new() };
        let code = self.code();
        let mut named = Vec::new();
        for statement in code.split(';') {
            let statement = statement.trim();
            let (handed_on, tree) = match statement.rsplit_once("use ") {
                Some((before, tree)) if ends_a_line(before) => (before.trim_end().ends_with("pub"), tree),
                _ => {
                    named
                        .extend(inline(statement).into_iter().filter_map(|path| here.absolute(&path, false)));
                    continue;
                }
            };
            let leaves = leaves(tree);
            named.extend(leaves.into_iter().filter_map(|path| here.absolute(&path, handed_on)));
        }
        named
    }
}

/// Whether what stands before the word `use` is the end of a line, a visibility or nothing.
fn ends_a_line(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap().trim();
    line.is_empty() || line.starts_with("pub")
}

/// Where a file stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Module {
    pub of: &'static str,
    pub path: Vec<String>,
}

struct Named {
    of: &'static str,
    path: Vec<String>,
    handed_on: bool,
}

impl Module {
    /// A path as written in this module, from the top of its crate; none if it leads outside the three crates.
    fn absolute(&self, written: &[String], handed_on: bool) -> Option<Named> {
        let (first, rest) = written.split_first()?;
        let (of, path) = match first.as_str() {
            "crate" => (self.of, rest.to_vec()),
            "rules" if self.of != "rules" => ("rules", rest.to_vec()),
            "service" if self.of == "site" => ("service", rest.to_vec()),
            "self" => (self.of, self.path.iter().chain(rest).cloned().collect()),
            "super" => {
                let ups = written.iter().take_while(|part| *part == "super").count();
                let kept = self.path.len().checked_sub(ups)?;
                (self.of, self.path[..kept].iter().chain(&written[ups..]).cloned().collect())
            }
            _ if handed_on => (self.of, self.path.iter().chain(written).cloned().collect()),
            _ => return None,
        };
        Some(Named { of, path, handed_on })
    }
}

/// The leaves of a use tree: `a::{b, c::{self, d}}` is `a::b`, `a::c`, `a::c::d`.
fn leaves(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    if let Some((before, group)) = tree.split_once('{') {
        let before: Vec<_> = parts(before);
        let group = group.trim_end().strip_suffix('}').unwrap_or(group);
        return split_group(group)
            .into_iter()
            .flat_map(leaves)
            .map(|leaf| before.iter().cloned().chain(leaf).collect())
            .collect();
    }
    let mut path = parts(tree.split(" as ").next().unwrap());
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    vec![path]
}

fn parts(path: &str) -> Vec<String> {
    path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Splits at the commas that stand in no inner group. A lone `self` names the group's own path.
fn split_group(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut split) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                split.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    split.push(&group[from..]);
    split.into_iter().filter(|part| !part.trim().is_empty() && part.trim() != "self").collect()
}

/// The paths named in code, outside `use`.
fn inline(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "rules::", "service::"] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let rest = &code[at..];
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
            found.push(parts(&rest[..end.unwrap_or(rest.len())]));
        }
    }
    found
}

/// All files below a folder of the project.
pub fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The sources of the three crates.
pub fn program() -> Vec<Source> {
    CRATES.into_iter().flat_map(|(_, folder)| sources(folder)).collect()
}

/// Every source of the project.
pub fn everywhere() -> impl Iterator<Item = Source> {
    ["src", "crates", "tests", "benches"].into_iter().flat_map(sources)
}

/// A crate and a path in it.
type Place = (&'static str, Vec<String>);

/// Which file names which others, by path. What a file hands on by `pub use` belongs to the file that it comes from;
/// handing on is an index, and no arrow.
pub fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources: Vec<_> = program().into_iter().filter(|source| !source.is_test()).collect();
    let files: BTreeMap<Module, String> =
        sources.iter().filter_map(|source| Some((source.module()?, source.path.clone()))).collect();
    let named: BTreeMap<&str, Vec<Named>> =
        sources.iter().map(|source| (source.path.as_str(), source.named())).collect();
    let mut handed_on: BTreeMap<Place, Place> = BTreeMap::new();
    for source in &sources {
        let Some(module) = source.module() else { continue };
        for one in named[source.path.as_str()].iter().filter(|one| one.handed_on) {
            let Some(last) = one.path.last() else { continue };
            let here = module.path.iter().chain([last]).cloned().collect();
            handed_on.insert((module.of, here), (one.of, one.path.clone()));
        }
    }
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        let to = arrows.entry(source.path.clone()).or_default();
        for one in named[source.path.as_str()].iter().filter(|one| !one.handed_on) {
            let (mut of, mut path) = (one.of, one.path.clone());
            for _ in 0..5 {
                let from = (1..=path.len()).find_map(|n| {
                    let (start, rest) = path.split_at(n);
                    let (of, target) = handed_on.get(&(of, start.to_vec()))?;
                    Some((*of, target.iter().chain(rest).cloned().collect::<Vec<_>>()))
                });
                let Some((next_of, next)) = from else { break };
                (of, path) = (next_of, next);
            }
            let file =
                (0..=path.len()).rev().find_map(|n| files.get(&Module { of, path: path[..n].to_vec() }));
            to.extend(file.filter(|file| **file != source.path).cloned());
        }
    }
    arrows
}

/// All templates, as text.
pub fn templates() -> Vec<String> {
    fn below(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|end| end == "html") {
                found.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut found = Vec::new();
    below(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"), &mut found);
    found
}
