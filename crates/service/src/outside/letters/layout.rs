//! The layout of a letter's pages: a list of marks per page, which `pdf` draws. All lengths are points (1/72
//! inch), counted from the top left corner of an A4 page.

use zeroize::Zeroizing;

use crate::outside::letters::fonts::{Face, Fonts};
use crate::outside::letters::sheet::{CardTable, Sheet, SheetBox};
use crate::outside::letters::tags::Part;

pub(super) const PAGE_WIDTH: f32 = 595.28;
pub(super) const PAGE_HEIGHT: f32 = 841.89;

const LEFT: f32 = 62.0;
const WIDTH: f32 = PAGE_WIDTH - 2.0 * LEFT;
const TOP: f32 = 70.0;
const BOTTOM: f32 = PAGE_HEIGHT - 84.0;
/// The top of the recipient's address, placed for the window of an envelope.
const WINDOW_TOP: f32 = 128.0;
const SENDER_LEFT: f32 = 400.0;
/// The width of the recipient's lines, which end before the sender's column.
const WINDOW_WIDTH: f32 = SENDER_LEFT - LEFT - 20.0;
const BODY_TOP: f32 = 262.0;

const BODY_SIZE: f32 = 10.5;
const SMALL_SIZE: f32 = 8.5;
const HEADING_SIZE: f32 = 17.0;
const VALUE_SIZE: f32 = 22.0;
/// The distance from line to line, in parts of the type size.
const LEADING: f32 = 1.4;

const BOX_WIDTH: f32 = 300.0;
const BOX_HEIGHT: f32 = 54.0;

const CARD_COLUMNS: usize = 4;
const CARD_ROW: f32 = 11.0;
const CARD_HEAD: f32 = 34.0;
const CARD_PADDING: f32 = 12.0;
const KEY_INDENT: f32 = 36.0;

/// One thing to be drawn.
pub(super) enum Mark {
    /// A line of text whose base line begins at this point. A line without a part is not read aloud again.
    Text { part: Option<Part>, x: f32, y: f32, face: Face, size: f32, text: Zeroizing<String> },
    /// The outline of a box.
    Frame { x: f32, y: f32, width: f32, height: f32 },
}

/// The marks on one page, in reading order.
pub(super) type Page = Vec<Mark>;

/// Lays a sheet out on as many pages as it needs.
pub(super) fn lay_out(sheet: &Sheet, fonts: &Fonts) -> Vec<Page> {
    let mut flow = Flow { fonts, full: Vec::new(), page: Vec::new(), y: TOP };
    flow.y = flow.head(sheet).max(BODY_TOP);
    flow.heading(&sheet.heading);
    for (nth, paragraph) in sheet.paragraphs.iter().enumerate() {
        flow.paragraph(Part::Paragraph(nth), paragraph);
    }
    for (nth, item) in sheet.boxes.iter().enumerate() {
        flow.framed(Part::Framed(nth), item);
    }
    if let Some(card) = &sheet.card {
        flow.card(card);
    }
    let mut pages = flow.full;
    pages.push(flow.page);
    for (nth, page) in pages.iter_mut().enumerate() {
        footer(page, (nth == 0).then_some(Part::Foot), &sheet.footer, fonts);
    }
    pages
}

/// A place on a page.
#[derive(Clone, Copy)]
struct Point {
    x: f32,
    y: f32,
}

