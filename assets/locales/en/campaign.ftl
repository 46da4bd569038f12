# Campaigns: rights, words of history, why not.
right-manage-campaigns = prepare and end campaigns
right-serve = hand out at a campaign
office-not-allowed-manage-campaigns = Campaigns are prepared by the storekeeper or the director, nothing was changed. Ask them.
office-not-allowed-serve = Your role does not hand out at campaigns, nothing was given. Ask the administrator.

deed-campaign-made = campaign made
deed-campaign-changed = campaign changed
deed-campaign-cancelled = campaign called off
deed-campaign-ended = campaign ended
deed-campaign-gathered = list of a campaign gathered
deed-campaign-expected = put onto the list of a campaign
deed-campaign-unexpected = taken off the list of a campaign
deed-family-expected = put onto the list of a campaign

campaign-fault-title = The title of the campaign is empty or longer than { $most } characters, nothing was saved. Type a title.
campaign-fault-days = The campaign ends on { $until }, before it begins ({ $from }); nothing was saved. Correct the date.
campaign-fault-no-goods = It does not say what each family gets, nothing was saved. Add at least one line.
campaign-fault-item-twice = “{ $item }” stands there twice, nothing was saved. Keep one line.
campaign-fault-no-such-campaign = There is no such campaign any more, nothing was changed. Go back to the list of campaigns (Esc).
campaign-fault-not-under-way-planned = The campaign is still under way, nothing was changed.
campaign-fault-not-under-way-held = The campaign is over, nothing was changed. An ordinary act can still be issued (F5).
campaign-fault-not-under-way-cancelled = The campaign was called off, nothing was changed. An ordinary act can still be issued (F5).
campaign-fault-another-day = The campaign is held from { $from } to { $until }, nothing was given. Correct the date.
campaign-fault-not-expected = This family is not on the list of the campaign, nothing was given. Type a reason to add it, or Esc.
campaign-fault-nothing-for-them = By the terms of the campaign this family gets nothing, nothing was given.

screen-campaigns = campaigns
help-campaigns = Campaigns: a distribution at which many families get the same. Enter opens one, F7 makes a new one, F4 changes it, F8 calls it off. The list of families is gathered from “Lists” (F9 → To campaign), or by typing names in the campaign itself.
screen-campaign-day = distribution
help-campaign-day = Type a few letters of the name, the number or a phone, or scan the card, and press Enter: the act is written, the box is empty, the next one can come. Whoever was served hears when, at which desk and from whom. Whoever is not on the list is shown in yellow: Enter says which condition is missing, a reason and Enter again adds and serves; Ins only puts them onto the list, or takes them off. Tab shows who did not come yet, everybody, who was served. After working from a paper list: ← and → choose the day, ↓ goes to a row, Space ticks one after another. F8 takes back the last act of this desk, or the one under the cursor; F2 ends the campaign and brings what is left back into the storeroom.
command-campaigns = Campaigns
command-campaigns-help = handing out to many families: lists, the day, the outcome
command-campaign-new = New
command-campaign-new-help = a new campaign
command-campaign-change = Change
command-campaign-change-help = title, days and what each family gets
command-campaign-cancel = Cancel
command-campaign-cancel-help = call the campaign off
command-campaign-end = End
command-campaign-end-help = end the campaign and bring what is left back into the storeroom
command-campaign-take-back = Reverse
command-campaign-take-back-help = take back the last act of this desk, or the one under the cursor
command-campaign-expect = Onto list
command-campaign-expect-help = put whoever is under the cursor onto the campaign’s list, or take them off (Ins)
command-campaign-paper = Print the list
command-campaign-paper-help = the campaign’s sheet: before the day for signatures, after it with the acts
command-many-campaign = To campaign
command-many-campaign-help = put the marked or all found onto the list of a campaign

campaigns-title = Campaigns
campaigns-empty = There is no campaign yet: F7 makes the first.
campaigns-keys = Enter — open · F7 new · F4 change · F8 call off · Esc back
campaign-loading = Reading…
campaign-none = —
campaign-status-planned = under way
campaign-status-held = ended
campaign-status-cancelled = called off
campaign-none-chosen = No campaign is chosen.
campaign-is-over = The campaign is ended or called off, it cannot be changed.
campaign-cancel-question = Call off “{ $title }”? { $served ->
    [0] Nobody was served yet.
    [one] { $served } act is written and stays.
   *[other] { $served } acts are written and stay.
} The list of families is kept.
campaign-cancel-do = Call it off
campaign-cancelled = The campaign is called off. F8 on the first screen brings it back.

