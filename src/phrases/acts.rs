//! Acts: verb groups, and their nouns, that tell what is done to an accord: "have not yet been signed".

use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::is_function_word;
use crate::gazetteer::{ActKind, Cue, Entry, Kind, Lookup, Modality, NumberKind, VerbShape, WordId, function_words as w};
use crate::text::Case;

/// How the act's noun phrases stand to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Who acts stands before, the instrument behind: "Ghana signed the pact".
    Active,
    /// The instrument stands before, who acts behind "by": "the pact was signed by Ghana".
    Passive,
    /// As a noun or a gerund: "the signing of the pact".
    Nominal,
    /// The instrument stands before, who acts behind: "the pact bears the signature of".
    Borne,
}

/// Whether the text says that it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    Asserted,
    Planned,
    /// "called for the signing of"
    Wished,
    /// "discussed the signing of"
    Discussed,
    Possible,
    Denied,
}

/// One act.
#[derive(Clone, Debug)]
pub(crate) struct Act {
    /// The words of the act itself.
    pub toks: Toks,
    /// With its auxiliaries.
    pub group: Toks,
    pub kind: ActKind,
    pub voice: Voice,
    pub claim: Claim,
    /// Has a tense of its own, so a clause of its own: not "signed" in "the pact signed there".
    pub finite: bool,
}

const BE: &[WordId] = &[w::BE, w::IS, w::ARE, w::WAS, w::WERE, w::BEEN, w::BEING, w::AM];
const HAVE: &[WordId] = &[w::HAVE, w::HAS, w::HAD, w::HAVING];

/// Finds the acts of a token range, in the order of the text.
pub(crate) fn find(doc: &Doc, within: &Toks, is_date: impl Fn(usize) -> bool) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some((end, Entry::Act { act, shape })) = doc.longest(at, Kind::Act) else {
            at += 1;
            continue;
        };
        // "pre-signed"
        let compound = doc.is_glued(at) && doc.word(at.wrapping_sub(1)) == w::HYPHEN;
        // "followed" without a day tells nothing of an accord.
        let dated = act != ActKind::Follow || shape == VerbShape::Base || (end..within.end.min(end + 6)).any(&is_date);
        if dated && !compound && !is_noun_use(doc, at, end, act, shape) {
            acts.push(read(doc, within, at..end, act, shape, &is_date));
            // "led | the signing | of two treaties": they were signed, too.
            let signing = (at + 1..end).find_map(|t| match doc.longest(t, Kind::Act) {
                Some((last, Entry::Act { act: ActKind::Sign, shape: VerbShape::Noun })) if act == ActKind::Witness => {
                    Some(t..last.min(end))
                }
                _ => None,
            });
            acts.extend(signing.map(|toks| read(doc, within, toks, ActKind::Sign, VerbShape::Noun, &is_date)));
        }
        at = end;
    }
    acts
}

/// "a student exchange", "the exchange rate", "concluded that", "an extended deadline": no act on an accord.
fn is_noun_use(doc: &Doc, at: usize, end: usize, act: ActKind, shape: VerbShape) -> bool {
    let before = doc.word(at.wrapping_sub(1));
    let determined = matches!(before, w::A | w::AN | w::THE | w::THIS | w::THEIR | w::ITS);
    let after = doc.word(end);
    match act {
        _ if after == w::THAT && shape != VerbShape::Noun => true,
        // "an extended deadline"
        _ if shape == VerbShape::Ed && act != ActKind::Witness && matches!(before, w::A | w::AN) => true,
        // "attended the third session of the commission": no signing
        ActKind::Witness if end == at + 1 && after != w::BY && doc.printed(at).starts_with("attend") => {
            !(end..end + 10).take_while(|&t| doc.word(t) != w::STOP).any(|t| doc.is_cue(t, Cue::Occasion))
        }
        // "exchanged friendly views on"
        ActKind::Exchange if (end..end + 3).any(|t| doc.is_cue(t, Cue::Exchanged)) => true,
        ActKind::Exchange if shape == VerbShape::Base => determined || after == w::OF || doc.is_capitalised(at),
        ActKind::Agree | ActKind::Propose if shape == VerbShape::Base => determined,
        ActKind::Sign if shape == VerbShape::Base || shape == VerbShape::Third => determined || after == w::OF,
        ActKind::Negotiate if shape == VerbShape::Noun => false,
        _ => false,
    }
}

