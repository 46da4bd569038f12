# The search index: while it is being made, and as `doctor` tells of it.
index-title = Search · getting ready… { $percent } %
index-hint = so far: surname, phone, paper, №
index-hint-names = so far: surname or family №
index-nothing-found = Nobody found so far: the search is still getting ready and knows only the beginnings of surnames, phones, papers and numbers. In a moment it searches again by itself and then finds even a slip. Register nobody before it has.

cli-doctor-index = The search image ({ $megabytes } MB) is kept: the search is ready at once (changes since: { $changes })
cli-doctor-index-missing = There is no search image yet: the first desk makes and keeps one by itself
cli-doctor-index-outdated = The search image is out of date: the next desk makes a new one by itself
