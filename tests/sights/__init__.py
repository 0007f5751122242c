"""What eyes see of the window, a part of it a file: the only test code that knows widgets."""
