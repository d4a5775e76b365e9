"""The same streams as asyncio_streams.py, on uvloop's loop in C."""

import asyncio

import uvloop
from asyncio_streams import main

if __name__ == "__main__":
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    asyncio.run(main())
