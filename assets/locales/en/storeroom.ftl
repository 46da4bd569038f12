# The storeroom: balances, receipts, write-offs, transfers, kits, stock counts, movements, a donor's page.
command-storeroom = Storeroom
command-storeroom-help = balances by place, receipts, write-offs, kits, stock counts, donors
command-movements = Moves
command-movements-ask = Movements: what came and what went
command-movements-help = every receipt and every issue of this item, with its act
command-receipt = Receipt
command-receipt-ask = A receipt from a donor
command-receipt-help = write down what was brought: by whom, by which document, what exactly
command-write-off = Write-off
command-write-off-ask = Write off
command-write-off-help = write off what is spoilt, out of date or lost: a reason and an act
command-transfer = Transfer
command-transfer-ask = Move to another place
command-transfer-help = from the storeroom into a team's car or back
command-assemble = Assemble kits
command-assemble-ask = Assemble kits
command-assemble-help = kits out of parts in stock: how many can be made and what is short
command-disassemble = Take kits apart
command-disassemble-ask = Take kits apart
command-disassemble-help = kits back into their parts
command-stock-counts = Stock counts
command-stock-counts-ask = Stock count
command-stock-counts-help = count the shelves: a sheet, what was counted, approval by another person
command-donors = Donors
command-donors-ask = Donors: what they gave and where it went
command-donors-help = how many families and children had their help; words of thanks
command-everything-there = Everything here
command-everything-there-help = take the whole balance of this place into the paper: everything back in one stroke
command-new-count = New
command-new-count-help = begin a stock count of the chosen place: a sheet with what should be there
command-open-count = Sheet
command-open-count-help = open the sheet of the stock count under the cursor
command-print = Print, files
command-print-ask = Print and files: the storeroom's papers
command-print-help = print what the screen shows, or write it as a PDF or a table
command-distribution = Sheet
command-distribution-help = the distribution sheet of a day or several: a line and a signature each recipient
command-add-counted = Item
command-add-counted-help = put an item onto the sheet that is not on it but lies on the shelf

papers-act = The act just written
papers-no-act = Nothing was written from here yet. An older act is under “Movements” or F9 “Find an act”.
papers-balances = Balances · { $place }
papers-movements = Movements · { $item }
papers-distribution = Distribution sheet…
papers-donor = Report · { $name }
papers-thanks = Letter of thanks · { $name }
papers-which-donor = Open a donor's page first: Enter.
papers-count = Count sheet · { $place }, { $day }
sheet-title = Distribution sheet
sheet-name = Sheet { $days }
sheet-keys = Enter or F2 on · Tab field · Esc back
sheet-any-programme = any
sheet-days-turned = The last day is before the first. Swap them.
form-sheet-from = from
form-sheet-from-hint = The first day: 21112026.
form-sheet-until = until
form-sheet-until-hint = The last day; the same for one day.
form-sheet-place = place
form-sheet-place-hint = Where it was issued. Space or ← → choose.
form-sheet-programme = programme
form-sheet-programme-hint = Under which programme. Space or ← → choose.
count-add-title = Which item?
count-add-keys = letters find · Enter onto the sheet · Esc back

screen-storeroom = storeroom
help-storeroom = What lies in the storeroom and in other places: the balance, how much went each week, for how many days it will last. “low” is less than the catalogue asks for; “by …” is a date that comes near. Type a name and the list narrows. Tab is another place. Enter asks what to do with the item under the cursor, a digit chooses. What other desks issue appears by itself.
screen-goods = paper of the storeroom
help-goods = Above: from whom, where to, why and when. Below is one line to type in: “clothes 120”, “food 50 until 03.2027”. Enter adds it, the arrow down chooses an added line, F4 takes it back into the line, F8 removes it. F2 writes everything as one act; where something is short nothing is written and you are told what. What is not saved survives a power cut.
screen-counts = stock counts
help-counts = Three steps: F7 makes a sheet with what should be there; count and type it in; another person approves. Enter or F3 opens a sheet.
screen-count-sheet = sheet of a stock count
help-count-sheet = Stand on a row and type how much there really is; Enter is the next row, Del empties it; F7 adds an item that is not on the sheet. “Print, files” in F9 gives the sheet on paper. What is typed survives a power cut. F2 hands the sheet in for approval. Another person approves: the differences are shown, F2 posts them as an act.
screen-movements = movements
help-movements = Each row is one change of the balance: day, what happened, number of the act, from whom or to whom, how much and how much there was then. The newest is on top. Enter or F3 opens the act. Tab is another place.
screen-donor = page of a donor
help-donor = What the donor gave in the chosen time, where it went, how many families and children had the help. ← and → change the time. Counted by lots: it is what this donor brought that went. “Print, files” in F9: a report and a letter of thanks.

