//! What a form of a word list means, and how each list's columns are read.

use super::lists::ORGANISATIONS;
use crate::phrases::dates::DateWord;
use crate::report::{AccordType, CountryCode, PartyKind, Subject};

/// What a form means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// "Pakistan", "Pakistani", "Islamabad" as its government.
    State { code: CountryCode, sense: StateSense },
    /// "Lahore", "Punjab".
    Place { kind: PlaceKind, code: CountryCode },
    /// "World Bank"; the index is that of its full name.
    Organisation { index: u32, kind: PartyKind, of: Option<CountryCode> },
    /// "memorandum of understanding"
    Instrument { accord_type: AccordType, plural: bool, weight: InstrumentWeight, subject: Option<Subject> },
    /// "protocol officer": holds an instrument noun and is none.
    InstrumentTrap,
    /// "double taxation": what an accord is about, or nothing ("press release"); not `strong` where anything else tells it
    /// better ("economic").
    Subject { subject: Option<Subject>, weight: SubjectWeight },
    /// "signed"
    Act { act: ActKind, shape: VerbShape },
    /// "expected to"
    Modality(Modality),
    /// "already"
    Adverb,
    /// "seven", "second", "several"
    Number { kind: NumberKind, value: u32 },
    /// "entitled", "previous", "as follows"
    Cue(Cue),
    /// "Signed on" over a column of a table.
    Column(ColumnRole),
    /// "ministry": what a name with it is; no kind for what is no actor.
    BodyHead { kind: Option<PartyKind>, strength: HeadStrength, plural: bool },
    /// "Ltd".
    LegalForm,
    /// "Seismology", "National", "African".
    NameWord(NameClass),
    /// "prime minister", "ambassadors".
    Office { class: OfficeClass, plural: bool, usage: OfficeUse },
    /// "deputy", "visiting", "designate".
    Rank(RankSense),
    /// "foreign affairs" (a field), "committee" (a body).
    Portfolio { body: bool },
    /// "Dr"; in some state the word may be part of the name instead.
    Honorific { kind: HonorificKind, name_in: Option<CountryCode> },
    /// "bin", "Jr", "MP".
    NameParticle { sense: ParticleSense },
    /// "Hotel", "Tuesday".
    NotName(NotNameSense),
    /// "country", which stands for a state already named; "company", for an organisation.
    OwnerNoun(OwnerSense),
    /// "Mr", "According", "quipped": decides where a sentence ends.
    Sentence(SentenceWord),
    /// "Share", "Published on", "Staff Reporter": stands around the article.
    Page(PageWord),
    /// "Xinhua"
    Agency { home: Option<CountryCode> },
    /// "carmaker": what a name beside it is.
    Descriptor(PartyKind),
    /// "government", "side": with an adjective, the state.
    StateNoun,
    /// "April", "yesterday", "year"
    Date(DateWord),
    /// "GMT"; the offset in minutes where the name has one meaning.
    Zone(Option<i16>),
}

/// The kind of an entry; fewer than 64, so that a word's kinds are bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    State,
    Place,
    Organisation,
    Instrument,
    InstrumentTrap,
    Subject,
    Act,
    Modality,
    Adverb,
    Number,
    Cue,
    Column,
    BodyHead,
    LegalForm,
    NameWord,
    Office,
    Rank,
    Portfolio,
    Honorific,
    NameParticle,
    NotName,
    Sentence,
    Page,
    Agency,
    Descriptor,
    StateNoun,
    OwnerNoun,
    Date,
    DateCue,
    DateOpener,
    /// The first word of a date form of several: "right" of "right now".
    DatePhrase,
    Zone,
    /// A word that stands in a form behind its first word.
    Inner,
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u64);

impl From<Kind> for Kinds {
    fn from(kind: Kind) -> Kinds {
        Kinds(1 << kind as u64)
    }
}

impl Kinds {
    pub fn add(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u64;
    }

    /// Drops what is not among others.
    pub fn keep(&mut self, others: Kinds) {
        self.0 &= others.0;
    }

    pub fn has(self, kind: Kind) -> bool {
        self.0 & 1 << kind as u64 != 0
    }