fn read(doc: &Doc, within: &Toks, toks: Toks, kind: ActKind, shape: VerbShape, is_date: &impl Fn(usize) -> bool) -> Act {
    let mut group = group(doc, within, &toks, is_date);
    let auxiliary = |words: &[WordId]| group.clone().take_while(|&t| t < toks.start).any(|t| words.contains(&doc.word(t)) && !is_date(t));
    let shared = coordinated_be(doc, within, &toks, shape, group.start);
    // Where the first verb is no act, its subject is that of this one: "| was annexed to the accord and signed".
    let moved = shared.filter(|&be| !(be..toks.start).any(|t| doc.is(t, Kind::Act)));
    let (be, have) = (shared.is_some() || auxiliary(BE), auxiliary(HAVE));
    let modal = auxiliary(&[w::WILL, w::SHALL, w::WOULD, w::MAY, w::MIGHT, w::CAN, w::COULD, w::SHOULD, w::MUST, w::DID, w::DO, w::DOES]);
    let inverted = shape == VerbShape::Ed && doc.tokens[toks.start].case() == Case::Title && BE.contains(&doc.word(toks.end));
    let voice = match shape {
        VerbShape::Borne => Voice::Borne,
        // "the signature for Ghana was that of A"
        VerbShape::Noun if kind == ActKind::Sign && bears_that_of(doc, within, &toks) => Voice::Borne,
        VerbShape::Noun => Voice::Nominal,
        // "two signatories, A and B"; "A and B, the signatories"
        VerbShape::Doer if doc.word(toks.end) == w::COMMA => Voice::Borne,
        // "the signatories of the pact were A and B"
        VerbShape::Doer if matches!(doc.word(toks.end), w::OF | w::TO) && be_behind(doc, within, &toks).next().is_some() => Voice::Borne,
        VerbShape::Doer => Voice::Active,
        VerbShape::Adjective => Voice::Passive,
        VerbShape::Ed | VerbShape::Participle if be || inverted => Voice::Passive,
        // "those who signed for Ghana were A and B"
        VerbShape::Ed | VerbShape::Past if is_of_those_who(doc, group.start) && be_behind(doc, within, &toks).next().is_some() => {
            Voice::Borne
        }
        VerbShape::Ed | VerbShape::Participle if !have && !modal && doc.word(toks.end) == w::BY => Voice::Passive,
        // "Putting pen to paper were A and B", "Signing for Ghana was A"
        VerbShape::Ing if !be && opens_inversion(doc, within, &toks) => Voice::Borne,
        VerbShape::Ing if !be => Voice::Nominal,
        _ => Voice::Active,
    };
    let intransitive = matches!(kind, ActKind::InForce | ActKind::Follow);
    let voice = if intransitive && voice == Voice::Active { Voice::Passive } else { voice };
    let finite = match shape {
        VerbShape::Ed => be || have || modal || inverted,
        VerbShape::Participle => be || have,
        VerbShape::Ing => be,
        VerbShape::Noun | VerbShape::Adjective | VerbShape::Doer => false,
        VerbShape::Base | VerbShape::Third | VerbShape::Past | VerbShape::Borne => true,
    };
    // "will be initialled and signed": the second verb is as much to come as the first.
    let whole = shared.map_or_else(|| group.clone(), |be| (be.saturating_sub(1)).max(within.start)..group.end);
    let mut claim = claim(doc, within, &whole, &toks, shape, is_date);
    group.start = moved.unwrap_or(group.start);
    let nominal = matches!(shape, VerbShape::Noun | VerbShape::Ing) && voice == Voice::Nominal;
    // "the early signing of"
    let hoped = nominal && doc.is_cue(toks.start.wrapping_sub(1), Cue::Hoped);
    let put_off = nominal && is_put_off(doc, within, &toks);
    if nominal && claim == Claim::Asserted && (hoped || put_off || is_to_come(doc, &toks, within.end)) {
        claim = Claim::Planned;
    }
    if nominal && claim == Claim::Asserted || claim == Claim::Planned && !nominal && doc.word(toks.start.wrapping_sub(1)) == w::TO {
        claim = governed(doc, within, &group, nominal).unwrap_or(claim);
    }
    // "the early conclusion of negotiations"
    let kind = if hoped && kind == ActKind::Agree { ActKind::Negotiate } else { kind };
    let kind = if nominal && kind == ActKind::Negotiate && is_opening(doc, within, &group, &toks) { ActKind::Propose } else { kind };
    // "the pact expires in May": not yet.
    let alone = toks.end >= within.end
        || is_date(toks.end)
        || matches!(doc.word(toks.end), w::IN | w::ON | w::AT | w::AFTER | w::COMMA | w::STOP | w::UNTIL | w::BEFORE);
    let present = alone && matches!(shape, VerbShape::Third | VerbShape::Base) && kind == ActKind::Terminate && group.start == toks.start;
    let bill = shape == VerbShape::Noun && (toks.start.saturating_sub(4)..toks.start).any(|t| doc.is_cue(t, Cue::Draft));
    let claim = if bill && claim == Claim::Asserted { Claim::Planned } else { claim };
    let claim = if present && claim == Claim::Asserted { Claim::Planned } else { claim };
    Act { toks, group, kind, voice, claim, finite }
}

