//! Each fold by itself, and presets.

use isnad_normalize::*;

fn folded(profile: Profile, text: &str) -> String {
    Normalizer::new(profile).normalize(text).into_text().into_owned()
}

#[test]
fn each_fold_by_itself() {
    let none = Profile::NONE;
    let rows = [
        (Profile { drop_tatweel: true, ..none }, "العـــراق", "العراق"),
        (Profile { drop_vowels: true, ..none }, "كَتَبَ شُكْرًا", "كتب شكْرًا"),
        (Profile { drop_tanwin: true, ..none }, "شُكرًا", "شُكرا"),
        (Profile { drop_shadda: true, ..none }, "محمَّد", "محمَد"),
        (Profile { drop_sukun: true, ..none }, "بِنْت", "بِنت"),
        (Profile { drop_rare_marks: true, ..none }, "ا\u{654}ب", "اب"),
        (Profile { superscript_alef: SuperscriptAlef::Drop, ..none }, "هٰذا", "هذا"),
        (Profile { superscript_alef: SuperscriptAlef::ToAlef, ..none }, "السمٰوٰت", "السماوات"),
        (Profile { drop_quranic_marks: true, ..none }, "قال\u{6d6} محمد\u{610} ب\u{8f0}", "قال محمد ب"),
        (Profile { fold_alef: true, ..none }, "أإآٱا", "ااااا"),
        (Profile { hamza: Hamza::Seat, ..none }, "مسؤول طائرة ماء", "مسوول طايرة ماء"),
        (Profile { hamza: Hamza::Bare, ..none }, "مسؤول طائرة", "مسءول طاءرة"),
        (Profile { hamza: Hamza::Drop, ..none }, "مسؤول ماء", "مسوول ما"),
        (Profile { alef_maqsura: AlefMaqsura::Final, ..none }, "على ىوم هدىً", "علي ىوم هديً"),
        (Profile { alef_maqsura: AlefMaqsura::All, ..none }, "على ىوم", "علي يوم"),
        (Profile { alef_maqsura: AlefMaqsura::Egyptian, ..none }, "في يوم", "فى يوم"),
        (Profile { fold_ta_marbuta: true, ..none }, "مدرسة", "مدرسه"),
        (Profile { fold_look_alikes: true, ..none }, "کی ہے گچ پژ", "كي هي گچ پژ"),
        (Profile { expand_forms: true, ..none }, "ﺍﻟﻌﺮﺑﻴﺔ ﻻ ﷺ", "العربية لا ﷺ"),
        (Profile { word_ligatures: WordLigatures::Expand, ..none }, "ﷲ ﷼ ﻻ", "الله ريال ﻻ"),
        (Profile { word_ligatures: WordLigatures::Drop, ..none }, "محمدﷺ", "محمد"),
        (Profile { digits: Digits::Ascii, ..none }, "١٢۳4", "1234"),
        (Profile { digits: Digits::Arabic, ..none }, "١٢۳4", "١٢٣٤"),
        (Profile { digits: Digits::Persian, ..none }, "١٢۳4", "۱۲۳۴"),
        (Profile { fold_number_marks: true, ..none }, "١٬٥٠٠٫٥٪", "١,٥٠٠.٥%"),
        (Profile { fold_punctuation: true, ..none }, "نعم، لا؛ ماذا؟", "نعم, لا; ماذا?"),
        (Profile { fold_quotes: true, ..none }, "«نعم» “لا” ‘ربما’", "\"نعم\" \"لا\" 'ربما'"),
        (Profile { fold_dashes: true, ..none }, "2015–2017 —", "2015-2017 -"),
        (Profile { drop_bidi: true, ..none }, "\u{61c}نعم\u{200f} \u{2066}لا\u{2069}", "نعم لا"),
        (
            Profile { drop_zero_width: true, ..none },
            "\u{feff}نع\u{ad}م\u{200b} می\u{200c}خواهم",
            "نعم می\u{200c}خواهم",
        ),
        (Profile { zwnj: Zwnj::Drop, ..none }, "می\u{200c}خواهم", "میخواهم"),
        (Profile { zwnj: Zwnj::Space, ..none }, "می\u{200c}خواهم", "می خواهم"),
        (Profile { fold_no_break_spaces: true, ..none }, "5\u{a0}كم", "5 كم"),
        (Profile { lowercase: true, ..none }, "NATO É", "nato É"),
        (Profile { shorten_elongation: true, ..none }, "رااائع الله ههههه 1000", "رائع الله ههه 1000"),
        (Profile { shorten_elongation: true, drop_tatweel: true, ..none }, "جميـيـيل", "جميل"),
        (Profile { collapse_spaces: true, ..none }, "  نعم \t لا \n\n\n ثم\n", "نعم لا\n\nثم"),
        (
            Profile { canonical: Canonical::Compose, ..none },
            "ا\u{653}ن و\u{654} لُّ ل\u{651}\u{64f}",
            "آن ؤ ل\u{64f}\u{651} ل\u{64f}\u{651}",
        ),
        (Profile { canonical: Canonical::Decompose, ..none }, "آ لآلئ", "ا\u{653} لا\u{653}لي\u{654}"),
    ];
    for (profile, text, want) in rows {
        assert_eq!(folded(profile, text), want, "{profile:?}");
    }
}

