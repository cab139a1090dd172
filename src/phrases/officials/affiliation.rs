//! Whom an official serves, where no phrase says it.

use super::merge::RoleKey;
use super::offices::Owner;
use super::words::Words;
use crate::gazetteer::{OfficeClass, StateSense};
use crate::report::CountryCode;

/// What inference reads and writes of an official.
pub(super) struct Holder<'v> {
    pub keys: Vec<RoleKey>,
    pub owner: &'v mut Option<Owner>,
    pub inferred: &'v mut bool,
}

/// The officials as inference sees them.
pub(super) struct View<'v, 'd, 't> {
    pub words: &'v Words<'d, 't>,
    pub officials: Vec<Holder<'v>>,
}

/// The classes whose holders serve a state unless an organisation is named.
fn serves_state(class: OfficeClass) -> bool {
    !matches!(class, OfficeClass::Executive | OfficeClass::Spokesperson | OfficeClass::Counterpart)
}

/// Gives each official of a state without one the likeliest state of the text that has nobody else in that office.
pub(super) fn infer(view: &mut View) {
    let candidates = candidates(view.words);
    for index in 0..view.officials.len() {
        let holder = &view.officials[index];
        if holder.owner.is_some() || !holder.keys.iter().any(|k| serves_state(k.class)) {
            continue;
        }
        let taken = |code: CountryCode| {
            view.officials.iter().enumerate().any(|(other, h)| {
                other != index
                    && *h.owner == Some(Owner::State(code))
                    && h.keys.iter().any(|a| holder.keys.iter().any(|b| a.is_within(b) && b.is_within(a)))
            })
        };
        let pick = candidates.iter().copied().find(|&code| !taken(code));
        let holder = &mut view.officials[index];
        if let Some(code) = pick {
            *holder.owner = Some(Owner::State(code));
            *holder.inferred = true;
        }
    }
}

/// The states of the text, the one it is dated from first, then by how often they are named.
fn candidates(words: &Words) -> Vec<CountryCode> {
    let mut counts: Vec<(CountryCode, usize)> = Vec::new();
    for state in words.states() {
        let weight = match state.sense {
            StateSense::Prefix => 0,
            _ => 1,
        };
        match counts.iter_mut().find(|(code, _)| *code == state.code) {
            Some((_, count)) => *count += weight,
            None => counts.push((state.code, weight)),
        }
    }
    counts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    counts.into_iter().map(|(code, _)| code).take(4).collect()
}
