//! One pass over the text that finds the mentions, longest names first.

use super::words::{common_head, goes_on, is_class, is_common, is_noun, is_office, is_space, is_stop, place_name, state_name};
use super::{ActorForm, ActorMention, names, states};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, FastMap, Kind, NameClass};
use crate::report::{CountryCode, PartyKind};
use crate::text::{BlockKind, Case, Page, split_possessive};

/// What a mention is known by, for merging.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Identity {
    State,
    /// Of the gazetteer.
    Organisation(u32),
    /// By its words; with the head noun among them.
    Named {
        head: Toks,
    },
    /// A short form of an earlier mention.
    Same(usize),
}

/// Mentions, and what each is known by.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub mentions: Vec<ActorMention>,
    pub identities: Vec<Identity>,
    /// Mentions of a form that two states share, with the second state.
    pub second: Vec<(usize, CountryCode)>,
    /// Mentions of a state whose name a city or region of another has too, with that other state.
    pub regions: Vec<(usize, CountryCode)>,
}

struct Scan<'a, 't> {
    doc: &'a Doc<'t>,
    page: &'a Page,
    found: Found,
    /// Abbreviations that the text has introduced, and whose they are.
    shorts: FastMap<&'t str, usize>,
    block: usize,
    /// Whether the block prints most words with a capital, as titles do.
    careful: bool,
}

/// Finds the mentions of a text, in its order.
pub(super) fn scan(doc: &Doc, page: &Page) -> Found {
    let mut scan = Scan { doc, page, found: Found::default(), shorts: FastMap::default(), block: usize::MAX, careful: false };
    let mut at = 0;
    while at < doc.len() {
        at = if doc.lookups_at(at).is_empty() && !doc.is_capitalised(at) { at + 1 } else { scan.step(at) };
    }
    scan.found
}

