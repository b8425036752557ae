bookings-day = День
bookings-day-before = Предыдущий день
bookings-day-after = Следующий день
bookings-none = В этот день ничего не проходит.
bookings-taken = { $taken } из { $capacity }
bookings-full = Мест нет
bookings-held = { $n ->
    [one] { $n } держат
    [few] { $n } держат
   *[many] { $n } держат
}
bookings-arrived = { $n ->
    [one] { $n } пришёл
    [few] { $n } пришли
   *[many] { $n } пришли
}
bookings-until = до { $until }, { $place }
bookings-who = Кто идёт
bookings-answers = Важно знать
bookings-ticket = Билет
booking-desk-confirmed = Подтверждена
booking-desk-held = Держится, не подтверждена
tickets-code = Код билета
tickets-hint = Наведите камеру на квадратный код или введите буквы под ним. Пробелы и строчные буквы не мешают.
tickets-look = Найти
tickets-must-pay = { $name }: сначала { $owed } к оплате на стойке. { $title }.
tickets-check-in = Впустить
tickets-where = Где
tickets-others = В той же записи
tickets-age = Возраст: { $age }
tickets-good = Действует сегодня
tickets-other-day = На другой день
tickets-in-at = Вход { $at }, { $by }
tickets-admitted = { $name } может проходить: { $title }, { $wall }.
tickets-already = { $name } уже внутри с { $at }. Впустил(а) { $by }.
tickets-wrong-day = Билет на другой день: { $day }, { $wall }.
tickets-cancelled = Билет больше не действует: { $title }, { $name }, запись отменена.
tickets-unknown = Билета с таким кодом нет. Сверьте его по буквам или найдите гостя по номеру комнаты.
tickets-scan-hint = Поднесите код гостя к камере.
