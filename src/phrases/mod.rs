//! Phrases: token runs that mean one thing, found by a rule each.

pub(crate) mod actors;
pub(crate) mod acts;
pub mod dates;
pub(crate) mod header;
pub mod office_holders;
pub(crate) mod officials;
pub mod parties;
pub(crate) mod subjects;
