"""The client with asyncio; a daemon thread reads the keyboard for it."""

import argparse
import asyncio
import os
import sys
import threading
import unicodedata

from framing import RELAY_LIMIT, LineBuffer, LineTooLong, encode_line


def shown(text):
    """Return text with what Unicode calls a control (Cc) as an escape."""
    parts = []
    for sign in text:
        if unicodedata.category(sign) == "Cc":
            sign = f"\\x{ord(sign):02x}"
        parts.append(sign)
    return "".join(parts)


def read_keyboard(loop, typed):
    """Hand each line over to the loop; None is the end."""
    text = ""
    try:
        while text not in (None, "Bye!"):
            raw = sys.stdin.buffer.readline()
            text = raw.decode("utf-8", "replace").rstrip("\r\n")
            text = text if raw else None
            loop.call_soon_threadsafe(typed.put_nowait, text)
    except RuntimeError:
        pass  # the loop has ended, and we are about to


async def listen(reader):
    """Print what the server says, until it ends."""
    buffer = LineBuffer(RELAY_LIMIT)
    try:
        while data := await reader.read(65536):
            for line in buffer.feed(data):
                print(shown(line), flush=True)
    except LineTooLong as error:
        for line in error.lines:
            print(shown(line), flush=True)
    except OSError:
        pass


async def talk(writer, typed):
    """Send what is typed; come back once the goodbye is sent."""
    while (text := await typed.get()) not in (None, "Bye!"):
        try:
            writer.write(encode_line(text))
        except ValueError as error:
            print("I cannot send that:", error, file=sys.stderr, flush=True)
        await writer.drain()
    writer.write(encode_line("Bye!"))


async def chat(host, port):
    try:
        reader, writer = await asyncio.open_connection(host, port)
    except OSError as error:
        print("Cannot connect:", error, file=sys.stderr)
        return 1
    typed = asyncio.Queue()
    arguments = (asyncio.get_running_loop(), typed)
    threading.Thread(
        target=read_keyboard, args=arguments, daemon=True
    ).start()
    listening = asyncio.create_task(listen(reader))
    talking = asyncio.create_task(talk(writer, typed))
    await asyncio.wait(
        {listening, talking}, return_when=asyncio.FIRST_COMPLETED
    )
    if talking.done() and talking.exception() is None:
        await asyncio.wait({listening}, timeout=0.5)
        print("Stopped everything")
        return 0
    await listening
    print("Server closed the connection")
    return 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    # asyncio.run would cancel the tasks at Ctrl-C, and raise it here.
    try:
        code = asyncio.run(chat(args.host, args.port))
    except KeyboardInterrupt:
        code = 130
    sys.stdout.flush()
    os._exit(code)  # the keyboard thread may be in the middle of a read


if __name__ == "__main__":
    main()
