//! Names by grammar: a capitalised run with a head noun or a legal form, and what "of" and "for" add behind it.

use super::words::{
    Head, common_head, goes_on, head, is_class, is_common, is_field, is_known, is_noun, is_office, is_stop, place_name, state_name,
};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, HeadStrength, Kind, NameClass};
use crate::report::{CountryCode, PartyKind, Rule};

/// No name has more words before its head, or more parts behind it.
const LONGEST: usize = 10;

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
    pub rule: Rule,
}

/// The name that begins at a token. `careful` is for titles, where every word is capitalised: only known words are joined.
pub(super) fn read(doc: &Doc, first: usize, careful: bool) -> Option<Name> {
    if !(doc.is_capitalised(first) || state_name(doc, first).is_some())
        || (is_stop(doc, first) && state_name(doc, first).is_none())
        || (is_office(doc, first) && head(doc, first).is_none())
        || is_second_of_pair(doc, first)
    {
        return None;
    }
    if let Some(name) = quoted_firm(doc, first) {
        return Some(name);
    }
    let Some(found) = last_head(doc, first, careful) else { return initialled(doc, first) };
    if let Some(form) = found.legal {
        let toks = first..with_stop(doc, form.end);
        let states = States::inside(doc, &toks);
        let mut name = Name { of: states.one(), kind: Some(PartyKind::Company), head: form, toks, rule: Rule::PartiesFirm };
        name.state_by_place(doc);
        return Some(name);
    }
    let (head_at, noun) = found.noun?;
    let mut posts = if noun.strength == HeadStrength::Opens { opened(doc, noun.end) } else { behind(doc, head_at, &noun, careful) };
    if posts.end == noun.end {
        if let Some(end) = quoted(doc, noun.end) {
            (posts.end, posts.parts) = (end, 1);
        }
    }
    trailing_state(doc, &mut posts);
    if noun.kind == Some(PartyKind::University) {
        trailing_place(doc, &mut posts);
    }
    let states = States::inside(doc, &(first..noun.end));
    if states.misplaced(doc, first) {
        return None;
    }
    let of = posts.state.or(states.one());
    let mut name = Name { toks: first..posts.end, kind: noun.kind, of, head: head_at..noun.end, rule: Rule::PartiesBody };
    if let Some(form) = trailing_legal_form(doc, name.toks.end) {
        name.toks.end = with_stop(doc, form.end);
        (name.kind, name.rule) = (Some(PartyKind::Company), Rule::PartiesFirm);
        return Some(name);
    }
    classify(doc, &noun, &mut name, &posts, &states, careful)?;
    drop_owner_of_named(doc, &mut name, &posts);
    name.state_by_place(doc);
    Some(name)
}

impl Name {
    /// "University of |Porto|", "|Astana| International University"
    fn state_by_place(&mut self, doc: &Doc) {
        if self.of.is_none() && self.kind.is_some_and(|k| !matches!(k, PartyKind::InternationalOrganisation)) {
            self.of = self.toks.clone().find_map(|t| place_name(doc, t)).filter(|place| place.end <= self.toks.end).map(|place| place.code);
        }
    }
}

/// "Qatari-|Turkish| Supreme Committee": the name is that of a pair.
fn is_second_of_pair(doc: &Doc, first: usize) -> bool {
    doc.is_glued(first) && [w::HYPHEN, w::EN_DASH, w::SLASH].contains(&doc.word(first - 1)) && state_name(doc, first).is_some()
}

/// "JSC |“Kokterek”|", "State Enterprise «Zorya»": a firm by its legal form before the quoted name.
fn quoted_firm(doc: &Doc, first: usize) -> Option<Name> {
    let (form_end, _) = doc.longest(first, Kind::LegalForm)?;
    let end = quoted(doc, form_end)?;
    Some(Name { toks: first..end, kind: Some(PartyKind::Company), of: None, head: first..form_end, rule: Rule::PartiesFirm })
}

/// One behind the mark that closes a quoted name: "Agency |“Turanavia”|".
fn quoted(doc: &Doc, open: usize) -> Option<usize> {
    let closing = match doc.word(open) {
        w::QUOTE => w::QUOTE,
        w::OPEN_QUOTE => w::CLOSE_QUOTE,
        w::OPEN_GUILLEMET => w::CLOSE_GUILLEMET,
        _ => return None,
    };
    if !doc.is_capitalised(open + 1) || doc.is_below(open) {
        return None;
    }
    (open + 2..open + 8).find(|&t| doc.word(t) == closing).map(|close| close + 1)
}

