staff-sign-in-title = Cabana console
staff-login = Login
staff-sign-in-wrong = Login and password do not belong together.
console-menu = Console
console-today = Today
console-orders = Orders
console-bookings = Bookings
console-tickets = Check-in
console-stays = Stays
console-money = Money
console-slips = Slips
console-demand = Demand
console-log = Log
console-role-desk = Front desk
console-role-service = Service
console-role-manager = Manager
today-tile-waiting = New orders
today-tile-under-way = Under way
today-tile-arrivals = Arrivals
today-tile-departures = Departures
today-tile-in-house = Guests tonight
today-orders = Orders that wait
today-no-orders = Nothing waits. A new order appears here by itself.
today-bookings = Booked, moved or cancelled in the last 24 hours
today-no-bookings = Nothing was booked lately. A new booking appears here by itself.
today-arrivals = Arriving today
today-no-arrivals = Nobody arrives today.
today-departures = Leaving today
today-no-departures = Nobody leaves today.
today-print-slips = Print their slips
today-all = Show all
today-just-now = just now
today-not-due = later
today-ago = { $time } ago
today-day-at = { $day }, { $at }
today-what = What
today-when = When
today-people = People
today-made = Last change
today-cancelled = Cancelled
today-signed-in = Signed in
today-party = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
log-when = When
log-who = Who
log-what = What
log-about = About
log-before = Before
log-after = After
log-reason = Reason
log-pages = Pages of the log
log-older = Older
log-newest = Newest
log-empty = Nothing has been written yet.
log-managers-only = Only managers can read the log.
log-stay = Stay { $number }
log-order = Order { $number }
log-deed = { $deed ->
    [stay_made] Made a stay
    [stay_changed] Changed a stay
    [cap_set] Changed what somebody may spend
    [slip_made] Made a slip
    [slip_shown] Looked at a slip
    [slip_replaced] Made a new slip
    [order_moved] Moved an order along
    [check-in] Checked a ticket in
    [waitlist-priority] Changed the waitlist
    [waitlist-off] Took somebody off the waitlist
    [receipt_tried] Asked the cash register again
    [check_in_undone] Took a check-in back
    [missed] Said that somebody did not come
    [missed_undone] Took back that somebody did not come
    [money_given] Gave money back
    [money_declined] Did not give money back
    [beyond_allowed] Allowed more places
    [let_in_twice] Found that somebody was let in twice
    [sessions_changed] Changed sessions
    [payment_taken] Took a payment
    [points_given] Gave points
    [refund_handed_out] Handed money out
    [refund_again] Asked for a refund again
    [payment_closed] Closed a payment
    [left_on_the_bill] Left it on the room’s bill
    [hold_kept] Kept a hold for longer
    [hold_released] Gave a hold back
    [called_off] Called off
    [reopened] Opened again
    [booking_kept] Kept a booking
    [booking_moved] Moved a booking
    [booking_cancelled] Cancelled a booking
    [resort_imported] Imported the resort
    [second_factor_on] Turned the second step on
    [second_factor_off] Turned the second step off
    [second_factor_forgotten] Took a second step away
    [signed_in] Signed in
    [signed_out] Signed out
   *[other] { $deed }
}
staff-code = Six digits
staff-code-hint = From the authenticator app on your phone.
staff-code-needed = Your account has a second step: enter your password and the six digits from your app.
staff-code-wrong = These are not the digits your app shows now, or they were used already. Wait for the next ones.
account-second-factor = Second step at sign-in
account-off = Scan this with an authenticator app. From then on the console asks for six digits beside your password.
account-qr = QR code for the authenticator app
account-typed = Or type this key into the app:
account-turn-on = Turn it on
account-on = The second step is on. The console asks for six digits from your app at each sign-in.
account-turn-off = Turn it off
today-moved = Moved
log-version = version { $version }
log-import = { $kind }: { $new } new, { $changed } changed, { $archived } archived
log-kind = { $kind ->
    [rooms] rooms
    [packages] packages
    [categories] categories
    [resources] resources
    [offers] offers
    [places] places
    [pages] guide pages
    [staff] staff
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] Booking { $number }
    [session] Session { $number }
    [resource] Court, room or person { $number }
    [offer] Offer { $number }
    [resort] The resort
    [console] The console
    [waitlist] Waitlist entry { $number }
    [receipt] Receipt, entry { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = On the room’s bill
log-called-off = kept: { $kept }, moved: { $moved }, cancelled: { $cancelled }
