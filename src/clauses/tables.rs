//! Tables: the row of heads tells what each column holds, and each row under it is an accord.

use super::drafts::{Draft, Member, StageDraft, add, status};
use super::frames::{Place, is_term};
use super::instruments;
use super::items::item_start;
use super::layers::Layers;
use super::lists::{LeadIn, draft_of, topical};
use super::reader::Reader;
use crate::doc::{Doc, Toks};
use crate::gazetteer::{ActKind, ColumnRole, Cue, Entry, InstrumentWeight, Kind, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::phrases::acts::{self, Act, Claim};
use crate::report::{PartyKind, Rule, Status};
use crate::text::TokenKind;

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Bar,
    Tab,
    Spaces,
}

/// A column: what its head says, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    role: Option<ColumnRole>,
    /// The first column of characters; with bars and tabs the number of those before it.
    at: usize,
}

/// The table that is being read.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    separator: Separator,
    columns: Vec<Column>,
    /// Whether a row of heads opened it.
    headed: bool,
    /// Whose table it is: the other side of each accord.
    owner: Option<Member>,
    /// The cells of the row above, for "-do-".
    above: Vec<Vec<Toks>>,
    /// The notes under it: the mark of each, and its text.
    notes: Vec<(Toks, Toks)>,
}

/// The widest table that is read.
const MOST_COLUMNS: usize = 24;
/// How many blocks behind the heads of a table its notes are looked for in.
const FARTHEST_NOTE: usize = 80;
/// How far from its head a cell may begin, in characters.
const SLANT: usize = 4;

impl Reader<'_, '_> {
    /// A row of a table: its heads, an accord, or running text where no lead-in stands over it.
    pub(super) fn row(&mut self, index: usize) {
        let l = self.l;
        let block = l.page.sentences[index].block;
        let first = index == 0 || l.page.sentences[index - 1].block != block;
        let toks = l.page.blocks[block].toks.clone();
        let reads = self.table.is_some() || self.lead.is_some();
        if let Some(columns) = first.then(|| heads(l, &toks)).flatten() {
            self.open_table(&toks, columns);
        } else if !reads {
            self.sentence(index);
        } else if first && toks.clone().any(|t| l.doc.tokens[t].kind() != TokenKind::Mark) {
            let mut table = self.table.take().unwrap_or_else(|| Table::headless(l.doc, &toks));
            self.cells(index, &toks, &mut table);
            self.table = Some(table);
        }
    }

    /// The table that a row of heads opens; what stands over it leads its rows in.
    fn open_table(&mut self, toks: &Toks, columns: Vec<Column>) {
        let l = self.l;
        let next = l.page.blocks.partition_point(|b| b.toks.start < toks.end);
        let notes = l.page.blocks[next..].iter().take(FARTHEST_NOTE).filter_map(|b| note(l.doc, &b.toks)).collect();
        let parties = columns.iter().filter(|c| c.role == Some(ColumnRole::Party)).count();
        let signer = || l.actors_in(toks).find(|m| l.doc.word(m.toks.start.wrapping_sub(1)) == w::FOR);
        let over = || l.actors.mentions.iter().take_while(|m| m.toks.start < toks.start).find(|m| owns(m.kind, m.form));
        let owner = signer().or_else(over).filter(|_| parties == 1);
        let owner = owner.map(|m| Member { index: m.actor, at: m.toks.clone(), inferred: true });
        self.table = Some(Table { separator: separator(l.doc, toks), columns, headed: true, owner, above: Vec::new(), notes });
        if self.lead.is_none() {
            self.title_leads();
        }
        if self.lead.is_none() {
            let of_title = l.page.title.as_ref().map(|title| instruments::find(l, title)).unwrap_or_default();
            let plural = of_title.iter().find(|i| i.is_plural());
            self.lead = Some(LeadIn {
                accord_type: plural.map(|i| i.accord_type),
                strict: plural.is_none(),
                before: self.drafts.len(),
                ..LeadIn::default()
            });
        }
    }

