//! Reads news about accords between states and organisations into typed structs.
//!
//! ```
//! use pactum::Extractor;
//! use pactum::report::{AccordType, Status};
//!
//! let text = "\
//! NAIROBI, 4 June 2024 (Savanna News) - Kenya and Finland signed an agreement on forestry on Tuesday. \
//! Environment Minister Wanjiru Kamau signed for Kenya.";
//! let report = Extractor::new().extract(text);
//!
//! let accord = &report.accords[0];
//! assert_eq!(accord.accord_type.value, AccordType::Agreement);
//! assert_eq!(accord.status.value, Status::Signed);
//! assert_eq!(accord.status.span.of(text), "signed");
//! assert_eq!(accord.date.as_ref().unwrap().value.to_string(), "2024-06-04");
//! let parties: Vec<&str> = accord.parties.iter().map(|id| report.parties[id.value.0 as usize].name.value.as_str()).collect();
//! assert_eq!(parties, ["Kenya", "Finland"]);
//!
//! let minister = &report.officials[0];
//! assert_eq!(minister.label(), "Wanjiru Kamau");
//! assert_eq!(minister.roles[0].value, "Environment Minister");
//! ```
//!
//! # Overview
//!
//! [`Extractor::extract`] takes a page as text, furniture included, and gives a [`Report`]: the header of the article,
//! every date resolved to ISO 8601, the parties with ISO 3166 codes, the officials with their offices, and the accords
//! with type, status, parties, signatories, date, place, term and subjects. Reading cannot fail: any `&str` gives a
//! report, and the same text gives the same report, for there is no model, no network and no clock.
//!
//! Each value is a [`report::Fact`]: it knows the byte [`Span`] that it was read from, whether the text states it or a
//! rule inferred it ([`report::Basis`]), and the rule by a stable name ([`report::Rule`]). What the text does not tell is
//! absent, never a default: a month is not filled up to a day, nor a minister given a country that nothing points to.
//!
//! The text goes through a cascade; each stage reads what the stages before it made:
//!
//! 1. **text**: tokens, sentences, and the blocks of the page ([`text`], usable alone);
//! 2. **gazetteer**: one pass marks every run of tokens that the word lists know ([`gazetteer`]);
//! 3. **phrases**: dates ([`dates`], usable alone), parties ([`parties`], usable alone), officials ([`officials`], usable
//!    alone), instruments, acts;
//! 4. **clauses**: who did what to which instrument, and list items under their lead-in;
//! 5. **entities**: mentions of one thing become one entry of the report.
//!
//! Words are data, grammar is code: a country, an office or a verb of signing is a line of a list; a rule is a small
//! function with a name.
//!
//! # What it does not do
//!
//! It reads English, and one article at a time. It knows names, capitals and nationalities of countries and the names
//! of international organisations, and no other facts of the world. It reports what the article says, whether or not
//! that is true. A phrasing that no rule knows is missed.
//!
//! # Cookbook
//!
//! A flat record, for a database row or a line of JSON ([`report::Record`] has only strings and numbers):
//!
//! ```
//! let report = pactum::Extractor::new().extract("Peru and Chile signed a treaty on extradition in Lima.");
//! let record = report.to_record("lima");
//! assert_eq!(record.accords[0].accord_type, "treaty");
//! assert_eq!(record.accords[0].parties, ["PER", "CHL"]);
//! ```
//!
//! A day to count from, for texts that print no date of their own:
//!
//! ```
//! let extractor = pactum::Extractor::builder().reference(jiff::civil::date(2025, 4, 11)).build();
//! let report = extractor.extract("Ghana and Togo signed a customs accord yesterday.");
//! assert_eq!(report.dates[0].value.value.to_string(), "2025-04-10");
//! ```
//!
//! Dates alone, in any text:
//!
//! ```
//! use pactum::dates::{Context, find};
//!
//! let text = "Rain fell on Tuesday, and in March 2024.";
//! let context = Context::new().reference(jiff::civil::date(2025, 4, 11));
//! let values: Vec<_> = find(text, &context).iter().filter_map(|date| date.value).map(|value| value.to_string()).collect();
//! assert_eq!(values, ["2025-04-08", "2024-03"]);
//! ```
//!
//! Officials alone, in any text:
//!
//! ```
//! let found = pactum::officials::find("Zambian Energy Minister Mutale Phiri flew to Oslo.");
//! let minister = &found[0];
//! assert_eq!((minister.label().as_str(), minister.roles[0].value.as_str()), ("Mutale Phiri", "Energy Minister"));
//! ```
//!
//! Why a report holds what it holds ([`Report::explain`]), and every mention in the text ([`Report::annotate`], which
//! `examples/annotate.rs` turns into HTML):
//!
//! ```
//! use pactum::report::Item;
//!
//! let text = "Peru and Chile signed a treaty on water.";
//! let report = pactum::Extractor::new().extract(text);
//! let status = &report.explain(text, Item::Accord(0))[1];
//! assert_eq!(status.to_string(), "status: signed, stated by \"signed\" (accords.status.active)");
//!
//! let mentions: Vec<_> = report.annotate(text).iter().map(|a| (a.item.kind(), a.span.of(text))).collect();
//! assert_eq!(mentions, [("party", "Peru"), ("party", "Chile"), ("accord", "treaty on water")]);
//! ```
//!
//! What is in doubt, by reasons of a closed list ([`report::Doubt`]), what is to be known of the whole ([`report::Note`]), and
//! signatures whose instrument was not found ([`report::Unplaced`]):
//!
//! ```
//! use pactum::report::{Doubt, Item, Note};
//!
//! let report = pactum::Extractor::new().extract("The minister said that Peru and Chile signed a treaty on water.");
//! assert!(report.doubts_of(Item::Accord(0)).any(|doubt| doubt == Doubt::ReportedSpeech));
//! assert_eq!(report.notes, [Note::NoDateline, Note::NoDay]);
//! ```
//!
//! Joins with other data: ids made of what an entry says ([`report::ContentId`] tells of what), the codes of ISO 3166-1 and of the
//! Correlates of War, CAMEO and PLOVER codes of the act, and the terms of the United Nations Treaty Collection:
//!
//! ```
//! use pactum::{Extractor, report::Item};
//!
//! let one = Extractor::new().extract("Peru and Chile signed a treaty on water on 5 May 2024.");
//! let other = Extractor::new().extract("The treaty on water was signed on 5 May 2024 between Chile and Peru.");
//! assert_eq!(one.content_id(Item::Accord(0)), other.content_id(Item::Accord(0)));
//!
//! let accord = &one.accords[0];
//! assert_eq!((accord.status.value.cameo(), accord.status.value.un_term()), ("057", Some("Signature")));
//! let peru = one.parties[0].of.as_ref().unwrap().value;
//! assert_eq!((peru.alpha2(), peru.numeric(), peru.correlates_of_war(2024)), ("PE", Some(604), Some(135)));
//! ```
//!
//! Offsets for a program that counts otherwise: [`Span::chars`] gives Unicode scalar values as Python counts them,
//! [`Span::utf16`] code units as JavaScript and Java do.
//!
//! Words of one's own, added to the lists or switched off ([what a line can say](gazetteer#own-words)); the folder
//! `examples/packs` has a pack for fisheries, and `examples/own_words.rs` reads it:
//!
//! ```
//! use pactum::{Extractor, Gazetteer};
//!
//! let gazetteer = Gazetteer::builtin().with_tsv("subjects.tsv", "blue whiting\tfisheries\tstrong\n")?;
//! let report = Extractor::builder().gazetteer(gazetteer).build().extract("Iceland and Ireland signed a pact on blue whiting.");
//! assert_eq!(report.to_record("").accords[0].subjects, ["fisheries"]);
//! # Ok::<(), pactum::Error>(())
//! ```
//!
//! Many articles: an [`Extractor`] is `Send + Sync`, cheap to clone, and can be shared between threads.
//!
//! # Features
//!
//! - `schema`: `Report::json_schema` and `Record::json_schema` make the JSON Schema of what [`Report`] and
//!   [`report::Record`] serialise to, with `schemars`. The files are in `docs/schema`, and their version is
//!   [`report::SCHEMA_VERSION`].

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod clauses;
mod doc;
mod doubts;
mod entities;
mod error;
mod extractor;
pub mod gazetteer;
mod phrases;
pub mod report;
pub mod text;

pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::Gazetteer;
pub use phrases::{dates, office_holders as officials, parties};
pub use report::{Report, Span};

/// The examples of the README, as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
