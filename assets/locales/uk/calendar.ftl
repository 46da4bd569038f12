# Календар занять: правило серії, день, тиждень, місяць, форми.

weekday-short-mon = пн
weekday-short-tue = вт
weekday-short-wed = ср
weekday-short-thu = чт
weekday-short-fri = пт
weekday-short-sat = сб
weekday-short-sun = нд
weekday-mon = понеділок
weekday-tue = вівторок
weekday-wed = середа
weekday-thu = четвер
weekday-fri = п’ятниця
weekday-sat = субота
weekday-sun = неділя
month-1 = січень
month-2 = лютий
month-3 = березень
month-4 = квітень
month-5 = травень
month-6 = червень
month-7 = липень
month-8 = серпень
month-9 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень

# Правило серії.
rule-every-mon = щопонеділка
rule-every-tue = щовівторка
rule-every-wed = щосереди
rule-every-thu = щочетверга
rule-every-fri = щоп’ятниці
rule-every-sat = щосуботи
rule-every-sun = щонеділі
rule-daily =
    { $every ->
        [1] щодня
        [2] через день
        [one] раз на { $every } день
        [few] раз на { $every } дні
       *[other] раз на { $every } днів
    }
rule-weekly =
    { $every ->
        [1] щотижня: { $days }
        [2] через тиждень: { $days }
        [one] раз на { $every } тиждень: { $days }
        [few] раз на { $every } тижні: { $days }
       *[other] раз на { $every } тижнів: { $days }
    }
rule-until = { $rule } до { $until }
rule-except = крім { $days }
rule-except-many =
    крім { $count ->
        [one] { $count } дати
       *[other] { $count } дат
    }
rule-monthly-mon =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } понеділка місяця
rule-monthly-tue =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } вівторка місяця
rule-monthly-wed =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } середи місяця
rule-monthly-thu =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } четверга місяця
rule-monthly-fri =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } п’ятниці місяця
rule-monthly-sat =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } суботи місяця
rule-monthly-sun =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } неділі місяця

# Календар.
screen-calendar = календар
help-calendar = Календар занять: день, тиждень, місяць — Tab переходить між ними. ↑ і ↓ — заняття, ← і → — дні, PgUp і PgDn — тижні чи місяці, Home повертає на сьогодні. Enter або F6 відкриває журнал заняття (акцію — її роздачу, день у місяці — сам день). Space показує лише мої або всі заняття. F7 — новий захід чи цикл, F4 — змінити, F8 — скасувати з причиною або відновити скасоване, F3 — подробиці. У F9: перенести, додати дату, завершити цикл, список циклів, календар у файл для телефону. Знаки: ○ заплановано, ● триває, ! минуло й не закрито, ✓ проведено, ✗ скасовано, ⚠ зал або тренер зайняті. «Зайнято» — закрите заняття: видно лише час і зал.
screen-series-list = цикли
help-series-list = Цикли: гуртки, групи, курси. Видно тренера, найближче заняття, скільки людей записано й чекає (+), скільки занять проведено. Enter відкриває цикл, F7 — новий, F4 — змінити від дня, F9 — завершити.
screen-series-card = цикл
help-series-card = Цикл: за яким правилом збирається, хто веде, скільки записано, і всі його заняття. Enter або F6 відкриває журнал заняття під курсором, F4 змінює цикл від дня, F8 скасовує заняття або відновлює скасоване, F9 — перенести, додати дату або завершити цикл.
command-attendance = Заняття
command-attendance-help = календар занять; з картки — обрати заняття, де відмітити цю родину
command-event-details = Деталі
command-event-details-help = усе про заняття під курсором
command-event-change = Змінити
command-event-change-help = змінити заняття або цикл від дня
command-event-new = Новий
command-event-new-help = новий захід або цикл занять
command-event-cancel = Скасув.
command-event-cancel-help = скасувати заняття з причиною; скасоване — відновити
command-event-move = Перенести
command-event-move-help = перенести заняття на інший день чи годину, з причиною
command-event-add-date = Додати дату
command-event-add-date-help = ще одне заняття циклу поза правилом
command-series-end = Завершити цикл
command-series-end-help = більше занять не буде: після дня, з причиною
command-series-list = Цикли занять
command-series-list-help = гуртки, групи, курси: скільки записано, коли наступне
command-calendar-file = Календар у файл
command-calendar-file-help = календар у файл .ics для телефону
draft-kind-event = захід

