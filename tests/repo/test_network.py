"""The tests cannot reach another machine."""

import socket

import pytest


def test_another_machine_is_out_of_reach():
    # 192.0.2.0/24 is reserved for documentation: nobody answers there.
    with socket.socket() as s, pytest.raises(RuntimeError, match="försökte nå"):
        s.connect(("192.0.2.1", 80))


def test_this_machine_is_within_reach():
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())
