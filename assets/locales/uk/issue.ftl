# Видача допомоги: екран видачі, акт, перелік актів, винятки з обмежень.

command-issue = Видача
command-issue-help = видати допомогу тому, хто під курсором; кого не знайдено — записати на місці
command-issue-partner = Організації
command-issue-partner-help = допомога закладу чи громаді: акт на організацію
command-issue-reason = Причина
command-issue-reason-help = чому видаєте рядок під курсором попри обмеження: причину побачить директор
command-acts = Акти
command-acts-help = усі акти видачі цій сім’ї чи людині
command-act-find = Знайти акт
command-act-find-help = відкрити акт за номером
command-act-open = Акт
command-act-open-help = відкрити акт під курсором
command-act-reverse = Скасув.
command-act-reverse-help = скасувати акт цілком: усе повертається на склад, акт лишається з причиною
command-act-print = Друк
command-act-print-help = надрукувати акт: відкритий або щойно виданий; повторний друк має позначку «копія»
command-card-print = Друк
command-card-print-help = надрукувати картку сім’ї з номером і штрихкодом: сканер відкриє її в пошуку
card-paper-name = Картка { $number }
command-overrides = Винятки
command-overrides-help = що видали попри обмеження: хто, коли й чому

screen-issue = видача
screen-act = акт
screen-acts = акти видачі
screen-overrides = винятки з обмежень
help-issue = Усе для однієї видачі. Наберіть річ і кількість одним рядком: «одяг 4,2», «прод 1», «4,2 одяг»; вистачить перших літер, розкладка не важить. Enter додає. Поки рядок порожній, цифра додає стандартний набір, мінус віднімає тару від останньої ваги, Delete забирає останній рядок; тару можна й набрати: «одяг 4,7-0,5». ↑↓ — рядки: Enter виправляє, F8 забирає, F4 записує причину, чому видаєте попри обмеження, пробіл бере запропоноване. Tab — хто отримує й дата. F2 видає: склад змінюється, акт має номер.
help-act = Акт: що, кому, з чийого надходження, хто видав і хто отримав. F8 скасовує акт цілком: речі повертаються на склад, акт лишається з причиною і своїм номером. «Друк» у меню F9 друкує ще раз, з позначкою «копія».
help-acts = Усі акти видачі, найновіші зверху; скасовані позначено ✗. Enter відкриває акт.
help-overrides = Усе, що видали попри обмеження, найновіше зверху: коли, кому, що, хто видав і з якої причини. Enter відкриває акт.

draft-kind-issue = видача

# Екран видачі.
issue-title = Видача
issue-loading = Дивлюся, що належить…
issue-who = Хто
issue-right = Право
issue-last = Отримано
issue-entry = Річ
issue-adults = { $count ->
    [one] { $count } дорослий
    [few] { $count } дорослі
   *[many] { $count } дорослих
}
issue-right-hidden = право є
issue-right-anybody = для всіх
issue-right-none = права немає: F4 — видати з причиною
issue-no-programme = жодної чинної програми
issue-last-none = ще нічого
issue-has-family = Це член сім’ї { $number }: видайте їй, щоб сім’я не отримала двічі.
issue-closed = Картку закрито { $since }. Видати можна після «Відкрити знову» на картці (F9).
issue-entry-hint = одяг 4,2 · прод 1 · 4,2 одяг
issue-nothing-like-it = немає такої речі
issue-set = Стандартний набір: цифра — додати, + усе
issue-there = на складі { $left }
issue-left-after = лишиться { $left }
issue-total-weight = { $weight } кг
issue-total-pieces = { $count } шт.
issue-totals = Разом: { $totals }
issue-good-until = придатне до { $day }
issue-keys-empty = цифра — набір · + увесь · Tab — хто отримує, дата · F2 — видати
issue-keys = Enter — додати · − тара · ↑↓ рядки · Tab — хто отримує, дата · F2 — видати
issue-row-keys = Enter — виправити · F8 — забрати · F4 — причина · − тара · Esc — до набору
issue-beside = Сім’я й обмеження
issue-limits = Обмеження
issue-recent = Останні акти

issue-limit-allowed = можна
issue-limit-from = отримано { $last } (акт { $act }), наступний — з { $from }
issue-limit-never = дають один раз, отримано { $last } (акт { $act })
issue-limit-nobody = лише для дітей, а дітей у сім’ї немає
issue-limit-most = щонайбільше { $most }
issue-limit-keys = F4 — причина
issue-limit-keys-less = пробіл — узяти можливе · F4 — причина
issue-bent = попри обмеження: { $reason }
issue-short = є { $left }, у видачі { $wanted }
issue-short-none = на складі немає
issue-short-expired = (ще { $amount } прострочено, це списують)
issue-take-left = пробіл — узяти { $left }
issue-take-instead = пробіл — натомість { $item }, є { $left }
issue-fault-weight-wanted = Скільки кілограмів? Наберіть вагу: «одяг 4,2».
issue-fault-tare-pc = Тара віднімається лише від ваги, а це видають штуками.
issue-fault-tare-pair = Тара віднімається лише від ваги, а це видають парами.
issue-fault-tare-kit = Тара віднімається лише від ваги, а це видають наборами.
issue-fault-all-tare = Тара не легша за все разом: перевірте вагу.
issue-no-name = Що саме? Наберіть назву: «одяг 4,2».
issue-unknown-item = Немає речі «{ $name }»: наберіть інакше або додайте її в довідниках (F9).

