//! Scores records against the corpus, by the rules at the end of `tests/corpus/GUIDELINES.md`.

use std::collections::{BTreeMap, BTreeSet};

use caseless::Caseless;
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

/// A record, whether of the corpus or read from an article; only the latter's mentions have offsets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    #[serde(default, rename = "version")]
    _version: Option<u32>,
    pub id: String,
    article: Article,
    dates: Vec<Date>,
    parties: Vec<Party>,
    officials: Vec<Official>,
    accords: Vec<Accord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    title: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    dateline: Option<Dateline>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Dateline {
    place: Option<String>,
    agencies: Vec<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Date {
    text: String,
    value: String,
    start: Option<usize>,
    end: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Party {
    name: String,
    kind: String,
    of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Official {
    name: Option<String>,
    titles: Vec<String>,
    roles: Vec<String>,
    of: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accord {
    text: String,
    #[serde(rename = "type")]
    accord_type: String,
    status: String,
    count: Option<u32>,
    parties: Vec<String>,
    bodies: Vec<String>,
    subjects: Vec<String>,
    date: Option<String>,
    place: Option<String>,
    term: Option<String>,
    signed_by: Vec<String>,
    exchanged_by: Vec<String>,
    witnessed_by: Vec<String>,
    start: Option<usize>,
    end: Option<usize>,
}

impl Accord {
    fn lists(&self) -> [(&'static str, &[String]); 6] {
        [
            ("accords.parties", &self.parties),
            ("accords.bodies", &self.bodies),
            ("accords.subjects", &self.subjects),
            ("accords.signed_by", &self.signed_by),
            ("accords.exchanged_by", &self.exchanged_by),
            ("accords.witnessed_by", &self.witnessed_by),
        ]
    }

    fn singles(&self) -> [(&'static str, Option<String>); 5] {
        [
            ("accords.status", Some(self.status.clone())),
            ("accords.count", self.count.map(|count| count.to_string())),
            ("accords.date", self.date.clone()),
            ("accords.place", self.place.as_deref().map(norm)),
            ("accords.term", self.term.clone()),
        ]
    }
}

/// What was right, invented and missed.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    right: usize,
    invented: usize,
    missed: usize,
}

impl Tally {
    fn add(&mut self, right: usize, invented: usize, missed: usize) {
        self.right += right;
        self.invented += invented;
        self.missed += missed;
    }

    fn sets<T: Ord>(&mut self, gold: &BTreeSet<T>, got: &BTreeSet<T>) {
        let right = gold.intersection(got).count();
        self.add(right, got.len() - right, gold.len() - right);
    }

    fn value<T: PartialEq>(&mut self, gold: Option<T>, got: Option<T>) {
        if gold == got {
            self.right += usize::from(gold.is_some());
        } else {
            self.add(0, got.is_some().into(), gold.is_some().into());
        }
    }

    /// How many facts the corpus states.
    pub fn gold(&self) -> usize {
        self.right + self.missed
    }

    pub fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.invented)
    }

    pub fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    pub fn f1(&self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.invented + self.missed)
    }
}

/// The part of a whole, to four decimals.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { (part as f64 / whole as f64 * 1e4).round() / 1e4 }
}

/// The tallies of one or more articles, by row of the table.
#[derive(Default)]
pub struct Scores {
    rows: BTreeMap<&'static str, Tally>,
    /// What entities without a partner say of themselves: the rows for roles, titles, kinds and states speak of
    /// matched entities alone, the total does not.
    unmatched: Tally,
}

impl Scores {
    fn row(&mut self, name: &'static str) -> &mut Tally {
        self.rows.entry(name).or_default()
    }

    /// Every row by name, and last `facts`: each fact once, dates by value and accords by type.
    pub fn table(&self) -> Vec<(&'static str, Tally)> {
        let mut facts = self.unmatched;
        for (&name, tally) in &self.rows {
            if !["dates.strict", "dates.relaxed", "accords.found"].contains(&name) {
                facts.add(tally.right, tally.invented, tally.missed);
            }
        }
        self.rows.iter().map(|(&name, &tally)| (name, tally)).chain([("facts", facts)]).collect()
    }

    /// Adds what one article scores.
    pub fn add(&mut self, gold: &Record, got: &Record, text: &str) {
        let text = Text::new(text);
        self.article(&gold.article, &got.article);
        self.dates(&gold.dates, &got.dates, &text);
        self.parties(&gold.parties, &got.parties);
        self.officials(&gold.officials, &got.officials);
        self.accords(&gold.accords, &got.accords, &text);
    }

    fn article(&mut self, gold: &Article, got: &Article) {
        let none = Dateline::default();
        let (gold_line, got_line) = (gold.dateline.as_ref().unwrap_or(&none), got.dateline.as_ref().unwrap_or(&none));
        self.row("article.title").value(norm_some(&gold.title), norm_some(&got.title));
        self.row("article.published").value(gold.published.as_ref(), got.published.as_ref());
        self.row("article.dateline.place").value(norm_some(&gold_line.place), norm_some(&got_line.place));
        self.row("article.dateline.date").value(gold_line.date.as_ref(), got_line.date.as_ref());
        self.row("article.authors").sets(&norms(&gold.authors), &norms(&got.authors));
        self.row("article.dateline.agencies").sets(&norms(&gold_line.agencies), &norms(&got_line.agencies));
    }

    fn dates(&mut self, gold: &[Date], got: &[Date], text: &Text) {
        let gold_spans = text.locate(gold.iter().map(|date| (date.text.as_str(), date.start, date.end)), Next::BehindEnd);
        let got_spans = text.locate(got.iter().map(|date| (date.text.as_str(), date.start, date.end)), Next::BehindEnd);
        let pairs = align(&gold_spans, &got_spans, |i, j| gold_spans[i] == got_spans[j]);
        let strict = pairs.iter().filter(|&&(i, j)| gold_spans[i] == got_spans[j]).count();
        let valued = pairs.iter().filter(|&&(i, j)| gold[i].value == got[j].value).count();
        for (row, right) in [("dates.strict", strict), ("dates.relaxed", pairs.len()), ("dates.value", valued)] {
            self.row(row).add(right, got.len() - right, gold.len() - right);
        }
    }

    fn parties(&mut self, gold: &[Party], got: &[Party]) {
        let key = |party: &Party| match party.kind.as_str() {
            "state" => (None, party.of.clone()),
            _ => (Some(norm(&party.name)), None),
        };
        let said = |party: &Party| 1 + usize::from(party.of.is_some());
        for (gold, got) in self.entities("parties", gold, got, key, said) {
            self.row("parties.kind").value(Some(&gold.kind), Some(&got.kind));
            self.row("parties.of").value(gold.of.as_ref(), got.of.as_ref());
        }
    }

    fn officials(&mut self, gold: &[Official], got: &[Official]) {
        let key = |official: &Official| match norm_some(&official.name) {
            Some(name) if !name.is_empty() => (Some(name), None),
            _ => (None, Some((official.roles.first().map(|role| norm(role)), norm_some(&official.of)))),
        };
        let said = |official: &Official| official.roles.len() + official.titles.len() + usize::from(official.of.is_some());
        for (gold, got) in self.entities("officials", gold, got, key, said) {
            self.row("officials.roles").sets(&norms(&gold.roles), &norms(&got.roles));
            self.row("officials.titles").sets(&norms(&gold.titles), &norms(&got.titles));
            self.row("officials.of").value(norm_some(&gold.of), norm_some(&got.of));
        }
    }

    /// Scores the presence of entities, and returns those that are in both.
    fn entities<'a, E, K: Ord>(
        &mut self,
        row: &'static str,
        gold: &'a [E],
        got: &'a [E],
        key: impl Fn(&E) -> K,
        said: impl Fn(&E) -> usize,
    ) -> Vec<(&'a E, &'a E)> {
        let gold: BTreeMap<K, &E> = gold.iter().map(|entity| (key(entity), entity)).collect();
        let got: BTreeMap<K, &E> = got.iter().map(|entity| (key(entity), entity)).collect();
        let pairs: Vec<_> = gold.iter().filter_map(|(key, &gold)| Some((gold, *got.get(key)?))).collect();
        self.row(row).add(pairs.len(), got.len() - pairs.len(), gold.len() - pairs.len());
        let missed = gold.iter().filter(|(key, _)| !got.contains_key(key)).map(|(_, entity)| said(entity)).sum();
        let invented = got.iter().filter(|(key, _)| !gold.contains_key(key)).map(|(_, entity)| said(entity)).sum();
        self.unmatched.add(0, invented, missed);
        pairs
    }

    fn accords(&mut self, gold: &[Accord], got: &[Accord], text: &Text) {
        let gold_spans = text.locate(gold.iter().map(|accord| (accord.text.as_str(), accord.start, accord.end)), Next::BehindStart);
        let got_spans = text.locate(got.iter().map(|accord| (accord.text.as_str(), accord.start, accord.end)), Next::BehindStart);
        let same_type = |i: usize, j: usize| gold[i].accord_type == got[j].accord_type;
        let pairs = align(&gold_spans, &got_spans, same_type);
        let typed = pairs.iter().filter(|&&(i, j)| same_type(i, j)).count();
        for (row, right) in [("accords.found", pairs.len()), ("accords", typed)] {
            self.row(row).add(right, got.len() - right, gold.len() - right);
        }
        for (i, accord) in gold.iter().enumerate() {
            let partner = pairs.iter().find(|&&(gold, _)| gold == i).map(|&(_, j)| &got[j]);
            for (n, (row, list)) in accord.lists().into_iter().enumerate() {
                let found = partner.map(|partner| norms(partner.lists()[n].1)).unwrap_or_default();
                self.row(row).sets(&norms(list), &found);
            }
            for (n, (row, value)) in accord.singles().into_iter().enumerate() {
                self.row(row).value(value, partner.and_then(|partner| partner.singles()[n].1.clone()));
            }
        }
        for accord in got.iter().enumerate().filter(|&(j, _)| pairs.iter().all(|pair| pair.1 != j)).map(|(_, accord)| accord) {
            for (row, list) in accord.lists() {
                self.row(row).add(0, list.len(), 0);
            }
            for (row, value) in accord.singles() {
                self.row(row).add(0, value.is_some().into(), 0);
            }
        }
    }
}

