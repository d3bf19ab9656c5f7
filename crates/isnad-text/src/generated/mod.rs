//! Const tables made from `data/` by `cargo run -p isnad-dev`. Not to be edited.

#[rustfmt::skip]
pub(crate) mod abbreviations;
#[rustfmt::skip]
pub(crate) mod bylines;
#[rustfmt::skip]
pub(crate) mod clause_openers;
#[rustfmt::skip]
pub(crate) mod function_words;
#[rustfmt::skip]
pub(crate) mod short_nouns;
#[rustfmt::skip]
pub(crate) mod unprefixed;
