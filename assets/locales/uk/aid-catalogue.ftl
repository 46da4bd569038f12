# Довідники кабінету екстреної допомоги: що видають, за якими програмами, від кого й кому, звідки, скільки можна.
catalogue-item-tab = Речі { $count }
catalogue-programme-tab = Програми { $count }
catalogue-partner-tab = Партнери { $count }
catalogue-location-tab = Склади { $count }
catalogue-limit-tab = Ліміти { $count }
catalogue-item-new = Нова річ або набір
catalogue-programme-new = Нова програма
catalogue-partner-new = Новий партнер
catalogue-location-new = Новий склад або машина
catalogue-limit-new = Новий ліміт
catalogue-kept-by-storekeeper = Цей довідник веде комірник або адміністратор: тут його можна лише переглянути.
catalogue-kept-by-administrator = Цей довідник веде адміністратор: тут його можна лише переглянути.

catalogue-unit-pc = штука
catalogue-unit-pair = пара
catalogue-unit-kg = на вагу, кг
catalogue-unit-kit = набір
catalogue-amount-pc = { $amount } шт.
catalogue-amount-pair = { $amount } { $count ->
    [one] пара
    [few] пари
   *[many] пар
}
catalogue-amount-kg = { $amount } кг
catalogue-amount-kit = { $amount } { $count ->
    [one] набір
    [few] набори
   *[many] наборів
}
catalogue-expires = зі строком
catalogue-expiry-no = не стежити
catalogue-expiry-yes = стежити
catalogue-low = мало від { $amount }
catalogue-partner-donor = благодійник
catalogue-partner-recipient = отримувач
catalogue-partner-both = дає й отримує
catalogue-location-storeroom = склад
catalogue-location-car = машина бригади
catalogue-measure-times = разів
catalogue-measure-pieces = штук, пар, наборів
catalogue-measure-grams = кілограмів
catalogue-period-days = днів
catalogue-period-months = місяців
catalogue-period-years = років
catalogue-period-once = один раз назавжди
catalogue-limit-per-family = на сім’ю
catalogue-limit-per-person = на кожну особу
catalogue-limit-per-child = на кожну дитину
catalogue-limit-of-group = уся група «{ $group }»
catalogue-limit-line = { $of }: { $much } { $period }, { $per }
catalogue-limit-pieces = { $count } шт.
catalogue-limit-times = { $count } { $count ->
    [one] раз
    [few] рази
   *[many] разів
}
catalogue-limit-in-days = на { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[many] { $count } днів
}
catalogue-limit-in-months = на { $count ->
    [one] { $count } місяць
    [few] { $count } місяці
   *[many] { $count } місяців
}
catalogue-limit-in-years = на { $count ->
    [one] { $count } рік
    [few] { $count } роки
   *[many] { $count } років
}
catalogue-limit-once = за весь час
catalogue-edrpou-odd = Контрольна цифра не сходиться: звірте код із папером. Зберегти можна й так.

catalogue-fault-group = Назва групи задовга: вона має вміщатися у список.
catalogue-fault-day = «{ $what }» — не день: напишіть 19.02.2026.
catalogue-fault-weight = Вага — у кілограмах, від грама до тонни: 0,9 або 12.
catalogue-fault-low = Скільки вже мало — число, більше за нуль, в одиниці цієї речі; порожнє — не попереджати.
catalogue-fault-kit-in-kit = «{ $what }» — набір, а набір складається з речей, не з наборів: впишіть його вміст.
catalogue-fault-not-a-kit = Склад має лише набір: оберіть одиницю «набір» (--unit kit) або приберіть частини.
catalogue-fault-two-compositions = Два склади набору не можуть діяти з того самого дня: змініть день.
catalogue-fault-part-quantity = Скільки «{ $what }» у наборі: напишіть число, більше за нуль, в одиниці речі — «рис 1,5», «мило 2».
catalogue-fault-no-such-item = Речі «{ $what }» у довіднику немає: оберіть зі списку або спершу додайте її.
catalogue-fault-no-such-category = Категорії «{ $what }» у довіднику немає: оберіть зі списку або спершу додайте її.
catalogue-fault-unit-in-use = Одиницю «{ $what }» не змінити: річ уже приймали, видавали або вона входить до набору, і там вона в старій одиниці. Додайте нову річ, а цю вимкніть.
catalogue-fault-part-of-kit = Річ входить до набору «{ $what }», тож сама набором стати не може.
catalogue-fault-ends-before = Програма не може закінчитися раніше, ніж почнеться.
catalogue-fault-edrpou = Код ЄДРПОУ має 8 цифр, а тут «{ $what }»; без коду залиште порожнім.
catalogue-fault-limit-of-nothing = Ліміт — на річ або на групу: почніть писати й оберіть зі списку (--item або --group).
catalogue-fault-limit-amount = Скільки можна — число, більше за нуль; щоб не видавати зовсім, вимкніть річ.
catalogue-fault-limit-period = Строк ліміту — від 1 до 3660 днів, місяців чи років («30 days», «1 months», «once»).
catalogue-fault-limit-measure = «{ $what }» видають на вагу: рахуйте кілограми або рази.
catalogue-fault-location-in-use = На «{ $what }» ще лежить товар: спершу перемістіть або спишіть його.
catalogue-fault-last-location = Це останній склад: товар мусить десь лежати. Спершу додайте інший.

