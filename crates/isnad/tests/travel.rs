//! Every public type may cross threads, be shared between them, and survive a panic elsewhere.
#![cfg(feature = "claims")]

use core::panic::{RefUnwindSafe, UnwindSafe};

fn free<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}

#[test]
fn types_are_free_to_travel() {
    use isnad::{claims, dates, entities, normalize, numerals, text};
    free::<isnad::Analyzer>();
    free::<isnad::Document<'_>>();
    free::<isnad::Suspicious>();
    free::<normalize::Normalizer>();
    free::<normalize::Normalized<'_, '_>>();
    free::<normalize::Profile>();
    free::<normalize::Scheme>();
    free::<normalize::Report>();
    free::<normalize::OffsetIndex<'_>>();
    free::<normalize::OffsetMap<'_>>();
    free::<normalize::Garbled>();
    free::<text::Text<'_>>();
    free::<text::Token>();
    free::<text::Sentence>();
    free::<text::Quotation>();
    free::<text::Lexicon>();
    free::<text::LexiconBuilder>();
    free::<text::LoadError>();
    free::<text::RuleId>();
    free::<text::UnknownName>();
    free::<text::pattern::RuleSet>();
    free::<text::pattern::Pattern>();
    free::<text::pattern::Pieces>();
    free::<text::KeyFilter>();
    free::<numerals::Numerals>();
    free::<numerals::Quantity>();
    free::<numerals::Number>();
    free::<numerals::Interval>();
    free::<numerals::NumberError>();
    free::<dates::Dates>();
    free::<dates::TemporalExpression>();
    free::<dates::Reference>();
    free::<dates::DateError>();
    free::<dates::LoadError>();
    free::<entities::Entities>();
    free::<entities::Entity>();
    free::<(entities::Detailed, entities::Alternative, entities::Seen)>();
    free::<claims::Extractor>();
    free::<claims::Extraction>();
    free::<claims::Claim>();
    free::<claims::Event>();
    free::<claims::Count>();
    #[cfg(feature = "record")]
    free::<isnad::record::Record<'_>>();
    #[cfg(feature = "user")]
    free::<(
        entities::EntitiesBuilder,
        entities::UnknownRule,
        numerals::NumeralsBuilder,
        claims::ExtractorBuilder,
    )>();
}
