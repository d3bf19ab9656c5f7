//! What is written is read back, with the feature `serde` whole expressions too.

use isnad_dates::{Date, HijriDate, Moment, Reference, TimeValue, find};

const TEXTS: [&str; 24] = [
    "في 21 كانون الثاني 2022",                                // on 21 January 2022
    "في آذار",                                                // in March
    "عام 55 قبل الميلاد",                                      // in 55 BC
    "في القرن العشرين",                                       // in the 20th century
    "في الثمانينيات",                                         // in the eighties
    "خلال الربع الأول من 2023",                                 // in the first quarter of 2023
    "في النصف الثاني من عام 2021",                            // in the second half of 2021
    "خريف 2019",                                              // autumn 2019
    "الأسبوع الماضي",                                          // last week
    "الاثنين",                                                 // Monday
    "مساء الخميس",                                            // Thursday evening
    "عند الساعة الثالثة بتوقيت غرينتش",                       // at three o'clock Greenwich time
    "عند الساعة 15:30 بالتوقيت المحلي",                       // at 15:30 local time
    "عند الساعة الثالثة",                                     // at three o'clock
    "بين كانون الثاني وآذار 2022",                            // between January and March 2022
    "منذ عام 2011",                                           // since 2011
    "ثلاثة أيام ونصف",                                         // three and a half days
    "بضعة أشهر",                                              // some months
    "من 3 إلى 5 سنوات",                                       // three to five years
    "يوميا",                                                  // daily
    "كل يوم جمعة",                                            // every Friday
    "مؤخرا",                                                  // recently
    "في 30 فبراير 2021",                                      // on 30 February 2021
    "في 20 جمادى الآخرة 1443 هـ الموافق 25 كانون الثاني 2022", // two calendars that disagree
];

fn references() -> [Option<Reference>; 2] {
    [None, Some("2024-03-20T09:30:00".parse().unwrap())]
}

#[test]
fn values_are_read_back() {
    for (text, reference) in TEXTS.iter().flat_map(|text| references().map(|r| (text, r))) {
        let found = find(text, reference);
        assert!(!found.is_empty(), "{text}");
        for date in found {
            let written = format!("{:#}", date.value);
            assert_eq!(written.parse(), Ok(date.value), "{text}: {written}");
            let timex3 = date.timex3();
            assert_eq!(timex3.parse::<TimeValue>().unwrap().to_string(), timex3, "{text}");
        }
    }
}

#[test]
fn days_moments_and_references_are_read_back() {
    for days in (-800_000..800_000).step_by(997) {
        let date = Date::from_days(days).unwrap();
        assert_eq!(date.to_string().parse(), Ok(date));
        let moment = Moment { date, seconds: days.unsigned_abs() % 86_400 };
        assert_eq!(moment.to_string().parse(), Ok(moment));
        let reference = Reference { date, seconds: Some(moment.seconds) };
        assert_eq!(reference.to_string().parse(), Ok(reference));
        let hijri = HijriDate { year: days.rem_euclid(2000), month: Some(9), day: None };
        assert_eq!(hijri.to_string().parse(), Ok(hijri));
    }
    for wrong in ["", "2022", "2022-1-21", "2022-01-21x", "2022-13-01", "+022-01-21", "٢٠٢٢-٠١-٢١"] {
        assert!(wrong.parse::<Date>().is_err() && wrong.parse::<Reference>().is_err(), "{wrong}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn expressions_are_read_back() {
    for (text, reference) in TEXTS.iter().flat_map(|text| references().map(|r| (text, r))) {
        let found = find(text, reference);
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Vec<isnad_dates::TemporalExpression>>(&json).unwrap(), found);
    }
    let json = serde_json::to_value(&find("في 21 كانون الثاني 2022", None)[0]).unwrap();
    assert_eq!((json["value"].as_str(), json["kind"].as_str()), (Some("2022-01-21"), Some("date")));
}
