staff-sign-in-title = لوحة Cabana
staff-login = اسم الدخول
staff-sign-in-wrong = اسم الدخول وكلمة المرور لا يتطابقان.
console-menu = لوحة العمل
console-today = اليوم
console-orders = الطلبات
console-bookings = الحجوزات
console-tickets = دخول التذاكر
console-stays = الإقامات
console-slips = البطاقات
console-log = السجل
console-role-desk = الاستقبال
console-role-service = الخدمة
console-role-manager = المدير
today-tile-waiting = طلبات جديدة
today-tile-under-way = قيد التنفيذ
today-tile-arrivals = الوصول
today-tile-departures = المغادرة
today-tile-in-house = الضيوف الليلة
today-orders = طلبات تنتظر
today-no-orders = لا شيء ينتظر. يظهر الطلب الجديد هنا من تلقاء نفسه.
today-bookings = ما حُجز أو نُقل أو أُلغي في آخر 24 ساعة
today-no-bookings = لم يُحجز شيء مؤخرًا. يظهر الحجز الجديد هنا من تلقاء نفسه.
today-arrivals = يصلون اليوم
today-no-arrivals = لا أحد يصل اليوم.
today-departures = يغادرون اليوم
today-no-departures = لا أحد يغادر اليوم.
today-print-slips = طباعة بطاقاتهم
today-all = عرض الكل
today-just-now = الآن
today-not-due = لاحقًا
today-ago = قبل { $time }
today-day-at = { $day }، { $at }
today-what = ماذا
today-when = متى
today-people = الأشخاص
today-made = آخر تغيير
today-cancelled = أُلغي
today-signed-in = سجّل الدخول
today-party = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
}
log-when = متى
log-who = من
log-what = ماذا
log-about = بشأن
log-before = قبل
log-after = بعد
log-reason = السبب
log-pages = صفحات السجل
log-older = الأقدم
log-newest = الأحدث
log-empty = لم يُكتب شيء بعد.
log-managers-only = السجل يقرؤه المديرون فقط.
log-stay = الإقامة { $number }
log-order = الطلب { $number }
log-deed = { $deed ->
    [stay_made] أنشأ إقامة
    [stay_changed] غيّر إقامة
    [slip_made] أصدر بطاقة
    [slip_shown] اطّلع على بطاقة
    [slip_replaced] أصدر بطاقة جديدة
    [order_moved] نقل طلبًا إلى الخطوة التالية
    [check-in] أدخل صاحب تذكرة
    [resort_imported] استورد بيانات المنتجع
    [signed_in] تسجيل الدخول
    [signed_out] تسجيل الخروج
   *[other] { $deed }
}
today-moved = نُقل
log-version = الإصدار { $version }
log-import = { $kind }: الجديد { $new }، المعدَّل { $changed }، المؤرشف { $archived }
log-kind = { $kind ->
    [rooms] الغرف
    [packages] الباقات
    [categories] الفئات
    [resources] الموارد
    [offers] العروض
    [places] الأماكن
    [pages] صفحات الدليل
    [staff] الموظفون
   *[other] { $kind }
}
log-subject = { $subject ->
    [booking] الحجز { $number }
    [resort] المنتجع
    [console] لوحة العمل
   *[other] { $subject } { $number }
}