issue-empty = У видачі порожньо: наберіть річ і кількість, Enter.
issue-no-right-reason = Права на цю програму немає. F4 — видати з причиною, або оберіть іншу програму (Tab).
issue-nothing-to-bend = Обмеження нічого не забороняє: причина не потрібна.
issue-why-title = Чому попри обмеження?
issue-why-no-right = { $name }: права на цю програму немає.
issue-collector-wanted = Хто отримує? Наберіть ім’я.
issue-scanned-early = Спершу видайте (F2) або закрийте (Esc) цю видачу, тоді скануйте наступну картку.
issue-done = Видано: { $name }. Акт { $act }, { $totals }
issue-stale = Поки видача була відкрита, за іншим столом: { $what } ({ $by }, { $at }). Нічого не видано, набране лишилося: погляньте й натисніть F2 ще раз.
issue-not-printed = Акт { $act } записано, але не надруковано. Надрукувати ще раз — «Друк» у меню F9.

issue-collector-authorised = { $name } (довірена особа)
issue-collector-self = сама людина
issue-collector-other = хтось інший…
issue-paper-known = у картці: { $paper }
form-issue-collector = Отримує
form-issue-collector-hint = ←→ хто з дорослих, довірена особа чи хтось інший
form-issue-collector-name = Ім’я
form-issue-collector-name-hint = прізвище та ім’я того, хто отримує
form-issue-collector-paper = Документ
form-issue-collector-paper-hint = документ, який показали; порожньо — той, що в картці
form-issue-programme = Програма
form-issue-programme-hint = ←→ програма, за якою видаєте
form-issue-location = Звідки
form-issue-location-hint = ←→ склад чи авто
form-issue-on = Дата
form-issue-on-hint = день видачі: сьогодні або раніше, якщо спершу був папір
form-issue-note = Примітка
form-issue-note-hint = примітка в акті · Enter — видати

aid-unit-pc = { $count ->
   *[other] шт.
}
aid-unit-pair = { $count ->
    [one] пара
    [few] пари
   *[many] пар
}
aid-unit-kg = кг
aid-unit-kit = { $count ->
   *[other] наб.
}

# Чому.
reason-keys = цифра — обрати · Tab — свої слова · F2 або Enter — гаразд · Esc — назад
reason-needs-words = Поясніть словами: цю причину прочитають.
form-reason-why = Причина
form-reason-words = Слова
reason-lost = попереднє втрачено чи зіпсовано
reason-more-people = у сім’ї більше людей, ніж на обліку
reason-emergency = екстрена потреба
reason-director = за рішенням директора
reason-other = інше
reason-wrong-item = не та річ чи кількість
reason-wrong-recipient = не тій сім’ї
reason-not-taken = не забрали

# Записати на місці, організація.
spot-title = Видача: кого немає на обліку
spot-explain = Ім’я й категорія — і можна видавати. Картку доповнять згодом.
spot-fault-name = Потрібні прізвище та ім’я.
spot-fault-category = Немає такої категорії: наберіть інакше або лишіть порожнім.
form-spot-name = Прізвище, ім’я
form-spot-name-hint = прізвище та ім’я, можна й по батькові
form-spot-category = Категорія
form-spot-category-hint = підстава зі слів людини; порожньо — без підстави · Enter — далі
partner-title = Якій організації?
form-partner-find = Пошук
form-partner-find-hint = назва або ЄДРПОУ
partner-none = Такого отримувача немає. Додайте партнера в довідниках (F9) або наберіть інакше.

# Акти.
act-title = { $kind } { $number }
act-kind-receipt = Надходження
act-kind-issue = Видача
act-kind-write-off = Списання
act-kind-assembly = Комплектування
act-kind-disassembly = Розукомплектування
act-kind-transfer = Переміщення
act-kind-count = Інвентаризація
act-kind-reversal = Скасування
act-on = Дата
act-staff = Записано
act-recipient = Кому
act-programme = Програма
act-partner = Від кого
act-document = Документ
act-campaign = Акція
act-collector = Отримав(ла)
act-collector-unknown = не записано
act-note = Примітка
act-reverses = Скасовує акт
act-reason = Причина
act-reversed = скасовано актом { $act }
act-composition = у наборі: { $parts }
act-reverse-title = Скасувати акт?
act-reverse-about = Акт { $act } буде скасовано цілком: усе повернеться на склад, номер і причина лишаться.
act-reversed-done = Скасовано актом { $act }, речі знову на складі.
act-name = Акт { $act }
refused-act-reversed = Цей акт уже скасовано.
refused-act-is-reversal = Це вже скасування. Видайте ще раз, якщо речі таки віддали.
act-find-title = Акт за номером
form-act-number = Номер
form-act-number-hint = 2026/00123 або просто 123 — цього року
act-number-fault = Номер акта — рік і число: 2026/00123.
act-number-none = Акта { $act } немає.
acts-title = Акти видачі
acts-none = Ще нічого не видавали. F5 — видати.
overrides-title = Винятки з обмежень за рік
overrides-none = Винятків немає: усе видано в межах правил.
overrides-no-right = без права на програму
card-aid = Допомога
card-aid-more = усі акти — «Акти» в меню F9
refused-no-act = Спершу станьте стрілками на рядок акта.
refused-nothing-issued = За цією стійкою ще нічого не видавали: друкувати нічого.
issue-paper-wanted = За яким документом отримує ця людина? Наберіть документ.
