//! Gives the colours of a style sheet names, so that a dark scheme can change them.

use std::fmt::Write;

/// The style sheet with each colour as a custom property that names its use and its value, and that falls back to the
/// value: `color:#fff` becomes `color:var(--ink-fff,#fff)`. The same colour has another name as ink (text and symbols),
/// as surface (backgrounds) and as line (borders, outlines, shadows), because a dark scheme changes them differently.
pub fn named(style: &str) -> String {
    let mut named = String::with_capacity(style.len() * 11 / 10);
    let mut kept = 0;
    for (at, _) in style.match_indices('#') {
        let digits = style[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let end = at + 1 + digits;
        let whole = !style[end..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if !(matches!(digits, 3 | 6) && whole) {
            continue;
        }
        let Some(kind) = kind(&style[..at]) else { continue };
        named.push_str(&style[kept..at]);
        let value = &style[at + 1..end];
        // Writing into a String cannot fail.
        let _ = write!(named, "var(--{kind}-{},#{value})", value.to_ascii_lowercase());
        kept = end;
    }
    named.push_str(&style[kept..]);
    named
}

/// What the declaration that ends here uses a colour for; `None` outside declarations of colours and within addresses.
fn kind(before: &str) -> Option<&'static str> {
    let declaration = &before[before.rfind(['{', ';', '}'])? + 1..];
    let (property, value) = declaration.split_once(':')?;
    if value.contains("url(") {
        return None;
    }
    match property.trim() {
        "color" | "fill" | "stroke" => Some("ink"),
        property if property.starts_with("background") => Some("surface"),
        property if property.starts_with("border") || property.starts_with("outline") => Some("line"),
        "box-shadow" => Some("line"),
        _ => None,
    }
}
