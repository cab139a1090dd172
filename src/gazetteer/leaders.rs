//! Who governs what: the names of heads of state and government.

use crate::report::CountryCode;

const LEADERS: &str = include_str!("data/leaders.tsv");

/// The state that somebody of a name has led, by the words of the name in lower case and without accents.
///
/// The lines are in order: they are searched as they stand, so that nothing is loaded.
pub(crate) fn state_led_by(name: &str) -> Option<CountryCode> {
    let (mut low, mut high) = (0, LEADERS.len());
    while low < high {
        // The line in which the middle lies.
        let middle = (low + high) / 2;
        let bytes = LEADERS.as_bytes();
        let start = bytes[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        let end = bytes[middle..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| middle + length);
        let (leader, state) = LEADERS[start..end].split_once('\t').unwrap_or(("", ""));
        match if LEADERS[start..].starts_with('#') { std::cmp::Ordering::Less } else { leader.cmp(name) } {
            std::cmp::Ordering::Equal => return state.parse().ok(),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
        LEADERS.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once('\t').expect("two columns"))
    }

    #[test]
    fn every_name_of_the_list_is_found() {
        for (name, state) in rows() {
            assert_eq!(state_led_by(name).map(|code| code.as_str().to_owned()).as_deref(), Some(state), "{name}");
        }
        for stranger in ["", "#", "a", "museveni yoweri", "zzz", "ali"] {
            assert_eq!(state_led_by(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn names_are_in_order_each_once_and_folded() {
        let names: Vec<&str> = rows().map(|row| row.0).collect();
        assert!(names.windows(2).all(|pair| pair[0].as_bytes() < pair[1].as_bytes()));
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ')));
    }

    #[test]
    fn nearly_every_member_of_the_united_nations_has_a_leader() {
        let without: Vec<CountryCode> =
            CountryCode::all().filter(|code| code.is_un_member() && !rows().any(|row| row.1 == code.as_str())).collect();
        // San Marino has two captains regent for half a year.
        assert_eq!(without.iter().map(CountryCode::as_str).collect::<Vec<_>>(), ["SMR"]);
    }
}
