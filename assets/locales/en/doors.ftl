# The doors: first start, sign-in, paper key, staff.
command-sign-in = Sign in
command-sign-in-help = sign in with the typed login and password
command-next = Next
command-next-help = to the next step

# The last line of small forms.
small-form-keys = Enter: next · F2: save · Esc: back

# Fields.
form-office-name = Name
form-office-name-hint = For example: Lutsk City Centre of Social Services
form-community = Community
form-community-hint = Begin to type the name of the community or city and choose with the arrows. Leave it empty to skip.
form-staff-name = Name
form-staff-name-hint = As screens and history will name this person. For example: Олена Ковальчук
form-login = Login
form-login-hint = A short word to sign in with: letters, digits, dot, hyphen. Capital and small letters are the same.
form-own-login = Login
form-own-login-hint = The login that your administrator gave you. Capital and small letters are the same.
form-administrator-login = Login
form-administrator-login-hint = Login of the administrator who gets the new password.
form-password = Password
form-password-hint = Enter signs in
form-password-new = New password
form-password-new-hint = A few ordinary words are easier to remember than a jumble of signs: “seven pears by the bridge”.
form-password-again = Once more
form-password-again-hint = The same password a second time, so that no slip gets in.
form-role = Role
form-role-hint = Arrows or Space: another role
form-key-line = Line
form-key-line-hint = Capital and small letters, spaces and hyphens do not matter.
form-paper-1 = line 1
form-paper-1-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-2 = line 2
form-paper-2-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-3 = line 3
form-paper-3-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-4 = line 4
form-paper-4-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-5 = line 5
form-paper-5-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-6 = line 6
form-paper-6-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-7 = line 7
form-paper-7-hint = Type on: after eight signs the cursor moves on by itself.
form-paper-8 = line 8
form-paper-8-hint = Type on: after eight signs the cursor moves on by itself.

# Password.
password-rule = at least 10 characters, not all the same, not the login
password-rule-now = at least 10 characters (now { $count }), not all the same, not the login
password-rule-twice = the same both times
password-weak = The password is too simple: it needs at least 10 characters, not all the same and not the login.
password-differs = The passwords differ: type the same one a second time.

# The first start.
setup-progress = step { $step } of { $of }
setup-title-language = Мова · Language
setup-title-office = Your office
setup-title-community = Your community
setup-title-administrator = The first administrator
setup-title-summary = Everything is ready
setup-title-key = The paper key
setup-title-key-back = Is it all copied?
setup-language-text = Welcome to Stiika. In a few minutes the encrypted register of your office will stand here. Which language will you work in? You can change it at any time in the F9 menu.
setup-office-text = What is your office called? The name stands at the top of every screen.
setup-no-office = Write the name: there is no going on without it.
setup-community-text = Which community do you work in? Its settlements will come first in addresses.
setup-no-community = There is no such community in the codifier. Choose one from the list, or clear the field to skip.
setup-administrator-text = The administrator adds colleagues and gives them roles and passwords. If you are alone here for now, write yourself down.
setup-no-name = Write the name: it is seen in the history of every card.
setup-summary-text = Check that everything is right. The data will lie in one encrypted file on this computer: without a password nobody can read it.
setup-row-office = Office
setup-row-community = Community
setup-row-administrator = Administrator
setup-row-file = File
setup-community-none = not given
setup-create = Create the register
setup-creating = creating…
setup-key-text = Copy these eight lines onto paper and put it in the safe. If every password is forgotten, only this key opens the register. It will never be shown again.
setup-key-back-text = Type line { $line } from your paper: it shows that the key is copied correctly.
setup-key-back-wrong = This is not line { $line }: compare it with the paper and type it again. Esc shows the key once more.
setup-done = The register stands and you are signed in as its administrator. Add colleagues with F9 → Staff.
setup-keys-first = ↑↓: choose · Enter: next
setup-keys = Enter: next · Esc: back
setup-keys-summary = Enter: create · Esc: back
setup-keys-key = Enter: copied
setup-keys-key-back = Enter: check · Esc: show the key again

# Sign-in.
sign-in-title = Sign-in
sign-in-file = Register
sign-in-checking = checking…
sign-in-closed = { $seconds ->
    [one] Too many wrong tries in a row: wait { $seconds } more second.
   *[other] Too many wrong tries in a row: wait { $seconds } more seconds.
}
sign-in-no-login = Type the login.
sign-in-no-password = Type the password.
sign-in-forgotten = Forgot the password? F9 → Paper key
sign-out-unsaved = The unsaved form stays as a draft: at your next sign-in you can go on with it or throw it away. Passwords are never in a draft.
sign-out-leave = Sign out

# The paper key.
recovery-title = Sign-in with the paper key
recovery-text = Type the eight lines of the key, an administrator's login, and a new password for it.
recovery-line-wrong = There is a slip in this line: compare it with the paper.
recovery-no-administrator = There is no administrator with this login. Nothing was changed; check the login.
recovery-trying = trying the key…
recovery-done = The password is changed and you are signed in. Put the key back into the safe.

# Staff.
staff-title = Staff · { $count }
staff-loading = reading the list…
staff-column-name = Name
staff-column-login = Login
staff-column-role = Role
staff-column-state = State
staff-state-works = works
staff-state-oneself = this is you
staff-state-disabled = disabled { $day }
staff-form-add = A new colleague
staff-form-edit = { $name } · role and password
staff-form-own = My password
staff-role-allows = With this role one may { $rights }.
staff-password-stays = The password stays as it is if you type none.
staff-no-name = Write the colleague's name.
staff-no-login = Think of a login for the colleague to sign in with.
staff-saving = saving…
staff-nothing-changed = Nothing was changed.
staff-added = Added: { $name }, login { $login }. Tell them the password in person.
staff-role-done = { $name }: the role is now “{ $role }”.
staff-password-done = { $name }: the role is “{ $role }”, the password is new.
staff-own-password-done = Your password is changed: use the new one next time.
staff-disable-title = Disable a colleague
staff-disable-question = { $name } will not be able to sign in any more. Everything they did stays in the history.
staff-disable-oneself = This is yourself: after signing out you cannot sign in any more. Everything you did stays in the history.
staff-disable-keep = Keep
staff-disable-do = Disable
staff-disabled = { $name } can sign in no more.
staff-already-disabled = { $name } no longer works here: disabled { $day }.
