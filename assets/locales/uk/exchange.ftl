# Файли: що не так і чого очікували.

exchange-cell = Рядок { $row }, стовпець { $column }: «{ $value }»

# Що очікується у клітинці.
exchange-expected-text = текст до 500 знаків
exchange-expected-note = текст до 30 000 знаків
exchange-expected-relation = head, spouse, son, daughter, mother, father, guardian, ward, foster_child, grandmother, grandfather, other або українське слово: голова, дружина, син
exchange-expected-sex = f або m (ж або ч)
exchange-expected-birth = дата РРРР-ММ-ДД або ДД.ММ.РРРР чи лише рік, не пізніше за сьогодні
exchange-expected-date = дата РРРР-ММ-ДД або ДД.ММ.РРРР
exchange-expected-phone = телефон: 0671234567, +380671234567 або іноземний із «+»; кілька — через «;»
exchange-expected-rnokpp = десять цифр
exchange-expected-document = вид:номер, наприклад passport:КС123456; кілька — через «;»; види: passport, id_card, rnokpp, unzr, birth_certificate, idp_certificate, certificate
exchange-expected-settlement = назва населеного пункту або його код за КАТОТТГ
exchange-expected-categories = код, код@з або код@з..до, наприклад military@2022-02-24..2023-12-31; кілька — через «;»
exchange-expected-consent = дата РРРР-ММ-ДД або ДД.ММ.РРРР чи слово law, якщо підстава — закон

# Що означає стовпець.
exchange-column-family = ключ сім’ї в обліку центру; порожньо — людина без сім’ї
exchange-column-person = ключ людини в обліку центру
exchange-column-relation = ким є у сім’ї; порожньо — перша людина стає головою
exchange-column-surname = прізвище
exchange-column-given-name = ім’я
exchange-column-patronymic = по батькові
exchange-column-sex = стать
exchange-column-birth-date = дата народження
exchange-column-phone = телефон
exchange-column-rnokpp = РНОКПП
exchange-column-document = інші документи
exchange-column-settlement = населений пункт, де живе сім’я (з рядка голови)
exchange-column-starosta-district = старостинський округ
exchange-column-street = вулиця
exchange-column-building = будинок
exchange-column-flat = квартира
exchange-column-categories = категорії
exchange-column-registered-on = перший день на обліку; порожньо — сьогодні
exchange-column-closed-on = день, з якого сім’ю знято з обліку
exchange-column-consent-on = день згоди на обробку персональних даних
exchange-column-note = примітка

# Клітинка не така, як очікувалося.
exchange-fault-text = { exchange-cell } — очікується { exchange-expected-text }
exchange-fault-note = { exchange-cell } — очікується { exchange-expected-note }
exchange-fault-relation = { exchange-cell } — очікується { exchange-expected-relation }
exchange-fault-sex = { exchange-cell } — очікується { exchange-expected-sex }
exchange-fault-birth = { exchange-cell } — очікується { exchange-expected-birth }
exchange-fault-date = { exchange-cell } — очікується { exchange-expected-date }
exchange-fault-phone = { exchange-cell } — очікується { exchange-expected-phone }
exchange-fault-rnokpp = { exchange-cell } — очікується { exchange-expected-rnokpp }
exchange-fault-document = { exchange-cell } — очікується { exchange-expected-document }
exchange-fault-settlement = { exchange-cell } — очікується { exchange-expected-settlement }
exchange-fault-categories = { exchange-cell } — очікується { exchange-expected-categories }
exchange-fault-consent = { exchange-cell } — очікується { exchange-expected-consent }
exchange-fault-something = Рядок { $row }, стовпець { $column }: порожньо — тут потрібне значення
exchange-fault-heading = Рядок { $row }: немає стовпця { $column } — він обов’язковий
exchange-fault-heading-once = Рядок { $row }, стовпець { $column }: такий стовпець уже є — залиште один
exchange-fault-known-heading = Рядок { $row }, стовпець { $column }: невідома назва стовпця — виправте її або приберіть стовпець
exchange-fault-cell-under-heading = { exchange-cell } — над клітинкою немає назви стовпця; дайте назву або очистьте клітинку
exchange-fault-value = { exchange-cell } — очікується значення, а формула у клітинці дала помилку
exchange-fault-document-passport = { exchange-cell } — для паспорта очікується { document-shape-passport }
exchange-fault-document-id-card = { exchange-cell } — для ID-картки очікується { document-shape-id-card }
exchange-fault-document-rnokpp = { exchange-cell } — для РНОКПП очікується { document-shape-rnokpp }
exchange-fault-document-unzr = { exchange-cell } — для УНЗР очікується { document-shape-unzr }
exchange-fault-document-birth-certificate = { exchange-cell } — для свідоцтва про народження очікується { document-shape-birth-certificate }
exchange-fault-document-idp-certificate = { exchange-cell } — для довідки ВПО очікується { document-shape-idp-certificate }
exchange-fault-document-certificate = { exchange-cell } — для посвідчення очікується { document-shape-certificate }
exchange-fault-known-category = { exchange-cell } — очікується код із довідника категорій
exchange-fault-category-in-order = { exchange-cell } — категорія закінчується раніше, ніж починається
exchange-fault-known-place = { exchange-cell } — очікується код населеного пункту, який є в КАТОТТГ
exchange-fault-closed-after = { exchange-cell } — очікується день, не раніший за день взяття на облік ({ $since })
exchange-fault-same-as = { exchange-cell } — очікується те саме, що в рядку { $other } цієї сім’ї: { $said }
exchange-fault-one-head = { exchange-cell } — голова цієї сім’ї вже є в рядку { $other }
exchange-fault-person-once = { exchange-cell } — ця людина вже є в рядку { $other }

