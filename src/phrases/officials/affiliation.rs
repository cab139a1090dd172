//! Whom an official serves, where no phrase round the office says it.

use super::binding::Found;
use super::merge::RoleKey;
use super::offices::{Office, Owner, is_organ};
use super::sides;
use super::ties::Ties;
use super::words::{Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{ActKind, Cue, Entry, Kind, OfficeClass, StateSense, VerbShape};
use crate::phrases::actors::ActorForm;
use crate::report::{CountryCode, PartyKind};
use crate::text::BlockKind;

/// How many states an official without one is tried against.
const CANDIDATES: usize = 4;
/// How many tokens at either end of the page are looked through for addresses.
const HEAD: usize = 200;
/// How many officials before and behind are compared.
const NEAR: usize = 64;
/// How far apart two holders of one office may be named who are taken to hold it in two states.
const BESIDE: usize = 400;
/// How far apart two officers of one institution may be named.
const INSTITUTION_REACH: usize = 300;
/// How far into a line its label, or the cell of a table, is looked for.
const LINE: usize = 512;
/// How far behind a name its delegation may be named.
const REACH: usize = 14;

/// The owner that the words round a mention give, beyond its own phrase: the label of a row, the head of a column,
/// "who led the Ukrainian delegation", "on the Turkish side".
pub(super) fn from_context(words: &Words, offices: &[Office], found: &Found, previous_end: usize) -> Option<Owner> {
    let block = &words.page.blocks[words.page.block_of(found.toks.start)?];
    let floor = previous_end.max(block.toks.start);
    label(words, &block.toks, found.toks.start)
        .or_else(|| sides::heading(words, found.toks.start))
        .or_else(|| column(words, found.toks.start))
        .or_else(|| side_before(words, found.toks.start, floor))
        .or_else(|| side_behind(words, &block.toks, found.toks.end))
        .or_else(|| acts_for(words, found.toks.start, floor))
        .or_else(|| acts_by(words, found.toks.start, floor))
        .or_else(|| signatory_of(words, found.toks.start, floor))
        .or_else(|| sides::delegation(words, found.toks.start, floor))
        .or_else(|| institution(words, offices, found))
}

/// "Kazakhstan – President Aliya Nurlan", "Kenya (host): ...": a state or an organisation that a line begins with.
fn label(words: &Words, block: &Toks, at: usize) -> Option<Owner> {
    let doc = words.doc;
    let mut start = block.start;
    while start < at && start < block.start + 8 && (!doc.is_word(start) || doc.is_number(start)) {
        start += 1;
    }
    let (owner, mut end) = match words.actor_at(start) {
        Some(mention) if words.actors.mentions[mention].form == ActorForm::Place => return None,
        Some(mention) => (sides::owner_of(words, mention), words.actors.mentions[mention].toks.end),
        None => {
            let state = words.state_at(start).filter(|s| !matches!(s.sense, StateSense::Demonym | StateSense::Capital))?;
            (Owner::State(state.code), state.end)
        }
    };
    if doc.word(end) == w::OPEN {
        end = (end..end + 5).find(|&t| doc.word(t) == w::CLOSE)? + 1;
    }
    let marked = matches!(doc.word(end), w::EN_DASH | w::EM_DASH | w::HYPHEN | w::COLON | w::BAR) && end < at;
    (marked && end + 1 == at).then_some(owner)
}

/// The state at the head of a table's column ("Indian signatory"), or at the start of its row.
fn column(words: &Words, at: usize) -> Option<Owner> {
    let index = words.page.block_of(at)?;
    let blocks = &words.page.blocks;
    let block = &blocks[index];
    if !words.is_row(index) || at - block.toks.start > LINE {
        return None;
    }
    let number = cells(words, block.toks.start..at + 1);
    let mut head = index;
    while head > 0 && index - head < 64 && words.is_row(head - 1) {
        head -= 1;
    }
    if head < index && number > 0 {
        let heading = &blocks[head].toks;
        let mut cell = 0;
        for token in heading.clone().take(LINE) {
            cell += usize::from(words.is(token, Tag::CELL));
            if cell == number {
                // "Indian signatory", "For Saudi Arabia"
                if let Some(state) = words.state_at(token) {
                    return Some(Owner::State(state.code));
                }
                if let Some((owner, _)) = Some(token).filter(|&t| words.doc.word(t) == w::FOR).and_then(|t| sides::side_at(words, t + 1)) {
                    return Some(owner);
                }
            }
            if cell > number {
                break;
            }
        }
    }
    let cell = |t: &usize| words.is(*t, Tag::CELL) || *t == block.toks.start;
    (block.toks.start..at).filter(cell).find_map(|t| {
        let state = words.state_at(t).filter(|s| s.end < at).map(|s| Owner::State(s.code));
        let actor = || words.actor_at(t).filter(|&m| fills_cell(words, &words.actors.mentions[m].toks, block.toks.end));
        state.or_else(|| actor().map(|m| sides::owner_of(words, m)))
    })
}

/// Whether a phrase ends where its cell does.
fn fills_cell(words: &Words, toks: &Toks, end: usize) -> bool {
    toks.end >= end || words.is(toks.end, Tag::CELL) || words.doc.word(toks.end) == w::BAR
}

/// How many cells begin behind the first token of a range.
fn cells(words: &Words, range: Toks) -> usize {
    range.filter(|&t| words.is(t, Tag::CELL)).count()
}

/// "who headed the Ukrainian delegation" behind a name.
fn side_behind(words: &Words, block: &Toks, at: usize) -> Option<Owner> {
    let doc = words.doc;
    for token in at..(at + REACH).min(block.end) {
        if matches!(doc.word(token), w::STOP | w::SEMICOLON) || words.is(token, Tag::OFFICE) {
            return None;
        }
        if let Some(state) = words.state_at(token) {
            return is_side(words, state.end, state.sense).then_some(Owner::State(state.code));
        }
    }
    None
}

/// "on the Turkish side it was attended by" before a name.
fn side_before(words: &Words, at: usize, floor: usize) -> Option<Owner> {
    let doc = words.doc;
    for token in (floor.max(at.saturating_sub(REACH))..at).rev() {
        if matches!(doc.word(token), w::STOP | w::SEMICOLON) {
            return None;
        }
        if let Some(state) = words.state_at(token) {
            return is_side(words, state.end, state.sense).then_some(Owner::State(state.code));
        }
    }
    None
}

/// "For Thailand it was | Commerce Minister Kaew", "for the Republic of Chile, | Minister Soto", "On behalf of Fiji, the
/// accord was signed by | Minister Rika".
fn acts_for(words: &Words, at: usize, floor: usize) -> Option<Owner> {
    let doc = words.doc;
    let filler = |t: usize| matches!(doc.word(t), w::IT | w::WAS | w::IS | w::COMMA | w::COLON | w::THE | w::BY);
    let mut end = at;
    while end > floor && at - end < 4 && filler(end - 1) {
        end -= 1;
    }
    let behind_act = || {
        let sentence = words.page.sentences[words.page.sentence_of(at)?].toks.start;
        let signed = doc.word(at.wrapping_sub(1)) == w::BY && doc.is(at.wrapping_sub(2), Kind::Act);
        let comma = (sentence..at)
            .take(14)
            .find(|&t| doc.word(t) == w::COMMA)
            .filter(|_| doc.speaks_for(sentence) && signed && sentence >= floor)?;
        sides::side_before(words, comma, sentence)
    };
    sides::side_before(words, end, floor).or_else(behind_act)
}

/// "Norway was represented by | Trade Minister Dahl, Iceland by its | foreign minister": the state that somebody stands for.
fn acts_by(words: &Words, at: usize, floor: usize) -> Option<Owner> {
    let doc = words.doc;
    let possessive = at > floor && doc.word(at - 1) == w::ITS;
    let by = at.checked_sub(1 + usize::from(possessive)).filter(|&t| t > floor && doc.word(t) == w::BY)?;
    // "Iceland | by"; "Norway was represented | by"
    let represented = doc.longest(by - 1, Kind::Act).is_some_and(|(_, e)| matches!(e, Entry::Act { act: ActKind::Represent, .. }));
    let end = if represented && doc.word(by.wrapping_sub(2)) == w::WAS { by - 2 } else { by };
    let start = (floor..end).rev().take(6).find(|&t| words.state_at(t).is_some_and(|s| s.end == end && s.sense != StateSense::Demonym))?;
    words.state_at(start).map(|s| Owner::State(s.code))
}

/// "Uruguay's signatory was | Minister of Labour Sosa", "the Danish representative is | Admiral Holm".
fn signatory_of(words: &Words, at: usize, floor: usize) -> Option<Owner> {
    let doc = words.doc;
    let noun = at.checked_sub(2).filter(|&t| t > floor && matches!(doc.word(t + 1), w::WAS | w::IS))?;
    let signs = matches!(doc.longest(noun, Kind::Act), Some((_, Entry::Act { shape: VerbShape::Doer | VerbShape::Borne, .. })));
    let state = words.state_before(noun).filter(|_| signs || doc.is_cue(noun, Cue::Side))?;
    (state.sense == StateSense::Demonym || doc.is_possessive(noun - 1)).then_some(Owner::State(state.code))
}

fn is_side(words: &Words, behind: usize, sense: StateSense) -> bool {
    sense == StateSense::Demonym && words.is(behind, Tag::SIDE)
}

/// The firm or organisation that an officer of one serves: the last one named before in the sentence.
fn institution(words: &Words, offices: &[Office], found: &Found) -> Option<Owner> {
    let officer = found
        .offices
        .iter()
        .any(|&o| matches!(offices[o].class, OfficeClass::Executive | OfficeClass::Director | OfficeClass::Spokesperson));
    let lower =
        |o: &Office| o.class == OfficeClass::President && !words.doc.is_capitalised(o.role.toks.start) && o.role.toks.len() > o.head.len();
    let officer = officer || found.offices.iter().any(|&o| lower(&offices[o]));
    let organ = |o: &Office| o.role.toks.clone().any(|t| is_state_organ(words, t));
    if officer && found.offices.iter().any(|&o| organ(&offices[o])) {
        return None;
    }
    if found.offices.iter().any(|&o| offices[o].class == OfficeClass::SecretaryGeneral) {
        // "Secretary-General": of the organisation last named.
        let mentions = &words.actors.mentions;
        let last = words.last_actor(found.toks.start)?;
        let body = (last.saturating_sub(32)..=last)
            .rev()
            .find(|&m| matches!(mentions[m].kind, PartyKind::InternationalOrganisation | PartyKind::CivilSociety));
        return body.map(|m| Owner::Actor(mentions[m].actor));
    }
    if !officer || found.offices.iter().any(|&o| serves_state(offices[o].class) && offices[o].class != OfficeClass::President) {
        return None;
    }
    let sentence = words.page.sentence_of(found.toks.start)?;
    let floor = words.page.sentences[sentence].toks.start;
    let mention = words.last_actor(found.toks.start).map(|m| (m, &words.actors.mentions[m])).filter(|(_, m)| m.toks.start >= floor)?;
    if is_organ(mention.1.kind) {
        return words.state_of_mention(mention.0).map(Owner::State);
    }
    Some(Owner::Actor(mention.1.actor))
}

/// "Chairman of the |Senate|", "Director-General of the |Department| of Trade": a noun of what only states have.
pub(super) fn is_state_organ(words: &Words, token: usize) -> bool {
    let doc = words.doc;
    let body = matches!(doc.longest(token, Kind::BodyHead), Some((_, Entry::BodyHead { kind: Some(PartyKind::GovernmentBody), .. })));
    let house = doc.is_cue(token, Cue::Parliament);
    (body || house) && doc.is_capitalised(token)
}

/// The state visited, for one whom the visitor met there: "during the visit to Chile, following talks with | President Rojas".
fn host(words: &Words, at: usize) -> Option<CountryCode> {
    let doc = words.doc;
    if at == 0 || !matches!(doc.word(at - 1), w::WITH | w::BY) {
        return None;
    }
    let sentence = words.page.sentence_of(at)?;
    let floor = words.page.sentences[sentence].toks.start;
    let visits = |t: usize| doc.is_cue(t, Cue::Visit);
    let to = (floor..at).rev().find(|&t| matches!(doc.word(t), w::TO | w::OF) && t > floor && visits(t - 1))?;
    (to + 1..at.min(to + 4)).find_map(|t| words.state_at(t)).map(|state| state.code)
}

/// What inference reads and writes of an official.
pub(super) struct Holder<'v> {
    pub keys: Vec<&'v RoleKey>,
    pub owner: &'v mut Option<Owner>,
    pub inferred: &'v mut bool,
    /// The first token of the first mention.
    pub first: usize,
    /// Whether the office is one of a firm or a university by its looks: "vice-president (research)".
    pub officer: bool,
    /// Whether it is one in an organ of a state: "Chairman of the Senate".
    pub organ: bool,
    /// Whether the office was held in the past.
    pub past: bool,
    /// The state that a diplomat is sent to.
    pub away: Option<CountryCode>,
    /// Whether an adjective before the office says the state: it may go for the next one too.
    pub by_adjective: bool,
    /// The state that a head of state or government of this name has led.
    pub led: Option<CountryCode>,
    pub ties: &'v Ties,
}