/// "|Petroleum Development Oman| (PDO)": no head noun, but a state, and initials in brackets.
fn initialled(doc: &Doc, first: usize) -> Option<Name> {
    let mut end = first + 1;
    while end < first + LONGEST && goes_on(doc, end) {
        end += 1;
    }
    let of = States::inside(doc, &(first..end)).one()?;
    let short = doc.printed(end + 1);
    let initials = (first..end).filter_map(|t| doc.printed(t).chars().next());
    let is_short = doc.word(end) == w::OPEN && doc.word(end + 2) == w::CLOSE && end > first + 2 && initials.eq(short.chars());
    let instrument = (first..end).any(|t| doc.is(t, Kind::Instrument));
    (is_short && !instrument).then_some(Name {
        toks: first..end,
        kind: Some(PartyKind::Company),
        of: Some(of),
        head: end - 1..end,
        rule: Rule::PartiesInitials,
    })
}

/// The last head noun of a run, and the legal form that closes it.
#[derive(Default)]
struct HeadFound {
    noun: Option<(usize, Head)>,
    legal: Option<Toks>,
}

/// The last head noun of the capitalised run, or its legal form: "Cambodia |Chamber of Commerce|".
fn last_head(doc: &Doc, first: usize, careful: bool) -> Option<HeadFound> {
    let mut found = HeadFound::default();
    let mut at = first;
    while at < first + LONGEST && at < doc.len() {
        if at > first && (is_stop(doc, at) || is_office(doc, at)) {
            break;
        }
        if at > first && !careful && doc.is_capitalised(at) {
            // "Waikato Plains |Co|-operative" is no company of that form.
            let whole = |end: usize| !(doc.is_glued(end) && doc.word(end) == w::HYPHEN && doc.is_glued(end + 1));
            if let Some((end, Entry::LegalForm)) = doc.longest(at, Kind::LegalForm).filter(|form| whole(form.0)) {
                let end = trailing_legal_form(doc, end).map_or(end, |form| form.end);
                found.legal = Some(at..end);
                return Some(found);
            }
        }
        // "Trinidad and Tobagonian| Navy"
        let mut next = state_name(doc, at).map_or(at + 1, |state| state.0);
        if let Some(noun) = head(doc, at) {
            next = noun.end;
            found.noun = Some((at, noun));
            if noun.strength == HeadStrength::Opens {
                break;
            }
        } else if careful && !is_known(doc, at) {
            break;
        }
        if doc.is_possessive(next - 1) && !is_class(doc, next - 1, NameClass::Possessive) {
            break;
        }
        match next_of_run(doc, next, found.noun.is_some()).or_else(|| over_particles(doc, next)) {
            Some(token) => at = token,
            None => break,
        }
    }
    // "Railways |Minister|": the noun belongs to the office.
    found.noun = found.noun.filter(|(_, noun)| !(is_field(doc, noun.end - 1) && is_office(doc, noun.end) && goes_on(doc, noun.end)));
    // "Dutch |State Secretary|": the noun is a part of the office.
    found.noun = found.noun.filter(|(at, noun)| doc.longest(*at, Kind::Office).is_none_or(|(end, _)| end <= noun.end));
    if found.noun.is_some() {
        return Some(found);
    }
    // "X, |Inc.|"
    let form = (first < at + 1 && !careful && !is_common(doc, at)).then(|| comma_form(doc, at + 1)).flatten()?;
    found.legal = Some(form);
    Some(found)
}

/// "Minera Altos |del| Loa S.A.": behind small words inside the name of a firm whose legal form closes it.
fn over_particles(doc: &Doc, at: usize) -> Option<usize> {
    let next = (at..at + 3).find(|&t| !is_class(doc, t, NameClass::Particle) || doc.is_capitalised(t))?;
    let mut end = next;
    while end < next + 4 && goes_on(doc, end) && !is_stop(doc, end) {
        if end > next && doc.longest(end, Kind::LegalForm).is_some() {
            return (next > at).then_some(next);
        }
        end += 1;
    }
    None
}

/// ", Inc."
fn comma_form(doc: &Doc, end: usize) -> Option<Toks> {
    let form = (doc.word(end) == w::COMMA).then(|| trailing_legal_form(doc, end)).flatten()?;
    (doc.printed(form.start).len() > 2 && !doc.is_glued(form.end)).then_some(form)
}

