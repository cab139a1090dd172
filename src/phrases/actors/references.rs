//! Mentions that point back: "HEC" and "Hydrotek" by what the text says elsewhere, "the Ministry", "the Kingdom".

use std::collections::hash_map::Entry as Slot;

use super::beside::kind_behind;
use super::scan::{Found, Identity};
use super::words::{common_head, goes_on, is_space};
use super::{ActorForm, ActorMention};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, FastMap, Kind, StateSense, WordId};
use crate::report::{CountryCode, PartyKind, Rule};
use crate::text::split_possessive;

/// Adds the mentions that only the rest of the text explains. The mentions found so far are in the order of the text.
pub(super) fn add(doc: &Doc, found: &mut Found) {
    let mut introduced = introduced(doc, found);
    add_placed(doc, found, &mut introduced);
    rename(doc, found, &introduced);
    let realms = realm_counts(found);
    let mut last_of_head: FastMap<WordId, usize> = FastMap::default();
    let mut last_of_kind: FastMap<PartyKind, usize> = FastMap::default();
    let mut added = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < doc.len() {
        while let Some(mention) = found.mentions.get(next).filter(|m| m.toks.start <= at) {
            if !mention.nested && mention.form != ActorForm::Place {
                remember(doc, found, next, &mut last_of_head, &mut last_of_kind);
                at = at.max(mention.toks.end);
            }
            next += 1;
        }
        let inside = next > 0 && found.mentions[next - 1].toks.contains(&at);
        // All that points back begins with a capital, or stands behind "the".
        let behind_the = at > 0 && doc.word(at - 1) == w::THE;
        let may_refer = behind_the || !introduced.is_empty() && doc.is_capitalised(at);
        if inside || at >= doc.len() || !may_refer {
            at += 1;
            continue;
        }
        let reference = by_introduced_name(doc, at, &introduced, found)
            .or_else(|| realm(doc, at, &realms, found))
            .or_else(|| by_noun(doc, at, &last_of_head, &last_of_kind, found));
        match reference {
            Some((mention, same)) => {
                at = mention.toks.end;
                added.push((mention, same));
            }
            None => at += 1,
        }
    }
    for (mention, same) in added {
        found.mentions.push(mention);
        found.identities.push(same);
    }
}

/// A name of its own by its first word: how many words it has, and whose it is.
type Introduced<'t> = FastMap<&'t str, (Toks, usize)>;

/// Abbreviations, names that a noun explains, and firms without their legal form.
fn introduced<'t>(doc: &Doc<'t>, found: &Found) -> Introduced<'t> {
    let mut names = Introduced::default();
    for (toks, mention) in &found.introduced {
        names.entry(split_possessive(doc.printed(toks.start)).0).or_insert((toks.clone(), *mention));
    }
    for (index, mention) in found.mentions.iter().enumerate().filter(|(_, m)| m.kind == PartyKind::Company && m.form == ActorForm::Name) {
        if let Some(toks) = without_type(doc, &mention.name) {
            names.entry(split_possessive(doc.printed(toks.start)).0).or_insert((toks, index));
        }
    }
    names
}

/// Adds the names that only their place tells, where nothing else explains them: each by its first mention.
fn add_placed<'t>(doc: &Doc<'t>, found: &mut Found, introduced: &mut Introduced<'t>) {
    for (toks, kind) in std::mem::take(&mut found.placed) {
        let Slot::Vacant(free) = introduced.entry(split_possessive(doc.printed(toks.start)).0) else { continue };
        free.insert((toks.clone(), found.mentions.len()));
        found.identities.push(Identity::Named { head: toks.clone() });
        found.mentions.push(ActorMention {
            kind: kind_behind(doc, toks.end).unwrap_or(kind),
            name: toks.clone(),
            toks,
            form: ActorForm::Name,
            of: None,
            inferred: false,
            rule: Rule::PartiesPlaced,
            of_rule: Rule::PartiesPlaced,
            nested: false,
            actor: 0,
        });
    }
}

/// "|ISIS| hosts" is the institute, where "Institute of Strategic Studies (ISIS)" stands behind it.
fn rename(doc: &Doc, found: &mut Found, introduced: &Introduced) {
    for index in 0..found.mentions.len() {
        let mention = &found.mentions[index];
        if mention.toks.len() != 1 || !matches!(found.identities[index], Identity::Organisation(_)) {
            continue;
        }
        let Some((name, same)) = introduced.get(split_possessive(doc.printed(mention.toks.start)).0) else { continue };
        if name.len() == 1 && *same != index && !matches!(found.identities[*same], Identity::Same(_)) {
            let (renamed, identity) = refer(found, mention.toks.clone(), *same, ActorForm::Abbreviation);
            found.mentions[index] = renamed;
            found.identities[index] = identity;
        }
    }
}

/// "|Brenta| Motors Ltd": the words of a firm's name before the first that says that it is one.
fn without_type(doc: &Doc, name: &Toks) -> Option<Toks> {
    let is_type = |t: usize| common_head(doc, t).is_some() || doc.longest(t, Kind::LegalForm).is_some();
    let end = name.clone().skip(1).find(|&t| is_type(t))?;
    let own = (name.start..end).all(|t| doc.is_word(t) && doc.lookups_at(t).is_empty());
    own.then_some(name.start..end)
}

