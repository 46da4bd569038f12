# Issuing aid: the issue screen, the act, lists of acts, exceptions from limits.

command-issue = Issue
command-issue-help = issue aid to whom the cursor is on; whoever is not found is written down on the spot
command-issue-partner = Organisation
command-issue-partner-help = aid for an institution or community: the act is on the organisation
command-issue-reason = Reason
command-issue-reason-help = why the line under the cursor is issued in spite of its limit: the director sees it
command-acts = Acts
command-acts-help = every act of aid to this family or person
command-act-find = Find an act
command-act-find-help = open an act by its number
command-act-open = Act
command-act-open-help = open the act under the cursor
command-act-reverse = Reverse
command-act-reverse-help = reverse the whole act: everything goes back into stock, the act stays with the reason
command-act-print = Print
command-act-print-help = print the open act or the one just issued; a reprint says “copy”
command-card-print = Print
command-card-print-help = print the family's card with its number and barcode: a scanner opens it from the search
card-paper-name = Card { $number }
command-overrides = Exceptions
command-overrides-help = what was issued in spite of a limit: who, when and why

screen-issue = issue
screen-act = act
screen-acts = acts of aid
screen-overrides = exceptions from limits
help-issue = Everything for one issue. Type an item and how much in one line: “clothes 4.2”, “food 1”, “4.2 clothes”; the first letters are enough, in either keyboard layout. Enter adds. While the line is empty a digit adds a standard set, a minus subtracts the tare from the last weight, Delete takes the last line away; a tare can be typed too: “clothes 4.7-0.5”. ↑↓ go to the lines: Enter corrects, F8 takes away, F4 writes down why the line is issued in spite of its limit, Space takes what is offered. Tab leads to who collects and the date. F2 issues: the stock moves and the act has a number.
help-act = An act: what, to whom, of whose gift, who issued and who collected. F8 reverses it whole: the goods go back into stock, the act stays with the reason and its number. “Print” in the F9 menu prints it again, marked “copy”.
help-acts = Every act of aid, newest first; reversed ones are marked ✗. Enter opens an act.
help-overrides = Everything that was issued in spite of a limit, newest first: when, to whom, what, who issued it and why. Enter opens the act.

draft-kind-issue = issue

# The issue screen.
issue-title = Issue
issue-loading = Looking at what they may have…
issue-who = Who
issue-right = Right
issue-last = Received
issue-entry = Item
issue-adults = { $count ->
    [one] { $count } adult
   *[other] { $count } adults
}
issue-right-hidden = has the right
issue-right-anybody = for anybody
issue-right-none = no right: F4 issues with a reason
issue-no-programme = no programme is open
issue-last-none = nothing yet
issue-has-family = A member of family { $number }: issue to the family, so that it does not receive twice.
issue-closed = The entry was closed on { $since }. Open it again on the card (F9) to issue.
issue-entry-hint = clothes 4.2 · food 1 · 4.2 clothes
issue-nothing-like-it = no such item
issue-set = Standard set: a digit adds one, + all of it
issue-there = in stock { $left }
issue-left-after = { $left } left
issue-total-weight = { $weight } kg
issue-total-pieces = { $count } { $count ->
    [one] pc
   *[other] pcs
}
issue-totals = Total: { $totals }
issue-good-until = good until { $day }
issue-keys-empty = digit: set · + all · Tab: who collects, date · F2: issue · Esc: back
issue-keys = Enter: add · − tare · ↑↓ lines · Tab: who collects, date · F2: issue
issue-row-keys = Enter: correct · F8: take away · F4: reason · − tare · Esc: back to typing
issue-beside = Family and limits
issue-limits = Limits
issue-recent = Last acts

issue-limit-allowed = allowed
issue-limit-from = received { $last } (act { $act }), next from { $from }
issue-limit-never = given once, received { $last } (act { $act })
issue-limit-nobody = for children only, and there are none in the family
issue-limit-most = { $most } at most
issue-limit-keys = F4: reason
issue-limit-keys-less = Space: take what is allowed · F4: reason
issue-bent = in spite of the limit: { $reason }
issue-short = { $left } there, { $wanted } in the cart
issue-short-none = none in stock
issue-short-expired = ({ $amount } more are out of date, to be written off)
issue-take-left = Space: take { $left }
issue-take-instead = Space: { $item } instead, { $left } there
issue-fault-weight-wanted = How many kilograms? Type the weight: “clothes 4.2”.
issue-fault-tare-pc = A tare is subtracted from a weight only, and this goes by piece.
issue-fault-tare-pair = A tare is subtracted from a weight only, and this goes by pair.
issue-fault-tare-kit = A tare is subtracted from a weight only, and this goes by kit.
issue-fault-all-tare = The tare is no lighter than everything together: check the weight.
issue-no-name = Of what? Type a name: “clothes 4.2”.
issue-unknown-item = There is no item “{ $name }”: type it otherwise or add it to the catalogues (F9).

