# Words of the field, used by every room.
app-name = Стійка

count-members = { $count ->
    [one] { $count } особа
    [few] { $count } особи
   *[many] { $count } осіб
}
count-children = { $count ->
    [one] { $count } дитина
    [few] { $count } дитини
   *[many] { $count } дітей
}
count-families = { $count ->
    [one] { $count } сім’я
    [few] { $count } сім’ї
   *[many] { $count } сімей
}
count-years = { $count ->
    [one] { $count } рік
    [few] { $count } роки
   *[many] { $count } років
}
count-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[many] { $count } людей
}

sex-f = жін.
sex-m = чол.

relation-head = голова
relation-spouse = дружина/чоловік
relation-spouse-f = дружина
relation-spouse-m = чоловік
relation-guardian-f = опікунка
relation-ward-f = підопічна
relation-son = син
relation-daughter = донька
relation-mother = мати
relation-father = батько
relation-guardian = опікун
relation-ward = підопічний
relation-foster-child = прийомна дитина
relation-grandmother = бабуся
relation-grandfather = дід
relation-other = інше

category-hardship = складні життєві обставини (СЖО)
category-displaced = внутрішньо переміщені особи (ВПО)
category-military = сім’я військовослужбовця
category-fallen = сім’я загиблого (померлого)
category-missing = сім’я зниклого безвісти
category-captive = сім’я полоненого
category-veteran = ветеран
category-guardianship = опікуни, піклувальники
category-foster = прийомна сім’я
category-family-home = дитячий будинок сімейного типу (ДБСТ)
category-child-disability = дитина з інвалідністю
category-child-development = дитина з труднощами розвитку
category-orphan = дитина-сирота або позбавлена піклування
category-large-family = багатодітна сім’я
category-low-income = малозабезпечена сім’я
category-violence-survivor = постраждала від насильства
category-offender = кривдник (програма)

# The same in one or two words, for rows of lists.
short-hardship = СЖО
short-displaced = ВПО
short-military = військ.
short-fallen = загиблого
short-missing = зниклого
short-captive = полоненого
short-veteran = ветеран
short-guardianship = опіка
short-foster = прийомна
short-family-home = ДБСТ
short-child-disability = інв. дитина
short-child-development = розвиток
short-orphan = сирота
short-large-family = багатод.
short-low-income = малозаб.
short-violence-survivor = насильство
short-offender = кривдник

document-passport = паспорт-книжечка
document-id-card = ID-картка
document-rnokpp = РНОКПП
document-unzr = УНЗР
document-birth-certificate = свідоцтво про народження
document-idp-certificate = довідка ВПО
document-certificate = посвідчення

document-shape-passport = дві літери і шість цифр, наприклад КС 123456
document-shape-id-card = дев’ять цифр
document-shape-rnokpp = десять цифр
document-shape-unzr = вісім цифр дати, дефіс і п’ять цифр: 19870312-01234
document-shape-birth-certificate = римське число, дві літери і шість цифр: І-БК 123456
document-shape-idp-certificate = від 6 до 20 знаків
document-shape-certificate = вид, серія і номер, до 60 знаків

address-actual = живе
address-registered = зареєстровано
address-origin = приїхали з

role-reception = приймальня
role-storekeeper = склад
role-trainer = тренер
role-case-worker = супровід
role-director = керівник
role-administrator = адміністратор

right-find = шукати людей і відкривати картки
right-see-contacts = бачити телефони, адреси й документи
right-see-notes = бачити нотатки
right-see-sensitive = бачити чутливі категорії
right-register = реєструвати сім’ї
right-edit = змінювати картки
right-see-history = бачити, хто що змінював
right-import = завантажувати дані з файлу
right-export = вивантажувати дані у файл
right-manage-staff = додавати й вимикати працівників
right-manage-office = змінювати налаштування й довідники центру
