order-title = To your room
order-lead = Choose what you like, and we bring it to your door.
order-none = Nothing can be ordered to the room yet. The desk will gladly help you.
order-parts = Parts of the menu
order-used-up = your share is used up
order-included-n = { $n ->
    [one] { $n } included
   *[other] { $n } included
}
order-opens = From { $time }
order-opens-on = { $day } from { $time }
order-closed = Not served now
order-closed-now = Not served right now. { $day } from { $time }. You can order it for then already.
order-in-basket = { $n ->
    [one] { $n } in the basket
   *[other] { $n } in the basket
}
order-add = Add
order-add-one = Add to the basket: { $title }
order-choose = Choose
order-choose-one = Choose: { $title }
order-added = { $title }: now in your basket.
order-option = Which one would you like?
order-extra = + { $price }
order-optional = { $question } (if you like)
order-no-matter = No preference
order-answer-hint = { $n ->
    [one] At most { $n } character.
   *[other] At most { $n } characters.
}
order-how-many = How many
order-how-many-of = How many: { $title }
order-less = One less: { $title }
order-more = One more: { $title }
order-add-to-basket = Add to the basket
order-served = Served
order-always = At any hour
order-hours = { $from } to { $to }
order-takes = Usually with you in
order-price-of-one = Price of one
order-back = Back to the menu
order-back-history = Back to your history
order-times = { $count } ×
order-moment = { $day }, { $time }
order-number = Order { $order }
order-state-placed = Placed
order-state-accepted = Being prepared
order-state-on-its-way = On its way
order-state-delivered = Delivered
order-state-declined = Declined
order-state-cancelled = Cancelled
order-stage-placed = We have your order and will look at it in a moment.
order-stage-accepted = We are preparing it for you.
order-stage-on-its-way = It is on its way to your room.
order-stage-expected = It is on its way and should be with you at about { $wall }.
order-stage-delivered = It has been brought to you. Enjoy it.
order-stage-declined = We are sorry, this time we cannot bring it. You pay nothing for it.
order-stage-cancelled = You took this order back. You pay nothing for it.
order-reason = The reason: { $reason }
order-when = To be brought
order-placed-at = Placed
order-what = What you ordered
order-history = What happened when
order-by-staff = { $name }, our team
order-by-reason = { $who }: { $reason }
order-on-the-bill = Charged to your room.
order-taken-off = Taken off your room’s bill.
order-cancel = Cancel the order
order-cancel-hint = You can cancel until we begin to prepare it.
order-again = Order it again
order-no-empty = Your basket is empty. Put something in first.
order-no-full = No more fits into the basket. Nothing was lost: please place this order first, then the next.
order-no-gone = Something in your basket is no longer offered. The rest is still here; please look at it once more.
order-no-answer = { $title }: please answer “{ $question }” first.
order-no-closed = { $title } is not served at that time. Your basket is kept; please choose another time.
order-no-closed-until = { $title } is not served at that time, but next on { $day } from { $time }. Your basket is kept; please choose another time.
order-no-young = { $title } is for guests of { $age } and over.
order-no-past = That time is over. Your basket is kept; please choose a later one.
order-no-stay = That day is not within your stay. Please choose another one.
order-no-note = { $n ->
    [one] Your note is too long: at most { $n } character. Please shorten it.
   *[other] Your note is too long: at most { $n } characters. Please shorten it.
}
order-no-price = The sum has changed: it is now { $total }. Nothing has been ordered yet. If you agree, place the order once more.
order-no-sent = This basket was already sent as order { $order }. It was not ordered a second time.
order-no-late = The order cannot be cancelled any more. It stands at: { $state }. The desk will gladly help you.
order-no-changed = Somebody changed this order meanwhile. It now stands at: { $state }.
order-no-step = That step is not possible. The order stands at: { $state }.
order-no-reason = Please give the guest a reason.
basket-title = Your basket
basket-pieces = { $n ->
    [one] { $n } item
   *[other] { $n } items
}
basket-open = See the basket
basket-empty = Your basket is empty. Breakfast in bed, fresh juice, one more pillow: it is all a few taps away.
basket-to-menu = To the menu
basket-more = Add something else
basket-gone = Something in your basket is no longer offered, so we took it out.
basket-note = Anything we should know?
basket-note-hint = { $n ->
    [one] Allergies, knock softly, leave it at the door… At most { $n } character.
   *[other] Allergies, knock softly, leave it at the door… At most { $n } characters.
}
basket-when = When shall we bring it?
basket-now = As soon as it is ready
basket-later = At a time you choose
basket-day = Day
basket-day-total = { $day }: { $total }
basket-time = Time
basket-time-hint = The resort’s own time.
basket-total = Total
basket-to-room = Charged to room { $room }
basket-nothing-to-pay = There is nothing to pay.
basket-prices-before = What your package includes is taken off when you sign in.
basket-place = Place the order
basket-sign-in = Sign in to order
basket-waits = Your basket waits here for you.
basket-see-order = See the order
bill-title = Room bill
bill-back = Back to Me
bill-lead = Everything charged to room { $room } during your stay.
bill-empty = Nothing has been charged to your room. What you book or order at a price appears here.
bill-booking = Booking
bill-reversal = Taken off the bill
bill-total = Total so far
bill-settle = You settle it at the desk before you leave.
history-title = History
history-coming = Coming
history-past = Past
history-empty = Nothing yet. What you book or order will be found here.
history-and-more = { $n ->
    [one] { $title } and { $n } more
   *[other] { $title } and { $n } more
}
history-held = Held for you
history-confirmed = Booked
history-over = Over
history-lapsed = Not confirmed
history-released = Given back
history-cancelled = Cancelled
basket-other-days = On another day
bill-paid = Paid by card
bill-paid-at-desk = Paid at the desk
bill-handed-out = Handed out at the desk
bill-returned = Back to the card
