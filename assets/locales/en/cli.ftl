# The command line: help, questions, results, faults.

cli-about = Stiika: the terminal desk of a social services office over one encrypted file
cli-about-demo = Make a demo office of invented people and open it (login demo, password demo)
cli-about-init = Make an empty office file with its first administrator; the recovery key is printed once
cli-about-import = Bring data in from a CSV or XLSX file: all of it or nothing
cli-about-export = Take data out into a file with the same columns that import reads
cli-about-find = Find people and families by name, phone, paper, date, address or number
cli-about-staff = Staff: who works here and what each may do
cli-about-staff-list = List everybody, disabled ones too
cli-about-staff-add = Add a member of staff
cli-about-staff-role = Give a member of staff another role
cli-about-staff-disable = Disable a member of staff: they can no longer sign in
cli-about-staff-password = Give a new password: to yourself or, with the right to manage staff, to somebody else
cli-about-doctor = Check the terminal, the file, the disk and the engine: what is wrong and how to mend it
cli-about-recover = Get in with the paper recovery key and give a member of staff a new password

cli-arg-db = the office file (else STIIKA_DB, else office.stiika in the user's data folder)
cli-arg-lang = language: uk or en
cli-arg-help = show this help
cli-arg-version = show the version
cli-arg-people = how many people to invent (5000)
cli-arg-seed = seed of chance: the same seed on the same day makes the same office (1)
cli-arg-no-open = only make it, do not open it
cli-arg-office = name of the office
cli-arg-community = community: its code in the national codifier, or its name
cli-arg-init-staff = login of the first administrator; with the password variable nothing is asked
cli-arg-name = the person's name as screens show it
cli-arg-staff = login of whoever runs the command; the password comes from STIIKA_PASSWORD_FILE, STIIKA_PASSWORD or the terminal
cli-arg-recover-staff = login of the administrator who gets a new password
cli-arg-kind = what: families, stock (receipts and write-offs), aid (what was given), events (sessions), attendance (who came)
cli-arg-import-file = a .csv file (UTF-8 or Windows-1251, comma or semicolon) or an .xlsx file
cli-arg-dry-run = only check and list, write nothing
cli-arg-format = csv or xlsx (else by the file's name, else csv)
cli-arg-output = where to write; without it, the standard output
cli-arg-query = what to look for; several words are one query
cli-arg-limit = how many of the best to show, 1 to 1000 (20)
cli-arg-json = answer with a JSON array
cli-arg-stdin = read queries from the standard input, one a line; a line of JSON for each
cli-arg-login = login of the member of staff
cli-arg-role = role: reception, storekeeper, trainer, case_worker, director, administrator

cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-help-columns = Columns of a families file; the first row names the columns, * must be there:

cli-usage-command = There is no command “{ $command }”; there are: { $known }.
cli-usage-value-of = { $argument } cannot be “{ $value }”; it can be: { $valid }.
cli-usage-value = “{ $value }” does not fit { $argument }.
cli-usage-value-missing = A value is missing after { $argument }.
cli-usage-missing = Missing: { $argument }.
cli-usage-conflict = { $argument } does not go together with { $other }.
cli-usage-unknown = There is no option { $argument }.
cli-usage-no-command = Another command must follow this one.
cli-usage-other = The command is not written right.
cli-usage-hint = For help add { $help }.

cli-ask-login = Login:
cli-ask-password = Password ({ $login }):
cli-ask-new-password = New password for { $login } (at least 10 characters):
cli-ask-again = The same password again:
cli-ask-office = Name of the office:
cli-ask-community = Community (code or name; Enter to say it later):
cli-ask-name = The administrator's name on screens:
cli-ask-paper = Recovery key, line { $line } of { $lines }:

cli-office-unnamed = Social services office
cli-init-done = Made { $path }. Below is the recovery key: copy it onto paper and put it into the safe, it will not be shown again.
cli-recover-done = { $login } has a new password. The recovery key stays valid.

cli-demo-office = Social services office (training)
cli-demo-name = Olena Navchalna
cli-demo-made = The demo office is made: { $path } (login demo, password demo)
cli-demo-progress = Inventing people…

cli-import-progress = Writing…
cli-import-done = Added: { $added }, new people: { $people }; changed records: { $changed }, unchanged: { $unchanged }.
cli-import-would = Checked, nothing written. To be added: { $added }, new people: { $people }; to be changed: { $changed }, unchanged: { $unchanged }.
cli-import-nothing = Nothing changed: the { $families } and { $people } of the file are on the register as they are.
cli-import-fault = Row { $row }: { $what }
cli-import-refused = { $count ->
    [one] { $count } fault; nothing was written. Correct the file and run again.
   *[other] { $count } faults; nothing was written. Correct the file and run again.
}
cli-import-notices = { $count ->
    [one] { $count } remark: worth a look, stops nothing.
   *[other] { $count } remarks: worth a look, they stop nothing.
}
cli-import-notices-hint = { $count ->
    [one] { $count } remark; to see it add --dry-run.
   *[other] { $count } remarks; to see them add --dry-run.
}
cli-export-done = Taken out: { $families }, { $people }.
cli-find-nothing = Nobody was found.

cli-staff-added = Added { $login } ({ $role }).
cli-staff-role = { $login } now has the role: { $role }.
cli-staff-disabled = { $login } can no longer sign in.
cli-staff-password = { $login } has a new password.
cli-staff-off-since = disabled since { $day }

cli-doctor-no-terminal = The output is no terminal, so the terminal was not checked
cli-doctor-term = Terminal { $term }
cli-doctor-term-wrong = Terminal “{ $term }” cannot draw a screen: open Stiika in an ordinary terminal or set TERM=xterm-256color
cli-doctor-size = Size { $columns }×{ $rows }
cli-doctor-size-wrong = Size { $columns }×{ $rows } is too small: enlarge the window to 80×24 or make the font smaller
cli-doctor-colours = Colours: { $colours }
cli-doctor-locale = Encoding { $locale }
cli-doctor-locale-wrong = Locale “{ $locale }” is not UTF-8, letters will break: set LANG=uk_UA.UTF-8
cli-doctor-engine = Stiika { $version }, SQLite { $sqlite }, SQLCipher { $cipher }
cli-doctor-engine-wrong = The engine will not do (SQLite { $sqlite }, SQLCipher { $cipher }): install Stiika { $version } again from its official source
cli-doctor-file = File { $path } is encrypted, { $megabytes } MB
cli-doctor-mode-wrong = { $path } is open to every user of this computer: run chmod o-rwx on it
cli-doctor-keys = { $count ->
    [one] The key file is in place: { $count } person can sign in
   *[other] The key file is in place: { $count } people can sign in
}
cli-doctor-keys-older = The key file { $path } is lost or broken, the one before it serves: sign in as an administrator and change anybody's password to write a new one
cli-doctor-no-paper = There is no paper recovery key: when the passwords are forgotten nobody will open the file
cli-doctor-folder = Folder { $path } is on this computer and can be written to
cli-doctor-free = Free disk { $megabytes } MB
cli-doctor-free-wrong = Only { $megabytes } MB of disk are free: make room, or saving will stop
cli-doctor-journal = { $count ->
    [one] The journal is whole: { $count } entry
   *[other] The journal is whole: { $count } entries
}
cli-doctor-journal-wrong = The journal is broken at entry { $entry }: change nothing and show the file to the administrator
cli-doctor-stock = { $count ->
    [one] The storeroom adds up: { $count } balance
   *[other] The storeroom adds up: { $count } balances
}
cli-doctor-stock-wrong = { $count ->
    [one] { $count } balance is not what the ledger adds up to: issue nothing and show the file to the administrator
   *[other] { $count } balances are not what the ledger adds up to: issue nothing and show the file to the administrator
}
cli-doctor-wrong = { $count ->
    [one] { $count } problem; the line with ✗ says how to mend it.
   *[other] { $count } problems; the lines with ✗ say how to mend them.
}

cli-fault-output = The result could not be written ({ $reason }); the office file was not changed by this.
cli-fault-no-login = It was not said who runs the command: add --staff LOGIN.
cli-fault-no-terminal = There is no terminal to ask on: set the variable { $variable }.
cli-fault-cancelled = Cancelled; nothing was changed.
cli-fault-secret-file = The file { $path } of the variable { $variable } is empty or cannot be read.
cli-fault-passwords-differ = The passwords differ; nothing was changed, try again.
cli-fault-community = There is no community “{ $code }” in the codifier: give its code or name.
cli-fault-no-home = No home folder was found: say where the file is with --db FILE.
cli-fault-folder = The folder { $path } could not be made: say another place with --db FILE.
cli-fault-workbook-on-terminal = A workbook is not for the screen: add -o FILE.
cli-fault-mistake = A mistake of the program ({ $place }). What was saved before stays; run the command again and tell the developers this place.

cli-import-alike = { $count ->
    [one] { $count } person resembles somebody on the register or earlier in the file. Nothing was written: decide on the screen, F9 → Import.
   *[other] { $count } people resemble somebody on the register or earlier in the file. Nothing was written: decide on the screen, F9 → Import.
}
