tab-today = Сегодня
tab-book = Бронь
tab-order = Заказ
tab-guide = Гид
tab-me = Я
shell-skip = К содержанию
shell-menu = Основные разделы
shell-language = Язык
shell-notices = { $n ->
    [0] Уведомления
    [one] Уведомления: { $n } новое
    [few] Уведомления: { $n } новых
    [many] Уведомления: { $n } новых
   *[other] Уведомления: { $n } новых
}
shell-sign-in = Войти
shell-offline = Сейчас нет связи. Вы видите то, что загрузилось в последний раз.
shell-read-only = Ваш отдых завершён. Всё по-прежнему можно читать.
shell-zone = Время здесь указано по курорту ({ $zone }). На вашем телефоне оно другое.
page-not-found-title = Здесь ничего нет
page-not-found = Такой страницы нет, или её уже убрали.
page-home = На главную
page-again = Проверить ещё раз
page-offline = Сейчас нет связи, а эту страницу на этом телефоне ещё не открывали. Открытые раньше страницы на месте.
install-title = Кабинет всегда под рукой
install-text = Открывается как приложение и почти не занимает места.
install-button = Добавить
install-share = Нажмите «Поделиться» под страницей
install-add = Выберите «На экран „Домой“»
home-welcome = Добро пожаловать
home-good-morning = Доброе утро, { $name }
home-good-afternoon = Добрый день, { $name }
home-good-evening = Добрый вечер, { $name }
home-lead-days = { $n ->
    [one] Впереди ещё { $n } день у моря. Вот что вас ждёт сегодня.
    [few] Впереди ещё { $n } дня у моря. Вот что вас ждёт сегодня.
    [many] Впереди ещё { $n } дней у моря. Вот что вас ждёт сегодня.
   *[other] Впереди ещё { $n } дня у моря. Вот что вас ждёт сегодня.
}
home-lead-last-day = Ваш последний полный день. Что вы ещё не попробовали?
home-lead-leaving = Сегодня вы уезжаете. Номер в вашем распоряжении до { $at }.
home-lead-after = Спасибо, что отдыхали у нас. Всё о вашем отдыхе по-прежнему здесь.
home-sign-in = Войти по листку
home-look-around = Осмотреться
home-next = Ближайшее
home-in = через { $time }
home-on-now = Сейчас
home-show-ticket = Показать билет
home-open = Ждёт вас
home-held-until = Держим до { $at }
home-order = Заказ { $number }
home-later = Сейчас и позже сегодня
home-whole-day = Весь день
home-until = до { $at }
home-yours = Вы идёте
home-full = Мест нет
home-free = Бесплатно
home-included = Включено
home-untried = Включено, но вы ещё не пробовали
home-all = Все
home-why-session = { $n ->
    [one] Сегодня в { $at }, осталось { $n } место
    [few] Сегодня в { $at }, осталось { $n } места
    [many] Сегодня в { $at }, осталось { $n } мест
   *[other] Сегодня в { $at }, осталось { $n } места
}
home-why-service = Принесём в номер
home-first-steps = С чего начать
home-step-guide = Осмотреться
home-step-guide-text = Wi-Fi, завтраки и ужины, кому позвонить
home-step-book = Выбрать занятие по душе
home-step-book-text = Время выбираете сами, нужна всего минута
home-step-order = Заказать что-нибудь в номер
home-step-order-text = Фрукты, сок или шампанское к вашей двери
me-signed-out = Войдите по листку, и здесь будут ваши бронирования, заказы и счёт номера.
me-room = Номер
me-stay = Ваш отдых
me-package = Пакет
me-party = Вместе
me-phones = Телефонов в кабинете
me-history = Бронирования и заказы
me-bill = Счёт номера
me-wishes = Список желаний
me-offers = Что здесь есть и сколько стоит
page-back = Назад
home-under-way = Выполняется
home-hello = Здравствуйте, { $name }
home-why-time = { $day } в { $at }: свободно
shell-not-fresh = Сейчас обновить не получилось. Здесь то, что было минуту назад.
earlier-title = Прошлые поездки
earlier-empty = В этой поездке ничего не бронировали и не заказывали.
earlier-bookings = Куда вы ходили
earlier-orders = Что вам приносили
earlier-people = { $n ->
    [one] { $n } человек
    [few] { $n } человека
    [many] { $n } человек
   *[other] { $n } человека
}
find-elsewhere = Нашлось ещё
