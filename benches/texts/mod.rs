//! The texts that are measured: the sample articles, repeated and mixed by a fixed seed.

use unicode_normalization::UnicodeNormalization;

/// Numbers that are the same on every machine (SplitMix64).
pub struct Seed(u64);

impl Seed {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ z >> 31) % end as u64) as usize
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// Articles picked from `from`, some `bytes` in all.
pub fn mixed(from: &[String], bytes: usize) -> Vec<String> {
    let (mut seed, mut size, mut out) = (Seed::new(11), 0, Vec::new());
    while size < bytes {
        let article = seed.pick(from);
        size += article.len();
        out.push(article.clone());
    }
    out
}

/// With ASCII quotes and dashes, and without accents.
pub fn ascii(article: &str) -> String {
    let plain = article.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace(['–', '—'], "-");
    plain.nfkd().filter(char::is_ascii).collect()
}

/// With curly quotes and long dashes.
pub fn typographic(article: &str) -> String {
    let mut open = false;
    let curly = |c: char| match c {
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        '\'' => '’',
        _ => c,
    };
    article.chars().map(curly).collect::<String>().replace(" - ", " – ")
}

/// The half of the samples that has the most accords for its length.
pub fn heavy(samples: &[String]) -> Vec<String> {
    let extractor = pactum::Extractor::new();
    let mut ranked: Vec<_> = samples.iter().map(|text| (extractor.extract(text).accords.len() * 1_000_000 / text.len(), text)).collect();
    ranked.sort();
    ranked[ranked.len() / 2..].iter().map(|(_, text)| text.to_string()).collect()
}

/// Generated news of the weather and the market, without any accord.
pub fn without_accord(bytes: usize) -> Vec<String> {
    const WHAT: &[&str] =
        &["harvest", "ferry", "bridge", "market", "river", "school", "orchestra", "price of rice", "museum", "road", "storm", "tide"];
    const HOW: &[&str] =
        &["opened", "rose", "fell", "closed", "was painted", "drew a crowd", "ran late", "froze", "was full", "grew quiet"];
    const WHERE: &[&str] = &["Lusaka", "Turku", "Cusco", "Da Nang", "Izmir", "Galway", "Oaxaca", "Suva", "Yerevan", "Accra", "Bergen"];
    const WHEN: &[&str] = &["on Monday", "last week", "in March", "on 4 May 2021", "yesterday", "in 2019", "this morning", "for two days"];
    const SAID: &[&str] =
        &["a baker", "Hanna Virtanen", "the harbour master", "two farmers", "the weather office", "Tomas Quispe", "a driver"];
    let (mut seed, mut size, mut out) = (Seed::new(12), 0, Vec::new());
    while size < bytes {
        let mut article = format!("News from {}\n\n", seed.pick(WHERE));
        for _ in 0..5 {
            for _ in 0..3 {
                let (what, how, place, when) = (seed.pick(WHAT), seed.pick(HOW), seed.pick(WHERE), seed.pick(WHEN));
                article += &format!("The {what} in {place} {how} {when}, said {}. ", seed.pick(SAID));
            }
            article += "\n\n";
        }
        size += article.len();
        out.push(article);
    }
    out
}