/// "was annexed to the accord and | signed by": the auxiliary is that of the verb before "and".
fn coordinated_be(doc: &Doc, within: &Toks, toks: &Toks, shape: VerbShape, start: usize) -> Option<usize> {
    let participle = matches!(shape, VerbShape::Ed | VerbShape::Participle) && start == toks.start;
    let joined = start > within.start && doc.word(start - 1) == w::AND && matches!(doc.word(toks.end), w::BY | w::IN | w::ON | w::AT);
    if !participle || !joined {
        return None;
    }
    let floor = start.saturating_sub(14).max(within.start);
    (floor..start - 1).rev().take_while(|&t| !matches!(doc.word(t), w::WHICH | w::SEMICOLON | w::WHO)).find(|&t| {
        BE.contains(&doc.word(t)) && (doc.printed(t + 1).ends_with("ed") || doc.is(t + 1, Kind::Act) || doc.printed(t + 2).ends_with("ed"))
    })
}

/// "the signing of the treaty | is scheduled for May", "the entry into force | will follow".
fn is_to_come(doc: &Doc, toks: &Toks, limit: usize) -> bool {
    let limit = limit.min(toks.end + 16);
    let end = (toks.end..limit)
        .find(|&t| matches!(doc.word(t), w::SEMICOLON | w::WHICH | w::WHO | w::THAT | w::AND | w::BUT) || doc.word(t) == w::COMMA);
    (toks.end..end.unwrap_or(limit)).any(|t| doc.is_cue(t, Cue::ToCome))
}

/// "| postponed | the signing of": not yet done.
fn is_put_off(doc: &Doc, within: &Toks, toks: &Toks) -> bool {
    let postpones = |t: usize| matches!(doc.longest(t, Kind::Act), Some((_, Entry::Act { act: ActKind::Postpone | ActKind::Suspend, .. })));
    (toks.start.saturating_sub(4).max(within.start)..toks.start).any(postpones)
}

/// What the words that govern an act say of it: "| called for | an early signing of", "| discussed | trade and the signing of",
/// "| urged | Ghana to sign".
fn governed(doc: &Doc, within: &Toks, group: &Toks, nominal: bool) -> Option<Claim> {
    /// How far before the act they may stand.
    const NEAR: usize = 12;
    let said = |at: usize| {
        let cues = [(Cue::Wished, Claim::Wished), (Cue::Discussed, Claim::Discussed), (Cue::Awaited, Claim::Planned)];
        let mut meant = cues.into_iter().filter(|(cue, _)| nominal || *cue == Cue::Wished);
        meant.find(|(cue, _)| doc.is_cue(at, *cue)).map(|(_, claim)| claim)
    };
    for at in (group.start.saturating_sub(NEAR).max(within.start)..group.start).rev() {
        if let Some(claim) = said(at) {
            return Some(claim);
        }
        // "asked for calm after | the signing of": of when it was asked.
        let parts = matches!(
            doc.word(at),
            w::STOP
                | w::SEMICOLON
                | w::COLON
                | w::WHICH
                | w::WHO
                | w::THAT
                | w::AFTER
                | w::SINCE
                | w::DURING
                | w::WHEN
                | w::WHILE
                | w::BEFORE
                | w::BY
                | w::AT
                | w::WITH
                | w::THROUGH
        );
        // "aimed | at | the signing of"
        if (parts || doc.begins(at, Kind::Act)) && at.checked_sub(1).and_then(said).is_none() {
            return None;
        }
    }
    None
}

/// "will | begin | talks on", "negotiations are to | open": talks that are not yet held.
fn is_opening(doc: &Doc, within: &Toks, group: &Toks, toks: &Toks) -> bool {
    let opens = |t: usize| doc.is_cue(t, Cue::Opening);
    let to_come = |t: usize| matches!(doc.word(t.wrapping_sub(1)), w::WILL | w::TO | w::WOULD);
    let left = group.start.saturating_sub(4).max(within.start)..group.start;
    let right = toks.end..within.end.min(toks.end + 14);
    left.chain(right).any(|t| opens(t) && to_come(t))
}

