"""What can be asked: frozen values for pages, reports and the command line; nothing here writes."""
