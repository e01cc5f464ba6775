/** A page whose picture would have more pixels than can be drawn. The page cannot be read by OCR, whatever the code does. */
export class OutOfPixels extends Error {
  override readonly name = 'OutOfPixels';
}

/** The memory of an engine is full. */
export class OutOfEngineMemory extends Error {
  override readonly name = 'OutOfEngineMemory';
}
