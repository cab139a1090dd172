//! What an accord is about, read from the words of its mention: "readmission agreement" is about migration.

use std::collections::BTreeMap;

use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, HeadStrength, Kind, Kinds, Lookup, NumberKind, SubjectWeight, WordId};
use crate::report::{PartyKind, Subject};
use crate::text::{BlockKind, Page};

/// How many subjects an accord has at most.
const MOST: usize = 3;

/// How many tokens on either side of a mention may tell its subject.
const WINDOW: usize = 60;

/// How many tokens of an instrument may stand before its noun.
const MODIFIERS: usize = 8;

/// How often the article must speak of its theme, and in which part of all that it speaks of; a second one is spoken of
/// nearly as often.
const THEME_LEAST: usize = 3;
const THEME_PERCENT: usize = 40;
const ALIKE_PERCENT: usize = 80;

/// How many words a word of the first paragraph counts for, and one of an accord.
const OF_LEAD: usize = 2;
const OF_ACCORD: usize = 3;

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
    /// Whether it is the means to another: "loan".
    means: bool,
    toks: Toks,
}

/// What words tell: one to three subjects in the order of the text, each with the tokens that it was read from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub subjects: Vec<(Subject, Toks)>,
    evidence: Option<Evidence>,
    means: bool,
}

impl Told {
    /// Whether it tells no more than the means: "loan agreement".
    pub fn is_means(&self) -> bool {
        self.means
    }

    /// Whether only the form of the instrument tells it: "joint statement".
    pub fn is_form(&self) -> bool {
        self.evidence == Some(Evidence::WeakTopic) && self.subjects.iter().all(|(subject, _)| *subject == Subject::ForeignAffairs)
    }

    /// The subjects, where words on the topic tell them, and not who signs or a weak word.
    pub fn into_topics(self) -> Vec<(Subject, Toks)> {
        if self.is_topic() { self.subjects } else { Vec::new() }
    }

    fn is_topic(&self) -> bool {
        self.evidence == Some(Evidence::Topic)
    }

    /// Takes in, before all others, the subject that a kind of instrument tells.
    pub fn with_kind(mut self, subject: Subject, kind: Told, head: Toks) -> Told {
        self.subjects.retain(|(known, _)| *known != Subject::General && *known != subject);
        self.means = self.subjects.is_empty() && kind.means;
        self.subjects.truncate(MOST - 1);
        self.subjects.insert(0, (subject, head));
        self.evidence = Some(Evidence::Topic);
        self
    }
}

/// The name of an actor, whose words say who and not on what: "Norvane Mining Supply Inc."
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub toks: Toks,
    pub is_university: bool,
}

/// What these words alone tell. The `names` of the text stand in its order.
pub(crate) fn own(doc: &Doc, names: &[Name], toks: &Toks) -> Told {
    let found = read(doc, names, toks);
    let subjects = best(&found, Evidence::WeakParty);
    let means = subjects.len() == 1 && found.iter().any(|f| f.means && f.toks == subjects[0].1);
    Told { subjects, evidence: found.iter().map(|f| f.evidence).min(), means }
}

