# The search box: everything else that it finds, what it is limited to, and which surname was meant.
box-acts = Акти
box-items = Речі
box-partners = Партнери
box-places = Місця складу
box-campaigns = Акції
box-lists = Іменовані списки
box-filters = Збережені фільтри
box-settlements = Населені пункти
box-districts = Старостинські округи
box-streets = Вулиці
box-staff = Працівники
box-commands = Команди
# A group of which only the best are shown: 5 of 12.
box-some = { $shown } з { $total }
box-jump = Tab — далі
box-meant = Може, це:
box-head = сім’я { $name }

box-all = Ins: усе
box-only-families = Ins: лише сім’ї
box-only-people = Ins: лише люди
box-only-open = Ins: лише відкриті
box-only-closed = Ins: лише закриті
box-nothing-limited = Серед цього нічого не знайдено: пошук обмежено. Ins — обмежити інакше, Esc двічі — шукати знову серед усього.
