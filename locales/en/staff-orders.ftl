orders-room = Room
orders-waits = Waits
orders-state = State
orders-what = What
orders-guest = Guest
orders-wanted = Wanted
orders-asap = As soon as possible
orders-sum = Sum
orders-next = Next step
orders-open = Open
orders-none = There are no orders here.
orders-close = Close
orders-included = Included
orders-by-house = The house
orders-title = Order { $number }
orders-waiting = { $n ->
    [0] Every order has been accepted.
    [one] { $n } order waits to be accepted.
   *[other] { $n } orders wait to be accepted.
}
order-desk-placed = New
order-desk-accepted = Accepted
order-desk-on-its-way = On its way
order-desk-delivered = Delivered
order-desk-declined = Declined
order-desk-cancelled = Cancelled
orders-do-accept = Accept
orders-do-send = Send on its way
orders-arrives-in = There in
orders-arrives-unknown = Not said
orders-expected = there at about { $wall }
orders-do-deliver = Delivered
orders-do-decline = Decline
orders-reason = Reason
orders-reason-hint = The guest reads this. Write it as you would say it.
orders-reason-needed = Please write a reason. The guest will read it.
orders-changed-meanwhile = Somebody else moved this order meanwhile. It is now: { $state }.
