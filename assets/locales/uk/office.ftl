# Що відповідає облік, коли чогось не можна. Одне речення: що сталося, що збережено, що натиснути.
office-not-allowed-find = Ваша роль не дає шукати людей, нічого не змінено. Зверніться до адміністратора.
office-not-allowed-see-contacts = Ваша роль не дає бачити телефони, адреси й документи, нічого не змінено. Зверніться до адміністратора.
office-not-allowed-see-notes = Ваша роль не дає писати нотатки, тому не збережено нічого. Приберіть нотатку або покличте фахівця супроводу.
office-not-allowed-see-sensitive = Ваша роль не дає ставити чутливі категорії, тому не збережено нічого. Приберіть категорію або покличте фахівця супроводу.
office-not-allowed-register = Ваша роль не дає реєструвати сім’ї, нічого не записано. Зверніться до приймальні.
office-not-allowed-edit = Ваша роль не дає змінювати картки, нічого не змінено. Зверніться до приймальні.
office-not-allowed-see-history = Ваша роль не дає бачити історію, нічого не змінено. Зверніться до адміністратора.
office-not-allowed-import = Ваша роль не дає завантажувати дані з файлу, нічого не записано. Зверніться до адміністратора.
office-not-allowed-export = Ваша роль не дає вивантажувати дані, файл не створено. Зверніться до керівника.
office-not-allowed-manage-staff = Працівників і паролі змінює лише адміністратор, нічого не змінено.
office-not-allowed-manage-office = Налаштування й довідники змінює лише адміністратор, нічого не змінено.

office-no-such-family = Такої сім’ї в обліку немає, нічого не змінено. Знайдіть її пошуком ще раз.
office-no-such-person = Такої людини в обліку немає, нічого не записано. Знайдіть її пошуком ще раз.
office-no-head = У сім’ї немає голови, її ще не збережено. Оберіть голову в колонці «ким є».
office-two-heads = У сім’ї два голови, її ще не збережено. Залиште одного в колонці «ким є».
office-name-missing = У рядку { $row } немає прізвища або імені, сім’ю ще не збережено. Допишіть їх.
office-paper-taken = Документ { $number } уже є в обліку, нічого не збережено. Перевірте номер.
office-paper-taken-owner = Документ { $number } уже має { $owner }, нічого не збережено. Перевірте номер або відкрийте ту картку.
office-paper-taken-family = Документ { $number } уже має { $owner }, сім’я № { $family }, нічого не збережено. Перевірте номер або відкрийте ту картку.
office-conflicts = { $count ->
    [one] Поки ви писали, за іншим столом змінили те саме поле.
    [few] Поки ви писали, за іншим столом змінили ті самі { $count } поля.
   *[many] Поки ви писали, за іншим столом змінили ті самі { $count } полів.
} Ваше ще не збережено: оберіть, що залишити.
office-unknown-category = Категорії «{ $code }» у довіднику немає, нічого не записано. Виправте її або додайте до довідника.
office-key-twice = Ключ особи «{ $key }» стоїть у сім’ї двічі, нічого не записано. Залиште один рядок.
office-key-mismatch = Ключ особи «{ $key }» стоїть у файлі біля різних імен або дат народження, нічого не записано. Дайте кожній особі свій ключ.
office-login-taken = Такий логін уже є, працівника не додано. Придумайте інший.
office-login-shape = Логін складається з літер, цифр, крапки, дефіса й підкреслення, до 40 знаків; працівника не додано. Виправте логін.
office-weak-password = Пароль закороткий або надто простий, його не змінено. Потрібно щонайменше 10 знаків, не всі однакові, і не логін.
office-no-such-staff = Такого працівника немає, або він вимкнений; нічого не змінено. Оновіть список.
office-last-administrator = Це останній адміністратор, його залишено. Спершу дайте роль адміністратора ще комусь.

# Слова історії.
deed-office-founded = облік створено
deed-office-recovered = вхід за паперовим ключем
deed-signed-in = вхід
deed-family-registered = зареєстровано
deed-family-corrected = змінено
deed-family-imported = завантажено з файлу
deed-family-reimported = доповнено з файлу
deed-family-viewed = відкрито картку
deed-family-glanced = переглянуто побіжно
deed-person-imported = завантажено з файлу
deed-person-reimported = доповнено з файлу
deed-register-imported = завантаження з файлу
deed-register-exported = вивантаження обліку
deed-staff-added = додано працівника
deed-staff-role-changed = змінено роль
deed-staff-password-set = змінено пароль
deed-staff-disabled = вимкнено працівника

# Поля картки.
field-key = ключ у списку
field-registered-on = на обліку з
field-closed-on = знято з обліку
field-actual-settlement = живе: населений пункт
field-actual-district = живе: старостинський округ
field-actual-street = живе: вулиця
field-actual-building = живе: будинок
field-actual-flat = живе: квартира
field-registered-settlement = зареєстровано: населений пункт
field-registered-district = зареєстровано: старостинський округ
field-registered-street = зареєстровано: вулиця
field-registered-building = зареєстровано: будинок
field-registered-flat = зареєстровано: квартира
field-origin-settlement = звідки: населений пункт
field-origin-district = звідки: старостинський округ
field-origin-street = звідки: вулиця
field-origin-building = звідки: будинок
field-origin-flat = звідки: квартира
field-member = член сім’ї
field-relation = ким є
field-surname = прізвище
field-given-name = ім’я
field-patronymic = по батькові
field-sex = стать
field-birth-date = дата народження
field-consent = згода
field-clothes-size = розмір одягу
field-shoes-size = розмір взуття
field-note = нотатка
field-phone = телефон
field-document = документ
field-category = категорія
