//! Mentions: which accord an instrument's mention stands for, an old one or new ones, and what its own words say of it.

use super::drafts::{Draft, StageDraft, WINDOW, antecedent, is_background, status};
use super::frames::{self, Frame};
use super::instruments::{self, Count, Instrument, Reference};
use super::layers::Layers;
use super::reader::Reader;
use super::topics;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, Entry, InstrumentWeight, Kind, VerbShape, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::phrases::acts::{Claim, Voice};
use crate::report::{AccordType, PartyKind, Rule, Status};

impl Reader<'_, '_> {
    /// For each instrument of a sentence, the drafts that it stands for; none where it is only named.
    pub(super) fn resolve(&mut self, index: usize, found: &mut [Instrument], frames: &[Frame]) -> Vec<Vec<usize>> {
        let l = self.l;
        let mut out: Vec<Vec<usize>> = Vec::with_capacity(found.len());
        let before = self.drafts.len();
        for (i, instrument) in found.iter_mut().enumerate() {
            // "The first two were signed by", of those told together before.
            if let Some(pick) = instrument.pick {
                let picked = pick.of(&self.together, self.picked).to_vec();
                self.picked = picked.len();
                out.push(picked);
                continue;
            }
            // "another, on visas" is of the kind of the last.
            if instrument.reference == Reference::Pronoun && instrument.accord_type == AccordType::Unspecified {
                match self.open.or_else(|| self.last.last().copied()) {
                    Some(model) => instrument.accord_type = self.drafts[model].accord_type,
                    None => {
                        out.push(Vec::new());
                        continue;
                    }
                }
            }
            let instrument = &*instrument;
            let done: Vec<&Frame> = frames.iter().filter(|f| f.instruments.contains(&i) && !is_domestic(l, instrument, f)).collect();
            let told = participle(l, instrument);
            // "its accord with Ghana, which expires in June": in force until then.
            let runs = |f: &&Frame| f.act.kind == ActKind::Terminate && f.act.claim == Claim::Planned && f.act.voice == Voice::Active;
            let runs_out = |f: &&Frame| runs(f) && instrument.toks.end <= f.act.group.start;
            let acted = told.is_some()
                || done.iter().any(|f| status(f.act.kind, f.act.claim).is_some() && f.act.kind != ActKind::Witness || runs_out(f));
            let dated = l.dates_in(&instrument.toks).any(|d| is_date_of(l, instrument, &d.toks));
            if instrument.weight == InstrumentWeight::Ratification {
                out.push(Vec::new());
                continue;
            }
            // Anaphora first: "the documents", "both agreements", "the pact".
            let plural_anaphor = instrument.is_plural()
                && (instrument.reference == Reference::Definite
                    || instrument.weight == InstrumentWeight::Generic && instrument.count == Count::Several)
                && instrument.is_plain
                && !self.drafts.is_empty();
            if plural_anaphor {
                // "signed an agreement, and the documents were exchanged by": those of the same sentence.
                let here: Vec<usize> = out.iter().flatten().copied().filter(|&d| self.drafts[d].sentence == index).collect();
                let spoken =
                    if here.is_empty() { self.itemised(index, instrument).unwrap_or_else(|| self.group(instrument)) } else { here };
                out.push(spoken);
                continue;
            }
            // "the signing of a deal was announced, and the agreement is": a bare name may go back to its own sentence.
            let bare = instrument.reference == Reference::Definite && instrument.is_plain && instrument.topic.is_none();
            let reach = if bare && !instrument.is_plural() { self.drafts.len() } else { before.min(self.drafts.len()) };
            let known = antecedent(l, &self.drafts[..reach], instrument);
            let retold = if known.is_none() { self.retold(index, instrument, &done).filter(|&old| old < before) } else { None };
            if let Some(old) = known.or(retold) {
                let draft = &mut self.drafts[old];
                draft.mentions.push(instrument.toks.clone());
                if retold.is_some() {
                    (draft.accord_type, draft.instrument.accord_type) = (instrument.accord_type, instrument.accord_type);
                    if draft.instrument.topic.is_none() {
                        draft.text = instrument.toks.clone();
                    }
                }
                // "an agreement" that a later title spells out: "the Framework Agreement on Water".
                let longer = (instrument.topic.is_some() || instrument.named && instrument.toks.len() > instrument.head.len())
                    && draft.instrument.topic.is_none()
                    && instrument.toks.len() > draft.text.len()
                    && !draft.is_item
                    && draft.accord_type == instrument.accord_type;
                if longer {
                    draft.text = instrument.toks.clone();
                    draft.topic = instrument.toks.clone();
                    draft.instrument = instrument.clone();
                }
                out.push(vec![old]);
                continue;
            }
            let sentence = &self.l.page.sentences[index].toks;
            if !acted && self.itemises(instrument, sentence, out.last()) {
                out.push(self.open.map_or_else(Vec::new, |summary| self.member(summary, index, instrument)));
                continue;
            }
            if let Some(model) = self.told_in_passing(instrument, sentence).filter(|_| !acted && !dated) {
                let made = self.member(model, index, instrument);
                // Who signed the others need not have signed this one.
                for &new in &made {
                    let draft = &mut self.drafts[new];
                    (draft.signed_by, draft.exchanged_by) = (Vec::new(), Vec::new());
                }
                let told = frames::when_and_where(l, instrument.toks.end..sentence.end);
                if let (Some(date), place) = told {
                    for &new in &made {
                        if let Some(stage) = self.drafts[new].stages.last_mut() {
                            (stage.date, stage.place) = (Some(date.clone()), place.clone());
                        }
                    }
                }
                out.push(made);
                continue;
            }
            let strong = instrument.weight == InstrumentWeight::Strong || instrument.reference == Reference::Pronoun;
            let bare_trap = instrument.is_plain && instrument.reference == Reference::Bare && !instrument.named && !acted;
            let described = self.described_before(instrument);
            // "the Rome Statute" is one by its name.
            let by_name =
                instrument.accord_type == AccordType::Charter && instrument.named && instrument.toks.len() > instrument.head.len();
            let strong = strong || described.is_some() || by_name;
            // "ratified a deal between Peru and Chad"
            let ratified = |f: &Frame| {
                f.act.kind == ActKind::Ratify && instrument.accord_type != AccordType::Unspecified && instrument.parties.is_some()
            };
            let enters = acted && (strong || done.iter().any(|f| makes(f.act.kind) || ratified(f)) || told.is_some())
                || dated && (strong || instrument.named);
            // "the text", "a document": by itself names nothing.
            let empty = instrument.weight == InstrumentWeight::Generic && !instrument.is_plural();
            if !enters || bare_trap || empty {
                if let Some(known) = described {
                    self.named.push(known);
                }
                let described = instrument.topic.is_some() || instrument.parties.is_some() || instrument.reference == Reference::New;
                if described && instrument.reference != Reference::Pronoun && instrument.weight != InstrumentWeight::Generic {
                    self.named.push(instrument.clone());
                }
                out.push(Vec::new());
                continue;
            }
            let full = described.unwrap_or_else(|| instrument.clone());
            let made = self.introduce(index, &full);
            if full.toks != instrument.toks {
                for &draft in &made {
                    self.drafts[draft].mentions.push(instrument.toks.clone());
                }
            }
            out.push(made);
        }
        out
    }

