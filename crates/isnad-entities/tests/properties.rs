//! Laws that hold for every text.

use std::time::Instant;

use isnad_dev::testing::config;
use isnad_entities::Entities;
use isnad_text::Text;
use proptest::prelude::*;

/// Text of news words, marks and noise.
fn texts() -> impl Strategy<Value = String> {
    let words = "قال الرئيس محمد حسن إن وزارة الدفاع العراقية في بغداد ، و ( ) « » . # _ أبو عبد الله بن حزب \
                 كوفيليس وشاكوفسي للتحالف مدينة حمص سجن “ ” 12 Reuters السوريين\n\n";
    let word = prop::sample::select(words.split(' ').collect::<Vec<_>>()).prop_map(str::to_string);
    let piece = prop_oneof![8 => word, 1 => "\\PC{0,6}", 1 => "[ء-ي]{1,9}"];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn entities_are_sorted_disjoint_true_to_the_text_and_named(source in texts()) {
        let text = Text::new(&source);
        let found = Entities::new().find(&text);
        let mut end = 0;
        for entity in &found {
            prop_assert!(end <= entity.span.start && entity.span.start < entity.span.end);
            prop_assert!(source.get(entity.span.range()).is_some());
            prop_assert!(entity.id.is_some() && !entity.rule.as_str().is_empty());
            prop_assert!(entity.tokens.start < entity.tokens.end && entity.tokens.end <= text.tokens().len());
            end = entity.span.end;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_entities(source in texts()) {
        let entities = Entities::new();
        prop_assert_eq!(entities.find(&Text::new(&source)), entities.clone().find(&Text::new(&source)));
    }
}

/// Four times the text takes about four times as long, also where names repeat without end.
#[test]
fn time_grows_with_the_text_alone() {
    let entities = Entities::new();
    for unit in ["محمد ", "محمد علي حسن. ", "قال محمد علي حسن إن كلمة. ", "وزارة الدفاع (ABC) ", "« ", "أبو "]
    {
        let seconds = |bytes: usize| {
            let source = unit.repeat(bytes / unit.len());
            let text = Text::new(&source);
            let start = Instant::now();
            let found = entities.find(&text).len();
            (start.elapsed().as_secs_f64(), found)
        };
        let (short, long) = (seconds(40_000).0.max(0.002), seconds(160_000).0);
        assert!(long < 12.0 * short, "{unit}: {short} s, then {long} s"); // quadratic would be 16
    }
}

#[cfg(feature = "user")]
mod user {
    use std::fmt::Write;

    use super::*;

    #[test]
    fn a_large_gazetteer_loads_at_once() {
        let mut source = String::new();
        for n in 0..50_000u32 {
            let letters: String = format!("{n:05}")
                .bytes()
                .map(|d| char::from_u32(0x0628 + u32::from(d - b'0')).unwrap())
                .collect();
            let _ = writeln!(source, "x:{n}\tLOC\tقرية {letters}\t-\t-\t-");
        }
        let start = Instant::now();
        let entities = Entities::builder().gazetteer(&source, "large.tsv").unwrap().build();
        let limit = if cfg!(debug_assertions) { 5.0 } else { 0.3 };
        assert!(start.elapsed().as_secs_f64() < limit, "{:?}", start.elapsed());
        assert!(!entities.find(&Text::new("وصلوا إلى قرية ببببب")).is_empty());
    }

    #[test]
    fn bad_files_are_named_with_their_line() {
        let gazetteer = |source| Entities::builder().gazetteer(source, "g.tsv").unwrap_err().to_string();
        assert_eq!(gazetteer("a\tb\n"), "g.tsv:1: six cells are wanted, 2 are there");
        assert_eq!(
            gazetteer("# note\nx\tORC\tاسم\t-\t-\t-\n"),
            "g.tsv:2: unknown name `ORC`, expected one of `PER`, `ORG`, `LOC`, `FAC`, `NORP`, `EVENT`"
        );
        let twice = "x\tORG\tاسم\t-\t-\t-\nx\tORG\tاسم\t-\t-\t-\n";
        assert_eq!(gazetteer(twice), "g.tsv:2: the id `x` was there already");
        let rules = |source| Entities::builder().rules(source, "r.toml").unwrap_err().to_string();
        let cyclic = "[define]\na = \"$b\"\nb = \"$a\"\n[[rule]]\nid = \"x\"\npattern = \"$a\"\n";
        assert!(rules(cyclic).contains("r.toml:6") && rules(cyclic).contains("holds itself"));
        let huge = "[[rule]]\nid = \"x\"\npattern = \"((((word{32}){32}){32}){32}){32}\"\n";
        assert!(rules(huge).contains("longer than"));
        let empty = "[[rule]]\nid = \"x\"\npattern = \"word (((((((){32}){32}){32}){32}){32}){32})\"\n";
        assert!(rules(empty).contains("may match nothing"));
        assert!(rules("[[rule]]\nid = \"x\"\npatern = \"word\"\n").starts_with("r.toml:"));
        assert!(rules("off = [\"no.such\"]\n").contains("no.such"));
    }

    #[test]
    fn a_rule_of_the_user_takes_the_place_of_a_built_in_one() {
        let rules = "[[rule]]\nid = \"entities.gazetteer.location\"\npattern = \"LOC:( 'مدينة' [loc] )\"\n";
        let entities = Entities::builder().rules(rules, "r.toml").unwrap().build();
        let text = Text::new("مدينة بغداد وحدها");
        let found = entities.candidates(&text);
        assert_eq!(text.slice(found[0].span), "مدينة بغداد");
    }

    #[test]
    fn rules_are_switched_off_by_name() {
        let text = Text::new("وصل إلى بغداد"); // he arrived in Baghdad
        let off = Entities::builder().rules("off = [\"entities.gazetteer.location\"]\n", "r.toml").unwrap();
        assert_eq!((Entities::new().find(&text).len(), off.build().find(&text).len()), (1, 0));
        let error =
            Entities::builder().rules("# note\noff = [\"entities.no-such\"]\n", "r.toml").unwrap_err();
        assert_eq!(error.to_string(), "r.toml:2: there is no rule `entities.no-such`");
        let twice = "[[rule]]\nid = \"x\"\npattern = \"word\"\n[[rule]]\nid = \"x\"\npattern = \"word\"\n";
        assert!(
            Entities::builder().rules(twice, "r.toml").unwrap_err().to_string().starts_with("r.toml:5: ")
        );
    }

    #[test]
    fn names_must_have_words() {
        let error = |row| Entities::builder().gazetteer(row, "g.tsv").unwrap_err().to_string();
        assert_eq!(error("x\tORG\t-\t-\t-\t-\n"), "g.tsv:1: the name is empty");
        assert_eq!(error("x\tORG\t?\t-\t-\t-\n"), "g.tsv:1: the name `` has no word");
        assert_eq!(error("-\tORG\tاسم\t-\t-\t-\n"), "g.tsv:1: the id is empty");
    }

    /// A rule with more ways to match than could ever be tried costs bounded work at each token.
    #[test]
    fn an_exponential_rule_ends() {
        let rule = "[[rule]]\nid = \"x\"\npattern = \"ORG:( (((word | [word]){1,4}){1,4}){1,8} ) '#'\"\n";
        let entities = Entities::builder().rules(rule, "r.toml").unwrap().build();
        let source = "كلمة ".repeat(2000);
        let start = Instant::now();
        let _ = entities.find(&Text::new(&source));
        assert!(start.elapsed().as_secs_f64() < if cfg!(debug_assertions) { 20.0 } else { 2.0 });
    }
}

mod detail {
    use super::*;
    use isnad_entities::{Confidence, EntityType};

    #[test]
    fn confidence_counts_kinds_of_evidence() {
        let of = |source: &str| Entities::new().find(&Text::new(source))[0].confidence;
        assert_eq!(of("في بغداد"), Confidence::Medium); // in Baghdad: the gazetteer alone
        assert_eq!(of("في مدينة بغداد"), Confidence::High); // in the city of Baghdad: and a head
        assert_eq!(of("قال العقيد سامر الخطيب"), Confidence::Medium); // Colonel Samer al-Khatib said: a title
        assert_eq!(of("حضر كوفيليس شاكوفسي"), Confidence::Low); // letters alone
    }

    #[test]
    fn alternatives_share_the_weight_and_nested_names_stay_inside() {
        let text = Text::new("زار صلاح الدين وجامعة الموصل"); // he visited Salah al-Din and the University of Mosul
        let found = Entities::new().find_detailed(&text);
        let flat = Entities::new().find(&text);
        assert!(found.iter().map(|d| &d.entity).eq(&flat));
        for detailed in &found {
            let sum: f32 = detailed.weight + detailed.alternatives.iter().map(|a| a.weight).sum::<f32>();
            assert!((sum - 1.0).abs() < 1e-5);
            assert!(detailed.alternatives.iter().all(|a| a.entity.span == detailed.entity.span));
            assert!(detailed.nested.iter().all(|e| detailed.entity.span.contains(e.span)));
        }
        let university = found.last().unwrap();
        assert_eq!(university.entity.entity_type, EntityType::Organisation);
        assert_eq!(text.slice(university.nested[0].span), "الموصل");
    }
}
