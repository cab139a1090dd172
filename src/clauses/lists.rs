//! Lists: a lead-in with an act and an open plural is the frame of every item under it.

use super::drafts::{Draft, Member, StageDraft, add, same_accord, status};
use super::frames::{self, Frame, Place};
use super::instruments::{self, Count, Instrument, Reference};
use super::items::{
    LONGEST_LABEL, aside_of, behind_ordinal, behind_parties, heads, is_clause, is_item_mark, item_start, lines, mark, names_signers,
    opens_like_an_item, partner, partners, phrase_end, signed_in,
};
use super::layers::Layers;
use super::parties;
use super::reader::{Reader, outside};
use super::tables;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, InstrumentWeight, Kind, function_words as w};
use crate::phrases::actors::{ActorForm, ActorMention};
use crate::phrases::acts::{self, Act, Claim, Voice};
use crate::report::{AccordType, PartyKind, Rule};
use crate::text::{BlockKind, PageSentence, TokenKind};

/// What the items under a lead-in inherit.
#[derive(Clone, Debug, Default)]
pub(crate) struct LeadIn {
    /// The type of an item without a kind of its own: "The MoUs are:".
    pub accord_type: Option<AccordType>,
    pub act: Option<(ActKind, Claim, Toks)>,
    pub date: Option<Toks>,
    pub place: Option<Place>,
    pub parties: Vec<Member>,
    pub signed_by: Vec<Member>,
    pub exchanged_by: Vec<Member>,
    pub witnessed_by: Vec<Member>,
    /// The summary that the items itemise.
    pub summary: Option<usize>,
    /// Only an item that names its kind is an accord: "The Cabinet approved:" can lead anything in.
    pub strict: bool,
    /// How many accords the text told of before it.
    pub before: usize,
    /// Whether numbers mark its items; known once the first is read.
    pub numbered: Option<bool>,
}

impl LeadIn {
    /// Gives an item what it does not say itself.
    pub fn fill(&self, item: &mut Draft) {
        let inherit = |mine: &mut Vec<Member>, theirs: &[Member]| {
            // "Signed by A for Ghana in each case:" over "- treaty on trade, for Togo by B"
            let other_side = matches!((&mine[..], theirs), ([one], [other]) if one.index != other.index);
            if mine.is_empty() || other_side {
                mine.extend_from_slice(theirs);
            }
        };
        inherit(&mut item.parties, &self.parties);
        if item.exchanged_by.is_empty() {
            inherit(&mut item.signed_by, &self.signed_by);
        }
        inherit(&mut item.exchanged_by, &self.exchanged_by);
        inherit(&mut item.witnessed_by, &self.witnessed_by);
        item.witnessed_by.retain(|m| !item.signed_by.iter().any(|s| s.index == m.index));
    }

    /// The stage that the lead-in brings its items to.
    pub fn stage(&self, drafts: &[Draft]) -> Option<StageDraft> {
        match &self.act {
            Some((act, claim, at)) => Some(StageDraft {
                status: status(*act, *claim)?,
                date: self.date.clone(),
                place: self.place.clone(),
                act: at.clone(),
                rule: Rule::AccordsListItem,
            }),
            None => drafts[self.summary?].stage().cloned(),
        }
    }
}

