# Files: what is wrong and what was expected.

exchange-cell = Row { $row }, column { $column }: “{ $value }”

# What is expected in a cell.
exchange-expected-text = text of up to 500 characters
exchange-expected-note = text of up to 30,000 characters
exchange-expected-relation = head, spouse, son, daughter, mother, father, guardian, ward, foster_child, grandmother, grandfather, other, or a Ukrainian word: голова, дружина, син
exchange-expected-sex = f or m (ж or ч)
exchange-expected-birth = a date YYYY-MM-DD or DD.MM.YYYY, or the year alone, no later than today
exchange-expected-date = a date YYYY-MM-DD or DD.MM.YYYY
exchange-expected-phone = a phone: 0671234567, +380671234567 or a foreign one with “+”; several with “;”
exchange-expected-rnokpp = ten digits
exchange-expected-document = kind:number, such as passport:КС123456; several with “;”; kinds: passport, id_card, rnokpp, unzr, birth_certificate, idp_certificate, certificate
exchange-expected-settlement = a settlement’s name or its code in the national codifier
exchange-expected-categories = code, code@since or code@since..until, such as military@2022-02-24..2023-12-31; several with “;”
exchange-expected-consent = a date YYYY-MM-DD or DD.MM.YYYY, or the word law where the law is the ground

# What a column means.
exchange-column-family = the office’s own key of the family; empty for a person without a family
exchange-column-person = the office’s own key of the person
exchange-column-relation = what the person is in the family; where empty, the first becomes the head
exchange-column-surname = surname
exchange-column-given-name = given name
exchange-column-patronymic = patronymic
exchange-column-sex = sex
exchange-column-birth-date = birth date
exchange-column-phone = phone
exchange-column-rnokpp = taxpayer number
exchange-column-document = other papers
exchange-column-settlement = settlement where the family lives (from the head’s row)
exchange-column-starosta-district = starosta district
exchange-column-street = street
exchange-column-building = building
exchange-column-flat = flat
exchange-column-categories = categories
exchange-column-registered-on = first day on the register; where empty, today
exchange-column-closed-on = day from which the family is off the register
exchange-column-consent-on = day of consent to the processing of personal data
exchange-column-note = note

# A cell is not what was expected.
exchange-fault-text = { exchange-cell } — expected { exchange-expected-text }
exchange-fault-note = { exchange-cell } — expected { exchange-expected-note }
exchange-fault-relation = { exchange-cell } — expected { exchange-expected-relation }
exchange-fault-sex = { exchange-cell } — expected { exchange-expected-sex }
exchange-fault-birth = { exchange-cell } — expected { exchange-expected-birth }
exchange-fault-date = { exchange-cell } — expected { exchange-expected-date }
exchange-fault-phone = { exchange-cell } — expected { exchange-expected-phone }
exchange-fault-rnokpp = { exchange-cell } — expected { exchange-expected-rnokpp }
exchange-fault-document = { exchange-cell } — expected { exchange-expected-document }
exchange-fault-settlement = { exchange-cell } — expected { exchange-expected-settlement }
exchange-fault-categories = { exchange-cell } — expected { exchange-expected-categories }
exchange-fault-consent = { exchange-cell } — expected { exchange-expected-consent }
exchange-fault-something = Row { $row }, column { $column }: empty — a value is needed here
exchange-fault-heading = Row { $row }: there is no column { $column } — it is required
exchange-fault-heading-once = Row { $row }, column { $column }: there already is such a column — leave one
exchange-fault-known-heading = Row { $row }, column { $column }: an unknown heading — correct it or remove the column
exchange-fault-cell-under-heading = { exchange-cell } — there is no heading over the cell; name the column or empty the cell
exchange-fault-value = { exchange-cell } — expected a value, and the formula in the cell failed
exchange-fault-document-passport = { exchange-cell } — a passport is { document-shape-passport }
exchange-fault-document-id-card = { exchange-cell } — an ID card is { document-shape-id-card }
exchange-fault-document-rnokpp = { exchange-cell } — a taxpayer number is { document-shape-rnokpp }
exchange-fault-document-unzr = { exchange-cell } — a register number is { document-shape-unzr }
exchange-fault-document-birth-certificate = { exchange-cell } — a birth certificate is { document-shape-birth-certificate }
exchange-fault-document-idp-certificate = { exchange-cell } — a displaced person’s certificate is { document-shape-idp-certificate }
exchange-fault-document-certificate = { exchange-cell } — a certificate is { document-shape-certificate }
exchange-fault-known-category = { exchange-cell } — expected a code from the catalogue of categories
exchange-fault-category-in-order = { exchange-cell } — the category ends before it begins
exchange-fault-known-place = { exchange-cell } — expected a settlement’s code that the national codifier has
exchange-fault-closed-after = { exchange-cell } — expected a day no earlier than the first one on the register ({ $since })
exchange-fault-same-as = { exchange-cell } — expected the same as in row { $other } of this family: { $said }
exchange-fault-one-head = { exchange-cell } — this family already has a head in row { $other }
exchange-fault-person-once = { exchange-cell } — this person already is in row { $other }

