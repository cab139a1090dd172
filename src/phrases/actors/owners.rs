//! The state of a body where the phrase does not say it.

use super::merge::core;
use super::scan::{Found, Identity};
use super::{ActorForm, ActorMention};
use crate::doc::Doc;
use crate::gazetteer::FastMap;
use crate::gazetteer::function_words as w;
use crate::report::{CountryCode, PartyKind, Rule};
use crate::text::Page;

/// How many tokens may stand between the two bodies of a pair.
const PAIR_GAP: usize = 14;

/// Gives each body of a state without a stated owner the one that the text suggests.
pub(super) fn infer(doc: &Doc, page: &Page, found: &mut Found) {
    settle_ambiguous(found);
    let Some(home) = most_spoken_of(doc, found, None) else { return };
    let other = most_spoken_of(doc, found, Some(home));
    let bodies: Vec<usize> = (0..found.mentions.len()).filter(|&m| is_body(&found.mentions[m])).collect();
    let stated = stated_by_name(doc, found, &bodies);
    let opposite = |code: CountryCode| if code == home { other } else { Some(home).filter(|_| Some(code) == other) };
    for (at, &index) in bodies.iter().enumerate() {
        let mention = &found.mentions[index];
        if mention.of.is_some() || !is_owned(mention) {
            continue;
        }
        let neighbour = |n: Option<&usize>| n.map(|&n| &found.mentions[n]).filter(|n| are_paired(doc, page, mention, n)).and_then(|n| n.of);
        let before = at.checked_sub(1).and_then(|n| neighbour(bodies.get(n)));
        let same = same_name(doc, found, index, &stated).map(|code| (code, Rule::PartiesOfSameName));
        let pair = || before.or_else(|| neighbour(bodies.get(at + 1))).and_then(opposite).map(|code| (code, Rule::PartiesOfPair));
        let at_home = || Some((home, Rule::PartiesOfHome)).filter(|_| mention.kind == PartyKind::GovernmentBody);
        if let Some((code, rule)) = same.or_else(pair).or_else(at_home) {
            let mention = &mut found.mentions[index];
            (mention.of, mention.of_rule, mention.inferred) = (Some(code), rule, true);
        }
    }
}

/// Whoever can stand beside a body in a pair.
fn is_body(mention: &ActorMention) -> bool {
    !mention.nested && mention.kind != PartyKind::State && !matches!(mention.form, ActorForm::Place)
}

/// Bodies and provinces belong to a state; a firm need not.
fn is_owned(mention: &ActorMention) -> bool {
    matches!(mention.kind, PartyKind::GovernmentBody | PartyKind::Subnational)
}

/// The states that the text gives to bodies of one name, where it is but one.
fn stated_by_name(doc: &Doc, found: &Found, bodies: &[usize]) -> FastMap<String, Option<CountryCode>> {
    let mut stated: FastMap<String, Option<CountryCode>> = FastMap::default();
    for &index in bodies {
        let mention = &found.mentions[index];
        if let (Some(code), Some(name)) = (mention.of.filter(|_| is_owned(mention)), name_of(doc, found, index)) {
            let one = stated.entry(name).or_insert(Some(code));
            *one = one.filter(|&known| known == code);
        }
    }
    stated
}

fn name_of(doc: &Doc, found: &Found, index: usize) -> Option<String> {
    match &found.identities[index] {
        Identity::Named { head } => Some(core(doc, &found.mentions[index].name, head, true)),
        _ => None,
    }
}

/// "the Ministry of Fisheries" is that of "Ghana's Ministry of Fisheries".
fn same_name(doc: &Doc, found: &Found, index: usize, stated: &FastMap<String, Option<CountryCode>>) -> Option<CountryCode> {
    if stated.is_empty() {
        return None;
    }
    stated.get(&name_of(doc, found, index)?).copied().flatten()
}

/// "between |the Ministry of Labour of Oman| and |the Ministry of Manpower|"
fn are_paired(doc: &Doc, page: &Page, one: &ActorMention, two: &ActorMention) -> bool {
    let (first, second) = if one.toks.start < two.toks.start { (one, two) } else { (two, one) };
    let between = first.toks.end..second.toks.start;
    between.len() <= PAIR_GAP
        && page.sentence_of(first.toks.start) == page.sentence_of(second.toks.start)
        && between.clone().any(|t| [w::AND, w::WITH, w::TO].contains(&doc.word(t)))
}