/// The classes whose holders serve a state unless an organisation is named.
fn serves_state(class: OfficeClass) -> bool {
    use OfficeClass::{Counterpart, Director, Executive, Leader, SecretaryGeneral, Spokesperson, Successor};
    !matches!(class, Executive | Director | Spokesperson | SecretaryGeneral | Counterpart | Successor | Leader)
}

/// Gives each official of a state without one the likeliest state of the text that has nobody else in that office
/// and is not that of the official beside it.
pub(super) fn infer(words: &Words, officials: &mut [Holder]) {
    let weighed = homes(words);
    let top = weighed.first().map_or(0, |home| home.1);
    let homes: Vec<CountryCode> = weighed.iter().map(|home| home.0).collect();
    for holder in officials.iter_mut().filter(|holder| holder.owner.is_none()) {
        // "President Museveni"
        if let Some(code) = holder.led {
            (*holder.owner, *holder.inferred) = (Some(Owner::State(code)), true);
        }
    }
    institutions(officials, false);
    let ministries = ministries(words);
    let dated = body_start(words).and_then(|start| dated_from(words, start));
    for index in 0..officials.len() {
        let holder = &officials[index];
        if holder.owner.is_some() || !(holder.organ || holder.keys.is_empty() || holder.keys.iter().any(|k| serves_state(k.class))) {
            continue;
        }
        if let Some(code) = host(words, holder.first).filter(|&code| !is_taken(officials, index, code)) {
            let holder = &mut officials[index];
            (*holder.owner, *holder.inferred) = (Some(Owner::State(code)), true);
            continue;
        }
        if let Some(owner) = same_side(officials, index) {
            let holder = &mut officials[index];
            (*holder.owner, *holder.inferred) = (Some(owner), true);
            continue;
        }
        let partner = holder.ties.partner.and_then(|p| *officials[p].owner);
        let opposite = holder.ties.opposite.and_then(|p| *officials[p].owner);
        let by_body = by_ministry(holder, &ministries).or_else(|| by_minister(officials, index));
        if let Some(code) = by_body.filter(|code| !holder.ties.never.contains(code)) {
            let holder = &mut officials[index];
            (*holder.owner, *holder.inferred) = (Some(Owner::State(code)), true);
            continue;
        }
        if let Some(other) = holder.ties.partner.filter(|&p| p < index) {
            if !officials[other].keys.iter().any(|a| holder.keys.iter().any(|b| a.excludes(b)))
                && !holder.keys.iter().any(|k| k.class == OfficeClass::Diplomat)
                && officials[other].by_adjective
            {
                // "Indian Foreign Minister Rao and Defence Minister Singh"
                let holder = &mut officials[index];
                (*holder.owner, *holder.inferred) = (partner, true);
                continue;
            }
        }
        let abroad = holder.keys.iter().any(|k| k.class == OfficeClass::Diplomat && k.is_bare());
        // Another side is one that the news speaks of as well, not just names.
        let guessed = holder.ties.partner.is_some_and(|p| *officials[p].inferred);
        let sides = if abroad { homes.len() } else { weighed.iter().filter(|home| home.1 * if guessed { 3 } else { 5 } >= top).count() };
        let other = |code: CountryCode| opposite == Some(Owner::State(code)) || dated != Some(code) && holder.ties.never.contains(&code);
        let fits = |code: CountryCode| {
            holder.away != Some(code)
                && (abroad || partner != Some(Owner::State(code)))
                && !(abroad && dated == Some(code))
                && !other(code)
                && !is_taken(officials, index, code)
        };
        let pick = homes.iter().take(sides).copied().find(|&code| fits(code));
        // One who is not of the home side is of a state named beside him rather than of any other.
        let away = pick.is_some() && pick != homes.first().copied() || abroad;
        let beside = if away { nearby(words, holder.first) } else { Vec::new() };
        let pick = beside.into_iter().find(|&code| Some(code) != homes.first().copied() && fits(code)).or(pick);
        let second = || {
            homes
                .get(1)
                .copied()
                .filter(|&code| partner.is_some() && partner == homes.first().map(|&home| Owner::State(home)) && fits(code))
        };
        let pick = pick.or_else(second).or(homes.first().copied()).filter(|&code| !other(code));
        let pick = pick.or_else(|| homes.iter().copied().find(|&code| fits(code)));
        let holder = &mut officials[index];
        if let Some(code) = pick {
            *holder.owner = Some(Owner::State(code));
            *holder.inferred = true;
        }
    }
    institutions(officials, true);
    let institution = main_institution(words);
    for holder in officials.iter_mut().filter(|h| h.owner.is_none()) {
        let executive = holder.keys.iter().any(|k| matches!(k.class, OfficeClass::Executive | OfficeClass::SecretaryGeneral));
        let home = homes.iter().copied().find(|code| !holder.ties.never.contains(code));
        *holder.owner = institution.filter(|_| executive).or(home.map(Owner::State));
        *holder.inferred = holder.owner.is_some();
    }
}