/// A gerund that opens the sentence, with who acts behind "was" or "were".
fn opens_inversion(doc: &Doc, within: &Toks, toks: &Toks) -> bool {
    let near = toks.end..within.end.min(toks.end + 8);
    toks.start <= within.start + 2
        && near.take_while(|&t| doc.word(t) != w::COMMA).any(|t| matches!(doc.word(t), w::WAS | w::WERE | w::IS | w::ARE))
}

/// The act's tokens with the auxiliaries before it: "have not yet been | signed", "is expected on Friday to | sign".
fn group(doc: &Doc, within: &Toks, toks: &Toks, is_date: &impl Fn(usize) -> bool) -> Toks {
    let mut start = toks.start;
    let mut at = toks.start;
    let mut skipped = 0;
    while at > within.start && skipped < 6 {
        at -= 1;
        let word = doc.word(at);
        let auxiliary = BE.contains(&word)
            || HAVE.contains(&word)
            || doc.is(at, Kind::Modality)
            || matches!(word, w::WOULD | w::TO | w::DID | w::DO | w::DOES | w::NOT | w::WILL);
        if auxiliary || in_modality(doc, at) {
            start = at;
            skipped = 0;
        } else if doc.is(at, Kind::Adverb) || doc.printed(at).ends_with("ly") || is_date(at) || word == w::ON && is_date(at + 1) {
            skipped += 1;
        } else {
            break;
        }
    }
    start..toks.end
}

/// Whether a token is the last of a phrase such as "expected to".
fn in_modality(doc: &Doc, at: usize) -> bool {
    (at.saturating_sub(4)..=at).any(|first| {
        let among = |l: &Lookup| l.kind == Kind::Modality && (l.first as usize..l.last as usize).contains(&at);
        doc.lookups_with(first, Kind::Modality).iter().any(among)
    })
}

/// "signatories of the pact | were |"
fn be_behind<'d>(doc: &'d Doc, within: &Toks, toks: &Toks) -> impl Iterator<Item = usize> + 'd {
    let near = toks.end..within.end.min(toks.end + 14);
    near.take_while(|&t| !matches!(doc.word(t), w::COMMA | w::SEMICOLON))
        .filter(|&t| matches!(doc.word(t), w::WAS | w::WERE | w::IS | w::ARE))
}

/// "signature for Ghana was | that of"
fn bears_that_of(doc: &Doc, within: &Toks, toks: &Toks) -> bool {
    be_behind(doc, within, toks).any(|be| matches!(doc.word(be + 1), w::THAT | w::THOSE) && doc.word(be + 2) == w::OF)
}

/// "those who | signed", "the two who | signed"
fn is_of_those_who(doc: &Doc, at: usize) -> bool {
    at > 1 && doc.word(at - 1) == w::WHO && (doc.word(at - 2) == w::THOSE || doc.is(at - 2, Kind::Number))
}

/// "first", "37th", "last": a rank among those who act.
fn is_rank(doc: &Doc, t: usize) -> bool {
    matches!(doc.longest(t, Kind::Number), Some((_, Entry::Number { kind: NumberKind::Ordinal, .. }))) || doc.is_cue(t, Cue::Last)
}

/// "will follow | once | both have ratified it"
fn is_conditional(doc: &Doc, within: &Toks, group: &Toks) -> bool {
    let condition = |t: usize| doc.is_cue(t, Cue::Condition);
    let near = group.start.saturating_sub(8).max(within.start)..group.start;
    near.rev().take_while(|&t| doc.word(t) != w::COMMA).any(condition)
        && (group.start.saturating_sub(24).max(within.start)..within.end.min(group.end + 24)).any(|t| doc.word(t) == w::WILL)
}

/// "asked | whether | Peru will sign it", "binding only | when | ratified": says nothing of what was done.
fn is_left_open(doc: &Doc, within: &Toks, group: &Toks, toks: &Toks) -> bool {
    let before = group.start.saturating_sub(10).max(within.start)..toks.start;
    let asks =
        |t: usize| t > 0 && doc.printed(t).eq_ignore_ascii_case("whether") && doc.printed(t - 1).to_ascii_lowercase().starts_with("ask");
    let asked = before.rev().take_while(|&t| doc.word(t) != w::COMMA).any(asks);
    let elided = group.start == toks.start && group.start > within.start && {
        let word = doc.printed(group.start - 1);
        matches!(doc.word(group.start - 1), w::WHEN | w::UNTIL | w::IF)
            || word.eq_ignore_ascii_case("once")
            || word.eq_ignore_ascii_case("unless")
    };
    asked || elided && doc.printed(toks.start).ends_with("ed")
}

