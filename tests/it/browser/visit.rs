//! A page as received: its text, its links, and its forms.

use std::collections::BTreeSet;

use rocket::http::{ContentType, Status};
use scraper::Html;

use super::{Browser, select, text_of};

/// A page as it came.
pub struct Visit<'b, 's> {
    pub(super) browser: &'b Browser<'s>,
    pub status: Status,
    pub path: String,
    pub body: String,
    pub kind: Option<ContentType>,
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

    /// Every link of an error summary leads to a field that can be filled in. Whatever test came to the page, it is
    /// looked at here.
    #[track_caller]
    pub(super) fn leads_from_each_fault_to_its_field(&self) {
        if !self.body.contains("error-summary") {
            return;
        }
        let html = self.html();
        let fields: BTreeSet<_> = html
            .select(&select("input, select, textarea"))
            .filter(|field| field.attr("disabled").is_none() && field.attr("type") != Some("hidden"))
            .filter_map(|field| field.attr("id"))
            .collect();
        for link in html.select(&select(".error-summary a")) {
            let to = link.attr("href").unwrap_or_default();
            let leads = to.strip_prefix('#').is_some_and(|id| fields.contains(id));
            assert!(leads, "{}: the fault {:?} leads to {to:?}, which is no field", self.path, text_of(link));
        }
    }
}
