# The search box: everything else that it finds, what it is limited to, and which surname was meant.
box-acts = Acts
box-items = Items
box-partners = Partners
box-places = Places of the storeroom
box-campaigns = Campaigns
box-lists = Named lists
box-filters = Saved filters
box-settlements = Settlements
box-districts = Starosta districts
box-streets = Streets
box-staff = Staff
box-commands = Commands
# A group of which only the best are shown: 5 of 12.
box-some = { $shown } of { $total }
box-jump = Tab for the next
box-meant = Perhaps:
box-head = family of { $name }

box-all = Ins: everything
box-only-families = Ins: families only
box-only-people = Ins: people only
box-only-open = Ins: open entries only
box-only-closed = Ins: closed entries only
box-nothing-limited = Nothing found here: the search is limited. Ins limits it otherwise, Esc twice searches everything again.
