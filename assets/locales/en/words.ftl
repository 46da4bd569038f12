# Words of the field, used by every room.
app-name = Stiika

count-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
count-children = { $count ->
    [one] { $count } child
   *[other] { $count } children
}
count-families = { $count ->
    [one] { $count } family
   *[other] { $count } families
}
count-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

sex-f = f
sex-m = m

relation-head = head
relation-spouse = spouse
relation-spouse-f = wife
relation-spouse-m = husband
relation-guardian-f = guardian
relation-ward-f = ward
relation-son = son
relation-daughter = daughter
relation-mother = mother
relation-father = father
relation-guardian = guardian
relation-ward = ward
relation-foster-child = foster child
relation-grandmother = grandmother
relation-grandfather = grandfather
relation-other = other

category-hardship = hardship
category-displaced = internally displaced
category-military = family of a serviceman
category-fallen = family of a fallen serviceman
category-missing = family of a missing person
category-captive = family of a captive
category-veteran = veteran
category-guardianship = guardians
category-foster = foster family
category-family-home = family-type home
category-child-disability = child with a disability
category-child-development = child with developmental difficulties
category-orphan = orphan or deprived of parental care
category-large-family = large family
category-low-income = low income
category-violence-survivor = violence survivor
category-offender = offender (programme)

# The same in one or two words, for rows of lists.
short-hardship = hardship
short-displaced = displaced
short-military = military
short-fallen = fallen
short-missing = missing
short-captive = captive
short-veteran = veteran
short-guardianship = guardian
short-foster = foster
short-family-home = home
short-child-disability = disab. child
short-child-development = develop.
short-orphan = orphan
short-large-family = large
short-low-income = low inc.
short-violence-survivor = violence
short-offender = offender

document-passport = passport booklet
document-id-card = ID card
document-rnokpp = tax number
document-unzr = registry number
document-birth-certificate = birth certificate
document-idp-certificate = displaced person's certificate
document-certificate = certificate

document-shape-passport = two letters and six digits, such as КС 123456
document-shape-id-card = nine digits
document-shape-rnokpp = ten digits
document-shape-unzr = eight digits of the date, a hyphen and five digits: 19870312-01234
document-shape-birth-certificate = a Roman numeral, two letters and six digits: І-БК 123456
document-shape-idp-certificate = 6 to 20 characters
document-shape-certificate = kind, series and number, up to 60 characters

address-actual = lives at
address-registered = registered at
address-origin = came from

role-reception = reception
role-storekeeper = storekeeper
role-trainer = trainer
role-case-worker = case worker
role-director = director
role-administrator = administrator

right-find = find people and open cards
right-see-contacts = see phones, addresses and papers
right-see-notes = see notes
right-see-sensitive = see sensitive categories
right-register = register families
right-edit = change cards
right-see-history = see who changed what
right-import = bring data in from a file
right-export = take data out into a file
right-manage-staff = add and disable staff
right-manage-office = change the office's settings and catalogues