impl Reader<'_, '_> {
    /// What the items behind a sentence inherit of it, if it leads a list in.
    pub(super) fn lead_in(&mut self, toks: &Toks, found: &[Instrument], acts: &[Act], frames: &[Frame], drafts: &[Vec<usize>]) {
        let l = self.l;
        // Before a list in its own sentence the cue is what stands last: "viz. (a) a treaty".
        let inside = l.page.sentence_of(toks.start).is_some_and(|s| l.page.sentences[s].toks.end > toks.end);
        let cues = if inside { toks.start.max(toks.end.saturating_sub(5))..toks.end } else { toks.clone() };
        let cue = cues.into_iter().any(|t| l.cue(t, Cue::ListLead));
        // "signed agreements on (a) tea, and (b) horses"
        let open = |i: &Instrument| i.is_plural() && i.toks.end + 1 >= toks.end;
        let heading = l.page.kind_of(toks.start) == BlockKind::Heading;
        // "Documents signed during the visit": a title that stands over its list.
        let titled = l.page.kind_of(toks.start) == BlockKind::Headline && frames.iter().any(|f| brings_about(f.act.kind));
        // "were signed between |A and B; C and D"
        let paired = inside && l.doc.word(toks.end - 1) == w::BETWEEN;
        let led = cue || heading || titled || paired || l.ends_in_colon(toks) || found.last().is_some_and(open);
        // "The state of ratification of the conventions" ratifies none.
        let tells = |act: &Act| act.voice != Voice::Nominal || brings_about(act.kind);
        let stages = |f: &&Frame| status(f.act.kind, f.act.claim).is_some() && tells(&f.act);
        // "signed an MoU each with the following"
        let several = |i: usize| found[i].is_plural() || cue && toks.clone().any(|t| l.doc.word(t) == w::EACH);
        let of_several = |f: &&Frame| f.instruments.iter().any(|&i| several(i));
        let act = frames.iter().filter(stages).find(of_several).or_else(|| frames.iter().filter(stages).find(|f| f.instruments.is_empty()));
        let plural =
            act.and_then(|f| f.instruments.iter().copied().find(|&i| several(i))).or_else(|| (0..found.len()).find(|&i| several(i)));
        let leads = match (plural, act) {
            // "The agreement covers:" is followed by what the one agreement is about.
            (None, None) => {
                // "They concern:"
                let they = matches!(l.doc.word(toks.start), w::THEY | w::THESE) && l.doc.word(toks.end - 1) == w::COLON;
                found.is_empty() && (cue || they) && self.open.is_some() && toks.len() <= SHORTEST_LEAD
            }
            (None, Some(_)) | (Some(_), None) => led,
            (Some(_), Some(_)) => true,
        };
        if !leads {
            return;
        }
        let source = match plural {
            Some(i) => drafts.get(i).and_then(|d| d.first().copied()).or_else(|| self.last.first().copied().filter(|_| act.is_none())),
            None => self.open.filter(|_| act.is_none()),
        };
        // "Agreements still to come": a heading speaks of none of those told before.
        let source = source.filter(|_| act.is_some() || !heading);
        let mut lead = match source.map(|d| &self.drafts[d]) {
            Some(d) => LeadIn {
                accord_type: Some(d.accord_type),
                parties: d.parties.clone(),
                signed_by: d.signed_by.clone(),
                exchanged_by: d.exchanged_by.clone(),
                witnessed_by: d.witnessed_by.clone(),
                ..LeadIn::default()
            },
            None => LeadIn::default(),
        };
        if let Some(frame) = act {
            lead.act = Some((frame.act.kind, frame.act.claim, frame.act.toks.clone()));
            (lead.date, lead.place) = (frame.date.clone(), frame.place.clone());
            if source.is_none() {
                lead.parties = parties::subjects(l, &frame.agents);
                match frame.act.kind {
                    ActKind::Exchange => lead.exchanged_by = self.signers(frame),
                    ActKind::Sign | ActKind::Initial => lead.signed_by = self.signers(frame),
                    _ => {}
                }
                // "The following bear the signatures of the Heads of State": those who signed what was told before.
                if lead.signed_by.is_empty() && frame.act.voice == Voice::Borne {
                    lead.signed_by = self.last.first().map(|&d| self.drafts[d].signed_by.clone()).unwrap_or_default();
                }
            }
        }
        if lead.witnessed_by.is_empty() {
            for onlookers in frames::onlookers(l, toks, acts) {
                lead.witnessed_by.extend(self.agents(&onlookers));
            }
        }
        if let Some(i) = plural {
            lead.accord_type = Some(found[i].accord_type);
            if let Some(draft) = source.map(|d| &mut self.drafts[d]).filter(|_| !found[i].is_plural()) {
                (draft.is_summary, draft.count) = (true, Count::Several);
            }
        }
        lead.summary = source;
        lead.before = self.drafts.len();
        lead.strict = !led || plural.is_none() && !act.is_none_or(|f| brings_about(f.act.kind));
        // "Three more are being negotiated:" are of the kind of those before.
        let counted = (toks.start..toks.end.min(toks.start + 3)).any(|t| l.count(t).is_some());
        if let Some(open) = self.open.filter(|_| plural.is_none() && counted) {
            lead.accord_type = Some(self.drafts[open].accord_type);
            lead.strict = false;
        }
        self.lead = Some(lead);
    }

    /// Whether a list follows the sentence: it ends its block, and an item or a row comes next.
    pub(super) fn stands_over_a_list(&self, index: usize) -> bool {
        let page = self.l.page;
        let block = page.sentences[index].block;
        let ends = |next: &PageSentence| next.block != block || self.l.doc.gap(next.toks.start).contains('\n');
        // "They are:", over "In trade:"
        let behind = index + 1 + usize::from(self.is_label(index + 1) && self.l.ends_in_colon(&page.sentences[index].toks));
        let Some(next) = page.sentences.get(behind).filter(|next| ends(next)) else { return false };
        let toks = &page.sentences[index].toks;
        match page.blocks[next.block].kind {
            BlockKind::ListItem | BlockKind::TableRow => true,
            BlockKind::Paragraph | BlockKind::Heading => {
                opens_like_an_item(self.l, &next.toks) && (self.l.ends_in_colon(toks) || self.names_two(index + 1))
            }
            _ => false,
        }
    }

    /// Whether of the block of a sentence and the few behind it two open with the name of an instrument, so that they are a
    /// list although "A package of documents was signed." does not say so.
    fn names_two(&self, index: usize) -> bool {
        let sentences = &self.l.page.sentences[index..];
        let opening = |s: &&PageSentence| self.l.page.blocks[s.block].toks.start == s.toks.start && opens_like_an_item(self.l, &s.toks);
        sentences.iter().take(LONGEST_ITEM).filter(opening).nth(1).is_some()
    }

    /// Whether a sentence says more of the item read last, before the next: "Signed by: A and B", "It opens three routes."
    pub(super) fn says_more(&self, index: usize) -> bool {
        let l = self.l;
        let sentences = &l.page.sentences;
        let Some(item) = self.items.last().map(|&d| &self.drafts[d]).filter(|_| self.lead.is_some()) else { return false };
        if l.ends_in_colon(&sentences[index].toks) {
            return false;
        }
        let bulleted = l.page.kind_of(item.text.start) == BlockKind::ListItem;
        let next = (index + 1..sentences.len()).take(LONGEST_ITEM).find(|&i| {
            let toks = &sentences[i].toks;
            let block = &l.page.blocks[sentences[i].block];
            let alike = || mark(l.doc, &sentences[item.sentence].toks) == mark(l.doc, toks);
            let marked = bulleted && block.kind == BlockKind::ListItem && alike();
            block.toks.start == toks.start && (marked || opens_like_an_item(l, toks))
        });
        next.is_some_and(|next| sentences[index + 1..next].iter().all(|s| !l.ends_in_colon(&s.toks)))
    }