    /// The accord of a row.
    fn cells(&mut self, index: usize, toks: &Toks, table: &mut Table) {
        let l = self.l;
        let Some(lead) = self.lead.clone() else { return };
        let mut row = table.split(l.doc, toks);
        for (cell, above) in row.iter_mut().zip(&table.above) {
            if is_ditto(l, cell) {
                cell.clone_from(above);
            }
        }
        table.above.clone_from(&row);
        let Some(mut draft) = table.draft(l, index, &row, &lead) else { return };
        let ratifies = draft.instrument.weight == InstrumentWeight::Ratification;
        if ratifies {
            let cell = draft.text.start..row.iter().flatten().map(|c| c.end).find(|&end| end > draft.text.start).unwrap_or(toks.end);
            if let Some(ratified) = instruments::find(l, &cell).into_iter().find(|i| i.weight != InstrumentWeight::Ratification) {
                let act = draft.instrument.head.clone();
                draft = Draft::new(ratified, index);
                draft.stages.push(stage(Status::Ratified, lead.date.clone(), lead.place.clone(), act));
            }
        }
        let holds = |role: ColumnRole| table.cells_of(&row, role);
        for cell in holds(ColumnRole::Party) {
            for mention in l.actors_in(&cell).filter(|m| m.form != ActorForm::Demonym || m.kind == PartyKind::State) {
                add(&mut draft.parties, mention.actor, &mention.toks, false);
            }
        }
        if let Some(owner) = table.owner.as_ref().filter(|_| !draft.parties.is_empty()) {
            if !draft.parties.iter().any(|m| m.index == owner.index) {
                draft.parties.insert(0, owner.clone());
            }
        }
        for role in [ColumnRole::Signed, ColumnRole::Initialled, ColumnRole::Ratified, ColumnRole::InForce, ColumnRole::Status] {
            for cell in holds(role) {
                draft.stages.extend(table.stages(l, &cell, role));
            }
        }
        if draft.stages.is_empty() || ratifies {
            for cell in holds(ColumnRole::Remarks).chain(holds(ColumnRole::Instrument)) {
                let behind = cell.start.max(draft.text.end.min(cell.end))..cell.end;
                draft.stages.extend(table.stages(l, &behind, ColumnRole::Remarks));
            }
        }
        let (dates, places): (Vec<Toks>, Vec<Toks>) = (holds(ColumnRole::Date).collect(), holds(ColumnRole::Place).collect());
        let term = holds(ColumnRole::Term).find_map(|cell| {
            l.durations_in(&cell).map(|d| d.toks.clone()).next().or_else(|| l.dates_in(&cell).map(|d| d.toks.clone()).next())
        });
        draft.term = draft.term.or(term);
        let signers: Vec<Member> = table.signers(&row).flat_map(|cell| self.signing(table, &cell)).collect();
        let exchanged = draft.stages.iter().any(|s| s.status == Status::Ratified) && ratifies;
        let list = if exchanged { &mut draft.exchanged_by } else { &mut draft.signed_by };
        for member in &signers {
            add(list, member.index, &member.at, false);
        }
        for stage in draft.stages.iter_mut().filter(|s| ratifies && s.date.is_none()) {
            (stage.date, stage.place) = (lead.date.clone(), lead.place.clone());
        }
        let date = dates.iter().flat_map(|cell| l.dates_in(cell)).map(|d| d.toks.clone()).next();
        if let [told] = &mut draft.stages[..] {
            told.date = told.date.take().or_else(|| date.clone());
        }
        if draft.stages.is_empty() {
            let named = table.headed && table.signers(&row).any(|cell| cell.clone().any(|t| l.doc.is_capitalised(t)));
            let signed = (named || !signers.is_empty() || date.is_some()) && lead.act.is_none() && lead.summary.is_none();
            let led = lead
                .stage(&self.drafts)
                .filter(|s| !table.answers(s.status))
                .or_else(|| signed.then(|| stage(Status::Signed, None, None, draft.text.clone())));
            draft.stages.extend(led.map(|s| StageDraft { date: date.or(s.date.clone()), ..s }));
        }
        // A dash under "Ratified", in a list of what was ratified: not this one.
        let answered = lead.act.as_ref().and_then(|(act, claim, _)| status(*act, *claim)).is_some_and(|status| table.answers(status));
        if draft.stages.is_empty() && answered {
            return;
        }
        let place = places.iter().find_map(|cell| place(l, cell));
        if let Some(done) = draft.stages.iter_mut().find(|s| s.status <= Status::Adopted).filter(|_| place.is_some()) {
            done.place = place;
        }
        let target = self.enter(draft);
        for cell in holds(ColumnRole::Instrument) {
            self.between(target, &cell);
        }
        self.settle(target, &lead);
    }

