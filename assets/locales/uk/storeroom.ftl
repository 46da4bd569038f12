# Склад: залишки, надходження, списання, переміщення, набори, інвентаризація, рух, сторінка благодійника.
command-storeroom = Склад
command-storeroom-help = залишки за місцями, надходження, списання, набори, інвентаризація, благодійники
command-movements = Рух
command-movements-ask = Рух: що надійшло й пішло
command-movements-help = кожне надходження й кожна видача цієї речі, з актом
command-receipt = Прихід
command-receipt-ask = Надходження від благодійника
command-receipt-help = записати, що привезли: від кого, за яким документом, що саме
command-write-off = Списання
command-write-off-ask = Списати
command-write-off-help = списати зіпсоване, прострочене чи втрачене: причина й акт
command-transfer = Переміщення
command-transfer-ask = Перемістити в інше місце
command-transfer-help = зі складу в машину бригади чи назад
command-assemble = Скласти набори
command-assemble-ask = Скласти набори
command-assemble-help = набори з частин, що є на складі: видно, скільки вийде і чого бракує
command-disassemble = Розібрати набори
command-disassemble-ask = Розібрати набори
command-disassemble-help = набори назад на частини
command-stock-counts = Інвентаризація
command-stock-counts-ask = Інвентаризація
command-stock-counts-help = перерахувати полиці: аркуш, пораховане, затвердження іншою людиною
command-donors = Благодійники
command-donors-ask = Благодійники: що дали й куди пішло
command-donors-help = скільки сімей і дітей отримали їхню допомогу; текст подяки
command-everything-there = Усе, що є тут
command-everything-there-help = узяти в папір весь залишок цього місця: «усе назад» одним рухом
command-new-count = Новий
command-new-count-help = почати інвентаризацію обраного місця: аркуш із тим, що має бути
command-open-count = Аркуш
command-open-count-help = відкрити аркуш інвентаризації під курсором
command-print = Друк і файли
command-print-ask = Друк і файли: папери складу
command-print-help = надрукувати те, що на екрані, або записати PDF чи таблицю
command-distribution = Відомість
command-distribution-help = відомість видачі за день чи кілька: рядок і підпис на кожного отримувача
command-add-counted = Річ
command-add-counted-help = додати в аркуш річ, якої в ньому немає, а на полиці вона є

papers-act = Щойно записаний акт
papers-no-act = Звідси ще нічого не записано. Давніший акт — у «Русі» або F9 «Знайти акт».
papers-balances = Залишки · { $place }
papers-movements = Рух · { $item }
papers-distribution = Відомість видачі…
papers-donor = Звіт · { $name }
papers-thanks = Лист подяки · { $name }
papers-which-donor = Спершу відкрийте сторінку благодійника: Enter.
papers-count = Опис · { $place }, { $day }
sheet-title = Відомість видачі
sheet-name = Відомість { $days }
sheet-keys = Enter або F2 далі · Tab поле · Esc назад
sheet-any-programme = будь-яка
sheet-days-turned = Останній день раніший за перший. Поміняйте їх.
form-sheet-from = від
form-sheet-from-hint = Перший день: 21112026.
form-sheet-until = до
form-sheet-until-hint = Останній день; для одного дня той самий.
form-sheet-place = місце
form-sheet-place-hint = Звідки видавали. Пробіл або ← → обирають.
form-sheet-programme = програма
form-sheet-programme-hint = За якою програмою. Пробіл або ← → обирають.
count-add-title = Яка річ?
count-add-keys = літери — пошук · Enter додати в аркуш · Esc назад

