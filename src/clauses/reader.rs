//! The reading of the accords: sentence by sentence, list by list, then what the event fills in.

use super::drafts::{Draft, Member, StageDraft, add, antecedent, is_background, status};
use super::event;
use super::frames::{self, Frame, Place};
use super::instruments::{self, Count, Instrument, Reference};
use super::layers::Layers;
use super::lists::LeadIn;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, Entry, InstrumentWeight, Kind, VerbShape, function_words as w};
use crate::phrases::actors::{ActorForm, Actors};
use crate::phrases::acts::{self, Act, Claim, Voice};
use crate::report::{AccordType, PartyKind, Rule, Status};
use crate::text::{BlockKind, Case};

/// What the clause level found.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub drafts: Vec<Draft>,
    /// The actors that the event is between.
    pub sides: Vec<usize>,
}

impl Reading {
    /// The sides that a draft inherits: the states spoken of most; in a report of firms, universities or towns the
    /// parties that its first accord names.
    pub fn sides_before(&self, draft: &Draft, actors: &Actors) -> Vec<usize> {
        let main = self.drafts.iter().take_while(|d| d.text.start < draft.text.start).find(|d| !d.is_background && d.parties.len() >= 2);
        let private = |m: &Member| {
            matches!(
                actors.actors[m.index].kind,
                PartyKind::Company | PartyKind::University | PartyKind::Subnational | PartyKind::CivilSociety | PartyKind::ArmedGroup
            )
        };
        match main.filter(|main| !draft.is_background && main.parties.iter().any(private)) {
            Some(main) => main.parties.iter().map(|m| m.index).collect(),
            None => self.sides.clone(),
        }
    }
}

struct Reader<'a, 'b> {
    l: &'b Layers<'a>,
    drafts: Vec<Draft>,
    /// The drafts of the last sentence that had any: what "the documents" speaks of.
    last: Vec<usize>,
    /// The items of the list that is being read.
    items: Vec<usize>,
    /// The officials by cell of the row before, for "-do-".
    row: Vec<Vec<Member>>,
    lead: Option<LeadIn>,
    /// The last summary, which sentences may itemise: "Eight instruments were signed. The first ..."
    open: Option<usize>,
    /// Instruments that were described and have not yet been done anything to: "won a contract for 28 jets".
    named: Vec<Instrument>,
    /// Instruments that came with an abbreviation in brackets.
    acronyms: Vec<Instrument>,
    /// The instrument that the page itself is: "Joint Statement between A and B".
    document: Option<usize>,
    sides: Vec<usize>,
    event_date: Option<Toks>,
    event_place: Option<Place>,
    event_onlookers: Vec<Member>,
}

/// Reads the accords of a text.
pub(crate) fn read(l: &Layers) -> Reading {
    let mut reader = Reader {
        l,
        drafts: Vec::new(),
        last: Vec::new(),
        items: Vec::new(),
        row: Vec::new(),
        lead: None,
        open: None,
        named: Vec::new(),
        acronyms: Vec::new(),
        document: None,
        sides: event::sides(l),
        event_date: None,
        event_place: None,
        event_onlookers: Vec::new(),
    };
    reader.document();
    for (index, sentence) in l.page.sentences.iter().enumerate() {
        let kind = l.page.blocks.get(sentence.block).map_or(BlockKind::Furniture, |b| b.kind);
        match kind {
            BlockKind::Furniture | BlockKind::Byline | BlockKind::Caption | BlockKind::Headline => {}
            BlockKind::Heading if !reader.heads_a_list(index) => {}
            BlockKind::ListItem | BlockKind::TableRow if reader.lead.is_some() => reader.item(index),
            _ => reader.sentence(index),
        }
    }
    if reader.drafts.is_empty() {
        for (index, sentence) in l.page.sentences.iter().enumerate() {
            if l.page.blocks.get(sentence.block).is_some_and(|b| b.kind == BlockKind::Headline) {
                reader.sentence(index);
            }
        }
        for draft in &mut reader.drafts {
            draft.is_headline = true;
        }
    }
    reader.finish();
    Reading { drafts: reader.drafts, sides: reader.sides }
}

