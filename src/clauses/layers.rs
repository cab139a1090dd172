//! All that the stages before found, by token, for the clause level to read.

use jiff::civil::Date;

use crate::doc::{Doc, Toks};
use crate::gazetteer::{ActKind, Cue, Entry, Kind, Kinds, NumberKind, PlaceKind, StateSense, function_words as w};
use crate::phrases::actors::{ActorMention, Actors};
use crate::phrases::officials::{OfficialMention, Officials};
use crate::report::{DateValue, Duration};
use crate::text::{BlockKind, Page, PageSentence};

const NONE: u32 = u32::MAX;

/// A resolved date of the text.
#[derive(Clone, Debug)]
pub(crate) struct When {
    pub toks: Toks,
    pub value: DateValue,
}

/// A duration of the text: "five years".
#[derive(Clone, Debug)]
pub(crate) struct Lasting {
    pub toks: Toks,
    pub value: Duration,
}

/// The day of a report.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReportDay {
    /// The one that dates count from, be it only the first that the text names.
    pub reference: Option<Date>,
    /// The one that the header prints.
    pub printed: Option<Date>,
}

pub(crate) struct Layers<'a> {
    pub doc: &'a Doc<'a>,
    pub page: &'a Page,
    pub actors: &'a Actors,
    pub officials: &'a Officials,
    pub dates: &'a [When],
    pub durations: &'a [Lasting],
    /// The day of the report, be it only the first that its text names.
    pub reference: Option<Date>,
    /// The day that its header prints.
    pub printed: Option<Date>,
    actor_at: Vec<u32>,
    official_at: Vec<u32>,
    date_at: Vec<u32>,
}

impl<'a> Layers<'a> {
    pub fn new(
        doc: &'a Doc<'a>,
        page: &'a Page,
        actors: &'a Actors,
        officials: &'a Officials,
        dates: &'a [When],
        durations: &'a [Lasting],
        day: ReportDay,
    ) -> Self {
        let mark = |all: &mut dyn Iterator<Item = (usize, &Toks)>| {
            let mut at = vec![NONE; doc.len() + 1];
            for (index, toks) in all {
                for slot in at.get_mut(toks.clone()).into_iter().flatten() {
                    *slot = index as u32;
                }
            }
            at
        };
        Self {
            doc,
            page,
            actors,
            officials,
            dates,
            durations,
            reference: day.reference,
            printed: day.printed,
            actor_at: mark(&mut actors.mentions.iter().enumerate().filter(|(_, m)| !m.nested).map(|(i, m)| (i, &m.toks))),
            official_at: mark(&mut officials.mentions.iter().map(|m| &m.toks).enumerate()),
            date_at: mark(&mut dates.iter().map(|d| &d.toks).enumerate()),
        }
    }

