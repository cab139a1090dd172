//! Names of persons with their forms of address: "H.E. Dr. Amina Diallo", "Lt Gen (retd) Peter van der Berg".

use super::words::{Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, HonorificKind, Kind, StateSense};
use crate::text::BlockKind;

/// The longest name, in tokens; a longer run of capitalised words is something else.
const LONGEST: usize = 16;

/// A person's name as it stands in one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PersonName {
    /// Forms of address before it.
    pub titles: Vec<Toks>,
    /// Whether one of them is a rank of the forces.
    pub ranked: bool,
    pub name: Toks,
    /// From the first title to the end of the name.
    pub toks: Toks,
}

/// Reads a name that starts at a token and ends before `limit`. `anchored`: an office stands before it, so that a
/// country's name may be a first name ("Israel").
pub(super) fn name_at(words: &Words, at: usize, limit: usize, anchored: bool) -> Option<PersonName> {
    if may_open(words, at) { read(words, at, limit, anchored) } else { None }
}

fn read(words: &Words, at: usize, limit: usize, anchored: bool) -> Option<PersonName> {
    let mut titles = Vec::new();
    let mut ranked = false;
    let mut next = at;
    while titles.len() < 8 {
        let Some((end, kind)) = title_at(words, next, limit) else { break };
        titles.push(next..end);
        ranked |= kind == HonorificKind::Rank;
        next = retired_mark(words, end, limit).unwrap_or(end);
        if let Some(last) = titles.last_mut() {
            last.end = next;
        }
        if words.doc.word(next) == w::THE && words.is(next + 1, Tag::TITLE) {
            // "Dr. the Hon. Grace Banda"
            next += 1;
        }
    }
    let end = name_end(words, next, limit, anchored || !titles.is_empty())?;
    if is_venue(words, end) || is_common(words, &(next..end), ranked) {
        return None;
    }
    Some(PersonName { titles, ranked, name: next..end, toks: at..letters_end(words, end, limit) })
}

/// Whether a name or a title can begin at a token: a capital, a particle ("de Gaulle"), or a state ("Israel Katz").
fn may_open(words: &Words, at: usize) -> bool {
    words.doc.is_capitalised(at) || words.is(at, Tag::PARTICLE.and(Tag::STATE))
}

/// "Elizabeth" in "Queen Elizabeth Hospital": a name that goes on to be that of a place or a prize.
fn is_venue(words: &Words, end: usize) -> bool {
    let goes_on = words.is(end, Tag::COMMON.and(Tag::VENUE));
    goes_on && words.doc.is_capitalised(end) && !words.doc.is_possessive(end - 1) && !words.is(end, Tag::CELL)
}

/// Words of portfolios and bodies only: "Cooperation", "Framework Agreement".
fn is_common(words: &Words, toks: &Toks, ranked: bool) -> bool {
    let common = |t: usize| words.is(t, Tag::PORTFOLIO.and(Tag::COMMON).and(Tag::KEPT_RANK));
    let mut parts = toks.clone().filter(|&t| words.doc.is_word(t));
    if ranked { parts.any(common) } else { parts.all(common) }
}

/// "Dr", "Prof.", "Lt Gen": a form of address with its full stop.
fn title_at(words: &Words, at: usize, limit: usize) -> Option<(usize, HonorificKind)> {
    let doc = words.doc;
    let (end, kind) = doc.lookups_with(at, Kind::Honorific).iter().find_map(|lookup| match lookup.entry {
        Entry::Honorific { kind, .. } => Some((lookup.last as usize, kind)),
        _ => None,
    })?;
    // "General" in a headline of capitals, "the general": only a capitalised word addresses.
    if !doc.is_capitalised(at) || end > limit {
        return None;
    }
    let stop = doc.word(end) == w::STOP && doc.is_glued(end) && doc.printed(end - 1).len() <= 6 && end < limit;
    Some((if stop { end + 1 } else { end }, kind))
}