form-catalogue-unit = Одиниця
form-catalogue-unit-hint = Пробіл або перша літера: штука, пара, на вагу, набір. Набору можна вписати склад.
form-catalogue-group = Група
form-catalogue-group-hint = За групою діють ліміти й видно, що давали востаннє. Почніть писати й оберіть, або впишіть свою.
form-catalogue-weight = Вага 1 шт., кг
form-catalogue-weight-hint = Скільки важить одна штука, пара чи набір: 0,9. Порожня вага набору рахується з його складу.
form-catalogue-low-level = Мало, коли
form-catalogue-low-level-hint = Від якого залишку попереджати, що закінчується. Порожнє — не попереджати.
form-catalogue-tracks-expiry = Строк
form-catalogue-tracks-expiry-hint = Чи питати під час надходження, до якого дня придатне: перше видаватиметься те, що раніше спливає.
form-catalogue-since = Склад діє з
form-catalogue-since-hint = Новий склад починається з цього дня, а видане раніше лишається зі старим. Щоб виправити чинний, поставте його день.
form-catalogue-parts = У наборі
form-catalogue-parts-hint = Річ і скільки: «рис 1,5», «мило 2», Enter; потім наступна. ↑ — до рядків: Enter змінить, Delete прибере.
form-catalogue-starts = Діє з
form-catalogue-starts-hint = Перший день програми. Порожнє — діяла завжди.
form-catalogue-ends = До
form-catalogue-ends-hint = Останній день програми. Порожнє — без строку.
form-catalogue-grounds = Кому
form-catalogue-grounds-hint = Категорії, які дають право: почніть писати, оберіть, Enter; потім наступна. Порожнє — будь-кому.
form-catalogue-set = Зазвичай дають
form-catalogue-set-hint = Що дають одразу: «продуктовий набір 1», Enter; потім наступне. Під час видачі це додається однією клавішею.
form-catalogue-role = Хто це
form-catalogue-role-hint = Благодійник дає товар, отримувач бере його як організація.
form-catalogue-edrpou = ЄДРПОУ
form-catalogue-edrpou-hint = Вісім цифр; у кого коду немає, лишіть порожнім.
form-catalogue-contact = Контакт
form-catalogue-contact-hint = Кому дзвонити: ім’я, телефон, пошта.
form-catalogue-thanks = Для подяки
form-catalogue-thanks-hint = Кому й як писати подяку: «Директорці фонду «Добро» Ірині Коваль».
form-catalogue-place-kind = Що це
form-catalogue-place-kind-hint = Склад або машина бригади: товар у кожному лічать окремо.
form-catalogue-limit-of = На що
form-catalogue-limit-of-hint = Річ або вся група речей: почніть писати й оберіть зі списку.
form-catalogue-amount = Скільки
form-catalogue-amount-hint = Найбільше, що можна за цей строк: 1, 2 або 15,5 — якщо кілограмів.
form-catalogue-measure = Чого
form-catalogue-measure-hint = Разів — як часто, хоч би скільки за раз; штук; кілограмів.
form-catalogue-period-count = За
form-catalogue-period-count-hint = За скільки днів, місяців чи років: «1 місяць» від 2 листопада — до 2 грудня.
form-catalogue-period = Строк
form-catalogue-period-hint = Днів, місяців, років — або один раз назавжди.
form-catalogue-per = На кого
form-catalogue-per-hint = На всю сім’ю чи стільки на кожну особу або дитину в ній.
form-catalogue-categories = Для кого
form-catalogue-categories-hint = Категорії, для яких діє ліміт: почніть писати, оберіть, Enter. Порожнє — для всіх.

