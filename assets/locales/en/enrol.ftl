# Enrolment: the list, the waiting list, completion of a course, papers of events.
enrol-fault-nobody-waits = Nobody waits; nothing was changed.
enrol-fault-completed = Completion is written down already, certificate No. { $number }; nothing was changed. It can be printed again: F9, “Papers”.
enrol-fault-in-future = A course is completed today or earlier; nothing was saved. Correct the date.
enrol-fault-before-first = The first session was held on { $day }, a course cannot be completed before it; nothing was saved. Correct the date.
enrol-fault-nothing-held = No session is closed yet, there is nothing to complete; nothing was saved.
enrol-fault-too-many = Such a choice means { $count } people, { $most } at most are enrolled at once; nobody was enrolled. Narrow the choice.
enrol-fault-no-former-list = Nobody was there, nobody was enrolled. Choose another session or enrol by a filter.

screen-enrolment = enrolment
help-enrolment = Who is enrolled in a club, course or event, who waits for a place, who completed it and who left. Type a few letters: the list narrows, and whoever is not on it is found in the register in yellow; Enter enrols them. F7 enrols many: from last time, by a filter of the Lists, from a file. Ins or a digit marks, “+” all, “-” none, “*” the others. F8 takes off the marked or the one under the cursor and asks why. When a place gets free, Space admits the first who waits. F2 writes down completion and gives certificate numbers, which can be printed at once. “▼ 3 in a row” has missed three sessions running. Tab is another list. Papers (list, sheet to sign, register of a month, certificates): F9.
command-enrolment = Enrolled
command-enrolment-help = who is enrolled, waits for a place, completed, left
command-enrol-add = Enrol
command-enrol-add-help = enrol many: from last time, by a filter, from a file
command-enrol-withdraw = Off
command-enrol-withdraw-help = take the marked, or the one under the cursor, off the list with a reason
command-enrol-complete = Finish
command-enrol-complete-help = course completed: day, certificate numbers, printing
command-enrol-admit = Admit
command-enrol-admit-help = admit the first who waits to a free place (Space)
command-event-papers = Papers
command-event-papers-help = list of participants, sheet to sign, register of a month, certificates

enrol-loading = Reading…
enrol-title = { $title } · enrolment
enrol-box-hint = name: narrow the list or find in the register
enrol-box-hint-phone = name, phone, number: narrow the list or find
enrol-tab-enrolled = Enrolled { $count }
enrol-tab-waiting = Waiting { $count }
enrol-tab-stopped = Stopped { $count }
enrol-tab-completed = Completed { $count }
enrol-tab-left = Left { $count }
enrol-count = { $enrolled ->
    [one] { $enrolled } person enrolled
   *[other] { $enrolled } people enrolled
}
enrol-places = { $capacity } places
enrol-ages = age { $ages }
enrol-held = { $held ->
    [0] no session held yet
    [one] { $held } session held
   *[other] { $held } sessions held
}
enrol-marked = { $count } marked
enrol-free = There is a free place. Space admits the first who waits: { $name }
enrol-waits = place { $place } since { $day }
enrol-completed = completed { $day }, No. { $number }
enrol-left = until { $day }
enrol-left-because = until { $day } · { $reason }
enrol-head-name = Name
enrol-head-age = age
enrol-head-since = enrolled
enrol-head-came = came
enrol-came = { $came } of { $held }
enrol-missed = ▼ { $count } in a row
enrol-age = { $age } y
enrol-outside = outside ages
enrol-closed = off the register
enrol-newcomer = to complete
enrol-not-listed = not enrolled: Enter
enrol-empty = Nobody is enrolled yet. Type a name and press Enter, or F7 to enrol many.
enrol-empty-waiting = Nobody waits.
enrol-empty-stopped = Everybody comes: nobody missed three sessions in a row.
enrol-empty-completed = Nobody has completed the course yet: mark people and press F2.
enrol-empty-left = Nobody left.
enrol-nobody-found = Nobody found.
enrol-keys = Enter card · Ins mark · F7 enrol · F8 off · F2 finish · Tab next
enrol-nobody-chosen = Nobody is chosen: mark people (Ins) or stand on a row.
enrol-not-a-course = Completion is of a club or course; this is a single event.
enrol-nobody-waits = Nobody waits.
enrol-is-over = The event is over or cancelled: there is nothing to enrol in.

