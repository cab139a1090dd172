//! One person, one entry: mentions by name, by part of the name, by office, and of several at once.

use super::affiliation::{self, Holder};
use super::binding::Found;
use super::names::PersonName;
use super::offices::{Determiner, Office, Owner};
use super::ties::{self, Ties};
use super::words::{Tag, Words};
use super::{OfficialEntity, OfficialMention, Officials, Role, Serves};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, FastMap, Kind, OfficeClass, StateSense, state_led_by};
use crate::report::{CountryCode, PartyKind};

/// What makes two offices the same: class, ranks and field, in whatever order they are printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RoleKey {
    pub class: OfficeClass,
    /// Words of the noun and the field, folded, sorted.
    words: Vec<String>,
    /// The first word of the field: "foreign".
    lead: Option<String>,
    /// Words of rank, folded, sorted: "deputy".
    ranks: Vec<String>,
}

/// An official while mentions are being merged.
struct Entity {
    name: Option<PersonName>,
    /// The words of the fullest name, folded.
    words: Vec<String>,
    titles: Vec<Toks>,
    roles: Vec<(Role, RoleKey)>,
    ranked: bool,
    owner: Option<Owner>,
    inferred: bool,
    /// The last mention so far, as its position in the order of mentions.
    last: usize,
    /// The first token of the first mention with an office.
    first: usize,
    /// Whether the office is one of a firm or a university by its looks.
    officer: bool,
    past: bool,
    away: Option<CountryCode>,
    /// Whether an adjective before the office says the state.
    by_adjective: bool,
    ties: Ties,
}

impl Entity {
    /// "Senator Dr Awa Sarr, Deputy Minister": a bare rank right before the name of one who has another office addresses.
    fn address_by_rank(&mut self) {
        let Some(name) = &self.name else { return };
        let addresses = |(role, key): &(Role, RoleKey)| {
            let rank = matches!(key.class, OfficeClass::Legislator | OfficeClass::Diplomat) && key.is_bare() && key.ranks.is_empty();
            rank && role.toks.len() == 1 && role.toks.end == name.toks.start
        };
        if self.roles.len() < 2 || self.roles.iter().all(addresses) {
            return;
        }
        self.titles.extend(self.roles.iter().filter(|role| addresses(role)).map(|(role, _)| role.toks.clone()));
        self.roles.retain(|role| !addresses(role));
    }
}

/// How many officials of one surname are looked at.
const NAMESAKES: usize = 16;
/// How many of the last mentioned officials an office without a name is compared with.
const WINDOW: usize = 64;

pub(super) struct Merger<'m, 'd, 't> {
    words: &'m Words<'d, 't>,
    offices: &'m [Office],
    keys: Vec<RoleKey>,
    entities: Vec<Entity>,
    by_word: FastMap<String, Vec<usize>>,
    /// Officials by last mention, the latest at the end.
    recent: Vec<usize>,
    mentions: Vec<OfficialMention>,
}

/// Merges what was found in the text.
pub(super) fn merge(words: &Words, offices: &[Office], all: &[Found]) -> Officials {
    let keys = offices.iter().map(|office| key(words, office)).collect();
    let mut merger =
        Merger { words, offices, keys, entities: Vec::new(), by_word: FastMap::default(), recent: Vec::new(), mentions: Vec::new() };
    let mut resolved: Vec<Option<usize>> = vec![None; all.len()];
    for (index, found) in all.iter().enumerate() {
        let outside = words.is_outside(found.toks.start);
        if let Some(name) = found.name.as_ref().filter(|name| !outside && (!found.offices.is_empty() || name.ranked)) {
            let before = all[..index].iter().rev().take(4).find(|f| !f.offices.is_empty());
            let previous = before.map_or(0, |before| before.toks.end);
            if let Some(one) = index.checked_sub(1).and_then(|one| merger.named_pair(&all[one], found)) {
                resolved[index - 1] = Some(one);
            }
            resolved[index] = Some(merger.holder(found, name, previous));
        }
    }
    for (index, found) in all.iter().enumerate() {
        let before = merger.mentions.len();
        match (&found.name, resolved[index]) {
            (Some(_), Some(entity)) => merger.mention(found.toks.clone(), vec![entity]),
            (Some(name), None) => merger.bare(name, found),
            (None, _) if words.is_outside(found.toks.start) => {}
            (None, _) => merger.unnamed(index, all),
        }
        if let Some([entity]) = merger.mentions.get(before).map(|mention| &mention.officials[..]) {
            resolved[index] = Some(*entity);
        }
    }
    let ties = ties::read(words, all, &resolved, merger.entities.len());
    for (entity, ties) in merger.entities.iter_mut().zip(ties) {
        entity.ties = Ties { partner: entity.ties.partner.or(ties.partner), ..ties };
    }
    merger.infer();
    merger.finish()
}

