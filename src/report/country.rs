use std::fmt;
use std::str::FromStr;

use once_cell::sync::Lazy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::UnknownWord;

/// A state or territory by its ISO 3166-1 alpha-3 code; also `XKX` (Kosovo) and `EUE` (the European Union).
///
/// Only codes that are assigned can be held.
///
/// ```
/// use pactum::report::CountryCode;
///
/// let code: CountryCode = "PAK".parse().unwrap();
/// assert_eq!(code.name(), "Pakistan");
/// assert_eq!(code.alpha2(), "PK");
/// assert_eq!(code.numeric(), Some(586));
/// assert!("QQQ".parse::<CountryCode>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode([u8; 3]);

impl CountryCode {
    /// The European Union, which the ICAO lists beside the states.
    pub const EUROPEAN_UNION: CountryCode = CountryCode(*b"EUE");

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The ISO 3166-1 alpha-2 code; `XK` for Kosovo, `EU` for the European Union.
    pub fn alpha2(self) -> &'static str {
        self.row().1
    }

    /// The ISO 3166-1 numeric code, where one is assigned.
    pub fn numeric(self) -> Option<u16> {
        self.row().2.parse().ok()
    }

    /// The customary English name.
    pub fn name(self) -> &'static str {
        self.row().3
    }

    /// Every code, in alphabetical order.
    pub fn all() -> impl Iterator<Item = CountryCode> {
        ROWS.iter().map(|row| CountryCode(row.0.as_bytes().try_into().unwrap_or_default()))
    }

    /// Whether the state is a member of the United Nations.
    ///
    /// ```
    /// use pactum::report::CountryCode;
    ///
    /// assert_eq!(CountryCode::all().filter(|code| code.is_un_member()).count(), 193);
    /// ```
    pub fn is_un_member(self) -> bool {
        self.row().4 == "member"
    }

    fn row(self) -> Row {
        ROWS.binary_search_by(|row| row.0.as_bytes().cmp(&self.0)).map_or_else(|_| Row::default(), |at| ROWS[at])
    }
}

/// alpha-3, alpha-2, numeric, name, whether a member of the United Nations.
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The list of codes, read once; sorted by alpha-3, as a test holds it to be.
static ROWS: Lazy<Vec<Row>> = Lazy::new(|| {
    let lines = include_str!("../gazetteer/data/codes.tsv").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?, columns.next()?, columns.next()?))
    };
    lines.filter_map(row).collect()
});

impl FromStr for CountryCode {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = UnknownWord { vocabulary: "CountryCode" };
        let letters: [u8; 3] = text.as_bytes().try_into().map_err(|_| unknown)?;
        ROWS.binary_search_by(|row| row.0.as_bytes().cmp(&letters)).map(|_| CountryCode(letters)).map_err(|_| unknown)
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(|_| serde::de::Error::custom(format_args!("{text:?} is not an ISO 3166-1 alpha-3 code")))
    }
}