/// What the article is mainly about, one subject, two that are told alike, or none: what most of its words tell, and most
/// of its accords; the first paragraph says more than others.
pub(crate) fn theme(doc: &Doc, page: &Page, accords: &[Told]) -> Vec<(Subject, Toks)> {
    let mut counts: Vec<(usize, Toks)> = vec![(0, 0..0); Subject::ALL.len()];
    let mut all = 0;
    let mut add = |subject: Subject, toks: &Toks, weight: usize| {
        let (count, first) = &mut counts[subject as usize];
        if *count == 0 {
            first.clone_from(toks);
        }
        *count += weight;
        all += weight;
    };
    let lead = page.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
    for (index, block) in page.blocks.iter().enumerate().filter(|(_, b)| b.kind != BlockKind::Furniture) {
        let weight = if Some(index) == lead { OF_LEAD } else { 1 };
        read(doc, &[], &block.toks).iter().filter(|f| f.evidence == Evidence::Topic).for_each(|f| add(f.subject, &f.toks, weight));
    }
    for (subject, toks) in accords.iter().filter(|told| told.is_topic()).flat_map(|told| &told.subjects) {
        add(*subject, toks, OF_ACCORD);
    }
    let count = |subject: Subject| counts[subject as usize].0;
    let mut order: Vec<Subject> = Subject::ALL.iter().copied().filter(|&subject| subject != Subject::General).collect();
    order.sort_by_key(|&subject| std::cmp::Reverse(count(subject)));
    let most = order.first().map_or(0, |&first| count(first));
    if most < THEME_LEAST || most * 100 < all * THEME_PERCENT {
        return Vec::new();
    }
    let alike = order.into_iter().take(2).filter(|&subject| count(subject) * 100 >= most * ALIKE_PERCENT);
    alike.map(|subject| (subject, counts[subject as usize].1.clone())).collect()
}

/// What more than half of the article's accords are about.
pub(crate) fn company(accords: &[Told]) -> Vec<(Subject, Toks)> {
    let mut kinds: BTreeMap<Vec<Subject>, (usize, &Told)> = BTreeMap::new();
    let mut all = 0;
    for told in accords.iter().filter(|told| told.is_topic()) {
        kinds.entry(told.subjects.iter().map(|(subject, _)| *subject).collect()).or_insert((0, told)).0 += 1;
        all += 1;
    }
    let most = kinds.into_values().max_by_key(|(count, _)| *count).filter(|(count, _)| count * 2 > all);
    most.map_or_else(Vec::new, |(_, told)| told.subjects.clone())
}

/// What the words beside the mention at `toks` tell, in its sentence or list item.
pub(crate) fn beside(doc: &Doc, names: &[Name], toks: &Toks, context: &Toks) -> Vec<(Subject, Toks)> {
    nearest(doc, names, toks, context, is_many(doc, toks.start))
}

/// Whether a mention counts several accords, which rarely share one subject: "sixteen documents".
pub(crate) fn is_many(doc: &Doc, at: usize) -> bool {
    match doc.longest(at, Kind::Number) {
        Some((_, Entry::Number { kind: NumberKind::Cardinal, value })) => value > 1,
        Some((_, Entry::Number { kind, .. })) => kind == NumberKind::Vague,
        _ => doc.is_number(at) && doc.printed(at) != "1" && doc.printed(at).len() < 4,
    }
}

