waitlist-title = Лист ожидания
waitlist-none = На этот день никто ничего не ждёт.
waitlist-waiting = { $n ->
    [one] В листе ожидания { $n } компания
    [few] В листе ожидания { $n } компании
   *[many] В листе ожидания { $n } компаний
}
waitlist-people = Человек
waitlist-times = Начало
waitlist-since = Ждут с
waitlist-waits = Ждут
waitlist-offered = Предложено до { $until }
waitlist-passed-over = { $n ->
    [one] Свободно только { $n } место
    [few] Свободны только { $n } места
   *[many] Свободно только { $n } мест
}
waitlist-first = Вне очереди
waitlist-change = Изменить
waitlist-change-of = Изменить очередь: { $name }
waitlist-let-first = Пропустить вперёд
waitlist-in-turn = Вернуть в очередь
waitlist-off = Убрать из листа
console-reason-needed = Напишите, пожалуйста, почему. Это останется в журнале.
