order-title = Заказ в номер
order-lead = Выберите, что вам по душе, а мы принесём к вашей двери.
order-none = В номер пока ничего нельзя заказать. На стойке вам с радостью помогут.
order-parts = Разделы меню
order-used-up = включённое уже использовано
order-included-n = { $n ->
    [one] включена { $n }
    [few] включено { $n }
   *[many] включено { $n }
}
order-opens = С { $time }
order-opens-on = { $day } с { $time }
order-closed = Сейчас не подаётся
order-closed-now = Сейчас не подаётся. { $day } с { $time }. Заказать на это время можно уже сейчас.
order-in-basket = { $n ->
    [one] В корзине { $n }
    [few] В корзине { $n }
   *[many] В корзине { $n }
}
order-add = Добавить
order-add-one = Добавить в корзину: { $title }
order-choose = Выбрать
order-choose-one = Выбрать: { $title }
order-added = { $title }: уже в вашей корзине.
order-option = Что вам больше нравится?
order-extra = + { $price }
order-optional = { $question } (по желанию)
order-no-matter = Всё равно
order-answer-hint = { $n ->
    [one] Не длиннее { $n } знака.
    [few] Не длиннее { $n } знаков.
   *[many] Не длиннее { $n } знаков.
}
order-how-many = Сколько
order-how-many-of = Сколько: { $title }
order-less = На одну порцию меньше: { $title }
order-more = На одну порцию больше: { $title }
order-add-to-basket = Добавить в корзину
order-served = Подаётся
order-always = В любое время
order-hours = с { $from } до { $to }
order-takes = Обычно приносим за
order-price-of-one = Цена за одну порцию
order-back = Назад к меню
order-back-history = Назад к истории
order-times = { $count } ×
order-moment = { $day }, { $time }
order-number = Заказ { $order }
order-state-placed = Отправлен
order-state-accepted = Готовится
order-state-on-its-way = В пути
order-state-delivered = Доставлен
order-state-declined = Отклонён
order-state-cancelled = Отменён
order-stage-placed = Мы получили ваш заказ и сейчас им займёмся.
order-stage-accepted = Мы готовим ваш заказ.
order-stage-on-its-way = Заказ уже несут в ваш номер.
order-stage-expected = Заказ уже в пути и будет у вас примерно в { $wall }.
order-stage-delivered = Заказ доставлен. Приятного вам отдыха.
order-stage-declined = Нам очень жаль, в этот раз мы не сможем это принести. Платить ничего не нужно.
order-stage-cancelled = Вы отменили этот заказ. Платить ничего не нужно.
order-reason = Причина: { $reason }
order-when = Принести
order-placed-at = Отправлен
order-what = Что вы заказали
order-history = Что и когда происходило
order-by-staff = { $name }, наша команда
order-by-reason = { $who }: { $reason }
order-on-the-bill = Записано на счёт номера.
order-taken-off = Снято со счёта номера.
order-cancel = Отменить заказ
order-cancel-hint = Отменить можно, пока мы не начали готовить.
order-again = Заказать ещё раз
order-no-empty = Корзина пуста. Сначала положите в неё что-нибудь.
order-no-full = В корзину больше не помещается. Ничего не пропало: отправьте этот заказ, а затем следующий.
order-no-gone = Чего-то из корзины больше нет в меню. Остальное на месте, посмотрите ещё раз, пожалуйста.
order-no-answer = { $title }: сначала ответьте, пожалуйста, на вопрос «{ $question }».
order-no-closed = { $title }: в это время не подаётся. Корзина сохранена, выберите, пожалуйста, другое время.
order-no-closed-until = { $title }: в это время не подаётся, ближайшее время: { $day }, с { $time }. Корзина сохранена, выберите, пожалуйста, другое время.
order-no-young = { $title }: для гостей от { $age } лет.
order-no-past = Это время уже прошло. Корзина сохранена, выберите, пожалуйста, более позднее.
order-no-stay = Этот день не входит в ваше проживание. Выберите, пожалуйста, другой.
order-no-note = { $n ->
    [one] Пожелание слишком длинное: не больше { $n } знака. Сократите его, пожалуйста.
    [few] Пожелание слишком длинное: не больше { $n } знаков. Сократите его, пожалуйста.
   *[many] Пожелание слишком длинное: не больше { $n } знаков. Сократите его, пожалуйста.
}
order-no-price = Сумма изменилась: теперь { $total }. Пока ничего не заказано. Если вы согласны, отправьте заказ ещё раз.
order-no-sent = Эта корзина уже отправлена как заказ { $order }. Второй раз она не заказана.
order-no-late = Заказ уже нельзя отменить. Его состояние: { $state }. На стойке вам с радостью помогут.
order-no-changed = Кто-то тем временем изменил этот заказ. Теперь его состояние: { $state }.
order-no-step = Такой шаг невозможен. Состояние заказа: { $state }.
order-no-reason = Назовите гостю причину, пожалуйста.
basket-title = Ваша корзина
basket-pieces = { $n ->
    [one] { $n } порция
    [few] { $n } порции
   *[many] { $n } порций
}
basket-open = Открыть корзину
basket-empty = Корзина пуста. Завтрак в постель, свежий сок, ещё одна подушка: всё это в нескольких касаниях.
basket-to-menu = К меню
basket-more = Добавить что-нибудь ещё
basket-gone = Чего-то из корзины больше нет в меню, и мы это убрали.
basket-note = Что нам важно знать?
basket-note-hint = { $n ->
    [one] Аллергия, постучать тихо, оставить у двери… Не длиннее { $n } знака.
    [few] Аллергия, постучать тихо, оставить у двери… Не длиннее { $n } знаков.
   *[many] Аллергия, постучать тихо, оставить у двери… Не длиннее { $n } знаков.
}
basket-when = Когда принести?
basket-now = Как только будет готово
basket-later = К выбранному времени
basket-day = День
basket-day-total = { $day }: { $total }
basket-time = Время
basket-time-hint = По времени курорта.
basket-total = Итого
basket-to-room = Запишем на счёт номера { $room }
basket-nothing-to-pay = Платить ничего не нужно.
basket-prices-before = Включённое в ваш пакет вычтем, когда вы войдёте.
basket-place = Отправить заказ
basket-sign-in = Войти и заказать
basket-waits = Корзина подождёт вас здесь.
basket-see-order = Посмотреть заказ
bill-title = Счёт номера
bill-back = Назад в раздел «Я»
bill-lead = Всё, что записано на номер { $room } за время вашего отдыха.
bill-empty = На счёт номера ничего не записано. Здесь появится всё платное, что вы забронируете или закажете.
bill-booking = Бронирование
bill-reversal = Снято со счёта
bill-total = Итого на сегодня
bill-settle = Оплатить счёт можно на стойке перед отъездом.
history-title = История
history-coming = Впереди
history-past = Прошло
history-empty = Пока ничего нет. Здесь будет всё, что вы забронируете или закажете.
history-and-more = { $n ->
    [one] { $title } и ещё { $n }
    [few] { $title } и ещё { $n }
   *[many] { $title } и ещё { $n }
}
history-held = Ждёт вас
history-confirmed = Забронировано
history-over = Прошло
history-lapsed = Не подтверждено
history-released = Возвращено
history-cancelled = Отменено
basket-other-days = В другой день
bill-paid = Оплачено картой
bill-paid-at-desk = Оплачено на стойке
bill-handed-out = Выдано на стойке
bill-returned = Возвращено на карту
