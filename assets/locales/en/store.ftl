# Why the office file was not opened or written. Each sentence: what happened, what was kept, what to do.

store-no-file = There is no file { $path }. Check that the disk is connected, or name another file: --db FILE.
store-exists = { $path } exists already and was left as it is. Choose another name.
store-not-ours = { $path } does not open with this key: it is not a Stiika file, or it is damaged. Nothing was changed; restore a backup or choose another file.
store-not-encrypted = { $path } is not encrypted, so it is not a Stiika file. Nothing was changed; choose another file.
store-newer = A newer program wrote this file (file version { $found }, this program knows up to { $supported }). Nothing was changed; update Stiika on this computer.
store-no-slots = The key file { $path } is missing, and the data cannot be opened without it. The data itself is whole; put the key file back from a backup.
store-broken-slots = The key file { $path } is damaged. The data itself is whole; put the key file back from a backup.
store-weak-slot = Somebody weakened the protection of passwords in the key file { $path }, so it was not accepted. The data itself is whole; put the key file back from a backup.
store-slots-changed = Passwords were changed at another desk just now, and your change was not saved. Repeat it.
store-foreign-key = This key belongs to another office's file. Nothing was changed.
store-login-taken = Somebody else has this login already. Nothing was changed; choose another login.
store-no-slot = This person has no password here. Nothing was changed.
store-last-password = This is the office's last password: without it nobody could sign in. Nothing was changed; give another person a password first.
store-wrong-password = Login or password does not fit. Check the keyboard layout and Caps Lock and type it again.
store-wrong-recovery-key = The recovery key is written correctly, but it is not of this file or has been replaced by a newer one. Take the latest envelope.
store-mistyped-recovery-line = There is a mistake in line { $line } of the recovery key. Compare it with the paper and type that line again.
store-wait = Too many mistakes in a row. Wait { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } and type the password again.
store-network-file-system = The folder is on a network disk ({ $kind }), where records can get lost. Nothing was changed; keep the file on this computer's disk and come from others over SSH.
store-read-only = { $path } cannot be written to. Nothing was changed; ask the administrator for the right to write.
store-no-space = The disk is full: this was not saved, everything saved before is whole. Make room and repeat.
store-busy = Another desk is writing, so this was not saved. Wait a few seconds and repeat.
store-damaged = The office file is damaged on the disk. Nothing damaged was shown; close the program and restore a backup.
store-setting-refused = The protection "{ $name }" did not switch on, so the file was not opened. The data is whole; install the program again.
store-migration = The file could not be brought to version { $version }. It stays as it was before that step, with a copy beside it; call whoever installed the program.
store-constraint = The record breaks the rule "{ $name }", so it was not saved. All other data is whole; check what was typed.
store-no-row = This record is no more. Nothing was changed; refresh the list.
store-no-randomness = The system gave no random numbers, so no key was made. Nothing was changed; restart the computer and repeat.
store-io = The disk did not answer as it should ({ $kind }): this was not saved, everything saved before is whole. Check the disk and repeat.
store-sql = A mistake of the program ({ $code }): this was not saved, everything saved before is whole. Tell whoever installed the program.
