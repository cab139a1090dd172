//! Numbers as tokens print them: "11", "11th", "11.4.2025", "3pm", "11h42", "1990s".

/// What a token that begins with a digit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// "7", "07", "2025": the number and its digits.
    Plain(u32, u8),
    /// "11th"
    Ordinal(u8),
    /// "1990s", "90s"
    Plural(u16, u8),
    /// "11.4", "11.4.2025": two or three numbers, each with its digits.
    Dotted([(u32, u8); 3], u8),
    /// "3pm", "8.40am", "30am": with the half of the day.
    Meridiem { hour: u8, minute: Option<u8>, afternoon: bool },
    /// "11h42", "11h"
    Hours(u8, u8),
    /// "11T15": a day and an hour, as ISO 8601 joins them.
    DayAndHour(u8, u8),
    /// "30Z": a number at the end of a time in UTC.
    Utc(u8),
    /// "1,200", "5km", "3G"
    Other,
}

/// Reads a token.
pub(super) fn read(token: &str) -> Numeral {
    let bytes = token.as_bytes();
    let Some((number, digits)) = leading(bytes) else { return Numeral::Other };
    let rest = &bytes[digits as usize..];
    if rest.is_empty() {
        return Numeral::Plain(number, digits);
    }
    if rest[0] == b'.' || rest.first().is_some_and(|b| matches!(b | 0x20, b'a' | b'p')) {
        return dotted_or_meridiem(number, digits, rest);
    }
    suffixed(number, digits, rest)
}

/// "th", "s", "h42", "T15", "Z" behind a number.
fn suffixed(number: u32, digits: u8, rest: &[u8]) -> Numeral {
    let small = if digits <= 2 { number as u8 } else { u8::MAX };
    let lower = |n: usize| rest.get(n).map_or(0, |b| b | 0x20);
    match (rest.len(), lower(0), lower(1)) {
        (2, b's', b't') | (2, b'n', b'd') | (2, b'r', b'd') | (2, b't', b'h') if digits <= 2 => Numeral::Ordinal(small),
        (1, b's', _) if digits == 2 || digits == 4 => Numeral::Plural(number as u16, digits),
        (1, b'h', _) if small <= 24 => Numeral::Hours(small, 0),
        (3, b'h', _) if small <= 24 => match leading(&rest[1..]) {
            Some((minute, 2)) if minute < 60 => Numeral::Hours(small, minute as u8),
            _ => Numeral::Other,
        },
        (3, b't', _) if digits == 2 => match leading(&rest[1..]) {
            Some((hour, 2)) if hour < 24 => Numeral::DayAndHour(small, hour as u8),
            _ => Numeral::Other,
        },
        (1, b'z', _) if digits == 2 => Numeral::Utc(small),
        _ => Numeral::Other,
    }
}

/// "11.4.2025", "8.40am", "3p.m"
fn dotted_or_meridiem(number: u32, digits: u8, mut rest: &[u8]) -> Numeral {
    let mut parts = [(number, digits), (0, 0), (0, 0)];
    let mut count = 1;
    while count < 3 && rest.first() == Some(&b'.') {
        let Some((next, length)) = leading(&rest[1..]) else { break };
        parts[count as usize] = (next, length);
        count += 1;
        rest = &rest[1 + length as usize..];
    }
    if rest.is_empty() {
        return Numeral::Dotted(parts, count);
    }
    let letter = rest[0] | 0x20;
    let meridiem = match rest {
        [a, m] => matches!(a | 0x20, b'a' | b'p') && m | 0x20 == b'm',
        [a, b'.', m] => matches!(a | 0x20, b'a' | b'p') && m | 0x20 == b'm',
        _ => false,
    };
    let (hour, minute) = (parts[0], parts[1]);
    let fits = hour.1 <= 2 && (count == 1 || count == 2 && minute.1 == 2 && minute.0 < 60);
    if !meridiem || !fits {
        return Numeral::Other;
    }
    Numeral::Meridiem { hour: hour.0 as u8, minute: (count == 2).then_some(minute.0 as u8), afternoon: letter == b'p' }
}

/// The ASCII digits that bytes begin with, at most nine of them.
fn leading(bytes: &[u8]) -> Option<(u32, u8)> {
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || digits > 9 {
        return None;
    }
    let number = bytes[..digits].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    Some((number, digits as u8))
}

/// "XI": a Roman numeral from 1 to 12, in capitals.
pub(super) fn roman_month(token: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    MONTHS.iter().position(|month| *month == token).map(|month| month as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_with_digits() {
        assert_eq!(read("07"), Numeral::Plain(7, 2));
        assert_eq!(read("22nd"), Numeral::Ordinal(22));
        assert_eq!(read("9TH"), Numeral::Ordinal(9));
        assert_eq!(read("1990s"), Numeral::Plural(1990, 4));
        assert_eq!(read("11.4.2025"), Numeral::Dotted([(11, 2), (4, 1), (2025, 4)], 3));
        assert_eq!(read("8.40am"), Numeral::Meridiem { hour: 8, minute: Some(40), afternoon: false });
        assert_eq!(read("7p.m"), Numeral::Meridiem { hour: 7, minute: None, afternoon: true });
        assert_eq!(read("16h20"), Numeral::Hours(16, 20));
        assert_eq!(read("11T15"), Numeral::DayAndHour(11, 15));
        assert_eq!(read("30Z"), Numeral::Utc(30));
    }

    #[test]
    fn tokens_that_say_nothing_here() {
        for token in ["1,200", "5km", "3G", "1.2.3.4", "99999999999", "2th5", "10.5bn", "1.2.", "٢٠"] {
            assert_eq!(read(token), Numeral::Other, "{token}");
        }
    }
}
