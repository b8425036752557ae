pay-card = Jetzt { $total } mit Karte zahlen
pay-or-room = Zahlen Sie jetzt mit Karte, oder lassen Sie es aufs Zimmer buchen und zahlen Sie bei der Abreise an der Rezeption.
pay-on-its-way = Eine Zahlung über { $total } ist unterwegs. Die Plätze warten bis { $until } auf sie.
pay-go-on = Weiter zur Zahlung
pay-trail = Ihr Geld
pay-step-begun = { $amount }: Zahlung begonnen
pay-step-waiting = { $amount }: die Bank hat noch nicht geantwortet
pay-step-captured = { $amount } mit Karte bezahlt
pay-step-not-paid = { $amount }: die Bank hat die Zahlung nicht angenommen, es wurde nichts abgebucht
pay-step-given-up = { $amount }: doch nicht bezahlt, es wurde nichts abgebucht
pay-step-stuck = { $amount }: die Rezeption klärt das
pay-step-refund-requested = { $amount } gehen auf Ihre Karte zurück
pay-step-refund-sent = { $amount } an Ihre Bank gesendet
pay-step-refund-arrived = { $amount } sind wieder bei Ihrer Bank
pay-step-refund-failed = { $amount } konnten noch nicht zurückgegeben werden, die Rezeption klärt das
pay-receipt = Beleg { $number }
pay-receipt-refund = Beleg { $number }, Rückzahlung
pay-receipt-at = Datum
pay-receipt-guest = Gast
pay-receipt-room = Zimmer
pay-receipt-means = Bezahlt mit
pay-receipt-means-back = Zurück auf
pay-receipt-card = Karte
pay-receipt-total = Summe
pay-receipt-tax = Darin { $rate } % Steuer auf { $amount }
pay-receipt-paired = Gehört zu
pay-cancel-back = Stornieren kostet jetzt nichts. { $total } gehen auf Ihre Karte zurück.
pay-cancel-part = Wenn Sie jetzt stornieren, behalten wir { $kept }, und { $returned } gehen auf Ihre Karte zurück.
pay-cancel-nothing = Wenn Sie jetzt stornieren, behalten wir alles: { $kept }.
pay-cancelled-kept = Storniert. { $kept } wurden behalten, { $returned } gehen auf Ihre Karte zurück.
pay-refused-paying = Eine Zahlung dafür ist unterwegs. Warten Sie bitte kurz auf die Antwort der Bank und versuchen Sie es dann noch einmal.
pay-refused-card = Die Kartenzahlung geht gerade nicht. Die Plätze bleiben Ihnen: Lassen Sie es aufs Zimmer buchen, oder versuchen Sie es gleich noch einmal.
pay-cancelled-all = Storniert. Behalten wurde alles: { $kept }.
pay-ended = Die Plätze sind wieder für andere frei. Falls etwas abgebucht wurde, geht alles auf Ihre Karte zurück; den Weg sehen Sie unten.
pay-step-taken-at-desk = { $amount } an der Rezeption bezahlt
pay-step-hand-out = { $amount } liegen an der Rezeption für Sie bereit
pay-step-handed-out = { $amount } an der Rezeption zurückgegeben
pay-method-cash = Bargeld
pay-method-terminal = Karte, an der Rezeption
pay-method-transfer = Überweisung
pay-cancel-back-desk = Stornieren kostet jetzt nichts. { $total } bekommen Sie an der Rezeption zurück.
pay-cancel-part-desk = Wenn Sie jetzt stornieren, behalten wir { $kept }, und { $returned } bekommen Sie an der Rezeption zurück.
pay-cancelled-kept-desk = Storniert. { $kept } wurden behalten, { $returned } bekommen Sie an der Rezeption zurück.
pay-on-its-way-room = Eine Zahlung über { $total } ist unterwegs.
pay-no-card = Die Kartenzahlung geht gerade nicht. Es bleibt auf Ihrer Zimmerrechnung: Versuchen Sie es gleich noch einmal, oder zahlen Sie an der Rezeption.
pay-owed = { $total } stehen auf Ihrer Zimmerrechnung. Sie können bei der Abreise zahlen oder jetzt.
pay-how = Wie möchten Sie zahlen?
pay-invoice = Rechnung schicken
pay-invoice-hint = Die Rezeption schickt sie, und Ihre Plätze warten bis { $until } auf das Geld.
pay-invoiced = Die Rezeption schickt Ihnen die Rechnung. Ihre Plätze warten bis { $until } auf das Geld.
pay-desk = An der Rezeption zahlen
pay-desk-hint = Ihre Plätze sind sofort gebucht. Bitte zahlen Sie vor dem Beginn.
pay-desk-due = Bitte zahlen Sie { $total } an der Rezeption, bevor es beginnt.
pay-refused-way = So kann das nicht bezahlt werden. Bitte wählen Sie einen anderen Weg.
pay-receipt-pdf = PDF herunterladen
pay-fiscal-waiting = Der Beleg ist an die Kasse übermittelt. Seine Kassennummer erscheint hier von selbst.
pay-fiscal-number = Kassennummer
pay-fiscal-sign = Kassensignatur
pay-fiscal-at = Erfasst
pay-fiscal-check = Beleg prüfen
pay-because-missed = weil jemand nicht gekommen ist
pay-because-guarantee = weil Sie darum gebeten haben
pay-method-points = Punkte
pay-step-points = { $amount } mit Punkten bezahlt
pay-step-points-back = Punkte im Wert von { $amount } gehören wieder Ihnen
pay-step-kept = { $amount } geht doch nicht zurück
pay-because-came = die Kaution, weil Sie gekommen sind
pay-cancel-back-points = Die Stornierung kostet jetzt nichts. Punkte im Wert von { $total } gehören wieder Ihnen.
pay-cancel-part-points = Wenn Sie jetzt stornieren, behalten wir { $kept } ein, und Punkte im Wert von { $returned } gehören wieder Ihnen.
pay-cancelled-kept-points = Storniert. { $kept } wurden einbehalten, Punkte im Wert von { $returned } gehören wieder Ihnen.
points-title = Punkte
points-hint = Damit können Sie bezahlen, was Sie buchen und bestellen. Was zuerst verfällt, wird zuerst verwendet.
points-few = Dafür reichen die Punkte nicht. Bitte wählen Sie eine andere Zahlungsart.
points-not = Keine Punkte verwenden
points-rest = Dann bleiben { $left } auf andere Weise zu zahlen.
points-by = Mit Punkten
points-left = Zu zahlen
points-have = { $n ->
    [one] { $n } Punkt im Wert von { $amount }
   *[other] { $n } Punkte im Wert von { $amount }
}
points-until = { $n ->
    [one] { $n } Punkt, gültig bis { $day }
   *[other] { $n } Punkte, gültig bis { $day }
}
points-use = { $n ->
    [one] { $amount } mit { $n } Punkt zahlen
   *[other] { $amount } mit { $n } Punkten zahlen
}
points-kept = { $n ->
    [one] { $n } Punkt ist dafür vorgemerkt und wird bei der Buchung verwendet.
   *[other] { $n } Punkte sind dafür vorgemerkt und werden bei der Buchung verwendet.
}
points-book = { $n ->
    [one] Mit { $n } Punkt buchen
   *[other] Mit { $n } Punkten buchen
}
pay-part = Nur einen Teil zahlen
pay-part-amount = Wie viel, { $symbol }
pay-quote-free = Die Stornierung kostet jetzt nichts.
pay-quote-kept = Wenn Sie jetzt stornieren, behalten wir { $kept } ein.
pay-quote-bill = { $amount } werden von der Zimmerrechnung genommen.
pay-quote-card = { $amount } gehen auf Ihre Karte zurück.
pay-quote-desk = Die Rezeption gibt Ihnen { $amount } zurück.
pay-quote-points = Punkte im Wert von { $amount } gehören wieder Ihnen.
pay-cancelled-kept-some = Storniert. { $kept } wurden einbehalten; was zurückkommt, steht unten.