/// "(retd)", "(Dr)" behind a title.
fn retired_mark(words: &Words, at: usize, limit: usize) -> Option<usize> {
    let doc = words.doc;
    if doc.word(at) != w::OPEN || at + 2 >= limit || !doc.is_word(at + 1) {
        return None;
    }
    let close = if doc.word(at + 2) == w::STOP { at + 3 } else { at + 2 };
    let mark = doc.printed(at + 1);
    let short = mark.len() <= 7 && (mark.to_ascii_lowercase().starts_with("ret") || mark.to_ascii_lowercase().starts_with("rtd"));
    (doc.word(close) == w::CLOSE && close < limit && short && name_end(words, close + 1, limit, true).is_some()).then_some(close + 1)
}

/// "MP", "OBE" behind a name.
fn letters_end(words: &Words, mut at: usize, limit: usize) -> usize {
    while at < limit && words.is(at, Tag::LETTERS) {
        at += 1;
    }
    at
}

/// Whether a token can be a word of a name: capitalised, and nothing that the word lists know otherwise.
fn is_name_word(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    if !doc.is_word(at) || !doc.is_capitalised(at) || words.is(at, Tag::NOT_NAME.and(Tag::OFFICE).and(Tag::ACTOR).and(Tag::COMMON)) {
        return false;
    }
    let word = doc.word(at);
    if words.is(at, Tag::STATE) {
        return false;
    }
    word.0 as usize > crate::gazetteer::function_words::FUNCTION_WORDS.len() || word.0 == 0
}

/// "Israel" in "Minister Israel Katz".
fn is_country_as_first_name(words: &Words, at: usize) -> bool {
    words
        .state_at(at)
        .is_some_and(|s| s.end == at + 1 && !matches!(s.sense, StateSense::Abbreviation | StateSense::Seat | StateSense::Prefix))
        && !words.doc.is_possessive(at)
        && is_name_word(words, at + 1)
}

/// "Bill" in "Administrator Bill Nelson".
fn is_noun_as_first_name(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    words.is(at, Tag::COMMON)
        && !words.is(at, Tag::NOT_NAME.and(Tag::OFFICE).and(Tag::ACTOR))
        && doc.is_capitalised(at)
        && is_name_word(words, at + 1)
}

/// "von der" before a capitalised word: behind it.
fn particle_run(words: &Words, at: usize) -> Option<usize> {
    let end = (at..at + 3).take_while(|&t| words.is(t, Tag::PARTICLE)).last()? + 1;
    is_name_word(words, end).then_some(end)
}

/// "bin |Saad", "Al-|Marshad": a name goes on behind its particle.
fn goes_on_behind_particle(words: &Words, particle: usize) -> bool {
    particle_run(words, particle).is_some() || words.is_hyphen(particle + 1) && is_name_word(words, particle + 2)
}

/// "To" in "To Lam", "May" in "Theresa May": short words that are names in running text only.
fn is_short_name(words: &Words, at: usize, start: usize) -> bool {
    let doc = words.doc;
    // "Moon Jae In"
    let last = doc.word(at) == w::IN && at > start + 1;
    let short =
        last || matches!(doc.word(at), w::TO | w::SO | w::DO | w::AN | w::NO | w::AM | w::MAY | w::WILL | w::HER | w::THAN | w::ON | w::UP);
    if !short || !doc.is_capitalised(at) {
        return false;
    }
    let heading = matches!(words.page.kind_of(at), BlockKind::Headline | BlockKind::Heading | BlockKind::Furniture);
    let opens = words.page.sentence_of(at).is_some_and(|s| words.page.sentences[s].toks.start == at);
    let beside = if at > start { is_name_word(words, at - 1) } else { is_name_word(words, at + 1) };
    !heading && !opens && beside
}

/// "English" in "Prime Minister Bill English said".
fn is_adjective_as_surname(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    let demonym = words.state_at(at).is_some_and(|s| s.end == at + 1 && s.sense == StateSense::Demonym);
    demonym
        && is_name_word(words, at - 1)
        && !doc.is_capitalised(at + 1)
        && !words.is(at + 1, Tag::OFFICE.and(Tag::PORTFOLIO).and(Tag::KEPT_RANK).and(Tag::COMMON))
}

