# Lists of the register: conditions, rows, saved filters, named lists, deeds over many families.
right-see-lists = pick families by lists
office-not-allowed-see-lists = Your role may not pick families by lists; nothing was shown or changed. Ask the administrator.

command-lists = Lists
command-lists-help = pick families by conditions, count them, export, do something for all of them
command-save-filter = Save
command-save-filter-help = keep the conditions under a name
command-conditions = Filter
command-conditions-help = to the conditions of the list and back to its rows
command-take-out = Remove
command-take-out-help = take the marked families out of the list that is shown
command-saved-filters = Saved filters
command-saved-filters-help = open or remove conditions kept under a name
command-named-lists = Named lists
command-named-lists-help = open, make, rename or remove a list of families
command-many-category = Category for all
command-many-category-help = give the marked families, or all found, a category
command-many-note = Note for all
command-many-note-help = add a line to the note of every family's head
command-many-put = Add to a list
command-many-put-help = gather the marked families, or all found, in a named list
command-many-export = Export families
command-many-export-help = write the marked families, or all found, into a CSV or XLSX file
command-list-order = Order
command-list-order-help = by name, number, day of registration, last contact; ← and → do the same
command-clear-conditions = No conditions
command-clear-conditions-help = drop all conditions: every family again

screen-lists = lists
help-lists = The conditions stand above, the families that meet them below; you see how many there are while you type. Tab or F4 goes to the conditions, Esc to the rows. Enter or F3 opens the card. Ins marks a family; + on the number pad marks all that are found, − none, * inverts the marks; marks stay when conditions change. ← and → change the order. What F9 offers is done for the marked families, or for all found when none is marked, which is asked once more. F2 keeps the conditions under a name.

lists-conditions = Conditions
lists-conditions-closed = Tab or F4 changes the conditions
lists-counting = Counting…
lists-still-counting = The list is still being counted. Wait a moment and press again.
lists-found = Found: { $families }, { $people }, { $children }
lists-marked = { $count } marked
lists-keys = Enter card · Ins mark · + all · - none · * invert · ←→ order · Tab filter
lists-empty = There are no such families. Tab changes the conditions, F9 “No conditions” shows every family on the register.
lists-column-number = Number
lists-column-head = Head
lists-column-people = People
lists-column-categories = Categories
lists-column-address = Lives
lists-column-registered = Since
lists-column-contact = Contact
lists-people = { $members } ({ $ages } y.)
lists-closed = closed

lists-whatever = —
lists-state-open = open
lists-state-closed = closed
lists-state-all = all
lists-area-rural = rural
lists-area-urban = urban
lists-missing-phone = phone
lists-missing-birth-date = birth date
lists-missing-address = address
lists-missing-settlement = settlement
lists-missing-consent = head's consent
lists-missing-papers = papers
lists-missing-patronymic = patronymic
lists-missing-sex = sex
lists-missing-category = categories

form-lists-state = entry
form-lists-state-hint = Space or ← →: open, closed, all.
form-lists-area = where
form-lists-area-hint = A starosta district counts as rural. Space or ← → choose.
form-lists-list = in list
form-lists-list-hint = A named list of families. Space or ← → choose.
form-lists-any = one of
form-lists-any-hint = Has at least one of these categories. Type the first letters or choose with the arrow down, Enter.
form-lists-all = all of
form-lists-all-hint = Has every one of these categories, the family itself or somebody in it.
form-lists-none = none of
form-lists-none-hint = Has none of these categories.
form-lists-settlement = place
form-lists-settlement-hint = Where the family lives. Places that are on the register are offered.
form-lists-district = district
form-lists-district-hint = Starosta district.
form-lists-street = street
form-lists-street-hint = A part of the street's name.
form-lists-age = child's age
form-lists-age-hint = There is a child of this age: 6-11, 3+, 0-2 or 14.
form-lists-children = children
form-lists-children-hint = How many children under 18: 3+, 1-2 or 0.
form-lists-members = people
form-lists-members-hint = How many people in the family: 5+, 1-2 or 4.
form-lists-from = registered from
form-lists-from-hint = Registered on this day or later: 01012026.
form-lists-to = to
form-lists-to-hint = Registered on this day or earlier.
form-lists-day = categories on
form-lists-day-hint = The categories are to be in force on this day; empty means today.
form-lists-contact = contact since
form-lists-contact-hint = Something was done about the family on this day or later.
form-lists-no-contact = no contact since
form-lists-no-contact-hint = Nothing was done about the family from this day on.
form-lists-missing = missing
form-lists-missing-hint = The card lacks at least one of these. The arrow down shows what can be chosen.
form-lists-name = name
form-lists-name-hint = Parts of the name of anybody in the family, in the letters of the card: “шев окс”.

lists-fault-unknown = There is none like it. Type the first letters and choose from the list.
lists-fault-span = A number or a span is needed here: 4, 6-11, 3+.
lists-fault-day = This is not a date. Type 12032026 or 12.03.2026.
lists-fault-until = The last day is before the first.

lists-words-open = open
lists-words-closed = closed
lists-words-all = open and closed
lists-words-every = with { $value }
lists-words-any = with { $value }
lists-words-none = without { $value }
lists-words-day = on { $value }
lists-words-place = { $value }
lists-words-district = district { $value }
lists-words-street = street “{ $value }”
lists-words-age = a child of { $value }
lists-words-children = children { $value }
lists-words-members = people { $value }
lists-words-registered = registered { $value }
lists-words-contact = contact since { $value }
lists-words-no-contact = no contact since { $value }
lists-words-missing = missing: { $value }
lists-words-name = name “{ $value }”
lists-words-list = in list “{ $value }”

form-many-name = name
form-many-name-hint = Short, so that others know it too: “displaced, children, rural”.
form-many-category = category
form-many-category-hint = Type the first letters and choose from the list.
form-many-since = from
form-many-since-hint = The first day; may stay empty.
form-many-until = to
form-many-until-hint = The last day; empty means without an end.
form-many-basis = basis
form-many-basis-hint = The paper that gives it: “decision no. 12 of 01.11.2026”.
form-many-note = line
form-many-note-hint = Added as a new line to the note of every family's head.
form-many-list = list
form-many-list-hint = Choose a list with the arrow down or type the name of a new one.
form-many-file = file
form-many-file-hint = A name with .csv or .xlsx. Without a folder it goes to the documents. Personal data, not encrypted.

lists-title-save-filter = Keep the conditions
lists-title-new-list = New list
lists-title-rename-list = Another name of the list
lists-title-category = A category for many families
lists-title-note = A note for many families
lists-title-put = Into a list
lists-title-export = Export families
lists-for-marked = Marked families: { $count }.
lists-for-all = None is marked: this will be done for all families that are found, { $count } of them.
lists-all-question = { $count ->
    [one] None is marked. Do it for the { $count } family that is found?
   *[other] None is marked. Do it for all { $count } families that are found?
}
lists-all-do = For all
lists-leave-alone = Do nothing
lists-working = Working…
lists-progress = { $done } of { $all } done…
lists-file-name = families-{ $moment }.xlsx

lists-done-category = { $count ->
    [one] { $count } family got the category.
   *[other] { $count } families got the category.
}
lists-done-note = { $count ->
    [one] The line was added for { $count } family.
   *[other] The line was added for { $count } families.
}
lists-done-put = { $count ->
    [one] { $count } family was added to the list.
   *[other] { $count } families were added to the list.
}
lists-done-export = { $count ->
    [one] { $count } family written
   *[other] { $count } families written
} into { $path }
lists-done-rest = { $count ->
    [one] { $count } more had it already.
   *[other] { $count } more had it already.
}
lists-kept = Saved: { $name }.
lists-removed = Removed.
lists-taken-out = { $count ->
    [one] { $count } family was taken out of the list.
   *[other] { $count } families were taken out of the list.
}

lists-take-out-title = Take out of the list
lists-take-out-question = { $count ->
    [one] Take { $count } family out of the list “{ $list }”? It stays on the register.
   *[other] Take { $count } families out of the list “{ $list }”? They stay on the register.
}
lists-take-out-do = Take out
lists-leave-question = { $count ->
    [one] { $count } family is marked. When you leave, the mark is gone.
   *[other] { $count } families are marked. When you leave, the marks are gone.
}
lists-remove-title = Remove
lists-remove-filter = Remove the saved filter “{ $name }”? It changes no family.
lists-remove-list = Remove the list “{ $name }”? The families stay on the register.
lists-remove-do = Remove
lists-filters-keys = Enter open · F8 remove · Esc back
lists-lists-keys = Enter open · F7 new · F4 rename · F8 remove · Esc back
lists-no-filters = There are no saved filters yet. Type conditions in the list and press F2.
lists-no-lists = There are no lists yet. F7 makes one, or mark families and add them with F9 “Add to a list”.
lists-made = made { $day }
lists-restricted = restricted

lists-no-such-list = There is no such list; nothing was changed. Open the lists again.
lists-name-taken = The name “{ $name }” is taken; nothing was saved. Think of another.
lists-name-empty = It needs a name; nothing was saved. Type one.
lists-note-empty = The line is empty; nothing was written. Type it.
lists-nothing-chosen = There are no families to do it for; nothing was changed. Change the conditions or mark families (Ins).
lists-changed = The list changed meanwhile: it had { $told }, now { $now }; nothing was done. Look at it and do it again.
lists-no-list-shown = Families are taken out of a list only: open one with F9 “Named lists”.
lists-file-empty = The file needs a name. Type one.
lists-file-format = The name must end in .csv or .xlsx: { $path }. No file was made.
lists-file-exists = The file { $path } is there already; it was not touched and no new one was made. Give another name.
lists-file-folder = There is no folder for { $path }; it was not made. Correct the path.

deed-filter-saved = list conditions saved
deed-filter-removed = list conditions removed
deed-list-made = list made
deed-list-renamed = list renamed
deed-list-removed = list removed
deed-families-categorised = category for many families
deed-family-categorised = category added
deed-families-noted = note for many families
deed-family-noted = note added
deed-families-listed = families put into a list
deed-family-listed = put into a list
deed-families-unlisted = families taken out of a list
deed-family-unlisted = taken out of a list
deed-families-exported = families exported
deed-family-exported = exported to a file
