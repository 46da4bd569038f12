# Papers: printing, files, titles and columns of acts, sheets, cards.
print-title = Print · { $name }
print-printer = to the printer
print-pdf = PDF file
print-xlsx = XLSX table
print-csv = CSV table
print-txt = text to go on writing in
print-show = open the written file
print-hint = The file goes to your documents, and only you can read it.
print-printing = Printing…
print-writing = Writing…
print-written = Written:
print-printed = Printed: { $name }.
print-keys = a digit or Enter choose · Esc back

paper-no-printing = This computer has no printing (no lp command): nothing was printed, everything saved stays. Press 2 for a PDF.
paper-printing-refused = The printer did not take the paper ({ $reason }); everything saved stays. Check the printer and press 1 again, or 2 for a PDF.
paper-not-drawn = The paper could not be drawn ({ $reason }): there is no file, everything saved stays. Try again.
paper-not-written = The file was not written ({ $reason }); everything saved stays. Free some space or check the documents folder and try again.
paper-not-shown = Nothing on this computer opens { $path }; the file is written. Open it from the documents folder.

paper-copy = copy
paper-signature = (signature)
paper-page = page { $page } of { $all }

deed-paper-given = paper given out

paper-family-title = Family card
paper-family-file = Family card { $number }
paper-family-registered = On the register since
paper-column-name = Name
paper-column-relation = Relation
paper-column-birth = Born

# Papers: what the office has set.
field-setting-paper-titles = titles of papers
field-setting-paper-signers = who signs papers
field-setting-paper-columns = columns of the distribution sheet
field-setting-paper-legal = law at the foot of acts
setting-changed-paper-titles = The titles of papers were changed at another desk while the form was open; yours were not saved. Open the settings again.
setting-changed-paper-signers = Who signs papers was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-paper-columns = The columns of the sheet were changed at another desk while the form was open; yours were not saved. Open the settings again.
setting-changed-paper-legal = The law on acts was changed at another desk while the form was open; yours was not saved. Open the settings again.
form-setting-paper-titles = Titles of papers
form-setting-paper-titles-hint = With “;”: handover act; distribution; receipt; write-off; transfer; count sheet. An empty place keeps the program's title.
form-setting-paper-signers = Also sign
form-setting-paper-signers-hint = Position: name, several with “;”. These signature lines stand on every act and sheet.
form-setting-paper-columns = Sheet columns
form-setting-paper-columns-hint = With “;”: документ, категорія, склад сім’ї, вага, дата, акт (papers are Ukrainian). Another word is an empty column.
form-setting-paper-legal = Law on acts
form-setting-paper-legal-hint = A line in small letters at the foot of acts and sheets.
paper-legal-default = Law on humanitarian aid No. 1192-XIV · Cabinet resolution No. 953 of 05.09.2023
paper-columns-default = документ; склад сім’ї; вага

paper-title-issue = Handover act
paper-title-distribution = Distribution sheet
paper-title-receipt = Receipt act
paper-title-write-off = Write-off act
paper-title-transfer = Transfer act
paper-title-count-sheet = Stock count sheet
paper-title-assembly = Kit assembly act
paper-title-disassembly = Kit disassembly act
paper-title-count = Act of count differences
paper-title-reversal = Reversal act
paper-title-balances = Balances
paper-title-movements = Movements: { $item }
paper-title-donor = Report to a donor
paper-file-act = Act { $number }
paper-file-distribution = Distribution { $from } — { $until }
paper-file-count = Count sheet { $day }
paper-file-balances = Balances { $day }
paper-file-movements = Movements { $item }
paper-file-donor = Donor { $partner }
paper-file-thanks = Thanks { $partner }
paper-thanks-goods = Thank you most warmly for the help that you gave from { $from } to { $until }: { $goods }.
paper-thanks-nothing = Thank you most warmly for your readiness to help.
paper-thanks-end = We value your support and look forward to working together again.

paper-fact-place = Storeroom
paper-fact-from = From
paper-fact-to = To
paper-fact-gave = Handed over by
paper-fact-took = Received by
paper-fact-recipient = Recipient
paper-fact-number = Family number
paper-fact-household = Household
paper-household = { $adults } adults, { $children } children
paper-fact-programme = Programme
paper-fact-ground = Ground
paper-ground-hidden = right checked
paper-fact-campaign = Campaign
paper-fact-collector = Collected by
paper-fact-document = Document
paper-fact-reason = Reason
paper-fact-reverses = Reverses act
paper-fact-reversed = Reversed by act
paper-fact-period = Period
paper-fact-edrpou = { $name }, EDRPOU { $code }
paper-whole-office = all storerooms
paper-storeroom = storeroom

paper-column-line = No.
paper-column-item = Item
paper-column-unit = Unit
paper-column-quantity = Quantity
paper-column-weight = Weight, kg
paper-column-came = Came
paper-column-went = Went
paper-column-note = Note
paper-column-recipient = Recipient
paper-column-document = Document
paper-column-category = Category
paper-column-household = Household
paper-column-date = Date
paper-column-act = Act
paper-column-goods = Given
paper-column-signature = Signature
paper-column-expected = By the books
paper-column-counted = Counted
paper-column-difference = Difference
paper-column-expires = Good until
paper-column-days = Days left
paper-column-what = What
paper-column-who = Who
paper-column-balance = Balance
paper-column-given = Given
paper-column-in-kits = In kits
paper-column-written-off = Written off
paper-column-left = Left
# Words by which the settings pick columns of the sheet.
paper-pick-document = document
paper-pick-category = category
paper-pick-household = household
paper-pick-weight = weight
paper-pick-date = date
paper-pick-act = act

