# Events in numbers: the numbers, what each of them means, the names behind it.
command-event-figures = Figures
command-event-figures-help = held, visits and different people: of this series or event
refused-no-event = Choose an event with the arrows first.
command-figures = Event figures
command-figures-help = how many were held, how often people came and how many different people
command-figure-period = Period
command-figure-period-help = of which time the figures are
command-figure-paper = Print and files
command-figure-paper-help = the figures, or the list behind one: paper, PDF, XLSX, CSV
screen-figures = event figures
help-figures = Visits and different people side by side: somebody who came five times is five visits and one person. The arrows lead from number to number, Tab to the next section; below the table stands what the number means. Enter on a number opens the names, in the column «Events» the events themselves; Enter on a name opens the card, on an event its own figures, F6 its register. 1 is all events, 2 a programme, 3 a series, 4 or F4 the time; PgUp and PgDn go to the year or month before and after. «Print and files» in F9: paper, PDF, XLSX, CSV.

figures-title = Event figures
figures-all = all events
figures-programme = programme «{ $name }»
figures-year = year { $year }
figures-choice-all = All
figures-choice-programme = Programme
figures-choice-series = Series
figures-choice-time = Time
figures-counting = Counting…
figures-nothing = Nothing was held in this time. PgUp: the year or month before, 4: another time.
figures-keys = Enter names · Tab next · PgUp PgDn time · F9 print · Esc
figures-is-old = There are new marks: Space counts again.
figures-chart = Visits over time
figures-why = What this number is
figures-legend = █ different people, with ░ all visits
figures-legend-short = █people ░all
figures-no-other-time = The time does not change here. Esc goes back.
figures-period-below = The time is chosen on the screen of figures: Esc.
figures-never-on-paper = This category never stands on paper. The list is on the screen only.
figures-restricted = (restricted event)
figures-not-closed = not closed
figures-paper = Figures · { $of }
figures-column-sessions = Events
figures-column-visits = Visits
figures-column-people = People
figures-column-name = Name
figures-column-birth = Born
figures-column-age = Age
figures-column-family = Family
figures-column-times = Times
figures-column-days = Days
figures-column-day = Day
figures-column-title = Event
figures-column-named = By name
figures-column-heads = Unnamed
figures-pick-programme = Which programme
figures-pick-programme-none = No event stands under a programme yet.
figures-pick-series = Which series
figures-pick-series-none = There are no series yet.
figures-pick-period = Of which time
figures-pick-period-none = No time was chosen.
figures-pick-nothing = Nothing found. Esc clears what is typed.
figures-pick-keys = ↑ ↓ choose · Enter take · letters search · Esc back
figures-days-keys = Enter on · F2 show · Esc back
figures-names-keys = Enter card · letters search · + first time · F9 print · Esc
figures-sessions-keys = Enter figures of the event · F6 register · letters search · F9 print · Esc
figures-nobody = Nobody is named here.
figures-count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
figures-count-visits = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
}
figures-count-heads = and { $count } more without names
figures-count-sessions = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
figures-left-out-people = Of restricted events not named here: people { $people }, visits { $visits }.
figures-left-out-sessions = Restricted events not named here: { $count }.

figure-time-month = This month
figure-time-last-month = Last month
figure-time-year = This year
figure-time-last-year = Last year
figure-time-always = All the time
figure-time-days = From a day to a day…

figure-all = Total
figure-average = Average an event
figure-open = Not closed yet
figure-children = Children
figure-newcomers = First time
figure-head-women = Unnamed: women
figure-head-men = Unnamed: men
figure-head-children = Unnamed: children
figure-sex-f = Women and girls
figure-sex-m = Men and boys
figure-unknown = Not said
figure-age = { $years } y.
figure-age-unknown = Age unknown
figure-area-urban = In a city
figure-area-rural = In the country
figure-area-unknown = Place not said
figure-part-whole = Total
figure-part-unnamed = Unnamed
figure-part-time = Over time
figure-part-sex = By sex
figure-part-age = By age
figure-part-category = By category
figure-part-area = By place
figure-part-kind = By kind

figure-why-sessions = Events that were held: closed ones, and those to which somebody has come already. Cancelled ones count nowhere.
figure-why-visits = Visits: everybody who came, each time, both marked by name and counted without one.
figure-why-people = Different people: everybody marked by name, once. Unnamed ones are not among them.
figure-why-average = Visits divided by the events that were held.
figure-why-open = Somebody came and the register is not closed: the figures may still change.
figure-why-children = Children: under 18 on the day they first came in this time. Unnamed children stand in a row of their own.
figure-why-newcomers-all = First time: before this time they were at no event.
figure-why-newcomers-programme = First time: before this time they were at no event of this programme.
figure-why-newcomers-series = First time: before this time they were at no session of this series.
figure-why-newcomers-session = First time: not at earlier sessions of the series; for an event by itself, at no event before.
figure-why-unnamed = Counted without names: they add to visits only, never to people.
figure-why-sex = By the sex on the card; those marked by name only.
figure-why-age = The age on the day somebody first came in this time: everybody is in one group.
figure-why-category = A category in force on the day of the visit: one's own, the family's or a member's. With two of them one is in both rows.
figure-why-area = By the place of the event: country or city. Whoever was at both is in both rows.
figure-why-kind = By the kind of event. Whoever was at several is in each of the rows.
figure-why-time = Visits and different people of this stretch; one person may be in several rows.

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

paper-title-figures = Event figures
paper-title-figure-people = Event figures: list of people
paper-title-figure-sessions = Event figures: list of events
paper-fact-figures = Counted
paper-fact-figure = Figure
paper-column-figure = Figure
paper-column-first = First
paper-column-last = Last
paper-figures-open = Events not closed yet: { $count }; their figures may still change.
paper-figures-people = People: { $people }, their visits: { $visits }.
paper-figures-heads = Counted without names besides: { $count }.
paper-figures-left-out = Of restricted events not named: people { $people }, visits { $visits }.
paper-figures-sessions = Events: { $count }.
paper-figures-left-out-sessions = Restricted events not named: { $count }.
paper-file-figures = Figures { $from } { $until }
paper-file-figure-people = Figures, people { $from } { $until }
paper-file-figure-sessions = Figures, events { $from } { $until }
