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
        /// "Chile and Peru signed a treaty"
        AccordsStatusActive "accords.status.active",
        /// "the treaty was signed"
        AccordsStatusPassive "accords.status.passive",
        /// "the signing of the treaty"
        AccordsStatusNominal "accords.status.nominal",
        /// "the treaty bears the signatures of"
        AccordsStatusBorne "accords.status.borne",
        /// "the Treaty of 5 May 1985"
        AccordsStatusDated "accords.status.dated",
        /// "The following were signed: - Treaty on fisheries"
        AccordsListItem "accords.list-item",
        /// "between Chile and Peru"
        AccordsParty "accords.party",
        /// The sides of the event where neither clause nor list names a party.
        AccordsEvent "accords.event",
        /// "on fisheries"
        AccordsSubject "accords.subject",
        /// "seven treaties"
        AccordsCount "accords.count",
    }
}
