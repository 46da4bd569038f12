# Why a row was found, and why somebody on the register looks like somebody in the form. Short: they stand at the end of a row.
why-name = ім’я
why-layout = інша розкладка
why-latin = латинкою
# In few cells, without saying what it is.
why-near = ≈ { $stored }
why-near-surname = прізвище ≈ { $stored }
why-near-given = ім’я ≈ { $stored }
why-near-patronymic = по батькові ≈ { $stored }
why-near-street = вулиця ≈ { $stored }
why-near-settlement = населений пункт ≈ { $stored }
why-phone = телефон …{ $last }
why-document = документ
why-number = номер сім’ї
why-birth = дата народження
why-address = адреса
why-renamed = { $now } (раніше { $was })

likely-same-document = той самий документ
likely-same-phone = той самий телефон
likely-same-name-and-birth = те саме ім’я й дата народження
likely-close-name-same-birth = схоже ім’я, та сама дата народження
likely-former-name = збіглося колишнє ім’я
likely-other-surname = те саме ім’я й дата, інше прізвище
likely-same-name-birth-slip = те саме ім’я, схожа дата
likely-same-name = те саме прізвище та ім’я
likely-surname-and-address = те саме прізвище й адреса

likeness-possible = можливо, вже на обліку
likeness-probable = імовірно, вже на обліку
likeness-certain = уже на обліку