screen-storeroom = склад
help-storeroom = Що лежить на складі та в інших місцях: залишок, скільки йшло щотижня, на скільки днів вистачить. «мало» — менше, ніж ви вказали в довіднику; «до …» — термін добігає кінця. Набирайте назву — список звузиться. Tab — інше місце. Enter питає, що зробити з річчю під курсором, цифра обирає. Що видають за іншими столами, з’являється саме.
screen-goods = папір складу
help-goods = Угорі — від кого, куди, чому й коли. Нижче — один рядок, у якому набирають: «одяг 120», «прод 50 до 03.2027». Enter додає, стрілка вниз обирає доданий рядок, F4 повертає його в рядок набору, F8 забирає. F2 записує все одним актом; якщо чогось бракує, нічого не записано й сказано, чого саме. Незаписане не пропаде й після вимкнення світла.
screen-counts = інвентаризації
help-counts = Три кроки: F7 — аркуш із тим, що має бути; порахувати й вписати; затвердити має інша людина. Enter або F3 відкриває аркуш.
screen-count-sheet = аркуш інвентаризації
help-count-sheet = Ставайте на рядок і набирайте, скільки є насправді; Enter — наступний рядок, Del очищає; F7 додає річ, якої в аркуші немає. «Друк і файли» в F9 дає аркуш на папері. Вписане лишається після вимкнення світла. F2 передає аркуш на затвердження. Затверджує інша людина: видно різниці, F2 проводить їх актом.
screen-movements = рух
help-movements = Кожен рядок — одна зміна залишку: день, що сталося, номер акта, від кого чи кому, скільки й скільки стало. Найновіше — згори. Enter або F3 відкриває акт. Tab — інше місце.
screen-donor = сторінка благодійника
help-donor = Що благодійник дав за обраний час, куди це пішло, скільки сімей і дітей отримали його допомогу. ← і → міняють час. Допомогу рахують за партіями: пішло саме те, що він привіз. «Друк і файли» в F9 — звіт і лист подяки.

storeroom-title = Склад
storeroom-deeds = Що зробити?
storeroom-loading = Читаю залишки…
storeroom-keys = Enter що зробити · Tab інше місце · літери — пошук · Esc назад
storeroom-empty = Тут ще нічого немає. F7 — записати надходження від благодійника.
storeroom-empty-see = Тут ще нічого немає.
storeroom-nothing = Такого тут немає. Esc — показати все.
storeroom-everywhere = Усі місця
storeroom-total = { $items } · { $weight }
storeroom-low-total = { $count ->
    [one] закінчується { $count }
    [few] закінчуються { $count }
   *[many] закінчуються { $count }
}
storeroom-column-item = Найменування
storeroom-column-balance = Залишок
storeroom-column-weeks = Тижні
storeroom-column-days = Вистачить
storeroom-column-marks = Увага
storeroom-column-weight = Вага
storeroom-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[many] { $count } днів
}
storeroom-days-many = понад рік
storeroom-low = мало
storeroom-low-of = мало, треба { $level }
storeroom-expired = прострочено { $amount }

count-items = { $count ->
    [one] { $count } найменування
    [few] { $count } найменування
   *[many] { $count } найменувань
}

goods-receipt = Надходження
goods-write-off = Списання
goods-transfer = Переміщення
goods-assemble = Скласти набори
goods-disassemble = Розібрати набори
goods-keys = Enter додати · ↓ обрати рядок · F4 змінити · F8 забрати · F2 записати · Esc
goods-keys-transfer = Enter додати · + усе, що є тут · ↓ обрати рядок · F8 забрати · F2 записати
goods-empty = Ще нічого не набрано. Наберіть тут назву й кількість: «одяг 120».
goods-column-item = Найменування
goods-column-amount = Кількість
goods-column-weight = Вага
goods-column-until = Придатне до
goods-column-after = Буде тут
goods-total = Разом: { $lines }, { $weight }
goods-saved-receipt = Надходження збережено: акт { $number }.
goods-saved-write-off = Списано: акт { $number }.
goods-saved-transfer = Переміщено: акт { $number }.
goods-saved-assemble = Набори складено: акт { $number }.
goods-saved-disassemble = Набори розібрано: акт { $number }.
goods-nothing = Немає жодного рядка. Наберіть, що саме: «одяг 120», Enter.
goods-unknown-item = Такої речі в довіднику немає. Наберіть інакше; нову додають у F9 «Довідники».
goods-no-amount = Скільки? Наберіть кількість за назвою: «{ $item } 5».
goods-odd-day = «{ $text }» — не дата. Наберіть «до 03.2027» або «до 31.03.2027».
goods-until-not-kept = Для «{ $item }» термін не ведеться: приберіть «до …».
goods-until-past = Термін { $day } вже минув. Перевірте дату.
goods-until-wanted = Для «{ $item }» ведеться термін придатності: додайте «до 03.2027».
goods-short = Тут { $there }, у папері { $wanted }. Зменште кількість: «{ $item } { $most }».
goods-place-same = Це те саме місце. Оберіть інше.
goods-partner-new = Такого ще немає: додам нового благодійника «{ $name }».
goods-partner-wanted = Від кого? Наберіть назву або «невідомо».
goods-day-odd = Це не дата. Наберіть 21112026 або 21.11.2026.
goods-day-future = Цей день ще не настав. Виправте дату.
goods-reason-wanted = Потрібна причина: наберіть її словами.
goods-lines = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}

