# Журнал відвідування: права, команди, знаки, речення.
screen-register = журнал
help-register = Журнал відвідування, як паперовий: люди вниз, дати впоперек. ● є, – немає, { register-sign-excused } поважна причина, · ще не відмічено, порожньо — не чекали, × заняття скасовано, ○ саме записується. Space відмічає присутнього і стає на наступного; на відміченому змінює: є → немає → порожньо. + на клавіатурі чи цифровому блоці відмічає присутніми всіх, хто лишився, - відмічає їх відсутніми. Щоб знайти когось, набирайте ім’я: спершу ті, хто у списку, нижче — весь реєстр; Enter відмічає і вписує у список. Кого ніде немає, того додає рядок «+ набрати ім’я»: досить імені та року народження або віку. Цифри відмічають членів родини з рядка під списком, Ins — усю родину. F4 — поважна причина, F6 — скільки прийшло без імен. ← і → — інші дати: там можна відмітити пізніше, і буде видно, коли та хто відмітив. Tab — лише невідмічені. Сканована картка відмічає одразу; якщо з родини чекають кількох, приберіть цифрами, кого немає, і натисніть Enter. F8 скасовує останню відмітку за цією стійкою. F2 закриває заняття, коли відмічено всіх; відкрити знову може адміністратор (F9). Знаки біля імені: ✗3 — пропущено три заняття поспіль, { register-sign-newcomer } — нова людина, дані доповнить приймальня, { register-sign-ages } — вік не підходить, { register-sign-closed } — картку сім’ї закрито, † — людина померла.

command-register-close = Закрити
command-register-close-help = закрити заняття, коли відмічено всіх
command-register-excuse = Поважна
command-register-excuse-help = відмітити, що людини немає з поважної причини
command-register-heads = Без ім.
command-register-heads-help = скільки жінок, чоловіків і дітей прийшло без імен
command-register-new = Додати
command-register-new-help = додати людину, якої ніде немає: ім’я та рік народження
command-register-take-back = Сторно
command-register-take-back-help = скасувати останню відмітку за цією стійкою
command-register-all-present = Решта є
command-register-all-present-help = відмітити присутніми всіх, кого ще не відмічено (+)
command-register-all-absent = Решти немає
command-register-all-absent-help = відмітити відсутніми всіх, кого ще не відмічено (-)
command-register-family = Уся родина
command-register-family-help = відмітити присутньою всю родину того, хто під курсором (Ins)
command-register-reopen = Відкрити знову
command-register-reopen-help = відкрити закрите заняття, щоб виправити відмітки: з причиною

register-loading = Читаю журнал…
register-box = ім’я: знайти у списку й у реєстрі
register-count = є { $present } з { $expected }, не відмічено { $due }
register-count-all = є { $present } з { $expected }, відмічено всіх
register-count-only-due = лише невідмічені: { $due }
register-count-none = є { $present }
register-sum = разом
register-sums = є / чекали
register-heads-none = без імен: нікого · F6
register-heads = без імен: ж { $women }, ч { $men }, д { $children }
register-fresh = + набрати ім’я того, кого немає у списку
register-fresh-typed = + додати нову людину: { $name }
register-empty = У списку ще нікого немає. Набирайте ім’я: кого знайде реєстр, того Enter впише і відмітить. Багатьох одразу записують у F9 → «Записані».
register-waiting = чекає місця, { $place }-й
register-not-listed = не у списку
register-keys = Space є/немає · + решта є · - решти немає · Ins родина · ім’я — шукати
register-keys-wide = Space є/немає · + решта є · - решти немає · Ins родина, 1–9 з неї · ← → дати · Tab невідмічені · ім’я — шукати
register-keys-typed = Enter — є, у список · ↑↓ інший · Ins — з родиною · Esc — стерти
register-keys-offer = Enter — відмітити · цифра — зняти або додати · Esc — не треба
register-keys-held = Закрито. Виправити відмітки: F9 → Відкрити знову · ← → інші дати
register-keys-off = Заняття скасовано · ← → інші дати
register-keys-ahead = Цей день ще не настав, відмічати рано · ← → інші дати
register-keys-reader = Ваша роль журнал лише читає · ← → інші дати · F3 картка
register-legend = ● є · – немає · п поважна причина · «·» ще не відмічено · × скасовано

register-sign-excused = п
register-sign-newcomer = нов
register-sign-ages = вік
register-sign-closed = закр

register-weekday-1 = понеділок
register-weekday-2 = вівторок
register-weekday-3 = середа
register-weekday-4 = четвер
register-weekday-5 = п’ятниця
register-weekday-6 = субота
register-weekday-7 = неділя
register-status-held = закрито
register-status-cancelled = скасовано

