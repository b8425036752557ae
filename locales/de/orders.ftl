order-title = Aufs Zimmer
order-lead = Wählen Sie, was Ihnen gefällt. Wir bringen es Ihnen an die Tür.
order-none = Noch kann nichts aufs Zimmer bestellt werden. An der Rezeption hilft man Ihnen gern.
order-parts = Teile der Karte
order-used-up = Ihr Anteil ist verbraucht
order-included-n = { $n ->
    [one] { $n } inklusive
   *[other] { $n } inklusive
}
order-opens = Ab { $time }
order-opens-on = { $day } ab { $time }
order-closed = Zurzeit nicht erhältlich
order-closed-now = Zurzeit nicht erhältlich. { $day } ab { $time }. Für diese Zeit können Sie schon jetzt bestellen.
order-in-basket = { $n ->
    [one] { $n } im Korb
   *[other] { $n } im Korb
}
order-add = Hinzufügen
order-add-one = Zum Korb hinzufügen: { $title }
order-choose = Auswählen
order-choose-one = Auswählen: { $title }
order-added = { $title }: liegt jetzt in Ihrem Korb.
order-option = Was hätten Sie gern?
order-extra = + { $price }
order-optional = { $question } (wenn Sie mögen)
order-no-matter = Ist mir gleich
order-answer-hint = { $n ->
    [one] Höchstens { $n } Zeichen.
   *[other] Höchstens { $n } Zeichen.
}
order-how-many = Wie viele
order-how-many-of = Wie viele: { $title }
order-less = Eins weniger: { $title }
order-more = Eins mehr: { $title }
order-add-to-basket = In den Korb legen
order-served = Erhältlich
order-always = Zu jeder Zeit
order-hours = { $from } bis { $to }
order-takes = Meist bei Ihnen in
order-price-of-one = Einzelpreis
order-back = Zurück zur Karte
order-back-history = Zurück zum Verlauf
order-times = { $count } ×
order-moment = { $day }, { $time }
order-number = Bestellung { $order }
order-state-placed = Aufgegeben
order-state-accepted = In Vorbereitung
order-state-on-its-way = Unterwegs
order-state-delivered = Gebracht
order-state-declined = Abgelehnt
order-state-cancelled = Storniert
order-stage-placed = Ihre Bestellung ist da. Wir kümmern uns gleich darum.
order-stage-accepted = Wir bereiten sie gerade für Sie vor.
order-stage-on-its-way = Sie ist auf dem Weg zu Ihrem Zimmer.
order-stage-expected = Es ist unterwegs und ist gegen { $wall } bei Ihnen.
order-stage-delivered = Sie wurde Ihnen gebracht. Lassen Sie es sich gut gehen.
order-stage-declined = Es tut uns leid, diesmal können wir sie nicht bringen. Sie zahlen nichts dafür.
order-stage-cancelled = Sie haben diese Bestellung zurückgenommen. Sie zahlen nichts dafür.
order-reason = Der Grund: { $reason }
order-when = Wir bringen sie
order-placed-at = Aufgegeben
order-what = Was Sie bestellt haben
order-history = Was wann geschah
order-by-staff = { $name }, unser Team
order-by-reason = { $who }: { $reason }
order-on-the-bill = Auf Ihr Zimmer gebucht.
order-taken-off = Von Ihrer Zimmerrechnung genommen.
order-cancel = Bestellung stornieren
order-cancel-hint = Stornieren können Sie, bis wir mit der Zubereitung beginnen.
order-again = Noch einmal bestellen
order-no-empty = Ihr Korb ist leer. Legen Sie zuerst etwas hinein.
order-no-full = Mehr passt nicht in den Korb. Es ging nichts verloren: Geben Sie bitte erst diese Bestellung auf, dann die nächste.
order-no-gone = Etwas in Ihrem Korb wird nicht mehr angeboten. Der Rest ist noch da; bitte sehen Sie ihn noch einmal durch.
order-no-answer = { $title }: Bitte beantworten Sie zuerst „{ $question }“.
order-no-closed = { $title } gibt es zu dieser Zeit nicht. Ihr Korb bleibt erhalten; bitte wählen Sie eine andere Zeit.
order-no-closed-until = { $title } gibt es zu dieser Zeit nicht, das nächste Mal am { $day } ab { $time }. Ihr Korb bleibt erhalten; bitte wählen Sie eine andere Zeit.
order-no-young = { $title } ist für Gäste ab { $age } Jahren.
order-no-past = Diese Zeit ist vorbei. Ihr Korb bleibt erhalten; bitte wählen Sie eine spätere.
order-no-stay = Dieser Tag liegt nicht in Ihrem Aufenthalt. Bitte wählen Sie einen anderen.
order-no-note = { $n ->
    [one] Ihre Nachricht ist zu lang: höchstens { $n } Zeichen. Bitte kürzen Sie sie.
   *[other] Ihre Nachricht ist zu lang: höchstens { $n } Zeichen. Bitte kürzen Sie sie.
}
order-no-price = Die Summe hat sich geändert: Sie beträgt jetzt { $total }. Bestellt ist noch nichts. Wenn Sie einverstanden sind, geben Sie die Bestellung noch einmal auf.
order-no-sent = Dieser Korb wurde schon als Bestellung { $order } gesendet. Er wurde kein zweites Mal bestellt.
order-no-late = Die Bestellung lässt sich nicht mehr stornieren. Ihr Stand: { $state }. An der Rezeption hilft man Ihnen gern.
order-no-changed = Jemand hat diese Bestellung inzwischen geändert. Ihr Stand ist jetzt: { $state }.
order-no-step = Dieser Schritt ist nicht möglich. Stand der Bestellung: { $state }.
order-no-reason = Bitte nennen Sie dem Gast einen Grund.
basket-title = Ihr Korb
basket-pieces = { $n ->
    [one] { $n } Stück
   *[other] { $n } Stück
}
basket-open = Zum Korb
basket-empty = Ihr Korb ist leer. Frühstück ans Bett, frischer Saft, ein Kissen mehr: alles nur ein paar Fingertipps entfernt.
basket-to-menu = Zur Karte
basket-more = Noch etwas hinzufügen
basket-gone = Etwas in Ihrem Korb wird nicht mehr angeboten, deshalb haben wir es herausgenommen.
basket-note = Was sollten wir wissen?
basket-note-hint = { $n ->
    [one] Allergien, leise klopfen, vor die Tür stellen… Höchstens { $n } Zeichen.
   *[other] Allergien, leise klopfen, vor die Tür stellen… Höchstens { $n } Zeichen.
}
basket-when = Wann dürfen wir es bringen?
basket-now = Sobald es fertig ist
basket-later = Zu einer Zeit Ihrer Wahl
basket-day = Tag
basket-day-total = { $day }: { $total }
basket-time = Uhrzeit
basket-time-hint = Ortszeit des Resorts.
basket-total = Summe
basket-to-room = Wird auf Zimmer { $room } gebucht
basket-nothing-to-pay = Es gibt nichts zu zahlen.
basket-prices-before = Was Ihr Paket enthält, ziehen wir ab, sobald Sie angemeldet sind.
basket-place = Bestellung aufgeben
basket-sign-in = Anmelden und bestellen
basket-waits = Ihr Korb wartet hier auf Sie.
basket-see-order = Zur Bestellung
bill-title = Zimmerrechnung
bill-back = Zurück zu „Ich“
bill-lead = Alles, was während Ihres Aufenthalts auf Zimmer { $room } gebucht wurde.
bill-empty = Auf Ihr Zimmer wurde noch nichts gebucht. Was Sie kostenpflichtig buchen oder bestellen, steht dann hier.
bill-booking = Buchung
bill-reversal = Von der Rechnung genommen
bill-total = Summe bisher
bill-settle = Sie begleichen sie vor der Abreise an der Rezeption.
history-title = Verlauf
history-coming = Demnächst
history-past = Vergangen
history-empty = Noch nichts. Was Sie buchen oder bestellen, finden Sie hier wieder.
history-and-more = { $n ->
    [one] { $title } und { $n } weiteres
   *[other] { $title } und { $n } weitere
}
history-held = Für Sie gehalten
history-confirmed = Gebucht
history-over = Vorbei
history-lapsed = Nicht bestätigt
history-released = Zurückgegeben
history-cancelled = Storniert
basket-other-days = An einem anderen Tag
bill-paid = Mit Karte bezahlt
bill-paid-at-desk = An der Rezeption bezahlt
bill-handed-out = An der Rezeption ausgezahlt
bill-returned = Zurück auf die Karte