    /// Whether a line under an item only names who signed it: "Ghana: A, Minister of Trade".
    pub(super) fn tells_signers(&self, index: usize) -> bool {
        let toks = &self.l.page.sentences[index].toks;
        let after_item = self.lead.is_some() && self.table.is_none() && !self.items.is_empty();
        after_item && !self.l.ends_in_colon(toks) && names_signers(self.l, toks)
    }

    /// Whether a sentence only names what the items under it are about: "In trade:".
    pub(super) fn is_label(&self, index: usize) -> bool {
        let l = self.l;
        l.page.sentences.get(index).is_some_and(|s| {
            let short = s.toks.len() <= LONGEST_LABEL && !s.toks.clone().any(|t| l.doc.is(t, Kind::Act));
            l.ends_in_colon(&s.toks) && (short || names_signers(l, &s.toks))
        })
    }

    /// Whether a heading stands right over a list: "Documents signed".
    pub(super) fn heads_a_list(&self, index: usize) -> bool {
        let l = self.l;
        let rule = |toks: &Toks| toks.clone().all(|t| l.doc.tokens[t].kind() == TokenKind::Mark);
        let behind = l.page.blocks.iter().skip(l.page.sentences[index].block + 1).take(2);
        let next = behind.into_iter().find(|b| !rule(&b.toks));
        // "Ministers A and B signed:", over lines without a mark
        let leads = l.ends_in_colon(&l.page.sentences[index].toks);
        next.is_some_and(|b| matches!(b.kind, BlockKind::ListItem | BlockKind::TableRow) || leads && opens_like_an_item(l, &b.toks))
    }

    /// A heading over a list, or a part of one: "A. Intergovernmental documents" leaves the lead-in as it was.
    pub(super) fn heading(&mut self, index: usize) {
        if tables::heads(self.l, &self.l.page.sentences[index].toks).is_some() {
            return self.row(index);
        }
        if self.lead.is_some() && opens_like_an_item(self.l, &self.l.page.sentences[index].toks) {
            return self.item(index);
        }
        self.part(index);
    }

    /// A line that heads a part of a list: "1. Energy:".
    pub(super) fn part(&mut self, index: usize) {
        let (lead, items) = (self.lead.take(), std::mem::take(&mut self.items));
        let (last, open) = (std::mem::take(&mut self.last), self.open.take());
        self.sentence(index);
        self.open = self.open.or(open);
        if self.last.is_empty() {
            self.last = last;
        }
        if self.lead.is_none() {
            (self.lead, self.items) = (lead, items);
            // "Ministers A and B:" sign what stands under their names.
            let toks = self.l.page.sentences[index].toks.clone();
            let signers = self.agents(&toks);
            if let Some(lead) = self.lead.as_mut().filter(|_| names_signers(self.l, &toks)) {
                match lead.act {
                    Some((ActKind::Exchange, ..)) => lead.exchanged_by = signers,
                    _ => lead.signed_by = signers,
                }
            }
        }
    }

    /// A paragraph under a lead-in that is an item, though no bullet marks it: "Treaty on extradition."
    pub(super) fn is_plain_item(&self, index: usize) -> bool {
        let toks = &self.l.page.sentences[index].toks;
        if self.open.is_some() && self.opens_block(index) && behind_ordinal(self.l, toks).is_some() {
            return true;
        }
        self.lead.is_some()
            && if self.opens_block(index) {
                opens_like_an_item(self.l, toks) || self.is_behind_semicolon(index)
            } else {
                self.is_further(index)
            }
    }

    /// Whether the item before, a block of its own, ends in a semicolon: the list goes on.
    fn is_behind_semicolon(&self, index: usize) -> bool {
        let before = index.checked_sub(1).filter(|&before| self.items.last().is_some_and(|&d| self.drafts[d].sentence == before));
        let last = |t: usize| self.l.doc.word(t) == w::SEMICOLON || self.l.doc.word(t) == w::AND && self.l.doc.word(t - 1) == w::SEMICOLON;
        before.is_some_and(|before| last(self.l.page.sentences[before].toks.end - 1))
    }

    /// Whether a sentence opens its block, or a line of it that reads like an item.
    fn opens_block(&self, index: usize) -> bool {
        let sentences = &self.l.page.sentences;
        let toks = &sentences[index].toks;
        index == 0
            || sentences[index - 1].block != sentences[index].block
            || self.l.doc.gap(toks.start).contains('\n') && opens_like_an_item(self.l, toks)
    }

    /// Whether a sentence goes on with the item that was read last: it stands in the same block.
    fn is_further(&self, index: usize) -> bool {
        let sentences = &self.l.page.sentences;
        let item = self.items.last().and_then(|&d| sentences.get(self.drafts[d].sentence));
        item.is_some_and(|item| item.block == sentences[index].block)
    }

