//! Laws of the date layer.

use isnad_dates::{Date, TimeValue, find};
use isnad_dev::testing::config;
use isnad_text::Text;
use proptest::prelude::*;

const MONTHS: [[&str; 12]; 4] = [
    [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    [
        "جانفي",
        "فيفري",
        "مارس",
        "أفريل",
        "ماي",
        "جوان",
        "جويلية",
        "أوت",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ],
];

fn arabic_digits(text: &str, zero: char) -> String {
    let shift = |c: char| c.to_digit(10).and_then(|d| char::from_u32(zero as u32 + d)).unwrap_or(c);
    text.chars().map(shift).collect()
}

/// A date in one of the ways of writing it.
fn render(date: Date, tradition: usize, form: usize) -> String {
    let (y, m, d) = (date.year(), date.month(), date.day());
    let name = MONTHS[tradition][usize::from(m) - 1];
    let other = MONTHS[usize::from(tradition == 0)][usize::from(m) - 1];
    match form {
        0 => format!("{d} {name} {y}"),
        1 => format!("{d} {name}/{other} {y}"),
        2 => format!("{d} {name} ({other}) {y}"),
        3 => format!("{d} من شهر {name} عام {y}"),
        4 => format!("{d}/{m}/{y}"),
        5 => format!("{d:02}-{m:02}-{y}"),
        6 => format!("{y}/{m}/{d}"),
        _ => format!("{y}-{m:02}-{d:02}"),
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_rendered_date_is_read_back(
        days in -25_000..40_000i32, tradition in 0..4usize, form in 0..8usize, zero in prop::sample::select(vec!['0', '٠', '۰']),
    ) {
        let date = Date::from_days(days).unwrap();
        let text = format!("وصل الوفد في {} إلى المدينة", arabic_digits(&render(date, tradition, form), zero));
        let found = find(&text, None);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].timex3(), date.to_string(), "{}", text);
    }

    #[test]
    fn a_hijri_date_is_read_back(year in 1300..1600i32, month in 1..=12u8, day in 1..=29u8) {
        let text = format!("{day}/{month}/{year} هـ");
        let found = find(&text, None);
        prop_assert_eq!(found.len(), 1, "{}", text);
        if cfg!(feature = "hijri") {
            prop_assert_eq!(found[0].hijri(), Some(format!("{year}-{month:02}-{day:02}")));
        }
    }

    #[test]
    fn results_are_sorted_disjoint_and_within_the_text(words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..24)) {
        let source = words.join(" ");
        let reference = "2020-02-29T23:59:59".parse().ok();
        let text = Text::new(&source);
        let mut end = 0;
        for found in find(&source, reference) {
            prop_assert!(end <= found.span.start && found.span.start < found.span.end, "{} {:?}", source, found);
            prop_assert_eq!(found.span.end, text.span_of(found.tokens.clone()).end);
            prop_assert!(!found.timex3().is_empty());
            let _ = (found.edtf(), found.extent());
            end = found.span.end;
        }
    }

    #[test]
    fn any_text_is_read(source in "\\PC{0,60}") {
        let _ = find(&source, "2020-01-01".parse().ok());
    }

    #[test]
    fn an_interval_starts_before_it_ends(days in -25_000..40_000i32, form in 0..8usize) {
        let text = render(Date::from_days(days).unwrap(), 0, form);
        let found = find(&text, None);
        prop_assert!(matches!(found[0].value, TimeValue::Point(_)));
        let extent = found[0].extent().unwrap();
        prop_assert!(extent.start < extent.end);
    }
}

const WORDS: [&str; 56] = [
    "في",
    "من",
    "إلى",
    "بين",
    "حتى",
    "منذ",
    "قبل",
    "بعد",
    "خلال",
    "كل",
    "عام",
    "سنة",
    "العام",
    "شهر",
    "الشهر",
    "شهري",
    "يوم",
    "اليوم",
    "أمس",
    "أسبوع",
    "الأسبوع",
    "الماضي",
    "المقبل",
    "الجاري",
    "نفسه",
    "هذا",
    "الخميس",
    "والجمعة",
    "مايو",
    "ويونيو",
    "رمضان",
    "هـ",
    "م",
    "3",
    "و",
    "15",
    "2015",
    "1443",
    "٢٠٢٢/١/٢٣",
    "14:30",
    "13-15",
    "الثالث",
    "والعشرين",
    "ثلاث",
    "سنوات",
    "ونصف",
    "الساعة",
    "الثامنة",
    "مساء",
    "الربع",
    "الأول",
    "القرن",
    "الموافق",
    "(",
    ")",
    "/",
];
