//! What an accord is about, read from the words of its mention: "readmission agreement" is about migration.

use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, HeadStrength, Kind, Lookup, WordId};
use crate::report::{PartyKind, Subject};

/// How many subjects an accord has at most.
const MOST: usize = 3;

/// How well a word tells the subject, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// "taxation" in "agreement on double taxation".
    Topic,
    /// "health" in "memorandum between the health ministries": who signs, not on what.
    Party,
    /// "economic" in "economic partnership".
    WeakTopic,
    /// "economy" in "memorandum with the Ministry of Economy".
    WeakParty,
}

/// A subject as one word or phrase tells it.
#[derive(Clone, Debug)]
struct Found {
    subject: Subject,
    evidence: Evidence,
    toks: Toks,
}

/// What the accord mentioned at `toks` is about: one to three subjects in the order of the text, each with the tokens
/// that it was read from.
///
/// Where the mention does not say it ("the second agreement") its `context` may: the sentence or the list item.
/// An accord of which neither tells anything is a general one, read from the mention.
pub(crate) fn of(doc: &Doc, toks: &Toks, context: Option<&Toks>) -> Vec<(Subject, Toks)> {
    let mut found = best(read(doc, toks));
    if let (true, Some(context)) = (found.is_empty(), context) {
        found = best(read(doc, context));
    }
    if found.is_empty() {
        found.push((Subject::General, toks.clone()));
    }
    found
}

/// Of everything found the best evidence, each subject once.
fn best(found: Vec<Found>) -> Vec<(Subject, Toks)> {
    let mut out: Vec<(Subject, Toks)> = Vec::new();
    let Some(evidence) = found.iter().map(|f| f.evidence).min() else { return out };
    for Found { subject, toks, .. } in found.into_iter().filter(|f| f.evidence == evidence) {
        if out.len() < MOST && out.iter().all(|(known, _)| *known != subject) {
            out.push((subject, toks));
        }
    }
    out
}

/// Every word or phrase in a run of tokens that tells a subject; a longer one hides those inside it.
fn read(doc: &Doc, toks: &Toks) -> Vec<Found> {
    let mut out = Vec::new();
    let mut name_end = toks.start;
    let mut among_parties = false;
    let mut at = toks.start;
    while at < toks.end {
        among_parties = match doc.word(at) {
            w::BETWEEN | w::AMONG | w::WITH => true,
            word => among_parties && !opens_topic(word),
        };
        if at >= name_end {
            name_end = end_of_body(doc, at, toks.end).unwrap_or(at);
        }
        let Some(end) = longest_topic(doc, at, toks.end) else {
            at = end_of_proper_name(doc, at, toks.end).unwrap_or(at + 1);
            continue;
        };
        let party = among_parties || at < name_end || is_before_head(doc, at, end, toks.end);
        for lookup in doc.lookups_at(at).iter().filter(|l| l.last as usize == end) {
            if let Some((subject, strong)) = topic(lookup) {
                let evidence = match (strong, party) {
                    (true, false) => Evidence::Topic,
                    (true, true) => Evidence::Party,
                    (false, false) => Evidence::WeakTopic,
                    (false, true) => Evidence::WeakParty,
                };
                out.push(Found { subject, evidence, toks: at..end });
            }
        }
        at = end;
    }
    out
}

/// Prepositions that lead from the parties to the topic: "between the two ministries on ...".
fn opens_topic(word: WordId) -> bool {
    matches!(word, w::ON | w::FOR | w::IN | w::ABOUT | w::CONCERNING | w::REGARDING)
}

/// The subject that a look-up tells, and whether strongly.
fn topic(lookup: &Lookup) -> Option<(Subject, bool)> {
    match lookup.entry {
        Entry::Subject { subject, strong } => Some((subject, strong)),
        _ => None,
    }
}

/// One behind the longest topic that starts at a token, unless it is part of a longer proper name: "Kuwait City".
fn longest_topic(doc: &Doc, at: usize, limit: usize) -> Option<usize> {
    let end = doc.lookups_at(at).iter().find(|l| topic(l).is_some() && l.last as usize <= limit)?.last as usize;
    match end_of_proper_name(doc, at, limit) {
        Some(name) if name > end => None,
        _ => Some(end),
    }
}

