//! States, bodies and firms in sentences of the usual shapes, for every member of the United Nations.

use pactum::parties::{self, Candidate};
use pactum::report::{CountryCode, PartyKind};

/// The forms of a state in one sense of the word list.
fn forms(code: CountryCode, sense: &str) -> Vec<&'static str> {
    include_str!("../src/gazetteer/data/states.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|columns| columns[1] == sense && columns[2] == code.as_str())
        .map(|columns| columns[0])
        .collect()
}

/// Whether a form is that of two states.
fn is_shared(form: &str) -> bool {
    include_str!("../src/gazetteer/data/states.tsv").lines().any(|line| line.starts_with(&format!("{form}\tsecond\t")))
}

fn members() -> impl Iterator<Item = CountryCode> {
    CountryCode::all().filter(|code| code.is_un_member())
}

/// What `sentence` says that is not expected: a party of this kind, name and state.
fn misses(sentence: &str, kind: PartyKind, name: &str, of: CountryCode) -> Option<String> {
    let found = parties::find(sentence);
    let right = |party: &Candidate| party.kind == kind && party.name(sentence) == name && party.of == Some(of);
    if found.iter().any(right) {
        return None;
    }
    let got: Vec<String> = found.iter().map(|p| format!("{} ({}, {:?})", p.name(sentence), p.kind, p.of)).collect();
    Some(format!("{sentence:?} wants {name} of {of}, gives {got:?}"))
}

fn assert_none(misses: impl Iterator<Item = String>) {
    let misses: Vec<String> = misses.collect();
    assert!(misses.is_empty(), "{} sentences are misread:\n{}", misses.len(), misses.join("\n"));
}

#[test]
fn every_member_by_its_names() {
    assert_none(members().flat_map(|code| {
        let names = forms(code, "short").into_iter().chain(forms(code, "formal"));
        names.filter_map(move |name| misses(&format!("It was signed last week by {name} after long talks."), PartyKind::State, name, code))
    }));
}

#[test]
fn every_member_in_a_pair() {
    assert_none(members().flat_map(|code| {
        let partner = if code.as_str() == "ISL" { "Malta" } else { "Iceland" };
        forms(code, "short")
            .into_iter()
            .filter_map(move |name| misses(&format!("Trade between {partner} and {name} doubled."), PartyKind::State, name, code))
    }));
}

#[test]
fn every_member_with_its_ministry() {
    assert_none(members().flat_map(|code| {
        forms(code, "short").into_iter().filter_map(move |name| {
            let ministry = format!("Ministry of Energy and Water of {name}");
            misses(&format!("A note came from the {ministry} on Monday."), PartyKind::GovernmentBody, &ministry, code)
        })
    }));
}

#[test]
fn every_member_with_its_ministry_behind_the_name() {
    assert_none(members().flat_map(|code| {
        forms(code, "short").into_iter().filter_map(move |name| {
            let sentence = format!("A note came from {name}'s Fisheries Ministry on Monday.");
            misses(&sentence, PartyKind::GovernmentBody, "Fisheries Ministry", code)
        })
    }));
}

#[test]
fn every_member_with_its_ministry_behind_the_adjective() {
    assert_none(members().flat_map(|code| {
        forms(code, "demonym").into_iter().filter(|form| !is_shared(form)).filter_map(move |adjective| {
            let ministry = format!("{adjective} Foreign Ministry");
            misses(&format!("A note came from the {ministry} on Monday."), PartyKind::GovernmentBody, &ministry, code)
        })
    }));
}

