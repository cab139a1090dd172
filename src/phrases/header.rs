//! The header of the page: headline, byline, publication date, dateline.

use jiff::civil::Date;

use super::dates::{self, Context};
use crate::doc::{Doc, Toks};
use crate::report::{Article, DateValue, Dateline, Fact, Period, Rule};
use crate::text::{DatelineToks, Page, StampRole, Stand};

/// Reads the header.
pub(crate) fn read(doc: &Doc, page: &Page) -> Article {
    let header = Header { doc, page };
    let stamp = header.stamp();
    let published = stamp.and_then(|form| header.published(form));
    let dateline = page.dateline.as_ref().map(|line| header.dateline(line, published.as_ref()));
    Article {
        title: page.title.as_ref().map(|title| header.text(title, Rule::HeaderTitle)),
        authors: header.authors(),
        published: published.or_else(|| header.fallback(dateline.as_ref())),
        dateline,
    }
}

struct Header<'a> {
    doc: &'a Doc<'a>,
    page: &'a Page,
}

impl Header<'_> {
    /// The words as printed, on one line.
    fn text(&self, toks: &Toks, rule: Rule) -> Fact<String> {
        let span = self.doc.printed_span(toks);
        let words: Vec<&str> = span.of(self.doc.text).split_whitespace().collect();
        Fact::stated(words.join(" "), span, rule)
    }

    /// The names of the byline; of the lines behind the text only where none stands over it.
    fn authors(&self) -> Vec<Fact<String>> {
        let named = |behind: bool| {
            let stamps = self.page.stamps.iter().filter(move |s| (s.stand == Stand::Behind) == behind);
            stamps.flat_map(|s| &s.stamp.authors).map(|name| self.text(name, Rule::HeaderByline))
        };
        let mut authors: Vec<Fact<String>> = Vec::new();
        for author in named(false) {
            if !authors.iter().any(|known| known.value.eq_ignore_ascii_case(&author.value)) {
                authors.push(author);
            }
        }
        if authors.is_empty() { named(true).collect() } else { authors }
    }

    /// The form of the publication date: a labelled one first, then one under the title, then one over it; a time
    /// rather than a day.
    fn stamp(&self) -> Option<usize> {
        let dates = self.page.stamps.iter().flat_map(|s| s.stamp.dates.iter().map(move |date| (s.stand, *date)));
        let rank = |stand: Stand, role: StampRole| match (role, stand) {
            (StampRole::Published, Stand::Over | Stand::Under) => Some(0),
            (StampRole::Unlabelled, Stand::Under) => Some(1),
            (StampRole::Unlabelled, Stand::Over) => Some(2),
            (StampRole::Published, Stand::Behind) => Some(3),
            _ => None,
        };
        let ranked = dates.filter_map(|(stand, date)| Some((rank(stand, date.role)?, !self.page.dates[date.form].has_clock(), date.form)));
        ranked.min().map(|(_, _, form)| form)
    }

    fn published(&self, form: usize) -> Option<Fact<DateValue>> {
        let value = self.value(form, None)?;
        value.earliest()?;
        Some(Fact::stated(value, self.doc.span(&self.page.dates[form].toks), Rule::HeaderPublished))
    }

    /// The dateline's date, else the one of the last change.
    fn fallback(&self, dateline: Option<&Dateline>) -> Option<Fact<DateValue>> {
        if let Some(date) = dateline.and_then(|line| line.date.as_ref()).filter(|date| date.value.earliest().is_some()) {
            return Some(Fact::inferred(date.value, date.span, Rule::HeaderPublished));
        }
        let updated = self.page.stamps.iter().flat_map(|s| &s.stamp.dates).find(|date| date.role == StampRole::Updated)?;
        self.published(updated.form)
    }

    fn dateline(&self, line: &DatelineToks, published: Option<&Fact<DateValue>>) -> Dateline {
        let reference = published.and_then(|date| date.value.earliest()).or_else(|| self.day_of_the_text());
        let date = line.date.and_then(|form| {
            let value = day_of(self.value(form, reference)?);
            Some(Fact::stated(value, self.doc.span(&self.page.dates[form].toks), Rule::HeaderDateline))
        });
        Dateline {
            place: line.place.as_ref().map(|place| self.text(place, Rule::HeaderDateline)),
            agencies: line.agencies.iter().map(|agency| self.text(agency, Rule::HeaderDateline)).collect(),
            date,
        }
    }

    /// The value of a form: of two readings the one next to the dateline, or in the order of the page's other dates.
    fn value(&self, form: usize, reference: Option<Date>) -> Option<DateValue> {
        let context = reference.map_or_else(Context::new, |day| Context::new().reference(day));
        let dated = self.resolved(form, &context)?;
        let (value, other) = (dated.value?.date()?, dated.other);
        let Some(other) = other else { return Some(value) };
        let line = self.page.dateline.as_ref().and_then(|line| line.date).filter(|&line| line != form);
        match line {
            Some(line) => Some(if self.distance(other, line) < self.distance(value, line) { other } else { value }),
            None => {
                let toks = &self.page.dates[form].toks;
                let all = dates::resolve(self.doc, &self.page.dates, &context);
                all.into_iter().find(|dated| dated.toks == *toks)?.value?.date()
            }
        }
    }

    fn resolved(&self, form: usize, context: &Context) -> Option<dates::Dated> {
        dates::resolve(self.doc, self.page.dates.get(form..=form)?, context).into_iter().next()
    }

    /// The days between a reading of the publication date and the dateline's date.
    fn distance(&self, value: DateValue, line: usize) -> Option<i32> {
        let day = value.earliest()?;
        let line = self.resolved(line, &Context::new().reference(day))?.value?.date()?.earliest()?;
        Some((line - day).get_days().abs())
    }

    /// The midst of the year that the text names most often; of two, of the later one.
    fn day_of_the_text(&self) -> Option<Date> {
        let mut years: Vec<i16> = dates::resolve(self.doc, &self.page.dates, &Context::new())
            .iter()
            .filter_map(|dated| Some(dated.value?.date()?.earliest()?.year()))
            .collect();
        years.sort_unstable();
        let most = years.chunk_by(|a, b| a == b).max_by_key(|run| run.len())?;
        Date::new(most[0], 7, 1).ok()
    }
}

/// A dateline's date is a day, whatever time stands beside it.
fn day_of(value: DateValue) -> DateValue {
    match value {
        DateValue::Period(Period::Time { date: Some(date), .. }) => Period::day(date).map_or(value, DateValue::Period),
        _ => value,
    }
}