/// The key of an office.
fn key(words: &Words, office: &Office) -> RoleKey {
    let doc = words.doc;
    let mut parts: Vec<String> = Vec::new();
    let mut ranks: Vec<String> = Vec::new();
    let mut lead = None;
    for token in office.role.toks.clone() {
        let in_cut = office.role.cut.as_ref().is_some_and(|cut| cut.contains(&token));
        let plain_head = office.head.contains(&token)
            && !matches!(
                office.class,
                OfficeClass::Secretary
                    | OfficeClass::Executive
                    | OfficeClass::Director
                    | OfficeClass::Official
                    | OfficeClass::Military
                    | OfficeClass::Minister
                    | OfficeClass::Local
                    | OfficeClass::Diplomat
                    | OfficeClass::Legislator
                    | OfficeClass::President
            );
        if in_cut || plain_head || !doc.is_word(token) || is_grammar(words, token) {
            continue;
        }
        let ranked = token < office.head.start && words.is(token, Tag::KEPT_RANK);
        let word = stem(doc.printed(token));
        if lead.is_none() && !ranked && !office.head.contains(&token) && !IDLE.contains(&word.as_str()) {
            lead = Some(word.clone());
        }
        if ranked { &mut ranks } else { &mut parts }.push(word);
    }
    for list in [&mut parts, &mut ranks] {
        list.sort_unstable();
        list.dedup();
    }
    RoleKey { class: office.class, words: parts, lead, ranks }
}

/// The words of a body's name, folded, as those of an office are.
pub(super) fn field_words(words: &Words, toks: &Toks) -> Vec<String> {
    let doc = words.doc;
    toks.clone().filter(|&t| doc.is_word(t) && !is_grammar(words, t)).take(24).map(|t| stem(doc.printed(t))).collect()
}

/// "of", "the", "affairs": words that two forms of one office may differ in.
fn is_grammar(words: &Words, token: usize) -> bool {
    let word = words.doc.word(token);
    matches!(word, w::OF | w::FOR | w::THE | w::AND | w::TO | w::IN | w::AT | w::ON)
}

/// The word folded, without a plural ending.
fn stem(word: &str) -> String {
    let mut folded = fold_name(crate::text::split_possessive(word).0);
    if folded.strip_suffix('s').is_some_and(|stem| stem.len() > 3 && !stem.ends_with('s')) {
        folded.pop();
    }
    folded
}

impl RoleKey {
    /// Whether this is `other` in fewer words, or in the same.
    pub fn is_within(&self, other: &RoleKey) -> bool {
        let ranks = self.ranks.iter().all(|rank| other.ranks.contains(rank));
        ranks
            && self.class == other.class
            && self.words.iter().all(|word| IDLE.contains(&word.as_str()) || other.words.binary_search(word).is_ok())
    }
}

impl RoleKey {
    /// Whether this office is held under the minister of `other`: "Deputy Minister of Commerce".
    pub fn is_under(&self, other: &RoleKey) -> bool {
        let field = |word: &&String| !HEADS.contains(&word.as_str()) && !IDLE.contains(&word.as_str());
        let minister = matches!(other.class, OfficeClass::Minister | OfficeClass::Secretary) && other.ranks.is_empty();
        let below = !self.ranks.is_empty() || !matches!(self.class, OfficeClass::Minister | OfficeClass::Secretary);
        below && minister && other.lead.is_some() && other.words.iter().filter(field).all(|word| self.words.contains(word))
    }

    /// Whether a body with these words in its name is that of the office's field.
    pub fn is_field_of(&self, body: &[String]) -> bool {
        self.lead.is_some()
            && self.ranks.is_empty()
            && self.words.iter().all(|word| HEADS.contains(&word.as_str()) || IDLE.contains(&word.as_str()) || body.contains(word))
    }

    /// Whether it names no field: "Ambassador".
    pub fn is_bare(&self) -> bool {
        self.words.len() <= 1
    }

    /// Whether a state has one of both only: "President" and "King", "Foreign Minister" and "Minister of Foreign Affairs".
    pub fn excludes(&self, other: &RoleKey) -> bool {
        let heads = |key: &RoleKey| matches!(key.class, OfficeClass::President | OfficeClass::HeadOfState) && key.words.len() <= 1;
        let told =
            |key: &RoleKey| key.class == OfficeClass::HeadOfGovernment || key.words.iter().any(|word| !IDLE.contains(&word.as_str()));
        let several = matches!(self.class, OfficeClass::Legislator | OfficeClass::Local | OfficeClass::Diplomat | OfficeClass::Judge);
        self.ranks == other.ranks && heads(self) && heads(other)
            || self.ranks == other.ranks
                && !several
                && told(self)
                && told(other)
                && (self.is_within(other)
                    || other.is_within(self)
                    || self.class == other.class && self.lead.is_some() && self.lead == other.lead)
    }
}

