//! What is read from an article: public structs without any logic of extraction.

mod annotate;
mod country;
mod date;
mod doubt;
mod explain;
mod item;
mod join;
mod record;
mod rule;
#[cfg(feature = "schema")]
mod schema;
mod span;
mod version;
mod vocabulary;

use serde::{Deserialize, Serialize};

pub use annotate::Annotation;
pub use country::CountryCode;
pub use date::{Clock, DateSpan, DateValue, Duration, NotADate, Period, Season, Term, Unit, Vague};
pub use doubt::{Doubt, Doubtful, Note, Unplaced};
pub use explain::Reason;
pub use item::Item;
pub use join::ContentId;
pub use record::{Record, RecordAccord, RecordArticle, RecordDate, RecordDateline, RecordOfficial, RecordParty};
pub use rule::Rule;
pub use span::Span;
pub use version::{SCHEMA_VERSION, Version};
pub use vocabulary::{AccordType, Basis, PartyKind, Status, Subject, UnknownWord};

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact<T> {
    /// What was read.
    pub value: T,
    /// The words it was read from. For an inferred value, the words that the rule went by.
    pub span: Span,
    /// Further words that it rests on, such as the list's lead-in from which an item has its date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Span>,
    /// Whether the text states it.
    pub basis: Basis,
    /// The rule that gave it.
    pub rule: Rule,
}

impl<T> Fact<T> {
    /// A value that the text states at `span`.
    pub fn stated(value: T, span: Span, rule: Rule) -> Self {
        Self { value, span, also: Vec::new(), basis: Basis::Stated, rule }
    }

    /// A value that `rule` concluded from the words at `span`.
    pub fn inferred(value: T, span: Span, rule: Rule) -> Self {
        Self { value, span, also: Vec::new(), basis: Basis::Inferred, rule }
    }
}

/// All that was read from one article.
///
/// Its JSON can be read back by the same version of the format: a key or a version that is not known is an error, so that
/// nothing is lost in silence. `docs/schema/report.json` is its JSON Schema.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The version of its JSON.
    pub version: Version,
    /// The article's header.
    pub article: Article,
    /// Every date, span of dates and time of day, in the order of the text.
    pub dates: Vec<DateMention>,
    /// Parties to the accords, and bodies that act for them; an accord names them by [`PartyId`].
    pub parties: Vec<Party>,
    /// Office holders; an accord names them by [`OfficialId`].
    pub officials: Vec<Official>,
    /// The accords, in the order of the text.
    pub accords: Vec<Accord>,
    /// Acts of signing whose instrument was not found, in the order of the text.
    pub unplaced: Vec<Unplaced>,
    /// What is in doubt, in the order of [`Item`].
    pub doubts: Vec<Doubtful>,
    /// What is to be known of the report as a whole.
    pub notes: Vec<Note>,
    /// Every sentence of the page, in the order of the text; a headline, a list item or a caption is one too.
    pub sentences: Vec<Span>,
}

impl Report {
    /// The sentence that a span stands in; where it reaches over several, from the first to the last.
    ///
    /// ```
    /// let text = "Rain fell. Peru and Chile signed a treaty on water. The sun rose.";
    /// let report = pactum::Extractor::new().extract(text);
    /// let sentence = report.sentence(report.accords[0].status.span).unwrap();
    /// assert_eq!(sentence.of(text), "Peru and Chile signed a treaty on water.");
    /// ```
    pub fn sentence(&self, span: Span) -> Option<Span> {
        let first = self.sentences.partition_point(|sentence| sentence.end() <= span.start());
        let held = self.sentences[first..].iter().take_while(|sentence| sentence.start() < span.end());
        held.copied().reduce(Span::to).filter(|sentence| sentence.contains(span))
    }
}

/// The header of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The headline.
    pub title: Option<Fact<String>>,
    /// The names of the byline; a desk is one too.
    pub authors: Vec<Fact<String>>,
    /// When the page was first published.
    pub published: Option<Fact<DateValue>>,
    /// The line that says where the report comes from.
    pub dateline: Option<Dateline>,
}

