catalog-title = Was es hier gibt
catalog-lead = Alle Preise gelten für Sie: Was „{ $package }“ enthält, ist gekennzeichnet.
catalog-lead-public = Sehen Sie sich in Ruhe um. Nach der Anmeldung sehen Sie, was Ihr Paket enthält.
catalog-search = Alles durchsuchen
catalog-search-hint = Suchen
catalog-filters = Filter
catalog-show-only = Nur anzeigen
catalog-only-today = Heute noch möglich
catalog-only-included = Für mich ohne Aufpreis
catalog-only-wished = Auf meiner Wunschliste
catalog-for-child = Für ein Kind
catalog-any-age = Jedes Alter
catalog-age = { $n ->
    [0] unter einem Jahr
    [one] { $n } Jahr
   *[other] { $n } Jahre
}
catalog-apply = Anzeigen
catalog-found = { $n ->
    [one] { $n } Angebot gefunden
   *[other] { $n } Angebote gefunden
}
catalog-empty = Genau das haben wir nicht gefunden. Ein anderes Wort oder weniger Filter helfen weiter.
catalog-empty-wished = Noch nichts auf Ihrer Wunschliste. Tippen Sie auf das Herz bei allem, was Ihnen gefällt: Hier finden Sie es wieder.
catalog-show-all = Alles anzeigen
catalog-categories = Bereiche
catalog-all = Alle
catalog-all-of = Alle { $n }
catalog-take-away = Entfernen:
catalog-free = Kostenlos
catalog-included = Inklusive
catalog-left-today = Inklusive · heute noch { $left-n } von { $of-n }
catalog-left-then = Inklusive · an diesem Tag noch { $left-n } von { $of-n }
catalog-left-stay = Inklusive · noch { $left-n } von { $of-n }
catalog-wished = Auf Ihrer Wunschliste
catalog-wish = Wunschliste
catalog-wish-sign-in = Anmelden, um eine Wunschliste zu führen
catalog-watch = Sagen Sie mir, wenn der Preis fällt
catalog-back = Zurück zu allen Angeboten
catalog-place = Wo
catalog-duration = Wie lange
catalog-comes-in = Meist bei Ihnen in
catalog-for-whom = Für wen
catalog-bring = Bitte mitbringen
catalog-ages-from = { $n ->
    [one] ab { $n } Jahr
   *[other] ab { $n } Jahren
}
catalog-ages-to = { $n ->
    [one] bis { $n } Jahr
   *[other] bis { $n } Jahre
}
catalog-ages-between = { $from-n } bis { $to-n } Jahre
catalog-ages-all = jedes Alter
catalog-adult-needed = Unter 16 Jahren in Begleitung eines Erwachsenen
catalog-prices = Preise
catalog-price-piece = Pro Stück
catalog-price-person = Pro Person
catalog-price-others = Alle anderen
catalog-option-same = ohne Aufpreis
catalog-option-more = + { $price }
catalog-package = In Ihrem Paket
catalog-gives-always = Inklusive, so oft Sie mögen.
catalog-gives-day-person = { $n ->
    [one] Einmal am Tag für jeden von Ihnen.
   *[other] { $n }-mal am Tag für jeden von Ihnen.
}
catalog-gives-day-room = { $n ->
    [one] Einmal am Tag für Ihr Zimmer.
   *[other] { $n }-mal am Tag für Ihr Zimmer.
}
catalog-gives-stay-person = { $n ->
    [one] Einmal im Aufenthalt für jeden von Ihnen.
   *[other] { $n }-mal im Aufenthalt für jeden von Ihnen.
}
catalog-gives-stay-room = { $n ->
    [one] Einmal im Aufenthalt für Ihr Zimmer.
   *[other] { $n }-mal im Aufenthalt für Ihr Zimmer.
}
catalog-now-left-today = Heute noch { $left-n } von { $of-n }.
catalog-now-left-stay = Noch { $left-n } von { $of-n }.
catalog-used-up-today = Für heute aufgebraucht. Ein weiteres Mal kostet { $price }; morgen ist es wieder inklusive.
catalog-used-up-stay = Aufgebraucht. Ein weiteres Mal kostet { $price }.
catalog-questions = Was wir Sie fragen werden
catalog-optional = wenn Sie mögen
catalog-policy = Wenn sich Ihre Pläne ändern
catalog-policy-free = Ändern und absagen kostet nichts, jederzeit.
catalog-policy-free-start = Ändern und absagen kostet bis zum Beginn nichts.
catalog-policy-free-before = Ändern und absagen kostet bis { $time } vor Beginn nichts.
catalog-policy-late = { $n ->
    [50] Danach wird der halbe Preis einbehalten.
    [100] Danach wird der volle Preis einbehalten.
   *[other] Danach werden { $n }{"\u00a0"}% des Preises einbehalten.
}
catalog-policy-later = { $n ->
    [50] Danach wird der halbe Preis einbehalten.
    [100] Danach wird der volle Preis einbehalten.
   *[other] Danach werden { $n }{"\u00a0"}% des Preises einbehalten.
}
catalog-policy-started = { $n ->
    [0] Nach Beginn wird nichts einbehalten.
    [50] Nach Beginn wird der halbe Preis einbehalten.
    [100] Nach Beginn wird der volle Preis einbehalten.
   *[other] Nach Beginn werden { $n }{"\u00a0"}% des Preises einbehalten.
}
catalog-policy-flat = Bei einer Absage wird einbehalten: { $kept }
catalog-keep-nothing = Kostenlos
catalog-keep-half = Halber Preis
catalog-keep-all = Voller Preis
catalog-keep-percent = { $n }{"\u00a0"}%
catalog-until = bis { $when }
catalog-until-before = bis { $time } vorher
catalog-until-start = bis zum Beginn
catalog-afterwards = danach
catalog-order = Auswählen und bestellen
catalog-book = Zeit auswählen
catalog-for-everybody = Für alle
catalog-per-piece = Pro Stück
catalog-per-person = Pro Person
catalog-missed-refund = Wenn Sie nicht kommen, geht alles zurück, ohne Fragen.
catalog-missed-policy = Wenn Sie nicht kommen, wird so viel einbehalten wie bei einer Absage genau zum Beginn.
catalog-missed-keep = Wenn Sie nicht kommen, geht nichts zurück.
catalog-guarantee = { $n ->
    [one] Nicht, was Sie erhofft haben? Bis zum Tag danach können Sie Ihr Geld zurückerbitten.
   *[other] Nicht, was Sie erhofft haben? Noch { $n } Tage danach können Sie Ihr Geld zurückerbitten.
}
catalog-deposit = Kaution { $price }
catalog-deposit-back = zurück, wenn Sie kommen
