//! Paying from an account: the form, and the text that the customer signs (Rules 2).

use rocket::http::Status;
use rocket::{FromForm, get, post};
use serde::Serialize;

use crate::provider::guard::Customer;
use crate::provider::look::SiteFrame;
use crate::provider::{accounts, kroner, signing};
use crate::web::answer::{Answer, Handled};
use crate::web::forms::{Checked, Faults, Filled};
use crate::web::language::Language;
use crate::web::page::Page;
use crate::web::texts::Text;
use rules::money::PaymentFault;
use rules::{money, providers};
use service::cases::sites::Payment;
use service::cases::sites::accounts::{Account, covers};
use service::cases::sites::signing::Draft;

/// Characters of the longest message.
const MESSAGE: usize = 40;

/// What is typed into a payment.
#[derive(FromForm, Serialize)]
pub struct PaymentForm {
    from: u8,
    to: String,
    amount: String,
    message: String,
}

#[derive(Serialize)]
struct PaymentView {
    site: SiteFrame,
    accounts: Vec<Choice>,
    form: Filled,
    /// The refusal of a session opened by password alone: there is no form.
    refused: Option<Text>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    text: String,
}

fn page(customer: &Customer<'_>, accounts: &[Account], form: Filled, language: Language) -> Page {
    let choice = |account: &Account| Choice {
        value: account.nth.to_string(),
        text: format!(
            "{} {} ({})",
            Text::new(format!("site-account-{}", account.name)).say(language),
            account.number,
            kroner::written(language, account.balance)
        ),
    };
    let refused = providers::may_commit(customer.who.limited).err().map(Text::from);
    let status = if refused.is_some() { Status::Forbidden } else { Status::Ok };
    let accounts = accounts.iter().map(choice).collect();
    let view = PaymentView { site: SiteFrame::for_customer(customer), accounts, form, refused };
    Page::new("provider/payment.html", view).with_status(status)
}

#[get("/tjenester/<_>/betal")]
pub async fn form(customer: Customer<'_>, language: Language) -> Handled {
    let accounts = accounts::all(&customer).await?;
    Ok(page(&customer, &accounts, Filled::blank(), language).into())
}

/// Shows the payment to the customer as a text to sign.
#[post("/tjenester/<_>/betal", data = "<sent>")]
pub async fn prepare(customer: Customer<'_>, sent: Checked<PaymentForm>, language: Language) -> Handled {
    let accounts = accounts::all(&customer).await?;
    let mut faults = Faults::default();
    let Some((account, payment)) = read(&sent, &accounts, language, &mut faults) else {
        let again = page(&customer, &accounts, Filled::again(&*sent, faults), language);
        return Ok(Answer::again(again));
    };
    let text = Text::new("site-payment-to-sign")
        .with("amount", kroner::written(language, payment.amount))
        .with("to", payment.to.clone())
        .with("from", account.number.clone())
        .with("message", if payment.message.is_empty() { "\u{2013}" } else { payment.message.as_str() });
    let title = Text::new("site-payment-title").with("to", payment.to.clone()).say(language);
    let draft = Draft { title, text: text.say(language), payment: Some(payment) };
    signing::put_before(&customer, draft).await
}

fn read<'a>(
    sent: &PaymentForm,
    accounts: &'a [Account],
    language: Language,
    faults: &mut Faults,
) -> Option<(&'a Account, Payment)> {
    let account = accounts.iter().find(|account| account.nth == sent.from);
    let account = faults.take("from", account.ok_or(PaymentFault::Account));
    let to = faults.take("to", money::parse_account(&sent.to));
    let amount = faults.take("amount", kroner::read(language, &sent.amount));
    let message = sent.message.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = if message.chars().count() > MESSAGE { Err(PaymentFault::Message) } else { Ok(message) };
    let message = faults.take("message", message);
    let (account, to, amount, message) = (account?, to?, amount?, message?);
    let to = faults.take("to", account.pays_to(to))?;
    faults.take("amount", covers(accounts, account, amount))?;
    Some((account, Payment { from: account.nth, to, amount, message }))
}