/// "Santiago |Cafiero|": a capitalised word right behind.
fn goes_on(words: &Words, at: usize) -> bool {
    words.doc.is_capitalised(at) && words.doc.gap(at) == " "
}

/// The states named in the sentence of a token and the one before, the nearest first.
fn nearby(words: &Words, at: usize) -> Vec<CountryCode> {
    /// How many tokens before and behind are looked through.
    const NEARBY: usize = 60;
    let Some(sentence) = words.page.sentence_of(at) else { return Vec::new() };
    let toks = words.page.sentences[sentence].toks.clone();
    let floor = sentence.checked_sub(1).map_or(toks.start, |s| words.page.sentences[s].toks.start).max(at.saturating_sub(NEARBY));
    let states = words.states();
    let first = states.partition_point(|s| s.start < floor);
    let mut near: Vec<_> = states[first..]
        .iter()
        .take_while(|s| s.end <= toks.end && s.start < at + NEARBY)
        .filter(|s| s.sense != StateSense::Prefix && !(s.sense == StateSense::Capital && goes_on(words, s.end)))
        .map(|s| (s.start.abs_diff(at) + if s.start < toks.start { NEARBY } else { 0 }, s.code))
        .collect();
    near.sort_unstable_by_key(|n| n.0);
    near.into_iter().map(|n| n.1).collect()
}

