# Why a row was found, and why somebody on the register looks like somebody in the form. Short: they stand at the end of a row.
why-name = name
why-layout = other layout
why-latin = in Latin letters
# In few cells, without saying what it is.
why-near = ≈ { $stored }
why-near-surname = surname ≈ { $stored }
why-near-given = given name ≈ { $stored }
why-near-patronymic = patronymic ≈ { $stored }
why-near-street = street ≈ { $stored }
why-near-settlement = settlement ≈ { $stored }
why-phone = phone …{ $last }
why-document = paper
why-number = family number
why-birth = birth date
why-address = address
why-renamed = { $now } (formerly { $was })

likely-same-document = the same paper
likely-same-phone = the same phone
likely-same-name-and-birth = the same name and birth date
likely-close-name-same-birth = a close name, the same birth date
likely-former-name = a former name agrees
likely-other-surname = same name and birth date, another surname
likely-same-name-birth-slip = same name, a similar birth date
likely-same-name = the same surname and given name
likely-surname-and-address = the same surname and address

likeness-possible = may be on the register already
likeness-probable = probably on the register already
likeness-certain = on the register already
