# Entries that are on the register twice: the list, both side by side, and the merge.

command-duplicates = Дублікати
command-duplicates-help = хто, можливо, стоїть на обліку двічі, найпевніші спершу
command-compare = Звірити
command-compare-help = дві картки поруч: звірити поле за полем і об’єднати
command-apart = Різні
command-apart-help = записати, що це різні люди чи сім’ї: разом їх більше не пропонуватимуть
command-merge = Об’єдн.
command-merge-help = зробити з двох карток одну; спершу сказано, що саме станеться
command-merge-with = Об’єднати з…
command-merge-with-help = обрати іншу картку тієї самої сім’ї й об’єднати з цією

screen-duplicates = можливі дублікати
screen-merge = об’єднання карток
help-duplicates = Облік переглядається сам, поки ви працюєте: шукаються люди зі схожим ім’ям, тією самою датою народження, телефоном, документом чи адресою. Три крапки — майже напевно та сама сім’я, одна — лише варто глянути. Enter або F3 — звірити обидві картки, F8 — це різні.
help-merge = Кожне поле стоїть двічі. «=» — однаково, «≠» — різне; ● — що залишиться. ← і → обирають бік, пробіл — наступний вибір, Enter веде до наступної відмінності; телефони, документи, категорії й нотатки зберігаються з обох. На рядку людини пробіл каже, що це дві різні людини, а цифра — з ким на іншому боці це одна. У першому рядку обирається номер, що лишається. F2 об’єднує; історія обох карток зберігається, а об’єднання можна скасувати.

duplicate-certain = майже напевно
duplicate-probable = імовірно
duplicate-possible = можливо

duplicates-title = Можливі дублікати
duplicates-looked = переглянуто { $percent } %
duplicates-loading = Читаю список…
duplicates-looking = Переглядаю облік: { $percent } %. Знайдене з’являтиметься тут само; тим часом можна працювати далі (Esc).
duplicates-empty = Дублікатів не видно: весь облік переглянуто, нові картки звіряються самі. Якщо ви знаєте дві картки однієї сім’ї, відкрийте одну з них і оберіть F9, «Об’єднати з…».
duplicates-keys = Enter — звірити й об’єднати · F8 — це різні · Esc — назад
duplicates-none-chosen = Тут немає жодної пари. Esc — назад.
duplicates-more = { $count ->
    [one] схожий ще { $count } член сім’ї
    [few] схожі ще { $count } члени сім’ї
   *[other] схожі ще { $count } членів сім’ї
}
duplicates-apart = Записано: це різні. { $names }. Разом їх більше не пропонуватимуть.

merge-with-title = З якою карткою об’єднати?

merge-title = Дві картки поруч
merge-loading = Відкриваю обидві картки…
merge-doing = об’єдную…
merge-number = Номер
merge-entry = Запис
merge-stays = лишається
merge-leads = вестиме сюди
merge-nothing = немає
merge-nobody = немає нікого
merge-open = на обліку

merge-field-registered-on = На обліку з
merge-field-closed-on = Закрито
merge-field-actual = Живе
merge-field-registered = Реєстрація
merge-field-origin = Приїхали з
merge-field-category = Категорії
merge-field-relation = Ким є
merge-field-surname = Прізвище
merge-field-given-name = Ім’я
merge-field-patronymic = По батькові
merge-field-sex = Стать
merge-field-birth-date = Народження
merge-field-phone = Телефони
merge-field-document = Документи
merge-field-consent = Згода
merge-field-note = Нотатка

merge-why-only = є лише тут
merge-why-fuller = повніше
merge-why-papers = як у паперах
merge-why-documented = з паперами
merge-why-earlier = раніше
merge-why-open = відкрита
merge-why-newer = новіше
merge-why-kept = головна
merge-why-both = обидва
merge-why-chosen = обрали ви

merge-because-only = Запропоновано, бо в іншій картці цього немає.
merge-because-fuller = Запропоновано, бо тут сказано більше.
merge-because-papers = Запропоновано, бо так кажуть документи людини.
merge-because-documented = Запропоновано, бо тут записано й документи людини.
merge-because-earlier = Запропоновано, бо це раніший день.
merge-because-open = Запропоновано, бо відкрита картка лишається відкритою.
merge-because-newer = Запропоновано, бо записано пізніше.
merge-because-kept = Запропоновано, бо так у картці, що лишається.
merge-because-both = Зберігається все з обох карток.
merge-because-chosen = Так обрали ви.

merge-keys-field = ← → обрати · пробіл — інше · Enter — наступна відмінність · F2 — об’єднати
merge-keys-both = ← → лише звідти · пробіл — далі й обидва · F2 — об’єднати · F8 — це різні
merge-keys-equal = В обох однаково. F2 — об’єднати, F8 — це різні, Esc — назад.
merge-keys-kept = ← → яка картка лишається: номер другої вестиме до неї. F2 — об’єднати, F8 — це різні.
merge-keys-couple = Ця людина є в обох картках. Пробіл — ні, це дві різні людини. F2 — об’єднати.
merge-keys-person = Це одна людина. F2 — об’єднати, F8 — це різні, Esc — назад.
merge-keys-alone = Є лише в одній картці й лишається в сім’ї. Цифра — це та сама людина, що під цією цифрою на іншому боці.
merge-press-digit = Натисніть цифру людини з іншого боку, якщо це вона сама.
merge-one-person = Це один запис про людину: ділити тут нічого.

merge-question = Лишиться картка { $kept } ({ $name }); номер { $gone } вестиме до неї. { $count ->
    [one] У сім’ї буде { $count } людина
    [few] У сім’ї буде { $count } людини
   *[other] У сім’ї буде { $count } людей
}, { $same ->
    [0] спільних між картками немає.
    [one] { $same } з них стоїть в обох картках і стане одним записом.
   *[other] { $same } з них стоять в обох картках; кожна людина стане одним записом.
} Історія обох збережеться; об’єднання можна скасувати.
merge-question-people = Лишиться запис «{ $kept }»; запис «{ $gone }» вестиме до нього, разом з усім, що на нього вказує. Історія обох збережеться; об’єднання можна скасувати.
merge-former-head = { $name }, що очолює другу картку, стане «інше»: ким саме, скажіть потім (F4).
merge-look-again = Ще подивитися
merge-do = Об’єднати
merge-done = Об’єднано: лишилася картка { $kept }, номер { $gone } веде до неї.
merge-done-people = Об’єднано: тепер це один запис.
merge-one-already = Це вже одна картка: їх об’єднали раніше.
