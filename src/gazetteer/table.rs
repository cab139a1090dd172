//! Rows of numbers, which stand in the program as the build script wrote them until a row changes.

use std::borrow::Cow;

/// Rows of so many numbers, four bytes each, the lowest first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table<const WIDTH: usize>(Cow<'static, [u8]>);

impl<const WIDTH: usize> Table<WIDTH> {
    const ROW: usize = WIDTH * 4;

    pub fn of(bytes: &'static [u8]) -> Self {
        Self(Cow::Borrowed(bytes))
    }

    /// So many rows of zeros.
    pub fn zeros(rows: usize) -> Self {
        Self(Cow::Owned(vec![0; rows * Self::ROW]))
    }

    pub fn rows(&self) -> usize {
        self.0.len() / Self::ROW
    }

    pub fn row(&self, index: usize) -> [u32; WIDTH] {
        let row = &self.0[index * Self::ROW..][..Self::ROW];
        std::array::from_fn(|column| u32::from_le_bytes([row[column * 4], row[column * 4 + 1], row[column * 4 + 2], row[column * 4 + 3]]))
    }

    pub fn set(&mut self, index: usize, row: [u32; WIDTH]) {
        let bytes = row.iter().flat_map(|number| number.to_le_bytes());
        self.0.to_mut()[index * Self::ROW..][..Self::ROW].iter_mut().zip(bytes).for_each(|(to, byte)| *to = byte);
    }

    pub fn push(&mut self, row: [u32; WIDTH]) {
        row.iter().for_each(|number| self.0.to_mut().extend(number.to_le_bytes()));
    }

    /// Adds rows of zeros until there are so many.
    pub fn reach(&mut self, rows: usize) {
        if rows > self.rows() {
            self.0.to_mut().resize(rows * Self::ROW, 0);
        }
    }

    /// As the build script writes them.
    #[allow(dead_code)]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_was_written() {
        static WRITTEN: [u8; 16] = [1, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 3, 255, 255, 255, 255];
        let mut table = Table::<2>::of(&WRITTEN);
        assert_eq!((table.rows(), table.row(0), table.row(1)), (2, [1, 258], [3 << 24, u32::MAX]));
        table.set(0, [70_000, 5]);
        table.push([6, 7]);
        table.reach(4);
        assert_eq!([0, 1, 2, 3].map(|row| table.row(row)), [[70_000, 5], [3 << 24, u32::MAX], [6, 7], [0, 0]]);
        assert_eq!(table.rows() * 8, table.bytes().len());
    }
}
