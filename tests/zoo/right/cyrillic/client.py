"""Russian names and comments; the main thread waits, two others work."""

import argparse
import os
import queue
import socket
import sys
import threading

from framing import RELAY_LIMIT, LineTooLong, encode_line, read_lines

события = queue.Queue()  # «мы уходим», «сервер ушёл»


def безопасно(текст):
    управляющие = [*range(32), *range(127, 160)]
    return текст.translate({код: f"\\x{код:02x}" for код in управляющие})


def слушать(сокет):
    try:
        for строка in read_lines(сокет, RELAY_LIMIT):
            sys.stdout.write(безопасно(строка) + "\n")
            sys.stdout.flush()
    except (OSError, LineTooLong):
        pass
    события.put("сервер ушёл")


def печатать(сокет):
    ввод = sys.stdin.buffer
    try:
        while строка := ввод.readline():
            слова = строка.decode(errors="replace").rstrip("\r\n")
            if слова == "Bye!":
                break
            try:
                сокет.sendall(encode_line(слова))
            except ValueError as беда:
                print("Не отправлено:", беда, file=sys.stderr, flush=True)
        события.put("мы уходим")
        сокет.sendall(encode_line("Bye!"))
    except OSError:
        pass


def главная():
    разбор = argparse.ArgumentParser()
    разбор.add_argument("--host", default="127.0.0.1")
    разбор.add_argument("--port", default=14900, type=int)
    выбор = разбор.parse_args()
    try:
        сокет = socket.create_connection((выбор.host, выбор.port))
    except OSError as беда:
        print("Нет соединения:", беда, file=sys.stderr)
        return 1
    for работа in слушать, печатать:
        threading.Thread(target=работа, args=(сокет,), daemon=True).start()
    if события.get() == "сервер ушёл":
        print("Server closed the connection", flush=True)
        return 1
    try:
        события.get(timeout=0.5)  # сервер ещё может ответить
    except queue.Empty:
        pass
    print("Stopped everything", flush=True)
    return 0


if __name__ == "__main__":
    try:
        код = главная()
    except KeyboardInterrupt:
        код = 130
    os._exit(код)
