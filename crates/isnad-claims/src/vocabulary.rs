//! What a word may be: one lexicon over all data files, asked once for each token.

use isnad_text::{KeyFilter, Lexicon, Match, Proclitics, Span, Text};

use crate::generated::vocabulary::{FIRST_WORDS, SENSES, VOCABULARY};
use crate::senses::Senses;
use crate::{Class, CountKind, EventKind};

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
    Happening(EventKind),
}

/// A word that tells an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventWord {
    pub(crate) part: EventPart,
    pub(crate) count: CountKind,
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
    /// Of kin or company: زوجته, سائقهم.
    Companion,
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
    /// في
    pub(crate) const FI: Frames = Frames(1024);

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
    /// Reports only where a court or a prosecutor does it.
    pub(crate) const COURT: CueFlags = CueFlags(2);
    /// Masculine, feminine: of the subject of a verb.
    pub(crate) const M: CueFlags = CueFlags(4);
    pub(crate) const F: CueFlags = CueFlags(8);
    /// Bears a pronoun.
    pub(crate) const PRONOUN: CueFlags = CueFlags(16);
    /// Nobody says it.
    pub(crate) const NO_SOURCE: CueFlags = CueFlags(32);
    /// Hands on what another says: نقل عن.
    pub(crate) const RELAY: CueFlags = CueFlags(64);
    /// Goes on with what somebody said before: أضاف.
    pub(crate) const CONTINUE: CueFlags = CueFlags(128);

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

/// Words that rules ask for by themselves, whatever else they may be; see `data/particles.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// في, قرب, شهدت: brings in a place.
    AtPlace,
    /// محافظة, مدينة: stands between such a word and the name of the place.
    PlaceNoun,
    /// شمالي, وسط: says only in which direction of a place.
    Direction,
    /// السجن, المطار: a place that was named before.
    Building,
    /// سجن, معتقل: where people are held.
    Prison,
    /// برصاص, بنيران: with what, and whose.
    ByMeans,
    /// سجن, حزب: a name in quotation marks follows.
    Named,
    /// آخرون: people like those before.
    Other,
    /// أحد, إحدى: one of several.
    OneOf,
    /// حالة, أفراد, تقريبا: stands between a number and what is counted.
    Counter,
    /// جدد: belongs to what is counted.
    Counted,
    /// عدد, حصيلة: numbers the noun that follows.
    Numbers,
    /// أب, أم: of a family, no event.
    Parent,
    /// بشكل, برفقة: how, not what.
    Manner,
    /// شرطة, جيش: whose business it is to arrest and to fight.
    Forces,
    /// ضرب, هز: what follows, or the place that it is, was struck.
    Strikes,
    /// كوليرا, فيروس: what people are infected with (also with b-).
    Disease,
    /// نفذت, شنت: an operation of whoever says so.
    Operates,
    /// المدن, السواحل: where in a country, before its adjective (also with b-).
    Territory,
    /// طائرة, مسيرة, صواريخ: what strikes, and whose it is.
    Weapon,
    /// روسي, إسرائيلية: an adjective of a country.
    Origin,
    /// قلق, سعادته: what somebody expresses (also with his pronoun).
    Feeling,
    /// نحو, لا يقل عن: stands between a noun and its number.
    About,
    /// الانتباه, النقاب: an object that says nothing beside its verb.
    Light,
    /// المجلس, الوزير: takes a masculine verb, for certain.
    Masculine,
    /// العام, الخاصة: an adjective of a title.
    OfTitle,
    /// سموه, معاليه: a title that stands for who was named.
    Honorific,
    /// الأطراف, المجتمع: more often called on than calling.
    Addressee,
    /// محكمة, النيابة: who judges or charges.
    Court,
    /// ثالث, سادس: one more of those before (also with و).
    Next,
    /// قرية, مخيم: what the name behind it is of, known or not (also with ب).
    Village,
    /// أجبرت, دفع: drives people from where they live.
    Drives,
    /// قوات, مفارز: of whom, the name behind it says by itself.
    Unit,
    /// يقل, تحمل: what has people aboard (also with و).
    Carries,
    /// النزوح, مغادرة: what people are driven to.
    Leaving,
    /// تجاوز, تتخطى: makes the figure behind it a lower bound.
    Exceeds,
    /// جراء, برصاص: may follow a headline of nouns alone.
    Circumstance,
    /// الاحتجاز: where the held are, behind قيد or رهن.
    Custody,
    /// الأنقاض: where the missing are, behind تحت.
    Rubble,
    /// الجيش, الشرطة: forces of a state.
    OfState,
    /// لقي, يلقون: tells a fate only with its noun (also with و).
    Meets,
    /// منفصل, آخر: tells one event from another.
    Another,
    /// حادث, سياق: what such a word belongs to.
    Occurrence,
    /// البلاد: the country told of (also with ب ل).
    Homeland,
    /// بعدما, لدى: before the verb of who fired.
    When,
    /// من, ينتمون: between gunmen and whose they are.
    Belongs,
    /// ألقت, يلقي: verb of القبض (also with و ف).
    Lays,
    /// إنه, بأنها: whoever says so is the subject.
    OfSpeaker,
    /// أسبوع, شهر: what a sum may be over.
    Period,
    /// بدء, اندلاع: since when a sum may be.
    Onset,
    /// يبلغ, يفوق: a figure follows.
    Reaches,
    /// المصدر, الكاتب: before a colon, no speaker.
    Label,
    /// استباقية, مداهمة: what an operation is that looks for others.
    Policing,
    /// خسرت, فقدت: what a force does whose own are killed.
    Loses,
    /// النزاع, الحرب: what goes on for long.
    War,
}

