//! Lengths of time and what comes again: "five years", "two-and-a-half years", "the past decade", "every Monday".

use super::form::{Expr, Form};
use super::numerals::Numeral;
use super::scan::{Found, Scan};
use super::value::{Each, Modifier, Value};
use super::words::{DateWord, Direction};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{NumberKind, WordId};
use crate::report::{Duration, Unit, Vague};

/// How much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// A count of a unit, and of a smaller one.
    Exact([(u32, Unit); 2]),
    /// "several years"
    Some(Unit),
}

impl Scan<'_> {
    /// "five years", "nearly two months", "the past decade", "a five-year"
    pub(super) fn length(&self, i: usize) -> Option<Form> {
        if let Some(form) = self.vague_plural(i) {
            return Some(form);
        }
        if let Some(form) = self.one_day(i) {
            return Some(form);
        }
        let (start, modifier) = self.about(i);
        let at = self.behind_span_words(start);
        let (end, amount) = self.amount(at).or_else(|| self.bare_plural(at)).or_else(|| self.long(at))?;
        if let Some(form) = self.vague_ago(at, end, amount) {
            return Some(form);
        }
        // "a month-long siege"
        let long = self.doc.word(end) == w::HYPHEN && self.doc.is_glued(end) && self.has(end + 1, |word| word == DateWord::More);
        let end = if long { end + 2 } else { end };
        if self.is_age(end) || self.ago_word(end).is_some() && !amount.is_short_of_a_day() {
            return None;
        }
        let value = amount.value()?;
        Some(Form { toks: at..end, wide: i..end, expr: Expr::Value(value), modifier, timex_only: true })
    }

    /// "the year ended 31 March", "the fiscal year ending tomorrow": as long as a year, to that day.
    pub(super) fn year_ended(&self, i: usize) -> Option<Form> {
        let at = if matches!(self.doc.word(i), w::THE | w::ITS | w::A) { i + 1 } else { i };
        let at = if self.has(at, |word| matches!(word, DateWord::Fiscal)) { at + 1 } else { at };
        let year = self.unit(at) == Some((at + 1, (Unit::Year, false)));
        let ending = self.joined(at + 1) && self.has(at + 1, |word| word == DateWord::Ending);
        if !year || !ending || self.chain(at + 2, true).is_none() {
            return None;
        }
        let value = Value::Duration(Duration::of(1, Unit::Year)?);
        Some(Form { toks: i..at + 1, wide: i..at + 1, expr: Expr::Value(value), modifier: None, timex_only: true })
    }

    /// "will one day": in the future, and no more is said.
    fn one_day(&self, i: usize) -> Option<Form> {
        const LEADS: &[WordId] = &[w::WILL, w::WOULD, w::MAY, w::MIGHT, w::COULD, w::SHOULD, w::CAN, w::TO, w::MUST];
        let day = self.doc.word(i) == w::ONE && self.unit(i + 1) == Some((i + 2, (Unit::Day, false)));
        let led = i > 0 && self.is_one_of(i - 1, LEADS);
        let expr = Expr::Vague(Vague::Future);
        (day && led).then(|| Form { toks: i..i + 2, wide: i..i + 2, expr, modifier: None, timex_only: true })
    }

    /// "several years ago", "long ago", "years ago": in the past, and no more is said.
    fn vague_ago(&self, i: usize, end: usize, amount: Amount) -> Option<Form> {
        let vague = matches!(amount, Amount::Some(_)) && self.joined(end) && self.doc.word(end) == w::AGO;
        vague.then(|| Form { toks: i..end + 1, wide: i..end + 1, expr: Expr::Vague(Vague::Past), modifier: None, timex_only: false })
    }

    /// "recent years", "the coming months": when, rather than how long.
    fn vague_plural(&self, i: usize) -> Option<Form> {
        let at = if matches!(self.doc.word(i), w::THE | w::THESE) { i + 1 } else { i };
        let (next, direction) = self.direction(at)?;
        let vague = match direction {
            Direction::Recent => Vague::Past,
            Direction::Last if at == i => Vague::Past,
            Direction::Coming => Vague::Future,
            _ => return None,
        };
        let (end, _) = self.unit(next).filter(|&(_, (unit, plural))| plural && unit >= Unit::Day && self.joined(next))?;
        Some(Form { toks: at..end, wide: i..end, expr: Expr::Vague(vague), modifier: None, timex_only: true })
    }

    /// "more than", "about", "nearly", "at least", "up to"
    fn about(&self, i: usize) -> (usize, Option<Modifier>) {
        match self.date_word(i, |word| match word {
            DateWord::About(modifier) => Some(modifier),
            _ => None,
        }) {
            Some((next, modifier)) if self.joined(next) => (next, Some(modifier)),
            _ => (i, None),
        }
    }

    /// "the past", "the next", "the first", "the": what stands before a length that has its place in time.
    fn behind_span_words(&self, i: usize) -> usize {
        let mut at = if matches!(self.doc.word(i), w::THE | w::THESE | w::THOSE) { i + 1 } else { i };
        if let Some((next, _)) = self.direction(at) {
            at = next;
        } else if self.number_word(at, NumberKind::Ordinal).is_some_and(|(_, number)| number == 1) {
            at += 1;
        }
        // "the year-earlier nine months"
        if self.doc.word(at + 1) == w::HYPHEN && matches!(self.doc.word(at + 2), w::AGO | w::EARLIER) && self.unit(at).is_some() {
            at += 3;
        }
        if at > i && self.joined(at) { at } else { i }
    }

    /// A count with its unit: "five years", "18-month", "a year and a half", "two-and-a-half years", "a few days"
    pub(super) fn amount(&self, i: usize) -> Found<Amount> {
        let (next, count) = self.count(i)?;
        let hyphen = matches!(self.doc.word(next), w::HYPHEN | w::EN_DASH) && self.doc.is_glued(next);
        let at = if hyphen { next + 1 } else { next };
        if !self.joined(at) && !hyphen {
            return None;
        }
        if let (Count::Exact(count, false), true) = (count, self.has(at, |word| matches!(word, DateWord::Fortnight))) {
            return Some((at + 1, Amount::Exact([(count.checked_mul(2)?, Unit::Week), (0, Unit::Second)])));
        }
        let (mut end, (unit, plural)) = self.unit(at)?;
        // "three-quarters of its food" is a fraction.
        if unit == Unit::Quarter && plural && hyphen {
            return None;
        }
        match count {
            Count::Vague => Some((end, Amount::Some(unit))),
            Count::Exact(count, half) => {
                if (unit == Unit::Second || unit == Unit::Quarter) && !plural && !hyphen {
                    return None;
                }
                let mut counts = [(count, unit), (0, Unit::Second)];
                if half {
                    counts[1] = half_of(unit)?;
                } else if let Some((next, more)) = self.and_more(end, unit) {
                    counts[1] = more;
                    end = next;
                }
                if counts[0].0 == 0 {
                    counts = [counts[1], (0, Unit::Second)];
                }
                Some((end, Amount::Exact(counts)))
            }
        }
    }

    /// "and a half", "and six months" behind a first length.
    fn and_more(&self, i: usize, unit: Unit) -> Found<(u32, Unit)> {
        let at = if self.doc.word(i) == w::AND { i + 1 } else { i };
        if !self.joined(i) {
            return None;
        }
        if at > i && self.doc.word(at) == w::A && self.is_half(at + 1) {
            return Some((at + 2, half_of(unit)?));
        }
        let (next, Count::Exact(count, false)) = self.count(at)? else { return None };
        let (end, (smaller, _)) = self.unit(next)?;
        let below = matches!(
            (unit, smaller),
            (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
                | (Unit::Month, Unit::Week | Unit::Day)
                | (Unit::Week, Unit::Day)
                | (Unit::Hour, Unit::Minute)
                | (Unit::Minute, Unit::Second)
                | (Unit::Day, Unit::Hour)
        );
        (below && self.joined(next)).then_some((end, (count, smaller)))
    }

    /// "day-long", "half-hour": of one, or half of one.
    fn long(&self, i: usize) -> Found<Amount> {
        // "half-hour"
        if self.is_half(i) {
            let at = if self.doc.word(i + 1) == w::HYPHEN { i + 2 } else { i + 1 };
            let (end, (unit, plural)) = self.unit(at).filter(|_| self.joined(i + 1))?;
            let half = half_of(unit).filter(|_| !plural)?;
            return Some((end, Amount::Exact([half, (0, Unit::Second)])));
        }
        let (end, (unit, plural)) = self.unit(i)?;
        let long = self.doc.word(end) == w::HYPHEN && self.doc.is_glued(end) && self.has(end + 1, |word| word == DateWord::More);
        (!plural && long).then_some((end + 2, Amount::Exact([(1, unit), (0, Unit::Second)])))
    }

    /// "years", "weeks": an unnamed number of them.
    fn bare_plural(&self, i: usize) -> Found<Amount> {
        let (end, (unit, plural)) = self.unit(i)?;
        let as_many = i > 1 && self.doc.word(i - 2) == w::AS && self.number_word(i - 1, NumberKind::Vague).is_some();
        (plural && unit >= Unit::Day && unit != Unit::Quarter && !as_many).then_some((end, Amount::Some(unit)))
    }

    fn is_half(&self, i: usize) -> bool {
        self.has(i, |word| matches!(word, DateWord::Half))
    }

    pub(super) fn unit(&self, i: usize) -> Found<(Unit, bool)> {
        self.date_word(i, |word| match word {
            DateWord::Unit { unit, plural } => Some((unit, plural)),
            _ => None,
        })
    }

    /// "five", "5", "a", "two-and-a-half", "2 1/2", "half a", "several", "a few"
    fn count(&self, i: usize) -> Found<Count> {
        if let Some((next, _)) = self.number_word(i, NumberKind::Vague).filter(|&(next, _)| self.joined(next)) {
            // "in as many weeks"
            let as_many = i > 0 && self.doc.word(i - 1) == w::AS;
            return (!as_many).then_some((next, Count::Vague));
        }
        let (next, count) = match self.doc.word(i) {
            _ if self.is_half(i) && matches!(self.doc.word(i + 1), w::A | w::AN) => return Some((i + 2, Count::Exact(0, true))),
            w::A | w::AN | w::ANOTHER => match self.number_word(i, NumberKind::Cardinal) {
                Some(found) => found,
                None => (i + 1, 1),
            },
            _ => match self.numeral(i) {
                Numeral::Plain(count, digits) if digits <= 4 && !self.figure_before(i) => (i + 1, count),
                Numeral::Dotted([(count, _), (5, 1), _], 2) => return Some((i + 1, Count::Exact(count, true))),
                _ => self.number_word(i, NumberKind::Cardinal)?,
            },
        };
        let (next, count) = match self.date_word(next, |word| match word {
            DateWord::Magnitude(factor) => Some(factor),
            _ => None,
        }) {
            Some((end, factor)) if self.joined(next) => (end, count.checked_mul(factor)?),
            _ => (next, count),
        };
        let next = self.behind_figure_in_brackets(next);
        let half = self.half_behind(next);
        let end = half.unwrap_or(next);
        let end = if self.has(end, |word| matches!(word, DateWord::More)) { end + 1 } else { end };
        Some((end, Count::Exact(count, half.is_some())))
    }

    /// "five (5) years"
    fn behind_figure_in_brackets(&self, i: usize) -> usize {
        let brackets = self.doc.word(i) == w::OPEN && self.doc.is_number(i + 1) && self.doc.word(i + 2) == w::CLOSE;
        if brackets { i + 3 } else { i }
    }

    /// "-and-a-half", " and a half", " 1/2"
    fn half_behind(&self, i: usize) -> Option<usize> {
        let at = if self.doc.word(i) == w::HYPHEN { i + 1 } else { i };
        if self.doc.word(at) == w::AND {
            let at = if self.doc.word(at + 1) == w::HYPHEN { at + 2 } else { at + 1 };
            if self.doc.word(at) == w::A {
                let at = if self.doc.word(at + 1) == w::HYPHEN { at + 2 } else { at + 1 };
                return self.is_half(at).then_some(at + 1);
            }
        }
        let fraction =
            self.numeral(at) == Numeral::Plain(1, 1) && self.doc.word(at + 1) == w::SLASH && self.numeral(at + 2) == Numeral::Plain(2, 1);
        fraction.then_some(at + 3)
    }

    /// Whether a figure belongs to a longer one: "1,200", "$5", "10-5".
    fn figure_before(&self, i: usize) -> bool {
        i > 0
            && self.doc.is_glued(i)
            && !matches!(self.doc.word(i - 1), w::OPEN | w::HYPHEN | w::EN_DASH | w::QUOTE | w::OPEN_QUOTE | w::EM_DASH)
    }

    /// "five years old", "a 5-year-old", "years of age"
    fn is_age(&self, i: usize) -> bool {
        let at = if self.doc.word(i) == w::HYPHEN { i + 1 } else { i };
        let at = if self.doc.word(at) == w::OF { at + 1 } else { at };
        self.has(at, |word| matches!(word, DateWord::Age))
    }

    /// "every day", "each Monday", "every two years", "daily", "annually", "on Mondays"
    pub(super) fn set(&self, i: usize) -> Option<Form> {
        let form = |end, value| Form { toks: i..end, wide: i..end, expr: Expr::Value(value), modifier: None, timex_only: true };
        if let Some((end, duration)) = self.date_word(i, |word| match word {
            DateWord::Frequency(units) => units.duration(),
            _ => None,
        }) {
            return Some(Form { expr: Expr::Set(Value::Duration(duration)), ..form(end, Value::Duration(duration)) });
        }
        if matches!(self.doc.word(i), w::EACH | w::EVERY) {
            let (end, value) = self.each(i + 1)?;
            return Some(Form { expr: Expr::Set(value), ..form(end, value) });
        }
        // "Mondays", "Monday nights"
        let (end, each) = self
            .date_word(i, |word| match word {
                DateWord::Weekdays(day) => Some((i + 1, Each::Weekday(day.to_monday_one_offset() as u8, None))),
                DateWord::Weekday { day, whole: true } => {
                    // "Monday and Tuesday nights": the part belongs to both.
                    let listed = matches!(self.doc.word(i + 1), w::AND | w::OR) && self.weekday(i + 2).is_some();
                    let behind = if listed { i + 3 } else { i + 1 };
                    let parts = |word| match word {
                        DateWord::DayPart { part, plural: true } => Some(part),
                        _ => None,
                    };
                    let (end, part) = self.date_word(behind, parts).filter(|_| self.joined(behind))?;
                    Some((if listed { i + 1 } else { end }, Each::Weekday(day.to_monday_one_offset() as u8, Some(part))))
                }
                _ => None,
            })?
            .1;
        Some(Form { expr: Expr::Set(Value::Each(each)), ..form(end, Value::Each(each)) })
    }

    /// What stands behind "each" and "every".
    fn each(&self, i: usize) -> Found<Value> {
        if self.doc.word(i) == w::OTHER {
            if let Some((end, (day, true))) = self.weekday(i + 1) {
                return Some((end, Value::Each(Each::Weekday(day.to_monday_one_offset() as u8, None))));
            }
            let (end, (unit, _)) = self.unit(i + 1)?;
            return Some((end, Amount::Exact([(2, unit), (0, Unit::Second)]).value()?));
        }
        if let Some((end, amount)) = self.amount(i) {
            return Some((end, amount.value()?));
        }
        self.date_word(i, |word| match word {
            DateWord::Unit { unit, plural: false } => Amount::Exact([(1, unit), (0, Unit::Second)]).value(),
            DateWord::Weekday { day, whole: true } => Some(Value::Each(Each::Weekday(day.to_monday_one_offset() as u8, None))),
            DateWord::Month { month, whole: true } => Some(Value::Each(Each::Month(month))),
            DateWord::Season(season) => Some(Value::Each(Each::Season(season))),
            DateWord::DayPart { part, plural: false } => Some(Value::Each(Each::DayPart(part))),
            DateWord::Weekend => Some(Value::Each(Each::Weekend)),
            _ => None,
        })
    }
}

