# Import on the screen: an office's own list, step by step.
command-import = Import
command-import-help = take a list in from a file: CSV or XLSX
command-import-on = Next
command-import-on-help = the next step of the import
command-import-write = Save
command-import-write-help = write everything into the register: the last step
command-import-report = Save
command-import-report-help = save the report into a file
command-import-fault = Fault
command-import-fault-help = to the next row with a fault
command-import-stop = Stop
command-import-stop-help = stop the work; nothing will be written
command-import-filter = Marked only
command-import-filter-help = only rows with faults and warnings, or all (Tab)
command-import-leave-out = Leave faulty out
command-import-leave-out-help = take no row with a fault (−)
command-import-take-back = Take all back
command-import-take-back-help = leave no row out (+)
command-import-all-same = All the same
command-import-all-same-help = all pairs not decided yet are the same people (+)
command-import-all-new = All new
command-import-all-new-help = all pairs not decided yet are other people (*)
command-import-all-skip = Skip all
command-import-all-skip-help = take no row of the pairs not decided yet (−)

screen-import-file = import: file
screen-import-sheet = import: sheet
screen-import-columns = import: columns
screen-import-rows = import: rows
screen-import-pairs = import: people alike
screen-import-job = import: at work
screen-import-report = import: report

help-import-file = Choose the file with the list: CSV or XLSX. The newest stand first; what you type filters, Tab completes, Enter opens a folder or a file. A path may be typed or pasted. Families only: receipts and issues of past years come in with stiika import stock and stiika import aid. Nothing is written before the last step.
help-import-sheet = The workbook has several sheets. Choose the one with the list; the first whose headings are recognised is offered.
help-import-columns = Your file's headings on the left, our columns on the right. A guess is marked “≈”: check it. Enter gives another meaning, Space leaves the column unread. If the headings were found in the wrong row, “+” and “−” move them. The first line says which rows of the file are one family. After saving, the meanings are remembered for the next file with the same headings, also for the command stiika import. Where the list has no keys of people, they are made of name and birth date: the same file again changes nothing.
help-import-rows = The rows of the file. “✗” is a fault and stops the import; “!” is only worth a look. F3 goes to the next fault, Tab shows marked rows only, left and right show other columns. Correct the file and begin again, or leave the row out: Space; “−” leaves every faulty row out, “+” takes them back.
help-import-pairs = People of the file who resemble somebody on the register or an earlier row; the most certain first. 1: the same person, the file adds to the card. 2: another person, who becomes new. 3: leave the row out. “+”, “*”, “−” answer for all that are not decided yet. F2 writes everything or nothing.
help-import-job = The work goes on. Esc or F8 stops it: then nothing is written.
help-import-report = What was done. F2 saves the report: row numbers and decisions, without names or other data of people. Only its owner can read the file.

import-title = Import · step { $step } of { $steps }
desk-no-files = Files cannot be reached at this desk. Use the commands stiika import and stiika export.
import-closed = The file is closed already. Open it again: Esc to the first step.
import-stopped = Stopped. Nothing was written.
import-done = Saved. What the headings mean is remembered.
import-refused = Nothing was written: the register refused the marked rows. Leave them out (Space) or decide otherwise about people alike (F2).

import-job-reading = Reading the file…
import-job-checking = Checking the rows…
import-job-comparing = Looking for people alike on the register and in the file…
import-job-writing = Saving…
import-job-rows = { $count ->
    [one] { $count } row read
   *[other] { $count } rows read
}
import-job-hint = Esc or F8 stops; nothing will be written
import-job-stopping = stopping…

import-file-families = Families only. Stock and aid: the command stiika import stock|aid FILE
import-file-loading = looking into the folder…
import-file-empty = No tables here. Go to another folder (..) or type the path of a CSV or XLSX file.
import-file-none = Choose a file with the arrows or type its path.
import-file-size = { $count } KB
import-file-keys = Enter opens · Tab completes · type a part of the name · Esc goes back
import-sheets = { $count ->
    [one] The workbook has { $count } sheet. Where is the list?
   *[other] The workbook has { $count } sheets. Where is the list?
}
import-sheet-recognised = { $count ->
    [one] { $count } heading recognised
   *[other] { $count } headings recognised
}
import-sheet-keys = Enter or F2: this sheet · Esc: another file

