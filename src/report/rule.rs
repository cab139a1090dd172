//! The rules by their stable names.

use serde::{Deserialize, Serialize};

use super::vocabulary::{UnknownWord, vocabulary};

vocabulary! {
    /// The rule that gave a value. The name is stable; the documentation of each value is a sentence that it is for.
    Rule {
        /// "11 April 2025"
        DatesCalendar "dates.calendar",
        /// The headline of the page.
        HeaderTitle "header.title",
        /// "By Amina Diallo"
        HeaderByline "header.byline",
        /// "Published 11 April 2025"
        HeaderPublished "header.published",
        /// "MINSK, April 11 (BelTA) -"
        HeaderDateline "header.dateline",
        /// "Pakistan"
        PartiesState "parties.state",
        /// "World Bank"
        PartiesOrganisation "parties.organisation",
        /// "Foreign Minister Amina Diallo"
        OfficialsOfficeName "officials.office-name",
        /// "the Readmission Agreement"
        AccordsInstrument "accords.instrument",
    }
}
