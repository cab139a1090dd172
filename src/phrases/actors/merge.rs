//! Mentions of one thing merged, by a map from the words of its name.

use super::scan::{Found, Identity};
use super::words::{is_class, is_field, state_name};
use super::{Actor, ActorForm, ActorMention, Actors};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::is_function_word;
use crate::gazetteer::{FastMap, Kind, NameClass, StateSense, WordId};
use crate::report::{CountryCode, PartyKind};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    State(CountryCode),
    Organisation(u32),
    Named(String, Option<CountryCode>),
}

/// Makes one actor of all mentions of one thing, each with the fullest name printed.
pub(super) fn merge(doc: &Doc, found: Found) -> Actors {
    let Found { mut mentions, identities, .. } = found;
    let mut actors: Vec<Actor> = Vec::new();
    let mut fullness: Vec<(u8, usize)> = Vec::new();
    let mut known: FastMap<Key, usize> = FastMap::default();
    let mut briefs: FastMap<Brief, Key> = FastMap::default();
    for index in 0..mentions.len() {
        let mention = &mentions[index];
        let (key, second) = match &identities[index] {
            Identity::Same(_) => continue,
            Identity::State => (mention.of.map(Key::State), None),
            Identity::Organisation(organisation) => (Some(Key::Organisation(*organisation)), Some(named(doc, mention, &(0..0)))),
            Identity::Named { head } => (Some(named(doc, mention, head)), None),
        };
        let Some(key) = key else { continue };
        let brief = brief(doc, mention, &identities[index]);
        let key = match &brief {
            Some(brief) if !known.contains_key(&key) => longer_of(&key, brief, &briefs).unwrap_or(key),
            _ => key,
        };
        if let Some(brief) = brief {
            briefs.entry(brief).or_insert_with(|| key.clone());
        }
        let actor = *known.entry(key).or_insert_with(|| {
            actors.push(Actor {
                kind: mention.kind,
                of: mention.of,
                of_inferred: mention.inferred,
                rule: mention.rule,
                of_rule: mention.of_rule,
                name: mention.name.clone(),
            });
            fullness.push((0, 0));
            actors.len() - 1
        });
        if let Some(second) = second {
            known.entry(second).or_insert(actor);
        }
        let full = fullness_of(doc, mention);
        if full > fullness[actor] {
            fullness[actor] = full;
            actors[actor].name = mention.name.clone();
            actors[actor].rule = mention.rule;
        }
        if actors[actor].of.is_none() || (actors[actor].of_inferred && !mention.inferred && mention.of.is_some()) {
            actors[actor].of = mention.of;
            actors[actor].of_inferred = mention.inferred;
            actors[actor].of_rule = mention.of_rule;
        }
        mentions[index].actor = actor;
    }
    for (index, identity) in identities.iter().enumerate() {
        if let Identity::Same(of) = identity {
            mentions[index].actor = mentions[*of].actor;
        }
    }
    mentions.sort_by_key(|m| (m.toks.start, std::cmp::Reverse(m.toks.end)));
    Actors { actors, mentions }
}

/// A ministry by its first field and its state, for "Ministry of Transport" where the whole name says more.
type Brief = (WordId, WordId, CountryCode);

fn brief(doc: &Doc, mention: &ActorMention, identity: &Identity) -> Option<Brief> {
    let Identity::Named { head } = identity else { return None };
    let of = mention.of.filter(|_| mention.kind == PartyKind::GovernmentBody && head.len() == 1)?;
    let fields = mention.name.clone().filter(|t| !head.contains(t));
    let first = fields.into_iter().find(|&t| is_field(doc, t))?;
    Some((doc.word(head.start), doc.word(first), of))
}

