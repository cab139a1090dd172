use super::*;
use crate::doc::Doc;
#[test]
fn scratch() {
    let Ok(file) = std::env::var("PACTUM_FILE") else { return };
    let text = std::fs::read_to_string(file).unwrap();
    let g = crate::Gazetteer::builtin();
    let doc = Doc::new(&text, &g);
    let page = crate::text::Page::read(&doc);
    let actors = crate::phrases::actors::find(&doc, &page);
    let officials = crate::phrases::officials::find(&doc, &page, &actors);
    let dates = crate::extractor::scratch_dates(&doc, &page);
    let l = Layers::new(&doc, &page, &actors, &officials, &dates, &[], crate::extractor::scratch_reference(&doc, &page));
    for s in &page.sentences {
        println!("[{:?}] {}", page.blocks[s.block].kind, doc.slice(&s.toks));
        let found = instruments::find(&l, &s.toks);
        let acts = reader::outside(crate::phrases::acts::find(&doc, &s.toks, |t| l.date(t).is_some()), &found);
        for i in &found {
            println!(
                "    I {:?} {:?} {:?} {:?} {:?} topic={:?} parts={:?} parties={:?} plain={}",
                doc.slice(&i.toks),
                i.accord_type,
                i.weight,
                i.reference,
                i.count,
                i.topic.as_ref().map(|t| doc.slice(t)),
                i.parts.iter().map(|t| doc.slice(t)).collect::<Vec<_>>(),
                i.parties.as_ref().map(|t| doc.slice(t)),
                i.is_plain
            );
        }
        for f in frames::read(&l, &s.toks, &found, &acts) {
            println!(
                "    F {:?} {:?} {:?} {:?} fin={} I={:?} agents={:?} date={:?} place={:?}",
                doc.slice(&f.act.group),
                f.act.kind,
                f.act.voice,
                f.act.claim,
                f.act.finite,
                f.instruments,
                doc.slice(&f.agents),
                f.date.as_ref().map(|d| doc.slice(d)),
                f.place.as_ref().map(|p| match p {
                    Place::At(t) => doc.slice(t),
                    Place::Here => "HERE",
                })
            );
        }
        for m in l.officials_in(&s.toks) {
            println!("    O {:?} {:?}", doc.slice(&m.toks), m.officials);
        }
        for m in l.actors_in(&s.toks) {
            println!("    A {:?} {:?} {:?} {}", doc.slice(&m.toks), m.kind, m.form, m.actor);
        }
    }
    let reading = read(&l);
    for d in &reading.drafts {
        println!(
            "D {:?} {:?} {:?} item={} sum={} bg={} stages={:?} s={:?} x={:?} w={:?} p={:?}",
            doc.slice(&d.text),
            d.accord_type,
            d.count,
            d.is_item,
            d.is_summary,
            d.is_background,
            d.stages.iter().map(|s| (s.status, doc.slice(&s.act), s.date.as_ref().map(|d| doc.slice(d)))).collect::<Vec<_>>(),
            d.signed_by.len(),
            d.exchanged_by.len(),
            d.witnessed_by.len(),
            d.parties.iter().map(|p| doc.slice(&actors.actors[p.index].name)).collect::<Vec<_>>()
        );
    }
}
