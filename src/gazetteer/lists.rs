//! The word lists that come with the crate.

macro_rules! lists {
    ($($name:literal),+ $(,)?) => {
        /// Their names. The forms of a node of the tree are in this order.
        pub(crate) const NAMES: &[&str] = &[$($name),+];

        /// Their texts, apart: a program that never asks for them is without them.
        pub(crate) const TEXTS: &[&str] = &[$(include_str!(concat!("data/", $name))),+];
    };
}

lists! {
    "states.tsv",
    "organisations.tsv",
    "places.tsv",
    "instruments.tsv",
    "instrument_traps.tsv",
    "subjects.tsv",
    "acts.tsv",
    "modality.tsv",
    "adverbs.tsv",
    "numbers.tsv",
    "cues.tsv",
    "bodies.tsv",
    "legal_forms.tsv",
    "name_words.tsv",
    "offices.tsv",
    "ranks.tsv",
    "portfolios.tsv",
    "honorifics.tsv",
    "name_particles.tsv",
    "not_names.tsv",
    "owner_nouns.tsv",
    "sentences.tsv",
    "page.tsv",
    "agencies.tsv",
    "descriptors.tsv",
    "state_nouns.tsv",
    "dates.tsv",
    "time_zones.tsv",
    "columns.tsv",
}

/// The list whose first column behind the form is a name.
pub(crate) const ORGANISATIONS: &str = "organisations.tsv";

/// The lines of a list that are not comments, each with its number.
pub(crate) fn lines(tsv: &str) -> impl Iterator<Item = (usize, &str)> {
    tsv.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