    /// The one accord told so far, an "agreement" by a loose word, where a mention calls it by its kind: "They have signed an
    /// agreement. | The Oslo Memorandum | covers ..."; "A and B have signed a pact. The two signed | a memorandum | in Oslo."
    fn retold(&self, index: usize, mention: &Instrument, done: &[&Frame]) -> Option<usize> {
        /// How many sentences behind the first the details may be told.
        const NEAR: usize = 3;
        let l = self.l;
        let [draft] = &self.drafts[..] else { return None };
        let stage = draft.stage()?;
        let loose = draft.accord_type == AccordType::Agreement && draft.count == Count::One && !draft.is_background && !draft.is_item;
        let same = draft.instrument.usual_subject.is_none() && mention.topic.is_none() && mention.ordinal.is_none();
        if !loose || !same || !is_precise(mention) || stage.status != Status::Signed || index > draft.sentence + NEAR {
            return None;
        }
        let sentence = &l.page.sentences[index].toks;
        let apart = sentence.clone().any(|t| l.doc.word(t) == w::ALSO || l.cue(t, Cue::Besides) || l.doc.word(t) == w::ANOTHER);
        let signed = |f: &&Frame| f.act.kind == ActKind::Sign && f.act.claim == Claim::Asserted;
        let told = match mention.reference {
            Reference::Definite => !super::event::is_past_perfect(l, &mention.toks),
            Reference::New => stage.date.is_none() && done.iter().any(|f| signed(f) && (f.date.is_some() || f.place.is_some())),
            _ => false,
        };
        (told && !apart).then_some(0)
    }