/// The next word of a capitalised run, over a hyphen, an ampersand, or "and" between two fields.
fn next_of_run(doc: &Doc, next: usize, has_head: bool) -> Option<usize> {
    if goes_on(doc, next) {
        return Some(next);
    }
    let word = doc.word(next);
    if word == w::OPEN {
        return bracketed_part(doc, next);
    }
    if !doc.is_capitalised(next + 1) {
        return None;
    }
    let glued = doc.is_glued(next);
    if glued && doc.is_glued(next + 1) && [w::HYPHEN, w::EN_DASH, w::SLASH].contains(&word) {
        return Some(next + 1);
    }
    // "Workers' Union", "U.S. Navy"
    if glued && (word == w::APOSTROPHE || (word == w::STOP && is_initials(doc.printed(next - 1)))) {
        return Some(next + 1);
    }
    if word == w::AMPERSAND {
        return Some(next + 1);
    }
    // "Trade and Industry Ministry", "National Television and Radio Company"
    let field_before = is_field(doc, next - 1);
    if word == w::AND && field_before && head_follows(doc, next + 1) && (!has_head || is_field(doc, next + 1)) {
        return Some(next + 1);
    }
    // "Social, Labour and Family Ministry"
    let listed = word == w::COMMA && !has_head && field_before && is_field(doc, next + 1);
    (listed && list_closes(doc, next + 2)).then_some(next + 1)
}

/// "Churchill Falls |(Labrador)| Corporation", "X |(Private)| Limited"
fn bracketed_part(doc: &Doc, open: usize) -> Option<usize> {
    let inside = doc.word(open) == w::OPEN && doc.is_capitalised(open + 1) && doc.word(open + 2) == w::CLOSE;
    let closes_name = head(doc, open + 3).is_some() || doc.longest(open + 3, Kind::LegalForm).is_some();
    (inside && closes_name && goes_on(doc, open + 3)).then_some(open + 3)
}

/// "U.S"
fn is_initials(word: &str) -> bool {
    word.len() < 6 && (word.contains('.') || word.len() == 1 || word == "St")
}

/// Whether a run of fields comes to a head noun within three words: "Industry Ministry", but not "Industry Minister".
fn head_follows(doc: &Doc, from: usize) -> bool {
    for token in from..from + 4 {
        if !doc.is_capitalised(token) || is_stop(doc, token) || is_office(doc, token) {
            return false;
        }
        if token > from {
            if let Some(head) = head(doc, token) {
                if !head.plural {
                    return !is_office(doc, head.end);
                }
            }
        }
    }
    false
}

/// Whether "and" closes a list of fields soon.
fn list_closes(doc: &Doc, from: usize) -> bool {
    let end = (from..from + 7).find(|&t| doc.word(t) == w::AND || !(doc.is_capitalised(t) || doc.word(t) == w::COMMA));
    end.is_some_and(|t| doc.word(t) == w::AND && head_follows(doc, t + 1))
}

/// What stands behind the head noun.
struct Posts {
    end: usize,
    state: Option<CountryCode>,
    parts: usize,
    /// The kind of another body in it: a committee of a party is of the party.
    holder: Option<PartyKind>,
}

/// What "of", "for" and "on" add: "of |Energy and Industry| of |the Kyrgyz Republic|".
fn behind(doc: &Doc, head_at: usize, noun: &Head, careful: bool) -> Posts {
    let mut end = noun.end;
    // "Chamber of Commerce, |Industries and Agriculture|": the noun ends in a field.
    if noun.end > head_at + 1 && is_field(doc, end - 1) && doc.word(head_at + 1) == w::OF {
        end = more_fields(doc, end);
    }
    let mut posts = Posts { end, state: None, parts: 0, holder: None };
    let company = noun.kind == Some(PartyKind::Company);
    while posts.parts < 4 && !doc.is_possessive(end - 1) {
        let preposition = doc.word(end);
        if ![w::OF, w::FOR, w::ON, w::AGAINST].contains(&preposition) {
            break;
        }
        let the = doc.word(end + 1) == w::THE;
        let at = end + 1 + usize::from(the);
        // "the Bank | for US$200 million"
        let sum = doc.word(at + 1) == w::DOLLAR || doc.is_number(at + 1) && preposition == w::FOR;
        if !doc.is_capitalised(at) || sum {
            break;
        }
        if let Some((state_end, code, sense)) = state_name(doc, at) {
            if is_noun(sense) && !continues(doc, state_end) {
                if preposition != w::ON {
                    posts.state = Some(code);
                    posts.end = state_end;
                    posts.parts += 1;
                }
                break;
            }
        }
        // "the Bank of |Porto|", but not "the Bank of Things"
        if company && (preposition != w::OF || place_name(doc, at).is_none()) {
            break;
        }
        let Some(list_end) = fields(doc, at, the, careful) else { break };
        // "Union Territory of |Jammu and Kashmir|"
        let list_end = place_name(doc, at).map_or(list_end, |place| place.end.max(list_end));
        posts.holder = holder(doc, at..list_end).or(posts.holder);
        posts.state = States::inside(doc, &(at..list_end)).one().or(posts.state);
        (end, posts.end) = (list_end, list_end);
        posts.parts += 1;
    }
    posts
}

