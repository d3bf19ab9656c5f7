//! Tables made from `data/`.

#[rustfmt::skip]
pub(crate) mod classes;
#[rustfmt::skip]
pub(crate) mod words;