paper-unit-pc = pc
paper-unit-pair = pair
paper-unit-kg = kg
paper-unit-kit = kit
paper-amount-pc = { $count } pc
paper-amount-pair = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
}
paper-amount-kit = { $count ->
    [one] { $count } kit
   *[other] { $count } kits
}
paper-total = Total
paper-kit-holds = in a kit: { $parts }
paper-closing-lines = Items in all: { $count } ({ $words }).
paper-closing-pc = Pieces: { $count } ({ $words }).
paper-closing-pair = Pairs: { $count } ({ $words }).
paper-closing-kit = Kits: { $count } ({ $words }).
paper-closing-weight = Weight in all: { $kilograms } kg ({ $words }).
paper-closing-recipients = Recipients: { $count } ({ $words }).
paper-sign-gave = Issued by
paper-sign-got = Received by
paper-sign-handed = Handed over by
paper-sign-accepted = Accepted by
paper-sign-responsible = Person responsible for the goods
paper-sign-counted = Counted by
paper-sign-approved = Approved by
paper-kind-receipt = receipt
paper-kind-issue = issue
paper-kind-write-off = write-off
paper-kind-assembly = assembly
paper-kind-disassembly = disassembly
paper-kind-transfer = transfer
paper-kind-count = stock count
paper-kind-reversal = reversal
paper-donor-families = Families helped: { $families }, children in them: { $children }, people in all: { $people }, organisations: { $organisations }.
paper-donor-category = { $category }: { $count }.
paper-donor-weight = Weight received in all: { $kilograms } kg.

# Files of receipts and issues.
exchange-expected-past-date = a date YYYY-MM-DD or DD.MM.YYYY, no later than today
exchange-expected-item = a code or name of the catalogue of items, such as food_kit; a new one is added first: stiika catalogue add item CODE NAME
exchange-expected-quantity = a quantity: a whole number or kilograms (4.2); negative: written off
exchange-expected-quantity-above = a quantity above zero: a whole number or kilograms (4.2)
exchange-expected-quantity-kg = kilograms, such as 4.2
exchange-expected-quantity-pieces = a whole number
exchange-expected-unit = pc, pair, kg or kit, as in the catalogue
exchange-expected-weight = a weight in kilograms, such as 12.5
exchange-expected-partner = a code or name of the catalogue of partners; a new one is added first: stiika catalogue add partner CODE NAME
exchange-expected-programme = a code or name of the catalogue of programmes; a new one is added first: stiika catalogue add programme CODE NAME
exchange-expected-known-family = the key or number of a family on the register
exchange-expected-known-person = the key of a person on the register
exchange-expected-known-campaign = the key of a campaign of the office
exchange-expected-recipient = one recipient: a family, a person or an organisation
exchange-expected-campaign-once = a family once a campaign
exchange-fault-past-date = { exchange-cell } — expected { exchange-expected-past-date }
exchange-fault-item = { exchange-cell } — expected { exchange-expected-item }
exchange-fault-quantity = { exchange-cell } — expected { exchange-expected-quantity }
exchange-fault-quantity-above = { exchange-cell } — expected { exchange-expected-quantity-above }
exchange-fault-quantity-kg = { exchange-cell } — expected { exchange-expected-quantity-kg }
exchange-fault-quantity-pieces = { exchange-cell } — expected { exchange-expected-quantity-pieces }
exchange-fault-unit = { exchange-cell } — expected { exchange-expected-unit }
exchange-fault-weight = { exchange-cell } — expected { exchange-expected-weight }
exchange-fault-partner = { exchange-cell } — expected { exchange-expected-partner }
exchange-fault-programme = { exchange-cell } — expected { exchange-expected-programme }
exchange-fault-known-family = { exchange-cell } — expected { exchange-expected-known-family }
exchange-fault-known-person = { exchange-cell } — expected { exchange-expected-known-person }
exchange-fault-known-campaign = { exchange-cell } — expected { exchange-expected-known-campaign }
exchange-fault-recipient = { exchange-cell } — expected { exchange-expected-recipient }
exchange-fault-campaign-once = { exchange-cell } — expected { exchange-expected-campaign-once }
exchange-fault-key-once = { exchange-cell } — this key is in row { $other } already
exchange-fault-same-act = { exchange-cell } — expected the same as in row { $other } of this act
exchange-fault-unit-of-item = { exchange-cell } — this item is counted otherwise: expected { $unit }
exchange-fault-in-stock = { exchange-cell } — there was not so much on that day, or it would be missing later: at most { $left } { $unit ->
    [kg] kg
    [pair] pairs
    [kit] kits
   *[other] pc
}
exchange-fault-key-unchanged = { exchange-cell } — the office has another entry under this key; expected the same day, recipient, item and quantity
deed-stock-imported = receipts taken from a file
deed-aid-imported = issues taken from a file
deed-stock-exported = receipts exported to a file
deed-aid-exported = issues exported to a file
cli-import-goods-done = Acts written: { $added }, unchanged: { $unchanged }.
cli-import-goods-would = Checked, nothing written. Acts to be written: { $added }, unchanged: { $unchanged }.
cli-import-goods-nothing = Nothing changed: the { $unchanged } acts of the file are in the office already.
cli-export-goods-done = Lines exported: { $count }.
cli-help-columns-stock = Columns of a stock file:
cli-help-columns-aid = Columns of an aid file:
