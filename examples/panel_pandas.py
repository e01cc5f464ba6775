"""A panel of juesuan in pandas: python3 examples/panel_pandas.py dataset"""

import csv
import sys
from decimal import Decimal

import pandas as pd

folder = sys.argv[1] if len(sys.argv) > 1 else "dataset"

# Everything as text first: codes keep their zeros (05 is no 5), and no amount becomes a float.
# keep_default_na: "NA" and "null" may be names; only an empty field is missing.
panel = pd.read_csv(
    f"{folder}/panel.csv",
    dtype=str,
    keep_default_na=False,
    na_values=[""],
    encoding="utf-8-sig",
)
panel["year"] = panel["year"].astype("Int64")

# Exact sums: decimals, not floats. 0.1 + 0.2 is 0.30.
panel["yuan"] = panel["yuan"].map(Decimal, na_action="ignore")

# 本年支出合计 of each final account, without what is contradicted or unreadable.
total = panel[
    (panel["form"] == "income-expenditure-summary")
    & (panel["concept"] == "total-expenditure")
    & (panel["column_key"] == "expenditure")
    & panel["status"].isin(["proved", "uncontradicted", "corrected"])
]
writer = csv.writer(sys.stdout)
writer.writerow(["department_id", "year", "yuan"])
for row in total.sort_values(["department_id", "year"]).itertuples():
    writer.writerow([row.department_id, row.year, row.yuan])
