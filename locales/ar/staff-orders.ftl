orders-room = الغرفة
orders-waits = ينتظر منذ
orders-state = الحالة
orders-what = ماذا
orders-guest = الضيف
orders-wanted = الموعد المطلوب
orders-asap = في أقرب وقت
orders-sum = المبلغ
orders-next = الخطوة التالية
orders-open = المفتوحة
orders-none = لا توجد طلبات هنا.
orders-close = إغلاق
orders-included = مشمول
orders-by-house = الفندق
orders-title = الطلب { $number }
orders-waiting = { $n ->
    [zero] قُبلت كل الطلبات.
    [one] طلب واحد ينتظر القبول.
    [two] طلبان ينتظران القبول.
    [few] { $n } طلبات تنتظر القبول.
    [many] { $n } طلبًا ينتظر القبول.
   *[other] { $n } طلب ينتظر القبول.
}
order-desk-placed = جديد
order-desk-accepted = مقبول
order-desk-on-its-way = في الطريق
order-desk-delivered = سُلِّم
order-desk-declined = مرفوض
order-desk-cancelled = ملغى
orders-do-accept = قبول
orders-do-send = إرسال
orders-arrives-in = يصل خلال
orders-arrives-unknown = غير محدد
orders-expected = يصل قرابة الساعة { $wall }
orders-do-deliver = تم التسليم
orders-do-decline = رفض
orders-reason = السبب
orders-reason-hint = سيقرأ الضيف هذا. اكتبوه كما لو كنتم تقولونه له.
orders-reason-needed = من فضلكم اكتبوا سببًا، فالضيف سيقرؤه.
orders-changed-meanwhile = نقل شخص آخر هذا الطلب في هذه الأثناء. حالته الآن: { $state }.
