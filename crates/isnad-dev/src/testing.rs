//! What tests of laws share.

use proptest::test_runner::{Config, RngSeed};

/// So many cases, the same at every run. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others, to search further.
#[must_use]
pub fn config(cases: u32) -> Config {
    let asked = |name| std::env::var(name).ok()?.parse().ok();
    let cases = asked("PROPTEST_CASES").and_then(|cases: u64| cases.try_into().ok()).unwrap_or(cases);
    let rng_seed = RngSeed::Fixed(asked("PROPTEST_RNG_SEED").unwrap_or(20_240_114));
    Config { cases, rng_seed, failure_persistence: None, ..Config::default() }
}