/// Nouns of ministers' offices, folded as keys are.
const HEADS: &[&str] = &["minister", "secretary", "state", "cabinet"];

/// Words of an office that tell it from no other.
const IDLE: &[&str] = &["affair", "minister", "ministry"];

/// A word of a name for comparison: lower case, Latin letters without their marks.
pub(super) fn fold_name(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let ascii = word.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(word.len());
    let (plain, rest) = word.split_at(ascii);
    out.extend(plain.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    for c in rest.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' | 'ắ' | 'ằ' => 'a',
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
            'ď' | 'đ' | 'ð' => 'd',
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ế' | 'ề' | 'ệ' | 'ə' => 'e',
            'ğ' | 'ģ' | 'ġ' => 'g',
            'ì'..='ï' | 'ī' | 'į' | 'ı' | 'ị' | 'ĩ' => 'i',
            'ķ' => 'k',
            'ł' | 'ļ' | 'ľ' => 'l',
            'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ọ' | 'ố' | 'ồ' | 'ộ' | 'ơ' | 'ớ' | 'ợ' => 'o',
            'ř' => 'r',
            'ś' | 'š' | 'ş' | 'ș' => 's',
            'ť' | 'ţ' | 'ț' => 't',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' | 'ứ' | 'ự' | 'ừ' => 'u',
            'ý' | 'ÿ' | 'ỳ' => 'y',
            'ź' | 'ž' | 'ż' => 'z',
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' => continue,
            other => other,
        };
        out.push(plain);
    }
    out
}

impl<'m, 'd, 't> Merger<'m, 'd, 't> {
    /// The words of a name, folded; initials are single letters.
    fn name_words(&self, toks: &Toks) -> Vec<String> {
        let mut out = Vec::with_capacity(toks.len());
        toks.clone().for_each(|token| self.add_words(token, &mut out));
        out
    }

    /// Adds the words of one token of a name.
    fn add_words(&self, token: usize, out: &mut Vec<String>) {
        let doc = self.words.doc;
        if doc.is_word(token) {
            let word = crate::text::split_possessive(doc.printed(token)).0;
            out.extend(word.split('.').filter(|part| !part.is_empty()).map(fold_name));
        }
    }

    /// The official whom a name with offices stands for; a new one where none fits.
    fn holder(&mut self, found: &Found, name: &PersonName, previous: usize) -> usize {
        let words = self.name_words(&name.name);
        let owner = found
            .owner
            .or_else(|| found.offices.iter().filter(|_| !found.borrowed).find_map(|&o| self.offices[o].owner))
            .or_else(|| affiliation::from_context(self.words, self.offices, found, previous));
        let known = self.find_by_name(&words, owner, &found.offices).filter(|&known| !self.is_listed(known, &words, found));
        let entity = known.unwrap_or_else(|| self.create(Some(name.clone()), words.clone()));
        if known.is_none() {
            self.entities[entity].first = found.toks.start;
        }
        self.add_name(entity, name, words);
        for &office in &found.offices {
            self.add_role(entity, office);
            let titles = self.offices[office].titles.iter().cloned();
            self.entities[entity].titles.extend(titles);
        }
        let class = |wanted: OfficeClass| found.offices.iter().any(|&o| self.offices[o].class == wanted);
        if class(OfficeClass::Counterpart) || class(OfficeClass::Successor) {
            self.share_role(entity, found, class(OfficeClass::Successor));
        }
        for &office in &found.offices {
            let office = &self.offices[office];
            self.entities[entity].past |= office.past;
            self.entities[entity].away = self.entities[entity].away.or(office.away);
            let lower = !self.words.doc.is_capitalised(office.role.toks.start);
            self.entities[entity].officer |= lower && office.class == OfficeClass::President && office.role.toks.len() > office.head.len();
        }
        if let [office] = found.offices[..] {
            if found.owner.is_none() {
                let office = &self.offices[office];
                self.entities[entity].by_adjective |= self.words.state_at(office.start).is_some_and(|s| s.sense == StateSense::Demonym);
            }
        }
        self.set_owner(entity, owner);
        self.touch(entity);
        entity
    }

    fn create(&mut self, name: Option<PersonName>, words: Vec<String>) -> usize {
        self.entities.push(Entity {
            name,
            words,
            titles: Vec::new(),
            roles: Vec::new(),
            ranked: false,
            owner: None,
            inferred: false,
            last: 0,
            first: 0,
            officer: false,
            past: false,
            away: None,
            by_adjective: false,
            ties: Ties::default(),
        });
        self.entities.len() - 1
    }

