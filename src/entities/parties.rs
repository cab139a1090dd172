//! Whom each accord binds: what its own words say, else its signers, the accord before it, or the sides of the event.

use crate::clauses::{Draft, Layers, is_circumstance};
use crate::doc::Toks;
use crate::gazetteer::{Cue, FastMap, function_words as w};
use crate::phrases::actors::{Actor, ActorForm, ActorMention};
use crate::phrases::officials::Serves;
use crate::report::{AccordType, CountryCode, Fact, PartyId, PartyKind, Rule, Status};
use crate::text::BlockKind;

/// How many accords back the parties are looked for that one shares.
const NEAR: usize = 12;

/// How many accords before one are looked at in its sentence.
const IN_SENTENCE: usize = 64;

/// How many blocks over an accord the heading may stand.
const FARTHEST_HEADING: usize = 8;

/// A party or a body of an accord, and the words that say so.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub actor: usize,
    at: Toks,
    /// None where the words of the accord state it.
    inferred: Option<Rule>,
}

impl Bound {
    pub fn fact(&self, l: &Layers, id: PartyId) -> Fact<PartyId> {
        let span = l.doc.span(&self.at);
        match self.inferred {
            Some(rule) => Fact::inferred(id, span, rule),
            None => Fact::stated(id, span, Rule::AccordsParty),
        }
    }
}

/// The parties of an accord, and the bodies that act for them.
#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    pub parties: Vec<Bound>,
    pub bodies: Vec<Bound>,
}

impl Members {
    fn has(&self, actor: usize) -> bool {
        self.parties.iter().any(|p| p.actor == actor)
    }

    fn push(&mut self, actor: usize, at: &Toks, inferred: Option<Rule>) {
        if !self.has(actor) {
            self.parties.push(Bound { actor, at: at.clone(), inferred });
        }
    }

    /// A ministry is a body, and its state the party.
    fn bind(&mut self, l: &Layers, states: &FastMap<CountryCode, usize>, actor: usize, at: &Toks, inferred: Option<Rule>) {
        let Actor { kind, of, .. } = l.actors.actors[actor];
        if kind != PartyKind::GovernmentBody {
            return self.push(actor, at, inferred);
        }
        self.push_body(actor, at, inferred);
        if let Some(&state) = of.and_then(|code| states.get(&code)) {
            self.push(state, at, inferred.or(Some(Rule::AccordsPartyOfBody)));
        }
    }

    fn push_body(&mut self, actor: usize, at: &Toks, inferred: Option<Rule>) {
        if !self.bodies.iter().any(|b| b.actor == actor) {
            self.bodies.push(Bound { actor, at: at.clone(), inferred });
        }
    }
}

/// The members of every draft, in their order.
pub(super) fn of_all(l: &Layers, drafts: &[Draft]) -> Vec<Members> {
    let states = states(l);
    let mut all: Vec<Members> = drafts.iter().map(|draft| told(l, &states, draft)).collect();
    let sides = Sides::read(l, &states, drafts, &all);
    for index in 0..drafts.len() {
        let (draft, members) = (&drafts[index], &mut all[index]);
        // "a sister-city agreement": of towns, whatever states are named
        let twins = members.parties.iter().all(|p| l.actors.actors[p.actor].kind == PartyKind::State)
            && draft.text.clone().any(|t| l.cue(t, Cue::Twinning));
        let towns = if twins { towns(l, draft) } else { Vec::new() };
        if let [one, other] = towns[..] {
            members.parties.clear();
            [one, other].into_iter().for_each(|town| members.push(town, &draft.text, Some(Rule::AccordsEvent)));
            continue;
        }
        if !twins && members.parties.len() > 1 {
            continue;
        }
        let headed = headed(l, draft);
        if twins || headed.is_some() || !is_one_sided(l, draft, members, &sides) {
            fill(l, drafts, index, headed, &mut all, &sides);
        }
    }
    all
}