/// How names are compared: case, width, quotes, white space, closing marks and "the" do not count.
fn norm(text: &str) -> String {
    let folded: String = text.nfkc().default_case_fold().map(plain_mark).collect();
    let spaced = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = spaced.trim_matches([' ', '.', ',', ';', ':']);
    bare.strip_prefix("the ").unwrap_or(bare).to_owned()
}

fn plain_mark(mark: char) -> char {
    match mark {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        _ => mark,
    }
}

fn norm_some(text: &Option<String>) -> Option<String> {
    text.as_deref().map(norm)
}

fn norms(texts: &[String]) -> BTreeSet<String> {
    texts.iter().map(|text| norm(text)).collect()
}

/// From where the next mention is looked for.
#[derive(Clone, Copy)]
enum Next {
    BehindEnd,
    BehindStart,
}

/// Start and end in characters.
type CharSpan = (usize, usize);

struct Text<'t> {
    text: &'t str,
    /// For each byte, how many characters begin before it.
    chars: Vec<usize>,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        let mut chars = Vec::with_capacity(text.len() + 1);
        for (index, c) in text.chars().enumerate() {
            chars.push(index);
            chars.extend(std::iter::repeat_n(index + 1, c.len_utf8() - 1));
        }
        chars.push(text.chars().count());
        Self { text, chars }
    }

    /// The span of each mention; `None` where the text does not hold it. A mention without offsets is the first one
    /// behind the mention before it, else the first of the text.
    fn locate<'m>(&self, mentions: impl Iterator<Item = (&'m str, Option<usize>, Option<usize>)>, next: Next) -> Vec<Option<CharSpan>> {
        let mut from = 0;
        mentions
            .map(|(words, start, end)| {
                let (start, end) = match (start, end) {
                    (Some(start), Some(end)) => (start, end),
                    _ => {
                        let behind = self.text.get(from..).and_then(|rest| rest.find(words)).map(|at| from + at);
                        let start = behind.or_else(|| self.text.find(words))?;
                        (start, start + words.len())
                    }
                };
                from = match next {
                    Next::BehindEnd => end,
                    Next::BehindStart => start + self.text[start..].chars().next().map_or(1, char::len_utf8),
                };
                Some((self.chars[start], self.chars[end]))
            })
            .collect()
    }
}

