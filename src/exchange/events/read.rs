//! Rows of a file of events become lines for the office, or every fault in them.

use crate::domain::event::{Audience, EventKindCode, Heads, Hours, Outcome, SessionStatus};
use crate::domain::place::CODIFIER;
use crate::exchange::column::{ATTENDANCE, AttendanceColumn, EVENTS, EventColumn, Layout};
use crate::exchange::fault::{Expected, Fault};
use crate::exchange::reading::{Reading, filled, is_named};
use crate::exchange::sheet::Sheet;
use crate::office::event_files::{EventFileFault, EventFileSetting, EventFileWrong, MarkBatch, MarkLine, SessionLine};
use crate::office::intake::Row;
use chrono::NaiveTime;
use std::collections::HashMap;

/// Letters of a cell of one line.
const LONGEST_TEXT: usize = 500;

/// A file of events that can be handed to the office.
#[derive(Clone, Debug)]
pub struct TakenEvents {
    /// What it says.
    pub lines: Vec<SessionLine>,
    layout: Layout,
    rows: Vec<Row>,
}

/// A file of attendance that can be handed to the office.
#[derive(Clone, Debug)]
pub struct TakenMarks {
    /// What it says.
    pub batch: MarkBatch,
    layout: Layout,
    /// The row of each line.
    numbers: Vec<u32>,
}

/// Reads sessions. Errors: every fault, by rows.
pub fn events(sheet: &Sheet, setting: &EventFileSetting) -> Result<TakenEvents, Vec<Fault>> {
    let mut reading = Reading::new(EVENTS, sheet, setting.today, &setting.catalogue)?;
    let rows = filled(sheet);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut lines = Vec::with_capacity(rows.len());
    for row in &rows {
        let line = reading.session_line(row, setting);
        if let Some(line) = &line {
            let first = *seen.entry(line.key.clone()).or_insert(row.number);
            if first != row.number {
                reading.fault(row, EventColumn::Session as usize, Expected::KeyOnce { row: first });
            }
        }
        lines.extend(line);
    }
    let (layout, faults) = reading.done(sheet);
    if faults.is_empty() { Ok(TakenEvents { lines, layout, rows }) } else { Err(faults) }
}

/// Reads marks; the sheet is used up on the way, for a million rows are not kept twice. Errors: every fault, by rows.
pub fn attendance(mut sheet: Sheet, setting: &EventFileSetting) -> Result<TakenMarks, Vec<Fault>> {
    let mut reading = Reading::new(ATTENDANCE, &sheet, setting.today, &setting.catalogue)?;
    let rows = std::mem::take(&mut sheet.rows);
    let (mut sessions, mut people) = (Keys::default(), Keys::default());
    let mut taken = TakenMarks { batch: MarkBatch::default(), layout: reading.layout.clone(), numbers: Vec::new() };
    for row in rows.into_iter().skip(1).filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty())) {
        if let Some(line) = reading.mark_line(&row, &mut sessions, &mut people) {
            taken.batch.lines.push(line);
            taken.numbers.push(u32::try_from(row.number).unwrap_or(u32::MAX));
        }
    }
    (taken.batch.sessions, taken.batch.people) = (sessions.list, people.list);
    let (_, faults) = reading.done(&sheet);
    if !faults.is_empty() {
        return Err(faults);
    }
    let twice = taken.said_twice();
    if twice.is_empty() { Ok(taken) } else { Err(twice) }
}

/// Keys, each once, by their place.
#[derive(Default)]
struct Keys {
    list: Vec<String>,
    places: HashMap<String, u32>,
}

impl Keys {
    fn place(&mut self, key: String) -> u32 {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(key.clone());
        self.places.insert(key, place);
        place
    }
}

impl TakenEvents {
    /// What the office could not take, as a fault of the file.
    pub fn fault(&self, fault: &EventFileFault) -> Fault {
        use EventFileWrong as W;
        let column = match &fault.what {
            W::KindSettled => EventColumn::Kind,
            W::OtherSeries => EventColumn::Series,
            W::CampaignDays | W::NotYet(_) => EventColumn::Date,
            W::StatusSettled(_) | W::SomebodyCame(_) | W::Unmarked(_) => EventColumn::Status,
            _ => EventColumn::Session,
        };
        let row = self.rows.get(fault.line);
        let value = row.map_or("", |row| self.layout.cell(row, column as usize));
        let heading = self.layout.heading(column as usize);
        Fault::new(row.map_or(0, |row| row.number), heading, value, expected(&fault.what, 0))
    }
}

