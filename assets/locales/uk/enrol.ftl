# Записані на заняття: список, черга, завершення курсу, папери заходів.
enrol-fault-nobody-waits = У черзі нікого немає, нічого не змінено.
enrol-fault-completed = Завершення вже записано, сертифікат № { $number }; нічого не змінено. Надрукувати його можна ще раз: F9, «Папери».
enrol-fault-in-future = Завершити курс можна сьогодні або раніше, нічого не збережено. Виправте дату.
enrol-fault-before-first = Перше заняття відбулося { $day }, завершити курс раніше не можна; нічого не збережено. Виправте дату.
enrol-fault-nothing-held = Жодного заняття ще не закрито, завершувати нічого; нічого не збережено.
enrol-fault-too-many = За таким відбором { $count } людей, за один раз записують щонайбільше { $most }; нікого не записано. Звузьте відбір.
enrol-fault-no-former-list = Там нікого не було, нікого не записано. Виберіть інше заняття або запишіть за відбором.

screen-enrolment = записані
help-enrolment = Хто записаний на гурток, курс або захід, хто чекає місця, хто завершив і хто вибув. Наберіть кілька літер: список звузиться, а кого в ньому немає, той знайдеться в обліку жовтим — Enter запише. F7 записує багатьох: з минулого разу, за відбором зі «Списків», з файлу. Ins або цифра позначає, «+» усіх, «-» нікого, «*» навпаки. F8 знімає позначених або того, хто під курсором, і питає чому. Коли місце звільнилося, пробіл приймає першого з черги. F2 записує завершення курсу й дає номери сертифікатів, їх можна одразу надрукувати. «▼ 3 поспіль» — хто пропустив три заняття поспіль. Tab — інший список. Папери (список, відомість для підписів, журнал місяця, сертифікати) — F9.
command-enrolment = Записані
command-enrolment-help = хто записаний, хто чекає місця, хто завершив і хто вибув
command-enrol-add = Додати
command-enrol-add-help = записати багатьох: з минулого разу, за відбором, з файлу
command-enrol-withdraw = Зняти
command-enrol-withdraw-help = зняти зі списку позначених або того, хто під курсором, з причиною
command-enrol-complete = Заверш.
command-enrol-complete-help = курс завершено: дата, номери сертифікатів, друк
command-enrol-admit = Прийняти
command-enrol-admit-help = прийняти першого з черги на вільне місце (пробіл)
command-event-papers = Папери
command-event-papers-help = список учасників, відомість для підписів, журнал місяця, сертифікати

enrol-loading = Читаю…
enrol-title = { $title } · записані
enrol-box-hint = ім’я: звузити список або знайти в обліку
enrol-box-hint-phone = ім’я, телефон, номер: звузити список або знайти в обліку
enrol-tab-enrolled = Записані { $count }
enrol-tab-waiting = Черга { $count }
enrol-tab-stopped = Не ходять { $count }
enrol-tab-completed = Завершили { $count }
enrol-tab-left = Вибули { $count }
enrol-count = { $enrolled ->
    [one] Записана { $enrolled } людина
    [few] Записано { $enrolled } людини
   *[other] Записано { $enrolled } людей
}
enrol-places = місць { $capacity }
enrol-ages = вік { $ages }
enrol-held = { $held ->
    [0] занять ще не було
    [one] відбулося { $held } заняття
    [few] відбулося { $held } заняття
   *[other] відбулося { $held } занять
}
enrol-marked = позначено { $count }
enrol-free = Є вільне місце. Пробіл — прийняти першу людину з черги: { $name }
enrol-waits = { $place }-й у черзі з { $day }
enrol-completed = завершено { $day }, № { $number }
enrol-left = до { $day }
enrol-left-because = до { $day } · { $reason }
enrol-head-name = Прізвище, ім’я
enrol-head-age = вік
enrol-head-since = записано
enrol-head-came = був(-ла)
enrol-came = { $came } з { $held }
enrol-missed = ▼ { $count } поспіль
enrol-age = { $age } р.
enrol-outside = поза віком
enrol-closed = знято з обліку
enrol-newcomer = дозаповнити
enrol-not-listed = не записано — Enter
enrol-empty = Ще нікого не записано. Наберіть ім’я й натисніть Enter або F7 — записати багатьох.
enrol-empty-waiting = У черзі нікого.
enrol-empty-stopped = Усі ходять: ніхто не пропустив трьох занять поспіль.
enrol-empty-completed = Курс ще ніхто не завершив: позначте людей і натисніть F2.
enrol-empty-left = Ніхто не вибував.
enrol-nobody-found = Нікого не знайдено.
enrol-keys = Enter картка · Ins позначити · F7 додати · F8 зняти · F2 завершив · Tab
enrol-nobody-chosen = Нікого не вибрано: позначте людей (Ins) або станьте на рядок.
enrol-not-a-course = Завершення записують для гуртка чи курсу, а це один захід.
enrol-nobody-waits = У черзі нікого немає.
enrol-is-over = Захід уже минув або скасований: записувати нікуди.

