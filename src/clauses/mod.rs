//! Clauses: who did what to which instrument.

mod drafts;
mod event;
mod frames;
mod instruments;
pub(crate) mod layers;
mod lists;
mod reader;

pub(crate) use reader::read;
