//! One account of a netbank's customer, with its last movements.

use rocket::get;
use rocket::http::Status;
use serde::Serialize;

use crate::provider::guard::Customer;
use crate::provider::kroner::AccountShown;
use crate::provider::look::SiteFrame;
use crate::web::answer::{Answer, Handled};
use crate::web::language::Language;
use crate::web::page::Page;
use service::cases::sites::accounts::Account;
use service::cases::sites::{accounts, visit};

/// The accounts of the person who is logged on; only banks have any.
pub async fn all(customer: &Customer<'_>) -> Result<Vec<Account>, Answer> {
    if !customer.site.kind.is_netbank() {
        return Err(Status::NotFound.into());
    }
    let visit = visit::of(customer.caller.app, customer.site, customer.who.nemid).await?;
    Ok(accounts::of(customer.site, visit.first_cpr, &visit.signed, visit.now))
}

#[derive(Serialize)]
struct AccountView {
    site: SiteFrame,
    account: AccountShown,
}

#[get("/tjenester/<_>/konto/<nth>")]
pub async fn account(customer: Customer<'_>, nth: u8, language: Language) -> Handled {
    let accounts = all(&customer).await?;
    let account = accounts.iter().find(|account| account.nth == nth).ok_or(Status::NotFound)?;
    let account = AccountShown::of(account, language);
    let view = AccountView { site: SiteFrame::for_customer(&customer), account };
    Ok(Page::new("provider/account.html", view).into())
}
