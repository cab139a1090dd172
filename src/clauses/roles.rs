//! Roles: what the frames of a sentence say of its accords: stages, signers, parties, onlookers.

use super::drafts::{Draft, Member, StageDraft, UnplacedDraft, add, status};
use super::event::is_past_perfect;
use super::frames::{self, Frame};
use super::instruments::Instrument;
use super::layers::Layers;
use super::parties;
use super::reader::Reader;
use crate::doc::Toks;
use crate::gazetteer::function_words::is_function_word;
use crate::gazetteer::{ActKind, Cue, InstrumentWeight, WordId, function_words as w};
use crate::phrases::acts::{Act, Claim, Voice};
use crate::report::{PartyKind, Rule, Status};

impl Reader<'_, '_> {
    /// Gives the drafts of a sentence what its frames say of them.
    pub(super) fn apply(&mut self, toks: &Toks, found: &[Instrument], frames: &[Frame], drafts: &[Vec<usize>]) {
        let l = self.l;
        for (f, frame) in frames.iter().enumerate() {
            let mut targets: Vec<usize> = frame.instruments.iter().flat_map(|&i| drafts[i].iter().copied()).collect();
            // Instruments of ratification speak of the instrument behind them: "exchanged instruments of ratification of the treaty".
            let ratifies = frame.instruments.iter().any(|&i| found[i].weight == InstrumentWeight::Ratification);
            // "Parliament approved the treaty"
            let consent = frame.act.kind == ActKind::Adopt && frames::is_by_parliament(l, frame);
            let kind = if consent || ratifies && matches!(frame.act.kind, ActKind::Exchange | ActKind::Ratify | ActKind::Sign) {
                ActKind::Ratify
            } else {
                frame.act.kind
            };
            // "Done at Lima on 5 May 1985": the closing formula of the document.
            let formula = frame.act.group.start <= toks.start + 1 && frame.act.voice == Voice::Passive && !frame.act.finite;
            if let Some(document) = self.document.filter(|_| targets.is_empty() && formula) {
                targets.push(document);
            }
            // "PROTOCOL ON TRADE" / "Signed by four members."
            if targets.is_empty() && (formula || frames::pronoun_subject(l, &frame.act)) {
                targets.extend(self.under_heading());
            }
            // "The instruments of ratification were exchanged" speaks of the accord named last.
            if targets.is_empty() && ratifies {
                targets.extend(self.last.iter().copied().take(1));
            }
            if targets.is_empty() && !self.leads && speaks_of_the_last(l, frame) {
                // "A signed the treaty for Malta, and B did so for Oman"
                let before = frames[..f].iter().rev().find(|g| g.act.kind == frame.act.kind && !g.instruments.is_empty());
                let shared: Vec<usize> = before.map_or(Vec::new(), |g| g.instruments.iter().flat_map(|&i| drafts[i].clone()).collect());
                // "The pact was signed in 1994 and it came into force in 1996"
                let here = found.iter().enumerate().rev().find(|(i, f)| f.toks.end <= frame.act.group.start && !drafts[*i].is_empty());
                targets = match here.filter(|_| frames::pronoun_subject(l, &frame.act)) {
                    Some((i, _)) => drafts[i].clone(),
                    None if !shared.is_empty() => shared,
                    None => self.pronoun_targets(toks),
                };
            }
            if targets.is_empty() {
                self.keep_unplaced(frame);
                continue;
            }
            let signers = self.signers(frame);
            let next = frames.iter().skip(f + 1).find(|g| g.act.finite).map_or(toks.end, |g| g.act.group.start);
            let mut parties = parties::subjects(l, &frame.agents);
            for member in parties::counterparts(l, toks, frame, found, next) {
                add(&mut parties, member.index, &member.at, false);
            }
            // "until its entry into force": said of when, not that it happened.
            let determined = matches!(l.doc.word(frame.act.toks.start.wrapping_sub(1)), w::THE | w::ITS | w::THEIR);
            let governor = l.doc.word(frame.act.toks.start.wrapping_sub(1 + usize::from(determined)));
            let mere = kind == ActKind::InForce
                && frame.act.voice == Voice::Nominal
                && frame.date.is_none()
                && (is_function_word(governor) || governor == WordId::UNKNOWN && !determined);
            if let Some(status) = status(kind, frame.act.claim).filter(|_| !mere) {
                let rule = rule_of(&frame.act);
                // "The cabinet had approved it in May" tells of before the signing.
                let earlier = status == Status::Adopted && is_past_perfect(l, &frame.act.toks);
                let signed = |d: &Draft| d.stage().is_some_and(|s| s.status == Status::Signed);
                for &target in &targets {
                    if earlier && signed(&self.drafts[target]) {
                        continue;
                    }
                    let date = frame.date.clone();
                    let unsettled =
                        draft_modifier(l, &self.drafts[target].instrument) && matches!(status, Status::Planned | Status::Negotiating);
                    let status = if unsettled { Status::Proposed } else { status };
                    self.drafts[target].stages.push(StageDraft {
                        status,
                        date,
                        place: frame.place.clone(),
                        act: frame.act.toks.clone(),
                        rule,
                    });
                }
            }
            // "the current pact, which expires in May": in force until then.
            let subject = frame.instruments.iter().all(|&i| found[i].toks.end <= frame.act.group.start);
            if subject && frame.act.kind == ActKind::Terminate && frame.act.claim == Claim::Planned && frame.act.voice == Voice::Active {
                for &target in &targets {
                    let draft = &mut self.drafts[target];
                    if draft.stages.is_empty() {
                        draft.stages.push(StageDraft {
                            status: Status::InForce,
                            date: None,
                            place: None,
                            act: frame.act.toks.clone(),
                            rule: rule_of(&frame.act),
                        });
                    }
                    if let Some(date) = &frame.date {
                        draft.term.get_or_insert_with(|| date.clone());
                    }
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
                        | ActKind::Enter
                        | ActKind::Agree
                        | ActKind::Settle
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
                // "Fiji ratified it", not "the Senate ratified it".
                if matches!(frame.act.kind, ActKind::Ratify | ActKind::Adopt) {
                    let whole =
                        |m: &&Member| matches!(l.actors.actors[m.index].kind, PartyKind::State | PartyKind::InternationalOrganisation);
                    for member in parties.iter().filter(whole) {
                        add(&mut draft.parties, member.index, &member.at, false);
                    }
                }
            }
        }
        // The party phrases of each instrument, and the date that belongs to its name.
        for (i, instrument) in found.iter().enumerate() {
            for &target in &drafts[i] {
                self.own_words(target, instrument);
            }
        }
    }

    /// "The ceremony took place in Praia on 3 May.": when and where the last accords were signed, if nothing was said of it.
    pub(super) fn occasion(&mut self, toks: &Toks) {
        let l = self.l;
        let noun = l.doc.behind_the(toks.start);
        let held = (noun + 1..toks.end.min(noun + 12)).find(|&t| l.cue(t, Cue::Held)).filter(|_| l.cue(noun, Cue::Occasion));
        let Some(held) = held else { return };
        let (date, place) = frames::when_and_where(l, l.behind_cue(held)..toks.end);
        for &draft in &self.last {
            let signed = |s: &&mut StageDraft| matches!(s.status, Status::Signed | Status::Initialled);
            if let Some(stage) = self.drafts[draft].stages.iter_mut().rev().find(signed) {
                stage.date = stage.date.take().or_else(|| date.clone());
                stage.place = stage.place.take().or_else(|| place.clone());
            }
        }
    }

    /// "For Fiji it was Ambassador Vula.": who signed, where the sentence before tells of another who did.
    pub(super) fn further_signer(&mut self, toks: &Toks, acts: &[Act]) {
        let l = self.l;
        let side = l.doc.speaks_for(toks.start);
        let it_was =
            (toks.start..toks.end.min(toks.start + 14)).find(|&t| l.doc.word(t) == w::IT && matches!(l.doc.word(t + 1), w::WAS | w::IS));
        let Some(it) = it_was.filter(|_| side && acts.is_empty() && self.last_act == Some(ActKind::Sign)) else { return };
        let members = self.agents(&(it + 2..toks.end));
        for &draft in &self.last {
            let signed_by = &mut self.drafts[draft].signed_by;
            if !signed_by.is_empty() {
                members.iter().for_each(|member| add(signed_by, member.index, &member.at, false));
            }
        }
    }

    /// An act of signing without an instrument: "Amina Diallo signed." where none was named before.
    fn keep_unplaced(&mut self, frame: &Frame) {
        let act = &frame.act;
        if !matches!(act.kind, ActKind::Sign | ActKind::Initial) || act.voice == Voice::Nominal {
            return;
        }
        let by = self.signers(frame);
        // "the signed copies" tells of no act.
        let happens = act.finite || !by.is_empty();
        if let Some(status) = status(act.kind, act.claim).filter(|_| happens) {
            self.unplaced.push(UnplacedDraft { status, act: act.toks.clone(), rule: rule_of(act), by });
        }
    }

    /// Who acts in a frame; nobody where those named stand for more: "A and other officials".
    pub(super) fn signers(&self, frame: &Frame) -> Vec<Member> {
        let mut out = self.agents(&frame.agents);
        for member in self.referred(&frame.agents) {
            add(&mut out, member.index, &member.at, true);
        }
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

    /// Whom a pronoun among those who act stands for: "she" the first of her sentence or of the one before, "the two" the
    /// pair that was named there.
    fn referred(&self, agents: &Toks) -> Vec<Member> {
        let l = self.l;
        let two = |t: usize| {
            l.doc.word(t) == w::THEY || l.doc.word(t) == w::BOTH || matches!(l.count(t), Some((Some(2), end)) if end == agents.end)
        };
        let pronoun = |t: usize| matches!(l.doc.word(t), w::HE | w::SHE | w::I);
        let named = l.officials_in(agents).next().is_some() || l.actors_in(agents).next().is_some();
        let single = agents.clone().find(|&t| pronoun(t));
        let pair = agents.clone().find(|&t| two(t)).filter(|_| !named && agents.len() < 6);
        let Some(at) = single.or(pair) else { return Vec::new() };
        let Some(index) = l.page.sentence_of(at) else { return Vec::new() };
        let before = |range: Toks| {
            let mut out = self.agents(&range);
            out.retain(|m| l.officials.officials[m.index].name.is_some());
            out
        };
        let here = before(l.page.sentences[index].toks.start..at);
        let last = || index.checked_sub(1).map(|i| before(l.page.sentences[i].toks.clone())).unwrap_or_default();
        match single {
            Some(_) if !here.is_empty() => here.into_iter().take(1).collect(),
            Some(_) => last().into_iter().take(1).collect(),
            None => [here, last()].into_iter().find(|pair| pair.len() == 2).unwrap_or_default(),
        }
    }

    /// The officials in a token range.
    pub(super) fn agents(&self, toks: &Toks) -> Vec<Member> {
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

    /// Those in whose presence it was done.
    pub(super) fn onlookers(&mut self, toks: &Toks, acts: &[Act], frames: &[Frame], drafts: &[Vec<usize>]) {
        for onlookers in frames::onlookers(self.l, toks, acts) {
            let members = self.agents(&onlookers);
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
}

/// "(signature)", "(signed)"
pub(super) fn is_bracketed(l: &Layers, toks: &Toks) -> bool {
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

fn rule_of(act: &Act) -> Rule {
    match act.voice {
        Voice::Active => Rule::AccordsStatusActive,
        Voice::Passive => Rule::AccordsStatusPassive,
        Voice::Nominal => Rule::AccordsStatusNominal,
        Voice::Borne => Rule::AccordsStatusBorne,
    }
}
