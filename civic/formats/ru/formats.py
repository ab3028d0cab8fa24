"""Russian dates where Django's differ from Unicode CLDR 46, locale ru; the rest is Django's.

Django writes a month without its day with a capital ("Июнь 2022 г.") and a day without its year
in the nominative ("5 Июнь"). See also `month_names`.
"""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j E Y г., H:i"
MONTH_DAY_FORMAT = "j E"
