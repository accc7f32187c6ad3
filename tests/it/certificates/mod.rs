//! Certificates as other programs see them: each judge is a program of its own, by its own hand (OpenSSL and others).

mod encodings;
mod encrypted;
mod hidden;
mod judged;
pub mod judges;
pub mod kept;
mod organisations;
mod published;
mod signed;
mod validated;