calendar-title = Календар
calendar-today = сьогодні, { $day }
calendar-is-today = сьогодні
calendar-week-of = тиждень { $days }
calendar-tab-day = День
calendar-tab-week = Тиждень
calendar-tab-month = Місяць
calendar-mine = лише мої · Space — усі
calendar-all = усі · Space — лише мої
calendar-for-guest = Оберіть заняття, де відмітити: Enter відкриє журнал.
calendar-loading = Читаю календар…
calendar-keys-day = Enter журнал · ←→ день · PgUp PgDn тиждень · Home сьогодні · Tab вигляд
calendar-keys-week = Enter журнал · ←→ день · PgUp PgDn тиждень · Home сьогодні · Tab вигляд
calendar-keys-month = Enter день · ←→ ↑↓ · PgUp PgDn місяць · Home сьогодні · Tab вигляд
calendar-all-day = увесь день
calendar-empty = Цього дня занять немає. F7 — новий захід або цикл, ← → — інші дні, Tab — тиждень.
calendar-empty-guest = Цього дня занять немає. ← і → — інші дні, Tab — тиждень.
calendar-hidden =
    { $count ->
        [one] Ще { $count } заняття інших: Space — показати.
        [few] Ще { $count } заняття інших: Space — показати.
       *[other] Ще { $count } занять інших: Space — показати.
    }
calendar-more = ще { $count }
calendar-planned = заплановано
calendar-now = триває
calendar-open = не закрито
calendar-held = проведено
calendar-cancelled = скасовано
calendar-busy = Зайнято
calendar-is-restricted = закрите
calendar-moved-from = перенесено з { $day }
calendar-because = Причина: { $reason }
calendar-clash = зал або тренера зайнято
calendar-clash-room = зал зайнято: { $hours } «{ $title }»
calendar-clash-trainer = тренер веде: { $hours } «{ $title }»
calendar-restricted = Це закрите заняття: його відкривають лише тренер, який його веде, і ті, хто бачить закрите.
calendar-choose-day = Оберіть заняття: Enter відкриває день.
calendar-nothing-chosen = Тут немає заняття під курсором. Оберіть стрілками інший день або F7 — новий захід.
calendar-is-campaign = Це благодійна акція: Enter відкриває її, змінюють і скасовують її там.
calendar-no-series = Це окремий захід, він не належить до циклу.
calendar-change-question = «{ $title }» — заняття циклу. Що змінити?
calendar-change-session = Лише це заняття
calendar-change-series = Цикл від цього дня
calendar-restored = Заняття відновлено: воно знову заплановане.

calendar-detail-kind = Вид
calendar-detail-trainer = Веде
calendar-detail-room = Зал
calendar-detail-place = Місце
calendar-detail-programme = Програма
calendar-detail-partner = Партнер
calendar-detail-audience = Для кого
calendar-detail-ages = Вік
calendar-detail-capacity = Вміщує
calendar-detail-restricted = Доступ
calendar-detail-note = Нотатка
calendar-rural = сільська місцевість
calendar-urban = місто
calendar-came = Прийшло: { $present }, без імен: { $heads }
calendar-details-keys = Enter — журнал · Esc — назад
calendar-details-keys-series = Enter — журнал · Tab — увесь цикл · Esc — назад

calendar-ask-cancel = Скасувати заняття
calendar-ask-move = Перенести заняття
calendar-ask-add = Додати дату
calendar-ask-end = Завершити цикл
calendar-done-cancel = Заняття скасовано.
calendar-done-move = Заняття перенесено.
calendar-done-add = Дату додано.
calendar-done-end = Цикл завершено.
calendar-fault-day = Це не дата. Впишіть, наприклад, 28.11 або 28.11.2026.
calendar-fault-hours = Це не час. Впишіть, наприклад, 11 або 11-12.30.
calendar-fault-reason = Впишіть причину: її побачать усі в календарі.
calendar-fault-number = Це не число. Впишіть, наприклад, 12.
form-calendar-day = День
form-calendar-day-hint = Наприклад 28.11.
form-calendar-hours = Години
form-calendar-hours-hint = Наприклад 11 або 11-12.30.
form-calendar-reason = Причина
form-calendar-reason-hint = Кількома словами: «карантин», «тренер захворів». Її видно в календарі.

calendar-file-explained = Файл відкривають у календарі телефону. Удруге відкритий новіший файл оновлює ті самі заняття. Імен відвідувачів і нотаток у ньому немає; закриті заняття, крім своїх, — «Зайнято».
calendar-file-mine = мої
calendar-file-all = усі
calendar-file-name = Календар занять
calendar-file-name-of = Календар занять: { $name }
calendar-file-written =
    { $count ->
        [one] { $count } заняття у файлі { $path }
        [few] { $count } заняття у файлі { $path }
       *[other] { $count } занять у файлі { $path }
    }
calendar-file-failed = Календар не записано: { $reason }. Перевірте теку документів і місце на диску.
form-calendar-file-whose = Чиї
form-calendar-file-whose-hint = ← і → обирають: мої, усі або одного тренера.
form-calendar-file-from = Від
form-calendar-file-from-hint = Перший день.
form-calendar-file-until = До
form-calendar-file-until-hint = Останній день. F2 записує файл до документів.

