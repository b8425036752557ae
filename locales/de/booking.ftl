book-places-left = { $n ->
    [one] Noch { $n } Platz
   *[other] Noch { $n } Plätze
}
book-title = Buchen
book-days = Tage
book-month = Monat
book-strip = Zurück zu den Tagen
book-month-before = Voriger Monat
book-month-after = Nächster Monat
book-day-mine = { $n ->
    [one] { $day }, { $n } Buchung von Ihnen
   *[other] { $day }, { $n } Buchungen von Ihnen
}
book-day-nothing = { $day }, nichts frei
book-morning = Vormittag
book-afternoon = Nachmittag
book-evening = Abend
book-own = Zu einer Zeit Ihrer Wahl
book-what = Was
book-all = Alle
book-fitting = Passt zu uns
book-empty = An diesem Tag gibt es hier nichts zu buchen. An anderen Tagen finden Sie mehr.
book-empty-filtered = Davon gibt es an diesem Tag nichts. Wählen Sie einen anderen Tag oder sehen Sie sich alles an.
book-everything = Alles anzeigen
book-past = Dieser Tag ist vorbei.
book-after-departure = Ihr Abreisetag: { $day }. Spätere Tage können Sie ansehen, aber nicht buchen.
book-before-arrival = Ihr Aufenthalt beginnt: { $day }.
book-none = An diesem Tag ist keine Zeit mehr frei.
book-next = Die nächsten freien Zeiten
book-times = Zeiten
book-all-times = Alle Zeiten
book-full = Ausgebucht, Warteliste offen
book-held-by-others = Gerade ausgebucht. Jemand überlegt noch; um { $wall } werden vielleicht Plätze frei
book-held-short = um { $wall } vielleicht frei
book-yours = Sie sind dabei
book-yours-held = Für Sie gehalten
book-over = Hat begonnen
book-closed = Nicht mehr buchbar
book-opens = Buchbar ab { $day }
book-not-yet-here = Vor Ihrer Anreise
book-gone-then = Nach Ihrer Abreise
book-called-off = Findet nicht statt
book-no-age-fits = Für ein anderes Alter
book-from-to = { $from } bis { $to }
book-when = Wann
book-where = Wo
book-length = Wie lange
book-whom = Für wen
book-bring = Bitte mitbringen
book-who = Wer kommt mit?
book-join-who = Wer kommt noch mit?
book-years = { $n ->
    [0] unter einem Jahr
    [one] { $n } Jahr
   *[other] { $n } Jahre
}
book-too-young = { $n ->
    [one] ab { $n } Jahr
   *[other] ab { $n } Jahren
}
book-too-old = { $n ->
    [one] bis { $n } Jahr
   *[other] bis { $n } Jahre
}
book-is-going = ist schon dabei
book-has-other = { $title } um { $wall }
book-too-far = { $title } um { $wall }: { $minutes } Weg
book-adult-missing = Kinder unter 16 Jahren kommen bitte in Begleitung eines Erwachsenen.
book-questions = Was wir wissen sollten
book-optional = wenn Sie mögen
book-please-choose = Bitte wählen
book-total = Summe
book-included = Inklusive
book-nothing = Nichts zu zahlen
book-total-later = Vor dem Bestätigen sehen Sie die Summe noch einmal.
book-rule = Wenn sich Ihre Pläne ändern
book-free-until = Kostenlos stornieren oder verlegen bis: { $day }, { $wall }.
book-hold = { $time } für Sie halten
book-hold-change = Ändern, wer mitkommt
book-hold-places = { $n ->
    [one] { $n } Platz für { $time } halten
   *[other] { $n } Plätze für { $time } halten
}
book-sign-in = Anmelden und buchen
book-sign-in-text = Melden Sie sich mit Ihrem Zettel an, um Ihren Preis zu sehen und zu buchen.
book-open-yours = Zu Ihrer Buchung
book-instead = Wo noch Platz ist
book-more-times = Tag und Zeit auswählen
book-all-days = Alle Tage
book-held-until = Für Sie gehalten bis { $wall }
book-held-soon = Noch weniger als zwei Minuten
book-held-lead = Die Plätze gehören Ihnen bis { $wall }. Bestätigen Sie, wenn Sie so weit sind.
book-confirm-charge = Bestätigen, { $total } aufs Zimmer
book-confirm-free = Bestätigen, nichts zu zahlen
book-release = Plätze zurückgeben
book-on-the-bill = Wird auf Ihr Zimmer gebucht. Sie zahlen bei der Abreise an der Rezeption.
book-lapsed-title = Die Zeit ist abgelaufen
book-lapsed = Wir konnten die Plätze nicht länger halten, sie sind nun wieder für alle frei. Berechnet wurde nichts.
book-released-title = Zurückgegeben
book-released = Die Plätze sind wieder für andere frei. Berechnet wurde nichts.
book-still-free = Es ist noch Platz für Sie.
book-cancelled-title = Storniert
book-cancelled-free = Storniert. Es wurde nichts einbehalten.
book-cancelled-kept = Storniert. { $kept } bleiben auf der Zimmerrechnung, { $returned } wurden heruntergenommen.
book-try-again = Diese Zeit noch einmal ansehen
book-for = Für
book-show = Bitte am Eingang zeigen
book-ticket-of = Ticket: { $name }
book-arrived = Angekommen um { $wall }
book-over-text = Das ist vorbei. Wir hoffen, Sie hatten eine schöne Zeit.
book-again = Noch einmal buchen
book-offer = Zum Angebot
book-calendar = In den Kalender
book-move = Verlegen
book-join = Es kommt noch jemand mit
book-contact = So erreichen wir Sie
book-contact-lead = Wenn sich etwas ändert, kann das Team jeder Person schreiben oder sie anrufen. Was auf dem Ticket steht, bleibt.
book-contact-name = Name, wie Sie ihn schreiben
book-contact-reach = Telefon oder E-Mail
book-contact-save = Speichern
book-replace = Jemand anders kommt
book-replace-lead = Platz und Preis bleiben gleich. Das alte Ticket gilt dann nicht mehr, das neue hat einen eigenen Code.
book-replace-out = Wer nicht kommt
book-replace-in = Wer stattdessen kommt
book-replace-button = Ticket umschreiben
book-leave = Jemand kommt nicht mit
book-leave-lead = Die anderen behalten ihre Plätze. Für den einen Platz gilt dieselbe Regel.
book-leave-button = { $name } kommt nicht mit
book-cancel = Stornieren
book-cancel-free = Stornieren kostet jetzt nichts.
book-cancel-back = Stornieren kostet jetzt nichts. { $total } nehmen wir von Ihrer Zimmerrechnung.
book-cancel-part = Wenn Sie jetzt stornieren, bleiben { $kept } auf der Zimmerrechnung, { $returned } nehmen wir herunter.
book-cancel-nothing = Wenn Sie jetzt stornieren, bleibt der volle Betrag auf der Zimmerrechnung: { $kept }.
book-cancel-button = Ja, stornieren
book-cancel-button-kept = Ja, für { $kept } stornieren
book-costs = Was es kostet
book-answers = Was Sie uns gesagt haben
book-history = Was wann geschah
book-fact-held = { $n ->
    [one] { $n } Platz gehalten
   *[other] { $n } Plätze gehalten
}
book-fact-confirmed = Gebucht
book-fact-charged = Gebucht, { $total } aufs Zimmer
book-fact-lapsed = Nicht rechtzeitig bestätigt
book-fact-released = Zurückgegeben
book-fact-cancelled = Storniert
book-fact-kept = Storniert, { $kept } einbehalten
book-fact-moved = Verlegt. Bisher: { $from }. Neu: { $to }
book-fact-paying = Zahlung begonnen, die Plätze warten bis { $until }
book-fact-not-paid = Die Zahlung hat nicht geklappt, die Plätze warten bis { $until }
book-fact-bill = Rechnung erbeten, die Plätze warten bis { $until }
book-fact-desk = Gebucht, { $total } an der Rezeption zu zahlen
book-fact-retaken = Die Zahlung kam spät, die Plätze wurden wieder genommen
book-fact-left = { $name } kommt nicht mit
book-fact-left-kept = { $name } kommt nicht mit, { $kept } einbehalten
book-fact-replaced = { $to } kommt anstelle von { $from }
book-fact-checked-in = { $name } ist angekommen
book-move-title = Eine andere Zeit
book-move-now = Bisher: { $day }, { $wall }
book-move-lead = Dieselben Gäste, derselbe Preis. Ihre bisherige Zeit behalten Sie, bis die neue sicher Ihnen gehört.
book-move-choose = Neue Zeit
book-move-button = Auf diese Zeit verlegen
book-move-none = Es gibt keine andere Zeit, zu der für Sie alle Platz ist.
book-move-none-day = An diesem Tag ist zu keiner Zeit Platz für Sie alle. Versuchen Sie es mit einem anderen.
book-move-late = Zum Verlegen ist es nun zu spät.
book-refused-full = { $n ->
    [0] Gerade eben wurde der letzte Platz vergeben.
    [one] Es ist nur noch { $n } Platz frei. Gehalten wurde nichts.
   *[other] Es sind nur noch { $n } Plätze frei. Gehalten wurde nichts.
}
book-refused-taken = Jemand war einen Augenblick schneller, diese Zeit ist nun vergeben. Gehalten wurde nichts.
book-refused-past = Das hat schon begonnen.
book-refused-late = Bitte buchen Sie spätestens { $time } vor Beginn.
book-refused-early = Buchen können Sie ab { $day }.
book-refused-called-off = Es tut uns leid, das Resort hat dies abgesagt. Berechnet wurde nichts.
book-refused-age = { $name } hat dafür nicht das passende Alter.
book-refused-nobody = Bitte wählen Sie, wer mitkommt.
book-refused-going = { $name } ist schon dabei.
book-refused-clash = { $name } hat zur selben Zeit, um { $wall }, schon etwas vor: { $title }.
book-refused-walk = { $name } hat um { $wall } schon etwas vor ({ $title }), und der Weg dorthin dauert { $minutes }.
book-refused-after = Das liegt nach Ihrer Abreise.
book-refused-before = Das liegt vor Ihrer Anreise.
book-refused-holds = Wir halten schon fünf Zeiten für Sie. Bitte bestätigen Sie zuerst eine oder geben Sie eine zurück.
book-refused-used-up = Was Ihr Paket enthält, wurde soeben aufgebraucht. Bitte sehen Sie sich den Preis noch einmal an.
book-refused-answer = Bitte beantworten Sie dies zuerst.
book-refused-answer-wrong = Diese Antwort ist zu lang oder stand nicht zur Auswahl.
book-refused-expired = Die Zeit zum Bestätigen ist gerade abgelaufen. Berechnet wurde nichts.
book-refused-price = Der Preis beträgt jetzt { $total }. Bitte sehen Sie ihn sich noch einmal an.
book-refused-fee = Wenn Sie jetzt stornieren, werden { $fee } einbehalten. Bitte bestätigen Sie noch einmal.
book-refused-move-late = Kostenlos verlegen konnten Sie nur bis zur angegebenen Zeit. Ihre Buchung bleibt, wie sie ist.
book-refused-replace-late = Wer mitkommt, konnten Sie nur bis zur angegebenen Zeit ändern. Ihre Buchung bleibt, wie sie ist.
book-refused-other-price = Für { $name } gilt ein anderer Preis, deshalb lässt sich dieses Ticket nicht weitergeben. Bitte buchen Sie für { $name } eigens; diese Buchung bleibt, wie sie ist.
book-refused-checked-in = Jemand von Ihnen ist schon angekommen, deshalb bleibt alles, wie es ist.
book-refused-state = Diese Buchung hat sich inzwischen geändert. So steht sie jetzt.
book-called-off-title = Vom Resort abgesagt
book-called-off-text = Es tut uns leid: Das Resort musste dies absagen. Auf der Zimmerrechnung bleibt nichts stehen. Der Grund: { $reason }
book-fact-called-off = Vom Resort abgesagt: { $reason }
book-fact-moved-by-resort = Vom Resort verlegt. Bisher: { $from }. Neu: { $to }. { $reason }
book-fact-same-time = Die Zeit bleibt, jemand anderes oder ein anderer Platz übernimmt: { $reason }
book-fact-check-in-undone = { $name }: Ankunft zurückgenommen
book-fact-kept-until = Die Rezeption hält es für Sie bis { $until }
book-fact-missed = { $name } ist nicht gekommen
book-fact-missed-undone = { $name }: Das Nichterscheinen wurde zurückgenommen
book-fact-missed-back = { $name } ist nicht gekommen, { $returned } gehen zurück
book-fact-money-asked = Geld zurückerbeten
book-fact-money-given = Die Rezeption gibt { $amount } zurück
book-fact-money-declined = Das Geld wird nicht zurückgegeben: { $reason }
book-missed-back = Wenn niemand von Ihnen kommt, gehen { $amount } zurück.
book-missed-nothing = Wenn niemand von Ihnen kommt, geht nichts zurück.
book-refused-settled = Die Rezeption hat vermerkt, wer nicht gekommen ist, oder befasst sich schon mit Ihrem Geld. Bitte sprechen Sie über den Rest mit der Rezeption.
book-refused-gone-back = Was dafür zurückging, ist schon hinausgegangen, deshalb bleibt der Vermerk.
book-refused-no-guarantee = Hierfür lässt sich das Geld nicht zurückerbitten, oder nicht zu dieser Zeit. Bitte sprechen Sie mit der Rezeption.
book-guarantee = War es nicht, was Sie erhofft haben?
book-guarantee-lead = Sagen Sie es uns, die Rezeption sieht es sich an. Bis einschließlich { $day } können Sie Ihr Geld zurückerbitten.
book-guarantee-why = Was nicht gut war (wenn Sie mögen)
book-guarantee-ask = Geld zurückerbitten
book-guarantee-asked = Sie haben um Ihr Geld gebeten. Die Rezeption antwortet hier und unter der Glocke.
book-guarantee-given = Sie haben { $amount } zurück.
book-guarantee-given-note = Sie haben { $amount } zurück. Die Rezeption schreibt: { $note }
book-guarantee-declined = Diesmal gibt die Rezeption das Geld nicht zurück. Der Grund: { $reason }
book-deposit = Es ist eine Kaution: Sie kommt von selbst zurück, wenn Sie kommen, und wird einbehalten, wenn nicht.
book-was-yours = Ihre Buchung