/// Whether what the group says happened, is to come, is only possible, or is denied.
fn claim(doc: &Doc, within: &Toks, group: &Toks, toks: &Toks, shape: VerbShape, is_date: &impl Fn(usize) -> bool) -> Claim {
    let mut found = Claim::Asserted;
    let from = group.start.saturating_sub(3).max(within.start);
    // "on 2 May signed": the month is no "may".
    for at in (from..toks.start).filter(|&at| !is_date(at)) {
        for lookup in doc.lookups_with(at, Kind::Modality) {
            if let Entry::Modality(modality) = lookup.entry {
                let reaches = lookup.last as usize > group.start || at >= group.start || (lookup.last as usize) == group.start;
                if reaches {
                    found = match (modality, found) {
                        // "would not sign"
                        (Modality::Denied, Claim::Planned) if matches!(doc.word(at.wrapping_sub(1)), w::WILL | w::WOULD) => Claim::Denied,
                        (Modality::Denied, Claim::Planned) | (Modality::Planned, Claim::Denied) => Claim::Planned,
                        (Modality::Planned, _) => Claim::Planned,
                        (Modality::Denied, _) => Claim::Denied,
                        (Modality::Possible, Claim::Asserted) => Claim::Possible,
                        (_, found) => found,
                    };
                }
            }
        }
    }
    // "has been ratified by neither"
    if doc.word(toks.end) == w::BY && matches!(doc.word(toks.end + 1), w::NEITHER | w::NO) {
        found = Claim::Denied;
    }
    // "denied that the pact had been signed"
    let that = (group.start.saturating_sub(12).max(within.start)..group.start).rev().find(|&t| doc.word(t) == w::THAT);
    let denies = |lookup: &Lookup| lookup.entry == Entry::Modality(Modality::Denied) && !is_function_word(doc.word(lookup.first as usize));
    if that.is_some_and(|that| that > within.start && doc.lookups_at(that - 1).iter().any(denies)) {
        found = Claim::Denied;
    }
    let words: Vec<WordId> = group.clone().take_while(|&t| t < toks.start).map(|t| doc.word(t)).collect();
    // "is to sign", "are to be signed", and a bare infinitive: "to sign".
    let infinitive = words.contains(&w::TO) || doc.word(group.start) == w::TO;
    if found == Claim::Asserted && infinitive && !words.iter().any(|word| HAVE.contains(word)) {
        found = Claim::Planned;
    }
    // "voted 41 to 3 to ratify it"
    let voted = (group.start.saturating_sub(12).max(within.start)..group.start).any(|t| doc.is_cue(t, Cue::Vote));
    if found == Claim::Planned && infinitive && voted {
        found = Claim::Asserted;
    }
    // "the first state to ratify it", "the latest to sign"
    let first = (group.start.saturating_sub(5).max(within.start)..group.start).any(|t| is_rank(doc, t));
    // "will be the first to sign it"
    let yet = (group.start.saturating_sub(10).max(within.start)..group.start).any(|t| matches!(doc.word(t), w::WILL | w::WOULD | w::COULD));
    if found == Claim::Planned && infinitive && first && !yet && !words.iter().any(|word| BE.contains(word)) {
        found = Claim::Asserted;
    }
    // "was to have been signed"
    if found == Claim::Asserted && words.windows(2).any(|pair| BE.contains(&pair[0]) && pair[1] == w::TO) {
        found = Claim::Planned;
    }
    // "will enter into force once both have ratified it"
    let present = words.iter().any(|word| matches!(*word, w::HAVE | w::HAS | w::IS | w::ARE));
    if found == Claim::Asserted && present && is_conditional(doc, within, group) {
        found = Claim::Possible;
    }
    // "requested that the treaty be signed"
    if found == Claim::Asserted && words.first() == Some(&w::BE) {
        found = Claim::Planned;
    }
    if found == Claim::Asserted && words.contains(&w::WOULD) {
        found = Claim::Planned;
    }
    if is_left_open(doc, within, group, toks) {
        found = Claim::Denied;
    }
    if shape == VerbShape::Ing && words.iter().any(|word| BE.contains(word)) && found == Claim::Asserted {
        found = Claim::Planned;
    }
    found
}
