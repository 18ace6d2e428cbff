"""Lays single files in an empty clone and lets the tools of the house judge them."""

import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def lay(clone: Path, path: str, text: str) -> None:
    """Put one file, and the tools, in the clone."""
    shutil.copytree(TOOLS, clone / "tools", ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
    file = clone / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def breaches_of(clone: Path, path: str, text: str) -> tuple[int, str]:
    """The exit code and the words of tools/law.py about a clone with this one file."""
    lay(clone, path, text)
    command = [sys.executable, str(clone / "tools" / "law.py"), str(clone / path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr
