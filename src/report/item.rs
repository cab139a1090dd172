use serde::{Deserialize, Serialize};

use super::{Accord, DateMention, Official, OfficialId, Party, PartyId, Report};

/// One entry of a report: what can be explained, and what a mention in the text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Item {
    /// The accord at an index of [`Report::accords`].
    Accord(usize),
    /// An official.
    Official(OfficialId),
    /// A party.
    Party(PartyId),
    /// The date at an index of [`Report::dates`].
    Date(usize),
}

impl Item {
    /// "accord", "official", "party" or "date".
    pub fn kind(self) -> &'static str {
        match self {
            Item::Accord(_) => "accord",
            Item::Official(_) => "official",
            Item::Party(_) => "party",
            Item::Date(_) => "date",
        }
    }
}

impl Report {
    /// The accords with their items.
    pub fn accord_items(&self) -> impl Iterator<Item = (Item, &Accord)> {
        self.accords.iter().enumerate().map(|(index, accord)| (Item::Accord(index), accord))
    }

    /// The officials with their items.
    pub fn official_items(&self) -> impl Iterator<Item = (Item, &Official)> {
        self.officials.iter().enumerate().map(|(index, official)| (Item::Official(OfficialId(index as u32)), official))
    }

    /// The parties with their items.
    pub fn party_items(&self) -> impl Iterator<Item = (Item, &Party)> {
        self.parties.iter().enumerate().map(|(index, party)| (Item::Party(PartyId(index as u32)), party))
    }

    /// The dates with their items.
    pub fn date_items(&self) -> impl Iterator<Item = (Item, &DateMention)> {
        self.dates.iter().enumerate().map(|(index, date)| (Item::Date(index), date))
    }

    /// How an item is called: an accord and a party by the words printed, an official as in records, a date by its value.
    ///
    /// ```
    /// use pactum::report::Item;
    ///
    /// let report = pactum::Extractor::new().extract("Peru and Chile signed a treaty on water on 5 May 2024.");
    /// assert_eq!(report.label(Item::Accord(0)), "treaty on water");
    /// assert_eq!(report.label(Item::Date(0)), "2024-05-05");
    /// assert_eq!(report.label(Item::Accord(7)), "");
    /// ```
    pub fn label(&self, item: Item) -> String {
        let label = match item {
            Item::Accord(index) => self.accords.get(index).map(|accord| accord.mention.value.clone()),
            Item::Official(id) => self.officials.get(id.0 as usize).map(Official::label),
            Item::Party(id) => self.parties.get(id.0 as usize).map(|party| party.name.value.clone()),
            Item::Date(index) => self.dates.get(index).map(|date| date.value.value.to_string()),
        };
        label.unwrap_or_default()
    }
}