#[test]
fn presets() {
    let text = "«مُـسْتَشفىٰ   الأُسرةِ رااائع ١٢٪»";
    assert_eq!(folded(Profile::DISPLAY, text), "«مُـسْتَشفىٰ الأُسرةِ رااائع ١٢٪»");
    assert_eq!(folded(Profile::MODEL, text), "«مستشفى الأسرة رائع 12%»");
    assert_eq!(folded(Profile::SEARCH, text), "\"مستشفي الاسره رائع 12%\"");
    assert_eq!(folded(Profile::MATCHING, text), "\"مستشفي   الاسره رااايع 12%\"");
    assert_eq!(folded(Profile::DISPLAY, "x² ① Ⅳ"), "x² ① Ⅳ"); // no business of ours
}

#[test]
fn runs_that_end_in_a_mark_or_a_form_settle_at_once() {
    let written = ["أأأ\u{655}ى", "ﺍﺍﺍﺍ", "ـﺍاا", "اﺍﺍ\u{670}ا", "ﺃﺃﺃ", "ا\u{653}ا\u{200c}ا\u{653}ى"];
    for text in written {
        let once = folded(Profile::MODEL, text);
        assert_eq!(folded(Profile::MODEL, &once), once, "{text:?}");
    }
}

#[test]
fn lines_that_a_column_broke_are_joined() {
    let text = "هذا سطر طويل من نص نقله القارئ من صفحة ضيقة\nفانكسر قبل أن تنتهي الجملة.\nوهذا غيره";
    let joined = "هذا سطر طويل من نص نقله القارئ من صفحة ضيقة فانكسر قبل أن تنتهي الجملة.\nوهذا غيره";
    assert_eq!(folded(Profile::MODEL, text), joined);
    // A short line ends what was joined. Read again it is part of a line that is not short: an empty line parts it from the next.
    let text = "هذا سطر طويل من نص نقله القارئ من صفحة\nوبقيته\nعنوان\n- أولا";
    let joined = "هذا سطر طويل من نص نقله القارئ من صفحة وبقيته\n\nعنوان\n- أولا";
    assert_eq!(folded(Profile::MODEL, text), joined);
    assert_eq!(folded(Profile::MODEL, joined), joined);
}

#[test]
fn stems() {
    let rows = [
        ("والبيت", "بيت"),
        ("للجميع", "جميع"),
        ("وردة", "رد"),
        ("وعد", "وعد"),
        ("معلمون", "معلم"),
        ("كتابها", "كتاب"),
        ("الى", "الى"),
        ("word", "word"),
        ("", ""),
    ];
    for (word, stem) in rows {
        assert_eq!(light_stem(word), stem, "{word}");
    }
}

/// A megabyte of anything takes no longer, by the byte, than some times what news takes.
#[test]
fn hostile_texts_are_linear() {
    for piece in [
        "َ",
        "ا",
        "اـ",
        " ",
        " \u{200f}",
        "\n",
        "ى",
        "ى\u{64e}",
        "ﷺ",
        "\u{653}",
        "«",
        "\"",
        "#_",
        "و",
        "ا\u{64e}\u{651}",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        for profile in [Profile::DISPLAY, Profile::SEARCH, Profile::MATCHING, Profile::MODEL] {
            let normalizer = Normalizer::new(profile);
            let normalized = normalizer.normalize(&text);
            assert!(normalized.to_result(0..text.len()).end == normalized.text().len());
        }
    }
}

#[test]
fn text_that_was_decoded_wrongly_is_told_and_repaired() {
    let rows = [
        (Some(Misreading::Utf8AsWestern), "Ø§Ù„Ø¹Ø±Ø§Ù‚ 2020", "العراق 2020"),
        (Some(Misreading::Utf8AsArabic), "ط§ظ„ط¹ط±ط§ظ‚", "العراق"),
        (Some(Misreading::ArabicAsWestern), "ÇáÚÑÇÞ Ýí 2020", "العراق في 2020"),
        (None, "العراق في 2020، ضغط وظروف", ""),
        (None, "Élysée à côté où ça été", ""),
        (None, "Über Ägypten", ""),
        (None, "", ""),
    ];
    for (misreading, text, repaired) in rows {
        let found = find_garbled(text);
        assert_eq!(found.as_ref().map(|g| g.misreading), misreading, "{text}");
        assert_eq!(found.map(|g| g.repaired).unwrap_or_default(), repaired);
    }
}

#[test]
fn reports() {
    let report = Normalizer::new(Profile::SEARCH).report("«العِـــراق»  أُسرةٌ ١٢ NATO ﻻ رااائع");
    let count = |change| report.count(change);
    assert_eq!((count(Change::Tatweel), count(Change::Mark), count(Change::Digit)), (3, 3, 2));
    assert_eq!((count(Change::Punctuation), count(Change::Space), count(Change::Case)), (2, 1, 4));
    assert_eq!((count(Change::Form), count(Change::Elongation), count(Change::Alef)), (1, 1, 1));
    assert!(!report.is_suspicious());
    let report = Normalizer::new(Profile::DISPLAY).report("المدینة و bаnk و كتابx");
    assert_eq!(report.look_alikes.len(), 1);
    assert_eq!(report.mixed_scripts.len(), 2);
}