/// The actor that is the state of a code.
fn states(l: &Layers) -> FastMap<CountryCode, usize> {
    let mut states = FastMap::default();
    for (index, actor) in l.actors.actors.iter().enumerate() {
        if let Some(code) = actor.of.filter(|_| actor.kind == PartyKind::State) {
            states.entry(code).or_insert(index);
        }
    }
    states
}

/// What the words of an accord say, a ministry standing for its state; where they name fewer than two, whom its signers serve.
fn told(l: &Layers, states: &FastMap<CountryCode, usize>, draft: &Draft) -> Members {
    let mut members = Members::default();
    let from_summary = draft.parties.is_empty().then_some(Rule::AccordsListItem);
    let named = if from_summary.is_some() { &draft.inherited } else { &draft.parties };
    for member in named {
        let rule = from_summary.or(member.inferred.then_some(Rule::AccordsEvent));
        members.bind(l, states, member.index, &member.at, rule);
    }
    if members.parties.len() < 2 {
        for signer in draft.signed_by.iter().chain(&draft.exchanged_by) {
            let actor = match l.officials.officials[signer.index].of {
                Some(Serves::State(code)) => states.get(&code).copied(),
                Some(Serves::Actor(actor)) => Some(actor),
                Some(Serves::Named(..)) | None => None,
            };
            if let Some(actor) = actor.filter(|&actor| !is_owner(l, &members, actor)) {
                members.bind(l, states, actor, &signer.at, Some(Rule::AccordsPartyOfSigner));
            }
        }
    }
    // "The heads of the two agencies signed", "the director of the Coast Guard": they act for their states.
    for signer in draft.signed_by.iter().chain(&draft.exchanged_by) {
        let served = match l.officials.officials[signer.index].of {
            Some(Serves::Actor(actor)) => Some(actor),
            _ => headed_by(l, signer.index),
        };
        let Some(actor) = served else { continue };
        let Actor { kind, of, .. } = l.actors.actors[actor];
        let state = of.and_then(|code| states.get(&code));
        if kind == PartyKind::GovernmentBody && state.is_some_and(|&state| members.has(state)) {
            members.push_body(actor, &signer.at, Some(Rule::AccordsPartyOfSigner));
        }
    }
    members
}

/// The agency that an official's office names: "executive director of |the Space Commission|"; not a ministry, whose
/// minister signs for the government.
fn headed_by(l: &Layers, official: usize) -> Option<usize> {
    let mentions = l.officials.mentions.iter().filter(|m| m.officials == [official]);
    mentions
        .flat_map(|mention| {
            l.actors
                .mentions
                .iter()
                .skip(l.actors.mentions.partition_point(|m| m.toks.start < mention.toks.start))
                .take_while(|m| m.toks.start < mention.toks.end)
        })
        .filter(|m| m.kind == PartyKind::GovernmentBody && m.form != ActorForm::Demonym)
        .find(|m| l.actors.actors[m.actor].name.clone().any(|t| l.cue(t, Cue::Signing)))
        .map(|m| m.actor)
}

/// Whether an actor is the state of a firm, town or university that is a party itself, or the other way round.
fn is_owner(l: &Layers, members: &Members, actor: usize) -> bool {
    members.parties.iter().any(|p| is_pair_of_owner(&l.actors.actors[p.actor], &l.actors.actors[actor]))
}

fn is_pair_of_owner(one: &Actor, other: &Actor) -> bool {
    let owned = |a: &Actor| is_private(a.kind) && a.kind != PartyKind::ArmedGroup;
    one.of.is_some() && one.of == other.of && (owned(one) && other.kind == PartyKind::State || owned(other) && one.kind == PartyKind::State)
}

/// A firm, a university, a town, a group: a party of its own right.
fn is_private(kind: PartyKind) -> bool {
    !matches!(kind, PartyKind::State | PartyKind::InternationalOrganisation | PartyKind::GovernmentBody)
}

