//! Money as people type and read it: kroner and øre.

use thiserror::Error;

use crate::rules::Refusal;

/// The most that one payment may be, in øre: a million kroner.
const MOST: i64 = 100_000_000;

/// Why what was typed is no payment.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PaymentFault {
    /// Not an amount in kroner, perhaps with øre.
    #[error("not an amount")]
    Amount,
    /// More than is on the account.
    #[error("more than is on the account")]
    TooMuch,
    /// Not a Danish account: 4 digits and up to 10.
    #[error("not an account")]
    Account,
    /// Too long a message.
    #[error("message too long")]
    Message,
}

impl Refusal for PaymentFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Amount => "payment-amount",
            Self::TooMuch => "payment-too-much",
            Self::Account => "payment-account",
            Self::Message => "payment-message",
        }
    }
}

/// Reads an amount as Danes write it (`1.250,50`) or as computers do (`1250.50`), in øre.
///
/// # Errors
/// [`PaymentFault::Amount`] for anything else, nothing at all, and more than a million kroner.
pub fn parse_amount(typed: &str) -> Result<i64, PaymentFault> {
    let typed: String = typed.trim().chars().filter(|c| !c.is_whitespace()).collect();
    let (kroner, oere) = match typed.rsplit_once([',', '.']) {
        Some((kroner, oere)) if oere.len() <= 2 => (kroner.replace('.', ""), format!("{oere:0<2}")),
        _ => (typed.replace('.', ""), "00".to_owned()),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(&kroner) || !digits(&oere) || kroner.len() > 9 {
        return Err(PaymentFault::Amount);
    }
    let amount: i64 = format!("{kroner}{oere}").parse().map_err(|_| PaymentFault::Amount)?;
    if (1..=MOST).contains(&amount) { Ok(amount) } else { Err(PaymentFault::Amount) }
}

/// Reads registration and account number, with blanks or without, and gives them as `1234 0001234567`.
///
/// # Errors
/// [`PaymentFault::Account`].
pub fn parse_account(typed: &str) -> Result<String, PaymentFault> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if !(5..=14).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PaymentFault::Account);
    }
    let (registration, account) = digits.split_at(4);
    Ok(format!("{registration} {account:0>10}"))
}

/// An amount with two decimals: `1.250,50` or `1,250.50`.
pub fn written(oere: i64, (thousands, decimals): (char, char)) -> String {
    let sign = if oere < 0 { "\u{2212}" } else { "" };
    let kroner = (oere.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in kroner.chars().enumerate() {
        if at > 0 && (kroner.len() - at).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{decimals}{:02}", oere.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_danes_and_computers_write_them() {
        for (typed, oere) in [
            ("250", 25_000),
            ("250,5", 25_050),
            ("1.250,50", 125_050),
            ("1250.50", 125_050),
            ("1.250", 125_000),
            (" 12 500,00 ", 1_250_000),
            ("0,01", 1),
        ] {
            assert_eq!(parse_amount(typed), Ok(oere), "{typed}");
        }
        for typed in ["", "0", "-5", "ti", "1,2,3", "1000000,01", ",50", "12,345"] {
            assert_eq!(parse_amount(typed), Err(PaymentFault::Amount), "{typed}");
        }
    }

    #[test]
    fn accounts_are_four_digits_and_up_to_ten() {
        assert_eq!(parse_account("1234 1234567"), Ok("1234 0001234567".to_owned()));
        assert_eq!(parse_account("1234-0001234567"), Ok("1234 0001234567".to_owned()));
        assert_eq!(parse_account("1234"), Err(PaymentFault::Account));
        assert_eq!(parse_account("1234 x"), Err(PaymentFault::Account));
    }

    #[test]
    fn amounts_are_written_in_groups_of_three() {
        assert_eq!(written(123_456_789, ('.', ',')), "1.234.567,89");
        assert_eq!(written(-50, (',', '.')), "\u{2212}0.50");
        assert_eq!(written(100_000, ('.', ',')), "1.000,00");
    }
}
