waitlist-title = Waitlist
waitlist-none = Nobody waits for anything on this day.
waitlist-waiting = { $n ->
    [one] { $n } party on the waitlist
   *[other] { $n } parties on the waitlist
}
waitlist-people = People
waitlist-times = Starts
waitlist-since = Since
waitlist-waits = Waits
waitlist-offered = Offered until { $until }
waitlist-passed-over = { $n ->
    [one] Only { $n } place is free
   *[other] Only { $n } places are free
}
waitlist-first = Goes first
waitlist-change = Change
waitlist-change-of = Change the turn of { $name }
waitlist-let-first = Let them go first
waitlist-in-turn = Back in turn
waitlist-off = Take off the waitlist
console-reason-needed = Please write why. It is kept in the log.