/// What the words beside a mention tell: those behind it up to the next instrument, those before it, then all; not all
/// of them for `many` accords, whose items follow.
fn nearest(doc: &Doc, names: &[Name], toks: &Toks, context: &Toks, many: bool) -> Vec<(Subject, Toks)> {
    let last = context.end.min(toks.end + WINDOW);
    let first = context.start.max(toks.start.saturating_sub(WINDOW));
    let behind = toks.end..(toks.end..last).find(|&at| is_break(doc, at)).map_or(last, |at| before_modifiers(doc, at, toks.end));
    let before = (first..toks.start).rev().find(|&at| is_break(doc, at)).map_or(first, |at| at + 1)..toks.start;
    let all = if many { 0..0 } else { first..last };
    for run in [behind, before, all] {
        let found: Vec<Found> = read(doc, names, &run).into_iter().filter(Found::speaks_for_another).collect();
        let found = best(&found, Evidence::Party);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The first token of the phrase that the noun at a token ends: "a new police" before "protocol".
fn before_modifiers(doc: &Doc, noun: usize, first: usize) -> usize {
    let opens = |at: &usize| matches!(doc.word(*at), w::A | w::AN | w::THE | w::AND | w::COMMA | w::ITS | w::ANOTHER);
    (first..noun).rev().take(MODIFIERS).find(opens).unwrap_or(noun)
}

/// Where the words begin that speak of another accord: "; the other, a protocol ...".
fn is_break(doc: &Doc, at: usize) -> bool {
    doc.word(at) == w::SEMICOLON || doc.longest(at, Kind::Instrument).is_some()
}

impl Found {
    /// Whether it tells the subject of an accord beside which it stands: a foreign minister signs anything.
    fn speaks_for_another(&self) -> bool {
        !(self.evidence == Evidence::Party && self.subject == Subject::ForeignAffairs)
    }
}

/// Of everything found the best evidence that is at least `least`, each subject once.
fn best(found: &[Found], least: Evidence) -> Vec<(Subject, Toks)> {
    let mut out: Vec<(Subject, Toks)> = Vec::new();
    let Some(evidence) = found.iter().map(|f| f.evidence).filter(|e| *e <= least).min() else { return out };
    for Found { subject, toks, .. } in found.iter().filter(|f| f.evidence == evidence) {
        if out.len() < MOST && out.iter().all(|(known, _)| known != subject) {
            out.push((*subject, toks.clone()));
        }
    }
    out
}

/// Every word or phrase in a run of tokens that tells a subject; a longer one hides those inside it.
fn read(doc: &Doc, names: &[Name], toks: &Toks) -> Vec<Found> {
    let mut out = Vec::new();
    let mut name_end = toks.start;
    let mut in_university = false;
    let mut names = names[names.partition_point(|name| name.toks.start < toks.start)..].iter().peekable();
    let mut among_parties = false;
    let mut at = toks.start;
    while at < toks.end {
        among_parties = match doc.word(at) {
            w::BETWEEN | w::AMONG | w::WITH => true,
            word => among_parties && !opens_topic(word),
        };
        while names.next_if(|name| name.toks.start < at).is_some() {}
        if let Some(name) = names.next_if(|name| name.toks.start == at) {
            (name_end, in_university) = (name.toks.end.min(toks.end), name.is_university);
        } else if at >= name_end {
            (name_end, in_university) = (end_of_body(doc, at, toks.end).unwrap_or(at), false);
        }
        let Some(end) = longest_topic(doc, at, toks.end) else {
            at = end_of_proper_name(doc, at, toks.end).unwrap_or(at + 1);
            continue;
        };
        let party = among_parties || at < name_end || is_before_head(doc, at, end, toks.end);
        for lookup in doc.lookups_at(at).iter().rev().filter(|l| l.last as usize == end) {
            if let Entry::Subject { subject: Some(subject), weight } = lookup.entry {
                // Universities sign on what they teach.
                let party = party && !(in_university && at < name_end && subject == Subject::Education);
                let evidence = match (weight != SubjectWeight::Weak, party) {
                    (true, false) => Evidence::Topic,
                    (true, true) => Evidence::Party,
                    (false, false) => Evidence::WeakTopic,
                    (false, true) => Evidence::WeakParty,
                };
                out.push(Found { subject, evidence, means: weight == SubjectWeight::Means, toks: at..end });
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

/// One behind the longest phrase of the list that starts at a token, unless it is part of a longer name: "Kuwait City".
fn longest_topic(doc: &Doc, at: usize, limit: usize) -> Option<usize> {
    let end = doc.lookups_with(at, Kind::Subject).iter().find(|l| l.kind == Kind::Subject && l.last as usize <= limit)?.last as usize;
    match end_of_proper_name(doc, at, limit) {
        Some(name) if name > end => None,
        _ => Some(end),
    }
}

/// One behind the last token of the name of a state or place.
fn end_of_proper_name(doc: &Doc, at: usize, limit: usize) -> Option<usize> {
    let is_name = |l: &&Lookup| matches!(l.kind, Kind::State | Kind::Place) && l.last as usize <= limit;
    doc.lookups_with(at, Kinds::of(&[Kind::State, Kind::Place])).iter().find(is_name).map(|l| l.last as usize)
}

/// One behind the name of a body or office that begins at a token: "Ministry of Trade and Industry", "Minister for
/// Health", "World Health Organization".
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

/// Whether the noun of a body or office follows: "defence ministries", "Port Authority", "Energy Minister".
fn is_before_head(doc: &Doc, at: usize, end: usize, limit: usize) -> bool {
    end < limit && end_of_head(doc, end).is_some_and(|_| is_plain_head(doc, end) || doc.is_capitalised(at))
}

/// One behind a noun that names a body or an office: "ministries" in any case, "Council" only with a capital.
fn end_of_head(doc: &Doc, at: usize) -> Option<usize> {
    if let Some((end, _)) = doc.longest(at, Kind::Office) {
        return Some(end);
    }
    let (end, entry) = doc.longest(at, Kind::BodyHead)?;
    let Entry::BodyHead { kind: Some(kind), .. } = entry else { return None };
    let names_body = matches!(kind, PartyKind::GovernmentBody | PartyKind::University | PartyKind::CivilSociety);
    (names_body && (is_plain_head(doc, at) || doc.is_capitalised(at))).then_some(end)
}

/// Whether a noun means a body or an office however it is written.
fn is_plain_head(doc: &Doc, at: usize) -> bool {
    matches!(doc.longest(at, Kind::BodyHead), Some((_, Entry::BodyHead { strength: HeadStrength::Strong, .. })))
        || doc.longest(at, Kind::Office).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    fn printed(found: &[(Subject, Toks)]) -> String {
        let all: Vec<&str> = found.iter().map(|(s, _)| s.as_str()).collect();
        if all.is_empty() { "general".to_owned() } else { all.join(",") }
    }

    /// The subjects of a mention that is the whole text, as printed in a record.
    fn subjects(text: &str) -> String {
        let gazetteer = Gazetteer::builtin();
        let doc = Doc::new(text, &gazetteer);
        printed(&own(&doc, &[], &(0..doc.len())).subjects)
    }

    /// The subjects of the mention between square brackets, with the rest of the text as its context.
    fn in_context(text: &str) -> String {
        let gazetteer = Gazetteer::builtin();
        let (open, close) = (text.find('[').expect("["), text.find(']').expect("]"));
        let plain = text.replace(['[', ']'], "");
        let doc = Doc::new(&plain, &gazetteer);
        let token_at = |byte: usize| doc.tokens.partition_point(|t| t.span().start() < byte);
        let mention = token_at(open)..token_at(close - 1);
        let told = own(&doc, &[], &mention).subjects;
        printed(&if told.is_empty() { beside(&doc, &[], &mention, &(0..doc.len())) } else { told })
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
        ("nuclear", &["agreement on nuclear safety", "safeguards agreement", "non-proliferation treaty"]),
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
        ("urban", &["memorandum on town planning", "agreement on urban renewal"]),
        ("water", &["agreement on transboundary rivers", "MoU on drinking water", "treaty on the use of the basin"]),
        ("youth", &["agreement on youth exchange", "MoU on young people", "memorandum between the youth councils"]),
        ("general", &["general cooperation agreement", "MoU on cooperation in various fields", "13 agreements", "twinning accord"]),
    ];

    #[test]
    fn every_subject_has_its_phrases() {
        let all = PHRASES.iter().flat_map(|(subject, phrases)| phrases.iter().map(move |phrase| (*subject, *phrase)));
        let wrong: Vec<_> = all.map(|(wanted, p)| (p, wanted, subjects(p))).filter(|(_, wanted, got)| wanted != got).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(PHRASES.len(), Subject::ALL.len());
    }

    #[test]
    fn a_phrase_hides_the_words_inside_it() {
        assert_eq!(subjects("agreement on food security"), "agriculture");
        assert_eq!(subjects("agreement on security and food"), "security,agriculture");
        assert_eq!(subjects("memorandum on the film industry"), "media");
    }

    #[test]
    fn a_phrase_that_tells_nothing_hides_its_words_too() {
        assert_eq!(subjects("accord of which the press release speaks"), "general");
        assert_eq!(subjects("legally binding agreement of the highest standards"), "general");
        assert_eq!(subjects("agreement on the press and on legal aid"), "justice");
    }

    #[test]
    fn a_form_may_have_two_subjects_and_an_accord_has_three_at_most() {
        assert_eq!(subjects("agreement on support for SMEs"), "industry,trade");
        assert_eq!(subjects("memorandum on health, tourism, sport, mining and housing"), "health,tourism,sport");
    }

    #[test]
    fn the_topic_beats_the_parties() {
        assert_eq!(subjects("memorandum between the interior ministries on railways"), "transport");
        assert_eq!(subjects("memorandum of the Ministry of Health and Social Welfare of Peru on customs data"), "customs");
        assert_eq!(subjects("plan of the Energy Minister on schools"), "education");
        assert_eq!(subjects("agreement with the World Health Organization on housing"), "housing");
    }

    #[test]
    fn the_parties_tell_it_where_nothing_else_does() {
        assert_eq!(subjects("memorandum between the interior ministries"), "security");
        assert_eq!(subjects("protocol of the Ministry of Tourism of Nepal"), "tourism");
        assert_eq!(subjects("cooperation agreement between the defence ministries"), "defence");
    }

    #[test]
    fn a_weak_word_counts_only_alone() {
        assert_eq!(subjects("agreement on economic cooperation"), "trade");
        assert_eq!(subjects("agreement on economic cooperation and pensions"), "social");
        assert_eq!(subjects("joint statement"), "foreign_affairs");
        assert_eq!(subjects("joint statement on wildlife"), "environment");
    }

    #[test]
    fn names_of_states_and_places_tell_nothing() {
        assert_eq!(subjects("Kuwait City agreement"), "general");
        assert_eq!(subjects("agreement with Ivory Coast"), "general");
    }

    #[test]
    fn the_words_beside_a_mention_tell_its_subject() {
        assert_eq!(in_context("Chile and Fiji signed [a second memorandum], which is about museums, and a police protocol."), "culture");
        assert_eq!(in_context("A police protocol was signed; on tuna stocks there is [a draft]; a loan agreement follows."), "fisheries");
        assert_eq!(in_context("Of the treaty on double taxation [its protocol] alone is in force."), "taxation");
        assert_eq!(in_context("[A memorandum] was signed by the health ministers of Oman and Togo."), "health");
        assert_eq!(in_context("[A memorandum] was signed by the foreign ministers of Oman and Togo."), "general");
    }

    #[test]
    fn a_number_of_accords_has_no_subject_of_a_neighbour() {
        assert_eq!(in_context("They signed [14 documents], among them a protocol on seafarers."), "general");
        assert_eq!(in_context("They signed [14 documents] on trade, among them a protocol on seafarers."), "trade");
    }

    #[test]
    fn what_the_article_speaks_of_most_is_its_theme() {
        let themed = |text: &str| {
            let gazetteer = Gazetteer::builtin();
            let doc = Doc::new(text, &gazetteer);
            let found = theme(&doc, &Page::read(&doc), &[]);
            found.iter().map(|(s, toks)| format!("{} ({})", s.as_str(), doc.slice(toks))).collect::<Vec<_>>().join(", ")
        };
        let fish = "The tuna pact is dead, Samoa's fishermen say. Boats from abroad took all the fish there was in the bay.";
        assert_eq!(themed(fish), "fisheries (tuna)");
        let two = "Hospitals want vaccines, and cooks want tuna and mackerel. So the minister said it was on Monday.";
        assert_eq!(themed(two), "fisheries (tuna), health (Hospitals)");
        assert_eq!(themed("The two sides signed accords on trade, tourism, health, sport and education, and another on trade."), "");
        assert_eq!(themed("A pact was signed."), "");
    }

    #[test]
    fn the_word_list_is_sorted_and_says_nothing_twice() {
        let list = include_str!("../gazetteer/data/subjects.tsv");
        let lines: Vec<&str> = list.lines().skip_while(|line| line.starts_with('#')).collect();
        let unsorted = lines.windows(2).find(|pair| pair[0] >= pair[1]);
        assert_eq!(unsorted, None);
    }
}
