wait-title = Warteliste
wait-lead = Werden Plätze frei, halten wir sie { $time } lang für Sie und sagen hier Bescheid, nie in der Nacht.
wait-waiting = { $n ->
    [0] Sonst wartet niemand.
    [one] { $n } Gesellschaft wartet schon.
   *[other] { $n } Gesellschaften warten schon.
}
wait-short = Nicht genug Plätze für alle?
wait-others = Möchte noch jemand mitkommen?
wait-who = Wer käme mit?
wait-range = Welcher Beginn passt Ihnen?
wait-from = Von
wait-to = Bis
wait-auto = Gleich für uns buchen, wenn es nicht mehr kostet als
wait-most = Höchstens
wait-auto-note = Wird auf Ihr Zimmer gebucht. Nach unserer Nachricht können Sie { $time } lang kostenlos stornieren.
wait-join = Auf die Warteliste
wait-place = { $n ->
    [1] Sie sind als Nächste dran.
   *[other] Sie stehen an { $n }. Stelle.
}
wait-at = Für { $names }, um { $wall }.
wait-between = Für { $names }, von { $from } bis { $to }.
wait-at-once = Wird bis { $total } gleich gebucht.
wait-leave = Nicht mehr warten
wait-lines = Sie warten auf Plätze
wait-sign-in = Anmelden und auf die Warteliste
book-offered-lead = Worauf Sie gewartet haben, ist frei. Wir halten es für Sie bis { $until }.
book-offered-decline = Nein, danke
book-fact-offered = { $n ->
    [one] { $n } Platz wurde frei und angeboten
   *[other] { $n } Plätze wurden frei und angeboten
}
book-refused-room = Es ist jetzt Platz, niemand muss warten. Halten Sie die Plätze gleich fest.
book-refused-lines = Sie warten schon auf zehn Dinge. Verlassen Sie bitte zuerst eine der Listen.
notice-place-offered = Jetzt frei: { $title }, { $day } um { $wall } ({ $total }). Wir halten es für Sie bis { $until }; öffnen Sie es, um zuzusagen oder nicht mehr zu warten.
notice-place-booked = Von der Warteliste gebucht: { $title }, { $day } um { $wall } ({ $total }). Bis { $until } können Sie kostenlos stornieren.
notice-offer-over = { $title }, { $day } um { $wall }, halten wir nicht länger für Sie. Ist es ausgebucht, können Sie wieder auf die Warteliste.