enrol-done = { $added ->
    [0] Нікого не записано.
    [one] Записано { $added } людину.
    [few] Записано { $added } людини.
   *[other] Записано { $added } людей.
}
enrol-done-one = { $name }: записано.
enrol-done-waits = У чергу — { $waiting }: місць більше немає.
enrol-done-one-waits = { $name }: місць немає, записано в чергу.
enrol-done-already = Уже були у списку — { $already }.
enrol-done-one-already = { $name }: уже у списку.
enrol-done-outside = Поза віком — { $count }: { $names }
enrol-done-closed = Зняті з обліку — { $count }: { $names }
enrol-and-more = { $names } та ще { $count }
enrol-withdrawn = { $count ->
    [one] Знято зі списку { $count } людину.
    [few] Знято зі списку { $count } людини.
   *[other] Знято зі списку { $count } людей.
}
enrol-withdrawn-one = { $name }: знято зі списку.
enrol-withdrawn-free = Є місце: чекає { $name }, пробіл — прийняти.
enrol-admitted = { $name }: прийнято з черги.
enrol-completed-done = { $count ->
    [one] Завершення записано, сертифікат № { $first }.
   *[other] Завершення записано: { $count }, сертифікати № { $first } – { $last }.
}
enrol-print-certificates = { $count ->
    [one] Сертифікат № { $first }
   *[other] Сертифікати № { $first } – { $last }
}

enrol-add-title = Записати
enrol-add-last-time = з минулого разу
enrol-add-filter = за відбором
enrol-add-file = з файлу
enrol-add-hand = вручну
enrol-add-last-time-help = хто ходив раніше на це чи подібне
enrol-add-filter-help = категорія, вік, округ: збережений відбір
enrol-add-file-help = таблиця CSV або XLSX з іменами
enrol-add-hand-help = набрати ім’я
enrol-add-keys = Цифра або Enter — вибрати · Esc — назад
enrol-hand-hint = Наберіть ім’я: кого немає у списку, того видно жовтим, Enter запише.
enrol-source-title = Звідки взяти людей
enrol-source-none = Раніше нічого подібного не було: запишіть за відбором, з файлу або вручну.
enrol-source-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
}
enrol-source-came = прийшли { $day }
enrol-source-series = хто був записаний
enrol-source-keys = Цифра або Enter — записати їх · Esc — назад
enrol-filter-title = За яким відбором
enrol-filter-none = Збережених відборів немає. Складіть його у «Списках» (F9), збережіть (F2) і поверніться сюди.
enrol-filter-all = усі на обліку
enrol-filter-keys = Цифра або Enter — вибрати · Esc — назад
enrol-fits-title = Кого записати
enrol-fits-filter = Відбір
enrol-fits = { $count ->
    [0] Нікого нового за таким відбором і віком.
    [one] Підходить { $count } людина, якої ще немає у списку.
    [few] Підходять { $count } людини, яких ще немає у списку.
   *[other] Підходять { $count } людей, яких ще немає у списку.
}
enrol-fits-places = Вільних місць { $free }: решта стане в чергу.
enrol-fits-counting = Рахую…
enrol-fits-keys = F2 або Enter — записати · Esc — назад
form-enrol-ages = Вік, від–до
form-enrol-ages-hint = Повних років: 10-14, 60+, 13. Порожньо — будь-який.
form-enrol-ages-odd = Вік пишуть так: 10-14, 60+, 13
form-enrol-day = Дата
form-enrol-day-hint = День, яким завершено курс; він стоїть на сертифікаті.
form-enrol-day-odd = Дата пишеться так: 21.11.2026
enrol-complete-title = Курс завершено
enrol-complete-about = { $count ->
    [one] Курс завершила { $count } людина: { $names }
    [few] Курс завершили { $count } людини: { $names }
   *[other] Курс завершили { $count } людей: { $names }
}
enrol-complete-few = Були менше ніж на половині занять: { $names }
enrol-complete-keys = F2 — записати й дати номери · Esc — назад
enrol-withdraw-title = Зняти зі списку
enrol-withdraw-about = { $count ->
    [one] Знімаємо зі списку { $count } людину; відвідані заняття лишаються: { $names }
    [few] Знімаємо зі списку { $count } людини; відвідані заняття лишаються: { $names }
   *[other] Знімаємо зі списку { $count } людей; відвідані заняття лишаються: { $names }
}
enrol-why-moved = переїхали
enrol-why-stopped = перестали ходити
enrol-why-time = незручний час
enrol-why-ill = хвороба
enrol-why-age = переріс(-ла)
enrol-why-mistake = записано помилково
enrol-why-other = інше
enrol-file-title = З якого файлу
enrol-file-about = Стовпці: особа або прізвище, ім’я, дата народження. Усе або нічого.
enrol-file-faults = Файл не взято, нікого не записано: виправте ці рядки й виберіть файл ще раз.
enrol-file-keys = ↑↓ Enter — вибрати · Tab — доповнити · Esc — назад
enrol-file-faults-keys = Esc — до файлів

