use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The version of the JSON of reports and records: it rises with every change that a reader of the JSON must know of.
pub const SCHEMA_VERSION: u32 = 1;

/// Stands in a report or a record for [`SCHEMA_VERSION`]; JSON of another version is refused.
///
/// ```
/// use pactum::{Extractor, Report};
///
/// let report = Extractor::new().extract("Peru and Chile signed a treaty on water.");
/// let json = serde_json::to_string(&report)?;
/// assert!(json.starts_with("{\"version\":1,"));
/// assert_eq!(serde_json::from_str::<Report>(&json)?, report);
///
/// let later = json.replacen("\"version\":1", "\"version\":2", 1);
/// let error = serde_json::from_str::<Report>(&later).unwrap_err();
/// assert!(error.to_string().starts_with("version 2 of the JSON, expected version 1"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Version;

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(SCHEMA_VERSION)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u32::deserialize(deserializer)? {
            SCHEMA_VERSION => Ok(Version),
            other => Err(serde::de::Error::custom(format_args!("version {other} of the JSON, expected version {SCHEMA_VERSION}"))),
        }
    }
}
