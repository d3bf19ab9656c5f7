//! Ordinary words of news, which are no names: nouns.tsv and verbs.tsv with the forms that stand beside names.

use anyhow::Result;

use super::{Words, key};
use crate::tsv::Table;

impl Words<'_> {
    /// Ordinary words, unless another list knows them as part of names: nouns with their feminines and broken plurals,
    /// verbs with their forms, verbal nouns and participles. A form that is a noun too (دعم "he supported", "support") is
    /// none that ends a name.
    pub(super) fn ordinary(&mut self, nouns: &Table, verbs: &Table) -> Result<()> {
        let mask = |words: &Self, names: &[&str]| {
            names.iter().filter_map(|c| words.class(c)).fold(0, |sum, c| sum | c)
        };
        let named = mask(
            self,
            &["given", "family", "loc", "maybe_loc", "org", "maybe_org", "per", "maybe_per", "fac", "nisba"],
        );
        let nisba = mask(self, &["nisba"]);
        let heads = mask(
            self,
            &["title", "org_head", "fac_head", "place_head", "place_part", "official", "adjective"],
        );
        let (common, verb, adjective) =
            (mask(self, &["common"]), mask(self, &["verb"]), mask(self, &["adjective"]));
        let add = |words: &mut Self, word: &str, article: bool, classes: u64| {
            let folded = key(word);
            let of = |article| words.records.get(&(folded.clone(), article)).map_or(0, |r| r.classes);
            let known = of(true) | of(false);
            if known & named == 0 && (article || known & (heads | common) == 0) {
                words.record(word, article).classes |= classes;
            } else if article && known & named != 0 && known & nisba == 0 && !word.starts_with("ال") {
                // فوز is a name, and a victory; الفوز is a victory. So with تقدم, a party.
                let def = format!("ال{word}");
                if words.records.get(&(key(&def), false)).is_none_or(|r| r.classes & named == 0) {
                    words.record(&def, false).classes |= classes;
                }
            }
        };
        for row in &nouns.rows {
            for noun in [row.get(0), row.get(1)].into_iter().chain(row.list(2, '|')).filter(|n| !n.is_empty())
            {
                // الجماعي, الجماعية: adjectives of relation go on names of bodies.
                let relation = row.get(3) == "rel";
                add(self, noun, true, common | if relation { adjective } else { 0 });
                for form in inflected(noun) {
                    add(self, &form, false, common);
                }
            }
        }
        for row in &verbs.rows {
            for noun in [2, 3, 4].into_iter().flat_map(|column| row.list(column, '|')) {
                add(self, noun, true, common);
                for form in inflected(noun) {
                    add(self, &form, false, common);
                }
            }
        }
        for row in &verbs.rows {
            for form in verb_forms(row.get(0), row.get(1)) {
                add(self, &form, false, verb);
            }
        }
        Ok(())
    }
}

/// The indefinite accusative and the dual of a noun (مصدر: مصدرا, مصدران), which no name ends in.
fn inflected(noun: &str) -> Vec<String> {
    match noun.strip_suffix('ة') {
        Some(stem) => vec![format!("{stem}تان")],
        None if noun.ends_with(['ا', 'ى', 'ء', 'ي']) => Vec::new(),
        None if noun.chars().count() < 4 => vec![format!("{noun}ا")], // سلفان, غادان are names
        None => vec![format!("{noun}ا"), format!("{noun}ان")],
    }
}

/// From the perfect and the imperfect of the third person masculine singular (أعلن, يعلن "announce"): the feminine and the
/// plural of both, and the imperfect with ت and ن.
fn verb_forms(perfect: &str, imperfect: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if !perfect.is_empty() {
        // رأى, دعا: the last letter goes before the endings.
        let stem = perfect.strip_suffix(['ى', 'ا']).unwrap_or(perfect);
        forms.extend([perfect.to_string(), format!("{stem}ت"), format!("{stem}وا")]);
    }
    if let Some(rest) = imperfect.strip_prefix('ي') {
        let stem = rest.strip_suffix(['ى', 'ي', 'و']).unwrap_or(rest);
        for person in ["ي", "ت", "ن"] {
            forms.push(format!("{person}{rest}"));
        }
        forms.extend([format!("ي{stem}ون"), format!("ي{stem}وا")]);
    }
    forms
}

#[cfg(test)]
mod tests {
    #[test]
    fn strong_and_weak_verbs_have_their_forms() {
        assert_eq!(
            super::verb_forms("أعلن", "يعلن"),
            ["أعلن", "أعلنت", "أعلنوا", "يعلن", "تعلن", "نعلن", "يعلنون", "يعلنوا"]
        );
        assert_eq!(
            super::verb_forms("دعا", "يدعو"),
            ["دعا", "دعت", "دعوا", "يدعو", "تدعو", "ندعو", "يدعون", "يدعوا"]
        );
    }
}
