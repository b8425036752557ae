desk-cap-title = What each may put on the room
desk-cap-slip = Slip of their own
desk-cap-new-slip = New slip of their own