    /// Whether an item and the next one tell, each of a partner, how far its accord has come: "- Chad: signed in May".
    fn is_country_list(&self, index: usize) -> bool {
        let l = self.l;
        let of_country = |index: usize| {
            let Some(sentence) = l.page.sentences.get(index) else { return false };
            let toks = item_start(l.doc, &sentence.toks)..sentence.toks.end;
            let Some(side) = partner(l, &toks).filter(|m| is_item_mark(l.doc, m.toks.end)) else { return false };
            let rest = side.toks.end + 1..toks.end;
            instruments::find(l, &rest).is_empty()
                && acts::find(l.doc, &rest, |t| l.date(t).is_some()).iter().any(|a| status(a.kind, a.claim).is_some())
        };
        !self.drafts.is_empty() && of_country(index) && (of_country(index + 1) || index > 0 && of_country(index - 1))
    }

    /// A sentence in a list that is no item leaves the lead-in as it was.
    fn aside(&mut self, index: usize, toks: Toks) {
        let (lead, items) = (self.lead.take(), self.items.clone());
        self.clause(index, toks, false);
        let summary = lead.as_ref().filter(|lead| lead.act.is_some()).and_then(|lead| lead.summary);
        let told = self.last.iter().any(|&d| self.drafts[d].sentence == index);
        if let Some(summary) = summary.filter(|&s| told && self.drafts[s].count == Count::Several) {
            self.drafts[summary].stages.clear();
        }
        (self.lead, self.items) = (lead, items);
    }

    /// One sentence of an item of a list.
    pub(super) fn item(&mut self, index: usize) {
        let l = self.l;
        let toks = l.page.sentences[index].toks.clone();
        if !self.opens_block(index) {
            return if self.is_further(index) { self.further(index) } else { self.aside(index, toks) };
        }
        if let (Some(start), Some(open), true) = (behind_ordinal(l, &toks), self.open, self.lead.is_none()) {
            let accord_type = Some(self.drafts[open].accord_type);
            self.lead = Some(LeadIn { accord_type, summary: self.open, strict: true, before: self.drafts.len(), ..LeadIn::default() });
            self.listed(index, start..toks.end);
            self.lead = None;
            return;
        }
        if self.lead.is_none() && self.drafts.is_empty() && opens_like_an_item(l, &toks) {
            self.title_leads();
        }
        if self.lead.is_none() && self.is_country_list(index) {
            let main = self.drafts.iter().find(|d| !d.is_background);
            let parties = main.and_then(|d| d.parties.first()).cloned().into_iter().collect();
            let accord_type = main.map(|d| d.accord_type);
            self.lead = Some(LeadIn { accord_type, parties, before: self.drafts.len(), ..LeadIn::default() });
        }
        if self.lead.is_none() {
            return self.sentence(index);
        }
        // Paragraph 5 of a statement follows the items (a), (b), (c) of paragraph 4.
        let numbered = l.doc.is_number(toks.start) && l.doc.word(toks.start + 1) == w::STOP;
        if let Some(lead) = &mut self.lead {
            if numbered && lead.numbered == Some(false) && !l.ends_in_colon(&toks) {
                return self.sentence(index);
            }
            lead.numbered.get_or_insert(numbered);
        }
        // "1. Energy:" heads the items under it.
        if l.ends_in_colon(&toks) {
            return self.part(index);
        }
        for line in lines(l, toks) {
            self.listed(index, line);
        }
    }

    /// A further sentence of an item speaks of it: "A signed for the hosts; for the visitors it was B."
    pub(super) fn further(&mut self, index: usize) {
        let Some(&target) = self.items.last() else { return };
        // Who signs this one is told here, so those of the lead-in do not.
        let signers = std::mem::take(&mut self.drafts[target].signed_by);
        let (inherited, own) = signers.into_iter().partition(|m| m.inferred);
        self.drafts[target].signed_by = own;
        let toks = self.l.page.sentences[index].toks.clone();
        if names_signers(self.l, &toks) {
            self.add_signers(target, &toks);
        } else {
            let (lead, items) = (self.lead.take(), std::mem::take(&mut self.items));
            self.sentence(index);
            (self.lead, self.items) = (lead, items);
        }
        if self.drafts[target].signed_by.is_empty() {
            self.drafts[target].signed_by = inherited;
        }
        self.last = vec![target];
    }

    /// The title of a page that is a list: "Documents signed at the summit".
    pub(super) fn title_leads(&mut self) {
        let l = self.l;
        let Some(title) = l.page.title.clone() else { return };
        let found = instruments::find(l, &title);
        let acts = outside(acts::find(l.doc, &title, |t| l.date(t).is_some()), &found);
        let frames = frames::read(l, &title, &found, &acts);
        self.lead_in(&title, &found, &acts, &frames, &[]);
    }

