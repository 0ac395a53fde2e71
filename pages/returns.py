"""Returns: how figures come in; for staff the way to check, rehearse, publish and undo."""

from oversight import filters, panels, sign_in

now = filters.chosen()
# Asked here and not only by the frame: nobody without the right is drawn anything that writes.
who = sign_in.principal()

kind = panels.send_or_read(now, who)
panels.about_returns(now, who, kind)