    fn set_owner(&mut self, entity: usize, owner: Option<Owner>) {
        let owner = owner.and_then(|owner| self.settled(owner));
        if self.entities[entity].owner.is_none() {
            self.entities[entity].owner = owner;
        }
    }

    /// A body or a province stands for its state, the European Union for its code, and the beginning of a name for all of it.
    fn settled(&self, owner: Owner) -> Option<Owner> {
        let actors = &self.words.actors.actors;
        match owner {
            Owner::Actor(actor) => match actors.get(actor)? {
                body if matches!(body.kind, PartyKind::GovernmentBody | PartyKind::Subnational) => {
                    body.of.filter(|_| !body.of_inferred || body.kind == PartyKind::Subnational).map(Owner::State)
                }
                union if union.of.is_some_and(|code| code == CountryCode::EUROPEAN_UNION && is_named(self.words, &union.name, code)) => {
                    union.of.map(Owner::State)
                }
                _ => Some(owner),
            },
            Owner::Named(start, end) => Some(self.words.actor_beginning(&(start..end)).map_or(owner, Owner::Actor)),
            Owner::State(_) => Some(owner),
        }
    }

    /// Puts an official at the head of those last mentioned.
    fn touch(&mut self, entity: usize) {
        if self.recent.last() != Some(&entity) {
            self.recent.push(entity);
        }
    }

    /// Takes the fullest form of the name, and the forms of address.
    fn add_name(&mut self, entity: usize, name: &PersonName, words: Vec<String>) {
        for word in &words {
            if word.chars().count() > 1 {
                let list = self.by_word.entry(word.clone()).or_default();
                if !list.contains(&entity) && list.len() < NAMESAKES {
                    list.push(entity);
                }
            }
        }
        let entry = &mut self.entities[entity];
        entry.ranked |= name.ranked;
        entry.titles.extend(name.titles.iter().cloned());
        let longer = words.len() > entry.words.len()
            || words.len() == entry.words.len() && words.iter().map(String::len).sum::<usize>() > entry.words.iter().map(String::len).sum();
        // "Sheikh Hasina" rather than "Ms Hasina", for the title may be a part of the name.
        let family = |n: &PersonName| n.titles.iter().any(|t| is_family_title(self.words, t));
        let fuller = words.len() == entry.words.len() && family(name) && !entry.name.as_ref().is_some_and(family);
        if longer || fuller || entry.name.is_none() {
            entry.words = words;
            entry.name = Some(name.clone());
        }
    }

    /// Adds an office, unless the official has it already in as many words or more.
    fn add_role(&mut self, entity: usize, office: usize) {
        let (office, key) = (&self.offices[office], &self.keys[office]);
        if matches!(office.class, OfficeClass::Counterpart | OfficeClass::Successor | OfficeClass::Leader) {
            return;
        }
        let roles = &mut self.entities[entity].roles;
        if roles.iter().any(|(_, known)| key.is_within(known)) {
            return;
        }
        roles.retain(|(_, known)| !known.is_within(key));
        roles.push((office.role.clone(), key.clone()));
    }

    /// A counterpart has the office of the official mentioned before; a successor serves the same state too.
    fn share_role(&mut self, entity: usize, found: &Found, same_owner: bool) {
        // "Larijani's predecessor"
        let office = found.offices.first().map(|&o| &self.offices[o]);
        let possessor = office.and_then(|o| o.first_possessive(self.words)).and_then(|t| {
            let words = self.name_words(&(t..t + 1));
            self.find_by_name(&words, None, &[])
        });
        let Some(other) = possessor.filter(|&p| p != entity).or_else(|| self.referent(entity)) else { return };
        if let Some(role) = self.entities[other].roles.first().cloned() {
            if self.entities[entity].roles.is_empty() {
                self.entities[entity].roles.push(role);
            }
        }
        if same_owner {
            let owner = self.entities[other].owner;
            self.set_owner(entity, owner);
        } else {
            self.serve_like(entity, other);
            self.entities[entity].ties.partner.get_or_insert(other);
        }
    }

