//! Letters as PDF: the content of a letter is a [`Sheet`], which becomes A4 pages whose text can be searched
//! and read aloud.

use crate::outside::letters::fonts::Fonts;
use crate::outside::letters::layout::{Mark, PAGE_HEIGHT, PAGE_WIDTH, Page, lay_out};
pub use crate::outside::letters::sheet::{CardTable, Sheet, SheetBox};
use crate::outside::letters::tags::Tags;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::TextDirection;
use krilla::{Document, SerializeSettings};

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// The typeface in the program can't be read.
    #[error("the typeface of the letters can't be read")]
    Typeface,
    /// The pages can't be written.
    #[error("a letter can't be written as PDF: {0}")]
    Pdf(String),
}

/// Writes a sheet as a PDF file that is marked as accessible (PDF/UA-1). A text with a character that the
/// typeface lacks is written without the mark.
///
/// # Errors
/// [`LetterError`] if the typeface can't be used.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, LetterError> {
    let fonts = Fonts::get().ok_or(LetterError::Typeface)?;
    let a4 = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT)
        .ok_or_else(|| LetterError::Pdf("A4 is no page size".to_owned()))?;
    match write(sheet, fonts, &a4, for_everybody()?) {
        Err(KrillaError::Validation(_)) => write(sheet, fonts, &a4, Configuration::default()),
        written => written,
    }
    .map_err(|cause| LetterError::Pdf(cause.to_string()))
}

/// Whether a letter can print a text: its typeface has every character.
///
/// # Errors
/// [`LetterError::Typeface`] if the typeface can't be read.
pub fn prints(text: &str) -> Result<bool, LetterError> {
    Ok(Fonts::get().ok_or(LetterError::Typeface)?.have(text))
}

fn for_everybody() -> Result<Configuration, LetterError> {
    let wished = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    wished.finish().map_err(|cause| LetterError::Pdf(format!("{cause:?}")))
}

fn write(
    sheet: &Sheet,
    fonts: &Fonts,
    a4: &PageSettings,
    configuration: Configuration,
) -> Result<Vec<u8>, KrillaError> {
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let about = Metadata::new()
        .title(sheet.heading.clone())
        .authors(sheet.sender.first().cloned().into_iter().collect());
    document.set_metadata(about.language(sheet.language.clone()));
    let mut tags = Tags::default();
    for marks in lay_out(sheet, fonts) {
        let mut page = document.start_page_with(a4.clone());
        let mut surface = page.surface();
        draw(&mut surface, marks, fonts, &mut tags);
        surface.finish();
        page.finish();
    }
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(sheet.heading.clone(), top));
    document.set_outline(outline);
    document.set_tag_tree(tags.tree(&sheet.heading));
    document.finish()
}

