# Events: rights, refusals, what history says.
right-see-events = see the calendar and the registers
right-manage-events = make events and series, enrol people
right-mark-attendance = mark who came
right-reopen-session = open closed sessions again
right-see-figures = see the figures of events

office-not-allowed-see-events = Your role may not see the calendar of events, nothing is shown. Ask an administrator.
office-not-allowed-manage-events = Events are made by a trainer or a case worker, nothing was changed. Ask one of them.
office-not-allowed-mark-attendance = Your role may not mark attendance, nothing was written. Call the trainer.
office-not-allowed-reopen-session = Only an administrator opens a closed session again, nothing was changed. Ask them.
office-not-allowed-see-figures = Your role may not see the figures of events, nothing is shown. Ask an administrator.

deed-series-made = series made
deed-series-changed = series changed
deed-series-ended = series ended
deed-session-made = event made
deed-session-changed = event changed
deed-session-moved = event moved
deed-session-cancelled = event cancelled
deed-session-restored = cancelled event restored
deed-session-closed = register of a session closed
deed-session-reopened = register of a session opened again
deed-attendance-marked = attendance marked
deed-newcomer-added = newcomer added at a session
deed-heads-set = unnamed people counted
deed-enrolled = enrolled
deed-withdrawn = taken off the list of a course
deed-admitted = admitted from the waiting list
deed-completed = course completed
deed-something = something changed

event-status-planned = planned
event-status-held = held
event-status-cancelled = cancelled
event-outcome-present = present
event-outcome-absent = absent
event-outcome-excused = excused
event-audience-families = families
event-audience-children = children
event-audience-professionals = professionals
event-audience-public = everybody


event-fault-title = An event needs a title of at most { $most } characters. Nothing was saved, write a title.
event-fault-is-campaign = A campaign has a screen of its own, nothing was changed here. Open it in “Campaigns”.
event-fault-end-without-start = There is an end and no start. Nothing was saved, add the hour of the start.
event-fault-ages = Nobody is of such an age, or the limits are swapped. Nothing was saved, correct the ages.
event-fault-capacity = There has to be at least one place. Nothing was saved, correct the number or leave it empty.
event-fault-rule-order = The last day is before the first. Nothing was saved, correct the dates.
event-fault-rule-every = It can repeat every 1–52 days or weeks. Nothing was saved, correct the number.
event-fault-rule-no-days = No day of the week is chosen. Nothing was saved, tick the days.
event-fault-rule-nothing = By this rule there is no day at all. Nothing was saved, correct the dates or the days of the week.
event-fault-rule-too-many = That would be more than { $most } sessions. Nothing was saved, take a shorter period.
event-fault-unknown-kind = The catalogue has no kind of event “{ $code }”. Nothing was saved, choose another.
event-fault-unknown-programme = The catalogue has no programme “{ $code }”. Nothing was saved, choose another.
event-fault-unknown-room = The catalogue has no room “{ $code }”. Nothing was saved, choose another.
event-fault-unknown-partner = The catalogue has no partner “{ $code }”. Nothing was saved, choose another.
event-fault-unknown-trainer = There is no such member of staff. Nothing was saved, choose another.
event-fault-no-such-session = There is no such session any more, nothing was changed. Go back to the calendar.
event-fault-no-such-series = There is no such series any more, nothing was changed. Go back to the list.
event-fault-restricted = This session is closed to you, nothing is shown or changed. Ask whoever holds it.
event-fault-not-planned-held = The register of this session is closed, nothing was changed. An administrator can open it again.
event-fault-not-planned-cancelled = This session is cancelled, nothing was changed. Restore it in the calendar first.
event-fault-not-planned-planned = This session is not closed yet, nothing was changed.
event-fault-not-closed = The register of this session is open anyway, nothing was changed.
event-fault-not-cancelled = This session is not cancelled, nothing was changed.
event-fault-not-yet = The day of this session, { $date }, has not come, nothing was written. If it was moved, change the date in the calendar.
event-fault-somebody-came = { $count ->
    [one] { $count } person is marked present
   *[other] { $count } people are marked present
 }, so the session was held. Nothing was changed, take the marks and the heads without names away first.
event-fault-unmarked = The register is not closed, not marked yet: { $names } — mark everybody.
event-fault-unmarked-more = The register is not closed, not marked yet: { $names } and { $more } more — mark everybody, or all at once.
event-fault-day-taken = The series has a session on { $date } already. Nothing was changed, choose another day.
event-fault-series-ended = The series ended on { $date }, nothing was changed. Make a new one.
event-fault-nobody = Nobody is chosen, nothing was written. Mark people with Ins.
event-fault-not-enrolled = This person is not on the list of the course, nothing was changed.
event-fault-full = All { $count } places are taken, nothing was changed. The person stays on the waiting list.
event-fault-heads = So many people do not come to one session. Nothing was written, correct the number.
