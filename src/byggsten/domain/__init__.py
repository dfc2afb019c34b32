"""What is true: pure values and functions, without framework, file, network, clock or chance."""
