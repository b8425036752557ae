catalog-title = What is here
catalog-lead = Every price is yours: what { $package } includes is marked.
catalog-lead-public = Look around as long as you like. Signed in, you see what your package includes.
catalog-search = Search everything
catalog-search-hint = Search
catalog-filters = Filters
catalog-show-only = Show only
catalog-only-today = Still on today
catalog-only-included = Nothing to pay for me
catalog-only-wished = On my wish list
catalog-for-child = For a child
catalog-any-age = Any age
catalog-age = { $n ->
    [0] under one year
    [one] { $n } year old
   *[other] { $n } years old
}
catalog-apply = Show
catalog-found = { $n ->
    [one] { $n } thing found
   *[other] { $n } things found
}
catalog-empty = Nothing fits this exactly. Another word or fewer filters will help.
catalog-empty-wished = Nothing on your wish list yet. Touch the heart on whatever you like, and find it here again.
catalog-show-all = Show everything
catalog-categories = Categories
catalog-all = All
catalog-all-of = All { $n }
catalog-take-away = Take away:
catalog-free = Free
catalog-included = Included
catalog-left-today = Included · { $left-n } of { $of-n } left today
catalog-left-then = Included · { $left-n } of { $of-n } left that day
catalog-left-stay = Included · { $left-n } of { $of-n } left
catalog-wished = On your wish list
catalog-wish = Wish list
catalog-wish-sign-in = Sign in to keep a wish list
catalog-watch = Tell me when the price falls
catalog-back = Back to everything on offer
catalog-place = Where
catalog-duration = How long
catalog-comes-in = Usually with you in
catalog-for-whom = For whom
catalog-bring = Bring along
catalog-ages-from = { $n ->
    [one] from { $n } year
   *[other] from { $n } years
}
catalog-ages-to = { $n ->
    [one] up to { $n } year
   *[other] up to { $n } years
}
catalog-ages-between = { $from-n } to { $to-n } years
catalog-ages-all = all ages
catalog-adult-needed = Under 16 together with an adult
catalog-prices = Prices
catalog-price-piece = Each
catalog-price-person = Each person
catalog-price-others = Everybody else
catalog-option-same = no extra
catalog-option-more = + { $price }
catalog-package = In your package
catalog-gives-always = Included, as often as you like.
catalog-gives-day-person = { $n ->
    [one] Once a day for each of you.
   *[other] { $n } times a day for each of you.
}
catalog-gives-day-room = { $n ->
    [one] Once a day for your room.
   *[other] { $n } times a day for your room.
}
catalog-gives-stay-person = { $n ->
    [one] Once in your stay for each of you.
   *[other] { $n } times in your stay for each of you.
}
catalog-gives-stay-room = { $n ->
    [one] Once in your stay for your room.
   *[other] { $n } times in your stay for your room.
}
catalog-now-left-today = { $left-n } of { $of-n } left today.
catalog-now-left-stay = { $left-n } of { $of-n } left.
catalog-used-up-today = All used for today. One more costs { $price }; tomorrow it is included again.
catalog-used-up-stay = All used. One more costs { $price }.
catalog-questions = What we will ask you
catalog-optional = if you like
catalog-policy = If your plans change
catalog-policy-free = Changing and cancelling cost nothing, at any time.
catalog-policy-free-start = Changing and cancelling cost nothing until the start.
catalog-policy-free-before = Changing and cancelling cost nothing until { $time } before the start.
catalog-policy-late = { $n ->
    [50] After that half the price is kept.
    [100] After that the full price is kept.
   *[other] After that { $n }% of the price is kept.
}
catalog-policy-later = { $n ->
    [50] After that half the price is kept.
    [100] After that the full price is kept.
   *[other] After that { $n }% of the price is kept.
}
catalog-policy-started = { $n ->
    [0] Once it has begun, nothing is kept.
    [50] Once it has begun, half the price is kept.
    [100] Once it has begun, the full price is kept.
   *[other] Once it has begun, { $n }% of the price is kept.
}
catalog-policy-flat = What is kept when you cancel: { $kept }
catalog-keep-nothing = Free
catalog-keep-half = Half
catalog-keep-all = Full price
catalog-keep-percent = { $n }%
catalog-until = until { $when }
catalog-until-before = until { $time } before
catalog-until-start = until the start
catalog-afterwards = after that
catalog-order = Choose and order
catalog-book = Choose a time
catalog-for-everybody = For everybody
catalog-per-piece = Each
catalog-per-person = Per person
catalog-missed-refund = If you do not come, everything comes back, without questions.
catalog-missed-policy = If you do not come, as much is kept as for cancelling at the very start.
catalog-missed-keep = If you do not come, nothing comes back.
catalog-guarantee = { $n ->
    [one] Not what you hoped for? You may ask for your money back until the day after.
   *[other] Not what you hoped for? You may ask for your money back for { $n } days afterwards.
}
catalog-deposit = Deposit { $price }
catalog-deposit-back = back when you come
