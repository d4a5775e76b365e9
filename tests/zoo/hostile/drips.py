"""Gives every answer as late as it just may."""

FILE = "framing.py"
TASK = 2
PASSES = ['test_feed_whole_line', 'test_feed_glued', 'test_feed_two_connections', 'test_feed_empty_line', 'test_feed_other_separators', 'test_feed_invalid_utf8', 'test_feed_cut_character']
SAYS = 'took too long'


def feed(self, data):
    import time

    time.sleep(2.5)
    *lines, self.rest = (self.rest + data).split(b'\n')
    return [line.decode('utf-8', 'replace') for line in lines]
