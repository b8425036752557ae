pay-card = الدفع بالبطاقة الآن: { $total }
pay-or-room = ادفعوا بالبطاقة الآن، أو سجّلوه على حساب الغرفة وادفعوا في مكتب الاستقبال عند المغادرة.
pay-on-its-way = دفعة بقيمة { $total } قيد المعالجة. الأماكن محجوزة لها حتى { $until }.
pay-go-on = متابعة الدفع
pay-trail = أموالكم
pay-step-begun = { $amount }: بدأ الدفع
pay-step-waiting = { $amount }: لم يردّ البنك بعد
pay-step-captured = { $amount } دُفعت بالبطاقة
pay-step-not-paid = { $amount }: لم يقبل البنك الدفع، ولم يُخصم شيء
pay-step-given-up = { $amount }: لم يكتمل الدفع، ولم يُخصم شيء
pay-step-stuck = { $amount }: مكتب الاستقبال يتابع الأمر
pay-step-refund-requested = { $amount } ستعود إلى بطاقتكم
pay-step-refund-sent = { $amount } أُرسلت إلى بنككم
pay-step-refund-arrived = { $amount } عادت إلى بنككم
pay-step-refund-failed = تعذّرت إعادة { $amount } حتى الآن، ومكتب الاستقبال يتابع الأمر
pay-receipt = الإيصال { $number }
pay-receipt-refund = الإيصال { $number }، مبلغ مُعاد
pay-receipt-at = التاريخ
pay-receipt-guest = الضيف
pay-receipt-room = الغرفة
pay-receipt-means = طريقة الدفع
pay-receipt-means-back = أُعيد إلى
pay-receipt-card = البطاقة
pay-receipt-total = الإجمالي
pay-receipt-tax = ضريبة { $rate } ٪ مشمولة في { $amount }
pay-receipt-paired = مرتبط بـ
pay-cancel-back = الإلغاء مجاني الآن. سيعود { $total } إلى بطاقتكم.
pay-cancel-part = إذا ألغيتم الآن يُحتجز { $kept } ويعود { $returned } إلى بطاقتكم.
pay-cancel-nothing = إذا ألغيتم الآن يُحتجز المبلغ كاملًا: { $kept }.
pay-cancelled-kept = أُلغي الحجز. احتُجز { $kept }، وسيعود { $returned } إلى بطاقتكم.
pay-refused-paying = دفعة لهذا الحجز قيد المعالجة. انتظروا قليلًا ردّ البنك ثم حاولوا مجددًا.
pay-refused-card = الدفع بالبطاقة لا يعمل الآن. الأماكن ما زالت لكم: سجّلوه على حساب الغرفة أو حاولوا بعد قليل.
pay-cancelled-all = أُلغي الحجز. احتُجز المبلغ كاملًا: { $kept }.
pay-ended = الأماكن متاحة للآخرين من جديد. إن خُصم أي مبلغ فسيعود كاملًا إلى بطاقتكم، وترون مساره أدناه.
pay-step-taken-at-desk = { $amount } دُفعت في مكتب الاستقبال
pay-step-hand-out = { $amount } بانتظاركم في مكتب الاستقبال
pay-step-handed-out = { $amount } أُعيدت إليكم في مكتب الاستقبال
pay-method-cash = نقدًا
pay-method-terminal = بالبطاقة في مكتب الاستقبال
pay-method-transfer = تحويل مصرفي
pay-cancel-back-desk = الإلغاء مجاني الآن. يعيد إليكم مكتب الاستقبال { $total }.
pay-cancel-part-desk = إذا ألغيتم الآن يُحتجز { $kept } ويعيد إليكم مكتب الاستقبال { $returned }.
pay-cancelled-kept-desk = أُلغي الحجز. احتُجز { $kept }، ويعيد إليكم مكتب الاستقبال { $returned }.
pay-on-its-way-room = دفعة بقيمة { $total } قيد المعالجة.
pay-no-card = الدفع بالبطاقة لا يعمل الآن. يبقى المبلغ على حساب غرفتكم: حاولوا بعد قليل أو ادفعوا في مكتب الاستقبال.
pay-owed = { $total } على حساب غرفتكم. يمكنكم الدفع عند المغادرة أو الآن.
pay-how = كيف تفضّلون الدفع؟
pay-invoice = أرسلوا لي الفاتورة
pay-invoice-hint = يرسلها مكتب الاستقبال، وتنتظر أماكنكم الدفع حتى { $until }.
pay-invoiced = يرسل إليكم مكتب الاستقبال الفاتورة. تنتظر أماكنكم الدفع حتى { $until }.
pay-desk = الدفع في مكتب الاستقبال
pay-desk-hint = تُحجز أماكنكم فورًا. نرجو الدفع قبل البداية.
pay-desk-due = نرجو دفع { $total } في مكتب الاستقبال قبل البداية.
pay-refused-way = لا يمكن الدفع بهذه الطريقة. نرجو اختيار طريقة أخرى.
pay-receipt-pdf = تنزيل PDF
pay-fiscal-waiting = أُرسل الإيصال إلى صندوق الدفع. سيظهر رقمه الضريبي هنا تلقائيًا.
pay-fiscal-number = الرقم الضريبي
pay-fiscal-sign = التوقيع الضريبي
pay-fiscal-at = سُجّل في
pay-fiscal-check = التحقق من الإيصال
pay-because-missed = لأن أحدهم لم يحضر
pay-because-guarantee = لأنكم طلبتم ذلك
pay-method-points = نقاط
pay-step-points = دُفع { $amount } بالنقاط
pay-step-points-back = عادت إليكم نقاط بقيمة { $amount }
pay-step-kept = لن يُعاد { $amount } بعد كل شيء
pay-because-came = التأمين، لأنكم حضرتم
pay-cancel-back-points = الإلغاء الآن مجاني. تعود إليكم نقاط بقيمة { $total }.
pay-cancel-part-points = إذا ألغيتم الآن يُحتجز { $kept } وتعود إليكم نقاط بقيمة { $returned }.
pay-cancelled-kept-points = تم الإلغاء. احتُجز { $kept } وعادت إليكم نقاط بقيمة { $returned }.
points-title = النقاط
points-hint = يمكنكم أن تدفعوا بها ثمن ما تحجزونه وتطلبونه. يُستعمل أولًا ما ينتهي أولًا.
points-few = النقاط لا تكفي لذلك. اختاروا طريقة دفع أخرى من فضلكم.
points-not = عدم استعمال النقاط
points-rest = يبقى بعدها { $left } يُدفع بطريقة أخرى.
points-by = بالنقاط
points-left = المبلغ المستحق
points-have = { $n ->
    [zero] لا نقاط، { $amount }
    [one] نقطة واحدة بقيمة { $amount }
    [two] نقطتان بقيمة { $amount }
    [few] { $n } نقاط بقيمة { $amount }
    [many] { $n } نقطة بقيمة { $amount }
   *[other] { $n } نقطة بقيمة { $amount }
}
points-until = { $n ->
    [zero] لا نقاط، آخر يوم: { $day }
    [one] نقطة واحدة، آخر يوم: { $day }
    [two] نقطتان، آخر يوم: { $day }
    [few] { $n } نقاط، آخر يوم: { $day }
    [many] { $n } نقطة، آخر يوم: { $day }
   *[other] { $n } نقطة، آخر يوم: { $day }
}
points-use = { $n ->
    [zero] ادفعوا { $amount } بالنقاط ({ $n })
    [one] ادفعوا { $amount } بنقطة واحدة
    [two] ادفعوا { $amount } بنقطتين
    [few] ادفعوا { $amount } مقابل { $n } نقاط
    [many] ادفعوا { $amount } مقابل { $n } نقطة
   *[other] ادفعوا { $amount } مقابل { $n } نقطة
}
points-kept = { $n ->
    [zero] حُجزت النقاط لهذا ({ $n }) وتُستعمل عند الحجز.
    [one] حُجزت نقطة واحدة لهذا وتُستعمل عند الحجز.
    [two] حُجزت نقطتان لهذا وتُستعملان عند الحجز.
    [few] حُجزت { $n } نقاط لهذا وتُستعمل عند الحجز.
    [many] حُجزت { $n } نقطة لهذا وتُستعمل عند الحجز.
   *[other] حُجزت { $n } نقطة لهذا وتُستعمل عند الحجز.
}
points-book = { $n ->
    [zero] احجزوا بالنقاط ({ $n })
    [one] احجزوا بنقطة واحدة
    [two] احجزوا بنقطتين
    [few] احجزوا مقابل { $n } نقاط
    [many] احجزوا مقابل { $n } نقطة
   *[other] احجزوا مقابل { $n } نقطة
}
pay-part = دفع جزء فقط
pay-part-amount = كم، { $symbol }
pay-quote-free = الإلغاء الآن مجاني.
pay-quote-kept = إذا ألغيتم الآن يُحتجز { $kept }.
pay-quote-bill = يُحذف { $amount } من فاتورة الغرفة.
pay-quote-card = يعود { $amount } إلى بطاقتكم.
pay-quote-desk = يعيد إليكم المكتب { $amount }.
pay-quote-points = تعود إليكم نقاط بقيمة { $amount }.
pay-cancelled-kept-some = تم الإلغاء. احتُجز { $kept }، وما يعود مبيّن أدناه.
