//! Names by grammar: a capitalised run with a head noun or a legal form, and what "of" and "for" add behind it.

use super::words::{Head, head, is_class, is_known, is_stop, state_name};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, NameClass, StateSense};
use crate::report::{CountryCode, PartyKind};

/// No name has more words before its head, or more parts behind it.
const LONGEST: usize = 9;

/// A name that grammar tells.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub toks: Toks,
    /// None for what is no actor and only hides a state's name.
    pub kind: Option<PartyKind>,
    /// The state in the name.
    pub of: Option<CountryCode>,
    /// The head noun or the legal form.
    pub head: Toks,
}

/// The name that begins at a token. `careful` is for titles, where every word is capitalised: only known words are joined.
pub(super) fn read(doc: &Doc, first: usize, careful: bool) -> Option<Name> {
    if is_stop(doc, first) || !doc.is_capitalised(first) {
        return None;
    }
    let (head_at, head) = last_head(doc, first, careful)?;
    let mut end = head.end;
    let mut posts = Posts { end, state: None, parts: 0 };
    if !head.legal {
        posts = behind(doc, end, careful);
        end = posts.end;
        if let Some(longer) = trailing_legal_form(doc, end) {
            end = longer;
        }
    }
    let toks = first..end;
    let states = States::inside(doc, &(first..head.end));
    if states.misplaced(doc, first) {
        return None;
    }
    let mut name = Name { toks, kind: head.noun.kind, of: posts.state.or(states.one()), head: head_at..head.end };
    if !head.legal && end == head.end.max(posts.end) {
        classify(doc, &head.noun, &mut name, &posts, &states)?;
    } else {
        name.kind = Some(PartyKind::Company);
    }
    Some(name)
}

struct HeadFound {
    noun: Head,
    end: usize,
    legal: bool,
}

/// The last head noun of the capitalised run, or its legal form: "Cambodia |Chamber of Commerce|".
fn last_head(doc: &Doc, first: usize, careful: bool) -> Option<(usize, HeadFound)> {
    let mut found: Option<(usize, HeadFound)> = None;
    let mut at = first;
    while at < first + LONGEST && at < doc.len() {
        if at > first && is_stop(doc, at) {
            break;
        }
        if let Some((end, Entry::LegalForm)) = doc.longest(at, Kind::LegalForm)
            && at > first
            && doc.is_capitalised(at)
            && !careful
        {
            let noun = Head { end, kind: Some(PartyKind::Company), strong: true, plural: false };
            return Some((at, HeadFound { noun, end, legal: true }));
        }
        let mut next = at + 1;
        if let Some(noun) = head(doc, at) {
            next = noun.end;
            found = Some((at, HeadFound { noun, end: noun.end, legal: false }));
        } else if careful && !is_known(doc, at) {
            break;
        }
        if doc.is_possessive(next - 1) && !is_class(doc, next - 1, NameClass::Possessive) {
            break;
        }
        match next_of_run(doc, next, found.is_some()) {
            Some(token) => at = token,
            None => break,
        }
    }
    // "Railways Minister": the noun belongs to the office.
    found.filter(|(_, head)| !is_portfolio_of_office(doc, head.end))
}

/// The next word of a capitalised run, over a hyphen, an ampersand, or "and" between two fields.
fn next_of_run(doc: &Doc, next: usize, has_head: bool) -> Option<usize> {
    if doc.is_capitalised(next) && joins_gap(doc.gap(next)) {
        return Some(next);
    }
    let word = doc.word(next);
    let after = doc.is_capitalised(next + 1);
    let glued = doc.is_glued(next) && doc.is_glued(next + 1);
    if after && glued && (word == w::HYPHEN || word == w::EN_DASH || word == w::SLASH) {
        return Some(next + 1);
    }
    // "Workers' Union", "U.S. Navy"
    if after && doc.is_glued(next) && (word == w::APOSTROPHE || (word == w::STOP && is_initials(doc.printed(next - 1)))) {
        return Some(next + 1);
    }
    if after && word == w::AMPERSAND {
        return Some(next + 1);
    }
    // "Trade and Industry Ministry", "National Television and Radio Company"
    let coordinated = after && word == w::AND && is_class(doc, next - 1, NameClass::Portfolio);
    if coordinated && head_follows(doc, next + 1) && (!has_head || is_class(doc, next + 1, NameClass::Portfolio)) {
        return Some(next + 1);
    }
    // "Social, Labour and Family Ministry"
    let listed = after && word == w::COMMA && !has_head && is_class(doc, next - 1, NameClass::Portfolio);
    (listed && is_class(doc, next + 1, NameClass::Portfolio) && list_closes(doc, next + 2)).then_some(next + 1)
}

