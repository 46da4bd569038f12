# Папери: друк, файли, назви й колонки актів, відомостей, карток.
print-title = Друк · { $name }
print-printer = на принтер
print-pdf = файл PDF
print-xlsx = таблиця XLSX
print-csv = таблиця CSV
print-txt = текст, щоб дописати
print-show = відкрити записаний файл
print-hint = Файл ляже у ваші документи, читати його зможете лише ви.
print-printing = Друкую…
print-writing = Записую…
print-written = Записано:
print-printed = Надруковано: { $name }.
print-keys = цифра або Enter вибрати · Esc назад

paper-no-printing = На цьому комп’ютері немає друку (команди lp): папір не надруковано, усе записане лишилося. Натисніть 2, щоб мати PDF.
paper-printing-refused = Принтер не прийняв паперу ({ $reason }), усе записане лишилося. Перевірте принтер і натисніть 1 ще раз або 2 для PDF.
paper-not-drawn = Папір не вдалося скласти ({ $reason }), файлу немає, усе записане лишилося. Спробуйте ще раз.
paper-not-written = Файл не записано ({ $reason }), у програмі все лишилося. Звільніть місце або перевірте теку документів і спробуйте ще раз.
paper-not-shown = На цьому комп’ютері немає чим відкрити { $path }, файл записано. Відкрийте його з теки документів.

paper-copy = копія
paper-signature = (підпис)
paper-page = стор. { $page } з { $all }

deed-paper-given = видано папір

paper-family-title = Картка сім’ї
paper-family-file = Картка сім’ї { $number }
paper-family-registered = На обліку з
paper-column-name = Прізвище, ім’я, по батькові
paper-column-relation = Ким є
paper-column-birth = Народження

# Папери: що центр установив.
field-setting-paper-titles = назви паперів
field-setting-paper-signers = хто підписує папери
field-setting-paper-columns = колонки відомості
field-setting-paper-legal = закон у кінці актів
setting-changed-paper-titles = Поки форма була відкрита, назви паперів змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-paper-signers = Поки форма була відкрита, підписи на паперах змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-paper-columns = Поки форма була відкрита, колонки відомості змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-paper-legal = Поки форма була відкрита, закон на актах змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
form-setting-paper-titles = Назви паперів
form-setting-paper-titles-hint = Через «;»: акт видачі; відомість; надходження; списання; переміщення; опис. Порожнє місце — назва програми.
form-setting-paper-signers = Ще підписують
form-setting-paper-signers-hint = Посада: ім’я, кілька через «;». Ці рядки для підпису стоять на кожному акті й відомості.
form-setting-paper-columns = Колонки відомості
form-setting-paper-columns-hint = Через «;»: документ, категорія, склад сім’ї, вага, дата, акт. Інше слово — порожня колонка, щоб дописати рукою.
form-setting-paper-legal = Закон на актах
form-setting-paper-legal-hint = Рядок дрібним шрифтом у кінці акта й відомості.
paper-legal-default = Закон України «Про гуманітарну допомогу» № 1192-XIV · постанова КМУ № 953 від 05.09.2023
paper-columns-default = документ; склад сім’ї; вага

paper-title-issue = Акт приймання-передачі
paper-title-distribution = Відомість видачі
paper-title-receipt = Акт надходження
paper-title-write-off = Акт списання
paper-title-transfer = Акт переміщення
paper-title-count-sheet = Інвентаризаційний опис
paper-title-assembly = Акт комплектування наборів
paper-title-disassembly = Акт розкомплектування наборів
paper-title-count = Акт інвентаризаційних різниць
paper-title-reversal = Акт сторнування
paper-title-balances = Залишки
paper-title-movements = Рух: { $item }
paper-title-donor = Звіт благодійникові
paper-file-act = Акт { $number }
paper-file-distribution = Відомість { $from } — { $until }
paper-file-count = Опис { $day }
paper-file-balances = Залишки { $day }
paper-file-movements = Рух { $item }
paper-file-donor = Благодійник { $partner }
paper-file-thanks = Подяка { $partner }
paper-thanks-goods = Щиро дякуємо за допомогу, яку ви передали з { $from } до { $until }: { $goods }.
paper-thanks-nothing = Щиро дякуємо за вашу готовність допомагати.
paper-thanks-end = Цінуємо вашу підтримку й сподіваємося на подальшу співпрацю.