/// Where the name that starts at a token ends.
fn name_end(words: &Words, at: usize, limit: usize, anchored: bool) -> Option<usize> {
    let doc = words.doc;
    let mut end = at;
    let mut next = at;
    let mut capitalised = 0;
    while next < limit && next < at + LONGEST && !(next > at && words.is(next, Tag::CELL)) {
        if next > at && doc.is_possessive(next - 1) {
            break;
        }
        if is_initial(words, next) {
            next = if doc.word(next + 1) == w::STOP { next + 2 } else { next + 1 };
            continue;
        }
        let capital = next == at && words.state_at(at).is_some_and(|s| s.sense == StateSense::Capital && s.end == at + 1);
        // "Jordan Zeller, Assistant Secretary"
        let explained =
            || doc.word(at + 2) == w::COMMA && words.is(doc.behind_the(at + 3), Tag::OFFICE.and(Tag::KEPT_RANK).and(Tag::PORTFOLIO));
        if next == at && (anchored || capital || explained()) && is_country_as_first_name(words, at)
            || next == at && anchored && is_noun_as_first_name(words, at)
        {
            next += 1;
        } else if is_name_word(words, next) && !(next > at && starts_another(words, next)) {
            next += 1;
            capitalised += 1;
            if words.is(next - 1, Tag::SUFFIX) && doc.word(next) == w::STOP && doc.is_glued(next) && next < limit {
                next += 1;
            }
            end = next;
        } else if next > at && capitalised > 0 && words.is(next, Tag::SUFFIX) && doc.is_capitalised(next) && !words.is(next, Tag::OFFICE) {
            next += 1;
            end = next;
        } else if next == at
            && words.is(at, Tag::OFFICE)
            && doc.is_capitalised(at)
            && (anchored && is_name_word(words, at + 1) || words.is(at + 1, Tag::PARTICLE) && goes_on_behind_particle(words, at + 1))
        {
            // "Dr Amir Rahman", "Sultan bin Saad", "Sultan Al-Marshad"
            next += 1;
            capitalised += 1;
        } else if anchored && next == at + 1 && words.is(next, Tag::OFFICE) && doc.is_capitalised(next) && capitalised == 1 {
            // "Minister Peter Bishop": the office finder has left it
            next += 1;
            end = next;
        } else if words.is(next, Tag::SURNAME)
            && doc.is_capitalised(next)
            && (anchored && next > at || next == at && is_name_word(words, next + 1))
        {
            // "Park Ji-hoon", "James Hall"
            next += 1;
            capitalised += 1;
            end = next;
        } else if next == at && anchored && words.is(at, Tag::PARTICLE) && particle_run(words, at).is_some() {
            // "President von der Leyen"
            next = particle_run(words, at).unwrap_or(at + 1);
        } else if is_short_name(words, next, at) || anchored && next > at && is_adjective_as_surname(words, next) {
            next += 1;
            capitalised += 1;
            end = next;
        } else if words.is(next, Tag::PARTICLE) && (next > at || doc.is_capitalised(next) || words.is_hyphen(next + 1)) {
            next += 1;
        } else if next > at && words.is_hyphen(next) && next + 1 < limit {
            next += 1;
            if doc.is_word(next) && !doc.is_capitalised(next) {
                // "Noor-ul-Haq", "Shuk-han", "Mei-hua"
                next += 1;
                end = next;
            }
        } else if next > at && doc.word(next) == w::COMMA && words.is(next + 1, Tag::SUFFIX) && doc.printed(next + 1).len() == 2 {
            // "Reed, Jr."
            next += 1;
        } else if let Some(closed) = nickname(words, next, limit).filter(|_| next > at) {
            next = closed;
        } else if doc.word(next) == w::APOSTROPHE
            && next > at
            && doc.is_glued(next)
            && (is_name_word(words, next + 1) || words.is(next + 1, Tag::PARTICLE))
        {
            // "Shia' al-Sudani"
            next += 1;
        } else {
            break;
        }
    }
    (capitalised > 0).then_some(end)
}

/// "S.", "H.W.", "J": an initial, with or without its stop.
fn is_initial(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    let printed = doc.printed(at);
    if printed.len() > 9 || !doc.is_word(at) {
        return false;
    }
    let letters = printed.chars().filter(|c| *c != '.').count();
    // "Ye. Karimova", "Kh. Battulga": one letter of another script
    const DIGRAPHS: &[&str] =
        &["Ye", "Yu", "Ya", "Yo", "Kh", "Sh", "Ch", "Zh", "Ts", "Dz", "Dj", "Th", "Ph", "Gh", "Dh", "Bh", "Ju", "Ng", "Ny", "Ll", "Nh"];
    let digraph = || DIGRAPHS.contains(&printed) && doc.word(at + 1) == w::STOP && doc.is_glued(at + 1) && doc.is_capitalised(at + 2);
    let short = letters == 1 || letters <= 3 && printed.contains('.') || digraph();
    short
        && printed.chars().next().is_some_and(char::is_uppercase)
        && (doc.word(at + 1) == w::STOP && doc.is_glued(at + 1) || letters == 1 && !matches!(doc.word(at), w::A | w::I))
}