item-food-kit = продуктовий набір
item-hygiene-kit = гігієнічний набір
item-clothes = одяг
item-shoes = взуття
item-bedding = постіль
item-toys = іграшки
item-baby-food = дитяче харчування
item-nappies = підгузки
item-school-set = шкільний набір
item-schoolbag = рюкзак
item-gift = подарунок
item-orthopaedic-shoes = ортопедичне взуття
item-glasses = окуляри
item-hearing-aid = слуховий апарат
item-blood-pressure-meter = тонометр
item-weighted-blanket = обважнена ковдра
item-power-station = зарядна станція
item-e-bike = електровелосипед
item-printer = принтер
item-group-food = харчі
item-group-hygiene = гігієна
item-group-clothes = одяг
item-group-shoes = взуття
item-group-bedding = постіль
item-group-toys = іграшки
item-group-baby = для немовлят
item-group-school = для школи
item-group-gift = подарунки
item-group-medical = для здоров’я
item-group-equipment = обладнання
programme-register = облік сімей
programme-emergency-room = кабінет екстреної допомоги
programme-mutual-aid-hub = хаб взаємодопомоги
programme-campaigns = благодійні акції
programme-space-for-children = простір для дітей
programme-family-centre = сімейний центр
programme-foster-care = прийомні сім’ї
programme-guardianship = опіка й піклування
programme-mediation = медіація
programme-military-families = сім’ї військових
programme-day-centre = денний центр
programme-crisis-room = кризова кімната
programme-mobile-team = мобільна бригада
programme-women-hub = жіночий хаб
programme-offenders = програма для кривдників
programme-training-centre = навчальний центр
programme-information = інформування
location-storeroom = склад

cli-arg-catalogue-add-unit = річ: одиниця — pc (штука), pair (пара), kg (на вагу), kit (набір); без неї штука
cli-arg-catalogue-add-group = річ або ліміт: група — food, hygiene, clothes, shoes, bedding, toys, baby, school, gift, medical, equipment або своя
cli-arg-catalogue-add-weight = річ: вага однієї в кілограмах; вага набору без неї рахується з його складу
cli-arg-catalogue-add-low = річ: від якого залишку попереджати, що закінчується
cli-arg-catalogue-add-expiry = річ: стежити за строком придатності
cli-arg-catalogue-add-part = набір або програма: код речі й скільки, наприклад rice=1,5; можна кілька разів
cli-arg-catalogue-add-since = набір: день, з якого діє склад; програма: перший день
cli-arg-catalogue-add-until = програма: останній день
cli-arg-catalogue-add-category = програма: категорія, яка дає право; ліміт: для якої діє; можна кілька разів
cli-arg-catalogue-add-role = партнер: donor (благодійник), recipient (отримувач), both (і те, й те)
cli-arg-catalogue-add-edrpou = партнер: код ЄДРПОУ, 8 цифр
cli-arg-catalogue-add-contact = партнер: кому дзвонити
cli-arg-catalogue-add-thanks = партнер: кому й як писати подяку
cli-arg-catalogue-add-car = склад — це машина бригади
cli-arg-catalogue-add-item = ліміт: код речі
cli-arg-catalogue-add-amount = ліміт: скільки можна; без нього 1
cli-arg-catalogue-add-measure = ліміт: що рахувати — times (рази), pieces (штуки), grams (вагу, писати в кілограмах)
cli-arg-catalogue-add-period = ліміт: за який строк — 30days, 1months, 1years, once; без нього 1months
cli-arg-catalogue-add-per = ліміт: на кого — family (сім’ю), person (кожну особу), child (кожну дитину)
