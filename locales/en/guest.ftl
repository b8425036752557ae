tab-today = Today
tab-book = Book
tab-order = Order
tab-guide = Guide
tab-me = Me
shell-skip = Skip to the content
shell-menu = Main sections
shell-language = Language
shell-notices = { $n ->
    [0] Notices
    [one] Notices: { $n } new
   *[other] Notices: { $n } new
}
shell-sign-in = Sign in
shell-offline = You are offline. This is what was here when you last had signal.
shell-read-only = Your stay is over. You can still read everything here.
shell-zone = All times are the resort’s ({ $zone }). Your phone shows another time.
page-not-found-title = Nothing here
page-not-found = This page does not exist, or no longer does.
page-home = To the first page
page-again = Look again
page-offline = You are offline, and this page was not opened on this phone before. What was opened is still here.
install-title = Keep the cabinet at hand
install-text = It opens like an app and takes no space to speak of.
install-button = Add
install-share = Tap Share below the page
install-add = Choose “Add to Home Screen”
home-welcome = Welcome
home-good-morning = Good morning, { $name }
home-good-afternoon = Good afternoon, { $name }
home-good-evening = Good evening, { $name }
home-lead-days = { $n ->
    [one] { $n } more day by the sea. Here is what is on.
   *[other] { $n } more days by the sea. Here is what is on.
}
home-lead-last-day = Your last whole day. What have you not tried yet?
home-lead-leaving = You leave today. Your room is yours until { $at }.
home-lead-after = Thank you for staying with us. Everything of your stay is still here.
home-sign-in = Sign in with the slip
home-look-around = Look around
home-next = Next
home-in = in { $time }
home-on-now = On now
home-show-ticket = Show the ticket
home-open = Waiting for you
home-held-until = Held until { $at }
home-order = Order { $number }
home-later = Now and later today
home-whole-day = The whole day
home-until = until { $at }
home-yours = You are going
home-full = Full
home-free = Free
home-included = Included
home-untried = Included, and not tried yet
home-all = All
home-why-session = { $n ->
    [one] Today at { $at }, { $n } place left
   *[other] Today at { $at }, { $n } places left
}
home-why-service = Brought to your room
home-first-steps = First steps
home-step-guide = Look around
home-step-guide-text = Wi-Fi, meals, who to call
home-step-book = Choose something to do
home-step-book-text = Pick a time yourself, it takes a minute
home-step-order = Have something brought
home-step-order-text = Fruit, juice or champagne to the room
me-signed-out = Your bookings, orders and the room’s bill are here once you have signed in with your slip.
me-room = Room
me-stay = Your stay
me-package = Package
me-party = Together
me-phones = Phones signed in
me-history = Bookings and orders
me-bill = The room’s bill
me-wishes = Wish list
me-offers = What is here, and what it costs
page-back = Back
home-under-way = Under way
home-hello = Hello, { $name }
home-why-time = { $day } at { $at } is free
shell-not-fresh = This could not be refreshed just now. It shows how things were a moment ago.
earlier-title = Earlier stays
earlier-empty = Nothing was booked or ordered in this stay.
earlier-bookings = What you did
earlier-orders = What was brought to you
earlier-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
find-elsewhere = Also found
