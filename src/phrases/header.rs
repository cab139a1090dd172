//! The header of the page: headline, byline, publication date, dateline.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::dates::{self, Context, Dated};
use crate::doc::{Doc, Toks};
use crate::report::{Article, DateValue, Dateline, Fact, Period, Rule};
use crate::text::{BlockKind, DatelineToks, Page, StampRole, Stand};

/// Reads the header.
pub(crate) fn read(doc: &Doc, page: &Page) -> Article {
    let header = Header { doc, page, undated: OnceCell::new() };
    let stamp = header.stamp();
    let published = stamp.and_then(|form| header.published(form));
    let dateline = page.dateline.as_ref().map(|line| header.dateline(line, published.as_ref()));
    Article {
        title: page.title.as_ref().map(|title| header.text(title, Rule::HeaderTitle)),
        authors: header.authors(),
        published: published.or_else(|| header.fallback(dateline.as_ref())),
        dateline,
    }
}

struct Header<'a> {
    doc: &'a Doc<'a>,
    page: &'a Page,
    /// All dates of the page as they read without a reference date: most pages are done without them.
    undated: OnceCell<Vec<Dated>>,
}

impl Header<'_> {
    /// The words as printed, on one line.
    fn text(&self, toks: &Toks, rule: Rule) -> Fact<String> {
        let span = self.doc.printed_span(toks);
        let words: Vec<&str> = span.of(self.doc.text).split_whitespace().collect();
        Fact::stated(words.join(" "), span, rule)
    }

    /// The names of the byline; of the lines behind the text only where none stands over it.
    fn authors(&self) -> Vec<Fact<String>> {
        let named = |behind: bool| {
            let stamps = self.page.stamps.iter().filter(move |s| (s.stand == Stand::Behind) == behind);
            stamps.flat_map(|s| &s.stamp.authors).map(|name| self.text(name, Rule::HeaderByline))
        };
        let mut authors: Vec<Fact<String>> = Vec::new();
        for author in named(false) {
            // "Senior reporter", under the name.
            let role = author.value.split(' ').next_back().is_some_and(|word| word.starts_with(char::is_lowercase));
            if role && !authors.is_empty() {
                continue;
            }
            if !authors.iter().any(|known| known.value.eq_ignore_ascii_case(&author.value)) {
                authors.push(author);
            }
        }
        if authors.is_empty() { named(true).collect() } else { authors }
    }

    /// The form of the publication date: a labelled one first, then one under the title, then one over it; where the
    /// same day is printed again with a time, that one.
    fn stamp(&self) -> Option<usize> {
        let dates = || self.page.stamps.iter().flat_map(|s| s.stamp.dates.iter().map(move |date| (s.stand, *date)));
        let rank = |stand: Stand, role: StampRole| match (role, stand) {
            (StampRole::Published, Stand::Over | Stand::Under) => Some(0),
            (StampRole::Unlabelled, Stand::Under) => Some(1),
            (StampRole::Unlabelled, Stand::Over) => Some(2),
            (StampRole::Published, Stand::Behind) => Some(3),
            _ => None,
        };
        // Years of other calendars are no years of the press.
        let recent = |form: usize| self.day(form).is_some_and(|day| day.year() >= 1800);
        let ranked = dates().filter_map(|(stand, date)| Some((rank(stand, date.role)?, date.form)));
        let (_, best) = ranked.filter(|&(_, form)| recent(form)).min()?;
        let day = self.day(best);
        let timed = dates()
            .find(|(_, date)| date.role != StampRole::Updated && self.page.dates[date.form].has_clock() && self.day(date.form) == day);
        Some(if self.page.dates[best].has_clock() { best } else { timed.map_or(best, |(_, date)| date.form) })
    }

    /// The day of a form that has its year.
    fn day(&self, form: usize) -> Option<Date> {
        self.value(form, None)?.earliest()
    }

    fn published(&self, form: usize) -> Option<Fact<DateValue>> {
        let value = self.value(form, None)?;
        value.earliest()?;
        Some(Fact::stated(value, self.doc.span(&self.page.dates[form].toks), Rule::HeaderPublished))
    }

    /// The dateline's date, else the one of the last change.
    fn fallback(&self, dateline: Option<&Dateline>) -> Option<Fact<DateValue>> {
        if let Some(date) = dateline.and_then(|line| line.date.as_ref()).filter(|date| date.value.earliest().is_some()) {
            return Some(Fact::inferred(date.value, date.span, Rule::HeaderPublished));
        }
        let updated = self.page.stamps.iter().flat_map(|s| &s.stamp.dates).find(|date| date.role == StampRole::Updated)?;
        self.published(updated.form)
    }

    fn dateline(&self, line: &DatelineToks, published: Option<&Fact<DateValue>>) -> Dateline {
        let published = published.and_then(|date| date.value.earliest());
        let date = line.date.and_then(|form| {
            let of_foot = || self.page.dates[form].in_year(self.year_of_the_foot().filter(|_| published.is_none())?);
            let value = of_foot().or_else(|| self.value(form, published.or_else(|| self.day_of_the_text())));
            let value = day_of(value?);
            Some(Fact::stated(value, self.doc.span(&self.page.dates[form].toks), Rule::HeaderDateline))
        });
        Dateline {
            place: line.place.as_ref().map(|place| self.text(place, Rule::HeaderDateline)),
            agencies: line.agencies.iter().map(|agency| self.text(agency, Rule::HeaderDateline)).collect(),
            date,
        }
    }

    /// The value of a form: of two readings the one next to the dateline, or in the order of the page's other dates.
    fn value(&self, form: usize, reference: Option<Date>) -> Option<DateValue> {
        let context = reference.map_or_else(Context::new, |day| Context::new().reference(day));
        let dated = self.resolved(form, &context)?;
        let (value, other) = (dated.value?.date()?, dated.other);
        let Some(other) = other else { return Some(value) };
        let line = self.page.dateline.as_ref().and_then(|line| line.date).filter(|&line| line != form);
        match line {
            Some(line) => Some(if self.distance(other, line) < self.distance(value, line) { other } else { value }),
            None => {
                let toks = &self.page.dates[form].toks;
                let among = |all: &[Dated]| {
                    let at = all.partition_point(|dated| dated.toks.start < toks.start);
                    all.get(at).filter(|dated| dated.toks == *toks)?.value?.date()
                };
                match reference {
                    Some(_) => among(&dates::resolve(self.doc, &self.page.dates, &context)),
                    None => among(self.undated()),
                }
            }
        }
    }

    fn undated(&self) -> &[Dated] {
        self.undated.get_or_init(|| dates::resolve(self.doc, &self.page.dates, &Context::new()))
    }

    fn resolved(&self, form: usize, context: &Context) -> Option<Dated> {
        dates::resolve(self.doc, self.page.dates.get(form..=form)?, context).into_iter().next()
    }

    /// The days between a reading of the publication date and the dateline's date.
    fn distance(&self, value: DateValue, line: usize) -> Option<i32> {
        let day = value.earliest()?;
        let line = self.resolved(line, &Context::new().reference(day))?.value?.date()?.earliest()?;
        Some((line - day).get_days().abs())
    }

    /// "091452 GMT JUL 12", "© 2019 The Coast Herald": the last year that is printed under the text.
    fn year_of_the_foot(&self) -> Option<i16> {
        let text = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow);
        let foot = self.page.blocks.iter().rev().take_while(|block| !text(block.kind)).last()?.toks.start;
        let first = self.page.dates.partition_point(|form| form.toks.start < foot);
        (first..self.page.dates.len()).rev().find_map(|form| Some(self.value(form, None)?.earliest()?.year()))
    }

    /// The midst of the year that the text names most often; of two, of the later one.
    fn day_of_the_text(&self) -> Option<Date> {
        let mut years: Vec<i16> = self.undated().iter().filter_map(|dated| Some(dated.value?.date()?.earliest()?.year())).collect();
        years.sort_unstable();
        let most = years.chunk_by(|a, b| a == b).max_by_key(|run| run.len())?;
        Date::new(most[0], 7, 1).ok()
    }
}