    /// "The contract was signed": the one that was described before, if there is one.
    fn described_before(&mut self, mention: &Instrument) -> Option<Instrument> {
        if mention.reference != Reference::Definite || mention.topic.is_some() || mention.parties.is_some() {
            return None;
        }
        let fits = |i: &Instrument| {
            i.is_plural() == mention.is_plural()
                && (i.accord_type == mention.accord_type || mention.is_plain && mention.accord_type == AccordType::Agreement)
                && (mention.usual_subject.is_none() || i.usual_subject == mention.usual_subject)
        };
        let first = self.named.len().saturating_sub(WINDOW);
        let at = first + self.named[first..].iter().rposition(fits)?;
        Some(self.named.remove(at))
    }

    /// Whether a mention without an act of its own is one of those that the last summary counted: "The first is an
    /// agreement on trade", "There is also a memorandum on sport".
    fn itemises(&self, instrument: &Instrument, sentence: &Toks, before: Option<&Vec<usize>>) -> bool {
        let l = self.l;
        if self.open.is_none() || instrument.weight == InstrumentWeight::Generic || is_background(l, instrument) {
            return false;
        }
        // "The agreement on standards will ..., | while the mining agreement promotes ..."
        let aside = (sentence.start..instrument.toks.start).rev().find(|&t| matches!(l.doc.word(t), w::WHILE | w::SEMICOLON));
        let clause = aside.unwrap_or(sentence.start);
        let opener = |t: usize| {
            matches!(l.doc.word(t), w::THE | w::WHILE | w::AND | w::COMMA | w::SEMICOLON)
                || l.doc.is(t, Kind::Adverb)
                || t == sentence.start
        };
        let told_apart = instrument.reference == Reference::Definite
            && (instrument.topic.is_some()
                || instrument.toks.start < instrument.head.start
                || instrument.usual_subject.is_some() && instrument.head.len() > 1)
            && !instrument.is_plural()
            && (clause..instrument.toks.start).all(opener);
        if !matches!(instrument.reference, Reference::New | Reference::Pronoun) && instrument.ordinal.is_none() && !told_apart {
            return false;
        }
        if may_not_be(l, if told_apart { clause } else { sentence.start }, instrument.toks.start) {
            return false;
        }
        let chained = before.is_some_and(|drafts| !drafts.is_empty());
        // While the number counted is not yet reached, whatever is described belongs to it.
        let described = instrument.topic.is_some() || instrument.parties.is_some() || instrument.ordinal.is_some();
        let counted = self.open.is_some_and(|summary| match self.drafts[summary].count {
            Count::Exactly(n) => {
                self.drafts.iter().skip(summary + 1).take(WINDOW).filter(|d| d.count == Count::One && !d.is_background).count() < n as usize
            }
            _ => false,
        });
        // A weak word ("a grant", "a programme") belongs to it only by its number: "the second is a loan".
        let firm =
            instrument.weight == InstrumentWeight::Strong || instrument.reference == Reference::Pronoun || instrument.ordinal.is_some();
        if described && counted && firm {
            return true;
        }
        let content = (sentence.start..instrument.toks.start)
            .filter(|&t| {
                l.doc.is_word(t) && !instruments::is_function_word(l.doc.word(t)) && l.ordinal(t).is_none() && l.count(t).is_none()
            })
            .filter(|&t| !l.doc.is(t, Kind::Adverb) && !l.cue(t, Cue::ItemVerb) && !l.doc.is(t, Kind::Instrument))
            .count();
        chained || content == 0 && instrument.toks.start < sentence.start + 12
    }

    /// The accord that was signed just before, where a mention without an act of its own is of one signed with it: "A
    /// protocol between the two ministries deals with eye care."
    fn told_in_passing(&self, instrument: &Instrument, sentence: &Toks) -> Option<usize> {
        let l = self.l;
        let described = instrument.topic.is_some() || instrument.parties.is_some();
        let named = match instrument.reference {
            Reference::New => true,
            Reference::Definite | Reference::Bare => instrument.named && instrument.topic.is_some(),
            Reference::Pronoun => false,
        };
        let several = instrument.is_plural() && instrument.parts.len() < 2;
        let model = self.open.or_else(|| self.last.last().copied())?;
        let stage = self.drafts[model].stage()?;
        let of_event = matches!(stage.status, Status::Signed | Status::Adopted | Status::Agreed | Status::Initialled | Status::Planned)
            && !self.drafts[model].is_background
            && !super::event::is_past_perfect(l, &stage.act);
        let fits = instrument.weight == InstrumentWeight::Strong && described && named && !several && of_event;
        let asked = l.doc.word(sentence.end - 1) == w::QUESTION;
        let aside = asked
            || is_background(l, instrument)
            || may_not_be(l, sentence.start, instrument.toks.start)
            || frames::is_governed(l, instrument, sentence.start);
        (fits && !aside).then_some(model)
    }

