//! The numbered sections of the rules, played through the pages.

mod block_reasons;
mod one_rule;
mod section_2;
mod section_3_1;
mod section_3_10;
mod section_3_4;
mod section_3_5_1;
mod section_3_5_2;
mod section_3_5_3;
mod section_3_5_4;
mod section_3_6;
mod section_3_7;
mod section_3_9;
mod section_4;
mod section_4_1;
mod section_4_2;
mod section_4_3;
mod section_4_3_cpr;
mod section_4_3_letters;
mod section_4_4;
mod section_4_5;
mod whole_text;
