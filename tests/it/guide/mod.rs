//! One file for each section of the guide, played through the pages: officer and citizen act, the clock
//! moves, letters are opened.

mod citizen;
pub mod desk;
mod menus;
mod section_1_2;
mod section_2_1;
mod section_3_1_1;
mod section_3_1_2;
mod section_3_1_2_netbank;
mod section_3_1_3;
mod section_3_1_4;
mod section_3_1_5;
mod section_3_1_6;
mod section_3_1_7;
mod section_3_2_1;
mod section_3_2_2;
mod section_3_2_3;
