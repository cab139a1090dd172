//! Goes through the tokens once, and tries the grammar wherever a phrase of time can begin.

use jiff::civil::Weekday;

use super::clock::in_part;
use super::form::{Anchor, Expr, Fields, Form, PartField, Shift, ShiftUnit, YearField};
use super::numerals::{self, Numeral};
use super::relative::same_day;
use super::value::{DayPart, Modifier, Value};
use super::words::{DateWord, Direction, Holiday};
use crate::doc::Doc;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, Kinds, NumberKind, WordId};
use crate::report::{Clock, Unit, Vague};

/// What a piece of grammar found: one behind its last token, and what it means.
pub(super) type Found<T> = Option<(usize, T)>;

/// The grammar over the tokens of a text.
pub(super) struct Scan<'a> {
    pub doc: &'a Doc<'a>,
}

/// The kinds of the words of dates.
const DATES: Kinds = Kinds::of(&[Kind::Date, Kind::DateCue, Kind::DateOpener]);

/// The kinds of the words that a phrase begins with.
const BEGIN: Kinds = Kinds::of(&[Kind::Date, Kind::Number, Kind::DateOpener, Kind::DatePhrase]);

/// What may stand between two parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Between {
    Nothing,
    Comma,
    At,
    On,
    Of,
    /// A dash, bar, bullet or slash, with space around.
    Bar,
    /// An opening parenthesis or bracket; it is closed behind the part.
    Open,
}

/// All temporal expressions of a text, in order, none overlapping another.
pub(crate) fn forms(doc: &Doc) -> Vec<Form> {
    let scan = Scan { doc };
    let mut out: Vec<Form> = Vec::new();
    let mut i = 0;
    while i < doc.len() {
        if scan.may_begin(i) {
            if let Some(form) = scan.form(i) {
                i = form.toks.end.max(form.wide.end).max(i + 1);
                out.push(form);
                continue;
            }
        }
        i += 1;
    }
    out
}

