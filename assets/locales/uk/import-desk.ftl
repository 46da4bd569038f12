# Імпорт на екрані: власний список установи, крок за кроком.
command-import = Імпорт
command-import-help = узяти список з файлу: CSV або XLSX
command-import-on = Далі
command-import-on-help = наступний крок імпорту
command-import-write = Запис
command-import-write-help = записати все в облік: це останній крок
command-import-report = Запис
command-import-report-help = зберегти звіт у файл
command-import-fault = Помилка
command-import-fault-help = до наступного рядка з помилкою
command-import-stop = Спинити
command-import-stop-help = зупинити роботу; нічого не буде записано
command-import-filter = Лише позначені
command-import-filter-help = лише рядки з помилками й попередженнями, або всі (Tab)
command-import-leave-out = Пропустити хибні
command-import-leave-out-help = не брати жодного рядка з помилкою (−)
command-import-take-back = Повернути всі
command-import-take-back-help = не пропускати жодного рядка (+)
command-import-all-same = Усі — ті самі
command-import-all-same-help = усі ще не вирішені пари — та сама людина (+)
command-import-all-new = Усі — нові
command-import-all-new-help = усі ще не вирішені пари — інші люди (*)
command-import-all-skip = Усі пропустити
command-import-all-skip-help = рядки всіх ще не вирішених пар не брати (−)

screen-import-file = імпорт: файл
screen-import-sheet = імпорт: аркуш
screen-import-columns = імпорт: стовпці
screen-import-rows = імпорт: рядки
screen-import-pairs = імпорт: схожі люди
screen-import-job = імпорт: робота триває
screen-import-report = імпорт: звіт

help-import-file = Оберіть файл зі списком: CSV або XLSX. Найновіші зверху; набране відбирає, Tab доповнює, Enter відкриває теку або файл. Шлях можна набрати чи вставити. Тут беруть облік сімей; надходження й видачі минулих років — команди stiika import stock і stiika import aid. До останнього кроку нічого не записується.
help-import-sheet = У книзі кілька аркушів. Оберіть той, де список; запропоновано перший, у якому впізнано заголовки.
help-import-columns = Ліворуч заголовки вашого файлу, праворуч — наші стовпці. Здогад позначено «≈»: перевірте його. Enter — інше значення, пробіл — не читати стовпець. Якщо рядок заголовків знайдено не там, «+» і «−» пересувають його. Перший рядок каже, які рядки файлу — одна сім’я. Після запису відповідність запам’ятається для наступного файлу з такими самими заголовками, і для команди stiika import теж. Якщо у списку немає ключів людей, їх складено з імені й дати народження: той самий файл удруге нічого не змінить.
help-import-rows = Рядки файлу. «✗» — помилка, вона не пускає далі; «!» — лише варто глянути. F3 — наступна помилка, Tab — лише позначені рядки, стрілки ліворуч і праворуч — інші стовпці. Виправте файл і почніть знову або пропустіть рядок: пробіл; «−» пропускає всі рядки з помилками, «+» повертає.
help-import-pairs = Люди з файлу, схожі на тих, хто вже на обліку або стоїть у файлі вище; найпевніші зверху. 1 — та сама людина: дані з файлу доповнять картку. 2 — інша людина: буде новою. 3 — пропустити рядок. «+», «*», «−» відповідають за всі, ще не вирішені. F2 записує все разом або нічого.
help-import-job = Робота триває. Esc або F8 зупиняє її: у такому разі нічого не буде записано.
help-import-report = Що зроблено. F2 зберігає звіт: номери рядків і рішення, без імен та інших даних людей. Файл звіту читає лише його власник.

