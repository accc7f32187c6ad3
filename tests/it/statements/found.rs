//! Finds the statements in the sources of a file of the store. A text that begins with a verb of SQL is one; places in it are
//! filled from constants of the file or from a list. Every call that runs a statement must lead back to such a text, so that none is
//! passed over.

use std::collections::{BTreeMap, BTreeSet};

/// What calls run a statement, and at which of their values it stands.
const CALLS: [(&str, usize); 5] =
    [(".execute(", 0), (".execute_once(", 0), (".execute_one(", 1), (".find(", 0), (".list(", 0)];
/// How a statement begins.
const VERBS: [&str; 7] = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH ", "PRAGMA ", "VACUUM "];

/// The statements of the store.
#[derive(Debug, Default)]
pub struct Found {
    pub statements: BTreeSet<Statement>,
    /// How one is made that can't be followed.
    pub faults: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Statement {
    sql: String,
    only: Option<Only>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Only {
    Sqlite,
    Postgres,
}

impl Found {
    pub fn add(&mut self, other: Self) {
        self.statements.extend(other.statements);
        self.faults.extend(other.faults);
    }

    pub fn of_sqlite(&self) -> impl Iterator<Item = &String> {
        self.statements.iter().filter(|one| one.only != Some(Only::Postgres)).map(|one| &one.sql)
    }

    pub fn of_postgres(&self) -> impl Iterator<Item = &String> {
        self.statements.iter().filter(|one| one.only != Some(Only::Sqlite)).map(|one| &one.sql)
    }
}

/// A text in the sources.
struct Literal {
    start: usize,
    end: usize,
    text: String,
}

/// One file, with what is put into the places of its statements.
struct File<'f> {
    name: &'f str,
    code: String,
    literals: Vec<Literal>,
    constants: BTreeMap<String, String>,
    filled: &'f [(&'f str, &'f str, &'f [&'f str])],
}

/// The statements of a file.
pub fn found(name: &str, text: &str, filled: &[(&str, &str, &[&str])]) -> Found {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code =
        code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let literals = literals(&code);
    let constants = literals.iter().filter_map(|one| Some((constant(&code[..one.start])?, one.text.clone())));
    let file = File { name, constants: constants.collect(), code: code.clone(), literals, filled };
    let mut found = Found::default();
    for literal in file.literals.iter().filter(|one| !file.is_a_beginning(one)) {
        match file.expanded(&file.whole(literal)) {
            Ok(all) => {
                let only = |sql: &str| only(&file.code[..literal.start], sql);
                let statements = all.into_iter().filter(|sql| is_statement(sql));
                found.statements.extend(statements.map(|sql| Statement { only: only(&sql), sql }));
            }
            Err(place) if file.may_be_statement(&literal.text) => {
                found
                    .faults
                    .push(format!("{name}: nobody says what stands at {{{place}}} in {}", literal.text));
            }
            Err(_) => {}
        }
    }
    for (call, nth) in CALLS {
        for (at, _) in file.code.match_indices(call) {
            let argument = argument(&file.code[at + call.len()..], nth);
            if !argument.starts_with('|') && !file.leads_to_a_statement(argument, at) {
                found.faults.push(format!("{name}: where does {call}{argument} come from?"));
            }
        }
    }
    found
}

fn is_statement(text: &str) -> bool {
    VERBS.iter().any(|verb| text.starts_with(verb))
}

/// A statement of one engine alone.
fn only(before: &str, sql: &str) -> Option<Only> {
    let is_of_sqlite =
        ["PRAGMA ", "VACUUM ", "sqlite_master", "pragma_"].iter().any(|word| sql.contains(word));
    if before.trim_end().ends_with("sqlite:") || is_of_sqlite {
        Some(Only::Sqlite)
    } else if before.trim_end().ends_with("postgres:")
        || ["FOR UPDATE", "OVERRIDING ", "pg_"].iter().any(|word| sql.contains(word))
    {
        Some(Only::Postgres)
    } else {
        None
    }
}

impl File<'_> {
    /// Whether a text is a constant that only begins others.
    fn is_a_beginning(&self, literal: &Literal) -> bool {
        let place = constant(&self.code[..literal.start]).map(|name| format!("{{{name}}}"));
        let is_in_others = |place: String| self.literals.iter().any(|one| one.text.contains(&place));
        literal.text.ends_with(' ') && place.is_some_and(is_in_others)
    }

    /// A text with all that is pushed behind it later in the same function.
    fn whole(&self, literal: &Literal) -> String {
        let mut whole = literal.text.clone();
        if self.code[..literal.start].ends_with("String::from(") {
            let end = self.code[literal.end..].find("\n}").map_or(self.code.len(), |at| literal.end + at);
            let later = self.literals.iter().filter(|one| one.start > literal.end && one.end < end);
            let pushed = later.filter(|one| self.code[..one.start].ends_with(".push_str("));
            whole.extend(pushed.map(|one| one.text.as_str()));
        }
        whole
    }

    /// A text with everything that can stand in its places.
    fn expanded(&self, text: &str) -> Result<Vec<String>, String> {
        let Some((before, place, after)) = place(text) else { return Ok(vec![text.to_owned()]) };
        let values = match self.constants.get(place) {
            Some(value) => vec![value.clone()],
            None => self.values(place)?,
        };
        let all = values.iter().map(|value| self.expanded(&format!("{before}{value}{after}")));
        Ok(all.collect::<Result<Vec<_>, _>>()?.concat())
    }

    fn values(&self, place: &str) -> Result<Vec<String>, String> {
        let named = self.filled.iter().find(|(file, name, _)| (*file, *name) == (self.name, place));
        let (_, _, values) = named.ok_or_else(|| place.to_owned())?;
        let value = |value: &&str| match value.strip_prefix('=') {
            Some(start) => self.beginning(start),
            None => vec![(*value).to_owned()],
        };
        Ok(values.iter().flat_map(value).collect())
    }

    /// The texts that begin so and are whole.
    fn beginning(&self, start: &str) -> Vec<String> {
        let whole = self.literals.iter().filter(|one| one.text.starts_with(start));
        whole.filter_map(|one| self.expanded(&one.text).ok()).flatten().collect()
    }

    fn may_be_statement(&self, text: &str) -> bool {
        let begins = place(text).filter(|(before, _, _)| before.is_empty());
        let constant = begins.and_then(|(_, name, _)| self.constants.get(name));
        is_statement(text) || constant.is_some_and(|text| is_statement(text))
    }

    /// Whether what a call runs is a statement of this file.
    fn leads_to_a_statement(&self, argument: &str, at: usize) -> bool {
        let argument = argument.trim_start_matches('&');
        if argument.starts_with('"') || argument.starts_with("format!(") {
            return self.holds_statement(argument);
        }
        let name = argument.split(['(', ' ']).next().unwrap();
        let name = name.rsplit('.').next().unwrap();
        self.names_statement(name, at) || self.bound(name, at).is_some_and(|bound| self.is_made_of(bound, at))
    }

    /// Whether what a name is bound to has a statement in it, or names one.
    fn is_made_of(&self, bound: &str, at: usize) -> bool {
        let words = bound.split(|c: char| !c.is_alphanumeric() && c != '_');
        self.holds_statement(bound) || words.into_iter().any(|word| self.names_statement(word, at))
    }

    /// Whether there is a constant or a function of this name with a statement in it, or a parameter of the function.
    fn names_statement(&self, name: &str, at: usize) -> bool {
        if name.is_empty() {
            return false;
        }
        let function =
            self.code.split(&format!("fn {name}(")).nth(1).and_then(|rest| rest.split("\n}").next());
        let constant =
            self.code.split(&format!("const {name}: ")).nth(1).and_then(|rest| rest.split(';').next());
        let here = self.code[..at].rsplit("fn ").next().unwrap().split('{').next().unwrap();
        let is_handed_in =
            here.contains(&format!("{name}: &str")) || here.contains(&format!("{name}: &'static str"));
        let holds = |text: Option<&str>| text.is_some_and(|text| self.holds_statement(text));
        holds(function)
            || holds(constant)
            || (is_handed_in && self.literals.iter().any(|one| is_statement(&one.text)))
    }

    /// What a name is bound to, nearest before a place.
    fn bound(&self, name: &str, at: usize) -> Option<&str> {
        let patterns = [
            format!("let {name} ="),
            format!("let ({name}, "),
            format!(", {name}) in "),
            format!("let {name}: "),
        ];
        let starts = patterns.iter().filter_map(|pattern| self.code[..at].rfind(pattern));
        let start = starts.max()?;
        let rest = &self.code[start..at];
        Some(rest.split(";\n").next().unwrap_or(rest))
    }

    /// Whether a piece of the sources has a text in it that is a statement.
    fn holds_statement(&self, piece: &str) -> bool {
        literals(piece).iter().any(|one| {
            let all = self.expanded(&one.text);
            all.is_ok_and(|all| all.iter().any(|sql| is_statement(sql))) || self.may_be_statement(&one.text)
        })
    }
}

/// The first place of a text, with what stands before and behind it.
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(start) = text[from..].find('{').map(|at| from + at) {
        let end = start + text[start..].find('}')?;
        let name = &text[start + 1..end];
        if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Some((&text[..start], name, &text[end + 1..]));
        }
        from = start + 1;
    }
    None
}

/// The name of the constant that a text is the value of.
fn constant(before: &str) -> Option<String> {
    let declared = before.trim_end().strip_suffix(": &str =")?;
    declared.rsplit("const ").next().map(str::to_owned)
}

/// One of the values of a call, without what follows.
fn argument(code: &str, nth: usize) -> &str {
    let (mut depth, mut count, mut start, mut is_text, mut escaped) = (0, 0, 0, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if is_text => escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            ')' | ',' if depth == 0 => {
                if count == nth {
                    return code[start..at].trim();
                }
                (count, start) = (count + 1, at + 1);
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    code.trim()
}

/// The texts of a piece of the sources, as the compiler reads them.
fn literals(code: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut chars = code.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c != '"' || code[..start].ends_with('\'') {
            continue;
        }
        let mut text = String::new();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    found.push(Literal { start, end: at + 1, text });
                    break;
                }
                '\\' => match chars.next() {
                    Some((_, '\n')) => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                    Some((_, 'n')) => text.push('\n'),
                    Some((_, other)) => text.push(other),
                    None => {}
                },
                other => text.push(other),
            }
        }
    }
    found
}
