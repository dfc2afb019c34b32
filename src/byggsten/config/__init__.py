"""How an installation is set up: read once from the environment, loudly when something is wrong."""
