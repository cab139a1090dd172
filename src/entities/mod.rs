//! Entities: what the clauses say of one accord, with its parties and officials, as the report holds them.

mod parties;
mod subjects;

use std::collections::BTreeMap;

use parties::{Bound, Members};

use crate::clauses::{Count, Draft, Layers, Member, Place, Reading, StageDraft, UnplacedDraft};
use crate::doc::Toks;
use crate::report::{Accord, DateValue, Fact, OfficialId, Party, PartyId, Period, Report, Rule, Span, Stage, Subject, Term, Unplaced};

/// Writes the accords and their parties into the report.
pub(crate) fn assemble(l: &Layers, reading: &Reading, report: &mut Report) {
    let mut parties = Parties { l, ids: BTreeMap::new() };
    let subjects = subjects::of_all(l, &reading.drafts);
    let members = parties::of_all(l, &reading.drafts);
    let mut accords: Vec<Accord> = Vec::with_capacity(reading.drafts.len());
    for ((draft, members), subjects) in reading.drafts.iter().zip(members).zip(subjects) {
        let from = accords.last().map_or(0, |before| before.mention.span.start() + 1);
        accords.extend(accord(l, draft, &members, subjects, &mut parties, report, from));
    }
    report.accords = accords;
    report.unplaced = reading.unplaced.iter().map(|draft| unplaced(l, draft)).collect();
    report.parties = parties.list();
}

/// The actors that an accord names, in the order in which they were first asked for.
struct Parties<'a, 'b> {
    l: &'b Layers<'a>,
    ids: BTreeMap<usize, PartyId>,
}

impl Parties<'_, '_> {
    fn id(&mut self, actor: usize) -> PartyId {
        let next = PartyId(self.ids.len() as u32);
        *self.ids.entry(actor).or_insert(next)
    }

    fn list(&self) -> Vec<Party> {
        let mut order: Vec<(&PartyId, &usize)> = self.ids.iter().map(|(actor, id)| (id, actor)).collect();
        order.sort();
        let mut parties: Vec<Party> = order.into_iter().map(|(_, &actor)| party(self.l, actor)).collect();
        for mention in &self.l.actors.mentions {
            if let Some(id) = self.ids.get(&mention.actor) {
                parties[id.0 as usize].mentions.push(self.l.doc.span(&mention.toks));
            }
        }
        parties
    }
}

fn unplaced(l: &Layers, draft: &UnplacedDraft) -> Unplaced {
    Unplaced { status: Fact::stated(draft.status, l.doc.span(&draft.act), draft.rule), by: officials(l, &draft.by, Rule::AccordsSigner) }
}

fn party(l: &Layers, actor: usize) -> Party {
    let actor = &l.actors.actors[actor];
    let span = l.doc.span(&actor.name);
    let fact = if actor.of_inferred { Fact::inferred } else { Fact::stated };
    let of = actor.of.map(|code| fact(code, span, actor.of_rule));
    Party {
        name: Fact::stated(l.doc.slice(&actor.name).to_owned(), span, actor.rule),
        kind: Fact::stated(actor.kind, span, actor.rule),
        of,
        mentions: Vec::new(),
    }
}

fn accord(
    l: &Layers,
    draft: &Draft,
    members: &Members,
    subjects: Vec<Fact<Subject>>,
    parties: &mut Parties,
    report: &Report,
    from: usize,
) -> Option<Accord> {
    let doc = l.doc;
    let stage = draft.stage()?;
    let span = first_printed(l, &draft.text, from);
    let mut facts = |all: &[Bound]| all.iter().map(|bound| bound.fact(l, parties.id(bound.actor))).collect();
    Some(Accord {
        mention: Fact::stated(span.of(doc.text).to_owned(), span, Rule::AccordsInstrument),
        accord_type: match &draft.instrument.head {
            // An item of a list that names no kind: its lead-in does, or nothing.
            head if head.is_empty() => Fact::inferred(draft.accord_type, span, Rule::AccordsListItem),
            head => Fact::stated(draft.accord_type, doc.span(head), Rule::AccordsInstrument),
        },
        status: Fact::stated(stage.status, doc.span(&stage.act), stage.rule),
        count: match draft.count {
            Count::One => Some(1),
            Count::Exactly(n) => Some(n),
            Count::Several => None,
        }
        .map(|n| Fact::stated(n, span, Rule::AccordsCount)),
        parties: facts(&members.parties),
        bodies: facts(&members.bodies),
        subjects,
        date: stage.date.as_ref().and_then(|date| when(l, date, stage)),
        place: place(l, stage, report),
        term: draft.term.as_ref().and_then(|toks| term(l, toks)),
        signed_by: officials(l, &draft.signed_by, Rule::AccordsSigner),
        exchanged_by: officials(l, &draft.exchanged_by, Rule::AccordsExchanger),
        witnessed_by: officials(l, &draft.witnessed_by, Rule::AccordsOnlooker),
        history: draft
            .stages
            .iter()
            .map(|s| Stage {
                status: Fact::stated(s.status, doc.span(&s.act), s.rule),
                date: s.date.as_ref().and_then(|date| when(l, date, s)),
            })
            .collect(),
        mentions: draft.mentions.iter().map(|m| doc.span(m)).collect(),
    })
}

