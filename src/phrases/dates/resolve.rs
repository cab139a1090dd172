//! Gives forms their values: from what they say, from the report's date, the tense, and the dates named before.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Context;
use super::form::{Anchor, Expr, Fields, Form, PartField, Shift, ShiftUnit, YearField};
use super::tense::{self, Clause, Tense};
use super::value::{DayPart, Kind, Modifier, Value};
use super::words::Holiday;
use super::{Convention, DayMonthOrder, other};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::report::{Basis, Clock, DateValue, Duration, Period, Rule, Unit};

/// A temporal expression with its value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Dated {
    pub toks: Toks,
    pub kind: Kind,
    /// Absent where the words name no day that exists, or where nothing says from when they count.
    pub value: Option<Value>,
    /// The other reading of "7/2/2015".
    pub other: Option<DateValue>,
    pub modifier: Option<Modifier>,
    pub basis: Basis,
    pub rule: Rule,
    /// Not a date as records have it: durations, repetitions, "the quarter".
    pub timex_only: bool,
}

/// What a form came to.
type Answer = (Value, Basis, Rule);

/// Resolves the forms of a text, in order.
pub(crate) fn resolve(doc: &Doc, forms: &[Form], context: &Context) -> Vec<Dated> {
    let mut resolver = Resolver {
        doc,
        context,
        order: order_of(forms, context),
        last: None,
        last_day: None,
        last_full: None,
        last_quarter: None,
        base_quarter: None,
        last_ago: false,
        last_pointed: None,
        last_end: 0,
        each_year: None,
        frame: None,
        block: 0,
    };
    let mut out = Vec::with_capacity(forms.len());
    for form in forms {
        resolver.form(form, &mut out);
    }
    out
}

/// The one value of a form with a year of its own.
pub(super) fn period_of(fields: &Fields) -> Option<Period> {
    let year = match fields.year? {
        YearField::Year(year) => year,
        YearField::Decade(digits) => return Period::decade(digits),
        YearField::Century(digits) => return Period::century(digits),
        YearField::Other(calendar, year) => return Period::day(other::to_gregorian(calendar, year, fields.month()?, fields.day?)?),
        YearField::Short(_) | YearField::ShortDecade(_) => return None,
    };
    in_year(fields, year)
}

/// The parts of a date in a year that is known.
pub(super) fn in_year(fields: &Fields, year: i16) -> Option<Period> {
    let day = if let Some(holiday) = fields.holiday {
        Some(holiday_in(holiday, year)?)
    } else if let Some(day) = fields.day {
        Some(Date::new(year, fields.month()? as i8, day as i8).ok()?)
    } else {
        None
    };
    if let Some(day) = day {
        return at_time(day, fields.clock);
    }
    match fields.part {
        None => Period::year(year),
        Some(PartField::Month(month)) => Period::month(Some(year), month),
        Some(PartField::Quarter(quarter)) => Period::quarter(year, quarter),
        Some(PartField::Half(half)) => Period::half(year, half),
        Some(PartField::Season(season)) => Period::season(year, season),
        Some(PartField::Week(week)) => Period::week(year, week),
        Some(PartField::Weekend) => None,
    }
}

fn at_time(day: Date, clock: Option<Clock>) -> Option<Period> {
    match clock {
        Some(clock) => Period::time(Some(day), clock),
        None => Period::day(day),
    }
}

/// The day of a holiday in a year.
fn holiday_in(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month as i8, day as i8).ok(),
        Holiday::Easter(days) => other::easter(year)?.checked_add(i32::from(days).days()).ok(),
        Holiday::EasternEaster(days) => other::eastern_easter(year)?.checked_add(i32::from(days).days()).ok(),
        Holiday::Nth { month, nth, weekday, after } => {
            let day = Date::new(year, month as i8, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            day.checked_add(i32::from(after).days()).ok()
        }
    }
}

/// Whether days or months come first in the ambiguous dates of a text: as in its other dates, else as the context has it.
fn order_of(forms: &[Form], context: &Context) -> DayMonthOrder {
    if !forms.iter().any(|form| form.fields().is_some_and(|fields| fields.swappable)) {
        return context.order;
    }
    // Dates of the text that have one reading, as months and days.
    let mut known: Vec<(u8, u8)> = Vec::new();
    for form in forms {
        if let Some(fields) = form.fields() {
            if let (Some(month), Some(day), false) = (fields.month(), fields.day, fields.swappable) {
                known.push((month, day));
            }
        }
    }
    if let Some(reference) = context.reference {
        known.push((reference.month() as u8, reference.day() as u8));
    }
    // At most one for each day of the year.
    known.sort_unstable();
    known.dedup();
    for form in forms {
        let Some(fields) = form.fields().filter(|fields| fields.swappable) else { continue };
        let (Some(month), Some(day)) = (fields.month(), fields.day) else { continue };
        let distance = |m: u8, d: u8| {
            let of_year = |m: u8, d: u8| i32::from(m) * 31 + i32::from(d);
            known.iter().map(|&(month, day)| (of_year(month, day) - of_year(m, d)).abs()).map(|n| n.min(372 - n)).min()
        };
        // Near dates of the text speak for a reading when they are days away, not months.
        const NEAR: i32 = 12;
        match (distance(month, day), distance(day, month)) {
            (Some(as_day), Some(as_month)) if as_month < as_day && as_month <= NEAR => return DayMonthOrder::MonthFirst,
            (Some(as_day), Some(as_month)) if as_day < as_month && as_day <= NEAR => return DayMonthOrder::DayFirst,
            _ => {}
        }
    }
    context.order
}

