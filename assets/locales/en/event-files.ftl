# Catalogues of events, files of events and attendance, sessions on the home screen, in the search box and on cards.
catalogue-event-kind-tab = Kinds of events { $count }
catalogue-event-kind-new = A new kind of events
catalogue-room-tab = Rooms { $count }
catalogue-room-new = A new room

event-kind-club = club
event-kind-training = training
event-kind-support-group = support group
event-kind-master-class = master class
event-kind-leisure = leisure event
event-kind-campaign = charity campaign
event-kind-information = information event
event-kind-course = course
event-kind-camp = camp
event-kind-round-table = round table
event-kind-meeting = meeting
event-kind-performance = performance or excursion
event-kind-mobile-trip = mobile team trip
event-kind-press-conference = press conference
event-kind-publication = publication
event-kind-radio = radio appearance
event-kind-television = television appearance

# Files of events and attendance.
exchange-expected-session-key = the session's key: any text that it is known by, up to 500 characters
exchange-expected-series-key = the key of a club, course or group: rows of one key are sessions of one series; empty: an event by itself
exchange-expected-event-kind = a code or name of the catalogue of kinds of events, such as club; a new one is added first: stiika catalogue add event_kind CODE NAME
exchange-expected-event-title = the session's title, up to 500 characters
exchange-expected-time = a time by the clock: 11:00
exchange-expected-time-with-start = a start first: an end without it says nothing
exchange-expected-rural = yes or no; empty: as the settlement says
exchange-expected-audience = families, children, professionals or public
exchange-expected-trainer = login or name of staff; any other name stays as written
exchange-expected-heads = how many people who are not named: a whole number
exchange-expected-event-status = planned, held or cancelled; empty: what is past was held, the rest is planned
exchange-expected-event-held-later = planned: the day has not come
exchange-expected-yes-no = yes or no
exchange-expected-expected = yes or no: whether they were on the list of those expected; empty: yes
exchange-expected-outcome = present, absent or excused
exchange-expected-known-session = the key of a session of the office; sessions come before attendance: stiika import events FILE
exchange-fault-session-key = { exchange-cell } — expected { exchange-expected-session-key }
exchange-fault-series-key = { exchange-cell } — expected { exchange-expected-series-key }
exchange-fault-event-kind = { exchange-cell } — expected { exchange-expected-event-kind }
exchange-fault-event-title = { exchange-cell } — expected { exchange-expected-event-title }
exchange-fault-time = { exchange-cell } — expected { exchange-expected-time }
exchange-fault-time-with-start = { exchange-cell } — expected { exchange-expected-time-with-start }
exchange-fault-rural = { exchange-cell } — expected { exchange-expected-rural }
exchange-fault-audience = { exchange-cell } — expected { exchange-expected-audience }
exchange-fault-trainer = { exchange-cell } — expected { exchange-expected-trainer }
exchange-fault-heads = { exchange-cell } — expected { exchange-expected-heads }
exchange-fault-event-status = { exchange-cell } — expected { exchange-expected-event-status }
exchange-fault-event-held-later = { exchange-cell } — expected { exchange-expected-event-held-later }
exchange-fault-yes-no = { exchange-cell } — expected { exchange-expected-yes-no }
exchange-fault-expected = { exchange-cell } — expected { exchange-expected-expected }
exchange-fault-outcome = { exchange-cell } — expected { exchange-expected-outcome }
exchange-fault-known-session = { exchange-cell } — expected { exchange-expected-known-session }
exchange-fault-event-kind-settled = { exchange-cell } — a campaign and a session do not become each other: expected the kind that the office has
exchange-fault-event-series-settled = { exchange-cell } — the session belongs to another series: expected its key
exchange-fault-event-campaign-days = { exchange-cell } — the campaign has other days in the office; they are changed on the campaign's screen
exchange-fault-event-status-is-held = { exchange-cell } — the session was held and is closed; the administrator can open it again in its register
exchange-fault-event-status-is-cancelled = { exchange-cell } — the session was cancelled; the calendar can bring it back
exchange-fault-event-status-of-campaign = { exchange-cell } — a campaign ends on its own screen, where what is left goes back to the storeroom
exchange-fault-event-somebody-came = { exchange-cell } — { $count ->
    [one] { $count } person was
   *[other] { $count } people were
} at the session: it was not cancelled
exchange-fault-event-unmarked = { exchange-cell } — { $count ->
    [one] { $count } person of the list is
   *[other] { $count } people of the list are
} not marked: a session closes when everybody is
exchange-fault-session-begun = { exchange-cell } — the day of this session has not come
exchange-fault-session-not-cancelled = { exchange-cell } — the session was cancelled, nobody can have been there
exchange-fault-mark-once = { exchange-cell } — row { $other } says otherwise of the same person at the same session
deed-events-imported = sessions taken from a file
deed-attendance-imported = attendance taken from a file
deed-events-exported = sessions exported to a file
deed-attendance-exported = attendance exported to a file
cli-import-events-done = Sessions written: { $added }, changed: { $changed }, unchanged: { $unchanged }.
cli-import-events-would = Checked, nothing written. Sessions to be written: { $added }, changed: { $changed }, unchanged: { $unchanged }.
cli-import-events-nothing = Nothing changed: the { $unchanged } sessions of the file are in the office already.
cli-import-attendance-done = Marks written: { $added }, changed: { $changed }, unchanged: { $unchanged }.
cli-import-attendance-would = Checked, nothing written. Marks to be written: { $added }, changed: { $changed }, unchanged: { $unchanged }.
cli-import-attendance-nothing = Nothing changed: the { $unchanged } marks of the file are in the office already.
cli-export-left-out = Rows of restricted sessions that were not exported: { $count }; your role may not see them.
cli-help-columns-events = Columns of an events file; a row of a known session changes what it says:
cli-help-columns-attendance = Columns of an attendance file:

# In the search box.
box-series = Clubs, groups, courses
box-sessions = Sessions and events

# The home screen.
home-sessions = Sessions today
home-sessions-count = Sessions today · { $count }
home-sessions-none = no sessions today
home-session-taken = taken
home-today-news = new families { $registered } { $week } · changed { $corrected }
home-today-register = families on register { $families }, people { $people }
home-newcomers = To be completed after sessions: { $count }. Enter shows whom.
home-newcomers-too = To be completed after sessions: { $count }. Whom: F9, “To complete”.
command-newcomers = To complete
command-newcomers-help = people who were written down at a session by name alone: write the rest
screen-newcomers = to be completed
help-newcomers = People whom a trainer wrote down at a session by name and year of birth. Enter opens the person's form: write a phone, a paper or a consent, or take them into a family, and they are gone from this list.
newcomers-title = To be completed · { $count }
newcomers-keys = Enter opens the person's form · Esc goes back
newcomers-loading = Reading…
newcomers-none = Everybody is completed.

# The cards of a family and of a person.
card-attended = Sessions · came { $present } of { $total } times

# A series from a file: days without a rule.
rule-none = separate days
