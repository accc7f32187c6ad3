//! What is kept of a chosen password while the citizen goes on to choose a user id: enough to see that the
//! password contains the user id (D8), and nothing that reveals the password.
//!
//! Each stretch of five characters, the shortest user id there is, leaves a fingerprint. It is made with the
//! enrolment's token, which only the citizen's browser has: neither the database nor the server key, nor
//! both, can be used to test passwords against it. Random entries fill the list up, so that it does not
//! reveal the length either.
//!
//! A user id that is changed later in Selvbetjening needs no trace: the password is typed with it
//! (`own/credentials`).

use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};

use crate::cases::app::App;
use crate::outside::keys::tokens::Token;
use rules::words::UserId;

/// Characters of one stretch: those of the shortest user id (D9).
const STRETCH: usize = 5;
/// Stretches of the longest password (D8).
const STRETCHES: usize = 36;

/// The trace of a password in small letters.
pub(crate) fn of(app: &App, token: &Token, password: &str) -> Vec<String> {
    let mut trace = fingerprints(app, token, password);
    while trace.len() < STRETCHES {
        trace.push(short(&app.chance.bytes()));
    }
    trace
}

/// Whether the password that left this trace contains the user id.
pub(crate) fn holds(app: &App, token: &Token, trace: &[String], user_id: &UserId) -> bool {
    let sought = fingerprints(app, token, &user_id.folded());
    !sought.is_empty() && trace.windows(sought.len()).any(|part| part == sought)
}

fn fingerprints(app: &App, token: &Token, text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let stretch = |part: &[char]| {
        let part: String = part.iter().collect();
        short(&app.tokens.fingerprint(&format!("password-trace:{}", token.reveal()), &part))
    };
    characters.windows(STRETCH).map(stretch).collect()
}

fn short(fingerprint: &[u8; 32]) -> String {
    BASE64_STANDARD_NO_PAD.encode(&fingerprint[..8])
}