    /// Who signs by a cell, or by the note that it points to.
    fn signing(&self, table: &Table, cell: &Toks) -> Vec<Member> {
        let named = self.agents(cell);
        if !named.is_empty() {
            return named;
        }
        table.note_of(self.l.doc, cell).map(|note| self.agents(&note)).unwrap_or_default()
    }
}

impl Table {
    /// A table without heads: its cells tell themselves what they hold.
    fn headless(doc: &Doc, toks: &Toks) -> Self {
        Self { separator: separator(doc, toks), columns: Vec::new(), headed: false, owner: None, above: Vec::new(), notes: Vec::new() }
    }

    /// The cells of a row by column; those of wrapped lines are several runs.
    fn split(&self, doc: &Doc, toks: &Toks) -> Vec<Vec<Toks>> {
        let mut row: Vec<Vec<Toks>> = vec![Vec::new(); self.columns.len()];
        for (at, cell) in pieces(doc, toks, self.separator) {
            let column = match self.separator {
                _ if !self.headed => row.len(),
                Separator::Spaces => {
                    let near = (0..self.columns.len()).min_by_key(|&c| self.columns[c].at.abs_diff(at)).unwrap_or(0);
                    let before = self.columns.iter().rposition(|c| c.at <= at).unwrap_or(0);
                    if self.columns[near].at.abs_diff(at) <= SLANT { near } else { before }
                }
                _ => self.columns.iter().position(|c| c.at == at).unwrap_or(row.len()),
            };
            if column >= row.len() && row.len() < MOST_COLUMNS {
                row.push(Vec::new());
            }
            if let Some(runs) = row.get_mut(column) {
                runs.push(cell);
            }
        }
        row
    }

    /// The runs of the cells in the columns of a role.
    fn cells_of<'r>(&self, row: &'r [Vec<Toks>], role: ColumnRole) -> impl Iterator<Item = Toks> + use<'r, '_> {
        let columns = self.columns.iter().zip(row).filter(move |(column, _)| column.role == Some(role));
        columns.flat_map(|(_, runs)| runs.iter().cloned())
    }

    /// The cells that may name who signs: those of its columns; without heads all but the first.
    fn signers<'r>(&self, row: &'r [Vec<Toks>]) -> impl Iterator<Item = Toks> + use<'r> {
        let roles: Vec<bool> = match self.headed {
            true => self.columns.iter().map(|c| c.role == Some(ColumnRole::Signatory)).collect(),
            false => (0..row.len()).map(|c| c > 0).collect(),
        };
        row.iter().zip(roles).filter(|(_, signs)| *signs).flat_map(|(runs, _)| runs.iter().cloned())
    }

    /// The draft of a row: by its instrument, else by its topic, else by its party.
    fn draft(&self, l: &Layers, index: usize, row: &[Vec<Toks>], lead: &LeadIn) -> Option<Draft> {
        let own = |cell: Toks| item_start(l.doc, &cell)..cell.end;
        if !self.headed {
            let cells = || row.iter().flatten().cloned().map(own);
            let named = cells().find(|cell| instruments::find(l, cell).first().is_some_and(|i| i.toks.start <= cell.start + 2));
            return draft_of(l, index, &named.or_else(|| cells().find(|cell| cell.len() > 1))?, lead);
        }
        let instrument = self.cells_of(row, ColumnRole::Instrument).next().map(own);
        if let Some(cell) = instrument.filter(|cell| cell.clone().any(|t| l.doc.is_word(t))) {
            return draft_of(l, index, &cell, lead);
        }
        let party = self.cells_of(row, ColumnRole::Party).next().filter(|cell| l.actors_in(cell).next().is_some())?;
        Some(Draft::new(topical(party, lead.accord_type?), index))
    }

    /// What a cell under the head of an act, or its note, says of how far the accord has come.
    fn stages(&self, l: &Layers, cell: &Toks, role: ColumnRole) -> Vec<StageDraft> {
        let acted = answer(role);
        let date = l.dates_in(cell).next().map(|d| d.toks.clone());
        let mut out = told(l, cell, role);
        if let (Some(status), Some(date), true) = (acted, &date, out.is_empty()) {
            out.push(stage(status, Some(date.clone()), None, date.clone()));
        }
        // "yes" under "Ratified"
        if let (Some(status), true, true) = (acted, out.is_empty(), l.cue(cell.start, Cue::Affirmed)) {
            out.push(stage(status, None, None, cell.clone()));
        }
        if out.is_empty() {
            if let Some(note) = self.note_of(l.doc, cell) {
                out = told(l, &note, ColumnRole::Status);
            }
        }
        out
    }

    /// Whether a column tells of each accord if it has come so far.
    fn answers(&self, status: Status) -> bool {
        self.columns.iter().any(|c| c.role.and_then(answer) == Some(status))
    }

    /// The note that a mark in a cell points to: "not yet [c]", "- (*)".
    fn note_of(&self, doc: &Doc, cell: &Toks) -> Option<Toks> {
        let marked = |mark: &Toks| cell.clone().any(|t| t + mark.len() <= cell.end && same_marks(doc, &(t..t + mark.len()), mark));
        self.notes.iter().find(|(mark, _)| marked(mark)).map(|(_, text)| text.clone())
    }
}

