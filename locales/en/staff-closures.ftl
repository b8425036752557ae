close-title = Call off or close
close-lead = Choose what nobody can book any more. Whoever has booked it already is listed first, and nothing is written before each booking has a choice. A session is called off from the day’s sheet.
close-resource = A court, a room or a person
close-offer = All of an offer on a day
close-which = Which
close-from = From
close-until = Until
close-span-hint = From 00:00 until 00:00 is the whole day.
close-show = Show who is affected
close-none = There is nothing to call off here: it does not exist, or all of it is called off already.
close-more = Close a court, a person or an offer
close-link-what = Call it off: { $title }, { $wall }
close-nobody = Nobody has booked it.
close-affected = { $n ->
    [one] { $n } booking is affected. Choose what becomes of it.
   *[other] { $n } bookings are affected. Choose what becomes of each.
}
close-room-name = Room { $room }, { $name }
close-choice = What becomes of it?
close-keep = Keep it
close-keep-hint = It takes place as booked; nobody else can book.
close-move = Move to { $when }
close-same-time = Stays at { $wall }, served by another
close-move-hint = Same price, no fee
close-move-none = There is no other time with room for all of them.
close-cancel = Cancel, everything comes back
close-cancel-back = { $total } goes back to the guest.
close-cancel-free = There was nothing to pay.
close-held = Held, not confirmed: the places are given back, and what was paid for them goes back by itself.
close-fresh = New or moved
close-reason = Reason
close-reason-hint = The guests read it word for word. It also stays in the log.
close-button = Call it off
close-refused-reason = Please say why: the guests read the reason. Nothing was written.
close-refused-choice = { $n ->
    [one] { $n } booking has no choice yet. Nothing was written.
   *[other] { $n } bookings have no choice yet. Nothing was written.
}
close-refused-wrong = { $who }: this cannot be chosen here. Nothing was written.
close-refused-changed = The bookings have changed meanwhile. Nothing was written, and your choices are kept. Please look at the list once more.
close-refused-came = New or moved: { $who }.
close-refused-gone = No longer affected: { $who }.
close-refused-move = { $who }: this did not work, so nothing was written. { $why }
close-refused-already = { $by } has called this off already.
close-refused-over = This is over already.
close-refused-span = Please choose what, the day, and a time that ends after it begins.
closures-title = Called off or closed
closures-reopen = Open again
closures-reopen-what = Open again: { $title }, { $wall }
tickets-undo = Undo
tickets-undo-who = Undo: { $name } is not here yet
tickets-undo-late = A check-in can be undone on its own day only.
tickets-undo-changed = This ticket has changed meanwhile. Here is how it stands now.
tickets-missed = Did not come
tickets-missed-who = { $name } did not come
tickets-missed-by = Did not come, says { $by }
tickets-missed-undo-who = Undo: { $name } may still come
allow-more = More places
allow-beyond = Places beyond those it has
allow-do = Allow
allow-hold-of = Change what { $name } holds
allow-keep-until = Keep until
allow-keep = Keep for them
allow-release = Give the places back
allow-refused-until = Please choose a time today that is later than the hold ends now and not after the start. Nothing was changed.
allow-refused-beyond = Up to 500 places can be added.
allow-refused-taken = More are taken than that. Nothing was changed.
allow-refused-changed = This has changed meanwhile. Here is how it stands now.
edit-title = Change sessions
edit-link = Change its time or places
edit-which = Which
edit-this = This one only
edit-following = This one and all later ones at this time
edit-all = All from today on at this time
edit-at = Begins at
edit-capacity = Places
edit-dropped = It does not take place any more
edit-taken = { $n ->
    [one] { $n } place is taken. Whoever has booked keeps what they booked; to move them, call the session off.
   *[other] { $n } places are taken. Whoever has booked keeps what they booked; to move them, call the session off.
}
edit-button = Change
edit-done = The calendar has changed.
edit-sold = Somebody has booked on these days, so there it takes place as it was sold: { $days }.
edit-refused-at = Please give a time that is still to come.
edit-refused-over = It has begun, or was called off, so it cannot be changed.
edit-refused-nothing = Nothing would be different. Please change the time or the places.
edit-refused-capacity = Please give a number of places from 1 to 1000.
tickets-twice = { $name } was let in twice: at { $at } by { $by } and at { $again-at } by { $again-by }. Please look into it.
door-away = No signal. Tickets of today are checked on this phone, and sent to the house as soon as there is signal.
door-kept = { $n ->
    [one] { $n } scan waits to be sent
   *[other] { $n } scans wait to be sent
}
door-already = { $name } has been let in already.
door-unknown = Not among today’s tickets that this phone knows.
tickets-says = They say