impl Scan<'_> {
    /// Whether a phrase can begin at a token: for nearly all words, one look at the kinds of the word.
    fn may_begin(&self, i: usize) -> bool {
        const TIME: Kinds = Kinds::of(&[Kind::Date, Kind::Number, Kind::DateOpener]);
        if !self.doc.is_any(i, BEGIN) {
            return self.doc.is_number(i);
        }
        if self.doc.is(i, Kind::Date) {
            return true;
        }
        let next = self.doc.word(i + 1);
        if self.doc.is(i, Kind::Number) {
            return self.doc.is_any(i + 1, TIME)
                || self.doc.is(i + 1, Kind::DateCue)
                || matches!(next, w::HYPHEN | w::AND | w::OF | w::OPEN);
        }
        // "the year", "every two days", "the 1990s"
        if self.doc.is(i, Kind::DateOpener) && (self.doc.is_any(i + 1, TIME) || self.doc.is_number(i + 1) || next == w::IN) {
            return true;
        }
        // "an additional year", "the full year"
        if self.doc.is(i, Kind::DateOpener) && self.doc.is(i + 1, Kind::DateCue) && self.doc.is_any(i + 2, TIME) {
            return true;
        }
        // "a few weeks", "at present", "more than"
        self.doc.lookups_at(i).iter().any(|lookup| lookup.last as usize > i + 1)
    }

    /// The phrase that begins at a token: the longest, of equally long ones the last below.
    fn form(&self, i: usize) -> Option<Form> {
        if self.doc.is_number(i) {
            return self.figure(i);
        }
        if let Some((_, word)) = self.date_word(i, Some) {
            match word {
                DateWord::DayShift(0) if self.of_the_age(i) => {
                    return Some(Form { expr: Expr::Vague(Vague::Present), ..Form::point(i..i + 1, Fields::default()) });
                }
                DateWord::Month { .. } | DateWord::DayShift(_) | DateWord::Tonight => return self.dated(i),
                DateWord::Weekday { .. } => {
                    let set = self.set(i).filter(|set| set.toks.len() == 1);
                    return set.or_else(|| longest([self.dated(i), self.set(i)]));
                }
                DateWord::Weekdays(_) | DateWord::Frequency(_) => return self.set(i),
                DateWord::Vague(_) => return self.vague(i),
                DateWord::Length(units) => {
                    return Some(Form {
                        expr: Expr::Value(Value::Duration(units.duration()?)),
                        timex_only: true,
                        ..Form::point(i..i + 1, Fields::default())
                    });
                }
                _ => {}
            }
        }
        let first = self.begins(i) | if self.doc.is(i, Kind::DateOpener) { self.begins(i + 1) } else { 0 };
        let mut best = longest([self.length(i), self.dated(i)]);
        let mut offer = |form: Option<Form>, or_equal: bool| {
            let Some(form) = form else { return };
            let longer = best.as_ref().is_none_or(|best| form.wide.end > best.wide.end || or_equal && form.wide.end == best.wide.end);
            if longer {
                best = Some(form);
            }
        };
        offer(self.set(i), false);
        if first & (begin::UNIT | begin::FISCAL) != 0 {
            offer(self.week_of(i), false);
            offer(self.year_end(i), true);
            offer(self.year_ended(i), true);
        }
        offer(self.vague(i), true);
        best
    }

    /// The phrase that begins with a figure.
    fn figure(&self, i: usize) -> Option<Form> {
        // A figure is a length only before a unit, and a date only with few digits.
        let (length, date) = match self.numeral(i) {
            Numeral::Other => return None,
            Numeral::Plain(_, digits) => (digits <= 4, matches!(digits, 1 | 2 | 4 | 6)),
            _ => (true, true),
        };
        if let Some(form) = self.hours(i).filter(|_| date) {
            return Some(form);
        }
        longest([if length && self.may_count(i) { self.length(i) } else { None }, if date { self.dated(i) } else { None }])
    }

    /// "today's world", "today's young people"
    fn of_the_age(&self, i: usize) -> bool {
        self.doc.is_possessive(i) && self.joined(i + 1) && self.has(i + 1, |word| word == DateWord::OfTheAge)
    }

    /// "now", "at present", "recently"
    fn vague(&self, i: usize) -> Option<Form> {
        let (end, (vague, timex_only)) = self.date_word(i, |word| match word {
            DateWord::Vague(vague) => Some((vague, false)),
            DateWord::VagueTimex(vague) => Some((vague, true)),
            _ => None,
        })?;
        // "as soon as", "shortly before": conjunctions, and no times; "now that" is one for TIMEX3.
        if matches!(self.doc.word(end), w::AS | w::BEFORE | w::AFTER) && end == i + 1 {
            return None;
        }
        let timex_only = timex_only || self.doc.word(end) == w::THAT;
        Some(Form { toks: i..end, wide: i..end, expr: Expr::Vague(vague), modifier: None, timex_only })
    }

    /// "the end of 2026", "early next week", "Friday, 11 April 2025 at 3 p.m.", "10:00 to 11:00"
    fn dated(&self, i: usize) -> Option<Form> {
        let (start, modifier) = match self.part_of(i) {
            Some((next, modifier)) => (next, Some(modifier)),
            None => (i, None),
        };
        let (end, fields) = match self.part_of_day(start, modifier).or_else(|| self.of_the_day(start, modifier)) {
            Some(found) => found,
            None => self.chain(start, modifier.is_some())?,
        };
        if modifier.is_none() && !self.stands_alone(i, end, &fields) {
            return None;
        }
        let form = self.range(start, end, fields);
        let of_day = form.fields().is_some_and(|fields| fields.bare && fields.level() == 8);
        let timex_only = (modifier.is_none() || of_day) && form.timex_only;
        // Records take a determiner only where the phrase is no date without it.
        let fields = form.fields();
        let same_day = fields.is_some_and(|fields| fields.level() >= 8) && matches!(self.doc.word(i), w::EARLIER | w::LATER);
        let i_record = if same_day { start } else { i };
        let bare = modifier.is_none() && self.doc.word(i) == w::THE && !self.needs_article(i + 1, &form);
        let toks = if bare { i + 1 } else { i_record }..form.toks.end;
        Some(self.in_year_of(Form { toks, wide: i..form.wide.end, modifier, timex_only, ..form }))
    }

    /// "mid-afternoon yesterday", "late afternoon": a part of the day with "early", "late" or "mid" before it.
    fn part_of_day(&self, i: usize, modifier: Option<Modifier>) -> Found<Fields> {
        if !matches!(modifier, Some(Modifier::Early | Modifier::Mid | Modifier::Late)) {
            return None;
        }
        let (end, part) = self.day_part(i)?;
        let at = if self.doc.word(end) == w::ON { end + 1 } else { end };
        if let Some((end, day)) = self.day_word(at).or_else(|| self.weekday_alone(at)).filter(|_| self.joined(end)) {
            return Some((end, Fields { day_part: Some(part), ..day }));
        }
        Some((end, Fields { day_part: Some(part), ..same_day() }))
    }

    /// "later in the day"
    fn of_the_day(&self, i: usize, modifier: Option<Modifier>) -> Found<Fields> {
        modifier.and_then(|_| self.the_day(i)).map(|end| (end, same_day()))
    }

    /// The token behind "the day", where no noun follows.
    pub(super) fn the_day(&self, i: usize) -> Option<usize> {
        self.the_day_of(i).filter(|&end| self.is_light(end) && self.doc.word(end) != w::OF)
    }

    /// "the 1988 quarter", "last year's period": for TIMEX3 the part of the year that was last spoken of.
    fn in_year_of(&self, mut form: Form) -> Form {
        let Expr::Point(fields) = &mut form.expr else { return form };
        let end = form.wide.end;
        let year = fields.level() == 2 && fields.day_to.is_none() && !fields.bare;
        let determined = form.wide.start > 0 && self.doc.word(form.wide.start - 1) == w::THE || self.doc.word(form.wide.start) == w::THE;
        let led = determined && fields.year.is_some() || fields.shift.is_some() && self.doc.is_possessive(end - 1);
        let period = |word| matches!(word, DateWord::Unit { unit: Unit::Quarter, plural: false } | DateWord::Period);
        if year && led && self.joined(end) && self.doc.word(end + 1) != w::HYPHEN && self.has(end, period) {
            fields.same_part = true;
            let the = usize::from(form.wide.start > 0 && self.doc.word(form.wide.start - 1) == w::THE);
            form.wide = form.wide.start - the..end + 1;
        }
        form
    }

    /// "by year-end", "at year-end 2024", "the year's end", "month-end"; but no "year-end bonus".
    fn year_end(&self, i: usize) -> Option<Form> {
        let at = self.doc.behind_the(i);
        let (next, (unit, plural)) = self.unit(at)?;
        if plural || !matches!(unit, Unit::Month | Unit::Quarter | Unit::Year) {
            return None;
        }
        let hyphen = self.doc.word(next) == w::HYPHEN && self.doc.is_glued(next);
        let last = if hyphen { next + 1 } else { next };
        let ends = self.has(last, |word| word == DateWord::PartOf(Modifier::End)) && self.joined(last);
        if !ends || at > i && !self.doc.is_possessive(at) {
            return None;
        }
        let since = i > 0 && self.doc.word(i - 1) == w::SINCE;
        let this = Shift { unit: ShiftUnit::Unit(unit), count: if since { -1 } else { 0 }, anchor: Anchor::Report };
        let (end, fields) = match self.numeral(last + 1) {
            Numeral::Plain(year @ 1900..=2199, 4) if unit == Unit::Year && self.joined(last + 1) => {
                let year = Some(YearField::Year(year as i16));
                (last + 2, Fields { year, ..Fields::default() })
            }
            _ => (last + 1, Fields { shift: Some(this), ..Fields::default() }),
        };
        let stands = end > last + 1 || self.is_light(end);
        stands.then(|| Form { modifier: Some(Modifier::End), ..Form::point(i..end, fields) })
    }

    /// Whether "the" belongs to a date: "the 1990s", "the 3rd", "the following day"; but not before "3rd day of May", "next week".
    fn needs_article(&self, i: usize, form: &Form) -> bool {
        let Some(fields) = form.fields() else { return true };
        // "the evening of 11 April"
        if fields.day_part.is_some() && self.has(i, |word| matches!(word, DateWord::DayPart { .. })) {
            return true;
        }
        if let Some(Shift { unit: ShiftUnit::Unit(unit), .. }) = fields.shift {
            return unit == Unit::Day
                || fields.part.is_some()
                || self.direction(i).is_none_or(|(_, direction)| direction != Direction::Next);
        }
        match fields.part {
            // "the last day of April"
            Some(PartField::Month(_)) => fields.day.is_none() || self.direction(i).is_some(),
            Some(PartField::Season(_)) => fields.year.is_none(),
            _ => true,
        }
    }

    /// "the week of 7 April", "the week beginning on 7 April"
    fn week_of(&self, i: usize) -> Option<Form> {
        let the = self.doc.word(i) == w::THE;
        let at = if the { i + 1 } else { i };
        let week = self.unit(at).is_some_and(|(_, (unit, plural))| unit == Unit::Week && !plural);
        let commencing = self.has(at + 1, |word| word == DateWord::Commencing);
        if !week || self.doc.word(at + 1) != w::OF && !commencing {
            return None;
        }
        let on = if commencing && self.doc.word(at + 2) == w::ON { at + 3 } else { at + 2 };
        let start = self.doc.behind_the(on);
        let (end, fields) = self.named_date(start).or_else(|| self.day_alone(on))?;
        let toks = i..end;
        fields.day.is_some().then(|| Form::point(toks, Fields { week_of: true, ..fields }))
    }

    /// "early", "the end of", "mid-", "later"
    fn part_of(&self, i: usize) -> Found<Modifier> {
        let word = self.doc.word(i);
        if word == w::EARLIER || word == w::LATER {
            let (next, _) = self.shift_of_report(i + 1)?;
            let modifier = if word == w::EARLIER { Modifier::Start } else { Modifier::End };
            let at = if self.doc.word(i + 1) == w::IN { i + 2 } else { i + 1 };
            return (next > at && self.joined(i + 1)).then_some((at, modifier));
        }
        let at = self.doc.behind_the(i);
        let (mut end, modifier) = self.date_word(at, |word| match word {
            DateWord::PartOf(modifier) => Some(modifier),
            _ => None,
        })?;
        if self.doc.word(end) == w::HYPHEN && self.doc.is_glued(end) {
            end += 1;
        }
        let of = self.doc.word(end) == w::OF;
        let noun = matches!(modifier, Modifier::Start | Modifier::End);
        // "end-June", "by end 2022"
        let lead = i > 0 && at == i && matches!(self.doc.word(i - 1), w::BY | w::AT | w::UNTIL | w::TILL | w::SINCE | w::FROM | w::BEFORE);
        let hyphen = self.doc.word(end - 1) == w::HYPHEN;
        if modifier == Modifier::End && (hyphen || lead) {
            let dated = self.month_alone(end, true).is_some() || matches!(self.numeral(end), Numeral::Plain(1900..=2199, 4));
            if dated && (hyphen || self.joined(end)) {
                return Some((end, modifier));
            }
        }
        // "the end of 2026", "early 2026", "the middle of May", "the late 1990s"; but no "the early May".
        let stands = of || !noun && (at == i || modifier == Modifier::Mid || self.is_decade_or_part(end));
        if !stands {
            return None;
        }
        let end = if of { end + 1 } else { end };
        self.joined(end).then_some((end, modifier))
    }

    /// Whether "early" or "late" stand before a decade or a season: "the late 1990s", "the early summer".
    fn is_decade_or_part(&self, i: usize) -> bool {
        self.decade(i).is_some() || self.date_word(i, |word| matches!(word, DateWord::Season(_)).then_some(())).is_some()
    }

    /// Parts of one date, one after the other: "5 p.m. on Tuesday, Dec. 10".
    pub(super) fn chain(&self, i: usize, within: bool) -> Found<Fields> {
        let (mut end, mut fields) = self.component(i, within)?;
        // At most: time, weekday, date, year, part of the day, zone.
        for _ in 0..5 {
            let Some((next, more)) = self.next_part(end, &fields) else { break };
            end = next;
            fields = more;
        }
        Some((end, fields))
    }

    fn next_part(&self, end: usize, fields: &Fields) -> Found<Fields> {
        if let Some(found) = self.day_part_behind(end, fields) {
            return Some(found);
        }
        if let Some(found) = self.hour_behind_part(end, fields) {
            return Some(found);
        }
        if let Some(next) = self.same_time_elsewhere(end, fields) {
            return Some((next, *fields));
        }
        let (start, between) = self.between(end)?;
        if let Some(found) = self.dotted_time(end, start, fields) {
            return Some(found);
        }
        // Most often a word follows that has nothing to do with time.
        if !self.doc.is_number(start) && !self.doc.is_any(start, BEGIN) {
            return None;
        }
        let (mut next, part) = self.component(start, true)?;
        let merged = joined(fields, between, &part, self.doc.is_possessive(end - 1))?;
        if between == Between::Open {
            if !matches!(self.doc.word(next), w::CLOSE | w::CLOSE_SQUARE) {
                return None;
            }
            next += 1;
        }
        Some((next, merged))
    }

    /// "15.06.2021, 10.45": a time with a dot, behind a date with dots.
    fn dotted_time(&self, end: usize, i: usize, fields: &Fields) -> Found<Fields> {
        let Numeral::Dotted([(hour, 2), (minute, 2), _], 2) = self.numeral(i) else { return None };
        let dotted = matches!(self.numeral(end - 1), Numeral::Dotted(_, 3)) && fields.clock.is_none();
        let clock = Clock::minutes(hour as u8, u8::try_from(minute).ok()?)?;
        (dotted && !self.counts_surely(i + 1)).then_some((i + 1, Fields { clock: Some(clock), ..*fields }))
    }

    /// "10:35 a.m. (0735 GMT)": the same time by another clock.
    fn same_time_elsewhere(&self, i: usize, fields: &Fields) -> Option<usize> {
        if fields.clock.is_none() || self.doc.word(i) != w::OPEN || !self.joined(i) {
            return None;
        }
        let (end, _) = self.clock(i + 1)?;
        (self.doc.word(end) == w::CLOSE).then_some(end + 1)
    }

    /// "Friday morning", "3 in the morning", "11 April in the evening"
    fn day_part_behind(&self, i: usize, fields: &Fields) -> Found<Fields> {
        if fields.day_part.is_some() || fields.level() < 8 || !self.joined(i) {
            return None;
        }
        let in_the = self.doc.word(i) == w::IN && self.doc.word(i + 1) == w::THE || self.doc.word(i) == w::AT && fields.clock.is_some();
        let at = match (in_the, self.doc.word(i)) {
            (true, w::IN) => i + 2,
            (true, _) => i + 1,
            _ => i,
        };
        let (end, part) = self.day_part(at)?;
        if fields.clock.is_some() && !in_the {
            // "11 p.m. on Sunday night"
            let day =
                self.date_word(i - 1, |word| matches!(word, DateWord::Weekday { .. } | DateWord::DayShift(_)).then_some(())).is_some();
            return day.then_some((end, *fields));
        }
        let clock = fields.clock.map(|clock| in_part(clock, part));
        let day_part = if clock.is_some() { fields.day_part } else { Some(part) };
        Some((end, Fields { clock, day_part, ..*fields }))
    }

    /// "this morning at 7", "Tuesday evening at about eight"
    fn hour_behind_part(&self, i: usize, fields: &Fields) -> Found<Fields> {
        let part = fields.day_part.filter(|_| fields.clock.is_none() && self.doc.word(i) == w::AT)?;
        let at = self.behind_about(i + 1);
        let (end, hour) = match self.numeral(at) {
            Numeral::Plain(hour, 1 | 2) => (at + 1, hour),
            Numeral::Other => self.number_word(at, NumberKind::Cardinal)?,
            _ => return None,
        };
        let bare =
            (1..=12).contains(&hour) && self.is_light(end) && self.clock(at).is_none() && !self.has(end, |word| word == DateWord::OClock);
        let more = self.doc.is_glued(end) && matches!(self.doc.word(end), w::COLON | w::HYPHEN | w::SLASH | w::PERCENT);
        let clock = in_part(Clock::minutes(hour as u8, 0)?, part);
        (bare && !more).then_some((end, Fields { clock: Some(clock), day_part: None, ..*fields }))
    }

    /// What stands between two parts, and where the second begins.
    fn between(&self, i: usize) -> Option<(usize, Between)> {
        if !self.joined(i) {
            return None;
        }
        let word = self.doc.word(i);
        let (next, between) = match word {
            w::COMMA => match self.doc.word(i + 1) {
                w::AT => (i + 2, Between::At),
                w::ON => (i + 2, Between::On),
                w::BAR | w::HYPHEN | w::EN_DASH => (i + 2, Between::Bar),
                _ => (i + 1, Between::Comma),
            },
            w::AT => (i + 1, Between::At),
            w::ON => (i + 1, Between::On),
            w::OF | w::IN => (i + 1, Between::Of),
            w::OPEN | w::OPEN_SQUARE => (i + 1, Between::Open),
            w::BAR | w::HYPHEN | w::EN_DASH | w::EM_DASH | w::BULLET | w::SLASH | w::MIDDLE_DOT if !self.doc.is_glued(i) => {
                (i + 1, Between::Bar)
            }
            _ => return Some((i, Between::Nothing)),
        };
        let next = if between == Between::At { self.behind_about(next) } else { next };
        self.joined(next).then_some((next, between))
    }

    /// "at about 3 p.m."
    fn behind_about(&self, i: usize) -> usize {
        if self.has(i, |word| matches!(word, DateWord::About(Modifier::Approximate))) { i + 1 } else { i }
    }

    /// One part of a date. Within a longer phrase, parts count that are no date alone.
    fn component(&self, i: usize, within: bool) -> Found<Fields> {
        // Only what can begin with such words is tried.
        macro_rules! first_of {
            ($($where:expr => $found:expr),+ $(,)?) => {
                $(if $where {
                    if let Some(found) = $found {
                        return Some(found);
                    }
                })+
            };
        }
        if self.doc.is_number(i) {
            let numeral = self.numeral(i);
            let (counts, ordinal) = (self.may_count(i), matches!(numeral, Numeral::Ordinal(_)));
            let day = ordinal || matches!(numeral, Numeral::Plain(_, 1 | 2));
            let decade = ordinal || matches!(numeral, Numeral::Plural(..)) || self.doc.word(i + 1) == w::APOSTROPHE;
            first_of! {
                !ordinal => self.numeric_date(i),
                day || matches!(numeral, Numeral::Plain(_, 6)) => self.named_date(i),
                day => self.days_of_month(i),
                !ordinal => self.clock_part(i),
                day => self.hour_of_part(i),
                counts => self.ago(i),
                counts => self.days_from(i),
                decade => self.decade(i),
                ordinal => self.quarter_or_half(i),
                matches!(numeral, Numeral::Plain(_, 4)) => self.year_part(i, within),
                ordinal => self.day_alone(i),
            }
            return None;
        }
        let led = self.doc.is(i, Kind::DateOpener);
        let first = self.begins(i) | if led { self.begins(i + 1) } else { 0 };
        let any = |bits: u16| first & bits != 0;
        use begin::{CARDINAL, CLOCK, CODE, DAY, DIRECTION, FIGURE, FISCAL, HOLIDAY, MONTH, ORDINAL, SEASON, UNIT, WEEKDAY};
        first_of! {
            any(MONTH | ORDINAL | CARDINAL | FIGURE) => self.named_date(i),
            any(CARDINAL | CLOCK | UNIT) => self.clock_part(i),
            any(WEEKDAY) => self.weekday_part(i),
            any(CODE | UNIT | ORDINAL | FIGURE | FISCAL | DIRECTION) => self.quarter_or_half(i),
            any(ORDINAL | DIRECTION) => self.nth_weekday(i),
            any(ORDINAL | DIRECTION) => self.nth_week(i),
            any(DIRECTION) => self.last_day(i),
            any(CARDINAL | UNIT) => self.days_from(i),
            led => self.part_of_date(i),
            led || any(DAY | DIRECTION | CARDINAL | UNIT) => self.relative(i, within),
            any(SEASON) => self.season_part(i, within),
            led || any(ORDINAL) => self.decade(i),
            any(HOLIDAY) => self.holiday_part(i),
            any(FISCAL | CARDINAL | UNIT) => self.year_part(i, within),
            any(MONTH) => self.month_alone(i, within),
            led || any(ORDINAL) => self.day_alone(i),
        }
        None
    }

    /// "the evening of 11 April", "the night of Friday"
    fn part_of_date(&self, i: usize) -> Found<Fields> {
        let (end, part) = self.day_part(i + 1)?;
        if self.doc.word(i) != w::THE || self.doc.word(end) != w::OF || !self.joined(end) {
            return None;
        }
        let (end, date) = self.named_date(end + 1).or_else(|| self.weekday_alone(end + 1)).or_else(|| self.day_word(end + 1))?;
        (date.level() == 8 && date.day_to.is_none()).then_some((end, Fields { day_part: Some(part), ..date }))
    }

    /// "at 8 tonight", "around 10 tomorrow morning"
    fn hour_of_part(&self, i: usize) -> Found<Fields> {
        const LEADS: &[WordId] = &[w::AT, w::AROUND, w::ABOUT, w::BY, w::BEFORE, w::AFTER, w::UNTIL];
        let Numeral::Plain(hour @ 1..=12, 1 | 2) = self.numeral(i) else { return None };
        if i == 0 || !self.is_one_of(i - 1, LEADS) || self.doc.is_number(i + 1) || !self.joined(i + 1) {
            return None;
        }
        let (mut end, mut day) = self.day_word(i + 1).or_else(|| self.weekday_alone(i + 1)).or_else(|| self.pointed(i + 1, false))?;
        if let Some((behind, fields)) = self.day_part_behind(end, &day) {
            (end, day) = (behind, fields);
        }
        let clock = in_part(Clock::minutes(hour as u8, 0)?, day.day_part?);
        Some((end, Fields { clock: Some(clock), day_part: None, ..day }))
    }

    /// "9-11 a.m. on 5 May", "from 2 to 4 p.m.": the half of the day is that of the second hour.
    fn hours(&self, i: usize) -> Option<Form> {
        let Numeral::Plain(hour @ 1..=12, 1 | 2) = self.numeral(i) else { return None };
        let to_start = self.range_mark(i + 1)?;
        let named = |end: usize| {
            (to_start..end).any(|i| {
                matches!(self.numeral(i), Numeral::Meridiem { .. }) || self.has(i, |word| matches!(word, DateWord::Meridiem { .. }))
            })
        };
        let (clock_end, clock) = self.clock(to_start)?;
        if !named(clock_end)
            || self.is_part_of_figure(i)
            || self.doc.word(i + 1) == w::AND && !(i > 0 && self.doc.word(i - 1) == w::BETWEEN)
        {
            return None;
        }
        let (to_end, to) = self.chain(to_start, true)?;
        let (hour, last) = (hour as u8 % 12, clock.time().hour() as u8);
        let first = if hour + 12 < last { hour + 12 } else { hour };
        let first = Clock::minutes(first, 0)?;
        let from = Fields { clock: Some(clock.offset().map_or(first, |offset| first.with_offset(offset))), ..to };
        (to.clock == Some(clock)).then(|| {
            let expr = Expr::Range { from, to, from_end: i + 1, to_start };
            Form { expr, ..Form::point(i..to_end, from) }
        })
    }

    /// What the words at a token can begin, as bits of [`begin`].
    fn begins(&self, i: usize) -> u16 {
        if self.doc.is_number(i) {
            return begin::FIGURE;
        }
        self.doc.lookups_at(i).iter().fold(0, |bits, lookup| bits | begin::of(lookup.entry))
    }

    /// Whether a figure can be the count of a length: "5 years", "18-month", "five (5) years".
    fn may_count(&self, i: usize) -> bool {
        const COUNTED: Kinds = Kinds::of(&[Kind::Date, Kind::DateCue]);
        let next = self.doc.word(i + 1);
        self.doc.is_any(i + 1, COUNTED) || matches!(next, w::HYPHEN | w::AND | w::OPEN) || self.doc.is_number(i + 1)
    }

    /// "Friday", "Fri."
    fn weekday_part(&self, i: usize) -> Found<Fields> {
        let (mut end, (day, whole)) = self.weekday(i)?;
        if i > 0 && self.holiday(i - 1).is_some_and(|(last, _)| last == end && self.names_accord(last)) {
            return None;
        }
        if !whole && self.doc.word(end) == w::STOP && self.doc.is_glued(end) {
            end += 1;
        }
        let weekday = Fields { weekday: Some(day), ..Fields::default() };
        // "Tuesday next", "Wednesday last"
        if let Some((next, direction)) = self.direction(end).filter(|&(next, _)| self.joined(end) && self.is_light(next)) {
            let count = match direction {
                Direction::Last => -1,
                Direction::Next => 1,
                _ => return Some((end, weekday)),
            };
            let shift = Some(Shift { unit: ShiftUnit::Named, count, anchor: Anchor::Report });
            return Some((next, Fields { shift, ..weekday }));
        }
        Some((end, weekday))
    }

    pub(super) fn weekday(&self, i: usize) -> Found<(Weekday, bool)> {
        self.date_word(i, |word| match word {
            DateWord::Weekday { day, whole } => Some((day, whole)),
            _ => None,
        })
    }

    /// "morning", "night"
    pub(super) fn day_part(&self, i: usize) -> Found<DayPart> {
        self.date_word(i, |word| match word {
            DateWord::DayPart { part, plural: false } => Some(part),
            _ => None,
        })
    }

    /// "Christmas Eve", "Easter Monday 2026"
    pub(super) fn holiday_part(&self, i: usize) -> Found<Fields> {
        let (end, holiday) = self.holiday(i).filter(|&(end, _)| !self.names_accord(end))?;
        // "Easter week"
        let week_of = self.joined(end) && self.unit(end) == Some((end + 1, (Unit::Week, false)));
        Some((end + usize::from(week_of), Fields { holiday: Some(holiday), week_of, ..Fields::default() }))
    }

    fn holiday(&self, i: usize) -> Found<Holiday> {
        self.date_word(i, |word| match word {
            DateWord::Holiday(holiday) => Some(holiday),
            _ => None,
        })
    }

    /// "the Good Friday| Agreement": behind a day that an accord is named after.
    fn names_accord(&self, end: usize) -> bool {
        self.joined(end) && self.doc.is_capitalised(end) && self.has(end, |word| word == DateWord::Accord)
    }

    /// A date from this one to another: "28 March to 2 April", "2025-2027", "Tuesday to today".
    fn range(&self, start: usize, end: usize, from: Fields) -> Form {
        let point = Form::point(start..end, from);
        if let Some(open) = self.open_end(end, &from) {
            return Form { expr: Expr::Open(from), ..Form::point(start..open, from) };
        }
        let Some(to_start) = self.range_mark(end) else { return point };
        if let Some((to_end, year)) = self.short_end(&from, to_start) {
            let to = Fields { year: Some(YearField::Year(year)), ..Fields::default() };
            return Form { expr: Expr::Range { from, to, from_end: end, to_start }, ..Form::point(start..to_end, from) };
        }
        let to_start = self.part_of(to_start).map_or(to_start, |(next, _)| next);
        let Some((to_end, to)) = self.chain(to_start, true) else { return point };
        // "LUSAKA, 3 May - Today ministers met", "3 May 2012 – Monday's talks": a dateline, and what follows it.
        let apart = matches!(self.doc.word(end), w::HYPHEN | w::EN_DASH | w::EM_DASH) && !self.doc.is_glued(end);
        if apart && from.day.is_some() && to.day.is_none() && to.part.is_none() && to.year.is_none() {
            return point;
        }
        if !(spans(&from, &to) || self.uneven(start, end, &from, &to)) || self.doc.word(end) == w::AND && !self.and_spans(start, &from, &to)
        {
            return point;
        }
        let expr = Expr::Range { from, to, from_end: end, to_start };
        Form { expr, ..Form::point(start..to_end, from) }
    }

    /// "from 2015 to May 2017", "between January 2015 and 5 May 2018": ends that are not equally fine, both with a year.
    fn uneven(&self, start: usize, end: usize, from: &Fields, to: &Fields) -> bool {
        let lead = start.checked_sub(1).map_or(WordId::UNKNOWN, |before| self.doc.word(before));
        let framed = match self.doc.word(end) {
            w::TO | w::UNTIL | w::TILL | w::THROUGH => lead == w::FROM,
            w::AND => lead == w::BETWEEN,
            _ => false,
        };
        let whole = |fields: &Fields| fields.shift.is_none() && fields.clock.is_none() && fields.level() >= 2;
        let year = |fields: &Fields| matches!(fields.year, Some(YearField::Year(_)));
        framed && whole(from) && whole(to) && year(to) && (year(from) || from.level() > to.level() && from.part.is_some())
    }

    /// "1978-82", "2024/25": the last two digits of a year behind a year.
    fn short_end(&self, from: &Fields, i: usize) -> Found<i16> {
        let Some(YearField::Year(year)) = from.year.filter(|_| from.level() == 2) else { return None };
        let Numeral::Plain(digits, 2) = self.numeral(i) else { return None };
        let more = matches!(self.doc.word(i + 1), w::HYPHEN | w::SLASH) && self.doc.is_glued(i + 1) && self.doc.is_number(i + 2);
        let end = year / 100 * 100 + digits as i16;
        let end = if end < year { end + 100 } else { end };
        // "1999-00" runs into the next century; a longer span is another number.
        (self.doc.is_glued(i) && !more && end > year && (end - year < 60)).then_some((i + 1, end))
    }

    /// "2024 onwards", "2019 to date", "2022-present"
    fn open_end(&self, end: usize, from: &Fields) -> Option<usize> {
        if from.level() > 6 || from.shift.is_some() {
            return None;
        }
        if self.joined(end) && self.has(end, |word| matches!(word, DateWord::Onward)) {
            return Some(end + 1);
        }
        let to = self.range_mark(end)?;
        let to = self.doc.behind_the(to);
        self.has(to, |word| matches!(word, DateWord::OpenEnd)).then_some(to + 1)
    }

    /// Where the second date of a range would begin.
    pub(super) fn range_mark(&self, end: usize) -> Option<usize> {
        let joined = match self.doc.word(end) {
            // A dash at the start of a line is the mark of an item.
            w::HYPHEN | w::EN_DASH | w::EM_DASH => !self.doc.is_below(end),
            w::TO | w::THROUGH | w::UNTIL | w::TILL | w::AND | w::THRU => true,
            w::SLASH => self.doc.is_glued(end) && self.doc.is_glued(end + 1),
            _ => false,
        };
        if !joined || !self.joined(end) || !self.joined(end + 1) {
            return None;
        }
        Some(end + 1)
    }

    /// Whether "and" makes a span: after "between", or of neighbours ("September and October").
    fn and_spans(&self, start: usize, from: &Fields, to: &Fields) -> bool {
        if start.checked_sub(1).is_some_and(|before| self.doc.word(before) == w::BETWEEN) {
            return true;
        }
        match (from.month(), to.month()) {
            (Some(a), Some(b)) if from.day.is_none() && to.day.is_none() && from.year.is_none() => a % 12 + 1 == b,
            _ => false,
        }
    }

    /// Whether these parts are a date without more around them.
    fn stands_alone(&self, start: usize, end: usize, fields: &Fields) -> bool {
        let only_clock = Fields { clock: fields.clock, ..Fields::default() } == *fields;
        if only_clock {
            return self.clock_stands(start, end);
        }
        if let Some(day) = fields.weekday {
            // "Sat", "Sun" alone are words.
            let only_weekday = Fields { weekday: Some(day), ..Fields::default() } == *fields;
            if only_weekday {
                // "on Tues."; but "on Sun Hill"
                let led = start > 0 && self.doc.word(start - 1) == w::ON && !matches!(day, Weekday::Saturday | Weekday::Sunday);
                return self.weekday(start).is_some_and(|(_, (_, whole))| whole || led && self.is_light(end));
            }
        }
        true
    }

    /// The longest meaning of the words at a token that fits.
    pub(super) fn date_word<T>(&self, i: usize, wanted: impl Fn(DateWord) -> Option<T>) -> Found<T> {
        self.doc.lookups_with(i, DATES).iter().find_map(|lookup| match lookup.entry {
            Entry::Date(word) => wanted(word).map(|meaning| (lookup.last as usize, meaning)),
            _ => None,
        })
    }

    /// Whether a token has a meaning that fits.
    pub(super) fn has(&self, i: usize, wanted: impl Fn(DateWord) -> bool) -> bool {
        self.date_word(i, |word| wanted(word).then_some(())).is_some()
    }

    /// The number words at a token: "seven", "twenty-first".
    pub(super) fn number_word(&self, i: usize, kind: NumberKind) -> Found<u32> {
        self.doc.lookups_with(i, Kind::Number).iter().find_map(|lookup| match lookup.entry {
            Entry::Number { kind: found, value } if found == kind => Some((lookup.last as usize, value)),
            _ => None,
        })
    }

    pub(super) fn numeral(&self, i: usize) -> Numeral {
        if self.doc.is_number(i) { numerals::read(self.doc.printed(i)) } else { Numeral::Other }
    }

    pub(super) fn direction(&self, i: usize) -> Found<Direction> {
        self.date_word(i, |word| match word {
            DateWord::Direction(direction) => Some(direction),
            _ => None,
        })
    }

    pub(super) fn is_one_of(&self, i: usize, words: &[WordId]) -> bool {
        words.contains(&self.doc.word(i))
    }

    /// Whether a token goes on with the line of the one before it, or with a line that was wrapped in mid-sentence.
    pub(super) fn joined(&self, i: usize) -> bool {
        if i == 0 || i >= self.doc.len() {
            return false;
        }
        if !self.doc.is_apart(i) {
            return true;
        }
        let gap = self.doc.gap(i);
        if gap.len() < 2 && gap != "\n" {
            return gap != "\t";
        }
        let Some(line_end) = gap.find('\n') else { return gap.len() < 4 && !gap.contains('\t') };
        if gap[line_end + 1..].contains('\n') {
            return false;
        }
        // A line that was wrapped is long.
        const WRAPPED: usize = 45;
        let end = self.doc.tokens[i - 1].end as usize;
        let before = &self.doc.text.as_bytes()[end.saturating_sub(WRAPPED)..end];
        before.len() == WRAPPED && !before.contains(&b'\n')
    }

    /// Whether a token is a mark or a function word, or behind the end: nothing that a number before it would count.
    pub(super) fn is_light(&self, i: usize) -> bool {
        !self.joined(i) || (!self.doc.is_word(i) && !self.doc.is_number(i)) || w::is_function_word(self.doc.word(i))
    }
}

