//! The numbered sections of the guide, played through the pages.

mod section_3_1_2_netbank;
