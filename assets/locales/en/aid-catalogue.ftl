# Catalogues of the emergency help room: what is given, under which programmes, from whom and to whom, from where, how much.
catalogue-item-tab = Items { $count }
catalogue-programme-tab = Programmes { $count }
catalogue-partner-tab = Partners { $count }
catalogue-location-tab = Storerooms { $count }
catalogue-limit-tab = Limits { $count }
catalogue-item-new = A new item or kit
catalogue-programme-new = A new programme
catalogue-partner-new = A new partner
catalogue-location-new = A new storeroom or car
catalogue-limit-new = A new limit
catalogue-kept-by-storekeeper = The storekeeper or the administrator keeps this catalogue: here it can only be looked at.
catalogue-kept-by-administrator = The administrator keeps this catalogue: here it can only be looked at.

catalogue-unit-pc = piece
catalogue-unit-pair = pair
catalogue-unit-kg = by weight, kg
catalogue-unit-kit = kit
catalogue-amount-pc = { $amount } pc
catalogue-amount-pair = { $amount } { $count ->
    [one] pair
   *[other] pairs
}
catalogue-amount-kg = { $amount } kg
catalogue-amount-kit = { $amount } { $count ->
    [one] kit
   *[other] kits
}
catalogue-expires = expires
catalogue-expiry-no = not watched
catalogue-expiry-yes = watched
catalogue-low = low from { $amount }
catalogue-partner-donor = donor
catalogue-partner-recipient = recipient
catalogue-partner-both = gives and gets
catalogue-location-storeroom = storeroom
catalogue-location-car = brigade's car
catalogue-measure-times = times
catalogue-measure-pieces = pieces, pairs, kits
catalogue-measure-grams = kilograms
catalogue-period-days = days
catalogue-period-months = months
catalogue-period-years = years
catalogue-period-once = once for ever
catalogue-limit-per-family = a family
catalogue-limit-per-person = a person
catalogue-limit-per-child = a child
catalogue-limit-of-group = the whole group “{ $group }”
catalogue-limit-line = { $of }: { $much } { $period }, { $per }
catalogue-limit-pieces = { $count } pc
catalogue-limit-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
catalogue-limit-in-days = in { $count ->
    [one] { $count } day
   *[other] { $count } days
}
catalogue-limit-in-months = in { $count ->
    [one] { $count } month
   *[other] { $count } months
}
catalogue-limit-in-years = in { $count ->
    [one] { $count } year
   *[other] { $count } years
}
catalogue-limit-once = ever
catalogue-edrpou-odd = The check digit disagrees: compare the code with the paper. It can be saved as it is.

catalogue-fault-group = The group's name is too long: it must fit a list.
catalogue-fault-day = “{ $what }” is not a day: write 19.02.2026.
catalogue-fault-weight = The weight is in kilograms, from a gram to a tonne: 0,9 or 12.
catalogue-fault-low = What is little is a number above zero in the item's unit; empty: no warning.
catalogue-fault-kit-in-kit = “{ $what }” is a kit, and a kit holds items, not kits: write what is in it.
catalogue-fault-not-a-kit = Only a kit has parts: choose the unit “kit” (--unit kit) or leave the parts out.
catalogue-fault-two-compositions = Two compositions of a kit cannot begin on the same day: change the day.
catalogue-fault-part-quantity = How much of “{ $what }”: write a number above zero in the item's unit — “rice 1,5”, “soap 2”.
catalogue-fault-no-such-item = There is no item “{ $what }” in the catalogue: pick one from the list, or add it first.
catalogue-fault-no-such-category = There is no category “{ $what }” in the catalogue: pick one from the list, or add it first.
catalogue-fault-unit-in-use = The unit of “{ $what }” stays: it was received, given out or is part of a kit, and stands there in the old unit. Add a new item and switch this one off.
catalogue-fault-part-of-kit = The item is part of the kit “{ $what }”, so it cannot become a kit itself.
catalogue-fault-ends-before = A programme cannot end before it begins.
catalogue-fault-edrpou = An EDRPOU code has 8 digits and this is “{ $what }”; leave it empty where there is none.
catalogue-fault-limit-of-nothing = A limit is of an item or of a group: begin its name and pick it from the list (--item or --group).
catalogue-fault-limit-amount = How much is a number above zero; to give none at all, switch the item off.
catalogue-fault-limit-period = A limit's period is 1 to 3660 days, months or years (“30 days”, “1 months”, “once”).
catalogue-fault-limit-measure = “{ $what }” goes by weight: count kilograms or times.
catalogue-fault-location-in-use = Goods still lie at “{ $what }”: move them or write them off first.
catalogue-fault-last-location = This is the last storeroom: goods must lie somewhere. Add another one first.

