"""A process that gives up what a query must never reach: the network, and all the memory.

The engine cannot switch SERVICE off, nor stop at a limit of memory; the system can do both. What
is given up here stays given up for all threads that start later, and for the process's children.
"""

import ctypes
import os
import platform
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

# linux/prctl.h, linux/seccomp.h, linux/bpf_common.h, linux/audit.h
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _MODE_FILTER = 22, 38, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _DENY, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # deny: errno is EPERM
_MMAP_THRESHOLD = -3  # malloc.h
_NUMBER, _ARCHITECTURE = 0, 4  # where they stand in struct seccomp_data

# By machine: its audit number, and the numbers of socket, io_uring_setup (which opens sockets
# without a call of socket), execve and execveat, as in its asm/unistd.h.
_CALLS = {
    "x86_64": (0xC000003E, (41, 425, 59, 322)),
    "aarch64": (0xC00000B7, (198, 425, 221, 281)),
}
_X32 = 0x40000000  # numbers from here on are the same calls by another name on x86_64


def no_network() -> bool:
    """Forbid this process to open a socket or run a program; whether that is in force.

    By a seccomp filter (seccomp(2), Linux 3.5), which needs no privilege and cannot be taken back.
    Pipes and sockets that are open stay so. It binds the threads that start later: call it first.
    """
    machine = platform.machine()
    if sys.platform == "linux" and machine in _CALLS:
        _install(_program(*_CALLS[machine]))
    try:
        socket.socket().close()
    except PermissionError:
        return True
    return False


def _program(architecture: int, calls: tuple[int, ...]) -> bytes:
    """The filter in the kernel's small machine language (bpf(4)): code, jumps, value."""
    last = len(calls) + 1  # steps from the first test of a number to the verdict "deny"
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, last, 0, _X32),
        *((_EQUAL, last - 1 - at, 0, call) for at, call in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _DENY),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)


def _install(program: bytes) -> None:
    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))

    filters = Program(len(program) // 8, program)
    with suppress(OSError, AttributeError):
        prctl = ctypes.CDLL(None).prctl
        zero = ctypes.c_ulong(0)
        prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)
        prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_MODE_FILTER), ctypes.byref(filters), zero, zero)


def limit_memory(megabytes: int) -> bool:
    """Let this process take so much memory beyond what it has; whether that is in force.

    By RLIMIT_DATA, which counts private memory of every kind (setrlimit(2), Linux 4.7);
    RLIMIT_AS would also count the mapped files of the store. A crash leaves no core file.
    """
    try:
        import resource
    except ImportError:  # Windows
        return False
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return False
    pages = int(Path("/proc/self/statm").read_text().split()[5])  # data and stack, proc(5)
    most = pages * os.sysconf("SC_PAGE_SIZE") + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    return True


def give_back_memory() -> None:
    """Have what large answers took go back to the system at once (mallopt(3), glibc).

    By default the C library comes to keep blocks of up to 32 MB for itself, in pieces.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, 2**20)


def be_nice(steps: int) -> None:
    """Let other processes go first, so that who answers stays quick while this one works."""
    if hasattr(os, "nice"):
        os.nice(steps)
