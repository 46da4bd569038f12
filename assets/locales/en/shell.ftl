# What surrounds every screen: commands, footer, menu, help, dialogs.
terminal-too-small = The terminal is too small: it is { $now }, at least { $width }×{ $height } is needed. Enlarge the window or make the font smaller: everything open stays.

command-help = Help
command-help-help = what can be done on this screen
command-save = Save
command-save-help = save the form
command-open = Card
command-open-help = open the card of the family under the cursor
command-edit = Edit
command-edit-help = change what is under the cursor
command-new-family = Family
command-new-family-help = a new family: the typed text is already in the form
command-new-staff = Add
command-new-staff-help = a new colleague with a password
command-remove = Remove
command-remove-help = take the entry under the cursor out of the form
command-disable = Disable
command-disable-help = disable a colleague, or let a disabled one sign in again
command-menu = Menu
command-menu-help = all commands of this screen
command-exit = Exit
command-exit-help = leave the program
command-history = History
command-history-help = who changed or looked at this family, and when
command-staff = Staff
command-staff-help = colleagues, their roles and passwords
command-own-password = My password
command-own-password-help = change your own password
command-recover = Paper key
command-recover-help = sign in with the paper key when the password is forgotten
command-sign-out = Sign out
command-sign-out-help = close the desk: another person signs in next
command-theme = Colours
command-theme-help = dark, light, sixteen colours or none
command-language = Українською
command-language-help = switch to Ukrainian

refused-right = Your role does not allow you to { $right }. Ask the administrator.
refused-no-family = Find a family first: type a name and choose a row with the arrows.

leave-question = Leave Stiika?
leave-unsaved = The unsaved form stays as a draft: at your next sign-in you can go on with it or throw it away. Passwords are never in a draft.
leave-stay = Stay
leave-leave = Leave

menu-nothing = there is no such command here: clear the filter

help-title = Help · { $screen }
help-keys = Enter: next or open · Esc: back · Tab: next field · arrows, PgUp, PgDn, Home, End: move. Letters are never commands: they can be typed everywhere. Where the terminal takes F1 or F10 for itself, the same commands are in the F9 menu.
help-hotlines = Hotlines: { $text }
help-legal-basis = Legal basis: { $text }

screen-setup = first start
screen-sign-in = sign-in
screen-home = search
screen-registration = family form
screen-member = family member
screen-card = family card
screen-history = history
screen-staff = staff
screen-small-form = form
screen-window = window

help-setup = The first start makes the office's encrypted file and its first administrator. The paper key is shown once: copy it and put it in the safe. Without a password and without this key nobody can read the data.
help-sign-in = Type login and password. After a few wrong tries you have to wait, longer each time. If the desk is locked, sign in and everything opens as it was; somebody else may sign in too.
help-home = Type a name, phone, paper, address or family number in any order. Exact matches are on top, close ones below; the row says why it was found, and the letters that agree are underlined. Lists, filters, settlements, streets and commands are found here by their names too. ↓ goes to the rows; there Tab and digits go from group to group, a space or a letter leads back to the box. ↑ from the first row goes to the surnames that may have been meant. Ins limits the search: families, people, open, closed. Not found? F7: what you typed is already in the form of a new family; for a person without a family there is “New person” in the F9 menu. F8 undoes your last change. Unsaved forms are offered after the sign-in, and again by Enter in an empty search. F9 twice locks the desk.
help-registration = Enter or Tab: next field, PgDn: next section, F2: save. A date can be typed as digits: 12031987. Members are added a line each: “son Петро 12032015”, Enter. Phones, papers and categories likewise: type, Enter, the next one. Similar families on the register are shown beside; F3 opens the one under the cursor.
help-member = Everything about one person: papers, phones, own categories, consent, note. F2 returns to the family form; the disk is written by F2 in the form itself.
help-card = The whole family on one screen: members, addresses, papers, categories and what happened to it, newest first. The arrows go from line to line, Enter asks what happened: to a person, an address, a category or the whole family. F4 corrects the form, F8 undoes your last change. Former members, addresses and names stand below; “As on a day” in the F9 menu shows the card of a day.
help-history = Who changed or looked at what, when and at which desk. Entries of the journal can be neither changed nor erased. F8 undoes your own change under the cursor, and a merge of cards whoever did it.
help-staff = People of the office. F7 adds, F4 gives a role or a new password, F8 disables, and lets a disabled one sign in again. The last administrator cannot be disabled.
help-small-form = Fill the fields in and press F2. Esc closes without a change.
help-window = Arrows choose, Enter confirms, Esc closes.

theme-dark = dark colours
theme-light = light colours
theme-sixteen = sixteen colours
theme-plain = no colours
