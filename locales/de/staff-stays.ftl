stays-new = Neuer Aufenthalt
stays-search = Zimmer, Name oder Nummer
stays-search-hint = 204, Schröder, HB-1001
stays-find = Suchen
stays-show = Welche Aufenthalte
stays-in-house = Im Haus
stays-arriving = Anreise heute
stays-leaving = Abreise heute
stays-all = Alle
stays-name = Gast
stays-arrives = Anreise
stays-departs = Abreise
stays-lang = Sprache
stays-standing = Stand
stays-reference = Reservierungsnummer
stays-reference-hint = Die Nummer des Hotelsystems. Bleibt sie leer, wird eine erzeugt.
stays-none = Kein Aufenthalt passt. Suchen Sie nach einem Teil des Namens, dem Zimmer oder der Nummer.
stays-count = { $n ->
    [one] { $n } Aufenthalt
   *[other] { $n } Aufenthalte
}
stays-more = Die ersten { $n }. Suchen Sie nach Name oder Zimmer, um andere zu sehen.
stays-show-rooms = Freie Zimmer zeigen
stays-no-room = In allen diesen Nächten ist kein Zimmer frei. Wählen Sie andere Tage.
stays-from-to = Von { $from } bis { $to }
stays-package = Paket
stays-make = Aufenthalt und Zettel anlegen
stays-party = Wer wohnt hier
stays-party-hint = Zuerst die Person, auf die die Rechnung geht; sie wird auf dem Zettel begrüßt. Es zählt das Alter am Anreisetag.
stays-party-more = Weitere Personen
stays-guest = Gast
stays-guest-n = Person { $number }
stays-age = Alter
stays-age-n = Alter von Person { $number }
stays-room-option = { $n ->
    [one] { $number }, { $n } Bett
   *[other] { $number }, { $n } Betten
}
stay-room = Zimmer { $room }
stay-person = { $name }, { $age }
stay-slip = Zettel
stay-login = Anmeldename auf dem Zettel
stay-phones = Telefone
stay-phones-n = { $n ->
    [0] Noch niemand angemeldet
    [one] { $n } angemeldet
   *[other] { $n } angemeldet
}
stay-not-yet = Kommt noch
stay-staying = Im Haus
stay-read-only = Abgereist
stay-closed = Geschlossen
stay-change = Zimmer, Tage oder Sprache ändern
stay-changed = Gespeichert.
stay-changed-meanwhile = Jemand anderes hat diesen Aufenthalt inzwischen geändert. Es wurde nichts gespeichert; bitte noch einmal ansehen.
stay-save = Speichern
stay-reason = Grund, für das Protokoll
stay-new-slip = Neuer Zettel
stay-new-slip-button = Alten Zettel beenden und neuen erstellen
stay-new-slip-warning = { $n ->
    [0] Der bisherige Zettel gilt sofort nicht mehr. Zurzeit ist niemand damit angemeldet.
    [one] Der bisherige Zettel gilt sofort nicht mehr, und { $n } Telefon wird abgemeldet.
   *[other] Der bisherige Zettel gilt sofort nicht mehr, und { $n } Telefone werden abgemeldet.
}
stay-first-slip = Dieser Aufenthalt hat noch keinen Zettel.
stay-bookings = Buchungen
stay-no-bookings = Noch nichts gebucht.
stay-orders = Bestellungen
stay-no-orders = Noch nichts bestellt.
slips-print = Drucken
slips-size = Papier
slips-a6 = A6, je einer
slips-a4 = A4, je zwei
slips-hint = Kein Knopf zum Drucken? Drucken Sie über das Menü des Browsers; es kommen nur die Zettel heraus. Das Zimmer steht nie darauf.
slips-day = Anreisen am
slips-show = Zeigen
slips-none = An diesem Tag reist niemand an.
slips-without = { $n ->
    [one] { $n } Aufenthalt hat noch keinen Zettel. Erstellen Sie ihn auf der Seite des Aufenthalts.
   *[other] { $n } Aufenthalte haben noch keinen Zettel. Erstellen Sie sie auf den Seiten der Aufenthalte.
}
slips-to-stay = Zum Aufenthalt
wrong-form = { $n ->
    [one] Es wurde nichts gespeichert. Ein Feld braucht noch einen Blick.
   *[other] Es wurde nichts gespeichert. { $n } Felder brauchen noch einen Blick.
}
wrong-missing = Bitte ausfüllen.
wrong-too-long = { $n ->
    [one] Bitte höchstens { $n } Zeichen.
   *[other] Bitte höchstens { $n } Zeichen.
}
wrong-not-a-day = Das ist kein Datum. Schreiben Sie es so: 2026-11-21.
wrong-backwards = Die Abreise liegt vor der Anreise.
wrong-far-away = Dieser Tag liegt zu weit weg, oder der Aufenthalt ist schon vorbei.
wrong-too-many-nights = { $n ->
    [one] Ein Aufenthalt hat höchstens { $n } Nacht.
   *[other] Ein Aufenthalt hat höchstens { $n } Nächte.
}
wrong-not-an-age = Ein Alter ist eine ganze Zahl von 0 bis 120.
wrong-lead-is-a-child = Die Rechnung kann nur auf jemanden ab 18 Jahren gehen.
wrong-name-twice = Diesen Namen gibt es zweimal. Ergänzen Sie etwas, das beide unterscheidet.
wrong-too-many-people = { $n ->
    [one] Höchstens { $n } Person in einem Aufenthalt.
   *[other] Höchstens { $n } Personen in einem Aufenthalt.
}
wrong-room-sleeps = { $n ->
    [one] Dieses Zimmer hat nur { $n } Bett. Wählen Sie ein größeres.
   *[other] Dieses Zimmer hat nur { $n } Betten. Wählen Sie ein größeres.
}
wrong-room-taken = Jemand anderes hat dieses Zimmer in einer dieser Nächte. Wählen Sie ein anderes.
wrong-not-offered = Das gibt es hier nicht. Wählen Sie aus der Liste.
wrong-reference-taken = Diese Nummer hat schon ein anderer Aufenthalt.
wrong-bookings-outside = { $n ->
    [one] { $n } Buchung liegt außerhalb dieser Tage. Verlegen oder stornieren Sie sie zuerst.
   *[other] { $n } Buchungen liegen außerhalb dieser Tage. Verlegen oder stornieren Sie sie zuerst.
}
stays-person = Gästenummer oder E-Mail
stays-person-hint = Bei allen Aufenthalten dieses Gastes gleich: So sieht der Gast die früheren. Darf leer bleiben.
stay-earlier = Frühere Aufenthalte
