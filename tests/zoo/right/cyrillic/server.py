"""Russian names and comments; a postman (writer thread) for each guest."""

import argparse
import socket
import sys
import threading
import time

from framing import LineTooLong, encode_line, read_lines, ПРЕДЕЛ_РАССЫЛКИ

ПРОЩАНИЕ = "Bye!"
ЯЩИК = 3_000_000  # байтов, не больше
МИГ = 0.5  # секунды


class Гость:
    def __init__(self, номер, сокет):
        self.номер, self.сокет = номер, сокет
        self.перемена = threading.Condition()  # охраняет ящик и закрыт
        self.ящик = bytearray()
        self.закрыт = False
        self.почтальон = threading.Thread(
            target=self.разносить, name=f"почтальон {номер}"
        )
        self.почтальон.start()

    def положить(self, байты):
        """Никогда не ждёт; кто слишком отстал, того отключаем."""
        with self.перемена:
            if self.закрыт:
                return
            self.ящик += байты
            if len(self.ящик) > ЯЩИК:
                self.закрыт = True
                self.отключить()
            self.перемена.notify()

    def разносить(self):
        try:
            while True:
                with self.перемена:
                    while not self.ящик and not self.закрыт:
                        self.перемена.wait()
                    письмо, self.ящик = self.ящик, bytearray()
                if not письмо:
                    return
                self.сокет.sendall(письмо)
        except OSError:
            self.отключить()

    def отключить(self):
        try:
            self.сокет.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # уже отключён

    def проводить(self):
        """Последние слова, конец потока; потом закрыть."""
        with self.перемена:
            self.закрыт = True
            self.перемена.notify()
        self.почтальон.join(МИГ)
        срок = time.monotonic() + МИГ
        try:
            self.сокет.shutdown(socket.SHUT_WR)
            self.сокет.settimeout(МИГ)
            while self.сокет.recv(65536) and time.monotonic() < срок:
                pass
        except OSError:
            pass
        self.отключить()
        self.почтальон.join()
        self.сокет.close()


class ChatServer:
    def __init__(self, host="127.0.0.1", port=14900):
        self.слушатель = socket.create_server((host, port), backlog=512)
        self.address = self.слушатель.getsockname()[:2]
        self.замок = threading.Lock()  # охраняет гостей и порядок строк
        self.гости = {}
        self.хватит = threading.Event()
        self.потоки = []
        self.швейцар = threading.Thread(target=self.впускать)

    def start(self):
        self.швейцар.start()
        return self

    def __enter__(self):
        return self.start()

    def __exit__(self, *ошибка):
        self.close()

    def впускать(self):
        номер = 0
        while not self.хватит.is_set():
            try:
                сокет, _ = self.слушатель.accept()
            except OSError:
                self.хватит.wait(0.1)
                continue
            сокет.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            гость = Гость(номер, сокет)
            with self.замок:
                гость.положить(
                    encode_line(f"Server: you have received id {номер}")
                )
                self.гости[номер] = гость
            номер += 1
            поток = threading.Thread(target=self.беседовать, args=(гость,))
            поток.start()
            self.потоки = [п for п in self.потоки if п.is_alive()] + [поток]

    def беседовать(self, гость):
        try:
            for слова in read_lines(гость.сокет):
                self.разослать(гость, слова)
                if слова == ПРОЩАНИЕ or self.хватит.is_set():
                    break
        except LineTooLong:
            гость.положить(encode_line("Server: line too long"))
        except OSError:
            pass
        with self.замок:
            del self.гости[гость.номер]
        гость.проводить()

    def разослать(self, автор, слова):
        строка = encode_line(f"{автор.номер}:{слова}", ПРЕДЕЛ_РАССЫЛКИ)
        with self.замок:
            for гость in self.гости.values():
                if гость is not автор:
                    гость.положить(строка)

    def close(self):
        self.хватит.set()
        try:
            # Разбудить швейцара.
            socket.create_connection(self.address, timeout=1).close()
        except OSError:
            pass
        self.швейцар.join()
        self.слушатель.close()
        with self.замок:
            for гость in self.гости.values():
                гость.отключить()
        for поток in self.потоки:
            поток.join()


def главная():
    разбор = argparse.ArgumentParser()
    разбор.add_argument("--host", default="127.0.0.1")
    разбор.add_argument("--port", default=14900, type=int)
    выбор = разбор.parse_args()
    try:
        with ChatServer(выбор.host, выбор.port) as сервер:
            адрес, порт = сервер.address
            print("Сервер работает. Для остановки нажмите Ctrl-C.")
            print(f"Listening on {адрес}:{порт}", flush=True)
            while not сервер.хватит.wait(0.5):
                pass
    except KeyboardInterrupt:
        print("До свидания!")
        return 0
    except OSError as беда:
        print("Не могу слушать:", беда, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(главная())
