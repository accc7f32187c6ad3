//! Money as people type and read it: kroner and øre.

use thiserror::Error;

use crate::Refusal;
use crate::words::spelling;

/// The largest payment, in øre: a million kroner.
const MOST: i64 = 100_000_000;

/// Why a typed payment is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum PaymentFault {
    /// The text is not an amount in kroner, with or without øre.
    #[error("not an amount")]
    Amount,
    /// The amount is more than is on any account.
    #[error("more than is on any account")]
    TooMuch,
    /// The amount is more than is on the chosen account, while another account has enough.
    #[error("more than is on this account")]
    TooMuchHere,
    /// The text is not a Danish account: 4 digits and up to 10.
    #[error("not an account")]
    Account,
    /// The receiving account is the paying one.
    #[error("the same account")]
    SameAccount,
    /// The message is too long.
    #[error("message too long")]
    Message,
}

impl Refusal for PaymentFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Amount => "payment-amount",
            Self::TooMuch => "payment-too-much",
            Self::TooMuchHere => "payment-too-much-here",
            Self::Account => "payment-account",
            Self::SameAccount => "payment-same-account",
            Self::Message => "payment-message",
        }
    }
}

/// The separators of amounts. They differ by language, so that the same text can be two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The separator between groups of three digits.
    pub groups: char,
    /// The separator before the øre.
    pub decimals: char,
}

/// `1.250,50`, as Danes write.
pub const DANISH: Marks = Marks { groups: '.', decimals: ',' };
/// `1,250.50`, as the English write.
pub const ENGLISH: Marks = Marks { groups: ',', decimals: '.' };

/// Reads an amount in the notation of a language (`1.250,50`, `1250`) and returns it in øre. One or two digits at the
/// end can only be øre, so either separator is accepted before them (`1250.50`).
///
/// # Errors
/// [`PaymentFault::Amount`] for any other text, for zero, and for more than a million kroner.
pub fn parse_amount(typed: &str, marks: Marks) -> Result<i64, PaymentFault> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && !spelling::is_invisible(*c)).collect();
    let (kroner, oere) = match typed.rsplit_once(marks.decimals) {
        Some(parts) => parts,
        None => match typed.split_once(marks.groups) {
            Some((kroner, oere)) if (1..=2).contains(&oere.len()) => (kroner, oere),
            _ => (&*typed, ""),
        },
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let kroner = ungrouped(kroner, marks.groups).filter(|kroner| digits(kroner) && kroner.len() <= 9);
    let oere = Some(format!("{oere:0<2}")).filter(|oere| digits(oere) && oere.len() == 2);
    let (Some(kroner), Some(oere)) = (kroner, oere) else { return Err(PaymentFault::Amount) };
    let amount: i64 = format!("{kroner}{oere}").parse().map_err(|_| PaymentFault::Amount)?;
    if (1..=MOST).contains(&amount) { Ok(amount) } else { Err(PaymentFault::Amount) }
}

/// The kroner without separators; `None` unless every group but the first has three digits.
fn ungrouped(kroner: &str, mark: char) -> Option<String> {
    let groups: Vec<&str> = kroner.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let whole = rest.is_empty() || first.len() <= 3;
    (whole && rest.iter().all(|group| group.len() == 3)).then(|| groups.concat())
}

/// Reads registration and account number, with any separators (D25), and returns them as `1234 0001234567`.
///
/// # Errors
/// [`PaymentFault::Account`] for anything but 5 to 14 digits.
pub fn parse_account(typed: &str) -> Result<String, PaymentFault> {
    let digits: String = spelling::bare(typed).collect();
    if !(5..=14).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(PaymentFault::Account);
    }
    let (registration, account) = digits.split_at(4);
    Ok(format!("{registration} {account:0>10}"))
}

/// Writes an amount in øre with two decimals: `1.250,50` or `1,250.50`.
pub fn written(oere: i64, marks: Marks) -> String {
    let sign = if oere < 0 { "\u{2212}" } else { "" };
    let kroner = (oere.unsigned_abs() / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in kroner.chars().enumerate() {
        if at > 0 && (kroner.len() - at).is_multiple_of(3) {
            grouped.push(marks.groups);
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{}{:02}", marks.decimals, oere.unsigned_abs() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_each_language_writes_them() {
        for (danish, english, oere) in [
            ("250", "250", 25_000),
            ("250,5", "250.5", 25_050),
            ("1.250,50", "1,250.50", 125_050),
            ("1250.50", "1250,50", 125_050),
            ("1.250", "1,250", 125_000),
            ("999.999,99", "999,999.99", 99_999_999),
            (" 12 500,00 ", " 12 500.00 ", 1_250_000),
            ("0,01", "0.01", 1),
        ] {
            assert_eq!(parse_amount(danish, DANISH), Ok(oere), "{danish}");
            assert_eq!(parse_amount(english, ENGLISH), Ok(oere), "{english}");
        }
        for typed in
            ["", "0", "-5", "ti", "1,2,3", "1000000,01", ",50", "12,345", "1.25.0", "1250.500", "1.2500"]
        {
            assert_eq!(parse_amount(typed, DANISH), Err(PaymentFault::Amount), "{typed}");
        }
        for typed in ["1.250", "1.250,50", "12,50,000"] {
            assert_eq!(parse_amount(typed, ENGLISH), Err(PaymentFault::Amount), "{typed}");
        }
    }

    #[test]
    fn accounts_are_four_digits_and_up_to_ten() {
        assert_eq!(parse_account("1234 1234567"), Ok("1234 0001234567".to_owned()));
        assert_eq!(parse_account("1234-0001234567"), Ok("1234 0001234567".to_owned()));
        assert_eq!(parse_account("(1234)\u{a0}12.34\u{2013}567\u{200b}"), Ok("1234 0001234567".to_owned()));
        assert_eq!(parse_account("1234"), Err(PaymentFault::Account));
        assert_eq!(parse_account("1234 x"), Err(PaymentFault::Account));
    }

    #[test]
    fn amounts_are_written_in_groups_of_three() {
        assert_eq!(written(123_456_789, DANISH), "1.234.567,89");
        assert_eq!(written(-50, ENGLISH), "\u{2212}0.50");
        assert_eq!(written(100_000, DANISH), "1.000,00");
    }

    #[test]
    fn nothing_has_no_sign_and_a_full_group_no_mark_before_it() {
        assert_eq!(written(0, DANISH), "0,00");
        assert_eq!(written(12_345_600, DANISH), "123.456,00");
        assert_eq!(written(99_999, ENGLISH), "999.99");
    }
}
