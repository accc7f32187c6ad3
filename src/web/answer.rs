//! What a handler answers, and how the trouble of a case becomes a status.
//!
//! ```text
//! match settle(log_on::with_password(app, …).await)? {
//!     Ok(token) => Ok(Answer::go("/log-paa/noegle")),
//!     Err(refusal) => Ok(Answer::again(page(Filled::again(&*sent, Faults::whole(refusal))))),
//! }
//! ```

use rocket::http::Status;
use rocket::http::uri::Origin;
use rocket::request::Request;
use rocket::response::{Redirect, Responder, Result as Response};

use crate::web::page::Page;
use service::cases::app::CaseError;
use service::cases::app::StoreError;

/// What every handler returns. `Ok` is an answer that the handler gives on its own way: its page, the form again with
/// its mistakes, the way on. `Err` is an answer that ends it early: a guard's way elsewhere, or a status.
pub type Handled = Result<Answer, Answer>;

/// A page, the way to another one, or a status whose page the catchers show.
#[derive(Debug)]
pub enum Answer {
    Page(Box<Page>),
    /// The way to another page.
    Go(Box<Redirect>),
    /// Something is wrong on our side, or it is too busy.
    Status(Status),
}

impl Answer {
    /// The way to another page, asked for with GET. What came out of an address and cannot stand in one, such as a
    /// number with blanks, leads to no page.
    pub fn go(to: impl Into<String>) -> Self {
        let to = to.into();
        if Origin::parse(&to).is_err() {
            return Self::Status(Status::NotFound);
        }
        Self::Go(Box::new(Redirect::to(to)))
    }

    /// A page with the form that was sent, which comes back with its mistakes (422).
    pub fn again(page: Page) -> Self {
        page.with_status(Status::UnprocessableEntity).into()
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
        if matches!(error, StoreError::DiskFull) {
            return Self::Status(Status::InsufficientStorage);
        }
        rocket::error!("store: {error}");
        Self::Status(Status::InternalServerError)
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

/// Parts a case's outcome: what succeeded or was refused is the handler's matter, all other trouble is an answer
/// already.
///
/// # Errors
/// Busy (503), the disk full (507) or something of ours broken (500).
pub fn settle<T, R: std::error::Error>(outcome: Result<T, CaseError<R>>) -> Result<Result<T, R>, Answer> {
    match outcome {
        Ok(done) => Ok(Ok(done)),
        Err(CaseError::Refused(refusal)) => Ok(Err(refusal)),
        Err(CaseError::Busy) => Err(Status::ServiceUnavailable.into()),
        Err(CaseError::DiskFull) => Err(Status::InsufficientStorage.into()),
        Err(CaseError::Broken(why)) => {
            rocket::error!("case: {why}");
            Err(Status::InternalServerError.into())
        }
    }
}