/// A dateline's date is a day, whatever time stands beside it.
fn day_of(value: DateValue) -> DateValue {
    match value {
        DateValue::Period(Period::Time { date: Some(date), .. }) => Period::day(date).map_or(value, DateValue::Period),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use crate::Extractor;
    use crate::report::RecordArticle;

    fn read(page: &str) -> RecordArticle {
        Extractor::new().extract(page).to_record("").article
    }

    /// Checks the dateline of a paragraph on a page of 5 May 2031: place, agencies joined by "+", date.
    fn check(opening: &str, place: &str, agencies: &str, date: &str) -> Option<String> {
        let page = format!(
            "Ministers end talks on fisheries\n\nMay 5, 2031\n\n{opening} The two ministers met on Monday and spoke of \
             fishing rights, of quotas and of the joint patrols that are to begin next year.\n"
        );
        let line = read(&page).dateline;
        let found = line.map(|l| (l.place.unwrap_or_default(), l.agencies.join("+"), l.date.unwrap_or_default())).unwrap_or_default();
        (found != (place.to_owned(), agencies.to_owned(), date.to_owned())).then(|| format!("{opening}: {found:?}"))
    }

    #[test]
    fn datelines_of_many_styles() {
        const DAY: &str = "2031-05-05";
        let styles = [
            ("LIMA, May 5 (Xinhua) --", "LIMA", "Xinhua", DAY),
            ("LIMA, May 5, 2031 (BSS) -", "LIMA", "BSS", DAY),
            ("LIMA, 5 May (Petra) --", "LIMA", "Petra", DAY),
            ("Lima, 5 May 2031 (AFP) -", "Lima", "AFP", DAY),
            ("Lima, May 05, 2031, SPA --", "Lima", "SPA", DAY),
            ("Lima, May 5, AZERTAC -", "Lima", "AZERTAC", DAY),
            ("Lima, May 5 (PTI):", "Lima", "PTI", DAY),
            ("LIMA: (PTI)", "LIMA", "PTI", ""),
            ("LIMA, Peru (AP) —", "LIMA, Peru", "AP", ""),
            ("LIMA, Peru —", "LIMA, Peru", "", ""),
            ("Baku/05.05.31/Turan:", "Baku", "Turan", DAY),
            ("New Delhi, May 5", "New Delhi", "", DAY),
            ("(MENAFN- Trend News Agency) LIMA, Peru, May 5 .", "LIMA, Peru", "MENAFN+Trend News Agency", DAY),
            ("(Lima, Peru – 5 May 2031) –", "Lima, Peru", "", DAY),
            ("ETV, Tallinn, 05.05.2031.", "Tallinn", "ETV", DAY),
            ("Kuwait:", "Kuwait", "", ""),
            ("LIMA (Reuters) -", "LIMA", "Reuters", ""),
            ("LIMA/QUITO, May 5 (Reuters) -", "LIMA/QUITO", "Reuters", DAY),
            ("LIMA —", "LIMA", "", ""),
            ("LIMA:", "LIMA", "", ""),
            ("Lima –", "Lima", "", ""),
            ("LIMA-", "LIMA", "", ""),
            ("Lima, SANA-", "Lima", "SANA", ""),
            ("Lima, IRNA –", "Lima", "IRNA", ""),
            ("Lima (VNS) —", "Lima", "VNS", ""),
            ("LIMA. KAZINFORM -", "LIMA", "KAZINFORM", ""),
            ("LIMA, May 5. /TASS/.", "LIMA", "TASS", DAY),
            ("LIMA, May 5, /TASS/.", "LIMA", "TASS", DAY),
            ("Lima /MONTSAME/.", "Lima", "MONTSAME", ""),
            ("LIMA, May 5, 2031 /PRNewswire/ --", "LIMA", "PRNewswire", DAY),
            ("LIMA, Peru, May 5, 2031 (GLOBE NEWSWIRE) --", "LIMA, Peru", "GLOBE NEWSWIRE", DAY),
            ("LIMA, Peru--(BUSINESS WIRE)--", "LIMA, Peru", "BUSINESS WIRE", ""),
            ("LIMA, May 5, 2031 /CNW/ -", "LIMA", "CNW", DAY),
            ("Lima, May 5 /Agerpres/ -", "Lima", "Agerpres", DAY),
            ("MINSK, 5 May (BelTA) –", "MINSK", "BelTA", DAY),
            ("BAKU, Azerbaijan, May 5.", "BAKU, Azerbaijan", "", DAY),
            ("Baku, May 5, AZERTAC", "Baku", "AZERTAC", DAY),
            ("ISLAMABAD, (APP - UrduPoint / Pakistan Point News - 5th May, 2031)", "ISLAMABAD", "APP+UrduPoint+Pakistan Point News", DAY),
            ("ISLAMABAD, May 5 (APP):", "ISLAMABAD", "APP", DAY),
            ("ISLAMABAD, May 05 (INP): ", "ISLAMABAD", "INP", DAY),
            ("Bern, 05.05.2031 -", "Bern", "", DAY),
            ("Brussels, 5 May 2031 –", "Brussels", "", DAY),
            ("Brussels, 5 May 2031:", "Brussels", "", DAY),
            ("GENEVA (5 May 2031) –", "GENEVA", "", DAY),
            ("GENEVA/NEW YORK (5 May 2031) –", "GENEVA/NEW YORK", "", DAY),
            ("Geneva, Switzerland, 5 May 2031 –", "Geneva, Switzerland", "", DAY),
            ("May 5, 2031 (LIMA) –", "LIMA", "", DAY),
            ("5 May 2031, Rome -", "Rome", "", DAY),
            ("5 May 2031, Rome –", "Rome", "", DAY),
            ("Rome - 5 May 2031 -", "Rome", "", DAY),
            ("WASHINGTON, D.C., May 5, 2031 –", "WASHINGTON, D.C.", "", DAY),
            ("Washington, D.C. –", "Washington, D.C.", "", ""),
            ("WASHINGTON, May 5, 2031—", "WASHINGTON", "", DAY),
            ("St. John's, Antigua –", "St. John's, Antigua", "", ""),
            ("ST. GEORGE'S, Grenada, Monday May 5, 2031 -", "ST. GEORGE'S, Grenada", "", DAY),
            ("Castries, Monday, May 5th, 2031: -", "Castries", "", DAY),
            ("PORT-AU-PRINCE, Haiti (AP) —", "PORT-AU-PRINCE, Haiti", "AP", ""),
            ("PORT OF SPAIN, Trinidad, CMC –", "PORT OF SPAIN, Trinidad", "CMC", ""),
            ("BRIDGETOWN, Barbados, May 5, CMC –", "BRIDGETOWN, Barbados", "CMC", DAY),
            ("KINGSTON, May 5 (JIS):", "KINGSTON", "JIS", DAY),
            ("N’DJAMENA (AFP) -", "N’DJAMENA", "AFP", ""),
            ("CAIRO, May 5 (MENA) -", "CAIRO", "MENA", DAY),
            ("Doha, May 5 (QNA) -", "Doha", "QNA", DAY),
            ("DUBAI, 5th May, 2031 (WAM) --", "DUBAI", "WAM", DAY),
            ("ABU DHABI, 5th May 2031 (WAM) –", "ABU DHABI", "WAM", DAY),
            ("Manama, May 5 (BNA):", "Manama", "BNA", DAY),
            ("KUWAIT, May 5 (KUNA) --", "KUWAIT", "KUNA", DAY),
            ("Muscat, 5 May (ONA) ---", "Muscat", "ONA", DAY),
            ("Amman, May 5 (Petra) –", "Amman", "Petra", DAY),
            ("RAMALLAH, May 5, 2031 (WAFA) –", "RAMALLAH", "WAFA", DAY),
            ("TEHRAN (Tasnim) –", "TEHRAN", "Tasnim", ""),
            ("TEHRAN, May 05 (MNA) –", "TEHRAN", "MNA", DAY),
            ("Algiers (APS) -", "Algiers", "APS", ""),
            ("ALGIERS-", "ALGIERS", "", ""),
            ("Rabat -", "Rabat", "", ""),
            ("Tunis, May 5 (TAP) -", "Tunis", "TAP", DAY),
            ("Khartoum, May 5 (SUNA)-", "Khartoum", "SUNA", DAY),
            ("Addis Ababa, May 5, 2031 (ENA) -", "Addis Ababa", "ENA", DAY),
            ("Addis Ababa, May 5, 2031 (FBC) –", "Addis Ababa", "FBC", DAY),
            ("Accra, May 5, GNA -", "Accra", "GNA", DAY),
            ("Accra, May 5, GNA –", "Accra", "GNA", DAY),
            ("Abuja, May 5, 2031 (NAN)", "Abuja", "NAN", DAY),
            ("WINDHOEK, 5 MAY (NAMPA) -", "WINDHOEK", "NAMPA", DAY),
            ("HARARE, May 5 (New Ziana) -", "HARARE", "New Ziana", DAY),
            ("Luanda –", "Luanda", "", ""),
            ("KIGALI –", "KIGALI", "", ""),
            ("Seoul, May 5 (Yonhap) --", "Seoul", "Yonhap", DAY),
            ("SEOUL, May 5 (Yonhap) --", "SEOUL", "Yonhap", DAY),
            ("TOKYO, May 5 (Kyodo) -", "TOKYO", "Kyodo", DAY),
            ("Pyongyang, May 5 (KCNA) --", "Pyongyang", "KCNA", DAY),
            ("Taipei, May 5 (CNA)", "Taipei", "CNA", DAY),
            ("Jakarta (ANTARA) -", "Jakarta", "ANTARA", ""),
            ("KUALA LUMPUR, May 5 (Bernama) --", "KUALA LUMPUR", "Bernama", DAY),
            ("KUALA LUMPUR, May 5 —", "KUALA LUMPUR", "", DAY),
            ("BANGKOK, May 5 (TNA) –", "BANGKOK", "TNA", DAY),
            ("(KPL)", "", "KPL", ""),
            ("MANILA, Philippines —", "MANILA, Philippines", "", ""),
            ("MANILA –", "MANILA", "", ""),
            ("Hà Nội (VNS) —", "Hà Nội", "VNS", ""),
            ("Hanoi, May 5 (VNA) –", "Hanoi", "VNA", DAY),
            ("NEW DELHI, May 5 (IANS)", "NEW DELHI", "IANS", DAY),
            ("New Delhi [India], May 5 (ANI):", "New Delhi [India]", "ANI", DAY),
            ("NEW DELHI:", "NEW DELHI", "", ""),
            ("Dhaka, May 5 (UNB) -", "Dhaka", "UNB", DAY),
            ("DHAKA, May 5, 2031 (BSS) -", "DHAKA", "BSS", DAY),
            ("KATHMANDU, May 5:", "KATHMANDU", "", DAY),
            ("Kathmandu, May 5 (RSS):", "Kathmandu", "RSS", DAY),
            ("COLOMBO (News 1st):", "COLOMBO", "News 1st", ""),
            ("KABUL (Pajhwok):", "KABUL", "Pajhwok", ""),
            ("KABUL (BNA)", "KABUL", "BNA", ""),
            ("Tashkent, Uzbekistan (UzDaily.com) --", "Tashkent, Uzbekistan", "UzDaily.com", ""),
            ("ASTANA. May 5. KAZINFORM /Aliya Bek/ -", "ASTANA", "KAZINFORM", DAY),
            ("BISHKEK (TCA) —", "BISHKEK", "TCA", ""),
            ("Bishkek, May 5, 2031 / Kabar /.", "Bishkek", "Kabar", DAY),
            ("DUSHANBE, 05.05.2031 (NIAT Khovar) –", "DUSHANBE", "NIAT Khovar", DAY),
            ("YEREVAN, MAY 5, ARMENPRESS.", "YEREVAN", "ARMENPRESS", DAY),
            ("Yerevan, 5 May, Armenpress:", "Yerevan", "Armenpress", DAY),
            ("Tbilisi, 5 May (Interpressnews):", "Tbilisi", "Interpressnews", DAY),
            ("KYIV. May 5 (Interfax-Ukraine) –", "KYIV", "Interfax-Ukraine", DAY),
            ("MOSCOW. May 5 (Interfax) -", "MOSCOW", "Interfax", DAY),
            ("MOSCOW (Sputnik) -", "MOSCOW", "Sputnik", ""),
            ("MOSCOW, May 5 (RIA Novosti) –", "MOSCOW", "RIA Novosti", DAY),
            ("Warsaw, May 5 (PAP) -", "Warsaw", "PAP", DAY),
            ("Sofia, May 5 (BTA) –", "Sofia", "BTA", DAY),
            ("Ljubljana, 5 May (STA) -", "Ljubljana", "STA", DAY),
            ("ZAGREB, 5 May (Hina) -", "ZAGREB", "Hina", DAY),
            ("BELGRADE, May 5 /Tanjug/ –", "BELGRADE", "Tanjug", DAY),
            ("SKOPJE, May 5 (MIA) -", "SKOPJE", "MIA", DAY),
            ("TIRANA, May 5 /ATA/-", "TIRANA", "ATA", DAY),
            ("Budapest, May 5 (MTI) -", "Budapest", "MTI", DAY),
            ("Prague, May 5 (CTK) -", "Prague", "CTK", DAY),
            ("TALLINN - ", "TALLINN", "", ""),
            ("VILNIUS, May 5, BNS -", "VILNIUS", "BNS", DAY),
            ("RIGA, May 5 (LETA) –", "RIGA", "LETA", DAY),
            ("ATHENS (ANA-MPA) -", "ATHENS", "ANA-MPA", ""),
            ("NICOSIA, May 5 (CNA) –", "NICOSIA", "CNA", DAY),
            ("(ANSA) -", "", "ANSA", ""),
            ("Rome, May 5 (ANSA) -", "Rome", "ANSA", DAY),
            ("(ANSA) - ROME, MAY 5 -", "ROME", "ANSA", DAY),
            ("Berlin (dpa) -", "Berlin", "dpa", ""),
            ("BERLIN, May 5 (dpa) —", "BERLIN", "dpa", DAY),
            ("Madrid, May 5 (EFE).-", "Madrid", "EFE", DAY),
            ("Havana, May 5 (Prensa Latina) –", "Havana", "Prensa Latina", DAY),
            ("HAVANA, Cuba, May 5 (ACN)", "HAVANA, Cuba", "ACN", DAY),
            ("La Paz, May 5 (ABI).-", "La Paz", "ABI", DAY),
            ("Lima, May 5.-", "Lima", "", DAY),
            ("Lima, May 5 (ANDINA).", "Lima", "ANDINA", DAY),
            ("Caracas, May 5 (AVN).-", "Caracas", "AVN", DAY),
            ("BUENOS AIRES, May 5 (MercoPress) -", "BUENOS AIRES", "MercoPress", DAY),
            ("Suva, Fiji –", "Suva, Fiji", "", ""),
            ("APIA, SAMOA –", "APIA, SAMOA", "", ""),
            ("PORT MORESBY, 05 MAY 2031 (PACNEWS) –", "PORT MORESBY", "PACNEWS", DAY),
            ("CANBERRA, May 5 AAP -", "CANBERRA", "AAP", DAY),
            ("UNITED NATIONS, May 5 (APP):", "UNITED NATIONS", "APP", DAY),
            ("Ottawa, Ontario, May 5, 2031 –", "Ottawa, Ontario", "", DAY),
            ("PARIS, May 5, 2031 /PRNewswire-FirstCall/ --", "PARIS", "PRNewswire-FirstCall", DAY),
            ("ROTTERDAM, the Netherlands, May 5, 2031 -", "ROTTERDAM, the Netherlands", "", DAY),
            ("LIMA. May 5. ANDAG -", "LIMA", "ANDAG", DAY),
            ("Puerto Ventura, 5 May 2031.", "Puerto Ventura", "", DAY),
        ];
        let wrong: Vec<String> =
            styles.iter().filter_map(|(opening, place, agencies, date)| check(opening, place, agencies, date)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn openings_that_are_no_datelines() {
        let openings = [
            "On Monday, Peru and Chile agreed.",
            "Peru – the world's second exporter – agreed.",
            "President Okello (pictured) agreed.",
            "The agreement (signed on 5 May) is a first.",
            "Note: this is a summary.",
            "However – this is new.",
            "5 May 2031 was a long day.",
            "Monday's talks - the third - ended late.",
            "Lima, the host city, was quiet.",
            "Lima will host the talks (see below).",
            "Mr SOTO (Minister for Foreign Affairs): Thank you.",
        ];
        let wrong: Vec<String> = openings.iter().filter_map(|opening| check(opening, "", "", "")).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    /// Checks the byline under a title: authors joined by "+", and the publication date.
    fn check_byline(line: &str, authors: &str, published: &str) -> Option<String> {
        let page = format!(
            "Peru and Chile sign lake treaty\n\n{line}\n\nThe two ministers met on Monday and spoke of fishing rights, of quotas and of joint patrols.\n"
        );
        let article = read(&page);
        let found = (article.authors.join("+"), article.published.unwrap_or_default());
        (found != (authors.to_owned(), published.to_owned())).then(|| format!("{line}: {found:?}"))
    }

    #[test]
    fn bylines_of_many_styles() {
        let styles = [
            ("By Ana Soto", "Ana Soto", ""),
            ("BY ANA SOTO AND LUIS VEGA", "ANA SOTO+LUIS VEGA", ""),
            ("By Ana Soto in Lima", "Ana Soto", ""),
            ("By Ana Soto, Diplomatic Editor", "Ana Soto", ""),
            ("By foreign affairs reporter Ana Soto", "Ana Soto", ""),
            ("Ana Soto", "Ana Soto", ""),
            ("Ana Soto & Luis R. Vega", "Ana Soto+Luis R. Vega", ""),
            ("Staff Reporter", "Staff Reporter", ""),
            ("by Business Desk", "Business Desk", ""),
            ("BY: Politics Desk", "Politics Desk", ""),
            ("Author: Ana Soto", "Ana Soto", ""),
            ("Text: Ana Soto", "Ana Soto", ""),
            ("Written by: Ana Soto | 5 May 2031", "Ana Soto", "2031-05-05"),
            ("Ana Soto | 5 May 2031, 10:12", "Ana Soto", "2031-05-05T10:12"),
            ("Ana Soto Published May 5, 2031 | 10:12 PM", "Ana Soto", "2031-05-05T22:12"),
            ("May 5, 2031    By Ana Soto    A+ A-", "Ana Soto", "2031-05-05"),
            ("05 May 2031 - 10:12 Ana Soto", "Ana Soto", "2031-05-05T10:12"),
            ("Posted by Ana Soto on May 5, 2031 in News | 3 Comments", "Ana Soto", "2031-05-05"),
            ("Published on: Monday, 5 May 2031 10:12", "", "2031-05-05T10:12"),
            ("Posted: May 5, 2031 | Updated: May 6, 2031", "", "2031-05-05"),
            ("Last updated: 6 May 2031", "", "2031-05-06"),
            ("Published\n5 May 2031\nLast updated\n6 May 2031", "", "2031-05-05"),
            ("Source: Andean Wire    Editor: lvega    2031-05-05 10:12:13", "", "2031-05-05T10:12:13"),
            ("05.05.2031 [22:31]", "", "2031-05-05T22:31"),
            ("May 2031", "", "2031-05"),
            ("Photo: Ana Soto", "", ""),
            ("Media contact: Ana Soto, press@example.org", "", ""),
            ("Rosa Soto in Lima", "Rosa Soto", ""),
            ("Rosa Soto in Lima and Luis Vega in Arica\nMon 5 May 2031 17.06 BST", "Rosa Soto+Luis Vega", "2031-05-05T17:06+01:00"),
            ("Luis Vega reports from Arica", "Luis Vega", ""),
            ("Interview by Rosa Soto", "Rosa Soto", ""),
            ("Our weekly column by Rosa Soto\nMonday, 5 May 2031", "Rosa Soto", "2031-05-05"),
            ("Report by Rosa Soto; editing by Luis Vega", "Rosa Soto", ""),
            ("From Rosa Soto, Lima", "Rosa Soto", ""),
            ("From Our Correspondent", "Our Correspondent", ""),
            ("Rosa SOTO (AFP)", "Rosa SOTO", ""),
            ("Rosa Soto\nSenior reporter", "Rosa Soto", ""),
            ("Rosa Soto   The Lima Herald", "Rosa Soto", ""),
            ("HON ROSA SOTO", "", ""),
            ("KEY POINTS", "", ""),
            ("Posted On: 05 MAY 2031 8:57PM by PIB Lima", "", "2031-05-05T20:57"),
            ("News provided by\nAndean Lakes Union\nMay 05, 2031", "", "2031-05-05"),
        ];
        let wrong: Vec<String> = styles.iter().filter_map(|(line, authors, published)| check_byline(line, authors, published)).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn datelines_under_the_title() {
        let text = "The two governments signed a treaty on the shared waters of the lake on Monday, the Foreign Ministry said.";
        let lines = [
            ("ARICA | Mon May 5, 2031 4:10am GMT", Some("ARICA"), "2031-05-05T04:10Z"),
            ("Arica  /  Mon, May 5, 2031  /  07:12 pm", Some("Arica"), "2031-05-05T19:12"),
            ("05 May 2031 | Arica", Some("Arica"), "2031-05-05"),
            ("World | 5 May 2031", None, "2031-05-05"),
            ("Arica Desk | 5 May 2031", None, "2031-05-05"),
        ];
        for (line, place, published) in lines {
            let article = read(&format!("Peru, Chile sign lake treaty\n\n{line}\n\n{text}\n"));
            let found = (article.dateline.and_then(|line| line.place), article.published.unwrap_or_default());
            assert_eq!(found, (place.map(str::to_owned), published.to_owned()), "{line}");
        }
    }

    #[test]
    fn a_town_and_its_state_on_a_line_of_their_own() {
        let text = "The two governments signed a treaty on the shared waters of the lake on Monday, the Foreign Ministry said.";
        let lines = [
            ("May 5, 2031\nArica, Chile", Some("Arica, Chile"), "2031-05-05"),
            ("Washington, DC\nMay 5, 2031", Some("Washington, DC"), "2031-05-05"),
            ("Nairobi, Kenya, May 5, 2031", Some("Nairobi, Kenya"), "2031-05-05"),
            ("May 5, 2031\n\nNAIROBI, Kenya", Some("NAIROBI, Kenya"), ""),
            ("May 5, 2031\n\nNairobi, Kenya", None, ""),
        ];
        for (line, place, date) in lines {
            let dateline = read(&format!("Peru, Chile sign lake treaty\n\n{line}\n\n{text}\n")).dateline.unwrap_or_default();
            assert_eq!((dateline.place.as_deref(), dateline.date.unwrap_or_default().as_str()), (place, date), "{line}");
        }
    }

    #[test]
    fn an_agency_over_the_text_joins_a_dateline_under_the_title() {
        let text = "The two governments signed a treaty on the shared waters of the lake on Monday, the Foreign Ministry said.";
        let article = read(&format!("Peru, Chile sign lake treaty\n\nARICA | May 5, 2031\n\n(Andes News) - {text}\n"));
        assert_eq!(article.dateline.map(|line| line.agencies), Some(vec!["Andes News".to_owned()]));
    }

    #[test]
    fn titles_among_the_lines_of_a_page() {
        let text = "The two governments signed a treaty on the shared waters of the lake on Monday, the Foreign Ministry said.";
        let titles = [
            (
                "The Lima Post\nHome | World | Sport\n\nPeru, Chile sign lake treaty\nEleven years of talks come to an end",
                "Peru, Chile sign lake treaty",
            ),
            ("EMBASSY OF PERU IN CHAD\nPRESS RELEASE\n\nPeru opens a school in N'Djamena", "Peru opens a school in N'Djamena"),
            (
                "Joint Statement\nby the President of Peru\nand the President of Chile\n\nLima, 5 May 2031",
                "Joint Statement by the President of Peru and the President of Chile",
            ),
            ("Subject: Peru, Chile sign lake treaty\nDate: 5 May 2031", "Peru, Chile sign lake treaty"),
            ("# Peru, Chile sign lake treaty", "Peru, Chile sign lake treaty"),
            ("Peru, Chile sign lake treaty | The Lima Post\n\nPeru, Chile sign lake treaty", "Peru, Chile sign lake treaty"),
            ("Home » News » Peru, Chile sign lake treaty\nPeru, Chile sign lake treaty", "Peru, Chile sign lake treaty"),
            (
                "ANDES TREATY BULLETIN\nunofficial digest of notifications\nNo. 34          Issued: 5 May 2031\n\nPeru, Chile sign lake treaty",
                "Peru, Chile sign lake treaty",
            ),
            ("ANDES TREATY BULLETIN\n\nDepositary actions, week of 5 May 2031", "Depositary actions, week of 5 May 2031"),
            ("Peru, Chile sign\nlake waters treaty\n\nBy Rosa Soto", "Peru, Chile sign lake waters treaty"),
            ("JOINT COMMUNIQUÉ\nON THE VISIT OF THE PRESIDENT OF PERU", "JOINT COMMUNIQUÉ ON THE VISIT OF THE PRESIDENT OF PERU"),
            ("Dear colleagues,", ""),
            ("", ""),
        ];
        for (header, title) in titles {
            assert_eq!(read(&format!("{header}\n\n{text}\n")).title.unwrap_or_default(), title, "{header}");
        }
    }

    #[test]
    fn a_title_speaks_of_what_the_text_speaks_of() {
        let page = "Skip to the list of all services for citizens, firms and visitors\n\n5 May 2031\n\nChad and Niger sign well pact\n\n\
                    The pact on wells was signed by the water ministers of Chad and Niger on Monday, after two years of talks.\n";
        assert_eq!(read(page).title.as_deref(), Some("Chad and Niger sign well pact"));
    }

    #[test]
    fn a_credit_behind_the_text_says_when() {
        let page = "Chad and Niger sign well pact\n\nThe pact on wells was signed by the water ministers of Chad and Niger on Monday, after two \
                    years of talks.\n\n(Xinhua News Agency January 3, 2031)\n";
        assert_eq!(read(page).published.as_deref(), Some("2031-01-03"));
    }
}
