book-places-left = { $n ->
    [one] { $n } place left
   *[other] { $n } places left
}
book-title = Book
book-days = Days
book-month = Month
book-strip = Back to the days
book-month-before = The month before
book-month-after = The month after
book-day-mine = { $n ->
    [one] { $day }, { $n } booking of yours
   *[other] { $day }, { $n } bookings of yours
}
book-day-nothing = { $day }, nothing free
book-morning = Morning
book-afternoon = Afternoon
book-evening = Evening
book-own = At a time of your own
book-what = What
book-all = All
book-fitting = Fits us
book-empty = Nothing to book here on this day. Another day has more.
book-empty-filtered = Nothing of this on this day. Try another day, or look at everything.
book-everything = Show everything
book-past = This day is over.
book-after-departure = You leave on { $day }. You can look at later days, but not book them.
book-before-arrival = Your stay begins on { $day }.
book-none = No free time on this day.
book-next = Next free times
book-times = Times
book-all-times = All times
book-full = Full. You can join the waitlist
book-held-by-others = Full just now. Somebody is holding places; some may free up at { $wall }
book-held-short = may free at { $wall }
book-yours = You are going
book-yours-held = Held for you
book-over = Has begun
book-closed = Booking has closed
book-opens = Can be booked from { $day }
book-not-yet-here = Before your stay
book-gone-then = After your departure
book-called-off = Called off
book-no-age-fits = For other ages
book-from-to = { $from } to { $to }
book-when = When
book-where = Where
book-length = How long
book-whom = For whom
book-bring = Bring along
book-who = Who comes along?
book-join-who = Who else comes along?
book-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
book-too-young = from { $n } on
book-too-old = up to { $n }
book-is-going = is going already
book-has-other = { $title } at { $wall }
book-too-far = { $title } at { $wall } is { $minutes } away
book-adult-missing = Children under 16 come together with an adult.
book-questions = What we should know
book-optional = if you like
book-please-choose = Please choose
book-total = Total
book-included = Included
book-nothing = Nothing to pay
book-total-later = You see the total once more before you confirm.
book-rule = If your plans change
book-free-until = Free to cancel or move until { $day }, { $wall }.
book-hold = Hold for { $time }
book-hold-change = Change who comes
book-hold-places = { $n ->
    [one] Hold { $n } place for { $time }
   *[other] Hold { $n } places for { $time }
}
book-sign-in = Sign in to book
book-sign-in-text = Sign in with your slip to see your own price and to book.
book-open-yours = To your booking
book-instead = Where there is room
book-more-times = Choose a day and time
book-all-days = All days
book-held-until = Held for you until { $wall }
book-held-soon = Less than two minutes left
book-held-lead = The places are yours until { $wall }. Confirm when you are ready.
book-confirm-charge = Confirm, { $total } to the room
book-confirm-free = Confirm, nothing to pay
book-release = Give the places back
book-on-the-bill = It goes on the room’s bill. You pay at the desk when you leave.
book-lapsed-title = The hold has lapsed
book-lapsed = The time ran out, so the places are free for everybody again. Nothing was charged.
book-released-title = Given back
book-released = The places are free for others again. Nothing was charged.
book-still-free = They are still free.
book-cancelled-title = Cancelled
book-cancelled-free = Cancelled. Nothing was kept.
book-cancelled-kept = Cancelled. { $kept } stays on the room’s bill, { $returned } was taken off it.
book-try-again = Look at this time again
book-for = For
book-show = Show this at the entrance
book-ticket-of = Ticket of { $name }
book-arrived = Arrived at { $wall }
book-over-text = This is over. We hope it was a good time.
book-again = Book it again
book-offer = See the offer
book-calendar = Add to calendar
book-move = Move
book-join = Somebody else comes too
book-contact = How to reach you
book-contact-lead = When something changes, the team can write to or call each person. What is printed on the ticket stays as it is.
book-contact-name = Name, as you write it
book-contact-reach = Phone or e-mail
book-contact-save = Save
book-replace = Somebody comes instead
book-replace-lead = Place and price stay the same. The old ticket is no longer good; the new one has a code of its own.
book-replace-out = Who does not come
book-replace-in = Who comes instead
book-replace-button = Change the name on the ticket
book-leave = One of you does not go
book-leave-lead = The others keep their places. For the one place the same rule holds.
book-leave-button = { $name } does not go
book-cancel = Cancel
book-cancel-free = Cancelling costs nothing now.
book-cancel-back = Cancelling costs nothing now. { $total } is taken off the room’s bill.
book-cancel-part = If you cancel now, { $kept } stays on the room’s bill and { $returned } is taken off it.
book-cancel-nothing = If you cancel now, all of { $kept } stays on the room’s bill.
book-cancel-button = Yes, cancel
book-cancel-button-kept = Yes, cancel for { $kept }
book-costs = What it costs
book-answers = What you told us
book-history = What happened
book-fact-held = { $n ->
    [one] { $n } place held
   *[other] { $n } places held
}
book-fact-confirmed = Booked
book-fact-charged = Booked, { $total } to the room
book-fact-lapsed = The hold ran out
book-fact-released = Given back
book-fact-cancelled = Cancelled
book-fact-kept = Cancelled, { $kept } kept
book-fact-moved = Moved from { $from } to { $to }
book-fact-paying = Payment begun, the places wait until { $until }
book-fact-not-paid = The payment did not work, the places wait until { $until }
book-fact-bill = Bill asked for, the places wait until { $until }
book-fact-desk = Booked, { $total } to be paid at the desk
book-fact-retaken = The payment came late, the places were taken again
book-fact-left = { $name } does not go
book-fact-left-kept = { $name } does not go, { $kept } kept
book-fact-replaced = { $to } comes instead of { $from }
book-fact-checked-in = { $name } arrived
book-move-title = Another time
book-move-now = Now: { $day }, { $wall }
book-move-lead = The same people at the same price. Your old time is given up only once the new one is yours.
book-move-choose = New time
book-move-button = Move to this time
book-move-none = There is no other time with room for all of you.
book-move-none-day = No time with room for all of you on this day. Try another one.
book-move-late = The time for moving it has passed.
book-refused-full = { $n ->
    [0] Just now somebody else took the last place.
    [one] Only { $n } place is left. Nothing was held.
   *[other] Only { $n } places are left. Nothing was held.
}
book-refused-taken = Somebody was a moment quicker and has this time now. Nothing was held.
book-refused-past = This has begun already.
book-refused-late = It has to be booked at least { $time } before the start.
book-refused-early = It can be booked from { $day } on.
book-refused-called-off = The resort has called this off. Nothing was charged.
book-refused-age = { $name } does not have the right age for this.
book-refused-nobody = Choose who comes along.
book-refused-going = { $name } is going already.
book-refused-clash = { $name } has { $title } at { $wall }, at the same time.
book-refused-walk = { $name } has { $title } at { $wall }, and the way there takes { $minutes }.
book-refused-after = This is after your departure.
book-refused-before = This is before your stay.
book-refused-holds = Five times are held for you already. Confirm one or give one back first.
book-refused-used-up = What your package includes has just been used. Please look at the price once more.
book-refused-answer = Please answer this first.
book-refused-answer-wrong = This answer is too long or was not one of the choices.
book-refused-expired = The hold ran out a moment ago. Nothing was charged.
book-refused-price = The price is { $total } now. Please look at it once more.
book-refused-fee = If you cancel now, { $fee } is kept. Please confirm once more.
book-refused-move-late = Moving was free only until the time shown. Your booking stays as it is.
book-refused-replace-late = Who comes could be changed only until the time shown. Your booking stays as it is.
book-refused-other-price = For { $name } the price is different, so this ticket cannot pass on. Please book for { $name } separately; this booking stays as it is.
book-refused-checked-in = Somebody has been let in already, so this stays as it is.
book-refused-state = This booking has changed meanwhile. Here is how it stands now.
book-called-off-title = Called off by the resort
book-called-off-text = We are sorry: the resort had to call this off. Nothing stays on the room’s bill. The reason: { $reason }
book-fact-called-off = Called off by the resort: { $reason }
book-fact-moved-by-resort = Moved by the resort from { $from } to { $to }: { $reason }
book-fact-same-time = The time stays, somebody else takes care of it: { $reason }
book-fact-check-in-undone = { $name }: the arrival was taken back
book-fact-kept-until = The desk keeps it for you until { $until }
book-fact-missed = { $name } did not come
book-fact-missed-undone = { $name }: the note “did not come” was taken back
