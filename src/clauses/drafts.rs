//! Drafts: one accord as the reading goes on, filled by each frame that speaks of it.

use super::frames::Place;
use super::instruments::{Count, Instrument, Reference, is_function_word};
use super::layers::Layers;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, Entry, InstrumentWeight, Kind, VerbShape, WordId, function_words as w};
use crate::phrases::acts::Claim;
use crate::report::{AccordType, Rule, Status};
use crate::text::Case;

/// How many accords back, or ahead, one is compared with: more than any article has, and time stays linear.
pub(crate) const WINDOW: usize = 128;

/// A stage as the text tells it.
#[derive(Clone, Debug)]
pub(crate) struct StageDraft {
    pub status: Status,
    pub date: Option<Toks>,
    pub place: Option<Place>,
    /// The words of the act.
    pub act: Toks,
    pub rule: Rule,
}

/// A party or an official of an accord, and the words that say so.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Member {
    pub index: usize,
    pub at: Toks,
    pub inferred: bool,
}

/// An act of signing whose instrument was not found.
#[derive(Clone, Debug)]
pub(crate) struct UnplacedDraft {
    pub status: Status,
    /// The words of the act.
    pub act: Toks,
    pub rule: Rule,
    pub by: Vec<Member>,
}

/// An accord in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub instrument: Instrument,
    /// The words that stand for it: the mention, or its part of a coordination.
    pub text: Toks,
    /// The topic, with what else tells its subject.
    pub topic: Toks,
    pub accord_type: AccordType,
    pub count: Count,
    pub sentence: usize,
    pub stages: Vec<StageDraft>,
    pub parties: Vec<Member>,
    /// The parties of the summary that counted it, where it names none.
    pub inherited: Vec<Member>,
    pub signed_by: Vec<Member>,
    pub exchanged_by: Vec<Member>,
    pub witnessed_by: Vec<Member>,
    pub term: Option<Toks>,
    pub mentions: Vec<Toks>,
    /// A bare number or plural that may stand for others: "seven MoUs".
    pub is_summary: bool,
    /// From the headline.
    pub is_headline: bool,
    /// An item of a list, or a part of a coordination.
    pub is_item: bool,
    /// Done on another occasion than the ceremony: "also", "besides these", "later that day".
    pub is_apart: bool,
    /// Told as past history: it has a date or an "earlier" of its own.
    pub is_background: bool,
}

impl Draft {
    pub fn new(instrument: Instrument, sentence: usize) -> Self {
        let text = instrument.toks.clone();
        // "The fifth MoU is | on trade": the topic behind a verb, else what the name itself tells.
        let apart = instrument.topic.clone().filter(|topic| topic.start >= instrument.toks.end);
        let topic = apart.unwrap_or_else(|| instrument.toks.clone());
        Self {
            accord_type: instrument.accord_type,
            count: instrument.count,
            is_summary: instrument.is_plural(),
            mentions: vec![text.clone()],
            instrument,
            text,
            topic,
            sentence,
            stages: Vec::new(),
            parties: Vec::new(),
            inherited: Vec::new(),
            signed_by: Vec::new(),
            exchanged_by: Vec::new(),
            witnessed_by: Vec::new(),
            term: None,
            is_headline: false,
            is_item: false,
            is_background: false,
            is_apart: false,
        }
    }

    /// The furthest stage.
    pub fn stage(&self) -> Option<&StageDraft> {
        // Of equal stages the first that says when counts, then the first.
        let best = self.stages.iter().map(|s| s.status).max()?;
        self.stages.iter().filter(|s| s.status == best).min_by_key(|s| (s.date.is_none(), s.act.start))
    }
}

/// Adds a member unless it is there.
pub(crate) fn add(members: &mut Vec<Member>, index: usize, at: &Toks, inferred: bool) {
    if !members.iter().any(|m| m.index == index) {
        members.push(Member { index, at: at.clone(), inferred });
    }
}

