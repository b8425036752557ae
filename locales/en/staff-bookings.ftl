bookings-day = Day
bookings-day-before = The day before
bookings-day-after = The day after
bookings-none = Nothing takes place on this day.
bookings-taken = { $taken } of { $capacity }
bookings-full = Full
bookings-held = { $n ->
    [one] { $n } held
   *[other] { $n } held
}
bookings-arrived = { $n ->
    [one] { $n } is here
   *[other] { $n } are here
}
bookings-until = until { $until }, { $place }
bookings-who = Who goes
bookings-answers = Good to know
bookings-ticket = Ticket
booking-desk-confirmed = Confirmed
booking-desk-held = Held, not confirmed
tickets-code = Code of the ticket
tickets-hint = Scan the square code with a camera, or type the letters under it. Spaces and small letters are fine.
tickets-look = Look it up
tickets-must-pay = { $name }: { $owed } is to be paid at the desk first. { $title }.
tickets-check-in = Check in
tickets-where = Where
tickets-others = The same booking
tickets-age = { $age } years old
tickets-good = Good for today
tickets-other-day = For another day
tickets-in-at = In since { $at }, { $by }
tickets-admitted = { $name } may go in: { $title }, { $wall }.
tickets-already = { $name } is in already, since { $at }. Let in by { $by }.
tickets-wrong-day = This ticket is for another day: { $day } at { $wall }.
tickets-cancelled = This ticket is no longer good: { $title } was cancelled for { $name }.
tickets-unknown = There is no ticket with this code. Compare it letter by letter, or look the guest up by room.
tickets-scan-hint = Hold the guest's code in front of the camera.
