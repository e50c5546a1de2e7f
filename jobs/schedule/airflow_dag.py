"""Airflow DAG: every night the articles of the last seven days, on Sundays the upkeep.

What is there already is passed over, so a night that failed is made up for by the next one.

Needs Airflow 2.4 or newer and nothing but its standard operators. Put it into the DAG folder and set
the Airflow variables headwater_home, headwater_input and headwater_warehouse.
"""

import subprocess
from datetime import date, datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.operators.python import PythonOperator, ShortCircuitOperator

HOME = "{{ var.value.headwater_home }}"
WAREHOUSE = "{{ var.value.headwater_warehouse }}"
INPUT = "{{ var.value.headwater_input }}"
DAYS = 7


def submit(home, words):
    """Runs a job; a mistake (2) or a failed gate (3) is for a person and is not tried again."""
    status = subprocess.run([home + "/jobs/submit", *words], check=False).returncode
    if status in (2, 3):
        raise AirflowFailException(f"exit status {status}: the last line of the log says why")
    if status != 0:
        raise AirflowException(f"exit status {status}")


def load(home, root, warehouse, last):
    """Loads the articles of the days up to the last; of {a,b} only folders that exist are read."""
    days = [date.fromisoformat(last) - timedelta(days=back) for back in range(DAYS)]
    folders = root + "/{" + ",".join(day.isoformat() for day in days) + "}"
    words = ["nightly", "--input", folders, "--warehouse", warehouse, "--day", last, "--wait", "2h"]
    submit(home, words)


with DAG(
    dag_id="headwater",
    description="Who copied whom in the news, and what happened to the numbers on the way",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    # A night that was skipped is run later, for its own day, one after the other.
    catchup=True,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
) as dag:
    nightly = PythonOperator(
        task_id="nightly",
        python_callable=load,
        op_args=[HOME, INPUT, WAREHOUSE, "{{ ds }}"],
    )
    on_sunday = ShortCircuitOperator(
        task_id="on_sunday",
        python_callable=lambda data_interval_end: data_interval_end.isoweekday() == 7,
    )
    maintain = PythonOperator(
        task_id="maintain",
        python_callable=submit,
        op_args=[HOME, ["maintain", "--warehouse", WAREHOUSE, "--keep", "30", "--wait", "2h"]],
    )
    nightly >> on_sunday >> maintain
