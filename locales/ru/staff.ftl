staff-sign-in-title = Пульт Cabana
staff-login = Логин
staff-sign-in-wrong = Логин и пароль не подходят друг к другу.
console-menu = Пульт
console-today = Сегодня
console-orders = Заказы
console-bookings = Записи
console-tickets = Вход по билетам
console-stays = Проживания
console-money = Деньги
console-slips = Листки
console-demand = Спрос
console-log = Журнал
console-role-desk = Стойка
console-role-service = Сервис
console-role-manager = Управляющий
today-tile-waiting = Новые заказы
today-tile-under-way = В работе
today-tile-arrivals = Заезды
today-tile-departures = Выезды
today-tile-in-house = Гостей ночует
today-orders = Ожидающие заказы
today-no-orders = Ничего не ждёт. Новый заказ появится здесь сам.
today-bookings = Брони, переносы и отмены за сутки
today-no-bookings = За сутки никто не записался. Новая запись появится здесь сама.
today-arrivals = Заезжают сегодня
today-no-arrivals = Сегодня никто не заезжает.
today-departures = Выезжают сегодня
today-no-departures = Сегодня никто не выезжает.
today-print-slips = Напечатать их листки
today-all = Показать все
today-just-now = только что
today-not-due = позже
today-ago = { $time } назад
today-day-at = { $day }, { $at }
today-what = Что
today-when = Когда
today-people = Людей
today-made = Изменено
today-cancelled = Отменено
today-signed-in = Уже в кабинете
today-party = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
log-when = Когда
log-who = Кто
log-what = Что
log-about = О чём
log-before = Было
log-after = Стало
log-reason = Причина
log-pages = Страницы журнала
log-older = Раньше
log-newest = Самые новые
log-empty = Записей ещё нет.
log-managers-only = Журнал читают только управляющие.
log-stay = Проживание { $number }
log-order = Заказ { $number }
log-deed = { $deed ->
    [stay_made] Создание проживания
    [stay_changed] Изменение проживания
    [cap_set] Изменение лимита расходов
    [slip_made] Первый листок
    [slip_shown] Просмотр листка
    [slip_replaced] Новый листок
    [order_moved] Новое состояние заказа
    [check-in] Вход по билету
    [waitlist-priority] Изменена очередь ожидания
    [waitlist-off] Убрано из листа ожидания
    [receipt_tried] Повторный запрос к кассе
    [check_in_undone] Снята отметка о входе
    [missed] Отмечена неявка
    [missed_undone] Снята отметка о неявке
    [money_given] Возвращены деньги по просьбе
    [money_declined] Отказано в возврате денег
    [beyond_allowed] Разрешены дополнительные места
    [let_in_twice] Обнаружен двойной вход
    [sessions_changed] Изменены занятия
    [payment_taken] Принял оплату
    [points_given] Начислены баллы
    [refund_handed_out] Выдал деньги
    [refund_again] Запросил возврат снова
    [payment_closed] Закрыл платёж
    [left_on_the_bill] Оставил на счёте номера
    [hold_kept] Удержание продлено
    [hold_released] Удержание снято
    [called_off] Отмена или закрытие
    [reopened] Открыто снова
    [booking_kept] Запись оставлена
    [booking_moved] Запись перенесена
    [booking_cancelled] Запись отменена
    [resort_imported] Импорт данных курорта
    [second_factor_on] Включён второй шаг входа
    [second_factor_off] Выключен второй шаг входа
    [second_factor_forgotten] Снят второй шаг входа
    [signed_in] Вход
    [signed_out] Выход
   *[other] { $deed }
}
staff-code = Шесть цифр
staff-code-hint = Из приложения-аутентификатора на вашем телефоне.
staff-code-needed = Для вашего входа включён второй шаг: введите пароль и шесть цифр из приложения.
staff-code-wrong = Приложение сейчас показывает другие цифры, или эти уже использованы. Дождитесь следующих.
account-second-factor = Второй шаг при входе
account-off = Отсканируйте код приложением-аутентификатором. После этого консоль будет спрашивать шесть цифр вместе с паролем.
account-qr = QR-код для приложения-аутентификатора
account-typed = Или введите в приложение этот ключ:
account-turn-on = Включить
account-on = Второй шаг включён. При каждом входе консоль спрашивает шесть цифр из приложения.
account-turn-off = Выключить
today-moved = Перенесено
log-version = версия { $version }
log-import = { $kind }: новых { $new }, изменено { $changed }, в архив { $archived }
log-kind = { $kind ->
    [rooms] номера
    [packages] пакеты
    [categories] категории
    [resources] ресурсы
    [offers] предложения
    [places] места вокруг
    [pages] страницы гида
    [staff] сотрудники
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] Бронь { $number }
    [session] Занятие { $number }
    [resource] Корт, кабинет или специалист { $number }
    [offer] Предложение { $number }
    [resort] Курорт
    [console] Консоль
    [waitlist] Запись { $number } в листе ожидания
    [receipt] Чек, запись { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = В счёт номера
log-called-off = оставлено: { $kept }, перенесено: { $moved }, отменено: { $cancelled }
