//! dev only
use std::time::Instant;
fn main() {
    let s = std::fs::read_to_string("/work/shared/corpus/wikinews.txt").unwrap();
    let t = isnad_text::Text::new(&s);
    let n = isnad_numerals::Numerals::new();
    for _ in 0..3 {
        let mut best = f64::MAX;
        let mut best8 = f64::MAX;
        let mut bt = f64::MAX;
        for _ in 0..60 {
            let a = Instant::now();
            let q = n.find(&t);
            best = best.min(a.elapsed().as_secs_f64());
            std::hint::black_box(q);
            let a = Instant::now();
            let q = std::str::from_utf8(std::hint::black_box(s.as_bytes())).is_ok();
            best8 = best8.min(a.elapsed().as_secs_f64());
            std::hint::black_box(q);
            let a = Instant::now();
            let q = isnad_text::Text::new(&s);
            bt = bt.min(a.elapsed().as_secs_f64());
            std::hint::black_box(q);
        }
        println!(
            "find {:.0} MB/s  utf8 {:.0} MB/s  ratio {:.3} text {:.0} MB/s tokens {} ns/token {:.1}",
            s.len() as f64 / best / 1e6,
            s.len() as f64 / best8 / 1e6,
            best8 / best,
            s.len() as f64 / bt / 1e6,
            t.tokens().len(),
            best * 1e9 / t.tokens().len() as f64
        );
    }
    use isnad_numerals::spell::*;
    let a = Instant::now();
    let mut k = 0usize;
    let mut x = 12345u64;
    for _ in 0..200000 {
        x = x.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        k += cardinal(x % 1_000_000_000_000, Style::new()).len();
    }
    println!("spell {:.0} ns {k}", a.elapsed().as_secs_f64() * 1e9 / 200000.0);
}
