# Акції: права, слова в історії, чому не можна.
right-manage-campaigns = готувати акції й завершувати їх
right-serve = видавати на акції
office-not-allowed-manage-campaigns = Акції готує комірник або керівник, нічого не змінено. Зверніться до них.
office-not-allowed-serve = Ваша роль не дає видавати на акції, нічого не видано. Зверніться до адміністратора.

deed-campaign-made = створено акцію
deed-campaign-changed = змінено акцію
deed-campaign-cancelled = скасовано акцію
deed-campaign-ended = завершено акцію
deed-campaign-gathered = складено список акції
deed-campaign-expected = додано до списку акції
deed-campaign-unexpected = знято зі списку акції
deed-family-expected = додано до списку акції

campaign-fault-title = Назва акції порожня або довша за { $most } знаків, нічого не збережено. Впишіть назву.
campaign-fault-days = Акція закінчується { $until }, раніше, ніж починається ({ $from }); нічого не збережено. Виправте дату.
campaign-fault-no-goods = Не сказано, що отримує кожна сім’я, нічого не збережено. Додайте хоча б один рядок.
campaign-fault-item-twice = «{ $item }» стоїть у списку двічі, нічого не збережено. Залиште один рядок.
campaign-fault-no-such-campaign = Такої акції вже немає, нічого не змінено. Поверніться до списку акцій (Esc).
campaign-fault-not-under-way-planned = Акція ще триває, нічого не змінено.
campaign-fault-not-under-way-held = Акцію завершено, нічого не змінено. Видати можна звичайним актом (F5).
campaign-fault-not-under-way-cancelled = Акцію скасовано, нічого не змінено. Видати можна звичайним актом (F5).
campaign-fault-another-day = Акція триває з { $from } до { $until }, нічого не видано. Виправте дату.
campaign-fault-not-expected = Цієї сім’ї немає у списку акції, нічого не видано. Впишіть причину, щоб додати її, або Esc.
campaign-fault-nothing-for-them = За умовами акції цій сім’ї нічого не належить, нічого не видано.
