//! Parties: whom the words around an instrument and around an act bind, those left out that only describe.

use super::drafts::{Member, add};
use super::frames::Frame;
use super::instruments::Instrument;
use super::layers::Layers;
use super::reader::Reader;
use super::topics::parties_end;
use crate::doc::Toks;
use crate::gazetteer::function_words::is_function_word;
use crate::gazetteer::{Cue, Entry, InstrumentWeight, Kind, function_words as w};
use crate::phrases::actors::{ActorForm, ActorMention};
use crate::report::{AccordType, PartyKind};

impl Reader<'_, '_> {
    /// What the words beside an instrument say of its parties, the nearest first.
    pub(super) fn own_parties(&mut self, target: usize, instrument: &Instrument) {
        let l = self.l;
        // Of "treaties with Chad and Mali" each has its own partner.
        let own = self.drafts[target].instrument.parties.clone();
        let within = |own: &Toks, all: &Toks| own.start >= all.start && own.end <= all.end;
        let range = match (own, &instrument.parties) {
            (Some(own), Some(all)) if within(&own, all) => Some(own),
            _ => instrument.parties.clone(),
        };
        if let Some(range) = &range {
            self.bind(target, bound(l, range));
        }
        let sentence = l.page.sentences.get(self.drafts[target].sentence).map_or(0..0, |s| s.toks.clone());
        self.bind(target, owner(l, instrument));
        let modifiers = instrument.toks.start..instrument.head.start;
        let organisation = |m: &ActorMention| m.kind == PartyKind::InternationalOrganisation;
        let named = |m: &&ActorMention| m.form != ActorForm::Place && m.kind != PartyKind::Subnational && !is_compound(l, m);
        for mention in l.actors_in(&modifiers).filter(|m| named(m) && !organisation(m)) {
            add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
        }
        if self.drafts[target].parties.len() < 2 {
            self.bind(target, holders(l, &sentence, instrument));
        }
        if self.drafts[target].parties.len() < 2 {
            self.bind(target, linked(l, sentence.end, instrument));
        }
        // "the MSG trade agreement" is that of its members, where they are named; one state leaves "the ICSID Convention".
        let open = matches!(instrument.accord_type, AccordType::Convention | AccordType::Charter);
        let free = usize::from(!open);
        for mention in l.actors_in(&modifiers).filter(|m| named(m) && organisation(m)) {
            if self.drafts[target].parties.len() <= free {
                add(&mut self.drafts[target].parties, mention.actor, &mention.toks, false);
            }
        }
    }

    fn bind(&mut self, target: usize, members: Vec<Member>) {
        for member in members {
            add(&mut self.drafts[target].parties, member.index, &member.at, member.inferred);
        }
    }
}

/// The actors of a range that are bound there: not those that say whose or where another is.
pub(super) fn bound(l: &Layers, toks: &Toks) -> Vec<Member> {
    let mut out = Vec::new();
    for mention in l.actors_in(toks).filter(|m| m.toks.end <= toks.end) {
        let place = mention.form == ActorForm::Place && !is_of_towns(l, toks.start, mention.toks.start);
        if !place && !only_describes(l, toks.start, mention) {
            add(&mut out, mention.actor, &mention.toks, false);
        }
    }
    out
}

/// "the cities of |Leipzig| and |Mekelle|": places that act.
fn is_of_towns(l: &Layers, from: usize, at: usize) -> bool {
    let town = |t: usize| matches!(l.doc.longest(t, Kind::BodyHead), Some((_, Entry::BodyHead { kind: Some(PartyKind::Subnational), .. })));
    (from.max(at.saturating_sub(5))..at).any(|t| l.doc.word(t + 1) == w::OF && town(t))
}

/// "|US|-mediated", "|Qatar|-brokered": of a word that tells who helped.
fn is_compound(l: &Layers, mention: &ActorMention) -> bool {
    let hyphen = mention.toks.end;
    let glued = l.doc.word(hyphen) == w::HYPHEN && l.doc.is_glued(hyphen) && l.doc.is_glued(hyphen + 1);
    glued && l.doc.is_word(hyphen + 1) && !l.doc.is_capitalised(hyphen + 1) && l.actor(hyphen + 1).is_none()
}

