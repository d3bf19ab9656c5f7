//! What is wrong with a date is reported beside it; the date of an article comes with its evidence; zones keep the
//! clock as written.

use isnad_dates::{Dates, Issue, TemporalExpression, find};
use isnad_numerals::Numerals;
use isnad_text::Text;

fn only(text: &str) -> TemporalExpression {
    let mut found = find(text, "2024-03-20".parse().ok());
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

#[test]
fn issues() {
    for (text, value, issue) in [
        // "the bridge opened on Monday 20 March 2024", which was a Wednesday
        ("افتتح الجسر يوم الاثنين 20 مارس 2024", "2024-03-20", Some(Issue::Weekday)),
        ("افتتح الجسر يوم الأربعاء 20 مارس 2024", "2024-03-20", None),
        // "the contract ended on 31 April 2020", "… on 30/2/2021"
        ("انتهى العقد في 31 نيسان 2020", "2020-04-31", Some(Issue::Impossible)),
        ("انتهى العقد في 30/2/2021", "2021-02-30", Some(Issue::Impossible)),
        // "12 January (February) 2020"
        ("وصل الوفد في 12 كانون الثاني (فبراير) 2020", "2020-01-12", Some(Issue::MonthNames)),
        // 10 Ramadan 1445 was 20 March 2024
        ("بدأ المعرض في 20 مارس 2024 الموافق 10 رمضان 1445 هـ", "2024-03-20", None),
        ("بدأ المعرض في 23 مارس 2024 الموافق 10 رمضان 1445 هـ", "2024-03-23", Some(Issue::Calendars(-3))),
        ("بني السور في 3 رجب 900 هـ", "1495-04-08", Some(Issue::OutsideTable)),
    ] {
        let found = only(text);
        assert_eq!((found.timex3().as_str(), found.issue), (value, issue), "{text}");
    }
}

#[test]
fn zones_keep_the_clock_as_written() {
    for (text, edtf) in [
        // "the match begins at 14:30 GMT", "… Baghdad time", "… New York time", "… local time"
        ("تبدأ المباراة الساعة 14:30 بتوقيت غرينتش", "2024-03-20T14:30:00Z"),
        ("تبدأ المباراة الساعة 14:30 بتوقيت بغداد", "2024-03-20T14:30:00+03:00"),
        ("تبدأ المباراة الساعة 14:30 بتوقيت نيويورك", "2024-03-20T14:30:00-05:00"),
        ("تبدأ المباراة الساعة 14:30 بالتوقيت المحلي", "2024-03-20T14:30:00"),
    ] {
        assert_eq!(only(text).edtf().as_deref(), Some(edtf), "{text}");
    }
}

#[test]
fn the_date_of_an_article() {
    let date = |source: &str| {
        let text = Text::new(source);
        let date = Dates::new().document_date(&text, &Numerals::new().find(&text))?;
        Some((date.timex3(), date.rule.as_str().to_string()))
    };
    let is = |value: &str, rule: &str| Some((value.to_string(), rule.to_string()));
    // a label, a byline, a dateline; none where the text only tells of a date
    let label = "افتتاح سوق جديدة\nتاريخ النشر: 12/05/2021\nافتتح رئيس البلدية السوق أمس.";
    assert_eq!(date(label), is("2021-05-12", "dates.document.label"));
    let none = "افتتاح سوق جديدة\n\nقال رئيس البلدية إن بناء السوق بدأ في 12 مايو 2021 وانتهى قبل أيام.";
    assert_eq!(date(none), None);
}