    pub fn actor(&self, token: usize) -> Option<&'a ActorMention> {
        self.actors.mentions.get(*self.actor_at.get(token)? as usize)
    }

    /// The actor mention that begins at a token.
    pub fn actor_starting_at(&self, token: usize) -> Option<&'a ActorMention> {
        self.actor(token).filter(|m| m.toks.start == token)
    }

    pub fn official(&self, token: usize) -> Option<&'a OfficialMention> {
        self.officials.mentions.get(*self.official_at.get(token)? as usize)
    }

    /// The official mention that begins at a token.
    pub fn official_starting_at(&self, token: usize) -> Option<&'a OfficialMention> {
        self.official(token).filter(|m| m.toks.start == token)
    }

    pub fn date(&self, token: usize) -> Option<&'a When> {
        self.dates.get(*self.date_at.get(token)? as usize)
    }

    /// The actor mentions that lie in a token range, in order.
    pub fn actors_in(&self, toks: &Toks) -> impl Iterator<Item = &'a ActorMention> {
        within(&self.actors.mentions, toks, |m| &m.toks).filter(|m| !m.nested)
    }

    /// The official mentions that lie in a token range, in order.
    pub fn officials_in(&self, toks: &Toks) -> impl Iterator<Item = &'a OfficialMention> {
        within(&self.officials.mentions, toks, |m| &m.toks)
    }

    /// The dates that lie in a token range, in order.
    pub fn dates_in(&self, toks: &Toks) -> impl Iterator<Item = &'a When> {
        within(self.dates, toks, |d| &d.toks)
    }

    /// Whether a city, a capital or a region starts at a token; gives one behind its last.
    pub fn city(&self, token: usize) -> Option<usize> {
        self.doc.lookups_with(token, Kinds::of(&[Kind::Place, Kind::State])).iter().find_map(|l| match l.entry {
            Entry::Place { kind: PlaceKind::City, .. } => Some(l.last as usize),
            Entry::State { sense: StateSense::Capital, .. } => Some(l.last as usize),
            _ => None,
        })
    }

    /// The durations that lie in a token range, in order.
    pub fn durations_in(&self, toks: &Toks) -> impl Iterator<Item = &'a Lasting> {
        within(self.durations, toks, |d| &d.toks)
    }

    /// A number that counts things at a token: its value, none for "several", and one behind its last token.
    pub fn count(&self, token: usize) -> Option<(Option<u32>, usize)> {
        if self.doc.is_number(token) && self.date(token).is_none() {
            let value = self.doc.printed(token).replace(',', "").parse().ok()?;
            return Some((Some(value), token + 1));
        }
        self.doc.lookups_with(token, Kind::Number).iter().find_map(|l| match l.entry {
            Entry::Number { kind: NumberKind::Cardinal, value } => Some((Some(value), l.last as usize)),
            Entry::Number { kind: NumberKind::Vague, .. } => Some((None, l.last as usize)),
            _ => None,
        })
    }

    /// "second": the value, and one behind its last token.
    pub fn ordinal(&self, token: usize) -> Option<(u32, usize)> {
        match self.doc.longest(token, Kind::Number)? {
            (end, Entry::Number { kind: NumberKind::Ordinal, value }) => Some((value, end)),
            _ => None,
        }
    }

    /// Whether a cue of a kind starts at a token.
    pub fn cue(&self, token: usize, cue: Cue) -> bool {
        self.doc.is_cue(token, cue)
    }

    /// One behind the longest cue at a token, or behind its one word.
    pub fn behind_cue(&self, token: usize) -> usize {
        self.doc.longest(token, Kind::Cue).map_or(token + 1, |(end, _)| end)
    }

    /// "looking on", "witnessed"
    pub fn is_onlooking(&self, token: usize) -> bool {
        matches!(self.doc.longest(token, Kind::Act), Some((_, Entry::Act { act: ActKind::Witness, .. })))
    }

    /// The sentences of the paragraphs.
    pub fn prose(&self) -> impl Iterator<Item = &'a PageSentence> {
        let page = self.page;
        page.sentences.iter().filter(|s| page.blocks.get(s.block).is_some_and(|b| b.kind == BlockKind::Paragraph))
    }

    /// Whether a sentence or a part of one says that more follows: "They signed:"
    pub fn ends_in_colon(&self, toks: &Toks) -> bool {
        self.doc.word(toks.end.saturating_sub(1)) == w::COLON
    }

    /// Whether a token ends a clause by its mark: a stop, a semicolon.
    pub fn is_clause_mark(&self, token: usize) -> bool {
        matches!(self.doc.word(token), w::SEMICOLON | w::COLON | w::QUESTION | w::EXCLAMATION)
    }
}

fn within<'a, T>(all: &'a [T], toks: &Toks, of: impl Fn(&T) -> &Toks) -> impl Iterator<Item = &'a T> {
    let first = all.partition_point(|item| of(item).start < toks.start);
    let last = all.partition_point(|item| of(item).start < toks.end).max(first);
    all[first..last].iter()
}