/// "Brenta Ltd of |Ghana|", "Brenta Ltd, the power utility of |Ghana|", "a firm from |Ghana|": whose another is.
fn only_describes(l: &Layers, from: usize, mention: &ActorMention) -> bool {
    let doc = l.doc;
    if is_compound(l, mention) || introduces(l, mention) || is_before_name(l, mention) || is_of_several(l, mention) {
        return true;
    }
    if mention.toks.start <= from {
        return false;
    }
    // "Brenta Ltd (|Brenta Togo|)"
    let mut marks = (from..mention.toks.start).rev().take(6);
    let bracket = marks.find(|&t| matches!(doc.word(t), w::OPEN | w::CLOSE)).filter(|&t| doc.word(t) == w::OPEN && t > from);
    // The members of an organisation may stand in brackets behind it.
    let explains = |m: &ActorMention| m.kind != PartyKind::InternationalOrganisation || mention.kind != PartyKind::State;
    if bracket.and_then(|open| l.actor(open - 1)).is_some_and(explains) {
        return true;
    }
    if !matches!(mention.kind, PartyKind::State | PartyKind::Subnational) {
        return false;
    }
    let article = usize::from(doc.word(mention.toks.start - 1) == w::THE);
    let Some(before) = mention.toks.start.checked_sub(1 + article).filter(|&t| t >= from) else { return false };
    let private = |t: usize| l.actor(t).is_some_and(|m| m.kind != PartyKind::State && m.kind != PartyKind::GovernmentBody);
    match doc.word(before) {
        // "its counterpart in |Ghana|"
        w::IN | w::FROM | w::AT => before == from || !doc.is(before - 1, Kind::Office),
        w::OF if before > from && private(before - 1) => true,
        _ => in_apposition(l, from, mention.toks.start),
    }
}

/// "the |Danish| rival Nordsik": said of a name that nobody knows.
fn is_before_name(l: &Layers, mention: &ActorMention) -> bool {
    let doc = l.doc;
    let noun = |t: usize| doc.is_word(t) && !doc.is_capitalised(t) && !is_function_word(doc.word(t));
    let end = mention.toks.end;
    let name = (end..end + 4).find(|&t| !noun(t)).unwrap_or(end);
    mention.form == ActorForm::Demonym && name > end && doc.is_capitalised(name) && l.official(name).is_none()
}

/// "|Malaysian| and Saudi private companies": said of several that nobody names.
fn is_of_several(l: &Layers, mention: &ActorMention) -> bool {
    let doc = l.doc;
    let adjective = |t: usize| l.actor(t).is_some_and(|m| m.form == ActorForm::Demonym);
    let passed = |t: usize| matches!(doc.word(t), w::AND | w::COMMA) || adjective(t) || doc.is_word(t) && !is_function_word(doc.word(t));
    let several = |t: usize| {
        let plural = |e| {
            matches!(
                e,
                Entry::BodyHead { kind: Some(PartyKind::Company | PartyKind::University | PartyKind::CivilSociety), plural: true, .. }
            )
        };
        !doc.is_capitalised(t) && doc.lookups_at(t).iter().any(|lookup| plural(lookup.entry))
    };
    let end = mention.toks.end;
    mention.form == ActorForm::Demonym && (end..end + 5).take_while(|&t| passed(t)).any(several)
}

/// "the |Union|'s own bank, the Investment Bank": a name that says which follows.
fn introduces(l: &Layers, mention: &ActorMention) -> bool {
    let doc = l.doc;
    let end = mention.toks.end;
    if !doc.is_possessive(end - 1) {
        return false;
    }
    let comma = (end..end + 6).take_while(|&t| !doc.is_capitalised(t)).find(|&t| doc.word(t) == w::COMMA);
    comma.is_some_and(|comma| comma > end && l.actor(doc.behind_the(comma + 1)).is_some())
}

