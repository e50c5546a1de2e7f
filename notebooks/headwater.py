"""Asks the published tables: each call runs jobs/submit query and gives a pandas DataFrame."""

import io
import json
import os
import subprocess
from pathlib import Path

import pandas

ROOT = Path(__file__).resolve().parent.parent
WAREHOUSE = os.environ.get("HEADWATER_WAREHOUSE", str(ROOT / "warehouse"))


def query(sql=None, question=None, dates=(), lists=(), **parameters):
    """Rows of a SQL text, or of a question of jobs/sql, with its parameters.

    dates: columns to read as instants in UTC; lists: columns that hold JSON.
    """
    words = [str(ROOT / "jobs" / "submit"), "query", "--warehouse", WAREHOUSE, "--format", "csv"]
    words += ["--question", question] if question else [sql]
    for name, value in parameters.items():
        words += ["--param", f"{name}={value}"]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    rows = pandas.read_csv(io.StringIO(done.stdout))
    for column in dates:
        rows[column] = pandas.to_datetime(rows[column], utc=True)
    for column in lists:
        rows[column] = rows[column].map(json.loads)
    return rows
