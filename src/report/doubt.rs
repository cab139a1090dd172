//! What a reader should know of how sure a report is: closed lists of reasons, no scores.

use serde::{Deserialize, Serialize};

use super::vocabulary::{UnknownWord, vocabulary};
use super::{Fact, Item, OfficialId, Report, Span, Status};

vocabulary! {
    /// Why an item of the report is in doubt.
    Doubt {
        /// "7/2/2015": the figures may be day and month, or month and day. [`DateMention::other`](super::DateMention::other) keeps the other reading.
        DayMonthOrder "day-month-order",
        /// "They will meet on 9 June": the year was inferred from the tense, else is the nearest.
        YearInferred "year-inferred",
        /// "Foreign Minister Amina Diallo": the country was inferred from the sides of the event or from others named there.
        CountryInferred "country-inferred",
        /// "the Ghanaian trade minister": the text names the office and not who holds it.
        NoName "no-name",
        /// "A treaty was signed": at least one party was inferred from the event, from another accord, or from who signs.
        PartyInferred "party-inferred",
        /// "Officials from both sides signed a treaty": fewer than two parties are known.
        PartyMissing "party-missing",
        /// The day of the accord was inferred from the event.
        DateInferred "date-inferred",
        /// The place of the accord was inferred from the event or the dateline.
        PlaceInferred "place-inferred",
        /// "signed on 5 May ... signed on 6 May": the text gives two dates of the act. [`Accord::history`](super::Accord::history) keeps both.
        TwoDates "two-dates",
        /// "The minister said that the pact was signed": somebody tells of the act, not the text itself.
        ReportedSpeech "reported-speech",
        /// Only the headline tells of the accord.
        HeadlineOnly "headline-only",
    }
}

vocabulary! {
    /// What is to be known of the report as a whole.
    Note {
        /// Few of the words are those that every English text has.
        NotEnglish "not-english",
        /// No headline, paragraph, list or table was found: menus, buttons and notes of rights alone.
        OnlyFurniture "only-furniture",
        /// No dateline says where the report comes from.
        NoDateline "no-dateline",
        /// The page prints no day of its own, and none was set beforehand: "yesterday" has no value.
        NoDay "no-day",
    }
}

/// An item in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Doubtful {
    /// Which.
    pub item: Item,
    /// Why.
    pub doubt: Doubt,
    /// The words that the doubt is about.
    pub span: Span,
}

/// An act of signing whose instrument was not found: listed, not guessed and not dropped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unplaced {
    /// The stage that the act would bring an accord to, and the words of the act.
    pub status: Fact<Status>,
    /// Who acts.
    pub by: Vec<Fact<OfficialId>>,
}

impl Report {
    /// Why an item is in doubt; nothing where it is not.
    ///
    /// ```
    /// use pactum::report::{Doubt, Item};
    ///
    /// let report = pactum::Extractor::new().extract("Peru and Chile signed a treaty on water on 7/2/2015.");
    /// assert_eq!(report.doubts_of(Item::Date(0)).collect::<Vec<_>>(), [Doubt::DayMonthOrder]);
    /// assert_eq!(report.dates[0].other.unwrap().to_string(), "2015-07-02");
    /// ```
    pub fn doubts_of(&self, item: Item) -> impl Iterator<Item = Doubt> {
        let first = self.doubts.partition_point(|doubtful| doubtful.item < item);
        self.doubts[first..].iter().take_while(move |doubtful| doubtful.item == item).map(|doubtful| doubtful.doubt)
    }
}
