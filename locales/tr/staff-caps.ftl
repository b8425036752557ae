desk-cap-title = Kim odaya ne kadar yazabilir
desk-cap-slip = Kendi kartı
desk-cap-new-slip = Yeni kendi kartı