/// What a word can begin: bits, so that most of the grammar need not be tried.
mod begin {
    use super::{DateWord, Entry, NumberKind};

    pub const FIGURE: u16 = 1;
    pub const ORDINAL: u16 = 1 << 1;
    pub const CARDINAL: u16 = 1 << 2;
    pub const MONTH: u16 = 1 << 3;
    pub const WEEKDAY: u16 = 1 << 4;
    /// "year", "half"
    pub const UNIT: u16 = 1 << 5;
    pub const SEASON: u16 = 1 << 6;
    pub const HOLIDAY: u16 = 1 << 7;
    pub const DIRECTION: u16 = 1 << 8;
    pub const FISCAL: u16 = 1 << 9;
    pub const CLOCK: u16 = 1 << 10;
    /// "today", "overnight"
    pub const DAY: u16 = 1 << 11;
    /// "Q3"
    pub const CODE: u16 = 1 << 12;

    pub fn of(entry: Entry) -> u16 {
        match entry {
            Entry::Number { kind: NumberKind::Ordinal, .. } => ORDINAL,
            Entry::Number { .. } => CARDINAL,
            Entry::Date(word) => match word {
                DateWord::Month { .. } | DateWord::OtherMonth { .. } => MONTH,
                DateWord::Weekday { .. } => WEEKDAY,
                DateWord::Unit { .. } | DateWord::Half | DateWord::Fortnight => UNIT,
                DateWord::Season(_) => SEASON,
                DateWord::Holiday(_) => HOLIDAY,
                DateWord::Direction(_) => DIRECTION,
                DateWord::Fiscal => FISCAL,
                DateWord::ClockWord(_) => CLOCK,
                DateWord::DayShift(_) | DateWord::Tonight | DateWord::Overnight => DAY,
                DateWord::Quarter(_) | DateWord::HalfYear(_) => CODE,
                _ => 0,
            },
            _ => 0,
        }
    }
}

