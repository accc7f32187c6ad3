//! The accounts of a netbank's customer: made up from the person, so that they are always the same and grow
//! with the calendar. Payments made here come off them, and are added to the other account if that is the
//! customer's own.

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};

use crate::store::documents::Document;
use rules::calendar;
use rules::money::PaymentFault;
use rules::sites::{Site, SiteKind};
use rules::words::CprNumber;

/// The day on which the accounts of this world begin.
const BEGINS: Date = date(2019, 1, 1);
/// Movements that an account shows.
const SHOWN: usize = 20;

/// What a movement is for; the pages have words for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Wages, or a company's income.
    Income,
    Rent,
    /// Something bought with a card.
    Purchase,
    /// Money put aside.
    Savings,
    /// Paid here and signed.
    Payment,
    /// Paid here from the customer's other account.
    Transfer,
}

impl Matter {
    /// The stable word for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Income => "income",
            Self::Rent => "rent",
            Self::Purchase => "purchase",
            Self::Savings => "savings",
            Self::Payment => "payment",
            Self::Transfer => "transfer",
        }
    }
}

/// One movement on an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The day of the movement.
    pub day: Date,
    pub matter: Matter,
    /// The customer's message.
    pub message: String,
    /// The amount in øre; negative when it was paid out.
    pub amount: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The bank's number for this account of the customer.
    pub nth: u8,
    /// Registration and account number.
    pub number: String,
    /// The kind of account: `everyday`, `savings` or `business`.
    pub name: &'static str,
    /// The balance in øre.
    pub balance: i64,
    /// The last movements, the newest first.
    pub movements: Vec<Movement>,
}

impl Account {
    /// The account that a payment from this one goes to.
    ///
    /// # Errors
    /// [`PaymentFault::SameAccount`] when it is this one.
    pub fn pays_to(&self, to: String) -> Result<String, PaymentFault> {
        if to == self.number { Err(PaymentFault::SameAccount) } else { Ok(to) }
    }
}

/// The accounts of a customer at a bank on a day; `holder` is the first CPR number that the customer had, so that a new
/// one changes nothing (D28).
pub fn of(site: &Site, holder: CprNumber, signed: &[Document], now: Timestamp) -> Vec<Account> {
    let today = calendar::danish_date(now);
    let seed = Seed::of(&[site.place.name, holder.digits()]);
    let names: &[&'static str] = match site.kind {
        SiteKind::BusinessNetbank => &["business"],
        _ => &["everyday", "savings"],
    };
    let accounts = names.iter().zip(0_u8..);
    accounts.map(|(name, nth)| account(&seed, name, nth, signed, today)).collect()
}

/// Checks that an account covers a payment.
///
/// # Errors
/// When it does not; which of the two faults it is depends on whether another account has enough.
pub fn covers(accounts: &[Account], from: &Account, amount: i64) -> Result<(), PaymentFault> {
    if amount <= from.balance {
        return Ok(());
    }
    let enough = accounts.iter().any(|other| other.nth != from.nth && amount <= other.balance);
    Err(if enough { PaymentFault::TooMuchHere } else { PaymentFault::TooMuch })
}

fn account(seed: &Seed, name: &'static str, nth: u8, signed: &[Document], today: Date) -> Account {
    let (opening, number) = (opening(seed, name, nth), number(seed, nth));
    let mut movements: Vec<_> = BEGINS
        .series(1.day())
        .take_while(|day| *day <= today)
        .flat_map(|day| on_day(seed, name, day))
        .chain(signed.iter().rev().filter_map(|document| paid(document, nth, &number)))
        .collect();
    movements.sort_by_key(|movement| movement.day);
    let balance = opening + movements.iter().map(|movement| movement.amount).sum::<i64>();
    movements.reverse();
    movements.truncate(SHOWN);
    Account { nth, number, name, balance, movements }
}

/// The balance when this world begins. It covers the first rent and a month of shopping before the first
/// income, so that a customer who pays nothing here never has a negative balance.
fn opening(seed: &Seed, name: &str, nth: u8) -> i64 {
    let more = seed.below(nth.into(), 2_500_000);
    if name == "savings" { 500_000 + more } else { scale(name) * (rent(seed) + 1_500_000) + more }
}

/// How many times larger a company's amounts are than a household's.
fn scale(name: &str) -> i64 {
    if name == "business" { 10 } else { 1 }
}

/// The rent of a household on the first of a month.
fn rent(seed: &Seed) -> i64 {
    400_000 + seed.below(11, 400_000)
}

/// The movements of one day on an everyday account, a savings account or a company's.
fn on_day(seed: &Seed, name: &str, day: Date) -> Vec<Movement> {
    let movement = |matter, amount| Movement { day, matter, message: String::new(), amount };
    let (scale, rent) = (scale(name), rent(seed));
    let mut movements = Vec::new();
    if day == day.last_of_month() {
        match name {
            "savings" => movements.push(movement(Matter::Savings, 50_000)),
            _ => movements.push(movement(Matter::Income, scale * (rent + 350_000))),
        }
    }
    if name != "savings" {
        if day.day() == 1 {
            movements.push(movement(Matter::Rent, -scale * rent));
        }
        let of_day =
            u64::from(day.day_of_year().unsigned_abs()) + 1000 * u64::from(day.year().unsigned_abs());
        if seed.below(of_day, 3) == 0 {
            movements.push(movement(Matter::Purchase, -scale * (2_500 + seed.below(of_day + 7, 50_000))));
        }
    }
    movements
}

