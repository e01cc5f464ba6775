import type { PdfiumApi } from '../src/read/pdf/pdfium/api.js';
import { Pdfium, startPdfium } from '../src/read/pdf/pdfium/library.js';

/** What gives a handle, and what takes it back. */
const PAIRS: readonly (readonly [give: keyof PdfiumApi, take: keyof PdfiumApi])[] = [
  ['malloc', 'free'],
  ['FPDF_LoadMemDocument', 'FPDF_CloseDocument'],
  ['FPDF_LoadPage', 'FPDF_ClosePage'],
  ['FPDFText_LoadPage', 'FPDFText_ClosePage'],
  ['FPDFPage_GetAnnot', 'FPDFPage_CloseAnnot'],
  ['FPDFPageObj_CreateTextObj', 'FPDFPageObj_Destroy'],
  ['FPDFBitmap_CreateEx', 'FPDFBitmap_Destroy'],
];
const TAKERS = new Set<string>(PAIRS.map(([, take]) => take));

/** The engine of this process, watched: which handles are out, how often it was called, and when it is to fail. */
export class CountedEngine {
  readonly engine: Pdfium;
  calls = 0;
  /** The number of the call that throws; none: Infinity. Taking back never fails. */
  failAt = Number.POSITIVE_INFINITY;
  /** What it throws. */
  failure: Error = new Error('injected');
  private readonly out = new Map<string, Set<number>>(PAIRS.map(([give]) => [give, new Set()]));

  private constructor(real: Pdfium) {
    const api: Record<string, (...args: number[]) => unknown> = {};
    for (const [name, call] of Object.entries(real.api) as [string, (...args: number[]) => unknown][]) {
      if (typeof call === 'function') api[name] = (...args) => this.call(name, call, args);
    }
    this.engine = new Pdfium(api as unknown as PdfiumApi, real.heap);
    // Its scratch memory serves as long as the engine does.
    this.out.get('malloc')?.clear();
  }

  static async start(): Promise<CountedEngine> {
    return new CountedEngine(await startPdfium());
  }

  /** Handles that nobody took back, by who gave them. */
  get leaks(): Record<string, number> {
    return Object.fromEntries([...this.out].filter(([, handles]) => handles.size > 0).map(([name, handles]) => [name, handles.size]));
  }

  private call(name: string, call: (...args: number[]) => unknown, args: number[]): unknown {
    if (++this.calls === this.failAt && !TAKERS.has(name)) throw this.failure;
    const result = call(...args);
    if (typeof result === 'number' && result !== 0) this.out.get(name)?.add(result);
    const taken = PAIRS.find(([, take]) => take === name);
    if (taken) this.out.get(taken[0])?.delete(args[0] ?? 0);
    return result;
  }
}
