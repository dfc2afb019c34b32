"""The repository tests itself: order, sizes, words, documents and what must never be committed."""
