"""How much the desk takes on: sizes, counts and times. What lies beyond is refused, with the figure."""

from __future__ import annotations

LARGEST_UPLOAD = 60_000_000  # bytes of one request with files
LARGEST_FORM = 4_000_000  # bytes of any other request; an article has up to a million characters
LARGEST_CASE_FILE = 60_000_000  # bytes
MOST_ARTICLES = 60  # of one case
MOST_PARTS = 200  # fields and files of one form
MOST_MEMBERS = 500  # of one archive
LARGEST_UNPACKED = 200_000_000  # bytes of one archive's members together
LONGEST_NOTE = 2_000  # characters
LONGEST_NAME = 120  # characters
MOST_WAITING = 20  # comparisons that wait for a process
MOST_LISTED = 500  # files of the watched folder

START_SECONDS = 300  # that a process may take to load what it reads with
JOB_SECONDS = 600  # from its start, by the clock
MOVE_SECONDS = 10  # that a case waits for the process which has read it, before another one takes it
CHECK_SECONDS = 60  # of one check while somebody writes, by the clock
PROCESSOR = {"ready": 120, "begin": 300, "check": 30}  # seconds of processor time that each task of a process may use
MEMORY = 4_000_000_000  # bytes of address space of one process