enrol-papers-title = Папери
enrol-papers-participants = Список учасників
enrol-papers-sheet = Відомість для підписів, { $day }
enrol-papers-month = Журнал за { $month }
enrol-papers-certificates = Сертифікати: { $count }
enrol-papers-keys = Цифра або Enter — вибрати · Esc — назад

# Файл зі списком людей.
exchange-expected-person-named = людина, яка є в обліку під таким іменем і датою народження; нову спершу зареєструйте
exchange-expected-person-one = одна людина: з таким іменем їх кілька, додайте дату народження або ключ у стовпці «особа»
exchange-expected-person-or-name = ключ особи або прізвище й ім’я
exchange-fault-person-named = { exchange-cell } — очікується { exchange-expected-person-named }
exchange-fault-person-one = { exchange-cell } — очікується { exchange-expected-person-one }
exchange-fault-person-or-name = { exchange-cell } — очікується { exchange-expected-person-or-name }

# Папери.
paper-title-session-sheet = Відомість учасників заняття
paper-title-month = Журнал відвідування
paper-title-participants = Список учасників
paper-title-certificates = Сертифікати
paper-file-session-sheet = Відомість заняття { $day }
paper-file-month = Журнал { $month }
paper-file-participants = Учасники { $day }
paper-file-certificate = Сертифікат { $number }
paper-file-certificates = Сертифікати, { $count } шт
paper-fact-event = Назва
paper-fact-event-kind = Вид
paper-fact-event-when = Коли
paper-fact-event-place = Де
paper-fact-event-partner = Разом з
paper-fact-event-trainer = Веде
paper-sign-trainer = Заняття веде
paper-column-birth-year = Рік (вік)
paper-column-phone = Телефон
paper-column-came-times = Був(-ла)
paper-column-family = Сім’я
paper-column-since = З якого дня
paper-column-visits = Відвідано
paper-heads = Понад список, без імен: жінок { $women }, чоловіків { $men }, дітей { $children }.
paper-heads-empty = Понад список, без імен: жінок ______, чоловіків ______, дітей ______.
paper-closing-expected = У списку людей: { $count }.
paper-closing-enrolled = Записаних: { $count }.
paper-closing-places = Місць: { $count }.
paper-closing-month = Занять: { $sessions }. Відвідувань: { $visits }. Різних людей: { $people }.
paper-part-enrolled = Записані: { $count }
paper-part-completed = Завершили: { $count }
paper-part-waiting = Чекають місця: { $count }
paper-note-certificate = сертифікат № { $number } від { $day }
paper-note-waiting = чекає місця
paper-mark-present = +
paper-mark-absent = н
paper-mark-excused = п
paper-marks-legend = «+» — був(-ла), «н» — не було, «п» — не було з поважної причини, порожньо — не записано або заняття ще не позначено.
paper-total-came = Було за списком
paper-total-heads = Ще без імен
paper-long-day = { $day } { $month ->
    [1] січня
    [2] лютого
    [3] березня
    [4] квітня
    [5] травня
    [6] червня
    [7] липня
    [8] серпня
    [9] вересня
    [10] жовтня
    [11] листопада
   *[12] грудня
} { $year } року
paper-month = { $month ->
    [1] січень
    [2] лютий
    [3] березень
    [4] квітень
    [5] травень
    [6] червень
    [7] липень
    [8] серпень
    [9] вересень
    [10] жовтень
    [11] листопад
   *[12] грудень
} { $year } року
certificate-title = СЕРТИФІКАТ
certificate-subtitle = про завершення курсу
certificate-lead = Цей сертифікат засвідчує, що
certificate-verb = { $sex ->
    [female] успішно завершила
    [male] успішно завершив
   *[unknown] успішно завершив(-ла)
}
certificate-days = { $from } – { $until }
certificate-day = { $from }
certificate-sessions = { $count ->
    [one] відвідано { $count } заняття
    [few] відвідано { $count } заняття
   *[other] відвідано { $count } занять
}
certificate-hours = { $count ->
    [one] { $count } година
    [few] { $count } години
   *[other] { $count } годин
}
certificate-sign-head = Керівник
certificate-sign-trainer = Тренер(-ка)
certificate-seal = М. П.
enrol-near = Схоже ім’я: { $name }. Ще раз Enter — записати саме цю людину; ↓ — інші.