impl Reader<'_, '_> {
    /// A page whose title is that of an instrument gives its text: "Joint Communiqué on the visit of ...".
    fn document(&mut self) {
        let l = self.l;
        let Some(title) = l.page.title.clone() else { return };
        let found = instruments::find(l, &title);
        let Some(instrument) = found.first().filter(|i| i.toks.start <= title.start + 1 && i.weight == InstrumentWeight::Strong) else {
            return;
        };
        let whole = matches!(instrument.accord_type, AccordType::JointStatement | AccordType::Declaration) && !instrument.is_plural();
        let acted = !outside(acts::find(l.doc, &title, |t| l.date(t).is_some()), &found).is_empty();
        if !whole || acted || !instrument.named {
            return;
        }
        let Some(index) = l.page.sentences.iter().position(|s| s.toks.start <= title.start && title.start < s.toks.end) else { return };
        let mut instrument = instrument.clone();
        instrument.toks.end = title.end;
        let act = instrument.head.clone();
        let mut draft = Draft::new(instrument, index, l.page.sentences[index].block);
        draft.stages.push(StageDraft { status: Status::Adopted, date: None, place: None, act, rule: Rule::AccordsDocument });
        let words = draft.instrument.clone();
        let target = self.push(draft);
        self.document = Some(target);
        self.own_words(target, &words);
    }

    fn sentence(&mut self, index: usize) {
        let sentence = &self.l.page.sentences[index];
        let (toks, block) = (sentence.toks.clone(), sentence.block);
        self.lead = None;
        if !self.items.is_empty() {
            self.last = std::mem::take(&mut self.items);
        }
        let mut found = self.find(&toks);
        let acts = outside(acts::find(self.l.doc, &toks, |t| self.l.date(t).is_some()), &found);
        let frames = frames::read(self.l, &toks, &found, &acts);
        for frame in frames.iter().filter(|f| f.act.voice == Voice::Passive && f.act.finite) {
            for &i in &frame.instruments {
                let instrument = &mut found[i];
                if instrument.topic.is_none() && instrument.toks.end <= frame.act.group.start {
                    let before = instrument.clone();
                    instruments::extraposed(self.l, instrument, frame.act.toks.end, toks.end);
                    // "the accords were signed on customs, tourism and post" names new ones; "the accord was signed for ten years" none.
                    if before.reference == Reference::Definite && instrument.parts.len() < 2 {
                        *instrument = before;
                    } else if instrument.parts.len() > 1 {
                        instrument.reference = Reference::New;
                    }
                }
            }
        }
        let mut frames = frames;
        for frame in &mut frames {
            extend(self.l, &found, frame);
        }
        let drafts = self.resolve(index, block, &mut found, &frames);
        self.apply(&toks, &found, &frames, &drafts);
        self.onlookers(&toks, &acts, &frames, &drafts);
        if let Some(&summary) = drafts
            .iter()
            .flatten()
            .find(|&&d| self.drafts[d].is_summary && self.drafts[d].sentence == index && !self.drafts[d].stages.is_empty())
        {
            self.open = Some(summary);
        }
        let mut introduced: Vec<usize> = drafts.iter().flatten().copied().collect();
        introduced.sort_unstable();
        introduced.dedup();
        if !introduced.is_empty() {
            self.last = introduced;
        }
        // "Amina Diallo (signature)" under the text of a document.
        let signature = acts.iter().any(|a| a.kind == ActKind::Sign && is_bracketed(self.l, &a.toks));
        if let Some(document) = self.document.filter(|_| signature) {
            for member in self.agents(&toks) {
                add(&mut self.drafts[document].signed_by, member.index, &member.at, false);
            }
        }
        self.lead_in(index, &toks, &found, &frames, &drafts);
    }

    /// The instruments of a token range, those by an abbreviation too.
    fn find(&mut self, toks: &Toks) -> Vec<Instrument> {
        let l = self.l;
        let mut found = combine(l, instruments::find(l, toks));
        if !self.acronyms.is_empty() {
            for at in toks.clone().filter(|&t| l.doc.tokens[t].case() == Case::Upper) {
                let named = self.acronyms.iter().find(|i| i.acronym.is_some_and(|a| l.doc.printed(a) == l.doc.printed(at)));
                if let Some(named) = named.filter(|_| !found.iter().any(|i| i.toks.contains(&at))) {
                    found.push(instruments::abbreviated(l, named, at));
                }
            }
            found.sort_by_key(|i| i.toks.start);
        }
        for instrument in found.iter().filter(|i| i.acronym.is_some_and(|a| i.toks.len() > 1 && i.toks.contains(&a))) {
            self.acronyms.push(instrument.clone());
        }
        found
    }

