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