    pub const fn of(kinds: &[Kind]) -> Kinds {
        let mut bits = 0;
        let mut rest = kinds;
        while let [kind, others @ ..] = rest {
            bits |= 1 << *kind as u64;
            rest = others;
        }
        Kinds(bits)
    }

    /// Whether the two have a kind in common.
    pub fn meets(self, others: Kinds) -> bool {
        self.0 & others.0 != 0
    }
}

impl Entry {
    pub fn kind(self) -> Kind {
        match self {
            Entry::State { .. } => Kind::State,
            Entry::Place { .. } => Kind::Place,
            Entry::Organisation { .. } => Kind::Organisation,
            Entry::Instrument { .. } => Kind::Instrument,
            Entry::InstrumentTrap => Kind::InstrumentTrap,
            Entry::Subject { .. } => Kind::Subject,
            Entry::Act { .. } => Kind::Act,
            Entry::Modality(_) => Kind::Modality,
            Entry::Adverb => Kind::Adverb,
            Entry::Number { .. } => Kind::Number,
            Entry::Cue(_) => Kind::Cue,
            Entry::Column(_) => Kind::Column,
            Entry::BodyHead { .. } => Kind::BodyHead,
            Entry::LegalForm => Kind::LegalForm,
            Entry::NameWord(_) => Kind::NameWord,
            Entry::Office { .. } => Kind::Office,
            Entry::Rank(_) => Kind::Rank,
            Entry::Portfolio { .. } => Kind::Portfolio,
            Entry::Honorific { .. } => Kind::Honorific,
            Entry::NameParticle { .. } => Kind::NameParticle,
            Entry::NotName(_) => Kind::NotName,
            Entry::OwnerNoun(_) => Kind::OwnerNoun,
            Entry::Sentence(_) => Kind::Sentence,
            Entry::Page(_) => Kind::Page,
            Entry::Agency { .. } => Kind::Agency,
            Entry::Descriptor(_) => Kind::Descriptor,
            Entry::StateNoun => Kind::StateNoun,
            Entry::Date(word) => word.kind(),
            Entry::Zone(_) => Kind::Zone,
        }
    }
}

/// How a form stands for a state; of two senses the first in this order is meant: Singapore is a state first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StateSense {
    /// "French Republic"
    Formal,
    /// "France"
    Short,
    /// "Holland"
    Custom,
    /// "Burma"
    Old,
    /// "UAE"
    Abbreviation,
    /// "French"
    Demonym,
    /// "Frenchmen"
    People,
    /// "Franco" in "Franco-German"
    Prefix,
    /// "Paris"
    Capital,
    /// "Kremlin"
    Seat,
    /// "Congo" for the smaller of the two: only where the text speaks of it elsewhere.
    Second,
    /// "Kingdom": one of the states that "the Kingdom" can be.
    Realm,
}

/// What kind of place a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    City,
    Region,
}

/// How a word decides where a sentence ends; abbreviations are listed without their last stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SentenceWord {
    /// Its stop never ends a sentence: "Mr".
    Open,
    /// Nor does this one's before a number: "No".
    Number,
    /// A month or weekday: "Oct".
    Date,
    /// Its stop ends a sentence only before an opener: "Inc".
    Closed,
    /// Its stop ends a sentence before any capital: "etc".
    Final,
    /// Opens sentences when capitalised: "Meanwhile".
    Opener,
    /// A verb that follows a quotation: "said".
    Speech,
}

/// What a word of the page around the article is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageWord {
    /// A section: "Politics".
    Menu,
    /// A button: "Share this".
    Action,
    /// "All rights reserved"
    Legal,
    /// Other stories: "Read also".
    Related,
    /// "Tags"
    Tags,
    /// The end of the article: "ends".
    End,
    /// "For more information"
    Contact,
    /// "Photo"
    Caption,
    /// "Published on"
    Published,
    /// "Last updated"
    Updated,
    /// "By"
    Author,
    /// "Editing by"
    Editor,
    /// "Source"
    Source,
    /// A kind of publication: "Press release".
    Release,
    /// An author without a name: "News Desk".
    Desk,
    /// A word of the names of papers and offices: "Herald", "Embassy".
    Masthead,
    /// "Subject", before a title.
    Title,
}

