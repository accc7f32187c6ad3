//! All pages that can be reached without an errand, by what they are for: another way to find a page.

use rocket::{State, get};
use serde::Serialize;

use crate::web::base::Base;
use crate::web::navigation;
use crate::web::navigation::Group;
use crate::web::page::Page;

#[derive(Serialize)]
struct SiteMapView {
    groups: Vec<Group>,
}

/// The site map.
#[get("/oversigt")]
pub fn site_map(base: &State<Base>) -> Page {
    Page::new("citizen/public/site_map.html", SiteMapView { groups: navigation::site_map(base) })
}
