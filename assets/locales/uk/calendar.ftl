# Календар занять: правило серії, день, тиждень, місяць, форми.

weekday-short-mon = пн
weekday-short-tue = вт
weekday-short-wed = ср
weekday-short-thu = чт
weekday-short-fri = пт
weekday-short-sat = сб
weekday-short-sun = нд
weekday-mon = понеділок
weekday-tue = вівторок
weekday-wed = середа
weekday-thu = четвер
weekday-fri = п’ятниця
weekday-sat = субота
weekday-sun = неділя
month-1 = січень
month-2 = лютий
month-3 = березень
month-4 = квітень
month-5 = травень
month-6 = червень
month-7 = липень
month-8 = серпень
month-9 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень

# Правило серії.
rule-every-mon = щопонеділка
rule-every-tue = щовівторка
rule-every-wed = щосереди
rule-every-thu = щочетверга
rule-every-fri = щоп’ятниці
rule-every-sat = щосуботи
rule-every-sun = щонеділі
rule-daily =
    { $every ->
        [1] щодня
        [2] через день
        [one] раз на { $every } день
        [few] раз на { $every } дні
       *[other] раз на { $every } днів
    }
rule-weekly =
    { $every ->
        [1] щотижня: { $days }
        [2] через тиждень: { $days }
        [one] раз на { $every } тиждень: { $days }
        [few] раз на { $every } тижні: { $days }
       *[other] раз на { $every } тижнів: { $days }
    }
rule-until = { $rule } до { $until }
rule-except = крім { $days }
rule-except-many =
    крім { $count ->
        [one] { $count } дати
       *[other] { $count } дат
    }
rule-monthly-mon =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } понеділка місяця
rule-monthly-tue =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } вівторка місяця
rule-monthly-wed =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } середи місяця
rule-monthly-thu =
    { $nth ->
        [first] щопершого
        [second] щодругого
        [third] щотретього
        [fourth] щочетвертого
       *[last] останнього
    } четверга місяця
rule-monthly-fri =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } п’ятниці місяця
rule-monthly-sat =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } суботи місяця
rule-monthly-sun =
    { $nth ->
        [first] щопершої
        [second] щодругої
        [third] щотретьої
        [fourth] щочетвертої
       *[last] останньої
    } неділі місяця