/// The longest of some forms; of equally long ones the last.
fn longest<const N: usize>(forms: [Option<Form>; N]) -> Option<Form> {
    forms.into_iter().flatten().max_by_key(|form| form.wide.end)
}

/// Whether a word can stand before a year that opens a sentence: "In 2010".
pub(super) fn is_frame_lead(word: WordId) -> bool {
    matches!(word, w::IN | w::ON | w::BY | w::DURING | w::SINCE)
}

/// Whether two dates make a range: they are equally fine, and the second does not only repeat the first.
fn spans(from: &Fields, to: &Fields) -> bool {
    let day_level = |fields: &Fields| matches!(fields.level(), 8) && fields.clock.is_none();
    (from.level() == to.level() || day_level(from) && day_level(to)) && from != to
}

/// The parts of both, where the second may follow the first with this between them.
fn joined(a: &Fields, between: Between, b: &Fields, possessive: bool) -> Option<Fields> {
    use Between::{At, Bar, Comma, Nothing, Of, On, Open};
    let only = |fields: &Fields| Parts::of(fields);
    let (pa, pb) = (only(a), only(b));
    let fits = match (pa.day_level(), pb) {
        // "11 April 2025, 15:00", "Friday at 3 p.m.", "25.04.2018 [22:31]"
        (true, Parts { clock: true, .. }) if pb.is_clock() && !pa.clock => matches!(between, Nothing | Comma | At | Bar | Open),
        // "5 p.m. on Tuesday, Dec. 10"
        (_, Parts { date: true, clock: false, .. }) if pa.weekday && pa.clock && !pa.date && !pa.part && pa.shift.is_none() => {
            matches!(between, Nothing | Comma | Open)
        }
        // "Friday, 11 April", "Friday (January 23)", "Wednesday the 24th of that month"
        (_, Parts { date: true, .. }) if pa.is_weekday() && !pb.clock => matches!(between, Nothing | Comma | Open | Bar),
        (_, Parts { date: true, .. }) if pa.is_weekday() => matches!(between, Nothing | Comma),
        // "7 February (Wednesday)"
        (_, Parts { weekday: true, .. }) if pb.is_weekday() && pa.date && !pa.weekday => {
            matches!(between, Open | Comma | Nothing) && agrees(a, b)
        }
        // "3 p.m. on Friday", "12h30 10/27/2021", "8:00 a.m. the same day"
        _ if pa.is_clock() && pb.day_level() && !pb.clock => matches!(between, Nothing | Comma | On | Bar | Of),
        // "Wed Oct 26 15:50:06 2016"
        _ if pb.is_year() && pb.year && pa.clock && pa.date && pa.month && !pa.year && pa.shift.is_none() => between == Nothing,
        // "May this year", "1 June last year", "December of that year", "the third quarter of 2025"
        _ if pb.is_year() && pa.takes_year() => matches!(between, Nothing | Of | Comma) && !(between == Comma && b.shift.is_none()),
        // "the 4th of this month"
        _ if pb.is_month_shift() && pa.is_day_of_month() => between == Of,
        // "Monday next week", "Friday of last week", "next week on Monday"
        _ if pb.is_week_shift() && pa.is_weekday() => matches!(between, Nothing | Of),
        _ if pa.is_week_shift() && pb.is_weekday() => matches!(between, On | Nothing),
        // "last year's third quarter", "2024 Q3"
        _ if pa.is_year() && pb.is_part() => {
            // "2024 October"; "in 2016 May said" is a name.
            let first = matches!(b.part, Some(PartField::Quarter(_) | PartField::Half(_) | PartField::Month(1 | 2 | 7 | 9..=12)));
            between == Nothing && (possessive || a.shift.is_none() && first)
        }
        _ => false,
    };
    // "the quarter a year ago"
    if between == Nothing && a.bare && pa.shift == Some(ShiftUnit::Unit(Unit::Quarter)) && b.ago && pb.is_year() {
        return Some(Fields { same_part: true, bare: true, ..*b });
    }
    if !fits {
        return None;
    }
    Some(Fields {
        year: a.year.or(b.year),
        part: a.part.or(b.part),
        day: a.day.or(b.day),
        day_to: a.day_to.or(b.day_to),
        weekday: a.weekday.or(b.weekday),
        holiday: a.holiday.or(b.holiday),
        clock: a.clock.or(b.clock),
        day_part: a.day_part.or(b.day_part),
        shift: a.shift.or(b.shift),
        swappable: a.swappable || b.swappable,
        bare: false,
        week_of: false,
        nth_week: a.nth_week.or(b.nth_week),
        days_from: a.days_from + b.days_from,
        ago: a.ago || b.ago,
        same_part: false,
        coming: a.coming || b.coming,
        to_the_day: a.to_the_day || b.to_the_day,
    })
}

