//! Heap allocations for one report, beside the number of strings that the report holds.
//!
//! `cargo bench --bench allocations`

#[path = "texts/samples.rs"]
mod samples;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use pactum::Extractor;

static COUNT: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
struct Counting;

// SAFETY: every call goes to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.fetch_add(1, Relaxed);
        BYTES.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let before = BYTES.load(Relaxed);
    let extractor = Extractor::new();
    println!("allocated while the word lists load: {:.2} MB\n", (BYTES.load(Relaxed) - before) as f64 / 1e6);

    println!("{:>8} {:>12} {:>12} {:>8}  article", "bytes", "allocations", "allocated", "strings");
    for text in samples::samples() {
        extractor.extract(&text);
        let (count, bytes) = (COUNT.load(Relaxed), BYTES.load(Relaxed));
        let report = extractor.extract(&text);
        let (count, bytes) = (COUNT.load(Relaxed) - count, BYTES.load(Relaxed) - bytes);
        let title = text.lines().next().unwrap_or_default();
        println!("{:8} {count:12} {bytes:12} {:8}  {title}", text.len(), strings(&report));
    }
}

/// How many strings the report owns.
fn strings(report: &pactum::Report) -> usize {
    let article = &report.article;
    let line = article.dateline.as_ref().map_or(0, |line| usize::from(line.place.is_some()) + line.agencies.len());
    let header = usize::from(article.title.is_some()) + article.authors.len() + line;
    let official =
        |official: &pactum::report::Official| usize::from(official.name.is_some()) + official.titles.len() + official.roles.len();
    let officials: usize = report.officials.iter().map(official).sum();
    let accords: usize = report.accords.iter().map(|accord| 1 + usize::from(accord.place.is_some())).sum();
    header + report.dates.len() + report.parties.len() + officials + accords
}