/// An act of one alone: a declaration that one adopts, a state that joins an open convention or leaves a treaty.
fn is_one_sided(l: &Layers, draft: &Draft, members: &Members, sides: &Sides) -> bool {
    let [one] = &members.parties[..] else { return false };
    // "the Convention with Ghana" is not open to all.
    let with = draft.instrument.parties.is_some();
    let open = matches!(draft.accord_type, AccordType::Convention | AccordType::Charter) && !with;
    let status = draft.stage().map(|s| s.status);
    let left = draft.is_summary && status == Some(Status::Terminated);
    let declared = matches!(draft.accord_type, AccordType::Declaration | AccordType::JointStatement);
    // "the Declaration of the South Summit", what its assembly adopts
    let by_organisation = l.actors.actors[one.actor].kind == PartyKind::InternationalOrganisation && one.inferred.is_none();
    // "Samoa acceded to the Arms Trade Treaty"
    let pact = matches!(draft.accord_type, AccordType::Treaty | AccordType::Protocol);
    let joined = pact && draft.instrument.named && !with && status == Some(Status::Ratified) && (one.inferred.is_none() || !sides.of_two);
    let own = draft.accord_type == AccordType::Declaration && status == Some(Status::Adopted);
    let foremost = sides.order.first() == Some(&one.actor);
    open || joined || left || own || by_organisation && (declared || foremost && status == Some(Status::Adopted))
}

/// The actors that the report is about, those of whom most is said first.
struct Sides {
    order: Vec<usize>,
    /// Those who are named alone, as the other side: "with Ghana", "with Togo".
    others: Vec<usize>,
    /// The parties of the first accord among three and more states.
    many: Vec<usize>,
    /// Whether the report is of the first two: headline or lead name the second.
    of_two: bool,
    /// The bodies of an accord that the headline names: "Central banks of ... extend swap".
    bodies: Vec<usize>,
}

impl Sides {
    fn read(l: &Layers, states: &FastMap<CountryCode, usize>, drafts: &[Draft], all: &[Members]) -> Self {
        let mut weights = vec![0u32; l.actors.actors.len()];
        let mut first = vec![usize::MAX; weights.len()];
        let lead_end = lead_end(l);
        let mut outer: Option<&ActorMention> = None;
        for mention in &l.actors.mentions {
            let inside = outer.filter(|m| mention.nested && m.toks.end >= mention.toks.end);
            if !mention.nested {
                outer = Some(mention);
            }
            // "the University of Ghana" says nothing of Ghana.
            if inside.is_some_and(|m| is_private(m.kind)) {
                continue;
            }
            let actor = match mention.form {
                ActorForm::Place => continue,
                _ if mention.kind == PartyKind::GovernmentBody => match mention.of.and_then(|code| states.get(&code)) {
                    Some(&state) if !mention.inferred => state,
                    _ => continue,
                },
                _ => mention.actor,
            };
            weights[actor] += weight(l, mention, lead_end);
            first[actor] = first[actor].min(mention.toks.start);
        }
        if let Some(place) = l.page.dateline.as_ref().and_then(|d| d.place.as_ref()) {
            let code = l.actors.mentions.iter().find(|m| place.contains(&m.toks.start)).and_then(|m| m.of);
            if let Some(&state) = code.and_then(|code| states.get(&code)) {
                weights[state] += 2;
            }
        }
        let mut others = Vec::new();
        for (draft, members) in drafts.iter().zip(all).filter(|(draft, _)| !draft.is_background) {
            for party in &members.parties {
                weights[party.actor] += if members.parties.len() > 1 { 3 } else { 1 };
                first[party.actor] = first[party.actor].min(party.at.start);
            }
            let other =
                |member: &&crate::clauses::Member| draft.instrument.parties.as_ref().is_some_and(|range| range.contains(&member.at.start));
            if let ([member], true) = (&draft.parties[..], members.parties.len() == 1) {
                others.extend(Some(member).filter(other).map(|m| m.index));
            }
        }
        let mut order: Vec<usize> = (0..weights.len()).filter(|&a| weights[a] > 3).collect();
        order.sort_by_key(|&a| (std::cmp::Reverse(weights[a]), first[a]));
        order.truncate(6);
        let state = |p: &Bound| l.actors.actors[p.actor].kind == PartyKind::State;
        let among_many =
            |(draft, members): &(&Draft, &Members)| !draft.is_background && members.parties.len() > 2 && members.parties.iter().all(state);
        let many = drafts.iter().zip(all).find(among_many).map_or(Vec::new(), |(_, m)| m.parties.iter().map(|p| p.actor).collect());
        let headlined = |m: &&ActorMention| m.kind == PartyKind::GovernmentBody && l.page.kind_of(m.toks.start) == BlockKind::Headline;
        let mut bodies: Vec<usize> = l.actors.mentions.iter().filter(headlined).map(|m| m.actor).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let mut acting: Vec<usize> = all.iter().filter(|m| m.bodies.len() == 2).flat_map(|m| &m.bodies).map(|b| b.actor).collect();
        acting.sort_unstable();
        bodies.retain(|body| acting.binary_search(body).is_ok());
        others.sort_unstable();
        let leading = |side: &usize| l.actors.mentions.iter().any(|m| m.actor == *side && m.toks.start < lead_end);
        let of_two = order.get(1).is_some_and(leading);
        Self { order, others, many, of_two, bodies }
    }

