//! The reading of the accords: sentence by sentence, list by list, then what the event fills in.

use super::drafts::{Draft, Member, StageDraft, UnplacedDraft, WINDOW, add};
use super::frames::{self, Frame, Place};
use super::instruments::{self, Count, Instrument, Reference};
use super::items;
use super::layers::Layers;
use super::lists::LeadIn;
use super::pronouns;
use super::roles::is_bracketed;
use super::tables::Table;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, InstrumentWeight, Kind, function_words as w};
use crate::phrases::acts::{self, Act, Voice};
use crate::report::{AccordType, Rule, Status};
use crate::text::{BlockKind, Case};

/// What the clause level found.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub unplaced: Vec<UnplacedDraft>,
    pub drafts: Vec<Draft>,
}

pub(super) struct Reader<'a, 'b> {
    pub(super) l: &'b Layers<'a>,
    pub(super) drafts: Vec<Draft>,
    pub(super) unplaced: Vec<UnplacedDraft>,
    /// The drafts of the last sentence that had any: what "the documents" speaks of.
    pub(super) last: Vec<usize>,
    /// The last accords told together, in a list or a sentence: what "the first two" are of.
    pub(super) together: Vec<usize>,
    /// How many of them were picked out last.
    pub(super) picked: usize,
    /// The items of the list that is being read.
    pub(super) items: Vec<usize>,
    pub(super) lead: Option<LeadIn>,
    /// The table that is being read.
    pub(super) table: Option<Table>,
    /// The last summary, which sentences may itemise: "Eight instruments were signed. The first ..."
    pub(super) open: Option<usize>,
    /// Instruments that were described and have not yet been done anything to: "won a contract for 28 jets".
    pub(super) named: Vec<Instrument>,
    /// Instruments that came with an abbreviation in brackets.
    pub(super) acronyms: Vec<Instrument>,
    /// The instrument that the page itself is: "Joint Statement between A and B".
    pub(super) document: Option<usize>,
    /// The instrument that the heading over the paragraph names, and its draft once something is told of it.
    pub(super) headed: Option<(usize, Instrument, Option<usize>)>,
    /// Whether the clause that is being read stands over a list.
    pub(super) leads: bool,
    /// What the last act of the text was: "B did so for the rebels".
    pub(super) last_act: Option<ActKind>,
    pub(super) event_date: Option<Toks>,
    pub(super) event_place: Option<Place>,
    pub(super) event_onlookers: Vec<Member>,
}

