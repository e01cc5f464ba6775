* A panel of juesuan in Stata 16 or newer, in the folder of the dataset: do panel.do
* Everything as text first: codes keep their zeros, and no amount becomes a float.
import delimited using "panel.csv", clear encoding("utf-8") stringcols(_all) varnames(1) bindquotes(strict) maxquotedrows(unlimited)
destring year, replace
keep if form == "income-expenditure-summary" & concept == "total-expenditure" & column_key == "expenditure"
keep if inlist(status, "proved", "uncontradicted", "corrected")
* A double holds whole 分 exactly up to 90 trillion 元. float would hold seven digits.
generate double fen = round(real(yuan) * 100)
format fen %20.0f
collapse (sum) fen, by(department_id year)
list