    /// An item under its lead-in.
    pub(super) fn listed(&mut self, index: usize, toks: Toks) {
        let l = self.l;
        let Some(lead) = self.lead.clone() else { return };
        let toks = item_start(l.doc, &toks)..toks.end;
        // "- by A for Ghana and B for Togo", "- Ghana: Minister A" under an item tells who signed that.
        if let Some(&item) = self.items.last().filter(|_| l.doc.word(toks.start) == w::BY || names_signers(l, &toks)) {
            return self.add_signers(item, &toks);
        }
        let whole = toks.clone();
        // "27 March: Treaty on extradition"
        let day = l.date(toks.start).filter(|d| is_item_mark(l.doc, d.toks.end) && d.toks.end + 1 < toks.end);
        let toks = day.map_or(toks.start, |d| d.toks.end + 1)..toks.end;
        let side = partner(l, &toks).filter(|m| is_item_mark(l.doc, m.toks.end));
        let found = instruments::find(l, &toks);
        let named = behind_parties(l, &toks, &found).unwrap_or(toks.start)..toks.end;
        let acts = outside(acts::find(l.doc, &toks, |t| l.date(t).is_some()), &found);
        let frames = frames::read(l, &toks, &found, &acts);
        let draft = draft_of(l, index, &named, &lead).filter(|_| !is_told(&frames));
        let Some(mut draft) = draft else {
            // A numbered paragraph of a statement is no item: "4. Both sides expressed satisfaction at ..."
            self.aside(index, whole);
            if let Some(side) = side {
                self.told_of(side, index, &lead);
            }
            return;
        };
        if named.start > toks.start {
            draft.parties = parties::bound(l, &(toks.start..named.start));
        }
        for mention in partners(l, &toks) {
            add(&mut draft.parties, mention.actor, &mention.toks, false);
        }
        let one_side = lead.parties.len() == 1 && draft.parties.len() == 1;
        if let Some(side) = lead.parties.first().filter(|_| one_side) {
            draft.parties.insert(0, side.clone());
        }
        draft.stages = own_stages(&frames, &draft);
        if lead.act.as_ref().is_none_or(|(act, ..)| matches!(act, ActKind::Sign | ActKind::Exchange)) {
            draft.stages.extend(signed_in(l, &draft, toks.end));
        }
        for stage in draft.stages.iter_mut().filter(|s| s.date.is_none()) {
            stage.date = day.map(|d| d.toks.clone());
        }
        let target = self.enter(draft);
        self.between(target, &toks);
        self.item_signers(target, &toks, &frames);
        match day {
            Some(day) => self.settle(target, &LeadIn { date: Some(day.toks.clone()), ..lead }),
            None => self.settle(target, &lead),
        }
    }

    /// "Chad: a pact on trade is under negotiation": the accords that a sentence tells of a partner.
    fn told_of(&mut self, side: &ActorMention, index: usize, lead: &LeadIn) {
        for &told in &self.last {
            let draft = &mut self.drafts[told];
            if draft.sentence == index && draft.parties.is_empty() {
                draft.parties = lead.parties.iter().take(usize::from(lead.parties.len() == 1)).cloned().collect();
                add(&mut draft.parties, side.actor, &side.toks, false);
            }
        }
    }

    /// Takes an item in: as a new accord, or as one that the text before the list told of.
    pub(super) fn enter(&mut self, mut draft: Draft) -> usize {
        draft.is_item = true;
        draft.is_summary = false;
        let before = self.lead.as_ref().map_or(0, |lead| lead.before);
        let told = (before.saturating_sub(MOST_TOLD)..before)
            .rev()
            .find(|d| same_accord(self.l, &self.drafts[*d], &draft) && !self.items.contains(d));
        let instrument = draft.instrument.clone();
        let target = match told {
            Some(told) => {
                let old = &mut self.drafts[told];
                old.mentions.push(draft.text.clone());
                old.stages.append(&mut draft.stages);
                for member in &draft.parties {
                    add(&mut old.parties, member.index, &member.at, member.inferred);
                }
                if draft.text.len() > old.text.len() {
                    (old.text, old.topic, old.instrument) = (draft.text, draft.topic, draft.instrument);
                }
                told
            }
            None => self.push(draft),
        };
        self.own_words(target, &instrument);
        target
    }

    /// Gives an item what it inherits of its lead-in, and makes it the last one read.
    pub(super) fn settle(&mut self, target: usize, lead: &LeadIn) {
        if let Some(stage) = lead.stage(&self.drafts) {
            let draft = &mut self.drafts[target];
            if draft.stages.is_empty() {
                draft.stages.push(stage);
            } else if let Some(own) = draft.stages.iter_mut().find(|s| s.status == stage.status && s.date.is_none()) {
                own.date = stage.date;
                own.place = own.place.take().or(stage.place);
            }
        }
        let mut inherited = lead.clone();
        for member in inherited.signed_by.iter_mut().chain(&mut inherited.exchanged_by) {
            member.inferred = true;
        }
        inherited.fill(&mut self.drafts[target]);
        self.items.push(target);
        self.last = vec![target];
    }

    /// "Water resources, between the Water Authority of Peru and the Water Agency of Chad"
    pub(super) fn between(&mut self, target: usize, toks: &Toks) {
        let l = self.l;
        let Some(from) = toks.clone().find(|&t| matches!(l.doc.word(t), w::BETWEEN | w::WITH)) else { return };
        let end = self.drafts[target].text.end + 30;
        let named = |m: &&ActorMention| matches!(m.form, ActorForm::Name | ActorForm::Abbreviation) && m.kind != PartyKind::State;
        for mention in l.actors_in(&(from..toks.end.min(end))).filter(named) {
            if l.official(mention.toks.start).is_none() {
                add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
            }
        }
    }

