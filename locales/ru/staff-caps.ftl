desk-cap-title = Кто сколько может записать на номер
desk-cap-slip = Личный листок
desk-cap-new-slip = Новый личный листок
