orders-room = Zimmer
orders-waits = Wartet
orders-state = Stand
orders-what = Was
orders-guest = Gast
orders-wanted = Gewünscht
orders-asap = So bald wie möglich
orders-sum = Summe
orders-next = Nächster Schritt
orders-open = Offen
orders-none = Hier gibt es keine Bestellungen.
orders-close = Schließen
orders-included = Inklusive
orders-by-house = Das Haus
orders-title = Bestellung { $number }
orders-waiting = { $n ->
    [0] Alle Bestellungen sind angenommen.
    [one] { $n } Bestellung wartet auf Annahme.
   *[other] { $n } Bestellungen warten auf Annahme.
}
order-desk-placed = Neu
order-desk-accepted = Angenommen
order-desk-on-its-way = Unterwegs
order-desk-delivered = Geliefert
order-desk-declined = Abgelehnt
order-desk-cancelled = Storniert
orders-do-accept = Annehmen
orders-do-send = Losschicken
orders-arrives-in = Dort in
orders-arrives-unknown = Ohne Angabe
orders-expected = dort gegen { $wall }
orders-do-deliver = Geliefert
orders-do-decline = Ablehnen
orders-reason = Grund
orders-reason-hint = Der Gast liest das. Schreiben Sie es so, wie Sie es ihm sagen würden.
orders-reason-needed = Bitte nennen Sie einen Grund. Der Gast wird ihn lesen.
orders-changed-meanwhile = Diese Bestellung wurde inzwischen von jemand anderem weitergeführt. Sie ist jetzt: { $state }.
