//! What a word may be: one lexicon over all data files, asked once for each token.

use isnad_text::{Lexicon, Proclitics, Span, Text};

use crate::generated::vocabulary::{VOCABULARY, WORDS};
use crate::{Class, CountType, EventType};

/// One sense of a word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// It may report.
    Cue(CueWord),
    /// It may begin the noun phrase of a source.
    Speaker(SpeakerKind),
    /// A small word of the grammar.
    Particle(Particle),
    /// It may tell an event, or count those whom one befell.
    Event(EventWord),
    /// A noun for people.
    Person(PersonNoun),
    /// It tells an event of this type.
    Happening(EventType),
}

/// A word that tells an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventWord {
    pub(crate) part: EventPart,
    pub(crate) count: CountType,
    /// Killed and wounded told in one number.
    pub(crate) joint: bool,
    pub(crate) frame: EventFrame,
    pub(crate) flags: EventFlags,
    /// The form with its vowel marks, where only those tell it from a homograph.
    pub(crate) marked: &'static str,
}

/// Part of speech of an event word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventPart {
    Perfect,
    Imperfect,
    Passive,
    Participle,
    Noun,
    /// A noun for those whom the event befell: قتيل, نازح.
    VictimNoun,
}

/// Where the counted stand beside an event word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventFrame {
    /// As object, behind an agent: قتلت خلية شخصا.
    Act,
    /// As subject of a passive.
    Pass,
    /// As genitive: مقتل شخص.
    Of,
    /// As subject: توفي شخص.
    Subj,
    /// Behind عن: أفرج عن سجين.
    About,
    /// In what holds or numbers them: عدد القتلى 5.
    Container,
    /// As what follows from something: أسفر عن مقتل.
    Result,
    /// Nowhere.
    None,
}

/// What else is known of an event word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct EventFlags(pub(crate) u16);

impl EventFlags {
    /// Also something else.
    pub(crate) const AMBIGUOUS: EventFlags = EventFlags(2);
    /// A strength, which gives way to an event.
    pub(crate) const STANCE: EventFlags = EventFlags(4);
    /// The event did not happen.
    pub(crate) const NEGATED: EventFlags = EventFlags(8);
    pub(crate) const FEMININE: EventFlags = EventFlags(32);
    pub(crate) const DUAL: EventFlags = EventFlags(64);
    pub(crate) const PLURAL: EventFlags = EventFlags(128);

    pub(crate) const fn has(self, other: EventFlags) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A noun for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PersonNoun {
    pub(crate) number: Grammatical,
    pub(crate) class: PersonClass,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grammatical {
    Singular,
    Dual,
    Plural,
}

/// What kind of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PersonClass {
    Child,
    Civilian,
    Detainee,
    Journalist,
    Medical,
    Militant,
    Official,
    Person,
    Security,
    Victim,
    Woman,
    Worker,
}

/// A word that may report a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueWord {
    pub(crate) class: Class,
    pub(crate) part: Part,
    pub(crate) frames: Frames,
    pub(crate) flags: CueFlags,
    /// The form with its vowel marks, where only those tell it from a homograph.
    pub(crate) marked: &'static str,
}

/// Part of speech of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Perfect,
    Imperfect,
    Passive,
    Participle,
    Noun,
    Preposition,
    Document,
    Impersonal,
}

/// How content follows a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(pub(crate) u16);

impl Frames {
    /// أن, إن "that".
    pub(crate) const AN: Frames = Frames(1);
    /// إلى, also before أن.
    pub(crate) const ILA: Frames = Frames(2);
    /// على
    pub(crate) const ALA: Frames = Frames(4);
    /// ب
    pub(crate) const BI: Frames = Frames(8);
    /// من
    pub(crate) const MIN: Frames = Frames(16);
    /// عن
    pub(crate) const AN_NP: Frames = Frames(32);
    /// A noun phrase.
    pub(crate) const NP: Frames = Frames(64);
    /// A colon or a quotation.
    pub(crate) const COLON: Frames = Frames(128);
    /// After its content.
    pub(crate) const TAIL: Frames = Frames(256);
    /// ل
    pub(crate) const LA: Frames = Frames(512);

    pub(crate) const fn has(self, other: Frames) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What else is known of a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CueFlags(pub(crate) u16);

impl CueFlags {
    /// Reports only within its frame.
    pub(crate) const WEAK: CueFlags = CueFlags(1);
    /// Masculine, feminine: of the subject of a verb.
    pub(crate) const M: CueFlags = CueFlags(4);
    pub(crate) const F: CueFlags = CueFlags(8);
    /// Bears a pronoun.
    pub(crate) const PRONOUN: CueFlags = CueFlags(128);
    /// Nobody says it.
    pub(crate) const NO_SOURCE: CueFlags = CueFlags(256);
    /// Hands on what another says: نقل عن.
    pub(crate) const RELAY: CueFlags = CueFlags(512);