/// What a cell of a column says was done.
fn answer(role: ColumnRole) -> Option<Status> {
    match role {
        ColumnRole::Signed => Some(Status::Signed),
        ColumnRole::Initialled => Some(Status::Initialled),
        ColumnRole::Ratified => Some(Status::Ratified),
        ColumnRole::InForce => Some(Status::InForce),
        _ => None,
    }
}

/// The stages that the acts in a cell tell: "under negotiation since 2017", "in force", "to be signed in May".
fn told(l: &Layers, cell: &Toks, role: ColumnRole) -> Vec<StageDraft> {
    let found = instruments::find(l, cell);
    // "protocol on services under negotiation" is said of another one.
    if role == ColumnRole::Remarks && found.iter().any(|i| !i.is_plain && i.weight != InstrumentWeight::Ratification) {
        return Vec::new();
    }
    let date = |act: &Act| {
        let near = l.dates_in(&(act.toks.start..cell.end.min(act.toks.end + 2))).find(|d| !is_term(l, &d.toks));
        near.filter(|_| act.claim == Claim::Asserted).map(|d| d.toks.clone())
    };
    acts::find(l.doc, cell, |t| l.date(t).is_some())
        .iter()
        .filter(|act| !matches!(act.kind, ActKind::Exchange | ActKind::Witness | ActKind::Represent))
        .filter_map(|act| Some(stage(status(act.kind, act.claim)?, date(act), None, act.toks.clone())))
        .collect()
}

fn stage(status: Status, date: Option<Toks>, place: Option<Place>, act: Toks) -> StageDraft {
    StageDraft { status, date, place, act, rule: Rule::AccordsTableRow }
}

/// "Lima", "State House, Nairobi"; not "various", "by video link".
fn place(l: &Layers, cell: &Toks) -> Option<Place> {
    let city = l.city(cell.start).map(|end| cell.start..end.min(cell.end));
    let named = || l.doc.is_capitalised(cell.start).then(|| cell.clone());
    city.or_else(named).map(Place::At)
}

/// Who can be the other side of all accords of a table.
fn owns(kind: PartyKind, form: ActorForm) -> bool {
    matches!(kind, PartyKind::State | PartyKind::InternationalOrganisation)
        && matches!(form, ActorForm::Name | ActorForm::Abbreviation | ActorForm::Government)
}

/// The columns, if a row is one of heads: most of its cells begin with a word for what their column holds.
pub(super) fn heads(l: &Layers, toks: &Toks) -> Option<Vec<Column>> {
    let separator = separator(l.doc, toks);
    let cells = pieces(l.doc, toks, separator);
    if cells.len() < 2 || cells.len() > MOST_COLUMNS || cells.iter().any(|(_, cell)| cell.len() > 10 || l.dates_in(cell).next().is_some()) {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|(at, cell)| Column { role: role(l, cell), at: *at }).collect();
    let told = columns.iter().filter(|c| c.role.is_some()).count();
    let has = |role: ColumnRole| columns.iter().any(|c| c.role == Some(role));
    let of_accords = has(ColumnRole::Instrument)
        || has(ColumnRole::Party) && [ColumnRole::Signed, ColumnRole::InForce, ColumnRole::Status].into_iter().any(has);
    if told < 2 || told * 2 < columns.len() || !of_accords {
        return None;
    }
    // "Ghana" beside "Agreement": who signs for Ghana.
    for (column, (_, cell)) in columns.iter_mut().zip(&cells) {
        let side = column.role.is_none() && l.actor(cell.start).is_some_and(|m| m.toks.end >= cell.end);
        if side {
            column.role = Some(ColumnRole::Signatory);
        }
    }
    Some(columns)
}

