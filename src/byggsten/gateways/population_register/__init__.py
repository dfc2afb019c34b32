"""The population register and other registers of people: who they are, their permits and households."""
