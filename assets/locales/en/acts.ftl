# Issuing and the storeroom: rights, words of history, why an act cannot be so.
right-issue = issue aid
right-keep-stock = keep the storeroom
right-approve-count = approve a stock count
right-see-stock = see balances and movements of the storeroom
right-see-overrides = see where limits were bent
office-not-allowed-issue = Aid is issued by the storekeeper, nothing was issued or changed. Ask the storekeeper or an administrator.
office-not-allowed-keep-stock = The storeroom is kept by the storekeeper, nothing was changed. Ask the storekeeper or an administrator.
office-not-allowed-approve-count = Your role does not approve stock counts, nothing was changed. Ask the director.
office-not-allowed-see-stock = Your role does not see the storeroom, nothing was shown. Ask an administrator.
office-not-allowed-see-overrides = Bent limits are seen by the director, nothing was shown. Ask the director or an administrator.

deed-aid-issued = aid issued
deed-act-reversed = act reversed
deed-stock-received = goods received
deed-stock-written-off = goods written off
deed-stock-transferred = goods moved between locations
deed-kits-assembled = kits put together
deed-kits-disassembled = kits taken apart
deed-count-begun = stock count begun
deed-count-entered = stock count entered
deed-count-approved = stock count approved
deed-count-cancelled = stock count given up
field-act = act

aid-fault-empty = The act has no lines, nothing was written. Add what it is about and save again (F2).
aid-fault-unknown-item = There is no item “{ $code }” in the catalogue, nothing was written. Choose another or add it to the catalogue.
aid-fault-unknown-programme = There is no programme “{ $code }” in the catalogue, nothing was written. Choose another.
aid-fault-unknown-partner = There is no partner “{ $code }” in the catalogue, nothing was written. Choose another or add it to the catalogue.
aid-fault-unknown-location = There is no location “{ $code }” in the catalogue, nothing was written. Choose another.
aid-fault-unknown-campaign = There is no such campaign or it was called off, nothing was issued. Choose another.
aid-fault-unknown-lot = There is no such lot of “{ $code }”, nothing was written. Choose another.
aid-fault-off-item = The item “{ $code }” is switched off since { $since }, nothing was written. Choose another.
aid-fault-off-programme = The programme “{ $code }” is switched off since { $since }, nothing was written. Choose another.
aid-fault-off-partner = The partner “{ $code }” is switched off since { $since }, nothing was written. Choose another.
aid-fault-off-location = The location “{ $code }” is switched off since { $since }, nothing was written. Choose another.
aid-fault-off-campaign = The campaign “{ $code }” is closed since { $since }, nothing was written. Choose another.
aid-fault-off-lot = The lot “{ $code }” is closed since { $since }, nothing was written. Choose another.
aid-fault-future = { $date } has not come yet, nothing was written. Correct the date.
aid-fault-before-programme = The programme begins on { $date }, nothing was issued. Correct the date or choose another programme.
aid-fault-after-programme = The programme ended on { $date }, nothing was issued. Correct the date or choose another programme.
aid-fault-closed-family = The family’s entry is closed since { $since }, nothing was issued. Open it again on its card first.
aid-fault-died = This person died on { $date }, nothing was issued. Choose another recipient.
aid-fault-no-right = There is no ground for this programme, nothing was issued. Write why it is given, or choose another programme.
aid-fault-limit = Line { $row }: a limit is in the way, nothing was issued. Write a reason or remove the line.
aid-fault-limit-from = Line { $row }: given on { $last } (act { $act }), the next from { $date }; nothing was issued. Write a reason or remove the line.
aid-fault-limit-never = Line { $row }: given once only, on { $last } (act { $act }); nothing was issued. Write a reason or remove the line.
aid-fault-limit-nobody = Line { $row }: the limit is per child and there are no children; nothing was issued. Write a reason or remove the line.
aid-fault-limit-too-much = Line { $row }: more than the limit gives; nothing was issued. Give less or write a reason.
aid-fault-shortage = Line { $row }, “{ $item }”: only { $left } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[pc] pcs
} there, { $wanted } wanted; nothing was written. Give less or choose something else.
aid-fault-shortage-expired = Line { $row }, “{ $item }”: only { $left } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[pc] pcs
} good, { $wanted } wanted ({ $expired } more expired); nothing was written. Give less or choose something else.
aid-fault-expired-lot = Line { $row }: this lot expired on { $date }, nothing was issued. Choose another lot and write this one off.
aid-fault-expiry-wanted = Line { $row }: it needs an expiry date, nothing was written. Write the date.
aid-fault-expiry-past = Line { $row }: the expiry date { $date } is past, nothing was received. Check the date.
aid-fault-stale = While the form was open, the entry was changed ({ $by }, { $at }); nothing was issued, what you typed is kept. Look at the changes and save again (F2).
aid-fault-not-a-collector = This person is neither in the family nor may collect for it, nothing was issued. Choose another or write their paper.
aid-fault-no-collector = Nobody is named who carries it away, nothing was issued. Choose who collects and save again (F2).
aid-fault-served = This campaign gave already: { $at }, { $by }, { $desk } (act { $act }). Nothing was given twice.
aid-fault-reversed = This act was reversed by act { $act } already, nothing was changed.
aid-fault-is-reversal = This is a reversal and stays; nothing was changed. If needed, issue again by a new act.
aid-fault-goods-gone = “{ $item }”: { $missing } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[pc] pcs
} missing: gone by acts { $acts }; nothing was changed. Reverse those first.
aid-fault-goods-gone-alone = “{ $item }”: { $missing } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[pc] pcs
} missing: no longer there; nothing was changed. Look at the item’s movements.
aid-fault-no-such-act = There is no such act, nothing was changed. Check the number.
aid-fault-not-a-kit = This is no kit, nothing was written. Choose an item that is counted in kits.
aid-fault-no-composition = Nobody wrote down what this kit holds; nothing was written. Write its composition.
aid-fault-same-location = From and to are the same location, nothing was moved. Choose another.
aid-fault-no-donor = It does not say who gave it; nothing was received. Choose a partner.
aid-fault-count-under-way = A count of this location is under way since { $date }, no other was begun. Finish it or give it up.
aid-fault-no-such-count = There is no such count or it is over, nothing was changed. Look at the list.
aid-fault-nothing-counted = Nothing was counted yet, nothing was changed. Write what was counted.
aid-fault-same-person = Another person approves it than who entered it; nothing was changed. Ask a colleague.
aid-fault-key-taken = There is an act with the key “{ $key }” already, nothing was written. Check the file.

quantity-fault-not-a-number = Line { $row }: no quantity. Write a number such as 4.2 or 3.
quantity-fault-zero = Line { $row }: the quantity is zero. Write how much, or remove the line.
quantity-fault-negative = Line { $row }: a quantity is never below zero. Write how much.
quantity-fault-too-much = Line { $row }: too much, at most { $most } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[pc] pcs
}. Check the number.
quantity-fault-whole-only = Line { $row }: it is counted in whole { $unit ->
    [pair] pairs
    [kit] kits
   *[pc] pieces
}. Write a whole number.
quantity-fault-too-fine = Line { $row }: nothing is weighed finer than a gram. Round it.
quantity-fault-weight-of-pieces = Line { $row }: it is counted in { $unit ->
    [pair] pairs
    [kit] kits
   *[pc] pieces
}, not weighed. Write how many.
quantity-fault-pieces-of-weight = Line { $row }: it goes by weight. Write how many kilograms.
