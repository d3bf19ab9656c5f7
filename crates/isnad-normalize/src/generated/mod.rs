//! Const tables made from `data/` by `cargo run -p isnad-dev`.

#[rustfmt::skip]
pub(crate) mod combining_classes;
#[rustfmt::skip]
pub(crate) mod presentation_forms;
#[rustfmt::skip]
pub(crate) mod stop_words;
#[rustfmt::skip]
pub(crate) mod transliteration;
