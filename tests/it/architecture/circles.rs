//! Circles in who imports whom.

use std::collections::{BTreeMap, BTreeSet};

/// The groups of files that import each other in a circle, each sorted (Kosaraju's algorithm).
pub fn of(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let mut back: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, named) in imports {
        for to in named {
            back.entry(to).or_default().push(from);
        }
    }
    let forth: BTreeMap<&str, Vec<&str>> =
        imports.iter().map(|(from, to)| (from.as_str(), to.iter().map(String::as_str).collect())).collect();
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    for file in imports.keys() {
        follow(file, &forth, &mut seen, &mut order);
    }
    let mut circles = Vec::new();
    let mut seen = BTreeSet::new();
    for file in order.into_iter().rev() {
        let mut circle = Vec::new();
        follow(file, &back, &mut seen, &mut circle);
        if circle.len() > 1 {
            circle.sort_unstable();
            circles.push(circle.into_iter().map(str::to_owned).collect());
        }
    }
    circles
}

/// Adds a file, after all that can be reached from it.
fn follow<'a>(
    file: &'a str,
    arrows: &BTreeMap<&'a str, Vec<&'a str>>,
    seen: &mut BTreeSet<&'a str>,
    order: &mut Vec<&'a str>,
) {
    if !seen.insert(file) {
        return;
    }
    for next in arrows.get(file).into_iter().flatten() {
        follow(next, arrows, seen, order);
    }
    order.push(file);
}

#[test]
fn a_circle_is_found() {
    let arrows = |pairs: &[(&str, &str)]| {
        let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in pairs {
            imports.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            imports.entry((*to).to_owned()).or_default();
        }
        imports
    };
    assert_eq!(of(&arrows(&[("a", "b"), ("b", "c"), ("a", "c")])), [[""; 0]; 0]);
    assert_eq!(of(&arrows(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])), [["a", "b", "c"]]);
}
