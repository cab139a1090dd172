//! What the word lists hold of the heap; and heap allocations for one report, beside the number of strings that it holds.
//!
//! `cargo bench --bench allocations`

#[path = "texts/samples.rs"]
mod samples;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use pactum::Extractor;

static COUNT: AtomicUsize = AtomicUsize::new(0);
static BYTES: AtomicUsize = AtomicUsize::new(0);
static FREED: AtomicUsize = AtomicUsize::new(0);

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
        FREED.fetch_add(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    let held = || BYTES.load(Relaxed) - FREED.load(Relaxed);
    let (allocated, before) = (BYTES.load(Relaxed), held());
    let extractor = Extractor::new();
    let mega = |bytes: usize| bytes as f64 / 1e6;
    println!(
        "built-in word lists: {:.2} MB held, {:.2} MB allocated to load them",
        mega(held() - before),
        mega(BYTES.load(Relaxed) - allocated)
    );
    let before = held();
    let again = Extractor::new();
    println!("a second extractor: {:.2} MB held\n", mega(held() - before));
    drop(again);

    println!("{:>8} {:>12} {:>12} {:>8}  article", "bytes", "allocations", "allocated", "strings");
    let (mut allocations, mut owned) = (0, 0);
    let samples = samples::samples();
    for text in &samples {
        extractor.extract(text);
        let (count, bytes) = (COUNT.load(Relaxed), BYTES.load(Relaxed));
        let report = extractor.extract(text);
        let (count, bytes) = (COUNT.load(Relaxed) - count, BYTES.load(Relaxed) - bytes);
        let title = text.lines().next().unwrap_or_default();
        println!("{:8} {count:12} {bytes:12} {:8}  {title}", text.len(), strings(&report));
        (allocations, owned) = (allocations + count, owned + strings(&report));
    }
    let mean = |sum: usize| sum as f64 / samples.len() as f64;
    println!("\na report: {:.0} allocations, {:.1} strings", mean(allocations), mean(owned));
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