    /// "The presidents of Peru and Togo signed. Alan Rojas and his Togolese counterpart, Kossi Mensah, ...": the first of two
    /// names has the office told in the plural for both, and the other state.
    fn named_pair(&mut self, one: &Found, other: &Found) -> Option<usize> {
        /// How far back the plural may stand.
        const BACK: usize = 80;
        let &[counterpart] = &other.offices[..] else { return None };
        let office = &self.offices[counterpart];
        let name = one.name.as_ref().filter(|name| one.offices.is_empty() && name.name.len() > 1)?;
        let joined = self.words.doc.word(one.toks.end) == w::AND && one.toks.end + 1 == office.toks.start;
        if office.class != OfficeClass::Counterpart || !joined {
            return None;
        }
        let words = self.name_words(&name.name);
        let before =
            self.offices[..counterpart].iter().rposition(|o| o.plural && o.owners.len() == 2 && o.toks.end + BACK > one.toks.start)?;
        let owner = self.offices[before].owners.iter().copied().find(|owner| Some(*owner) != office.owner)?;
        if office.owner.is_some_and(|served| !self.offices[before].owners.contains(&served))
            || self.find_by_name(&words, None, &[]).is_some()
        {
            return None;
        }
        let entity = self.create(Some(name.clone()), words.clone());
        self.entities[entity].first = one.toks.start;
        self.add_name(entity, name, words);
        self.add_role(entity, before);
        self.set_owner(entity, Some(owner));
        self.touch(entity);
        Some(entity)
    }

    /// "The carrier's chief executive and her Omani counterpart": one who serves the Omani body of the same kind.
    fn serve_like(&mut self, entity: usize, other: usize) {
        let actors = &self.words.actors.actors;
        let (Some(Owner::Actor(actor)), Some(Owner::State(code))) = (self.entities[other].owner, self.entities[entity].owner) else {
            return;
        };
        let kind = actors[actor].kind;
        let of_kind = actors.iter().take(WINDOW).enumerate().filter(|(index, a)| *index != actor && a.kind == kind && a.of == Some(code));
        if let Some((body, _)) = of_kind.min_by_key(|(index, _)| *index) {
            self.entities[entity].owner = Some(Owner::Actor(body));
        }
    }

    /// The official whose counterpart is spoken of: the last one mentioned, with an office.
    fn referent(&self, entity: usize) -> Option<usize> {
        self.recent.iter().rev().take(WINDOW).copied().find(|&e| e != entity && !self.entities[e].roles.is_empty())
    }

    /// The official of a name, or of a part or a fuller form of it.
    fn find_by_name(&self, words: &[String], owner: Option<Owner>, offices: &[usize]) -> Option<usize> {
        // Only words of two letters or more are ever entered.
        let key = words.iter().rev().find(|word| self.by_word.contains_key(*word))?;
        let mut best: Option<(usize, usize)> = None;
        for word in [key].into_iter().chain(words.iter().filter(|word| *word != key)) {
            for &entity in self.by_word.get(word).map_or(&[][..], Vec::as_slice) {
                let known = &self.entities[entity];
                if !same_name(words, &known.words) {
                    continue;
                }
                let conflict = matches!((owner, known.owner), (Some(a), Some(b)) if a != b);
                if conflict && (words.len() == 1 || known.words.len() == 1) {
                    continue;
                }
                let mut score = 1 + known.last;
                if words.len() == known.words.len() {
                    score += 1 << 40;
                }
                if offices.iter().any(|&o| known.roles.iter().any(|(_, k)| k.class == self.keys[o].class)) {
                    score += 1 << 20;
                }
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, entity));
                }
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// "King Salman, | Crown Prince Mohammed bin Salman": one of a list is not the one right before it.
    fn is_listed(&self, known: usize, words: &[String], found: &Found) -> bool {
        let doc = self.words.doc;
        let beside =
            |end: usize| end <= found.toks.start && (end..found.toks.start).all(|t| matches!(doc.word(t), w::COMMA | w::AND | w::THE));
        let entity = &self.entities[known];
        let shorter = entity.words.len() == 1 && words.len() > 1;
        shorter && !found.offices.is_empty() && entity.name.as_ref().is_some_and(|name| beside(name.toks.end))
    }

    fn mention(&mut self, toks: Toks, officials: Vec<usize>) {
        for &entity in &officials {
            self.touch(entity);
            self.entities[entity].last = self.mentions.len() + 1;
        }
        self.mentions.push(OfficialMention { toks, officials });
    }

