//! The state of a body where the phrase does not say it.

use super::scan::Found;
use super::{ActorForm, ActorMention};
use crate::doc::Doc;
use crate::gazetteer::FastMap;
use crate::report::{CountryCode, PartyKind};
use crate::text::Page;

/// Gives each body of a state without a stated owner the one that the text suggests.
pub(super) fn infer(_doc: &Doc, page: &Page, found: &mut Found) {
    settle_ambiguous(found);
    let Some(home) = home(found) else { return };
    let other = counterpart(found, home);
    let mut sentence_states: FastMap<usize, CountryCode> = FastMap::default();
    for index in 0..found.mentions.len() {
        let mention = &found.mentions[index];
        let sentence = page.sentence_of(mention.toks.start).unwrap_or(usize::MAX);
        if mention.kind == PartyKind::GovernmentBody {
            match mention.of {
                Some(code) => {
                    sentence_states.insert(sentence, code);
                }
                None => {
                    // "between the Ministry of Labour of Oman and the Ministry of Manpower": the other side's.
                    let of = match (sentence_states.get(&sentence), other) {
                        (Some(&said), Some(other)) if said == home => other,
                        _ => home,
                    };
                    let mention = &mut found.mentions[index];
                    mention.of = Some(of);
                    mention.inferred = true;
                }
            }
        }
    }
}

/// "Congo" is the one of the two that the text speaks of elsewhere.
fn settle_ambiguous(found: &mut Found) {
    let ambiguous = std::mem::take(&mut found.ambiguous);
    if ambiguous.is_empty() {
        return;
    }
    let unsure: Vec<usize> = ambiguous.iter().map(|&(index, _)| index).collect();
    let mut seen: FastMap<[u8; 3], usize> = FastMap::default();
    for (index, mention) in found.mentions.iter().enumerate() {
        if unsure.binary_search(&index).is_err()
            && let Some(code) = state_code(mention)
        {
            *seen.entry(key(code)).or_default() += 1;
        }
    }
    let count = |code: CountryCode| seen.get(&key(code)).copied().unwrap_or(0);
    for (index, other) in ambiguous {
        let mention = &mut found.mentions[index];
        if let Some(code) = mention.of
            && count(other) > count(code)
        {
            mention.of = Some(other);
        }
    }
}

fn key(code: CountryCode) -> [u8; 3] {
    code.as_str().as_bytes().try_into().unwrap_or_default()
}

fn state_code(mention: &ActorMention) -> Option<CountryCode> {
    mention.of.filter(|_| mention.kind == PartyKind::State)
}

/// The state at whose home the report is: that of the dateline if the text speaks of it, else the one most spoken of.
fn home(found: &Found) -> Option<CountryCode> {
    most_frequent(found, None)
}

fn counterpart(found: &Found, home: CountryCode) -> Option<CountryCode> {
    most_frequent(found, Some(home))
}

/// The state most spoken of, but one.
fn most_frequent(found: &Found, but: Option<CountryCode>) -> Option<CountryCode> {
    let mut counts: Vec<(CountryCode, usize)> = Vec::new();
    let mut at: FastMap<[u8; 3], usize> = FastMap::default();
    for mention in &found.mentions {
        let Some(code) = state_code(mention).filter(|&code| Some(code) != but) else { continue };
        let slot = *at.entry(key(code)).or_insert_with(|| {
            counts.push((code, 0));
            counts.len() - 1
        });
        counts[slot].1 += if mention.form == ActorForm::Place { 1 } else { 2 };
    }
    counts.iter().rev().max_by_key(|c| c.1).map(|c| c.0)
}
