//! The rules by their stable names.

use serde::{Deserialize, Serialize};

use super::vocabulary::{UnknownWord, vocabulary};

vocabulary! {
    /// The rule that gave a value. The name is stable; the documentation of each value is a sentence that it is for.
    Rule {
        /// "11 April 2025"
        DatesCalendar "dates.calendar",
        /// "yesterday", "last week", "next June": counted from the day of the report.
        DatesReport "dates.report",
        /// "She landed on Friday": the last such day, or with a future verb the next.
        DatesWeekday "dates.weekday",
        /// "They will meet on 9 June": the year by the tense, else the nearest.
        DatesYear "dates.year",
        /// "the following day", "that year", "the 18th": counted from the last date named.
        DatesDiscourse "dates.discourse",
        /// "at 3 p.m.": on the day last named in the sentence, else on that of the report.
        DatesTime "dates.time",
        /// "now", "recently", "soon"
        DatesVague "dates.vague",
        /// "for five years"
        DatesLength "dates.length",
        /// "every Monday"
        DatesRepeated "dates.repeated",
        /// "30 February 2025": no such day, or nothing to count from.
        DatesImpossible "dates.impossible",
        /// "Chile and Peru sign treaty on water" at the head of the page.
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
        /// "Ministry of Energy of Ghana"
        PartiesBody "parties.body",
        /// "Brenta Motors Ltd"
        PartiesFirm "parties.firm",
        /// "the Swedish carmaker Volvia"
        PartiesDescribed "parties.described",
        /// "chief executive of Sermeq", "an agreement between Sermeq and Chile"
        PartiesPlaced "parties.placed",
        /// "Petroleum Development Oman (PDO)"
        PartiesInitials "parties.initials",
        /// "the city of Almaty"
        PartiesPlace "parties.place",
        /// "the Ministry", behind "the Ministry of Energy"
        PartiesReference "parties.reference",
        /// "Togo's Customs Office"
        PartiesOfBeside "parties.of.beside",
        /// "the Customs Office", where the text also has "Togo's Customs Office"
        PartiesOfSameName "parties.of.same-name",
        /// "between the Ministry of Labour of Oman and the Ministry of Manpower" in a text of Oman and Nepal
        PartiesOfPair "parties.of.pair",
        /// "the Ministry of Manpower" in a text that speaks most of Nepal
        PartiesOfHome "parties.of.home",
        /// "Foreign Minister Amina Diallo"
        OfficialsOfficeName "officials.office-name",
        /// "H.E. Dr Amina Diallo"
        OfficialsTitle "officials.title",
        /// "Togo's Foreign Minister", "the Director of the Lomé Port Authority"
        OfficialsOf "officials.of",
        /// "Foreign Minister Amina Diallo" in a text in which one side is Togo's, or other ministers are
        OfficialsOfEvent "officials.of.event",
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
        /// "Joint Statement of Chile and Peru" as the title of the page.
        AccordsDocument "accords.document",
        /// "The following were signed: - Treaty on fisheries"
        AccordsListItem "accords.list-item",
        /// "12 May 2009" under "Signed", beside "Treaty on fisheries"
        AccordsTableRow "accords.table-row",
        /// "between Chile and Peru"
        AccordsParty "accords.party",
        /// "between the Ministry of Health of Chile and the World Bank": of the ministry, Chile.
        AccordsPartyOfBody "accords.party.of-body",
        /// "Foreign Minister Amina Diallo of Chad signed": whom those who sign serve.
        AccordsPartyOfSigner "accords.party.of-signer",
        /// "Chad and Mali signed a treaty and two protocols": the parties of the accord before, in one paragraph.
        AccordsNeighbour "accords.party.neighbour",
        /// "signed by Foreign Minister Amina Diallo"
        AccordsSigner "accords.signer",
        /// "Foreign Minister Amina Diallo exchanged the signed copies"
        AccordsExchanger "accords.exchanger",
        /// "in the presence of President Kofi Lund"
        AccordsOnlooker "accords.onlooker",
        /// "signed on 5 May 1985"
        AccordsDate "accords.date",
        /// "signed in Lima"
        AccordsPlace "accords.place",
        /// "The Chilean and Peruvian presidents met in Lima on Friday. A treaty was signed.": the sides, the day, the place or
        /// the onlookers of the event, where neither clause nor list names one.
        AccordsEvent "accords.event",
        /// "on fisheries"
        AccordsSubject "accords.subject",
        /// "for five years"
        AccordsTerm "accords.term",
        /// "seven treaties"
        AccordsCount "accords.count",
    }
}
