//! A browser without a screen: it keeps cookies, finds fields by their labels and buttons by their words, and follows
//! redirects, so that a test says what a person does.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rocket::http::{ContentType, Cookie, Method, Status};
use rocket::local::blocking::Client;
use scraper::{ElementRef, Html, Selector};

/// One person's browser.
pub struct Browser<'s> {
    client: &'s Client,
    cookies: RefCell<BTreeMap<String, String>>,
}

/// A page as it came.
pub struct Visit<'b, 's> {
    browser: &'b Browser<'s>,
    pub status: Status,
    pub path: String,
    pub body: String,
    pub kind: Option<ContentType>,
}

/// A form that is being filled in.
pub struct Form<'b, 's> {
    browser: &'b Browser<'s>,
    body: String,
    action: String,
    method: String,
    fields: Vec<(String, String)>,
    page: String,
}

pub fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// The text of an element, with single blanks.
pub fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'s> Browser<'s> {
    pub fn new(client: &'s Client) -> Self {
        Self { client, cookies: RefCell::default() }
    }

    /// Opens an address.
    pub fn open(&self, path: &str) -> Visit<'_, 's> {
        let mut request = self.client.get(path.to_owned());
        for cookie in self.jar() {
            request = request.cookie(cookie);
        }
        self.arrive(path, request.dispatch())
    }

    /// Sends fields to an address, as a form would.
    pub fn send(&self, path: &str, fields: &[(String, String)]) -> Visit<'_, 's> {
        let body = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect::<Vec<_>>()
            .join("&");
        let mut request = self.client.post(path.to_owned()).header(ContentType::Form).body(body);
        for cookie in self.jar() {
            request = request.cookie(cookie);
        }
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
        let mut request = self.client.req(method, path.to_owned());
        if method == Method::Post {
            let json = path.starts_with("/api/");
            request = request.header(if json { ContentType::JSON } else { ContentType::Form });
            request = request.body(if json { "{}".to_owned() } else { self.token_field() });
        }
        for cookie in self.jar() {
            request = request.cookie(cookie);
        }
        let response = request.dispatch();
        (response.status(), response.headers().get_one("Location").map(str::to_owned))
    }

    /// Sends a form without its token.
    pub fn send_bare(&self, path: &str) -> (Status, Option<String>) {
        let mut request = self.client.post(path.to_owned()).header(ContentType::Form).body("a=b");
        for cookie in self.jar() {
            request = request.cookie(cookie);
        }
        let response = request.dispatch();
        (response.status(), response.headers().get_one("Location").map(str::to_owned))
    }

    /// The token that belongs into this browser's forms.
    fn token_field(&self) -> String {
        let page = self.open("/log-paa").html();
        let input = select("input[name=_token]");
        let token = page.select(&input).next().and_then(|input| input.attr("value"));
        format!("_token={}", encoded(token.unwrap_or_default()))
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Plants a cookie.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    fn jar(&self) -> Vec<Cookie<'static>> {
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
            _ => Visit {
                browser: self,
                status,
                path: path.to_owned(),
                body: String::from_utf8_lossy(&body).into_owned(),
                kind,
            },
        }
    }
}

fn encoded(text: &str) -> String {
    rocket::http::RawStr::new(text).percent_encode().to_string().replace('+', "%2B")
}

impl<'b, 's> Visit<'b, 's> {
    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// All text of the page's main part, with single blanks.
    pub fn text(&self) -> String {
        let html = self.html();
        html.select(&select("main")).next().map_or_else(|| self.body.clone(), text_of)
    }

    /// Whether the main part of the page says this.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(text.contains(words), "{} ({}) does not say {words:?}:\n{text}", self.path, self.status);
        self
    }

    /// Whether the main part of the page does not say this.
    #[track_caller]
    pub fn never_says(&self, words: &str) -> &Self {
        let text = self.text();
        assert!(!text.contains(words), "{} says {words:?}:\n{text}", self.path);
        self
    }

    #[track_caller]
    pub fn is(&self, status: Status) -> &Self {
        assert_eq!(self.status, status, "{}:\n{}", self.path, self.text());
        self
    }

    /// The key number asked for: `#` and four digits.
    #[track_caller]
    pub fn key_number(&self) -> String {
        let text = self.text();
        let digits = |at: usize| text.get(at + 1..at + 5).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
        let found = text.match_indices('#').find_map(|(at, _)| digits(at));
        found.unwrap_or_else(|| panic!("{} asks for no key:\n{text}", self.path)).to_owned()
    }

    /// Follows the first link with these words.
    #[track_caller]
    pub fn follow(&self, words: &str) -> Visit<'b, 's> {
        let html = self.html();
        let link = html.select(&select("a[href]")).find(|link| text_of(*link).contains(words));
        let link = link.unwrap_or_else(|| panic!("{} has no link {words:?}:\n{}", self.path, self.text()));
        self.browser.open(link.attr("href").unwrap())
    }

    /// The form that holds a button with these words, as it came.
    #[track_caller]
    pub fn form(&self, button: &str) -> Form<'b, 's> {
        let html = self.html();
        let has_button = |form: &ElementRef<'_>| {
            form.select(&select("button, input[type=submit]")).any(|one| button_text(one).contains(button))
        };
        let form = html.select(&select("form")).find(has_button);
        let form = form.unwrap_or_else(|| panic!("{} has no button {button:?}:\n{}", self.path, self.text()));
        let mut fields = as_it_came(form);
        let pressed = form
            .select(&select("button, input[type=submit]"))
            .find(|one| button_text(*one).contains(button))
            .unwrap();
        if let Some(name) = pressed.attr("name") {
            fields.push((name.to_owned(), pressed.attr("value").unwrap_or_default().to_owned()));
        }
        let action = pressed.attr("formaction").or(form.attr("action")).filter(|action| !action.is_empty());
        Form {
            browser: self.browser,
            body: form.html(),
            action: action.unwrap_or(&self.path).to_owned(),
            method: form.attr("method").unwrap_or("get").to_lowercase(),
            fields,
            page: self.path.clone(),
        }
    }

    /// Presses a button in a form with nothing to fill in.
    #[track_caller]
    pub fn press(&self, button: &str) -> Visit<'b, 's> {
        self.form(button).submit()
    }
}

