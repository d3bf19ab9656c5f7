//! A user's own names of months, feasts, eras and vague times.

use isnad_dates::Dates;
use isnad_numerals::Numerals;
use isnad_text::Text;

const MINE: &str = "# names of my valley\n\
    الوردي\tmonth\tgregorian 4\n\
    الصغير\tmonth\tcoptic 13\n\
    عيد الحصاد\tfeast\tgregorian 9-15\n\
    عيد البئر\tfeast\thijri 10-05\n\
    زمان أول\tvague\tpast\n";

fn values(source: &str) -> Vec<String> {
    let text = Text::new(source);
    let dates = Dates::new().with_names(MINE, "mine.tsv").unwrap();
    let found = dates.find(&text, &Numerals::new().find(&text), None);
    found.iter().map(|date| date.timex3()).collect()
}

#[test]
fn names_of_the_user_stand_beside_the_built_in_ones() {
    // "the well was dug on 12 Wardi 2019 and filled on 3 May 2020"
    assert_eq!(values("حفرت البئر في 12 الوردي 2019 وردمت في 3 مايو 2020"), ["2019-04-12", "2020-05-03"]);
    assert_eq!(values("جمعوا الغلال في 2 الصغير 1736"), ["2020-09-07"]);
    assert_eq!(values("التقوا في عيد الحصاد 2020"), ["2020-09-15"]);
    assert_eq!(values("التقوا في عيد البئر 2020"), ["2020-05-28"]);
    assert_eq!(values("كانوا زمان أول يسكنون الجبل"), ["PAST_REF"]);
}

#[test]
fn a_second_file_adds_to_the_first() {
    let dates = Dates::new().with_names("الوردي\tmonth\tgregorian 4", "months.tsv").unwrap();
    let dates = dates.with_names("عيد الحصاد\tfeast\tgregorian 9-15", "feasts.tsv").unwrap();
    // "he visited the village on 12 Wardi 2019, then on the harvest feast of 2020"
    let text = Text::new("زار القرية في 12 الوردي 2019 ثم في عيد الحصاد 2020");
    let found = dates.find(&text, &Numerals::new().find(&text), None);
    let values: Vec<_> = found.iter().map(|date| date.timex3()).collect();
    assert_eq!(values, ["2019-04-12", "2020-09-15"]);
}

#[test]
fn errors_name_the_line_and_the_cause() {
    for (line, cause) in [
        ("الوردي\tmonth", "mine.tsv:2: expected a name, a class and a value, separated by tabs"),
        ("الوردي\tmonth\tgregorian 13", "mine.tsv:2: expected the number of a month"),
        ("الوردي\tfeast\thijri 0-3", "mine.tsv:2: no such month and day"),
        ("الوردي\tseason\tspring", "mine.tsv:2: expected month, feast, era or vague"),
    ] {
        let error = Dates::new().with_names(&format!("# one\n{line}"), "mine.tsv").unwrap_err();
        assert_eq!(error.to_string(), cause);
    }
}
