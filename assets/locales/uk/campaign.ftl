# Акції: права, слова в історії, чому не можна.
right-manage-campaigns = готувати акції й завершувати їх
right-serve = видавати на акції
office-not-allowed-manage-campaigns = Акції готує комірник або керівник, нічого не змінено. Зверніться до них.
office-not-allowed-serve = Ваша роль не дає видавати на акції, нічого не видано. Зверніться до адміністратора.

deed-campaign-made = створено акцію
deed-campaign-changed = змінено акцію
deed-campaign-cancelled = скасовано акцію
deed-campaign-ended = завершено акцію
deed-campaign-gathered = складено список акції
deed-campaign-expected = додано до списку акції
deed-campaign-unexpected = знято зі списку акції
deed-family-expected = додано до списку акції

campaign-fault-title = Назва акції порожня або довша за { $most } знаків, нічого не збережено. Впишіть назву.
campaign-fault-days = Акція закінчується { $until }, раніше, ніж починається ({ $from }); нічого не збережено. Виправте дату.
campaign-fault-no-goods = Не сказано, що отримує кожна сім’я, нічого не збережено. Додайте хоча б один рядок.
campaign-fault-item-twice = «{ $item }» стоїть у списку двічі, нічого не збережено. Залиште один рядок.
campaign-fault-no-such-campaign = Такої акції вже немає, нічого не змінено. Поверніться до списку акцій (Esc).
campaign-fault-not-under-way-planned = Акція ще триває, нічого не змінено.
campaign-fault-not-under-way-held = Акцію завершено, нічого не змінено. Видати можна звичайним актом (F5).
campaign-fault-not-under-way-cancelled = Акцію скасовано, нічого не змінено. Видати можна звичайним актом (F5).
campaign-fault-another-day = Акція триває з { $from } до { $until }, нічого не видано. Виправте дату.
campaign-fault-not-expected = Цієї сім’ї немає у списку акції, нічого не видано. Впишіть причину, щоб додати її, або Esc.
campaign-fault-nothing-for-them = За умовами акції цій сім’ї нічого не належить, нічого не видано.

screen-campaigns = акції
help-campaigns = Акції: роздача, на якій багато сімей отримують те саме. Enter відкриває акцію, F7 — нова, F4 — змінити, F8 — скасувати. Список сімей складають зі «Списків» (F9 → На акцію) або набираючи імена в самій акції.
screen-campaign-day = роздача
help-campaign-day = Наберіть кілька літер прізвища, номер або телефон чи скануйте картку й натисніть Enter: акт записано, рядок порожній, можна наступного. Хто вже отримав, почує коли, за яким столом і від кого. Кого немає у списку, того видно жовтим: Enter покаже, якої умови бракує, причина й ще раз Enter — додано й видано; Ins лише додає до списку або знімає з нього. Tab — хто ще не прийшов, усі, хто отримав. Після роздачі за паперовим списком: ← і → обирають день, ↓ стає на рядок, Space позначає один за одним. F8 скасовує останню видачу за цим столом або ту, що під курсором; F2 завершує акцію і повертає залишок на склад.
command-campaigns = Акції
command-campaigns-help = роздача багатьом сім’ям: списки, день, підсумок
command-campaign-new = Нова
command-campaign-new-help = нова акція
command-campaign-change = Змінити
command-campaign-change-help = назва, дні й що отримує кожна сім’я
command-campaign-cancel = Скасув.
command-campaign-cancel-help = скасувати акцію
command-campaign-end = Кінець
command-campaign-end-help = завершити акцію й повернути залишок на склад
command-campaign-take-back = Сторно
command-campaign-take-back-help = скасувати видачу: останню за цим столом або ту, що під курсором
command-campaign-expect = У список
command-campaign-expect-help = додати до списку акції того, хто під курсором, або зняти з нього (Ins)
command-campaign-paper = Друк списку
command-campaign-paper-help = відомість акції: до роздачі — для підписів, після — з номерами актів
command-many-campaign = На акцію
command-many-campaign-help = додати позначених або всіх знайдених до списку акції

campaigns-title = Акції
campaigns-empty = Акцій ще немає: F7 створить першу.
campaigns-keys = Enter — відкрити · F7 нова · F4 змінити · F8 скасувати · Esc назад
campaign-loading = Читаю…
campaign-none = —
campaign-status-planned = триває
campaign-status-held = завершено
campaign-status-cancelled = скасовано
campaign-none-chosen = Жодної акції не вибрано.
campaign-is-over = Акцію вже завершено або скасовано, змінити її не можна.
campaign-cancel-question = Скасувати акцію «{ $title }»? { $served ->
    [0] Нікому ще не видано.
    [one] { $served } видачу вже записано, вона лишиться.
    [few] { $served } видачі вже записано, вони лишаться.
   *[other] { $served } видач уже записано, вони лишаться.
} Список сімей збережеться.
campaign-cancel-do = Скасувати акцію
campaign-cancelled = Акцію скасовано. F8 на головному екрані поверне її.

