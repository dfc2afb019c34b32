"""The doors to other systems: each folder reads or delivers one outside format, strictly."""