/// When an instrument noun is an accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InstrumentWeight {
    /// Wherever it is named: "treaty".
    Strong,
    /// Only as the object of an act, or as an item under one: "programme".
    Weak,
    /// Any accord, by a word without kind: "documents".
    Generic,
    /// Only at the head of a list item: "Decision on ...".
    Item,
    /// The papers that ratify another instrument: "instruments of ratification".
    Ratification,
}

/// What is done to an accord.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActKind {
    Propose,
    Negotiate,
    Agree,
    /// "agreed a text": as [`ActKind::Agree`], but only of what stands right behind.
    Settle,
    Initial,
    Sign,
    /// "joined", "entered into": as [`ActKind::Sign`], but only of what stands right behind.
    Enter,
    Adopt,
    Ratify,
    InForce,
    Renew,
    Suspend,
    Terminate,
    Reject,
    /// Of signed copies.
    Exchange,
    Witness,
    Represent,
    /// "did so", "followed suit": what the act before it is.
    Likewise,
    /// "a memorandum will follow", "was followed in 1999 by an agreement"
    Follow,
    /// "the signing was put off": still to come.
    Postpone,
}

/// The grammatical form of an act's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbShape {
    Base,
    /// "signs"
    Third,
    /// "withdrew"
    Past,
    /// "withdrawn"
    Participle,
    /// "signed", past and participle
    Ed,
    /// "signing"
    Ing,
    /// "ratification"
    Noun,
    /// "signatories": those who do it.
    Doer,
    /// "in force"
    Adjective,
    /// "bears the signature of"
    Borne,
}

/// What a word before a verb says of its truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modality {
    Planned,
    Denied,
    Possible,
}

/// What a word tells of how an instrument is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// "treaty | partners" names no treaty.
    ModifiedNoun,
    /// "entitled": a title follows.
    TitleVerb,
    /// "previous": told as history.
    Earlier,
    /// "as follows": a list follows.
    ListLead,
    /// "besides": what follows comes on top.
    Besides,
    /// "covers": what one of several is about follows.
    ItemVerb,
    /// "valid for": how long follows.
    Term,
    /// "a draft agreement"
    Draft,
    /// "-do-": the same as in the row above.
    Ditto,
    /// "another of the same | kind"
    KindOf,
    /// "a similar treaty"
    Alike,
    /// "visit": to whom follows.
    Visit,
    /// "worth": a sum follows.
    Amount,
    /// "said": another clause, in which somebody tells of it.
    Saying,
    /// "Palace": at a place so named things are signed.
    Building,
    /// "yes" in a cell: what the head of its column says was done.
    Affirmed,
    /// "links": those whom an accord binds follow.
    Links,
    /// "US | dollars": the word before names no state.
    Currency,
    /// "club", "landlord": whoever is bound with them binds no state.
    Private,
    /// "begin", "launch": talks.
    Opening,
    /// "is scheduled for": what was named before is to come.
    ToCome,
    /// "summit", "members": several parties in one word.
    Assembly,
    /// "once": what first must happen.
    Condition,
    /// "under the eyes of": those who look on follow.
    Presence,
    /// "senate": its approval ratifies.
    Parliament,
    /// "early": the signing that follows is to come.
    Hoped,
    /// "items": the numbers of some of a list follow.
    Item,
    /// "the remaining two"
    Remaining,
    /// "the last two"
    Last,
    /// "the Ghanaian side"
    Side,
    /// "voted": what they approved follows.
    Vote,
    /// "in order to", "on the sidelines of": what hangs on the act, and is no topic.
    Circumstance,
    /// "ceremony": at which accords are signed.
    Occasion,
    /// "took place": where and when follows.
    Held,
    /// "views": exchanged, and no accord.
    Exchanged,
    /// "called for": the act named behind it is only proposed.
    Wished,
    /// "discussed": it is negotiated.
    Discussed,
    /// "looked forward to": it is planned.
    Awaited,
    /// "its predecessor": an accord of the kind of the one before.
    Successor,
    /// "sister-city agreement": one between towns.
    Twinning,
    /// "Authority": a body so named signs by its head; a ministry does not, whose minister signs for the government.
    Signing,
    /// "received", "held talks with": who follows is of another side.
    Meets,
    /// "accompanied by": who follows is of the same side.
    Company,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnRole {
    /// The accord.
    Instrument,
    /// Who is bound by it.
    Party,
    /// The day on which it was signed.
    Signed,
    /// The day on which it was initialled.
    Initialled,
    /// The day on which it was ratified.
    Ratified,
    /// The day since which it is in force.
    InForce,
    /// The day of what the table is about.
    Date,
    /// Where it was done.
    Place,
    /// Who signed it.
    Signatory,
    /// How far it has come.
    Status,
    /// What else is to be said.
    Remarks,
    /// How long it lasts.
    Term,
}