/// The owner of the one whom an official accompanies.
fn same_side(officials: &[Holder], index: usize) -> Option<Owner> {
    let holder = &officials[index];
    let other = holder.ties.same.map(|same| &officials[same])?;
    let owner = other.owner.filter(|owner| matches!(owner, Owner::State(_)))?;
    let one_office = other.keys.iter().any(|a| holder.keys.iter().any(|b| a.excludes(b)));
    (!one_office).then_some(owner)
}

/// The firm, university or organisation that the text names most.
fn main_institution(words: &Words) -> Option<Owner> {
    let mut counts = vec![0_u32; words.actors.actors.len()];
    for mention in &words.actors.mentions {
        if !matches!(mention.kind, PartyKind::State | PartyKind::Subnational | PartyKind::GovernmentBody)
            && !words.is_outside(mention.toks.start)
        {
            counts[mention.actor] += 1;
        }
    }
    let (actor, _) =
        counts.iter().enumerate().filter(|(_, count)| **count > 0).max_by_key(|&(index, &count)| (count, std::cmp::Reverse(index)))?;
    Some(Owner::Actor(actor))
}

/// An officer of a firm or a university serves the same as the nearest other officer of one.
fn institutions(officials: &mut [Holder], all: bool) {
    let mut last: Option<(usize, Owner)> = None;
    for index in 0..officials.len() {
        let at = officials[index].first;
        match *officials[index].owner {
            Some(owner @ (Owner::Actor(_) | Owner::Named(..))) => last = Some((at, owner)),
            Some(Owner::State(_)) => {}
            None => {
                let behind = officials[index + 1..].iter().take(4).find_map(|h| match *h.owner {
                    Some(owner @ (Owner::Actor(_) | Owner::Named(..))) => Some((h.first, owner)),
                    _ => None,
                });
                let near = last.or(behind).filter(|(other, _)| at.abs_diff(*other) < INSTITUTION_REACH);
                let officer = (officials[index].officer || all && officials[index].keys.iter().any(|k| !serves_state(k.class)))
                    && !officials[index].organ;
                if let Some((_, owner)) = near.filter(|_| officer) {
                    let holder = &mut officials[index];
                    (*holder.owner, *holder.inferred) = (Some(owner), true);
                }
            }
        }
    }
}

