# What the office has set: the fields, their faults, the settings screen.
field-setting-office-name = назва центру
field-setting-community = громада
field-setting-lock-minutes = блокування, хв
field-setting-draft-days = зберігати чернетки, днів
field-setting-hotlines = гарячі лінії
field-setting-legal-basis = правова підстава
field-setting-after-issue = друк після видачі
field-setting-usual-tare = звична тара, г

setting-fault-no-name = Центр повинен мати назву; нічого не змінено.
setting-fault-lock-minutes = Хвилини до блокування — число від { $from } до { $to }: не блокувати не можна, бо на екрані дані людей.
setting-fault-draft-days = Скільки днів зберігати чернетки — число від { $from } до { $to }.
setting-fault-usual-tare = Звична тара — грами, число від { $from } до { $to }; нічого не змінено.
setting-fault-community = Такої громади немає в КАТОТТГ; нічого не змінено. Почніть писати назву й оберіть зі списку.
setting-fault-too-long = Текст задовгий: щонайбільше { $most } знаків.

setting-changed-office-name = Поки форма була відкрита, назву центру змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-community = Поки форма була відкрита, громаду змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-lock-minutes = Поки форма була відкрита, час блокування змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-draft-days = Поки форма була відкрита, строк чернеток змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-hotlines = Поки форма була відкрита, гарячі лінії змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-legal-basis = Поки форма була відкрита, правову підставу змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-after-issue = Поки форма була відкрита, друк після видачі змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.
setting-changed-usual-tare = Поки форма була відкрита, звичну тару змінили за іншим столом; ваше не збережено. Відкрийте налаштування ще раз.

hotlines-default = 1547 — протидія торгівлі людьми та домашньому насильству · 116 123 — насильство, дискримінація · 102 — поліція · 112 — єдиний номер
legal-basis-default = Закон «Про соціальні послуги» 2671-VIII · постанова КМУ № 64 від 14.01.2026

command-settings = Налаштування
command-settings-help = назва центру, блокування, чернетки, гарячі лінії, кольори й мова
settings-title = Налаштування центру
settings-saved = Налаштування збережено; інші столи вже знають.
settings-nothing-changed = Нічого не змінено.
form-setting-office-name = Назва центру
form-setting-office-name-hint = Стоїть у першому рядку кожного екрана й на паперах.
form-setting-community = Громада
form-setting-community-hint = Почніть писати й оберіть: її населені пункти стоятимуть у списках першими.
form-setting-lock-minutes = Блокувати через, хв
form-setting-lock-minutes-hint = Скільки хвилин без жодної клавіші стійка лишається відкритою: від 1 до 60.
form-setting-draft-days = Чернетки, днів
form-setting-draft-days-hint = Скільки днів зберігати незбережені форми: від 1 до 90.
form-setting-hotlines = Гарячі лінії
form-setting-hotlines-hint = Їх показує довідка F1 на кожному екрані. Порожнє — ті, що знає програма.
form-setting-legal-basis = Правова підстава
form-setting-legal-basis-hint = Закон чи порядок, за яким працює центр; його показує довідка F1.
form-setting-after-issue = Друк після видачі
form-setting-after-issue-hint = Пробіл або ←→: ні — друкуєте самі (F9), питати — щоразу вікно друку, завжди — акт одразу йде на принтер.
form-setting-usual-tare = Звична тара, г
form-setting-usual-tare-hint = Скільки віднімає клавіша «−» при видачі на вагу: від 1 до 5000 грамів.
after-issue-never = ні
after-issue-ask = питати
after-issue-always = завжди
form-setting-theme = Кольори
form-setting-theme-hint = Лише для вас на цьому комп’ютері; міняються відразу.
form-setting-language = Мова
form-setting-language-hint = Лише для вас на цьому комп’ютері; міняється відразу.

command-keyboard = Клавіатура
command-keyboard-help = перевірити, які клавіші доходять до програми
keyboard-title = Перевірка клавіатури
keyboard-text = Натискайте по черзі всі клавіші: ті, що дійшли, позначаються ✓. Команди тут не виконуються, набране не зберігається.
keyboard-nothing = Ще нічого не натиснуто.
keyboard-space = пробіл
keyboard-is-command = { $key } — клавіша команди: дійшла
keyboard-is-second = { $key } — інший спосіб дати команду: за місцем клавіші, а не за літерою
keyboard-is-letter = «{ $key }» — знак, який стане в поле
keyboard-is-esc = Esc — ще раз Esc зачинить перевірку
keyboard-is-key = { $key } — дійшла
keyboard-is-text = { $signs ->
    [one] Разом прийшло: { $signs } знак
    [few] Разом прийшло: { $signs } знаки
   *[many] Разом прийшло: { $signs } знаків
}, з них цифр { $digits } — так приходить вставлений текст або код зі сканера
keyboard-free = Не дійшли F1 чи F10? Їх забирає термінал. xfce4-terminal: «Параметри» → «Додатково», вимкнути там клавіші довідки F1 і меню F10. GNOME Terminal: «Параметри» → «Загальне» і «Скорочення», зняти F10 і F1. Ті самі команди — в меню F9.
keyboard-whole = Доходять усі клавіші, з якими працює стійка.
keyboard-keys = Esc двічі — зачинити

command-new-paper = Новий ключ
command-new-paper-help = новий паперовий ключ замість загубленого: старий перестане діяти
new-paper-question = Буде зроблено новий паперовий ключ відновлення. Старий аркуш перестане відкривати облік відразу, навіть якщо новий не перепишете; тоді зробіть ще один так само. Приготуйте папір: вісім рядків буде показано один раз.
new-paper-keys = Enter — зробити новий ключ · Esc — лишити старий
new-paper-done = Новий паперовий ключ діє. Старий аркуш знищіть.
office-paper-made = Новий ключ уже зроблено, а показати його вдруге не можна: якщо його не переписано, зробіть ще один.
staff-form-enable = Знову дати входити: { $name }
staff-enabled = { $name } знову може входити, з новим паролем.

cli-about-staff-enable = Знову дати працівникові входити, з новим паролем
cli-about-staff-paper-key = Зробити новий паперовий ключ відновлення; старий перестане діяти
cli-staff-enabled = { $login } знову може входити, з новим паролем.
cli-staff-paper-key = Новий ключ відновлення: перепишіть ці вісім рядків на папір, удруге їх не буде показано. Старий аркуш більше нічого не відкриває.
cli-about-completions = Надрукувати доповнення команд для оболонки
cli-arg-shell = оболонка: bash, zsh, fish, powershell, elvish
cli-about-man = Надрукувати сторінку посібника (roff)
cli-man-title = Посібник Стійки
cli-man-name = Назва
cli-man-synopsis = Виклик
cli-man-status = Код завершення
cli-man-status-done = 0 — зроблено
cli-man-status-refused = 1 — відмовлено або не вдалося; чому, сказано одним рядком
cli-man-status-usage = 2 — команду написано неправильно
cli-doctor-keyboard = Чи доходять клавіші, видно в самій стійці: F9 → Клавіатура

deed-settings-changed = змінено налаштування
deed-staff-enabled = працівнику знову дозволено входити
deed-paper-key-made = зроблено новий паперовий ключ