/// "Brenta Ltd, the public utility of the |Ghanaian|": behind a comma that follows a private actor, with an article or owner.
fn in_apposition(l: &Layers, from: usize, to: usize) -> bool {
    let doc = l.doc;
    let Some(comma) = (from..to).rev().take(10).find(|&t| doc.word(t) == w::COMMA) else { return false };
    let opens = matches!(doc.word(comma + 1), w::THE | w::A | w::AN) || comma + 1 == to;
    let noun = |t: usize| doc.is_word(t) && !doc.is_capitalised(t) && !matches!(doc.word(t), w::THE | w::OF | w::AND | w::A | w::AN);
    let described = (comma + 1..to).any(noun) && !(comma + 1..to).any(|t| doc.word(t) == w::AND)
        || comma + 1 == to && l.actor(to).is_some_and(|m| m.form == ActorForm::Demonym || doc.is_possessive(m.toks.end - 1));
    let last = comma.checked_sub(1).filter(|&t| t > from).and_then(|t| l.actor(t - usize::from(doc.word(t) == w::CLOSE)));
    opens && described && last.is_some_and(|m| m.kind != PartyKind::State)
}

/// "|Australia|'s holiday arrangement", "|France|, whose own treaty with": who has it.
fn owner(l: &Layers, instrument: &Instrument) -> Vec<Member> {
    let doc = l.doc;
    let start = instrument.toks.start;
    let Some(before) = start.checked_sub(1) else { return Vec::new() };
    let whose = before - usize::from(doc.word(before) != w::WHOSE && before > 0);
    let end = if doc.is_possessive(before) {
        before
    } else if doc.word(whose) == w::WHOSE && whose > 1 && doc.word(whose - 1) == w::COMMA {
        whose - 2
    } else {
        return Vec::new();
    };
    let named = l.actor(end).filter(|m| m.toks.end == end + 1 && m.form != ActorForm::Place && m.kind != PartyKind::Subnational);
    named.map(|m| Member { index: m.actor, at: m.toks.clone(), inferred: false }).into_iter().collect()
}

/// "|the Ministry of Labour of Oman| has an agreement with": who has it.
fn holders(l: &Layers, sentence: &Toks, instrument: &Instrument) -> Vec<Member> {
    let doc = l.doc;
    let has = (sentence.start..instrument.toks.start).rev().take(12).find(|&t| matches!(doc.word(t), w::HAS | w::HAVE | w::HAD));
    let Some(has) = has else { return Vec::new() };
    // Nothing but an article, an adverb or a partner stands between: "has with B an agreement".
    let plain = (has + 1..instrument.toks.start).all(|t| {
        matches!(doc.word(t), w::A | w::AN | w::THE | w::ITS | w::ALSO | w::WITH) || l.actor(t).is_some() || doc.is(t, Kind::Adverb)
    });
    if !plain {
        return Vec::new();
    }
    let mut out = subjects(l, &(clause_start(l, sentence.start, has)..has));
    for member in bound(l, &(has..instrument.toks.start)) {
        add(&mut out, member.index, &member.at, false);
    }
    out
}

/// Behind the last semicolon, colon or "while" before a token.
fn clause_start(l: &Layers, from: usize, to: usize) -> usize {
    (from..to).rev().find(|&t| matches!(l.doc.word(t), w::SEMICOLON | w::COLON | w::WHILE)).map_or(from, |t| t + 1)
}

/// "an accord, for ten years, between |A| and |B|"; "an accord that links |A| to |B|"; "an accord under which |A| and |B| are to".
fn linked(l: &Layers, limit: usize, instrument: &Instrument) -> Vec<Member> {
    let doc = l.doc;
    let other =
        |t: usize| matches!(doc.longest(t, Kind::Instrument), Some((_, Entry::Instrument { weight: InstrumentWeight::Strong, .. })));
    let end = (instrument.toks.end..limit).find(|&t| l.is_clause_mark(t) || other(t)).unwrap_or(limit);
    for at in instrument.toks.end..end {
        if doc.word(at) == w::BETWEEN {
            let stop = parties_end(l, at + 1, end);
            return bound(l, &(at + 1..stop))
                .into_iter()
                .filter(|m| l.actor(m.at.start).is_some_and(|a| a.form != ActorForm::Seat))
                .collect();
        }
        if l.cue(at, Cue::Links) && at < instrument.toks.end + 4 {
            return bound(l, &(at + 1..end));
        }
        let under = matches!(doc.word(at), w::UNDER | w::BY | w::IN) && doc.word(at + 1) == w::WHICH && at < instrument.toks.end + 2;
        if under {
            let stop = list_end(l, at + 2, end);
            return bound(l, &(at + 2..stop));
        }
    }
    Vec::new()
}

