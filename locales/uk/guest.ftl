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
install-title = Keep the cabinet at hand
install-text = It opens like an app and takes no space to speak of.
install-button = Add
install-share = Tap Share below the page
install-add = Choose “Add to Home Screen”