campaign-form-new = New campaign
campaign-form-change = Change the campaign
campaign-saved = “{ $title }” saved.
campaign-no-such-good = “{ $text }”: there is no such thing in the catalogue. Begin with the name, then how much.
campaign-per-child = per child
campaign-per-person = per person
draft-kind-campaign = campaign
form-campaign-title = Title
form-campaign-title-hint = What the office calls it: “Saint Nicholas”, “To school 2026”.
form-campaign-from = From
form-campaign-from-hint = The first day.
form-campaign-until = Until
form-campaign-until-hint = The last day; the same for a campaign of one day.
form-campaign-location = Out of
form-campaign-location-hint = From where it is handed out: the storeroom or a team’s car. ← and → choose. What is left in the car comes back when the campaign ends.
form-campaign-programme = Programme
form-campaign-programme-hint = Under which programme; its usual set stands under “Each gets” by itself.
form-campaign-partner = Partner
form-campaign-partner-hint = Thanks to whom, if anybody.
form-campaign-place = Place
form-campaign-place-hint = Where it is held: “Zhydychyn, the club”. Not required.
form-campaign-goods = Each gets
form-campaign-goods-hint = What a family gets: “food 1”, “gift 1 per child”, “clothes 2 each”. Enter takes the line, F2 saves.

campaign-gather-title = To a campaign
campaign-gather-none = No campaign is under way. Make one: F9 → Campaigns → F7.
campaign-gather-keys = Enter — put onto the campaign’s list · Esc
campaign-gathered = { $count ->
    [one] { $count } family
   *[other] { $count } families
} put onto the list of the campaign{ $rest ->
    [0] .
   *[other] ; { $rest } were on it already.
}

campaign-box-hint = name, family number or a scanned card
campaign-box-hint-phone = name, family number, phone or a scanned card
campaign-reason = Reason:
campaign-count = Served { $served } of { $expected } · today { $day }
campaign-count-paper = Served { $served } of { $expected } · you tick for { $day }
campaign-left = Left: { $goods }
campaign-short = { $missing } short
campaign-tab-waiting = Not yet { $count }
campaign-tab-all = All { $count }
campaign-tab-served = Served { $count }
campaign-household = { $members ->
    [one] { $members } person
   *[other] { $members } people
}
campaign-household-children = { $members } ppl, kids { $ages }
campaign-not-listed = not on the list
campaign-day-keys = Enter serve · Tab not yet/all/served · ↓ Space tick · ←→ day · Ins list
campaign-door-keys = Enter — add and serve · Esc — do not serve
campaign-door = { $name }: not on the campaign’s list. Type a reason to add and serve them, or Esc.
campaign-door-unmet = { $name }: not on the list, for this does not hold: { $unmet }. Type a reason to serve them, or Esc.
campaign-reason-wanted = Type why they are served without being on the list, or Esc.
campaign-empty = The list is empty. Type a name and press Ins, or gather it in “Lists”: F9 → To campaign.
campaign-all-came = Everybody came.
campaign-none-came = Nobody was served yet.
campaign-nobody-found = Nobody is found, neither on the list nor in the register.
campaign-nobody = “{ $text }”: nobody is found, nothing was given. Mend it, or Esc.
campaign-served = Served: act { $act } · { $name } · { $goods }
campaign-not-served = { $name }: { $why }
campaign-served-already = { $name }: served { $at }, act { $act }, desk “{ $desk }”, by { $by }. Not served again.
campaign-expected = { $name }: put onto the campaign’s list.
campaign-unexpected = { $name }: taken off the campaign’s list.
campaign-take-back-title = Take back
campaign-take-back-question = Take back { $act }? The goods return, the family can be served again; the record stays in the history.
campaign-take-back-do = Take it back
campaign-take-back-reason = mistake at the table
campaign-taken-back = Taken back: act { $act }. The goods are here again.
campaign-nothing-to-take-back = Nothing was handed out at this desk yet; go to somebody who was served with the arrows.
campaign-end-title = End the campaign
campaign-end-not-yet = Not yet
campaign-end-do = End it
campaign-end-question = Did not come: { $absent }. Left: { $left }. After its end nobody is served at this campaign.
campaign-end-question-back = Did not come: { $absent }. Everything that lies in “{ $place }” ({ $left }) goes back into the storeroom by one act. After that nobody is served.
campaign-ended = The campaign is ended.
campaign-ended-back = The campaign is ended, what was left is back in the storeroom: act { $act }.

form-lists-no-aid = no aid since
form-lists-no-aid-hint = The family was given nothing from this day on.
lists-words-no-aid = no aid since { $value }

paper-file-campaign = Campaign sheet { $from } — { $until }
paper-fact-held-at = Held at
paper-campaign-expected = On the list { $count } ({ $words }).
paper-campaign-served = Served { $count } ({ $words }).
paper-fact-thanks = Thanks to
