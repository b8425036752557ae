waitlist-title = Лист очікування
waitlist-none = На цей день ніхто ні на що не чекає.
waitlist-waiting = { $n ->
    [one] У листі очікування { $n } компанія
    [few] У листі очікування { $n } компанії
   *[many] У листі очікування { $n } компаній
}
waitlist-people = Осіб
waitlist-times = Початок
waitlist-since = Чекають з
waitlist-waits = Чекають
waitlist-offered = Запропоновано до { $until }
waitlist-passed-over = { $n ->
    [one] Вільне лише { $n } місце
    [few] Вільні лише { $n } місця
   *[many] Вільно лише { $n } місць
}
waitlist-first = Поза чергою
waitlist-change = Змінити
waitlist-change-of = Змінити чергу: { $name }
waitlist-let-first = Пропустити вперед
waitlist-in-turn = Повернути в чергу
waitlist-off = Прибрати з листа
console-reason-needed = Напишіть, будь ласка, чому. Це залишиться в журналі.