issue-empty = The cart is empty: type an item and how much, Enter.
issue-no-right-reason = No right to this programme. F4 issues with a reason, or choose another programme (Tab).
issue-nothing-to-bend = No limit is in the way: no reason is needed.
issue-why-title = Why in spite of the limit?
issue-why-no-right = { $name }: no right to this programme.
issue-collector-wanted = Who collects? Type the name.
issue-scanned-early = First issue (F2) or close (Esc) this cart, then scan the next card.
issue-done = Issued: { $name }. Act { $act }, { $totals }
issue-stale = While this was open, another desk did this: { $what } ({ $by }, { $at }). Nothing is issued, your cart is kept: look and press F2 again.
issue-not-printed = Act { $act } is recorded but not printed. Print it again with Print in the F9 menu.

issue-collector-authorised = { $name } (authorised)
issue-collector-self = the person themselves
issue-collector-other = somebody else…
issue-paper-known = on the card: { $paper }
form-issue-collector = Collects
form-issue-collector-hint = ←→ which adult, authorised person or somebody else
form-issue-collector-name = Name
form-issue-collector-name-hint = surname and name of who collects
form-issue-collector-paper = Paper
form-issue-collector-paper-hint = the paper that was shown; empty for the one on the card
form-issue-programme = Programme
form-issue-programme-hint = ←→ the programme it is issued under
form-issue-location = From
form-issue-location-hint = ←→ storeroom or car
form-issue-on = Date
form-issue-on-hint = the day: today, or earlier where the paper came first
form-issue-note = Note
form-issue-note-hint = a note on the act · Enter: issue

aid-unit-pc = { $count ->
    [one] pc
   *[other] pcs
}
aid-unit-pair = { $count ->
    [one] pair
   *[other] pairs
}
aid-unit-kg = kg
aid-unit-kit = { $count ->
    [one] kit
   *[other] kits
}

# Why.
reason-keys = digit: choose · Tab: own words · F2 or Enter: done · Esc: back
reason-needs-words = Say it in words: this reason is read by others.
form-reason-why = Reason
form-reason-words = Words
reason-lost = the earlier one was lost or spoilt
reason-more-people = more people in the family than on the register
reason-emergency = emergency
reason-director = the director decided so
reason-other = other
reason-wrong-item = wrong item or amount
reason-wrong-recipient = wrong family
reason-not-taken = was not collected

# Written down on the spot, an organisation.
spot-title = Issue: not on the register
spot-explain = A name and a category are enough to issue. The card is completed later.
spot-fault-name = A surname and a given name are needed.
spot-fault-category = There is no such category: type it otherwise or leave it empty.
form-spot-name = Surname, name
form-spot-name-hint = surname and name, the patronymic if known
form-spot-category = Category
form-spot-category-hint = the ground as they say it; empty for none · Enter: on
partner-title = To which organisation?
form-partner-find = Find
form-partner-find-hint = name or EDRPOU
partner-none = There is no such recipient. Add a partner to the catalogues (F9) or type it otherwise.

# Acts.
act-title = { $kind } { $number }
act-kind-receipt = Receipt
act-kind-issue = Issue
act-kind-write-off = Write-off
act-kind-assembly = Assembly
act-kind-disassembly = Disassembly
act-kind-transfer = Transfer
act-kind-count = Stock count
act-kind-reversal = Reversal
act-on = Date
act-staff = Written
act-recipient = To whom
act-programme = Programme
act-partner = From
act-document = Paper
act-campaign = Campaign
act-collector = Collected by
act-collector-unknown = not written down
act-note = Note
act-reverses = Reverses act
act-reason = Reason
act-reversed = reversed by act { $act }
act-composition = in the kit: { $parts }
act-reverse-title = Reverse the act?
act-reverse-about = Act { $act } will be reversed whole: everything goes back into stock, its number and the reason stay.
act-reversed-done = Reversed by act { $act }, the goods are back in stock.
act-name = Act { $act }
refused-act-reversed = This act is reversed already.
refused-act-is-reversal = This is a reversal itself. Issue again if the goods were handed over after all.
act-find-title = Act by number
form-act-number = Number
form-act-number-hint = 2026/00123, or just 123 for this year
act-number-fault = The number of an act is a year and a number: 2026/00123.
act-number-none = There is no act { $act }.
acts-title = Acts of aid
acts-none = Nothing was issued yet. F5 issues.
overrides-title = Exceptions from limits of a year
overrides-none = No exceptions: everything was issued within the rules.
overrides-no-right = without a right to the programme
card-aid = Aid
card-aid-more = all acts: “Acts” in the F9 menu
refused-no-act = First move the arrows to the line of an act.
refused-nothing-issued = Nothing was issued at this desk yet: there is nothing to print.
issue-paper-wanted = By what paper does this person collect? Type the paper.