#[derive(Clone, Copy)]
struct Resolver<'a> {
    doc: &'a Doc<'a>,
    context: &'a Context,
    order: DayMonthOrder,
    /// The last date named.
    last: Option<Period>,
    /// The last date named that was a day, and the token behind it.
    last_day: Option<(Date, usize)>,
    /// The last day that was named with its year, and the token behind it.
    last_full: Option<(Date, usize)>,
    /// The last quarter named, and the token behind it.
    last_quarter: Option<(Date, usize)>,
    /// The quarter that results are compared from, and the token behind it.
    base_quarter: Option<(Date, usize)>,
    /// Whether the last date named was "a year ago".
    last_ago: bool,
    /// How the last weekday was pointed to, and the token behind it: "next Tuesday".
    last_pointed: Option<(Shift, usize)>,
    /// The token behind the last date named.
    last_end: usize,
    /// Whether the form before was "each year", and the token behind it.
    each_year: Option<usize>,
    /// The year that a heading or the opening of a paragraph sets, and whether a heading did.
    frame: Option<(i16, bool)>,
    /// The byte up to which the paragraph that `frame` was set in is known to go on.
    block: usize,
}

impl Resolver<'_> {
    fn form(&mut self, form: &Form, out: &mut Vec<Dated>) {
        self.leave_block(form);
        let timex = self.context.convention == Convention::Timex3;
        if form.timex_only && !timex && !matches!(form.expr, Expr::Value(_) | Expr::Set(_)) {
            return;
        }
        let toks = if timex { form.wide.clone() } else { form.toks.clone() };
        let dated = |toks: Toks, kind, answer: Option<Answer>| {
            let (basis, rule) = answer.map_or((Basis::Inferred, Rule::DatesImpossible), |(_, basis, rule)| (basis, rule));
            let value = answer.map(|(value, ..)| value);
            Dated { toks, kind, value, other: None, modifier: form.modifier, basis, rule, timex_only: form.timex_only }
        };
        match form.expr {
            Expr::Vague(vague) => {
                let answer = (Value::Date(DateValue::Vague(vague)), Basis::Stated, Rule::DatesVague);
                out.push(dated(toks, Kind::Date, Some(answer)));
            }
            Expr::Value(value) => {
                // "for the nine months": what is compared from here on is no quarter.
                if form.wide.start < form.toks.start && value.duration().is_some_and(|length| length.months() > 0) {
                    self.base_quarter = None;
                }
                out.push(dated(toks, Kind::Duration, Some((value, Basis::Stated, Rule::DatesLength))));
            }
            Expr::Set(value) => {
                let yearly = Duration::of(1, Unit::Year).map(Value::Duration);
                self.each_year = (Some(value) == yearly).then_some(form.toks.end);
                out.push(dated(toks, Kind::Set, Some((value, Basis::Stated, Rule::DatesRepeated))));
            }
            Expr::Point(mut fields) => {
                if timex {
                    // The values of TIMEX3 have no offset.
                    fields.clock = fields.clock.map(Clock::without_offset);
                }
                self.inherit(form, &mut fields);
                let clause = self.clause(&form.toks, &fields);
                let answer = self.point(&fields, clause, form.toks.start);
                self.remember(form, answer);
                if let (true, Some((first_end, second))) = (timex && fields.day_to.is_some(), self.second_day(&toks)) {
                    let day = |answer: Option<Answer>, last: bool| {
                        let (value, basis, rule) = answer?;
                        let period = if last { last_of(value)? } else { first_of(value)? };
                        Some((Value::from(period), basis, rule))
                    };
                    out.push(dated(toks.start..first_end, Kind::Date, day(answer, false)));
                    out.push(dated(second..toks.end, Kind::Date, day(answer, true)));
                    return;
                }
                let mut mention = dated(toks, kind_of(&fields), answer);
                if fields.swappable {
                    mention.other = self.swapped(&fields);
                }
                out.push(mention);
            }
            Expr::Open(fields) => {
                let answer = self.point(&fields, Clause::default(), form.toks.start);
                let open = answer.and_then(|(value, basis, rule)| {
                    let start = value.date()?.period()?;
                    Some((Value::Date(DateValue::span(Some(start), None)?), basis, rule))
                });
                self.remember(form, answer);
                out.push(dated(toks, Kind::Date, open));
            }
            Expr::Range { from, to, from_end, to_start } => {
                let clause = self.clause(&form.toks, &from);
                let (a, b) = self.ends(&from, &to, clause, form.toks.start);
                if timex {
                    out.push(dated(form.wide.start..from_end, kind_of(&from), a));
                    out.push(dated(to_start..form.wide.end, kind_of(&to), b));
                } else {
                    let span = a.zip(b).and_then(|((a, basis, rule), (b, other_basis, _))| {
                        let (start, end) = (first_of(a)?, last_of(b)?);
                        let basis = if other_basis == Basis::Inferred { other_basis } else { basis };
                        Some((Value::Date(DateValue::span(Some(start), Some(end))?), basis, rule))
                    });
                    out.push(dated(toks, kind_of(&from), span));
                }
                self.remember(form, b);
            }
        }
    }

    /// "next Tuesday and Wednesday": the second is the one that follows the first.
    fn inherit(&mut self, form: &Form, fields: &mut Fields) {
        if let Some((shift, end)) = self.last_pointed {
            let coordinated = form.toks.start == end + 1 && matches!(self.doc.word(end), w::AND | w::OR | w::COMMA);
            let alone = Fields { weekday: fields.weekday, ..Fields::default() } == *fields;
            if coordinated && alone && fields.weekday.is_some() {
                fields.shift = Some(Shift { count: 1, anchor: Anchor::Last, ..shift });
            }
        }
        let pointed = fields.shift.filter(|shift| shift.unit == ShiftUnit::Named && fields.weekday.is_some());
        self.last_pointed = pointed.map(|shift| (shift, form.toks.end));
    }

    /// Where the first of two days ends and the second begins: "April 24 and 25", "10-12 April".
    fn second_day(&self, toks: &Toks) -> Option<(usize, usize)> {
        let mark = |i: usize| {
            matches!(
                self.doc.word(i),
                w::AND | w::TO | w::THROUGH | w::THRU | w::UNTIL | w::TILL | w::HYPHEN | w::EN_DASH | w::EM_DASH | w::SLASH
            )
        };
        let at = (toks.start + 1..toks.end.saturating_sub(1)).find(|&i| mark(i))?;
        let second = self.doc.behind_the(at + 1);
        Some((at, second))
    }

    /// Forgets the year that a paragraph's opening set when the paragraph ends.
    fn leave_block(&mut self, form: &Form) {
        let at = self.doc.tokens[form.toks.start].start as usize;
        if let Some((_, false)) = self.frame {
            if self.doc.text[self.block.min(at)..at].contains('\n') {
                self.frame = None;
            }
            self.block = at;
        }
    }

    /// Keeps what later forms go by.
    fn remember(&mut self, form: &Form, answer: Option<Answer>) {
        let Some((value, ..)) = answer else { return };
        let Some(date) = value.date() else { return };
        let period = match date {
            DateValue::Period(period) => period,
            DateValue::Span(span) => match span.end().or(span.start()) {
                Some(period) => period,
                None => return,
            },
            DateValue::Vague(_) => return,
        };
        let by_year = form.fields().is_some_and(|fields| fields.ago || fields.same_part);
        if let (Period::Quarter { .. }, false) = (period, by_year) {
            self.last_quarter = period.earliest().map(|day| (day, form.toks.end));
            self.set_base_quarter();
        }
        if form.timex_only {
            return;
        }
        self.last = Some(period);
        self.last_ago = by_year;
        self.last_end = form.toks.end;
        if let Period::Day { date } | Period::Time { date: Some(date), .. } = period {
            self.last_day = Some((date, form.toks.end));
            if form.fields().is_some_and(|fields| matches!(fields.year, Some(YearField::Year(_)))) {
                self.last_full = Some((date, form.toks.end));
            }
        }
        let Some(fields) = form.fields() else { return };
        if let (Some(YearField::Year(year)), Expr::Point(_)) = (fields.year, form.expr) {
            self.set_frame(form, year, fields.level() == 2);
        }
    }

    /// Results are compared from the last quarter that was named; not from one to come, nor from one that they are
    /// compared with: "up from a flat second quarter".
    fn set_base_quarter(&mut self) {
        const NEAR: usize = 400;
        let Some((quarter, at)) = self.last_quarter else { return };
        // The quarter that is still running has no results yet.
        let over = quarter.checked_add(jiff::Span::new().months(3)).ok();
        let to_come =
            self.reference().is_some_and(|day| quarter > day || self.base_quarter.is_some() && over.is_none_or(|over| over > day));
        let compared = self
            .base_quarter
            .is_some_and(|(base, end)| quarter < base && days_between(quarter, base) < 300 && at.saturating_sub(end) < NEAR);
        if !to_come && !compared {
            self.base_quarter = Some((quarter, at));
        }
    }

    /// A year at the head of a line or a sentence is that of the dates behind it: "In 2010, ... on May 14".
    fn set_frame(&mut self, form: &Form, year: i16, alone: bool) {
        let start = form.wide.start;
        let lead = start.saturating_sub(1);
        let line = self.line_start(start);
        let led = start > 0 && super::scan::is_frame_lead(self.doc.word(lead)) && self.doc.is_capitalised(lead);
        let first = if led { lead } else { start };
        let heads_line = line == first;
        let heads = heads_line || tense::ends_sentence(self.doc, first - 1);
        let end = form.toks.end;
        let marked = end >= self.doc.len() || self.doc.is_below(end) || !self.doc.is_word(end) && !self.doc.is_number(end);
        let heading = alone && heads_line && !led && marked && self.doc.word(end) != w::COMMA;
        if heads && (led || heading) {
            self.frame = Some((year, heading));
            self.block = self.doc.tokens[start].start as usize;
        } else if fields_in_past(self.context.reference, year) && self.frame.is_some_and(|(_, heading)| !heading) {
            self.frame = None;
        }
    }

    /// The first word of the line that a token is the head of, but for marks; else another token.
    fn line_start(&self, i: usize) -> usize {
        const MARKS: usize = 4;
        let mut at = i;
        for _ in 0..MARKS {
            if at == 0 || self.doc.is_below(at) {
                return i;
            }
            at -= 1;
            if self.doc.is_word(at) && at + 1 != i || self.doc.is_number(at) {
                return usize::MAX;
            }
            if self.doc.is_word(at) {
                // "In 2010": the preposition is the head.
                return if at == 0 || self.doc.is_below(at) { at } else { usize::MAX };
            }
        }
        usize::MAX
    }

    fn clause(&self, toks: &Toks, fields: &Fields) -> Clause {
        // What is counted from the report, and a time alone, need no verb.
        let counted = fields.shift.is_some_and(|shift| matches!(shift.unit, ShiftUnit::Unit(_)));
        let named = fields.weekday.is_some() || fields.part.is_some() || fields.holiday.is_some();
        let needed = fields.weekday.is_some() || fields.year.is_none() && named && !counted;
        if !needed {
            return Clause::default();
        }
        let results = matches!(fields.part, Some(PartField::Quarter(_) | PartField::Half(_)));
        let clause = tense::around(self.doc, toks, results);
        Clause { tense: clause.tense.or(self.context.preference), ..clause }
    }

    fn reference(&self) -> Option<Date> {
        self.context.reference
    }

    /// The day from which a phrase counts.
    fn anchor(&self, anchor: Anchor) -> Option<Date> {
        match anchor {
            Anchor::Report => self.reference(),
            Anchor::Last => self.last.and_then(Period::earliest).or(self.reference()),
        }
    }

    /// As [`Self::anchor`], for what counts days: from the last date that was a day.
    fn day_anchor(&self, anchor: Anchor) -> Option<Date> {
        match anchor {
            // "that day" of a year or a month is none that is known.
            Anchor::Last if self.last_day.is_none() && self.last.is_some() => None,
            Anchor::Last => self.last_day.map(|(day, _)| day).or(self.reference()),
            Anchor::Report => self.reference(),
        }
    }

    fn point(&self, fields: &Fields, clause: Clause, start: usize) -> Option<Answer> {
        let fields = &self.in_order(fields);
        let fields = &self.with_whole_year(fields);
        let (period, basis, rule) = if let Some(last) = fields.day_to {
            let (from, basis, rule) = self.period(&Fields { day_to: None, ..*fields }, clause, start)?;
            let to = from.earliest()?.with().day(last as i8).build().ok()?;
            return Some((Value::Date(DateValue::span(Some(from), Period::day(to))?), basis, rule));
        } else {
            self.period(fields, clause, start)?
        };
        let period = match fields.days_from {
            0 => period,
            days => Period::day(period.earliest()?.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?)?,
        };
        let period = if fields.week_of { Period::week_of(period.earliest()?)? } else { period };
        let period = match fields.nth_week {
            Some(nth) => nth_week_of(period, nth)?,
            None => period,
        };
        let period = match (period, self.near_quarter(start)) {
            // "the 1988 quarter"
            (Period::Year { year }, Some(quarter)) if fields.same_part => Period::quarter(year, quarter_of(quarter))?,
            _ => period,
        };
        let value = match (period, fields.day_part) {
            (Period::Day { date }, Some(part)) => Value::DayPart { date: Some(date), part },
            (Period::Day { date }, None) if matches!(fields.part, Some(PartField::Weekend)) => Value::Weekend { saturday: date },
            _ => Value::Date(period.into()),
        };
        Some((value, basis, rule))
    }

    /// Day and month in the order that the text writes them.
    fn in_order(&self, fields: &Fields) -> Fields {
        if !fields.swappable || self.order == DayMonthOrder::DayFirst {
            return *fields;
        }
        swap(fields)
    }

    /// The other reading of an ambiguous date.
    fn swapped(&self, fields: &Fields) -> Option<DateValue> {
        let other = if self.order == DayMonthOrder::DayFirst { swap(fields) } else { *fields };
        period_of(&self.with_whole_year(&other)).map(DateValue::from)
    }

    /// Years of two digits, and decades by name, in the century that brings them nearest.
    fn with_whole_year(&self, fields: &Fields) -> Fields {
        let now = self.reference().map_or(2000, |date| date.year());
        let year = match fields.year {
            Some(YearField::Short(digits)) => {
                let near = now / 100 * 100 + i16::from(digits);
                const AHEAD: i16 = 30;
                YearField::Year(if near > now + AHEAD {
                    near - 100
                } else if near + 100 <= now + AHEAD {
                    near + 100
                } else {
                    near
                })
            }
            Some(YearField::ShortDecade(digit)) => {
                let near = now / 100 * 10 + i16::from(digit);
                YearField::Decade(if near * 10 > now { near - 10 } else { near } as u16)
            }
            _ => return *fields,
        };
        Fields { year: Some(year), ..*fields }
    }

    fn period(&self, fields: &Fields, clause: Clause, start: usize) -> Option<(Period, Basis, Rule)> {
        if fields.is_absolute() {
            return Some((period_of(fields)?, Basis::Stated, Rule::DatesCalendar));
        }
        let inferred = |period: Option<Period>, rule| period.map(|period| (period, Basis::Inferred, rule));
        if let Some(shift) = fields.shift {
            let rule = if shift.anchor == Anchor::Last { Rule::DatesDiscourse } else { Rule::DatesReport };
            let period = match shift.unit {
                ShiftUnit::Unit(unit) => self.shifted(fields, unit, shift, start),
                ShiftUnit::Named => self.named(fields, shift, clause),
            };
            return inferred(period, rule);
        }
        if let Some(weekday) = fields.weekday.filter(|_| fields.part.is_none() && fields.day.is_none() && fields.holiday.is_none()) {
            let later_today = matches!(fields.day_part, Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night));
            let day = self.weekday(weekday, clause, later_today)?;
            return inferred(at_time(day, fields.clock), Rule::DatesWeekday);
        }
        if fields.day.is_some() && fields.part.is_none() {
            return inferred(self.day_of_month(fields), Rule::DatesDiscourse);
        }
        if fields.part.is_some() || fields.holiday.is_some() {
            return self.without_year(fields, clause, start);
        }
        let clock = fields.clock?;
        inferred(Period::time(self.day_of_time(start), clock), Rule::DatesTime)
    }

    /// The day of a time that stands alone: that of the sentence, or of the programme it is a line of, else of the report.
    fn day_of_time(&self, start: usize) -> Option<Date> {
        if let Some((day, end)) = self.last_day {
            let between = end..start;
            let same_sentence = between.len() < 60 && !between.clone().any(|i| tense::ends_sentence(self.doc, i)) && !self.broken(between);
            let heads_line = self.line_start(start) == start;
            if same_sentence || heads_line {
                return Some(day);
            }
        }
        self.reference().or(self.last_day.map(|(day, _)| day))
    }

    /// Whether a run of tokens goes over a line's end, or is too long to be of one paragraph.
    fn broken(&self, toks: Toks) -> bool {
        const LONG: usize = 200;
        if toks.len() > LONG {
            return true;
        }
        let (Some(first), Some(last)) = (self.doc.tokens.get(toks.start), self.doc.tokens.get(toks.end)) else { return false };
        self.doc.text.get(first.start as usize..last.start as usize).is_some_and(|text| text.contains('\n'))
    }

    /// "last year", "three days ago", "Monday next week", "1 June last year"
    fn shifted(&self, fields: &Fields, unit: Unit, shift: Shift, start: usize) -> Option<Period> {
        let from = if unit == Unit::Day { self.day_anchor(shift.anchor)? } else { self.anchor(shift.anchor)? };
        let count = shift.count;
        let add = |span: Result<jiff::Span, jiff::Error>| from.checked_add(span.ok()?).ok();
        let span = jiff::Span::new();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => {
                let hours = if unit == Unit::Hour { count } else { 0 };
                if hours % 24 != 0 || hours == 0 {
                    return None;
                }
                Period::day(add(span.try_days(hours / 24))?)
            }
            Unit::Day => at_time(add(span.try_days(count))?, fields.clock),
            Unit::Week => {
                let day = add(span.try_weeks(count))?;
                match fields.weekday {
                    Some(weekday) => at_time(in_week_of(day, weekday)?, fields.clock),
                    None => Period::week_of(day),
                }
            }
            Unit::Month if fields.to_the_day => Period::day(add(span.try_months(count))?),
            Unit::Year if fields.to_the_day => Period::day(add(span.try_years(count))?),
            Unit::Month => {
                let month = add(span.try_months(count))?;
                if let Some(Holiday::Nth { nth, weekday, .. }) = fields.holiday {
                    return Period::day(month.nth_weekday_of_month(nth, weekday).ok()?);
                }
                match fields.day {
                    Some(day) => at_time(month.with().day(day as i8).build().ok()?, fields.clock),
                    None => Period::month(Some(month.year()), month.month() as u8),
                }
            }
            Unit::Quarter if fields.bare && count == 0 => match self.last_quarter {
                Some((day, _)) => Period::quarter(day.year(), quarter_of(day)),
                None => self.shifted(fields, unit, Shift { count: -1, ..shift }, start),
            },
            Unit::Quarter => {
                let day = add(span.try_months(count.checked_mul(3)?))?;
                Period::quarter(day.year(), quarter_of(day))
            }
            Unit::Half => {
                let day = add(span.try_months(count.checked_mul(6)?))?;
                Period::half(day.year(), if day.month() > 6 { 2 } else { 1 })
            }
            Unit::Year if (fields.is_year_shift() || fields.same_part) && self.near_quarter(start).is_some() => {
                let quarter = self.near_quarter(start)?.checked_add(span.try_years(count).ok()?).ok()?;
                Period::quarter(quarter.year(), quarter_of(quarter))
            }
            // "a year earlier" behind "a year ago" is the same year.
            Unit::Year if fields.is_year_shift() && self.last_ago => {
                in_year(fields, self.reference()?.checked_add(span.try_years(count).ok()?).ok()?.year())
            }
            Unit::Year => in_year(fields, add(span.try_years(count))?.year()),
            Unit::Decade => Period::decade(u16::try_from(i32::from(from.year()) / 10 + count).ok()?),
            Unit::Century => Period::century(u8::try_from(i32::from(from.year()) / 100 + count).ok()?),
            Unit::Millennium => None,
        }
    }

    /// TIMEX3 counts years from the quarter that a report of results speaks of: "a year earlier".
    fn near_quarter(&self, start: usize) -> Option<Date> {
        const NEAR: usize = 400;
        let (quarter, end) = self.base_quarter?;
        (self.context.convention == Convention::Timex3 && start.saturating_sub(end) < NEAR).then_some(quarter)
    }

    /// "last Friday", "next June", "this summer", "the weekend"
    fn named(&self, fields: &Fields, shift: Shift, clause: Clause) -> Option<Period> {
        let from = self.anchor(shift.anchor)?;
        let count = shift.count;
        if let Some(weekday) = fields.weekday {
            let day = match count {
                -1 => back_to(from.yesterday().ok()?, weekday)?,
                1 => on_to(from.tomorrow().ok()?, weekday)?,
                _ => match clause.tense {
                    Some(Tense::Past) => back_to(from, weekday)?,
                    _ => in_week_of(from, weekday)?,
                },
            };
            return at_time(day, fields.clock);
        }
        match fields.part {
            Some(PartField::Weekend) => {
                let saturday = in_week_of(from, Weekday::Saturday)?;
                let weekend_is_now = from >= saturday;
                let weeks = match (count, clause.tense) {
                    (0, Some(Tense::Future)) => 0,
                    (0, Some(Tense::Past)) if !weekend_is_now => -1,
                    // "this weekend"
                    (0, None) if fields.coming => 0,
                    (0, None) if !weekend_is_now && self.context.preference != Some(Tense::Future) => -1,
                    (-1, _) => -1,
                    (n, _) => n,
                };
                Period::day(saturday.checked_add(weeks.weeks()).ok()?)
            }
            _ => {
                // The year of the one before, in, or after the report.
                let this = in_year(fields, from.year())?;
                let (first, last) = (this.earliest()?, this.latest()?);
                let years = match count {
                    -1 if last < from => 0,
                    -1 => -1,
                    1 if first > from => 0,
                    1 => 1,
                    _ => 0,
                };
                in_year(fields, from.year() + years)
            }
        }
    }

    /// A weekday alone: the last one up to the report's day, in the future the next one after it.
    fn weekday(&self, weekday: Weekday, clause: Clause, later_today: bool) -> Option<Date> {
        let from = self.reference()?;
        match clause.tense {
            Some(Tense::Future) if later_today => on_to(from, weekday),
            Some(Tense::Future) => on_to(from.tomorrow().ok()?, weekday),
            _ => back_to(from, weekday),
        }
    }

    /// "the 18th": of the month of the last date named.
    fn day_of_month(&self, fields: &Fields) -> Option<Period> {
        let day = fields.day?;
        let month = self.anchor(Anchor::Last)?;
        let day_in = |months: i32| {
            let month = month.first_of_month().checked_add(jiff::Span::new().try_months(months).ok()?).ok()?;
            month.with().day(day as i8).build().ok()
        };
        // "Friday the 15th": of the nearest month whose 15th is one.
        const NEAREST: [i32; 9] = [0, -1, 1, -2, 2, -3, 3, -4, 4];
        let date = match fields.weekday {
            Some(weekday) => NEAREST.into_iter().filter_map(day_in).find(|date| date.weekday() == weekday)?,
            None => day_in(0)?,
        };
        at_time(date, fields.clock)
    }

    /// A month, a day, a season without its year.
    fn without_year(&self, fields: &Fields, clause: Clause, start: usize) -> Option<(Period, Basis, Rule)> {
        if let Some((year, _)) = self.frame {
            return Some((in_year(fields, year)?, Basis::Inferred, Rule::DatesDiscourse));
        }
        if self.each_year.is_some_and(|end| start <= end + 1) {
            return Some((yearless(fields)?, Basis::Stated, Rule::DatesCalendar));
        }
        let Some(from) = self.reference() else {
            if let Some(year) = self.last.and_then(Period::year_number) {
                return Some((in_year(fields, year)?, Basis::Inferred, Rule::DatesDiscourse));
            }
            return Some((yearless(fields)?, Basis::Stated, Rule::DatesCalendar));
        };
        let of = |year: i16| in_year(fields, year);
        let years = [from.year() - 1, from.year(), from.year() + 1];
        // 29 February is in some years only.
        let candidates: Vec<Period> = years.into_iter().filter_map(of).collect();
        let distance = |period: &Period| match (period.earliest(), period.latest()) {
            (Some(first), Some(_)) if first > from => days_between(from, first),
            (Some(_), Some(last)) if last < from => days_between(last, from),
            _ => 0,
        };
        let before =
            candidates.iter().filter(|period| period.earliest().is_some_and(|first| first <= from)).min_by_key(|period| distance(period));
        let after =
            candidates.iter().filter(|period| period.latest().is_some_and(|last| last >= from)).min_by_key(|period| distance(period));
        let nearest = candidates.iter().min_by_key(|period| distance(period));
        if let Some(told) = self.told_year(fields, clause, start, nearest) {
            return Some((told, Basis::Inferred, Rule::DatesDiscourse));
        }
        // A verb may be of another clause: it does not outweigh a date that is at hand.
        const AT_HAND: i32 = 100;
        const FAR: i32 = 180;
        const NEXT: i32 = 31;
        // Of a quarter that a verb in the past speaks of there are results.
        let results = clause.tense == Some(Tense::Past) && matches!(fields.part, Some(PartField::Quarter(_) | PartField::Half(_)));
        let wanted = match clause.tense {
            Some(Tense::Past) => before,
            Some(Tense::Future) => after,
            None => nearest,
        };
        let chosen = match (wanted, nearest) {
            (Some(wanted), Some(nearest))
                if !results && distance(wanted) > FAR && distance(nearest) < if clause.near { NEXT } else { AT_HAND } =>
            {
                nearest
            }
            (Some(wanted), _) => wanted,
            (None, nearest) => nearest?,
        };
        Some((*chosen, Basis::Inferred, Rule::DatesYear))
    }

    /// The year of the story that a paragraph tells: "On 16 June 2009 they signed one; on 7 December another".
    fn told_year(&self, fields: &Fields, clause: Clause, start: usize, nearest: Option<&Period>) -> Option<Period> {
        let alternative =
            self.last_end > 0 && start.saturating_sub(self.last_end) <= 4 && (self.last_end..start).any(|i| self.doc.word(i) == w::OR);
        if alternative {
            // "at the end of next June or the beginning of July"
            let last = self.last.and_then(Period::earliest)?;
            let next = in_year(fields, last.year())?;
            return if next.earliest()? >= last { Some(next) } else { in_year(fields, last.year() + 1) };
        }
        // "last year, on 3 March"
        if let Some(Period::Year { year }) = self.last {
            const BETWEEN: usize = 3;
            let between = self.last_end..start;
            let light = |i: usize| matches!(self.doc.word(i), w::COMMA | w::ON | w::IN | w::THE);
            if self.last_end > 0 && between.len() <= BETWEEN && self.doc.word(self.last_end) == w::COMMA && between.clone().all(light) {
                return in_year(fields, year);
            }
        }
        let (told, end) = self.last_full?;
        let from = self.reference()?;
        if clause.tense == Some(Tense::Future) || told.year() == from.year() || fields.day.is_none() || self.broken(end..start) {
            return None;
        }
        // What is at hand is news, and no part of the story.
        const AT_HAND: i32 = 14;
        let news = nearest.and_then(|period| period.earliest()).is_some_and(|day| days_between(from, day).abs() <= AT_HAND);
        let period = in_year(fields, told.year())?;
        (!news && period.earliest()? > told && period.earliest()? <= from).then_some(period)
    }

    /// Both ends of a range; each takes from the other what it does not say.
    fn ends(&self, from: &Fields, to: &Fields, clause: Clause, start: usize) -> (Option<Answer>, Option<Answer>) {
        let mut from = *from;
        let to = *to;
        if from.year.is_none() && from.shift.is_none() && to.year.is_some() {
            from.year = to.year;
            let later = |fields: &Fields| (fields.month(), fields.day);
            if let (Some(YearField::Year(year)), Some(_), Some(_)) = (to.year, from.month(), to.month()) {
                if later(&from) > later(&to) {
                    from.year = Some(YearField::Year(year - 1));
                }
            }
        }
        if from.year.is_none()
            && from.shift.is_none()
            && to.shift.is_some_and(|shift| shift.unit == ShiftUnit::Unit(Unit::Year))
            && to.part.is_some()
        {
            from.shift = to.shift;
        }
        if to.weekday.is_none() && to.part.is_none() && to.day.is_none() && to.clock.is_some() && from.clock.is_some() && from.level() == 9
        {
            // "from 9:15 to 9:45": the same day.
            let a = self.point(&from, clause, start);
            let day = a.and_then(|(value, ..)| value.date()).and_then(DateValue::earliest);
            let b =
                to.clock.and_then(|clock| Period::time(day, clock)).map(|period| (Value::from(period), Basis::Inferred, Rule::DatesTime));
            return (a, b);
        }
        let a = self.point(&from, clause, start);
        if to.weekday.is_some() && to.day.is_none() {
            // "from 14 September to Thursday": the Thursday of the report, if that is not too early.
            let b = self.point(&to, clause, start);
            let first = |answer: Option<Answer>| answer.and_then(|(value, ..)| value.date()).and_then(DateValue::earliest);
            if first(b) >= first(a) {
                return (a, b);
            }
        }
        if to.year.is_none() && to.shift.is_none() {
            if let Some(first) = a.and_then(|(value, ..)| value.date()).and_then(DateValue::earliest) {
                let after = Context { reference: Some(first), ..self.context.clone() };
                let resolver = Resolver { context: &after, ..*self };
                return (a, resolver.point(&to, Clause::of(Tense::Future), start));
            }
        }
        (a, self.point(&to, clause, start))
    }
}