    /// Makes the drafts of an instrument that a summary counted, with what the summary's clause said of all.
    pub(super) fn member(&mut self, summary: usize, index: usize, instrument: &Instrument) -> Vec<usize> {
        let mut instrument = instrument.clone();
        if instrument.accord_type == AccordType::Unspecified && instrument.weight == InstrumentWeight::Weak {
            instrument.accord_type = self.drafts[summary].accord_type;
        }
        let made = self.introduce(index, &instrument);
        for &new in &made {
            let from = self.drafts[summary].clone();
            let draft = &mut self.drafts[new];
            draft.stages = from.stages;
            draft.inherited = from.parties;
            for (mine, theirs) in [
                (&mut draft.signed_by, from.signed_by),
                (&mut draft.exchanged_by, from.exchanged_by),
                (&mut draft.witnessed_by, from.witnessed_by),
            ] {
                if mine.is_empty() {
                    *mine = theirs;
                }
            }
            draft.is_item = true;
        }
        made
    }

    /// Makes the drafts of a new instrument: one, or one for each part of a coordination.
    pub(super) fn introduce(&mut self, index: usize, instrument: &Instrument) -> Vec<usize> {
        let background = is_background(self.l, instrument);
        let mut made = Vec::new();
        for (text, partner) in partners(self.l, instrument) {
            let one = Instrument { toks: text, parties: Some(partner), count: Count::One, ..instrument.clone() };
            let mut draft = Draft::new(one, index);
            draft.is_background = background;
            made.push(self.push(draft));
        }
        if !made.is_empty() {
            return made;
        }
        let parts = match instrument.count {
            Count::One => &[],
            Count::Exactly(n) if (instrument.parts.len() as u32) > n => &[],
            _ if instrument.parts.len() > 1 => &instrument.parts[..],
            _ => &[],
        };
        for part in parts {
            let mut draft = Draft::new(instrument.clone(), index);
            draft.text = part.clone();
            draft.topic = part.clone();
            draft.count = Count::One;
            draft.is_summary = false;
            draft.is_item = true;
            draft.is_background = background;
            made.push(self.push(draft));
        }
        let rest = match instrument.count {
            Count::Exactly(n) if !parts.is_empty() => n - parts.len() as u32,
            _ => 0,
        };
        if parts.is_empty() || rest > 0 {
            let mut draft = Draft::new(instrument.clone(), index);
            if rest > 0 {
                draft.count = Count::Exactly(rest);
                draft.text = instrument.toks.start..instrument.head.end;
                draft.is_summary = false;
            }
            draft.is_background = background;
            made.push(self.push(draft));
        }
        made
    }

