//! The JSON Schema of what reports and records serialise to.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{CountryCode, DateValue, Duration, Record, Report, SCHEMA_VERSION, Term, Version};

impl Report {
    /// The JSON Schema (2020-12) of a report; the file `docs/schema/report.json` holds it.
    ///
    /// ```
    /// let schema = pactum::Report::json_schema();
    /// assert_eq!(schema.get("title").unwrap(), "Report");
    /// ```
    pub fn json_schema() -> Schema {
        schemars::schema_for!(Report)
    }
}

impl Record {
    /// The JSON Schema (2020-12) of a record; the file `docs/schema/record.json` holds it.
    pub fn json_schema() -> Schema {
        schemars::schema_for!(Record)
    }
}

/// A type that serialises as a string of a form of its own.
macro_rules! string {
    ($name:ident, $description:literal, $pattern:literal) => {
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "description": $description, "type": "string", "pattern": $pattern })
            }
        }
    };
}

string!(
    DateValue,
    "A date in ISO 8601, a span of dates (2025/2027), a season (2025-SU), a decade (199X), an unknown year (XXXX-04-11), or a vague reference (PRESENT_REF).",
    "^([0-9XT.][0-9A-Z:.+/-]*|(PAST|PRESENT|FUTURE)_REF)$"
);
string!(Duration, "A length of time in ISO 8601.", "^P[0-9A-Z]+$");
string!(Term, "A date, a span of dates, or a length of time in ISO 8601.", "^([0-9XT.P][0-9A-Z:.+/-]*|(PAST|PRESENT|FUTURE)_REF)$");

impl JsonSchema for CountryCode {
    fn schema_name() -> Cow<'static, str> {
        "CountryCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let codes: Vec<String> = CountryCode::all().map(|code| code.to_string()).collect();
        json_schema!({ "description": "An ISO 3166-1 alpha-3 code, XKX (Kosovo), or EUE (the European Union).", "type": "string", "enum": codes })
    }
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "The version of the JSON.", "type": "integer", "const": SCHEMA_VERSION })
    }
}
