staff-sign-in-title = Cabana-Konsole
staff-login = Anmeldename
staff-sign-in-wrong = Anmeldename und Passwort gehören nicht zusammen.
console-menu = Konsole
console-today = Heute
console-orders = Bestellungen
console-bookings = Buchungen
console-tickets = Einlass
console-stays = Aufenthalte
console-money = Geld
console-slips = Zettel
console-demand = Nachfrage
console-log = Protokoll
console-role-desk = Rezeption
console-role-service = Service
console-role-manager = Leitung
today-tile-waiting = Neue Bestellungen
today-tile-under-way = In Arbeit
today-tile-arrivals = Anreisen
today-tile-departures = Abreisen
today-tile-in-house = Gäste heute Nacht
today-orders = Wartende Bestellungen
today-no-orders = Nichts wartet. Eine neue Bestellung erscheint hier von selbst.
today-bookings = In den letzten 24 Stunden gebucht, verlegt oder storniert
today-no-bookings = Zuletzt wurde nichts gebucht. Eine neue Buchung erscheint hier von selbst.
today-arrivals = Heute reisen an
today-no-arrivals = Heute reist niemand an.
today-departures = Heute reisen ab
today-no-departures = Heute reist niemand ab.
today-print-slips = Ihre Zettel drucken
today-all = Alle zeigen
today-just-now = eben
today-not-due = später
today-ago = vor { $time }
today-day-at = { $day }, { $at }
today-what = Was
today-when = Wann
today-people = Personen
today-made = Geändert
today-cancelled = Storniert
today-signed-in = Angemeldet
today-party = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
log-when = Wann
log-who = Wer
log-what = Was
log-about = Worüber
log-before = Vorher
log-after = Nachher
log-reason = Grund
log-pages = Seiten des Protokolls
log-older = Ältere
log-newest = Neueste
log-empty = Noch steht nichts im Protokoll.
log-managers-only = Das Protokoll liest nur die Leitung.
log-stay = Aufenthalt { $number }
log-order = Bestellung { $number }
log-deed = { $deed ->
    [stay_made] Aufenthalt angelegt
    [stay_changed] Aufenthalt geändert
    [cap_set] Geändert, was jemand ausgeben darf
    [slip_made] Zettel erstellt
    [slip_shown] Zettel angesehen
    [slip_replaced] Neuen Zettel erstellt
    [order_moved] Bestellung weitergeführt
    [check-in] Ticket eingelassen
    [waitlist-priority] Warteliste geändert
    [waitlist-off] Von der Warteliste genommen
    [receipt_tried] Kasse noch einmal gefragt
    [check_in_undone] Einlass zurückgenommen
    [missed] Nichterscheinen vermerkt
    [missed_undone] Nichterscheinen zurückgenommen
    [money_given] Geld zurückgegeben
    [money_declined] Geld nicht zurückgegeben
    [beyond_allowed] Mehr Plätze erlaubt
    [let_in_twice] Doppelten Einlass bemerkt
    [sessions_changed] Termine geändert
    [payment_taken] Nahm eine Zahlung an
    [points_given] Punkte gegeben
    [refund_handed_out] Gab Geld heraus
    [refund_again] Fragte noch einmal nach einer Rückzahlung
    [payment_closed] Schloss eine Zahlung ab
    [left_on_the_bill] Ließ es auf der Zimmerrechnung
    [hold_kept] Plätze länger gehalten
    [hold_released] Gehaltene Plätze zurückgegeben
    [called_off] Abgesagt
    [reopened] Wieder geöffnet
    [booking_kept] Buchung beibehalten
    [booking_moved] Buchung verlegt
    [booking_cancelled] Buchung storniert
    [resort_imported] Resort eingelesen
    [second_factor_on] Zweiten Schritt eingeschaltet
    [second_factor_off] Zweiten Schritt ausgeschaltet
    [second_factor_forgotten] Zweiten Schritt entfernt
    [signed_in] Angemeldet
    [signed_out] Abgemeldet
   *[other] { $deed }
}
staff-code = Sechs Ziffern
staff-code-hint = Aus der Authenticator-App auf Ihrem Telefon.
staff-code-needed = Für Ihr Konto gilt ein zweiter Schritt: Geben Sie Ihr Passwort und die sechs Ziffern aus der App ein.
staff-code-wrong = Die App zeigt jetzt andere Ziffern, oder diese wurden schon benutzt. Warten Sie auf die nächsten.
account-second-factor = Zweiter Schritt bei der Anmeldung
account-off = Scannen Sie den Code mit einer Authenticator-App. Von da an fragt die Konsole neben dem Passwort nach sechs Ziffern.
account-qr = QR-Code für die Authenticator-App
account-typed = Oder geben Sie diesen Schlüssel in die App ein:
account-turn-on = Einschalten
account-on = Der zweite Schritt ist eingeschaltet. Bei jeder Anmeldung fragt die Konsole nach sechs Ziffern aus der App.
account-turn-off = Ausschalten
today-moved = Verlegt
log-version = Version { $version }
log-import = { $kind }: { $new } neu, { $changed } geändert, { $archived } archiviert
log-kind = { $kind ->
    [rooms] Zimmer
    [packages] Pakete
    [categories] Kategorien
    [resources] Ressourcen
    [offers] Angebote
    [places] Orte
    [pages] Seiten des Wegweisers
    [staff] Personal
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] Buchung { $number }
    [session] Termin { $number }
    [resource] Platz, Raum oder Person { $number }
    [offer] Angebot { $number }
    [resort] Das Resort
    [console] Die Konsole
    [waitlist] Wartelisteneintrag { $number }
    [receipt] Beleg, Eintrag { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = Auf der Zimmerrechnung
log-called-off = beibehalten: { $kept }, verlegt: { $moved }, storniert: { $cancelled }
