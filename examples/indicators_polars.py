"""The 三公 of each department and year, from a dataset of juesuan, in polars: python3 examples/indicators_polars.py dataset"""

import sys

import polars as pl

folder = sys.argv[1] if len(sys.argv) > 1 else "dataset"

# Parquet has the types: codes are text, amounts are DECIMAL(38, 10). Of CSV, ask for text: infer_schema=False.
# Budgets share the name, and 单位决算 tell of money that 部门决算 tell of too: one kind.
chosen = (
    pl.scan_parquet(f"{folder}/indicators.parquet")
    .filter(
        (pl.col("indicator") == "three-public/total")
        & (pl.col("kind") == "部门决算")
        & pl.col("status").is_in(["proved", "uncontradicted", "corrected"])
    )
    .select("department_id", "year", "yuan")
    .sort("department_id", "year")
)
print(chosen.collect().write_csv(), end="")
