//! A user id and a password, as typed.

use rules::words::{TypedPassword, TypedUserId};

/// A user id and a password, as typed.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The user id, NemID number or CPR number.
    pub user_id: TypedUserId,
    /// The password.
    pub password: TypedPassword,
}
