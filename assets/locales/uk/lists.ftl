# Списки обліку: умови, рядки, збережені фільтри, іменовані списки, дії з багатьма сім’ями.
right-see-lists = відбирати сім’ї списками
office-not-allowed-see-lists = Ваша роль не дає відбирати сім’ї списками, нічого не показано й не змінено. Зверніться до адміністратора.

command-lists = Списки
command-lists-help = відібрати сім’ї за умовами, порахувати, вивантажити, зробити щось з усіма
command-save-filter = Запис
command-save-filter-help = зберегти умови під назвою
command-conditions = Умови
command-conditions-help = до умов списку й назад до рядків
command-take-out = Забрати
command-take-out-help = забрати позначені сім’ї з показаного списку
command-saved-filters = Збережені умови
command-saved-filters-help = відкрити або прибрати збережені під назвою умови
command-named-lists = Іменовані списки
command-named-lists-help = відкрити, створити, перейменувати, прибрати список сімей
command-many-category = Категорія всім
command-many-category-help = дати категорію позначеним або всім знайденим сім’ям
command-many-note = Нотатка всім
command-many-note-help = дописати рядок у нотатку голови кожної сім’ї
command-many-put = Додати в список
command-many-put-help = зібрати позначені або всі знайдені сім’ї в іменований список
command-many-export = Вивантажити
command-many-export-help = записати позначені або всі знайдені сім’ї у файл CSV чи XLSX
command-list-order = Порядок
command-list-order-help = за іменем, номером, днем взяття на облік, останнім контактом; те саме роблять ← і →
command-clear-conditions = Без умов
command-clear-conditions-help = прибрати всі умови: знову всі сім’ї на обліку

screen-lists = списки
help-lists = Угорі умови, внизу сім’ї, які їм відповідають; їх кількість видно одразу, поки ви набираєте. Tab або F4 — до умов, Esc — до рядків. Enter або F3 відкриває картку. Ins позначає сім’ю; + на цифровій клавіатурі позначає всі знайдені, − знімає позначки, * міняє їх на протилежні; позначки лишаються, коли умови змінюються. ← і → міняють порядок. Дії в F9 стосуються позначених, а коли нічого не позначено — усіх знайдених, і про це ще раз питають. F2 зберігає умови під назвою.

lists-conditions = Умови
lists-conditions-closed = Tab або F4 — змінити умови
lists-counting = Рахую…
lists-still-counting = Список ще рахується. Зачекайте мить і натисніть ще раз.
lists-found = Знайдено: { $families }, { $people }, { $children }
lists-marked = позначено { $count }
lists-keys = Enter картка · Ins позначка · + усі · - жодна · * інші · ←→ порядок · Tab
lists-empty = Таких сімей немає. Tab — змінити умови, F9 «Без умов» — показати всі сім’ї на обліку.
lists-column-number = Номер
lists-column-head = Голова
lists-column-people = Людей
lists-column-categories = Категорії
lists-column-address = Живе
lists-column-registered = Облік
lists-column-contact = Контакт
lists-people = { $members } ({ $ages } р.)
lists-closed = знято

lists-whatever = —
lists-state-open = на обліку
lists-state-closed = зняті
lists-state-all = усі
lists-area-rural = село
lists-area-urban = місто
lists-missing-phone = телефону
lists-missing-birth-date = дати народження
lists-missing-address = адреси
lists-missing-settlement = населеного пункту
lists-missing-consent = згоди голови
lists-missing-papers = документів
lists-missing-patronymic = по батькові
lists-missing-sex = статі
lists-missing-category = категорій

