# Drafts of forms that are not saved, and the lock of the desk.
command-lock = Lock
command-lock-help = hide the screen, keep what is typed: F9 twice
command-drafts = Unsaved
command-drafts-help = unsaved forms: go on or discard
command-discard-draft = Discard
command-discard-draft-help = throw the unsaved form under the cursor away

screen-drafts = unsaved forms
help-drafts = Forms that were not saved in time: the power failed, the terminal closed, the desk was locked. What is typed goes into the encrypted file within two seconds, passwords never do. Enter opens the form just as it was. Only whoever typed a draft sees it. How many days drafts wait is set by the office.

draft-kind-family = new family
draft-kind-correction = correction
draft-kind-person = new person
draft-kind-person-correction = correction of a person
draft-kind-life = family event
draft-kind-staff = new colleague
draft-kind-entry = catalogue entry
draft-kind-settings = office settings

drafts-title = { $count ->
    [one] Unsaved form
   *[other] Unsaved forms · { $count }
}
drafts-keys = Enter — go on · F8 — discard · Esc — later · letters — search
drafts-loading = Looking for unsaved forms…
drafts-none = There are no unsaved forms.
home-unsaved = { $count ->
    [one] { $count } unsaved form: Enter shows it.
   *[other] { $count } unsaved forms: Enter shows them.
}

draft-continued = The form is as you left it at { $at }. It is not saved yet: F2.
draft-done = This form has been saved already.
draft-done-number = This form has been saved already: family { $number }.
draft-gone = This draft is gone.
draft-elsewhere = This form is open at another desk now. Close it there or wait a minute.
draft-elsewhere-too = Another desk went on with this form: what is typed here is not kept as a draft. Agree who saves it.
draft-unreadable = Another version of the program made this draft; it cannot be opened here. It stays where it is.
draft-not-kept = The draft of the form could not be written; press F2 as soon as you can. { $reason }

lock-locked = Locked { $at }
lock-locked-keeping = Locked { $at } · keeping what was typed…
lock-locked-kept = Locked { $at } · what was typed is kept as a draft
lock-locked-unkept = Locked { $at } · the typed text could not be written: do not switch off, sign in here
lock-back-unkept = The typed text could not be written to the disk; it is here in the form. Save it: F2.
lock-busy = A long task is under way: lock when it is over.
