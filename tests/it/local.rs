//! Requests in this process: each names the host, as every browser and program does.

use std::fmt::Display;

use rocket::http::uri::Origin;
use rocket::http::{Header, Method};
use rocket::local::blocking::{Client, LocalRequest};
use selvbetjening::web::base::Base;

/// A site's client.
pub struct Local {
    /// Requests that name no host unless the test does.
    pub bare: Client,
    /// The base of the world's addresses, which the listener takes away (D42).
    pub base: String,
}

impl Local {
    pub fn new(bare: Client) -> Self {
        Self { bare, base: String::new() }
    }

    /// The client of a world whose addresses lie below a base.
    pub fn below(bare: Client, base: &Base) -> Self {
        Self { bare, base: base.address("") }
    }

    pub fn req<'c, 'u: 'c, U>(&'c self, method: Method, uri: U) -> LocalRequest<'c>
    where
        U: TryInto<Origin<'u>> + Display,
    {
        let uri = uri.to_string();
        let within = uri.strip_prefix(&self.base).unwrap_or(&uri).to_owned();
        self.bare.req(method, within).header(Header::new("Host", "localhost:8000"))
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
