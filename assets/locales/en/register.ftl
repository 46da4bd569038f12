# The attendance register: rights, commands, signs, sentences.
screen-register = register
help-register = The attendance register, as on paper: people down, dates across. ● present, – absent, { register-sign-excused } excused, · not marked yet, blank not expected, × session called off, ○ being written down. Space marks somebody present and goes to the next; on a mark it changes it: present → absent → nothing. + on the keyboard or number pad marks everybody who is left present, - marks them absent. To find somebody type the name: first those on the list, below them everybody on the register of people; Enter marks and enrols. Whoever is nowhere is added by the row “+ type a name”: a name and a year of birth or an age are enough. Digits mark members of the family shown below the list, Ins the whole family. F4 excuses, F6 counts those without names. ← and → are other dates: marks can be made there later, and it stays visible when and by whom. Tab shows only those not marked. A scanned card marks at once; where several of a family are expected, take out with digits who is not here and press Enter. F8 takes back the last mark of this desk. F2 closes the session when everybody is marked; an administrator may open it again (F9). Signs beside a name: ✗3 missed three in a row, { register-sign-newcomer } newcomer, to be completed at reception, { register-sign-ages } outside the ages, { register-sign-closed } the family's entry is closed, † has died.

command-register-close = Close
command-register-close-help = close the session when everybody is marked
command-register-excuse = Excuse
command-register-excuse-help = mark that somebody is away for a good reason
command-register-heads = Heads
command-register-heads-help = how many women, men and children came without names
command-register-new = Add
command-register-new-help = add somebody who is nowhere: a name and a year of birth
command-register-take-back = Undo
command-register-take-back-help = take back the last mark of this desk
command-register-all-present = Rest present
command-register-all-present-help = mark everybody who is not marked yet present (+)
command-register-all-absent = Rest absent
command-register-all-absent-help = mark everybody who is not marked yet absent (-)
command-register-family = Whole family
command-register-family-help = mark the whole family of whom the cursor is on present (Ins)
command-register-reopen = Open again
command-register-reopen-help = open a closed session to mend its marks: with a reason

register-loading = Reading the register…
register-box = name: find on the list and the register
register-count = { $present } of { $expected } here, { $due } not marked
register-count-all = { $present } of { $expected } here, all marked
register-count-only-due = only those not marked: { $due }
register-count-none = { $present } here
register-sum = total
register-sums = here / expected
register-heads-none = unnamed: none · F6
register-heads = unnamed: w { $women }, m { $men }, c { $children }
register-fresh = + type the name of somebody who is not on the list
register-fresh-typed = + add a new person: { $name }
register-empty = Nobody is on the list yet. Type a name: whom the register of people finds, Enter enrols and marks. Many at once are enrolled in F9, Enrolled.
register-waiting = waiting for a place, no. { $place }
register-not-listed = not on the list
register-keys = Space here/absent · + rest here · - rest absent · Ins family · name: search
register-keys-wide = Space here/absent · + rest here · - rest absent · Ins family, 1–9 of it · ← → dates · Tab not marked · letters: find
register-keys-typed = Enter: here, enrol · ↑↓ another · Ins: with the family · Esc: clear
register-keys-offer = Enter: mark · digit: take out or in · Esc: leave it
register-keys-held = Closed. To mend its marks: F9 → Open again · ← → other dates
register-keys-off = Called off · ← → other dates
register-keys-ahead = This day has not come, it is too early to mark · ← → other dates
register-keys-reader = Your role only reads the register · ← → other dates · F3 card
register-legend = ● present · – absent · e excused · “·” not marked yet · × called off

register-sign-excused = e
register-sign-newcomer = new
register-sign-ages = age
register-sign-closed = clsd

register-weekday-1 = Monday
register-weekday-2 = Tuesday
register-weekday-3 = Wednesday
register-weekday-4 = Thursday
register-weekday-5 = Friday
register-weekday-6 = Saturday
register-weekday-7 = Sunday
register-status-held = closed
register-status-cancelled = called off

