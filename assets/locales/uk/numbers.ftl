# Підсумки заходів: цифри, що кожна з них означає, імена за нею.
command-event-figures = Підсумки
command-event-figures-help = проведено, відвідувань і різних людей: цього циклу або заходу
refused-no-event = Спершу оберіть захід стрілками.
command-figures = Підсумки заходів
command-figures-help = скільки проведено, скільки разів прийшли й скільки різних людей
command-figure-period = Період
command-figure-period-help = за який час цифри
command-figure-paper = Друк і файли
command-figure-paper-help = цифри або список за цифрою: папір, PDF, XLSX, CSV
screen-figures = підсумки заходів
help-figures = Відвідування й різні люди поруч: одна людина, що прийшла п’ять разів, — це п’ять відвідувань і одна людина. Стрілки ведуть від числа до числа, Tab — до наступного розділу; під таблицею сказано, що число означає. Enter на числі відкриває імена, у стовпці «Заходів» — самі заходи; з імені Enter відкриває картку, із заходу — його цифри, F6 — його журнал. 1 — усі заходи, 2 — одна програма, 3 — один цикл, 4 або F4 — час; PgUp і PgDn — попередній і наступний рік або місяць. «Друк і файли» в F9 — папір, PDF, XLSX, CSV.

figures-title = Підсумки заходів
figures-all = усі заходи
figures-programme = програма «{ $name }»
figures-year = { $year } рік
figures-choice-all = Усе
figures-choice-programme = Програма
figures-choice-series = Цикл
figures-choice-time = Час
figures-counting = Рахую…
figures-nothing = За цей час нічого не проведено. PgUp — попередній рік чи місяць, 4 — інший час.
figures-keys = Enter — імена · Tab — далі · PgUp PgDn — час · F9 друк · Esc
figures-is-old = З’явилися нові відмітки: пробіл перерахує.
figures-chart = Відвідування в часі
figures-why = Що це за число
figures-legend = █ різні люди, разом із ░ — усі відвідування
figures-legend-short = █ люди ░ рази
figures-no-other-time = Тут час не змінюється. Esc — назад.
figures-period-below = Час вибирають на екрані цифр: Esc.
figures-never-on-paper = Ця категорія не стоїть на папері. Список є лише на екрані.
figures-restricted = (закрите для вас)
figures-not-closed = не закрито
figures-paper = Підсумки · { $of }
figures-column-sessions = Заходів
figures-column-visits = Відвідувань
figures-column-people = Людей
figures-column-name = Ім’я
figures-column-birth = Народж.
figures-column-age = Вік
figures-column-family = Сім’я
figures-column-times = Разів
figures-column-days = Дні
figures-column-day = День
figures-column-title = Захід
figures-column-named = На ім’я
figures-column-heads = Без імен
figures-pick-programme = Яка програма
figures-pick-programme-none = Ще жоден захід не записано за програмою.
figures-pick-series = Який цикл
figures-pick-series-none = Циклів ще немає.
figures-pick-period = За який час
figures-pick-period-none = Часу не вибрано.
figures-pick-nothing = Нічого не знайдено. Esc зітре набране.
figures-pick-keys = ↑ ↓ вибір · Enter узяти · літери — пошук · Esc назад
figures-days-keys = Enter далі · F2 показати · Esc назад
figures-names-keys = Enter картка · літери — пошук · + уперше · F9 друк · Esc
figures-sessions-keys = Enter цифри заходу · F6 журнал · літери — пошук · F9 друк · Esc
figures-nobody = Нікого на ім’я тут немає.
figures-count-people = { $count ->
    [one] { $count } людина
    [few] { $count } людини
    [many] { $count } людей
   *[other] { $count } людини
}
figures-count-visits = { $count ->
    [one] { $count } відвідування
    [few] { $count } відвідування
    [many] { $count } відвідувань
   *[other] { $count } відвідування
}
figures-count-heads = і ще { $count } без імен
figures-count-sessions = { $count ->
    [one] { $count } захід
    [few] { $count } заходи
    [many] { $count } заходів
   *[other] { $count } заходу
}
figures-left-out-people = Закрите для вас тут не названо: людей { $people }, відвідувань { $visits }.
figures-left-out-sessions = Закритих для вас заходів тут не названо: { $count }.

