use std::fmt;

use once_cell::sync::Lazy;

use super::{Accord, AccordType, CountryCode, Item, Official, Party, PartyKind, Report, Status};

/// A name made of what an entry says, the same in every article that says the same: sixteen hexadecimal digits.
///
/// - **Accord**: its type, its parties (the codes of states, the names of others, sorted), the day of its act, its
///   subjects (sorted). Two accords alike in all of these share it.
/// - **Official**: name and whom they serve; without a name, the offices (sorted) in its place.
/// - **Party**: the code of a state, else kind, name and state.
///
/// Names are compared by their letters and digits in lower case, without "the". The digits are the FNV-1a hash, 64 bits,
/// of these parts, each with the byte 0x1F behind it. They do not change between versions of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(u64);

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl ContentId {
    fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let bytes = parts.into_iter().flat_map(|part| part.bytes().chain(std::iter::once(0x1f)));
        Self(bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME)))
    }
}

/// Letters and digits in lower case, words apart by one space, without "the" at the head.
fn normal(name: &str) -> String {
    let mut words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.join(" ")
}

fn sorted(parts: impl Iterator<Item = String>) -> Vec<String> {
    let mut parts: Vec<String> = parts.collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

impl Report {
    /// The id by which an item meets the same one of other articles; none for a date, or for an item that is not there.
    ///
    /// ```
    /// use pactum::{Extractor, report::Item};
    ///
    /// let one = Extractor::new().extract("Peru and Chile signed a treaty on water on 5 May 2024.");
    /// let other = Extractor::new().extract("LIMA, 6 May 2024 - The treaty on water was signed yesterday between Chile and Peru.");
    /// assert_eq!(one.content_id(Item::Accord(0)), other.content_id(Item::Accord(0)));
    /// assert_eq!(one.content_id(Item::Accord(1)), None);
    /// ```
    pub fn content_id(&self, item: Item) -> Option<ContentId> {
        match item {
            Item::Accord(index) => self.accords.get(index).map(|accord| self.accord_id(accord)),
            Item::Official(id) => self.officials.get(id.0 as usize).map(official_id),
            Item::Party(id) => self.parties.get(id.0 as usize).map(party_id),
            Item::Date(_) => None,
        }
    }

    fn accord_id(&self, accord: &Accord) -> ContentId {
        let parties = accord.parties.iter().filter_map(|party| self.parties.get(party.value.0 as usize)).map(party_key);
        let (parties, subjects) = (sorted(parties), sorted(accord.subjects.iter().map(|subject| subject.value.to_string())));
        let date = accord.date.as_ref().map(|date| date.value.to_string()).unwrap_or_default();
        ContentId::of([accord.accord_type.value.as_str(), &parties.join("\u{1e}"), &date, &subjects.join("\u{1e}")])
    }
}

fn official_id(official: &Official) -> ContentId {
    let who = match &official.name {
        Some(name) => normal(&name.value),
        None => sorted(official.roles.iter().map(|role| normal(&role.value))).join("\u{1e}"),
    };
    let of = official.of.as_ref().map(|of| normal(&of.value.to_string())).unwrap_or_default();
    ContentId::of(["official", &who, &of])
}

fn party_id(party: &Party) -> ContentId {
    let of = party.of.as_ref().map(|of| of.value.to_string()).unwrap_or_default();
    match party.kind.value {
        PartyKind::State => ContentId::of(["state", &party_key(party)]),
        kind => ContentId::of([kind.as_str(), &party_key(party), &of]),
    }
}

/// A state by its code, all others by their name.
fn party_key(party: &Party) -> String {
    match &party.of {
        Some(code) if party.kind.value == PartyKind::State => code.value.to_string(),
        _ => normal(&party.name.value),
    }
}

/// A state's number in the years that it is of the state system: the code, the first year, the last, the number.
type StateNumber = (CountryCode, i16, Option<i16>, u16);

static STATE_NUMBERS: Lazy<Vec<StateNumber>> = Lazy::new(|| {
    let lines = include_str!("../gazetteer/data/correlates_of_war.tsv").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &str| {
        let mut columns = line.split('\t');
        let (code, from) = (columns.next()?.parse().ok()?, columns.next()?.parse().ok()?);
        let to = columns.next()?.parse().ok();
        Some((code, from, to, columns.next()?.parse().ok()?))
    };
    lines.filter_map(row).collect()
});

impl CountryCode {
    /// The state's number in the datasets of the Correlates of War project, in a year in which it is of the state system.
    /// Years behind 2016, where the project's list ends, count as 2016.
    ///
    /// ```
    /// use pactum::report::CountryCode;
    ///
    /// let germany: CountryCode = "DEU".parse().unwrap();
    /// assert_eq!(germany.correlates_of_war(1938), Some(255));
    /// assert_eq!(germany.correlates_of_war(1950), None);
    /// assert_eq!(germany.correlates_of_war(1972), Some(260));
    /// assert_eq!(germany.correlates_of_war(2024), Some(255));
    /// ```
    pub fn correlates_of_war(self, year: i16) -> Option<u16> {
        // Of two numbers in one year the later.
        let rows = STATE_NUMBERS.iter().rev().filter(|row| row.0 == self);
        rows.filter(|row| row.1 <= year && row.2.is_none_or(|to| year <= to)).max_by_key(|row| row.1).map(|row| row.3)
    }
}

impl Status {
    /// The CAMEO code of the event that brings an accord to this stage: `057`, "sign formal agreement", for what signs,
    /// ratifies or finalises one.
    ///
    /// ```
    /// use pactum::report::Status;
    ///
    /// assert_eq!((Status::Signed.cameo(), Status::Signed.plover()), ("057", "SUPPORT"));
    /// assert_eq!((Status::Negotiating.cameo(), Status::Negotiating.plover()), ("046", "CONSULT"));
    /// ```
    pub const fn cameo(self) -> &'static str {
        match self {
            // Express intent to meet or negotiate.
            Status::Proposed => "036",
            // Engage in negotiation.
            Status::Negotiating => "046",
            // Express intent to cooperate.
            Status::Planned => "030",
            // Sign formal agreement.
            Status::Agreed
            | Status::Initialled
            | Status::Signed
            | Status::Adopted
            | Status::Ratified
            | Status::InForce
            | Status::Renewed => "057",
            // Reduce relations.
            Status::Suspended | Status::Terminated => "160",
            // Reject.
            Status::Rejected => "120",
        }
    }

    /// The PLOVER event type, which goes by the class of the CAMEO code.
    pub const fn plover(self) -> &'static str {
        match self.cameo().as_bytes() {
            [b'0', b'3', _] => "AGREE",
            [b'0', b'4', _] => "CONSULT",
            [b'0', b'5', _] => "SUPPORT",
            [b'1', b'2', _] => "REJECT",
            _ => "SANCTION",
        }
    }

    /// The term of the United Nations Treaty Collection for the act; none for a stage before the text is settled.
    ///
    /// ```
    /// use pactum::report::Status;
    ///
    /// assert_eq!(Status::Initialled.un_term(), Some("Authentication"));
    /// assert_eq!(Status::Proposed.un_term(), None);
    /// ```
    pub const fn un_term(self) -> Option<&'static str> {
        match self {
            Status::Proposed | Status::Negotiating | Status::Planned | Status::Agreed | Status::Rejected => None,
            Status::Initialled => Some("Authentication"),
            Status::Signed => Some("Signature"),
            Status::Adopted => Some("Adoption"),
            Status::Ratified => Some("Ratification"),
            Status::InForce => Some("Entry into force"),
            Status::Renewed => Some("Extension"),
            Status::Suspended => Some("Suspension"),
            Status::Terminated => Some("Termination"),
        }
    }
}

