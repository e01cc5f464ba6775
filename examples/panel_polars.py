"""A panel of juesuan in polars: python3 examples/panel_polars.py dataset"""

import sys

import polars as pl

folder = sys.argv[1] if len(sys.argv) > 1 else "dataset"

# Parquet has the types: codes are text, amounts are DECIMAL(38, 10). Of CSV, ask for text: infer_schema=False.
panel = pl.scan_parquet(f"{folder}/panel.parquet")
total = (
    panel.filter(
        (pl.col("form") == "income-expenditure-summary")
        & (pl.col("concept") == "total-expenditure")
        & (pl.col("column_key") == "expenditure")
        & pl.col("status").is_in(["proved", "uncontradicted", "corrected"])
    )
    .select("department_id", "year", "yuan")
    .sort("department_id", "year")
)
print(total.collect())