/// What a head says: by the first of its words that tells; "For Ghana" and "Ghanaian side" stand over who signs.
fn role(l: &Layers, cell: &Toks) -> Option<ColumnRole> {
    if l.doc.word(cell.start) == w::FOR && cell.len() > 1 {
        return Some(ColumnRole::Signatory);
    }
    let within = |t: usize| {
        l.doc.lookups_with(t, Kind::Column).iter().find_map(|look| match look.entry {
            Entry::Column(role) if look.last as usize <= cell.end => Some(role),
            _ => None,
        })
    };
    let mut roles = cell.clone().filter_map(within);
    let first = roles.next()?;
    // "Agreement signed by"
    Some(roles.find(|r| *r == ColumnRole::Signatory).unwrap_or(first))
}

fn separator(doc: &Doc, toks: &Toks) -> Separator {
    if toks.clone().any(|t| doc.word(t) == w::BAR) {
        Separator::Bar
    } else if toks.clone().skip(1).any(|t| doc.gap(t).contains('\t')) {
        Separator::Tab
    } else {
        Separator::Spaces
    }
}

/// The cells of a row, each with its column: the bars or tabs before it, or the characters.
fn pieces(doc: &Doc, toks: &Toks, separator: Separator) -> Vec<(usize, Toks)> {
    let mut out: Vec<(usize, Toks)> = Vec::new();
    let mut column = 0;
    let mut open = false;
    for t in toks.clone() {
        let gap = if t == toks.start { "" } else { doc.gap(t) };
        match separator {
            Separator::Bar if doc.word(t) == w::BAR => {
                column += 1;
                open = false;
                continue;
            }
            Separator::Bar => {}
            Separator::Tab => {
                let tabs = gap.matches('\t').count();
                column = if gap.contains('\n') { gap.rsplit('\n').next().unwrap_or("").matches('\t').count() } else { column + tabs };
                open &= tabs == 0;
            }
            Separator::Spaces => {
                let parted = gap.len() > 1 || gap.contains('\n');
                if parted || t == toks.start {
                    column = column_of(doc, t);
                    open = false;
                }
            }
        }
        match out.last_mut().filter(|_| open) {
            Some((_, cell)) => cell.end = t + 1,
            None => out.push((column, t..t + 1)),
        }
        open = true;
    }
    out
}

/// The characters between the start of the line and a token.
fn column_of(doc: &Doc, token: usize) -> usize {
    const WIDEST: usize = 2000;
    let before = &doc.text.as_bytes()[..doc.tokens[token].start as usize];
    let line = before.iter().rev().take(WIDEST).take_while(|&&b| b != b'\n');
    line.filter(|&&b| !(0x80..0xC0).contains(&b)).count()
}

/// "-do-", "idem", "〃", or a quotation mark alone: the same as in the row above.
fn is_ditto(l: &Layers, cell: &[Toks]) -> bool {
    let [run] = cell else { return false };
    let marks = run.clone().all(|t| matches!(l.doc.word(t), w::QUOTE | w::OPEN_QUOTE | w::CLOSE_QUOTE) || l.doc.printed(t) == "〃");
    marks || run.len() <= 6 && run.clone().take(2).any(|t| l.cue(t, Cue::Ditto))
}

/// "[a] Minister until May.": a note by its mark.
fn note(doc: &Doc, toks: &Toks) -> Option<(Toks, Toks)> {
    let start = toks.start;
    let length = match doc.word(start) {
        w::OPEN_SQUARE if doc.word(start + 2) == w::CLOSE_SQUARE => 3,
        w::OPEN if doc.word(start + 2) == w::CLOSE => 3,
        w::ASTERISK => toks.clone().take(3).take_while(|&t| doc.word(t) == w::ASTERISK).count(),
        _ => return None,
    };
    (start + length < toks.end).then(|| (start..start + length, start + length..toks.end))
}

fn same_marks(doc: &Doc, a: &Toks, b: &Toks) -> bool {
    a.clone().zip(b.clone()).all(|(a, b)| doc.printed(a) == doc.printed(b))
}

#[cfg(test)]
mod tests {
    use super::super::lists::tests::accords;

