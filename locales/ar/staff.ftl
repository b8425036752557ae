staff-sign-in-title = لوحة Cabana
staff-login = اسم الدخول
staff-sign-in-wrong = اسم الدخول وكلمة المرور لا يتطابقان.
console-menu = لوحة العمل
console-today = اليوم
console-orders = الطلبات
console-bookings = الحجوزات
console-tickets = دخول التذاكر
console-stays = الإقامات
console-money = المال
console-slips = البطاقات
console-demand = الطلب
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
    [cap_set] غيّر ما يمكن لشخص إنفاقه
    [slip_made] أصدر بطاقة
    [slip_shown] اطّلع على بطاقة
    [slip_replaced] أصدر بطاقة جديدة
    [order_moved] نقل طلبًا إلى الخطوة التالية
    [check-in] أدخل صاحب تذكرة
    [waitlist-priority] غيّر قائمة الانتظار
    [waitlist-off] حذف من قائمة الانتظار
    [receipt_tried] أعاد سؤال صندوق الدفع
    [check_in_undone] تراجع عن إدخال
    [missed] سجّل عدم حضور
    [missed_undone] تراجع عن تسجيل عدم حضور
    [money_given] أعاد مبلغًا بناءً على طلب
    [money_declined] رفض إعادة مبلغ
    [beyond_allowed] سمح بأماكن إضافية
    [let_in_twice] اكتشف إدخالًا مكررًا
    [sessions_changed] غيّر مواعيد
    [payment_taken] استلم دفعة
    [points_given] مُنحت نقاط
    [refund_handed_out] سلّم مالًا
    [refund_again] طلب إعادة المبلغ مجددًا
    [payment_closed] أغلق دفعة
    [left_on_the_bill] أبقاه على حساب الغرفة
    [hold_kept] أبقى الحجز المؤقت مدة أطول
    [hold_released] أعاد حجزًا مؤقتًا
    [called_off] ألغى أو أغلق
    [reopened] أعاد الفتح
    [booking_kept] أبقى حجزًا
    [booking_moved] نقل حجزًا
    [booking_cancelled] ألغى حجزًا
    [resort_imported] استورد بيانات المنتجع
    [second_factor_on] فعّل الخطوة الثانية
    [second_factor_off] أوقف الخطوة الثانية
    [second_factor_forgotten] أُزيلت الخطوة الثانية
    [signed_in] تسجيل الدخول
    [signed_out] تسجيل الخروج
   *[other] { $deed }
}
staff-code = ستة أرقام
staff-code-hint = من تطبيق المصادقة على هاتفك.
staff-code-needed = لحسابك خطوة ثانية: أدخل كلمة المرور والأرقام الستة من التطبيق.
staff-code-wrong = يعرض التطبيق الآن أرقاماً أخرى، أو أن هذه استُخدمت من قبل. انتظر الأرقام التالية.
account-second-factor = خطوة ثانية عند الدخول
account-off = امسح هذا الرمز بتطبيق المصادقة. بعد ذلك تطلب لوحة التحكم ستة أرقام مع كلمة المرور.
account-qr = رمز QR لتطبيق المصادقة
account-typed = أو اكتب هذا المفتاح في التطبيق:
account-turn-on = تشغيل
account-on = الخطوة الثانية مفعّلة. تطلب لوحة التحكم ستة أرقام من التطبيق عند كل دخول.
account-turn-off = إيقاف
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
    [session] الموعد { $number }
    [resource] ملعب أو غرفة أو شخص { $number }
    [offer] العرض { $number }
    [resort] المنتجع
    [console] لوحة العمل
    [waitlist] قيد الانتظار { $number }
    [receipt] إيصال، قيد { $number }
   *[other] { $subject } { $number }
}
log-on-the-bill = على حساب الغرفة
log-called-off = أُبقي: { $kept }، نُقل: { $moved }، أُلغي: { $cancelled }