storeroom-title = Storeroom
storeroom-deeds = What shall be done?
storeroom-loading = Reading the balances…
storeroom-keys = Enter what to do · Tab another place · letters search · Esc back
storeroom-empty = Nothing is here yet. F7 writes down a receipt from a donor.
storeroom-empty-see = Nothing is here yet.
storeroom-nothing = There is no such thing here. Esc shows everything.
storeroom-everywhere = All places
storeroom-total = { $items } · { $weight }
storeroom-low-total = { $count ->
    [one] { $count } runs low
   *[other] { $count } run low
}
storeroom-column-item = Item
storeroom-column-balance = Balance
storeroom-column-weeks = Weeks
storeroom-column-days = Lasts for
storeroom-column-marks = Mind
storeroom-column-weight = Weight
storeroom-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
storeroom-days-many = over 1 yr
storeroom-low = low
storeroom-low-of = low, wants { $level }
storeroom-expired = { $amount } out of date

count-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}

goods-receipt = Receipt
goods-write-off = Write-off
goods-transfer = Transfer
goods-assemble = Assemble kits
goods-disassemble = Take kits apart
goods-keys = Enter adds · ↓ chooses a line · F4 changes · F8 removes · F2 saves · Esc
goods-keys-transfer = Enter adds · + everything here · ↓ chooses a line · F8 removes · F2 saves
goods-empty = Nothing is typed yet. Type a name and how much: “clothes 120”.
goods-column-item = Item
goods-column-amount = Quantity
goods-column-weight = Weight
goods-column-until = Keeps until
goods-column-after = Will be here
goods-total = Together: { $lines }, { $weight }
goods-saved-receipt = The receipt is saved: act { $number }.
goods-saved-write-off = Written off: act { $number }.
goods-saved-transfer = Moved: act { $number }.
goods-saved-assemble = The kits are assembled: act { $number }.
goods-saved-disassemble = The kits are taken apart: act { $number }.
goods-nothing = There is no line. Type what it is: “clothes 120”, Enter.
goods-unknown-item = There is no such item in the catalogue. Type it otherwise; a new one is added in F9 Catalogues.
goods-no-amount = How much? Type it behind the name: “{ $item } 5”.
goods-odd-day = “{ $text }” is no date. Type “until 03.2027” or “until 31.03.2027”.
goods-until-not-kept = No date is kept for “{ $item }”: take “until …” away.
goods-until-past = { $day } is over already. Check the date.
goods-until-wanted = “{ $item }” keeps until a date: add “until 03.2027”.
goods-short = { $there } here, { $wanted } on the paper. Make it less: “{ $item } { $most }”.
goods-place-same = It is the same place. Choose another.
goods-partner-new = There is none yet: I shall add the new donor “{ $name }”.
goods-partner-wanted = From whom? Type a name, or “unknown”.
goods-day-odd = It is no date. Type 21112026 or 21.11.2026.
goods-day-future = That day is yet to come. Correct the date.
goods-reason-wanted = A reason is needed: type it in words.
goods-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}

form-goods-partner = from
form-goods-partner-hint = The donor: a few letters, Enter chooses. A new one is added by name.
form-goods-document = document
form-goods-document-hint = A waybill, a letter, an act: number and date. It may stay empty.
form-goods-on = date
form-goods-on-hint = The day when it happened: 21112026.
form-goods-location = place
form-goods-location-hint = Where it lies. Space or ← → choose.
form-goods-to = to
form-goods-to-hint = Space or ← → choose the place.
form-goods-why = reason
form-goods-why-hint = Space, ← → or a digit choose.
form-goods-words = in words
form-goods-words-hint = What happened: it will stand on the act.
form-goods-note = note
form-goods-note-hint = What shall stand on the act. It may stay empty.
form-goods-line = line
form-goods-line-hint = A name and how much: “clothes 120”, “food 50 until 03.2027”. Enter adds it.
form-goods-kit = kit
form-goods-kit-hint = Which kit: a few letters, Enter.
form-goods-count = how many
form-goods-count-hint = How many kits.

storeroom-count-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
storeroom-count-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
storeroom-count-kits = { $count ->
    [one] { $count } kit
   *[other] { $count } kits
}

goods-there = { $amount } here
goods-until-word = until
goods-why-expired = out of date
goods-why-spoilt = spoilt
goods-why-worn = unfit, worn
goods-why-lost = lost, stolen
goods-why-other = other (in words)