fn draw(surface: &mut Surface<'_>, page: Page, fonts: &Fonts, tags: &mut Tags) {
    for mark in page {
        match mark {
            Mark::Text { part, x, y, face, size, text } => {
                let again = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer));
                let line = surface.start_tagged(part.map_or(again, |_| ContentTag::Span(SpanTag::empty())));
                surface.set_stroke(None);
                surface.set_fill(Some(Fill::default()));
                let (start, font) = (Point::from_xy(x, y), fonts.font(face));
                surface.draw_text(start, font, size, &text, false, TextDirection::LeftToRight);
                surface.end_tagged();
                if let Some(part) = part {
                    tags.note(part, line);
                }
            }
            Mark::Frame { x, y, width, height } => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                let mut path = PathBuilder::new();
                if let Some(outline) = Rect::from_xywh(x, y, width, height) {
                    path.push_rect(outline);
                }
                if let Some(path) = path.finish() {
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke { width: 0.75, ..Stroke::default() }));
                    surface.draw_path(&path);
                }
                surface.end_tagged();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::process::{Command, Stdio};

    use zeroize::Zeroizing;

    use super::*;

    fn sheet() -> Sheet {
        let texts = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        Sheet {
            language: "da".to_owned(),
            sender: texts(&["Selvbetjening", "Postboks 1", "2750 Ballerup"]),
            recipient: texts(&["Åse Ærlig Østergård", "Kirkevej 7, 2. th", "8000 Aarhus C"]),
            date: "5. juni 2017".to_owned(),
            heading: "Din midlertidige adgangskode".to_owned(),
            paragraphs: texts(&["Koden gælder i 30 dage.", "Ring til os, hvis brevet ikke var lukket."]),
            footer: "Brevet er øvelse; det gælder ingen rigtige personer.".to_owned(),
            ..Sheet::default()
        }
    }

    /// The output of one of poppler's programs for the file.
    fn poppler(program: &str, args: &[&str], pdf: &[u8]) -> String {
        let command = Command::new(program)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut reader = command.expect("poppler is missing: install poppler-utils");
        reader.stdin.take().unwrap().write_all(pdf).unwrap();
        String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap()
    }

    /// What a screen reader gets out of the file, line by line.
    fn read_aloud(pdf: &[u8]) -> Vec<String> {
        poppler("pdfinfo", &["-struct-text", "-"], pdf).lines().map(|line| line.trim().to_owned()).collect()
    }

    #[test]
    fn a_card_is_read_aloud_key_by_key_and_the_foot_once() {
        let mut letter = sheet();
        letter.paragraphs = vec!["Et langt afsnit. ".repeat(30); 14];
        let keys = (0..148).map(|index| (format!("{index:04}"), secret(&format!("{:06}", index + 500_000))));
        letter.card = Some(CardTable { title: "Nøglekort A123456789".to_owned(), keys: keys.collect() });
        let lines = read_aloud(&pdf(&letter).unwrap());
        let said = lines.iter().filter(|line| line.starts_with('"')).map(|line| line.trim_matches('"'));
        let said: Vec<_> = said.map(str::trim).collect();
        let keys: Vec<_> =
            (0..148).flat_map(|index| [format!("{index:04}"), format!("{:06}", index + 500_000)]).collect();
        let first = said.iter().position(|line| *line == "0000").unwrap();
        assert_eq!(said[first..first + keys.len()], keys);
        assert_eq!(said[first - 1], "Nøglekort A123456789");
        assert_eq!(said.iter().filter(|line| **line == letter.footer).count(), 1, "{said:?}");
        assert!(lines.iter().any(|line| line.starts_with("H1 ")), "{lines:?}");
    }

    /// Whether the file is marked as accessible.
    fn is_for_everybody(file: &[u8]) -> bool {
        String::from_utf8_lossy(file).contains("<pdfuaid:part>1</pdfuaid:part>")
    }

    #[test]
    fn a_letter_is_for_everybody_unless_the_typeface_lacks_a_character() {
        let mut letter = sheet();
        letter.boxes.push(SheetBox { label: "Midlertidig adgangskode".to_owned(), value: secret("042137") });
        let keys = (0..148).map(|index| (format!("{index:04}"), secret("123456"))).collect();
        letter.card = Some(CardTable { title: "Nøglekort A123456789".to_owned(), keys });
        assert!(is_for_everybody(&pdf(&letter).unwrap()));
        letter.recipient[0] = "王 Østergård".to_owned();
        let file = pdf(&letter).unwrap();
        assert!(!is_for_everybody(&file) && file.starts_with(b"%PDF-"));
    }

    fn secret(value: &str) -> Zeroizing<String> {
        Zeroizing::new(value.to_owned())
    }

    /// What a reader gets out of the file.
    fn read_back(pdf: &[u8]) -> String {
        poppler("pdftotext", &["-layout", "-", "-"], pdf)
    }

    #[test]
    fn a_letter_is_small_and_its_text_can_be_read() {
        let mut letter = sheet();
        letter.boxes.push(SheetBox { label: "Midlertidig adgangskode".to_owned(), value: secret("042137") });
        let file = pdf(&letter).unwrap();
        assert!(file.starts_with(b"%PDF-"));
        assert!((2_000..60_000).contains(&file.len()), "{} bytes", file.len());
        let text = read_back(&file);
        for expected in
            ["Åse Ærlig Østergård", "5. juni 2017", "Din midlertidige adgangskode", "042137", "lukket."]
        {
            assert!(text.contains(expected), "{expected} is missing in:\n{text}");
        }
    }

    #[test]
    fn a_card_has_four_columns_of_37_read_downwards() {
        let mut letter = sheet();
        let keys =
            (0..148).map(|index| (format!("{:04}", index * 60), secret(&format!("{:06}", index * 6_700))));
        letter.card = Some(CardTable { title: "Nøglekort A123456789".to_owned(), keys: keys.collect() });
        let text = read_back(&pdf(&letter).unwrap());
        let row = |number: &str| {
            let line = text.lines().find(|line| line.split_whitespace().next() == Some(number));
            line.unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
        };
        let first = ["0000", "000000", "2220", "247900", "4440", "495800", "6660", "743700"];
        assert_eq!(row("0000"), first, "{text}");
        let last = ["2160", "241200", "4380", "489100", "6600", "737000", "8820", "984900"];
        assert_eq!(row("2160"), last, "{text}");
        assert!(text.contains("Nøglekort A123456789"));
    }

    #[test]
    fn a_long_letter_goes_on_overleaf() {
        let fonts = Fonts::get().unwrap();
        let mut letter = sheet();
        assert_eq!(lay_out(&letter, fonts).len(), 1);
        letter.paragraphs = vec!["Et langt afsnit, som fylder en hel linje og lidt til. ".repeat(12); 12];
        let pages = lay_out(&letter, fonts);
        assert!(pages.len() > 1);
        for mark in pages.iter().flatten() {
            let (Mark::Text { x, y, .. } | Mark::Frame { x, y, .. }) = mark;
            assert!((0.0..PAGE_WIDTH).contains(x) && (0.0..PAGE_HEIGHT).contains(y));
        }
        assert!(pdf(&letter).is_ok());
    }
}