/// The state of the only minister under whom an office is held: "director of the Department of Trade under the Ministry of
/// Commerce" where a state's Minister of Commerce is named.
fn by_minister(officials: &[Holder], index: usize) -> Option<CountryCode> {
    let (first, end) = (index.saturating_sub(NEAR), (index + NEAR).min(officials.len()));
    let under = |h: &Holder| officials[index].keys.iter().any(|a| h.keys.iter().any(|b| a != b && a.is_under(b)));
    let mut codes =
        (first..end).filter(|&other| other != index && !*officials[other].inferred && under(&officials[other])).filter_map(|other| {
            match *officials[other].owner {
                Some(Owner::State(code)) => Some(code),
                _ => None,
            }
        });
    let code = codes.next()?;
    codes.all(|other| other == code).then_some(code)
}

/// The words of each ministry whose state is known.
fn ministries(words: &Words) -> Vec<(Vec<String>, CountryCode)> {
    let bodies = words.actors.actors.iter().filter(|a| a.kind == PartyKind::GovernmentBody && !a.of_inferred);
    let named = bodies.filter_map(|a| Some((super::merge::field_words(words, &a.name), a.of?)));
    named.take(64).collect()
}

/// The state that alone has a ministry of a minister's field: "Finance Secretary" where "Mexico's Finance Ministry" is named.
fn by_ministry(holder: &Holder, ministries: &[(Vec<String>, CountryCode)]) -> Option<CountryCode> {
    let mut codes = ministries
        .iter()
        .filter(|(words, _)| {
            holder.keys.iter().any(|k| matches!(k.class, OfficeClass::Minister | OfficeClass::Secretary) && k.is_field_of(words))
        })
        .map(|(_, code)| *code);
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}

