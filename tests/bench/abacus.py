"""An interpreter that answers as a worker does, at once and without torch."""

from __future__ import annotations

import sys
from pathlib import Path

WORKER = '''#!{python} -S
"""Stands where an interpreter with torch and timm would: answers from a table of models."""
import json, os, sys, time

MODELS = [f"model_{{number}}" for number in range(8)] + ["resnet18"]
request = json.loads(sys.stdin.readline())
if request["do"] == "describe":
    answer = {{
        "device": "cpu",
        "environment": {{
            "device": {{"kind": "cpu", "name": "Abacus", "count": 1, "memory_mib": None}},
            "host": {{"cpu_model": "Abacus", "cpu_count": 2, "memory_mib": 1024, "os": "Linux",
                      "python": "3.11.7"}},
            "software": {{"torch": os.environ.get("ABACUS_TORCH", "2.9.1"), "timm": "1.0.31",
                          "cuda": None, "cudnn": None, "threads": 2}},
            "optional": {{"rich": None, "nvidia-ml-py": None}},
            "unsupported_precisions": {{"tf32": "an abacus has no tf32"}},
        }},
        "models": [[name, 224] for name in MODELS[:8]
                   if "model_*" in request["models"] or name in request["models"]],
        "control": [[name, 224] for name in request["control"]],
    }}
elif request["do"] == "fit":
    answer = {{"batch_size": 48, "stopped_by": "memory"}}
elif request["model"] == "model_6":
    os.kill(os.getpid(), 11)
elif request["model"] == "model_7":
    time.sleep(60)
else:
    time.sleep(0.02)
    step_ms = 10.0 + len(request["model"])
    for slow in os.environ.get("ABACUS_SLOW", "none:1").split(","):
        name, _, factor = slow.partition(":")
        if name in (request["model"], "all"):
            step_ms *= float(factor)
    answer = {{"status": "ok", "reason": None, "is_low_n": False, "sample_count": 3,
               "samples_per_second": request["batch_size"] / step_ms * 1000,
               "step_time_ms": step_ms, "samples_ms": [step_ms] * 3}}
print(json.dumps(answer))
'''


def make_abacus(folder: Path) -> str:
    """Path of that interpreter. It knows model_0 to model_7; 6 crashes and 7 never ends.

    ABACUS_TORCH is the version of torch that it claims; ABACUS_SLOW names models, or all, each with
    a factor for its step time: all:1.1,model_3:1.5.
    """
    path = folder / "abacus"
    path.write_text(WORKER.format(python=sys.executable))
    path.chmod(0o755)
    return str(path)
