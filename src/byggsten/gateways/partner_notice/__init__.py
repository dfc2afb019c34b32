"""Partners' notices: somebody tells that a person has come, before anybody here has met them."""
