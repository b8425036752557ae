stays-new = New stay
stays-search = Room, name or reference
stays-search-hint = 204, Petrova, HB-1001
stays-find = Find
stays-show = Which stays
stays-in-house = In house
stays-arriving = Arriving today
stays-leaving = Leaving today
stays-all = All
stays-name = Guest
stays-arrives = Arrival
stays-departs = Departure
stays-lang = Language
stays-standing = State
stays-reference = Reference
stays-reference-hint = The front office’s number. Leave it empty to have one made.
stays-none = No stay fits. Look for part of a name, the room, or the reference.
stays-count = { $n ->
    [one] { $n } stay
   *[other] { $n } stays
}
stays-more = The first { $n }. Search for a name or a room to see others.
stays-show-rooms = Show free rooms
stays-no-room = No room is free on all of these nights. Choose other days.
stays-from-to = From { $from } to { $to }
stays-package = Package
stays-make = Make the stay and its slip
stays-party = Who stays
stays-party-hint = The first is the one the room is billed to and the slip greets. Ages are those on arrival.
stays-party-more = More people
stays-guest = Guest
stays-guest-n = Person { $number }
stays-age = Age
stays-age-n = Age of person { $number }
stays-room-option = { $n ->
    [one] { $number }, sleeps { $n }
   *[other] { $number }, sleeps { $n }
}
stay-room = Room { $room }
stay-person = { $name }, { $age }
stay-slip = Slip
stay-login = Login of the slip
stay-phones = Phones
stay-phones-n = { $n ->
    [0] Nobody has signed in yet
    [one] { $n } signed in
   *[other] { $n } signed in
}
stay-not-yet = To come
stay-staying = Here
stay-read-only = Left
stay-closed = Closed
stay-change = Change room, days or language
stay-changed = Saved.
stay-changed-meanwhile = Somebody else changed this stay meanwhile. Nothing was saved; look at it again.
stay-save = Save
stay-reason = Reason, for the log
stay-new-slip = New slip
stay-new-slip-button = End the old slip and make a new one
stay-new-slip-warning = { $n ->
    [0] The slip printed before stops working at once. Nobody is signed in with it now.
    [one] The slip printed before stops working at once, and { $n } phone is signed out.
   *[other] The slip printed before stops working at once, and { $n } phones are signed out.
}
stay-first-slip = This stay has no slip yet.
stay-bookings = Bookings
stay-no-bookings = Nothing booked yet.
stay-orders = Orders
stay-no-orders = Nothing ordered yet.
slips-print = Print
slips-size = Paper
slips-a6 = A6, one each
slips-a4 = A4, two each
slips-hint = No printer button? Use the browser’s own Print; only the slips come out. The room is never on them.
slips-day = Arrivals of
slips-show = Show
slips-none = Nobody arrives on this day.
slips-without = { $n ->
    [one] { $n } stay has no slip yet. Make one on the stay’s page.
   *[other] { $n } stays have no slip yet. Make them on the stays’ pages.
}
slips-to-stay = To the stay
wrong-form = { $n ->
    [one] Nothing was saved. One field needs another look.
   *[other] Nothing was saved. { $n } fields need another look.
}
wrong-missing = Please fill this in.
wrong-too-long = { $n ->
    [one] At most { $n } character, please.
   *[other] At most { $n } characters, please.
}
wrong-not-a-day = This is not a day. Write it as 2026-11-21.
wrong-backwards = The departure lies before the arrival.
wrong-far-away = This day is too far away, or the stay is over already.
wrong-too-many-nights = { $n ->
    [one] A stay has at most { $n } night.
   *[other] A stay has at most { $n } nights.
}
wrong-not-an-age = An age is a whole number from 0 to 120.
wrong-lead-is-a-child = The room can only be billed to somebody of 18 or more.
wrong-name-twice = This name is there twice. Add something that tells them apart.
wrong-too-many-people = { $n ->
    [one] At most { $n } person in one stay.
   *[other] At most { $n } people in one stay.
}
wrong-room-sleeps = { $n ->
    [one] This room sleeps only { $n }. Choose a larger one.
   *[other] This room sleeps only { $n }. Choose a larger one.
}
wrong-room-taken = Somebody else has this room on one of these nights. Choose another.
wrong-not-offered = This is not offered. Choose one from the list.
wrong-reference-taken = Another stay has this reference.
wrong-bookings-outside = { $n ->
    [one] { $n } booking lies outside these days. Move or cancel it first.
   *[other] { $n } bookings lie outside these days. Move or cancel them first.
}
stays-person = Guest ID or e-mail
stays-person-hint = The same for every stay of this guest: it shows the guest the earlier ones. May be left empty.
stay-earlier = Earlier stays
