tab-today = اليوم
tab-book = الحجز
tab-order = الطلب
tab-guide = الدليل
tab-me = صفحتي
shell-skip = إلى المحتوى
shell-menu = الأقسام الرئيسية
shell-language = اللغة
shell-notices = { $n ->
    [0] الإشعارات
    [zero] الإشعارات
    [one] الإشعارات: { $n } جديد
    [two] الإشعارات: { $n } جديدان
    [few] الإشعارات: { $n } إشعارات جديدة
    [many] الإشعارات: { $n } إشعارًا جديدًا
   *[other] الإشعارات: { $n } إشعار جديد
}
shell-sign-in = الدخول
shell-offline = لا اتصال لديكم الآن. ترون هنا ما ظهر عند آخر اتصال.
shell-read-only = انتهت إقامتكم. ما زال بإمكانكم قراءة كل شيء هنا.
shell-zone = كل الأوقات بتوقيت المنتجع ({ $zone }). هاتفكم يعرض وقتًا آخر.
page-not-found-title = لا شيء هنا
page-not-found = هذه الصفحة غير موجودة أو لم تعد موجودة.
page-home = إلى الصفحة الرئيسية
page-again = حاولوا مرة أخرى
page-offline = لا اتصال لديكم الآن، وهذه الصفحة لم تُفتح على هذا الهاتف من قبل. ما فتحتموه سابقاً ما زال هنا.
install-title = صفحتكم دائمًا في متناولكم
install-text = تُفتح كتطبيق ولا تكاد تشغل مساحة.
install-button = أضيفوا
install-share = المسوا «مشاركة» أسفل الصفحة
install-add = اختاروا «إضافة إلى الشاشة الرئيسية»
home-welcome = أهلًا وسهلًا
home-good-morning = صباح الخير، { $name }
home-good-afternoon = طاب نهاركم، { $name }
home-good-evening = مساء الخير، { $name }
home-lead-days = { $n ->
    [zero] يومكم الأخير عند البحر. إليكم ما ينتظركم اليوم.
    [one] أمامكم يوم آخر عند البحر. إليكم ما ينتظركم اليوم.
    [two] أمامكم يومان آخران عند البحر. إليكم ما ينتظركم اليوم.
    [few] أمامكم { $n } أيام أخرى عند البحر. إليكم ما ينتظركم اليوم.
    [many] أمامكم { $n } يومًا آخر عند البحر. إليكم ما ينتظركم اليوم.
   *[other] أمامكم { $n } يوم آخر عند البحر. إليكم ما ينتظركم اليوم.
}
home-lead-last-day = يومكم الكامل الأخير. ما الذي لم تجرّبوه بعد؟
home-lead-leaving = تغادروننا اليوم. غرفتكم لكم حتى الساعة { $at }.
home-lead-after = شكرًا لإقامتكم معنا. كل ما يخص إقامتكم ما زال هنا.
home-sign-in = الدخول بالبطاقة
home-look-around = تجوّلوا
home-next = التالي
home-in = بعد { $time }
home-on-now = الآن
home-show-ticket = عرض التذكرة
home-open = في انتظاركم
home-held-until = محجوز لكم حتى { $at }
home-order = الطلب { $number }
home-later = الآن ولاحقًا اليوم
home-whole-day = اليوم كله
home-until = حتى { $at }
home-yours = أنتم مشاركون
home-full = اكتمل العدد
home-free = مجانًا
home-included = مشمول
home-untried = مشمول ولم تجرّبوه بعد
home-all = الكل
home-why-session = { $n ->
    [zero] اليوم الساعة { $at }، اكتملت الأماكن
    [one] اليوم الساعة { $at }، بقي مكان واحد
    [two] اليوم الساعة { $at }، بقي مكانان
    [few] اليوم الساعة { $at }، بقيت { $n } أماكن
    [many] اليوم الساعة { $at }، بقي { $n } مكانًا
   *[other] اليوم الساعة { $at }، بقي { $n } مكان
}
home-why-service = نحضره إلى غرفتكم
home-first-steps = خطوات أولى
home-step-guide = تعرّفوا على المكان
home-step-guide-text = واي فاي، مواعيد الوجبات، بمن تتصلون
home-step-book = اختاروا ما يسرّكم
home-step-book-text = الوقت من اختياركم، ولا يأخذ سوى دقيقة
home-step-order = اطلبوا شيئًا إلى غرفتكم
home-step-order-text = فواكه أو عصير أو شمبانيا حتى بابكم
me-signed-out = سجّلوا الدخول ببطاقتكم لتجدوا هنا حجوزاتكم وطلباتكم وحساب الغرفة.
me-room = الغرفة
me-stay = إقامتكم
me-package = الباقة
me-party = معًا
me-phones = الهواتف المسجّلة
me-history = الحجوزات والطلبات
me-bill = حساب الغرفة
me-wishes = قائمة الأمنيات
me-offers = ماذا لدينا وبكم
page-back = رجوع
home-under-way = قيد التنفيذ
home-hello = أهلًا { $name }
home-why-time = { $day } الساعة { $at }: متاح
shell-not-fresh = تعذّر التحديث الآن. ما ترونه هو آخر ما وصلنا قبل قليل.
earlier-title = إقامات سابقة
earlier-empty = لم يُحجز ولم يُطلب شيء في هذه الإقامة.
earlier-bookings = ما شاركتم فيه
earlier-orders = ما أُحضر إليكم
earlier-people = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
}
find-elsewhere = وُجد أيضًا
