# The calendar: the rule of a series, day, week, month, forms.

weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# The rule of a series.
rule-every-mon = every Monday
rule-every-tue = every Tuesday
rule-every-wed = every Wednesday
rule-every-thu = every Thursday
rule-every-fri = every Friday
rule-every-sat = every Saturday
rule-every-sun = every Sunday
rule-daily =
    { $every ->
        [1] every day
        [2] every other day
       *[other] every { $every } days
    }
rule-weekly =
    { $every ->
        [1] every week: { $days }
        [2] every other week: { $days }
       *[other] every { $every } weeks: { $days }
    }
rule-until = { $rule } until { $until }
rule-except = except { $days }
rule-except-many =
    except { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
rule-monthly-mon =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Monday of the month
rule-monthly-tue =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Tuesday of the month
rule-monthly-wed =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Wednesday of the month
rule-monthly-thu =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Thursday of the month
rule-monthly-fri =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Friday of the month
rule-monthly-sat =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Saturday of the month
rule-monthly-sun =
    { $nth ->
        [first] on the first
        [second] on the second
        [third] on the third
        [fourth] on the fourth
       *[last] on the last
    } Sunday of the month