# Узято, але варто глянути.
exchange-notice-check-digit = { exchange-cell } — контрольна цифра мала б бути { $digit }, перевірте номер
exchange-notice-birth-date = { exchange-cell } — за цим номером дата народження { $says }, у рядку інша
exchange-notice-sex = { exchange-cell } — за цим номером стать { $says ->
    [f] жіноча
   *[m] чоловіча
}, у рядку інша
exchange-notice-place-as-typed = { exchange-cell } — такого населеного пункту в КАТОТТГ немає або їх кілька, залишено як написано
exchange-notice-address-not-taken = { exchange-cell } — адресу сім’ї взято з рядка { $other }, а ця інша
exchange-notice-head-chosen = { exchange-cell } — голови в сім’ї не вказано, головою стала ця людина
exchange-notice-odd-name = { exchange-cell } — перевірте написання: цифри або латинські літери серед українських
exchange-notice-only-for-families = { exchange-cell } — стосується лише сімей, для людини без сім’ї не взято

# Файл загалом.
exchange-file-missing = Такого файлу чи теки немає, нічого не змінено; перевірте назву.
exchange-file-unreadable = Файл не вдалося прочитати ({ $reason }), нічого не змінено; перевірте назву й дозволи.
exchange-file-empty = Файл порожній, нічого не змінено; потрібен рядок із назвами стовпців і рядки з даними.
exchange-file-too-large = Файл завеликий: понад { $limit } МБ разом із розпакованим; нічого не змінено, поділіть його на частини.
exchange-file-not-a-table = У файлі не таблиця й не текст, нічого не змінено; збережіть його як .xlsx або .csv.
exchange-file-old-workbook = Це таблиця старого формату .xls, нічого не змінено; відкрийте її та збережіть як .xlsx.
exchange-file-not-a-workbook = За назвою це книга таблиць, а всередині інше; нічого не змінено, збережіть файл як .xlsx або дайте назву .csv.
exchange-file-not-text = За назвою це текст, а всередині книга таблиць; нічого не змінено, дайте файлу назву .xlsx.
exchange-file-damaged = Книгу таблиць пошкоджено ({ $reason }), нічого не змінено; відкрийте її в табличній програмі та збережіть знову.
exchange-file-damaged-text = Текст пошкоджено: частину записано в іншому кодуванні; нічого не змінено, збережіть файл як UTF-8.
exchange-file-open-quote = Рядок { $row }: лапки відкрито й не закрито, нічого не змінено; закрийте їх або приберіть.
exchange-file-too-many-columns = Рядок { $row }: понад { $limit } стовпців, нічого не змінено; приберіть зайві.

exchange-export-file = Файл не вдалося записати ({ $reason }), попередній лишився як був; перевірте теку й вільне місце та повторіть.
exchange-export-workbook = У книгу таблиць це не вміщується ({ $reason }), файлу не створено; вивантажте у CSV.

exchange-fault-real-day = { exchange-cell } — такого дня немає в календарі; перевірте день і місяць
exchange-fault-real-year = { exchange-cell } — такого року не буває; потрібні чотири цифри, від 1900
exchange-notice-sex-of-patronymic = { exchange-cell } — по батькові говорить про іншу стать, ніж сказано в рядку; перевірте одне з двох
exchange-notice-odd-age = { exchange-cell } — дитина старша за голову сім’ї або батьки молодші (рядок { $other }); перевірте дати
exchange-notice-long-name = { exchange-cell } — ім’я надто довге; перевірте, чи в клітинці не щось інше
exchange-file-stopped = Читання зупинено; нічого не змінено.
