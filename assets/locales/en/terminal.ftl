# What the program says when there is no terminal, it refuses, or the program made a mistake.
terminal-needed = The desk needs a terminal: start it in a terminal window, without redirecting its input or output. Nothing was changed.
terminal-fault = The terminal refused ({ $reason }). What was saved is in the file; open a terminal window again and start Stiika once more.
terminal-mistake = Stiika made a mistake at { $place } and closed. Everything it called saved is kept; start it again and give this line to whoever looks after the program.
terminal-fell = Stiika closed because of a mistake of its own. What was saved is kept; start it again.