/// The end of a plain list of actors: "|the Institute (INP) and the Office| will".
fn list_end(l: &Layers, from: usize, limit: usize) -> usize {
    let doc = l.doc;
    let mut at = from;
    while at < limit {
        if let Some(actor) = l.actor_starting_at(at) {
            at = actor.toks.end;
        } else if matches!(doc.word(at), w::THE | w::AND | w::COMMA | w::BOTH | w::OPEN | w::CLOSE) {
            at += 1;
        } else {
            break;
        }
    }
    at.min(limit)
}

/// The actors that act in a range: not those of a clause or a circumstance set before them, "when the Union met in Rome, |Kenya|".
pub(super) fn subjects(l: &Layers, toks: &Toks) -> Vec<Member> {
    let doc = l.doc;
    let mut out = Vec::new();
    let mut at = match toks.clone().rev().find(|&t| doc.word(t) == w::THAT && l.actors_in(&(t..toks.end)).next().is_some()) {
        Some(that) => that + 1,
        None => toks.start,
    };
    let (mut circumstance, mut last_end) = (false, toks.start);
    while at < toks.end {
        if let Some(end) = aside_end(l, toks, at) {
            at = end;
            continue;
        }
        let Some(mention) = l.actor_starting_at(at) else {
            at += 1;
            continue;
        };
        let acts =
            matches!(mention.form, ActorForm::Name | ActorForm::Abbreviation | ActorForm::Government | ActorForm::Seat | ActorForm::Short);
        // "from |Mali| and |Chad|"
        let joined = (last_end..at).all(|t| matches!(doc.word(t), w::AND | w::COMMA | w::THE));
        circumstance = is_circumstance(l, at) || circumstance && joined && last_end > toks.start;
        last_end = mention.toks.end;
        if acts && l.official(at).is_none() && !circumstance && !only_describes(l, toks.start, mention) {
            add(&mut out, mention.actor, &mention.toks, false);
        }
        at = mention.toks.end.max(at + 1);
    }
    out
}

/// One behind the comma that closes a subordinate clause or a circumstance set off by commas.
fn aside_end(l: &Layers, toks: &Toks, at: usize) -> Option<usize> {
    let doc = l.doc;
    let opens = at == toks.start || doc.word(at - 1) == w::COMMA || doc.is_below(at);
    // "the pact which |Chad, Mali| and others signed" opens with its object.
    let relative = matches!(doc.word(at), w::WHOSE | w::WHO | w::WHICH) && at > toks.start;
    let clause = relative || matches!(doc.word(at), w::WHEN | w::WHILE | w::AFTER | w::IF | w::SINCE | w::WHERE | w::BEFORE);
    let phrase = matches!(doc.word(at), w::IN | w::ON | w::AT | w::FOR | w::UNDER | w::DURING | w::AMID | w::AS | w::DESPITE | w::THROUGH);
    if !opens || !(clause || phrase) {
        return None;
    }
    (at + 1..toks.end).find(|&t| doc.word(t) == w::COMMA).map(|t| t + 1)
}

/// "signed it with |Ghana|", "is negotiating, with |Ghana| and |Togo|,": the other side of an act.
pub(super) fn counterparts(l: &Layers, within: &Toks, frame: &Frame, found: &[Instrument], next: usize) -> Vec<Member> {
    let doc = l.doc;
    let end = (frame.act.toks.end..next.min(within.end)).find(|&t| l.is_clause_mark(t)).unwrap_or(next.min(within.end));
    let free = |m: &Member| l.official(m.at.start).is_none() && !doc.is(m.at.end, Kind::Office);
    let listed = |from: usize| bound(l, &(from..parties_end(l, from, end)));
    let mut out = Vec::new();
    // "signed on behalf of |the Weather Service|"
    if let Some(behalf) = (frame.act.toks.end..end).find(|&t| doc.word(t) == w::BEHALF && doc.word(t + 1) == w::OF) {
        out = listed(behalf + 2);
    }
    let with = (frame.act.toks.end..end).find(|&t| doc.word(t) == w::WITH && joins_act(l, frame, found, t));
    // "with the Malaysian facilitator looking on"
    if let Some(with) = with.filter(|with| l.official(with + 1).is_none() && l.official(with + 2).is_none()) {
        for member in listed(with + 1) {
            add(&mut out, member.index, &member.at, false);
        }
    }
    out.retain(free);
    out
}

