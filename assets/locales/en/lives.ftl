# Why an event in the life of a family cannot be written down so. One sentence: what happened, what was kept, what to do.
life-in-future = { $day } has not come yet, nothing was written. Correct the date.
life-before-registered = The family is on the register only since { $day }, nothing was written. Correct the date.
life-before-joined = { $name } is in this family only since { $day }, nothing was written. Correct the date.
life-before-began = What is to end began only on { $day }, nothing was written. Correct the date.
life-before-birth = The birth date is { $day }, nothing was written. Correct the date.
life-head-needed = Family { $number } would have no head, nothing was written. Choose a new head: { $choices }.
life-head-leaves = { $name } does not stay in the family and cannot be its head, nothing was written. Choose another head.
life-not-member = This person is not and was not in the family, nothing was written. Open the card again.
life-left-already = { $name } has been out of the family since { $day }, nothing was written.
life-left-already-by = { $name } has been out of the family since { $day } (written by { $by }, { $at }), nothing was written.
life-died-already = The death of { $name } is written down already: { $day }. Nothing was changed.
life-member-already = { $name } has been in family { $number } since { $day }, nothing was written.
life-same-family = This is the same family, nothing was written. Choose another one.
life-whole-family = This is the whole family, nothing was written. Change the address or close the card.
life-nobody = Nobody is chosen, nothing was written. Mark those who leave.
life-one-head = The new family needs one head, nothing was written. Choose the head in the relation column.
life-second-head = Family { $number } has a head already, nothing was written. Choose another relation or change the head first.
life-head-already = { $name } is the head already, nothing was changed.
life-no-new-name = There is no new surname or given name, nothing was changed. Write them.
life-same-address = This address is on the card already, nothing was changed.
life-no-such-category = The card has no such category any more, nothing was changed. Open the card again.
life-category-in-force = This category is in force already, nothing was written. End it first.
life-category-in-force-until = This category is in force until { $day } already, nothing was written. Begin the new one later or end this one.
life-category-ended = The category ended on { $day } already, nothing was changed.
life-ends-before-begins = The end is before the beginning, nothing was written. Correct the dates.
life-closed = The card has been closed since { $day }, nothing was written. Reopen it first.
life-open = The card has been open since { $day }, nothing was changed.
life-reason-wanted = A reason in words is wanted, nothing was written. Write it.
life-collector-is-member = { $name } is a member of this family and collects without permission, nothing was written.
life-collector-nameless = The collector has no name, nothing was written. Write it.
life-no-such-collector = There is no such permission any more, nothing was changed. Open the card again.

office-changed-later = It could not be undone: the same was changed later ({ $by }, { $at }). Nothing was changed; undo the later change first or correct the card (F4).
office-changed-meanwhile = While you were choosing, the card was changed ({ $by }, { $at }). Nothing was written: look at it again.
office-already-undone = This has been undone already ({ $by }, { $at }), nothing was changed.
office-not-undoable-nothing = There is nothing to undo here, nothing was changed.
office-not-undoable-password = A password cannot be put back: nobody knows the old one. Nothing was changed; give a new one.
office-not-undoable-not-yours = This was not done by you, nothing was changed. Whoever did it can undo it.
office-not-undoable-no-such-deed = The journal has no such entry, nothing was changed.
office-not-undoable-taken = A paper's number or a key that would come back belongs to somebody else now; nothing was changed. Correct the card (F4).
office-not-undoable-heads = After undoing, a family would have no head or two, nothing was changed. Undo the later changes first or correct the card (F4).
office-merged-into = This card was merged with card { $number }, nothing was written. Open that one.
office-merged-into-person = This record was merged with another, nothing was written. Search for the person again.
office-plan-amiss = The members of both families do not agree with what was chosen, nothing was written. Begin the merge again.
office-reason-wanted = A reason is wanted, nothing was changed. Write it.

why-former = former surname { $former }

# Why somebody left the family.
leave-reason-divorced = divorce
leave-reason-placed = child placed
leave-reason-grown-up = lives apart
leave-reason-moved-away = moved away
leave-reason-other-family = in another family
leave-reason-died = died
leave-reason-mistake = entered by mistake
leave-reason-merged = cards merged
leave-reason-other = other

# Why an entry is closed.
close-reason-moved-away = moved away
close-reason-goal-reached = goal reached
close-reason-refused = refused
close-reason-died = died
close-reason-other-family = moved to another family
close-reason-merged = merged with another card
close-reason-mistake = registered by mistake
close-reason-other = other

# Words of the history.
deed-member-left = member left
deed-member-moved = moved to another family
deed-member-shared = member of two families
deed-member-joined = member joined
deed-family-split = part of the family split off
deed-head-changed = head changed
deed-person-renamed = name changed
deed-person-died = died
deed-family-moved = moved house
deed-category-ended = category ended
deed-category-renewed = category renewed
deed-family-closed = card closed
deed-family-reopened = card reopened
deed-collector-allowed = collector allowed
deed-collector-ended = collector ended
deed-person-registered = person registered
deed-person-corrected = corrected
deed-person-viewed = card opened
deed-family-viewed-on = card as of a day
deed-families-merged = cards merged
deed-people-merged = records merged
deed-told-apart = told apart
deed-deed-undone = undone

# Fields of events.
field-on = date
field-joined-on = in the family since
field-left-on = in the family until
field-leave-reason = why they left
field-close-reason = why closed
field-close-note = explanation
field-reopen-reason = why reopened
field-family = family
field-split-family = new family
field-died-on = date of death
field-basis = basis
field-former-name = former name
field-collector = may collect
field-collector-until = may collect until
field-merged-number = merged with card
field-merged-person = merged with record
field-voided-on = found to be a mistake
field-undone = undone entry
