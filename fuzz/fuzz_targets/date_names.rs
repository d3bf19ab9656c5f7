#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| isnad_fuzz::date_names(bytes));
