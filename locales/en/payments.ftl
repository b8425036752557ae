pay-card = Pay { $total } by card now
pay-or-room = Pay by card now, or put it on the room’s bill and pay at the desk when you leave.
pay-on-its-way = A payment of { $total } is on its way. The places wait for it until { $until }.
pay-go-on = Go on to the payment
pay-trail = Your money
pay-step-begun = { $amount }: payment begun
pay-step-waiting = { $amount }: the bank has not answered yet
pay-step-captured = { $amount } paid by card
pay-step-not-paid = { $amount }: the bank did not accept the payment, nothing was taken
pay-step-given-up = { $amount }: not paid after all, nothing was taken
pay-step-stuck = { $amount }: the desk is looking into it
pay-step-refund-requested = { $amount } goes back to your card
pay-step-refund-sent = { $amount } sent to your bank
pay-step-refund-arrived = { $amount } is back with your bank
pay-step-refund-failed = { $amount } could not be sent back yet, the desk is looking into it
pay-receipt = Receipt { $number }
pay-receipt-refund = Receipt { $number }, money returned
pay-receipt-at = Date
pay-receipt-guest = Guest
pay-receipt-room = Room
pay-receipt-means = Paid by
pay-receipt-means-back = Returned to
pay-receipt-card = Card
pay-receipt-total = Total
pay-receipt-tax = Tax of { $rate } % included in { $amount }
pay-receipt-paired = Belongs to
pay-cancel-back = Cancelling costs nothing now. { $total } goes back to your card.
pay-cancel-part = If you cancel now, { $kept } is kept and { $returned } goes back to your card.
pay-cancel-nothing = If you cancel now, all of { $kept } is kept.
pay-cancelled-kept = Cancelled. { $kept } was kept, { $returned } goes back to your card.
pay-refused-paying = A payment for this is on its way. Please wait a moment for the bank’s answer, then try again.
pay-refused-card = Paying by card does not work just now. The places are still yours: put it on the room’s bill, or try again in a moment.
pay-cancelled-all = Cancelled. All of { $kept } was kept.
pay-ended = The places are free for others again. If money was taken, all of it goes back to your card; you see its way below.
pay-step-taken-at-desk = { $amount } paid at the desk
pay-step-hand-out = { $amount } waits for you at the desk
pay-step-handed-out = { $amount } given back to you at the desk
pay-method-cash = Cash
pay-method-terminal = Card, at the desk
pay-method-transfer = Bank transfer
pay-cancel-back-desk = Cancelling costs nothing now. The desk gives you { $total } back.
pay-cancel-part-desk = If you cancel now, { $kept } is kept and the desk gives you { $returned } back.
pay-cancelled-kept-desk = Cancelled. { $kept } was kept, the desk gives you { $returned } back.
pay-on-its-way-room = A payment of { $total } is on its way.
pay-no-card = Paying by card does not work just now. It stays on your room’s bill: try again in a moment, or pay at the desk.
pay-owed = { $total } is on your room’s bill. You may pay it when you leave, or now.
pay-how = How would you like to pay?
pay-invoice = Send me the bill
pay-invoice-hint = The desk sends it, and your places wait for the money until { $until }.
pay-invoiced = The desk sends you the bill. Your places wait for the money until { $until }.
pay-desk = Pay at the desk
pay-desk-hint = Your places are booked at once. Please pay before it begins.
pay-desk-due = Please pay { $total } at the desk before it begins.
pay-refused-way = It cannot be paid so. Please choose another way.
pay-receipt-pdf = Download PDF
pay-fiscal-waiting = This receipt is with the cash register. Its fiscal number appears here by itself.
pay-fiscal-number = Fiscal number
pay-fiscal-sign = Fiscal sign
pay-fiscal-at = Registered
pay-fiscal-check = Check this receipt
pay-because-missed = because somebody did not come
pay-because-guarantee = because you asked for it
pay-method-points = Points
pay-step-points = { $amount } paid with points
pay-step-points-back = Points worth { $amount } are yours again
pay-step-kept = { $amount } does not go back after all
pay-because-came = the deposit, because you came
pay-cancel-back-points = Cancelling costs nothing now. Points worth { $total } are yours again.
pay-cancel-part-points = If you cancel now, { $kept } is kept and points worth { $returned } are yours again.
pay-cancelled-kept-points = Cancelled. { $kept } was kept, points worth { $returned } are yours again.
points-title = Points
points-hint = They can pay for what you book and order. What ends first is used first.
points-few = There are not enough points for it. Please choose another way to pay.
points-not = Do not use points
points-rest = { $left } is then left to pay in another way.
points-by = With points
points-left = To pay
points-have = { $n ->
    [one] { $n } point, worth { $amount }
   *[other] { $n } points, worth { $amount }
}
points-until = { $n ->
    [one] { $n } point, to be used by { $day }
   *[other] { $n } points, to be used by { $day }
}
points-use = { $n ->
    [one] Pay { $amount } with { $n } point
   *[other] Pay { $amount } with { $n } points
}
points-kept = { $n ->
    [one] { $n } point is kept for this. It goes when you book.
   *[other] { $n } points are kept for this. They go when you book.
}
points-book = { $n ->
    [one] Book with { $n } point
   *[other] Book with { $n } points
}
pay-part = Pay only a part
pay-part-amount = How much, { $symbol }
pay-quote-free = Cancelling costs nothing now.
pay-quote-kept = If you cancel now, { $kept } is kept.
pay-quote-bill = { $amount } is taken off the room’s bill.
pay-quote-card = { $amount } goes back to your card.
pay-quote-desk = The desk gives you { $amount } back.
pay-quote-points = Points worth { $amount } are yours again.
pay-cancelled-kept-some = Cancelled. { $kept } was kept; what comes back stands below.
