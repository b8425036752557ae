wait-title = Waitlist
wait-lead = When places become free, we keep them for you for { $time } and tell you here, never at night.
wait-waiting = { $n ->
    [0] Nobody else is waiting.
    [one] { $n } party is waiting already.
   *[other] { $n } parties are waiting already.
}
wait-short = Not enough places for all of you?
wait-others = Somebody else would come too?
wait-who = Who would come?
wait-range = Which start suits you?
wait-from = From
wait-to = To
wait-auto = Book it for us at once if it costs no more than
wait-most = At most
wait-auto-note = It goes on the room’s bill. Cancelling costs nothing for { $time } after we tell you.
wait-join = Join the waitlist
wait-place = { $n ->
    [1] You are next in line.
   *[other] You are number { $n } in line.
}
wait-at = For { $names }, at { $wall }.
wait-between = For { $names }, from { $from } to { $to }.
wait-at-once = Booked at once up to { $total }.
wait-leave = Leave the waitlist
wait-lines = Waiting for places
wait-sign-in = Sign in to join the waitlist
book-offered-lead = What you waited for is free. It is kept for you until { $until }.
book-offered-decline = No, thank you
book-fact-offered = { $n ->
    [one] { $n } place became free and was offered
   *[other] { $n } places became free and were offered
}
book-refused-room = There is room now, so nobody has to wait. Hold the places straight away.
book-refused-lines = You are waiting for ten things already. Leave one of the lines first.
notice-place-offered = Free now: { $title }, { $day } at { $wall } ({ $total }). It is kept for you until { $until }; open it to take it or to leave the line.
notice-place-booked = Booked from the waitlist: { $title }, { $day } at { $wall } ({ $total }). Cancelling costs nothing until { $until }.
notice-offer-over = { $title }, { $day } at { $wall }, is no longer kept for you. If it is full, you can join the waitlist again.
