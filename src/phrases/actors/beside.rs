//! What stands beside a name: its state, and the noun that says what it is.

use super::words::{goes_on, is_common, is_noun, is_office, is_space, is_stop, state_name};
use super::{ActorForm, ActorMention};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind};
use crate::report::{CountryCode, PartyKind};

/// The state that a name belongs to, and the token where the text says so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Owner {
    pub code: CountryCode,
    pub at: usize,
}

/// The state before a name, `last` being the mention before it: "Uzbekistan's| State Customs Committee", "Chinese
/// energy giant| Northern Power Corp".
pub(super) fn owner_before(doc: &Doc, last: Option<&ActorMention>, start: usize) -> Option<Owner> {
    let last = last?;
    let code = last.of.filter(|_| last.kind == PartyKind::State || last.kind == PartyKind::Subnational)?;
    let owner = Owner { code, at: last.name.start };
    let last_end = last.name.end;
    let possessive = doc.is_possessive(last_end - 1);
    if last_end == start && possessive {
        return Some(owner);
    }
    let gap = last_end..start;
    let describes = last.kind == PartyKind::State && (last.form == ActorForm::Demonym || possessive);
    let plain = gap.len() <= 6 && gap.clone().all(|t| is_plain(doc, t));
    // "the Omani| ministry said| X" has no noun beside the name.
    let noun = start > 0 && (possessive || is_descriptor(doc, start - 1));
    (describes && !gap.is_empty() && plain && noun).then_some(owner)
}

/// A word in lower case that is not of the grammar; "and" and hyphens too.
fn is_plain(doc: &Doc, token: usize) -> bool {
    let word = doc.word(token);
    word == w::AND || word == w::HYPHEN || (doc.is_word(token) && !doc.is_capitalised(token) && !w::is_function_word(word))
}

/// "carmaker", "authority"
fn is_descriptor(doc: &Doc, token: usize) -> bool {
    doc.is(token, Kind::Descriptor) || doc.is(token, Kind::BodyHead)
}

/// Whether a noun that says what a body is comes within a few plain words.
fn descriptor_follows(doc: &Doc, from: usize) -> bool {
    (from..from + 5).take_while(|&t| is_plain(doc, t)).any(|t| is_descriptor(doc, t))
}

/// The state behind a name: "|in the State of Qatar", "|, of Spain", "|, Kenya,", "|, Peru's tax agency".
pub(super) fn owner_behind(doc: &Doc, mut end: usize) -> Option<Owner> {
    if doc.word(end) == w::OPEN && doc.word(end + 2) == w::CLOSE {
        if let Some((_, code, _)) = state_name(doc, end + 1) {
            return Some(Owner { code, at: end + 1 });
        }
        end += 3;
    }
    let comma = doc.word(end) == w::COMMA;
    end += usize::from(comma);
    let preposition = doc.word(end) == w::OF || doc.word(end) == w::IN;
    end += usize::from(preposition);
    if preposition && doc.word(end) == w::THE {
        end += 1;
    }
    if !comma && !preposition {
        return None;
    }
    let Some((state_end, code, sense)) = state_name(doc, end) else {
        let article = [w::THE, w::A, w::AN].contains(&doc.word(end));
        return comma.then(|| owner_in_apposition(doc, end + usize::from(article))).flatten();
    };
    let alone = preposition || [w::COMMA, w::STOP, w::CLOSE, w::SEMICOLON].contains(&doc.word(state_end));
    let adjective = !is_noun(sense) || doc.is_possessive(state_end - 1);
    let described = comma && adjective && descriptor_follows(doc, state_end);
    (described || (alone && !adjective && !doc.is_capitalised(state_end))).then_some(Owner { code, at: end })
}

/// ", the |Swedish carmaker|", ", the |procurement authority of Poland|", ", |leading Russian oil company|"
fn owner_in_apposition(doc: &Doc, from: usize) -> Option<Owner> {
    let mut described = false;
    for token in from..from + 8 {
        if let Some((end, code, sense)) = state_name(doc, token) {
            let of = [w::OF, w::IN, w::THE].contains(&doc.word(token - 1));
            let noun = is_noun(sense);
            return ((described && of && noun) || (!noun && descriptor_follows(doc, end))).then_some(Owner { code, at: token });
        }
        described |= is_descriptor(doc, token);
        // ", chairman of the Irish carrier" speaks of a person.
        let office = doc.is(token, Kind::Office);
        if office || !(is_plain(doc, token) || [w::OF, w::IN, w::THE].contains(&doc.word(token))) {
            return None;
        }
    }
    None
}

/// A name without a head noun that begins at a token, by the noun beside it: "the Swedish carmaker |Volvia|",
/// "|Sunatax|, Peru's tax agency".
pub(super) fn described(doc: &Doc, last: Option<&ActorMention>, at: usize) -> Option<(Toks, PartyKind, Option<Owner>)> {
    let end = run_end(doc, at)?;
    let (kind, of) = noun_before(doc, last, at).or_else(|| noun_behind(doc, end))?;
    Some((at..end, kind, of))
}

