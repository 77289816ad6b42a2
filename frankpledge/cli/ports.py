"""Takes a port, or says in a sentence why it cannot be had."""

import errno
import socket

from frankpledge.config.cannot import Cannot


def listen(host: str, port: int) -> socket.socket:
    """Taken before anything is built, and handed on open, so that nobody can take it between."""
    if not 0 < port < 65536:
        raise Cannot(f"{port} is not a port: choose a number from 1 to 65535.")
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.socket(family, kind)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(place)
        taken.listen(64)
    except OSError as error:
        raise Cannot(_why(host, port, error)) from error
    return taken


def _why(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is in use: stop what uses it, or choose another, such as "
            f"--port {port + 1 if port < 65535 else 8000}."
        )
    if error.errno == errno.EACCES:
        return f"Port {port} may not be used by this user: choose one above 1023."
    return f"Cannot listen on {host}, port {port}: {error.strerror}."
