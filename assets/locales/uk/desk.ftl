# The search, the family form, the card, the history.

# Search
home-search = Пошук
home-search-hint = ім’я, телефон, документ, адреса, №
home-search-hint-names = прізвище, ім’я або № сім’ї
home-empty = Наберіть прізвище, телефон, документ, адресу чи номер. Нова сім’я — F7.
home-empty-find = Наберіть прізвище, ім’я або номер сім’ї.
home-nothing-found = Нікого не знайдено. F7 — зареєструвати: набране вже стоятиме у формі. Esc — стерти.
home-nothing-found-find = Нікого не знайдено. Нову сім’ю реєструє приймальня. Esc — стерти.
home-searching = Шукаю…
home-exact = Точні збіги
home-close = Схожі
home-single = особа
home-closed = закрито

home-today = Сьогодні
home-registered = нових сімей
home-corrected = змінено карток
home-families = сімей на обліку
home-people = людей у них

years-short = { $count } р.
since-day = з { $day }
until-day = до { $day }

# Card
card-loading = Відкриваю картку…
card-registered-on = на обліку з { $day }
card-closed-on = закрито { $day }
card-members = Члени сім’ї
card-categories = Категорії
card-addresses = Адреси
card-phones = Телефони
card-papers = Документи
card-note = Нотатка
card-consent = Згода на обробку даних
card-consent-law = за законом, без згоди
card-consent-none = немає
card-contacts-hidden = Телефони, адреси й документи ваша роль не показує.
card-timeline = Що відбувалося

warning-check-digit = остання цифра мала б бути { $expected }, а стоїть { $found }
warning-birth-date = за номером дата народження { $day }
warning-sex = за номером стать { $sex }

# History
history-title = Хто, коли і що змінював
history-loading = Читаю журнал…
history-nothing = нічого

# Family form
form-new-family = Нова сім’я
form-correct-family = Зміна
form-head-changed = Голова тепер { $new }. Ким доводиться { $old }, скажіть у її чи його рядку: F4.
form-saving = Зберігаю…
form-nothing-to-remove = Спершу оберіть запис: у списку стрілкою ← або ↑, тоді F8.

form-surname = Прізвище
form-surname-hint = Прізвище, як у документі. PgDn — далі до адреси, F2 — зберегти.
form-given = Ім’я
form-given-hint = Ім’я повністю.
form-patronymic = По батькові
form-patronymic-hint = По батькові; якщо немає — лишіть порожнім.
form-birth = Нар.
form-birth-hint = 12031987, 12.03.1987 або лише рік.
form-sex = Стать
form-sex-hint = Пробіл або літера: ж, ч.
form-phones = Телефони
form-phones-hint = Номер і Enter; наступний так само. ← обирає записаний, F8 забирає.
form-papers = Документи
form-papers-hint = КС123456, 3184710691 … вид розпізнається сам; інакше: «впо 0710-123», «посвідчення УБД 12».
form-settlement = Нас. пункт
form-settlement-hint = Перші літери, стрілка, Enter. Своя громада стоїть першою.
form-district = Старостат
form-district-hint = Старостинський округ, якщо село.
form-street = Вулиця
form-street-hint = Можна одним рядком: Кравчука 19г кв 5.
form-building = Буд.
form-building-hint = Будинок.
form-flat = Кв.
form-flat-hint = Квартира.
form-origin = Приїхали з
form-origin-hint = Звідки переїхала сім’я ВПО: населений пункт, за комою вулиця.
form-registered = Реєстрація
form-registered-hint = Зареєстроване місце проживання, якщо інше: м. Луцьк, Кравчука 19г, 5.
form-family-categories = Категорії
form-family-categories-hint = «впо 24022022 довідка 0710-1» і Enter; дата й підстава за бажанням.
form-categories = Категорії
form-categories-hint = Власні категорії людини: «сирота 01092023 рішення 12» і Enter.
form-consent = Згода
form-consent-hint = Дата згоди на обробку даних, за пробілом хто підписав; або «закон».
form-consent-law = закон
form-registered-on = Облік з
form-registered-on-hint = Перший день на обліку.
form-clothes-size = Одяг
form-clothes-size-hint = розмір одягу, як на бирці: 122-128, M, 48
form-shoes-size = Взуття
form-shoes-size-hint = розмір взуття: 31
sizes-clothes = одяг { $size }
sizes-shoes = взуття { $size }
card-sizes = Розміри
person-sizes = Розміри
form-note = Нотатка
form-note-hint = Бачать лише супровід і адміністратор; у списки не потрапляє.
form-relation = Хто в сім’ї
form-relation-hint = Пробіл або перша літера.
form-members = Члени сім’ї, крім голови
form-members-hint = «син Петро 12032015» і Enter; прізвище підставиться. ↑ обирає, F4 — усе про людину, F8 — забрати.
form-members-empty = син Петро 12032015 — Enter, і наступний

fault-name-missing = Прізвище та ім’я мають бути: без них людину не знайти. Нічого не збережено, допишіть їх.
fault-phone = Це не схоже на телефон. Потрібно десять цифр, що починаються з 0, або номер із плюсом.
fault-paper = Не впізнаю документ. Паспорт КС123456, ID-картка 9 цифр, РНОКПП 10; інші — з видом: «впо 0710-123456».
fault-category = Немає такої категорії. Наберіть перші літери й оберіть зі списку.
fault-member = Тут потрібне щонайменше ім’я: «син Петро 12032015».
fault-date-shape = Це не дата. Наберіть 12031987 або 12.03.1987.
fault-date-no-such-day = Такого дня в календарі немає.
fault-date-odd-year = Рік має бути від 1900.
fault-date-future = Ця дата ще не настала.

warning-name-russian = Літери ы, ъ, э, ё: чи так у документі?
warning-name-mixed = Латинські й українські літери в одному слові.
warning-name-digits = В імені є цифри.
warning-name-long = Незвично довге ім’я.
warning-patronymic-sex = По батькові говорить про іншу стать.

likely-title = Чи не ця сім’я?
likely-title-f3 = Чи не ця сім’я вже на обліку? F3 — відкрити
likely-none = Схожих на обліку немає.
likely-f3 = F3 — відкрити обрану замість нової. Зберегти можна однаково.

registered = Збережено: { $name }, номер сім’ї { $number }.
corrected = Збережено.

discard-title = Незбережена форма
discard-question = Набране у формі ще не збережено. Викинути його?
discard-stay = Лишитися
discard-discard = Викинути

conflict-title = Цю картку щойно змінили за іншим столом
conflict-intro = Ці поля змінили обидва. Оберіть, чиє лишити; решта ваших змін збережеться в будь-якому разі.
conflict-there = там: { $value }
conflict-here = у вас: { $value }
conflict-keys = ← їхнє · → моє · − усе їхнє · + усе моє · Enter — зберегти · Esc — назад до форми