/// "U.S"
fn is_initials(word: &str) -> bool {
    word.len() < 6 && (word.contains('.') || word.len() == 1 || word == "St")
}

fn joins_gap(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}")
}

/// Whether a run of fields comes to a head noun within three words: "Industry Ministry", but not "Industry Minister".
fn head_follows(doc: &Doc, from: usize) -> bool {
    for token in from..from + 4 {
        if !doc.is_capitalised(token) || is_stop(doc, token) {
            return false;
        }
        if let Some(head) = head(doc, token)
            && token > from
            && !head.plural
        {
            return doc.word(head.end) != w::OF && !is_portfolio_of_office(doc, head.end);
        }
    }
    false
}

/// Whether "and" closes a list of fields soon.
fn list_closes(doc: &Doc, from: usize) -> bool {
    (from..from + 6)
        .find(|&t| doc.word(t) == w::AND || !(doc.is_capitalised(t) || doc.word(t) == w::COMMA))
        .is_some_and(|t| doc.word(t) == w::AND && head_follows(doc, t + 1))
}

/// "Railways |Minister|"
fn is_portfolio_of_office(doc: &Doc, token: usize) -> bool {
    is_class(doc, token, NameClass::Stop)
        && doc.is_capitalised(token)
        && is_class(doc, token - 1, NameClass::Portfolio)
        && joins_gap(doc.gap(token))
}

struct Posts {
    end: usize,
    state: Option<CountryCode>,
    parts: usize,
}

/// What "of", "for" and "on" add: "of |Energy and Industry| of |the Kyrgyz Republic|".
fn behind(doc: &Doc, mut end: usize, careful: bool) -> Posts {
    let mut posts = Posts { end, state: None, parts: 0 };
    while posts.parts < 4 && !doc.is_possessive(end - 1) {
        let preposition = doc.word(end);
        if ![w::OF, w::FOR, w::ON, w::AGAINST].contains(&preposition) {
            break;
        }
        let mut at = end + 1;
        if doc.word(at) == w::THE {
            at += 1;
        }
        if !doc.is_capitalised(at) {
            break;
        }
        if let Some((state_end, code, sense)) = state_name(doc, at)
            && !matches!(sense, StateSense::Demonym | StateSense::People | StateSense::Prefix)
            && !continues_name(doc, state_end)
        {
            if preposition != w::ON {
                posts.state = Some(code);
                posts.end = state_end;
                posts.parts += 1;
            }
            break;
        }
        let Some(list_end) = fields(doc, at, careful) else { break };
        (end, posts.end) = (list_end, list_end);
        posts.parts += 1;
        if let Some(code) = states_in(doc, at..list_end) {
            posts.state = Some(code);
        }
    }
    posts
}

/// "Republic of Congo Basin": the state's name goes on.
fn continues_name(doc: &Doc, token: usize) -> bool {
    doc.is_capitalised(token) && joins_gap(doc.gap(token)) && head(doc, token).is_some()
}

/// A list of fields: "Transport, Maritime Affairs and Communications".
fn fields(doc: &Doc, from: usize, careful: bool) -> Option<usize> {
    let mut end = run(doc, from, careful)?;
    for _ in 0..8 {
        let mut at = end;
        let comma = doc.word(at) == w::COMMA;
        at += usize::from(comma);
        let and = doc.word(at) == w::AND || doc.word(at) == w::AMPERSAND;
        at += usize::from(and);
        if at == end || doc.is_possessive(end - 1) || !is_field(doc, at) {
            break;
        }
        let Some(next) = run(doc, at, true) else { break };
        if followed_by_office(doc, next) {
            break;
        }
        end = next;
    }
    Some(end)
}

/// Whether a list of fields goes on with this word: a field of government, not another body or a state.
fn is_field(doc: &Doc, token: usize) -> bool {
    if !doc.is_capitalised(token) || is_stop(doc, token) || state_name(doc, token).is_some_and(|s| s.2 != StateSense::Demonym) {
        return false;
    }
    let bare_head = head(doc, token).is_some_and(|h| h.strong || doc.word(h.end) == w::OF);
    let portfolio = is_class(doc, token, NameClass::Portfolio);
    let later = (token + 1..token + 4)
        .take_while(|&t| doc.is_capitalised(t) && joins_gap(doc.gap(t)) && !is_stop(doc, t))
        .any(|t| is_class(doc, t, NameClass::Portfolio) || is_class(doc, t, NameClass::Light));
    (portfolio && !(bare_head && doc.word(token + 1) == w::OF)) || (!bare_head && later)
}

