# What the register answers when something cannot be done. One sentence: what happened, what was kept, what to press.
office-not-allowed-find = Your role may not search for people, nothing was changed. Ask the administrator.
office-not-allowed-see-contacts = Your role may not see phones, addresses and papers, nothing was changed. Ask the administrator.
office-not-allowed-see-notes = Your role may not write notes, so nothing was saved. Remove the note or call a case worker.
office-not-allowed-see-sensitive = Your role may not give sensitive categories, so nothing was saved. Remove the category or call a case worker.
office-not-allowed-register = Your role may not register families, nothing was written. Ask the reception.
office-not-allowed-edit = Your role may not change cards, nothing was changed. Ask the reception.
office-not-allowed-see-history = Your role may not see the history, nothing was changed. Ask the administrator.
office-not-allowed-import = Your role may not bring data in from a file, nothing was written. Ask the administrator.
office-not-allowed-export = Your role may not take data out, no file was made. Ask the director.
office-not-allowed-manage-staff = Staff and passwords are changed by an administrator only, nothing was changed.
office-not-allowed-manage-office = Settings and catalogues are changed by an administrator only, nothing was changed.

office-no-such-family = There is no such family on the register, nothing was changed. Search for it again.
office-no-such-person = There is no such person on the register, nothing was written. Search for them again.
office-no-head = The family has no head and is not saved yet. Choose the head in the relation column.
office-two-heads = The family has two heads and is not saved yet. Leave one in the relation column.
office-name-missing = Row { $row } has no surname or given name, the family is not saved yet. Add them.
office-paper-taken = Paper { $number } is on the register already, nothing was saved. Check the number.
office-paper-taken-owner = Paper { $number } belongs to { $owner } already, nothing was saved. Check the number or open that card.
office-paper-taken-family = Paper { $number } belongs to { $owner }, family { $family }, already, nothing was saved. Check the number or open that card.
office-conflicts = { $count ->
    [one] While you were typing, another desk changed the same field.
   *[other] While you were typing, another desk changed the same { $count } fields.
} Yours is not saved yet: choose what to keep.
office-unknown-category = The catalogue has no category “{ $code }”, nothing was written. Correct it or add it to the catalogue.
office-key-twice = Person key “{ $key }” stands in the family twice, nothing was written. Leave one row.
office-key-mismatch = Person key “{ $key }” stands in the file beside different names or birth dates, nothing was written. Give each person their own key.
office-login-taken = This login is in use, nobody was added. Choose another one.
office-login-shape = A login is made of letters, digits, dot, hyphen and underscore, up to 40 characters; nobody was added. Correct the login.
office-weak-password = The password is too short or too simple, it was not changed. Use at least 10 characters, not all the same, and not the login.
office-no-such-staff = There is no such member of staff, or they are disabled; nothing was changed. Refresh the list.
office-last-administrator = This is the last administrator and stays so. Give the role to somebody else first.

# Words of the history.
deed-office-founded = office made
deed-office-recovered = signed in with the paper key
deed-signed-in = signed in
deed-family-registered = registered
deed-family-corrected = corrected
deed-family-imported = brought in from a file
deed-family-reimported = added to from a file
deed-family-viewed = card opened
deed-family-glanced = glanced at
deed-person-imported = brought in from a file
deed-person-reimported = added to from a file
deed-register-imported = import from a file
deed-register-exported = register taken out
deed-staff-added = member of staff added
deed-staff-role-changed = role changed
deed-staff-password-set = password changed
deed-staff-disabled = member of staff disabled

# Fields of a card.
field-key = key in the list
field-registered-on = registered on
field-closed-on = closed on
field-actual-settlement = lives in: settlement
field-actual-district = lives in: starosta district
field-actual-street = lives in: street
field-actual-building = lives in: building
field-actual-flat = lives in: flat
field-registered-settlement = registered in: settlement
field-registered-district = registered in: starosta district
field-registered-street = registered in: street
field-registered-building = registered in: building
field-registered-flat = registered in: flat
field-origin-settlement = came from: settlement
field-origin-district = came from: starosta district
field-origin-street = came from: street
field-origin-building = came from: building
field-origin-flat = came from: flat
field-member = member
field-relation = relation
field-surname = surname
field-given-name = given name
field-patronymic = patronymic
field-sex = sex
field-birth-date = birth date
field-consent = consent
field-clothes-size = size of clothes
field-shoes-size = size of shoes
field-note = note
field-phone = phone
field-document = paper
field-category = category