/// How many.
#[derive(Clone, Copy)]
enum Count {
    /// So many, and half of one more.
    Exact(u32, bool),
    Vague,
}

fn half_of(unit: Unit) -> Option<(u32, Unit)> {
    Some(match unit {
        Unit::Minute => (30, Unit::Second),
        Unit::Hour => (30, Unit::Minute),
        Unit::Day => (12, Unit::Hour),
        Unit::Year => (6, Unit::Month),
        Unit::Decade => (5, Unit::Year),
        Unit::Century => (50, Unit::Year),
        _ => return None,
    })
}

impl Amount {
    /// "a few days", "a minute and a half": no day comes of it when "later" follows, so it is how long.
    pub(super) fn is_short_of_a_day(self) -> bool {
        match self {
            Amount::Some(_) => true,
            Amount::Exact([(count, unit), _]) => unit < Unit::Hour || unit == Unit::Hour && count % 24 != 0,
        }
    }

    fn value(self) -> Option<Value> {
        match self {
            Amount::Some(unit) => Some(Value::Some(unit)),
            Amount::Exact([(count, unit @ (Unit::Quarter | Unit::Decade | Unit::Century | Unit::Millennium)), (0, _)]) => {
                (count > 0).then_some(Value::Count { count, unit })
            }
            Amount::Exact([(count, unit), (more, smaller)]) => {
                let duration = Duration::of(count, unit)?;
                Some(Value::Duration(if more == 0 { duration } else { duration.and(more, smaller)? }))
            }
        }
    }
}