/// The name, known before, that says all that this one says, or less.
fn longer_of(key: &Key, brief: &Brief, briefs: &FastMap<Brief, Key>) -> Option<Key> {
    let known = briefs.get(brief)?;
    let (Key::Named(one, _), Key::Named(other, _)) = (key, known) else { return None };
    let says_all = |long: &str, short: &str| short.split(' ').all(|word| long.split(' ').any(|known| known == word));
    (says_all(one, other) || says_all(other, one)).then(|| known.clone())
}

/// Two ministries of one name are two by their states; a firm or a university is one by its name.
fn named(doc: &Doc, mention: &ActorMention, head: &Toks) -> Key {
    let by_state = matches!(mention.kind, PartyKind::GovernmentBody | PartyKind::Subnational);
    Key::Named(core(doc, &mention.name, head, by_state), mention.of.filter(|_| by_state))
}

/// The words that tell one body from another, in the order of the alphabet: without "the", "of" and "Affairs", without
/// the legal form, and, where the state stands beside them in the key, without that.
pub(super) fn core(doc: &Doc, name: &Toks, head: &Toks, without_state: bool) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut at = name.start;
    while at < name.end {
        let state = if without_state { state_name(doc, at) } else { None };
        if let Some((end, _, _)) = state.filter(|s| s.0 <= name.end && *name != (at..s.0)) {
            at = end;
            continue;
        }
        let legal = head.contains(&at) && doc.begins(head.start, Kind::LegalForm);
        if doc.is_word(at) && !legal && !is_function_word(doc.word(at)) && !is_class(doc, at, NameClass::Light) {
            words.push(spelling(doc.slice(&(at..at + 1)).to_lowercase()));
        }
        at += 1;
    }
    words.sort_unstable();
    words.join(" ")
}

/// One spelling for the two sides of the Atlantic: "organisation", "labor", "defense".
fn spelling(word: String) -> String {
    const BRITISH: &[(&str, &str)] = &[("isation", "ization"), ("centre", "center"), ("defence", "defense"), ("programme", "program")];
    // Words with none of them are nearly all, and told by a look at each letter.
    let bytes = word.as_bytes();
    let holds = |&at: &usize| BRITISH.iter().any(|(british, _)| bytes[at..].starts_with(british.as_bytes()));
    let suspect = (0..bytes.len()).filter(|&at| matches!(bytes[at], b'i' | b'c' | b'd' | b'p')).any(|at| holds(&at));
    let word = if suspect { BRITISH.iter().fold(word, |word, (british, american)| word.replace(british, american)) } else { word };
    if word.ends_with("our") { word.replace("our", "or") } else { word }
}

/// Formal names of states before short ones, names before abbreviations and adjectives; then the longer one.
fn fullness_of(doc: &Doc, mention: &ActorMention) -> (u8, usize) {
    let length = doc.slice(&mention.name).len();
    let sense = state_name(doc, mention.name.start).filter(|_| mention.kind == PartyKind::State).map(|s| s.2);
    let rank = match (mention.form, sense) {
        (ActorForm::Name, Some(StateSense::Formal)) => 6,
        (ActorForm::Name, Some(StateSense::Old)) => 4,
        (ActorForm::Name, _) => 5,
        (ActorForm::Abbreviation, _) => 3,
        (ActorForm::Demonym | ActorForm::Government, _) => 2,
        (ActorForm::Seat | ActorForm::Place | ActorForm::Short, _) => 1,
    };
    (rank, length)
}

#[cfg(test)]
mod tests {
    use super::spelling;

    #[test]
    fn words_are_spelled_as_by_plain_replacement() {
        let plain = |word: &str| {
            let word = word
                .replace("isation", "ization")
                .replace("centre", "center")
                .replace("defence", "defense")
                .replace("programme", "program");
            if word.ends_with("our") { word.replace("our", "or") } else { word }
        };
        for word in ["organisation", "centres", "defence", "programmes", "labour", "isatio", "decentre", "épicentre", "", "ourfour", "it"]
        {
            assert_eq!(spelling(word.to_owned()), plain(word));
        }
    }
}
