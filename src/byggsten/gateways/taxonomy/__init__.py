"""The labour market's words, from JobTech's dumps."""
