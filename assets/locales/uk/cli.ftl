# The command line: help, questions, results, faults.

cli-about = Стійка: термінал приймальні соціального центру над одним зашифрованим файлом
cli-about-demo = Створити навчальний центр із вигаданими людьми і відкрити його (логін demo, пароль demo)
cli-about-init = Створити порожній файл центру з першим адміністратором; ключ відновлення друкується один раз
cli-about-import = Завантажити дані з файлу CSV або XLSX: усе або нічого
cli-about-export = Вивантажити дані у файл із тими самими стовпцями, які читає import
cli-about-find = Знайти людей і сім’ї за ім’ям, телефоном, документом, датою, адресою чи номером
cli-about-staff = Працівники: хто тут працює і що кому дозволено
cli-about-staff-list = Показати всіх працівників, і вимкнених теж
cli-about-staff-add = Додати працівника
cli-about-staff-role = Дати працівникові іншу роль
cli-about-staff-disable = Вимкнути працівника: увійти він більше не зможе
cli-about-staff-password = Дати новий пароль: собі або, з правом керувати працівниками, іншому
cli-about-doctor = Перевірити термінал, файл, диск і рушій бази: що не так і як виправити
cli-about-recover = Увійти з паперовим ключем відновлення і дати працівникові новий пароль

cli-arg-db = файл центру (інакше STIIKA_DB, інакше office.stiika у теці даних користувача)
cli-arg-lang = мова: uk або en
cli-arg-help = показати цю довідку
cli-arg-version = показати версію
cli-arg-people = скільки людей вигадати (5000)
cli-arg-seed = зерно випадковості: те саме зерно того самого дня дає той самий центр (1)
cli-arg-no-open = лише створити, не відкривати
cli-arg-office = назва центру
cli-arg-community = громада: код за КАТОТТГ або назва
cli-arg-init-staff = логін першого адміністратора; разом зі змінною пароля ні про що не питає
cli-arg-name = ім’я працівника, як його показувати на екрані
cli-arg-staff = логін того, хто виконує команду; пароль — із STIIKA_PASSWORD_FILE, STIIKA_PASSWORD або з термінала
cli-arg-recover-staff = логін адміністратора, який отримає новий пароль
cli-arg-kind = що саме: families (сім’ї), stock (надходження й списання), aid (видачі), events (заняття), attendance (хто прийшов)
cli-arg-import-file = файл .csv (UTF-8 або Windows-1251, кома чи крапка з комою) або .xlsx
cli-arg-dry-run = лише перевірити й перелічити, нічого не записувати
cli-arg-format = csv або xlsx (інакше за назвою файлу, інакше csv)
cli-arg-output = куди записати; без цього — на стандартний вивід
cli-arg-query = що шукати; кілька слів — один запит
cli-arg-limit = скільки найкращих показати, від 1 до 1000 (20)
cli-arg-json = відповісти масивом JSON
cli-arg-stdin = читати запити зі стандартного вводу, по одному в рядку; на кожен — рядок JSON
cli-arg-login = логін працівника
cli-arg-role = роль: reception (приймальня), storekeeper (склад), trainer (тренер), case_worker (супровід), director (керівник), administrator (адміністратор)

cli-heading-usage = Використання:
cli-heading-commands = Команди:
cli-heading-arguments = Аргументи:
cli-heading-options = Параметри:
cli-help-columns = Стовпці файлу families; перший рядок — назви стовпців, * — обов’язковий:

cli-usage-command = Команди «{ $command }» немає; є: { $known }.
cli-usage-value-of = Для { $argument } не можна «{ $value }»; можна: { $valid }.
cli-usage-value = Для { $argument } не підходить «{ $value }».
cli-usage-value-missing = Після { $argument } бракує значення.
cli-usage-missing = Бракує: { $argument }.
cli-usage-conflict = { $argument } не поєднується з { $other }.
cli-usage-unknown = Параметра { $argument } немає.
cli-usage-no-command = Після цієї команди має бути ще одна.
cli-usage-other = Команду написано неправильно.
cli-usage-hint = Довідка: додайте { $help }.