/// What a number word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// "seven"
    Cardinal,
    /// "seventh"
    Ordinal,
    /// "several"
    Vague,
}

/// What a word inside the name of a body tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    /// "Seismology": a field of government that no minister's portfolio has.
    Field,
    /// "National"
    Rank,
    /// "African": its body is an international one.
    Region,
    /// "Affairs": tells nothing.
    Light,
    /// "Women's": an owner inside the name.
    Possessive,
    /// "Studies": its institute is a think tank.
    Studies,
    /// "Minister": only the name of its office holds it.
    Office,
    /// "Monday": no name holds it.
    Stop,
    /// "de": a small word inside names of other languages.
    Particle,
    /// "Jordan": a person can bear it too.
    Personal,
}

/// How well a word tells a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubjectWeight {
    /// "fisheries": wherever it stands.
    Strong,
    /// "loan": as a strong one, and what it is for is a subject too.
    Means,
    /// "economic": where nothing stronger does.
    Weak,
}

/// How far a head noun decides what its name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadStrength {
    /// "ministry": always.
    Strong,
    /// "council": the other words of the name decide.
    Weak,
    /// "universidad": always, and the name follows it.
    Opens,
    /// "province": as a weak one, and in lower case it is no part of the name ("the province of Almaty").
    Territory,
    /// "bank": as a weak one, but with a state's name alone it is the central bank.
    Central,
}

/// Which offices answer to one another: "both ministers", "the two presidents".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfficeClass {
    /// "president": of a state, a firm, a court, a university.
    President,
    /// "king", "emir"
    HeadOfState,
    /// "premier", "taoiseach"
    HeadOfGovernment,
    /// "minister", "attorney general"
    Minister,
    /// "cabinet secretary", "secretary-general"
    Secretary,
    /// "secretary-general": of an organisation or a party.
    SecretaryGeneral,
    /// "ambassador", "special envoy"
    Diplomat,
    /// "chief negotiator"
    Negotiator,
    /// "senator", "speaker"
    Legislator,
    /// "magistrate"
    Judge,
    /// "governor", "mayor"
    Local,
    /// "chief of the general staff"
    Military,
    /// "chairman", "rector"
    Executive,
    /// "director", "administrator": of a body
    Director,
    /// "spokeswoman"
    Spokesperson,
    /// "adviser", "commissioner"
    Official,
    /// "counterpart": the office of the one that another is named beside.
    Counterpart,
    /// "leader": whoever leads a state.
    Leader,
    /// "predecessor", "successor": the office of another at another time.
    Successor,
}

/// What a word that grades an office does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RankSense {
    /// "deputy": part of the office.
    Kept,
    /// "visiting": said of the holder.
    Dropped,
    /// "then": said of one who holds it no longer.
    Past,
    /// "sworn in": makes somebody its holder.
    Appointed,
    /// "designate": part of the office, behind its noun.
    Behind,
}

/// Why a capitalised word is no word of a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotNameSense {
    /// "Hotel", "Cup", "Ministry"
    Venue,
    /// "Park": a place, and a surname
    Surname,
    /// "Tuesday", "Signs"
    Other,
}

/// What a noun stands for that says whom an official serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OwnerSense {
    /// "country"
    State,
    /// "company"
    Body,
    /// "side", "delegation"
    Side,
}

/// Where an office noun names an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OfficeUse {
    /// Anywhere.
    Any,
    /// Only with a field, a body or an owner: "head of customs".
    With,
}

