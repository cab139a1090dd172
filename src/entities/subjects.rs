//! What the accords are about: each by its own words, else by those of the article around it.

use std::cell::LazyCell;

use crate::clauses::{Draft, Layers};
use crate::doc::Toks;
use crate::gazetteer::{Cue, function_words as w};
use crate::phrases::subjects::{self, Name, Told};
use crate::report::{Fact, PartyKind, Rule, Subject};

type Subjects = Vec<(Subject, Toks)>;

/// The subjects of every draft, in their order.
pub(super) fn of_all(l: &Layers, drafts: &[Draft]) -> Vec<Vec<Fact<Subject>>> {
    let names = names(l);
    let told: Vec<Told> = drafts.iter().map(|draft| told(l, &names, draft)).collect();
    let article = Article {
        l,
        names: &names,
        theme: LazyCell::new(|| subjects::theme(l.doc, l.page, &told)),
        company: LazyCell::new(|| subjects::company(&told)),
        headline: LazyCell::new(|| l.page.title.as_ref().map_or_else(Vec::new, |title| subjects::own(l.doc, &names, title).into_topics())),
    };
    let mut before: Subjects = Vec::new();
    let mut out = Vec::with_capacity(drafts.len());
    for (draft, own) in drafts.iter().zip(&told) {
        let found = if own.subjects.is_empty() { article.untold(draft, &before) } else { article.told(draft, own) };
        let stated = |told: &(Subject, Toks)| own.subjects.contains(told) || told.0 == Subject::General;
        let fact = |told: &(Subject, Toks)| {
            let make = if stated(told) { Fact::stated } else { Fact::inferred };
            make(told.0, l.doc.span(&told.1), Rule::AccordsSubject)
        };
        out.push(found.iter().map(fact).collect());
        before = found;
    }
    out
}

/// The names of those who are no bodies of states, in the order of the text: they may say anything.
fn names(l: &Layers) -> Vec<Name> {
    let named = l.actors.mentions.iter().filter(|m| matches!(m.kind, PartyKind::University | PartyKind::Company | PartyKind::ArmedGroup));
    let mut names: Vec<Name> = named.map(|m| Name { toks: m.toks.clone(), is_university: m.kind == PartyKind::University }).collect();
    names.sort_by_key(|name| (name.toks.start, std::cmp::Reverse(name.toks.end)));
    names
}

/// What an accord's own words tell, and its kind: "loan agreements for | roads and for schools".
fn told(l: &Layers, names: &[Name], draft: &Draft) -> Told {
    let told = subjects::own(l.doc, names, &draft.topic);
    let instrument = &draft.instrument;
    let apart = draft.topic.start >= instrument.head.end || draft.topic.end <= instrument.head.start;
    match instrument.usual_subject.filter(|usual| *usual != Subject::General && apart && !instrument.head.is_empty()) {
        Some(usual) => told.with_kind(usual, subjects::own(l.doc, names, &instrument.head), instrument.head.clone()),
        None => told,
    }
}

/// What the article tells of the accords that do not tell it themselves, read when first asked for.
struct Article<'a, 'b, T, C, H> {
    l: &'b Layers<'a>,
    names: &'b [Name],
    theme: LazyCell<Subjects, T>,
    company: LazyCell<Subjects, C>,
    headline: LazyCell<Subjects, H>,
}

impl<T: FnOnce() -> Subjects, C: FnOnce() -> Subjects, H: FnOnce() -> Subjects> Article<'_, '_, T, C, H> {
    /// The subjects of an accord whose own words tell some.
    fn told(&self, draft: &Draft, own: &Told) -> Subjects {
        // "Joint statement", in an article on an airport.
        if own.is_form() && !self.is_many(draft) && !self.theme.is_empty() {
            return self.theme.clone();
        }
        let mut found = own.subjects.clone();
        if own.is_means() {
            let first =
                |all: Subjects| all.into_iter().find(|(subject, _)| !matches!(*subject, Subject::General) && *subject != own.subjects[0].0);
            found.extend(first(self.beside(draft)).or_else(|| first(self.headline.clone())));
        }
        found
    }

    /// The subjects of an accord whose own words tell none: those of the one it is like, of its other mentions, of the
    /// article, of its sentence, of the other accords, of the headline.
    fn untold(&self, draft: &Draft, before: &Subjects) -> Subjects {
        let mut found = if is_alike(self.l, draft) { before.clone() } else { Vec::new() };
        let many = self.is_many(draft);
        if found.is_empty() && !many {
            found = self.elsewhere(draft);
        }
        if found.is_empty() && !many {
            found.clone_from(&self.theme);
        }
        if found.is_empty() {
            found = self.beside(draft);
        }
        if found.is_empty() && !many {
            found.clone_from(&self.company);
        }
        if found.is_empty() && !many {
            found.clone_from(&self.headline);
        }
        if found.is_empty() { vec![(Subject::General, draft.topic.clone())] } else { found }
    }