form-catalogue-unit = Unit
form-catalogue-unit-hint = Space or a first letter: piece, pair, by weight, kit. A kit can be given its parts.
form-catalogue-group = Group
form-catalogue-group-hint = Limits go by groups, and so does what was given last. Begin and pick one, or write your own.
form-catalogue-weight = Weight of 1, kg
form-catalogue-weight-hint = What one piece, pair or kit weighs: 0,9. The empty weight of a kit is counted from its parts.
form-catalogue-low-level = Low at
form-catalogue-low-level-hint = From how much on the desk says that it runs out. Empty: it says nothing.
form-catalogue-tracks-expiry = Expiry
form-catalogue-tracks-expiry-hint = Whether a receipt asks until which day it is good: what expires first goes out first.
form-catalogue-since = Parts since
form-catalogue-since-hint = A new composition begins on this day; what was given before keeps the old one. To mend the present one, put its day.
form-catalogue-parts = In the kit
form-catalogue-parts-hint = An item and how much: “rice 1,5”, “soap 2”, Enter; then the next. ↑ goes to the lines: Enter changes, Delete removes.
form-catalogue-starts = From
form-catalogue-starts-hint = The programme's first day. Empty: it always was.
form-catalogue-ends = Until
form-catalogue-ends-hint = The programme's last day. Empty: no end.
form-catalogue-grounds = For whom
form-catalogue-grounds-hint = Categories that give the right: begin a name, pick it, Enter; then the next. Empty: anybody.
form-catalogue-set = Usually given
form-catalogue-set-hint = What is given at once: “food kit 1”, Enter; then the next. One key adds it while issuing.
form-catalogue-role = What it is
form-catalogue-role-hint = A donor gives goods, a recipient gets them as an organisation.
form-catalogue-edrpou = EDRPOU
form-catalogue-edrpou-hint = Eight digits; leave it empty where there is none.
form-catalogue-contact = Contact
form-catalogue-contact-hint = Whom to call: name, phone, mail.
form-catalogue-thanks = For thanks
form-catalogue-thanks-hint = To whom and how a letter of thanks is written.
form-catalogue-place-kind = What it is
form-catalogue-place-kind-hint = A storeroom or a brigade's car: the goods in each are counted apart.
form-catalogue-limit-of = Of what
form-catalogue-limit-of-hint = An item or a whole group: begin its name and pick it from the list.
form-catalogue-amount = How much
form-catalogue-amount-hint = The most in this time: 1, 2, or 15,5 where kilograms are counted.
form-catalogue-measure = Counted in
form-catalogue-measure-hint = Times: how often, however much at once; pieces; kilograms.
form-catalogue-period-count = In
form-catalogue-period-count-hint = In how many days, months or years: “1 month” from 2 November is until 2 December.
form-catalogue-period = Period
form-catalogue-period-hint = Days, months, years, or once for ever.
form-catalogue-per = Each
form-catalogue-per-hint = For the whole family, or so much for each person or child in it.
form-catalogue-categories = For whom
form-catalogue-categories-hint = Categories for which the limit holds: begin a name, pick it, Enter. Empty: for everybody.

item-food-kit = food kit
item-hygiene-kit = hygiene kit
item-clothes = clothes
item-shoes = shoes
item-bedding = bedding
item-toys = toys
item-baby-food = baby food
item-nappies = nappies
item-school-set = school set
item-schoolbag = schoolbag
item-gift = gift
item-orthopaedic-shoes = orthopaedic shoes
item-glasses = glasses
item-hearing-aid = hearing aid
item-blood-pressure-meter = blood pressure meter
item-weighted-blanket = weighted blanket
item-power-station = power station
item-e-bike = e-bike
item-printer = printer
item-group-food = food
item-group-hygiene = hygiene
item-group-clothes = clothes
item-group-shoes = shoes
item-group-bedding = bedding
item-group-toys = toys
item-group-baby = for babies
item-group-school = for school
item-group-gift = gifts
item-group-medical = medical aids
item-group-equipment = equipment
programme-register = register of families
programme-emergency-room = emergency help room
programme-mutual-aid-hub = mutual aid hub
programme-campaigns = charity campaigns
programme-space-for-children = space for children
programme-family-centre = family centre
programme-foster-care = foster care
programme-guardianship = guardianship
programme-mediation = mediation
programme-military-families = military families
programme-day-centre = day centre
programme-crisis-room = crisis room
programme-mobile-team = mobile team
programme-women-hub = women's hub
programme-offenders = offenders' programme
programme-training-centre = training centre
programme-information = information
location-storeroom = storeroom

cli-arg-catalogue-add-unit = item: unit — pc (piece), pair, kg (by weight), kit; a piece without it
cli-arg-catalogue-add-group = item or limit: group — food, hygiene, clothes, shoes, bedding, toys, baby, school, gift, medical, equipment or your own
cli-arg-catalogue-add-weight = item: weight of one in kilograms; a kit without it weighs what its parts do
cli-arg-catalogue-add-low = item: from how much on it runs out
cli-arg-catalogue-add-expiry = item: watch until when it is good
cli-arg-catalogue-add-part = kit or programme: code of an item and how much, such as rice=1,5; several times
cli-arg-catalogue-add-since = kit: day from which it holds these parts; programme: first day
cli-arg-catalogue-add-until = programme: last day
cli-arg-catalogue-add-category = programme: category that gives the right; limit: for which it holds; several times
cli-arg-catalogue-add-role = partner: donor, recipient, both
cli-arg-catalogue-add-edrpou = partner: EDRPOU code, 8 digits
cli-arg-catalogue-add-contact = partner: whom to call
cli-arg-catalogue-add-thanks = partner: to whom and how thanks are written
cli-arg-catalogue-add-car = the location is a brigade's car
cli-arg-catalogue-add-item = limit: code of the item
cli-arg-catalogue-add-amount = limit: how much; 1 without it
cli-arg-catalogue-add-measure = limit: what is counted — times, pieces, grams (weight, written in kilograms)
cli-arg-catalogue-add-period = limit: in which time — 30days, 1months, 1years, once; 1months without it
cli-arg-catalogue-add-per = limit: for whom — family, person (each), child (each)
