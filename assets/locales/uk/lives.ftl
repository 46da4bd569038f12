# Чому подія в житті сім’ї не може бути записана так. Одне речення: що сталося, що збережено, що зробити.
life-in-future = { $day } ще не настало, нічого не записано. Виправте дату.
life-before-registered = Сім’я на обліку лише з { $day }, нічого не записано. Виправте дату.
life-before-joined = { $name } у цій сім’ї лише з { $day }, нічого не записано. Виправте дату.
life-before-began = Те, що мало б закінчитися, почалося лише { $day }, нічого не записано. Виправте дату.
life-before-birth = Дата народження — { $day }, нічого не записано. Виправте дату.
life-head-needed = Сім’я № { $number } лишається без голови, нічого не записано. Оберіть нового голову: { $choices }.
life-head-leaves = { $name } не лишається в сім’ї й не може бути її головою, нічого не записано. Оберіть іншого голову.
life-not-member = Цієї людини в сім’ї немає й не було, нічого не записано. Відкрийте картку ще раз.
life-left-already = { $name } уже не в сім’ї з { $day }, нічого не записано.
life-left-already-by = { $name } уже не в сім’ї з { $day } (записано: { $by }, { $at }), нічого не записано.
life-died-already = Смерть людини { $name } уже записано: { $day }. Нічого не змінено.
life-member-already = { $name } уже в сім’ї № { $number } з { $day }, нічого не записано.
life-same-family = Це та сама сім’я, нічого не записано. Оберіть іншу.
life-whole-family = Це вся сім’я, нічого не записано. Змініть адресу або закрийте картку.
life-nobody = Нікого не обрано, нічого не записано. Позначте тих, хто йде.
life-one-head = Новій сім’ї потрібен один голова, нічого не записано. Оберіть його в колонці «ким є».
life-second-head = У сім’ї № { $number } вже є голова, нічого не записано. Оберіть, ким іншим людина доводиться голові, або спершу змініть голову.
life-head-already = { $name } вже голова сім’ї, нічого не змінено.
life-no-new-name = Нового прізвища чи імені не вказано, нічого не змінено. Впишіть їх.
life-same-address = Ця адреса вже стоїть у картці, нічого не змінено.
life-no-such-category = Такої категорії в картці вже немає, нічого не змінено. Відкрийте картку ще раз.
life-category-in-force = Ця категорія вже чинна, нічого не записано. Спершу завершіть її.
life-category-in-force-until = Ця категорія вже чинна до { $day }, нічого не записано. Почніть нову пізніше або завершіть цю.
life-category-ended = Категорія вже завершилася { $day }, нічого не змінено.
life-ends-before-begins = Кінець раніший за початок, нічого не записано. Виправте дати.
life-closed = Картку закрито з { $day }, нічого не записано. Спершу відкрийте її знову.
life-open = Картка відкрита з { $day }, нічого не змінено.
life-reason-wanted = Потрібна причина словами, нічого не записано. Впишіть її.
life-collector-is-member = { $name } — член цієї сім’ї й отримує допомогу без дозволу, нічого не записано.
life-collector-nameless = Немає імені того, хто отримуватиме, нічого не записано. Впишіть його.
life-no-such-collector = Такого дозволу вже немає, нічого не змінено. Відкрийте картку ще раз.

office-changed-later = Скасувати не вдалося: те саме пізніше змінено ({ $by }, { $at }). Нічого не змінено; спершу скасуйте пізнішу зміну або виправте картку (F4).
office-changed-meanwhile = Поки ви обирали, картку змінено ({ $by }, { $at }). Нічого не записано: перегляньте її ще раз.
office-already-undone = Це вже скасовано ({ $by }, { $at }), нічого не змінено.
office-not-undoable-nothing = Тут нема чого скасовувати, нічого не змінено.
office-not-undoable-password = Пароль не можна повернути: старого ніхто не знає. Нічого не змінено; задайте новий.
office-not-undoable-not-yours = Це зробили не ви, нічого не змінено. Скасувати може той, хто це зробив.
office-not-undoable-no-such-deed = Такого запису в журналі немає, нічого не змінено.
office-not-undoable-taken = Номер документа або ключ, який мав повернутися, уже належить іншому; нічого не змінено. Виправте картку (F4).
office-not-undoable-heads = Після скасування сім’я була б без голови або з двома, нічого не змінено. Спершу скасуйте пізніші зміни або виправте картку (F4).
office-merged-into = Цю картку об’єднано з карткою № { $number }, нічого не записано. Відкрийте її.
office-merged-into-person = Цей запис об’єднано з іншим, нічого не записано. Знайдіть людину пошуком ще раз.
office-plan-amiss = Склад обох сімей не сходиться з обраним, нічого не записано. Почніть об’єднання ще раз.
office-reason-wanted = Потрібна причина, нічого не змінено. Впишіть її.

why-former = колишнє прізвище { $former }

# Чому пішли з сім’ї.
leave-reason-divorced = розлучення
leave-reason-placed = влаштування дитини
leave-reason-grown-up = живе окремо
leave-reason-moved-away = виїзд
leave-reason-other-family = в іншій сім’ї
leave-reason-died = смерть
leave-reason-mistake = внесено помилково
leave-reason-merged = об’єднання карток
leave-reason-other = інше

# Чому картку закрито.
close-reason-moved-away = виїзд
close-reason-goal-reached = мети досягнуто
close-reason-refused = відмова
close-reason-died = смерть
close-reason-other-family = перехід в іншу сім’ю
close-reason-merged = об’єднано з іншою карткою
close-reason-mistake = зареєстровано помилково
close-reason-other = інше

# Слова історії.
deed-member-left = член сім’ї вибув
deed-member-moved = перехід до іншої сім’ї
deed-member-shared = член двох сімей
deed-member-joined = новий член сім’ї
deed-family-split = частину сім’ї виокремлено
deed-head-changed = новий голова сім’ї
deed-person-renamed = нове ім’я
deed-person-died = смерть
deed-family-moved = переїзд
deed-category-ended = категорію завершено
deed-category-renewed = категорію поновлено
deed-family-closed = картку закрито
deed-family-reopened = картку відкрито знову
deed-collector-allowed = дозволено отримувати
deed-collector-ended = дозвіл завершено
deed-person-registered = зареєстровано особу
deed-person-corrected = змінено
deed-person-viewed = відкрито картку
deed-family-viewed-on = картка на дату
deed-families-merged = картки об’єднано
deed-people-merged = записи об’єднано
deed-told-apart = це різні записи
deed-deed-undone = скасовано

# Поля подій.
field-on = дата
field-joined-on = у сім’ї з
field-left-on = у сім’ї до
field-leave-reason = причина вибуття
field-close-reason = чому закрито
field-close-note = пояснення
field-reopen-reason = чому відкрито знову
field-family = сім’я
field-split-family = нова сім’я
field-died-on = дата смерті
field-basis = підстава
field-former-name = колишнє ім’я
field-collector = може отримувати
field-collector-until = може отримувати до
field-merged-number = об’єднано з карткою
field-merged-person = об’єднано із записом
field-voided-on = визнано помилковим
field-undone = скасовано запис
