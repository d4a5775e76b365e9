"""What a child reports, and which form it must have.

A submission runs in the child, so it can write to the connection as well:
what has another form is not taken, and cannot trip the grader.
"""

MOST_TEXT = 300  # characters of a text, but for values

PLACE = {"file": str, "line": int, "function": str, "ours": bool}


def is_value(value: object) -> bool:
    """Return whether it is what `calls.plain` makes."""
    if not _has(value, {"type": str}) or set(value) != {"type", "data"}:
        return False
    kind, data = value["type"], value["data"]
    if isinstance(data, list):
        return all(map(is_value, data))
    if kind in ("str", "bytes") and data is not None:
        return isinstance(data, str) and _is_hex(data)
    return data is None or isinstance(data, str)


RAISED = {"raised": [str], "text": str, "lines": is_value, "places": [PLACE]}
FORMS = {
    "ready": [{}],
    "exception": [
        {"type": str, "text": str, "thread": str, "places": [PLACE]}
    ],
    "where": [{"threads": [lambda thread: _is_thread(thread)]}],
    "result": [
        {"value": is_value},
        RAISED,
        {**RAISED, "fed": int},
        {"fed": int},
        {"end": bool},
        {"address": [lambda part: type(part) in (str, int)]},
        {"left": [str]},
    ],
}


def check(message: object) -> dict:
    """Return a message; ValueError if it is none that a child sends."""
    if isinstance(message, dict):
        rest = {key: message[key] for key in message if key != "kind"}
        kind = message.get("kind")
        for form in FORMS.get(kind, []) if isinstance(kind, str) else []:
            if set(rest) == set(form) and _has(rest, form):
                if rest.get("raised") != []:
                    return message
    raise ValueError("this is no report")


def _is_thread(thread: object) -> bool:
    return _has(thread, {"name": str}) and (
        set(thread) == {"name"} or _has(thread, PLACE)
    )


def _has(value: object, form: dict) -> bool:
    """Return whether a value is a dictionary that holds all of a form."""
    return isinstance(value, dict) and all(
        key in value and _fits(value[key], part) for key, part in form.items()
    )


def _fits(value: object, form: object) -> bool:
    if isinstance(form, dict):
        return _has(value, form)
    if isinstance(form, list):
        return isinstance(value, list) and all(
            _fits(item, form[0]) for item in value
        )
    if form is str:
        return isinstance(value, str) and len(value) <= MOST_TEXT
    if isinstance(form, type):
        return type(value) is form
    return form(value)


def _is_hex(data: str) -> bool:
    try:
        bytes.fromhex(data)
    except ValueError:
        return False
    return True
