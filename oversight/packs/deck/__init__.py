"""Slides to take away, written with python-pptx; imported only where a PPTX is made."""