form-lists-state = стан
form-lists-state-hint = Пробіл або ← →: на обліку, зняті, усі.
form-lists-area = де
form-lists-area-hint = Село — це і старостинський округ. Пробіл або ← → обирають.
form-lists-list = у списку
form-lists-list-hint = Іменований список сімей. Пробіл або ← → обирають.
form-lists-any = одна з
form-lists-any-hint = Має хоча б одну з цих категорій. Наберіть перші літери або оберіть стрілкою вниз, Enter.
form-lists-all = усі
form-lists-all-hint = Має кожну з цих категорій, сама сім’я або хтось у ній.
form-lists-none = жодної
form-lists-none-hint = Не має жодної з цих категорій.
form-lists-settlement = нас. пункт
form-lists-settlement-hint = Де сім’я живе. Пропонуються місця, що вже є на обліку.
form-lists-district = округ
form-lists-district-hint = Старостинський округ.
form-lists-street = вулиця
form-lists-street-hint = Частина назви вулиці.
form-lists-age = вік дитини
form-lists-age-hint = Є дитина такого віку: 6-11, 3+, 0-2 або 14.
form-lists-children = дітей
form-lists-children-hint = Скільки дітей до 18 років: 3+, 1-2 або 0.
form-lists-members = людей
form-lists-members-hint = Скільки людей у сім’ї: 5+, 1-2 або 4.
form-lists-from = на обліку з
form-lists-from-hint = Узяті на облік цього дня або пізніше: 01012026.
form-lists-to = до
form-lists-to-hint = Узяті на облік цього дня або раніше.
form-lists-day = категорії на день
form-lists-day-hint = Категорії мають бути чинні цього дня; порожньо — сьогодні.
form-lists-contact = контакт від
form-lists-contact-hint = Із сім’єю щось робили цього дня або пізніше.
form-lists-no-contact = без контакту від
form-lists-no-contact-hint = Із сім’єю нічого не робили від цього дня.
form-lists-missing = бракує
form-lists-missing-hint = У картці бракує хоча б чогось із цього. Стрілка вниз показує, що можна обрати.
form-lists-name = ім’я
form-lists-name-hint = Частини імені будь-кого із сім’ї: «шев окс».

lists-fault-unknown = Такого немає. Наберіть перші літери й оберіть зі списку.
lists-fault-span = Тут потрібне число або проміжок: 4, 6-11, 3+.
lists-fault-day = Це не дата. Наберіть 12032026 або 12.03.2026.
lists-fault-until = Останній день раніше за перший.

lists-words-open = на обліку
lists-words-closed = зняті з обліку
lists-words-all = зняті й на обліку
lists-words-every = є й { $value }
lists-words-any = є { $value }
lists-words-none = без { $value }
lists-words-day = на { $value }
lists-words-place = { $value }
lists-words-district = округ { $value }
lists-words-street = вул. «{ $value }»
lists-words-age = є дитина { $value } р.
lists-words-children = дітей { $value }
lists-words-members = людей { $value }
lists-words-registered = облік { $value }
lists-words-contact = контакт від { $value }
lists-words-no-contact = без контакту від { $value }
lists-words-missing = бракує: { $value }
lists-words-name = ім’я «{ $value }»
lists-words-list = у списку «{ $value }»

form-many-name = назва
form-many-name-hint = Коротко, щоб упізнали й інші: «ВПО з дітьми, село».
form-many-category = категорія
form-many-category-hint = Наберіть перші літери й оберіть зі списку.
form-many-since = з
form-many-since-hint = Перший день; можна лишити порожнім.
form-many-until = до
form-many-until-hint = Останній день; порожньо — безстроково.
form-many-basis = підстава
form-many-basis-hint = Документ, що її дає: «рішення № 12 від 01.11.2026».
form-many-note = рядок
form-many-note-hint = Дописується новим рядком у нотатку голови кожної сім’ї.
form-many-list = список
form-many-list-hint = Оберіть наявний список стрілкою вниз або наберіть назву нового.
form-many-file = файл
form-many-file-hint = Назва з .csv або .xlsx. Без теки файл ляже до документів. У ньому особисті дані без шифру.

lists-title-save-filter = Зберегти умови
lists-title-new-list = Новий список
lists-title-rename-list = Інша назва списку
lists-title-category = Категорія багатьом сім’ям
lists-title-note = Нотатка багатьом сім’ям
lists-title-put = До списку
lists-title-export = Вивантажити сім’ї
lists-for-marked = Позначених сімей: { $count }.
lists-for-all = Нічого не позначено: буде для всіх знайдених сімей, { $count }.
lists-all-question = { $count ->
    [one] Нічого не позначено. Зробити це з { $count } знайденою сім’єю?
    [few] Нічого не позначено. Зробити це з усіма { $count } знайденими сім’ями?
   *[many] Нічого не позначено. Зробити це з усіма { $count } знайденими сім’ями?
}
lists-all-do = З усіма
lists-leave-alone = Нічого не робити
lists-working = Роблю…
lists-progress = Зроблено { $done } з { $all }…
lists-file-name = сім’ї-{ $moment }.xlsx

