# The calendar: the rule of a series, day, week, month, forms.

weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The rule of a series.
rule-every-mon = every Monday
rule-every-tue = every Tuesday
rule-every-wed = every Wednesday
rule-every-thu = every Thursday
rule-every-fri = every Friday
rule-every-sat = every Saturday
rule-every-sun = every Sunday
rule-daily =
    { $every ->
        [1] every day
        [2] every other day
       *[other] every { $every } days
    }
rule-weekly =
    { $every ->
        [1] every week: { $days }
        [2] every other week: { $days }
       *[other] every { $every } weeks: { $days }
    }
rule-until = { $rule } until { $until }
rule-except = except { $days }
rule-except-many =
    except { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
rule-monthly-mon =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Monday of the month
rule-monthly-tue =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Tuesday of the month
rule-monthly-wed =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Wednesday of the month
rule-monthly-thu =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Thursday of the month
rule-monthly-fri =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Friday of the month
rule-monthly-sat =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Saturday of the month
rule-monthly-sun =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Sunday of the month

# The calendar.
screen-calendar = calendar
help-calendar = The calendar: day, week, month; Tab goes from one to the next. ↑ and ↓ are sessions, ← and → days, PgUp and PgDn weeks or months, Home goes back to today. Enter or F6 opens the register of a session (a campaign its table, a day of the month the day). Space shows only mine, or all. F7 is a new event or series, F4 changes, F8 cancels with a reason or restores, F3 shows details. In F9: move, add a date, end the series, the list of series, the calendar into a file for a phone. Signs: ○ planned, ● under way, ! past and not closed, ✓ held, ✗ cancelled, ⚠ the room or the trainer is taken. “Busy” is a restricted session: only its hours and room are seen.
screen-series-list = list of series
help-series-list = Series: clubs, groups, courses. With their trainer, the next session, how many are enrolled and wait (+), how many sessions were held. Enter opens one, F7 is a new one, F4 changes it from a day on, F9 ends it.
screen-series-card = series
help-series-card = A series: by which rule it meets, who holds it, how many are enrolled, and all its sessions. Enter or F6 opens the register of the session under the cursor, F4 changes the series from a day on, F8 cancels a session or restores it, F9 moves one, adds a date or ends the series.
command-attendance = Classes
command-attendance-help = the calendar; from a card, choose the session at which to mark this family
command-event-details = Details
command-event-details-help = everything about the session under the cursor
command-event-change = Change
command-event-change-help = change a session, or a series from a day on
command-event-new = New
command-event-new-help = a new event or series
command-event-cancel = Cancel
command-event-cancel-help = cancel a session with a reason; restore a cancelled one
command-event-move = Move
command-event-move-help = move a session to another day or hour, with a reason
command-event-add-date = Add a date
command-event-add-date-help = one more session of the series, beside its rule
command-series-end = End the series
command-series-end-help = no more sessions after a day, with a reason
command-series-list = Series
command-series-list-help = clubs, groups, courses: how many are enrolled, when the next is
command-calendar-file = Calendar file
command-calendar-file-help = the calendar into an .ics file for a phone
draft-kind-event = event

calendar-title = Calendar
calendar-today = today, { $day }
calendar-is-today = today
calendar-week-of = week { $days }
calendar-tab-day = Day
calendar-tab-week = Week
calendar-tab-month = Month
calendar-mine = only mine · Space: all
calendar-all = all · Space: only mine
calendar-for-guest = Choose the session to mark them at: Enter opens its register.
calendar-loading = Reading the calendar…
calendar-keys-day = Enter register · ←→ day · PgUp PgDn week · Home today · Tab view
calendar-keys-week = Enter register · ←→ day · PgUp PgDn week · Home today · Tab view
calendar-keys-month = Enter day · ←→ ↑↓ · PgUp PgDn month · Home today · Tab view
calendar-all-day = all day
calendar-empty = Nothing is held on this day. F7 is a new event or series, ← → other days, Tab the week.
calendar-empty-guest = Nothing is held on this day. ← and → are other days, Tab the week.
calendar-hidden =
    { $count ->
        [one] { $count } more of others: Space shows it.
       *[other] { $count } more of others: Space shows them.
    }
calendar-more = { $count } more
calendar-planned = planned
calendar-now = under way
calendar-open = not closed
calendar-held = held
calendar-cancelled = cancelled
calendar-busy = Busy
calendar-is-restricted = restricted
calendar-moved-from = moved from { $day }
calendar-because = Reason: { $reason }
calendar-clash = the room or the trainer is taken
calendar-clash-room = room taken: { $hours } “{ $title }”
calendar-clash-trainer = trainer busy: { $hours } “{ $title }”
calendar-restricted = This session is restricted: only the trainer who holds it and those who see what is restricted can open it.
calendar-choose-day = Choose a session: Enter opens the day.
calendar-nothing-chosen = There is no session under the cursor. Choose another day with the arrows, or F7 for a new event.
calendar-is-campaign = This is a campaign: Enter opens it, it is changed and cancelled there.
calendar-no-series = This is an event by itself, it belongs to no series.
calendar-change-question = “{ $title }” is a session of a series. What shall be changed?
calendar-change-session = Only this session
calendar-change-series = The series from this day
calendar-restored = The session is restored: it is planned again.

calendar-detail-kind = Kind
calendar-detail-trainer = Trainer
calendar-detail-room = Room
calendar-detail-place = Place
calendar-detail-programme = Programme
calendar-detail-partner = Partner
calendar-detail-audience = For whom
calendar-detail-ages = Ages
calendar-detail-capacity = Places
calendar-detail-restricted = Access
calendar-detail-note = Note
calendar-rural = rural
calendar-urban = town
calendar-came = Came: { $present }, unnamed: { $heads }
calendar-details-keys = Enter: register · Esc: back
calendar-details-keys-series = Enter: register · Tab: the whole series · Esc: back

calendar-ask-cancel = Cancel a session
calendar-ask-move = Move a session
calendar-ask-add = Add a date
calendar-ask-end = End the series
calendar-done-cancel = The session is cancelled.
calendar-done-move = The session is moved.
calendar-done-add = The date is added.
calendar-done-end = The series is ended.
calendar-fault-day = This is no date. Type for example 28.11 or 28.11.2026.
calendar-fault-hours = This is no time. Type for example 11 or 11-12.30.
calendar-fault-reason = Type a reason: everybody sees it in the calendar.
calendar-fault-number = This is no number. Type for example 12.
form-calendar-day = Day
form-calendar-day-hint = For example 28.11.
form-calendar-hours = Hours
form-calendar-hours-hint = For example 11 or 11-12.30.
form-calendar-reason = Reason
form-calendar-reason-hint = In a few words: “quarantine”, “the trainer is ill”. It is seen in the calendar.

calendar-file-explained = The file is opened in a phone’s calendar. A newer file opened later updates the same sessions. It has no names of visitors and no notes; restricted sessions, except one’s own, are “Busy”.
calendar-file-mine = mine
calendar-file-all = all
calendar-file-name = Calendar of classes
calendar-file-name-of = Calendar of classes: { $name }
calendar-file-written =
    { $count ->
        [one] { $count } session in the file { $path }
       *[other] { $count } sessions in the file { $path }
    }
calendar-file-failed = The calendar was not written: { $reason }. Check the folder of documents and the room on the disk.
form-calendar-file-whose = Whose
form-calendar-file-whose-hint = ← and → choose: mine, all, or one trainer’s.
form-calendar-file-from = From
form-calendar-file-from-hint = The first day.
form-calendar-file-until = Until
form-calendar-file-until-hint = The last day. F2 writes the file among the documents.

# Series.
series-title = Series
series-empty = There are no series yet. F7 makes one: a club, a group or a course that meets by a rule.
series-keys = Enter series · F4 change · F7 new · F9 end · Esc
series-card-keys = Enter register · F4 series from a day · F8 cancel · F9 move, add · Esc
series-head-title = Title
series-head-trainer = Trainer
series-head-next = Next
series-head-people = People
series-head-done = Held
series-no-next = over
series-ended-on = ended { $day }
series-nothing-chosen = There are no series yet. F7 makes one.
series-has-ended = This series is ended and is not changed any more. F7 makes a new one.
series-came = { $count } came
series-extra = extra
series-counts = Enrolled { $enrolled }, waiting { $waiting } · held { $held } of { $all }

# The form.
event-form-new = A new event or series
event-form-session = Change an event
event-form-series = Change a series
event-yes = yes
event-no = no
event-more-folded = Space: for whom, ages, partner, restricted, note
event-more-open = Space: hide
event-repeat-never = no, once
event-repeat-weekly = every week
event-repeat-other-week = every other week
event-repeat-daily = every day
event-rural-by-place = by the place
event-rural-by-place-yes = by the place: yes
event-rural-by-place-no = by the place: no
event-fault-until = Type the last day (30.06) or how many sessions (22).
event-fault-typed-ages = This is no age. Type for example 12-16, 12+ or to 6.
event-fault-no-title = Type a title, an event is not saved without one.
event-fault-repeat = A series repeats. To have no more sessions end it (F9).
event-preview =
    { $count ->
        [one] { $count } session, the last { $last }
       *[other] { $count } sessions, the last { $last }
    }
event-preview-wanted = Type until which day or how many sessions, and the days appear here.
event-preview-nothing = No session comes of this rule: check the dates and the days of the week.
event-preview-too-many = More than 400 sessions come of it: take a shorter time.
event-saved = Saved: { $title }
event-saved-series =
    { $count ->
        [one] Saved: { $title }, { $count } session, the last { $last }
       *[other] Saved: { $title }, { $count } sessions, the last { $last }
    }
form-event-from = From day
form-event-from-hint = From this day on the series changes; earlier, held and moved sessions stay.
form-event-title = Title
form-event-title-hint = As it is called here: “Teenagers’ club”.
form-event-kind = Kind
form-event-kind-hint = ← and →, or the first letter.
form-event-day = Day
form-event-day-hint = The day; of a series the first session. 28.11 or 2811.
form-event-hours = Hours
form-event-hours-hint = 11, 1100 or 11-12.30. An end before the start is past midnight.
form-event-repeat = Repeat
form-event-repeat-hint = Space or ← →: whether it meets again. That makes a series.
form-event-until = Until
form-event-until-hint = The last day: 30.06; or how many sessions: 22.
form-event-weekdays = Days
form-event-weekdays-hint = ← → a day, Space takes it out or in; digits 1–7 at once.
form-event-except = Except
form-event-except-hint = Holidays: 0101 Enter. May stay empty.
form-event-place = Place
form-event-place-hint = Town or village. Whether it is rural follows by itself.
form-event-room = Room
form-event-room-hint = ← → choose. When the room is taken, it is seen by what. Rooms are added in the catalogues.
form-event-capacity = Places
form-event-capacity-hint = How many fit in; more come onto a waiting list. Empty: no limit.
form-event-trainer = Trainer
form-event-trainer-hint = Who works here is offered by letters; others are typed by name.
form-event-programme = Programme
form-event-programme-hint = Under which programme it counts.
form-event-more = More
form-event-more-hint = Space shows or hides fields that are rarely needed.
form-event-audience = For whom
form-event-audience-hint = ← → choose.
form-event-ages = Ages
form-event-ages-hint = 12-16, 12+ or to 6. Whom it does not fit, the register marks.
form-event-partner = Partner
form-event-partner-hint = With whom together, if anybody.
form-event-rural = Rural
form-event-rural-hint = Usually by the place; here it can be said otherwise.
form-event-restricted = Restricted
form-event-restricted-hint = Others see only “Busy”: hours and room.
form-event-every = Every
form-event-every-hint = Every how many weeks (or days): 3. Empty: as in “Repeat”.
form-event-note = Note
form-event-note-hint = For oneself and colleagues; not in files, not on paper.