/// Whether a weekday is that of a date, where that can be known.
fn agrees(date: &Fields, weekday: &Fields) -> bool {
    match super::form::given(date).and_then(|period| period.earliest()) {
        Some(day) => weekday.weekday == Some(day.weekday()),
        None => true,
    }
}

/// Which parts of a date are there.
#[derive(Clone, Copy)]
struct Parts {
    year: bool,
    part: bool,
    /// A month with its day, a day of the month, a holiday, or a day by its distance.
    date: bool,
    weekday: bool,
    clock: bool,
    shift: Option<ShiftUnit>,
    day_part: bool,
    month: bool,
}

impl Parts {
    fn of(fields: &Fields) -> Parts {
        let day_shift = fields.shift.is_some_and(|shift| shift.unit == ShiftUnit::Unit(Unit::Day));
        Parts {
            year: fields.year.is_some(),
            part: fields.part.is_some(),
            date: fields.day.is_some() || fields.holiday.is_some() || day_shift,
            weekday: fields.weekday.is_some(),
            clock: fields.clock.is_some(),
            shift: fields.shift.map(|Shift { unit, .. }| unit),
            day_part: fields.day_part.is_some(),
            month: fields.month().is_some(),
        }
    }

    fn day_level(self) -> bool {
        self.date || self.weekday
    }

    fn is_clock(self) -> bool {
        self.clock && !self.day_level() && !self.part && !self.year && self.shift.is_none()
    }

    fn is_weekday(self) -> bool {
        self.weekday && !self.date && !self.part && !self.clock && self.shift.is_none()
    }

    fn is_year(self) -> bool {
        let alone = !self.part && !self.date && !self.weekday && !self.clock && !self.day_part;
        alone && (self.year && self.shift.is_none() || !self.year && self.shift == Some(ShiftUnit::Unit(Unit::Year)))
    }

    fn is_part(self) -> bool {
        self.part && !self.year && !self.date && !self.weekday && !self.clock && self.shift.is_none()
    }

    fn takes_year(self) -> bool {
        !self.year && (self.part || self.date && self.shift.is_none()) && self.shift.is_none() && !self.clock
    }

    fn is_month_shift(self) -> bool {
        self.shift == Some(ShiftUnit::Unit(Unit::Month)) && !self.day_level()
    }

    fn is_week_shift(self) -> bool {
        self.shift == Some(ShiftUnit::Unit(Unit::Week)) && !self.day_level()
    }

    fn is_day_of_month(self) -> bool {
        self.date && !self.month && self.shift.is_none() && !self.year
    }
}