impl Point {
    fn at(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// What a text is set in.
#[derive(Clone, Copy)]
struct Type {
    face: Face,
    /// In points.
    size: f32,
}

impl Type {
    fn of(face: Face, size: f32) -> Self {
        Self { face, size }
    }
}

/// The pages so far, and how far down the last one is filled.
struct Flow<'a> {
    fonts: &'a Fonts,
    full: Vec<Page>,
    page: Page,
    y: f32,
}

impl Flow<'_> {
    /// Makes sure that a height in points is left on the page, otherwise begins another.
    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.full.push(std::mem::take(&mut self.page));
            self.y = TOP;
        }
    }

    fn text(&mut self, part: Part, at: Point, font: Type, text: &str) {
        let (Point { x, y }, Type { face, size }) = (at, font);
        let text = Zeroizing::new(text.to_owned());
        self.page.push(Mark::Text { part: Some(part), x, y, face, size, text });
    }

    /// Lines one below the other from a fixed place; gives the place below them.
    fn block(&mut self, part: Part, mut at: Point, font: Type, lines: &[String]) -> f32 {
        for line in lines {
            self.text(part, at, font, line);
            at.y += font.size * LEADING;
        }
        at.y
    }

    /// Sender, recipient and date. Gives the place below them. A long line of the recipient is broken, so that it
    /// ends before the sender's column.
    fn head(&mut self, sheet: &Sheet) -> f32 {
        let below = match sheet.sender.split_first() {
            Some((name, lines)) => {
                self.text(
                    Part::Sender,
                    Point::at(SENDER_LEFT, TOP),
                    Type::of(Face::SemiBold, BODY_SIZE),
                    name,
                );
                let below = Point::at(SENDER_LEFT, TOP + BODY_SIZE * LEADING);
                self.block(Part::Sender, below, Type::of(Face::Regular, SMALL_SIZE), lines)
            }
            None => TOP,
        };
        let narrow = |line: &String| self.fonts.lines(Face::Regular, BODY_SIZE, line, WINDOW_WIDTH);
        let recipient: Vec<_> = sheet.recipient.iter().flat_map(narrow).collect();
        let below_recipient = self.block(
            Part::Recipient,
            Point::at(LEFT, WINDOW_TOP),
            Type::of(Face::Regular, BODY_SIZE),
            &recipient,
        );
        let date_y = below.max(WINDOW_TOP + 4.0 * BODY_SIZE * LEADING);
        self.text(
            Part::Date,
            Point::at(SENDER_LEFT, date_y),
            Type::of(Face::Regular, BODY_SIZE),
            &sheet.date,
        );
        below_recipient + HEADING_SIZE
    }

    fn heading(&mut self, heading: &str) {
        for line in self.fonts.lines(Face::SemiBold, HEADING_SIZE, heading, WIDTH) {
            self.text(Part::Heading, Point::at(LEFT, self.y), Type::of(Face::SemiBold, HEADING_SIZE), &line);
            self.y += HEADING_SIZE * LEADING;
        }
        self.y += 6.0;
    }

    fn paragraph(&mut self, part: Part, paragraph: &str) {
        for line in paragraph.lines() {
            for line in self.fonts.lines(Face::Regular, BODY_SIZE, line, WIDTH) {
                self.need(BODY_SIZE * LEADING);
                // The blank keeps the words of two lines apart for whoever reads them aloud or copies them.
                self.text(
                    part,
                    Point::at(LEFT, self.y),
                    Type::of(Face::Regular, BODY_SIZE),
                    &format!("{line} "),
                );
                self.y += BODY_SIZE * LEADING;
            }
        }
        self.y += BODY_SIZE * LEADING / 2.0;
    }

    fn framed(&mut self, part: Part, item: &SheetBox) {
        self.need(BOX_HEIGHT + 10.0);
        let value_width = self.fonts.width(Face::SemiBold, VALUE_SIZE, &item.value) + 2.0 * CARD_PADDING;
        let (y, width) = (self.y, BOX_WIDTH.max(value_width).min(WIDTH));
        self.page.push(Mark::Frame { x: LEFT, y, width, height: BOX_HEIGHT });
        self.text(
            part,
            Point::at(LEFT + CARD_PADDING, y + 16.0),
            Type::of(Face::Regular, SMALL_SIZE),
            &item.label,
        );
        self.text(
            part,
            Point::at(LEFT + CARD_PADDING, y + 42.0),
            Type::of(Face::SemiBold, VALUE_SIZE),
            &item.value,
        );
        self.y += BOX_HEIGHT + 10.0;
    }

    /// The card as one piece: four columns, read downwards (D6).
    fn card(&mut self, card: &CardTable) {
        let rows = card.keys.len().div_ceil(CARD_COLUMNS).max(1);
        let height = CARD_HEAD + points(rows) * CARD_ROW + CARD_PADDING;
        self.need(height);
        let top = self.y;
        self.page.push(Mark::Frame { x: LEFT, y: top, width: WIDTH, height });
        let below = Point::at(LEFT + CARD_PADDING, top + 19.0);
        self.text(Part::CardTitle, below, Type::of(Face::SemiBold, BODY_SIZE), &card.title);
        let column_width = (WIDTH - CARD_PADDING) / points(CARD_COLUMNS);
        for row in 0..rows {
            let y = top + CARD_HEAD + points(row) * CARD_ROW + 6.0;
            for (column, keys) in card.keys.chunks(rows).enumerate() {
                let Some((number, key)) = keys.get(row) else { continue };
                let x = LEFT + CARD_PADDING + points(column) * column_width;
                let part = Part::Key(column * rows + row);
                self.text(part, Point::at(x, y), Type::of(Face::Regular, SMALL_SIZE), number);
                self.text(part, Point::at(x + KEY_INDENT, y), Type::of(Face::SemiBold, SMALL_SIZE), key);
            }
        }
        self.y += height;
    }
}

fn footer(page: &mut Page, part: Option<Part>, footer: &str, fonts: &Fonts) {
    let mut y = BOTTOM + 26.0;
    for line in fonts.lines(Face::Regular, SMALL_SIZE, footer, WIDTH) {
        let text = Zeroizing::new(line);
        page.push(Mark::Text { part, x: LEFT, y, face: Face::Regular, size: SMALL_SIZE, text });
        y += SMALL_SIZE * LEADING;
    }
}

/// A count of rows or columns as a length; no letter has more than 65535 of them.
fn points(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_broken_before_the_senders_column_and_the_letter_begins_below_it() {
        let fonts = Fonts::get().unwrap();
        let recipient = ["Wilhelmina ".repeat(9), "W".repeat(100), "8760 Engelsted".to_owned()].to_vec();
        let sheet = Sheet { recipient, heading: "Velkommen".to_owned(), ..Sheet::default() };
        let pages = lay_out(&sheet, fonts);
        let (mut lowest, mut heading) = (0.0_f32, 0.0);
        for mark in pages.iter().flatten() {
            let Mark::Text { part: Some(part), x, y, face, size, text } = mark else { continue };
            match part {
                Part::Recipient => {
                    assert!(x + fonts.width(*face, *size, text) < SENDER_LEFT, "{}", text.as_str());
                    lowest = lowest.max(*y);
                }
                Part::Heading => heading = *y,
                _ => {}
            }
        }
        assert!(lowest > WINDOW_TOP + 5.0 * BODY_SIZE && heading > lowest + BODY_SIZE, "{lowest} {heading}");
    }
}
