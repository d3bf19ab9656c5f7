//! The Umm al-Qura calendar: its months, the round trip of every day, and the days of the week.
#![cfg(feature = "hijri")]

use isnad_dates::{Date, HijriCalendar};

/// First days of months, as the Saudi calendar prints them (van Gent, The Umm al-Qura Calendar of Saudi Arabia).
const FACTS: [(i32, u8, (i32, u8, u8)); 24] = [
    (1346, 5, (1927, 10, 27)),
    (1353, 1, (1934, 4, 15)),
    (1354, 5, (1935, 8, 1)),
    (1358, 5, (1939, 6, 19)),
    (1360, 8, (1941, 8, 24)),
    (1369, 6, (1950, 3, 20)),
    (1372, 6, (1953, 2, 15)),
    (1380, 11, (1961, 4, 17)),
    (1383, 4, (1963, 8, 20)),
    (1390, 3, (1970, 5, 7)),
    (1392, 5, (1972, 6, 13)),
    (1394, 10, (1974, 10, 17)),
    (1404, 6, (1984, 3, 4)),
    (1410, 8, (1990, 2, 27)),
    (1411, 7, (1991, 1, 17)),
    (1424, 9, (2003, 10, 26)),
    (1431, 10, (2010, 9, 10)),
    (1434, 8, (2013, 6, 10)),
    (1436, 10, (2015, 7, 17)),
    (1466, 2, (2044, 1, 2)),
    (1473, 8, (2051, 4, 12)),
    (1476, 1, (2053, 8, 15)),
    (1479, 8, (2057, 2, 5)),
    (1499, 8, (2076, 7, 3)),
];

#[test]
fn months_begin_when_they_began() {
    for (year, month, (y, m, d)) in FACTS {
        assert_eq!(HijriCalendar::UmmAlQura.to_date(year, month, 1), Date::new(y, m, d), "{year}-{month}");
    }
}

/// A digest of the first days of all months from 1343 to 1500, which were compared one by one with ICU's table.
#[test]
fn all_months() {
    let mut digest = 0xcbf2_9ce4_8422_2325_u64; // FNV-1a
    for year in 1343..=1500 {
        for month in 1..=12 {
            let date = HijriCalendar::UmmAlQura.to_date(year, month, 1).unwrap();
            for byte in format!("{year},{month},{date}\n").bytes() {
                digest = (digest ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
            }
        }
    }
    assert_eq!(digest, 0x869758e4126e5786);
}

#[test]
fn every_day_of_the_table_round_trips() {
    for calendar in
        [HijriCalendar::UmmAlQura, HijriCalendar::TabularCivil, HijriCalendar::TabularAstronomical]
    {
        let first = calendar.to_date(1300, 1, 1).unwrap();
        let last = calendar.to_date(1601, 1, 1).unwrap();
        let mut before = calendar.of_date(first.plus_days(-1).unwrap()).unwrap();
        for days in first.to_days()..last.to_days() {
            let date = Date::from_days(days).unwrap();
            let hijri = calendar.of_date(date).unwrap();
            let (month, day) = (hijri.month.unwrap(), hijri.day.unwrap());
            assert_eq!(calendar.to_date(hijri.year, month, day), Some(date));
            assert_eq!(hijri.days(calendar), Some((date, date)));
            let follows =
                (hijri.year, month) == (before.year, before.month.unwrap()) && day == before.day.unwrap() + 1;
            assert!(follows || (day == 1 && before.day >= Some(29)), "{before} {hijri}");
            before = hijri;
        }
    }
}
