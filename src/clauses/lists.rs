//! Lists: a lead-in with an act and an open plural is the frame of every item under it.

use super::drafts::{Draft, Member, StageDraft, add, status};
use super::frames::{self, Frame, Place};
use super::instruments::{self, Count, Instrument, Reference};
use super::layers::Layers;
use super::reader::{Reader, outside};
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, InstrumentWeight, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::phrases::acts::{self, Claim};
use crate::report::{AccordType, PartyKind, Rule, Status};
use crate::text::{BlockKind, Case};

/// What the items under a lead-in inherit.
#[derive(Clone, Debug)]
pub(crate) struct LeadIn {
    /// The type of an item without a kind of its own: "The MoUs are:".
    pub accord_type: Option<AccordType>,
    pub act: Option<(ActKind, Claim, Toks)>,
    pub date: Option<Toks>,
    pub place: Option<Place>,
    pub parties: Vec<Member>,
    pub signed_by: Vec<Member>,
    pub witnessed_by: Vec<Member>,
    /// The summary that the items itemise.
    pub summary: Option<usize>,
}

impl LeadIn {
    /// Gives an item what it does not say itself.
    pub fn fill(&self, item: &mut Draft) {
        if item.parties.is_empty() {
            item.parties.clone_from(&self.parties);
        }
        if item.signed_by.is_empty() {
            item.signed_by.clone_from(&self.signed_by);
        }
        if item.witnessed_by.is_empty() {
            item.witnessed_by.clone_from(&self.witnessed_by);
        }
    }
}

impl Reader<'_, '_> {
    /// Whether a sentence leads a list in, and what the items inherit of it.
    pub(super) fn lead_in(&mut self, index: usize, toks: &Toks, found: &[Instrument], frames: &[Frame], drafts: &[Vec<usize>]) {
        let l = self.l;
        let block = l.page.sentences[index].block;
        let ends_block = l.page.sentences.get(index + 1).is_none_or(|s| s.block != block);
        let next_is_item = l.page.blocks.get(block + 1).is_some_and(|b| matches!(b.kind, BlockKind::ListItem | BlockKind::TableRow));
        let colon = l.doc.word(toks.end.saturating_sub(1)) == w::COLON;
        let cue = toks.clone().any(|t| l.cue(t, Cue::ListLead));
        let plural = found.iter().position(Instrument::is_plural);
        let signing = frames.iter().find(|f| status(f.act.kind, f.act.claim).is_some() && f.act.kind != ActKind::Negotiate);
        if !ends_block || !next_is_item || !(colon || cue && (plural.is_some() || signing.is_some())) {
            return;
        }
        let accord_type = plural.map(|i| found[i].accord_type).filter(|t| *t != AccordType::Unspecified);
        let act = signing.map(|f| (f.act.kind, f.act.claim, f.act.toks.clone()));
        let inherited = plural.and_then(|i| drafts[i].first().copied()).or_else(|| self.last.first().copied());
        let (parties, signed_by, witnessed_by) = match inherited.map(|d| &self.drafts[d]) {
            Some(d) => (d.parties.clone(), d.signed_by.clone(), d.witnessed_by.clone()),
            None => (Vec::new(), signing.map(|f| self.signers(f)).unwrap_or_default(), Vec::new()),
        };
        if accord_type.is_none() && act.is_none() && found.is_empty() {
            return;
        }
        self.lead = Some(LeadIn {
            accord_type: accord_type.or_else(|| inherited.map(|d| self.drafts[d].accord_type)),
            act,
            date: signing.and_then(|f| f.date.clone()),
            place: signing.and_then(|f| f.place.clone()),
            parties,
            signed_by,
            witnessed_by,
            summary: inherited,
        });
    }

    /// One item of a list under its lead-in.
    pub(super) fn item(&mut self, index: usize) {
        let l = self.l;
        let sentence = &l.page.sentences[index];
        let (toks, block) = (sentence.toks.clone(), sentence.block);
        let Some(lead) = self.lead.clone() else { return };
        let first_of_block = index == 0 || l.page.sentences[index - 1].block != block;
        if !first_of_block {
            // A further sentence of the item speaks of it: "A signed for the hosts; for the visitors it was B."
            let items = std::mem::take(&mut self.items);
            self.sentence(index);
            self.items = items;
            self.lead = Some(lead);
            return;
        }
        let start = item_start(l, &toks);
        let toks = start..toks.end;
        let found = instruments::find(l, &toks);
        let head = found.first().filter(|i| i.toks.start <= start + 2 + usize::from(l.doc.word(start) == w::QUOTE));
        // A numbered paragraph of a statement is no item: "4. Both sides expressed satisfaction at ..."
        if head.is_none() && is_clause(l, &toks) {
            self.sentence(index);
            return;
        }
        let mut draft = match head {
            Some(instrument) => Draft::new(instrument.clone(), index),
            None => {
                let Some(accord_type) = lead.accord_type.or(lead.act.as_ref().map(|_| AccordType::Unspecified)) else { return };
                let end = phrase_end(l, &toks);
                let text = start..end;
                let instrument = Instrument {
                    toks: text.clone(),
                    head: start..start,
                    accord_type,
                    weight: InstrumentWeight::Item,
                    usual_subject: None,
                    reference: Reference::New,
                    count: Count::One,
                    named: true,
                    topic: Some(text),
                    parts: Vec::new(),
                    parties: None,
                    ordinal: None,
                    is_plain: false,
                    acronym: None,
                };
                Draft::new(instrument, index)
            }
        };
        draft.is_item = true;
        draft.is_summary = false;
        let instrument = draft.instrument.clone();
        let target = self.push(draft);
        if let Some((act, claim, at)) = &lead.act {
            if let Some(status) = status(*act, *claim) {
                self.drafts[target].stages.push(StageDraft {
                    status,
                    date: lead.date.clone(),
                    place: lead.place.clone(),
                    act: at.clone(),
                    rule: Rule::AccordsListItem,
                });
            }
        } else if let Some(stage) = lead.summary.and_then(|s| self.drafts[s].stage()) {
            let stage = stage.clone();
            self.drafts[target].stages.push(stage);
        }
        self.own_words(target, &instrument);
        let acts = outside(acts::find(l.doc, &toks, |t| l.date(t).is_some()), &found);
        let frames = frames::read(l, &toks, &found, &acts);
        for mention in l.actors_in(&toks) {
            let in_text = mention.toks.start < self.drafts[target].text.end + 30;
            if matches!(mention.form, ActorForm::Name | ActorForm::Abbreviation)
                && in_text
                && l.official(mention.toks.start).is_none()
                && mention.kind != PartyKind::State
            {
                let between = (start..mention.toks.start).any(|t| l.doc.word(t) == w::BETWEEN || l.doc.word(t) == w::WITH);
                if between {
                    add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
                }
            }
        }
        for frame in &frames {
            let members = self.signers(frame);
            let list = match frame.act.kind {
                ActKind::Sign | ActKind::Initial => &mut self.drafts[target].signed_by,
                ActKind::Exchange => &mut self.drafts[target].exchanged_by,
                _ => continue,
            };
            for member in members {
                add(list, member.index, &member.at, false);
            }
        }
        if l.page.kind_of(start) == BlockKind::TableRow {
            self.cells(target, &toks);
        }
        lead.fill(&mut self.drafts[target]);
        self.items.push(target);
        self.last = vec![target];
        self.lead = Some(lead);
    }

