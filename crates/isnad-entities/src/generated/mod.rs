//! Tables made from `data/`.

#[rustfmt::skip]
#[allow(dead_code)] // every class has its constant, whether code asks for it or rules alone
pub(crate) mod classes;
#[rustfmt::skip]
pub(crate) mod words;
#[rustfmt::skip]
pub(crate) mod rules;
#[rustfmt::skip]
pub(crate) mod shapes;
