//! The answers of handlers, and the status that the error of a case becomes.
//!
//! ```text
//! match settle(log_on::with_password(app, …).await)? {
//!     Settled::Done(token) => Ok(Answer::go("/log-paa/noegle")),
//!     Settled::Refused(refusal) => Ok(Answer::again(page(Filled::again(&*sent, Faults::whole(refusal))))),
//! }
//! ```

use rocket::http::Status;
use rocket::http::uri::Origin;
use rocket::request::Request;
use rocket::response::{Redirect, Responder, Result as Response};

use crate::web::broken;
use crate::web::page::Page;
use rules::Refusal;
use service::cases::app::CaseError;
use service::cases::app::StoreError;

/// The return type of every handler. `Ok` is the answer at the end of the handler: its page, the form again
/// with its mistakes, a redirect. `Err` is an answer that ends it early: a guard's redirect, or a status.
pub type Handled = Result<Answer, Answer>;

/// A page, a redirect, or a status whose page the catchers show.
#[derive(Debug)]
pub enum Answer {
    Page(Box<Page>),
    /// A redirect to another page.
    Go(Box<Redirect>),
    /// The service failed, or it is too busy.
    Status(Status),
}

impl Answer {
    /// A redirect to another page, which is requested with GET. A target taken from an address that is not
    /// allowed in one, such as a number with blanks, leads to no page.
    pub fn go(to: impl Into<String>) -> Self {
        let to = to.into();
        if Origin::parse(&to).is_err() {
            return Self::Status(Status::NotFound);
        }
        Self::Go(Box::new(Redirect::to(to)))
    }

    /// The page with the form that was sent, shown again with its mistakes (422).
    pub fn again(page: Page) -> Self {
        page.with_status(Status::UnprocessableEntity).into()
    }

    /// The same for a form that was refused: 429 where too much was asked for, else 422.
    pub fn refused(page: Page, refusal: &impl Refusal) -> Self {
        let too_many = refusal.is_for_too_many();
        let status = if too_many { Status::TooManyRequests } else { Status::UnprocessableEntity };
        page.with_status(status).into()
    }
}

impl From<Page> for Answer {
    fn from(page: Page) -> Self {
        Self::Page(Box::new(page))
    }
}

impl From<Redirect> for Answer {
    fn from(redirect: Redirect) -> Self {
        Self::Go(Box::new(redirect))
    }
}

impl From<Status> for Answer {
    fn from(status: Status) -> Self {
        Self::Status(status)
    }
}

impl From<StoreError> for Answer {
    fn from(error: StoreError) -> Self {
        Self::Status(broken::status("an answer", &error))
    }
}

impl<'r> Responder<'r, 'static> for Answer {
    fn respond_to(self, request: &'r Request<'_>) -> Response<'static> {
        match self {
            Self::Page(page) => page.respond_to(request),
            Self::Go(redirect) => redirect.respond_to(request),
            Self::Status(status) => Err(status),
        }
    }
}

/// How a case ended that did not break: with what it gives, or with a refusal that the form shows.
#[derive(Debug)]
pub enum Settled<T, R> {
    Done(T),
    Refused(R),
}

impl<T, R> Settled<T, R> {
    /// What the case gave.
    ///
    /// # Errors
    /// Its refusal.
    pub fn done(self) -> Result<T, R> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Refused(refusal) => Err(refusal),
        }
    }
}

/// Sorts the outcome of a case: what it gave and its refusal are the handler's matter, every other error is
/// an answer already.
///
/// # Errors
/// The session has ended (401, which leads to the log-on), busy (503), nobody knows whether it was saved (504), the disk full
/// (507) or an error of the service (500).
pub fn settle<T, R: std::error::Error>(outcome: Result<T, CaseError<R>>) -> Result<Settled<T, R>, Answer> {
    match outcome {
        Ok(done) => Ok(Settled::Done(done)),
        Err(CaseError::Refused(refusal)) => Ok(Settled::Refused(refusal)),
        Err(CaseError::SessionOver) => Err(Status::Unauthorized.into()),
        Err(CaseError::Busy) => Err(Status::ServiceUnavailable.into()),
        Err(CaseError::InDoubt) => Err(Status::GatewayTimeout.into()),
        Err(CaseError::DiskFull) => Err(Status::InsufficientStorage.into()),
        Err(CaseError::Broken(why)) => {
            log::error!(code = "case"; "{why}");
            Err(Status::InternalServerError.into())
        }
    }
}