form-goods-partner = від кого
form-goods-partner-hint = Благодійник: перші літери, Enter обирає. Нового додам за назвою.
form-goods-document = документ
form-goods-document-hint = Накладна, лист, акт: номер і дата. Можна лишити порожнім.
form-goods-on = дата
form-goods-on-hint = День, коли це сталося: 21112026.
form-goods-location = місце
form-goods-location-hint = Де це лежить. Пробіл або ← → обирають.
form-goods-to = куди
form-goods-to-hint = Пробіл або ← → обирають місце.
form-goods-why = причина
form-goods-why-hint = Пробіл, ← → або цифра обирають.
form-goods-words = словами
form-goods-words-hint = Що сталося: стоятиме в акті списання.
form-goods-note = примітка
form-goods-note-hint = Що має стояти в акті. Можна лишити порожнім.
form-goods-line = рядок
form-goods-line-hint = Назва й кількість: «одяг 120», «прод 50 до 03.2027». Enter додає.
form-goods-kit = набір
form-goods-kit-hint = Який набір: перші літери, Enter.
form-goods-count = скільки
form-goods-count-hint = Скільки наборів.

storeroom-count-pieces = { $count ->
    [one] { $count } штука
    [few] { $count } штуки
   *[many] { $count } штук
}
storeroom-count-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пари
   *[many] { $count } пар
}
storeroom-count-kits = { $count ->
    [one] { $count } набір
    [few] { $count } набори
   *[many] { $count } наборів
}

goods-there = є { $amount }
goods-until-word = до
goods-why-expired = минув термін
goods-why-spoilt = зіпсувалося
goods-why-worn = непридатне, зношене
goods-why-lost = втрачене, викрадене
goods-why-other = інше (словами)

storeroom-soon = до { $day }
storeroom-lot-until = до { $day }
storeroom-lot-came = надійшло { $day }
storeroom-no-item = Спершу станьте на річ, про яку йдеться.
storeroom-one-place = Є лише одне місце. Інше (машину бригади) додають у F9 «Довідники».
goods-everything-only-out = У надходженні набирають те, що привезли.
draft-kind-goods = папір складу
draft-kind-count = аркуш інвентаризації

command-open-row = Відкр.
command-open-row-help = відкрити рядок під курсором: благодійника, рух речі або акт
command-drop-count = Скасув.
command-drop-count-help = скасувати інвентаризацію: нічого не проведено

kits-keys = Enter далі · F2 записати · Esc назад
kits-which = Який набір? Наберіть перші літери й натисніть Enter.
kits-no-composition = Склад цього набору не вказано. Його вписують у F9 «Довідники».
kits-too-many-assemble = Вистачить на { $most }, у папері { $wanted }: бракує «{ $part }». Зменште кількість.
kits-too-many-disassemble = Тут { $most }, у папері { $wanted }. Зменште кількість.
kits-most-assemble = Можна скласти { $most } (найменше є «{ $part }»).
kits-most-disassemble = Можна розібрати { $most }.
kits-column-part = Частина
kits-column-one = В одному
kits-column-all = Треба
kits-column-there = Є тут
kits-column-after = Буде

counts-title = Інвентаризації
counts-keys = Enter аркуш · F7 нова · Esc назад
counts-empty = Інвентаризацій ще не було. F7 — почати: аркуш із тим, що має лежати тут.
counts-empty-see = Інвентаризацій ще не було.
counts-column-day = Почато
counts-column-place = Місце
counts-column-step = Крок
counts-column-who = Хто
count-step-sheet = рахують
count-step-entered = чекає на затвердження
count-step-approved = затверджено, акт { $number }
count-step-all-there = затверджено, усе на місці
count-step-cancelled = скасовано
count-under-way = Інвентаризацію тут уже почато { $day }: ось її аркуш.