/// Whether somebody else is said to hold an official's office in a state; nearby, one who is taken to hold it counts too.
fn is_taken(officials: &[Holder], index: usize, code: CountryCode) -> bool {
    let (first, end) = (index.saturating_sub(NEAR), (index + NEAR).min(officials.len()));
    let one = &officials[index];
    officials[first..end].iter().enumerate().any(|(other, holder)| {
        let same = |a: &&RoleKey| one.keys.iter().any(|b| if *holder.inferred { a == b && a.excludes(b) } else { a.excludes(b) });
        let told = !*holder.inferred || first + other < index && one.first.abs_diff(holder.first) < BESIDE && !one.past;
        first + other != index && !holder.past && told && *holder.owner == Some(Owner::State(code)) && holder.keys.iter().any(same)
    })
}

/// "gov.sg", "news.com.my": the state of an address on the page.
fn domain_of(printed: &str) -> Option<CountryCode> {
    let (host, top) = printed.split_at_checked(printed.len().checked_sub(3)?)?;
    let top = top.strip_prefix('.')?;
    let usual = host.len() > 2 && host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.');
    if !usual {
        return None;
    }
    CountryCode::all().find(|code| code.alpha2().eq_ignore_ascii_case(top))
}

/// The first token of the running text.
fn body_start(words: &Words) -> Option<usize> {
    words.page.blocks.iter().find(|b| b.kind == BlockKind::Paragraph && b.toks.len() > 12).map(|b| b.toks.start)
}

