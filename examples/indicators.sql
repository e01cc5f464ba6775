-- The 三公 of each department and year, from a dataset of juesuan, in DuckDB, in the folder of the dataset: duckdb < indicators.sql
-- Parquet has the types: codes are text, amounts are DECIMAL(38, 10). Sums of decimals are exact.
-- Budgets share the name, and 单位决算 tell of money that 部门决算 tell of too: one kind.
SELECT department_id, year, yuan
FROM 'indicators.parquet'
WHERE indicator = 'three-public/total' AND kind = '部门决算' AND status IN ('proved', 'uncontradicted', 'corrected')
ORDER BY department_id, year;

-- Any other line, here the 类 of each department's expenditure, is in the panel. From CSV: all as text, then cast. The sniffer would read
-- the code 05 as 5 and an amount as a DOUBLE.
SELECT department_id, CAST(year AS INTEGER) AS year, code, name, CAST(yuan AS DECIMAL(38, 2)) AS yuan
FROM read_csv('panel.csv', all_varchar = true)
WHERE form = 'expenditure' AND column_key = 'total' AND level = '类' AND kind = '部门决算'
ORDER BY department_id, year, code;
