//! A form being filled in, by the labels of its fields.

use crate::at_once::Request;
use scraper::{ElementRef, Html};

use super::{Browser, Visit, encoded, select, text_of};

/// A form that is being filled in.
#[derive(Clone)]
pub struct Form<'b, 's> {
    browser: &'b Browser<'s>,
    body: String,
    action: String,
    method: String,
    fields: Vec<(String, String)>,
    page: String,
}

impl<'b, 's> Visit<'b, 's> {
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

/// The words on a button.
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

    /// Types a day into the three fields with this legend.
    #[track_caller]
    pub fn fill_day(mut self, legend: &str, day: [&str; 3]) -> Self {
        let html = Html::parse_fragment(&self.body);
        let groups = select("fieldset");
        let is_meant = |group: &ElementRef<'_>| {
            group.select(&select("legend")).any(|one| text_of(one).starts_with(legend))
        };
        let group = html.select(&groups).find(is_meant);
        let group = group.unwrap_or_else(|| panic!("{} has no day {legend:?}", self.page));
        let names: Vec<_> = group.select(&select("input")).filter_map(|one| one.attr("name")).collect();
        for (name, typed) in names.into_iter().zip(day) {
            self = self.tamper(name, typed);
        }
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

    /// Leaves out the fields whose names begin like this, as an older page or a program would.
    pub fn without(mut self, beginning: &str) -> Self {
        self.fields.retain(|(field, _)| !field.starts_with(beginning));
        self
    }

    /// The fields as they would be sent.
    pub fn fields_of(&self) -> Vec<(String, String)> {
        self.fields.clone()
    }

    /// Where it goes and the fields as they would be sent.
    pub fn sent(&self) -> (String, Vec<(String, String)>) {
        (self.action.clone(), self.fields.clone())
    }

    /// The request that would send it, to be sent together with others.
    pub fn aimed(&self) -> Request {
        Request {
            path: self.action.clone(),
            fields: Some(self.fields.clone()),
            cookies: self.browser.cookies().into_iter().collect(),
        }
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
