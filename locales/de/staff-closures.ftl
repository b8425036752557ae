close-title = Absagen oder schließen
close-lead = Wählen Sie, was niemand mehr buchen kann. Wer es schon gebucht hat, steht zuerst auf der Liste; geschrieben wird erst, wenn für jede Buchung entschieden ist. Einen einzelnen Termin sagen Sie auf dem Tagesblatt ab.
close-resource = Ein Platz, ein Raum oder eine Person
close-offer = Ein ganzes Angebot an einem Tag
close-which = Welches
close-from = Von
close-until = Bis
close-span-hint = Von 00:00 bis 00:00 ist der ganze Tag.
close-show = Zeigen, wen es betrifft
close-none = Hier gibt es nichts abzusagen: Es besteht nicht, oder alles ist schon abgesagt.
close-more = Platz, Person oder Angebot schließen
close-link-what = Absagen: { $title }, { $wall }
close-nobody = Niemand hat es gebucht.
close-affected = { $n ->
    [one] { $n } Buchung ist betroffen. Entscheiden Sie, was aus ihr wird.
   *[other] { $n } Buchungen sind betroffen. Entscheiden Sie für jede, was aus ihr wird.
}
close-room-name = Zimmer { $room }, { $name }
close-choice = Was wird daraus?
close-keep = Beibehalten
close-keep-hint = Findet wie gebucht statt; niemand sonst kann buchen.
close-move = Verlegen auf { $when }
close-same-time = Bleibt um { $wall }, jemand anderes übernimmt
close-move-hint = Derselbe Preis, keine Gebühr
close-move-none = Es gibt keine andere Zeit mit Platz für alle.
close-cancel = Stornieren, alles kommt zurück
close-cancel-back = { $total } gehen an den Gast zurück.
close-cancel-free = Es war nichts zu bezahlen.
close-held = Gehalten, nicht bestätigt: Die Plätze werden frei, und was dafür gezahlt wurde, geht von selbst zurück.
close-fresh = Neu oder verlegt
close-reason = Grund
close-reason-hint = Die Gäste lesen ihn Wort für Wort. Er bleibt auch im Protokoll.
close-button = Absagen
close-refused-reason = Bitte nennen Sie den Grund: Die Gäste lesen ihn. Es wurde nichts geschrieben.
close-refused-choice = { $n ->
    [one] Für { $n } Buchung ist noch nichts entschieden. Es wurde nichts geschrieben.
   *[other] Für { $n } Buchungen ist noch nichts entschieden. Es wurde nichts geschrieben.
}
close-refused-wrong = { $who }: Das lässt sich hier nicht wählen. Es wurde nichts geschrieben.
close-refused-changed = Die Buchungen haben sich inzwischen geändert. Es wurde nichts geschrieben, Ihre Auswahl ist noch da. Bitte sehen Sie die Liste noch einmal an.
close-refused-came = Neu oder verlegt: { $who }.
close-refused-gone = Nicht mehr betroffen: { $who }.
close-refused-move = { $who }: Das hat nicht geklappt, deshalb wurde nichts geschrieben. { $why }
close-refused-already = { $by } hat dies schon abgesagt.
close-refused-over = Dies ist schon vorbei.
close-refused-span = Bitte wählen Sie, was, den Tag und eine Zeit, die nach ihrem Beginn endet.
closures-title = Abgesagt oder geschlossen
closures-reopen = Wieder öffnen
closures-reopen-what = Wieder öffnen: { $title }, { $wall }
tickets-undo = Zurücknehmen
tickets-undo-who = Zurücknehmen: { $name } ist noch nicht da
tickets-undo-late = Ein Einlass lässt sich nur am selben Tag zurücknehmen.
tickets-undo-changed = Dieses Ticket hat sich inzwischen geändert. So steht es jetzt.
tickets-missed = Nicht gekommen
tickets-missed-who = { $name } ist nicht gekommen
tickets-missed-by = Nicht gekommen, sagt { $by }
tickets-missed-undo-who = Rückgängig: { $name } kann noch kommen
allow-more = Mehr Plätze
allow-beyond = Zusätzliche Plätze
allow-do = Erlauben
allow-hold-of = Ändern, was { $name } hält
allow-keep-until = Halten bis
allow-keep = Länger halten
allow-release = Plätze zurückgeben
allow-refused-until = Bitte wählen Sie eine Uhrzeit heute, zu der länger gehalten wird als bisher, und nicht nach dem Beginn. Nichts wurde geändert.
allow-refused-beyond = Höchstens 500 Plätze können dazukommen.
allow-refused-taken = Es sind mehr vergeben. Nichts wurde geändert.
allow-refused-changed = Das hat sich inzwischen geändert. So steht es jetzt.
edit-title = Termine ändern
edit-link = Uhrzeit oder Plätze ändern
edit-which = Welche
edit-this = Nur diesen
edit-following = Diesen und alle späteren um diese Zeit
edit-all = Alle ab heute um diese Zeit
edit-at = Beginn
edit-capacity = Plätze
edit-dropped = Findet nicht mehr statt
edit-taken = { $n ->
    [one] { $n } Platz ist vergeben. Wer gebucht hat, behält, was er gebucht hat; zum Verlegen sagen Sie den Termin ab.
   *[other] { $n } Plätze sind vergeben. Wer gebucht hat, behält, was er gebucht hat; zum Verlegen sagen Sie den Termin ab.
}
edit-button = Ändern
edit-done = Der Kalender ist geändert.
edit-sold = An diesen Tagen ist schon gebucht, dort bleibt es wie verkauft: { $days }.
edit-refused-at = Bitte geben Sie eine Uhrzeit an, die noch kommt.
edit-refused-over = Das hat begonnen oder ist abgesagt und kann nicht geändert werden.
edit-refused-nothing = Es bliebe alles gleich. Bitte ändern Sie die Uhrzeit oder die Plätze.
edit-refused-capacity = Bitte geben Sie eine Zahl von 1 bis 1000 an.
tickets-twice = { $name } wurde zweimal eingelassen: um { $at } von { $by } und um { $again-at } von { $again-by }. Bitte prüfen.
door-away = Kein Netz. Die Tickets von heute werden auf diesem Telefon geprüft und gesendet, sobald wieder Netz da ist.
door-kept = { $n ->
    [one] { $n } Scan wartet aufs Senden
   *[other] { $n } Scans warten aufs Senden
}
door-already = { $name } wurde schon eingelassen.
door-unknown = Nicht unter den heutigen Tickets, die dieses Telefon kennt.
tickets-says = Eigene Angaben