    /// Those whom an accord without any words of its own is between: two, or the three and more of a pact among many.
    fn all(&self, l: &Layers) -> Vec<usize> {
        let two = self.two(l);
        // An organisation may stand for its members: "the summit of the Union".
        let organisation = |side: usize| l.actors.actors[side].kind == PartyKind::InternationalOrganisation;
        let among = |&side: &usize| self.many.contains(&side) || organisation(side);
        if !self.many.is_empty() && two.iter().all(among) { self.many.clone() } else { two }
    }

    fn two(&self, l: &Layers) -> Vec<usize> {
        let mut two: Vec<usize> = Vec::new();
        for &side in &self.order {
            if two.len() < 2 && !two.iter().any(|&s| is_pair_of_owner(&l.actors.actors[s], &l.actors.actors[side])) {
                two.push(side);
            }
        }
        two
    }

    /// The other side of an accord that names one: of the two sides the other; else a lender for a state, the state
    /// that its sentence speaks of, or whoever is not named as the other side elsewhere.
    fn other_than(&self, l: &Layers, one: &Members, draft: &Draft, before: &[Draft]) -> Option<usize> {
        let two = self.two(l);
        let fits = |side: &usize| !one.has(*side) && !is_owner(l, one, *side);
        let subject = || subject(l, draft, before).filter(fits);
        if draft.instrument.parties.is_some() {
            if let Some(subject) = subject() {
                return Some(subject);
            }
        }
        if two.iter().any(|&side| one.has(side)) {
            return two.into_iter().find(|&side| !one.has(side));
        }
        if let Some(subject) = subject() {
            return Some(subject);
        }
        let kind = |side: usize| l.actors.actors[side].kind;
        let one_is_state = one.parties.iter().all(|p| kind(p.actor) == PartyKind::State);
        let unlike = two.iter().copied().find(|&side| (kind(side) == PartyKind::State) != one_is_state && fits(&side));
        let home = || self.order.iter().copied().find(|side| self.others.binary_search(side).is_err() && fits(side));
        unlike.or_else(home).or_else(|| self.order.iter().copied().find(fits))
    }
}

/// The last state before an accord in its sentence: "the |Brazilian| Senate ratified an agreement with". Not that of another
/// accord: "approved a trade agreement with Chad and a pact on post with Mali".
fn subject(l: &Layers, draft: &Draft, drafts_before: &[Draft]) -> Option<usize> {
    let sentence = &l.page.sentences.get(draft.sentence)?.toks;
    let before = sentence.start..draft.text.start.max(sentence.start);
    let before_it = drafts_before.iter().rev().take_while(|d| d.sentence == draft.sentence).take(IN_SENTENCE);
    let elsewhere = |m: &ActorMention| {
        before_it
            .clone()
            .any(|d| d.text.contains(&m.toks.start) || d.instrument.parties.as_ref().is_some_and(|p| p.contains(&m.toks.start)))
    };
    let acts =
        |m: &&ActorMention| m.kind == PartyKind::State && m.form != ActorForm::Place && !is_circumstance(l, m.toks.start) && !elsewhere(m);
    l.actors_in(&before).filter(acts).last().map(|m| m.actor)
}

