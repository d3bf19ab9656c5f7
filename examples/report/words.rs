//! What the page calls things, in Arabic and English.

/// A label in Arabic and in English.
pub(crate) type Label = (&'static str, &'static str);

/// The name of a kind, for people.
pub(crate) fn label(kind: impl std::fmt::Display) -> Label {
    let word = kind.to_string();
    LABELS.iter().find(|(key, ..)| *key == word).map_or(("غير ذلك", "other"), |&(_, ar, en)| (ar, en))
}

const LABELS: &[(&str, &str, &str)] = &[
    // what is named
    ("PER", "شخص", "person"),
    ("ORG", "جهة", "organisation"),
    ("LOC", "مكان", "place"),
    ("FAC", "منشأة", "facility"),
    ("NORP", "جماعة", "group"),
    ("EVENT", "حدث", "event"),
    // how a claim is reported
    ("assert", "قال", "asserts"),
    ("deny", "نفى", "denies"),
    ("estimate", "قدّر", "estimates"),
    ("warn", "حذّر", "warns"),
    ("accuse", "اتهم", "accuses"),
    ("demand", "طالب", "demands"),
    ("announce", "أعلن", "announces"),
    ("reveal", "كشف", "reveals"),
    ("describe", "وصف", "describes"),
    ("believe", "رأى", "believes"),
    ("claim_responsibility", "تبنّى", "claims responsibility"),
    ("threaten", "هدّد", "threatens"),
    ("promise", "تعهّد", "promises"),
    ("ask", "تساءل", "asks"),
    // whose words
    ("direct", "بنصّه", "quoted"),
    ("indirect", "بالمعنى", "reported"),
    ("mixed", "بعضه بنصّه", "partly quoted"),
    // how its source holds it
    ("asserted", "مؤكَّد", "asserted"),
    ("denied", "منفيّ", "denied"),
    ("unverified", "غير متحقَّق منه", "unverified"),
    ("hypothetical", "لم يقع بعد", "not said to be so yet"),
    // who is counted
    ("killed", "قتلى", "killed"),
    ("wounded", "جرحى", "wounded"),
    ("missing", "مفقودون", "missing"),
    ("arrested", "معتقلون", "arrested"),
    ("held", "محتجزون", "held"),
    ("escaped", "فارّون", "escaped"),
    ("freed", "مفرج عنهم", "freed"),
    ("kidnapped", "مخطوفون", "kidnapped"),
    ("surrendered", "مستسلمون", "surrendered"),
    ("displaced", "نازحون", "displaced"),
    ("infected", "مصابون بعدوى", "infected"),
    ("fighters", "مقاتلون", "fighters"),
    ("troops", "جنود", "troops"),
    ("protesters", "محتجون", "protesters"),
    ("attacks", "هجمات", "attacks"),
    ("people", "أشخاص", "people"),
    // quantities
    ("cardinal", "عدد", "number"),
    ("ordinal", "ترتيب", "ordinal"),
    ("fraction", "كسر", "fraction"),
    ("percent", "نسبة مئوية", "percentage"),
    ("money", "مبلغ", "money"),
    ("measure", "قياس", "measure"),
    ("range", "مدى", "range"),
    ("vague", "عدد غير محدد", "vague number"),
    ("score", "نتيجة", "score"),
    // time
    ("date", "تاريخ", "date"),
    ("time", "وقت", "time"),
    ("duration", "مدة", "duration"),
    ("set", "تكرار", "recurrence"),
    ("START", "بدايتها", "start"),
    ("MID", "منتصفها", "middle"),
    ("END", "نهايتها", "end"),
    ("APPROX", "تقريبا", "about"),
    ("impossible", "لا وجود لهذا التاريخ", "no such date"),
    ("weekday", "يوم الأسبوع لا يطابق التاريخ", "the weekday is another"),
    ("month_names", "اسما الشهر لشهرين", "two months are named"),
    ("outside_table", "حُسب التاريخ الهجري تقديرا", "the Hijri date was reckoned by arithmetic"),
];