# Цикли.
series-title = Цикли занять
series-empty = Циклів ще немає. F7 — новий: гурток, група чи курс, що збирається за правилом.
series-keys = Enter цикл · F4 змінити · F7 новий · F9 завершити · Esc
series-card-keys = Enter журнал · F4 цикл від дня · F8 скасувати · F9 перенести, додати · Esc
series-head-title = Назва
series-head-trainer = Веде
series-head-next = Наступне
series-head-people = Людей
series-head-done = Занять
series-no-next = завершився
series-ended-on = завершено { $day }
series-nothing-chosen = Циклів ще немає. F7 — новий.
series-has-ended = Цей цикл завершено, його вже не змінюють. F7 — новий.
series-came = прийшло { $count }
series-extra = додаткове
series-counts = Записано { $enrolled }, чекають місця { $waiting } · проведено { $held } з { $all }

# Форма.
event-form-new = Новий захід або цикл
event-form-session = Змінити захід
event-form-series = Змінити цикл
event-yes = так
event-no = ні
event-more-folded = Space — для кого, вік, партнер, закрите, нотатка
event-more-open = Space — сховати
event-repeat-never = ні, один раз
event-repeat-weekly = щотижня
event-repeat-other-week = через тиждень
event-repeat-daily = щодня
event-rural-by-place = за місцем
event-rural-by-place-yes = за місцем: так
event-rural-by-place-no = за місцем: ні
event-fault-until = Впишіть останній день (30.06) або скільки занять (22).
event-fault-typed-ages = Це не вік. Впишіть, наприклад, 12-16, 12+ або до 6.
event-fault-no-title = Впишіть назву, без неї захід не зберегти.
event-fault-repeat = Цикл має повторюватися. Щоб більше не збирався, завершіть його (F9).
event-preview =
    { $count ->
        [one] { $count } заняття, останнє { $last }
        [few] { $count } заняття, останнє { $last }
       *[other] { $count } занять, останнє { $last }
    }
event-preview-wanted = Допишіть, до якого дня або скільки занять, і тут з’являться дні.
event-preview-nothing = За цим правилом не виходить жодного заняття: перевірте дати й дні тижня.
event-preview-too-many = Виходить понад 400 занять: візьміть коротший час.
event-saved = Збережено: { $title }
event-saved-series =
    { $count ->
        [one] Збережено: { $title }, { $count } заняття, останнє { $last }
        [few] Збережено: { $title }, { $count } заняття, останнє { $last }
       *[other] Збережено: { $title }, { $count } занять, останнє { $last }
    }
form-event-from = Від дня
form-event-from-hint = Від цього дня зміниться цикл; раніші, проведені й перенесені заняття лишаться.
form-event-title = Назва
form-event-title-hint = Як кажуть у центрі: «Підлітковий клуб».
form-event-kind = Вид
form-event-kind-hint = ← і → або перша літера.
form-event-day = День
form-event-day-hint = День заходу; для циклу — перше заняття. 28.11 або 2811.
form-event-hours = Години
form-event-hours-hint = 11, 1100 або 11-12.30. Кінець до початку — після опівночі.
form-event-repeat = Повтор
form-event-repeat-hint = Space або ← →: чи збираються знову. Так виходить цикл.
form-event-until = До
form-event-until-hint = Останній день: 30.06; або скільки занять: 22.
form-event-weekdays = Дні
form-event-weekdays-hint = ← → — день, Space — зняти чи додати; цифри 1–7 — одразу.
form-event-except = Крім
form-event-except-hint = Свята й канікули: 0101 Enter. Не обов’язково.
form-event-place = Місце
form-event-place-hint = Місто чи село. Чи це сільська місцевість, визначиться само.
form-event-room = Зал
form-event-room-hint = ← → обирають. Якщо зал зайнято, буде видно ким. Зали додають у довідниках.
form-event-capacity = Вміщує
form-event-capacity-hint = Скільки людей вміщується; хто понад це, стане в чергу. Порожньо — без межі.
form-event-trainer = Веде
form-event-trainer-hint = Хто працює тут, того підкаже за літерами; інших впишіть іменем.
form-event-programme = Програма
form-event-programme-hint = За якою програмою рахувати.
form-event-more = Ще
form-event-more-hint = Space показує або ховає поля, які потрібні рідко.
form-event-audience = Для кого
form-event-audience-hint = ← → обирають.
form-event-ages = Вік
form-event-ages-hint = 12-16, 12+ або до 6. Кому не підходить, того журнал позначить.
form-event-partner = Партнер
form-event-partner-hint = З ким разом, якщо є.
form-event-rural = Сільська
form-event-rural-hint = Зазвичай за місцем; тут можна сказати інакше.
form-event-restricted = Закрите
form-event-restricted-hint = Інші бачитимуть лише «Зайнято»: час і зал.
form-event-every = Раз на
form-event-every-hint = Через скільки тижнів (чи днів): 3. Порожньо — як у «Повтор».
form-event-note = Нотатка
form-event-note-hint = Для себе й колег; у файли й на папір не потрапляє.
