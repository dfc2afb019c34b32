"""What is remembered: tables with their constraints first, and nothing that judges."""
