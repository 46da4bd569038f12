# Двері: перший запуск, вхід, паперовий ключ, працівники.
command-sign-in = Увійти
command-sign-in-help = увійти з набраним логіном і паролем
command-next = Далі
command-next-help = до наступного кроку

# Нижній рядок малих форм.
small-form-keys = Enter — далі · F2 — зберегти · Esc — назад

# Поля.
form-office-name = Назва
form-office-name-hint = Наприклад: Луцький міський центр соціальних служб
form-community = Громада
form-community-hint = Почніть набирати назву громади чи міста й оберіть стрілками. Порожнє поле — пропустити.
form-staff-name = Ім’я
form-staff-name-hint = Так людину буде названо на екранах і в історії. Наприклад: Олена Ковальчук
form-login = Логін
form-login-hint = Коротке слово для входу: літери, цифри, крапка, дефіс. Великі й малі літери однакові.
form-own-login = Логін
form-own-login-hint = Логін, який вам дав адміністратор. Великі й малі літери однакові.
form-administrator-login = Логін
form-administrator-login-hint = Логін адміністратора, який отримає новий пароль.
form-password = Пароль
form-password-hint = Enter — увійти
form-password-new = Новий пароль
form-password-new-hint = Кілька звичайних слів легше запам’ятати, ніж набір знаків: «сім груш за мостом».
form-password-again = Ще раз
form-password-again-hint = Той самий пароль удруге, щоб не закралася помилка.
form-role = Роль
form-role-hint = Стрілки або пробіл — інша роль
form-key-line = Рядок
form-key-line-hint = Великі й малі літери, пробіли та дефіси не мають значення.
form-paper-1 = рядок 1
form-paper-1-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-2 = рядок 2
form-paper-2-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-3 = рядок 3
form-paper-3-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-4 = рядок 4
form-paper-4-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-5 = рядок 5
form-paper-5-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-6 = рядок 6
form-paper-6-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-7 = рядок 7
form-paper-7-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.
form-paper-8 = рядок 8
form-paper-8-hint = Набирайте підряд: після восьми знаків курсор сам перейде далі.

# Пароль.
password-rule = щонайменше 10 знаків, не всі однакові й не логін
password-rule-now = щонайменше 10 знаків (зараз { $count }), не всі однакові й не логін
password-rule-twice = обидва рази однаково
password-weak = Пароль надто простий: потрібно щонайменше 10 знаків, не всі однакові й не логін.
password-differs = Паролі різні: наберіть удруге такий самий.

# Перший запуск.
setup-progress = крок { $step } з { $of }
setup-title-language = Мова · Language
setup-title-office = Ваш центр
setup-title-community = Ваша громада
setup-title-administrator = Перший адміністратор
setup-title-summary = Усе готово
setup-title-key = Паперовий ключ
setup-title-key-back = Чи все переписано?
setup-language-text = Вітаємо у Стійці. За кілька хвилин тут буде зашифрований облік вашого центру. Якою мовою працюватимете? Змінити її можна будь-коли в меню F9.
setup-office-text = Як називається ваш центр? Назву видно вгорі кожного екрана.
setup-no-office = Напишіть назву: без неї далі не можна.
setup-community-text = У якій громаді ви працюєте? В адресах її населені пункти будуть першими.
setup-no-community = Такої громади в довіднику немає. Оберіть зі списку або зітріть, щоб пропустити.
setup-administrator-text = Адміністратор додає працівників, дає їм ролі й паролі. Якщо поки що ви тут самі — запишіть себе.
setup-no-name = Напишіть ім’я: його видно в історії кожної картки.
setup-summary-text = Перевірте, чи все правильно. Дані лежатимуть в одному зашифрованому файлі на цьому комп’ютері: без пароля їх не прочитає ніхто.
setup-row-office = Центр
setup-row-community = Громада
setup-row-administrator = Адміністратор
setup-row-file = Файл
setup-community-none = не вказано
setup-create = Створити облік
setup-creating = створюю…
setup-key-text = Перепишіть ці вісім рядків на папір і покладіть його в сейф. Якщо забудуться всі паролі, облік відкриє тільки цей ключ. Більше його не буде показано ніколи.
setup-key-back-text = Наберіть зі свого паперу рядок { $line }: так буде видно, що ключ переписано правильно.
setup-key-back-wrong = Це не рядок { $line }: звірте його з папером і наберіть ще раз. Esc знову покаже ключ.
setup-done = Облік створено, ви ввійшли як адміністратор. Колег додасте так: F9 → Працівники.
setup-keys-first = ↑↓ — обрати · Enter — далі
setup-keys = Enter — далі · Esc — назад
setup-keys-summary = Enter — створити · Esc — назад
setup-keys-key = Enter — переписано
setup-keys-key-back = Enter — перевірити · Esc — показати ключ ще раз

# Вхід.
sign-in-title = Вхід
sign-in-file = Облік
sign-in-checking = перевіряю…
sign-in-closed = { $seconds ->
    [one] Забагато помилок поспіль: зачекайте ще { $seconds } секунду.
    [few] Забагато помилок поспіль: зачекайте ще { $seconds } секунди.
   *[many] Забагато помилок поспіль: зачекайте ще { $seconds } секунд.
}
sign-in-no-login = Наберіть логін.
sign-in-no-password = Наберіть пароль.
sign-in-forgotten = Забули пароль? F9 → Паперовий ключ
sign-out-unsaved = Незбережена форма лишиться чернеткою: при наступному вході її можна продовжити або стерти. Паролі в чернетку не потрапляють.
sign-out-leave = Вийти з роботи

# Паперовий ключ.
recovery-title = Вхід за паперовим ключем
recovery-text = Наберіть вісім рядків ключа, логін адміністратора й новий пароль для нього.
recovery-line-wrong = У цьому рядку помилка: звірте його з папером.
recovery-no-administrator = Адміністратора з таким логіном немає. Нічого не змінено; перевірте логін.
recovery-trying = перевіряю ключ…
recovery-done = Пароль змінено, ви ввійшли. Покладіть ключ назад у сейф.

# Працівники.
staff-title = Працівники · { $count }
staff-loading = читаю список…
staff-column-name = Ім’я
staff-column-login = Логін
staff-column-role = Роль
staff-column-state = Стан
staff-state-works = працює
staff-state-oneself = це ви
staff-state-disabled = вимкнено { $day }
staff-form-add = Новий працівник
staff-form-edit = { $name } · роль і пароль
staff-form-own = Мій пароль
staff-role-allows = Ця роль дає змогу { $rights }.
staff-password-stays = Пароль лишиться, як був, якщо його не набирати.
staff-no-name = Напишіть ім’я працівника.
staff-no-login = Придумайте логін, з яким працівник входитиме.
staff-saving = зберігаю…
staff-nothing-changed = Нічого не змінено.
staff-added = Додано: { $name }, логін { $login }. Передайте людині пароль особисто.
staff-role-done = { $name }: тепер роль «{ $role }».
staff-password-done = { $name }: тепер роль «{ $role }» і новий пароль.
staff-own-password-done = Ваш пароль змінено: наступного разу входьте з новим.
staff-disable-title = Вимкнути працівника
staff-disable-question = { $name } більше не зможе ввійти. Усе, що ця людина зробила, лишиться в історії.
staff-disable-oneself = Це ви самі: після виходу ви більше не ввійдете. Усе, що ви зробили, лишиться в історії.
staff-disable-keep = Залишити
staff-disable-do = Вимкнути
staff-disabled = { $name } більше не зможе ввійти.
staff-already-disabled = { $name } уже не працює тут: вимкнено { $day }.
