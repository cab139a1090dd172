/// Why a word list could not be read: which list, line and column, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{list}, line {line}, column {column}: expected {expected}")]
pub struct Error {
    list: String,
    line: usize,
    column: usize,
    expected: String,
}

impl Error {
    pub(crate) fn word_list(list: &str, line: usize, column: usize, expected: impl Into<String>) -> Self {
        Self { list: list.to_owned(), line, column, expected: expected.into() }
    }

    /// The line of the list, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column of the line, from 1.
    pub fn column(&self) -> usize {
        self.column
    }
}
