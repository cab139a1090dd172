//! Dates in prose: found, and resolved against a reference date. Usable alone.
//!
//! ```
//! use jiff::civil::date;
//! use pactum::dates::{Context, find};
//!
//! let text = "The ministers met on Tuesday and will meet again on 9 June, five years after the pact of 2020.";
//! let context = Context::new().reference(date(2025, 4, 11));
//! let found: Vec<(&str, String)> =
//!     find(text, &context).iter().map(|mention| (mention.span.of(text), mention.value.unwrap().to_string())).collect();
//! assert_eq!(found[0], ("Tuesday", "2025-04-08".to_owned()));
//! assert_eq!(found[1], ("9 June", "2025-06-09".to_owned()));
//! assert_eq!(found[2], ("five years", "P5Y".to_owned()));
//! assert_eq!(found[3], ("2020", "2020".to_owned()));
//! ```
//!
//! A mention has a byte span, one of the four types of TIMEX3, a value, and the rule that gave the value with
//! whether the text states it. Nothing is filled in: a month stays a month.
//!
//! A bare weekday is one of the seven days up to and including the reference; with a future verb, the next one
//! after it. A month or day without a year is the one that the tense asks for, else the nearest. "That year", "the
//! following day", "the 18th" go by the last date named. Without a reference date, what depends on one has no value.

mod calendar;
mod clock;
mod form;
mod length;
mod numerals;
mod other;
mod relative;
mod resolve;
mod scan;
mod tense;
mod value;
mod words;

use jiff::civil::Date;

use crate::doc::{Doc, Toks};
use crate::gazetteer::Gazetteer;
use crate::report::{Basis, DateValue, Rule, Span};

pub(crate) use form::Form;
pub(crate) use resolve::{Dated, resolve};
pub(crate) use scan::forms;
pub use tense::Tense;
pub use value::{DayPart, Each, Kind, Modifier, Value};
pub(crate) use words::DateWord;

/// What dates are resolved against.
///
/// ```
/// use jiff::civil::date;
/// use pactum::dates::{Context, DayMonthOrder, find};
///
/// let context = Context::new().reference(date(2025, 4, 11)).order(DayMonthOrder::MonthFirst);
/// let mention = find("due 12/03/2025", &context)[0];
/// assert_eq!(mention.value.unwrap().to_string(), "2025-12-03");
/// assert_eq!(mention.other.unwrap().to_string(), "2025-03-12");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    reference: Option<Date>,
    order: DayMonthOrder,
    preference: Option<Tense>,
    convention: Convention,
}

/// Which figure of "12/03/2025" is the month, where neither the date nor others of the text tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DayMonthOrder {
    /// 12 March, as most of the world writes.
    #[default]
    DayFirst,
    /// December 3, as the United States write.
    MonthFirst,
}

/// How mentions are cut, and which there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Convention {
    /// As in reports: a range is one mention with a span as its value, and a word like "current" is none.
    #[default]
    Record,
    /// As TIMEX3 has it: a range is two mentions; "the quarter", "current", "the past" are mentions too.
    Timex3,
}

impl Context {
    /// Nothing known: dates that need a reference have no value.
    pub fn new() -> Self {
        Self::default()
    }

    /// The day from which "yesterday" counts: that of the report.
    pub fn reference(self, reference: Date) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// How figures are read that may be day and month or month and day.
    pub fn order(self, order: DayMonthOrder) -> Self {
        Self { order, ..self }
    }

    /// What to take for the tense where no verb tells.
    pub fn preference(self, tense: Tense) -> Self {
        Self { preference: Some(tense), ..self }
    }

    /// How mentions are cut.
    pub fn convention(self, convention: Convention) -> Self {
        Self { convention, ..self }
    }
}

/// A temporal expression found in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct DateMention {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Which of the four types it is.
    pub kind: Kind,
    /// What it means; absent where the words name no day that exists, or where nothing says from when they count.
    pub value: Option<Value>,
    /// The other reading of an ambiguous date in figures.
    pub other: Option<DateValue>,
    /// "early", "about" and the like.
    pub modifier: Option<Modifier>,
    /// Whether the text states the value, or a rule inferred it.
    pub basis: Basis,
    /// The rule that gave the value, or that refused one.
    pub rule: Rule,
}

/// The first date inside a run of tokens; without a reference date in the context, only one that has its own year.
pub(crate) fn value_in(doc: &Doc, forms: &[Form], toks: &Toks, context: &Context) -> Option<DateValue> {
    let inside = |inner: &Toks| toks.start <= inner.start && inner.end <= toks.end;
    let dated = resolve(doc, forms, context);
    dated
        .iter()
        .filter(|dated| !dated.timex_only && inside(&dated.toks))
        .find_map(|dated| dated.value?.date()?.earliest().and(dated.value?.date()))
}

/// Finds and resolves every temporal expression of a text, in order.
pub fn find(text: &str, context: &Context) -> Vec<DateMention> {
    iter(text, context).collect()
}

/// As [`find`], one after the other; the text is read as a whole at the call.
pub fn iter(text: &str, context: &Context) -> impl Iterator<Item = DateMention> + use<> {
    let gazetteer = Gazetteer::dates();
    let doc = Doc::new(text, &gazetteer);
    let dated = resolve(&doc, &forms(&doc), context);
    let mentions: Vec<DateMention> = dated
        .iter()
        .map(|dated| DateMention {
            span: doc.span(&dated.toks),
            kind: dated.kind,
            value: dated.value,
            other: dated.other,
            modifier: dated.modifier,
            basis: dated.basis,
            rule: dated.rule,
        })
        .collect();
    mentions.into_iter()
}