/// One behind the second sentence of prose.
fn lead_end(l: &Layers) -> usize {
    l.prose().nth(1).map_or(0, |s| s.toks.end)
}

/// How much a mention says of whom the report is about: the headline and the lead say most.
fn weight(l: &Layers, mention: &ActorMention, lead_end: usize) -> u32 {
    let headline = match l.page.kind_of(mention.toks.start) {
        BlockKind::Furniture | BlockKind::Byline => return 0,
        kind => kind == BlockKind::Headline,
    };
    let lead = mention.toks.start < lead_end;
    match (mention.kind, mention.form) {
        (PartyKind::InternationalOrganisation, _) if mention.of.is_none() => 1 + u32::from(lead) + 3 * u32::from(headline),
        _ if headline => 6,
        (PartyKind::State | PartyKind::GovernmentBody, ActorForm::Demonym) => 2,
        (PartyKind::State | PartyKind::GovernmentBody | PartyKind::ArmedGroup | PartyKind::InternationalOrganisation, _) => {
            2 + 2 * u32::from(lead)
        }
        _ => u32::from(lead) * 2 + 1,
    }
}

/// Gives an accord the parties that its words leave out; `headed` is the side that the heading over it names.
fn fill(l: &Layers, drafts: &[Draft], index: usize, headed: Option<usize>, all: &mut [Members], sides: &Sides) {
    let (before, rest) = all.split_at_mut(index);
    let (before, members) = (&*before, &mut rest[0]);
    let at = drafts[index].text.clone();
    let block = |d: &Draft| l.page.sentences.get(d.sentence).map(|s| s.block);
    let neighbour = drafts[..index]
        .iter()
        .zip(before)
        .rev()
        .take(NEAR)
        .take_while(|(d, _)| block(d) == block(&drafts[index]))
        .find(|(_, m)| m.parties.len() >= 2);
    let headed = headed.or_else(|| beside(l, &drafts[index], sides));
    if members.parties.is_empty() {
        match neighbour.or_else(|| private(l, drafts, before)).filter(|_| headed.is_none()) {
            Some((_, told)) => told.parties.iter().for_each(|p| members.push(p.actor, &at, Some(Rule::AccordsNeighbour))),
            None if headed.is_some() => {
                let others = || sides.order.iter().copied().filter(|&side| Some(side) != headed);
                let home = others().find(|&side| l.actors.actors[side].kind == PartyKind::State).or_else(|| others().next());
                home.into_iter().chain(headed).for_each(|side| members.push(side, &at, Some(Rule::AccordsEvent)));
            }
            None => {
                sides.all(l).into_iter().for_each(|side| members.push(side, &at, Some(Rule::AccordsEvent)));
                if let [_, _] = sides.bodies[..] {
                    sides.bodies.iter().for_each(|&body| members.push_body(body, &at, Some(Rule::AccordsEvent)));
                }
            }
        }
        return;
    }
    let partner = neighbour
        .filter(|(_, told)| told.has(members.parties[0].actor))
        .and_then(|(_, told)| told.parties.iter().find(|p| !members.has(p.actor)));
    if let Some(partner) = partner {
        members.push(partner.actor, &at, Some(Rule::AccordsNeighbour));
    } else if let Some(side) = headed.filter(|&side| !members.has(side) && !is_owner(l, members, side)) {
        members.push(side, &at, Some(Rule::AccordsEvent));
    } else if let Some(side) = sides.other_than(l, members, &drafts[index], &drafts[..index]) {
        members.push(side, &at, Some(Rule::AccordsEvent));
    }
}