    pub(crate) const fn has(self, other: CueFlags) -> bool {
        self.0 & other.0 == other.0
    }
}

/// What kind of thing speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpeakerKind {
    Person,
    Document,
    Collective,
    Outlet,
}

/// Small words; see `data/particles.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Particle {
    That,
    Ila,
    Ala,
    An,
    Min,
    Preposition,
    Relative,
    Kana,
    Qad,
    Negation,
    Demonstrative,
    Adverb,
    Adjunct,
    Cut,
    Connective,
    Venue,
    Audience,
    Pronoun,
    Partitive,
    By,
    Norm,
    Masdar,
    Quantifier,
    Led,
    Publishes,
    Done,
    Unverified,
}

/// A word or phrase of the vocabulary in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) span: Span,
    pub(crate) proclitics: Proclitics,
    senses: [u16; 6],
}

/// The vocabulary's words in a text.
#[derive(Debug)]
pub(crate) struct Hits {
    hits: Vec<Hit>,
    /// For each token, one more than the index of the hit that begins there.
    at: Vec<u32>,
}

impl Hits {
    pub(crate) fn of(text: &Text<'_>) -> Hits {
        let lexicon = Lexicon::built_in(&VOCABULARY);
        let mut hits = Vec::with_capacity(text.tokens().len() / 2);
        let mut at = vec![0; text.tokens().len()];
        for (i, (token, slot)) in text.tokens().iter().zip(&mut at).enumerate() {
            if !token.is_arabic() {
                continue;
            }
            let Some(found) = lexicon.longest_at(text, i) else { continue };
            let mut senses = [u16::MAX; 6];
            let fitting = found.ids().map(|id| id as u16).filter(|&id| spelled(text, found.span, id));
            for (sense, id) in senses.iter_mut().zip(fitting) {
                *sense = id;
            }
            if senses[0] != u16::MAX {
                hits.push(Hit {
                    first: i,
                    end: found.end,
                    span: found.span,
                    proclitics: found.proclitics,
                    senses,
                });
                *slot = hits.len() as u32;
            }
        }
        Hits { hits, at }
    }

    /// The hit that begins at a token.
    pub(crate) fn get(&self, token: usize) -> Option<&Hit> {
        let &index = self.at.get(token)?;
        self.hits.get((index as usize).checked_sub(1)?)
    }

    pub(crate) fn all(&self) -> &[Hit] {
        &self.hits
    }

    /// Whether the token may be this particle.
    pub(crate) fn is(&self, token: usize, particle: Particle) -> bool {
        self.get(token).is_some_and(|h| h.is(particle))
    }
}

/// Whether the vowel marks that a sense demands are written.
fn spelled(text: &Text<'_>, span: Span, id: u16) -> bool {
    let marked = match WORDS.get(id as usize) {
        Some(Word::Cue(cue)) => cue.marked,
        Some(Word::Event(event)) => event.marked,
        Some(_) => "",
        None => return false,
    };
    marked.is_empty() || text.slice(span).chars().filter(|&c| c != '\u{640}').eq(marked.chars())
}

impl Hit {
    /// Its senses, in the order of the data.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static Word> + use<> {
        self.senses.into_iter().map_while(|id| WORDS.get(id as usize))
    }

    pub(crate) fn cues(&self) -> impl Iterator<Item = &'static CueWord> + use<> {
        self.words().filter_map(|w| match w {
            Word::Cue(cue) => Some(cue),
            _ => None,
        })
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = &'static EventWord> + use<> {
        self.words().filter_map(|w| match w {
            Word::Event(event) => Some(event),
            _ => None,
        })
    }

    pub(crate) fn happening(&self) -> Option<EventType> {
        self.words().find_map(|w| match w {
            Word::Happening(event) => Some(*event),
            _ => None,
        })
    }

    pub(crate) fn person(&self) -> Option<&'static PersonNoun> {
        self.words().find_map(|w| match w {
            Word::Person(person) => Some(person),
            _ => None,
        })
    }

    pub(crate) fn is(&self, particle: Particle) -> bool {
        self.words().any(|w| *w == Word::Particle(particle))
    }

    pub(crate) fn particle(&self) -> Option<Particle> {
        self.words().find_map(|w| match w {
            Word::Particle(particle) => Some(*particle),
            _ => None,
        })
    }

    pub(crate) fn speaker(&self) -> Option<SpeakerKind> {
        self.words().find_map(|w| match w {
            Word::Speaker(kind) => Some(*kind),
            _ => None,
        })
    }
}