/// The end of a capitalised run that may be a name of its own: not of fields alone, and no person's by what is before it.
pub(super) fn run_end(doc: &Doc, at: usize) -> Option<usize> {
    if !doc.is_capitalised(at) || is_stop(doc, at) || is_office(doc, at) || is_titled(doc, at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 6 && !doc.is_possessive(end - 1) {
        let hyphen = doc.word(end) == w::HYPHEN && doc.is_glued(end) && doc.is_glued(end + 1);
        let next = end + usize::from(hyphen);
        if !(doc.is_capitalised(next) && (hyphen || goes_on(doc, end))) || is_stop(doc, next) || is_office(doc, next) {
            break;
        }
        end = next + 1;
    }
    (!(at..end).all(|t| is_common(doc, t))).then_some(end)
}

/// "Mr |Cahill|"
fn is_titled(doc: &Doc, at: usize) -> bool {
    at > 0 && goes_on(doc, at) && doc.is_capitalised(at - 1) && (is_stop(doc, at - 1) || is_office(doc, at - 1))
}

/// "the German |group| Rheinmetall", "a state |utility| Eskom"
fn noun_before(doc: &Doc, last: Option<&ActorMention>, at: usize) -> Option<(PartyKind, Option<Owner>)> {
    // "the company |“Halden Events”|", "Peru's tax agency (|SUNAT|)"
    let quoted = at > 1 && [w::QUOTE, w::OPEN_QUOTE, w::OPEN_GUILLEMET, w::OPEN].contains(&doc.word(at - 1)) && doc.is_glued(at);
    let noun = at.checked_sub(1 + usize::from(quoted))?;
    if doc.is_capitalised(noun) || !is_space(doc.gap(noun + 1)) {
        return None;
    }
    let Some((_, Entry::Descriptor(kind))) = doc.longest(noun, Kind::Descriptor) else { return None };
    let owner = owner_before(doc, last, noun + 1);
    let first = (noun.saturating_sub(6)..noun + 1).rev().take_while(|&t| is_plain(doc, t)).last()?;
    let article = first > 0 && [w::THE, w::A, w::AN].contains(&doc.word(first - 1));
    (owner.is_some() || (article && doc.word(at - 1) != w::OPEN)).then_some((kind, owner))
}

/// "Sunatax|, Peru's tax agency", "Volvia|, the Swedish carmaker"
fn noun_behind(doc: &Doc, end: usize) -> Option<(PartyKind, Option<Owner>)> {
    if doc.word(end) != w::COMMA {
        return None;
    }
    let owner = owner_behind(doc, end)?;
    Some((kind_behind(doc, end)?, Some(owner)))
}

/// What the noun behind a comma says: "Sunatax|, the tax agency".
pub(super) fn kind_behind(doc: &Doc, end: usize) -> Option<PartyKind> {
    let near = (end + 1..end + 9).take_while(|&t| doc.word(end) == w::COMMA && doc.is_word(t));
    let noun = |t: usize| match doc.longest(t, Kind::Descriptor)? {
        (_, Entry::Descriptor(kind)) if !doc.is_capitalised(t) => Some(kind),
        _ => None,
    };
    near.into_iter().find_map(noun)
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn the_state_before_a_name() {
        assert_eq!(read("with Zambia's Lakeside University,"), ["(Name state ZMB: Zambia)", "Name university ZMB: Lakeside University"]);
        assert_eq!(
            read("with the Zambian power utility Brenta Energy,"),
            ["(Demonym state ZMB: Zambian)", "Name company ZMB: Brenta Energy"]
        );
        assert_eq!(read("Zambian ministers met Brenta Energy,")[1], "Name company -: Brenta Energy");
    }

    #[test]
    fn the_state_behind_a_name() {
        for tail in ["in Zambia", ", of Zambia", ", Zambia,", ", a Zambian firm", ", the power arm of Zambia"] {
            let text =
                format!("It was sold to Brenta Energy{} today.", if tail.starts_with(',') { tail.to_owned() } else { format!(" {tail}") });
            assert_eq!(read(&text)[0], "Name company ZMB: Brenta Energy", "{text}");
        }
        assert_eq!(read("It was sold to Brenta Energy, as Zambia had asked.")[0], "Name company -: Brenta Energy");
    }

    #[test]
    fn a_noun_beside_a_name_says_what_it_is() {
        assert_eq!(read("the Zambian carmaker Volvia said")[1], "Name company ZMB: Volvia");
        assert_eq!(read("it sued Sunatax, Zambia's tax agency, today")[0], "Name government_body ZMB: Sunatax");
        assert_eq!(read("it sued Mary Banda, chairman of the Zambian carrier, today"), ["Demonym state ZMB: Zambian"]);
        assert_eq!(read("the Zambian singer Volvia said"), ["Demonym state ZMB: Zambian"]);
    }
}