/// The one state or organisation beside the home side that the sentence of an accord names, in a report that is not of two
/// sides: "The Cabinet agreed to propose a memorandum on trafficking to |Laos|."
fn beside(l: &Layers, draft: &Draft, sides: &Sides) -> Option<usize> {
    let &home = sides.order.first()?;
    if sides.of_two {
        return None;
    }
    let sentence = &l.page.sentences.get(draft.sentence)?.toks;
    let reached = |at: usize| {
        let before = at - usize::from(at > 0 && l.doc.word(at - 1) == w::THE);
        matches!(l.doc.word(before.wrapping_sub(1)), w::WITH | w::TO)
    };
    let side = |m: &&ActorMention| {
        matches!(m.kind, PartyKind::State | PartyKind::InternationalOrganisation)
            && m.actor != home
            && !matches!(m.form, ActorForm::Place | ActorForm::Demonym)
            && (!draft.text.contains(&m.toks.start) || reached(m.toks.start))
            && l.official(m.toks.start).is_none()
    };
    only_one(l.actors_in(sentence).filter(side))
}

/// The two towns that the report names most, or the only one.
fn towns(l: &Layers, draft: &Draft) -> Vec<usize> {
    let dateline = l.page.dateline.as_ref().map_or(0..0, |line| line.toks.clone());
    let town = |m: &&ActorMention| m.kind == PartyKind::Subnational && !dateline.contains(&m.toks.start);
    let sentence = l.page.sentences.get(draft.sentence).map_or(0..0, |s| s.toks.clone());
    let mut here: Vec<usize> = l.actors_in(&sentence).filter(town).map(|m| m.actor).collect();
    here.dedup();
    if here.len() == 2 {
        return here;
    }
    let mut named: FastMap<usize, usize> = FastMap::default();
    for mention in l.actors.mentions.iter().filter(town) {
        *named.entry(mention.actor).or_default() += 1;
    }
    let mut towns: Vec<(usize, usize)> = named.into_iter().collect();
    towns.sort_by_key(|&(town, times)| (std::cmp::Reverse(times), town));
    let mut pair: Vec<usize> = towns.into_iter().take(2).map(|(town, _)| town).collect();
    pair.sort_unstable();
    pair
}

/// The first accord, where it is one of firms, towns or universities: those of the report are theirs too.
fn private<'a>(l: &Layers, drafts: &'a [Draft], before: &'a [Members]) -> Option<(&'a Draft, &'a Members)> {
    let first = drafts.iter().zip(before).find(|(draft, told)| !draft.is_background && told.parties.len() >= 2)?;
    first.1.parties.iter().all(|p| is_private(l.actors.actors[p.actor].kind)).then_some(first)
}

/// The one side that the heading over an accord names: "LUXEMBOURG", "Labour cooperation with Cambodia".
fn headed(l: &Layers, draft: &Draft) -> Option<usize> {
    let block = l.page.sentences.get(draft.sentence)?.block;
    let over = (block.saturating_sub(FARTHEST_HEADING)..block).rev().find(|&b| l.page.blocks[b].kind == BlockKind::Heading)?;
    only_one(l.actors_in(&l.page.blocks[over].toks).filter(|m| m.kind == PartyKind::State))
}