/// Where the words that name an accord first stand behind the start of the accord before it: in the headline, if it has those
/// very words. A single word may be there for another.
fn first_printed(l: &Layers, toks: &Toks, from: usize) -> Span {
    let doc = l.doc;
    let words = doc.slice(toks);
    let span = doc.span(toks);
    let first = || {
        let start = from + doc.text.get(from..span.end())?.find(words)?;
        let index = doc.tokens.partition_point(|token| token.range().start < start);
        let whole = index..index + toks.len();
        (doc.slice(&whole) == words).then(|| doc.span(&whole))
    };
    if toks.len() > 1 { first().unwrap_or(span) } else { span }
}

fn term(l: &Layers, toks: &Toks) -> Option<Fact<Term>> {
    let dates = l.date(toks.start).map(|d| (Term::Dates(d.value), &d.toks));
    let (value, toks) = dates.or_else(|| l.durations_in(toks).next().map(|d| (Term::Duration(d.value), &d.toks)))?;
    Some(Fact::stated(value, l.doc.span(toks), Rule::AccordsTerm))
}

fn when(l: &Layers, date: &Toks, stage: &StageDraft) -> Option<Fact<DateValue>> {
    let found = l.date(date.start)?;
    Some(of_act(l, without_clock(found.value), &found.toks, stage, Rule::AccordsDate))
}

/// An act has a day; the hour is that of the mention.
fn without_clock(value: DateValue) -> DateValue {
    match value {
        DateValue::Period(Period::Time { date: Some(date), .. }) => Period::day(date).map_or(value, DateValue::Period),
        value => value,
    }
}

/// A fact of an act that its own sentence states, or that is that of the event: the words, and the act it is told of.
fn of_act<T>(l: &Layers, value: T, toks: &Toks, stage: &StageDraft, rule: Rule) -> Fact<T> {
    let sentence = |toks: &Toks| l.page.sentence_of(toks.start);
    let span = l.doc.span(toks);
    if sentence(toks).is_some() && sentence(toks) == sentence(&stage.act) {
        return Fact::stated(value, span, if span == l.doc.span(&stage.act) { stage.rule } else { rule });
    }
    Fact { also: vec![l.doc.span(&stage.act)], ..Fact::inferred(value, span, Rule::AccordsEvent) }
}

fn place(l: &Layers, stage: &StageDraft, report: &Report) -> Option<Fact<String>> {
    match stage.place.as_ref()? {
        Place::At(toks) => Some(of_act(l, l.doc.slice(toks).to_owned(), toks, stage, Rule::AccordsPlace)),
        Place::Here => {
            let place = report.article.dateline.as_ref()?.place.as_ref()?;
            // "ERBIL, Kurdistan Region": the city.
            let city = place.value.split(',').next().unwrap_or(&place.value).trim().to_owned();
            Some(Fact::inferred(city, place.span, Rule::HeaderDateline))
        }
    }
}

fn officials(l: &Layers, members: &[Member], rule: Rule) -> Vec<Fact<OfficialId>> {
    let mut out: Vec<Fact<OfficialId>> = Vec::with_capacity(members.len());
    for member in members {
        let official = &l.officials.officials[member.index];
        if !official.reported {
            continue;
        }
        let id = OfficialId(l.officials.officials[..member.index].iter().filter(|o| o.reported).count() as u32);
        let span = l.doc.span(&member.at);
        out.push(if member.inferred { Fact::inferred(id, span, Rule::AccordsEvent) } else { Fact::stated(id, span, rule) });
    }
    out
}