impl TakenMarks {
    /// What the office could not take, as a fault of the file.
    pub fn fault(&self, fault: &EventFileFault) -> Fault {
        use EventFileWrong as W;
        let other = match &fault.what {
            W::SaidTwice(other) => self.number(*other),
            _ => 0,
        };
        let column = match &fault.what {
            W::NoPerson | W::SaidTwice(_) => AttendanceColumn::Person,
            W::CalledOff => AttendanceColumn::Outcome,
            _ => AttendanceColumn::Session,
        };
        let value = self.batch.lines.get(fault.line).map_or("", |line| match column {
            AttendanceColumn::Person => self.batch.people.get(line.person as usize).map_or("", String::as_str),
            AttendanceColumn::Outcome => line.outcome.code(),
            _ => self.batch.sessions.get(line.session as usize).map_or("", String::as_str),
        });
        let heading = self.layout.heading(column as usize);
        Fault::new(self.number(fault.line), heading, value, expected(&fault.what, other))
    }

    fn number(&self, line: usize) -> usize {
        self.numbers.get(line).copied().map_or(0, |number| usize::try_from(number).unwrap_or(0))
    }

    /// The same person at the same session in two rows that do not say the same.
    fn said_twice(&self) -> Vec<Fault> {
        let mut seen: HashMap<(u32, u32), usize> = HashMap::with_capacity(self.batch.lines.len());
        let lines = self.batch.lines.iter().enumerate();
        let differs = lines.filter_map(|(place, line)| {
            let first = *seen.entry((line.session, line.person)).or_insert(place);
            let there = self.batch.lines.get(first)?;
            let same = (there.outcome, there.expected) == (line.outcome, line.expected);
            (!same).then(|| self.fault(&EventFileFault { line: place, what: EventFileWrong::SaidTwice(first) }))
        });
        differs.collect()
    }
}

fn expected(what: &EventFileWrong, other: usize) -> Expected {
    use EventFileWrong as W;
    match what {
        W::KindSettled => Expected::Content("event-kind-settled"),
        W::OtherSeries => Expected::Content("event-series-settled"),
        W::CampaignDays => Expected::Content("event-campaign-days"),
        W::StatusSettled(SessionStatus::Held) => Expected::Content("event-status-is-held"),
        W::StatusSettled(SessionStatus::Cancelled) => Expected::Content("event-status-is-cancelled"),
        W::StatusSettled(SessionStatus::Planned) => Expected::Content("event-status-of-campaign"),
        W::SomebodyCame(count) => Expected::Counted { what: "event-somebody-came", count: *count },
        W::Unmarked(count) => Expected::Counted { what: "event-unmarked", count: *count },
        W::NoSession => Expected::Content("known-session"),
        W::NoPerson => Expected::Content("known-person"),
        W::NotYet(_) => Expected::Content("session-begun"),
        W::CalledOff => Expected::Content("session-not-cancelled"),
        W::SaidTwice(_) => Expected::MarkOnce { row: other },
    }
}

/// Words of a closed list: those of the contract, and those that Ukrainian lists have.
type Words<T> = &'static [(&'static str, T)];

/// What Ukrainian lists call some kinds of events beside their names.
const KINDS: Words<&str> = &[
    ("гурток", "club"),
    ("клуб", "club"),
    ("група підтримки", "support_group"),
    ("акція", "campaign"),
    ("вистава", "performance"),
    ("екскурсія", "performance"),
    ("форум", "round_table"),
];

const YES_NO: Words<bool> = &[
    ("yes", true),
    ("no", false),
    ("так", true),
    ("ні", false),
    ("true", true),
    ("false", false),
    ("1", true),
    ("0", false),
];

const AUDIENCES: Words<Audience> = &[
    ("families", Audience::Families),
    ("children", Audience::Children),
    ("professionals", Audience::Professionals),
    ("public", Audience::Public),
    ("сім’ї", Audience::Families),
    ("родини", Audience::Families),
    ("діти", Audience::Children),
    ("фахівці", Audience::Professionals),
    ("громадськість", Audience::Public),
    ("усі", Audience::Public),
    ("всі", Audience::Public),
];

const STATUSES: Words<SessionStatus> = &[
    ("planned", SessionStatus::Planned),
    ("held", SessionStatus::Held),
    ("cancelled", SessionStatus::Cancelled),
    ("заплановано", SessionStatus::Planned),
    ("проведено", SessionStatus::Held),
    ("скасовано", SessionStatus::Cancelled),
];

