//! Ids and codes by which reports meet other data.

use std::path::Path;

use pactum::report::{AccordType, ContentId, Item, OfficialId, Status};
use pactum::{Extractor, Report};

fn read(text: &str) -> Report {
    Extractor::new().extract(text)
}

fn accord(text: &str) -> ContentId {
    read(text).content_id(Item::Accord(0)).expect("the text tells an accord")
}

#[test]
fn one_accord_told_in_two_ways_has_one_id() {
    let told = accord("LIMA, 6 May 2024 - Peru and Chile signed a memorandum of understanding on tourism on Sunday.");
    assert_eq!(told, accord("An MoU on tourism was signed by Chile and Peru on 5 May 2024 in Cusco."));
}

#[test]
fn accords_that_differ_in_type_party_day_or_subject_have_ids_of_their_own() {
    let ids = [
        "Peru and Chile signed a treaty on tourism on 5 May 2024.",
        "Peru and Chile signed an agreement on tourism on 5 May 2024.",
        "Peru and Ghana signed a treaty on tourism on 5 May 2024.",
        "Peru and Chile signed a treaty on tourism on 6 May 2024.",
        "Peru and Chile signed a treaty on fisheries on 5 May 2024.",
    ]
    .map(accord);
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len());
}

#[test]
fn ids_do_not_change_between_versions() {
    let report = read("Peruvian Trade Minister Rosa Quispe signed a treaty on tourism between Peru and Chile on 5 May 2024.");
    let official = report.content_id(Item::Official(OfficialId(0))).unwrap();
    assert_eq!(official.to_string(), OFFICIAL);
    assert_eq!(report.content_id(Item::Accord(0)).unwrap().to_string(), ACCORD);
}

const OFFICIAL: &str = "7a179071b2655a68";
const ACCORD: &str = "73c9323b7bdc6a69";

#[test]
fn an_official_has_one_id_whatever_the_office() {
    let id = |text: &str| read(text).content_id(Item::Official(OfficialId(0)));
    assert_eq!(id("Ghanaian Trade Minister Ama Mensah flew to Lima."), id("Ghana's Foreign Minister Ama Mensah landed in Oslo."));
    assert_ne!(id("Ghanaian Trade Minister Ama Mensah flew to Lima."), id("Kenyan Trade Minister Ama Mensah flew to Lima."));
    assert_eq!(read("Rain fell on Friday.").content_id(Item::Date(0)), None);
}

#[test]
fn the_page_of_the_joins_is_current() {
    let term = |term: Option<&'static str>| term.unwrap_or("-");
    let mut tables = String::new();
    for status in Status::ALL {
        tables += &format!("| `{status}` | {} | {} | {} |\n", status.cameo(), status.plover(), term(status.un_term()));
    }
    tables += "\n| type | UN Treaty Collection |\n|---|---|\n";
    for accord_type in AccordType::ALL {
        tables += &format!("| `{accord_type}` | {} |\n", term(accord_type.un_term()));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/JOINS.md");
    let written = std::fs::read_to_string(&file).unwrap();
    let head = "| status | CAMEO | PLOVER | UN Treaty Collection |\n|---|---|---|---|\n";
    let (prose, _) = written.split_once(head).expect("the page has the table of the acts");
    let current = format!("{prose}{head}{tables}");
    if std::env::var_os("PACTUM_ACCEPT").is_some() {
        std::fs::write(&file, current).expect("the page can be written");
    } else {
        assert_eq!(written, current, "to write it anew: PACTUM_ACCEPT=1 cargo test --test joins");
    }
}
