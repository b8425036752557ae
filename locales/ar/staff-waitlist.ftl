waitlist-title = قائمة الانتظار
waitlist-none = لا أحد ينتظر شيئًا في هذا اليوم.
waitlist-waiting = { $n ->
    [zero] لا أحد في قائمة الانتظار
    [one] مجموعة واحدة في قائمة الانتظار
    [two] مجموعتان في قائمة الانتظار
    [few] { $n } مجموعات في قائمة الانتظار
    [many] { $n } مجموعة في قائمة الانتظار
   *[other] { $n } مجموعة في قائمة الانتظار
}
waitlist-people = الأشخاص
waitlist-times = البداية
waitlist-since = منذ
waitlist-waits = ينتظر
waitlist-offered = عُرض حتى { $until }
waitlist-passed-over = { $n ->
    [zero] لا أماكن متاحة
    [one] مكان واحد فقط متاح
    [two] مكانان فقط متاحان
    [few] { $n } أماكن فقط متاحة
    [many] { $n } مكانًا فقط متاحًا
   *[other] { $n } مكان فقط متاح
}
waitlist-first = له الأولوية
waitlist-change = تغيير
waitlist-change-of = تغيير دور { $name }
waitlist-let-first = تقديم الدور
waitlist-in-turn = العودة إلى الدور
waitlist-off = الحذف من القائمة
console-reason-needed = نرجو كتابة السبب. يبقى في السجل.