/// The movement that a signed payment makes on an account: out of it, or into it from the customer's other
/// one.
fn paid(document: &Document, nth: u8, number: &str) -> Option<Movement> {
    let payment = document.payment.as_ref()?;
    let (matter, amount) = match payment {
        out if out.from == nth => (Matter::Payment, -out.amount),
        own if own.to == number => (Matter::Transfer, own.amount),
        _ => return None,
    };
    let day = calendar::danish_date(document.signed?);
    Some(Movement { day, matter, message: payment.message.clone(), amount })
}

fn number(seed: &Seed, nth: u8) -> String {
    let registration = 9_000 + seed.below(1, 800);
    format!("{registration:04} {:010}", 1_000_000 + seed.below(21 + u64::from(nth), 8_999_999))
}

/// Numbers that are always the same for the same words. They protect nothing, so a plain mixer is enough.
struct Seed(u64);

impl Seed {
    fn of(words: &[&str]) -> Self {
        let bytes = words.iter().flat_map(|word| word.bytes());
        Self(bytes.fold(0xCBF2_9CE4_8422_2325, |mixed, byte| {
            (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        }))
    }

    /// The `nth` number below a limit.
    fn below(&self, nth: u64, limit: u64) -> i64 {
        let mut mixed = self.0.wrapping_add(nth.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % limit).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::documents::Payment;
    use rules::nemid::certificate::CertificateSerial;
    use rules::words::NemIdNumber;

    fn at(now: &str, signed: &[Document]) -> Vec<Account> {
        let site = Site::named("fjordbanken").unwrap();
        of(site, CprNumber::synthetic(date(1975, 3, 12), 1), signed, now.parse().unwrap())
    }

    #[test]
    fn the_same_customer_finds_the_same_accounts_and_time_goes_on() {
        let march = at("2019-03-04T08:00:00Z", &[]);
        assert_eq!(march, at("2019-03-04T20:00:00Z", &[]));
        assert_eq!((march.len(), march[0].name), (2, "everyday"));
        let april = at("2019-04-04T08:00:00Z", &[]);
        assert_eq!(april[0].number, march[0].number);
        assert_ne!(april[0].balance, march[0].balance);
        assert!(at("2029-03-04T08:00:00Z", &[])[0].movements.len() == SHOWN);
    }

    #[test]
    fn who_pays_nothing_never_stands_below_zero_in_ten_years() {
        let noon = |day: Date| day.at(12, 0, 0, 0).in_tz("Europe/Copenhagen").unwrap().timestamp();
        for bank in ["fjordbanken", "hedebanken", "fjordbanken-erhverv"] {
            let site = Site::named(bank).unwrap();
            for born in 1..=12_i16 {
                let holder = CprNumber::synthetic(date(1940 + 5 * born, 9, 14), 7);
                for account in of(site, holder, &[], noon(date(2029, 12, 31))) {
                    let (seed, mut balance) = (Seed::of(&[bank, holder.digits()]), 0);
                    balance += opening(&seed, account.name, account.nth);
                    for day in BEGINS.series(1.day()).take_while(|day| *day <= date(2029, 12, 31)) {
                        balance += on_day(&seed, account.name, day).iter().map(|one| one.amount).sum::<i64>();
                        assert!(balance > 0, "{bank} {holder} {} {day}: {balance}", account.name);
                    }
                    assert_eq!(balance, account.balance);
                }
            }
        }
    }

    #[test]
    fn another_account_is_spoken_of_where_it_has_enough() {
        let accounts = at("2019-03-04T08:00:00Z", &[]);
        let (all, more) = (&accounts[..], accounts[0].balance.max(accounts[1].balance));
        let poorer = accounts.iter().min_by_key(|one| one.balance).unwrap();
        assert_eq!(covers(all, poorer, poorer.balance), Ok(()));
        assert_eq!(covers(all, poorer, more), Err(PaymentFault::TooMuchHere));
        assert_eq!(covers(all, poorer, more + 1), Err(PaymentFault::TooMuch));
        assert_eq!(covers(&all[..1], &all[0], all[0].balance + 1), Err(PaymentFault::TooMuch));
    }

    #[test]
    fn what_was_paid_comes_off_the_account_it_was_paid_from() {
        let now = "2019-03-04T08:00:00Z";
        let document = Document {
            id: 1,
            site: Site::named("fjordbanken").unwrap().name(),
            citizen: CprNumber::synthetic(date(1975, 3, 12), 1),
            nemid: Some(NemIdNumber::from_drawn(1)),
            title: String::new(),
            text: String::new(),
            payment: Some(Payment { from: 1, to: String::new(), amount: 12_345, message: "Gave".into() }),
            facts: None,
            prepared: now.parse().unwrap(),
            signed: Some(now.parse().unwrap()),
            certificate: Some(CertificateSerial(1)),
        };
        let (before, after) = (at(now, &[]), at(now, &[document]));
        assert_eq!(after[0], before[0]);
        assert_eq!(after[1].balance, before[1].balance - 12_345);
        assert_eq!(after[1].movements[0].message, "Gave");
    }
}
