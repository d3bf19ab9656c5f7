//! The forms of a verb that stand beside names in news: third person, perfect and imperfect.

/// From the perfect and the imperfect of the third person masculine singular (أعلن, يعلن "announce"): the feminine and the
/// plural of both, and the imperfect with ت and ن.
pub(crate) fn forms(perfect: &str, imperfect: &str) -> Vec<String> {
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
            super::forms("أعلن", "يعلن"),
            ["أعلن", "أعلنت", "أعلنوا", "يعلن", "تعلن", "نعلن", "يعلنون", "يعلنوا"]
        );
        assert_eq!(
            super::forms("دعا", "يدعو"),
            ["دعا", "دعت", "دعوا", "يدعو", "تدعو", "ندعو", "يدعون", "يدعوا"]
        );
    }
}
