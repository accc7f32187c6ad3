//! Amounts and days of accounts, in the visitor's language.

use serde::Serialize;

use crate::web::language::Language;
use rules::money;
use rules::money::PaymentFault;
use service::cases::sites::accounts::Account;

/// `1.250,50 kr.` or `DKK 1,250.50`.
pub fn written(language: Language, oere: i64) -> String {
    match language {
        Language::Da => format!("{} kr.", money::written(oere, money::DANISH)),
        Language::En => format!("DKK {}", money::written(oere, money::ENGLISH)),
    }
}

/// Reads an amount in the format of the page's language.
pub fn read(language: Language, typed: &str) -> Result<i64, PaymentFault> {
    let marks = match language {
        Language::Da => money::DANISH,
        Language::En => money::ENGLISH,
    };
    money::parse_amount(typed, marks)
}

/// An account as shown.
#[derive(Debug, Serialize)]
pub struct AccountShown {
    /// The bank's number for this account of the customer.
    pub nth: u8,
    /// Registration and account number.
    pub number: String,
    /// The kind of account.
    pub name: &'static str,
    /// The balance.
    pub balance: String,
    movements: Vec<MovementShown>,
}

#[derive(Debug, Serialize)]
struct MovementShown {
    day: String,
    matter: &'static str,
    message: String,
    amount: String,
}

impl AccountShown {
    /// The view of an account in a language.
    pub fn of(account: &Account, language: Language) -> Self {
        let movement = |one: &service::cases::sites::accounts::Movement| MovementShown {
            day: one.day.to_string(),
            matter: one.matter.code(),
            message: one.message.clone(),
            amount: written(language, one.amount),
        };
        Self {
            nth: account.nth,
            number: account.number.clone(),
            name: account.name,
            balance: written(language, account.balance),
            movements: account.movements.iter().map(movement).collect(),
        }
    }
}
