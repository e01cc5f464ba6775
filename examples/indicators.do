* The 三公 of each department and year, from a dataset of juesuan, in Stata 16 or newer, in the folder of the dataset: do indicators.do
* Everything as text first: codes keep their zeros, and no amount becomes a float.
import delimited using "indicators.csv", clear encoding("utf-8") stringcols(_all) varnames(1) bindquotes(strict) maxquotedrows(unlimited)
destring year, replace
* Budgets share the name, and 单位决算 tell of money that 部门决算 tell of too: one kind.
keep if indicator == "three-public/total" & kind == "部门决算"
keep if inlist(status, "proved", "uncontradicted", "corrected")
* A double holds whole 分 exactly up to 90 trillion 元. float would hold seven digits.
generate double fen = round(real(yuan) * 100)
format fen %20.0f
sort department_id year
list department_id year fen
