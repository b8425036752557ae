tab-today = Heute
tab-book = Buchen
tab-order = Bestellen
tab-guide = Wegweiser
tab-me = Ich
shell-skip = Zum Inhalt
shell-menu = Hauptbereiche
shell-language = Sprache
shell-notices = { $n ->
    [0] Mitteilungen
    [one] Mitteilungen: { $n } neue
   *[other] Mitteilungen: { $n } neue
}
shell-sign-in = Anmelden
shell-offline = Sie sind offline. Sie sehen den Stand von Ihrer letzten Verbindung.
shell-read-only = Ihr Aufenthalt ist zu Ende. Lesen können Sie hier weiterhin alles.
shell-zone = Alle Zeiten sind die des Resorts ({ $zone }). Ihr Telefon zeigt eine andere Zeit.
page-not-found-title = Hier ist nichts
page-not-found = Diese Seite gibt es nicht oder nicht mehr.
page-home = Zur Startseite
page-again = Noch einmal versuchen
page-offline = Sie sind offline, und diese Seite wurde auf diesem Telefon noch nicht geöffnet. Was schon offen war, ist noch da.
install-title = Alles gleich zur Hand
install-text = Öffnet sich wie eine App und braucht kaum Platz.
install-button = Hinzufügen
install-share = Tippen Sie unter der Seite auf „Teilen“
install-add = Wählen Sie „Zum Home-Bildschirm“
home-welcome = Herzlich willkommen
home-good-morning = Guten Morgen, { $name }
home-good-afternoon = Guten Tag, { $name }
home-good-evening = Guten Abend, { $name }
home-lead-days = { $n ->
    [one] Noch { $n } Tag am Meer. Das erwartet Sie heute.
   *[other] Noch { $n } Tage am Meer. Das erwartet Sie heute.
}
home-lead-last-day = Ihr letzter ganzer Tag. Was haben Sie noch nicht ausprobiert?
home-lead-leaving = Heute reisen Sie ab. Ihr Zimmer gehört Ihnen bis { $at } Uhr.
home-lead-after = Danke, dass Sie bei uns waren. Alles von Ihrem Aufenthalt finden Sie noch hier.
home-sign-in = Mit dem Zettel anmelden
home-look-around = Umsehen
home-next = Als Nächstes
home-in = in { $time }
home-on-now = Jetzt
home-show-ticket = Ticket zeigen
home-open = Wartet auf Sie
home-held-until = Gehalten bis { $at }
home-order = Bestellung { $number }
home-later = Jetzt und später am Tag
home-whole-day = Der ganze Tag
home-until = bis { $at }
home-yours = Sie sind dabei
home-full = Ausgebucht
home-free = Kostenlos
home-included = Inklusive
home-untried = Inklusive und noch nicht ausprobiert
home-all = Alle
home-why-session = { $n ->
    [one] Heute um { $at }, noch { $n } Platz
   *[other] Heute um { $at }, noch { $n } Plätze
}
home-why-service = Wird aufs Zimmer gebracht
home-first-steps = Erste Schritte
home-step-guide = Sich umsehen
home-step-guide-text = WLAN, Essenszeiten, wen Sie anrufen
home-step-book = Etwas Schönes aussuchen
home-step-book-text = Die Zeit wählen Sie selbst, in einer Minute
home-step-order = Sich etwas bringen lassen
home-step-order-text = Obst, Saft oder Champagner aufs Zimmer
me-signed-out = Ihre Buchungen, Bestellungen und die Zimmerrechnung finden Sie hier, sobald Sie sich mit Ihrem Zettel angemeldet haben.
me-room = Zimmer
me-stay = Ihr Aufenthalt
me-package = Paket
me-party = Gemeinsam
me-phones = Angemeldete Telefone
me-history = Buchungen und Bestellungen
me-bill = Zimmerrechnung
me-wishes = Wunschliste
me-offers = Was es hier gibt und was es kostet
page-back = Zurück
home-under-way = In Arbeit
home-hello = Hallo, { $name }
home-why-time = { $day } um { $at } ist frei
shell-not-fresh = Das ließ sich gerade nicht aktualisieren. Sie sehen den Stand von eben.
earlier-title = Frühere Aufenthalte
earlier-empty = Bei diesem Aufenthalt wurde nichts gebucht oder bestellt.
earlier-bookings = Was Sie unternommen haben
earlier-orders = Was Ihnen gebracht wurde
earlier-people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
find-elsewhere = Außerdem gefunden