    /// Whether a heading stands right over a list: "Documents signed".
    fn heads_a_list(&self, index: usize) -> bool {
        let block = self.l.page.sentences[index].block + 1;
        self.l.page.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::ListItem | BlockKind::TableRow))
    }

    /// For each instrument of a sentence, the drafts that it stands for; none where it is only named.
    fn resolve(&mut self, index: usize, block: usize, found: &mut [Instrument], frames: &[Frame]) -> Vec<Vec<usize>> {
        let l = self.l;
        let mut out: Vec<Vec<usize>> = Vec::with_capacity(found.len());
        let before = self.drafts.len();
        for (i, instrument) in found.iter_mut().enumerate() {
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
            let done: Vec<&Frame> = frames.iter().filter(|f| f.instruments.contains(&i)).collect();
            let told = participle(l, instrument);
            let acted = told.is_some() || done.iter().any(|f| status(f.act.kind, f.act.claim).is_some() && f.act.kind != ActKind::Witness);
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
                out.push(self.itemised(index, block, instrument).unwrap_or_else(|| self.group(instrument)));
                continue;
            }
            let old = antecedent(l, &self.drafts[..before.min(self.drafts.len())], instrument);
            if let Some(old) = old {
                let draft = &mut self.drafts[old];
                draft.mentions.push(instrument.toks.clone());
                let longer = instrument.toks.len() > draft.text.len() && !draft.is_item && draft.accord_type == instrument.accord_type;
                if longer {
                    draft.text = instrument.toks.clone();
                    draft.topic = instrument.toks.clone();
                    draft.instrument = instrument.clone();
                }
                out.push(vec![old]);
                continue;
            }
            if !acted && self.itemises(instrument, &self.l.page.sentences[index].toks, out.last()) {
                out.push(self.member(index, block, instrument));
                continue;
            }
            let strong = instrument.weight == InstrumentWeight::Strong || instrument.reference == Reference::Pronoun;
            let bare_trap = instrument.is_plain && instrument.reference == Reference::Bare && !instrument.named && !acted;
            let enters =
                acted && (strong || done.iter().any(|f| makes(f.act.kind)) || told.is_some()) || dated && (strong || instrument.named);
            // "the text", "a document": by itself names nothing.
            let empty = instrument.weight == InstrumentWeight::Generic && !instrument.is_plural();
            if !enters || bare_trap || empty {
                let described = instrument.topic.is_some() || instrument.parties.is_some() || instrument.reference == Reference::New;
                if described && instrument.reference != Reference::Pronoun && instrument.weight != InstrumentWeight::Generic {
                    self.named.push(instrument.clone());
                }
                out.push(Vec::new());
                continue;
            }
            let full = self.described_before(instrument).unwrap_or_else(|| instrument.clone());
            let made = self.introduce(index, block, &full);
            if full.toks != instrument.toks {
                for &draft in &made {
                    self.drafts[draft].mentions.push(instrument.toks.clone());
                }
            }
            out.push(made);
        }
        out
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
        let at = self.named.iter().rposition(fits)?;
        Some(self.named.remove(at))
    }

    /// Whether a mention without an act of its own is one of those that the last summary counted: "The first is an
    /// agreement on trade", "There is also a memorandum on sport".
    fn itemises(&self, instrument: &Instrument, sentence: &Toks, before: Option<&Vec<usize>>) -> bool {
        let l = self.l;
        if self.open.is_none() || instrument.weight == InstrumentWeight::Generic || is_background(l, instrument) {
            return false;
        }
        if !matches!(instrument.reference, Reference::New | Reference::Pronoun) && instrument.ordinal.is_none() {
            return false;
        }
        if may_not_be(l, sentence.start, instrument.toks.start) {
            return false;
        }
        let chained = before.is_some_and(|drafts| !drafts.is_empty());
        // While the number counted is not yet reached, whatever is described belongs to it.
        let described = instrument.topic.is_some() || instrument.parties.is_some() || instrument.ordinal.is_some();
        let counted = self.open.is_some_and(|summary| match self.drafts[summary].count {
            Count::Exactly(n) => {
                self.drafts.iter().skip(summary + 1).filter(|d| d.count == Count::One && !d.is_background).count() < n as usize
            }
            _ => false,
        });
        if described && counted {
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

    /// Makes the drafts of an instrument that a summary counted, with what the summary's clause said of all.
    fn member(&mut self, index: usize, block: usize, instrument: &Instrument) -> Vec<usize> {
        let Some(summary) = self.open else { return Vec::new() };
        let mut instrument = instrument.clone();
        if instrument.accord_type == AccordType::Unspecified && instrument.weight == InstrumentWeight::Weak {
            instrument.accord_type = self.drafts[summary].accord_type;
        }
        let made = self.introduce(index, block, &instrument);
        for &new in &made {
            let from = self.drafts[summary].clone();
            let draft = &mut self.drafts[new];
            draft.stages = from.stages;
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
    fn introduce(&mut self, index: usize, block: usize, instrument: &Instrument) -> Vec<usize> {
        let background = is_background(self.l, instrument);
        let mut made = Vec::new();
        let parts = match instrument.count {
            Count::One => &[],
            Count::Exactly(n) if (instrument.parts.len() as u32) > n => &[],
            _ if instrument.parts.len() > 1 => &instrument.parts[..],
            _ => &[],
        };
        for part in parts {
            let mut draft = Draft::new(instrument.clone(), index, block);
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
            let mut draft = Draft::new(instrument.clone(), index, block);
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

    fn push(&mut self, draft: Draft) -> usize {
        self.drafts.push(draft);
        self.drafts.len() - 1
    }

    /// "The documents deal with energy, customs and post": the summary's items, if there are as many as it counts.
    fn itemised(&mut self, index: usize, block: usize, mention: &Instrument) -> Option<Vec<usize>> {
        let summary = self.open?;
        let l = self.l;
        let end = l.page.sentences[index].toks.end;
        let verb = (mention.toks.end..(mention.toks.end + 8).min(end)).find(|&t| l.cue(t, Cue::ItemVerb))?;
        let from = l.doc.longest(verb, Kind::Cue).map_or(verb + 1, |(end, _)| end);
        let parts = instruments::split_parts(l, from, end);
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
        Some(self.member(index, block, &instrument))
    }

    /// "the documents", "both agreements": the last drafts that fit the number and the kind.
    fn group(&self, mention: &Instrument) -> Vec<usize> {
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

    /// Gives the drafts of a sentence what its frames say of them.
    fn apply(&mut self, toks: &Toks, found: &[Instrument], frames: &[Frame], drafts: &[Vec<usize>]) {
        let l = self.l;
        for (f, frame) in frames.iter().enumerate() {
            let mut targets: Vec<usize> = frame.instruments.iter().flat_map(|&i| drafts[i].iter().copied()).collect();
            // Instruments of ratification speak of the instrument behind them: "exchanged instruments of ratification of the treaty".
            let ratifies = frame.instruments.iter().any(|&i| found[i].weight == InstrumentWeight::Ratification);
            let kind = if ratifies && matches!(frame.act.kind, ActKind::Exchange | ActKind::Ratify | ActKind::Sign) {
                ActKind::Ratify
            } else {
                frame.act.kind
            };
            // "Done at Lima on 5 May 1985": the closing formula of the document.
            let formula = frame.act.group.start <= toks.start + 1 && frame.act.voice == Voice::Passive && !frame.act.finite;
            if let Some(document) = self.document.filter(|_| targets.is_empty() && formula) {
                targets.push(document);
            }
            if targets.is_empty() && speaks_of_the_last(l, frame) {
                targets = self.pronoun_targets(toks);
            }
            if targets.is_empty() {
                continue;
            }
            let signers = self.signers(frame);
            let parties = self.agent_parties(&frame.agents);
            // "until its entry into force": said of when, not that it happened.
            let mere = kind == ActKind::InForce && frame.act.voice == Voice::Nominal && frame.date.is_none();
            if let Some(status) = status(kind, frame.act.claim).filter(|_| !mere) {
                let rule = rule_of(&frame.act);
                for &target in &targets {
                    let date = frame.date.clone();
                    self.drafts[target].stages.push(StageDraft {
                        status,
                        date,
                        place: frame.place.clone(),
                        act: frame.act.toks.clone(),
                        rule,
                    });
                }
            }
            if frame.act.claim == Claim::Denied {
                continue;
            }
            for &target in &targets {
                let draft = &mut self.drafts[target];
                let list = match frame.act.kind {
                    ActKind::Sign | ActKind::Initial => Some(&mut draft.signed_by),
                    ActKind::Exchange => Some(&mut draft.exchanged_by),
                    ActKind::Agree | ActKind::Renew if draft.stages.len() <= 1 => None,
                    _ => None,
                };
                if let Some(list) = list {
                    for member in &signers {
                        add(list, member.index, &member.at, false);
                    }
                }
                if matches!(
                    frame.act.kind,
                    ActKind::Sign
                        | ActKind::Initial
                        | ActKind::Agree
                        | ActKind::Negotiate
                        | ActKind::Propose
                        | ActKind::Renew
                        | ActKind::Suspend
                        | ActKind::Terminate
                ) {
                    for member in &parties {
                        add(&mut draft.parties, member.index, &member.at, false);
                    }
                }
            }
            let _ = f;
        }
        // The party phrases of each instrument, and the date that belongs to its name.
        for (i, instrument) in found.iter().enumerate() {
            for &target in &drafts[i] {
                self.own_words(target, instrument);
            }
        }
    }

    /// What "it" and "they" speak of: what was described last, if only now something is done to it, else the last drafts.
    fn pronoun_targets(&mut self, sentence: &Toks) -> Vec<usize> {
        let since = self.last.iter().map(|&d| self.drafts[d].mentions.last().map_or(0, |m| m.start)).max().unwrap_or(0);
        let fresh = self.named.last().filter(|i| i.toks.start > since && i.toks.start + 80 > sentence.start);
        match fresh.cloned().and_then(|i| Some((self.l.page.sentence_of(i.toks.start)?, i))) {
            Some((index, instrument)) => {
                self.named.pop();
                let made = self.introduce(index, self.l.page.sentences[index].block, &instrument);
                for &draft in &made {
                    self.own_words(draft, &instrument);
                }
                made
            }
            None => self.last.clone(),
        }
    }

    /// What a mention says of its accord: "between A and B", "the 1982 Convention", "for 2025-2027".
    fn own_words(&mut self, target: usize, instrument: &Instrument) {
        let l = self.l;
        if let Some(range) = &instrument.parties {
            for mention in l.actors_in(range).filter(|m| m.toks.end <= range.end) {
                add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
            }
        }
        if let Some((status, act)) = participle(l, instrument) {
            if self.drafts[target].stages.is_empty() {
                self.drafts[target].stages.push(StageDraft { status, date: None, place: None, act, rule: Rule::AccordsStatusPassive });
            }
        }
        let modifiers = instrument.toks.start..instrument.head.start;
        for mention in l.actors_in(&modifiers).filter(|m| m.form != ActorForm::Place && m.kind != PartyKind::Subnational) {
            add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
        }
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
        let term = l.dates_in(&after).find(|d| frames::is_term(l, &d.toks)).map(|d| d.toks.clone());
        let lasting = || {
            let sentence = l.page.sentences.get(self.drafts[target].sentence)?.toks.end;
            let behind = instrument.head.end..sentence.min(instrument.toks.end + 30);
            l.durations_in(&behind)
                .find(|d| {
                    l.doc.word(d.toks.start.wrapping_sub(1)) == w::FOR
                        || l.cue(d.toks.start.wrapping_sub(2), Cue::Term)
                        || l.cue(d.toks.start.wrapping_sub(1), Cue::Term)
                })
                .map(|d| d.toks.clone())
        };
        // "a five-year pact"
        let term = term.or_else(|| l.durations_in(&modifiers).next().map(|d| d.toks.clone())).or_else(lasting);
        if let Some(term) = term {
            self.drafts[target].term.get_or_insert(term);
        }
    }

    /// Who acts in a frame; nobody where those named stand for more: "A and other officials".
    fn signers(&self, frame: &Frame) -> Vec<Member> {
        let mut out = self.agents(&frame.agents);
        for partner in &frame.partners {
            for member in self.agents(partner) {
                add(&mut out, member.index, &member.at, false);
            }
        }
        if frame.agents.clone().any(|t| matches!(self.l.doc.word(t), w::OTHER | w::OTHERS)) {
            out.clear();
        }
        out
    }

    /// The officials in a token range.
    fn agents(&self, toks: &Toks) -> Vec<Member> {
        let mut out = Vec::new();
        for mention in self.l.officials_in(toks) {
            // "ministers signed" names nobody.
            if mention.officials.len() > 1 && !is_definite(self.l, mention.toks.start) {
                continue;
            }
            for &official in &mention.officials {
                add(&mut out, official, &mention.toks, false);
            }
        }
        out
    }

    /// The actors in a token range that act there, not those that only describe: "the Ghanaian minister".
    fn agent_parties(&self, toks: &Toks) -> Vec<Member> {
        let mut out = Vec::new();
        for mention in self.l.actors_in(toks) {
            let acts = matches!(
                mention.form,
                ActorForm::Name | ActorForm::Abbreviation | ActorForm::Government | ActorForm::Seat | ActorForm::Short
            );
            if acts && self.l.official(mention.toks.start).is_none() && !is_circumstance(self.l, mention.toks.start) {
                add(&mut out, mention.actor, &mention.toks, false);
            }
        }
        out
    }

    /// Those in whose presence it was done.
    fn onlookers(&mut self, toks: &Toks, acts: &[Act], frames: &[Frame], drafts: &[Vec<usize>]) {
        for onlookers in frames::onlookers(self.l, toks, acts) {
            let members = self.agents(&onlookers.officials);
            if members.is_empty() {
                continue;
            }
            let mut targets: Vec<usize> = frames
                .iter()
                .filter(|f| matches!(f.act.kind, ActKind::Sign | ActKind::Exchange | ActKind::Initial | ActKind::Witness))
                .flat_map(|f| f.instruments.iter().flat_map(|&i| drafts[i].iter().copied()))
                .collect();
            targets.sort_unstable();
            targets.dedup();
            if targets.is_empty() {
                targets.clone_from(&self.last);
                for member in &members {
                    add(&mut self.event_onlookers, member.index, &member.at, true);
                }
            }
            for &target in &targets {
                if self.drafts[target].is_summary {
                    for member in &members {
                        add(&mut self.event_onlookers, member.index, &member.at, true);
                    }
                }
                for member in &members {
                    if !self.drafts[target].signed_by.iter().any(|s| s.index == member.index) {
                        add(&mut self.drafts[target].witnessed_by, member.index, &member.at, false);
                    }
                }
            }
        }
    }

    /// Whether a sentence leads a list in, and what the items inherit of it.
    fn lead_in(&mut self, index: usize, toks: &Toks, found: &[Instrument], frames: &[Frame], drafts: &[Vec<usize>]) {
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
            block,
            summary: inherited,
        });
    }

    /// One item of a list under its lead-in.
    fn item(&mut self, index: usize) {
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
            Some(instrument) => Draft::new(instrument.clone(), index, block),
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
                Draft::new(instrument, index, block)
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
    fn cells(&mut self, target: usize, toks: &Toks) {
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

    /// What the event fills in, and the summaries that the items replace.
    fn finish(&mut self) {
        self.find_event();
        self.reconcile();
        let l = self.l;
        let (date, place, onlookers) = (self.event_date.clone(), self.event_place.clone(), self.event_onlookers.clone());
        for draft in &mut self.drafts {
            let Some(stage) = draft.stage().cloned() else { continue };
            let of_event = !draft.is_background
                && matches!(stage.status, Status::Signed | Status::Adopted | Status::Planned | Status::Agreed | Status::Initialled)
                && (stage.date.is_none() || same_date(l, &stage.date, &date))
                && !is_past_perfect(l, &stage.act);
            if !of_event {
                continue;
            }
            let (act, status) = (stage.act.clone(), stage.status);
            for stage in draft.stages.iter_mut().filter(|s| s.act == act && s.status == status) {
                if stage.date.is_none() {
                    stage.date.clone_from(&date);
                }
                if stage.place.is_none() {
                    stage.place.clone_from(&place);
                }
            }
            if draft.witnessed_by.is_empty() && matches!(status, Status::Signed | Status::Planned) {
                for member in &onlookers {
                    if !draft.signed_by.iter().any(|s| s.index == member.index) {
                        add(&mut draft.witnessed_by, member.index, &member.at, true);
                    }
                }
            }
        }
    }

    /// Day and place of the event: those of the first act that is signed, adopted or planned.
    fn find_event(&mut self) {
        let acts =
            |status: Status| matches!(status, Status::Signed | Status::Adopted | Status::Planned | Status::Agreed | Status::Initialled);
        let mut stages: Vec<&StageDraft> =
            self.drafts.iter().filter(|d| !d.is_background).flat_map(|d| d.stages.iter()).filter(|s| acts(s.status)).collect();
        stages.sort_by_key(|s| s.act.start);
        self.event_date =
            stages.iter().take(8).filter_map(|s| s.date.clone()).find(|date| is_current(self.l, date)).or_else(|| self.lead_date());
        self.event_place = stages.iter().take(3).find_map(|s| s.place.clone()).or(Some(Place::Here)).filter(|_| !stages.is_empty());
    }

    /// A day that the first sentences name, where no act has its own: "Wednesday's meeting ended with a ceremony."
    fn lead_date(&self) -> Option<Toks> {
        let l = self.l;
        let body = |s: &&crate::text::PageSentence| l.page.blocks.get(s.block).is_some_and(|b| b.kind == BlockKind::Paragraph);
        let lead = l.page.sentences.iter().filter(body).take(3);
        lead.flat_map(|s| l.dates_in(&s.toks)).map(|d| d.toks.clone()).find(|date| is_current(l, date)).or_else(|| {
            let form = l.page.dates.get(l.page.dateline.as_ref()?.date?)?;
            l.date(form.toks.start).map(|d| d.toks.clone())
        })
    }

    /// "seven MoUs" counts those that are not itemised; where all are, it goes.
    fn reconcile(&mut self) {
        let l = self.l;
        let mut drop = vec![false; self.drafts.len()];
        for index in 0..self.drafts.len() {
            let draft = &self.drafts[index];
            if !draft.is_summary {
                continue;
            }
            let Some(stage) = draft.stage() else { continue };
            let fits = |d: &Draft| {
                let kind = draft.accord_type == AccordType::Unspecified
                    || d.accord_type == draft.accord_type
                    || draft.accord_type == AccordType::Agreement && d.accord_type != AccordType::JointStatement;
                let Some(other) = d.stage() else { return false };
                let when = other.date.is_none() || stage.date.is_none() || same_date(l, &other.date, &stage.date);
                kind && when && other.status == stage.status && !d.is_background
            };
            let mut items = 0;
            for (other, d) in self.drafts.iter().enumerate() {
                if other != index && !drop[other] && other > index && fits(d) {
                    items += match d.count {
                        Count::One => 1,
                        Count::Exactly(n) => n,
                        Count::Several => 1,
                    };
                }
            }
            match draft.count {
                Count::Exactly(n) if items >= n => drop[index] = true,
                Count::Exactly(n) => self.drafts[index].count = Count::Exactly(n - items),
                _ if items > 0 => drop[index] = true,
                _ => {}
            }
        }
        let mut at = 0;
        self.drafts.retain(|_| {
            at += 1;
            !drop[at - 1]
        });
    }
}

/// "(signature)", "(signed)"
fn is_bracketed(l: &Layers, toks: &Toks) -> bool {
    l.doc.word(toks.start.wrapping_sub(1)) == w::OPEN && l.doc.word(toks.end) == w::CLOSE
}

/// "the leaders", "both ministers", "two presidents"; not "ministers from both sides".
fn is_definite(l: &Layers, at: usize) -> bool {
    let determined =
        |t: usize| matches!(l.doc.word(t), w::THE | w::BOTH | w::THESE | w::THEIR) || l.count(t).is_some() || l.doc.is_capitalised(t);
    determined(at) || at > 0 && determined(at - 1)
}

/// "a draft agreement"
fn draft_modifier(l: &Layers, instrument: &Instrument) -> bool {
    (instrument.toks.start..instrument.head.start).any(|t| l.cue(t, Cue::Draft))
}

/// "hopes for a treaty", "would need an agreement": said of what is not, or not yet.
fn may_not_be(l: &Layers, from: usize, to: usize) -> bool {
    (from..to).any(|t| {
        l.doc.word(t) == w::WOULD || l.doc.is(t, Kind::Modality) || matches!(l.doc.longest(t, Kind::Modality), Some((end, _)) if end <= to)
    })
}

/// "Twelve documents were signed, including a treaty on ...": what follows the cue is done to as well.
fn extend(l: &Layers, found: &[Instrument], frame: &mut Frame) {
    let Some(&last) = frame.instruments.last() else { return };
    if frame.act.voice == Voice::Active || !found[last].is_plural() {
        return;
    }
    for (i, instrument) in found.iter().enumerate().skip(last + 1) {
        let gap = found[last].head.end.max(frame.act.toks.end)..instrument.toks.start;
        let cued = gap.clone().any(|t| l.cue(t, Cue::ListLead)) || frame.instruments.len() > 1 && frame.instruments.contains(&(i - 1));
        // "three treaties were signed, one on trade, one on borders"
        let one = instrument.reference == Reference::Pronoun;
        if instrument.toks.start > frame.act.toks.end && (cued || one) {
            frame.instruments.push(i);
        }
    }
}

/// The acts that are not words of an instrument: not "signature" in "an agreement on electronic signature".
pub(super) fn outside(mut acts: Vec<Act>, found: &[Instrument]) -> Vec<Act> {
    acts.retain(|act| !found.iter().any(|i| i.toks.start <= act.toks.start && act.toks.end <= i.toks.end));
    acts
}

/// Whether a run has a finite verb of its own.
fn is_clause(l: &Layers, toks: &Toks) -> bool {
    let auxiliary = |t: usize| {
        matches!(l.doc.word(t), w::IS | w::ARE | w::WAS | w::WERE | w::HAS | w::HAVE | w::HAD | w::WILL | w::SHALL | w::WOULD | w::BE)
    };
    let verb = |t: usize| l.doc.printed(t).ends_with("ed") && l.doc.tokens[t].case() == Case::Lower && l.doc.is_word(t);
    toks.clone().take(24).any(|t| auxiliary(t)) || toks.len() > 14 && toks.clone().skip(1).take(8).any(verb)
}

/// Two plurals that one number counts: "22 agreements and memoranda of understanding".
fn combine(l: &Layers, found: Vec<Instrument>) -> Vec<Instrument> {
    let mut out: Vec<Instrument> = Vec::with_capacity(found.len());
    for instrument in found {
        if let Some(last) = out.last_mut() {
            let joined = last.is_plural()
                && instrument.is_plural()
                && last.topic.is_none()
                && instrument.toks.start <= last.toks.end + 2
                && (last.toks.end..instrument.toks.start)
                    .all(|t| matches!(l.doc.word(t), w::AND | w::AMPERSAND | w::COMMA | w::SLASH | w::OR))
                && instrument.count == Count::Several;
            if joined {
                if last.accord_type != instrument.accord_type {
                    last.accord_type = AccordType::Unspecified;
                }
                last.toks.end = instrument.toks.end;
                last.topic = instrument.topic;
                last.parts = instrument.parts;
                last.parties = instrument.parties;
                last.is_plain = last.is_plain && instrument.is_plain;
                continue;
            }
        }
        out.push(instrument);
    }
    out
}

/// Where an item's own words begin: behind its bullet, number or letter.
fn item_start(l: &Layers, toks: &Toks) -> usize {
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
fn phrase_end(l: &Layers, toks: &Toks) -> usize {
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

/// An act by which an accord comes about, so that a weak word is one: "signed a programme", not "extended a programme".
fn makes(act: ActKind) -> bool {
    matches!(act, ActKind::Sign | ActKind::Initial | ActKind::Exchange | ActKind::Agree | ActKind::Adopt)
}

/// "six signed documents": the act among the modifiers.
fn participle(l: &Layers, instrument: &Instrument) -> Option<(Status, Toks)> {
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
    let of = l.doc.word(date.start.wrapping_sub(1)) == w::OF
        && date.start >= instrument.head.end
        && !instrument.topic.as_ref().is_some_and(|t| t.contains(&date.start) && t.end > date.end);
    let year = date.end <= instrument.head.start && date.len() == 1;
    of || year
}

/// "in Ghana", "visit to Togo": an actor as the place of something, or another's companion.
fn is_circumstance(l: &Layers, at: usize) -> bool {
    let before = at - usize::from(at > 0 && l.doc.word(at - 1) == w::THE);
    matches!(
        l.doc.word(before.wrapping_sub(1)),
        w::IN | w::AT | w::TO | w::FROM | w::DURING | w::AFTER | w::ON | w::UNDER | w::ABOUT | w::AGAINST
    )
}

/// An act without an instrument of its own that speaks of the last: "A signed for Ghana", "the copies were exchanged by".
fn speaks_of_the_last(l: &Layers, frame: &Frame) -> bool {
    if frame.act.claim == Claim::Denied || frame.act.kind == ActKind::Witness || !frame.instruments.is_empty() {
        return false;
    }
    if frames::pronoun_subject(l, &frame.act) {
        return true;
    }
    let officials = l.officials_in(&frame.agents).next().is_some();
    // "signed a law", "signed into law": another object follows.
    if !matches!(frame.act.kind, ActKind::Sign | ActKind::Exchange | ActKind::Initial) {
        return false;
    }
    let object = matches!(l.doc.word(frame.act.toks.end), w::A | w::AN | w::INTO | w::THE | w::HIS | w::HER);
    officials && (!object || frame.act.voice != Voice::Active || frame.act.kind == ActKind::Exchange)
}

/// "had signed": told as earlier than the event.
fn is_past_perfect(l: &Layers, act: &Toks) -> bool {
    (act.start.saturating_sub(4)..act.start).any(|t| l.doc.word(t) == w::HAD)
}

/// A day close to that of the report: what the report is of.
fn is_current(l: &Layers, date: &Toks) -> bool {
    let Some(value) = l.date(date.start).map(|d| d.value) else { return false };
    let (Some(day), Some(last)) = (value.earliest(), value.latest()) else { return false };
    let near = l.reference.is_none_or(|reference| (reference - day).get_days().abs() <= 21);
    near && (last - day).get_days() <= 7
}

fn same_date(l: &Layers, a: &Option<Toks>, b: &Option<Toks>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => l.date(a.start).map(|d| &d.value) == l.date(b.start).map(|d| &d.value),
        _ => false,
    }
}

fn rule_of(act: &Act) -> Rule {
    match act.voice {
        Voice::Active => Rule::AccordsStatusActive,
        Voice::Passive => Rule::AccordsStatusPassive,
        Voice::Nominal => Rule::AccordsStatusNominal,
        Voice::Borne => Rule::AccordsStatusBorne,
    }
}