/// "MINSK, April 11 (BelTA) -".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dateline {
    /// The place, as printed.
    pub place: Option<Fact<String>>,
    /// The agencies, as printed.
    pub agencies: Vec<Fact<String>>,
    /// The printed date, resolved.
    pub date: Option<Fact<DateValue>>,
}

/// A mention of a calendar date, a span of dates or a time of day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DateMention {
    /// The words as printed.
    pub text: String,
    /// What they mean, and how that was found.
    pub value: Fact<DateValue>,
    /// The other reading of figures that may be day and month or month and day: of "7/2/2015".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<DateValue>,
}

/// The index of a party in [`Report::parties`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartyId(pub u32);

/// The index of an official in [`Report::officials`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OfficialId(pub u32);

/// A state, organisation, body or firm that an accord binds or that acts for one so bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The fullest form printed.
    pub name: Fact<String>,
    /// What it is.
    pub kind: Fact<PartyKind>,
    /// The state it belongs to; for a state, its own code.
    pub of: Option<Fact<CountryCode>>,
    /// Every mention of it, in the order of the text.
    pub mentions: Vec<Span>,
}

/// Whom an official serves.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Affiliation {
    /// A state.
    State(CountryCode),
    /// An organisation or a firm, by name.
    Organisation(String),
}

/// One who holds an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// The fullest form of the name printed; absent where only the office is.
    pub name: Option<Fact<String>>,
    /// Forms of address, as printed.
    pub titles: Vec<Fact<String>>,
    /// The offices, as printed, without the country.
    pub roles: Vec<Fact<String>>,
    /// Whom they serve.
    pub of: Option<Fact<Affiliation>>,
    /// Every mention, in the order of the text: by name, by office, by pronoun, or with others ("the two leaders").
    pub mentions: Vec<Span>,
}

impl Official {
    /// How a record names the official: by name, else "Foreign Minister (BLR)".
    pub fn label(&self) -> String {
        if let Some(name) = &self.name {
            return name.value.clone();
        }
        let role = self.roles.first().map_or("", |role| role.value.as_str());
        match self.of.as_ref().map(|of| &of.value) {
            Some(Affiliation::State(code)) => format!("{role} ({code})"),
            Some(Affiliation::Organisation(name)) => format!("{role} ({name})"),
            None => role.to_owned(),
        }
    }
}

/// An instrument that the article reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accord {
    /// The fullest mention, as printed.
    pub mention: Fact<String>,
    /// What kind of instrument it is.
    pub accord_type: Fact<AccordType>,
    /// The furthest stage asserted.
    pub status: Fact<Status>,
    /// How many instruments the entry stands for; absent for an unnamed number ("several").
    pub count: Option<Fact<u32>>,
    /// Whom it binds.
    pub parties: Vec<Fact<PartyId>>,
    /// Ministries, agencies and firms that sign or carry it out in a party's name.
    pub bodies: Vec<Fact<PartyId>>,
    /// What it is about, one to three.
    pub subjects: Vec<Fact<Subject>>,
    /// The date of the act that the status names.
    pub date: Option<Fact<DateValue>>,
    /// The city or building where that happened, as printed.
    pub place: Option<Fact<String>>,
    /// For how long it is.
    pub term: Option<Fact<Term>>,
    /// Who signed, initialled, or is to sign.
    pub signed_by: Vec<Fact<OfficialId>>,
    /// Who exchanged the signed copies.
    pub exchanged_by: Vec<Fact<OfficialId>>,
    /// In whose presence it was done.
    pub witnessed_by: Vec<Fact<OfficialId>>,
    /// Every stage that the article tells of, in the order of the text.
    pub history: Vec<Stage>,
    /// Every mention of it, in the order of the text.
    pub mentions: Vec<Span>,
}

/// A stage in the life of an accord.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Which stage, with the words that tell it.
    pub status: Fact<Status>,
    /// When.
    pub date: Option<Fact<DateValue>>,
}