/// The stage that an act brings an accord to, if the text asserts it.
pub(crate) fn status(act: ActKind, claim: Claim) -> Option<Status> {
    use ActKind as A;
    match (claim, act) {
        (_, A::Witness | A::Represent | A::Likewise) => None,
        (Claim::Denied, _) => None,
        (Claim::Wished, act) => (settles(act) || matches!(act, A::Negotiate | A::Propose)).then_some(Status::Proposed),
        (Claim::Discussed, act) => (settles(act) || act == A::Negotiate).then_some(Status::Negotiating),
        (Claim::Planned, A::Follow) => Some(Status::Planned),
        (Claim::Possible, A::Follow) => None,
        (Claim::Planned | Claim::Possible, act) if settles(act) => Some(Status::Planned),
        (Claim::Planned | Claim::Possible, A::Negotiate | A::Propose) => {
            Some(if act == A::Negotiate { Status::Negotiating } else { Status::Proposed })
        }
        (Claim::Planned | Claim::Possible, _) => None,
        (Claim::Asserted, act) => Some(match act {
            A::Propose => Status::Proposed,
            A::Postpone => Status::Planned,
            A::Negotiate => Status::Negotiating,
            A::Agree | A::Settle => Status::Agreed,
            A::Initial => Status::Initialled,
            A::Sign | A::Enter | A::Exchange | A::Follow => Status::Signed,
            A::Adopt => Status::Adopted,
            A::Ratify => Status::Ratified,
            A::InForce => Status::InForce,
            A::Renew => Status::Renewed,
            A::Suspend => Status::Suspended,
            A::Terminate => Status::Terminated,
            A::Reject => Status::Rejected,
            A::Witness | A::Represent | A::Likewise => return None,
        }),
    }
}

/// An act by which an accord comes about.
fn settles(act: ActKind) -> bool {
    use ActKind as A;
    matches!(act, A::Sign | A::Enter | A::Initial | A::Exchange | A::Agree | A::Settle | A::Adopt)
}

