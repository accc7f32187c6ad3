//! A statement as PostgreSQL takes it: the places `?1`, `?` and `:name` are numbered with `$` there.

/// A statement with its places in PostgreSQL's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    pub sql: String,
    /// The name of each place, where they have names.
    pub names: Vec<String>,
}

impl Numbered {
    fn place(&mut self, number: &str) {
        self.sql.push('$');
        self.sql.push_str(number);
    }
}

/// Numbers the places of a statement. What stands within quotes stays as it is.
pub(super) fn numbered(sql: &str) -> Numbered {
    let mut done = Numbered { sql: String::with_capacity(sql.len() + 16), names: Vec::new() };
    let (mut rest, mut unnumbered) = (sql, 0);
    while let Some(at) = rest.find(['?', ':', '\'', '"']) {
        let (before, here) = rest.split_at(at);
        done.sql.push_str(before);
        let mark = &here[..1];
        let after = &here[1..];
        let word = &after[..after.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(after.len())];
        rest = match mark {
            "'" | "\"" => {
                let end = after.find(mark).map_or(after.len(), |end| end + 1);
                done.sql.push_str(&here[..=end]);
                &after[end..]
            }
            "?" if word.is_empty() => {
                unnumbered += 1;
                done.place(&unnumbered.to_string());
                after
            }
            "?" => {
                done.place(word);
                &after[word.len()..]
            }
            // A cast (`::`), or no place at all.
            _ if word.is_empty() => {
                let cast = after.starts_with(':');
                done.sql.push_str(if cast { "::" } else { ":" });
                &after[usize::from(cast)..]
            }
            _ => {
                let nth = done.names.iter().position(|name| name == word).unwrap_or_else(|| {
                    done.names.push(word.to_owned());
                    done.names.len() - 1
                });
                done.place(&(nth + 1).to_string());
                &after[word.len()..]
            }
        };
    }
    done.sql.push_str(rest);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_and_what_is_quoted_stays() {
        let of = |sql| numbered(sql).sql;
        assert_eq!(
            of("SELECT a FROM t WHERE b = ?1 AND c < ?12"),
            "SELECT a FROM t WHERE b = $1 AND c < $12"
        );
        assert_eq!(of("INSERT INTO t VALUES (?, ?, ?)"), "INSERT INTO t VALUES ($1, $2, $3)");
        assert_eq!(of("SELECT '?1 : it''s', \"?2\" || ?1"), "SELECT '?1 : it''s', \"?2\" || $1");
        assert_eq!(of("SELECT a::text, '$.at'"), "SELECT a::text, '$.at'");
        let named = numbered("UPDATE t SET a = :a, b = :b_1 WHERE a <> :a AND v = :v");
        assert_eq!(named.sql, "UPDATE t SET a = $1, b = $2 WHERE a <> $1 AND v = $3");
        assert_eq!(named.names, ["a", "b_1", "v"]);
    }
}