/// Pairs spans that overlap one to one: the preferred pairs first, then those that share most, then the nearest.
fn align(gold: &[Option<CharSpan>], got: &[Option<CharSpan>], preferred: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, a) in gold.iter().enumerate() {
        for (j, b) in got.iter().enumerate() {
            let (Some(a), Some(b)) = (a, b) else { continue };
            let shared = a.1.min(b.1) as i64 - a.0.max(b.0) as i64;
            if shared > 0 {
                candidates.push((shared + 1000 * i64::from(preferred(i, j)), -(a.0.abs_diff(b.0) as i64), i, j));
            }
        }
    }
    candidates.sort_unstable_by(|a, b| b.cmp(a));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, _, i, j) in candidates {
        if pairs.iter().all(|pair| pair.0 != i && pair.1 != j) {
            pairs.push((i, j));
        }
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_equal_but_for_marks_and_case() {
        assert_eq!(norm("The  Treaty’s “Annex”."), "treaty's \"annex\"");
        assert_eq!(norm("STRAẞE"), norm("straße"));
        assert_eq!(norm("Theatre Board"), "theatre board");
    }

    #[test]
    fn a_mention_stands_behind_the_one_before_it() {
        let text = Text::new("“Friday” and Friday");
        let found = text.locate([("Friday", None, None), ("Friday", None, None), ("Monday", None, None)].into_iter(), Next::BehindEnd);
        assert_eq!(found, [Some((1, 7)), Some((13, 19)), None]);
    }

    #[test]
    fn the_pair_of_one_type_goes_before_the_longer_overlap() {
        let (gold, got) = ([Some((0, 10)), Some((5, 30))], [Some((0, 30))]);
        assert_eq!(align(&gold, &got, |i, _| i == 0), [(0, 0)]);
        assert_eq!(align(&gold, &got, |_, _| false), [(1, 0)]);
    }
}
