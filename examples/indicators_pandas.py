"""The 三公 of each department and year, from a dataset of juesuan, in pandas: python3 examples/indicators_pandas.py dataset"""

import csv
import sys
from decimal import Decimal

import pandas as pd

folder = sys.argv[1] if len(sys.argv) > 1 else "dataset"

# Everything as text first: codes keep their zeros (05 is no 5), and no amount becomes a float.
# keep_default_na: "NA" and "null" may be names; only an empty field is missing.
indicators = pd.read_csv(
    f"{folder}/indicators.csv",
    dtype=str,
    keep_default_na=False,
    na_values=[""],
    encoding="utf-8-sig",
)
indicators["year"] = indicators["year"].astype("Int64")

# Exact sums: decimals, not floats. 0.1 + 0.2 is 0.30.
indicators["yuan"] = indicators["yuan"].map(Decimal, na_action="ignore")

# Without what is contradicted or unreadable. Budgets share the name, and 单位决算 tell of money that 部门决算 tell of too: one kind.
chosen = indicators[
    (indicators["indicator"] == "three-public/total")
    & (indicators["kind"] == "部门决算")
    & indicators["status"].isin(["proved", "uncontradicted", "corrected"])
]
writer = csv.writer(sys.stdout)
writer.writerow(["department_id", "year", "yuan"])
for row in chosen.sort_values(["department_id", "year"]).itertuples():
    writer.writerow([row.department_id, row.year, row.yuan])