/// What a form of address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HonorificKind {
    /// "Mr": any person.
    Address,
    /// "H.E.", "His Majesty": may stand before an office as well.
    Style,
    /// "Dr", "Sheikh": nobility, learning.
    Honour,
    /// "General": of the armed forces or the police.
    Rank,
}

/// What a small word does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParticleSense {
    /// "bin", "van": inside the name.
    Particle,
    /// "Jr", "III": its end.
    Suffix,
    /// "MP", "OBE": behind it.
    Letters,
}

/// No list has more columns.
pub(super) const MOST_COLUMNS: usize = 6;

/// A column that could not be read: its number, from 1, and what was expected there.
pub(super) type Refused = (usize, String);

/// What the third and the fourth column say of an organisation.
pub(super) fn organisation(kind: &str, of: &str) -> Result<(PartyKind, Option<CountryCode>), Refused> {
    let kind = kind.parse().map_err(|_| (3, "a kind of party".to_owned()))?;
    let of = if of == "-" { None } else { Some(of.parse().map_err(|_| (4, "an ISO 3166-1 alpha-3 code".to_owned()))?) };
    Ok((kind, of))
}

/// Reads the columns of one line of the list `name`; `organisation_index` gives the index of an organisation by its name.
pub(super) fn parse(name: &str, columns: &[&str], mut organisation_index: impl FnMut(&str) -> u32) -> Result<Entry, Refused> {
    let column = |n: usize| columns.get(n - 1).copied().unwrap_or("");
    let code = |n: usize| column(n).parse::<CountryCode>().map_err(|_| (n, "an ISO 3166-1 alpha-3 code".to_owned()));
    let optional_code = |n: usize| if column(n) == "-" { Ok(None) } else { code(n).map(Some) };
    if column(1).is_empty() {
        return Err((1, "a form".to_owned()));
    }
    match name {
        "states.tsv" => Ok(Entry::State { sense: named(column(2), 2, STATE_SENSES)?, code: code(3)? }),
        "places.tsv" => Ok(Entry::Place { kind: named(column(2), 2, PLACE_KINDS)?, code: code(3)? }),
        ORGANISATIONS => {
            let (kind, of) = organisation(column(3), column(4))?;
            Ok(Entry::Organisation { index: organisation_index(column(2)), kind, of })
        }
        "instruments.tsv" => {
            let accord_type = column(2).parse().map_err(|_| (2, "a type of accord".to_owned()))?;
            let plural = named(column(3), 3, &[("one", false), ("many", true)])?;
            let subject = match column(5) {
                "-" => None,
                subject => Some(subject.parse().map_err(|_| (5, "a subject or -".to_owned()))?),
            };
            Ok(Entry::Instrument { accord_type, plural, weight: named(column(4), 4, INSTRUMENT_WEIGHTS)?, subject })
        }
        "instrument_traps.tsv" => Ok(Entry::InstrumentTrap),
        "subjects.tsv" => {
            let subject = match column(2) {
                "-" => None,
                subject => Some(subject.parse().map_err(|_| (2, "a subject or -".to_owned()))?),
            };
            Ok(Entry::Subject { subject, weight: named(column(3), 3, SUBJECT_WEIGHTS)? })
        }
        "acts.tsv" => Ok(Entry::Act { act: named(column(2), 2, ACTS)?, shape: named(column(3), 3, VERB_SHAPES)? }),
        "modality.tsv" => Ok(Entry::Modality(named(column(2), 2, MODALITIES)?)),
        "cues.tsv" => Ok(Entry::Cue(named(column(2), 2, CUES)?)),
        "columns.tsv" => Ok(Entry::Column(named(column(2), 2, COLUMNS)?)),
        "adverbs.tsv" => Ok(Entry::Adverb),
        "numbers.tsv" => {
            let value = column(3).parse().map_err(|_| (3, "a number".to_owned()))?;
            Ok(Entry::Number { kind: named(column(2), 2, NUMBER_KINDS)?, value })
        }
        "bodies.tsv" => {
            let kind = match column(2) {
                "-" => None,
                kind => Some(kind.parse().map_err(|_| (2, "a kind of party".to_owned()))?),
            };
            Ok(Entry::BodyHead { kind, strength: named(column(3), 3, STRENGTHS)?, plural: column(4) != "-" })
        }
        "legal_forms.tsv" => Ok(Entry::LegalForm),
        "state_nouns.tsv" => Ok(Entry::StateNoun),
        "descriptors.tsv" => Ok(Entry::Descriptor(column(2).parse().map_err(|_| (2, "a kind of party".to_owned()))?)),
        "name_words.tsv" => Ok(Entry::NameWord(named(column(2), 2, NAME_CLASSES)?)),
        "offices.tsv" => Ok(Entry::Office {
            class: named(column(2), 2, OFFICE_CLASSES)?,
            plural: named(column(3), 3, NUMBERS)?,
            usage: named(column(4), 4, OFFICE_USES)?,
        }),
        "ranks.tsv" => Ok(Entry::Rank(named(column(2), 2, RANK_SENSES)?)),
        "portfolios.tsv" => Ok(Entry::Portfolio { body: named(column(2), 2, &[("field", false), ("body", true)])? }),
        "honorifics.tsv" => Ok(Entry::Honorific { kind: named(column(2), 2, HONORIFIC_KINDS)?, name_in: optional_code(3)? }),
        "name_particles.tsv" => Ok(Entry::NameParticle { sense: named(column(2), 2, PARTICLE_SENSES)? }),
        "not_names.tsv" => Ok(Entry::NotName(named(column(2), 2, NOT_NAMES)?)),
        "owner_nouns.tsv" => Ok(Entry::OwnerNoun(named(column(2), 2, OWNER_SENSES)?)),
        "sentences.tsv" => Ok(Entry::Sentence(named(column(2), 2, SENTENCE_WORDS)?)),
        "page.tsv" => Ok(Entry::Page(named(column(2), 2, PAGE_WORDS)?)),
        "agencies.tsv" => Ok(Entry::Agency { home: optional_code(2)? }),
        "dates.tsv" => DateWord::parse(column(2), column(3)).map(Entry::Date).map_err(|(column, expected)| (column, expected.to_owned())),
        "time_zones.tsv" if column(2) == "-" => Ok(Entry::Zone(None)),
        "time_zones.tsv" => Ok(Entry::Zone(Some(column(2).parse().map_err(|_| (2, "minutes or -".to_owned()))?))),
        _ => Err((1, format!("a known list, not {name}"))),
    }
}