impl<'t> Scan<'_, 't> {
    /// Reads the mention that begins at a token, if one does; the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        self.enter_block(at);
        if let Some(end) = self.administration(at) {
            return end;
        }
        if let Some(&same) = self.shorts.get(split_possessive(self.doc.printed(at)).0) {
            return self.push_short(at..at + 1, same);
        }
        let organisation = self.organisation(at);
        let name = names::read(self.doc, at, self.careful).filter(|name| !self.is_organisation_with_more(name, &organisation));
        let state = states::read(self.doc, at);
        let ends =
            [organisation.as_ref().map_or(0, |o| o.0), name.as_ref().map_or(0, |n| n.toks.end), state.as_ref().map_or(0, |s| s.toks.end)];
        let longest = *ends.iter().max().unwrap_or(&0);
        if longest == 0 {
            return self.place(at).or_else(|| self.described(at)).unwrap_or(at + 1);
        }
        if let Some((end, index, kind, of)) = organisation.filter(|o| o.0 == longest) {
            return self.push_organisation(at..end, index, kind, of);
        }
        if let Some(state) = state.filter(|s| s.toks.end == longest) {
            return match self.place(at) {
                Some(end) if end > longest => end,
                _ => self.push_state(state),
            };
        }
        match name {
            Some(name) => self.push_name(name),
            None => at + 1,
        }
    }

    /// "Nordic Fund |for the ...|": the list knows the name, and grammar only adds what it is for. Also
    /// "U.S. |Federal Reserve|": the list knows the name behind the state.
    fn is_organisation_with_more(&self, name: &names::Name, organisation: &Option<(usize, u32, PartyKind, Option<CountryCode>)>) -> bool {
        // "Security Council |of Uzbekistan|" is another one.
        let other = |o: &(usize, u32, PartyKind, Option<CountryCode>)| name.of.is_some() && name.of != o.3;
        if organisation.as_ref().is_some_and(|o| o.0 >= name.head.end && !other(o)) && name.kind != Some(PartyKind::Company) {
            return true;
        }
        let behind_state = state_name(self.doc, name.toks.start).map(|s| s.0 + usize::from(self.doc.word(s.0) == w::STOP));
        behind_state.is_some_and(|at| self.organisation(at).is_some_and(|o| o.0 == name.toks.end))
    }

    /// Keeps track of the block, to know whether it is printed as titles are.
    fn enter_block(&mut self, at: usize) {
        let index = self.page.blocks.partition_point(|b| b.toks.end <= at);
        if index == self.block {
            return;
        }
        self.block = index;
        let Some(block) = self.page.blocks.get(index) else { return };
        let words = block.toks.clone().filter(|&t| self.doc.is_word(t) && !w::is_function_word(self.doc.word(t)));
        let (mut capitals, mut others, mut shouted) = (0, 0, 0);
        for token in words.take(40) {
            shouted += usize::from(self.doc.tokens[token].case() == Case::Upper);
            if self.doc.is_capitalised(token) { capitals += 1 } else { others += 1 }
        }
        let item = block.kind == BlockKind::ListItem || [w::STOP, w::SEMICOLON].contains(&self.doc.word(block.toks.end - 1));
        let title = capitals >= 4 && capitals > others * 4 && !item;
        self.careful = title || (shouted >= 4 && shouted > others * 2);
    }

    /// The organisation of the gazetteer that begins at a token.
    fn organisation(&self, at: usize) -> Option<(usize, u32, PartyKind, Option<CountryCode>)> {
        match self.doc.longest(at, Kind::Organisation)? {
            // "AU$100"
            (end, Entry::Organisation { index, kind, of }) if !(self.doc.is_glued(end) && self.doc.printed(end) == "$") => {
                Some((end, index, kind, of))
            }
            _ => None,
        }
    }

    fn push(&mut self, mention: ActorMention, identity: Identity) -> usize {
        let index = self.found.mentions.len();
        self.found.mentions.push(mention);
        self.found.identities.push(identity);
        index
    }

    fn push_short(&mut self, toks: Toks, same: usize) -> usize {
        let of = &self.found.mentions[same];
        let mention = ActorMention { toks: toks.clone(), name: toks.clone(), form: ActorForm::Abbreviation, nested: false, ..of.clone() };
        self.push(mention, Identity::Same(same));
        toks.end
    }

    fn push_organisation(&mut self, toks: Toks, index: u32, kind: PartyKind, of: Option<CountryCode>) -> usize {
        let abbreviation = toks.len() == 1 && self.doc.tokens[toks.start].case() == Case::Upper;
        let form = if abbreviation { ActorForm::Abbreviation } else { ActorForm::Name };
        let end = toks.end;
        let mention = ActorMention { toks: toks.clone(), name: toks.clone(), kind, form, of, inferred: false, nested: false, actor: 0 };
        let at = self.push(mention, Identity::Organisation(index));
        self.nested_states(&toks);
        self.introduce(at, end)
    }

    fn push_state(&mut self, state: states::StateFound) -> usize {
        let index = self.state_mention(state);
        self.introduce(index, self.found.mentions[index].toks.end)
    }

    /// Enters the mention of a state; its index.
    fn state_mention(&mut self, state: states::StateFound) -> usize {
        let mut toks = state.toks.clone();
        let mut form = state.form;
        // "Turkish |government|", "Kenyan |side|"
        if form == ActorForm::Demonym && self.doc.is(toks.end, Kind::StateNoun) && !self.doc.is_possessive(toks.end - 1) {
            form = ActorForm::Government;
            toks.end += 1;
        }
        toks.start = self.government_of(toks.start);
        let city = form == ActorForm::Place;
        let kind = if city { PartyKind::Subnational } else { PartyKind::State };
        let identity = if city { Identity::Named { head: toks.clone() } } else { Identity::State };
        let mention = ActorMention { toks, name: state.toks, kind, form, of: Some(state.code), inferred: false, nested: false, actor: 0 };
        let at = self.push(mention, identity);
        self.found.second.extend(state.second.map(|code| (at, code)));
        self.found.regions.extend(state.region.map(|code| (at, code)));
        at
    }

    /// "|Royal Government of| Cambodia": where the phrase of a state begins.
    fn government_of(&self, start: usize) -> usize {
        let doc = self.doc;
        let mut at = start;
        if at > 0 && doc.word(at - 1) == w::THE {
            at -= 1;
        }
        if at < 2 || doc.word(at - 1) != w::OF || !doc.is(at - 2, Kind::StateNoun) {
            return start;
        }
        at -= 2;
        while at > 0 && doc.is_capitalised(at) && is_class(doc, at - 1, NameClass::Rank) && doc.is_capitalised(at - 1) {
            at -= 1;
        }
        at
    }

    fn push_name(&mut self, mut name: names::Name) -> usize {
        let end = name.toks.end;
        let Some(mut kind) = name.kind else { return end };
        let mut identity = Identity::Named { head: name.head.clone() };
        // "|Siemens| AG"
        let known = self.organisation(name.toks.start).filter(|o| o.0 == name.head.start && kind == PartyKind::Company);
        if let Some((_, index, _, of)) = known {
            identity = Identity::Organisation(index);
            name.of = of;
        }
        // "Propaganda Commission of the |LPRP|": of the party, and of its state.
        if let Some(&holder) = (name.head.end..end).find_map(|t| self.shorts.get(self.doc.printed(t))) {
            let holder = &self.found.mentions[holder];
            name.of = name.of.or(holder.of);
            if holder.kind == PartyKind::CivilSociety && kind == PartyKind::GovernmentBody {
                kind = holder.kind;
            }
        }
        let of = name.of.or_else(|| self.owner_before(name.toks.start)).or_else(|| self.owner_behind(end));
        let of = of.filter(|_| kind != PartyKind::InternationalOrganisation);
        let mention = ActorMention {
            toks: name.toks.clone(),
            name: name.toks.clone(),
            kind,
            form: ActorForm::Name,
            of,
            inferred: false,
            nested: false,
            actor: 0,
        };
        let at = self.push(mention, identity);
        self.nested_states(&name.toks);
        self.introduce(at, end)
    }

    /// "Bangladesh-Malaysia Chamber of Commerce" is of neither.
    fn is_of_a_pair(&self, toks: &Toks) -> bool {
        let mut states = toks.clone().filter_map(|t| state_name(self.doc, t)).map(|s| s.1);
        let first = states.next();
        states.any(|code| Some(code) != first)
    }

    /// "Uzbekistan's| State Customs Committee", "Chinese energy giant| Northern Power Corp".
    fn owner_before(&self, start: usize) -> Option<CountryCode> {
        let doc = self.doc;
        let last = self.found.mentions.iter().rev().take(6).find(|m| !m.nested)?;
        let owner = last.of.filter(|_| last.kind == PartyKind::State || last.kind == PartyKind::Subnational)?;
        let last_end = last.name.end;
        let possessive = doc.is_possessive(last_end - 1);
        if last_end == start && possessive {
            return Some(owner);
        }
        let gap = last_end..start;
        let describes = last.kind == PartyKind::State && (last.form == ActorForm::Demonym || possessive);
        let plain = gap.len() <= 6 && gap.clone().all(|t| self.is_plain(t));
        // "the Omani| ministry said| X" has no noun beside the name.
        let noun = start > 0 && (possessive || doc.is(start - 1, Kind::Descriptor) || doc.is(start - 1, Kind::BodyHead));
        (describes && !gap.is_empty() && plain && noun).then_some(owner)
    }

    /// A word in lower case that is not of the grammar; "and" and hyphens too.
    fn is_plain(&self, token: usize) -> bool {
        let word = self.doc.word(token);
        word == w::AND || word == w::HYPHEN || (self.doc.is_word(token) && !self.doc.is_capitalised(token) && !w::is_function_word(word))
    }

    /// "|in the State of Qatar", "|, of Spain", "|, Kenya,", "|, the procurement arm of Poland's".
    fn owner_behind(&self, mut end: usize) -> Option<CountryCode> {
        let doc = self.doc;
        if doc.word(end) == w::OPEN && doc.word(end + 2) == w::CLOSE {
            if let Some((_, code, _)) = state_name(doc, end + 1) {
                return Some(code);
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
        if let Some((state_end, code, sense)) = state_name(doc, end) {
            let alone = preposition || [w::COMMA, w::STOP, w::CLOSE, w::SEMICOLON].contains(&doc.word(state_end));
            let adjective = !is_noun(sense) || doc.is_possessive(state_end - 1);
            // ", Peru's |tax agency|"
            let described =
                comma && adjective && (state_end..state_end + 5).take_while(|&t| self.is_plain(t)).any(|t| self.is_descriptor(t));
            return (described || (alone && !adjective && !doc.is_capitalised(state_end))).then_some(code);
        }
        if comma && [w::THE, w::A, w::AN].contains(&doc.word(end)) {
            return self.owner_in_apposition(end + 1);
        }
        None
    }

    /// ", the |Swedish carmaker|", ", the |procurement authority of Poland|"
    fn owner_in_apposition(&self, from: usize) -> Option<CountryCode> {
        let doc = self.doc;
        let mut described = false;
        for token in from..from + 8 {
            if let Some((end, code, sense)) = state_name(doc, token) {
                let of = [w::OF, w::IN].contains(&doc.word(token - 1)) || doc.word(token - 1) == w::THE;
                let noun_follows = (end..end + 4).take_while(|&t| self.is_plain(t)).any(|t| self.is_descriptor(t));
                return ((described && of && is_noun(sense)) || (!is_noun(sense) && noun_follows)).then_some(code);
            }
            described |= self.is_descriptor(token);
            if !(self.is_plain(token) || [w::OF, w::IN, w::THE].contains(&doc.word(token))) {
                return None;
            }
        }
        None
    }

    fn is_descriptor(&self, token: usize) -> bool {
        self.doc.is(token, Kind::Descriptor) || self.doc.is(token, Kind::BodyHead)
    }

    /// A name without a head noun, by the noun beside it: "the Swedish carmaker |Volvia|", "|Sunatax|, Peru's tax agency".
    fn described(&mut self, at: usize) -> Option<usize> {
        let doc = self.doc;
        if self.careful || !doc.is_capitalised(at) || is_stop(doc, at) || is_office(doc, at) || is_common(doc, at) {
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
        let (kind, of) = self.noun_before(at).or_else(|| self.noun_behind(end))?;
        let toks = at..end;
        let mention = ActorMention {
            toks: toks.clone(),
            name: toks.clone(),
            kind,
            form: ActorForm::Name,
            of,
            inferred: false,
            nested: false,
            actor: 0,
        };
        let index = self.push(mention, Identity::Named { head: toks });
        Some(self.introduce(index, end))
    }

    /// "the German |group| Rheinmetall", "state |utility| Eskom"
    fn noun_before(&self, at: usize) -> Option<(PartyKind, Option<CountryCode>)> {
        let doc = self.doc;
        let (end, kind) = self.descriptor_ending_at(at)?;
        let _ = end;
        let owner = self.owner_before(at);
        let article = (at.saturating_sub(7)..at).rev().take_while(|&t| self.is_plain(t)).last();
        let definite = article.is_some_and(|t| t > 0 && [w::THE, w::A, w::AN].contains(&doc.word(t - 1)));
        (owner.is_some() || definite).then_some((kind, owner))
    }

    fn descriptor_ending_at(&self, at: usize) -> Option<(usize, PartyKind)> {
        let last = at.checked_sub(1)?;
        if self.doc.is_capitalised(last) || !is_space(self.doc.gap(at)) {
            return None;
        }
        match self.doc.longest(last, Kind::Descriptor)? {
            (end, Entry::Descriptor(kind)) if end == at => Some((end, kind)),
            _ => None,
        }
    }

    /// "Sunatax|, Peru's tax agency", "Volvia|, the Swedish carmaker"
    fn noun_behind(&self, end: usize) -> Option<(PartyKind, Option<CountryCode>)> {
        let doc = self.doc;
        if doc.word(end) != w::COMMA {
            return None;
        }
        let owner = self.owner_behind(end)?;
        let kind = (end + 1..end + 9).take_while(|&t| doc.is_word(t)).find_map(|t| match doc.longest(t, Kind::Descriptor)? {
            (_, Entry::Descriptor(kind)) if !doc.is_capitalised(t) => Some(kind),
            _ => None,
        })?;
        Some((kind, Some(owner)))
    }

    /// "|administration of Islamabad|", "|khokimiyat of Tashkent City|", "|Khyber Pakhtunkhwa province|"
    fn administration(&mut self, at: usize) -> Option<usize> {
        let doc = self.doc;
        let (toks, code) = match common_head(doc, at) {
            Some(head) if !doc.is_capitalised(at) && !head.plural && doc.word(head.end) == w::OF => {
                if !matches!(head.kind, Some(PartyKind::Subnational)) && !doc.is(at, Kind::StateNoun) {
                    return None;
                }
                let place = head.end + 1 + usize::from(doc.word(head.end + 1) == w::THE);
                let (mut end, code) = place_name(doc, place)?;
                if goes_on(doc, end) && common_head(doc, end).is_some_and(|h| h.kind == Some(PartyKind::Subnational)) {
                    end += 1;
                }
                (at..end, code)
            }
            _ => {
                let (end, code) = place_name(doc, at)?;
                let head =
                    common_head(doc, end).filter(|h| h.kind == Some(PartyKind::Subnational) && !h.plural && is_space(doc.gap(end)))?;
                if doc.is_possessive(end - 1) || doc.is_capitalised(end) {
                    return None;
                }
                (at..head.end, code)
            }
        };
        let head = toks.clone();
        let (start, end) = (toks.start, toks.end);
        let mention = ActorMention {
            toks: toks.clone(),
            name: toks,
            kind: PartyKind::Subnational,
            form: ActorForm::Name,
            of: Some(code),
            inferred: self.owner_before(start) != Some(code),
            nested: false,
            actor: 0,
        };
        self.push(mention, Identity::Named { head });
        Some(end)
    }

    /// The states inside a longer name: "Ministry of Energy of |Ghana|".
    fn nested_states(&mut self, toks: &Toks) {
        let mut at = toks.start;
        while at < toks.end {
            match states::read(self.doc, at).filter(|s| s.toks.end <= toks.end && s.toks != *toks) {
                Some(state) => {
                    at = state.toks.end;
                    let index = self.state_mention(state);
                    self.found.mentions[index].nested = true;
                }
                None => at += 1,
            }
        }
    }

    /// "(HEC)" behind a full name: its abbreviation from then on.
    fn introduce(&mut self, mention: usize, end: usize) -> usize {
        let doc = self.doc;
        if doc.word(end) != w::OPEN || self.found.mentions[mention].nested {
            return end;
        }
        let close = (end + 2..end + 4).find(|&t| doc.word(t) == w::CLOSE);
        let Some(close) = close else { return end };
        let short = doc.printed(end + 1);
        if close != end + 2 || !is_abbreviation(short) {
            return end;
        }
        self.shorts.insert(short, mention);
        self.push_short(end + 1..close, mention);
        close + 1
    }

    /// A city or region of the gazetteer.
    fn place(&mut self, at: usize) -> Option<usize> {
        let (end, entry) = self.doc.longest(at, Kind::Place)?;
        let Entry::Place { code, .. } = entry else { return None };
        let toks = at..end;
        let mention = ActorMention {
            toks: toks.clone(),
            name: toks.clone(),
            kind: PartyKind::Subnational,
            form: ActorForm::Place,
            of: Some(code),
            inferred: false,
            nested: false,
            actor: 0,
        };
        self.push(mention, Identity::Named { head: toks });
        Some(end)
    }
}

/// "HEC", "CityU", "NAST": at least two capitals, or one at the head of a mixed word.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= 14 && word.chars().next().is_some_and(char::is_uppercase) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}
