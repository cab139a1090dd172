//! Times of day: "3 p.m.", "15:00 GMT", "8.40am", "11h42", "0600 BST", "noon".

use jiff::tz::Offset;

use super::form::Fields;
use super::numerals::Numeral;
use super::scan::{Found, Scan};
use super::value::DayPart;
use super::words::DateWord;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, NumberKind};
use crate::report::{Clock, Unit};

/// A time with what was printed of it.
#[derive(Clone, Copy)]
struct Read {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// "p.m."
    afternoon: Option<bool>,
    utc: bool,
}

impl Scan<'_> {
    /// "3 p.m.", "15:00 (GMT+5)", "7:18 p.m. local time"
    pub(super) fn clock_part(&self, i: usize) -> Found<Fields> {
        let (end, clock) = self.clock(i)?;
        Some((end, Fields { clock: Some(clock), ..Fields::default() }))
    }

    pub(super) fn clock(&self, i: usize) -> Found<Clock> {
        let (mut end, mut read) = self
            .digital(i)
            .or_else(|| self.past_hour(i))
            .or_else(|| self.hour_of_meridiem(i))
            .or_else(|| self.military(i))
            .or_else(|| self.spoken(i))?;
        if read.afternoon.is_none() && read.hour <= 12 {
            if let Some((next, afternoon)) = self.meridiem(end) {
                read.afternoon = Some(afternoon);
                end = next;
            }
        }
        self.with_zone(end, read)
    }

    /// The rest of "11T15:00+05:00", whose token at `i` ends with the hour.
    pub(super) fn clock_behind_hour(&self, i: usize, hour: u8) -> Found<Clock> {
        let (end, read) = self.after_colon(i, hour)?;
        self.with_zone(end, read)
    }

    /// A time with the zone behind it.
    fn with_zone(&self, end: usize, read: Read) -> Found<Clock> {
        let mut end = end;
        let clock = read.clock()?;
        if read.utc {
            return Some((end, clock.with_offset(Offset::UTC)));
        }
        if let Some(next) = self.hours_word(end) {
            end = next;
        }
        match self.zone(end) {
            Some((next, Some(offset))) => Some((next, clock.with_offset(offset))),
            Some((next, None)) => Some((next, clock)),
            None => Some((end, clock)),
        }
    }

    /// "15:00", "9:48:30", "11:05am", "8.40am", "11h42"
    fn digital(&self, i: usize) -> Found<Read> {
        let read = |hour, minute, second, afternoon| Read { hour, minute, second, afternoon, utc: false };
        match self.numeral(i) {
            Numeral::Plain(hour, digits) if digits <= 2 && hour <= 24 && self.doc.word(i + 1) == w::COLON => {
                self.after_colon(i, hour as u8)
            }
            Numeral::Meridiem { hour, minute, afternoon } => {
                let end = if self.doc.word(i + 1) == w::STOP
                    && self.doc.is_glued(i + 1)
                    && self.doc.printed(i).ends_with(['m', 'M'])
                    && is_dotted(self.doc.printed(i))
                {
                    i + 2
                } else {
                    i + 1
                };
                Some((end, read(hour, minute.unwrap_or(0), None, Some(afternoon))))
            }
            Numeral::Hours(hour, minute) if self.doc.printed(i).len() > 3 || minute > 0 => Some((i + 1, read(hour, minute, None, None))),
            // "4 in the morning"
            Numeral::Plain(hour @ 1..=12, 1 | 2) if self.in_the_day_part(i + 1) => Some((i + 1, read(hour as u8, 0, None, None))),
            // "12.43 pm", "11.20 in the morning", "09.30 GMT"
            Numeral::Dotted([(hour, 1..=2), (minute, 2), _], 2) if hour <= 24 && minute < 60 => {
                let read = read(hour as u8, minute as u8, None, None);
                let meridiem = self.meridiem(i + 1).is_some() || self.in_the_day_part(i + 1);
                let marked = meridiem || self.zone(i + 1).is_some() || self.hours_word(i + 1).is_some();
                marked.then_some((i + 1, read))
            }
            _ => None,
        }
    }

    /// "in the morning"
    fn in_the_day_part(&self, i: usize) -> bool {
        self.doc.word(i) == w::IN
            && self.doc.word(i + 1) == w::THE
            && self.has(i + 2, |word| matches!(word, DateWord::DayPart { plural: false, .. }))
    }

    fn after_colon(&self, i: usize, hour: u8) -> Found<Read> {
        if !self.doc.is_glued(i + 1) || !self.doc.is_glued(i + 2) {
            return None;
        }
        let mut read = Read { hour, minute: 0, second: None, afternoon: None, utc: false };
        let last = |numeral: Numeral, read: &mut Read| match numeral {
            Numeral::Plain(n, 2) if n < 60 => Some(n as u8),
            Numeral::Utc(n) if n < 60 => {
                read.utc = true;
                Some(n)
            }
            Numeral::Meridiem { hour: n, minute: None, afternoon } if n < 60 => {
                read.afternoon = Some(afternoon);
                Some(n)
            }
            _ => None,
        };
        read.minute = last(self.numeral(i + 2), &mut read)?;
        let mut end = i + 3;
        if self.doc.word(end) == w::COLON && self.doc.is_glued(end) && self.doc.is_glued(end + 1) {
            read.second = Some(last(self.numeral(end + 1), &mut read)?);
            end += 2;
        }
        // A longer row of numbers is no time.
        if self.doc.word(end) == w::COLON && self.doc.is_glued(end) && self.doc.is_number(end + 1) && self.doc.is_glued(end + 1) {
            return None;
        }
        if read.afternoon.is_some() && self.doc.word(end) == w::STOP && self.doc.is_glued(end) && is_dotted(self.doc.printed(end - 1)) {
            end += 1;
        }
        Some((end, read))
    }

    /// "3 p.m.", "three o'clock"
    fn hour_of_meridiem(&self, i: usize) -> Found<Read> {
        let (end, hour) = match self.numeral(i) {
            Numeral::Plain(hour, digits) if digits <= 2 => (i + 1, hour),
            _ => self.number_word(i, NumberKind::Cardinal)?,
        };
        if !(1..=12).contains(&hour) || !self.joined(end) {
            return None;
        }
        let read = Read { hour: hour as u8, minute: 0, second: None, afternoon: None, utc: false };
        if self.has(end, |word| matches!(word, DateWord::OClock)) {
            return Some((end + 1, read));
        }
        // "seven thirty p.m."
        let (end, minute) = match self.number_word(end, NumberKind::Cardinal) {
            Some((end, minute @ 10..=59)) => (end, minute as u8),
            _ => (end, 0),
        };
        let (end, afternoon) = self.meridiem(end)?;
        Some((end, Read { minute, afternoon: Some(afternoon), ..read }))
    }

    /// "half past seven", "a quarter to 8", "twenty minutes past five"
    fn past_hour(&self, i: usize) -> Found<Read> {
        let at = if self.doc.word(i) == w::A { i + 1 } else { i };
        let (mark, minutes) = if self.has(at, |word| word == DateWord::Half) {
            (at + 1, 30)
        } else if self.unit(at) == Some((at + 1, (Unit::Quarter, false))) {
            (at + 1, 15)
        } else {
            let (next, minutes) = match self.numeral(at) {
                Numeral::Plain(minutes, 1 | 2) => (at + 1, minutes),
                _ => self.number_word(at, NumberKind::Cardinal)?,
            };
            let (end, (unit, _)) = self.unit(next)?;
            if unit != Unit::Minute || !(1..60).contains(&minutes) || at > i {
                return None;
            }
            (end, minutes as u8)
        };
        let past = self.has(mark, |word| word == DateWord::Past);
        if !self.joined(mark) || !past && (self.doc.word(mark) != w::TO || minutes == 30) {
            return None;
        }
        let (mut end, hour) = match self.numeral(mark + 1) {
            Numeral::Plain(hour, 1 | 2) => (mark + 2, hour),
            Numeral::Other => self.number_word(mark + 1, NumberKind::Cardinal)?,
            _ => return None,
        };
        if self.has(end, |word| matches!(word, DateWord::OClock)) {
            end += 1;
        }
        // "from a quarter to 12 per cent", "ten minutes to 5 votes"
        let stands = self.is_light(end) || self.meridiem(end).is_some() || self.doc.is(end, Kind::Date);
        let counted =
            self.counts_surely(end) || self.doc.is_glued(end) && matches!(self.doc.word(end), w::PERCENT | w::COLON | w::HYPHEN | w::SLASH);
        if !(1..=12).contains(&hour) || !stands || counted {
            return None;
        }
        let hour = hour as u8;
        let (hour, minute) = if past { (hour, minutes) } else { (if hour == 1 { 12 } else { hour - 1 }, 60 - minutes) };
        Some((end, Read { hour, minute, second: None, afternoon: None, utc: false }))
    }

    /// "0600 BST", "1830 hours"
    fn military(&self, i: usize) -> Found<Read> {
        let Numeral::Plain(number, 4) = self.numeral(i) else { return None };
        let (hour, minute) = ((number / 100) as u8, (number % 100) as u8);
        let signed = matches!(self.doc.word(i + 1), w::PLUS | w::HYPHEN | w::MINUS);
        let twelve = (1..=12).contains(&hour) && self.meridiem(i + 1).is_some();
        let marked = twelve || self.hours_word(i + 1).is_some() || !signed && self.zone(i + 1).is_some_and(|(_, offset)| offset.is_some());
        (marked && hour < 24 && minute < 60).then_some((i + 1, Read { hour, minute, second: None, afternoon: None, utc: false }))
    }

    /// "noon", "midnight"
    fn spoken(&self, i: usize) -> Found<Read> {
        let (end, hour) = self.date_word(i, |word| match word {
            DateWord::ClockWord(hour) => Some(hour),
            _ => None,
        })?;
        Some((end, Read { hour, minute: 0, second: None, afternoon: None, utc: false }))
    }

    /// "p.m.", with its full stop
    fn meridiem(&self, i: usize) -> Found<bool> {
        if !self.joined(i) {
            return None;
        }
        let (mut end, afternoon) = self.date_word(i, |word| match word {
            DateWord::Meridiem { afternoon } => Some(afternoon),
            _ => None,
        })?;
        let dotted = is_dotted(self.doc.printed(i));
        if dotted && self.doc.word(end) == w::STOP && self.doc.is_glued(end) {
            end += 1;
        }
        Some((end, afternoon))
    }

    /// "hours", "hrs", "h" behind a figure.
    fn hours_word(&self, i: usize) -> Option<usize> {
        let hours = self.unit(i).is_some_and(|(_, (unit, plural))| unit == Unit::Hour && plural);
        (self.joined(i) && hours).then_some(i + 1)
    }

    /// "GMT", "(UTC+8)", "ET", "local time", "+05:00"; the offset where it has one meaning.
    fn zone(&self, i: usize) -> Found<Option<Offset>> {
        if !self.joined(i) {
            return None;
        }
        if matches!(self.doc.word(i), w::OPEN | w::OPEN_SQUARE) {
            let (end, offset) = self.named_zone(i + 1).filter(|_| self.joined(i + 1))?;
            return matches!(self.doc.word(end), w::CLOSE | w::CLOSE_SQUARE).then_some((end + 1, offset));
        }
        if matches!(self.doc.word(i), w::PLUS | w::HYPHEN | w::MINUS) && self.doc.is_glued(i + 1) {
            // "-05:00" behind a time is a range of times or an offset: only "+" and four digits or a colon make one.
            let (end, minutes) = self.offset(i)?;
            let long = end > i + 2 || self.doc.printed(i + 1).len() == 4;
            let ranged = self.doc.word(i) != w::PLUS && end > i + 2;
            return (long && !ranged).then(|| (end, Offset::from_seconds(minutes * 60).ok()));
        }
        self.named_zone(i)
    }

    /// "GMT", "UTC+8", "local time"
    fn named_zone(&self, i: usize) -> Found<Option<Offset>> {
        let (end, minutes) = self.doc.lookups_with(i, Kind::Zone).iter().find_map(|lookup| match lookup.entry {
            Entry::Zone(minutes) => Some((lookup.last as usize, minutes)),
            _ => None,
        })?;
        let Some(minutes) = minutes else { return Some((end, None)) };
        if minutes == 0 {
            if let Some((end, more)) = self.offset(end) {
                return Some((end, Offset::from_seconds(more * 60).ok()));
            }
        }
        Some((end, Offset::from_seconds(i32::from(minutes) * 60).ok()))
    }

    /// "+5", "-3:30", "+0500": minutes.
    fn offset(&self, i: usize) -> Found<i32> {
        let sign = match self.doc.word(i) {
            w::PLUS => 1,
            w::HYPHEN | w::MINUS | w::EN_DASH => -1,
            _ => return None,
        };
        let Numeral::Plain(number, digits) = self.numeral(i + 1) else { return None };
        if !self.doc.is_glued(i + 1) {
            return None;
        }
        let number = number as i32;
        let (hours, mut minutes) = if digits == 4 { (number / 100, number % 100) } else { (number, 0) };
        let mut end = i + 2;
        if digits <= 2 && self.doc.word(end) == w::COLON && self.doc.is_glued(end) {
            if let Numeral::Plain(more, 2) = self.numeral(end + 1) {
                minutes = more as i32;
                end += 2;
            }
        }
        (hours <= 14 && minutes < 60).then_some((end, sign * (hours * 60 + minutes)))
    }

    /// Whether a time without a day is one: "3:16" behind a name is a verse or a score.
    pub(super) fn clock_stands(&self, start: usize, end: usize) -> bool {
        let colon_only = end == start + 3 && self.doc.word(start + 1) == w::COLON;
        if !colon_only {
            return true;
        }
        let before = start.wrapping_sub(1);
        let glued =
            self.doc.is_glued(start) && !matches!(self.doc.word(before), w::OPEN | w::OPEN_SQUARE | w::BAR | w::EN_DASH | w::HYPHEN);
        let short = self.doc.printed(start).len() == 1;
        let named = start > 0 && self.joined(start) && self.doc.is_capitalised(before) && !w::is_function_word(self.doc.word(before));
        !(glued || short && named)
    }
}