import-count-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
import-count-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
import-count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
import-count-left-out = { $count ->
    [one] { $count } row left out
   *[other] { $count } rows left out
}
import-number = { $count }
import-row = row { $row }

import-columns = The headings are row { $row } (+ and − move them) · { $rows } below
import-column-heading = column of the file
import-column-samples = what is in it
import-column-target = our column
import-column-sure = how sure
import-columns-keys = Enter: another meaning · Space: not read · F2: next · Esc: back
import-unread = { $count ->
    [one] { $count } column will not be read: its data will not be on the register
   *[other] { $count } columns will not be read: their data will not be on the register
}
import-makes-keys = The file has no keys of people: they are made of name and birth date, so the same file again changes nothing.
import-fault-twice = The columns “{ $first }” and “{ $second }” mean the same. Leave one of them unread: Space.
import-fault-no-name = Nothing says where surname and given name are. Choose a column and press Enter.
import-fault-no-family = Nothing says where the number of the family is. Choose a column or change the first line: Enter.
import-grouping = What one family is
import-grouping-column = rows with the same number; without one, a person without a family
import-grouping-column-down = rows up to the next number of a family
import-grouping-head = rows up to the next head of a family
import-grouping-row = every row is a family of its own
import-sure-not = not read
import-sure-content = by content
import-sure-alike = alike
import-sure-said = named
import-sure-remembered = as before
import-sure-chosen = chosen
import-target-title = “{ $heading }” is
import-target-none = not read
import-target-full-name = surname, given name, patronymic together
import-target-surname = surname
import-target-given-name = given name
import-target-patronymic = patronymic
import-target-birth-date = birth date
import-target-sex = sex
import-target-phone = phone
import-target-rnokpp = РНОКПП (tax number)
import-target-document = document
import-target-address = the whole address
import-target-street-line = street, building, flat together
import-target-settlement = settlement
import-target-starosta-district = starosta district
import-target-street = street
import-target-building = building
import-target-flat = flat
import-target-family = number (key) of the family
import-target-relation = relation in the family
import-target-person = number (key) of the person
import-target-categories = categories
import-target-registered-on = on the register since
import-target-closed-on = closed on
import-target-consent-on = day of consent
import-target-note = note

import-rows-keys = F3: next fault · Tab: marked only · Space: leave out · F2: next
import-rows-none = There are no rows under the headings. Esc goes back.
import-rows-faulty = { $count ->
    [one] { $count } row still has a fault. Correct the file or leave the row out: Space, all of them “−”.
   *[other] { $count } rows still have faults. Correct the file or leave the rows out: Space, all of them “−”.
}

import-pairs = { $count ->
    [one] { $count } person alike
   *[other] { $count } people alike
}
import-pairs-left = { $count ->
    [one] { $count } to decide
   *[other] { $count } to decide
}
import-pairs-decided = all decided
import-pairs-none = Nobody of the file is on the register or in the file twice.
import-pairs-undecided = { $count ->
    [one] { $count } person is not decided yet: 1 the same, 2 new, 3 skip.
   *[other] { $count } people are not decided yet: 1 the same, 2 new, 3 skip; “+” all the same.
}
import-pairs-write = { $count ->
    [one] F2 will write { $count } row of the file. Nothing is written yet.
   *[other] F2 will write { $count } rows of the file. Nothing is written yet.
}
import-pairs-keys = 1: the same · 2: new · 3: skip · + * − for all · F2: save
import-write-keys = F2: save · Esc: back
import-choice-none = ? decide
import-choice-same = 1 the same
import-choice-new = 2 new
import-choice-skip = 3 skip
import-on-register = on the register

import-report-title = Import · what was done
import-report-families-added = new families
import-report-people-added = new people
import-report-families-changed = cards added to
import-report-families-unchanged = families unchanged
import-report-same = found to be the same
import-report-new = found to be new though alike
import-report-skipped = skipped as alike
import-report-left-out = rows left out
import-report-warnings = warnings
import-report-unread = columns not read
import-report-row = row
import-report-what = what
import-report-name = report
import-report-about = The report has row numbers and decisions, no data of people. F2 saves it here:
import-report-saved = The report is saved; only its owner can read it.
import-report-exists = There is such a file already, and it was left as it is. Type another name.
import-report-failed = The report was not saved: { $reason }. Type another path.
import-report-keys = F2: save the report · Esc: to the search
