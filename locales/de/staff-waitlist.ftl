waitlist-title = Warteliste
waitlist-none = An diesem Tag wartet niemand.
waitlist-waiting = { $n ->
    [one] { $n } Gesellschaft auf der Warteliste
   *[other] { $n } Gesellschaften auf der Warteliste
}
waitlist-people = Personen
waitlist-times = Beginn
waitlist-since = Seit
waitlist-waits = Wartet
waitlist-offered = Angeboten bis { $until }
waitlist-passed-over = { $n ->
    [one] Nur { $n } Platz frei
   *[other] Nur { $n } Plätze frei
}
waitlist-first = Geht vor
waitlist-change = Ändern
waitlist-change-of = Reihenfolge ändern: { $name }
waitlist-let-first = Vorlassen
waitlist-in-turn = Wieder der Reihe nach
waitlist-off = Von der Warteliste nehmen
console-reason-needed = Bitte schreiben Sie, warum. Es bleibt im Protokoll.