impl AccordType {
    /// The term of the United Nations Treaty Collection for the instrument; none where it has no such term.
    ///
    /// ```
    /// use pactum::report::AccordType;
    ///
    /// assert_eq!(AccordType::ExchangeOfNotes.un_term(), Some("Exchange of notes"));
    /// assert_eq!(AccordType::LetterOfIntent.un_term(), None);
    /// ```
    pub const fn un_term(self) -> Option<&'static str> {
        match self {
            AccordType::Treaty => Some("Treaty"),
            AccordType::Convention => Some("Convention"),
            AccordType::Charter => Some("Charter"),
            AccordType::Agreement => Some("Agreement"),
            AccordType::Protocol => Some("Protocol"),
            AccordType::MemorandumOfUnderstanding => Some("Memorandum of understanding"),
            AccordType::Declaration => Some("Declaration"),
            AccordType::ExchangeOfNotes => Some("Exchange of notes"),
            AccordType::Amendment => Some("Amendment"),
            AccordType::JointStatement
            | AccordType::LetterOfIntent
            | AccordType::Programme
            | AccordType::Contract
            | AccordType::Arrangement
            | AccordType::Unspecified => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_of_the_united_nations_but_none_twice_has_a_number_of_its_own() {
        let now: Vec<(CountryCode, u16)> = CountryCode::all().filter_map(|code| Some((code, code.correlates_of_war(2016)?))).collect();
        assert!(CountryCode::all().filter(|code| code.is_un_member()).all(|code| code.correlates_of_war(2016).is_some()));
        let mut numbers: Vec<u16> = now.iter().map(|row| row.1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), now.len());
    }