impl List {
    /// Whether its words also stand with proclitics: والسجن.
    pub(crate) const fn joins(self) -> bool {
        matches!(
            self,
            List::Building
                | List::Prison
                | List::AtPlace
                | List::Disease
                | List::Parent
                | List::Territory
                | List::Next
                | List::Village
                | List::Drives
                | List::Carries
                | List::Loses
                | List::Meets
                | List::Homeland
                | List::Lays
        )
    }
}

/// A word or phrase of the vocabulary in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'v> {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) span: Span,
    pub(crate) proclitics: Proclitics,
    /// What its senses are, so that no question goes through them in vain.
    pub(crate) kinds: u8,
    particle: Option<Particle>,
    speaker: Option<SpeakerKind>,
    particles: u32,
    senses: [Option<&'v Senses>; KEPT],
}

/// Entries for a phrase that are kept.
const KEPT: usize = 6;

pub(crate) const CUE: u8 = 1;
pub(crate) const EVENT: u8 = 2;
pub(crate) const HAPPENING: u8 = 4;
pub(crate) const PERSON: u8 = 8;

/// Words of the user, which stand before the built-in ones.
#[derive(Debug)]
pub(crate) struct UserWords {
    pub(crate) lexicon: Lexicon,
    /// By the ids of the lexicon.
    pub(crate) senses: Vec<Senses>,
}

/// The vocabulary's words in a text.
#[derive(Debug, Default)]
pub(crate) struct Hits<'v> {
    hits: Vec<Hit<'v>>,
    /// Indices of those that may report, of those that tell of something, of those that doubt what was said.
    cues: Vec<u32>,
    telling: Vec<u32>,
    doubts: Vec<u32>,
}

