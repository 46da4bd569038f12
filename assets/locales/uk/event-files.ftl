# Довідники занять, файли занять і відвідувань, заняття на головному екрані, у пошуку й у картках.
catalogue-event-kind-tab = Види занять { $count }
catalogue-event-kind-new = Новий вид занять
catalogue-room-tab = Приміщення { $count }
catalogue-room-new = Нове приміщення

event-kind-club = заняття гуртка
event-kind-training = тренінг
event-kind-support-group = група взаємопідтримки
event-kind-master-class = майстер-клас
event-kind-leisure = дозвілля
event-kind-campaign = благодійна акція
event-kind-information = інформаційний захід
event-kind-course = курс
event-kind-camp = табір
event-kind-round-table = круглий стіл
event-kind-meeting = нарада
event-kind-performance = вистава чи екскурсія
event-kind-mobile-trip = виїзд бригади
event-kind-press-conference = пресконференція
event-kind-publication = публікація
event-kind-radio = ефір на радіо
event-kind-television = ефір на телебаченні

# Файли занять і відвідувань.
exchange-expected-session-key = ключ заняття: будь-який текст, за яким його пізнають, до 500 знаків
exchange-expected-series-key = ключ гуртка, курсу чи групи: рядки з тим самим ключем — заняття одного циклу; порожньо — окремий захід
exchange-expected-event-kind = код або назва виду занять, наприклад club; новий спершу додайте: stiika catalogue add event_kind КОД НАЗВА
exchange-expected-event-title = назва заняття до 500 знаків
exchange-expected-time = час за годинником: 11:00
exchange-expected-time-with-start = спершу початок: кінець без нього нічого не каже
exchange-expected-rural = yes або no (так, ні); порожньо — за населеним пунктом
exchange-expected-audience = families, children, professionals або public (сім’ї, діти, фахівці, громадськість)
exchange-expected-trainer = логін або ім’я працівника; інше ім’я лишається як написано
exchange-expected-heads = скільки людей без прізвищ: ціле число
exchange-expected-event-status = planned, held або cancelled (заплановано, проведено, скасовано); порожньо — минуле проведено, решту заплановано
exchange-expected-event-held-later = planned: день заняття ще не настав
exchange-expected-yes-no = yes або no (так, ні)
exchange-expected-expected = yes або no (так, ні): чи був у списку тих, кого чекали; порожньо — так
exchange-expected-outcome = present, absent або excused (був, не був, поважна причина)
exchange-expected-known-session = ключ заняття, яке є в центрі; заняття завантажують перед відвідуваннями: stiika import events ФАЙЛ
exchange-fault-session-key = { exchange-cell } — очікується { exchange-expected-session-key }
exchange-fault-series-key = { exchange-cell } — очікується { exchange-expected-series-key }
exchange-fault-event-kind = { exchange-cell } — очікується { exchange-expected-event-kind }
exchange-fault-event-title = { exchange-cell } — очікується { exchange-expected-event-title }
exchange-fault-time = { exchange-cell } — очікується { exchange-expected-time }
exchange-fault-time-with-start = { exchange-cell } — { exchange-expected-time-with-start }
exchange-fault-rural = { exchange-cell } — очікується { exchange-expected-rural }
exchange-fault-audience = { exchange-cell } — очікується { exchange-expected-audience }
exchange-fault-trainer = { exchange-cell } — очікується { exchange-expected-trainer }
exchange-fault-heads = { exchange-cell } — очікується { exchange-expected-heads }
exchange-fault-event-status = { exchange-cell } — очікується { exchange-expected-event-status }
exchange-fault-event-held-later = { exchange-cell } — очікується { exchange-expected-event-held-later }
exchange-fault-yes-no = { exchange-cell } — очікується { exchange-expected-yes-no }
exchange-fault-expected = { exchange-cell } — очікується { exchange-expected-expected }
exchange-fault-outcome = { exchange-cell } — очікується { exchange-expected-outcome }
exchange-fault-known-session = { exchange-cell } — очікується { exchange-expected-known-session }
exchange-fault-event-kind-settled = { exchange-cell } — благодійна акція й заняття не стають одне одним: очікується той самий вид, що в центрі
exchange-fault-event-series-settled = { exchange-cell } — заняття вже належить до іншого циклу: очікується його ключ
exchange-fault-event-campaign-days = { exchange-cell } — акція в центрі має інші дні; змінити їх можна на екрані акції
exchange-fault-event-status-is-held = { exchange-cell } — заняття вже проведено й закрито; знову відкрити його може адміністратор у журналі
exchange-fault-event-status-is-cancelled = { exchange-cell } — заняття скасовано; повернути його можна в календарі
exchange-fault-event-status-of-campaign = { exchange-cell } — акцію закінчують на її екрані: тоді на склад повертається те, що лишилося
exchange-fault-event-somebody-came = { exchange-cell } — { $count ->
    [one] на занятті була { $count } людина
    [few] на занятті були { $count } людини
   *[many] на занятті було { $count } людей
}: його не скасовано
exchange-fault-event-unmarked = { exchange-cell } — { $count ->
    [one] не відмічено { $count } людину
    [few] не відмічено { $count } людини
   *[many] не відмічено { $count } людей
} зі списку: закрити заняття можна, коли відмічено всіх
exchange-fault-session-begun = { exchange-cell } — день цього заняття ще не настав
exchange-fault-session-not-cancelled = { exchange-cell } — заняття скасовано, на ньому ніхто не міг бути
exchange-fault-mark-once = { exchange-cell } — у рядку { $other } про цю ж людину на цьому ж занятті сказано інше
deed-events-imported = заняття взято з файлу
deed-attendance-imported = відвідування взято з файлу
deed-events-exported = заняття вивантажено у файл
deed-attendance-exported = відвідування вивантажено у файл
cli-import-events-done = Записано занять: { $added }, змінено: { $changed }, без змін: { $unchanged }.
cli-import-events-would = Перевірено, нічого не записано. Буде записано занять: { $added }, змінено: { $changed }, без змін: { $unchanged }.
cli-import-events-nothing = Нічого не змінилося: занять { $unchanged } у файлі вже є в центрі.
cli-import-attendance-done = Записано відміток: { $added }, змінено: { $changed }, без змін: { $unchanged }.
cli-import-attendance-would = Перевірено, нічого не записано. Буде записано відміток: { $added }, змінено: { $changed }, без змін: { $unchanged }.
cli-import-attendance-nothing = Нічого не змінилося: відміток { $unchanged } у файлі вже є в центрі.
cli-export-left-out = Не вивантажено рядків занять з обмеженим доступом: { $count } — ваша роль їх не бачить.
cli-help-columns-events = Стовпці файлу events; рядок відомого заняття змінює те, що в ньому написано:
cli-help-columns-attendance = Стовпці файлу attendance:

