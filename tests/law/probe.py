"""Lays one file in an empty clone and lets tools/law.py judge it."""

import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def breaches_of(clone: Path, path: str, text: str) -> tuple[int, str]:
    """The exit code and the words of tools/law.py about a clone with this one file."""
    shutil.copytree(TOOLS, clone / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    file = clone / path
    file.parent.mkdir(parents=True)
    file.write_text(text)
    command = [sys.executable, str(clone / "tools" / "law.py"), str(clone / "src"), str(clone / "tests")]
    command = [part for part in command if not part.endswith(("src", "tests")) or Path(part).exists()]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr
