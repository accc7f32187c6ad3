//! The files that pages are made of, as they lie in `templates/`: templates and texts.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "templates/"]
pub(super) struct Sources;