# Taken, and worth a look.
exchange-notice-check-digit = { exchange-cell } — the check digit should be { $digit }, look at the number again
exchange-notice-birth-date = { exchange-cell } — this number says the birth date { $says }, the row says another
exchange-notice-sex = { exchange-cell } — this number says { $says ->
    [f] a woman
   *[m] a man
}, the row says otherwise
exchange-notice-place-as-typed = { exchange-cell } — the national codifier has no such settlement or several, kept as typed
exchange-notice-address-not-taken = { exchange-cell } — the family’s address is taken from row { $other }, and this is another
exchange-notice-head-chosen = { exchange-cell } — nobody in the family is the head, this person became it
exchange-notice-odd-name = { exchange-cell } — look at the spelling: digits, or Latin letters among Ukrainian ones
exchange-notice-only-for-families = { exchange-cell } — means families only, not taken for a person without one

# The file as a whole.
exchange-file-missing = There is no such file or folder, nothing changed; check the name.
exchange-file-unreadable = The file could not be read ({ $reason }), nothing was changed; check its name and permissions.
exchange-file-empty = The file is empty, nothing was changed; a row of headings and rows of data are needed.
exchange-file-too-large = The file is too large: over { $limit } MB, what it unpacks to included; nothing was changed, split it.
exchange-file-not-a-table = The file is neither a table nor text, nothing was changed; save it as .xlsx or .csv.
exchange-file-old-workbook = This is an old .xls workbook, nothing was changed; open it and save it as .xlsx.
exchange-file-not-a-workbook = The name says a workbook and the content is something else; nothing was changed, save the file as .xlsx or name it .csv.
exchange-file-not-text = The name says text and the content is a workbook; nothing was changed, name the file .xlsx.
exchange-file-damaged = The workbook is damaged ({ $reason }), nothing was changed; open it in a spreadsheet and save it again.
exchange-file-damaged-text = The text is damaged: a part of it is in another encoding; nothing was changed, save the file as UTF-8.
exchange-file-open-quote = Row { $row }: a quotation mark is opened and never closed, nothing was changed; close it or remove it.
exchange-file-too-many-columns = Row { $row }: over { $limit } columns, nothing was changed; remove those not needed.

exchange-export-file = The file could not be written ({ $reason }), the previous one is as it was; check the folder and free space and try again.
exchange-export-workbook = That does not fit into a workbook ({ $reason }), no file was made; export to CSV.

exchange-fault-real-day = { exchange-cell } — the calendar has no such day; check day and month
exchange-fault-real-year = { exchange-cell } — no such year; four digits are expected, from 1900 on
exchange-notice-sex-of-patronymic = { exchange-cell } — the patronymic is of the other sex than the row says; check which is right
exchange-notice-odd-age = { exchange-cell } — a child older than the head of the family, or a parent younger (row { $other }); check the dates
exchange-notice-long-name = { exchange-cell } — the name is very long; check that the cell holds nothing else
exchange-file-stopped = Reading was stopped; nothing was changed.
