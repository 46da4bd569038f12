# Заходи: права, відмови, що записано в історії.
right-see-events = бачити розклад і журнали відвідування
right-manage-events = створювати заходи й цикли, записувати до них людей
right-mark-attendance = відмічати, хто прийшов
right-reopen-session = знову відкривати закриті заняття
right-see-figures = бачити підсумки заходів

office-not-allowed-see-events = Ваша роль не дає бачити розклад заходів, нічого не показано. Зверніться до адміністратора.
office-not-allowed-manage-events = Заходи створює і змінює тренер або фахівець супроводу, нічого не змінено. Зверніться до них.
office-not-allowed-mark-attendance = Ваша роль не дає відмічати присутніх, нічого не записано. Покличте тренера.
office-not-allowed-reopen-session = Закрите заняття відкриває лише адміністратор, нічого не змінено. Зверніться до нього.
office-not-allowed-see-figures = Ваша роль не дає бачити підсумки заходів, нічого не показано. Зверніться до адміністратора.

deed-series-made = створено цикл занять
deed-series-changed = змінено цикл занять
deed-series-ended = завершено цикл занять
deed-session-made = створено захід
deed-session-changed = змінено захід
deed-session-moved = перенесено захід
deed-session-cancelled = скасовано захід
deed-session-restored = відновлено скасований захід
deed-session-closed = закрито журнал заняття
deed-session-reopened = знову відкрито журнал заняття
deed-attendance-marked = відмічено відвідування
deed-newcomer-added = додано нову людину на занятті
deed-heads-set = записано присутніх без імен
deed-enrolled = записано на заняття
deed-withdrawn = знято зі списку занять
deed-admitted = прийнято з черги на заняття
deed-completed = завершено курс
deed-something = щось змінено

event-status-planned = заплановано
event-status-held = проведено
event-status-cancelled = скасовано
event-outcome-present = присутній
event-outcome-absent = немає
event-outcome-excused = поважна причина
event-audience-families = родини
event-audience-children = діти
event-audience-professionals = фахівці
event-audience-public = усі охочі


event-fault-title = Захід потребує назви, не довшої за { $most } знаків. Нічого не збережено, напишіть назву.
event-fault-is-campaign = Акцію ведуть на її власному екрані, тут нічого не змінено. Відкрийте її в «Акціях».
event-fault-end-without-start = Указано кінець, але не початок. Нічого не збережено, допишіть годину початку.
event-fault-ages = Такого віку не буває або межі переплутано. Нічого не збережено, виправте вік.
event-fault-capacity = Місць має бути хоча б одне. Нічого не збережено, виправте число або лишіть порожнім.
event-fault-rule-order = Останній день раніше за перший. Нічого не збережено, виправте дати.
event-fault-rule-every = Повторювати можна кожні 1–52 дні або тижні. Нічого не збережено, виправте число.
event-fault-rule-no-days = Не вибрано жодного дня тижня. Нічого не збережено, позначте дні.
event-fault-rule-nothing = За цим правилом немає жодного дня. Нічого не збережено, виправте дати чи дні тижня.
event-fault-rule-too-many = Занять вийшло б більше ніж { $most }. Нічого не збережено, скоротіть період.
event-fault-unknown-kind = Виду заходу «{ $code }» немає в довіднику. Нічого не збережено, виберіть інший.
event-fault-unknown-programme = Програми «{ $code }» немає в довіднику. Нічого не збережено, виберіть іншу.
event-fault-unknown-room = Приміщення «{ $code }» немає в довіднику. Нічого не збережено, виберіть інше.
event-fault-unknown-partner = Партнера «{ $code }» немає в довіднику. Нічого не збережено, виберіть іншого.
event-fault-unknown-trainer = Такого працівника немає. Нічого не збережено, виберіть іншого.
event-fault-no-such-session = Такого заняття вже немає, нічого не змінено. Поверніться до розкладу.
event-fault-no-such-series = Такого циклу вже немає, нічого не змінено. Поверніться до списку.
event-fault-restricted = Це заняття закрите для вас, нічого не показано й не змінено. Зверніться до того, хто його веде.
event-fault-not-planned-held = Журнал цього заняття закрито, нічого не змінено. Відкрити його знову може адміністратор.
event-fault-not-planned-cancelled = Це заняття скасовано, нічого не змінено. Спершу відновіть його в розкладі.
event-fault-not-planned-planned = Це заняття ще не закрито, нічого не змінено.
event-fault-not-closed = Журнал цього заняття і так відкритий, нічого не змінено.
event-fault-not-cancelled = Це заняття не скасовано, нічого не змінено.
event-fault-not-yet = День цього заняття { $date } ще не настав, нічого не записано. Якщо його перенесено, змініть дату в розкладі.
event-fault-somebody-came = { $count ->
    [one] { $count } людину вже відмічено присутньою
    [few] { $count } людини вже відмічено присутніми
    [many] { $count } людей уже відмічено присутніми
   *[other] { $count } людини вже відмічено присутніми
 }: отже, заняття відбулося. Нічого не змінено, спершу зніміть відмітки й число присутніх без імен.
event-fault-unmarked = Журнал не закрито, ще не відмічено: { $names } — відмітьте кожного.
event-fault-unmarked-more = Журнал не закрито, ще не відмічено: { $names } і ще { $more } — відмітьте кожного або всіх разом.
event-fault-day-taken = У циклі вже є заняття { $date }. Нічого не змінено, виберіть інший день.
event-fault-series-ended = Цикл завершено { $date }, нічого не змінено. Створіть новий.
event-fault-nobody = Нікого не вибрано, нічого не записано. Позначте людей клавішею Ins.
event-fault-not-enrolled = Цієї людини немає у списку занять, нічого не змінено.
event-fault-full = Вільних місць немає (усього { $count }), нічого не змінено. Людина лишається в черзі.
event-fault-heads = Стільки людей не буває на одному занятті. Нічого не записано, виправте число.
