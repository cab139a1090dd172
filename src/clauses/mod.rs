//! Clauses: who did what to which instrument.

mod drafts;
mod event;
mod frames;
mod instruments;
mod items;
mod layers;
mod lists;
mod mentions;
mod parties;
mod picks;
mod pronouns;
mod reader;
mod roles;
mod tables;
mod topics;

pub(crate) use drafts::{Draft, Member, StageDraft, UnplacedDraft};
pub(crate) use frames::Place;
pub(crate) use instruments::Count;
pub(crate) use layers::{Lasting, Layers, ReportDay, When};
pub(crate) use parties::is_circumstance;
pub(crate) use reader::{Reading, read};