figure-time-month = Цей місяць
figure-time-last-month = Минулий місяць
figure-time-year = Цей рік
figure-time-last-year = Минулий рік
figure-time-always = Увесь час
figure-time-days = Від дня до дня…

figure-all = Разом
figure-average = У середньому на захід
figure-open = Журнал ще не закрито
figure-children = Діти
figure-newcomers = Уперше
figure-head-women = Без імен: жінки
figure-head-men = Без імен: чоловіки
figure-head-children = Без імен: діти
figure-sex-f = Жінки й дівчата
figure-sex-m = Чоловіки й хлопці
figure-unknown = Не вказано
figure-age = { $years } р.
figure-age-unknown = Вік невідомий
figure-area-urban = У місті
figure-area-rural = У селі
figure-area-unknown = Місце не вказано
figure-part-whole = Разом
figure-part-unnamed = Без імен
figure-part-time = У часі
figure-part-sex = За статтю
figure-part-age = За віком
figure-part-category = За категоріями
figure-part-area = За місцем
figure-part-kind = За видом

figure-why-sessions = Проведені заходи: із закритим журналом або ті, на які вже хтось прийшов. Скасовані не рахуються ніде.
figure-why-visits = Відвідування: кожен, хто прийшов, щоразу — і відмічені на ім’я, і полічені без імен.
figure-why-people = Різні люди: кожен, відмічений на ім’я, один раз. Без імен сюди не входять.
figure-why-average = Відвідування, поділені на проведені заходи.
figure-why-open = Хтось уже прийшов, а журнал не закрито: цифри ще можуть змінитися.
figure-why-children = Діти: кому не було 18 того дня, коли прийшли вперше за цей час. Полічені без імен діти — окремим рядком.
figure-why-newcomers-all = Уперше: до цього часу не були на жодному заході.
figure-why-newcomers-programme = Уперше: до цього часу не були на жодному заході цієї програми.
figure-why-newcomers-series = Уперше: до цього часу не були на жодному занятті цього циклу.
figure-why-newcomers-session = Уперше: не були на попередніх заняттях циклу, а на окремому заході — на жодному раніше.
figure-why-unnamed = Полічені без імен: додаються лише до відвідувань і ніколи до людей.
figure-why-sex = За статтю з картки; лише відмічені на ім’я.
figure-why-age = Вік того дня, коли людина прийшла вперше за цей час: кожен в одній групі.
figure-why-category = Категорія, чинна в день відвідування: власна або сім’ї чи когось із неї. Хто має дві, є в обох рядках.
figure-why-area = За місцем заходу: село чи місто. Хто був і там, і там, є в обох рядках.
figure-why-kind = За видом заходу. Хто був на різних, є в кожному з рядків.
figure-why-time = Відвідування й різні люди за цей відтинок; одна людина може бути в кількох рядках.

month-short-1 = січ
month-short-2 = лют
month-short-3 = бер
month-short-4 = кві
month-short-5 = тра
month-short-6 = чер
month-short-7 = лип
month-short-8 = сер
month-short-9 = вер
month-short-10 = жов
month-short-11 = лис
month-short-12 = гру

paper-title-figures = Підсумки заходів
paper-title-figure-people = Підсумки заходів: список людей
paper-title-figure-sessions = Підсумки заходів: список заходів
paper-fact-figures = Що враховано
paper-fact-figure = Показник
paper-column-figure = Показник
paper-column-first = Уперше
paper-column-last = Востаннє
paper-figures-open = Ще не закрито заходів: { $count }; їхні цифри можуть змінитися.
paper-figures-people = Людей: { $people }, їхніх відвідувань: { $visits }.
paper-figures-heads = Крім них полічено без імен: { $count }.
paper-figures-left-out = Із закритих заходів не названо людей: { $people }, відвідувань: { $visits }.
paper-figures-sessions = Заходів: { $count }.
paper-figures-left-out-sessions = Закритих заходів не названо: { $count }.
paper-file-figures = Підсумки { $from } { $until }
paper-file-figure-people = Підсумки, люди { $from } { $until }
paper-file-figure-sessions = Підсумки, заходи { $from } { $until }