count-title = Інвентаризація
count-keys = цифри — скільки · Пробіл — як в обліку · + решта так само · F2 передати
count-keys-approve = F2 затвердити й провести різниці · F8 скасувати · Esc назад
count-keys-see = F8 скасувати · Esc назад
count-column-item = Найменування
count-column-expected = В обліку
count-column-counted = Пораховано
count-column-difference = Різниця
count-total = { $count ->
    [one] Пораховано { $counted } з { $all }, різниця у { $count } рядку. Непораховане лишається як є.
    [few] Пораховано { $counted } з { $all }, різниці у { $count } рядках. Непораховане лишається як є.
   *[many] Пораховано { $counted } з { $all }, різниці у { $count } рядках. Непораховане лишається як є.
}
count-moved = Після початку тут уже змінилося на { $amount }: різницю варто перевірити.
count-nothing = Ще нічого не пораховано. Наберіть, скільки є, або натисніть Пробіл, якщо все як в обліку.
count-entered = { $count ->
    [0] Передано на затвердження, різниць немає. Затвердити має інша людина.
    [one] Передано на затвердження, різниця у { $count } рядку. Затвердити має інша людина.
    [few] Передано на затвердження, різниці у { $count } рядках. Затвердити має інша людина.
   *[many] Передано на затвердження, різниці у { $count } рядках. Затвердити має інша людина.
}
count-approve-title = Затвердити інвентаризацію
count-approve-question = { $count ->
    [one] Буде проведено { $count } різницю: { $differences }.
    [few] Буде проведено { $count } різниці: { $differences }.
   *[many] Буде проведено { $count } різниць: { $differences }.
}
count-approve-all-there = Різниць немає: усе пораховане на місці. Акта не буде.
count-approve-wait = Ще подивлюся
count-approve-do = Затвердити
count-approved = Інвентаризацію затверджено, різниці проведено: акт { $number }.
count-approved-all-there = Інвентаризацію затверджено: усе на місці.
count-waits-for-another = Аркуш передали ви; затвердити має інша людина.
count-not-yours = Цей аркуш рахує інша людина.
count-is-over = Цю інвентаризацію вже завершено.
count-cancel-title = Скасувати інвентаризацію
count-cancel-question = Скасувати інвентаризацію? Залишки не зміняться, пораховане не буде проведено.
count-cancel-stay = Залишити
count-cancel-do = Скасувати
count-cancelled = Інвентаризацію скасовано, нічого не проведено.

movements-title = Рух
movements-keys = Enter акт · Tab інше місце · PgDn далі · Esc назад
movements-empty = Цієї речі тут ще не було.
movements-column-day = День
movements-column-kind = Що
movements-column-act = Акт
movements-column-whom = Від кого, кому
movements-column-change = + / −
movements-column-balance = Стало
movements-receipt = надходження
movements-issue = видача
movements-write-off = списання
movements-assembly = складання наборів
movements-disassembly = розбирання наборів
movements-transfer = переміщення
movements-count = інвентаризація
movements-reversal = сторно

donors-title = Благодійники
donors-keys = Enter сторінка · літери — пошук · Esc назад
donors-empty = Благодійників ще немає. Вони з’являються з першим надходженням: F7 на складі.
donor-title = Благодійник
donor-keys = ← → час · Enter відкрити рядок · Esc назад
donor-span-month = місяць
donor-span-quarter = квартал
donor-span-year = рік
donor-span-last-year = минулий рік
donor-span-always = увесь час
donor-nothing = За цей час нічого не надходило. ← → — інший час.
donor-came = Надійшло { $times }, { $weight }.
donor-had = Допомогу отримали: { $who }.
donor-nobody-yet = Із цього ще нічого не видано.
donor-count-receipts = { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[many] { $count } разів
}
donor-count-organisations = { $count ->
    [one] { $count } організація
    [few] { $count } організації
   *[many] { $count } організацій
}
donor-column-item = Найменування
donor-column-came = Надійшло
donor-column-given = Видано
donor-column-kits = У наборах
donor-column-off = Списано
donor-column-left = Лишилось
donor-categories = Хто отримав, за категоріями
donor-receipts = Надходження
donor-thanks = Для листа подяки
donor-thanks-goods = Дякуємо за допомогу, яку ви передали з { $from } до { $until }: разом { $weight }. Це { $goods }.
donor-thanks-categories = Серед них: { $categories }.