# У пошуку.
box-series = Гуртки, групи, курси
box-sessions = Заняття й заходи

# Головний екран.
home-sessions = Заняття сьогодні
home-sessions-count = Заняття сьогодні · { $count }
home-sessions-none = сьогодні занять немає
home-session-taken = зайнято
home-today-news = нових сімей { $registered } { $week } · змінено { $corrected }
home-today-register = сімей на обліку { $families }, людей { $people }
home-newcomers = Дореєструвати після занять: { $count }. Enter покаже, кого саме.
home-newcomers-too = Дореєструвати після занять: { $count }. Кого саме — F9, «Дореєструвати».
command-newcomers = Дореєструвати
command-newcomers-help = люди, яких на занятті записали лише за іменем: дописати решту
screen-newcomers = дореєструвати
help-newcomers = Люди, яких тренер записав на занятті за іменем і роком народження. Enter відкриває форму людини: допишіть телефон, документ або згоду чи додайте її до сім’ї — і вона зникне з цього списку.
newcomers-title = Дореєструвати · { $count }
newcomers-keys = Enter — форма людини · Esc — назад
newcomers-loading = Читаємо…
newcomers-none = Усіх дореєстровано.

# Картки сім’ї та людини.
card-attended = Заняття · { $present ->
    [one] { $present } відвідування
    [few] { $present } відвідування
   *[many] { $present } відвідувань
} з { $total }

# Цикл із файлу: дні без правила.
rule-none = окремі дні