/// One behind the last token of the name of a state or place.
fn end_of_proper_name(doc: &Doc, at: usize, limit: usize) -> Option<usize> {
    let is_name = |l: &&Lookup| matches!(l.entry.kind(), Kind::State | Kind::Place) && l.last as usize <= limit;
    doc.lookups_at(at).iter().find(is_name).map(|l| l.last as usize)
}

/// One behind the name of a body that begins at a token: "Ministry of Trade and Industry", "World Health Organization".
fn end_of_body(doc: &Doc, at: usize, limit: usize) -> Option<usize> {
    if let Some((end, _)) = doc.longest(at, Kind::Organisation) {
        return Some(end.min(limit));
    }
    let head = end_of_head(doc, at)?;
    if !matches!(doc.word(head), w::OF | w::FOR) {
        return None;
    }
    let mut end = head + 1;
    while end < limit {
        end = match doc.longest(end, Kind::Subject) {
            Some((next, _)) => next,
            None if doc.is_capitalised(end) || matches!(doc.word(end), w::AND | w::OF | w::THE | w::COMMA | w::AMPERSAND) => end + 1,
            None => break,
        };
    }
    Some(end.min(limit))
}

/// Whether the noun of a body follows: "defence ministries", "Port Authority".
fn is_before_head(doc: &Doc, at: usize, end: usize, limit: usize) -> bool {
    end < limit && end_of_head(doc, end).is_some_and(|_| is_plain_head(doc, end) || doc.is_capitalised(at))
}

/// One behind a noun that names a body: "ministries" in any case, "Council" only with a capital.
fn end_of_head(doc: &Doc, at: usize) -> Option<usize> {
    let (end, entry) = doc.longest(at, Kind::BodyHead)?;
    let Entry::BodyHead { kind: Some(kind), .. } = entry else { return None };
    let names_body = matches!(kind, PartyKind::GovernmentBody | PartyKind::University | PartyKind::CivilSociety);
    (names_body && (is_plain_head(doc, at) || doc.is_capitalised(at))).then_some(end)
}

