/** Points, in which everything on a page is measured, in an inch, in which pictures and prints are. */
export const POINTS_PER_INCH = 72;