    /// The cells of a table row: officials sign; "-do-" stands for those of the cell above.
    pub(super) fn cells(&mut self, target: usize, toks: &Toks) {
        let l = self.l;
        let mut row: Vec<Vec<Member>> = Vec::new();
        let mut start = toks.start;
        for at in toks.start + 1..=toks.end {
            let gap = if at < toks.end { l.doc.gap(at) } else { "\t" };
            if !gap.contains('\t') && !gap.contains("  ") && l.doc.word(at) != w::BAR {
                continue;
            }
            let cell = start..at;
            start = at + usize::from(l.doc.word(at) == w::BAR);
            let above = self.row.get(row.len()).cloned().unwrap_or_default();
            let ditto = cell.clone().any(|t| l.cue(t, Cue::Ditto)) && cell.len() <= 4;
            row.push(if ditto { above } else { self.agents(&cell) });
        }
        let exchanged = self.drafts[target].stages.iter().any(|s| s.status == Status::Ratified);
        let list = if exchanged { &mut self.drafts[target].exchanged_by } else { &mut self.drafts[target].signed_by };
        for member in row.iter().flatten() {
            add(list, member.index, &member.at, false);
        }
        self.row = row;
    }

    /// Whether a heading stands right over a list: "Documents signed".
    pub(super) fn heads_a_list(&self, index: usize) -> bool {
        let block = self.l.page.sentences[index].block + 1;
        self.l.page.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::ListItem | BlockKind::TableRow))
    }
}

/// Whether a run has a finite verb of its own.
pub(super) fn is_clause(l: &Layers, toks: &Toks) -> bool {
    let auxiliary = |t: usize| {
        matches!(l.doc.word(t), w::IS | w::ARE | w::WAS | w::WERE | w::HAS | w::HAVE | w::HAD | w::WILL | w::SHALL | w::WOULD | w::BE)
    };
    let verb = |t: usize| l.doc.printed(t).ends_with("ed") && l.doc.tokens[t].case() == Case::Lower && l.doc.is_word(t);
    toks.clone().take(24).any(|t| auxiliary(t)) || toks.len() > 14 && toks.clone().skip(1).take(8).any(verb)
}

/// Where an item's own words begin: behind its bullet, number or letter.
pub(super) fn item_start(l: &Layers, toks: &Toks) -> usize {
    let doc = l.doc;
    let mut at = toks.start;
    while at < toks.end {
        let printed = doc.printed(at);
        let mark = !doc.is_word(at) && !doc.is_number(at) && !matches!(doc.word(at), w::OPEN_QUOTE | w::QUOTE | w::OPEN_GUILLEMET);
        let numeral = printed.len() <= 3 && matches!(doc.word(at + 1), w::STOP | w::CLOSE) && (doc.is_number(at) || printed.len() == 1);
        if mark {
            at += 1;
        } else if numeral {
            at += 2;
        } else {
            break;
        }
    }
    at.min(toks.end.saturating_sub(1))
}

/// The end of the phrase that names an item without a kind: before a comma with parties, a bracket, a stop.
pub(super) fn phrase_end(l: &Layers, toks: &Toks) -> usize {
    let doc = l.doc;
    toks.clone()
        .skip(1)
        .find(|&t| {
            matches!(doc.word(t), w::SEMICOLON | w::OPEN | w::COLON | w::BETWEEN | w::BAR | w::EN_DASH | w::EM_DASH)
                || doc.word(t) == w::STOP && (doc.gap(t + 1).len() > 0 || t + 1 >= toks.end)
                || doc.word(t) == w::COMMA
                    && (l.actor(t + 1).is_some()
                        || l.actor(t + 2).is_some()
                        || doc.word(t + 1) == w::BETWEEN
                        || l.official(t + 1).is_some())
                || doc.gap(t).contains('\t')
        })
        .unwrap_or(toks.end)
}
