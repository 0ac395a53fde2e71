"""Publishers that are killed, meet a failing disk or lose their power, and what is left of them.

`calls` counts every disk-changing call of a process, `failing` lets one of them fail, `recording`
writes them down, and `states` makes of such a record what a power cut could leave. `mother` is the
process that forks publishers, each with what was built before (`remembered`); `publishers` asks it
to. `standing` says what must hold afterwards. `planted` plants figures that tell of which
publication they are, and `reader` reads them in a process of its own.
"""
