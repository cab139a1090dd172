//! The closed vocabularies of the report, each with the spelling that it is serialised in.

use serde::{Deserialize, Serialize};

/// Makes an enum whose variants have a fixed spelling, with `as_str`, `meaning`, `ALL`, `Display` and `FromStr`.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[doc = $doc:literal])+ $variant:ident $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name { $($(#[doc = $doc])+ #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The spelling in records and in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// What it means, as its documentation says.
            pub const fn meaning(self) -> &'static str {
                match self { $($name::$variant => concat!($($doc),+).trim_ascii()),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                $name::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownWord { vocabulary: stringify!($name) })
            }
        }
    };
}
pub(crate) use vocabulary;

/// A word that is none of its vocabulary's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a word of the vocabulary {vocabulary}")]
pub struct UnknownWord {
    pub(crate) vocabulary: &'static str,
}

vocabulary! {
    /// What a party is.
    PartyKind {
        /// A state, or a territory with an ISO 3166-1 code of its own.
        State "state",
        /// An organisation whose members are states, and its agencies.
        InternationalOrganisation "international_organisation",
        /// A ministry, agency, court, parliament, army or central bank of a state.
        GovernmentBody "government_body",
        /// A province, a city.
        Subnational "subnational",
        /// A firm, state-owned ones too.
        Company "company",
        /// A university, a college.
        University "university",
        /// An armed group or movement.
        ArmedGroup "armed_group",
        /// A chamber, association, political party, trade union, think tank.
        CivilSociety "civil_society",
        /// Any other party.
        Other "other",
    }
}

vocabulary! {
    /// What kind of instrument an accord is.
    AccordType {
        /// A treaty.
        Treaty "treaty",
        /// A convention.
        Convention "convention",
        /// A charter, statute or covenant.
        Charter "charter",
        /// An agreement, accord, pact, deal, compact; a truce.
        Agreement "agreement",
        /// A protocol.
        Protocol "protocol",
        /// A memorandum of understanding, of cooperation.
        MemorandumOfUnderstanding "memorandum_of_understanding",
        /// A declaration.
        Declaration "declaration",
        /// A joint statement or communiqué.
        JointStatement "joint_statement",
        /// A letter of intent.
        LetterOfIntent "letter_of_intent",
        /// An exchange of notes or letters.
        ExchangeOfNotes "exchange_of_notes",
        /// A programme, roadmap, action plan, work plan.
        Programme "programme",
        /// A contract.
        Contract "contract",
        /// An arrangement.
        Arrangement "arrangement",
        /// An addendum, an extension, an amendment.
        Amendment "amendment",
        /// A document or instrument whose kind the text does not say.
        Unspecified "unspecified",
    }
}

vocabulary! {
    /// The furthest stage that the article asserts of an accord.
    Status {
        /// Talks on it are still to open.
        Proposed "proposed",
        /// It is being negotiated.
        Negotiating "negotiating",
        /// It is to be signed.
        Planned "planned",
        /// It was reached, its text settled.
        Agreed "agreed",
        /// It was initialled.
        Initialled "initialled",
        /// It was signed.
        Signed "signed",
        /// It was adopted, issued, approved by a cabinet.
        Adopted "adopted",
        /// It was ratified or acceded to.
        Ratified "ratified",
        /// It entered into force.
        InForce "in_force",
        /// It was renewed or prolonged.
        Renewed "renewed",
        /// It was suspended.
        Suspended "suspended",
        /// It was denounced, withdrawn from, or it expired.
        Terminated "terminated",
        /// It was refused.
        Rejected "rejected",
    }
}

vocabulary! {
    /// What an accord is about.
    Subject {
        /// Farming, food, veterinary and plant health.
        Agriculture "agriculture",
        /// Air services, airports, civil aviation.
        Aviation "aviation",
        /// Frontiers and their crossing.
        Border "border",
        /// Post and telecommunications.
        Communications "communications",
        /// Visas, passports, consular affairs.
        Consular "consular",
        /// Arts, heritage, language, religion.
        Culture "culture",
        /// Customs matters.
        Customs "customs",
        /// Armed forces and arms.
        Defence "defence",
        /// Development aid and cooperation.
        Development "development",
        /// Information technology, data, cyberspace.
        Digital "digital",
        /// Disasters and relief.
        Disaster "disaster",
        /// Schools, universities, scholarships.
        Education "education",
        /// Oil, gas, electricity, renewables.
        Energy "energy",
        /// Environment, climate, wildlife.
        Environment "environment",
        /// Banking, loans, debts, grants.
        Finance "finance",
        /// Fishing and the sea's stocks.
        Fisheries "fisheries",
        /// Diplomacy, friendship, political consultation.
        ForeignAffairs "foreign_affairs",
        /// Public administration, elections, local government.
        Governance "governance",
        /// Medicine and public health.
        Health "health",
        /// Dwellings.
        Housing "housing",
        /// Rights of persons, humanitarian law.
        HumanRights "human_rights",
        /// Manufacturing and industrial zones.
        Industry "industry",
        /// Roads, bridges, public works.
        Infrastructure "infrastructure",
        /// Investment and its protection.
        Investment "investment",
        /// Courts, extradition, legal aid.
        Justice "justice",
        /// Work and workers.
        Labour "labour",
        /// Press, broadcasting, film.
        Media "media",
        /// Migrants, refugees, readmission.
        Migration "migration",
        /// Minerals.
        Mining "mining",
        /// Nuclear energy and arms.
        Nuclear "nuclear",
        /// Ceasefires, peace, reconciliation.
        Peace "peace",
        /// Research.
        Science "science",
        /// Police, crime, terrorism, intelligence.
        Security "security",
        /// Ships and ports.
        Shipping "shipping",
        /// Welfare, women, family, social security.
        Social "social",
        /// Outer space.
        Space "space",
        /// Sport.
        Sport "sport",
        /// Standards and measures.
        Standards "standards",
        /// Taxes.
        Taxation "taxation",
        /// Technology.
        Technology "technology",
        /// Tourism.
        Tourism "tourism",
        /// Trade, commerce, small firms, intellectual property.
        Trade "trade",
        /// Roads, railways and traffic on them.
        Transport "transport",
        /// Towns.
        Urban "urban",
        /// Rivers and water supply.
        Water "water",
        /// Young people.
        Youth "youth",
        /// Many fields, or none in particular.
        General "general",
    }
}

vocabulary! {
    /// Whether the text states a value, or a rule inferred it.
    Basis {
        /// The text says so, at the span given.
        Stated "stated",
        /// A rule concluded it from what the text says elsewhere.
        Inferred "inferred",
    }
}