import-title = Імпорт · крок { $step } з { $steps }
desk-no-files = За цим столом файли недоступні. Скористайтеся командами stiika import і stiika export.
import-closed = Файл уже закрито. Відкрийте його ще раз: Esc до першого кроку.
import-stopped = Зупинено. Нічого не записано.
import-done = Записано. Відповідність заголовків запам’ятовано.
import-refused = Нічого не записано: облік не прийняв позначених рядків. Пропустіть їх (пробіл) або вирішіть про схожих інакше (F2).

import-job-reading = Читаю файл…
import-job-checking = Перевіряю рядки…
import-job-comparing = Шукаю схожих на обліку та у файлі…
import-job-writing = Записую…
import-job-rows = { $count ->
    [one] прочитано { $count } рядок
    [few] прочитано { $count } рядки
   *[many] прочитано { $count } рядків
}
import-job-hint = Esc або F8 — зупинити; нічого не буде записано
import-job-stopping = зупиняю…

import-file-families = Тут — облік сімей. Склад і видачі: команда stiika import stock|aid ФАЙЛ
import-file-loading = дивлюся, що є в теці…
import-file-empty = Таблиць тут немає. Перейдіть в іншу теку (..) або наберіть шлях до файлу CSV чи XLSX.
import-file-none = Оберіть файл стрілками або наберіть шлях.
import-file-size = { $count } КБ
import-file-keys = Enter — відкрити · Tab — доповнити · наберіть частину назви · Esc — назад
import-sheets = { $count ->
    [one] У книзі { $count } аркуш. Де список?
    [few] У книзі { $count } аркуші. Де список?
   *[many] У книзі { $count } аркушів. Де список?
}
import-sheet-recognised = { $count ->
    [one] впізнано { $count } заголовок
    [few] впізнано { $count } заголовки
   *[many] впізнано { $count } заголовків
}
import-sheet-keys = Enter або F2 — цей аркуш · Esc — інший файл

import-count-rows = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[many] { $count } рядків
}
import-count-faults = { $count ->
    [one] { $count } помилка
    [few] { $count } помилки
   *[many] { $count } помилок
}
import-count-warnings = { $count ->
    [one] { $count } попередження
    [few] { $count } попередження
   *[many] { $count } попереджень
}
import-count-left-out = { $count ->
    [one] пропущено { $count } рядок
    [few] пропущено { $count } рядки
   *[many] пропущено { $count } рядків
}
import-number = { $count }
import-row = рядок { $row }

import-columns = Заголовки — рядок { $row } (+ і − пересувають) · під ними { $rows }
import-column-heading = стовпець файлу
import-column-samples = що в ньому
import-column-target = наш стовпець
import-column-sure = певність
import-columns-keys = Enter — інше значення · пробіл — не читати · F2 — далі · Esc — назад
import-unread = { $count ->
    [one] { $count } стовпець не буде прочитано: його даних в обліку не буде
    [few] { $count } стовпці не буде прочитано: їхніх даних в обліку не буде
   *[many] { $count } стовпців не буде прочитано: їхніх даних в обліку не буде
}
import-makes-keys = Ключів людей у файлі немає: їх складено з імені й дати народження, тож той самий файл удруге нічого не змінить.
import-fault-twice = Стовпці «{ $first }» і «{ $second }» означають те саме. Один з них не читайте: пробіл.
import-fault-no-name = Не сказано, де прізвище та ім’я. Оберіть стовпець і натисніть Enter.
import-fault-no-family = Не сказано, де номер сім’ї. Оберіть стовпець або змініть перший рядок: Enter.
import-grouping = Що таке одна сім’я
import-grouping-column = рядки з однаковим номером; без номера — людина без сім’ї
import-grouping-column-down = рядки до наступного номера сім’ї
import-grouping-head = рядки до наступного голови сім’ї
import-grouping-row = кожен рядок — окрема сім’я
import-sure-not = не читати
import-sure-content = за вмістом
import-sure-alike = схоже
import-sure-said = названо
import-sure-remembered = як раніше
import-sure-chosen = обрано
import-target-title = «{ $heading }» — це
import-target-none = не читати
import-target-full-name = прізвище, ім’я, по батькові разом
import-target-surname = прізвище
import-target-given-name = ім’я
import-target-patronymic = по батькові
import-target-birth-date = дата народження
import-target-sex = стать
import-target-phone = телефон
import-target-rnokpp = РНОКПП
import-target-document = документ
import-target-address = уся адреса
import-target-street-line = вулиця, будинок, квартира разом
import-target-settlement = населений пункт
import-target-starosta-district = старостинський округ
import-target-street = вулиця
import-target-building = будинок
import-target-flat = квартира
import-target-family = номер (ключ) сім’ї
import-target-relation = ким є в сім’ї
import-target-person = номер (ключ) людини
import-target-categories = категорії
import-target-registered-on = на обліку з
import-target-closed-on = знято з обліку
import-target-consent-on = день згоди
import-target-note = примітка

