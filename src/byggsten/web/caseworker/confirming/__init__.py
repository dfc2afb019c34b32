"""The meeting about a plan: read it in two languages, take down what each says, print it."""
