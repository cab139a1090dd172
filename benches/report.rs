//! Bytes a second of the whole report and of its stages, beside word segmentation of the same text in the same run.
//!
//! `cargo bench --bench report` (add `-- --short` for a few seconds' run)

#[path = "texts/samples.rs"]
mod samples;
mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

use pactum::Extractor;
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    let (first, again) = (time(Extractor::new), time(Extractor::new));
    println!("Extractor::new(): {:.2} ms the first, {:.3} ms after that\n", millis(first), millis(again));

    let short = std::env::args().any(|argument| argument == "--short");
    let run = Run { at_least: Duration::from_millis(if short { 60 } else { 400 }), extractor: Extractor::new() };
    let bytes = 1 << 20;
    let samples = samples::samples();
    let kinds = [
        ("ASCII", texts::mixed(&samples.iter().map(|text| texts::ascii(text)).collect::<Vec<_>>(), bytes)),
        ("typographic", texts::mixed(&samples.iter().map(|text| texts::typographic(text)).collect::<Vec<_>>(), bytes)),
        ("heavy with accords", texts::mixed(&texts::heavy(&samples), bytes)),
        ("without any accord", texts::without_accord(bytes)),
    ];
    for (name, articles) in &kinds {
        run.stages(name, articles);
    }
    run.sizes(&samples, if short { 1 << 20 } else { 16 << 20 });
    run.worst(&samples);
    run.threads(&kinds[0].1);
}

struct Run {
    /// How long a row is measured for.
    at_least: Duration,
    extractor: Extractor,
}

impl Run {
    /// The whole report, the stages and the primitives on one kind of text, article by article.
    fn stages(&self, kind: &str, articles: &[String]) {
        println!("{kind}: {} articles, {:.2} MB", articles.len(), mega(size(articles)));
        println!("{:32} {:>8} {:>8}", "", "MB/s", "ratio");
        let unit = self.speed(articles, |text| text.split_word_bound_indices().count());
        let row = |name: &str, speed: f64| println!("{name:32} {speed:8.1} {:8.2}", speed / unit);
        row("split_word_bound_indices", unit);
        row("unicode_words", self.speed(articles, |text| text.unicode_words().count()));
        row("text::tokens", self.speed(articles, pactum::text::tokens));
        row("text::blocks", self.speed(articles, pactum::text::blocks));
        row("text::sentences", self.speed(articles, pactum::text::sentences));
        let context = pactum::dates::Context::new().reference(jiff::civil::date(2025, 4, 11));
        row("dates::find", self.speed(articles, |text| pactum::dates::find(text, &context)));
        row("report", self.speed(articles, |text| self.extractor.extract(text)));
        println!();
    }

    /// Whether the speed stays as the text grows.
    fn sizes(&self, samples: &[String], most: usize) {
        println!("report by size of one text");
        println!("{:>12} {:>8}", "bytes", "MB/s");
        let all = texts::mixed(samples, most).join("\n");
        let mut bytes = 1 << 10;
        while bytes <= most {
            let end = (0..=bytes).rev().find(|&end| all.is_char_boundary(end)).unwrap_or_default();
            let text = [all[..end].to_owned()];
            println!("{bytes:12} {:8.1}", self.speed(&text, |text| self.extractor.extract(text)));
            bytes *= 4;
        }
        println!();
    }

    /// The sample that is slowest beside its own word segmentation.
    fn worst(&self, samples: &[String]) {
        let ratio = |text: &String| {
            let text = std::slice::from_ref(text);
            self.speed(text, |text| self.extractor.extract(text)) / self.speed(text, |text| text.split_word_bound_indices().count())
        };
        let worst = samples.iter().map(|text| (ratio(text), text)).min_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((ratio, text)) = worst {
            println!("lowest ratio of a sample: {ratio:.2} ({})\n", text.lines().next().unwrap_or_default());
        }
    }

    /// Two threads with one extractor, against one.
    fn threads(&self, articles: &[String]) {
        let read = |articles: &[String]| articles.iter().for_each(|text| drop(black_box(self.extractor.extract(text))));
        let one = self.best(|| read(articles));
        let (a, b) = articles.split_at(articles.len() / 2);
        let two = self.best(|| {
            std::thread::scope(|scope| {
                scope.spawn(|| read(a));
                read(b);
            })
        });
        println!("two threads: {:.2} times one", one.as_secs_f64() / two.as_secs_f64());
    }

    /// Megabytes a second of a function over all articles.
    fn speed<T>(&self, articles: &[String], f: impl Fn(&str) -> T) -> f64 {
        // Short texts are read many times in a go, so that the clock does not count.
        let rounds = (1 << 20) / size(articles).max(1) + 1;
        let pass = self.best(|| {
            for _ in 0..rounds {
                articles.iter().for_each(|text| drop(black_box(f(black_box(text)))));
            }
        });
        mega(size(articles) * rounds) / pass.as_secs_f64()
    }

    /// The shortest pass of those that fit in the time.
    fn best(&self, pass: impl Fn()) -> Duration {
        let start = Instant::now();
        let mut best = time(&pass);
        while start.elapsed() < self.at_least {
            best = best.min(time(&pass));
        }
        best
    }
}

fn time<T>(f: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    black_box(f());
    start.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn size(articles: &[String]) -> usize {
    articles.iter().map(String::len).sum()
}

fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