lists-done-category = { $count ->
    [one] Категорію отримала { $count } сім’я.
    [few] Категорію отримали { $count } сім’ї.
   *[many] Категорію отримали { $count } сімей.
}
lists-done-note = { $count ->
    [one] Рядок дописано { $count } сім’ї.
    [few] Рядок дописано { $count } сім’ям.
   *[many] Рядок дописано { $count } сім’ям.
}
lists-done-put = { $count ->
    [one] До списку додано { $count } сім’ю.
    [few] До списку додано { $count } сім’ї.
   *[many] До списку додано { $count } сімей.
}
lists-done-export = { $count ->
    [one] Записано { $count } сім’ю
    [few] Записано { $count } сім’ї
   *[many] Записано { $count } сімей
} у файл { $path }
lists-done-rest = { $count ->
    [one] Ще { $count } сім’я це вже мала.
    [few] Ще { $count } сім’ї це вже мали.
   *[many] Ще { $count } сімей це вже мали.
}
lists-kept = Збережено: { $name }.
lists-removed = Прибрано.
lists-taken-out = { $count ->
    [one] Зі списку забрано { $count } сім’ю.
    [few] Зі списку забрано { $count } сім’ї.
   *[many] Зі списку забрано { $count } сімей.
}

lists-take-out-title = Забрати зі списку
lists-take-out-question = { $count ->
    [one] Забрати { $count } сім’ю зі списку «{ $list }»? На обліку вона лишиться.
    [few] Забрати { $count } сім’ї зі списку «{ $list }»? На обліку вони лишаться.
   *[many] Забрати { $count } сімей зі списку «{ $list }»? На обліку вони лишаться.
}
lists-take-out-do = Забрати
lists-leave-question = { $count ->
    [one] Позначено { $count } сім’ю. Якщо вийти, позначка зникне.
    [few] Позначено { $count } сім’ї. Якщо вийти, позначки зникнуть.
   *[many] Позначено { $count } сімей. Якщо вийти, позначки зникнуть.
}
lists-remove-title = Прибрати
lists-remove-filter = Прибрати збережені умови «{ $name }»? Сімей це не змінить.
lists-remove-list = Прибрати список «{ $name }»? Сім’ї лишаться на обліку.
lists-remove-do = Прибрати
lists-filters-keys = Enter відкрити · F8 прибрати · Esc назад
lists-lists-keys = Enter відкрити · F7 новий · F4 назва · F8 прибрати · Esc назад
lists-no-filters = Збережених умов ще немає. Наберіть умови у списку й натисніть F2.
lists-no-lists = Списків ще немає. F7 — новий, або позначте сім’ї й додайте їх через F9 «Додати в список».
lists-made = від { $day }
lists-restricted = обмежений

lists-no-such-list = Такого списку немає, нічого не змінено. Відкрийте списки ще раз.
lists-name-taken = Назва «{ $name }» уже зайнята, нічого не збережено. Придумайте іншу.
lists-name-empty = Без назви зберегти не можна, нічого не збережено. Наберіть назву.
lists-note-empty = Рядок порожній, нічого не записано. Напишіть його.
lists-nothing-chosen = Немає сімей, з якими це зробити, нічого не змінено. Змініть умови або позначте сім’ї (Ins).
lists-changed = Поки ви думали, список змінився: було { $told }, тепер { $now }; нічого не зроблено. Гляньте на нього й повторіть.
lists-no-list-shown = Забирати можна лише зі списку: відкрийте його через F9 «Іменовані списки».
lists-file-empty = Без назви файлу вивантажити не можна. Наберіть її.
lists-file-format = Назва має закінчуватися на .csv або .xlsx: { $path }. Файл не створено.
lists-file-exists = Файл { $path } уже є, його не зачеплено й нового не створено. Дайте іншу назву.
lists-file-folder = Теки для файлу { $path } немає, файл не створено. Виправте шлях.

deed-filter-saved = збережено умови списку
deed-filter-removed = прибрано умови списку
deed-list-made = створено список
deed-list-renamed = перейменовано список
deed-list-removed = прибрано список
deed-families-categorised = категорія багатьом сім’ям
deed-family-categorised = додано категорію
deed-families-noted = нотатка багатьом сім’ям
deed-family-noted = дописано нотатку
deed-families-listed = сім’ї додано до списку
deed-family-listed = додано до списку
deed-families-unlisted = сім’ї забрано зі списку
deed-family-unlisted = забрано зі списку
deed-families-exported = вивантажено сім’ї
deed-family-exported = вивантажено у файл