/// What a body named behind "of" is: a committee of a party is of the party.
fn holder(doc: &Doc, toks: Toks) -> Option<PartyKind> {
    let mut kind = None;
    let mut at = toks.start;
    while at < toks.end {
        if let Some((end, Entry::Organisation { kind: of_list, .. })) = doc.longest(at, Kind::Organisation) {
            (at, kind) = (end, Some(of_list));
        } else if let Some(noun) = head(doc, at) {
            (at, kind) = (noun.end, noun.kind);
        } else {
            at += 1;
        }
    }
    kind
}

/// What follows a noun that opens its name: "Universidad |de los Andes|", "Universiti |Malaya|".
fn opened(doc: &Doc, head_end: usize) -> Posts {
    let mut posts = Posts { end: head_end, state: None, parts: 0, holder: None };
    let mut at = head_end;
    while at < head_end + LONGEST {
        if (is_class(doc, at, NameClass::Particle) || is_elided(doc, at)) && !doc.is_capitalised(at) {
            at += 1;
            if is_elided(doc, at - 1) {
                (posts.end, posts.parts) = (at, 1);
            }
        } else if goes_on(doc, at) && !is_stop(doc, at) && !is_office(doc, at) {
            at += 1;
            posts.end = at;
            posts.parts = 1;
        } else {
            break;
        }
    }
    posts.state = States::inside(doc, &(head_end..posts.end)).one();
    posts
}

/// "l'Économie"
fn is_elided(doc: &Doc, token: usize) -> bool {
    let word = doc.printed(token);
    word.split(['\'', '’']).nth(1).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
}

/// "Institute of Strategic Studies |Malaysia|"
fn trailing_state(doc: &Doc, posts: &mut Posts) {
    if !goes_on(doc, posts.end) || doc.is_possessive(posts.end - 1) {
        return;
    }
    if let Some((end, code, sense)) = state_name(doc, posts.end) {
        if is_noun(sense) && !doc.is_capitalised(end) && !(doc.is_glued(end) && doc.word(end) == w::HYPHEN) {
            posts.end = end;
            posts.state = Some(code);
            posts.parts += 1;
        }
    }
}

/// "Palacký University |Olomouc|", "Mendel University |in Brno|"
fn trailing_place(doc: &Doc, posts: &mut Posts) {
    if posts.parts > 0 || doc.is_possessive(posts.end - 1) {
        return;
    }
    let within = doc.word(posts.end) == w::IN;
    let at = posts.end + usize::from(within);
    let named = if within { doc.is_capitalised(at) } else { goes_on(doc, at) };
    if let Some(place) = place_name(doc, at).filter(|place| named && !doc.is_possessive(place.end - 1) && !goes_on(doc, place.end)) {
        posts.end = place.end;
        posts.parts += 1;
        posts.state = posts.state.or(Some(place.code));
    }
}

/// "Republic of Congo |Basin|": the state's name goes on.
fn continues(doc: &Doc, token: usize) -> bool {
    goes_on(doc, token) && head(doc, token).is_some()
}

/// A list of fields: "Transport, Maritime Affairs and Communications".
fn fields(doc: &Doc, from: usize, the: bool, careful: bool) -> Option<usize> {
    Some(more_fields(doc, run(doc, from, the, careful)?))
}

