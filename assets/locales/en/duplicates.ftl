# Entries that are on the register twice: the list, both side by side, and the merge.

command-duplicates = Duplicates
command-duplicates-help = who may be on the register twice, the most certain first
command-compare = Compare
command-compare-help = both cards side by side: compare field by field and merge
command-apart = Differ
command-apart-help = write down that these are different people or families: they are not offered together again
command-merge = Merge
command-merge-help = make one card of the two; first you are told exactly what will happen
command-merge-with = Merge with…
command-merge-with-help = choose another card of the same family and merge it with this one

screen-duplicates = possible duplicates
screen-merge = merging cards
help-duplicates = The register is looked through by itself while you work: for people with a like name, the same birth date, phone, paper or address. Three dots: almost certainly the same family; one: merely worth a look. Enter or F3 compares both cards, F8 says that they differ.
help-merge = Every field stands twice. “=” is the same, “≠” differs; ● is what will stay. ← and → choose a side, Space the next choice, Enter leads to the next difference; phones, papers, categories and notes are kept from both. On a person's row Space says that these are two people, and a digit says with whom on the other side this is one. The first row chooses the number that stays. F2 merges; the history of both cards is kept, and the merge can be undone.

duplicate-certain = almost certain
duplicate-probable = probable
duplicate-possible = possible

duplicates-title = Possible duplicates
duplicates-looked = { $percent } % looked through
duplicates-loading = Reading the list…
duplicates-looking = Looking through the register: { $percent } %. What is found appears here by itself; you can work on meanwhile (Esc).
duplicates-empty = No duplicates in sight: the whole register is looked through, and new cards are compared by themselves. If you know two cards of one family, open one of them and choose F9, “Merge with…”.
duplicates-keys = Enter: compare and merge · F8: they differ · Esc: back
duplicates-none-chosen = There is no pair here. Esc goes back.
duplicates-more = { $count ->
    [one] { $count } more member alike
   *[other] { $count } more members alike
}
duplicates-apart = Written down: they differ. { $names }. They are not offered together again.

merge-with-title = Merge with which card?

merge-title = Two cards side by side
merge-loading = Opening both cards…
merge-doing = merging…
merge-number = Number
merge-entry = Entry
merge-stays = stays
merge-leads = will lead here
merge-nothing = nothing
merge-nobody = nobody
merge-open = on the register

merge-field-registered-on = Since
merge-field-closed-on = Closed
merge-field-actual = Lives at
merge-field-registered = Registered
merge-field-origin = Came from
merge-field-category = Categories
merge-field-relation = Relation
merge-field-surname = Surname
merge-field-given-name = Given name
merge-field-patronymic = Patronymic
merge-field-sex = Sex
merge-field-birth-date = Birth date
merge-field-phone = Phones
merge-field-document = Papers
merge-field-consent = Consent
merge-field-note = Note

merge-why-only = only here
merge-why-fuller = fuller
merge-why-papers = as in papers
merge-why-documented = with papers
merge-why-earlier = earlier
merge-why-open = open
merge-why-newer = newer
merge-why-kept = of the kept
merge-why-both = both
merge-why-chosen = your choice

merge-because-only = Offered because the other card has none.
merge-because-fuller = Offered because it says more.
merge-because-papers = Offered because the person's papers say so.
merge-because-documented = Offered because the person's papers were written down here.
merge-because-earlier = Offered because it is the earlier day.
merge-because-open = Offered because an open card stays open.
merge-because-newer = Offered because it was written down later.
merge-because-kept = Offered because the card that stays says so.
merge-because-both = Everything of both cards is kept.
merge-because-chosen = You chose this.

merge-keys-field = ← → choose · Space: the other · Enter: next difference · F2: merge
merge-keys-both = ← → from there only · Space: next, also both · F2: merge · F8: they differ
merge-keys-equal = The same in both. F2 merges, F8: they differ, Esc goes back.
merge-keys-kept = ← → which card stays: the number of the other will lead to it. F2 merges, F8: they differ.
merge-keys-couple = This person is in both cards. Space: no, these are two people. F2 merges.
merge-keys-person = This is one person. F2 merges, F8: they differ, Esc goes back.
merge-keys-alone = In one card only, and stays in the family. A digit: the same person as the one with that digit on the other side.
merge-press-digit = Press the digit of the person on the other side, if it is the same person.
merge-one-person = This is one record of a person: there is nothing to part here.

merge-question = Card { $kept } ({ $name }) stays; number { $gone } will lead to it. { $count ->
    [one] The family will have { $count } person
   *[other] The family will have { $count } people
}, { $same ->
    [0] none of them is in both cards.
    [one] { $same } of them is in both cards and becomes one entry.
   *[other] { $same } of them are in both cards and become one entry each.
} The history of both is kept; the merge can be undone.
merge-question-people = The record “{ $kept }” stays; the record “{ $gone }” will lead to it, with everything that points to it. The history of both is kept; the merge can be undone.
merge-former-head = { $name }, who heads the other card, becomes “other”: say later what exactly (F4).
merge-look-again = Look again
merge-do = Merge
merge-done = Merged: card { $kept } stays, number { $gone } leads to it.
merge-done-people = Merged: it is one record now.
merge-one-already = This is one card already: they were merged before.
