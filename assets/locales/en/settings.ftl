# What the office has set: the fields, their faults, the settings screen.
field-setting-office-name = office name
field-setting-community = community
field-setting-lock-minutes = lock after, min
field-setting-draft-days = keep drafts, days
field-setting-hotlines = hotlines
field-setting-legal-basis = legal basis
field-setting-after-issue = printing after an issue
field-setting-usual-tare = usual tare, g

setting-fault-no-name = The office must have a name; nothing was changed.
setting-fault-lock-minutes = Minutes until the lock are a number from { $from } to { $to }: a desk must lock, its screen shows people's data.
setting-fault-draft-days = How many days drafts are kept is a number from { $from } to { $to }.
setting-fault-usual-tare = The usual tare is grams, a number from { $from } to { $to }; nothing was changed.
setting-fault-community = There is no such community in the codifier; nothing was changed. Begin its name and pick it from the list.
setting-fault-too-long = The text is too long: { $most } characters at most.

setting-changed-office-name = The office's name was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-community = The community was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-lock-minutes = The lock time was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-draft-days = The time that drafts are kept was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-hotlines = The hotlines were changed at another desk while the form was open; yours were not saved. Open the settings again.
setting-changed-legal-basis = The legal basis was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-after-issue = Printing after an issue was changed at another desk while the form was open; yours was not saved. Open the settings again.
setting-changed-usual-tare = The usual tare was changed at another desk while the form was open; yours was not saved. Open the settings again.

hotlines-default = 1547 human trafficking and domestic violence · 116 123 violence, discrimination · 102 police · 112 the common number
legal-basis-default = Law on social services 2671-VIII · Cabinet resolution No. 64 of 14.01.2026

command-settings = Settings
command-settings-help = the office's name, lock, drafts, hotlines, colours and language
settings-title = Settings of the office
settings-saved = The settings are saved; the other desks know them already.
settings-nothing-changed = Nothing was changed.
form-setting-office-name = Office name
form-setting-office-name-hint = Stands in the first line of every screen and on papers.
form-setting-community = Community
form-setting-community-hint = Begin its name and pick it: its settlements come first in lists.
form-setting-lock-minutes = Lock after, min
form-setting-lock-minutes-hint = How many minutes without a key a desk stays open: from 1 to 60.
form-setting-draft-days = Drafts, days
form-setting-draft-days-hint = How many days unsaved forms are kept: from 1 to 90.
form-setting-hotlines = Hotlines
form-setting-hotlines-hint = F1 shows them on every screen. Empty: those that the program knows.
form-setting-legal-basis = Legal basis
form-setting-legal-basis-hint = The law or order that the office works by; F1 shows it.
form-setting-after-issue = Print after issue
form-setting-after-issue-hint = Space or ←→: no: you print when wanted (F9), ask: the print window each time, always: straight to the printer.
form-setting-usual-tare = Usual tare, g
form-setting-usual-tare-hint = What the «−» key takes off when goods are weighed: from 1 to 5000 grams.
after-issue-never = no
after-issue-ask = ask
after-issue-always = always
form-setting-theme = Colours
form-setting-theme-hint = For you on this computer only; they change at once.
form-setting-language = Language
form-setting-language-hint = For you on this computer only; it changes at once.

command-keyboard = Keyboard
command-keyboard-help = see which keys reach the program
keyboard-title = Keyboard check
keyboard-text = Press every key in turn: those that arrive get a ✓. No command runs here, and what you type is not kept.
keyboard-nothing = Nothing was pressed yet.
keyboard-space = space
keyboard-is-command = { $key }: a command key, it arrived
keyboard-is-second = { $key }: another way to give a command, by the place of the key and not its letter
keyboard-is-letter = “{ $key }”: a character that goes into a field
keyboard-is-esc = Esc: once more closes the check
keyboard-is-key = { $key }: it arrived
keyboard-is-text = { $signs ->
    [one] Arrived together: { $signs } character
   *[other] Arrived together: { $signs } characters
}, digits among them: { $digits }; this is how a paste or a scanner comes in
keyboard-free = F1 or F10 did not arrive? The terminal keeps them. xfce4-terminal: Preferences → Advanced, disable the help key F1 and the menu key F10. GNOME Terminal: Preferences → General and Shortcuts, untick F10 and F1. The same commands are in the F9 menu.
keyboard-whole = Every key that the desk works with arrives.
keyboard-keys = Esc twice: close

command-new-paper = New key
command-new-paper-help = a new paper key instead of a lost one: the old one stops working
new-paper-question = A new paper recovery key will be made. The old sheet stops opening the register at once, even if you do not copy the new one; then make another in the same way. Have paper ready: the eight lines are shown once.
new-paper-keys = Enter: make a new key · Esc: keep the old one
new-paper-done = The new paper key is in force. Destroy the old sheet.
office-paper-made = The new key is made already and cannot be shown again: if it was not copied, make another.
staff-form-enable = Let sign in again: { $name }
staff-enabled = { $name } can sign in again, with the new password.

cli-about-staff-enable = Let a disabled member of staff sign in again, with a new password
cli-about-staff-paper-key = Make a new paper recovery key; the old one stops working
cli-staff-enabled = { $login } can sign in again, with the new password.
cli-staff-paper-key = The new recovery key: copy these eight lines onto paper, they are not shown again. The old sheet opens nothing any more.
cli-about-completions = Print the completions of commands for a shell
cli-arg-shell = shell: bash, zsh, fish, powershell, elvish
cli-about-man = Print the manual page (roff)
cli-man-title = Manual of Stiika
cli-man-name = Name
cli-man-synopsis = Usage
cli-man-status = Exit status
cli-man-status-done = 0: done
cli-man-status-refused = 1: refused or failed; one line says why
cli-man-status-usage = 2: the command is written wrongly
cli-doctor-keyboard = Whether the keys arrive is seen on the desk itself: F9 → Keyboard

deed-settings-changed = settings changed
deed-staff-enabled = a colleague may sign in again
deed-paper-key-made = a new paper key made