    /// Who signs an item: "– signed by A and B"; "(A / B)"
    fn item_signers(&mut self, target: usize, toks: &Toks, frames: &[Frame]) {
        for frame in frames {
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
        let behind = self.drafts[target].text.end;
        let marked = is_item_mark(self.l.doc, behind)
            || matches!(self.l.doc.word(behind), w::OPEN | w::OPEN_SQUARE | w::SEMICOLON | w::STOP)
            || behind < toks.end && self.l.doc.gap(behind).contains('\n');
        if frames.is_empty() && marked && behind < toks.end {
            self.add_signers(target, &(behind..toks.end));
        }
    }

    /// Those named in a run put their names to an item, or exchanged it, as its lead-in says.
    fn add_signers(&mut self, target: usize, toks: &Toks) {
        let exchanged = matches!(self.lead, Some(LeadIn { act: Some((ActKind::Exchange, ..)), .. }));
        for member in self.agents(toks) {
            let draft = &mut self.drafts[target];
            let list = if exchanged { &mut draft.exchanged_by } else { &mut draft.signed_by };
            add(list, member.index, &member.at, false);
        }
    }
}

/// Signing, initialling, exchanging: what is done to instruments alone.
fn brings_about(act: ActKind) -> bool {
    matches!(act, ActKind::Sign | ActKind::Initial | ActKind::Exchange)
}

/// "These are:", "Among them are the following:": the longest lead-in that names nothing itself.
const SHORTEST_LEAD: usize = 8;
/// How many sentences an item may have, the first included.
const LONGEST_ITEM: usize = 5;
/// How many accords before a list may be told of in it once more.
const MOST_TOLD: usize = 64;

/// The draft of an item: of the instrument that it begins with, of the partner that it names, or of its topic.
pub(super) fn draft_of(l: &Layers, index: usize, toks: &Toks, lead: &LeadIn) -> Option<Draft> {
    let found = instruments::find(l, toks);
    if let Some(instrument) = found.first().filter(|i| heads(l, toks, i)) {
        let mut instrument = instrument.clone();
        // "A fifth MoU", "The agreement on trade"
        if let Some(aside) = aside_of(l, &instrument) {
            instrument.toks.end = aside;
        }
        if instrument.reference == Reference::Pronoun {
            instrument.accord_type = lead.accord_type.unwrap_or(instrument.accord_type);
        }
        return Some(Draft::new(instrument, index));
    }
    if lead.strict || is_clause(l, toks) && partner(l, toks).is_none() {
        return None;
    }
    let text = match partner(l, toks) {
        Some(mention) => mention.toks.clone(),
        None => toks.start..phrase_end(l, toks),
    };
    let kind = found.first().filter(|i| i.toks.start <= text.end + 2 && i.is_plain).map(|i| i.accord_type);
    let accord_type = kind.or(lead.accord_type).or(lead.act.as_ref().map(|_| AccordType::Unspecified))?;
    Some(Draft::new(topical(text, accord_type), index))
}

/// An instrument that only its topic names: "Transit of goods".
pub(super) fn topical(text: Toks, accord_type: AccordType) -> Instrument {
    Instrument {
        toks: text.clone(),
        head: text.start..text.start,
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
        pick: None,
        is_plain: false,
        acronym: None,
    }
}

/// Whether an item is a sentence that tells its own story: "Chad and Mali signed a pact on trade in 1998".
fn is_told(frames: &[Frame]) -> bool {
    frames.iter().any(|f| !f.instruments.is_empty() && (f.act.finite || f.act.voice == Voice::Active))
}

/// The stages that an item tells of itself: "– initialled on 3 May", ": under negotiation".
fn own_stages(frames: &[Frame], draft: &Draft) -> Vec<StageDraft> {
    let itself = |f: &&Frame| {
        f.instruments.first() == Some(&0) && !draft.instrument.head.is_empty()
            || f.instruments.is_empty() && (f.act.voice != Voice::Active || f.act.kind == ActKind::InForce)
            || draft.instrument.head.is_empty() && (f.act.voice != Voice::Active || f.act.group.start <= draft.text.end + 2)
    };
    let behind = frames.iter().filter(|f| f.act.toks.start >= draft.text.end.min(draft.instrument.head.end.max(draft.text.start)));
    behind
        .filter(itself)
        .filter_map(|f| {
            let status = status(f.act.kind, f.act.claim)?;
            let (date, place) = (f.date.clone(), f.place.clone());
            Some(StageDraft { status, date, place, act: f.act.toks.clone(), rule: Rule::AccordsListItem })
        })
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use crate::{Extractor, report::RecordAccord};

    /// Each accord of a page: its words, type, status, parties, and who signed it.
    pub(in crate::clauses) fn accords(page: &str) -> Vec<String> {
        let record = Extractor::new().extract(page).to_record("sample");
        let line = |a: &RecordAccord| {
            let date = a.date.as_deref().unwrap_or("-");
            format!("{} | {} | {} {date} | {} | {}", a.text, a.accord_type, a.status, a.parties.join(" "), a.signed_by.join(", "))
        };
        record.accords.iter().map(line).collect()
    }

    const HEAD: &str = "Togo and Nepal step up their ties\n\nLOMÉ, 4 May 2031 - Nepal's president is on a visit to Togo.\n\n";

    fn texts(body: &str) -> Vec<String> {
        let all = accords(&format!("{HEAD}{body}"));
        all.iter().map(|line| line.split(" | ").take(3).collect::<Vec<_>>().join(" | ")).collect()
    }

    #[test]
    fn items_inherit_the_act_of_their_lead_in_and_keep_their_own_kind() {
        let marked = [("- ", ""), ("• ", ";"), ("* ", ""), ("– ", ";"), ("+ ", ""), ("▪\u{fe0e} ", ".")];
        for (mark, end) in marked {
            let body = format!(
                "The following documents were signed on 3 May:\n\n{mark}Treaty on extradition{end}\n{mark}MoU on tea{end}\n{mark}Beekeeping{end}\n"
            );
            let wanted = [
                "Treaty on extradition | treaty | signed 2031-05-03",
                "MoU on tea | memorandum_of_understanding | signed 2031-05-03",
                "Beekeeping | unspecified | signed 2031-05-03",
            ];
            assert_eq!(texts(&body), wanted, "{mark:?}");
        }
    }

    #[test]
    fn a_part_that_opens_like_an_item_is_read_once() {
        let page = "AGREEMENTS SIGNED

The following documents were signed in Lima on 4 May 2016:

Treaty on extradition

AGREEMENT ON TRADE:

";
        assert!(!crate::Extractor::new().extract(page).accords.is_empty());
    }

    #[test]
    fn numbers_letters_and_romans_are_marks() {
        for marks in
            [["1. ", "2. ", "3. "], ["a) ", "b) ", "c) "], ["(i) ", "(ii) ", "(iii) "], ["i. ", "ii. ", "iii. "], ["1) ", "2) ", "3) "]]
        {
            let [a, b, c] = marks;
            let body = format!("LIST OF DOCUMENTS SIGNED\n\n{a}Treaty on extradition\n{b}MoU on tea\n{c}Protocol on horses\n");
            let found = texts(&body);
            assert_eq!(found.len(), 3, "{marks:?} {found:?}");
            assert_eq!(found[1], "MoU on tea | memorandum_of_understanding | signed 2031-05-04");
        }
    }

    #[test]
    fn plain_lines_are_items_under_a_lead_in() {
        let body = "The two sides signed the following on Monday:\n\nTreaty on extradition.\n\nMoU on tea.\n\nThe president flies home tomorrow.\n";
        let wanted = ["Treaty on extradition | treaty | signed 2031-05-04", "MoU on tea | memorandum_of_understanding | signed 2031-05-04"];
        let found = texts(body);
        assert_eq!(found.iter().map(|f| &f[..12]).collect::<Vec<_>>(), wanted.iter().map(|f| &f[..12]).collect::<Vec<_>>());
    }

    #[test]
    fn a_list_may_stand_inside_a_sentence() {
        let body = "Signed on 3 May were four documents, viz. (a) a treaty on extradition; (b) a memorandum on tea; and (c) a protocol on horses.\n";
        assert_eq!(texts(body).len(), 4, "three items, and the fourth that is counted only: {:?}", texts(body));
        let body = "Still being negotiated: a treaty on extradition; a memorandum on tea; and a protocol on horses.\n";
        assert_eq!(
            texts(body),
            [
                "treaty on extradition | treaty | negotiating -",
                "memorandum on tea | memorandum_of_understanding | negotiating -",
                "protocol on horses | protocol | negotiating -"
            ]
        );
    }

    #[test]
    fn letters_in_a_sentence_without_instruments_list_no_accords() {
        assert!(texts("The committee will (a) look at tea prices and (b) report to the two presidents.\n").is_empty());
        assert!(texts("The two sides agreed to:\n\n- grow more tea\n- breed more horses\n").is_empty());
        assert!(texts("Present were:\n\n- Kofi Adjo, Foreign Minister of Togo\n- Hari Thapa, Foreign Minister of Nepal\n").is_empty());
        assert!(texts("AGENDA\n\n1. Opening\n2. Tea and horses\n3. Any other business\n").is_empty());
    }

    #[test]
    fn what_one_agreement_is_about_is_no_list_of_accords() {
        let body = "The two signed an agreement on farming on 3 May. The agreement covers:\n\n- tea\n- horses\n";
        assert_eq!(texts(body), ["agreement on farming | agreement | signed 2031-05-03"]);
    }

    #[test]
    fn an_item_tells_who_signed_it() {
        let body = "The following agreements were signed on 3 May:\n\n\
            - Agreement on tea – signed by Foreign Minister Kofi Adjo and Trade Minister Hari Thapa\n\
            - Agreement on horses. Interior Minister Abla Mensah and Home Minister Rita Gurung signed.\n";
        let signers: Vec<String> =
            accords(&format!("{HEAD}{body}")).iter().map(|a| a.rsplit(" | ").next().unwrap_or("").to_owned()).collect();
        assert_eq!(signers, ["Kofi Adjo, Hari Thapa", "Abla Mensah, Rita Gurung"]);
    }

    #[test]
    fn items_that_are_partners_are_an_accord_each() {
        let page = "Universities team up\n\nLOMÉ, 4 May 2031 - The University of Lomé signed memoranda of understanding with the following universities:\n\n\
            (a) University of Malta;\n(b) University of Zagreb, Croatia; and\n(c) Tribhuvan University.\n";
        let parties: Vec<String> = accords(page).iter().map(|a| a.split(" | ").nth(3).unwrap_or("").to_owned()).collect();
        assert_eq!(
            parties,
            [
                "University of Lomé University of Malta",
                "University of Lomé University of Zagreb",
                "University of Lomé Tribhuvan University"
            ]
        );
    }

    #[test]
    fn an_item_tells_its_own_stage_and_day() {
        let body = "Where the agreements between the two stand:\n\n\
            - Agreement on tea: under negotiation\n- Agreement on horses: initialled on 2 May 2030\n- 7 June 2029: Agreement on roads, signed\n";
        let found = texts(body);
        let wanted = [
            "Agreement on tea | agreement | negotiating -",
            "Agreement on horses | agreement | initialled 2030-05-02",
            "Agreement on roads | agreement | signed 2029-06-07",
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_list_that_tells_again_what_the_text_told_adds_nothing() {
        let body = "An agreement on tea was signed on 3 May. A protocol on horses was signed too.\n\nDocuments signed:\n\n\
            - Agreement on tea\n- Protocol on horses and mules\n- Memorandum on roads\n";
        assert_eq!(texts(body).len(), 3, "{:?}", texts(body));
    }

    #[test]
    fn a_sentence_between_two_lists_changes_what_the_items_inherit() {
        let body = "The following were signed on 3 May:\n\n- Treaty on extradition\n\nTwo agreements were initialled:\n\n- Agreement on tea\n- Agreement on horses\n";
        let statuses: Vec<String> = texts(body).iter().map(|t| t.split(" | ").nth(2).unwrap_or("").to_owned()).collect();
        assert_eq!(statuses.iter().map(|s| s.split(' ').next().unwrap_or("")).collect::<Vec<_>>(), ["signed", "initialled", "initialled"]);
    }

    #[test]
    fn paragraphs_of_a_statement_end_the_list_inside_it() {
        let body = "4. The following documents were signed on 3 May:\n\n   a) Treaty on extradition;\n   b) MoU on tea.\n\n\
            5. The President of Togo thanked his guest.\n\n6. The visit ended on 4 May.\n";
        assert_eq!(texts(body).len(), 2, "{:?}", texts(body));
    }

    #[test]
    fn parties_may_stand_before_the_instrument_of_an_item() {
        let body = "Several deals were signed on 3 May, including:\n\n\
            - University of Lomé and Tribhuvan University: memorandum of understanding on dry farming\n\
            - Ministry of Health of Togo – contract for the supply of vaccines\n";
        let all = accords(&format!("{HEAD}{body}"));
        let start = |line: &String| line.split(" | ").take(2).collect::<Vec<_>>().join(" | ");
        let wanted =
            ["memorandum of understanding on dry farming | memorandum_of_understanding", "contract for the supply of vaccines | contract"];
        assert_eq!(all.iter().map(start).collect::<Vec<_>>(), wanted);
        assert!(all[0].contains("University of Lomé Tribhuvan University"), "{all:?}");
    }

    #[test]
    fn a_country_an_item_is_an_accord_with_each() {
        let body = "Togo and Nepal signed a tax treaty on 3 May.\n\nAnd the others?\n\n- Chad: signed in 2029.\n- Mali: talks go on.\n- Peru: under negotiation.\n";
        let wanted = [
            "tax treaty | treaty | signed 2031-05-03",
            "Chad | treaty | signed 2029",
            "Mali | treaty | negotiating -",
            "Peru | treaty | negotiating -",
        ];
        assert_eq!(texts(body), wanted);
    }

    #[test]
    fn a_heading_without_an_act_leaves_no_stage_to_its_items() {
        let body = "Agreements signed\n\n- Agreement on tea\n- Agreement on horses\n\nAgreements still to come\n\n- Agreement on roads\n- Agreement on post\n";
        assert_eq!(texts(body).len(), 2, "{:?}", texts(body));
    }

    #[test]
    fn items_that_tell_a_story_are_read_as_clauses() {
        let body = "The documents signed over the years:\n\n- 1998: Togo and Nepal sign a treaty on trade.\n- 12 May 2004: The treaty enters into force.\n";
        let found = texts(body);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("treaty on trade | treaty | in_force"), "{found:?}");
    }

    #[test]
    fn a_bracket_tells_where_and_when_an_item_was_signed() {
        let body =
            "The agreements between the two states:\n\n- Air Services Agreement (Kathmandu, 12 May 2019)\n- Agreement on tea (LOM)\n";
        assert_eq!(texts(body), ["Air Services Agreement | agreement | signed 2019-05-12"]);
    }

    #[test]
    fn ordinals_before_a_colon_itemise_what_was_counted() {
        let body = "Togo and Nepal signed three agreements on 3 May.\n\nFirst: an agreement on tea.\n\nSecond: a protocol on horses.\n\nThird: air services agreement.\n";
        let wanted = [
            "agreement on tea | agreement | signed 2031-05-03",
            "protocol on horses | protocol | signed 2031-05-03",
            "air services agreement | agreement | signed 2031-05-03",
        ];
        assert_eq!(texts(body), wanted);
    }

    #[test]
    fn lines_under_an_item_tell_who_signed_it() {
        let body = "The documents signed on 3 May:\n\n\
            - Agreement on tea\n- by Foreign Minister Kofi Adjo for Togo and Trade Minister Hari Thapa for Nepal\n\
            - Protocol on horses\n- by Foreign Minister Kofi Adjo\n";
        let signers: Vec<String> =
            accords(&format!("{HEAD}{body}")).iter().map(|a| a.rsplit(" | ").next().unwrap_or("").to_owned()).collect();
        assert_eq!(signers, ["Kofi Adjo, Hari Thapa", "Kofi Adjo"]);
    }

    #[test]
    fn more_of_a_kind_are_of_the_kind_of_those_before() {
        let body =
            "Togo and Nepal signed several treaties on 3 May.\n\nTwo more are under negotiation:\n\n- extradition\n- double taxation\n";
        assert_eq!(texts(body)[1..], ["extradition | treaty | negotiating -", "double taxation | treaty | negotiating -"]);
    }
}