cli-ask-login = Логін:
cli-ask-password = Пароль ({ $login }):
cli-ask-new-password = Новий пароль для { $login } (щонайменше 10 знаків):
cli-ask-again = Ще раз той самий пароль:
cli-ask-office = Назва центру:
cli-ask-community = Громада (код або назва; Enter — вказати пізніше):
cli-ask-name = Ім’я адміністратора на екрані:
cli-ask-paper = Ключ відновлення, рядок { $line } з { $lines }:

cli-office-unnamed = Центр соціальних служб
cli-init-done = Створено { $path }. Нижче — ключ відновлення: перепишіть його на папір і сховайте в сейф, удруге його не буде показано.
cli-recover-done = { $login } має новий пароль. Ключ відновлення лишається чинним.

cli-demo-office = Центр соціальних служб (навчальний)
cli-demo-name = Олена Навчальна
cli-demo-made = Навчальний центр створено: { $path } (логін demo, пароль demo)
cli-demo-progress = Вигадуємо людей…

cli-import-progress = Записуємо…
cli-import-done = Додано: { $added }, нових людей: { $people }; змінено записів: { $changed }, без змін: { $unchanged }.
cli-import-would = Перевірено, нічого не записано. Буде додано: { $added }, нових людей: { $people }; зміниться записів: { $changed }, без змін: { $unchanged }.
cli-import-nothing = Нічого не змінилося: { $families } і { $people } у файлі вже такі в обліку.
cli-import-fault = Рядок { $row }: { $what }
cli-import-refused = { $count ->
    [one] { $count } помилка; нічого не записано. Виправте файл і запустіть ще раз.
    [few] { $count } помилки; нічого не записано. Виправте файл і запустіть ще раз.
   *[many] { $count } помилок; нічого не записано. Виправте файл і запустіть ще раз.
}
cli-import-notices = { $count ->
    [one] { $count } зауваження: варто глянути, завантаженню не заважає.
    [few] { $count } зауваження: варто глянути, завантаженню не заважають.
   *[many] { $count } зауважень: варто глянути, завантаженню не заважають.
}
cli-import-notices-hint = { $count ->
    [one] { $count } зауваження; побачити його: додайте --dry-run.
    [few] { $count } зауваження; побачити їх: додайте --dry-run.
   *[many] { $count } зауважень; побачити їх: додайте --dry-run.
}
cli-export-done = Вивантажено: { $families }, { $people }.
cli-find-nothing = Нікого не знайдено.

cli-staff-added = Додано { $login } ({ $role }).
cli-staff-role = { $login } тепер має роль: { $role }.
cli-staff-disabled = { $login } більше не може увійти.
cli-staff-password = { $login } має новий пароль.
cli-staff-off-since = вимкнено з { $day }

