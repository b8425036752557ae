bookings-day = Tag
bookings-day-before = Tag davor
bookings-day-after = Tag danach
bookings-none = An diesem Tag findet nichts statt.
bookings-taken = { $taken } von { $capacity }
bookings-full = Ausgebucht
bookings-held = { $n ->
    [one] { $n } vorgemerkt
   *[other] { $n } vorgemerkt
}
bookings-arrived = { $n ->
    [one] { $n } ist da
   *[other] { $n } sind da
}
bookings-until = bis { $until }, { $place }
bookings-who = Wer kommt
bookings-answers = Gut zu wissen
bookings-ticket = Ticket
booking-desk-confirmed = Bestätigt
booking-desk-held = Vorgemerkt, nicht bestätigt
tickets-code = Code des Tickets
tickets-hint = Scannen Sie den quadratischen Code, oder tippen Sie die Buchstaben darunter. Leerzeichen und Kleinbuchstaben stören nicht.
tickets-look = Nachsehen
tickets-must-pay = { $name }: erst sind { $owed } an der Rezeption zu zahlen. { $title }.
tickets-check-in = Einlassen
tickets-where = Wo
tickets-others = Dieselbe Buchung
tickets-age = { $age } Jahre alt
tickets-good = Gilt heute
tickets-other-day = Für einen anderen Tag
tickets-in-at = Drin seit { $at }, { $by }
tickets-admitted = { $name } darf hinein: { $title }, { $wall }.
tickets-already = { $name } ist schon drin, seit { $at }. Eingelassen von { $by }.
tickets-wrong-day = Dieses Ticket gilt an einem anderen Tag: { $day } um { $wall }.
tickets-cancelled = Dieses Ticket gilt nicht mehr: { $title } wurde für { $name } storniert.
tickets-unknown = Es gibt kein Ticket mit diesem Code. Vergleichen Sie ihn Buchstabe für Buchstabe, oder suchen Sie den Gast über das Zimmer.
tickets-scan-hint = Halten Sie den Code des Gastes vor die Kamera.
