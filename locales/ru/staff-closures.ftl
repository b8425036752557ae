close-title = Отменить или закрыть
close-lead = Выберите, что больше нельзя бронировать. Сначала показаны все, кто уже записан, и ничего не меняется, пока для каждой записи не сделан выбор. Отдельное занятие отменяют из списка дня.
close-resource = Корт, кабинет или специалист
close-offer = Всё предложение на день
close-which = Что именно
close-from = С
close-until = До
close-span-hint = С 00:00 до 00:00 — весь день.
close-show = Показать, кого это коснётся
close-none = Здесь нечего отменять: этого нет или всё уже отменено.
close-more = Закрыть корт, специалиста или предложение
close-link-what = Отменить: { $title }, { $wall }
close-nobody = Никто не записан.
close-affected = { $n ->
    [one] Это касается { $n } записи. Выберите, что с ней будет.
    [few] Это касается { $n } записей. Выберите, что будет с каждой.
   *[many] Это касается { $n } записей. Выберите, что будет с каждой.
}
close-room-name = Комната { $room }, { $name }
close-choice = Что с ней будет?
close-keep = Оставить
close-keep-hint = Состоится, как записано; новых записей не будет.
close-move = Перенести: { $when }
close-same-time = Остаётся в { $wall }, примет другой
close-move-hint = Та же цена, без удержаний
close-move-none = Другого времени, где хватит места всем, нет.
close-cancel = Отменить и вернуть всё
close-cancel-back = { $total } снимается со счёта комнаты.
close-cancel-free = Платить было не за что.
close-held = Держится, не подтверждено: места освободятся. Ничего не оплачено.
close-fresh = Новая или перенесённая
close-reason = Причина
close-reason-hint = Гости прочтут её дословно. Она останется и в журнале.
close-button = Отменить
close-refused-reason = Назовите причину: её прочтут гости. Ничего не изменено.
close-refused-choice = { $n ->
    [one] Для { $n } записи ещё нет выбора. Ничего не изменено.
    [few] Для { $n } записей ещё нет выбора. Ничего не изменено.
   *[many] Для { $n } записей ещё нет выбора. Ничего не изменено.
}
close-refused-wrong = { $who }: здесь это выбрать нельзя. Ничего не изменено.
close-refused-changed = Тем временем записи изменились. Ничего не изменено, ваш выбор сохранён. Посмотрите на список ещё раз.
close-refused-came = Новые или перенесённые: { $who }.
close-refused-gone = Больше не касается: { $who }.
close-refused-move = { $who }: не получилось, поэтому ничего не изменено. { $why }
close-refused-already = { $by }: уже отменено.
close-refused-over = Это уже закончилось.
close-refused-span = Выберите, что закрыть, день и время, которое кончается позже начала.
closures-title = Отменено или закрыто
closures-reopen = Открыть снова
closures-reopen-what = Открыть снова: { $title }, { $wall }
tickets-undo = Вернуть
tickets-undo-who = Вернуть: { $name } ещё не на месте
tickets-undo-late = Вход можно вернуть только в тот же день.
tickets-undo-changed = Тем временем билет изменился. Вот как он выглядит сейчас.
tickets-missed = Не пришли
tickets-missed-who = { $name }: гость не пришёл
tickets-missed-by = Не пришли, отметка: { $by }
tickets-missed-undo-who = Отменить: { $name } ещё может прийти
allow-more = Больше мест
allow-beyond = Мест сверх обычных
allow-do = Разрешить
allow-hold = Изменить
allow-hold-of = Изменить удержание: { $name }
allow-keep-until = Держать до
allow-keep = Продлить
allow-release = Вернуть места
allow-refused-until = Выберите сегодняшнее время позже нынешнего конца удержания и не позже начала. Ничего не изменено.
allow-refused-beyond = Можно добавить не больше 500 мест.
allow-refused-taken = Занято больше. Ничего не изменено.
allow-refused-changed = За это время всё изменилось. Вот как обстоят дела сейчас.
