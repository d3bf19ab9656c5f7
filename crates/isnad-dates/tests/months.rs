//! Every month name of `data/months.tsv` is read, in every tradition.

use isnad_dates::{Date, find};

#[test]
fn every_month_name() {
    let table = isnad_dev::tsv::read("data/months.tsv".as_ref(), 7).unwrap();
    assert!(table.rows.len() > 150);
    for row in &table.rows {
        let (name, month) = (row.get(0), row.get(2).parse::<u8>().unwrap());
        let (year, era) = match row.get(1) {
            "gregorian" => (2019, ""),
            "hijri" => (1440, " هـ"),
            _ => (1736, ""),
        };
        let day = if month == 13 { 2 } else { 12 };
        // "The council met on … in the capital."
        let text = format!("اجتمع المجلس في {day} {name} {year}{era} في العاصمة");
        let found = find(&text, None);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(&text[found[0].span.range()], format!("{day} {name} {year}{era}"), "{text}");
        match row.get(1) {
            "gregorian" => {
                assert_eq!(found[0].timex3(), Date::new(year, month, day).unwrap().to_string(), "{text}")
            }
            "hijri" => assert_eq!(found[0].hijri(), Some(format!("{year}-{month:02}-{day}")), "{text}"),
            _ => assert!(found[0].extent().is_some(), "{text}"),
        }
    }
}
