//! The flat record: what a database row or a spreadsheet wants.

use serde::{Deserialize, Serialize};

use super::{Affiliation, CountryCode, Fact, Official, OfficialId, Party, PartyId, PartyKind, Report, Version};

/// A [`Report`] as plain strings and numbers, without evidence.
///
/// Its JSON has every key, holding `null` or `[]` where there is nothing to say. A key that is not known is refused when JSON
/// is read back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Record {
    pub version: Version,
    pub id: String,
    pub article: RecordArticle,
    pub dates: Vec<RecordDate>,
    pub parties: Vec<RecordParty>,
    pub officials: Vec<RecordOfficial>,
    pub accords: Vec<RecordAccord>,
}

/// The header in a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordArticle {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub dateline: Option<RecordDateline>,
}

/// The dateline in a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordDateline {
    pub place: Option<String>,
    pub agencies: Vec<String>,
    pub date: Option<String>,
}

/// A date in a [`Record`]; `start` and `end` are byte offsets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordDate {
    pub text: String,
    pub value: String,
    pub start: usize,
    pub end: usize,
}

/// A party in a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordParty {
    pub name: String,
    pub kind: String,
    pub of: Option<String>,
}

/// An official in a [`Record`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordOfficial {
    pub name: Option<String>,
    pub titles: Vec<String>,
    pub roles: Vec<String>,
    pub of: Option<String>,
}

/// An accord in a [`Record`]; `start` and `end` are byte offsets of its fullest mention.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecordAccord {
    pub text: String,
    #[serde(rename = "type")]
    pub accord_type: String,
    pub status: String,
    pub count: Option<u32>,
    pub parties: Vec<String>,
    pub bodies: Vec<String>,
    pub subjects: Vec<String>,
    pub date: Option<String>,
    pub place: Option<String>,
    pub term: Option<String>,
    pub signed_by: Vec<String>,
    pub exchanged_by: Vec<String>,
    pub witnessed_by: Vec<String>,
    pub start: usize,
    pub end: usize,
}

impl Report {
    /// The flat record of this report, under the name `id`.
    pub fn to_record(&self, id: &str) -> Record {
        let party = |fact: &Fact<PartyId>| self.parties.get(fact.value.0 as usize).map(party_label);
        let body = |fact: &Fact<PartyId>| self.parties.get(fact.value.0 as usize).map(|party| party.name.value.clone());
        let official = |fact: &Fact<OfficialId>| self.officials.get(fact.value.0 as usize).map(Official::label);
        Record {
            version: Version,
            id: id.to_owned(),
            article: RecordArticle {
                title: self.article.title.as_ref().map(text),
                authors: self.article.authors.iter().map(text).collect(),
                published: self.article.published.as_ref().map(text),
                dateline: self.article.dateline.as_ref().map(|dateline| RecordDateline {
                    place: dateline.place.as_ref().map(text),
                    agencies: dateline.agencies.iter().map(text).collect(),
                    date: dateline.date.as_ref().map(text),
                }),
            },
            dates: self
                .dates
                .iter()
                .map(|date| RecordDate {
                    text: date.text.clone(),
                    value: text(&date.value),
                    start: date.value.span.start(),
                    end: date.value.span.end(),
                })
                .collect(),
            parties: self
                .parties
                .iter()
                .map(|party| RecordParty { name: text(&party.name), kind: text(&party.kind), of: party.of.as_ref().map(text) })
                .collect(),
            officials: self
                .officials
                .iter()
                .map(|official| RecordOfficial {
                    name: official.name.as_ref().map(text),
                    titles: official.titles.iter().map(text).collect(),
                    roles: official.roles.iter().map(text).collect(),
                    of: official.of.as_ref().map(text),
                })
                .collect(),
            accords: self
                .accords
                .iter()
                .map(|accord| RecordAccord {
                    text: text(&accord.mention),
                    accord_type: text(&accord.accord_type),
                    status: text(&accord.status),
                    count: accord.count.as_ref().map(|count| count.value),
                    parties: accord.parties.iter().filter_map(party).collect(),
                    bodies: accord.bodies.iter().filter_map(body).collect(),
                    subjects: accord.subjects.iter().map(text).collect(),
                    date: accord.date.as_ref().map(text),
                    place: accord.place.as_ref().map(text),
                    term: accord.term.as_ref().map(text),
                    signed_by: accord.signed_by.iter().filter_map(official).collect(),
                    exchanged_by: accord.exchanged_by.iter().filter_map(official).collect(),
                    witnessed_by: accord.witnessed_by.iter().filter_map(official).collect(),
                    start: accord.mention.span.start(),
                    end: accord.mention.span.end(),
                })
                .collect(),
        }
    }
}

fn text<T: ToString>(fact: &Fact<T>) -> String {
    fact.value.to_string()
}

/// States and the European Union go by their code, all others by their name.
fn party_label(party: &Party) -> String {
    match party.of.as_ref().map(|of| of.value) {
        Some(code) if party.kind.value == PartyKind::State || code == CountryCode::EUROPEAN_UNION => code.to_string(),
        _ => party.name.value.clone(),
    }
}

impl std::fmt::Display for Affiliation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Affiliation::State(code) => f.pad(code.as_str()),
            Affiliation::Organisation(name) => f.pad(name),
        }
    }
}
