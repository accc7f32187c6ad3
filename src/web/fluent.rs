//! The Fluent texts of a language, read when the first of them is said, so that a language which nobody reads takes no
//! memory.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::web::language::Language;
use crate::web::sources::Sources;

type Bundle = FluentBundle<FluentResource>;

static DANISH: LazyLock<Result<Bundle, String>> = LazyLock::new(|| read(Language::Da));
static ENGLISH: LazyLock<Result<Bundle, String>> = LazyLock::new(|| read(Language::En));

/// The text of a key, with its places filled.
///
/// # Errors
/// What is wrong, when there is no such text, or a place in it is left empty.
pub fn say(language: Language, key: &str, places: HashMap<&str, FluentValue<'_>>) -> Result<String, String> {
    let bundle = match language {
        Language::Da => DANISH.as_ref(),
        Language::En => ENGLISH.as_ref(),
    };
    let bundle = bundle.map_err(Clone::clone)?;
    let text = bundle.get_message(key).and_then(|message| message.value()).ok_or("there is none")?;
    let mut errors = Vec::new();
    let said =
        bundle.format_pattern(text, Some(&places.into_iter().collect::<FluentArgs<'_>>()), &mut errors);
    if errors.is_empty() { Ok(said.into_owned()) } else { Err(format!("{errors:?}")) }
}

/// Reads the files of a language. No two may have a key in common.
fn read(language: Language) -> Result<Bundle, String> {
    let code = language.code();
    let locale = code.parse().map_err(|error| format!("{code}: {error}"))?;
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    // The marks that isolate arguments for mixed writing directions are not needed in Danish and English, and would be
    // copied along with a card number.
    bundle.set_use_isolating(false);
    let folder = format!("texts/{code}/");
    for name in Sources::iter().filter(|name| name.starts_with(&folder)) {
        let file = Sources::get(&name).ok_or_else(|| format!("{name} is gone"))?;
        let source = String::from_utf8(file.data.into_owned()).map_err(|error| format!("{name}: {error}"))?;
        let texts = FluentResource::try_new(source).map_err(|(_, errors)| format!("{name}: {errors:?}"))?;
        bundle.add_resource(texts).map_err(|errors| format!("{name}: {errors:?}"))?;
    }
    Ok(bundle)
}
