"""Course occasions of adult education, as the municipality's course finder lists them."""