    /// Whether the mention counts several accords, which rarely share one subject.
    fn is_many(&self, draft: &Draft) -> bool {
        subjects::is_many(self.l.doc, draft.topic.start)
    }

    /// What the words beside an accord tell; a list or a coordination is about many things.
    fn beside(&self, draft: &Draft) -> Subjects {
        let alone = !draft.is_item && !draft.is_summary;
        let sentence = self.l.page.sentences.get(draft.sentence).filter(|_| alone);
        sentence.map_or_else(Vec::new, |sentence| subjects::beside(self.l.doc, self.names, &draft.topic, &sentence.toks))
    }

    /// What the other mentions of an accord tell: "the fisheries agreement", behind "an agreement".
    fn elsewhere(&self, draft: &Draft) -> Subjects {
        let others = draft.mentions.iter().filter(|toks| **toks != draft.text);
        others.map(|toks| subjects::own(self.l.doc, self.names, toks).into_topics()).find(|found| !found.is_empty()).unwrap_or_default()
    }
}

/// Whether a mention tells its subject by the one before: "another with Chile", "a similar treaty", "nine other accords".
fn is_alike(l: &Layers, draft: &Draft) -> bool {
    let instrument = &draft.instrument;
    let alike = |t: usize| {
        matches!(l.doc.word(t), w::ANOTHER | w::OTHER | w::SAME | w::SUCH | w::ONE) || l.cue(t, Cue::Alike) || l.ordinal(t).is_some()
    };
    instrument.topic.is_none() && (instrument.toks.start..instrument.head.end).any(alike)
}

#[cfg(test)]
mod tests {
    use crate::Extractor;

    /// Each accord of an article with its subjects.
    fn read(article: &str) -> Vec<String> {
        let record = Extractor::new().extract(article).to_record("own");
        record
            .accords
            .iter()
            .map(|a| format!("{}: {}", a.text, a.subjects.iter().map(|s| s.as_str()).collect::<Vec<_>>().join("+")))
            .collect()
    }

    #[test]
    fn the_theme_of_the_article_tells_what_an_accord_does_not() {
        let article = "Togo eyes tuna\n\nTogo's fishermen want more fish. An agreement with Benin was signed in Lomé on Monday.";
        assert_eq!(read(article), ["agreement with Benin: fisheries"]);
        let article = "Togo, Benin talk\n\nAn agreement with Benin was signed in Lomé on Monday.";
        assert_eq!(read(article), ["agreement with Benin: general"]);
    }

    #[test]
    fn a_form_tells_less_than_the_theme() {
        let article = "Togo eyes tuna\n\nTogo's fishermen want more fish. Togo and Benin signed a joint declaration in Lomé on Monday.";
        assert_eq!(read(article), ["joint declaration: fisheries"]);
        let article = "Leaders meet\n\nTogo and Benin signed a joint declaration in Lomé on Monday.";
        assert_eq!(read(article), ["joint declaration: foreign_affairs"]);
    }

    #[test]
    fn a_loan_is_of_finance_and_of_what_it_is_for() {
        let article = "Leaders meet\n\nA loan agreement was signed in Lomé on Monday, which will help to build hospitals.";
        assert_eq!(read(article), ["loan agreement: finance+health"]);
        let article = "Leaders meet\n\nA currency swap agreement was signed in Lomé on Monday, as hospitals closed.";
        assert_eq!(read(article), ["currency swap agreement: finance"]);
    }

    #[test]
    fn a_university_signs_on_education_and_a_firm_on_anything() {
        let article = "Leaders meet\n\nLakeside University and the University of Lomé signed an agreement on tuna.";
        assert_eq!(read(article), ["agreement on tuna: fisheries"]);
        let article = "Leaders meet\n\nAn agreement between Lakeside University and the University of Lomé on tuna was signed.";
        assert_eq!(read(article), ["agreement between Lakeside University and the University of Lomé on tuna: education+fisheries"]);
        let article = "Leaders meet\n\nA contract with Brenta Mining Supply Ltd for new buses was signed.";
        assert_eq!(read(article), ["contract with Brenta Mining Supply Ltd for new buses: transport"]);
    }

    #[test]
    fn another_is_like_the_one_before() {
        let article = "Leaders meet\n\nTogo signed an extradition treaty with Benin in 1994. It signed another with Mali in 1997.";
        assert_eq!(read(article), ["extradition treaty with Benin: justice", "another with Mali: justice"]);
    }
}
