"""Tells what it does on stdout and on stderr; clumsy, and right."""

import argparse
import socket
import sys
import threading
import time

from framing import *
from framing import RELAY_LIMIT

print("*" * 40)
print("*      MY   CHAT   SERVER   v 0.3      *")
print("*" * 40, flush=True)


def log(*what):
    """On both, to be sure."""
    print("[log]", *what, flush=True)
    print("[" + time.ctime() + "]", *what, file=sys.stderr, flush=True)


class ChatServer(object):
    def __init__(self, host="127.0.0.1", port=14900):
        log("making the server", host, port)
        self.s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":
            self.s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.s.bind((host, port))
        self.s.listen(200)
        self.address = self.s.getsockname()
        self.lock = threading.Lock()
        self.list = []
        self.n = 0
        self.threads = []
        self.stop = False
        self.t = threading.Thread(target=self.run)

    def start(self):
        self.t.start()
        return self

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, a, b, c):
        self.close()

    def run(self):
        log("the accept thread runs")
        while self.stop == False:
            try:
                c, a = self.s.accept()
            except OSError as e:
                log("accept did not work!!", e)
                time.sleep(0.1)  # nothing tells when a descriptor is free
                continue
            if self.stop == True:
                c.close()
                break
            log("somebody comes from", a)
            c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            d = {}
            d["id"] = self.n
            d["socket"] = c
            d["out"] = b"Server: you have received id %d\n" % self.n
            d["open"] = True
            d["cond"] = threading.Condition(self.lock)
            self.n = self.n + 1
            t1 = threading.Thread(target=self.reading, args=(d,))
            t2 = threading.Thread(target=self.writing, args=(d,))
            d["t2"] = t2
            self.lock.acquire()
            self.list.append(d)
            self.threads = [t for t in self.threads if t.is_alive()]
            self.threads.append(t1)
            self.lock.release()
            t2.start()
            t1.start()
        self.s.close()
        log("the accept thread is over")

    def reading(self, d):
        try:
            for line in read_lines(d["socket"]):
                log("client", d["id"], "says:", line[:30])
                self.tell_all(d, line)
                if line == "Bye!":
                    log("client", d["id"], "has said goodbye :-(")
                    break
                if self.stop == True:
                    log("enough now, client", d["id"])
                    break
        except LineTooLong:
            log("client", d["id"], "talks too much")
            with self.lock:
                d["out"] += b"Server: line too long\n"
        except OSError as e:
            log("client", d["id"], "is broken:", e)
        with self.lock:
            d["open"] = False
            if d in self.list:
                self.list.remove(d)
            d["cond"].notify()
        d["t2"].join(0.5)
        try:
            d["socket"].shutdown(socket.SHUT_WR)
            d["socket"].settimeout(0.5)
            t = time.time()
            while time.time() < t + 0.5:
                x = d["socket"].recv(100000)
                if len(x) == 0:
                    break
        except OSError as e:
            log("could not say goodbye to", d["id"], e)
        try:
            d["socket"].shutdown(socket.SHUT_RDWR)
        except OSError as e:
            log("no second shutdown", e)
        d["t2"].join()
        d["socket"].close()
        log("client", d["id"], "is gone, there are", len(self.list), "left")

    def tell_all(self, author, line):
        data = encode_line(str(author["id"]) + ":" + line, RELAY_LIMIT)
        with self.lock:
            for d in self.list[:]:
                if d["id"] != author["id"]:
                    if len(d["out"]) + len(data) > 2000000:
                        log("client", d["id"], "sleeps, away with it")
                        d["open"] = False
                        self.list.remove(d)
                        try:
                            d["socket"].shutdown(socket.SHUT_RDWR)
                        except OSError:
                            log("it was gone")
                    else:
                        d["out"] += data
                    d["cond"].notify()

    def writing(self, d):
        while True:
            with self.lock:
                while d["out"] == b"" and d["open"] == True:
                    d["cond"].wait()
                data = d["out"]
                d["out"] = b""
            if data == b"":
                log("nothing more for", d["id"])
                return
            while data != b"":
                try:
                    n = d["socket"].send(data[:10000])
                except OSError as e:
                    log("cannot write to", d["id"], e)
                    try:
                        d["socket"].shutdown(socket.SHUT_RDWR)
                    except OSError as e:
                        log("nor shut it down", e)
                    return
                data = data[n:]

    def end_reading(self, d):
        try:
            d["socket"].shutdown(socket.SHUT_RD)
        except OSError as e:
            log("it was gone already", e)

    def close(self):
        log("closing")
        self.stop = True
        try:
            socket.create_connection(self.address, 1).close()
        except OSError as e:
            log("nobody wakes accept", e)
        self.t.join()
        with self.lock:
            for d in self.list:
                d["out"] += b"Server: good night\n"
                d["cond"].notify()
                self.end_reading(d)
            ts = self.threads[:]
        for t in ts:
            t.join()
        log("closed")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("--host", default="127.0.0.1")
    p.add_argument("--port", default=14900, type=int)
    a = p.parse_args()
    try:
        server = ChatServer(a.host, a.port)
    except OSError as e:
        print("ERROR!", e, file=sys.stderr)
        sys.exit(1)
    server.start()
    print("Now it begins.")
    print("Listening on %s:%d ... press Ctrl-C to stop" % server.address)
    sys.stdout.flush()
    try:
        while True:
            time.sleep(1)
    except KeyboardInterrupt:
        print("You pressed Ctrl-C")
    server.close()
    print("Good night!")