impl<'v> Hits<'v> {
    pub(crate) fn with_capacity(hits: usize) -> Hits<'v> {
        Hits { hits: Vec::with_capacity(hits), ..Hits::default() }
    }

    /// Adds the longest phrase that begins with a word, if any does. Returns the lists that the word is on, as bits.
    pub(crate) fn look_up(&mut self, text: &Text<'_>, at: usize, user: Option<&'v UserWords>) -> u64 {
        static FILTER: KeyFilter = KeyFilter::built_in(&FIRST_WORDS);
        if user.is_none() && !FILTER.may_begin(text, at) {
            return 0;
        }
        let mut lists = None;
        let mut longest: Option<Match<'_>> = None;
        let lexicon = Lexicon::built_in(&VOCABULARY);
        lexicon.each_at(text, at, |found| {
            let mut has_words = false;
            for senses in senses(&found) {
                has_words |= !senses.words.is_empty();
                if lists.is_none() && found.tokens() == 1 && senses.lists.all != 0 {
                    lists = Some(senses.lists.of_word(found.proclitics));
                }
            }
            if has_words && longest.as_ref().is_none_or(|longest| found.end > longest.end) {
                longest = Some(found);
            }
        });
        if let Some(user) = user
            && let Some(own) = user.lexicon.longest_at(text, at)
            && longest.as_ref().is_none_or(|f| f.end <= own.end)
        {
            let same = longest.filter(|f| f.end == own.end && f.proclitics == own.proclitics);
            let senses = own.ids().filter_map(|id| user.senses.get(id as usize));
            self.add(text, Hit::of(&own), senses.chain(same.iter().flat_map(self::senses)));
        } else if let Some(found) = longest {
            self.add(text, Hit::of(&found), senses(&found));
        }
        lists.unwrap_or(0)
    }

    /// Adds a phrase with those of its senses that may stand as it is written, if there are any.
    fn add(&mut self, text: &Text<'_>, mut hit: Hit<'v>, senses: impl Iterator<Item = &'v Senses>) {
        let mut slots = hit.senses.iter_mut();
        for senses in senses {
            if senses.words.is_empty() || !senses.are_marked(text, hit.span) {
                continue;
            }
            let Some(slot) = slots.next() else { break };
            *slot = Some(senses);
            hit.kinds |= senses.sum.kinds;
            hit.particle = hit.particle.or(senses.sum.particle);
            hit.speaker = hit.speaker.or(senses.sum.speaker);
            hit.particles |= senses.sum.particles;
        }
        let Some(Some(_)) = hit.senses.first() else { return };
        let at = self.hits.len() as u32;
        if hit.kinds & CUE != 0 || hit.is_fixed_phrase() {
            self.cues.push(at);
        }
        if hit.kinds & (EVENT | HAPPENING) != 0 {
            self.telling.push(at);
        }
        if hit.is(Particle::Unverified) {
            self.doubts.push(at);
        }
        self.hits.push(hit);
    }

    /// The last, and its index.
    pub(crate) fn last(&self) -> Option<(u32, &Hit<'v>)> {
        let last = self.hits.last()?;
        Some((self.hits.len() as u32 - 1, last))
    }

    pub(crate) fn all(&self) -> &[Hit<'v>] {
        &self.hits
    }

    /// Those that may report, and the fixed phrases within which nothing does.
    pub(crate) fn cues(&self) -> impl Iterator<Item = &Hit<'v>> {
        self.cues.iter().filter_map(|&at| self.hits.get(at as usize))
    }

    /// Those that may tell of an event.
    pub(crate) fn telling(&self) -> impl Iterator<Item = &Hit<'v>> {
        self.telling.iter().filter_map(|&at| self.hits.get(at as usize))
    }

    /// Those that say of what was said just before that nobody could verify it.
    pub(crate) fn doubts(&self) -> impl Iterator<Item = &Hit<'v>> {
        self.doubts.iter().filter_map(|&at| self.hits.get(at as usize))
    }
}

/// What the built-in entries that a phrase fits may be.
fn senses<'l, 's>(found: &Match<'l>) -> impl Iterator<Item = &'s Senses> + use<'l, 's> {
    found.ids().filter_map(|id| -> Option<&'s Senses> { SENSES.get(id as usize) })
}

impl<'v> Hit<'v> {
    /// A phrase of the vocabulary, as yet without senses.
    fn of(found: &Match<'_>) -> Hit<'v> {
        Hit {
            first: found.first,
            end: found.end,
            span: found.span,
            proclitics: found.proclitics,
            kinds: 0,
            particle: None,
            speaker: None,
            particles: 0,
            senses: [None; KEPT],
        }
    }

    /// Its senses, in the order of the data; none where it has none of a kind.
    fn words(&self, kind: u8) -> impl Iterator<Item = &'v Word> + use<'_, 'v> {
        let senses: &[_] = if self.kinds & kind == 0 { &[] } else { &self.senses };
        senses.iter().map_while(|senses| *senses).flat_map(|senses| senses.words.iter())
    }

    /// ما لا يقل عن "no less than", رفض الكشف عن اسمه "declined to be named".
    pub(crate) fn is_fixed_phrase(&self) -> bool {
        self.end > self.first + 1 && self.is(Particle::Adverb)
    }

    pub(crate) fn cues(&self) -> impl Iterator<Item = &'v CueWord> + use<'_, 'v> {
        self.words(CUE).filter_map(|w| match w {
            Word::Cue(cue) => Some(cue),
            _ => None,
        })
    }

    pub(crate) fn events(&self) -> impl Iterator<Item = &'v EventWord> + use<'_, 'v> {
        self.words(EVENT).filter_map(|w| match w {
            Word::Event(event) => Some(event),
            _ => None,
        })
    }

    pub(crate) fn happening(&self) -> Option<EventKind> {
        self.words(HAPPENING).find_map(|w| match w {
            Word::Happening(event) => Some(*event),
            _ => None,
        })
    }

    pub(crate) fn person(&self) -> Option<&'v PersonNoun> {
        self.words(PERSON).find_map(|w| match w {
            Word::Person(person) => Some(person),
            _ => None,
        })
    }

    /// The small words that it may be, as bits.
    pub(crate) const fn particles(&self) -> u32 {
        self.particles
    }

    pub(crate) const fn is(&self, particle: Particle) -> bool {
        self.particles & (1 << particle as u32) != 0
    }

    /// Its first sense as a small word.
    pub(crate) const fn particle(&self) -> Option<Particle> {
        self.particle
    }

    pub(crate) const fn speaker(&self) -> Option<SpeakerKind> {
        self.speaker
    }
}