register-outcome-present = present
register-outcome-absent = absent
register-outcome-excused = excused
register-made = { $day } at { $time }, { $by }
register-made-desk = { $day } at { $time }, { $by }, { $desk }
register-already = { $name }: marked already, { $outcome }; { $made }.
register-going = { $name }: being written down.
register-near = A name like it: { $name } — Enter again if it is this one; ↓ for others.
register-marked = marked { $made }
register-marked-late = marked later: { $made }
register-cell-going = being written down…
register-cell-due = not marked yet
register-cell-blank = not expected
register-cell-off = session called off
register-cell-off-why = session called off: { $reason }
register-moved = moved from { $day }
register-about-died = by the register, died on { $day }
register-about-missed = missed in a row: { $count }
register-about-newcomer = a new person: to be completed at reception
register-about-ages = outside the ages of this session
register-about-closed = the family's entry is closed
register-about-waiting = Waits for a place. Enter marks them present; they stay in the queue.
register-about-stranger = On the register of people, not on the list. Enter enrols and marks.
register-about-fresh = Enter adds somebody who is not on the register of people: a name and a year of birth.

register-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
register-nobody-left = Everybody who was expected is marked.
register-nobody-chosen = Put the cursor on somebody's row.
register-family-is-here = The whole family is marked already.
register-family = Family { $family }: { $members }
register-family-offer = Here, { $family }: { $members }
register-offer-nobody = Nobody is chosen: a digit chooses, Esc leaves it.
register-card-unknown = Card { $number } is not on the register, nobody was marked. Type the name.
register-newcomer-label = a new person
register-taken-back = Mark taken back: { $who }.
register-take-back-reason = marked by mistake
register-nothing-to-take-back = Nothing was marked at this desk yet.
register-closed = The session is closed.
register-reopened = The session is open again, its marks can be mended.
register-closed-already = The session is closed already. An administrator may open it again (F9).
register-not-closed = The session is not closed, go on marking.
register-off = The session was called off, there is nobody to mark.

register-warn-ages = { $name } is { $age }, outside the ages of this session; marked.
register-warn-capacity = { $capacity } places, { $present } came; marked.
register-warn-closed = { $name }: the family's entry is closed; marked. Tell reception.
register-warn-dead = { $name }: by the register died on { $day }; marked. Check whether it is this person (F8 takes it back).
register-warn-second = { $name } is at “{ $title }” today already; marked here too.

register-excuse-title = Why absent
register-excuse-ill = illness
register-excuse-school = school
register-excuse-away = away
register-excuse-family = family matters
register-reopen-title = Open a closed session
register-reopen-missed = somebody was not marked
register-reopen-wrong = marked by mistake

heads-title = Came without names
heads-explain = How many people came and gave no name. These numbers stand apart from the list and replace no names.
form-heads-women = Women
form-heads-women-hint = Only those who are not on the list.
form-heads-men = Men
form-heads-men-hint = Only those who are not on the list.
form-heads-children = Children
form-heads-children-hint = Under 18. Enter saves.
heads-fault = A number up to { $most } is wanted, nothing was saved. Correct it.
heads-saved = The number without names is saved.

newcomer-title = A new person
newcomer-explain = The person comes onto the register of people and the list, and is marked present. Family, phone and papers are completed at reception.
newcomer-fault-name = Type surname and given name, nothing is saved yet.
newcomer-fault-birth = Type the year of birth or the age, nothing is saved yet.
newcomer-likely = Perhaps somebody of the register:
newcomer-likely-first = Somebody like this is on the register: ↓ chooses them, Enter again adds a new person.
newcomer-keys-down = ↓: it is one of them · Enter, F2: add a new person · Esc: back
newcomer-keys-likely = Enter: it is this one, mark · ↑: to the form
newcomer-added = { $name }: added and marked.
form-newcomer-name = Surname, name
form-newcomer-name-hint = Surname, given name, patronymic where it is known.
form-newcomer-birth = Year or age
form-newcomer-birth-hint = Year of birth, date, or how old: 2013, 12.03.2013 or 13.