import-rows-keys = F3 помилка · Tab лише позначені · пробіл пропустити · F2 далі
import-rows-none = Під заголовками немає рядків. Esc — назад.
import-rows-faulty = { $count ->
    [one] Ще { $count } рядок з помилкою. Виправте файл або пропустіть рядок: пробіл, усі — «−».
    [few] Ще { $count } рядки з помилками. Виправте файл або пропустіть рядки: пробіл, усі — «−».
   *[many] Ще { $count } рядків з помилками. Виправте файл або пропустіть рядки: пробіл, усі — «−».
}

import-pairs = { $count ->
    [one] { $count } схожа людина
    [few] { $count } схожі людини
   *[many] { $count } схожих людей
}
import-pairs-left = { $count ->
    [one] вирішіть про { $count }
    [few] вирішіть про { $count }
   *[many] вирішіть про { $count }
}
import-pairs-decided = про всіх вирішено
import-pairs-none = Схожих людей ні на обліку, ні двічі у файлі немає.
import-pairs-undecided = { $count ->
    [one] Ще не вирішено про { $count } людину: 1 — та сама, 2 — нова, 3 — пропустити.
    [few] Ще не вирішено про { $count } людей: 1 — та сама, 2 — нова, 3 — пропустити; «+» — усі ті самі.
   *[many] Ще не вирішено про { $count } людей: 1 — та сама, 2 — нова, 3 — пропустити; «+» — усі ті самі.
}
import-pairs-write = { $count ->
    [one] F2 запише { $count } рядок файлу. Досі нічого не записано.
    [few] F2 запише { $count } рядки файлу. Досі нічого не записано.
   *[many] F2 запише { $count } рядків файлу. Досі нічого не записано.
}
import-pairs-keys = 1 — та сама · 2 — нова · 3 — пропустити · + * − за всіх · F2 — записати
import-write-keys = F2 — записати · Esc — назад
import-choice-none = ? вирішіть
import-choice-same = 1 та сама
import-choice-new = 2 нова
import-choice-skip = 3 пропустити
import-on-register = на обліку

import-report-title = Імпорт · що зроблено
import-report-families-added = нових сімей
import-report-people-added = нових людей
import-report-families-changed = доповнено карток
import-report-families-unchanged = сімей без змін
import-report-same = визнано тими самими
import-report-new = визнано новими, хоч і схожі
import-report-skipped = пропущено як схожі
import-report-left-out = пропущено рядків
import-report-warnings = попереджень
import-report-unread = не прочитано стовпців
import-report-row = рядок
import-report-what = що
import-report-name = звіт
import-report-about = Звіт має номери рядків і рішення, без даних людей. F2 зберігає його сюди:
import-report-saved = Звіт збережено; читати його може лише власник.
import-report-exists = Файл із такою назвою вже є й лишився без змін. Напишіть іншу назву.
import-report-failed = Звіт не збережено: { $reason }. Напишіть інший шлях.
import-report-keys = F2 — зберегти звіт · Esc — до пошуку