paper-fact-place = Склад
paper-fact-from = Звідки
paper-fact-to = Куди
paper-fact-gave = Передав
paper-fact-took = Прийняв
paper-fact-recipient = Отримувач
paper-fact-number = Номер сім’ї
paper-fact-household = Склад сім’ї
paper-household = { $adults } дор., { $children } діт.
paper-fact-programme = Програма
paper-fact-ground = Підстава
paper-ground-hidden = право перевірено
paper-fact-campaign = Акція
paper-fact-collector = Отримав(-ла)
paper-fact-document = Документ
paper-fact-reason = Причина
paper-fact-reverses = Сторнує акт
paper-fact-reversed = Сторновано актом
paper-fact-period = Період
paper-fact-edrpou = { $name }, код ЄДРПОУ { $code }
paper-whole-office = усі склади
paper-storeroom = склад

paper-column-line = №
paper-column-item = Найменування
paper-column-unit = Од.
paper-column-quantity = Кількість
paper-column-weight = Вага, кг
paper-column-came = Надійшло
paper-column-went = Вибуло
paper-column-note = Примітка
paper-column-recipient = Отримувач
paper-column-document = Документ
paper-column-category = Категорія
paper-column-household = Склад сім’ї
paper-column-date = Дата
paper-column-act = Акт
paper-column-goods = Видано
paper-column-signature = Підпис
paper-column-expected = За обліком
paper-column-counted = Фактично
paper-column-difference = Різниця
paper-column-expires = Придатне до
paper-column-days = Днів запасу
paper-column-what = Що
paper-column-who = Хто
paper-column-balance = Залишок
paper-column-given = Видано
paper-column-in-kits = У наборах
paper-column-written-off = Списано
paper-column-left = Лишилося
# Слова, якими у налаштуваннях вибирають колонки відомості.
paper-pick-document = документ
paper-pick-category = категорія
paper-pick-household = склад сім’ї
paper-pick-weight = вага
paper-pick-date = дата
paper-pick-act = акт

paper-unit-pc = шт.
paper-unit-pair = пара
paper-unit-kg = кг
paper-unit-kit = набір
paper-amount-pc = { $count } шт.
paper-amount-pair = { $count ->
    [one] { $count } пара
    [few] { $count } пари
   *[other] { $count } пар
}
paper-amount-kit = { $count ->
    [one] { $count } набір
    [few] { $count } набори
   *[other] { $count } наборів
}
paper-total = Разом
paper-kit-holds = до набору: { $parts }
paper-closing-lines = Усього найменувань: { $count } ({ $words }).
paper-closing-pc = Штук: { $count } ({ $words }).
paper-closing-pair = Пар: { $count } ({ $words }).
paper-closing-kit = Наборів: { $count } ({ $words }).
paper-closing-weight = Загальна вага: { $kilograms } кг ({ $words }).
paper-closing-recipients = Отримувачів: { $count } ({ $words }).
paper-sign-gave = Видав(-ла)
paper-sign-got = Отримав(-ла)
paper-sign-handed = Передав(-ла)
paper-sign-accepted = Прийняв(-ла)
paper-sign-responsible = Матеріально відповідальна особа
paper-sign-counted = Порахував(-ла)
paper-sign-approved = Підтвердив(-ла)
paper-kind-receipt = надходження
paper-kind-issue = видача
paper-kind-write-off = списання
paper-kind-assembly = комплектування
paper-kind-disassembly = розкомплектування
paper-kind-transfer = переміщення
paper-kind-count = інвентаризація
paper-kind-reversal = сторнування
paper-donor-families = Допомогу отримали сімей: { $families }, дітей у них: { $children }, людей разом: { $people }, організацій: { $organisations }.
paper-donor-category = { $category }: { $count }.
paper-donor-weight = Загальна вага отриманого: { $kilograms } кг.