const STATE_SENSES: &[(&str, StateSense)] = &[
    ("short", StateSense::Short),
    ("formal", StateSense::Formal),
    ("custom", StateSense::Custom),
    ("old", StateSense::Old),
    ("abbr", StateSense::Abbreviation),
    ("capital", StateSense::Capital),
    ("seat", StateSense::Seat),
    ("demonym", StateSense::Demonym),
    ("people", StateSense::People),
    ("prefix", StateSense::Prefix),
    ("second", StateSense::Second),
    ("realm", StateSense::Realm),
];

const INSTRUMENT_WEIGHTS: &[(&str, InstrumentWeight)] = &[
    ("strong", InstrumentWeight::Strong),
    ("weak", InstrumentWeight::Weak),
    ("generic", InstrumentWeight::Generic),
    ("item", InstrumentWeight::Item),
    ("ratification", InstrumentWeight::Ratification),
];

const SUBJECT_WEIGHTS: &[(&str, SubjectWeight)] =
    &[("strong", SubjectWeight::Strong), ("means", SubjectWeight::Means), ("weak", SubjectWeight::Weak)];

const ACTS: &[(&str, ActKind)] = &[
    ("propose", ActKind::Propose),
    ("negotiate", ActKind::Negotiate),
    ("agree", ActKind::Agree),
    ("settle", ActKind::Settle),
    ("initial", ActKind::Initial),
    ("sign", ActKind::Sign),
    ("enter", ActKind::Enter),
    ("adopt", ActKind::Adopt),
    ("ratify", ActKind::Ratify),
    ("in_force", ActKind::InForce),
    ("renew", ActKind::Renew),
    ("suspend", ActKind::Suspend),
    ("terminate", ActKind::Terminate),
    ("reject", ActKind::Reject),
    ("exchange", ActKind::Exchange),
    ("witness", ActKind::Witness),
    ("represent", ActKind::Represent),
    ("likewise", ActKind::Likewise),
    ("follow", ActKind::Follow),
    ("postpone", ActKind::Postpone),
];

