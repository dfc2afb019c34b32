"""School systems and registers of attendance: SS 12000 messages, and plain lists."""