/// A run of capitalised words: "Foreign Affairs", "Supply", "Women's Rights".
fn run(doc: &Doc, from: usize, careful: bool) -> Option<usize> {
    let mut at = from;
    let mut end = None;
    while at < from + LONGEST {
        if !doc.is_capitalised(at)
            || is_stop(doc, at) && !is_class(doc, at, NameClass::Stop)
            || (is_class(doc, at, NameClass::Stop) && at > from)
        {
            break;
        }
        if careful && at > from && !is_known(doc, at) {
            break;
        }
        if at > from && doc.longest(at, Kind::LegalForm).is_some() {
            break;
        }
        end = Some(at + 1);
        if doc.is_possessive(at) && !is_class(doc, at, NameClass::Possessive) {
            break;
        }
        match next_of_run(doc, at + 1, true) {
            Some(next) if doc.word(at + 1) != w::AND => at = next,
            _ => break,
        }
    }
    end
}

fn followed_by_office(doc: &Doc, token: usize) -> bool {
    is_class(doc, token, NameClass::Stop) && doc.is_capitalised(token) && joins_gap(doc.gap(token))
}

/// "Bank of X |Ltd|"
fn trailing_legal_form(doc: &Doc, end: usize) -> Option<usize> {
    let at = if doc.word(end) == w::COMMA { end + 1 } else { end };
    match doc.longest(at, Kind::LegalForm)? {
        (last, Entry::LegalForm) if doc.is_capitalised(at) => Some(last),
        _ => None,
    }
}

/// The one state that names inside a run speak of.
fn states_in(doc: &Doc, toks: Toks) -> Option<CountryCode> {
    States::inside(doc, &toks).one()
}

/// The states inside a run of words.
struct States {
    first: Option<(usize, CountryCode)>,
    several: bool,
}

impl States {
    fn inside(doc: &Doc, toks: &Toks) -> States {
        let mut states = States { first: None, several: false };
        let mut at = toks.start;
        while at < toks.end {
            match state_name(doc, at) {
                Some((end, code, _)) if end <= toks.end => {
                    match states.first {
                        None => states.first = Some((at, code)),
                        Some((_, other)) => states.several |= other != code,
                    }
                    at = end;
                }
                _ => at += 1,
            }
        }
        states
    }

    fn one(&self) -> Option<CountryCode> {
        self.first.filter(|_| !self.several).map(|(_, code)| code)
    }

    /// "Meanwhile Turkish Airlines": the name begins with the state, or with a rank before it.
    fn misplaced(&self, doc: &Doc, first: usize) -> bool {
        self.first.is_some_and(|(at, _)| {
            at > first && (first..at).all(|t| !is_known(doc, t)) && doc.is_capitalised(at - 1) && starts_sentence(doc, first)
        })
    }
}

fn starts_sentence(doc: &Doc, token: usize) -> bool {
    token == 0 || doc.word(token - 1) == w::STOP || doc.gap(token).contains('\n')
}

/// Decides by the other words of the name what it is, or that it is no name.
fn classify(doc: &Doc, head: &Head, name: &mut Name, posts: &Posts, states: &States) -> Option<()> {
    let before = name.toks.start..name.head.start;
    let bare = before.is_empty() && posts.parts == 0;
    if bare {
        return None;
    }
    let all = || (before.clone()).chain(name.head.end..name.toks.end);
    let has = |class| all().any(|t| is_class(doc, t, class));
    let Some(kind) = head.kind else {
        // "Indian Ocean" hides a state; "Joint Commission" is nothing.
        return (head.strong && (states.first.is_some() || posts.state.is_some())).then_some(());
    };
    if head.plural && !(kind == PartyKind::GovernmentBody && !head.strong && name.of.is_some()) {
        return None;
    }
    if states.several && kind != PartyKind::CivilSociety && kind != PartyKind::Company {
        return None;
    }
    if states.several {
        name.of = None;
    }
    if head.strong {
        return Some(());
    }
    let known = has(NameClass::Portfolio)
        || has(NameClass::Rank)
        || has(NameClass::Region)
        || has(NameClass::Studies)
        || has(NameClass::Possessive)
        || name.of.is_some();
    let region = has(NameClass::Region) && name.of.is_none();
    let resolved = match kind {
        PartyKind::GovernmentBody | PartyKind::Other | PartyKind::Company if region && kind != PartyKind::Company => {
            PartyKind::InternationalOrganisation
        }
        PartyKind::GovernmentBody if has(NameClass::Studies) => PartyKind::CivilSociety,
        PartyKind::InternationalOrganisation if name.of.is_some() => PartyKind::GovernmentBody,
        PartyKind::InternationalOrganisation if !region && posts.parts == 0 => PartyKind::GovernmentBody,
        other => other,
    };
    let needs_known =
        matches!(kind, PartyKind::GovernmentBody | PartyKind::Other | PartyKind::ArmedGroup | PartyKind::InternationalOrganisation);
    if needs_known && !known && posts.parts == 0 {
        return None;
    }
    name.kind = Some(resolved);
    Some(())
}