fn fields_in_past(reference: Option<Date>, year: i16) -> bool {
    reference.is_some_and(|date| date.year() != year)
}

fn swap(fields: &Fields) -> Fields {
    match (fields.day, fields.month()) {
        (Some(day), Some(month)) => Fields { day: Some(month), part: Some(PartField::Month(day)), ..*fields },
        _ => *fields,
    }
}

fn yearless(fields: &Fields) -> Option<Period> {
    match fields.day {
        Some(day) => Period::yearless_day(fields.month()?, day),
        None => Period::month(None, fields.month()?),
    }
}

fn first_of(value: Value) -> Option<Period> {
    match value.date()? {
        DateValue::Period(period) => Some(period),
        DateValue::Span(span) => span.start(),
        DateValue::Vague(_) => None,
    }
}

fn last_of(value: Value) -> Option<Period> {
    match value.date()? {
        DateValue::Period(period) => Some(period),
        DateValue::Span(span) => span.end(),
        DateValue::Vague(_) => None,
    }
}

fn kind_of(fields: &Fields) -> Kind {
    if fields.clock.is_some() || fields.day_part.is_some() { Kind::Time } else { Kind::Date }
}

fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days())
}

/// The weekday at or before a day.
fn back_to(day: Date, weekday: Weekday) -> Option<Date> {
    let days = weekday.until(day.weekday());
    day.checked_sub(i32::from(days).days()).ok()
}

/// The weekday at or after a day.
fn on_to(day: Date, weekday: Weekday) -> Option<Date> {
    let days = day.weekday().until(weekday);
    day.checked_add(i32::from(days).days()).ok()
}

/// The weekday in the week, from Monday on, that holds a day.
fn in_week_of(day: Date, weekday: Weekday) -> Option<Date> {
    let days = i32::from(weekday.to_monday_zero_offset()) - i32::from(day.weekday().to_monday_zero_offset());
    day.checked_add(days.days()).ok()
}

/// The nth week of a month or a year: the one that its nth Thursday is in, as ISO 8601 counts weeks.
fn nth_week_of(period: Period, nth: i8) -> Option<Period> {
    let thursday = if nth < 0 {
        back_to(period.latest()?, Weekday::Thursday)?
    } else {
        on_to(period.earliest()?, Weekday::Thursday)?.checked_add(i32::from(nth - 1).weeks()).ok()?
    };
    (period.earliest()? <= thursday && thursday <= period.latest()?).then(|| Period::week_of(thursday))?
}

fn quarter_of(day: Date) -> u8 {
    (day.month() as u8).div_ceil(3)
}