impl Read {
    fn clock(self) -> Option<Clock> {
        let hour = match self.afternoon {
            None if self.hour == 24 && self.minute == 0 => 0,
            None => self.hour,
            Some(_) if self.hour == 0 || self.hour > 12 => return if self.hour < 24 { self.with_hour(self.hour) } else { None },
            Some(false) => self.hour % 12,
            Some(true) => self.hour % 12 + 12,
        };
        self.with_hour(hour)
    }

    fn with_hour(self, hour: u8) -> Option<Clock> {
        match self.second {
            Some(second) => Clock::seconds(hour, self.minute, second),
            None => Clock::minutes(hour, self.minute),
        }
    }
}

/// "p.m", "3p.m": the full stop behind it belongs to it.
fn is_dotted(meridiem: &str) -> bool {
    meridiem.ends_with(".m") || meridiem.ends_with(".M")
}

/// "3 in the afternoon": the hour of that part of the day.
pub(super) fn in_part(clock: Clock, part: DayPart) -> Clock {
    let hour = clock.time().hour() as u8;
    let later = match part {
        DayPart::Afternoon => hour < 12,
        DayPart::Evening => (4..12).contains(&hour),
        DayPart::Night => (7..12).contains(&hour),
        DayPart::Morning | DayPart::Daytime => false,
    };
    if !later {
        return clock;
    }
    Clock::minutes(hour + 12, clock.time().minute() as u8).unwrap_or(clock)
}
