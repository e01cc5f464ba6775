# The 三公 of each department and year, from a dataset of juesuan, in R without packages: Rscript examples/indicators.R dataset
args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[[1]] else "dataset"

# Everything as text first: codes keep their zeros, and no amount becomes a double. Only an empty field is missing.
# encoding marks the text as UTF-8; fileEncoding would turn it into the language of this machine, and end at the first sign that has none there.
read <- function(name) {
  lines <- read.csv(file.path(folder, name), colClasses = "character", na.strings = "", encoding = "UTF-8", check.names = FALSE)
  # The byte order mark belongs to the file, not to its first column.
  names(lines)[[1]] <- sub("^[^a-z]*", "", names(lines)[[1]], useBytes = TRUE)
  lines
}
indicators <- read("indicators.csv")

# R has no decimals: doubles hold whole 分 exactly up to 90 trillion 元, and 元 with two places do not. Count in 分.
fen <- function(yuan) round(as.numeric(yuan) * 100)

# Budgets share the name, and 单位决算 tell of money that 部门决算 tell of too: one kind, written so that R reads it in any locale.
accounts <- "\u90e8\u95e8\u51b3\u7b97" # 部门决算
result <- subset(
  indicators,
  indicator == "three-public/total" & kind == accounts & status %in% c("proved", "uncontradicted", "corrected")
)
result$year <- as.integer(result$year)
result$fen <- fen(result$yuan)
write.csv(result[order(result$department_id, result$year), c("department_id", "year", "fen")], row.names = FALSE)
