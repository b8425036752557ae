desk-cap-title = Хто скільки може записати на номер
desk-cap-slip = Особистий листок
desk-cap-new-slip = Новий особистий листок