/// The words of a mention that tell it from others of its kind.
fn content(l: &Layers, toks: &Toks, instrument: &Instrument) -> Vec<WordId> {
    // Of "Readmission Agreement" the first word tells, of "memorandum of understanding" none, of "ceasefire" its own.
    let head = match instrument.usual_subject {
        Some(_) if instrument.head.len() > 1 => instrument.head.end - 1..instrument.head.end,
        Some(_) => instrument.head.end..instrument.head.end,
        None => instrument.head.clone(),
    };
    let mut words: Vec<WordId> = toks
        .clone()
        .filter(|t| !head.contains(t) && (l.doc.is_word(*t) || l.doc.is_number(*t)))
        .map(|t| l.doc.word(t))
        .filter(|&word| word != WordId::UNKNOWN && !is_function_word(word))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The kinds whose words stand for any: "treaty", "deal".
fn is_loose(kind: AccordType) -> bool {
    matches!(kind, AccordType::Agreement | AccordType::Treaty | AccordType::Contract)
}

/// Whether a kind of instrument can be called by another's word: "the pact", "the document", "the deal".
fn compatible(mention: &Instrument, draft: &Draft) -> bool {
    if mention.accord_type == draft.accord_type {
        return true;
    }
    let broad = matches!(mention.weight, InstrumentWeight::Generic) || mention.accord_type == AccordType::Unspecified;
    broad
        || mention.is_plain
            && is_loose(mention.accord_type)
            && (is_loose(draft.accord_type)
                || draft.accord_type == AccordType::MemorandumOfUnderstanding && mention.accord_type == AccordType::Agreement)
}

/// Whether two drafts are one accord told twice: of one type, and the words of the one among those of the other.
pub(crate) fn same_accord(l: &Layers, a: &Draft, b: &Draft) -> bool {
    if a.accord_type != b.accord_type || a.is_background || a.instrument.is_plural() && !a.is_item {
        return false;
    }
    let told = |d: &Draft| -> Vec<&str> {
        let own = d.text.clone().filter(|t| !d.instrument.head.contains(t) && (l.doc.is_word(*t) || l.doc.is_number(*t)));
        own.filter(|&t| !is_function_word(l.doc.word(t))).map(|t| l.doc.printed(t)).collect()
    };
    let (mine, theirs) = (told(a), told(b));
    let shared = mine.iter().filter(|word| theirs.iter().any(|other| other.eq_ignore_ascii_case(word))).count();
    shared == mine.len().min(theirs.len()) && (shared > 1 || shared == 1 && mine.len().max(theirs.len()) <= 2)
}

/// The draft that a mention speaks of, if it is not a new one.
pub(crate) fn antecedent(l: &Layers, drafts: &[Draft], mention: &Instrument) -> Option<usize> {
    let first = drafts.len().saturating_sub(WINDOW);
    antecedent_in(l, &drafts[first..], mention).map(|index| first + index)
}

fn antecedent_in(l: &Layers, drafts: &[Draft], mention: &Instrument) -> Option<usize> {
    if mention.reference == Reference::Pronoun {
        return None;
    }
    // By its abbreviation: "the LBA".
    if let Some(acronym) = mention.acronym {
        let printed = l.doc.printed(acronym);
        let found = drafts.iter().rposition(|d| d.instrument.acronym.is_some_and(|a| l.doc.printed(a) == printed));
        if found.is_some() {
            return found;
        }
    }
    let words = content(l, &mention.toks, mention);
    // "the Air Transport Agreement with Jamaica" is not that with Guyana.
    let named: Vec<usize> = mention.parties.iter().flat_map(|range| l.actors_in(range)).map(|m| m.actor).collect();
    let with_others = |d: &Draft| {
        let theirs = || d.instrument.parties.iter().flat_map(|range| l.actors_in(range)).map(|m| m.actor);
        !named.is_empty() && theirs().next().is_some() && !theirs().any(|actor| named.contains(&actor))
    };
    // By name: the words of the one are among those of the other.
    let by_words = drafts.iter().enumerate().rev().find(|(_, d)| {
        if d.is_item && mention.reference == Reference::New || with_others(d) {
            return false;
        }
        // "the mercury treaty" is the Minamata Convention on Mercury.
        let broader = matches!(
            (mention.accord_type, d.accord_type),
            (AccordType::Treaty, AccordType::Convention | AccordType::Charter)
                | (AccordType::Agreement, AccordType::MemorandumOfUnderstanding)
        );
        let strong = mention.weight == InstrumentWeight::Strong;
        let alike = d.accord_type == mention.accord_type || strong && compatible(mention, d);
        let by_subject = strong && broader && mention.reference == Reference::Definite;
        if !(alike || by_subject) || d.instrument.is_plural() != mention.is_plural() || words.is_empty() {
            return false;
        }
        let theirs = content(l, &d.text, &d.instrument);
        let shared = words.iter().filter(|word| theirs.contains(word)).count();
        if theirs.is_empty() || !alike && shared < words.len() {
            return false;
        }
        shared == words.len().min(theirs.len()) && (mention.reference != Reference::New || shared >= 2 || d.sentence == usize::MAX)
    });
    if let Some((index, _)) = by_words {
        return Some(index);
    }
    // By its subject: "the free trade agreement" after "the Korea-Chile FTA".
    let one_word = mention.head.len() == 1 && l.doc.tokens[mention.head.start].case() != Case::Upper;
    if !one_word
        && mention.reference == Reference::Definite
        && mention.usual_subject.is_some()
        && mention.topic.is_none()
        && !is_restricted(l, mention)
    {
        let found = drafts.iter().rposition(|d| {
            d.accord_type == mention.accord_type
                && d.instrument.usual_subject == mention.usual_subject
                && d.count == Count::One
                && !mention.is_plural()
                && !with_others(d)
        });
        if found.is_some() {
            return found;
        }
    }
    match mention.reference {
        // "the pact", "the MoU": the last that fits.
        Reference::Definite if (words.is_empty() || mention.is_plain || is_described(l, mention)) && !is_restricted(l, mention) => {
            let fits = |d: &&Draft| compatible(mention, d) && (mention.is_plural() || d.count == Count::One);
            let exact = drafts.iter().rposition(|d| d.accord_type == mention.accord_type && fits(&d));
            exact.or_else(|| drafts.iter().rposition(|d| fits(&d)))
        }
        // A first, plain "an agreement" that a later name spells out.
        _ => drafts.iter().rposition(|d| {
            d.instrument.is_plain
                && !d.is_item
                && d.count == Count::One
                && d.accord_type == mention.accord_type
                && !mention.is_plural()
                && mention.reference != Reference::New
                && !d.is_background
        }),
    }
}

/// "the landmark treaty", "the long-awaited deal": words that praise it, not that name it.
fn is_described(l: &Layers, mention: &Instrument) -> bool {
    mention.topic.is_none()
        && mention.parties.is_none()
        && mention.usual_subject.is_none()
        && (mention.toks.start..mention.head.start)
            .all(|t| !l.doc.is_capitalised(t) && !l.doc.is_number(t) && l.ordinal(t).is_none() && !l.cue(t, Cue::Earlier))
}

/// "the ceasefire that those two signed", "the treaty signed in 1990": told apart by what follows, so not told before.
fn is_restricted(l: &Layers, mention: &Instrument) -> bool {
    let next = mention.toks.end;
    // "the ceasefire of 16 March", "their 1977 agreement"
    if l.dates_in(&mention.toks).next().is_some() {
        return true;
    }
    matches!(l.doc.word(next), w::THAT | w::WHICH | w::WHOSE)
        || matches!(l.doc.longest(next, Kind::Act), Some((_, Entry::Act { shape: VerbShape::Ed, .. })))
            && !l.cue(mention.head.start, Cue::Earlier)
}

/// Whether a mention tells of history: "a previous agreement", "an existing MoU".
pub(crate) fn is_background(l: &Layers, instrument: &Instrument) -> bool {
    instrument.toks.clone().take_while(|t| *t < instrument.head.start).any(|t| l.cue(t, Cue::Earlier))
}
