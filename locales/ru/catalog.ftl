catalog-title = Что здесь есть
catalog-lead = Все цены — ваши: мы отметили, что входит в пакет «{ $package }».
catalog-lead-public = Осмотритесь не торопясь. После входа вы увидите, что включено в ваш пакет.
catalog-search = Искать по всему кабинету
catalog-search-hint = Поиск
catalog-filters = Фильтры
catalog-show-only = Показать только
catalog-only-today = Ещё можно сегодня
catalog-only-included = Без доплаты для меня
catalog-only-wished = Мой список желаний
catalog-for-child = Для ребёнка
catalog-any-age = Любой возраст
catalog-age = { $n ->
    [0] до года
    [one] { $n } год
    [few] { $n } года
    [many] { $n } лет
   *[other] { $n } года
}
catalog-apply = Показать
catalog-found = { $n ->
    [one] Нашлось { $n } предложение
    [few] Нашлось { $n } предложения
    [many] Нашлось { $n } предложений
   *[other] Нашлось { $n } предложения
}
catalog-empty = Точно такого не нашлось. Попробуйте другое слово или уберите часть фильтров.
catalog-empty-wished = В списке желаний пока пусто. Отметьте сердечком всё, что понравится, и оно будет ждать вас здесь.
catalog-show-all = Показать всё
catalog-categories = Разделы
catalog-all = Все
catalog-all-of = Все { $n }
catalog-take-away = Убрать:
catalog-free = Бесплатно
catalog-included = Включено
catalog-left-today = Включено · сегодня осталось { $left-n } из { $of-n }
catalog-left-then = Включено · в этот день осталось { $left-n } из { $of-n }
catalog-left-stay = Включено · осталось { $left-n } из { $of-n }
catalog-wished = В вашем списке желаний
catalog-wish = Список желаний
catalog-wish-sign-in = Войдите, чтобы вести список желаний
catalog-watch = Сообщите, когда цена снизится
catalog-back = Назад ко всем предложениям
catalog-place = Где
catalog-duration = Сколько длится
catalog-comes-in = Обычно приносим за
catalog-for-whom = Для кого
catalog-bring = Возьмите с собой
catalog-ages-from = { $n ->
    [one] от { $n } года
    [few] от { $n } лет
    [many] от { $n } лет
   *[other] от { $n } лет
}
catalog-ages-to = { $n ->
    [one] до { $n } года
    [few] до { $n } лет
    [many] до { $n } лет
   *[other] до { $n } лет
}
catalog-ages-between = { $to-n ->
    [one] от { $from-n } до { $to-n } года
    [few] от { $from-n } до { $to-n } лет
    [many] от { $from-n } до { $to-n } лет
   *[other] от { $from-n } до { $to-n } лет
}
catalog-ages-all = любой возраст
catalog-adult-needed = До 16 лет вместе со взрослым
catalog-prices = Цены
catalog-price-piece = За порцию или штуку
catalog-price-person = За человека
catalog-price-others = Остальные
catalog-option-same = без доплаты
catalog-option-more = + { $price }
catalog-package = В вашем пакете
catalog-gives-always = Включено, сколько захотите.
catalog-gives-day-person = { $n ->
    [one] { $n } раз в день для каждого из вас.
    [few] { $n } раза в день для каждого из вас.
    [many] { $n } раз в день для каждого из вас.
   *[other] { $n } раза в день для каждого из вас.
}
catalog-gives-day-room = { $n ->
    [one] { $n } раз в день на номер.
    [few] { $n } раза в день на номер.
    [many] { $n } раз в день на номер.
   *[other] { $n } раза в день на номер.
}
catalog-gives-stay-person = { $n ->
    [one] { $n } раз за отдых для каждого из вас.
    [few] { $n } раза за отдых для каждого из вас.
    [many] { $n } раз за отдых для каждого из вас.
   *[other] { $n } раза за отдых для каждого из вас.
}
catalog-gives-stay-room = { $n ->
    [one] { $n } раз за отдых на номер.
    [few] { $n } раза за отдых на номер.
    [many] { $n } раз за отдых на номер.
   *[other] { $n } раза за отдых на номер.
}
catalog-now-left-today = Сегодня осталось { $left-n } из { $of-n }.
catalog-now-left-stay = Осталось { $left-n } из { $of-n }.
catalog-used-up-today = На сегодня всё использовано. Ещё один раз стоит { $price }, а завтра снова будет включено.
catalog-used-up-stay = Всё использовано. Ещё один раз стоит { $price }.
catalog-questions = О чём мы спросим
catalog-optional = по желанию
catalog-policy = Если планы изменятся
catalog-policy-free = Перенести или отменить можно бесплатно в любое время.
catalog-policy-free-start = Перенести или отменить можно бесплатно до самого начала.
catalog-policy-free-before = Перенести или отменить можно бесплатно, пока до начала остаётся { $time } или больше.
catalog-policy-late = { $n ->
    [50] Позже удерживается половина цены.
    [100] Позже удерживается полная цена.
   *[other] Позже удерживается { $n }{"\u00a0"}% цены.
}
catalog-policy-later = { $n ->
    [50] После этого удерживается половина цены.
    [100] После этого удерживается полная цена.
   *[other] После этого удерживается { $n }{"\u00a0"}% цены.
}
catalog-policy-started = { $n ->
    [0] После начала не удерживается ничего.
    [50] После начала удерживается половина цены.
    [100] После начала удерживается полная цена.
   *[other] После начала удерживается { $n }{"\u00a0"}% цены.
}
catalog-policy-flat = При отмене удерживается: { $kept }
catalog-keep-nothing = Бесплатно
catalog-keep-half = Половина
catalog-keep-all = Полная цена
catalog-keep-percent = { $n }{"\u00a0"}%
catalog-until = до { $when }
catalog-until-before = не позже чем за { $time }
catalog-until-start = до начала
catalog-afterwards = потом
catalog-order = Выбрать и заказать
catalog-book = Выбрать время
catalog-for-everybody = Для всех
catalog-per-piece = За штуку
catalog-per-person = За человека
catalog-missed-refund = Если вы не придёте, вернём всё, без вопросов.
catalog-missed-policy = Если вы не придёте, удержим столько же, сколько при отмене в самый момент начала.
catalog-missed-keep = Если вы не придёте, деньги не возвращаются.
catalog-guarantee = { $n ->
    [one] Вышло не так, как надеялись? Деньги можно попросить назад ещё { $n } день.
    [few] Вышло не так, как надеялись? Деньги можно попросить назад ещё { $n } дня.
    [many] Вышло не так, как надеялись? Деньги можно попросить назад ещё { $n } дней.
   *[other] Вышло не так, как надеялись? Деньги можно попросить назад ещё { $n } дня.
}
catalog-deposit = Залог { $price }
catalog-deposit-back = вернётся, когда придёте
