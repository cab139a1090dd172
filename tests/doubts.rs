//! Each reason for doubt, with a text that gives it and one that does not.

use pactum::report::{Doubt, Note};
use pactum::{Extractor, Report};

fn read(text: &str) -> Report {
    Extractor::new().extract(text)
}

/// A reason, a text that gives it, the words that it is about, and a text like it that does not give it.
#[rustfmt::skip]
const DOUBTS: &[(Doubt, &str, &str, &str)] = &[
    (Doubt::DayMonthOrder, "Peru and Chile signed a treaty on water on 7/2/2015.", "7/2/2015",
        "Peru and Chile signed a treaty on water on 27/2/2015."),
    (Doubt::YearInferred, "LIMA, 6 May 2024 - Peru and Chile will sign a treaty on water on 9 June.", "9 June",
        "LIMA, 6 May 2024 - Peru and Chile will sign a treaty on water on 9 June 2024."),
    (Doubt::CountryInferred,
        "LIMA, 6 May 2024 - Peru and Ghana signed a treaty on water. Foreign Minister Rosa Quispe and Ghana's Foreign Minister Ama Mensah signed it.",
        "Rosa Quispe", "Peruvian Foreign Minister Rosa Quispe flew to Accra."),
    (Doubt::NoName, "The Ghanaian trade minister and Peruvian Trade Minister Rosa Quispe signed an agreement on trade.", "trade minister",
        "Ghanaian Trade Minister Ama Mensah and Peruvian Trade Minister Rosa Quispe signed an agreement on trade."),
    (Doubt::PartyInferred, "Peru and Chile held talks in Lima. A treaty on water was signed there.", "treaty on water",
        "Peru and Chile signed a treaty on water."),
    (Doubt::PartyMissing, "Officials signed a treaty on water.", "treaty on water", "Peru and Chile signed a treaty on water."),
    (Doubt::DateInferred, "Peru and Chile met in Lima on 3 May 2024. A treaty on water was signed.", "3 May 2024",
        "Peru and Chile signed a treaty on water on 3 May 2024."),
    (Doubt::PlaceInferred, "LIMA, 6 May 2024 - Peru and Chile signed a treaty on water.", "LIMA",
        "LIMA, 6 May 2024 - Peru and Chile signed a treaty on water in Cusco."),
    (Doubt::TwoDates, "Peru and Chile signed a treaty on water on 3 May 2024. The treaty on water was signed on 5 May 2024.", "5 May 2024",
        "Peru and Chile signed a treaty on water on 3 May 2024. The treaty on water was signed in May 2024."),
    (Doubt::ReportedSpeech, "The minister said that Peru and Chile signed a treaty on water.", "signed",
        "Peru and Chile signed a treaty on water. The minister said so."),
    (Doubt::HeadlineOnly, "Peru and Chile sign treaty on water\n\nRain fell in the north of the country all day, and roads were closed.\n", "treaty on water",
        "Rain fell all day\n\nPeru and Chile signed a treaty on water in the north of the country on Monday.\n"),
];

#[test]
fn each_reason_is_given_where_it_holds_and_only_there() {
    for &(doubt, text, words, sure) in DOUBTS {
        let report = read(text);
        let found: Vec<&str> = report.doubts.iter().filter(|d| d.doubt == doubt).map(|d| d.span.of(text)).collect();
        assert!(found.contains(&words), "{doubt} of {words:?} in {text:?}: {:?}", report.doubts);
        assert!(!read(sure).doubts.iter().any(|d| d.doubt == doubt), "{doubt} in {sure:?}");
    }
    for doubt in Doubt::ALL {
        assert!(DOUBTS.iter().any(|row| row.0 == *doubt), "{doubt} has no test");
    }
}

#[test]
fn doubts_are_in_the_order_of_their_items() {
    for (_, text, ..) in DOUBTS {
        let report = read(text);
        assert!(report.doubts.is_sorted_by_key(|doubtful| doubtful.item));
        for doubtful in &report.doubts {
            assert!(report.doubts_of(doubtful.item).any(|doubt| doubt == doubtful.doubt));
        }
    }
}

const ARTICLE: &str = "\
LIMA, 6 May 2024 - Peru and Chile signed a treaty on water on Monday, and the two ministers said that it would be sent to both \
parliaments before the end of the year. It is the first such treaty of the two states.";

const SPANISH: &str = "\
LIMA, 6 de mayo de 2024 - Los cancilleres del Perú y de Chile suscribieron este lunes un tratado sobre las aguas de la frontera, \
que será enviado a los congresos de ambos países antes del fin de año, según informó la cancillería peruana en un comunicado.";

const RUSSIAN: &str = "\
МИНСК, 11 апреля. Министры иностранных дел двух стран подписали в пятницу соглашение о сотрудничестве в области туризма, сообщила \
пресс-служба министерства. Документ вступит в силу после ратификации парламентами обеих стран, говорится в сообщении для печати.";

const FURNITURE: &str = "Home | World | Sport | Politics\nShare | Tweet | Print\n© 2031 The Coast Herald. All rights reserved.\n";

#[test]
fn each_note_is_given_where_it_holds_and_only_there() {
    assert_eq!(read(ARTICLE).notes, []);
    assert!(read(SPANISH).notes.contains(&Note::NotEnglish));
    assert!(read(RUSSIAN).notes.contains(&Note::NotEnglish));
    assert!(read(FURNITURE).notes.contains(&Note::OnlyFurniture));
    assert_eq!(read("Peru and Chile signed a treaty on water.").notes, [Note::NoDateline, Note::NoDay]);
    let set = Extractor::builder().reference(jiff::civil::date(2024, 5, 6)).build();
    assert_eq!(set.extract("Peru and Chile signed a treaty on water.").notes, [Note::NoDateline]);
}

#[test]
fn english_articles_are_english() {
    for folder in ["tests/corpus/articles", "examples/articles"] {
        for entry in std::fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "txt") {
                let report = read(&std::fs::read_to_string(&file).unwrap());
                assert!(!report.notes.contains(&Note::NotEnglish) && !report.notes.contains(&Note::OnlyFurniture), "{}", file.display());
            }
        }
    }
}

#[test]
fn a_signature_without_its_instrument_is_unplaced() {
    let text = "The two ministers met in Lima. Peruvian Trade Minister Rosa Quispe signed for Peru.";
    let report = read(text);
    assert!(report.accords.is_empty());
    let [unplaced] = &report.unplaced[..] else { panic!("{:?}", report.unplaced) };
    assert_eq!(unplaced.status.span.of(text), "signed");
    let names: Vec<String> = unplaced.by.iter().map(|id| report.officials[id.value.0 as usize].label()).collect();
    assert_eq!(names, ["Rosa Quispe"]);

    let placed = "Peru and Chile concluded a treaty on water. Peruvian Trade Minister Rosa Quispe signed for Peru.";
    assert!(read(placed).unplaced.is_empty());
    assert!(read("The minister did not sign.").unplaced.is_empty());
}
