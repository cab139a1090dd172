//! The event of the report: its day and place, which a frame inherits where neither clause nor list says.

use super::drafts::{Draft, StageDraft, WINDOW, add};
use super::frames::{self, Place};
use super::instruments::Count;
use super::layers::Layers;
use super::reader::Reader;
use crate::doc::Toks;
use crate::gazetteer::{Cue, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::report::{AccordType, Status};
use crate::text::BlockKind;

impl Reader<'_, '_> {
    /// What the event fills in, and the summaries that the items replace.
    pub(super) fn finish(&mut self) {
        self.find_event();
        self.reconcile();
        let l = self.l;
        let (date, place, onlookers) = (self.event_date.clone(), self.event_place.clone(), self.event_onlookers.clone());
        // Of what is planned, the event's day is none that is past.
        let to_come = date.clone().filter(|date| {
            let last = l.date(date.start).and_then(|d| d.value.latest());
            l.printed.is_none_or(|day| last.is_some_and(|last| last > day))
        });
        for draft in &mut self.drafts {
            // Talks have no day, "negotiations on a treaty go on in Praia in July", but that on which they were opened.
            let opened = |act: &Toks| (act.start.saturating_sub(3)..act.start).any(|t| l.cue(t, Cue::Opening));
            for stage in draft.stages.iter_mut().filter(|s| matches!(s.status, Status::Negotiating | Status::Proposed)) {
                stage.date = stage.date.take().filter(|_| opened(&stage.act));
                stage.place = None;
            }
            let Some(stage) = draft.stage().cloned() else { continue };
            let here = is_occasion(stage.status);
            let told = matches!(stage.status, Status::Ratified | Status::Renewed | Status::Terminated | Status::Rejected);
            // "renewed the 2010 agreement" is an act of now on what is old.
            let of_event = (!draft.is_background && here || told)
                && (stage.date.is_none() || same_date(l, &stage.date, &date))
                && !is_past_perfect(l, &stage.act);
            if !of_event {
                continue;
            }
            let (act, status) = (stage.act.clone(), stage.status);
            let near = (status != Status::Planned).then(|| day_before(l, act.start)).flatten();
            let day = if status == Status::Planned {
                &to_come
            } else if near.is_some() {
                &near
            } else {
                &date
            };
            for stage in draft.stages.iter_mut().filter(|s| s.act == act && s.status == status) {
                if stage.date.is_none() {
                    stage.date.clone_from(day);
                }
                // What is planned for another day may be planned for another place.
                let same_day = status != Status::Planned || same_date(l, &stage.date, &date);
                if stage.place.is_none() && here && same_day {
                    stage.place.clone_from(&place);
                }
            }
            if draft.witnessed_by.is_empty() && !draft.is_apart && matches!(status, Status::Signed | Status::Planned) {
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
        let mut stages: Vec<&StageDraft> =
            self.drafts.iter().filter(|d| !d.is_background).flat_map(|d| d.stages.iter()).filter(|s| is_occasion(s.status)).collect();
        stages.sort_by_key(|s| s.act.start);
        self.event_date =
            stages.iter().take(8).filter_map(|s| s.date.clone()).find(|date| is_current(self.l, date)).or_else(|| self.lead_date());
        let of_event = |s: &&&StageDraft| s.date.as_ref().is_none_or(|date| is_current(self.l, date));
        let told = stages.iter().filter(of_event).take(3).find_map(|s| s.place.clone());
        let here = Some(Place::Here).filter(|_| self.l.page.dateline.as_ref().is_some_and(|d| d.place.is_some()) && !self.is_abroad());
        self.event_place = told.or(here).or_else(|| self.lead_place()).filter(|_| !stages.is_empty());
    }

    /// "PRETORIA - ... during President Zuma's state visit to Botswana": a report from home of what was done on a visit.
    fn is_abroad(&self) -> bool {
        /// How many sentences tell of the visit.
        const LEAD: usize = 4;
        let l = self.l;
        let state_at = |toks: Toks| l.actors_in(&toks).find_map(|m| m.of.filter(|_| m.form != ActorForm::Demonym));
        let Some(home) = l.page.dateline.as_ref().and_then(|d| state_at(d.place.clone()?)) else { return false };
        let visited = |t: usize| {
            let to = (t + 1..t + 6).find(|&to| matches!(l.doc.word(to), w::TO | w::IN))?;
            state_at(l.doc.behind_the(to + 1)..to + 5)
        };
        let lead = l.prose().take(LEAD).flat_map(|s| s.toks.clone());
        lead.filter(|&t| l.cue(t, Cue::Visit)).find_map(visited).is_some_and(|host| host != home)
    }

    /// A day that the first sentences name, where no act has its own: "Wednesday's meeting ended with a ceremony."
    fn lead_date(&self) -> Option<Toks> {
        let l = self.l;
        l.prose().take(3).flat_map(|s| l.dates_in(&s.toks)).map(|d| d.toks.clone()).find(|date| is_current(l, date)).or_else(|| {
            let form = l.page.dates.get(l.page.dateline.as_ref()?.date?)?;
            l.date(form.toks.start).map(|d| d.toks.clone())
        })
    }

    /// The place that a line of the header gives with a day, or else the first sentences: "(Jeddah, 17-18 August 2022)".
    fn lead_place(&self) -> Option<Place> {
        let l = self.l;
        let kind = |toks: &Toks| l.page.kind_of(toks.start);
        let over = l.page.blocks.iter().take_while(|b| kind(&b.toks) != BlockKind::Paragraph).map(|b| b.toks.clone());
        let dated = |toks: Toks| {
            toks.into_iter().find_map(|t| {
                let end = l.city(t).filter(|&end| l.doc.word(end) == w::COMMA && l.date(end + 1).is_some())?;
                Some(Place::At(t..end))
            })
        };
        over.into_iter().find_map(dated).or_else(|| l.prose().take(2).find_map(|s| frames::when_and_where(l, s.toks.clone()).1))
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
            for (other, d) in self.drafts.iter().enumerate().skip(index + 1).take(WINDOW) {
                if !drop[other] && fits(d) {
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

/// What the parties come together for, on a day and at a place.
fn is_occasion(status: Status) -> bool {
    matches!(status, Status::Signed | Status::Adopted | Status::Planned | Status::Agreed | Status::Initialled)
}

/// The last day of the report's own time that the paragraph of an act names before it: "On Friday the two met. They signed ...".
fn day_before(l: &Layers, act: usize) -> Option<Toks> {
    let block = l.page.sentences.get(l.page.sentence_of(act)?)?.block;
    let before = l.page.blocks.get(block)?.toks.start..act;
    l.dates_in(&before).map(|d| d.toks.clone()).filter(|date| is_current(l, date)).last()
}

/// "had signed": told as earlier than the event.
pub(super) fn is_past_perfect(l: &Layers, act: &Toks) -> bool {
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
