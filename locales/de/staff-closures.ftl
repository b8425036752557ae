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
close-cancel-back = { $total } wird von der Zimmerrechnung genommen.
close-cancel-free = Es war nichts zu bezahlen.
close-held = Vorgemerkt, nicht bestätigt: Die Plätze werden frei. Bezahlt war nichts.
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