/// Where a list of fields ends whose first ends here.
fn more_fields(doc: &Doc, mut end: usize) -> usize {
    for _ in 0..8 {
        let comma = doc.word(end) == w::COMMA;
        let mut at = end + usize::from(comma);
        let and = doc.word(at) == w::AND || doc.word(at) == w::AMPERSAND;
        at += usize::from(and);
        // "Culture and |the| Arts"
        at += usize::from(and && doc.word(at) == w::THE && is_field(doc, at + 1) && head(doc, at + 1).is_none() && !goes_on(doc, at + 2));
        if at == end || doc.is_possessive(end - 1) || !continues_list(doc, at) {
            break;
        }
        let Some(next) = run(doc, at, false, true) else { break };
        if is_office(doc, next) && goes_on(doc, next) {
            break;
        }
        end = next;
    }
    end
}

/// Whether a list of fields goes on with this word: a field of government, not another body or a state.
fn continues_list(doc: &Doc, token: usize) -> bool {
    let other = state_name(doc, token).is_some_and(|s| is_noun(s.2)) || doc.longest(token, Kind::Organisation).is_some();
    if !doc.is_capitalised(token) || is_stop(doc, token) || is_office(doc, token) || other {
        return false;
    }
    let body = |t: usize| {
        head(doc, t).is_some_and(|h| h.kind != Some(PartyKind::Company) && (h.strength == HeadStrength::Strong || doc.word(h.end) == w::OF))
    };
    // "and |Brenta Knowledge Co|"
    if (token + 1..token + 6).take_while(|&t| goes_on(doc, t)).any(|t| doc.longest(t, Kind::LegalForm).is_some()) {
        return false;
    }
    // "and |University of Cadiz|"
    if head(doc, token).is_some_and(|h| h.strength == HeadStrength::Strong && doc.word(h.end) == w::OF) {
        return false;
    }
    if is_field(doc, token) {
        // "and |Health Ministry|" is another body.
        return !(token..token + 4).take_while(|&t| t == token || goes_on(doc, t)).any(|t| t > token && body(t));
    }
    let later = (token + 1..token + 4).take_while(|&t| goes_on(doc, t) && !is_stop(doc, t));
    !body(token) && later.clone().any(|t| is_field(doc, t) || is_class(doc, t, NameClass::Light)) && !later.clone().any(body)
}

