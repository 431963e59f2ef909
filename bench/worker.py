"""The inside of a measurement's own process: one request on stdin, one answer, the end.

The answer leaves by the original stdout; whatever libraries print goes to stderr. When stdin closes
the parent is gone, and so is this process: a killed run leaves nothing behind that disturbs others.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

from bench.cases import Settings
from bench.protocol import Limits


def main() -> None:
    """Answer the request."""
    answer_fd = os.dup(1)
    os.dup2(2, 1)
    request = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer = json.dumps(_answer(request), allow_nan=False)
    with os.fdopen(answer_fd, "w", encoding="utf-8") as out:
        out.write(answer)
    # Past the interpreter's own end, where libraries' threads may hang or crash.
    os._exit(0)


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    try:
        return _do(request)
    except Exception as error:  # a broken model is a result, and must not end the run
        lines = str(error).strip().splitlines() or [""]
        reason = f"{type(error).__name__}: {lines[0]}"[:500]
        return {"status": "error", "reason": reason}


def _do(request: dict[str, Any]) -> dict[str, Any]:
    # Inside, so that a broken installation is an answer too.
    import torch

    from bench import environment, measure

    if request["do"] == "describe":
        device = environment.choose_device(torch, request["device"])
        return {
            "device": device,
            "environment": environment.describe(torch, device),
            "models": environment.find_models(
                request["models"], request["excluded"], request["img_size"]
            ),
            "control": environment.find_models(request["control"], [], None),
        }
    settings = Settings(**request["settings"])
    limits = Limits(**request["limits"])
    model, img_size = request["model"], request["img_size"]
    if settings.device != "cpu":
        torch.cuda.set_device(settings.device)  # events are recorded on its stream
    if request["do"] == "fit":
        return measure.find_batch_size(torch, model, img_size, settings, limits)
    return measure.measure(torch, model, img_size, request["batch_size"], settings, limits)


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    main()