enrol-done = { $added ->
    [0] Nobody enrolled.
    [one] { $added } person enrolled.
   *[other] { $added } people enrolled.
}
enrol-done-one = { $name }: enrolled.
enrol-done-waits = To the waiting list: { $waiting }, no more places.
enrol-done-one-waits = { $name }: no place, put on the waiting list.
enrol-done-already = Already on the list: { $already }.
enrol-done-one-already = { $name }: already on the list.
enrol-done-outside = Outside the ages, { $count }: { $names }
enrol-done-closed = Off the register, { $count }: { $names }
enrol-and-more = { $names } and { $count } more
enrol-withdrawn = { $count ->
    [one] { $count } person taken off the list.
   *[other] { $count } people taken off the list.
}
enrol-withdrawn-one = { $name }: taken off the list.
enrol-withdrawn-free = A place is free: { $name } waits, Space admits them.
enrol-admitted = { $name }: admitted from the waiting list.
enrol-completed-done = { $count ->
    [one] Completion saved, certificate No. { $first }.
   *[other] Completion saved: { $count }, certificates No. { $first } – { $last }.
}
enrol-print-certificates = { $count ->
    [one] Certificate No. { $first }
   *[other] Certificates No. { $first } – { $last }
}

enrol-add-title = Enrol
enrol-add-last-time = from last time
enrol-add-filter = by a filter
enrol-add-file = from a file
enrol-add-hand = by hand
enrol-add-last-time-help = who came to this or the like before
enrol-add-filter-help = category, age, district: a saved filter
enrol-add-file-help = a CSV or XLSX table of names
enrol-add-hand-help = type a name
enrol-add-keys = a digit or Enter choose · Esc back
enrol-hand-hint = Type a name: whoever is not on the list stands in yellow, Enter enrols them.
enrol-source-title = Take people from
enrol-source-none = There was nothing of the kind before: enrol by a filter, from a file or by hand.
enrol-source-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
enrol-source-came = came { $day }
enrol-source-series = who was enrolled
enrol-source-keys = a digit or Enter enrol them · Esc back
enrol-filter-title = By which filter
enrol-filter-none = There are no saved filters. Make one in the Lists (F9), save it (F2) and come back.
enrol-filter-all = everybody on the register
enrol-filter-keys = a digit or Enter choose · Esc back
enrol-fits-title = Whom to enrol
enrol-fits-filter = Filter
enrol-fits = { $count ->
    [0] Nobody new by this filter and age.
    [one] { $count } person fits who is not on the list yet.
   *[other] { $count } people fit who are not on the list yet.
}
enrol-fits-places = Free places: { $free }; the rest will wait.
enrol-fits-counting = Counting…
enrol-fits-keys = F2 or Enter enrol · Esc back
form-enrol-ages = Age, from–to
form-enrol-ages-hint = Whole years: 10-14, 60+, 13. Empty: any.
form-enrol-ages-odd = Ages are written 10-14, 60+, 13
form-enrol-day = Day
form-enrol-day-hint = The day on which the course is completed; it stands on the certificate.
form-enrol-day-odd = A day is written 21.11.2026
enrol-complete-title = Course completed
enrol-complete-about = { $count ->
    [one] { $count } person completed the course: { $names }
   *[other] { $count } people completed the course: { $names }
}
enrol-complete-few = Came to less than half of the sessions: { $names }
enrol-complete-keys = F2 save and give numbers · Esc back
enrol-withdraw-title = Off the list
enrol-withdraw-about = { $count ->
    [one] { $count } person is taken off the list; the sessions they came to stay: { $names }
   *[other] { $count } people are taken off the list; the sessions they came to stay: { $names }
}
enrol-why-moved = moved away
enrol-why-stopped = stopped coming
enrol-why-time = the hour does not suit
enrol-why-ill = illness
enrol-why-age = too old for it now
enrol-why-mistake = enrolled by mistake
enrol-why-other = other
enrol-file-title = From which file
enrol-file-about = Columns: person, or surname, given name, birth date. All or nothing.
enrol-file-faults = The file was not taken, nobody was enrolled: correct these rows and choose the file again.
enrol-file-keys = ↑↓ Enter choose · Tab complete · Esc back
enrol-file-faults-keys = Esc to the files

