//! A page: a template, and a struct with its content.
//!
//! ```
//! # use selvbetjening::web::page::Page;
//! # use serde::Serialize;
//! #[derive(Serialize)]
//! struct ReceiptView { card: String }
//!
//! let receipt = Page::new("citizen/receipt.html", ReceiptView { card: "A 123 456 789".into() });
//! ```
//!
//! The template extends `layout.html` and fills its blocks `title` and `content`. Besides the fields of its
//! struct it sees `lang` and `page`, a [`Frame`]. A name that is given nowhere is an error, not an empty
//! string.

use rocket::http::{ContentType, Header, RawStr, Status};
use rocket::request::Request;
use rocket::response::{Responder, Response, Result as Answer};
use serde::Serialize;
use serde_json::Value;
use tera::Context;

use crate::web::base::Base;
use crate::web::headers::WITH_SOUND;
use crate::web::keeper::GivenBack;
use crate::web::language::Language;
use crate::web::logged_on::LoggedOn;
use crate::web::navigation::Link;
use crate::web::section::Section;
use crate::web::time_left::TimeLeft;
use crate::web::visitor::{FormKey, Visitor};
use crate::web::{navigation, origin, templates, way_back};
use rules::limits::Limits;
use rules::sessions::Lifetimes;
use service::cases::access::drafts::Draft;
use service::cases::app::App;

/// A page that is yet to be rendered for the visitor.
#[derive(Debug)]
pub struct Page {
    template: &'static str,
    status: Status,
    section: Option<Section>,
    /// Whether it plays a sound that it carries itself.
    sound: bool,
    view: Result<Context, tera::Error>,
}

/// What the layout shows around every page.
#[derive(Debug, Serialize)]
pub struct Frame {
    path: String,
    /// The token for the forms on this page.
    token: String,
    section: Section,
    section_name: &'static str,
    home: &'static str,
    log_on: Option<&'static str>,
    log_off: String,
    sections: Vec<Link>,
    menu: Vec<Link>,
    logged_on: Option<LoggedOn>,
    /// Whether the control room accepts this visitor without a password.
    control_room_open: bool,
    languages: Vec<Choice>,
    /// The address of this site as the visitor has typed it, such as `http://localhost:8000`.
    origin: String,
    /// The simulated instant, which stands in the banner.
    now: Option<String>,
    /// The name of the world, unless it is the first.
    world: Option<String>,
    /// How much time is left for what the page is about.
    time_left: Option<TimeLeft>,
    /// How long what is begun here lasts.
    lifetimes: Lifetimes,
    /// How often what is limited may be done.
    limits: Limits,
}

#[derive(Debug, Serialize)]
struct Choice {
    code: &'static str,
    name: &'static str,
    /// The address that chooses the language and returns.
    href: String,
    current: bool,
}

impl Page {
    /// A page from a template below `templates/` and its content.
    pub fn new(template: &'static str, view: impl Serialize) -> Self {
        Self {
            template,
            status: Status::Ok,
            section: None,
            sound: false,
            view: Context::from_serialize(&view),
        }
    }

    /// A page that shows the same to everybody.
    pub fn plain(template: &'static str) -> Self {
        Self { template, status: Status::Ok, section: None, sound: false, view: Ok(Context::new()) }
    }

    /// The same with another status, such as 422 for a form that is shown again with its mistakes.
    #[must_use]
    pub const fn with_status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// The same, which plays a sound that it carries itself: the content policy opens for that alone (D38).
    #[must_use]
    pub const fn with_sound(mut self) -> Self {
        self.sound = true;
        self
    }

    /// The same as a page of another section than its address suggests, such as the log-on of officers.
    #[must_use]
    pub const fn in_section(mut self, section: Section) -> Self {
        self.section = Some(section);
        self
    }

    /// The page as HTML.
    ///
    /// # Errors
    /// When the template is missing or uses a name that is given nowhere.
    pub fn render(self, language: Language, frame: &Frame) -> Result<String, tera::Error> {
        let mut context = self.view?;
        context.insert("lang", language.code());
        context.insert("page", frame);
        let engine = templates::engine(self.template).map_err(|e| tera::Error::message(e.to_string()))?;
        engine.render(self.template, &context)
    }
}