    #[test]
    fn bars_tabs_and_spaces_part_cells() {
        let rows = [
            ["No.", "Agreement", "Date of signature", "Place", "Status"],
            ["1", "Agreement on tea", "3 May 2027", "Lomé", "in force"],
            ["2", "Protocol on horses", "9 June 2028", "Kathmandu", "pending"],
            ["3", "Treaty on roads", "-", "-", "under negotiation"],
        ];
        let wanted = [
            "Agreement on tea | agreement | in_force - | TGO NPL | ",
            "Protocol on horses | protocol | signed 2028-06-09 | TGO NPL | ",
            "Treaty on roads | treaty | negotiating - | TGO NPL | ",
        ];
        let head =
            "Togo and Nepal: where their accords stand\n\nThe ministry in Togo has put together what was agreed with Nepal, and when.\n\n";
        let widths = [5, 22, 20, 14, 20];
        let spaced = |row: &[&str; 5]| row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect::<String>();
        for separator in ["|", "\t", "spaces"] {
            let line = |row: &[&str; 5]| match separator {
                "|" => row.join(" | "),
                "\t" => row.join("\t"),
                _ => spaced(row).trim_end().to_owned(),
            };
            let page = format!("{head}{}\n", rows.iter().map(line).collect::<Vec<_>>().join("\n"));
            assert_eq!(accords(&page), wanted, "{separator:?} {page}");
        }
    }

    #[test]
    fn ditto_stands_for_the_cell_above() {
        let page = "Documents signed during the visit\n\nLOMÉ, 4 May 2031 - The following documents were signed in Lomé on 3 May by Togo and Nepal:\n\n\
            S. No. | Name of Document | Togolese signatory | Nepali signatory\n\
            1. | MoU on tea | Kofi Adjo, Foreign Minister | Hari Thapa, Foreign Minister\n\
            2. | MoU on horses | -do- | Rita Gurung, Home Minister\n\
            3. | MoU on roads | idem | -do-\n";
        let signers: Vec<String> = accords(page).iter().map(|a| a.rsplit(" | ").next().unwrap_or("").to_owned()).collect();
        assert_eq!(signers, ["Kofi Adjo, Hari Thapa", "Kofi Adjo, Rita Gurung", "Kofi Adjo, Rita Gurung"]);
    }

    #[test]
    fn a_party_column_gives_the_other_side() {
        let page = "Investment treaties of Nepal\n\nNepal has concluded the treaties below, which protect investors from abroad.\n\n\
            Country\tSigned\tIn force\nFinland\t3 February 2009\t28 March 2011\nMauritius\t3 August 1999\t-\nIndia\tnot yet [a]\t-\n\n[a] Under negotiation.\n";
        assert_eq!(
            accords(page),
            [
                "Finland | treaty | in_force 2011-03-28 | NPL FIN | ",
                "Mauritius | treaty | signed 1999-08-03 | NPL MUS | ",
                "India | treaty | negotiating - | NPL IND | "
            ]
        );
    }

    #[test]
    fn tables_of_other_things_hold_no_accords() {
        let page = "Tea exports of Togo\n\nTogo sold more tea abroad last year than ever before, the ministry said on 4 May 2031.\n\n\
            Country\tYear\tTonnes\nNepal\t2029\t120\nChad\t2030\t95\n";
        assert_eq!(accords(page), [""; 0]);
        let page = "Cabinet of Togo\n\nThe new cabinet of Togo was sworn in on 4 May 2031 by the president of the court.\n\n\
            Name | Office | Party\nKofi Adjo | Foreign Minister | Union\nAbla Mensah | Interior Minister | Union\n";
        assert_eq!(accords(page), [""; 0]);
    }

    #[test]
    fn yes_and_no_are_answers_to_the_head() {
        let page = "Where Togo stands\n\nThe ministry in Togo has listed the conventions that the state has ratified so far.\n\n\
            Convention\tRatified\tDate\nConvention on horses\tyes\t3 March 2004\nProtocol on tea\tno\t-\n";
        let found = accords(page);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("Convention on horses | convention | ratified 2004-03-03"), "{found:?}");
    }

    #[test]
    fn cells_may_run_over_several_lines() {
        let page = "Nepal and Togo: what was signed\n\nThe ministers of both states met in Lomé, where they signed what the table shows.\n\n\
            No.  Agreement                      Signed      Place\n\
            ---  -----------------------------  ----------  ---------\n\
            1    Agreement on the mutual        03/05/2027  Lomé\n                 recognition of degrees\n\
            2    Protocol on horses             09/06/2028  Kathmandu\n";
        let found = accords(page);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[1].starts_with("Protocol on horses | protocol | signed 2028"), "{found:?}");
    }
}