    #[test]
    fn numbers_are_those_of_the_list_in_its_order() {
        let lines: Vec<&str> =
            include_str!("../gazetteer/data/correlates_of_war.tsv").lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(STATE_NUMBERS.len(), lines.len(), "every line is read");
        assert!(lines.is_sorted());
        assert!(STATE_NUMBERS.iter().all(|row| (2..1000).contains(&row.3) && row.2.is_none_or(|to| row.1 <= to)));
    }

    #[test]
    fn a_state_has_no_number_while_it_is_none() {
        let number = |code: &str, year| code.parse::<CountryCode>().unwrap().correlates_of_war(year);
        assert_eq!([number("EST", 1930), number("EST", 1950), number("EST", 1995)], [Some(366), None, Some(366)]);
        assert_eq!([number("YEM", 1989), number("YEM", 1990), number("YEM", 2020)], [Some(678), Some(679), Some(679)]);
        assert_eq!([number("SSD", 2010), number("SSD", 2011), number("HKG", 2011)], [None, Some(626), None]);
    }

    #[test]
    fn names_are_compared_by_their_letters() {
        assert_eq!(normal("The  Côte d’Ivoire-Bank"), normal("Côte d'Ivoire Bank"));
        assert_eq!(normal("The"), "the");
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(ContentId::of([]).to_string(), "cbf29ce484222325");
        // The test vector "foobar", less its 0x1f.
        assert_eq!(
            "foobar".bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3)),
            0x8594_4171_f739_67e8
        );
        assert_eq!(ContentId::of(["state", "PER"]), ContentId::of(["state", "PER"]));
        assert_ne!(ContentId::of(["a", "b"]), ContentId::of(["ab"]));
    }

    #[test]
    fn codes_are_of_the_form_that_their_tables_have() {
        for status in Status::ALL {
            assert!(status.cameo().len() == 3 && status.cameo().bytes().all(|byte| byte.is_ascii_digit()));
            assert!(["AGREE", "CONSULT", "SUPPORT", "REJECT", "SANCTION"].contains(&status.plover()));
        }
        assert_eq!((Status::Terminated.plover(), Status::Rejected.plover(), Status::Planned.plover()), ("SANCTION", "REJECT", "AGREE"));
    }
}
