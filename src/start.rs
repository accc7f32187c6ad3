//! Puts the site together and starts it.

use rocket::{Build, Rocket};

use crate::config::Config;
use crate::{citizen, web};

/// The whole site, ready to be launched or tested.
///
/// # Errors
/// When a template does not parse.
pub fn rocket(config: &Config, parts: web::Parts) -> Result<Rocket<Build>, &'static tera::Error> {
    Ok(web::rocket(config.rocket.clone(), parts)?.mount("/", citizen::routes()))
}
