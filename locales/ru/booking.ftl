book-places-left = { $n ->
    [one] Осталось { $n } место
    [few] Осталось { $n } места
    [many] Осталось { $n } мест
   *[other] Осталось { $n } места
}
book-title = Бронирование
book-days = Дни
book-month = Месяц
book-strip = Назад к дням
book-month-before = Предыдущий месяц
book-month-after = Следующий месяц
book-day-mine = { $n ->
    [one] { $day }, у вас { $n } бронирование
    [few] { $day }, у вас { $n } бронирования
    [many] { $day }, у вас { $n } бронирований
   *[other] { $day }, у вас { $n } бронирования
}
book-day-nothing = { $day }, свободного нет
book-morning = Утро
book-afternoon = День
book-evening = Вечер
book-own = В удобное вам время
book-what = Что забронировать
book-all = Все
book-fitting = Подходит нам
book-empty = На этот день здесь ничего нет. В другой день выбор больше.
book-empty-filtered = Такого в этот день нет. Выберите другой день или посмотрите всё.
book-everything = Показать всё
book-past = Этот день уже прошёл.
book-after-departure = Ваш отъезд: { $day }. Более поздние дни можно посмотреть, но не забронировать.
book-before-arrival = Начало вашего отдыха: { $day }.
book-none = В этот день свободного времени нет.
book-next = Ближайшее свободное время
book-times = Время
book-all-times = Все варианты
book-full = Мест нет, есть лист ожидания
book-held-by-others = Сейчас мест нет. Кто-то ещё раздумывает, и места могут освободиться в { $wall }
book-held-short = может освободиться в { $wall }
book-yours = Вы идёте
book-yours-held = Держим для вас
book-over = Уже началось
book-closed = Запись закрыта
book-opens = Можно забронировать с { $day }
book-not-yet-here = До вашего приезда
book-gone-then = После вашего отъезда
book-called-off = Не состоится
book-no-age-fits = Для другого возраста
book-from-to = с { $from } до { $to }
book-when = Когда
book-where = Где
book-length = Сколько длится
book-whom = Для кого
book-bring = Возьмите с собой
book-who = Кто идёт?
book-join-who = Кто идёт ещё?
book-years = { $n ->
    [0] до года
    [one] { $n } год
    [few] { $n } года
    [many] { $n } лет
   *[other] { $n } года
}
book-too-young = { $n ->
    [one] от { $n } года
    [few] от { $n } лет
    [many] от { $n } лет
   *[other] от { $n } лет
}
book-too-old = { $n ->
    [one] до { $n } года
    [few] до { $n } лет
    [many] до { $n } лет
   *[other] до { $n } лет
}
book-is-going = уже идёт
book-has-other = { $title } в { $wall }
book-too-far = { $title } в { $wall }: идти { $minutes }
book-adult-missing = Дети до 16 лет приходят вместе со взрослым.
book-questions = Что нам важно знать
book-optional = по желанию
book-please-choose = Выберите, пожалуйста
book-total = Итого
book-included = Включено
book-nothing = Платить ничего не нужно
book-total-later = Перед подтверждением вы ещё раз увидите сумму.
book-rule = Если планы изменятся
book-free-until = Отменить или перенести бесплатно можно до этого времени: { $day }, { $wall }.
book-hold = Придержать на { $time }
book-hold-change = Изменить, кто идёт
book-hold-places = { $n ->
    [one] Придержать { $n } место на { $time }
    [few] Придержать { $n } места на { $time }
    [many] Придержать { $n } мест на { $time }
   *[other] Придержать { $n } места на { $time }
}
book-sign-in = Войти и забронировать
book-sign-in-text = Войдите по листку, чтобы увидеть свою цену и забронировать.
book-open-yours = К вашему бронированию
book-instead = Где есть места
book-more-times = Выбрать день и время
book-all-days = Все дни
book-held-until = Держим для вас до { $wall }
book-held-soon = Осталось меньше двух минут
book-held-lead = Места ваши до { $wall }. Подтвердите, когда будете готовы.
book-confirm-charge = Подтвердить: { $total } на счёт номера
book-confirm-free = Подтвердить, платить не нужно
book-release = Вернуть места
book-on-the-bill = Запишем на счёт номера. Оплатите на стойке перед отъездом.
book-lapsed-title = Время вышло
book-lapsed = Мы держали места сколько могли, теперь они снова свободны для всех. Платить ничего не нужно.
book-released-title = Возвращено
book-released = Места снова свободны для других. Платить ничего не нужно.
book-still-free = Места ещё свободны.
book-cancelled-title = Отменено
book-cancelled-free = Отменено. Ничего не удержано.
book-cancelled-kept = Отменено. На счёте номера остаётся { $kept }, снято { $returned }.
book-try-again = Вернуться к этому времени
book-for = Для кого
book-show = Покажите это на входе
book-ticket-of = Билет: { $name }
book-arrived = На месте с { $wall }
book-over-text = Это уже прошло. Надеемся, вы хорошо провели время.
book-again = Забронировать ещё раз
book-offer = Посмотреть предложение
book-calendar = Добавить в календарь
book-move = Перенести
book-join = Пойдёт кто-то ещё
book-contact = Как с вами связаться
book-contact-lead = Если что-то изменится, каждому можно будет написать или позвонить. Напечатанное на билете не меняется.
book-contact-name = Имя, как вы его пишете
book-contact-reach = Телефон или почта
book-contact-save = Сохранить
book-replace = Вместо кого-то пойдёт другой
book-replace-lead = Место и цена остаются прежними. Старый билет больше не действует, у нового будет свой код.
book-replace-out = Кто не идёт
book-replace-in = Кто идёт вместо
book-replace-button = Переписать билет
book-leave = Кто-то не пойдёт
book-leave-lead = За остальными места сохраняются. Для одного места действует то же правило.
book-leave-button = { $name }: отменить участие
book-cancel = Отменить
book-cancel-free = Сейчас отменить можно бесплатно.
book-cancel-back = Сейчас отменить можно бесплатно. Снимем со счёта номера { $total }.
book-cancel-part = Если отменить сейчас, на счёте номера останется { $kept }, а { $returned } мы снимем.
book-cancel-nothing = Если отменить сейчас, на счёте номера останется вся сумма: { $kept }.
book-cancel-button = Да, отменить
book-cancel-button-kept = Да, отменить за { $kept }
book-costs = Сколько это стоит
book-answers = Что вы нам рассказали
book-history = Что и когда происходило
book-fact-held = { $n ->
    [one] Придержали { $n } место
    [few] Придержали { $n } места
    [many] Придержали { $n } мест
   *[other] Придержали { $n } места
}
book-fact-confirmed = Забронировано
book-fact-charged = Забронировано, { $total } на счёт номера
book-fact-lapsed = Время на подтверждение вышло
book-fact-released = Возвращено
book-fact-cancelled = Отменено
book-fact-kept = Отменено, удержано { $kept }
book-fact-moved = Перенесено. Было: { $from }. Стало: { $to }
book-fact-paying = Оплата начата, места ждут до { $until }
book-fact-not-paid = Оплата не прошла, места ждут до { $until }
book-fact-bill = Запрошен счёт, места ждут до { $until }
book-fact-desk = Забронировано, { $total } к оплате на стойке
book-fact-retaken = Оплата пришла позже, места заняты снова
book-fact-left = { $name }: участие отменено
book-fact-left-kept = { $name }: участие отменено, удержано { $kept }
book-fact-replaced = Билет передан. Было: { $from }. Стало: { $to }
book-fact-checked-in = { $name } уже на месте
book-move-title = Другое время
book-move-now = Сейчас: { $day }, { $wall }
book-move-lead = Те же гости и та же цена. Прежнее время остаётся за вами, пока новое не станет вашим.
book-move-choose = Новое время
book-move-button = Перенести на это время
book-move-none = Другого времени, где хватит места на всех вас, нет.
book-move-none-day = В этот день нет времени, где хватит места на всех вас. Выберите другой.
book-move-late = Перенести уже нельзя: срок прошёл.
book-refused-full = { $n ->
    [0] Последнее место только что занял кто-то другой.
    [one] Осталось только { $n } место. Пока мы ничего не придержали.
    [few] Осталось только { $n } места. Пока мы ничего не придержали.
    [many] Осталось только { $n } мест. Пока мы ничего не придержали.
   *[other] Осталось только { $n } места. Пока мы ничего не придержали.
}
book-refused-taken = Кто-то опередил вас на мгновение, и это время уже занято. Пока мы ничего не придержали.
book-refused-past = Это уже началось.
book-refused-late = Забронировать нужно не позже чем за { $time } до начала.
book-refused-early = Забронировать это можно будет с { $day }.
book-refused-called-off = Нам очень жаль, курорт это отменил. Платить ничего не нужно.
book-refused-age = { $name }: это предложение для другого возраста.
book-refused-nobody = Выберите, кто идёт.
book-refused-going = { $name } уже идёт.
book-refused-clash = { $name }: в это же время, в { $wall }, уже есть «{ $title }».
book-refused-walk = { $name }: в { $wall } «{ $title }», а дорога туда занимает { $minutes }.
book-refused-after = Это уже после вашего отъезда.
book-refused-before = Это ещё до вашего приезда.
book-refused-holds = Мы уже держим для вас пять броней. Сначала подтвердите или верните одну из них.
book-refused-used-up = Включённое в ваш пакет только что использовано. Взгляните, пожалуйста, на цену ещё раз.
book-refused-answer = Сначала ответьте, пожалуйста, на этот вопрос.
book-refused-answer-wrong = Ответ слишком длинный, или такого варианта не было.
book-refused-expired = Время на подтверждение только что вышло. Платить ничего не нужно.
book-refused-price = Цена изменилась: теперь { $total }. Взгляните, пожалуйста, ещё раз.
book-refused-fee = Если отменить сейчас, будет удержано { $fee }. Подтвердите, пожалуйста, ещё раз.
book-refused-move-late = Перенести бесплатно можно было только до указанного времени. Ваше бронирование остаётся прежним.
book-refused-replace-late = Заменить участника можно было только до указанного времени. Ваше бронирование остаётся прежним.
book-refused-other-price = { $name }: цена будет другой, поэтому этот билет передать нельзя. Забронируйте, пожалуйста, отдельно; это бронирование остаётся прежним.
book-refused-checked-in = Кто-то из вас уже на месте, поэтому всё остаётся как есть.
book-refused-state = Тем временем это бронирование изменилось. Вот как оно выглядит сейчас.
book-called-off-title = Отменено курортом
book-called-off-text = Нам очень жаль: курорту пришлось это отменить. На счёте комнаты ничего не осталось. Причина: { $reason }
book-fact-called-off = Отменено курортом: { $reason }
book-fact-moved-by-resort = Перенесено курортом. Было: { $from }. Стало: { $to }. { $reason }
book-fact-same-time = Время прежнее, займётся другой специалист или будет другое место: { $reason }
book-fact-check-in-undone = { $name }: отметка о входе снята
book-fact-kept-until = Стойка держит места для вас до { $until }
book-fact-missed = { $name }: посещения не было
book-fact-missed-undone = { $name }: отметка о неявке снята
book-fact-missed-back = { $name }: посещения не было, возвращаем { $returned }
book-fact-money-asked = Попросили вернуть деньги
book-fact-money-given = Стойка возвращает { $amount }
book-fact-money-declined = Деньги не возвращаем: { $reason }
book-missed-back = Если никто из вас не придёт, вернём { $amount }.
book-missed-nothing = Если никто из вас не придёт, деньги не возвращаются.
book-refused-settled = Стойка уже отметила неявку или рассматривает возврат. Об остальном, пожалуйста, поговорите со стойкой.
book-refused-gone-back = То, что за это возвращали, уже ушло, поэтому отметка остаётся.
book-refused-no-guarantee = Попросить деньги назад за это нельзя или сейчас не время. Поговорите, пожалуйста, со стойкой.
book-guarantee = Вышло не так, как вы надеялись?
book-guarantee-lead = Расскажите нам, и стойка разберётся. Последний день, чтобы попросить деньги назад: { $day }.
book-guarantee-why = Что пошло не так (если хотите)
book-guarantee-ask = Попросить деньги назад
book-guarantee-asked = Вы попросили вернуть деньги. Стойка ответит здесь и в уведомлениях.
book-guarantee-given = Вам возвращено { $amount }.
book-guarantee-given-note = Вам возвращено { $amount }. Стойка пишет: { $note }
book-guarantee-declined = В этот раз стойка деньги не возвращает. Причина: { $reason }
book-deposit = Это залог: он вернётся сам, когда вы придёте, и останется у нас, если не придёте.
book-was-yours = Ваше бронирование