/// "|HEC| agreed", where "Higher Education Commission (HEC)" stands somewhere.
fn by_introduced_name(doc: &Doc, at: usize, introduced: &Introduced, found: &Found) -> Option<(ActorMention, Identity)> {
    if introduced.is_empty() || !doc.is_capitalised(at) {
        return None;
    }
    let (name, mention) = introduced.get(split_possessive(doc.printed(at)).0)?;
    let toks = at..at + name.len();
    let same = toks.end <= doc.len()
        && toks.clone().zip(name.clone()).all(|(a, b)| split_possessive(doc.printed(a)).0 == split_possessive(doc.printed(b)).0);
    (same && found.mentions[*mention].toks != toks).then(|| refer(found, toks, *mention, ActorForm::Abbreviation))
}

fn refer(found: &Found, toks: Toks, same: usize, form: ActorForm) -> (ActorMention, Identity) {
    let of = &found.mentions[same];
    (ActorMention { toks: toks.clone(), name: toks, form, rule: Rule::PartiesReference, nested: false, ..of.clone() }, Identity::Same(same))
}

/// Keeps the last mention of each head noun, and of each kind.
fn remember(doc: &Doc, found: &Found, index: usize, heads: &mut FastMap<WordId, usize>, kinds: &mut FastMap<PartyKind, usize>) {
    let mention = &found.mentions[index];
    if mention.kind == PartyKind::State {
        return;
    }
    kinds.insert(mention.kind, index);
    let head = match &found.identities[index] {
        Identity::Named { head } => head.clone(),
        _ => mention.name.clone(),
    };
    for token in head {
        if doc.is(token, Kind::BodyHead) {
            heads.insert(doc.word(token), index);
        }
    }
}

/// "the |Ministry|", "the |bank|": the last one named with that noun; "the |company|": the last firm.
fn by_noun(
    doc: &Doc,
    at: usize,
    heads: &FastMap<WordId, usize>,
    kinds: &FastMap<PartyKind, usize>,
    found: &Found,
) -> Option<(ActorMention, Identity)> {
    if at == 0 || doc.word(at - 1) != w::THE || !is_space(doc.gap(at)) {
        return None;
    }
    let bare = !(goes_on(doc, at + 1) || (doc.word(at + 1) == w::OF && doc.is_capitalised(at + 2)));
    let single = common_head(doc, at).is_none_or(|head| head.end == at + 1 && !head.plural);
    if !bare || !single {
        return None;
    }
    let by_head = heads.get(&doc.word(at)).filter(|_| doc.is(at, Kind::BodyHead));
    let by_kind = || match doc.longest(at, Kind::Descriptor)? {
        (end, Entry::Descriptor(kind)) if end == at + 1 && kind != PartyKind::GovernmentBody => kinds.get(&kind),
        _ => None,
    };
    let same = *by_head.or_else(by_kind)?;
    Some(refer(found, at..at + 1, same, ActorForm::Short))
}

/// How often the text speaks of each state.
fn realm_counts(found: &Found) -> FastMap<CountryCode, (usize, usize)> {
    let mut counts: FastMap<CountryCode, (usize, usize)> = FastMap::default();
    for (index, mention) in found.mentions.iter().enumerate() {
        if let Some(code) = mention.of.filter(|_| mention.kind == PartyKind::State) {
            counts.entry(code).or_insert((0, index)).0 += 1;
        }
    }
    counts
}

/// "the |Kingdom|": the kingdom that the text speaks of most.
fn realm(doc: &Doc, at: usize, counts: &FastMap<CountryCode, (usize, usize)>, found: &Found) -> Option<(ActorMention, Identity)> {
    if at == 0 || doc.word(at - 1) != w::THE || !doc.is_capitalised(at) || goes_on(doc, at + 1) || doc.word(at + 1) == w::OF {
        return None;
    }
    let codes = doc.lookups_with(at, Kind::State).iter().filter_map(|l| match l.entry {
        Entry::State { code, sense: StateSense::Realm } => Some((l.last as usize, code)),
        _ => None,
    });
    let (end, &(_, same)) = codes.filter_map(|(end, code)| Some((end, counts.get(&code)?))).max_by_key(|(_, count)| count.0)?;
    Some(refer(found, at..end, same, ActorForm::Short))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn a_noun_points_back_to_the_last_body_with_it() {
        assert_eq!(
            read("The Ministry of Water of Zambia met. The Ministry agreed.").last().unwrap(),
            "Short government_body ZMB: Ministry"
        );
        assert_eq!(read("Brenta Motors Ltd met. The company agreed.").last().unwrap(), "Short company -: company");
        assert_eq!(read("The ministry agreed."), [""; 0]);
    }

    #[test]
    fn what_the_text_introduces_beats_the_lists() {
        let text = "SNB met Zambia. The Sugar and Nut Board (SNB) of Zambia agreed.";
        assert_eq!(read(text)[0], "Abbreviation government_body ZMB: SNB");
        assert_eq!(read("SNB met Zambia.")[0], "Abbreviation government_body CHE: SNB");
    }

    #[test]
    fn a_realm_is_the_one_that_the_text_speaks_of() {
        assert_eq!(read("Riyadh and Saudi Arabia: the Kingdom agreed.").last().unwrap(), "Short state SAU: Kingdom");
        assert_eq!(read("Zambia entered the Kingdom."), ["Name state ZMB: Zambia"]);
    }

    #[test]
    fn a_firm_by_its_own_word() {
        assert_eq!(read("Brenta Motors Ltd met Zambia. Brenta agreed.").last().unwrap(), "Abbreviation company -: Brenta");
    }
}