const OUTCOMES: Words<Outcome> = &[
    ("present", Outcome::Present),
    ("absent", Outcome::Absent),
    ("excused", Outcome::Excused),
    ("+", Outcome::Present),
    ("-", Outcome::Absent),
    ("–", Outcome::Absent),
    ("був", Outcome::Present),
    ("була", Outcome::Present),
    ("присутній", Outcome::Present),
    ("присутня", Outcome::Present),
    ("не був", Outcome::Absent),
    ("не була", Outcome::Absent),
    ("відсутній", Outcome::Absent),
    ("відсутня", Outcome::Absent),
    ("н", Outcome::Absent),
    ("поважна причина", Outcome::Excused),
    ("з поважної причини", Outcome::Excused),
];

impl Reading<'_> {
    fn session_line(&mut self, row: &Row, setting: &EventFileSetting) -> Option<SessionLine> {
        use EventColumn as C;
        let before = self.faults.len();
        let key = self.needed(row, C::Session as usize);
        let kind = self.event_kind(row, C::Kind as usize, setting);
        let title = self.needed(row, C::Title as usize);
        let on = self.day(row, C::Date as usize, None);
        self.wanted(row, C::Date as usize);
        let hours = Hours { start: self.time(row, C::Start as usize), end: self.time(row, C::End as usize) };
        if hours.start.is_none() && hours.end.is_some() {
            self.fault(row, C::End as usize, Expected::Content("time-with-start"));
        }
        let status = self.word(row, C::Status as usize, STATUSES);
        if status == Some(SessionStatus::Held) && on.is_some_and(|on| on > self.today) {
            self.fault(row, C::Status as usize, Expected::Content("event-held-later"));
        }
        let settlement = self.settlement(row, C::Settlement as usize);
        let heads = [C::UnnamedWomen, C::UnnamedMen, C::UnnamedChildren].map(|column| self.heads(row, column as usize));
        let line = SessionLine {
            key,
            series: self.text(row, C::Series as usize, LONGEST_TEXT),
            kind: kind.unwrap_or_default(),
            title,
            on: on.unwrap_or(self.today),
            hours,
            programme: self.programme(row, C::Programme as usize),
            settlement,
            rural: self.word(row, C::Rural as usize, YES_NO),
            audience: self.word(row, C::Audience as usize, AUDIENCES),
            partner: self.partner(row, C::Partner as usize),
            trainer: self.text(row, C::Trainer as usize, LONGEST_TEXT),
            heads,
            status,
            restricted: self.word(row, C::Restricted as usize, YES_NO),
        };
        (self.faults.len() == before).then_some(line)
    }

    fn mark_line(&mut self, row: &Row, sessions: &mut Keys, people: &mut Keys) -> Option<MarkLine> {
        use AttendanceColumn as C;
        let before = self.faults.len();
        let session = self.needed(row, C::Session as usize);
        let person = self.needed(row, C::Person as usize);
        let expected = self.word(row, C::Expected as usize, YES_NO);
        let outcome = self.word(row, C::Outcome as usize, OUTCOMES);
        self.wanted(row, C::Outcome as usize);
        let outcome = outcome.filter(|_| self.faults.len() == before)?;
        Some(MarkLine { session: sessions.place(session), person: people.place(person), expected, outcome })
    }

    /// A word of a closed list; none for an empty cell.
    fn word<T: Copy>(&mut self, row: &Row, column: usize, words: Words<T>) -> Option<T> {
        let text = self.text(row, column, LONGEST_TEXT).to_lowercase().replace(['\'', '\u{2bc}', '`'], "’");
        if text.is_empty() {
            return None;
        }
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, meant)| *meant);
        if found.is_none() {
            self.unexpected(row, column);
        }
        found
    }

    fn event_kind(&mut self, row: &Row, column: usize, setting: &EventFileSetting) -> Option<EventKindCode> {
        let text = self.needed(row, column);
        let found = setting.kinds.iter().find(|(code, [own, own_en])| {
            let shipped = self.texts.iter().map(|texts| texts.code("event_kind", code.as_str()));
            is_named(&text, code.as_str(), [own, own_en], shipped)
        });
        let folded = text.to_lowercase();
        let word = || KINDS.iter().find(|(word, _)| *word == folded).map(|(_, code)| EventKindCode::from(*code));
        let found = found.map(|(code, _)| code.clone()).or_else(word);
        if found.is_none() && !text.is_empty() {
            self.unexpected(row, column);
        }
        found
    }

    /// The wall clock: `11:00`, `9.30`, `11:00:00`; a whole hour alone.
    fn time(&mut self, row: &Row, column: usize) -> Option<NaiveTime> {
        let text = self.text(row, column, 40).replace('.', ":");
        if text.is_empty() {
            return None;
        }
        let mut parts = text.split(':').map(|part| part.trim().parse::<u32>().ok().filter(|_| part.trim().len() <= 2));
        let (hour, minute) = (parts.next().flatten(), parts.next().unwrap_or(Some(0)));
        // Seconds are what a spreadsheet adds.
        let is_over = matches!(parts.next(), None | Some(Some(0))) && parts.next().is_none();
        let read =
            hour.zip(minute).filter(|_| is_over).and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
        if read.is_none() {
            self.unexpected(row, column);
        }
        read
    }

    /// How many; a spreadsheet says `12.0` of twelve.
    fn heads(&mut self, row: &Row, column: usize) -> Option<u32> {
        let text = self.text(row, column, 40);
        if text.is_empty() {
            return None;
        }
        let read = text.strip_suffix(".0").unwrap_or(&text).parse().ok().filter(|heads| *heads <= Heads::MOST);
        if read.is_none() {
            self.unexpected(row, column);
        }
        read
    }

    /// Where, as written; a code of the codifier is said by its name where that leads back to it.
    fn settlement(&mut self, row: &Row, column: usize) -> String {
        let text = self.text(row, column, LONGEST_TEXT);
        let Some(place) = CODIFIER.get(&text.to_uppercase()).filter(|place| place.kind.is_settlement()) else {
            return text;
        };
        let title = place.title();
        let leads_back = CODIFIER.settlement_named(&title, None).is_some_and(|found| found.code == place.code);
        if leads_back { title } else { place.code.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::aid::AidCatalogue;
    use chrono::NaiveDate;

    fn setting() -> EventFileSetting {
        let kinds = ["club", "campaign"].map(|code| (EventKindCode::from(code), [String::new(), String::new()]));
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        EventFileSetting { today, catalogue: AidCatalogue::default(), kinds: kinds.into() }
    }

    fn sheet(text: &str) -> Sheet {
        Sheet::of_bytes(text.as_bytes(), None).unwrap()
    }

    #[test]
    fn hours_are_read_as_people_and_spreadsheets_write_them() {
        let rows =
            "session,kind,title,date,start,end\n1,club,А,2026-01-10,9.30,11:00:00\n2,гурток,Б,2026-01-10,22,1:05\n";
        let taken = events(&sheet(rows), &setting()).unwrap();
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        assert_eq!(taken.lines[0].hours, Hours { start: time(9, 30), end: time(11, 0) });
        assert_eq!(taken.lines[1].hours, Hours { start: time(22, 0), end: time(1, 5) });
        for odd in ["25:00", "9:60", "о 9", "9:00:30", "0.4583", "9:0:0:0"] {
            let rows = format!("session,kind,title,date,start\n1,club,А,2026-01-10,{odd}\n");
            assert_eq!(events(&sheet(&rows), &setting()).unwrap_err().len(), 1, "{odd}");
        }
    }

    #[test]
    fn every_fault_of_a_row_is_told() {
        let rows = "session,kind,title,date,start,end,rural,audience,unnamed_women,status,restricted\n\
            ,жонглювання,,30.02.2026,,12:00,може,усі на світі,-3,буде,хз\n1,club,А,2027-01-01,,,,,,held,\n";
        let faults = events(&sheet(rows), &setting()).unwrap_err();
        let told: Vec<_> = faults.iter().map(|fault| (fault.row, fault.column.as_str())).collect();
        let columns =
            ["session", "kind", "title", "date", "end", "status", "unnamed_women", "rural", "audience", "restricted"];
        let mut expected: Vec<_> = columns.map(|column| (2, column)).into();
        expected.push((3, "status"));
        assert_eq!(told, expected);
    }

    #[test]
    fn one_pair_twice_is_a_fault_unless_both_rows_say_the_same() {
        let same = "session,person,outcome\ns,1,present\ns,1,був\n";
        assert_eq!(attendance(sheet(same), &setting()).unwrap().batch.lines.len(), 2);
        let differ = "session,person,outcome\ns,1,present\nt,1,absent\ns,1,absent\n";
        let faults = attendance(sheet(differ), &setting()).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].row, &faults[0].expected), (4, &Expected::MarkOnce { row: 2 }));
    }
}
