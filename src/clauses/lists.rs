//! Lists: a lead-in with an act and an open plural is the frame of every item under it.

use super::drafts::Draft;
use super::drafts::Member;
use super::frames::Place;
use crate::doc::Toks;
use crate::gazetteer::ActKind;
use crate::phrases::acts::Claim;
use crate::report::AccordType;

/// What the items under a lead-in inherit.
#[derive(Clone, Debug)]
pub(crate) struct LeadIn {
    /// The type of an item without a kind of its own: "The MoUs are:".
    pub accord_type: Option<AccordType>,
    pub act: Option<(ActKind, Claim, Toks)>,
    pub date: Option<Toks>,
    pub place: Option<Place>,
    pub parties: Vec<Member>,
    pub signed_by: Vec<Member>,
    pub witnessed_by: Vec<Member>,
    /// The block behind which the items stand.
    pub block: usize,
    /// The summary that the items itemise.
    pub summary: Option<usize>,
}

impl LeadIn {
    /// Gives an item what it does not say itself.
    pub fn fill(&self, item: &mut Draft) {
        if item.parties.is_empty() {
            item.parties.clone_from(&self.parties);
        }
        if item.signed_by.is_empty() {
            item.signed_by.clone_from(&self.signed_by);
        }
        if item.witnessed_by.is_empty() {
            item.witnessed_by.clone_from(&self.witnessed_by);
        }
    }
}
