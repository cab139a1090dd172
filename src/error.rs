use std::fmt;

/// Why a word list could not be read: which file, line and column, and what was expected there.
///
/// ```
/// let error = pactum::Gazetteer::builtin().with_tsv("acts.tsv", "# own words\ncountersigns\tsign\tthird").unwrap_err();
/// assert!(error.is_bad_line());
/// assert_eq!((error.file(), error.line(), error.column()), ("acts.tsv", Some(2), Some(3)));
/// assert!(error.expected().starts_with("one of base, s, past"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    file: String,
    /// Line and column, from 1; none where the file is of no known list.
    at: Option<(usize, usize)>,
    expected: String,
}

impl Error {
    pub(crate) fn word_list(file: &str, line: usize, column: usize, expected: impl Into<String>) -> Self {
        Self { file: file.to_owned(), at: Some((line, column)), expected: expected.into() }
    }

    pub(crate) fn unknown_list(file: &str) -> Self {
        Self { file: file.to_owned(), at: None, expected: "the name of a list, such as organisations.tsv".to_owned() }
    }

    /// Whether the file's name is that of no list.
    pub fn is_unknown_list(&self) -> bool {
        self.at.is_none()
    }

    /// Whether a line of the file could not be read.
    pub fn is_bad_line(&self) -> bool {
        self.at.is_some()
    }

    /// The file, as it was named.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the file, from 1.
    pub fn line(&self) -> Option<usize> {
        self.at.map(|(line, _)| line)
    }

    /// The column of the line, from 1: the first is the form.
    pub fn column(&self) -> Option<usize> {
        self.at.map(|(_, column)| column)
    }

    /// What was expected there.
    pub fn expected(&self) -> &str {
        &self.expected
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some((line, column)) => write!(f, "{}, line {line}, column {column}: expected {}", self.file, self.expected),
            None => write!(f, "{}: expected {}", self.file, self.expected),
        }
    }
}

impl std::error::Error for Error {}
