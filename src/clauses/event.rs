//! The event of the report: its sides, day and place, which a frame inherits where neither clause nor list says.

use super::layers::Layers;
use crate::phrases::actors::ActorForm;
use crate::report::PartyKind;
use crate::text::BlockKind;

/// The two that the report is about, by how much is said of each: the headline and the lead count most.
pub(crate) fn sides(l: &Layers) -> Vec<usize> {
    let mut weights = vec![0u32; l.actors.actors.len()];
    let mut first = vec![usize::MAX; weights.len()];
    let lead_end = l
        .page
        .sentences
        .iter()
        .filter(|s| l.page.blocks.get(s.block).is_some_and(|b| b.kind == BlockKind::Paragraph))
        .nth(1)
        .map_or(0, |s| s.toks.end);
    for mention in &l.actors.mentions {
        let actor = &l.actors.actors[mention.actor];
        let weight = match (l.page.kind_of(mention.toks.start), actor.kind) {
            (BlockKind::Furniture | BlockKind::Byline, _) => 0,
            (_, PartyKind::State) => match (l.page.kind_of(mention.toks.start), mention.form) {
                (BlockKind::Headline, _) => 6,
                (_, ActorForm::Demonym) => 2,
                _ if mention.toks.start < lead_end => 4,
                _ => 2,
            },
            (_, PartyKind::InternationalOrganisation) if mention.toks.start < lead_end => 2,
            (_, PartyKind::InternationalOrganisation) => 1,
            _ => 0,
        };
        weights[mention.actor] += weight;
        first[mention.actor] = first[mention.actor].min(mention.toks.start);
    }
    let mut order: Vec<usize> = (0..weights.len()).filter(|&a| weights[a] > 3).collect();
    order.sort_by_key(|&a| (std::cmp::Reverse(weights[a]), first[a]));
    order.truncate(2);
    order
}
