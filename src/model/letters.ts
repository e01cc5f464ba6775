/** A letter and the middle of its place, pt from the top left of the displayed page. */
export interface Letter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** All letters of a page, hidden ones too, in the order in which they are drawn. */
export interface PageLetters {
  /** Physical, from 1. */
  readonly number: number;
  readonly letters: readonly Letter[];
}