cli-doctor-no-terminal = Вивід не на терміналі, тому термінал не перевірено
cli-doctor-term = Термінал { $term }
cli-doctor-term-wrong = Термінал «{ $term }» не вміє малювати екран: відкрийте Стійку у звичайному терміналі або задайте TERM=xterm-256color
cli-doctor-size = Розмір { $columns }×{ $rows }
cli-doctor-size-wrong = Розмір { $columns }×{ $rows } замалий: збільште вікно до 80×24 або зменште шрифт
cli-doctor-colours = Кольорів: { $colours }
cli-doctor-locale = Кодування { $locale }
cli-doctor-locale-wrong = Локаль «{ $locale }» не UTF-8, літери зіпсуються: задайте LANG=uk_UA.UTF-8
cli-doctor-engine = Стійка { $version }, SQLite { $sqlite }, SQLCipher { $cipher }
cli-doctor-engine-wrong = Рушій бази не годиться (SQLite { $sqlite }, SQLCipher { $cipher }): установіть Стійку { $version } заново з офіційного джерела
cli-doctor-file = Файл { $path } зашифровано, { $megabytes } МБ
cli-doctor-mode-wrong = { $path } доступний усім користувачам комп’ютера: виконайте chmod o-rwx для цього файлу
cli-doctor-keys = { $count ->
    [one] Файл ключів на місці: { $count } людина може увійти
    [few] Файл ключів на місці: { $count } людини можуть увійти
   *[many] Файл ключів на місці: { $count } людей можуть увійти
}
cli-doctor-keys-older = Файл ключів { $path } втрачено або зіпсовано, працює попередній: увійдіть адміністратором і змініть будь-чий пароль, щоб записати новий
cli-doctor-no-paper = Паперового ключа відновлення немає: якщо забути паролі, файл не відкриє ніхто
cli-doctor-folder = Тека { $path } на цьому комп’ютері, записувати можна
cli-doctor-free = Вільно на диску { $megabytes } МБ
cli-doctor-free-wrong = Вільно на диску лише { $megabytes } МБ: звільніть місце, інакше збереження зупиниться
cli-doctor-journal = { $count ->
    [one] Журнал цілий: { $count } запис
    [few] Журнал цілий: { $count } записи
   *[many] Журнал цілий: { $count } записів
}
cli-doctor-journal-wrong = Журнал порушено на записі { $entry }: не змінюйте нічого і покажіть файл адміністраторові
cli-doctor-stock = { $count ->
    [one] Склад сходиться з рухом: { $count } залишок
    [few] Склад сходиться з рухом: { $count } залишки
   *[many] Склад сходиться з рухом: { $count } залишків
}
cli-doctor-stock-wrong = { $count ->
    [one] { $count } залишок не сходиться з рухом: нічого не видавайте і покажіть файл адміністраторові
    [few] { $count } залишки не сходяться з рухом: нічого не видавайте і покажіть файл адміністраторові
   *[many] { $count } залишків не сходяться з рухом: нічого не видавайте і покажіть файл адміністраторові
}
cli-doctor-wrong = { $count ->
    [one] { $count } проблема; рядки з ✗ кажуть, як виправити.
    [few] { $count } проблеми; рядки з ✗ кажуть, як виправити.
   *[many] { $count } проблем; рядки з ✗ кажуть, як виправити.
}

cli-fault-output = Не вдалося записати результат ({ $reason }); файл центру не змінено цим збоєм.
cli-fault-no-login = Не сказано, хто виконує команду: додайте --staff ЛОГІН.
cli-fault-no-terminal = Немає термінала, щоб запитати: задайте змінну { $variable }.
cli-fault-cancelled = Скасовано; нічого не змінено.
cli-fault-secret-file = Файл { $path } зі змінної { $variable } порожній або не читається.
cli-fault-passwords-differ = Паролі різні; нічого не змінено, спробуйте ще раз.
cli-fault-community = Громади «{ $code }» немає в КАТОТТГ: укажіть її код або назву.
cli-fault-no-home = Не знайдено домашньої теки: скажіть, де файл, через --db ФАЙЛ.
cli-fault-folder = Не вдалося створити теку { $path }: скажіть інше місце через --db ФАЙЛ.
cli-fault-workbook-on-terminal = Книгу XLSX на екран не виводять: додайте -o ФАЙЛ.
cli-fault-mistake = Помилка програми ({ $place }). Збережене раніше лишилося; запустіть команду ще раз і повідомте розробникам це місце.

cli-import-alike = { $count ->
    [one] { $count } людина схожа на когось на обліку або вище у файлі. Нічого не записано: вирішіть про неї на екрані, F9 → Імпорт.
    [few] { $count } людини схожі на когось на обліку або вище у файлі. Нічого не записано: вирішіть про них на екрані, F9 → Імпорт.
   *[many] { $count } людей схожі на когось на обліку або вище у файлі. Нічого не записано: вирішіть про них на екрані, F9 → Імпорт.
}
