"""How people live, the reception and the municipal number."""