    pub(super) fn push(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// "The documents deal with energy, customs and post": the summary's items, if there are as many as it counts.
    pub(super) fn itemised(&mut self, index: usize, mention: &Instrument) -> Option<Vec<usize>> {
        let summary = self.open?;
        let l = self.l;
        let end = l.page.sentences[index].toks.end;
        let verb = (mention.toks.end..(mention.toks.end + 8).min(end)).find(|&t| l.cue(t, Cue::ItemVerb))?;
        let from = l.behind_cue(verb);
        let parts = topics::split_parts(l, from, end);
        let fits = match self.drafts[summary].count {
            Count::Exactly(n) => parts.len() as u32 == n,
            _ => parts.len() > 2,
        };
        if !fits {
            return None;
        }
        let model = self.drafts[summary].instrument.clone();
        let instrument = Instrument {
            toks: mention.toks.start..parts.last()?.end,
            head: mention.head.clone(),
            count: Count::Several,
            topic: None,
            parties: None,
            parts,
            ..model
        };
        Some(self.member(summary, index, &instrument))
    }

    /// "the documents", "both agreements": the last drafts that fit the number and the kind.
    pub(super) fn group(&self, mention: &Instrument) -> Vec<usize> {
        let fits = |d: &usize| {
            mention.accord_type == AccordType::Unspecified
                || self.drafts[*d].accord_type == mention.accord_type
                || mention.accord_type == AccordType::Agreement
        };
        let n = match mention.count {
            Count::Exactly(n) => n as usize,
            _ if self.l.doc.word(mention.toks.start.wrapping_sub(1)) == w::BOTH => 2,
            _ => 0,
        };
        let mut all: Vec<usize> = if n == 0 { self.last.iter().copied().filter(|d| fits(d)).collect() } else { Vec::new() };
        if n > 0 {
            all = (0..self.drafts.len()).rev().filter(|d| fits(d)).take(n).collect();
        }
        if all.is_empty() {
            all = self.last.clone();
        }
        all
    }

    /// What "it" and "they" speak of: what was described last, if only now something is done to it, else the last drafts.
    pub(super) fn pronoun_targets(&mut self, sentence: &Toks) -> Vec<usize> {
        let since = self.last.iter().map(|&d| self.drafts[d].mentions.last().map_or(0, |m| m.start)).max().unwrap_or(0);
        let fresh = self.named.last().filter(|i| i.toks.start > since && i.toks.start + 80 > sentence.start);
        match fresh.cloned().and_then(|i| Some((self.l.page.sentence_of(i.toks.start)?, i))) {
            Some((index, instrument)) => {
                self.named.pop();
                let made = self.introduce(index, &instrument);
                for &draft in &made {
                    self.own_words(draft, &instrument);
                }
                made
            }
            None => self.last.clone(),
        }
    }

    /// What a mention says of its accord: "between A and B", "the 1982 Convention", "for 2025-2027".
    pub(super) fn own_words(&mut self, target: usize, instrument: &Instrument) {
        let l = self.l;
        self.own_parties(target, instrument);
        if let Some((status, act)) = participle(l, instrument) {
            if self.drafts[target].stages.is_empty() {
                self.drafts[target].stages.push(StageDraft { status, date: None, place: None, act, rule: Rule::AccordsStatusPassive });
            }
        }
        let modifiers = instrument.toks.start..instrument.head.start;
        let dated = l.dates_in(&instrument.toks).find(|d| is_date_of(l, instrument, &d.toks)).map(|d| d.toks.clone());
        if let Some(date) = dated {
            let draft = &mut self.drafts[target];
            draft.is_background = true;
            let told = draft.stages.iter_mut().find(|s| s.status == Status::Signed || s.status == Status::Adopted);
            if let Some(stage) = told {
                stage.date = Some(date);
            } else {
                draft.stages.push(StageDraft {
                    status: Status::Signed,
                    date: Some(date.clone()),
                    place: None,
                    act: date,
                    rule: Rule::AccordsStatusDated,
                });
            }
        }
        let after = instrument.toks.start..(instrument.toks.end + 4).min(l.doc.len());
        let term = l
            .dates_in(&after)
            .find(|d| frames::is_term(l, &d.toks) && l.doc.word(d.toks.start - 1) != w::SINCE || instruments::is_years(l, d.toks.start))
            .map(|d| d.toks.clone());
        let lasting = || {
            let sentence = l.page.sentences.get(self.drafts[target].sentence)?.toks.end;
            let behind = instrument.head.end..sentence.min(instrument.toks.end + 30);
            l.durations_in(&behind)
                .find(|d| {
                    l.doc.word(d.toks.start.wrapping_sub(1)) == w::FOR
                        || (1..=3).any(|back| l.cue(d.toks.start.wrapping_sub(back), Cue::Term))
                })
                .map(|d| d.toks.clone())
        };
        // "a five-year pact"
        let term = term.or_else(|| l.durations_in(&modifiers).next().map(|d| d.toks.clone())).or_else(lasting);
        if let Some(term) = term {
            self.drafts[target].term.get_or_insert(term);
        }
    }
}

/// "treaties with Chad, Mali and Togo": one with each, and the words that name it.
fn partners(l: &Layers, instrument: &Instrument) -> Vec<(Toks, Toks)> {
    let Some(range) = instrument.parties.clone().filter(|_| instrument.is_plural() && instrument.parts.len() < 2) else {
        return Vec::new();
    };
    let with = l.doc.word(range.start.wrapping_sub(1)) == w::WITH && instrument.topic.as_ref().is_none_or(|topic| topic.end <= range.start);
    let named: Vec<Toks> =
        l.actors_in(&range).filter(|m| m.kind == PartyKind::State && m.toks.end <= range.end).map(|m| m.toks.clone()).collect();
    let listed = named.windows(2).all(|pair| (pair[0].end..pair[1].start).all(|t| matches!(l.doc.word(t), w::COMMA | w::AND | w::THE)));
    let fits = match instrument.count {
        Count::Exactly(n) => n as usize == named.len(),
        _ => named.len() > 1,
    };
    if !with || !listed || !fits || named.len() < 2 {
        return Vec::new();
    }
    let first = (instrument.toks.start..named[0].end, named[0].clone());
    let rest = named[1..].iter().map(|actor| (actor.clone(), actor.clone()));
    std::iter::once(first).chain(rest).collect()
}

/// A word for a kind of its own, that an "agreement" may turn out to be: "memorandum of understanding", "protocol".
fn is_precise(mention: &Instrument) -> bool {
    mention.weight == InstrumentWeight::Strong
        && !mention.is_plural()
        && mention.parties.is_none()
        && matches!(
            mention.accord_type,
            AccordType::MemorandumOfUnderstanding
                | AccordType::Protocol
                | AccordType::Treaty
                | AccordType::Convention
                | AccordType::Declaration
                | AccordType::LetterOfIntent
                | AccordType::Arrangement
                | AccordType::Contract
        )
}

/// "hopes for a treaty", "would need an agreement": said of what is not, or not yet.
fn may_not_be(l: &Layers, from: usize, to: usize) -> bool {
    (from..to).any(|t| {
        l.doc.word(t) == w::WOULD || l.doc.is(t, Kind::Modality) || matches!(l.doc.longest(t, Kind::Modality), Some((end, _)) if end <= to)
    })
}

/// An act by which an accord comes about, so that a weak word is one: "signed a programme", not "extended a programme".
pub(super) fn makes(act: ActKind) -> bool {
    matches!(act, ActKind::Sign | ActKind::Initial | ActKind::Exchange | ActKind::Agree | ActKind::Settle | ActKind::Adopt)
}

/// "the council approved a plan", "the painter exchanged letters": what one body adopts for itself, or private people do,
/// by a word that need be no accord.
fn is_domestic(l: &Layers, instrument: &Instrument, frame: &Frame) -> bool {
    let actors = || l.actors_in(&frame.agents).filter(|m| m.form != ActorForm::Place);
    let lone = instrument.accord_type == AccordType::JointStatement && instrument.weight == InstrumentWeight::Weak;
    match (frame.act.kind, instrument.accord_type) {
        (ActKind::Adopt, kind) if lone || matches!(kind, AccordType::Programme | AccordType::Contract) => {
            !instrument.named
                && instrument.parties.is_none()
                && !frame.agents.is_empty()
                && actors().count() < 2
                && !actors().any(|m| m.kind == PartyKind::InternationalOrganisation)
                && !is_plural_group(l, &frame.agents)
        }
        (ActKind::Exchange, AccordType::ExchangeOfNotes) => {
            frame.act.voice == Voice::Active
                && instrument.weight == InstrumentWeight::Weak
                && actors().next().is_none()
                && l.officials_in(&frame.agents).next().is_none()
                && !is_plural_group(l, &frame.agents)
        }
        _ => false,
    }
}

/// "the two sides", "the leaders", "the summit": more than one party.
fn is_plural_group(l: &Layers, toks: &Toks) -> bool {
    toks.clone().any(|t| l.count(t).is_some() || l.doc.word(t) == w::BOTH || l.cue(t, Cue::Assembly))
        || l.officials_in(toks).nth(1).is_some()
}

/// "six signed documents": the act among the modifiers.
pub(super) fn participle(l: &Layers, instrument: &Instrument) -> Option<(Status, Toks)> {
    let modifiers = instrument.toks.start..instrument.head.start;
    modifiers.clone().find_map(|t| match l.doc.longest(t, Kind::Act) {
        Some((
            end,
            Entry::Act { act: act @ (ActKind::Sign | ActKind::Initial | ActKind::Ratify), shape: VerbShape::Ed | VerbShape::Participle },
        )) if end <= modifiers.end => Some((status(act, Claim::Asserted)?, t..end)),
        _ => None,
    })
}

/// "of 4 July 1996", "the 1982 Convention": the date belongs to the instrument's name.
fn is_date_of(l: &Layers, instrument: &Instrument, date: &Toks) -> bool {
    let of = matches!(l.doc.word(date.start.wrapping_sub(1)), w::OF | w::FROM)
        && date.start >= instrument.head.end
        && !instrument.topic.as_ref().is_some_and(|t| t.contains(&date.start) && t.end > date.end);
    let year = date.end <= instrument.head.start && date.len() == 1;
    of || year
}