/// "MINSK, 11 April -": the state that the text is dated from.
fn dated_from(words: &Words, start: usize) -> Option<CountryCode> {
    // "(MINSK, 11 April) -"
    let start = start + usize::from(!words.doc.is_word(start));
    let place = words.doc.lookups_at(start).iter().find_map(|lookup| match lookup.entry {
        Entry::State { code, sense } if sense != StateSense::Demonym => Some((lookup.last as usize, code)),
        Entry::Place { code, .. } => Some((lookup.last as usize, code)),
        _ => None,
    });
    let (end, code) = place?;
    matches!(words.doc.word(end), w::COMMA | w::COLON | w::OPEN | w::SLASH | w::EM_DASH | w::EN_DASH | w::HYPHEN).then_some(code)
}

/// The states that the news is at home in, the likeliest first: that of the agency, of the page's head, of the place
/// that it is dated from, and those most often named.
fn homes(words: &Words) -> Vec<(CountryCode, u32)> {
    let doc = words.doc;
    let mut weights: Vec<(CountryCode, u32)> = Vec::new();
    let mut add = |code: CountryCode, weight: u32| match weights.iter_mut().find(|(known, _)| *known == code) {
        Some((_, sum)) => *sum += weight,
        None => weights.push((code, weight)),
    };
    let body_start = body_start(words).unwrap_or(0);
    for state in words.states() {
        let weight = match state.sense {
            StateSense::Prefix => 0,
            _ if state.start < body_start && words.page.kind_of(state.start) != BlockKind::Headline => 12,
            StateSense::Capital | StateSense::Seat => 1,
            _ => 2,
        };
        add(state.code, weight);
    }
    if let Some(code) = dated_from(words, body_start) {
        add(code, 12);
    }
    for lookup in doc.lookups() {
        if let Entry::Place { code, .. } = lookup.entry {
            add(code, 1);
        }
    }
    let ends = (0..doc.len().min(HEAD)).chain(doc.len().saturating_sub(HEAD).max(HEAD)..doc.len());
    for code in ends.filter_map(|t| domain_of(doc.printed(t))) {
        add(code, 12);
    }
    for lookup in doc.lookups() {
        // The agency's own state, where the news is of it.
        if let Entry::Agency { home: Some(code) } = lookup.entry {
            if (lookup.first as usize) < body_start + 16 {
                if let Some((_, sum)) = weights.iter_mut().find(|(known, sum)| *known == code && *sum > 3) {
                    *sum += 40;
                }
            }
        }
    }
    weights.sort_by_key(|&(_, weight)| std::cmp::Reverse(weight));
    weights.truncate(CANDIDATES);
    weights
}
