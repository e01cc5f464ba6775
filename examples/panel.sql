-- A panel of juesuan in DuckDB, in the folder of the dataset: duckdb < panel.sql
-- Parquet has the types: codes are text, amounts are DECIMAL(38, 10). Sums of decimals are exact.
SELECT department_id, year, sum(yuan) AS yuan
FROM 'panel.parquet'
WHERE form = 'income-expenditure-summary' AND concept = 'total-expenditure' AND column_key = 'expenditure'
  AND status IN ('proved', 'uncontradicted', 'corrected')
GROUP BY department_id, year
ORDER BY department_id, year;

-- From CSV: all as text, then cast. The sniffer would read the code 05 as 5 and an amount as a DOUBLE.
SELECT department_id, CAST(year AS INTEGER) AS year, CAST(yuan AS DECIMAL(38, 2)) AS yuan
FROM read_csv('panel.csv', all_varchar = true)
WHERE form = 'three-public' AND column_key = 'final.total';