enrol-papers-title = Papers
enrol-papers-participants = List of participants
enrol-papers-sheet = Sheet to sign, { $day }
enrol-papers-month = Register of { $month }
enrol-papers-certificates = Certificates: { $count }
enrol-papers-keys = a digit or Enter choose · Esc back

# A file with a list of people.
exchange-expected-person-named = a person on the register of this name and birth date; register a new one first
exchange-expected-person-one = one person: several have this name, add the birth date or the key in the column “person”
exchange-expected-person-or-name = a person's key, or surname and given name
exchange-fault-person-named = { exchange-cell }; expected { exchange-expected-person-named }
exchange-fault-person-one = { exchange-cell }; expected { exchange-expected-person-one }
exchange-fault-person-or-name = { exchange-cell }; expected { exchange-expected-person-or-name }

# Papers.
paper-title-session-sheet = Session sheet
paper-title-month = Attendance register
paper-title-participants = List of participants
paper-title-certificates = Certificates
paper-file-session-sheet = Session sheet { $day }
paper-file-month = Register { $month }
paper-file-participants = Participants { $day }
paper-file-certificate = Certificate { $number }
paper-file-certificates = Certificates, { $count }
paper-fact-event = Title
paper-fact-event-kind = Kind
paper-fact-event-when = When
paper-fact-event-place = Where
paper-fact-event-partner = Together with
paper-fact-event-trainer = Held by
paper-sign-trainer = Held by
paper-column-birth-year = Year (age)
paper-column-phone = Phone
paper-column-came-times = Came
paper-column-family = Family
paper-column-since = Since
paper-column-visits = Visits
paper-heads = Beside the list, without names: women { $women }, men { $men }, children { $children }.
paper-heads-empty = Beside the list, without names: women ______, men ______, children ______.
paper-closing-expected = People on the list: { $count }.
paper-closing-enrolled = Enrolled: { $count }.
paper-closing-places = Places: { $count }.
paper-closing-month = Sessions: { $sessions }. Visits: { $visits }. Different people: { $people }.
paper-part-enrolled = Enrolled: { $count }
paper-part-completed = Completed: { $count }
paper-part-waiting = Waiting for a place: { $count }
paper-note-certificate = certificate No. { $number } of { $day }
paper-note-waiting = waits for a place
paper-mark-present = +
paper-mark-absent = a
paper-mark-excused = e
paper-marks-legend = “+” came, “a” absent, “e” excused; empty: not enrolled, or the session is not marked yet.
paper-total-came = Came by the list
paper-total-heads = Without names
paper-long-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
paper-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
certificate-title = CERTIFICATE
certificate-subtitle = of completion
certificate-lead = This certificate says that
certificate-verb = { $sex ->
    [female] has completed
    [male] has completed
   *[unknown] has completed
}
certificate-days = { $from } – { $until }
certificate-day = { $from }
certificate-sessions = { $count ->
    [one] { $count } session attended
   *[other] { $count } sessions attended
}
certificate-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
certificate-sign-head = Head
certificate-sign-trainer = Trainer
certificate-seal = Seal
enrol-near = A name like it: { $name }. Enter again enrols this one; ↓ for others.