# Файли надходжень і видач.
exchange-expected-past-date = дата РРРР-ММ-ДД або ДД.ММ.РРРР, не пізніше за сьогодні
exchange-expected-item = код або назва з довідника речей, наприклад food_kit; нову річ спершу додайте: stiika catalogue add item КОД НАЗВА
exchange-expected-quantity = кількість: ціле число або кілограми (4,2); від’ємна — списання
exchange-expected-quantity-above = кількість, більша за нуль: ціле число або кілограми (4,2)
exchange-expected-quantity-kg = кілограми, наприклад 4,2
exchange-expected-quantity-pieces = ціле число
exchange-expected-unit = pc, pair, kg або kit (шт, пара, кг, набір), як у довіднику
exchange-expected-weight = вага в кілограмах, наприклад 12,5
exchange-expected-partner = код або назва з довідника партнерів; нового спершу додайте: stiika catalogue add partner КОД НАЗВА
exchange-expected-programme = код або назва з довідника програм; нову спершу додайте: stiika catalogue add programme КОД НАЗВА
exchange-expected-known-family = ключ або номер сім’ї, яка є в обліку
exchange-expected-known-person = ключ людини, яка є в обліку
exchange-expected-known-campaign = ключ акції, яка є в центрі
exchange-expected-recipient = один отримувач: сім’я, особа або організація
exchange-expected-campaign-once = та сама сім’я на акції лише раз
exchange-fault-past-date = { exchange-cell } — очікується { exchange-expected-past-date }
exchange-fault-item = { exchange-cell } — очікується { exchange-expected-item }
exchange-fault-quantity = { exchange-cell } — очікується { exchange-expected-quantity }
exchange-fault-quantity-above = { exchange-cell } — очікується { exchange-expected-quantity-above }
exchange-fault-quantity-kg = { exchange-cell } — очікується { exchange-expected-quantity-kg }
exchange-fault-quantity-pieces = { exchange-cell } — очікується { exchange-expected-quantity-pieces }
exchange-fault-unit = { exchange-cell } — очікується { exchange-expected-unit }
exchange-fault-weight = { exchange-cell } — очікується { exchange-expected-weight }
exchange-fault-partner = { exchange-cell } — очікується { exchange-expected-partner }
exchange-fault-programme = { exchange-cell } — очікується { exchange-expected-programme }
exchange-fault-known-family = { exchange-cell } — очікується { exchange-expected-known-family }
exchange-fault-known-person = { exchange-cell } — очікується { exchange-expected-known-person }
exchange-fault-known-campaign = { exchange-cell } — очікується { exchange-expected-known-campaign }
exchange-fault-recipient = { exchange-cell } — очікується { exchange-expected-recipient }
exchange-fault-campaign-once = { exchange-cell } — очікується { exchange-expected-campaign-once }
exchange-fault-key-once = { exchange-cell } — цей ключ уже є в рядку { $other }
exchange-fault-same-act = { exchange-cell } — очікується те саме, що в рядку { $other } цього акта
exchange-fault-unit-of-item = { exchange-cell } — цю річ лічать інакше: очікується { $unit }
exchange-fault-in-stock = { exchange-cell } — стільки на той день не було або забракло б пізніше: можна щонайбільше { $left } { $unit ->
    [kg] кг
    [pair] пар
    [kit] наб.
   *[other] шт.
}
exchange-fault-key-unchanged = { exchange-cell } — такий ключ у центрі вже має інший запис; очікується той самий день, отримувач, річ і кількість
deed-stock-imported = надходження взято з файлу
deed-aid-imported = видачі взято з файлу
deed-stock-exported = надходження вивантажено у файл
deed-aid-exported = видачі вивантажено у файл
cli-import-goods-done = Записано актів: { $added }, без змін: { $unchanged }.
cli-import-goods-would = Перевірено, нічого не записано. Буде записано актів: { $added }, без змін: { $unchanged }.
cli-import-goods-nothing = Нічого не змінилося: актів { $unchanged } у файлі вже є в центрі.
cli-export-goods-done = Вивантажено рядків: { $count }.
cli-help-columns-stock = Стовпці файлу stock:
cli-help-columns-aid = Стовпці файлу aid:
