//! Const tables made from `data/` by `cargo run -p isnad-dev`. Not to be edited.

#[rustfmt::skip]
pub(crate) mod context;
#[rustfmt::skip]
pub(crate) mod vocabulary;
