use std::fmt;

use super::{Accord, Basis, DateMention, Fact, Item, Official, OfficialId, Party, PartyId, Report, Rule, Stage};

/// Why one field of an item holds what it holds.
///
/// Its `Display` is one plain line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason<'t> {
    /// Which field: "status".
    pub field: &'static str,
    /// What it holds.
    pub value: String,
    /// The words it was read from, and those that it rests on besides.
    pub words: Vec<&'t str>,
    /// The sentence that the words stand in.
    pub sentence: &'t str,
    /// Whether the text states it.
    pub basis: Basis,
    /// The rule that gave it.
    pub rule: Rule,
    /// The nearest other reading, and why it was not taken.
    pub instead: Option<String>,
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.basis {
            Basis::Stated => "stated by",
            Basis::Inferred => "inferred from",
        };
        write!(f, "{}: {}, {how} {} ({})", self.field, self.value, quoted(&self.words), self.rule)?;
        match &self.instead {
            Some(instead) => write!(f, "; {instead}"),
            None => Ok(()),
        }
    }
}

fn quoted(words: &[&str]) -> String {
    let one_line = |words: &&str| format!("\"{}\"", words.split_whitespace().collect::<Vec<_>>().join(" "));
    words.iter().map(one_line).collect::<Vec<_>>().join(" and ")
}

impl Report {
    /// Tells why the report holds what it holds of an item, field by field; `text` is the one that it was read from.
    ///
    /// ```
    /// use pactum::report::Item;
    ///
    /// let text = "LIMA, 6 May 2024 - Peru and Chile, which will sign a pact on mining in June, signed a treaty on water on Friday.";
    /// let report = pactum::Extractor::new().extract(text);
    /// let treaty = report.accord_items().find(|(_, accord)| accord.mention.value == "treaty on water").unwrap().0;
    /// let lines: Vec<String> = report.explain(text, treaty).iter().map(|reason| reason.to_string()).collect();
    /// assert_eq!(lines[0], "type: treaty, stated by \"treaty\" (accords.instrument)");
    /// assert_eq!(lines[1], "status: signed, stated by \"signed\" (accords.status.active)");
    ///
    /// let friday = report.date_items().find(|(_, date)| date.text == "Friday").unwrap().0;
    /// assert_eq!(report.explain(text, friday)[0].to_string(), "date: 2024-05-03, inferred from \"Friday\" (dates.weekday)");
    /// ```
    pub fn explain<'t>(&self, text: &'t str, item: Item) -> Vec<Reason<'t>> {
        let mut explain = Explain { report: self, text, reasons: Vec::new() };
        match item {
            Item::Accord(index) => self.accords.get(index).into_iter().for_each(|accord| explain.accord(accord)),
            Item::Official(id) => self.officials.get(id.0 as usize).into_iter().for_each(|official| explain.official(official)),
            Item::Party(id) => self.parties.get(id.0 as usize).into_iter().for_each(|party| explain.party(party)),
            Item::Date(index) => self.dates.get(index).into_iter().for_each(|date| explain.date(date)),
        }
        explain.reasons
    }
}

struct Explain<'r, 't> {
    report: &'r Report,
    text: &'t str,
    reasons: Vec<Reason<'t>>,
}

impl<'t> Explain<'_, 't> {
    fn reason<T>(&mut self, field: &'static str, value: String, fact: &Fact<T>) -> &mut Reason<'t> {
        let words = std::iter::once(&fact.span).chain(&fact.also).map(|span| span.of(self.text)).collect();
        let sentence = self.report.sentence(fact.span).map_or("", |sentence| sentence.of(self.text));
        self.reasons.push(Reason { field, value, words, sentence, basis: fact.basis, rule: fact.rule, instead: None });
        let last = self.reasons.len() - 1;
        &mut self.reasons[last]
    }

    fn all<'f, T: ToString + 'f>(&mut self, field: &'static str, facts: impl IntoIterator<Item = &'f Fact<T>>) {
        for fact in facts {
            self.reason(field, fact.value.to_string(), fact);
        }
    }

    fn date(&mut self, date: &DateMention) {
        let reason = self.reason("date", date.value.value.to_string(), &date.value);
        reason.instead = date.other.map(|other| format!("not {other}: the other dates of the text, else custom, put it the first way"));
    }

    fn party(&mut self, party: &Party) {
        self.all("name", [&party.name]);
        self.all("kind", [&party.kind]);
        self.all("of", &party.of);
    }

    fn official(&mut self, official: &Official) {
        self.all("name", &official.name);
        self.all("title", &official.titles);
        self.all("role", &official.roles);
        self.all("of", &official.of);
    }

    fn accord(&mut self, accord: &Accord) {
        self.all("type", [&accord.accord_type]);
        let instead = self.earlier_stage(accord);
        self.reason("status", accord.status.value.to_string(), &accord.status).instead = instead;
        self.all("count", &accord.count);
        self.members("party", &accord.parties, |report, id: PartyId| report.label(Item::Party(id)));
        self.members("body", &accord.bodies, |report, id: PartyId| report.label(Item::Party(id)));
        self.all("subject", &accord.subjects);
        self.all("date", &accord.date);
        self.all("place", &accord.place);
        self.all("term", &accord.term);
        let official = |report: &Report, id: OfficialId| report.label(Item::Official(id));
        self.members("signed by", &accord.signed_by, official);
        self.members("exchanged by", &accord.exchanged_by, official);
        self.members("witnessed by", &accord.witnessed_by, official);
    }

    fn members<T: Copy>(&mut self, field: &'static str, facts: &[Fact<T>], label: impl Fn(&Report, T) -> String) {
        for fact in facts {
            self.reason(field, label(self.report, fact.value), fact);
        }
    }

    /// The furthest stage that the text tells beside the one taken.
    fn earlier_stage(&self, accord: &Accord) -> Option<String> {
        let others = accord.history.iter().filter(|stage: &&Stage| stage.status.value != accord.status.value);
        let stage = others.max_by_key(|stage| stage.status.value)?;
        let words = quoted(&[stage.status.span.of(self.text)]);
        Some(format!("not {}, which {words} tells: the furthest stage counts", stage.status.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Extractor;

    fn lines(text: &str, item: Item) -> Vec<String> {
        Extractor::new().extract(text).explain(text, item).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_stage_that_was_not_taken_is_told() {
        let lines = lines("Peru and Chile negotiated a treaty on water for years. They signed the treaty in Lima.", Item::Accord(0));
        let status = lines.iter().find(|line| line.starts_with("status")).unwrap();
        assert_eq!(
            status,
            "status: signed, stated by \"signed\" (accords.status.active); not negotiating, which \"negotiated\" tells: the furthest stage counts"
        );
    }

    #[test]
    fn the_other_reading_of_a_date_is_told() {
        let lines = lines("The treaty was signed on 7/2/2015.", Item::Date(0));
        assert!(lines[0].contains("2015-02-07") && lines[0].contains("not 2015-07-02"), "{lines:?}");
    }

    #[test]
    fn an_item_that_is_not_there_has_no_reasons() {
        assert!(lines("Rain fell.", Item::Accord(0)).is_empty());
    }
}
