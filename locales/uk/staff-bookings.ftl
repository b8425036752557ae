bookings-day = День
bookings-day-before = Попередній день
bookings-day-after = Наступний день
bookings-none = Цього дня нічого не відбувається.
bookings-taken = { $taken } з { $capacity }
bookings-full = Місць немає
bookings-held = { $n ->
    [one] { $n } тримають
    [few] { $n } тримають
   *[many] { $n } тримають
}
bookings-arrived = { $n ->
    [one] { $n } вже тут
    [few] { $n } вже тут
   *[many] { $n } вже тут
}
bookings-until = до { $until }, { $place }
bookings-who = Хто йде
bookings-answers = Важливо знати
bookings-ticket = Квиток
booking-desk-confirmed = Підтверджено
booking-desk-held = Тримається, не підтверджено
tickets-code = Код квитка
tickets-hint = Наведіть камеру на квадратний код або введіть літери під ним. Пробіли й малі літери не заважають.
tickets-look = Знайти
tickets-must-pay = { $name }: спершу { $owed } до сплати на рецепції. { $title }.
tickets-check-in = Впустити
tickets-where = Де
tickets-others = У тому самому записі
tickets-age = Вік: { $age }
tickets-good = Дійсний сьогодні
tickets-other-day = На інший день
tickets-in-at = Вхід { $at }, { $by }
tickets-admitted = { $name } може проходити: { $title }, { $wall }.
tickets-already = { $name } вже всередині з { $at }. Впустив(ла) { $by }.
tickets-wrong-day = Квиток на інший день: { $day }, { $wall }.
tickets-cancelled = Квиток більше не дійсний: { $title }, { $name }, запис скасовано.
tickets-unknown = Квитка з таким кодом немає. Звірте його за літерами або знайдіть гостя за номером кімнати.
tickets-scan-hint = Піднесіть код гостя до камери.