const VERB_SHAPES: &[(&str, VerbShape)] = &[
    ("base", VerbShape::Base),
    ("s", VerbShape::Third),
    ("past", VerbShape::Past),
    ("part", VerbShape::Participle),
    ("ed", VerbShape::Ed),
    ("ing", VerbShape::Ing),
    ("noun", VerbShape::Noun),
    ("doer", VerbShape::Doer),
    ("adjective", VerbShape::Adjective),
    ("borne", VerbShape::Borne),
];

const MODALITIES: &[(&str, Modality)] = &[("planned", Modality::Planned), ("denied", Modality::Denied), ("possible", Modality::Possible)];

const COLUMNS: &[(&str, ColumnRole)] = &[
    ("instrument", ColumnRole::Instrument),
    ("party", ColumnRole::Party),
    ("signed", ColumnRole::Signed),
    ("initialled", ColumnRole::Initialled),
    ("ratified", ColumnRole::Ratified),
    ("in_force", ColumnRole::InForce),
    ("date", ColumnRole::Date),
    ("place", ColumnRole::Place),
    ("signatory", ColumnRole::Signatory),
    ("status", ColumnRole::Status),
    ("remarks", ColumnRole::Remarks),
    ("term", ColumnRole::Term),
];

const CUES: &[(&str, Cue)] = &[
    ("modified_noun", Cue::ModifiedNoun),
    ("title_verb", Cue::TitleVerb),
    ("earlier", Cue::Earlier),
    ("list_lead", Cue::ListLead),
    ("besides", Cue::Besides),
    ("item_verb", Cue::ItemVerb),
    ("term", Cue::Term),
    ("draft", Cue::Draft),
    ("ditto", Cue::Ditto),
    ("building", Cue::Building),
    ("affirmed", Cue::Affirmed),
    ("kind_of", Cue::KindOf),
    ("alike", Cue::Alike),
    ("visit", Cue::Visit),
    ("amount", Cue::Amount),
    ("saying", Cue::Saying),
    ("links", Cue::Links),
    ("currency", Cue::Currency),
    ("private", Cue::Private),
    ("opening", Cue::Opening),
    ("to_come", Cue::ToCome),
    ("assembly", Cue::Assembly),
    ("condition", Cue::Condition),
    ("presence", Cue::Presence),
    ("parliament", Cue::Parliament),
    ("hoped", Cue::Hoped),
    ("item", Cue::Item),
    ("remaining", Cue::Remaining),
    ("last", Cue::Last),
    ("side", Cue::Side),
    ("vote", Cue::Vote),
    ("circumstance", Cue::Circumstance),
    ("occasion", Cue::Occasion),
    ("held", Cue::Held),
    ("exchanged", Cue::Exchanged),
    ("wished", Cue::Wished),
    ("discussed", Cue::Discussed),
    ("awaited", Cue::Awaited),
    ("successor", Cue::Successor),
    ("twinning", Cue::Twinning),
    ("signing", Cue::Signing),
    ("meets", Cue::Meets),
    ("company", Cue::Company),
];

const NUMBER_KINDS: &[(&str, NumberKind)] =
    &[("cardinal", NumberKind::Cardinal), ("ordinal", NumberKind::Ordinal), ("vague", NumberKind::Vague)];

const SENTENCE_WORDS: &[(&str, SentenceWord)] = &[
    ("open", SentenceWord::Open),
    ("number", SentenceWord::Number),
    ("date", SentenceWord::Date),
    ("closed", SentenceWord::Closed),
    ("final", SentenceWord::Final),
    ("opener", SentenceWord::Opener),
    ("speech", SentenceWord::Speech),
];

