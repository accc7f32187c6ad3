//! What names a NemID at log-on besides its number (D9).

use super::nemid::NemId;

/// The NemID that a CPR number names as user id: the person's only open one, public or of a private bank, if it
/// has not been switched off there (D9). Of several none, so that nobody logs on to another than was meant.
/// A person whose NemIDs have all ended is named the last of them, so that the page can say so.
pub fn by_cpr(mut theirs: Vec<NemId>) -> Option<NemId> {
    let open = theirs.iter().filter(|one| one.standing.is_open()).count();
    match open {
        0 => theirs.pop().filter(|one| one.cpr_log_on),
        1 => theirs.into_iter().find(|one| one.standing.is_open()).filter(|one| one.cpr_log_on),
        _ => None,
    }
}
