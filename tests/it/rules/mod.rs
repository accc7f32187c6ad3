//! The numbered sections of the rules, played through the pages.

mod section_2;
mod section_3_5_4;
mod section_4;
mod section_4_1;
mod section_4_2;
mod section_4_4;