/// The codes of the states that a text speaks of, sorted.
fn states(text: &str) -> Vec<String> {
    let mut codes: Vec<String> =
        parties::find(text).iter().filter(|p| p.kind == PartyKind::State).filter_map(|p| p.of).map(|code| code.to_string()).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn names_that_are_those_of_states_only_at_first_sight() {
    for (text, codes) in [
        ("A warehouse in Atlanta, Georgia, burned down.", &[][..]),
        ("Georgia and Armenia opened the road.", &["ARM", "GEO"]),
        ("Coach Michael Jordan praised the team.", &[]),
        ("King Hussein of Jordan praised the team.", &["JOR"]),
        ("The shop of Chad Miller was closed.", &[]),
        ("N'Djamena is the largest city of Chad.", &["TCD"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea vote today.", &["GIN", "GNB", "GNQ", "PNG"]),
        ("The Republic of the Congo and the Democratic Republic of the Congo share a river.", &["COD", "COG"]),
        ("Brazzaville is where Congo holds the talks; the Republic of the Congo and Republic of Congo hosts.", &["COG"]),
        ("South Korea and the DPRK talk.", &["KOR", "PRK"]),
        ("Niger and Nigeria closed the border.", &["NER", "NGA"]),
        ("Dominica and the Dominican Republic closed a deal.", &["DMA", "DOM"]),
        ("Mali and Togo closed a deal.", &["MLI", "TGO"]),
        ("She likes to polish her china.", &[]),
        ("The Polish president left.", &["POL"]),
        ("A ferry crossed the South China Sea.", &[]),
        ("Floods in West Bengal and Inner Mongolia.", &[]),
        ("Boats in the Gulf of Guinea and on the Indian Ocean.", &[]),
        ("South Sudan joined.", &["SSD"]),
        ("Storms hit New England and New Mexico.", &[]),
        ("The china shop sold turkey.", &[]),
    ] {
        assert_eq!(states(text), codes, "{text}");
    }
}

#[test]
fn pairs_with_hyphens_and_slashes() {
    for (text, codes) in [
        ("the Azerbaijan-Turkey pipeline", &["AZE", "TUR"][..]),
        ("a Franco-German plan", &["DEU", "FRA"]),
        ("the Sino-Russian border", &["CHN", "RUS"]),
        ("the UK/Argentina talks", &["ARG", "GBR"]),
        ("the Indo-Pacific region", &[]),
    ] {
        assert_eq!(states(text), codes, "{text}");
    }
}

/// Kind, name and state of what is found, states left out.
fn others(text: &str) -> Vec<String> {
    let found = parties::find(text);
    let named = found.iter().filter(|p| p.kind != PartyKind::State);
    named.map(|p| format!("{}: {} {}", p.kind, p.name(text), p.of.map_or("-".to_owned(), |of| of.to_string()))).collect()
}

#[test]
fn bodies_in_every_order() {
    for (text, wanted) in [
        (
            "It met the Ministry of Energy, Mines and Water of Peru.",
            &["government_body: Ministry of Energy, Mines and Water of Peru PER"][..],
        ),
        ("It met Kenya's State Customs Committee.", &["government_body: State Customs Committee KEN"]),
        ("It met the Chilean Defence Ministry.", &["government_body: Chilean Defence Ministry CHL"]),
        ("It met the Trade and Industry Ministry of Oman.", &["government_body: Trade and Industry Ministry of Oman OMN"]),
        ("It met the Ministry of Labour in Qatar.", &["government_body: Ministry of Labour QAT"]),
        ("The two ministries of education met a ministry official.", &[]),
        ("It met the Royal Navy of Norway.", &["government_body: Royal Navy of Norway NOR"]),
        ("It met the Bank of Namibia.", &["government_body: Bank of Namibia NAM"]),
        ("It met Railways Minister Ann Lee.", &[]),
    ] {
        assert_eq!(others(text), wanted, "{text}");
    }
}

#[test]
fn firms_universities_and_others() {
    for (text, wanted) in [
        ("It was sold to Brenta Motors Ltd in May.", &["company: Brenta Motors Ltd -"][..]),
        ("It was sold to Halden GmbH & Co. KG in May.", &["company: Halden GmbH & Co. KG -"]),
        ("It was sold to Peru's Andina Airlines.", &["company: Andina Airlines PER"]),
        ("It was sold to the Swedish carmaker Volvia.", &["company: Volvia SWE"]),
        ("It was sold to Sunatax, Peru's tax agency, in May.", &["government_body: Sunatax PER"]),
        ("It was sold to the University of Porto.", &["university: University of Porto PRT"]),
        ("It was sold to Lomond University in Kenya.", &["university: Lomond University KEN"]),
        (
            "It was sold to the Kenya Chamber of Commerce, Mines and Trade.",
            &["civil_society: Kenya Chamber of Commerce, Mines and Trade KEN"],
        ),
        ("It was sold to the Karst Liberation Front.", &["armed_group: Karst Liberation Front -"]),
        ("It was sold to the African Organisation for Grain.", &["international_organisation: African Organisation for Grain -"]),
    ] {
        assert_eq!(others(text), wanted, "{text}");
    }
}

#[test]
fn names_that_only_their_place_tells() {
    for (text, wanted) in [
        ("It met Ole Holm, chief executive of Nordfisk Havbruk, in May.", &["company: Nordfisk Havbruk -"][..]),
        ("It met Tuttuk CEO Ana Dupo in May.", &["company: Tuttuk -"]),
        ("The mayor of Narvika met the press.", &["subnational: Narvika -"]),
        ("A contract between Kongsvik and Sermeqa was signed.", &["company: Kongsvik -", "company: Sermeqa -"]),
        ("A contract between Tuttuk, the tax agency, and Sermeqa was signed.", &["government_body: Tuttuk -", "company: Sermeqa -"]),
        // Persons.
        ("President Ana Dupo spoke. The accord between Dupo and Rasmun holds, says Ole Rasmun.", &[]),
        ("The dinner between Kongsvik and Sermeqa was long.", &[]),
    ] {
        assert_eq!(others(text), wanted, "{text}");
    }
}

#[test]
fn regions_of_the_world_are_no_states() {
    for text in ["The South American clubs met.", "It met Latin American ministers.", "It met an Inter-American panel."] {
        assert!(states(text).is_empty(), "{text}: {:?}", states(text));
    }
    assert_eq!(states("It met American ministers."), ["USA"]);
}

#[test]
fn abbreviations_are_the_same_entity_before_and_after() {
    let text = "GMB signs. The Grain Marketing Board (GMB) of Zimbabwe met traders. GMB's offer stands, the Board said.";
    let found = parties::find(text);
    let board = found.iter().find(|p| p.kind == PartyKind::GovernmentBody).unwrap();
    assert_eq!(board.name(text), "Grain Marketing Board");
    let mentions: Vec<&str> = board.mentions.iter().map(|m| m.of(text)).collect();
    assert_eq!(mentions, ["GMB", "Grain Marketing Board", "GMB", "GMB", "Board"]);
}

#[test]
fn bodies_of_the_european_union() {
    let text = "The European Commission and the European Parliament agreed with NATO.";
    assert_eq!(
        others(text),
        [
            "international_organisation: European Commission EUE",
            "international_organisation: European Parliament EUE",
            "international_organisation: NATO -"
        ]
    );
}

/// Words in any order, with marks between them: no panic, and every party has a name and mentions.
#[test]
fn any_mixture_of_words_is_read() {
    let words = "Ministry of Health and , the Kenya Kenya's ( HEC ) Ltd Inc . Bank “ ” US $ - Georgia Jordan Smith Minister Republic Congo \
                 University Universidad de l'Économie Government province Almaty Kingdom & company Swedish Volvia Co JSC « » WHO Mr ’s / 中 é";
    let words: Vec<&str> = words.split(' ').chain(["\n", "\n\n"]).collect();
    let mut seed: u64 = 88_172_645_463_325_252;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    for _ in 0..1500 {
        let mut text = String::new();
        for _ in 0..next() % 24 {
            text.push_str(words[(next() % words.len() as u64) as usize]);
            text.push_str(if next() % 4 == 0 { "" } else { " " });
        }
        for party in parties::find(&text) {
            assert!(!party.name(&text).is_empty() && !party.mentions.is_empty(), "{text:?}");
        }
    }
}
