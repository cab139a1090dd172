//! Doubts: what of a report is unsure, told by what the report holds and by where its words stand.

use crate::doc::Doc;
use crate::gazetteer::{Cue, Entry, function_words::is_function_word};
use crate::report::{Accord, Basis, DateMention, Doubt, Doubtful, Fact, Item, Note, Official, Party, Report, Rule, Span};
use crate::text::{BlockKind, Page};

/// The doubts of a report, in the order of its items.
pub(crate) fn find(doc: &Doc, page: &Page, report: &Report) -> Vec<Doubtful> {
    let mut finder = Finder { doc, page, told: told(doc, page), item: Item::Accord(0), out: Vec::new() };
    for (item, accord) in report.accord_items() {
        finder.item = item;
        finder.accord(accord);
    }
    for (item, official) in report.official_items() {
        finder.item = item;
        finder.official(official);
    }
    for (item, party) in report.party_items() {
        finder.item = item;
        finder.party(party);
    }
    for (item, date) in report.date_items() {
        finder.item = item;
        finder.date(date);
    }
    finder.out
}

struct Finder<'a> {
    doc: &'a Doc<'a>,
    page: &'a Page,
    /// Whether somebody tells what a sentence says.
    told: Vec<bool>,
    item: Item,
    out: Vec<Doubtful>,
}

/// For each sentence, whether it has a verb of telling: "said", "according to".
fn told(doc: &Doc, page: &Page) -> Vec<bool> {
    let mut told = vec![false; page.sentences.len()];
    for look in doc.lookups().iter().filter(|look| look.entry == Entry::Cue(Cue::Saying)) {
        if let Some(sentence) = page.sentence_of(look.first as usize) {
            told[sentence] = true;
        }
    }
    told
}

impl Finder<'_> {
    fn doubt(&mut self, doubt: Doubt, span: Span) {
        self.out.push(Doubtful { item: self.item, doubt, span });
    }

    fn inferred<T>(&mut self, doubt: Doubt, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact.filter(|fact| fact.basis == Basis::Inferred) {
            self.doubt(doubt, fact.span);
        }
    }

    fn accord(&mut self, accord: &Accord) {
        // A ministry's state is no guess.
        let guessed = |fact: &&Fact<_>| fact.basis == Basis::Inferred && fact.rule != Rule::AccordsPartyOfBody;
        if let Some(party) = accord.parties.iter().find(guessed) {
            self.doubt(Doubt::PartyInferred, party.span);
        }
        if accord.parties.len() < 2 {
            self.doubt(Doubt::PartyMissing, accord.mention.span);
        }
        self.inferred(Doubt::DateInferred, accord.date.as_ref());
        self.inferred(Doubt::PlaceInferred, accord.place.as_ref());
        if let Some(date) = other_date(accord) {
            self.doubt(Doubt::TwoDates, date);
        }
        let act = self.doc.token_at(accord.status.span.start());
        if self.page.sentence_of(act).is_some_and(|sentence| self.told[sentence]) {
            self.doubt(Doubt::ReportedSpeech, accord.status.span);
        }
        if self.page.kind_of(self.doc.token_at(accord.mention.span.start())) == BlockKind::Headline {
            self.doubt(Doubt::HeadlineOnly, accord.mention.span);
        }
    }

    fn official(&mut self, official: &Official) {
        if let (None, Some(role)) = (&official.name, official.roles.first()) {
            self.doubt(Doubt::NoName, role.span);
        }
        self.inferred(Doubt::CountryInferred, official.of.as_ref());
    }

    fn party(&mut self, party: &Party) {
        self.inferred(Doubt::CountryInferred, party.of.as_ref());
    }

    fn date(&mut self, date: &DateMention) {
        if date.other.is_some() {
            self.doubt(Doubt::DayMonthOrder, date.value.span);
        }
        if date.value.rule == Rule::DatesYear {
            self.inferred(Doubt::YearInferred, Some(&date.value));
        }
    }
}

/// Another date of the act that the status names.
fn other_date(accord: &Accord) -> Option<Span> {
    let date = accord.date.as_ref().filter(|date| date.basis == Basis::Stated)?;
    let same = accord.history.iter().filter(|stage| stage.status.value == accord.status.value);
    let mut others = same.filter_map(|stage| stage.date.as_ref()).filter(|other| other.basis == Basis::Stated);
    others
        .find(|other| other.value.latest() < date.value.earliest() || date.value.latest() < other.value.earliest())
        .map(|other| other.span)
}

/// What is to be known of the report as a whole; `counted` where dates have a day to count from.
pub(crate) fn notes(doc: &Doc, page: &Page, counted: bool) -> Vec<Note> {
    let furniture = |kind| matches!(kind, BlockKind::Furniture | BlockKind::Byline | BlockKind::Caption);
    let notes = [
        (Note::NotEnglish, !is_english(doc)),
        (Note::OnlyFurniture, page.blocks.iter().all(|block| furniture(block.kind))),
        (Note::NoDateline, page.dateline.is_none()),
        (Note::NoDay, !counted),
    ];
    notes.into_iter().filter_map(|(note, holds)| holds.then_some(note)).collect()
}

/// Whether a text has as many of the words of the closed class as English has; short ones are taken for English.
fn is_english(doc: &Doc) -> bool {
    const SHORT: usize = 30;
    const ONE_OF: usize = 8;
    let (mut words, mut function) = (0, 0);
    for token in (0..doc.len()).filter(|&token| doc.is_word(token)) {
        words += 1;
        function += usize::from(is_function_word(doc.word(token)));
    }
    words < SHORT || function * ONE_OF >= words
}
