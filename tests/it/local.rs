//! Requests in this process: each names the host, as every browser and program does.

use std::fmt::Display;

use rocket::http::uri::Origin;
use rocket::http::{Header, Method};
use rocket::local::blocking::{Client, LocalRequest};

/// A site's client.
pub struct Local {
    /// Requests that name no host unless the test does.
    pub bare: Client,
}

impl Local {
    pub fn new(bare: Client) -> Self {
        Self { bare }
    }

    pub fn req<'c, 'u: 'c, U>(&'c self, method: Method, uri: U) -> LocalRequest<'c>
    where
        U: TryInto<Origin<'u>> + Display,
    {
        self.bare.req(method, uri).header(Header::new("Host", "localhost:8000"))
    }

    pub fn get<'c, 'u: 'c, U>(&'c self, uri: U) -> LocalRequest<'c>
    where
        U: TryInto<Origin<'u>> + Display,
    {
        self.req(Method::Get, uri)
    }

    pub fn post<'c, 'u: 'c, U>(&'c self, uri: U) -> LocalRequest<'c>
    where
        U: TryInto<Origin<'u>> + Display,
    {
        self.req(Method::Post, uri)
    }
}