/// A run of capitalised words: "Foreign Affairs", "Supply", "Women's Rights"; "the |Prime Minister|".
fn run(doc: &Doc, from: usize, the: bool, careful: bool) -> Option<usize> {
    let mut at = from;
    let mut end = None;
    while at < from + LONGEST {
        let office = is_office(doc, at) && !(at == from && the || at > from && is_office(doc, at - 1));
        // "Council of Foreign |Ministers|"
        let plural_office = is_office(doc, at) && doc.printed(at).ends_with('s');
        if !doc.is_capitalised(at)
            || is_stop(doc, at)
            || (office && !plural_office)
            || (careful && at > from && !is_known(doc, at) && !is_office(doc, at))
        {
            break;
        }
        if at > from && (doc.longest(at, Kind::LegalForm).is_some() || is_common(doc, at - 1) && is_person_behind(doc, at)) {
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

/// "Ministry of Foreign Affairs |Jonas Petraitis| said": two or more words behind a field that no list knows, and nothing
/// known behind them.
fn is_person_behind(doc: &Doc, at: usize) -> bool {
    let mut end = at;
    while end < at + LONGEST && doc.is_capitalised(end) && (end == at || goes_on(doc, end) || doc.is_glued(end)) {
        if is_known(doc, end) || is_stop(doc, end) || doc.is(end, Kind::LegalForm) {
            return false;
        }
        end += 1 + usize::from(doc.word(end + 1) == w::HYPHEN && doc.is_glued(end + 1));
    }
    end > at + 1 && !doc.is_possessive(end - 1)
}

/// "Bank of X |Ltd|", "Foo Co., |Ltd.|"
fn trailing_legal_form(doc: &Doc, end: usize) -> Option<Toks> {
    let mut at = end;
    if doc.word(at) == w::STOP && doc.is_glued(at) && doc.word(at + 1) == w::COMMA {
        at += 1;
    }
    if doc.word(at) == w::COMMA {
        at += 1;
    }
    match doc.longest(at, Kind::LegalForm)? {
        (last, Entry::LegalForm) if doc.is_capitalised(at) => Some(at..last),
        _ => None,
    }
}

/// The full stop of "Inc." belongs to the name.
fn with_stop(doc: &Doc, end: usize) -> usize {
    let short = doc.printed(end - 1).len() <= 4;
    end + usize::from(
        short
            && doc.word(end) == w::STOP
            && doc.is_glued(end)
            && !doc.is_below(end + 1)
            && end + 1 < doc.len()
            && !doc.is_capitalised(end + 1),
    )
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
        let opens = first == 0 || doc.word(first - 1) == w::STOP || doc.is_below(first);
        self.first.is_some_and(|(at, _)| at > first && opens && (first..at).all(|t| !is_known(doc, t)))
    }
}

/// Decides by the other words of the name what it is, or that it is no name.
fn classify(doc: &Doc, noun: &Head, name: &mut Name, posts: &Posts, states: &States, careful: bool) -> Option<()> {
    let before = name.toks.start..name.head.start;
    let bare = before.is_empty() && posts.parts == 0 && posts.end == name.head.end;
    // "Kosovo's |Assembly|" needs no more, "the |Assembly|" does.
    if bare && !(noun.strength == HeadStrength::Strong && is_behind_owner(doc, name.toks.start)) {
        return None;
    }
    let Some(kind) = noun.kind else {
        // "Indian Ocean" hides a state; "Joint Commission" is nothing.
        return (noun.strength == HeadStrength::Strong && (states.first.is_some() || posts.state.is_some())).then_some(());
    };
    if states.several {
        name.of = None;
        if !matches!(kind, PartyKind::CivilSociety | PartyKind::Company | PartyKind::University) {
            return None;
        }
    }
    // "the Ministries of Health", "Member States"
    if noun.plural
        && !(kind == PartyKind::CivilSociety
            || (name.of.is_some() && kind == PartyKind::GovernmentBody && noun.strength == HeadStrength::Weak))
    {
        return None;
    }
    let words = || before.clone().chain(name.head.end..name.toks.end);
    let has = |class| words().any(|t| is_class(doc, t, class));
    // "Long Term Power |Trade Agreement|", "Traditional Systems |of Medicine|": the noun is in the middle of some other name.
    let end = name.toks.end;
    let cut_short = (goes_on(doc, end)
        && (!careful || is_known(doc, end))
        && !is_office(doc, end)
        && !is_stop(doc, end)
        && !doc.is_possessive(end - 1))
        || (posts.parts == 0 && [w::OF, w::ON].contains(&doc.word(end)) && doc.is_capitalised(end + 1) && kind == PartyKind::Company);
    if kind == PartyKind::Company {
        if cut_short {
            return None;
        }
        // "Strategic Industries": a field, not a firm.
        let own = before.clone().any(|t| !is_common(doc, t) && doc.is_word(t)) || name.of.is_some() || bare;
        let field = behind_of_office(doc, name.toks.start);
        let of_state_alone = before.is_empty() && posts.state.is_some();
        let ranked = before.clone().any(|t| is_class(doc, t, NameClass::Rank))
            && before.clone().all(|t| is_common(doc, t) || state_name(doc, t).is_some());
        if noun.strength == HeadStrength::Central && (of_state_alone || ranked) {
            // "Bank of Namibia", "National Bank of Angola"
            name.kind = Some(PartyKind::GovernmentBody);
        } else if of_state_alone && noun.strength == HeadStrength::Weak {
            return None;
        }
        return ((own || posts.parts > 0) && !field).then_some(());
    }
    if matches!(noun.strength, HeadStrength::Strong | HeadStrength::Opens) {
        return Some(());
    }
    if cut_short {
        return None;
    }
    // "Science City" names none.
    if kind == PartyKind::Subnational && posts.parts == 0 && before.clone().all(|t| is_common(doc, t) || head(doc, t).is_some()) {
        return None;
    }
    let region = has(NameClass::Region) && name.of.is_none();
    let known = words().any(|t| is_common(doc, t)) || name.of.is_some();
    let resolved = match kind {
        PartyKind::GovernmentBody if posts.holder == Some(PartyKind::CivilSociety) => PartyKind::CivilSociety,
        PartyKind::GovernmentBody if has(NameClass::Studies) => PartyKind::CivilSociety,
        PartyKind::GovernmentBody | PartyKind::Other if region => PartyKind::InternationalOrganisation,
        // "Development Bank of Mongolia": a lender of its own.
        PartyKind::InternationalOrganisation if name.of.is_some() && is_bank(doc, &name.head) => PartyKind::Company,
        PartyKind::InternationalOrganisation if name.of.is_some() || (!region && posts.parts == 0) => PartyKind::GovernmentBody,
        other => other,
    };
    let by_words = matches!(kind, PartyKind::GovernmentBody | PartyKind::ArmedGroup | PartyKind::InternationalOrganisation);
    if by_words && !known && posts.parts == 0 {
        return None;
    }
    name.kind = Some(resolved);
    Some(())
}

/// "Timor-Leste's| National Oil Company"
fn is_behind_owner(doc: &Doc, first: usize) -> bool {
    let starts = first.saturating_sub(5)..first;
    first > 0 && doc.is_possessive(first - 1) && starts.into_iter().any(|t| state_name(doc, t).is_some_and(|state| state.0 == first))
}

/// "Development Bank": its noun is a bank's.
fn is_bank(doc: &Doc, head: &Toks) -> bool {
    common_head(doc, head.end - 1).is_some_and(|noun| noun.strength == HeadStrength::Central)
}

/// "Minister of |Mining Industries|"
fn behind_of_office(doc: &Doc, start: usize) -> bool {
    start > 1 && [w::OF, w::FOR].contains(&doc.word(start - 1)) && is_office(doc, start - 2)
}

/// "Tsinghua University |of China|": a name of its own has its state behind it, and not in it.
fn drop_owner_of_named(doc: &Doc, name: &mut Name, posts: &Posts) {
    let own = (name.toks.start..name.head.start)
        .any(|t| doc.is_word(t) && !is_common(doc, t) && head(doc, t).is_none() && state_name(doc, t).is_none());
    if own && name.kind == Some(PartyKind::University) && posts.parts == 1 && posts.state.is_some() && doc.word(name.head.end) == w::OF {
        name.toks.end = name.head.end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn lists_of_fields_belong_to_the_name() {
        assert_eq!(
            read("the Ministry of Roads, Public Works and Housing of Zambia said"),
            ["Name government_body ZMB: Ministry of Roads, Public Works and Housing of Zambia", "(Name state ZMB: Zambia)"]
        );
        assert_eq!(
            read("the Ministry of Health, UNICEF and Malawi said"),
            ["Name government_body MWI: Ministry of Health", "Abbreviation international_organisation -: UNICEF", "Name state MWI: Malawi"]
        );
    }

    #[test]
    fn the_noun_of_an_office_makes_no_body() {
        assert_eq!(read("Railways Minister Ann Lee spoke."), [""; 0]);
        assert_eq!(read("the Railways Ministry of Malawi")[0], "Name government_body MWI: Railways Ministry of Malawi");
    }

    #[test]
    fn firms_by_their_legal_form() {
        assert_eq!(read("It was sold to Brenta Hydro GmbH."), ["Name company -: Brenta Hydro GmbH"]);
        assert_eq!(read("It was sold to Brenta Falls (Upper) Corporation."), ["Name company -: Brenta Falls (Upper) Corporation"]);
        assert_eq!(read("It was sold to JSC “Kokterek” today."), ["Name company -: JSC “Kokterek”"]);
        assert_eq!(read("The sale was limited and as the group of friends left."), [""; 0]);
    }

    #[test]
    fn a_head_noun_in_the_middle_of_another_name_is_none() {
        assert_eq!(read("the Long Term Power Purchase Scheme"), [""; 0]);
        assert_eq!(read("the Strategic Industries, the Science City"), [""; 0]);
    }

    #[test]
    fn names_that_open_with_their_noun() {
        assert_eq!(read("with the Universidad de los Pinos,"), ["Name university -: Universidad de los Pinos"]);
    }

    #[test]
    fn bodies_of_regions_of_the_world_are_international() {
        assert_eq!(read("the Nordic Committee on Herring met"), ["Name international_organisation -: Nordic Committee on Herring"]);
        assert_eq!(
            read("the State Committee on Herring of Iceland met")[0],
            "Name government_body ISL: State Committee on Herring of Iceland"
        );
    }

    #[test]
    fn bodies_of_pairs_are_no_actors() {
        assert_eq!(read("the Zambia-Malawi Joint Commission met"), ["Name state ZMB: Zambia", "Name state MWI: Malawi"]);
    }
}
