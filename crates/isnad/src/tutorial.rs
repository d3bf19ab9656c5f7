//! A tutorial: from a sentence to claims, then one's own names, rules, words and cues.
//!
//! # From a sentence to claims
//!
//! An [`Analyzer`](crate::Analyzer) is compiled once, and shared. It reads a text into a [`Document`](crate::Document), whose
//! lists point into the text and into each other.
//!
//! ```
//! use isnad::Analyzer;
//! use isnad::claims::{Class, CountKind};
//!
//! let analyzer = Analyzer::new();
//! // "The Iraqi Ministry of Health said on Tuesday that at least 14 people were killed in a bombing in Kirkuk."
//! let text = "قالت وزارة الصحة العراقية الثلاثاء إن ما لا يقل عن 14 شخصا قتلوا في تفجير في كركوك.";
//! let document = analyzer.analyze_at(text, "2024-01-18".parse::<isnad::dates::Reference>().unwrap());
//!
//! // Who said what.
//! let claim = &document.claims[0];
//! assert_eq!(claim.cue.class, Class::Assert);
//! assert_eq!(document.text.slice(claim.source.unwrap()), "وزارة الصحة العراقية");
//! assert_eq!(claim.speaker.as_ref().unwrap().names.last().unwrap(), "Iraqi Ministry of Health");
//!
//! // How many: "at least" is a lower bound without an upper one.
//! let count = &document.counts[0];
//! assert_eq!((count.kind, count.low, count.high), (CountKind::Killed, Some(14.into()), None));
//! // The count is stated in that claim, and by its source.
//! assert_eq!(count.claim, Some(0));
//!
//! // When: the last Tuesday before the 18th of January 2024.
//! assert_eq!(document.dates[0].timex3(), "2024-01-16");
//! ```
//!
//! Every result names its rule, and claims and counts explain themselves.
//!
//! ```
//! # let text = "قال مصدر أمني إن عشرة مدنيين قتلوا."; // "A security source said ten civilians were killed."
//! let document = isnad::Analyzer::new().analyze(text);
//! let claim = &document.claims[0];
//! assert_eq!(claim.rule.as_str(), "claims.verb");
//! assert!(claim.explain(text).contains("«قال»"));
//! ```
//!
//! # For other programs
//!
//! [`Document::record`](crate::Document::record) is the JSON record, with offsets in bytes, chars or UTF-16.
//!
//! ```
//! use isnad::text::OffsetUnit;
//! let document = isnad::Analyzer::new().analyze("قتل 12 شخصا."); // "12 people were killed."
//! let record = serde_json::to_value(document.record("a", OffsetUnit::Utf16)).unwrap();
//! assert_eq!((&record["counts"][0]["start"], &record["counts"][0]["low"]), (&4.into(), &12.into()));
//! ```
//!
//! # One's own names
//!
//! A gazetteer is six cells a line, separated by tabs: id, type, Arabic name, English label, country, other names. What
//! cannot be read says where and why.
//!
//! ```
//! use isnad::Analyzer;
//! use isnad::entities::Entities;
//!
//! // The Valley Falcons Battalion, also called the Valley Falcons.
//! let things = "mine:1\tORG\tكتيبة صقور الوادي\tValley Falcons Battalion\t-\tصقور الوادي\n";
//! let entities = Entities::builder().gazetteer(things, "things.tsv").unwrap().build();
//! let analyzer = Analyzer::new().with_entities(entities);
//! // "And the Valley Falcons announced their withdrawal."
//! let document = analyzer.analyze("وأعلنت صقور الوادي انسحابها.");
//! assert_eq!(document.entities[0].id.as_deref(), Some("mine:1"));
//! // Whoever speaks is named by it.
//! assert_eq!(document.claims[0].speaker.as_ref().unwrap().names.last().unwrap(), "Valley Falcons Battalion");
//!
//! let error = Entities::builder().gazetteer("x\tCAT\tقط\t-\t-\t-\n", "things.tsv").unwrap_err();
//! assert!(error.to_string().starts_with("things.tsv:1: unknown name `CAT`, expected one of `PER`, `ORG`"));
//! ```
//!
//! # One's own rule
//!
//! Rules are patterns over classes of words; the language is described in [`isnad_text::pattern`], the classes in
//! `data/classes.tsv` of isnad-entities, and [`Entities::explain`](isnad_entities::Entities::explain) says which classes a
//! word has. A rule with the name of a built-in one takes its place; `off = ["…"]` leaves one out.
//!
//! ```
//! use isnad::entities::{Entities, EntityType};
//! use isnad::text::Text;
//!
//! // Up to three words in quotation marks after "operation" are the name of an event.
//! let rules = r#"
//! [[rule]]
//! id = "mine.operation"
//! pattern = "'عملية' open EVENT:( word{1,3} ) close"
//! "#;
//! let entities = Entities::builder().rules(rules, "rules.toml").unwrap().build();
//! let text = Text::new("انتهت عملية «فجر النهر» أمس."); // "Operation «Dawn of the River» ended yesterday."
//! let found = entities.find(&text);
//! assert_eq!((text.slice(found[0].span), found[0].entity_type), ("فجر النهر", EntityType::Event));
//! assert_eq!(found[0].rule.as_str(), "mine.operation");
//! ```
//!
//! # One's own number words and date names
//!
//! ```
//! use isnad::Analyzer;
//! use isnad::dates::Dates;
//! use isnad::numerals::Numerals;
//!
//! let numerals = Numerals::builder().words("number\tدزينة\tunit\t12\n", "mine.tsv").unwrap().build(); // a dozen
//! let dates = Dates::new().with_names("عيد الاستقلال\tfeast\tgregorian 11-22\n", "mine.tsv").unwrap(); // Independence Day
//! let analyzer = Analyzer::new().with_numerals(numerals).with_dates(dates);
//! let document = analyzer.analyze("صودرت دزينة بنادق في عيد الاستقلال 2023."); // "A dozen rifles were seized on …"
//! assert_eq!(document.quantities[0].low, Some(12.into()));
//! assert_eq!(document.dates[0].timex3(), "2023-11-22");
//! ```
//!
//! # One's own cue
//!
//! Cues are the words that report a claim; [`ExtractorBuilder::words`](isnad_claims::ExtractorBuilder::words) lists what can be
//! said of them, and of speakers and events.
//!
//! ```
//! use isnad::Analyzer;
//! use isnad::claims::{Class, Extractor};
//!
//! // "grumbled", with "that" or a colon before what is said
//! let cues = r#"
//! [[cue]]
//! forms = ["برطم", "برطمت"]
//! class = "assert"
//! part = "perfect"
//! frames = ["an", "colon"]
//! "#;
//! let claims = Extractor::builder().words(cues, "cues.toml").unwrap().build();
//! let analyzer = Analyzer::new().with_claims(claims);
//! let document = analyzer.analyze("برطم الوزير أن الطريق مغلق."); // "The minister grumbled that the road was closed."
//! assert_eq!(document.claims[0].cue.class, Class::Assert);
//! assert_eq!(document.text.slice(document.claims[0].content), "الطريق مغلق");
//! ```
//!
//! A cue that everybody needs is better a line of data, built in for all:
//!
//! 1. Write the sentence that shows it as a case in `crates/isnad-claims/tests/corpus`, and see it fail.
//! 2. Add the form to `crates/isnad-claims/data/cues.tsv`: `صرحت`, its lemma, its part of speech, its class, how the content follows.
//! 3. `cargo run -p isnad-dev` refreshes the generated table; commit both.
//!
//! What a cue does is seen in the claim:
//!
//! ```
//! use isnad::claims::{Class, find};
//! let text = "حذرت المنظمة من أن المخزون ينفد."; // "The organisation warned that stocks were running out."
//! let found = find(text, None);
//! assert_eq!(found.claims[0].cue.class, Class::Warn);
//! assert_eq!(&text[found.claims[0].content.range()], "المخزون ينفد");
//! ```
