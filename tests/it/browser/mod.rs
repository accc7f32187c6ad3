//! A browser without a screen: it keeps cookies, finds fields by their labels and buttons by their words, and
//! follows redirects, so that a test reads like a person's actions.

mod form;
mod visit;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use rocket::http::{ContentType, Cookie, Header, Method, Status};
use rocket::local::blocking::LocalRequest;
use scraper::{ElementRef, Selector};

use crate::local::Local;
pub use form::Form;
pub use visit::Visit;

/// One person's browser.
pub struct Browser<'s> {
    client: &'s Local,
    /// The address it comes from; none is this machine.
    from: Option<IpAddr>,
    /// What a proxy on the way adds to each request.
    added: Option<(&'static str, &'static str)>,
    cookies: RefCell<BTreeMap<String, String>>,
}

pub fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// The text of an element, with single blanks.
pub fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'s> Browser<'s> {
    pub fn new(client: &'s Local) -> Self {
        Self { client, from: None, added: None, cookies: RefCell::default() }
    }

    /// The same at another address.
    pub fn at(self, address: &str) -> Self {
        Self { from: Some(address.parse().unwrap()), ..self }
    }

    /// The same behind a proxy that adds a header.
    pub fn behind(self, name: &'static str, value: &'static str) -> Self {
        Self { added: Some((name, value)), ..self }
    }

    /// The base of the addresses of the world that it looks at.
    pub fn base(&self) -> &str {
        &self.client.base
    }

    /// A request from where the browser is, with its cookies.
    fn request(&self, method: Method, path: &str) -> LocalRequest<'s> {
        let mut request = self.client.req(method, path.to_owned());
        if let Some(address) = self.from {
            request = request.remote(SocketAddr::from((address, 49_152)));
        }
        if let Some((name, value)) = self.added {
            request = request.header(Header::new(name, value));
        }
        self.jar().into_iter().fold(request, LocalRequest::cookie)
    }

    /// Opens an address.
    pub fn open(&self, path: &str) -> Visit<'_, 's> {
        self.arrive(path, self.request(Method::Get, path).dispatch())
    }

    /// Sends fields to an address, as a form would.
    pub fn send(&self, path: &str, fields: &[(String, String)]) -> Visit<'_, 's> {
        let body = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect::<Vec<_>>()
            .join("&");
        let request = self.request(Method::Post, path).header(ContentType::Form).body(body);
        self.arrive(path, request.dispatch())
    }

    /// Fetches a file: status, type and bytes.
    pub fn fetches(&self, path: &str) -> (Status, Option<ContentType>, Vec<u8>) {
        let response = self.request(Method::Get, path).dispatch();
        (response.status(), response.content_type(), response.into_bytes().unwrap_or_default())
    }

    /// Sends a file by the form of a page.
    pub fn uploads(&self, path: &str, file: &[u8]) -> Visit<'_, 's> {
        self.uploads_with(&self.form_token(), path, file)
    }

    /// The same with another token.
    pub fn uploads_with(&self, token: &str, path: &str, file: &[u8]) -> Visit<'_, 's> {
        let token = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n\
             --XX\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"fil\"\r\n\r\n"
        );
        let body = [token.as_bytes(), file, b"\r\n--XX--\r\n"].concat();
        let kind = ContentType::parse_flexible("multipart/form-data; boundary=XX").unwrap();
        let request = self.request(Method::Post, path).header(kind).body(body);
        self.arrive(path, request.dispatch())
    }

    /// Asks as a program does, from a page of another site: status, type and bytes.
    pub fn asks(&self, path: &str, kind: ContentType, body: &[u8]) -> (Status, Option<ContentType>, Vec<u8>) {
        let request = self.request(Method::Post, path).header(kind).body(body);
        let request = request.header(Header::new("Origin", "https://another.example"));
        let response = request.header(Header::new("Sec-Fetch-Site", "cross-site")).dispatch();
        (response.status(), response.content_type(), response.into_bytes().unwrap_or_default())
    }

    /// Sends a file with the name of a world beside it.
    pub fn uploads_named(&self, path: &str, name: &str, file: &[u8]) -> Visit<'_, 's> {
        let head = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{}\r\n\
             --XX\r\nContent-Disposition: form-data; name=\"import_name\"\r\n\r\n{name}\r\n\
             --XX\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"fil\"\r\n\r\n",
            self.form_token()
        );
        let body = [head.as_bytes(), file, b"\r\n--XX--\r\n"].concat();
        let kind = ContentType::parse_flexible("multipart/form-data; boundary=XX").unwrap();
        self.arrive(path, self.request(Method::Post, path).header(kind).body(body).dispatch())
    }

    /// Sends bytes as a form, whatever they are.
    pub fn send_raw(&self, path: &str, body: &[u8]) -> Visit<'_, 's> {
        let request = self.request(Method::Post, path).header(ContentType::Form).body(body);
        self.arrive(path, request.dispatch())
    }

    /// Sends a program's JSON to an address, without a cookie.
    pub fn post_json(&self, path: &str, body: &str) -> Visit<'_, 's> {
        let request = self.client.post(path.to_owned()).header(ContentType::JSON).body(body);
        self.arrive(path, request.dispatch())
    }

    /// What comes back from an address at once: the status and where it leads. A change is sent as a form that holds
    /// only its token.
    pub fn peek(&self, method: Method, path: &str) -> (Status, Option<String>) {
        let mut request = self.request(method, path);
        if method == Method::Post {
            let json = path.starts_with("/api/");
            request = request.header(if json { ContentType::JSON } else { ContentType::Form });
            request = request.body(if json { "{}".to_owned() } else { self.token_field() });
        }
        let response = request.dispatch();
        (response.status(), response.headers().get_one("Location").map(str::to_owned))
    }

    /// Sends a form without its token.
    pub fn send_bare(&self, path: &str) -> (Status, Option<String>) {
        let response = self.request(Method::Post, path).header(ContentType::Form).body("a=b").dispatch();
        (response.status(), response.headers().get_one("Location").map(str::to_owned))
    }

    /// The token that belongs into this browser's forms.
    pub fn form_token(&self) -> String {
        let page = self.open("/log-paa").html();
        let input = select("input[name=_token]");
        let token = page.select(&input).next().and_then(|input| input.attr("value"));
        token.unwrap_or_default().to_owned()
    }

    /// The same as a field of a form.
    pub fn token_field(&self) -> String {
        format!("_token={}", encoded(&self.form_token()))
    }

    /// A header of what comes back at once, when an address is opened or, with fields, a form is sent there.
    pub fn header_of(&self, path: &str, fields: &[(String, String)], name: &str) -> Option<String> {
        let sent = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = sent.collect::<Vec<_>>().join("&");
        let mut request = match fields {
            [] => self.client.get(path.to_owned()),
            _ => self.client.post(path.to_owned()).header(ContentType::Form).body(body),
        };
        for cookie in self.jar() {
            request = request.cookie(cookie);
        }
        request.dispatch().headers().get_one(name).map(str::to_owned)
    }

    /// All cookies.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.borrow().clone()
    }

    /// The value of a cookie, by what its name ends in after the world's id.
    pub fn cookie(&self, what: &str) -> Option<String> {
        let (cookies, end) = (self.cookies.borrow(), format!("_{what}"));
        cookies.iter().find(|(name, _)| name.ends_with(&end)).map(|(_, value)| value.clone())
    }

    /// Plants a cookie.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// The cookies it sends.
    pub fn jar(&self) -> Vec<Cookie<'static>> {
        let cookies = self.cookies.borrow();
        cookies.iter().map(|(name, value)| Cookie::new(name.clone(), value.clone())).collect()
    }

    fn arrive(&self, path: &str, response: rocket::local::blocking::LocalResponse<'_>) -> Visit<'_, 's> {
        for cookie in response.cookies().iter() {
            let gone =
                cookie.value().is_empty() || cookie.max_age().is_some_and(rocket::time::Duration::is_zero);
            let mut jar = self.cookies.borrow_mut();
            if gone {
                jar.remove(cookie.name());
            } else {
                jar.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let (status, kind) = (response.status(), response.content_type());
        let next = response.headers().get_one("Location").map(str::to_owned);
        let body = response.into_bytes().unwrap_or_default();
        match next {
            Some(next) if matches!(status.code, 301..=303 | 307 | 308) => self.open(&next),
            _ => {
                let body = String::from_utf8_lossy(&body).into_owned();
                let visit = Visit { browser: self, status, path: path.to_owned(), body, kind };
                visit.leads_from_each_fault_to_its_field();
                visit
            }
        }
    }
}

fn encoded(text: &str) -> String {
    rocket::http::RawStr::new(text).percent_encode().to_string().replace('+', "%2B")
}