impl Frame {
    /// The frame of a page that answers this request.
    pub fn of(request: &Request<'_>) -> Self {
        Self::in_section(Section::of(request.uri().path().as_str()), request)
    }

    fn in_section(section: Section, request: &Request<'_>) -> Self {
        let path = request.uri().path();
        let token = request.rocket().state::<FormKey>().map(|key| Visitor::of(request).form_token(key));
        let app = request.rocket().state::<App>();
        let base = Base::of(request);
        Self {
            token: token.unwrap_or_default(),
            control_room_open: origin::control_room_is_open_to(request),
            languages: choices(&way_back::page_of(request), Language::of(request)),
            origin: origin::of_site(request),
            now: app.map(|app| app.now().to_string()),
            world: base.world().map(str::to_owned),
            time_left: TimeLeft::on_page(request),
            lifetimes: app.map(|app| app.lifetimes()).unwrap_or_default(),
            limits: app.map(|app| app.limits()).unwrap_or_default(),
            ..Self::new(section, &base, path.as_str(), Language::of(request), LoggedOn::of(request))
        }
    }

    /// The frame around a page at this path, for tests: no form token, no query.
    pub fn at(path: &str, language: Language, logged_on: Option<&LoggedOn>) -> Self {
        Self::new(Section::of(path), &Base::default(), path, language, logged_on)
    }

    fn new(
        section: Section,
        base: &Base,
        path: &str,
        language: Language,
        logged_on: Option<&LoggedOn>,
    ) -> Self {
        let logged_on = logged_on.filter(|person| person.section == section);
        Self {
            path: path.to_owned(),
            token: String::new(),
            section,
            section_name: section.name(),
            home: section.home(),
            log_on: section.log_on(),
            log_off: section.log_off(path),
            sections: navigation::sections(section),
            menu: navigation::menu(section, base, path, logged_on),
            logged_on: logged_on.cloned(),
            control_room_open: true,
            languages: choices(path, language),
            origin: String::new(),
            now: None,
            world: None,
            time_left: None,
            lifetimes: Lifetimes::default(),
            limits: Limits::default(),
        }
    }
}

/// The languages, each with the link that chooses it and returns to `here`.
fn choices(here: &str, language: Language) -> Vec<Choice> {
    let choice = |choice: Language| Choice {
        code: choice.code(),
        name: choice.own_name(),
        href: format!("/sprog/{}?til={}", choice.code(), RawStr::new(here).percent_encode()),
        current: choice == language,
    };
    Language::ALL.into_iter().map(choice).collect()
}

impl<'r> Responder<'r, 'static> for Page {
    fn respond_to(self, request: &'r Request<'_>) -> Answer<'static> {
        let has_form = self.view.as_ref().is_ok_and(|view| view.contains_key("form"));
        let given_back = || GivenBack::to(request).shown();
        let typed = (self.status == Status::Ok && has_form).then(given_back).flatten();
        let page = match typed {
            Some(typed) => self.with_typed(typed),
            None => self,
        };
        page.respond(request)
    }
}

impl Page {
    /// The same with what was typed before time was up, where it has a form.
    fn with_typed(mut self, typed: &Draft) -> Self {
        let form = self.view.as_ref().ok().and_then(|view| view.get("form"));
        let form = form.and_then(|form| serde_json::to_value(form).ok());
        if let (Some(mut form), Ok(view)) = (form, &mut self.view)
            && let Some(values) = form.get_mut("values").and_then(Value::as_object_mut)
        {
            values.extend(typed.clone());
            view.insert("form", &form);
            view.insert("given_back", &true);
        }
        self
    }

    fn respond(self, request: &Request<'_>) -> Answer<'static> {
        let (template, status, sound) = (self.template, self.status, self.sound);
        let frame =
            self.section.map_or_else(|| Frame::of(request), |section| Frame::in_section(section, request));
        let html = self.render(Language::of(request), &frame).map_err(|e| {
            log::error!(code = "page"; "page {template}: {e}");
            Status::InternalServerError
        })?;
        let html = Base::of(request).page(html);
        let mut page = Response::build();
        if sound {
            page.header(Header::new("Content-Security-Policy", WITH_SOUND));
        }
        page.status(status).header(ContentType::HTML).sized_body(html.len(), std::io::Cursor::new(html)).ok()
    }
}
