bookings-day = اليوم
bookings-day-before = اليوم السابق
bookings-day-after = اليوم التالي
bookings-none = لا شيء يُقام في هذا اليوم.
bookings-taken = { $taken } من { $capacity }
bookings-full = مكتمل
bookings-held = { $n ->
    [zero] لا أماكن محجوزة مؤقتًا
    [one] مكان واحد محجوز مؤقتًا
    [two] مكانان محجوزان مؤقتًا
    [few] { $n } أماكن محجوزة مؤقتًا
    [many] { $n } مكانًا محجوزًا مؤقتًا
   *[other] { $n } مكان محجوز مؤقتًا
}
bookings-arrived = { $n ->
    [zero] لم يصل أحد
    [one] وصل واحد
    [two] وصل اثنان
    [few] وصل { $n }
    [many] وصل { $n }
   *[other] وصل { $n }
}
bookings-until = حتى { $until }، { $place }
bookings-who = من يذهب
bookings-answers = يحسن أن تعرفوا
bookings-ticket = التذكرة
booking-desk-confirmed = مؤكد
booking-desk-held = محجوز مؤقتًا، غير مؤكد
tickets-code = رمز التذكرة
tickets-hint = امسحوا الرمز المربع بالكاميرا أو اكتبوا الحروف التي تحته. المسافات والحروف الصغيرة لا تضر.
tickets-look = بحث
tickets-must-pay = { $name }: يجب أولًا دفع { $owed } في مكتب الاستقبال. { $title }.
tickets-check-in = إدخال
tickets-where = أين
tickets-others = الحجز نفسه
tickets-age = العمر { $age }
tickets-good = صالحة اليوم
tickets-other-day = ليوم آخر
tickets-in-at = دخل { $at }، { $by }
tickets-admitted = يمكن دخول { $name }: { $title }، { $wall }.
tickets-already = { $name } في الداخل منذ { $at }. أدخله { $by }.
tickets-wrong-day = هذه التذكرة ليوم آخر: { $day }، { $wall }.
tickets-cancelled = لم تعد هذه التذكرة صالحة: أُلغي { $title } للضيف { $name }.
tickets-unknown = لا توجد تذكرة بهذا الرمز. قارنوه حرفًا حرفًا، أو ابحثوا عن الضيف برقم الغرفة.
tickets-scan-hint = ضعوا رمز الضيف أمام الكاميرا.