register-outcome-present = є
register-outcome-absent = немає
register-outcome-excused = поважна причина
register-made = { $day } о { $time }, { $by }
register-made-desk = { $day } о { $time }, { $by }, { $desk }
register-already = { $name }: уже відмічено — { $outcome }; { $made }.
register-going = { $name }: саме записується.
register-near = Схоже ім’я: { $name } — ще раз Enter, якщо це та людина; ↓ — інші.
register-marked = позначено { $made }
register-marked-late = позначено пізніше: { $made }
register-cell-going = записується…
register-cell-due = ще не відмічено
register-cell-blank = не чекали
register-cell-off = заняття скасовано
register-cell-off-why = заняття скасовано: { $reason }
register-moved = перенесено з { $day }
register-about-died = за реєстром, людина померла { $day }
register-about-missed = пропущено поспіль: { $count }
register-about-newcomer = нова людина: дані доповнить приймальня
register-about-ages = вік не підходить для цього заняття
register-about-closed = картку сім’ї закрито
register-about-waiting = Чекає на місце. Enter — відмітить, що є; у черзі лишиться.
register-about-stranger = Є в реєстрі, немає у списку. Enter — впише у список і відмітить.
register-about-fresh = Enter — додати людину, якої немає в реєстрі: ім’я та рік народження.

register-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
   *[other] { $count } людей
}
register-nobody-left = Усіх, кого чекали, уже відмічено.
register-nobody-chosen = Станьте на рядок людини.
register-family-is-here = Уся родина вже відмічена.
register-family = Родина { $family }: { $members }
register-family-offer = Прийшли, { $family }: { $members }
register-offer-nobody = Нікого не вибрано: цифра вибирає, Esc — не треба.
register-card-unknown = Картку { $number } не знайдено в реєстрі, нікого не відмічено. Наберіть ім’я.
register-newcomer-label = нова людина
register-taken-back = Відмітку скасовано: { $who }.
register-take-back-reason = помилкова відмітка
register-nothing-to-take-back = За цією стійкою ще нічого не відмічено.
register-closed = Заняття закрито.
register-reopened = Заняття знову відкрито, відмітки можна виправити.
register-closed-already = Заняття вже закрито. Відкрити знову може адміністратор (F9).
register-not-closed = Заняття не закрито, відмічайте.
register-off = Заняття скасовано, відмічати нікого.

register-warn-ages = { $name }: { $age } р., заняття для іншого віку; відмічено.
register-warn-capacity = Місць { $capacity }, прийшло { $present }; відмічено.
register-warn-closed = { $name }: картку сім’ї закрито; відмічено. Скажіть приймальні.
register-warn-dead = { $name }: за реєстром, людина померла { $day }; відмічено. Перевірте, чи це та людина (F8 скасує).
register-warn-second = { $name }: сьогодні вже є на «{ $title }»; відмічено й тут.

register-excuse-title = Чому немає
register-excuse-ill = хвороба
register-excuse-school = навчання, школа
register-excuse-away = від’їзд
register-excuse-family = сімейні обставини
register-reopen-title = Відкрити закрите заняття
register-reopen-missed = когось не відмітили
register-reopen-wrong = відмітили помилково

heads-title = Прийшли без імен
heads-explain = Скільки людей прийшло і не назвалося. Ці числа стоять окремо від списку й імен не замінюють.
form-heads-women = Жінок
form-heads-women-hint = Лише тих, кого немає у списку.
form-heads-men = Чоловіків
form-heads-men-hint = Лише тих, кого немає у списку.
form-heads-children = Дітей
form-heads-children-hint = До 18 років. Enter зберігає.
heads-fault = Потрібне число до { $most }, нічого не збережено. Виправте.
heads-saved = Кількість без імен збережено.

newcomer-title = Нова людина
newcomer-explain = Людину буде вписано в реєстр, додано у список і відмічено присутньою. Сім’ю, телефон і документи доповнить приймальня.
newcomer-fault-name = Впишіть прізвище та ім’я, ще нічого не збережено.
newcomer-fault-birth = Впишіть рік народження або вік, ще нічого не збережено.
newcomer-likely = Можливо, це хтось із реєстру:
newcomer-likely-first = У реєстрі є схожа людина: ↓ обирає її, Enter ще раз — додати нову.
newcomer-keys-down = ↓ — це хтось із них · Enter, F2 — додати нову · Esc — назад
newcomer-keys-likely = Enter — це та людина: відмітити · ↑ — до форми
newcomer-added = { $name }: додано й відмічено.
form-newcomer-name = Прізвище, ім’я
form-newcomer-name-hint = Прізвище, ім’я, по батькові, якщо відоме.
form-newcomer-birth = Рік або вік
form-newcomer-birth-hint = Рік народження, дата або скільки років: 2013, 12.03.2013 чи 13.