/// "Congo" and "Victoria" are the one of the two that the text speaks of elsewhere.
fn settle_ambiguous(found: &mut Found) {
    let (second, regions) = (std::mem::take(&mut found.second), std::mem::take(&mut found.regions));
    if second.is_empty() && regions.is_empty() {
        return;
    }
    let unsure = |index: usize| [&second, &regions].iter().any(|list| list.binary_search_by_key(&index, |a| a.0).is_ok());
    let mut seen: FastMap<CountryCode, usize> = FastMap::default();
    for (_, mention) in found.mentions.iter().enumerate().filter(|(index, _)| !unsure(*index)) {
        if let Some(code) = mention.of {
            *seen.entry(code).or_default() += 1;
        }
    }
    let is_seen_more = |other: CountryCode, of: Option<CountryCode>| {
        let count = |code| seen.get(&code).copied().unwrap_or(0);
        of.is_some_and(|code| count(other) > count(code))
    };
    for (index, other) in second {
        let mention = &mut found.mentions[index];
        if is_seen_more(other, mention.of) {
            mention.of = Some(other);
        }
    }
    for (index, other) in regions {
        let mention = &mut found.mentions[index];
        // A state by its name stays one unless only the other is spoken of.
        let none_of_state = mention.of.is_some_and(|code| !seen.contains_key(&code));
        if is_seen_more(other, mention.of) && none_of_state {
            (mention.of, mention.kind, mention.form) = (Some(other), PartyKind::Subnational, ActorForm::Place);
            found.identities[index] = Identity::Named { head: mention.name.clone() };
        }
    }
}

/// The state most spoken of, but one; the earlier of two. It is taken for the one at whose home the report was written.
fn most_spoken_of(doc: &Doc, found: &Found, but: Option<CountryCode>) -> Option<CountryCode> {
    let mut counts: Vec<(CountryCode, usize)> = Vec::new();
    let mut at: FastMap<CountryCode, usize> = FastMap::default();
    for mention in &found.mentions {
        let weight = weight(doc, mention);
        let Some(code) = mention.of.filter(|&code| weight > 0 && Some(code) != but) else { continue };
        let slot = *at.entry(code).or_insert_with(|| {
            counts.push((code, 0));
            counts.len() - 1
        });
        counts[slot].1 += weight;
    }
    counts.iter().rev().max_by_key(|c| c.1).map(|c| c.0)
}

/// How much a mention speaks for its state.
fn weight(doc: &Doc, mention: &ActorMention) -> usize {
    match (mention.kind, mention.form) {
        (PartyKind::State, _) => 2,
        // The dateline's city opens its block.
        (PartyKind::Subnational, ActorForm::Place) if mention.toks.start == 0 || doc.is_below(mention.toks.start) => 3,
        (PartyKind::Subnational | PartyKind::GovernmentBody, _) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn the_other_body_of_a_pair_is_of_the_other_state() {
        let text =
            "Zambia hosted Malawi. A deal between the Ministry of Water of Malawi and the Ministry of Fisheries was signed in Zambia.";
        assert!(read(text).contains(&"Name government_body ZMB: Ministry of Fisheries".to_owned()));
    }

    #[test]
    fn one_name_has_one_owner() {
        let text = "Zambia, Zambia, Zambia. Malawi's Tea Board met. The Tea Board will meet again.";
        assert!(read(text).ends_with(&["Name government_body MWI: Tea Board".to_owned()]));
    }

    #[test]
    fn a_body_is_of_the_state_most_spoken_of() {
        assert_eq!(
            read("Zambia and Zambians met Malawi. The Ministry of Water paid.").last().unwrap(),
            "Name government_body ZMB: Ministry of Water"
        );
        assert_eq!(read("The Ministry of Water paid."), ["Name government_body -: Ministry of Water"]);
    }

    #[test]
    fn a_shared_name_is_of_the_state_spoken_of_elsewhere() {
        assert_eq!(read("Brazzaville hosts. Congo pays, said Brazzaville.")[1], "Name state COG: Congo");
        assert_eq!(read("Congo pays.")[0], "Name state COD: Congo");
    }
}
