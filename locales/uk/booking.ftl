book-places-left = { $n ->
    [one] { $n } place left
   *[other] { $n } places left
}
