//! What a form of a word list means, and how each list's columns are read.

use super::Gazetteer;
use crate::report::{CountryCode, PartyKind};

/// The word lists that come with the crate: name and content.
pub(super) const BUILTIN_FILES: &[(&str, &str)] = &[
    ("states.tsv", include_str!("data/states.tsv")),
    ("organisations.tsv", include_str!("data/organisations.tsv")),
    ("places.tsv", include_str!("data/places.tsv")),
];

/// What a form means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// "Pakistan", "Pakistani", "Islamabad" as its government.
    State { code: CountryCode, sense: StateSense },
    /// "Lahore", "Punjab".
    Place { kind: PlaceKind, code: CountryCode },
    /// "World Bank"; the index is that of its full name.
    Organisation { index: u32, kind: PartyKind, of: Option<CountryCode> },
}

/// The kind of an entry; fewer than 64, so that a word's kinds are bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    State,
    Place,
    Organisation,
}

impl Entry {
    pub fn kind(self) -> Kind {
        match self {
            Entry::State { .. } => Kind::State,
            Entry::Place { .. } => Kind::Place,
            Entry::Organisation { .. } => Kind::Organisation,
        }
    }
}

/// How a form stands for a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StateSense {
    /// "France"
    Short,
    /// "French Republic"
    Formal,
    /// "Holland"
    Custom,
    /// "Burma"
    Old,
    /// "UAE"
    Abbreviation,
    /// "Paris"
    Capital,
    /// "Kremlin"
    Seat,
    /// "French"
    Demonym,
    /// "Frenchmen"
    People,
    /// "Franco" in "Franco-German"
    Prefix,
}

/// What kind of place a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    City,
    Region,
}

/// A column that could not be read: its number, from 1, and what was expected there.
type Refused = (usize, String);

/// Reads the columns of one line of the list `name`.
pub(super) fn parse(gazetteer: &mut Gazetteer, name: &str, columns: &[&str]) -> Result<Entry, Refused> {
    let column = |n: usize| columns.get(n - 1).copied().unwrap_or("");
    let code = |n: usize| column(n).parse::<CountryCode>().map_err(|_| (n, "an ISO 3166-1 alpha-3 code".to_owned()));
    let optional_code = |n: usize| if column(n) == "-" { Ok(None) } else { code(n).map(Some) };
    if column(1).is_empty() {
        return Err((1, "a form".to_owned()));
    }
    match name {
        "states.tsv" => Ok(Entry::State { sense: named(column(2), 2, STATE_SENSES)?, code: code(3)? }),
        "places.tsv" => Ok(Entry::Place { kind: named(column(2), 2, PLACE_KINDS)?, code: code(3)? }),
        "organisations.tsv" => {
            let kind = column(3).parse().map_err(|_| (3, "a kind of party".to_owned()))?;
            Ok(Entry::Organisation { index: gazetteer.organisation(column(2)), kind, of: optional_code(4)? })
        }
        _ => Err((1, format!("a known list, not {name}"))),
    }
}

const STATE_SENSES: &[(&str, StateSense)] = &[
    ("short", StateSense::Short),
    ("formal", StateSense::Formal),
    ("custom", StateSense::Custom),
    ("old", StateSense::Old),
    ("abbr", StateSense::Abbreviation),
    ("capital", StateSense::Capital),
    ("seat", StateSense::Seat),
    ("demonym", StateSense::Demonym),
    ("people", StateSense::People),
    ("prefix", StateSense::Prefix),
];

const PLACE_KINDS: &[(&str, PlaceKind)] = &[("city", PlaceKind::City), ("region", PlaceKind::Region)];

/// The value that a column names, out of a closed list.
fn named<T: Copy>(text: &str, column: usize, values: &[(&str, T)]) -> Result<T, Refused> {
    values.iter().find(|(name, _)| *name == text).map(|&(_, value)| value).ok_or_else(|| {
        let names: Vec<&str> = values.iter().map(|&(name, _)| name).collect();
        (column, format!("one of {}", names.join(", ")))
    })
}
