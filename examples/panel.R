# A panel of juesuan in R, without packages: Rscript examples/panel.R dataset
args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[[1]] else "dataset"

# Everything as text first: codes keep their zeros, and no amount becomes a double. Only an empty field is missing.
panel <- read.csv(file.path(folder, "panel.csv"), colClasses = "character", na.strings = "", fileEncoding = "UTF-8-BOM", check.names = FALSE)

# R has no decimals: doubles hold whole 分 exactly up to 90 trillion 元, and 元 with two places do not. Add up 分.
fen <- function(yuan) round(as.numeric(yuan) * 100)

total <- subset(
  panel,
  form == "income-expenditure-summary" & concept == "total-expenditure" & column_key == "expenditure" &
    status %in% c("proved", "uncontradicted", "corrected")
)
total$year <- as.integer(total$year)
total$fen <- fen(total$yuan)
result <- total[order(total$department_id, total$year), c("department_id", "year", "fen")]
print(result, row.names = FALSE)