/// "Trade" in "Foreign Affairs Minister Diallo Trade Minister Mensah": a word that begins an office.
fn starts_another(words: &Words, at: usize) -> bool {
    let mut next = at;
    while words.is(next, Tag::PORTFOLIO.and(Tag::KEPT_RANK)) && next < at + 4 {
        next += 1;
    }
    next > at && words.is(next, Tag::OFFICE)
}

/// "“Bobby”" inside a name.
fn nickname(words: &Words, at: usize, limit: usize) -> Option<usize> {
    let doc = words.doc;
    let open = matches!(doc.word(at), w::QUOTE | w::OPEN_QUOTE);
    let closed = matches!(doc.word(at + 2), w::QUOTE | w::CLOSE_QUOTE);
    (open && closed && is_name_word(words, at + 1) && is_name_word(words, at + 3) && at + 3 < limit).then_some(at + 3)
}

#[cfg(test)]
mod tests {
    use super::super::words::with;
    use super::*;

    /// The name that a text begins with: titles, a bar, the name.
    fn name(text: &str) -> Option<String> {
        with(text, |words| {
            let name = name_at(words, 0, words.doc.len(), true)?;
            let titles: Vec<&str> = name.titles.iter().map(|t| words.doc.slice(t)).collect();
            Some(format!("{}|{}", titles.join(" "), words.doc.slice(&name.name)))
        })
    }

    #[test]
    fn no_name_begins_where_none_may_open() {
        let text = "H.E. Dr. Amina Diallo and de Gaulle, the Emir, met Jr. van der Berg. It may be that to Lam \"Bobby\" al-Sudani said so. \
                    Swiss president Park Ji-hoon, MP, of chad and Peru; sheikh Hasina's men, Mr. to be, iPhone, O'Neill III, (retd) abc.";
        for text in [text.to_owned(), text.to_uppercase(), text.to_lowercase()] {
            with(&text, |words| {
                for at in (0..words.doc.len()).filter(|&at| !may_open(words, at)) {
                    for anchored in [false, true] {
                        assert_eq!(read(words, at, words.doc.len(), anchored), None, "{}", words.doc.printed(at));
                    }
                }
            });
        }
    }

    #[test]
    fn particles_initials_and_hyphens_belong_to_a_name() {
        assert_eq!(name("Jan van der Meer said").as_deref(), Some("|Jan van der Meer"));
        assert_eq!(name("J.K. Mwangi said").as_deref(), Some("|J.K. Mwangi"));
        assert_eq!(name("Anwar-ul-Haq Butt said").as_deref(), Some("|Anwar-ul-Haq Butt"));
        assert_eq!(name("Carlos Reyes Jr. said").as_deref(), Some("|Carlos Reyes Jr."));
        assert_eq!(name("Ana “Nita” Lopes said").as_deref(), Some("|Ana “Nita” Lopes"));
    }

    #[test]
    fn forms_of_address_stand_before_it() {
        assert_eq!(name("H.E. Dr. Awa Sarr said").as_deref(), Some("H.E. Dr.|Awa Sarr"));
        assert_eq!(name("Lt Gen (retd) Tariq Shah said").as_deref(), Some("Lt Gen (retd)|Tariq Shah"));
        assert_eq!(name("Dr. the Hon. Grace Banda said").as_deref(), Some("Dr. Hon.|Grace Banda"));
    }

    #[test]
    fn days_venues_and_bodies_are_no_names() {
        assert_eq!(name("Tuesday evening"), None);
        assert_eq!(name("Elizabeth Hospital reopened"), None);
        assert_eq!(name("Cooperation Council"), None);
        assert_eq!(name("Sarr Tuesday").as_deref(), Some("|Sarr"));
    }
}
