"""From bytes to articles.

`files` walks what the command line names, `records` reads JSON, `html` and `warc` read web pages, `decode` turns bytes into
text. Inside the room a bad input is a `TwosourceError`; `files` turns it into a `Failure`, so that one bad input never stops
the others.
"""