/// The actor of all these mentions.
fn only_one<'a>(mut mentions: impl Iterator<Item = &'a ActorMention>) -> Option<usize> {
    let first = mentions.next()?.actor;
    mentions.all(|m| m.actor == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    /// The parties of each accord, then its bodies behind a bar.
    fn read(text: &str) -> Vec<String> {
        let record = Extractor::new().extract(text).to_record("own");
        let line = |a: &crate::report::RecordAccord| {
            let bodies = if a.bodies.is_empty() { String::new() } else { format!(" | {}", a.bodies.join(", ")) };
            format!("{}{bodies}", a.parties.join(", "))
        };
        record.accords.iter().map(line).collect()
    }

    #[test]
    fn a_body_stands_for_its_state() {
        let text = "The Ministry of Health of Peru and the Ministry of Health of Chile signed a memorandum of understanding on vaccines.";
        assert_eq!(read(text), ["PER, CHL | Ministry of Health of Peru, Ministry of Health of Chile"]);
    }

    #[test]
    fn an_agency_signs_by_its_head_and_a_ministry_by_none() {
        let text = "The executive director of the Space Agency of Togo, Abel Sow, and the president of the Space Commission of Peru, Ada \
                    Lim, signed an agreement on radar.";
        assert_eq!(read(text), ["TGO, PER | Space Agency of Togo, Space Commission of Peru"]);
        let text =
            "The secretary of the Ministry of Trade of Togo, Abel Sow, and Trade Minister Ada Lim of Peru signed an agreement on figs.";
        assert_eq!(read(text), ["TGO, PER"]);
    }

    #[test]
    fn sister_cities_bind_towns() {
        let text = "Mayor Abel Sow of Lomé and Mayor Ada Lim of Arequipa signed a sister-city agreement. Lomé and Arequipa are ports.";
        assert_eq!(read(text), ["Lomé, Arequipa"]);
    }

    #[test]
    fn the_heading_and_the_sentence_name_the_other_side() {
        let text = "Togo reviews its treaties\n\nTogo has looked at its tax treaties.\n\nPERU\n\n- Convention signed in 2002.\n\nMALTA\n\n\
                    - Agreement signed in 2004.\n";
        assert_eq!(read(text), ["TGO, PER", "TGO, MLT"]);
    }

    #[test]
    fn a_firm_is_a_party_without_its_state() {
        let text = "Brenta Ltd, Togo's largest mill, and Lakeside University signed a research agreement on Monday.";
        assert_eq!(read(text), ["Brenta Ltd, Lakeside University"]);
    }

    #[test]
    fn what_is_left_out_comes_from_the_accord_before() {
        let text = "Kenya, Uganda and Rwanda signed an agreement on visas. They also initialled a protocol on rail transport.";
        assert_eq!(read(text), ["KEN, UGA, RWA", "KEN, UGA, RWA"]);
    }

    #[test]
    fn what_is_left_out_comes_from_the_sides_of_the_visit() {
        let text =
            "Togo's president in Accra\n\nThe president of Togo ended a visit to Ghana on Friday.\n\nA treaty on extradition was signed.";
        assert_eq!(read(text), ["TGO, GHA"]);
    }

    #[test]
    fn one_that_is_named_has_the_home_state_beside_it() {
        let text = "The Norwegian government approved its tax treaty with Zambia. A similar agreement with Malawi was signed in 2009.";
        assert_eq!(read(text), ["NOR, ZMB", "MWI, NOR"]);
    }

    #[test]
    fn who_joins_an_open_convention_joins_alone() {
        let text = "Fiji ratified the Convention on Cluster Munitions. Samoa acceded to the Arms Trade Treaty on the same day.";
        assert_eq!(read(text), ["FJI", "WSM"]);
    }

    #[test]
    fn a_summit_is_that_of_the_members_that_sign() {
        let text = "ECOWAS summit ends\n\nThe summit of the Economic Community of West African States (ECOWAS) ended on Friday. Togo, Mali and \
                    Ghana signed a protocol on roads.\n\nA treaty on railways was signed too.";
        assert_eq!(read(text), ["TGO, MLI, GHA", "TGO, MLI, GHA"]);
    }

    #[test]
    fn the_headline_names_the_bodies() {
        let text = "Bank of Korea, Bank Indonesia extend swap\n\nThe Bank of Korea and Bank Indonesia signed a swap agreement on Monday.\n\n\
                    A protocol on training was signed in 2014.";
        assert_eq!(read(text), ["KOR, IDN | Bank of Korea, Bank Indonesia", "KOR, IDN | Bank of Korea, Bank Indonesia"]);
    }

    #[test]
    fn a_development_bank_lends_for_itself() {
        let text = "The Development Bank of Togo and the Ministry of Health of Mali signed a loan agreement.";
        assert_eq!(read(text), ["Development Bank of Togo, MLI | Ministry of Health of Mali"]);
    }

    #[test]
    fn helpers_hosts_and_topics_are_no_parties() {
        let text = "Armenia and Azerbaijan signed a Swiss-brokered agreement on the status of the Caspian in Geneva, in the presence of \
                    the French ambassador and under the auspices of the United Nations.";
        assert_eq!(read(text), ["ARM, AZE"]);
    }
}
