#!/usr/bin/env bash
# The same tests with full counts, sizes and kills, the browser tests in any order, then the benchmarks; what they say is kept under today's date.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=.venv/bin/python
day=$(date -u +%Y-%m-%d)
mkdir -p results

"$python" tools/shape.py --check
"$python" -m pytest -m "not browser" --hypothesis-profile=full --durations=20 | tee "results/$day-tests.txt"
bash tools/chromium.sh
bash tools/push_service.sh .venv/push-service
"$python" -m pytest -m browser | tee "results/$day-browser.txt"  # shuffled, as `make browser` does not
"$python" -m bench | tee "results/$day-bench.txt"
echo "Written to results/$day-*.txt."
