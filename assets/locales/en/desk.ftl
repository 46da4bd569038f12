# The search, the family form, the card, the history.

# Search
home-search = Search
home-search-hint = name, phone, paper, address, №
home-search-hint-names = surname, name or family №
home-empty = Type a surname, phone, paper, address or family number. A new family: F7.
home-empty-find = Type a surname, a name or a family number.
home-nothing-found = Nobody found. F7 registers: what you typed will be in the form. Esc clears.
home-nothing-found-find = Nobody found. A new family is registered by reception. Esc clears.
home-searching = Searching…
home-exact = Exact matches
home-close = Close
home-single = single
home-closed = closed

home-today = Today
home-registered = new families
home-corrected = cards changed
home-families = families on register
home-people = people in them

years-short = { $count } y
since-day = since { $day }
until-day = until { $day }

# Card
card-loading = Opening the card…
card-registered-on = on the register since { $day }
card-closed-on = closed { $day }
card-members = Members
card-categories = Categories
card-addresses = Addresses
card-phones = Phones
card-papers = Papers
card-note = Note
card-consent = Consent to data processing
card-consent-law = by law, without consent
card-consent-none = none
card-contacts-hidden = Phones, addresses and papers are not shown to your role.
card-timeline = What happened

warning-check-digit = the last digit should be { $expected }, it is { $found }
warning-birth-date = the number says born { $day }
warning-sex = the number says sex { $sex }

# History
history-title = Who changed what and when
history-loading = Reading the journal…
history-nothing = nothing

# Family form
form-new-family = New family
form-correct-family = Correction
form-head-changed = { $new } is the head now. Say in the row of { $old } who they are: F4.
form-saving = Saving…
form-nothing-to-remove = Choose an entry first: in a list with ← or ↑, then F8.

form-surname = Surname
form-surname-hint = The surname as in the papers. PgDn goes on to the address, F2 saves.
form-given = Name
form-given-hint = The whole given name.
form-patronymic = Patronymic
form-patronymic-hint = Leave empty where there is none.
form-birth = Born
form-birth-hint = 12031987, 12.03.1987 or the year alone.
form-sex = Sex
form-sex-hint = Space, or the letter: f, m.
form-phones = Phones
form-phones-hint = A number and Enter; the next one likewise. ← chooses one taken, F8 removes it.
form-papers = Papers
form-papers-hint = КС123456, 3184710691 … the kind is recognised; else: “впо 0710-123”, “certificate 12”.
form-settlement = Place
form-settlement-hint = First letters, arrow, Enter. Your own community comes first.
form-district = District
form-district-hint = Starosta district, in a village.
form-street = Street
form-street-hint = One line will do: Кравчука 19г кв 5.
form-building = No.
form-building-hint = Building.
form-flat = Flat
form-flat-hint = Flat.
form-origin = Came from
form-origin-hint = Where a displaced family came from: settlement, street after a comma.
form-registered = Reg. at
form-registered-hint = Registered address, where it is another: м. Луцьк, Кравчука 19г, 5.
form-family-categories = Categories
form-family-categories-hint = “displaced 24022022 paper 0710-1” and Enter; date and basis if known.
form-categories = Categories
form-categories-hint = The person’s own: “orphan 01092023 decision 12” and Enter.
form-consent = Consent
form-consent-hint = Date of the consent to data processing, who signed after a space; or “law”.
form-consent-law = law
form-registered-on = Since
form-registered-on-hint = First day on the register.
form-clothes-size = Clothes
form-clothes-size-hint = size of clothes as on the label: 122-128, M, 48
form-shoes-size = Shoes
form-shoes-size-hint = size of shoes: 31
sizes-clothes = clothes { $size }
sizes-shoes = shoes { $size }
card-sizes = Sizes
person-sizes = Sizes
form-note = Note
form-note-hint = Seen by case workers and the administrator only; never on lists.
form-relation = Relation
form-relation-hint = Space or the first letter.
form-members = Members besides the head
form-members-hint = “son Петро 12032015” and Enter; the surname is carried over. ↑ chooses, F4 opens, F8 removes.
form-members-empty = son Петро 12032015, Enter, and the next one

fault-name-missing = Surname and given name are needed: without them nobody finds the person. Nothing was saved, add them.
fault-phone = This does not look like a phone. Ten digits beginning with 0, or a number with a plus.
fault-paper = Paper not recognised. Passport КС123456, ID card 9 digits, tax number 10; others with their kind: “впо 0710-123456”.
fault-category = There is no such category. Type its first letters and choose from the list.
fault-member = At least a given name is needed here: “son Петро 12032015”.
fault-date-shape = This is not a date. Type 12031987 or 12.03.1987.
fault-date-no-such-day = There is no such day in the calendar.
fault-date-odd-year = The year must be 1900 or later.
fault-date-future = This day has not come yet.

warning-name-russian = Letters ы, ъ, э, ё: is it so in the paper?
warning-name-mixed = Latin and Ukrainian letters in one word.
warning-name-digits = There are digits in the name.
warning-name-long = An unusually long name.
warning-patronymic-sex = The patronymic says the other sex.

likely-title = Is it this family?
likely-title-f3 = Is this family on the register already? F3 opens it
likely-none = Nothing similar on the register.
likely-f3 = F3 opens the chosen one instead of a new one. Saving is possible all the same.

registered = Saved: { $name }, family number { $number }.
corrected = Saved.

discard-title = Unsaved form
discard-question = What is typed in the form is not saved. Throw it away?
discard-stay = Stay
discard-discard = Throw away

conflict-title = This card has just been changed at another desk
conflict-intro = Both of you changed these fields. Choose whose value stays; your other changes are saved in any case.
conflict-there = there: { $value }
conflict-here = yours: { $value }
conflict-keys = ← theirs · → mine · − all theirs · + all mine · Enter: save · Esc: back to the form