storeroom-soon = by { $day }
storeroom-lot-until = until { $day }
storeroom-lot-came = came { $day }
storeroom-no-item = First stand on the item that is meant.
storeroom-one-place = There is one place only. Another (a team's car) is added in F9 Catalogues.
goods-everything-only-out = In a receipt one types what was brought.
draft-kind-goods = paper of the storeroom
draft-kind-count = sheet of a stock count

command-open-row = Open
command-open-row-help = open the line under the cursor: a donor, movements of an item or an act
command-drop-count = Cancel
command-drop-count-help = give the stock count up: nothing is posted

kits-keys = Enter next · F2 save · Esc back
kits-which = Which kit? Type a few letters and press Enter.
kits-no-composition = Nobody said what this kit holds. It is written in F9 Catalogues.
kits-too-many-assemble = Enough for { $most }, { $wanted } on the paper: “{ $part }” is short. Make it less.
kits-too-many-disassemble = { $most } here, { $wanted } on the paper. Make it less.
kits-most-assemble = { $most } can be made (there is least of “{ $part }”).
kits-most-disassemble = { $most } can be taken apart.
kits-column-part = Part
kits-column-one = In one
kits-column-all = Wanted
kits-column-there = Is here
kits-column-after = Will be

counts-title = Stock counts
counts-keys = Enter sheet · F7 new · Esc back
counts-empty = There was no stock count yet. F7 begins one: a sheet with what should lie here.
counts-empty-see = There was no stock count yet.
counts-column-day = Begun
counts-column-place = Place
counts-column-step = Step
counts-column-who = Who
count-step-sheet = being counted
count-step-entered = waits for approval
count-step-approved = approved, act { $number }
count-step-all-there = approved, all is there
count-step-cancelled = given up
count-under-way = A stock count was begun here on { $day }: this is its sheet.

count-title = Stock count
count-keys = digits how much · Space as in the books · + the rest so too · F2 hand in
count-keys-approve = F2 approve and post the differences · F8 give up · Esc back
count-keys-see = F8 give up · Esc back
count-column-item = Item
count-column-expected = In the books
count-column-counted = Counted
count-column-difference = Difference
count-total = { $count ->
    [one] { $counted } of { $all } counted, { $count } row differs. What is not counted stays as it is.
   *[other] { $counted } of { $all } counted, { $count } rows differ. What is not counted stays as it is.
}
count-moved = It has changed by { $amount } since the count began: look at the difference again.
count-nothing = Nothing is counted yet. Type how much there is, or press Space where all is as in the books.
count-entered = { $count ->
    [0] Handed in for approval, nothing differs. Another person has to approve it.
    [one] Handed in for approval, { $count } row differs. Another person has to approve it.
   *[other] Handed in for approval, { $count } rows differ. Another person has to approve it.
}
count-approve-title = Approve the stock count
count-approve-question = { $count ->
    [one] { $count } difference will be posted: { $differences }.
   *[other] { $count } differences will be posted: { $differences }.
}
count-approve-all-there = Nothing differs: all that was counted is there. There will be no act.
count-approve-wait = Look again
count-approve-do = Approve
count-approved = The stock count is approved, the differences are posted: act { $number }.
count-approved-all-there = The stock count is approved: all is there.
count-waits-for-another = You handed this sheet in; another person has to approve it.
count-not-yours = Another person counts this sheet.
count-is-over = This stock count is over.
count-cancel-title = Give the stock count up
count-cancel-question = Give the stock count up? Balances will not change, what was counted is not posted.
count-cancel-stay = Keep it
count-cancel-do = Give up
count-cancelled = The stock count is given up, nothing was posted.

movements-title = Movements
movements-keys = Enter act · Tab another place · PgDn further · Esc back
movements-empty = This item was never here.
movements-column-day = Day
movements-column-kind = What
movements-column-act = Act
movements-column-whom = From, to
movements-column-change = + / −
movements-column-balance = Then
movements-receipt = receipt
movements-issue = issue
movements-write-off = write-off
movements-assembly = kits assembled
movements-disassembly = kits taken apart
movements-transfer = transfer
movements-count = stock count
movements-reversal = reversal

donors-title = Donors
donors-keys = Enter page · letters search · Esc back
donors-empty = There are no donors yet. They come with the first receipt: F7 in the storeroom.
donor-title = Donor
donor-keys = ← → time · Enter opens the line · Esc back
donor-span-month = month
donor-span-quarter = quarter
donor-span-year = year
donor-span-last-year = last year
donor-span-always = all time
donor-nothing = Nothing came in this time. ← → is another time.
donor-came = Came { $times }, { $weight }.
donor-had = The help went to: { $who }.
donor-nobody-yet = Nothing of it was given out yet.
donor-count-receipts = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
donor-count-organisations = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
donor-column-item = Item
donor-column-came = Came
donor-column-given = Given
donor-column-kits = In kits
donor-column-off = Off
donor-column-left = Left
donor-categories = Who had it, by category
donor-receipts = Receipts
donor-thanks = For a letter of thanks
donor-thanks-goods = Thank you for the help that you gave from { $from } to { $until }: { $weight } together. It is { $goods }.
donor-thanks-categories = Among them: { $categories }.