campaign-form-new = Нова акція
campaign-form-change = Змінити акцію
campaign-saved = Акцію «{ $title }» збережено.
campaign-no-such-good = «{ $text }»: такої речі в довіднику немає. Почніть із назви, далі кількість.
campaign-per-child = на дитину
campaign-per-person = на особу
draft-kind-campaign = акція
form-campaign-title = Назва
form-campaign-title-hint = Як її звуть у центрі: «Миколай», «До школи 2026».
form-campaign-from = Від
form-campaign-from-hint = Перший день роздачі.
form-campaign-until = До
form-campaign-until-hint = Останній день; для акції одного дня той самий.
form-campaign-location = Звідки
form-campaign-location-hint = Звідки видають: склад або машина бригади. ← і → обирають. Що лишиться в машині, повернеться на склад після завершення.
form-campaign-programme = Програма
form-campaign-programme-hint = За якою програмою; її звичний набір стане в «Кожній» сам.
form-campaign-partner = Партнер
form-campaign-partner-hint = Завдяки кому, якщо є.
form-campaign-place = Місце
form-campaign-place-hint = Де відбувається: «Жидичин, клуб». Не обов’язково.
form-campaign-goods = Кожній
form-campaign-goods-hint = Що отримує сім’я: «прод 1», «подарунок 1 на дитину», «одяг 2 на особу». Enter бере рядок, F2 зберігає.

campaign-gather-title = На акцію
campaign-gather-none = Немає акції, що триває. Створіть її: F9 → Акції → F7.
campaign-gather-keys = Enter — додати до списку акції · Esc
campaign-gathered = До списку акції { $count ->
    [one] додано { $count } сім’ю
    [few] додано { $count } сім’ї
   *[other] додано { $count } сімей
}{ $rest ->
    [0] .
   *[other] ; ще { $rest } уже були в ньому.
}

campaign-box-hint = прізвище, № сім’ї або скан картки
campaign-box-hint-phone = прізвище, № сім’ї, телефон або скан картки
campaign-reason = Причина:
campaign-count = Видано { $served } з { $expected } · сьогодні { $day }
campaign-count-paper = Видано { $served } з { $expected } · позначаєте за { $day }
campaign-left = Лишилось: { $goods }
campaign-short = бракує { $missing }
campaign-tab-waiting = Ще не прийшли { $count }
campaign-tab-all = Усі { $count }
campaign-tab-served = Отримали { $count }
campaign-household = { $members } ос.
campaign-household-children = { $members } ос., діти { $ages }
campaign-not-listed = не в списку
campaign-day-keys = Enter видати · Tab хто ще/усі · ↓ Space позначити · ←→ день · Ins у список
campaign-door-keys = Enter — додати й видати · Esc — не видавати
campaign-door = { $name }: немає у списку акції. Впишіть причину, щоб додати й видати, або Esc.
campaign-door-unmet = { $name }: немає у списку, бо не виконано: { $unmet }. Впишіть причину, щоб видати, або Esc.
campaign-reason-wanted = Впишіть, чому видаєте поза списком, або Esc.
campaign-empty = Список порожній. Наберіть ім’я й натисніть Ins, або складіть його у «Списках»: F9 → На акцію.
campaign-all-came = Прийшли всі.
campaign-none-came = Ще нікому не видано.
campaign-nobody-found = Нікого не знайдено ні у списку, ні в реєстрі.
campaign-nobody = «{ $text }»: нікого не знайдено, нічого не видано. Виправте або Esc.
campaign-served = Видано: акт { $act } · { $name } · { $goods }
campaign-not-served = { $name }: { $why }
campaign-served-already = { $name }: вже отримали { $at }, акт { $act }, стіл «{ $desk }», видав(-ла) { $by }. Удруге не видано.
campaign-expected = { $name }: додано до списку акції.
campaign-unexpected = { $name }: знято зі списку акції.
campaign-take-back-title = Скасувати видачу
campaign-take-back-question = Скасувати видачу { $act }? Речі повернуться, сім’я зможе отримати знову; запис лишиться в історії.
campaign-take-back-do = Скасувати видачу
campaign-take-back-reason = помилка під час роздачі
campaign-taken-back = Видачу скасовано: акт { $act }. Речі знову тут.
campaign-nothing-to-take-back = За цим столом ще нічого не видано; станьте стрілкою на того, хто отримав.
campaign-end-title = Завершити акцію
campaign-end-not-yet = Ще триває
campaign-end-do = Завершити
campaign-end-question = Не прийшли: { $absent }. Лишилось: { $left }. Після завершення на цій акції більше не видають.
campaign-end-question-back = Не прийшли: { $absent }. Усе, що лежить у місці «{ $place }» ({ $left }), повернеться на склад одним актом. Після завершення більше не видають.
campaign-ended = Акцію завершено.
campaign-ended-back = Акцію завершено, залишок повернено на склад: акт { $act }.

form-lists-no-aid = без допомоги від
form-lists-no-aid-hint = Від цього дня сім’ї нічого не видавали.
lists-words-no-aid = без допомоги від { $value }

paper-file-campaign = Відомість акції { $from } — { $until }
paper-fact-held-at = Місце
paper-campaign-expected = У списку { $count } ({ $words }).
paper-campaign-served = Отримали { $count } ({ $words }).
paper-fact-thanks = За підтримки
