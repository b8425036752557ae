close-title = Скасувати або закрити
close-lead = Оберіть, що більше не можна бронювати. Спершу показано всіх, хто вже записаний, і нічого не змінюється, доки для кожного запису не зроблено вибір. Окреме заняття скасовують зі списку дня.
close-resource = Корт, кабінет або фахівець
close-offer = Уся пропозиція на день
close-which = Що саме
close-from = З
close-until = До
close-span-hint = З 00:00 до 00:00 — увесь день.
close-show = Показати, кого це торкнеться
close-none = Тут нічого скасовувати: цього немає або все вже скасовано.
close-more = Закрити корт, фахівця або пропозицію
close-link-what = Скасувати: { $title }, { $wall }
close-nobody = Ніхто не записаний.
close-affected = { $n ->
    [one] Це стосується { $n } запису. Оберіть, що з ним буде.
    [few] Це стосується { $n } записів. Оберіть, що буде з кожним.
   *[many] Це стосується { $n } записів. Оберіть, що буде з кожним.
}
close-room-name = Кімната { $room }, { $name }
close-choice = Що з ним буде?
close-keep = Залишити
close-keep-hint = Відбудеться, як записано; нових записів не буде.
close-move = Перенести: { $when }
close-same-time = Лишається о { $wall }, прийме інший
close-move-hint = Та сама ціна, без утримань
close-move-none = Іншого часу, де вистачить місця всім, немає.
close-cancel = Скасувати й повернути все
close-cancel-back = { $total } знімається з рахунку кімнати.
close-cancel-free = Платити не було за що.
close-held = Тримається, не підтверджено: місця звільняться. Нічого не сплачено.
close-fresh = Новий або перенесений
close-reason = Причина
close-reason-hint = Гості прочитають її дослівно. Вона залишиться і в журналі.
close-button = Скасувати
close-refused-reason = Назвіть причину: її прочитають гості. Нічого не змінено.
close-refused-choice = { $n ->
    [one] Для { $n } запису ще немає вибору. Нічого не змінено.
    [few] Для { $n } записів ще немає вибору. Нічого не змінено.
   *[many] Для { $n } записів ще немає вибору. Нічого не змінено.
}
close-refused-wrong = { $who }: тут це обрати не можна. Нічого не змінено.
close-refused-changed = Тим часом записи змінилися. Нічого не змінено, ваш вибір збережено. Погляньте на список ще раз.
close-refused-came = Нові або перенесені: { $who }.
close-refused-gone = Більше не стосується: { $who }.
close-refused-move = { $who }: не вийшло, тому нічого не змінено. { $why }
close-refused-already = { $by }: уже скасовано.
close-refused-over = Це вже закінчилося.
close-refused-span = Оберіть, що закрити, день і час, який закінчується пізніше за початок.
closures-title = Скасовано або закрито
closures-reopen = Відкрити знову
closures-reopen-what = Відкрити знову: { $title }, { $wall }
tickets-undo = Повернути
tickets-undo-who = Повернути: { $name } ще не на місці
tickets-undo-late = Вхід можна повернути лише того самого дня.
tickets-undo-changed = Тим часом квиток змінився. Ось який він зараз.
tickets-missed = Не прийшли
tickets-missed-who = { $name }: гість не прийшов
tickets-missed-by = Не прийшли, позначка: { $by }
tickets-missed-undo-who = Скасувати: { $name } ще може прийти
allow-more = Більше місць
allow-beyond = Місць понад звичайні
allow-do = Дозволити
allow-hold = Змінити
allow-hold-of = Змінити утримання: { $name }
allow-keep-until = Тримати до
allow-keep = Подовжити
allow-release = Повернути місця
allow-refused-until = Оберіть сьогоднішній час, пізніший за нинішній кінець утримання й не пізніший за початок. Нічого не змінено.
allow-refused-beyond = Можна додати щонайбільше 500 місць.
allow-refused-taken = Зайнято більше. Нічого не змінено.
allow-refused-changed = Тим часом усе змінилося. Ось як є зараз.