const PAGE_WORDS: &[(&str, PageWord)] = &[
    ("menu", PageWord::Menu),
    ("action", PageWord::Action),
    ("legal", PageWord::Legal),
    ("related", PageWord::Related),
    ("tags", PageWord::Tags),
    ("end", PageWord::End),
    ("contact", PageWord::Contact),
    ("caption", PageWord::Caption),
    ("published", PageWord::Published),
    ("updated", PageWord::Updated),
    ("author", PageWord::Author),
    ("editor", PageWord::Editor),
    ("source", PageWord::Source),
    ("release", PageWord::Release),
    ("desk", PageWord::Desk),
    ("masthead", PageWord::Masthead),
    ("title", PageWord::Title),
];

const PLACE_KINDS: &[(&str, PlaceKind)] = &[("city", PlaceKind::City), ("region", PlaceKind::Region)];

const STRENGTHS: &[(&str, HeadStrength)] = &[
    ("strong", HeadStrength::Strong),
    ("weak", HeadStrength::Weak),
    ("opens", HeadStrength::Opens),
    ("central", HeadStrength::Central),
    ("territory", HeadStrength::Territory),
];

const NAME_CLASSES: &[(&str, NameClass)] = &[
    ("field", NameClass::Field),
    ("rank", NameClass::Rank),
    ("region", NameClass::Region),
    ("light", NameClass::Light),
    ("possessive", NameClass::Possessive),
    ("studies", NameClass::Studies),
    ("office", NameClass::Office),
    ("stop", NameClass::Stop),
    ("particle", NameClass::Particle),
    ("personal", NameClass::Personal),
];

const NUMBERS: &[(&str, bool)] = &[("one", false), ("many", true)];

const OFFICE_CLASSES: &[(&str, OfficeClass)] = &[
    ("president", OfficeClass::President),
    ("head_of_state", OfficeClass::HeadOfState),
    ("head_of_government", OfficeClass::HeadOfGovernment),
    ("minister", OfficeClass::Minister),
    ("secretary", OfficeClass::Secretary),
    ("secretary_general", OfficeClass::SecretaryGeneral),
    ("diplomat", OfficeClass::Diplomat),
    ("negotiator", OfficeClass::Negotiator),
    ("legislator", OfficeClass::Legislator),
    ("judge", OfficeClass::Judge),
    ("local", OfficeClass::Local),
    ("military", OfficeClass::Military),
    ("executive", OfficeClass::Executive),
    ("director", OfficeClass::Director),
    ("spokesperson", OfficeClass::Spokesperson),
    ("official", OfficeClass::Official),
    ("counterpart", OfficeClass::Counterpart),
    ("leader", OfficeClass::Leader),
    ("successor", OfficeClass::Successor),
];

const RANK_SENSES: &[(&str, RankSense)] = &[
    ("keep", RankSense::Kept),
    ("drop", RankSense::Dropped),
    ("past", RankSense::Past),
    ("appointed", RankSense::Appointed),
    ("behind", RankSense::Behind),
];

const NOT_NAMES: &[(&str, NotNameSense)] =
    &[("venue", NotNameSense::Venue), ("surname", NotNameSense::Surname), ("other", NotNameSense::Other)];

const OWNER_SENSES: &[(&str, OwnerSense)] = &[("state", OwnerSense::State), ("body", OwnerSense::Body), ("side", OwnerSense::Side)];

const OFFICE_USES: &[(&str, OfficeUse)] = &[("any", OfficeUse::Any), ("with", OfficeUse::With)];

const HONORIFIC_KINDS: &[(&str, HonorificKind)] = &[
    ("address", HonorificKind::Address),
    ("honour", HonorificKind::Honour),
    ("style", HonorificKind::Style),
    ("rank", HonorificKind::Rank),
];

const PARTICLE_SENSES: &[(&str, ParticleSense)] =
    &[("particle", ParticleSense::Particle), ("suffix", ParticleSense::Suffix), ("letters", ParticleSense::Letters)];

/// The value that a column names, out of a closed list.
fn named<T: Copy>(text: &str, column: usize, values: &[(&str, T)]) -> Result<T, Refused> {
    values.iter().find(|(name, _)| *name == text).map(|&(_, value)| value).ok_or_else(|| {
        let names: Vec<&str> = values.iter().map(|&(name, _)| name).collect();
        (column, format!("one of {}", names.join(", ")))
    })
}