/// Whether a preposition hangs on the act: right behind it, its instrument, its day, its place or a comma.
fn joins_act(l: &Layers, frame: &Frame, found: &[Instrument], at: usize) -> bool {
    let before = at - 1;
    at == frame.act.toks.end
        || found.iter().any(|i| i.toks.end == at || i.toks.end == at + 1)
        || l.date(before).is_some()
        || matches!(l.doc.word(before), w::COMMA | w::IT | w::THEM | w::ONE | w::HERE)
        || l.doc.is(before, Kind::Adverb)
        || frame.place.as_ref().is_some_and(|place| matches!(place, super::frames::Place::At(toks) if toks.end == at))
}

/// "in Ghana", "visit to Togo": an actor as the place of something, or another's companion; not "his colleague from Togo".
pub(crate) fn is_circumstance(l: &Layers, at: usize) -> bool {
    let doc = l.doc;
    let before = at - usize::from(at > 0 && doc.word(at - 1) == w::THE);
    let Some(before) = before.checked_sub(1) else { return false };
    match doc.word(before) {
        w::FROM => before == 0 || !doc.is(before - 1, Kind::Office),
        word => matches!(word, w::IN | w::AT | w::TO | w::DURING | w::AFTER | w::ON | w::UNDER | w::ABOUT | w::AGAINST),
    }
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    /// The parties and the bodies of the first accord.
    fn read(text: &str) -> String {
        let record = Extractor::new().extract(text).to_record("own");
        record.accords.first().map_or(String::new(), |a| [&a.parties[..], &a.bodies[..]].concat().join(", "))
    }

    #[test]
    fn the_other_side_of_an_act() {
        assert_eq!(read("Chad signed a treaty on grazing in Niamey, with Niger."), "TCD, NER");
        assert_eq!(read("Chad signed a treaty with Niger, with the Malian envoy looking on."), "TCD, NER");
    }

    #[test]
    fn owners_and_holders() {
        assert_eq!(read("Chad's treaty with Niger was signed on Monday."), "NER, TCD");
        assert_eq!(read("Mali regrets it. Chad, whose own treaty with Niger was signed on Monday, does not."), "NER, TCD");
    }

    #[test]
    fn those_whom_an_accord_links() {
        assert_eq!(read("A treaty which links Gabon to Chad was signed on Monday."), "GAB, TCD");
        let text = "An agreement under which the Ministry of Health of Chad and Niger will train nurses was signed.";
        assert_eq!(read(text), "TCD, NER, Ministry of Health of Chad");
    }

    #[test]
    fn what_only_describes_is_not_bound() {
        assert_eq!(
            read("Brenta Ltd of Ghana and Sahel Airlines, the carrier of Mali, signed a lease agreement."),
            "Brenta Ltd, Sahel Airlines"
        );
        assert_eq!(read("A Qatar-brokered treaty between Chad and Niger was signed."), "TCD, NER");
        assert_eq!(read("Brenta Ltd (Brenta Holdings Ltd) signed an agreement with Chad."), "Brenta Ltd, TCD");
    }

    #[test]
    fn circumstances_set_before_the_subject() {
        assert_eq!(read("When the African Union met in Mali, Chad signed a treaty with Niger."), "TCD, NER");
        assert_eq!(read("The pact which Togo, Mali and Niger signed in 1999 has expired."), "TGO, MLI, NER");
        assert_eq!(read("Chad signed a treaty with Niger on its return from Mali and Togo."), "TCD, NER");
    }

    #[test]
    fn organisations_in_a_name_bind_where_nobody_else_is_named() {
        assert_eq!(read("The first ECOWAS treaty was signed by Togo, Mali and Ghana in 1975."), "TGO, MLI, GHA");
    }
}
