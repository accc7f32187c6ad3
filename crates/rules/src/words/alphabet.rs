//! The characters that passwords and self-chosen user ids are made of (D8, D9).

/// The special characters that are allowed besides letters and digits (D8).
const SPECIALS: &str = "{}!#\"$'%^&,*()_+-=:;?.@";

/// Whether a password or a user id may contain this character. A blank is allowed only inside, see [`blank_at_edge`].
pub(super) fn allows(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == ' ' || SPECIALS.contains(character)
}

/// Whether the text begins or ends with a blank.
pub(super) fn blank_at_edge(text: &str) -> bool {
    text.starts_with(' ') || text.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_and_control_characters_are_left_out() {
        assert!("aZ09 {}!#\"$'%^&,*()_+-=:;?.@".chars().all(allows));
        for character in "æøåÆØÅéß<>/\\|~`§½€\t\n\u{a0}".chars() {
            assert!(!allows(character), "{character:?}");
        }
    }
}