fn button_text(button: ElementRef<'_>) -> String {
    button
        .attr("value")
        .filter(|_| button.value().name() == "input")
        .map_or_else(|| text_of(button), str::to_owned)
}

fn as_it_came(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for input in form.select(&select("input[name], textarea[name], select[name]")) {
        let name = input.attr("name").unwrap().to_owned();
        match (input.value().name(), input.attr("type").unwrap_or("text")) {
            ("select", _) => {
                let chosen = input.select(&select("option[selected]")).next();
                let chosen = chosen.or_else(|| input.select(&select("option")).next());
                fields.push((name, chosen.and_then(|one| one.attr("value")).unwrap_or_default().to_owned()));
            }
            ("textarea", _) => fields.push((name, input.text().collect())),
            (_, "radio" | "checkbox") if input.attr("checked").is_none() => {}
            (_, "radio" | "checkbox") => fields.push((name, input.attr("value").unwrap_or("on").to_owned())),
            (_, "submit") => {}
            _ => fields.push((name, input.attr("value").unwrap_or_default().to_owned())),
        }
    }
    fields
}

impl<'b, 's> Form<'b, 's> {
    /// Types into the field with this label.
    #[track_caller]
    pub fn fill(mut self, label: &str, typed: &str) -> Self {
        let (name, _) = self.labelled(label);
        self.fields.retain(|(field, _)| *field != name);
        self.fields.push((name, typed.to_owned()));
        self
    }

    /// Ticks the box, or chooses the radio button, with this label.
    #[track_caller]
    pub fn tick(mut self, label: &str) -> Self {
        let (name, (kind, value)) = self.labelled(label);
        if kind == "radio" {
            self.fields.retain(|(field, _)| *field != name);
        }
        self.fields.push((name, value));
        self
    }

    /// Takes the tick away from the box with this label.
    #[track_caller]
    pub fn untick(mut self, label: &str) -> Self {
        let (name, (_, value)) = self.labelled(label);
        self.fields.retain(|field| *field != (name.clone(), value.clone()));
        self
    }

    /// Chooses an option of the list with this label.
    #[track_caller]
    pub fn choose(self, label: &str, option: &str) -> Self {
        let html = Html::parse_fragment(&self.body);
        let found = html.select(&select("option")).find(|one| text_of(*one).contains(option));
        let value = found.unwrap_or_else(|| panic!("{} has no option {option:?}", self.page));
        let value = value.attr("value").unwrap_or_default().to_owned();
        self.fill(label, &value)
    }

    /// Sends another value in a field, as somebody with bad intentions would.
    pub fn tamper(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The fields as they would be sent.
    pub fn fields_of(&self) -> Vec<(String, String)> {
        self.fields.clone()
    }

    /// Sends it.
    pub fn submit(&self) -> Visit<'b, 's> {
        if self.method == "post" {
            return self.browser.send(&self.action, &self.fields);
        }
        let query = self.fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let path = self.action.split('?').next().unwrap_or_default();
        self.browser.open(&format!("{path}?{}", query.collect::<Vec<_>>().join("&")))
    }

    /// The name, type and value of the field with a label that begins with these words.
    #[track_caller]
    fn labelled(&self, words: &str) -> (String, (String, String)) {
        let html = Html::parse_fragment(&self.body);
        let labels: Vec<_> = html.select(&select("label[for]")).map(|one| (text_of(one), one)).collect();
        let exact = labels.iter().find(|(text, _)| text == words);
        let label = exact.or_else(|| labels.iter().find(|(text, _)| text.starts_with(words)));
        let (_, label) = label.unwrap_or_else(|| {
            let all: Vec<_> = labels.iter().map(|(text, _)| text).collect();
            panic!("{} has no field {words:?}, only {all:?}", self.page)
        });
        let id = label.attr("for").unwrap();
        let inputs = select("input, textarea, select");
        let input = html.select(&inputs).find(|input| input.attr("id") == Some(id));
        let input = input.unwrap_or_else(|| panic!("{}: the label {words:?} is tied to nothing", self.page));
        let kind = input.attr("type").unwrap_or_default().to_owned();
        let value = input.attr("value").unwrap_or("on").to_owned();
        (input.attr("name").unwrap().to_owned(), (kind, value))
    }
}