/// Whether a noun means a body however it is written.
fn is_plain_head(doc: &Doc, at: usize) -> bool {
    matches!(doc.longest(at, Kind::BodyHead), Some((_, Entry::BodyHead { strength: HeadStrength::Strong, .. })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    /// The subjects of a mention that is the whole text, as printed in a record.
    fn subjects(text: &str) -> String {
        let gazetteer = Gazetteer::builtin();
        let doc = Doc::new(text, &gazetteer);
        let all: Vec<&str> = of(&doc, &(0..doc.len()), None).iter().map(|(s, _)| s.as_str()).collect();
        all.join(",")
    }

    /// The subjects of the mention between square brackets, with the rest of the text as its context.
    fn in_context(text: &str) -> String {
        let gazetteer = Gazetteer::builtin();
        let (open, close) = (text.find('[').expect("["), text.find(']').expect("]"));
        let plain = text.replace(['[', ']'], "");
        let doc = Doc::new(&plain, &gazetteer);
        let mention = doc.token_at(open)..doc.token_at(close - 1);
        let all: Vec<&str> = of(&doc, &mention, Some(&(0..doc.len()))).iter().map(|(s, _)| s.as_str()).collect();
        all.join(",")
    }

    const PHRASES: &[(&str, &[&str])] = &[
        ("agriculture", &["Protocol on plant protection", "MoU in the field of animal husbandry", "agreement on dairy farming"]),
        ("aviation", &["Air Services Agreement", "memorandum on air traffic management", "code-share arrangement"]),
        (
            "border",
            &[
                "Treaty on the Land Boundary",
                "agreement on border crossing points",
                "protocol on the delimitation of the continental shelf",
            ],
        ),
        ("communications", &["agreement on postal services", "MoU on telecommunications", "deal to lower roaming charges"]),
        ("consular", &["visa waiver agreement", "agreement on holders of diplomatic passports", "consular convention"]),
        ("culture", &["cultural exchange programme", "memorandum between the national archives", "agreement on museums and libraries"]),
        (
            "customs",
            &["agreement on mutual administrative assistance", "protocol on customs data", "arrangement on authorised economic operators"],
        ),
        ("defence", &["status of forces agreement", "MoU on defence industry", "contract for eight frigates"]),
        (
            "development",
            &["agreement on technical assistance", "accord on poverty reduction", "country programme for development cooperation"],
        ),
        ("digital", &["MoU on artificial intelligence", "declaration on the digital economy", "agreement on personal data"]),
        ("disaster", &["agreement on search and rescue", "MoU on earthquake preparedness", "convention on civil protection"]),
        (
            "education",
            &[
                "scholarship agreement",
                "agreement on the exchange of students",
                "MoU between the University of Nairobi and the University of Ghana",
            ],
        ),
        ("energy", &["power purchase agreement", "contract for the supply of natural gas", "MoU on wind farms"]),
        ("environment", &["memorandum on climate change", "convention on hazardous wastes", "agreement on wildlife"]),
        ("finance", &["loan agreement", "currency swap arrangement", "accord on debt relief"]),
        ("fisheries", &["fisheries agreement", "protocol on tuna fishing", "arrangement on aquaculture"]),
        ("foreign_affairs", &["treaty of friendship", "MoU on political consultations", "agreement on diplomatic relations"]),
        (
            "governance",
            &["MoU on public administration", "agreement on local government reform", "memorandum between the election commissions"],
        ),
        ("health", &["MoU on vaccines", "agreement on hospitals", "protocol on traditional medicine"]),
        ("housing", &["agreement on affordable housing", "contract for 500 apartments", "MoU on human settlements"]),
        ("human_rights", &["declaration on human rights", "convention against torture", "agreement on missing persons"]),
        ("industry", &["MoU on industrial parks", "agreement on textile manufacturing", "memorandum on a steel mill"]),
        ("infrastructure", &["memorandum on public works", "framework agreement on infrastructure", "MoU on the Belt and Road Initiative"]),
        ("investment", &["agreement on the promotion and protection of investments", "BIT", "MoU between sovereign wealth funds"]),
        ("justice", &["extradition treaty", "agreement on mutual legal assistance", "treaty on the transfer of sentenced persons"]),
        ("labour", &["agreement on domestic workers", "MoU on occupational safety", "collective bargaining agreement"]),
        ("media", &["agreement between the news agencies", "film co-production treaty", "MoU on broadcasting"]),
        ("migration", &["readmission agreement", "declaration on refugees", "memorandum on irregular migration"]),
        ("mining", &["MoU on critical minerals", "agreement on geology", "framework on rare earths"]),
        ("nuclear", &["agreement on the peaceful uses of atomic energy", "safeguards agreement", "non-proliferation treaty"]),
        ("peace", &["ceasefire agreement", "accord on the exchange of prisoners of war", "roadmap for national reconciliation"]),
        ("science", &["agreement on scientific research", "MoU on meteorology", "programme of joint research"]),
        ("security", &["protocol on police cooperation", "agreement on the fight against organised crime", "pact on intelligence sharing"]),
        ("shipping", &["agreement on merchant shipping", "MoU between the two ports", "arrangement on seafarers"]),
        ("social", &["social security agreement", "memorandum on women and the family", "agreement on pensions"]),
        ("space", &["agreement on the peaceful uses of outer space", "MoU on a satellite launch", "contract on remote sensing"]),
        ("sport", &["MoU on sports", "agreement between the football associations", "memorandum on the Olympic Games"]),
        ("standards", &["agreement on metrology", "MoU on accreditation bodies", "arrangement on conformity assessment"]),
        ("taxation", &["double taxation agreement", "DTA", "tax information exchange agreement"]),
        ("technology", &["MoU on innovation", "agreement on technology transfer", "memorandum on quantum computing"]),
        ("tourism", &["tourism agreement", "MoU on hotels and resorts", "programme for tour operators"]),
        ("trade", &["free trade agreement", "MoU on intellectual property", "memorandum between the chambers of commerce"]),
        ("transport", &["agreement on international road transport", "MoU between the railways", "protocol on driving licences"]),
        ("urban", &["sister city agreement", "twinning accord", "memorandum on town planning"]),
        ("water", &["agreement on transboundary rivers", "MoU on drinking water", "treaty on the use of the basin"]),
        ("youth", &["agreement on youth exchange", "MoU on young people", "memorandum between the youth councils"]),
        ("general", &["general cooperation agreement", "MoU on cooperation in various fields", "13 agreements"]),
    ];

    #[test]
    fn every_subject_has_its_phrases() {
        let all = PHRASES.iter().flat_map(|(subject, phrases)| phrases.iter().map(move |phrase| (*subject, *phrase)));
        let wrong: Vec<_> = all.map(|(wanted, p)| (p, wanted, subjects(p))).filter(|(_, wanted, got)| wanted != got).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(PHRASES.len(), Subject::ALL.len());
    }
}
