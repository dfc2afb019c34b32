"""The teachers' desk: the sessions that wait for their register, and the registers."""