/// Reads the accords of a text.
pub(crate) fn read(l: &Layers) -> Reading {
    let mut reader = Reader {
        l,
        drafts: Vec::new(),
        unplaced: Vec::new(),
        last: Vec::new(),
        together: Vec::new(),
        picked: 0,
        items: Vec::new(),
        lead: None,
        table: None,
        open: None,
        named: Vec::new(),
        acronyms: Vec::new(),
        document: None,
        headed: None,
        leads: false,
        last_act: None,
        event_date: None,
        event_place: None,
        event_onlookers: Vec::new(),
    };
    reader.document();
    for (index, sentence) in l.page.sentences.iter().enumerate() {
        let kind = l.page.blocks.get(sentence.block).map_or(BlockKind::Furniture, |b| b.kind);
        match kind {
            BlockKind::Furniture | BlockKind::Byline | BlockKind::Caption | BlockKind::Headline => {}
            BlockKind::Heading | BlockKind::Paragraph if reader.tells_signers(index) => reader.further(index),
            BlockKind::Heading if reader.is_plain_item(index) => reader.item(index),
            BlockKind::Heading if reader.lead.is_some() && reader.is_label(index) => reader.part(index),
            BlockKind::Heading if !reader.heads_a_list(index) => reader.name_heading(index),
            BlockKind::Heading => reader.heading(index),
            BlockKind::TableRow => reader.row(index),
            BlockKind::ListItem => reader.item(index),
            BlockKind::Paragraph if reader.is_plain_item(index) => reader.item(index),
            BlockKind::Paragraph if reader.lead.is_some() && reader.is_label(index) => reader.part(index),
            BlockKind::Paragraph if reader.says_more(index) => reader.further(index),
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
    // The headline is read last.
    reader.unplaced.sort_by_key(|unplaced| unplaced.act.start);
    Reading { drafts: reader.drafts, unplaced: reader.unplaced }
}

impl Reader<'_, '_> {
    /// A page whose title is that of an instrument gives its text: "Joint Communiqué on the visit of ...".
    pub(super) fn document(&mut self) {
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
        let mut draft = Draft::new(instrument, index);
        draft.stages.push(StageDraft { status: Status::Adopted, date: None, place: None, act, rule: Rule::AccordsDocument });
        let words = draft.instrument.clone();
        let target = self.push(draft);
        self.document = Some(target);
        self.own_words(target, &words);
    }

    /// "PROTOCOL ON TRADE" over "Signed by four of the members.": a heading that names what is told under it.
    fn name_heading(&mut self, index: usize) {
        let l = self.l;
        let toks = l.page.sentences[index].toks.clone();
        let plain = !toks.clone().any(|t| l.doc.is(t, Kind::Act));
        let named = (plain && items::opens_like_an_item(l, &toks)).then(|| instruments::find(l, &toks).into_iter().next()).flatten();
        self.headed = named.map(|instrument| (index, Instrument { toks: instrument.toks.start..toks.end, ..instrument }, None));
    }

    /// The accord of the heading, for an act that opens its sentence and names no other.
    pub(super) fn under_heading(&mut self) -> Option<usize> {
        let (index, instrument, known) = self.headed.clone()?;
        let target = known.or_else(|| {
            let made = self.introduce(index, &instrument);
            made.iter().for_each(|&draft| self.own_words(draft, &instrument));
            made.first().copied()
        })?;
        self.headed = Some((index, instrument, Some(target)));
        Some(target)
    }

    /// A sentence, and the list that it may hold: "They signed: (a) a treaty on trade; and (b) a pact on post."
    pub(super) fn sentence(&mut self, index: usize) {
        let toks = self.l.page.sentences[index].toks.clone();
        let Some((lead, items)) = items::inside(self.l, &toks) else { return self.clause(index, toks, false) };
        self.clause(index, lead.clone(), true);
        if self.lead.is_none() {
            return self.clause(index, lead.end..toks.end, false);
        }
        for item in items {
            self.listed(index, item);
        }
        self.lead = None;
    }

    /// A run of running text; `leads` where items of a list follow it in its own sentence.
    pub(super) fn clause(&mut self, index: usize, toks: Toks, leads: bool) {
        self.lead = None;
        self.table = None;
        if !self.items.is_empty() {
            self.last = std::mem::take(&mut self.items);
            self.tell_together(self.last.clone());
        }
        let mut found = self.find(&toks);
        let mut acts = outside(acts::find(self.l.doc, &toks, |t| self.l.date(t).is_some()), &found);
        self.liken(&mut acts);
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
        let drafts = self.resolve(index, &mut found, &frames);
        if frames.iter().any(|f| is_apart(self.l, &toks, &f.act)) {
            for &draft in drafts.iter().flatten() {
                let draft = &mut self.drafts[draft];
                draft.is_apart |= draft.sentence == index;
            }
        }
        // "Ministers A and B signed:" speaks of what follows.
        let over_list = leads || self.stands_over_a_list(index);
        self.leads = over_list && self.l.ends_in_colon(&toks);
        self.apply(&toks, &found, &frames, &drafts);
        if drafts.iter().all(Vec::is_empty) {
            self.occasion(&toks);
            self.further_signer(&toks, &acts);
        }
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
            self.tell_together(introduced.iter().copied().filter(|&d| self.drafts[d].sentence == index).collect());
            self.last = introduced;
        }
        // "Amina Diallo (signature)" under the text of a document.
        let signature = acts.iter().any(|a| a.kind == ActKind::Sign && is_bracketed(self.l, &a.toks));
        if let Some(document) = self.document.filter(|_| signature) {
            for member in self.agents(&toks) {
                add(&mut self.drafts[document].signed_by, member.index, &member.at, false);
            }
        }
        if over_list {
            self.lead_in(&toks, &found, &acts, &frames, &drafts);
        }
    }

    /// Keeps the accords of a list or a sentence, if they are several.
    fn tell_together(&mut self, told: Vec<usize>) {
        if told.len() > 1 {
            (self.together, self.picked) = (told, 0);
        }
    }

    /// "A signed for the hosts, and B did so for the guests": the act that the words stand for.
    fn liken(&mut self, acts: &mut Vec<Act>) {
        acts.retain_mut(|act| {
            match (act.kind, self.last_act) {
                (ActKind::Likewise, Some(last)) => act.kind = last,
                (ActKind::Likewise, None) => return false,
                (ActKind::Witness | ActKind::Represent, _) => {}
                (kind, _) => self.last_act = Some(kind),
            }
            true
        });
    }

    /// The instruments of a token range, those by an abbreviation too.
    pub(super) fn find(&mut self, toks: &Toks) -> Vec<Instrument> {
        let l = self.l;
        let mut found = combine(l, instruments::find(l, toks));
        if !self.acronyms.is_empty() {
            for at in toks.clone().filter(|&t| l.doc.tokens[t].case() == Case::Upper) {
                let named =
                    self.acronyms.iter().rev().take(WINDOW).find(|i| i.acronym.is_some_and(|a| l.doc.printed(a) == l.doc.printed(at)));
                if let Some(named) = named.filter(|_| !found.iter().any(|i| i.toks.contains(&at))) {
                    found.push(pronouns::abbreviated(named, at));
                }
            }
            found.sort_by_key(|i| i.toks.start);
        }
        for instrument in found.iter().filter(|i| i.acronym.is_some_and(|a| i.toks.len() > 1 && i.toks.contains(&a))) {
            self.acronyms.push(instrument.clone());
        }
        found
    }
}

/// "Twelve documents were signed, including a treaty on ...": what follows the cue is done to as well.
pub(super) fn extend(l: &Layers, found: &[Instrument], frame: &mut Frame) {
    let Some(&last) = frame.instruments.last() else { return };
    if frame.act.voice == Voice::Active {
        return;
    }
    let plural = found[last].is_plural();
    for (i, instrument) in found.iter().enumerate().skip(last + 1) {
        let gap = found[last].head.end.max(frame.act.toks.end)..instrument.toks.start;
        let cued =
            plural && (gap.clone().any(|t| l.cue(t, Cue::ListLead)) || frame.instruments.len() > 1 && frame.instruments.contains(&(i - 1)));
        // "three treaties were signed, one on trade, one on borders"
        let one = plural && instrument.reference == Reference::Pronoun;
        // "..., and so was a grant agreement"
        // "among the papers signed was an agreement"
        let among = plural
            && found[last].reference == Reference::Definite
            && !frame.act.finite
            && matches!(l.doc.word(frame.act.toks.end), w::WAS | w::WERE | w::IS | w::ARE)
            && instrument.toks.start <= frame.act.toks.end + 3;
        // ", as were letters on visas"
        let was = |t: usize| matches!(l.doc.word(t), w::WAS | w::WERE);
        let so = gap.clone().any(|t| l.doc.word(t) == w::SO) && gap.clone().any(was)
            || gap.clone().any(|t| l.doc.word(t) == w::AS && was(t + 1));
        if instrument.toks.start > frame.act.toks.end && (cued || one || so || among) {
            frame.instruments.push(i);
        }
    }
}

/// "That apart, the two sides signed", "were also signed", "Later in the day": another occasion.
fn is_apart(l: &Layers, toks: &Toks, act: &Act) -> bool {
    act.group.clone().any(|t| l.doc.word(t) == w::ALSO) || toks.clone().take(6).any(|t| l.doc.word(t) == w::ALSO || l.cue(t, Cue::Besides))
}

/// The acts that are not words of an instrument: not "signature" in "an agreement on electronic signature".
pub(super) fn outside(mut acts: Vec<Act>, found: &[Instrument]) -> Vec<Act> {
    acts.retain(|act| !found.iter().any(|i| i.toks.start <= act.toks.start && act.toks.end <= i.toks.end));
    acts
}

/// Two plurals that one number counts: "22 agreements and memoranda of understanding".
pub(super) fn combine(l: &Layers, found: Vec<Instrument>) -> Vec<Instrument> {
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