    /// A capitalised run without an office: the names of known officials in it.
    fn bare(&mut self, name: &PersonName, found: &Found) {
        if self.by_word.is_empty() {
            return;
        }
        let mut words = Vec::with_capacity(name.name.len());
        // Where the words of each token end.
        let mut ends = Vec::with_capacity(name.name.len());
        for token in name.name.clone() {
            self.add_words(token, &mut words);
            ends.push(words.len());
        }
        if let Some(entity) = self.find_by_name(&words, None, &[]) {
            if !self.words.is_outside(found.toks.start) {
                self.add_name(entity, name, words);
                // "Senegal's Awa Sarr"
                self.set_owner(entity, found.owner);
            }
            self.mention(found.toks.clone(), vec![entity]);
            return;
        }
        let (start, end) = (name.name.start, name.name.end);
        let words_before = |token: usize| if token == start { 0 } else { ends[token - start - 1] };
        let mut at = start;
        while at < end {
            let mut best = None;
            for end in (at + 1..=end.min(at + 6)).rev() {
                let words = &words[words_before(at)..words_before(end)];
                if !words.is_empty() && self.words.doc.is_word(at) {
                    best = self.find_by_name(words, None, &[]).map(|entity| (entity, end));
                    if best.is_some() {
                        break;
                    }
                }
            }
            match best {
                Some((entity, end)) => {
                    self.mention(at..end, vec![entity]);
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// An office without a name: one known by it, several of them, or one who is known by it alone.
    fn unnamed(&mut self, position: usize, all: &[Found]) {
        let found = &all[position];
        let Some(&index) = found.offices.first() else { return };
        let office = &self.offices[index];
        if office.plural && office.owners.len() > 1 {
            self.each(found, index);
            return;
        }
        if office.plural {
            let mut group = self.group(index);
            if group.len() < 2 {
                group = self.pair_of_names(position, index, all);
            }
            if group.len() > 1 {
                self.mention(found.toks.clone(), group);
            }
            return;
        }
        if office.class == OfficeClass::Successor {
            return;
        }
        if office.class == OfficeClass::Counterpart {
            self.counterpart(found, index);
            return;
        }
        if let Some(entity) = self.find_by_office(index) {
            self.set_owner(entity, office.owner);
            self.mention(found.toks.clone(), vec![entity]);
            return;
        }
        if self.stands_for_one(index) {
            let entity = self.create(None, Vec::new());
            self.add_role(entity, index);
            self.set_owner(entity, office.owner);
            self.mention(found.toks.clone(), vec![entity]);
        }
    }

    /// "Aliya Nurlan and Ivan Koval signed it. The presidents ...": two names together that had no office so far.
    fn pair_of_names(&mut self, found: usize, index: usize, all: &[Found]) -> Vec<usize> {
        let doc = self.words.doc;
        let office = &self.offices[index];
        if office.determiner != Determiner::Definite || matches!(office.class, OfficeClass::Leader | OfficeClass::Counterpart) {
            return Vec::new();
        }
        let at = all[found].toks.start;
        let person = |toks: &Toks| !toks.clone().any(|t| self.words.is(t, Tag::PORTFOLIO.and(Tag::COMMON)));
        let bare = |f: &Found| f.offices.is_empty() && f.name.as_ref().is_some_and(|n| n.name.len() > 1 && person(&n.name));
        let joined = |pair: &[Found]| doc.word(pair[0].toks.end) == w::AND && pair[0].toks.end + 1 == pair[1].toks.start;
        let first = found.saturating_sub(8);
        let Some(pair) = all[first..found].windows(2).rev().find(|p| bare(&p[0]) && bare(&p[1]) && joined(p) && p[0].toks.start + 60 > at)
        else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for one in pair {
            let Some(name) = &one.name else { continue };
            let words = self.name_words(&name.name);
            let entity = self.find_by_name(&words, None, &[]).unwrap_or_else(|| self.create(Some(name.clone()), words.clone()));
            self.add_name(entity, name, words);
            self.add_role(entity, index);
            self.entities[entity].first = one.toks.start;
            self.set_owner(entity, one.owner);
            self.mention(one.toks.clone(), vec![entity]);
            out.push(entity);
        }
        out
    }

    /// "the Iranian and Omani justice ministers", "his counterparts from Malta and Cyprus": one for each owner.
    fn each(&mut self, found: &Found, index: usize) {
        let office = &self.offices[index];
        let model = if office.class == OfficeClass::Counterpart {
            self.referent(usize::MAX).and_then(|other| self.entities[other].roles.first().cloned())
        } else {
            Some((office.role.clone(), self.keys[index].clone()))
        };
        let Some((role, key)) = model else { return };
        let enters = office.class == OfficeClass::Counterpart
            || matches!(office.class, OfficeClass::Minister | OfficeClass::Secretary) && office.specific;
        let mut group = Vec::new();
        for &owner in &office.owners {
            let fits = |e: &Entity| e.owner == Some(owner) && e.roles.iter().any(|(_, k)| key.is_within(k) || k.is_within(&key));
            let known = (0..self.entities.len().min(WINDOW)).find(|&e| fits(&self.entities[e]));
            let entity = match known {
                Some(entity) => entity,
                None if enters => {
                    let entity = self.create(None, Vec::new());
                    self.entities[entity].roles.push((role.clone(), key.clone()));
                    self.set_owner(entity, Some(owner));
                    entity
                }
                None => continue,
            };
            if !group.contains(&entity) {
                group.push(entity);
            }
        }
        if !group.is_empty() {
            self.mention(found.toks.clone(), group);
        }
    }

    /// Whether an office without a name means an individual: "the Peruvian Minister of the Interior".
    fn stands_for_one(&self, index: usize) -> bool {
        let office = &self.offices[index];
        let graded = !self.keys[index].ranks.is_empty();
        let class = matches!(office.class, OfficeClass::Minister | OfficeClass::Secretary | OfficeClass::Spokesperson)
            || graded && office.class == OfficeClass::HeadOfGovernment;
        let defined = match office.determiner {
            Determiner::Indefinite => office.class == OfficeClass::Spokesperson,
            _ => true,
        };
        let printed = self.words.doc.is_capitalised(office.head.start);
        let owned = office.owner.is_some() || office.class == OfficeClass::Minister && office.determiner == Determiner::Definite && printed;
        class && defined && (office.specific || graded) && owned
    }

    /// "his Kenyan counterpart" without a name.
    fn counterpart(&mut self, found: &Found, index: usize) {
        let Some(other) = self.referent(usize::MAX) else { return };
        let owner = self.offices[index].owner;
        let Some((role, key)) = self.entities[other].roles.first().cloned() else { return };
        let fits = |e: &Entity| {
            let same = e.roles.iter().any(|(_, k)| k.is_within(&key) || key.is_within(k) || share(k, &key) && k.class == key.class);
            same && (owner.is_none() || e.owner == owner)
        };
        let last = self.recent.iter().rev().take(WINDOW).copied().find(|&e| e != other && fits(&self.entities[e]));
        // one who is named only further on
        let known =
            last.or_else(|| (0..self.entities.len().min(WINDOW)).find(|&e| e != other && owner.is_some() && fits(&self.entities[e])));
        let entity = match (known, owner) {
            (Some(entity), _) => entity,
            (None, Some(_)) => {
                let entity = self.create(None, Vec::new());
                self.entities[entity].roles.push((role, key));
                self.set_owner(entity, owner);
                entity
            }
            (None, None) => return,
        };
        self.mention(found.toks.clone(), vec![entity]);
    }

    /// The official of an office: the last mentioned one whom it fits.
    fn find_by_office(&self, index: usize) -> Option<usize> {
        let (office, key) = (&self.offices[index], &self.keys[index]);
        if office.determiner == Determiner::Indefinite {
            return None;
        }
        let fits = |&entity: &usize| self.fits(entity, office, key);
        self.recent.iter().rev().take(WINDOW).copied().find(fits).or_else(|| {
            // one who is named only further on
            office.owner?;
            (0..self.entities.len().min(WINDOW)).find(fits)
        })
    }

    fn fits(&self, entity: usize, office: &Office, key: &RoleKey) -> bool {
        let known = &self.entities[entity];
        let owner = match (office.owner, known.owner) {
            (Some(a), Some(b)) => a == b,
            (Some(_), None) => false,
            _ => true,
        };
        owner && known.roles.iter().any(|(_, k)| key.is_within(k) || office.class == OfficeClass::Leader && leads(k.class))
    }

    /// The officials of a plural office: "both ministers", "the two leaders".
    fn group(&self, index: usize) -> Vec<usize> {
        let (office, key) = (&self.offices[index], &self.keys[index]);
        let mut out: Vec<usize> = Vec::new();
        for &entity in self.recent.iter().rev().take(WINDOW) {
            let known = &self.entities[entity];
            let class = known.roles.iter().any(|(_, k)| k.class == office.class || office.class == OfficeClass::Leader && leads(k.class));
            let owned = office.owners.is_empty() || known.owner.is_some_and(|o| office.owners.contains(&o));
            let field = !office.specific || known.roles.iter().any(|(_, k)| share(k, key));
            if class && owned && field && !out.contains(&entity) {
                out.push(entity);
            }
            if out.len() == 2 && is_pair(self.words, office) {
                break;
            }
        }
        out.reverse();
        out
    }

    /// Infers whom those serve of whom no phrase says it.
    fn infer(&mut self) {
        let words = self.words;
        let mut holders: Vec<Holder> = self
            .entities
            .iter_mut()
            .map(|e| Holder {
                keys: e.roles.iter().map(|(_, k)| k).collect(),
                owner: &mut e.owner,
                inferred: &mut e.inferred,
                first: e.first,
                officer: e.officer,
                organ: e.roles.iter().any(|(role, _)| role.toks.clone().any(|t| affiliation::is_state_organ(words, t))),
                past: e.past,
                away: e.away,
                by_adjective: e.by_adjective,
                led: e.roles.iter().any(|(_, key)| leads(key.class)).then(|| led_by(words, &e.words)).flatten(),
                ties: &e.ties,
            })
            .collect();
        affiliation::infer(self.words, &mut holders);
    }

    /// The officials as later stages read them.
    fn finish(self) -> Officials {
        let words = self.words;
        let officials = self
            .entities
            .into_iter()
            .map(|mut e| {
                e.address_by_rank();
                e.titles.sort_by_key(|t| t.start);
                if let (Some(Owner::State(code)), Some(name)) = (e.owner, e.name.as_mut()) {
                    keep_family_titles(words, name, &mut e.titles, code);
                }
                let titles = distinct(words, e.titles);
                let reported = !e.roles.is_empty() || e.ranked;
                OfficialEntity {
                    name: e.name.map(|n| n.name),
                    titles,
                    roles: e.roles.into_iter().map(|(role, _)| role).collect(),
                    of: e.owner.map(|owner| match owner {
                        Owner::State(code) => Serves::State(code),
                        Owner::Actor(actor) => Serves::Actor(actor),
                        Owner::Named(start, end) => Serves::Named(start, end),
                    }),
                    of_inferred: e.inferred,
                    reported,
                }
            })
            .collect();
        let mut mentions = self.mentions;
        mentions.sort_by_key(|m| m.toks.start);
        mentions.dedup_by(|b, a| b.toks.start < a.toks.end);
        Officials { officials, mentions }
    }
}

/// The state that somebody of a name has led: "Museveni". By the family name alone only where the text names the state.
fn led_by(words: &Words, name: &[String]) -> Option<CountryCode> {
    let name = name.join(" ");
    let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(blank, _)| blank + 1));
    starts.map(|start| &name[start..]).find_map(|name| {
        let code = state_led_by(name)?;
        (name.contains(' ') || words.states().iter().any(|state| state.code == code)).then_some(code)
    })
}

/// Whether a name is just that of what a code stands for, or its abbreviation: "EU".
fn is_named(words: &Words, toks: &Toks, code: CountryCode) -> bool {
    let printed = words.doc.slice(toks);
    printed.eq_ignore_ascii_case(code.name()) || printed.replace('.', "").eq_ignore_ascii_case(code.alpha2())
}

/// Whether a title is a part of the name in some state.
fn is_family_title(words: &Words, title: &Toks) -> bool {
    words.doc.lookups_with(title.start, Kind::Honorific).iter().any(|l| matches!(l.entry, Entry::Honorific { name_in: Some(_), .. }))
}

/// Whether the word "Sheikh" is a part of the name where the official comes from.
fn keep_family_titles(words: &Words, name: &mut PersonName, titles: &mut Vec<Toks>, code: CountryCode) {
    let is_family = |t: &Toks| {
        words
            .doc
            .lookups_with(t.start, Kind::Honorific)
            .iter()
            .any(|l| matches!(l.entry, Entry::Honorific { name_in: Some(c), .. } if c == code))
    };
    if let Some(title) = name.titles.iter().find(|t| t.end == name.name.start && is_family(t)) {
        name.name.start = title.start;
    }
    titles.retain(|t| !is_family(t));
}

/// Titles once each, as first printed.
fn distinct(words: &Words, titles: Vec<Toks>) -> Vec<Toks> {
    let mut out: Vec<Toks> = Vec::new();
    for title in titles {
        if !out.iter().any(|t| words.doc.slice(t).eq_ignore_ascii_case(words.doc.slice(&title))) {
            out.push(title);
        }
    }
    out
}

/// Whether a class leads a state.
fn leads(class: OfficeClass) -> bool {
    matches!(class, OfficeClass::President | OfficeClass::HeadOfState | OfficeClass::HeadOfGovernment)
}

/// Whether two keys have a word in common that tells an office from others.
fn share(a: &RoleKey, b: &RoleKey) -> bool {
    b.words.iter().filter(|word| !IDLE.contains(&word.as_str())).any(|word| a.words.contains(word))
}

/// "the two", "both" before a plural office.
fn is_pair(words: &Words, office: &Office) -> bool {
    let before = office.toks.start.checked_sub(1).map(|t| words.doc.word(t));
    let two = |t: usize| words.doc.lookups_with(t, Kind::Number).iter().any(|l| matches!(l.entry, Entry::Number { value: 2, .. }));
    words.doc.word(office.toks.start) == w::BOTH
        || before == Some(w::BOTH)
        || (office.toks.start.saturating_sub(1)..office.head.start).any(two)
}

/// Whether one name is the other in fewer words: "Sharif", "S. Jaishankar".
fn same_name(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = long.iter();
    let mut whole = false;
    for word in short {
        let matches = |other: &String| {
            if word.chars().count() == 1 || other.chars().count() == 1 {
                word.chars().next() == other.chars().next()
            } else {
                word == other
            }
        };
        match rest.find(|other| matches(other)) {
            Some(other) => whole |= word.chars().count() > 1 && word == other,
            None => return false,
        }
    }
    whole
}
