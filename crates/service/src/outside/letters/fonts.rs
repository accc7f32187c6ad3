//! The typeface of the letters, IBM Plex Sans, included in the program at build time, and the width of texts
//! in it.

use std::sync::LazyLock;

use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

static REGULAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fonts/IBMPlexSans-Regular.ttf"));
static SEMI_BOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fonts/IBMPlexSans-SemiBold.ttf"));

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
    Some(Fonts { regular: LoadedFace::read(REGULAR)?, semi_bold: LoadedFace::read(SEMI_BOLD)? })
});

/// One of the two weights that a letter is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    SemiBold,
}

/// Both faces, ready to measure and to draw.
pub(super) struct Fonts {
    regular: LoadedFace,
    semi_bold: LoadedFace,
}

struct LoadedFace {
    font: Font,
    outlines: FontRef<'static>,
}

impl LoadedFace {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { font: Font::new(bytes.into(), 0)?, outlines: FontRef::new(bytes).ok()? })
    }
}

impl Fonts {
    /// The faces, read once; `None` if the included files are no fonts.
    pub(super) fn get() -> Option<&'static Self> {
        FONTS.as_ref()
    }

    /// A face to draw with.
    pub(super) fn font(&self, face: Face) -> Font {
        self.loaded(face).font.clone()
    }

    /// The width of a text in points.
    pub(super) fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let outlines = &self.loaded(face).outlines;
        let (glyphs, metrics) =
            (outlines.charmap(), outlines.glyph_metrics(Size::new(size), LocationRef::default()));
        text.chars()
            .map(|character| {
                metrics.advance_width(glyphs.map(character).unwrap_or_default()).unwrap_or_default()
            })
            .sum()
    }

    /// Breaks a text into lines no wider than `width` points: at blanks, and within a word only if it is
    /// wider than a whole line.
    pub(super) fn lines(&self, face: Face, size: f32, text: &str, width: f32) -> Vec<String> {
        let fits = |line: &str| self.width(face, size, line) <= width;
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for character in word.chars() {
                line.push(character);
                if !fits(&line) && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, character.to_string()));
                }
            }
        }
        lines.push(line);
        lines
    }

    /// Whether the typeface has every character of a text, in both weights.
    pub(super) fn have(&self, text: &str) -> bool {
        let has = |face: &LoadedFace, character| {
            face.outlines.charmap().map(character).is_some_and(|glyph| glyph.to_u32() != 0)
        };
        text.chars().all(|character| has(&self.regular, character) && has(&self.semi_bold, character))
    }

    fn loaded(&self, face: Face) -> &LoadedFace {
        match face {
            Face::Regular => &self.regular,
            Face::SemiBold => &self.semi_bold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_digits_are_equally_wide_so_that_codes_line_up() {
        let fonts = Fonts::get().unwrap();
        for face in [Face::Regular, Face::SemiBold] {
            let zero = fonts.width(face, 10.0, "0");
            assert!(zero > 4.0);
            for digit in '1'..='9' {
                assert!((fonts.width(face, 10.0, &digit.to_string()) - zero).abs() < 0.001, "{digit}");
            }
        }
    }

    #[test]
    fn the_typeface_has_danish_and_its_neighbours_and_no_other_script() {
        let fonts = Fonts::get().unwrap();
        assert!(fonts.have("Åse Ærø Sørensen-O’Neill, Łukasz Żółw, Ďuriš, Nguyễn"));
        for foreign in ["王小明", "محمد", "さくら", "😀"] {
            assert!(!fonts.have(foreign), "{foreign}");
        }
    }

    #[test]
    fn lines_break_at_blanks_and_never_run_over() {
        let fonts = Fonts::get().unwrap();
        let text = "Når du har fået brevet, går du ind på siden og skriver koden. Æbleskivepande";
        let lines = fonts.lines(Face::Regular, 10.0, text, 120.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| fonts.width(Face::Regular, 10.0, line) <= 120.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);

        let broken = fonts.lines(Face::Regular, 10.0, &"x".repeat(100), 120.0);
        assert!(broken.len() > 1 && broken.concat() == "x".repeat(100));
        assert_eq!(fonts.lines(Face::Regular, 10.0, "", 120.0), [""]);
    }
}
