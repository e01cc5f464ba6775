import { PDFiumModule } from '@hyzyla/pdfium';
import { EngineCrashed, OutOfEngineMemory } from '../../errors.js';
import type { PdfiumApi, Pointer } from './api.js';

/** Bytes of memory for what PDFium hands back through pointers. */
const SCRATCH = 256;
/** Bytes. WebAssembly counts its memory in these. */
const WASM_PAGE = 65_536;

/** PDFium's memory; emscripten replaces the view whenever the memory grows. */
interface Heap {
  readonly HEAPU8: Uint8Array;
}

/** What is used of WebAssembly's own memory object: Node's types lack it. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const cString = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`);

/** PDFium compiled to WebAssembly: its functions and its memory. One serves the whole process; its memory grows and never shrinks. */
export class Pdfium {
  /** A few words that every caller may write over between two calls. */
  readonly scratch: Pointer;
  /** A C string that every mark is asked for. */
  readonly actualText: Pointer;
  /** It crashed: its memory is in an unknown state, nothing of it may be used again. */
  broken = false;
  private views: Numbers;
  /** Bytes to which the memory may grow. */
  private ceiling = Number.POSITIVE_INFINITY;
  /** Growth was refused since the ceiling was set. */
  private exhausted = false;

  constructor(
    readonly api: PdfiumApi,
    readonly heap: Heap,
  ) {
    this.scratch = this.allocate(SCRATCH);
    this.actualText = this.copyIn(cString('ActualText'));
    this.views = numbersAt(heap, this.scratch);
  }

  /** @throws OutOfEngineMemory when PDFium's memory (2 GB, or less `within` a limit) is full */
  allocate(bytes: number): Pointer {
    const at = this.api.malloc(bytes);
    if (at === 0) throw new OutOfEngineMemory(`PDFium has no ${bytes} bytes left`);
    return at;
  }

  /** The caller frees what comes back. @throws OutOfEngineMemory */
  copyIn(bytes: Uint8Array): Pointer {
    const at = this.allocate(bytes.length);
    this.heap.HEAPU8.set(bytes, at);
    return at;
  }

  /** Calls `use` with a C string, freed afterwards. */
  withString<T>(text: string, use: (at: Pointer) => T): T {
    const at = this.copyIn(cString(text));
    return this.guard(
      () => use(at),
      () => this.api.free(at),
    );
  }

  /**
   * Calls `use`; meanwhile the memory grows to `bytes` at most, for PDFium itself sets no bounds to what a page makes of it. Where that is
   * not enough it may crash or leave something out: either way nothing of it may be used again.
   * @throws OutOfEngineMemory, and what `use` throws
   */
  within<T>(bytes: number, use: () => T): T {
    this.ceiling = bytes;
    try {
      const result = this.guard(use);
      if (this.exhausted) throw this.outOfMemory();
      return result;
    } finally {
      this.ceiling = Number.POSITIVE_INFINITY;
      this.exhausted = false;
    }
  }

  /** Asked before the memory grows to so many bytes. */
  mayGrowTo(bytes: number): boolean {
    if (bytes > this.ceiling) this.exhausted = true;
    return bytes <= this.ceiling;
  }

  private outOfMemory(cause?: unknown): OutOfEngineMemory {
    this.broken = true;
    return new OutOfEngineMemory(`it takes more than ${Math.round(this.ceiling / 1e6)} MB to read`, { cause });
  }

  /**
   * Calls `use` and then `release`, whatever `use` throws; after a crash nothing of PDFium is called any more.
   * @throws EngineCrashed, and what `use` throws
   */
  guard<T>(use: () => T, release: () => void = nothing): T {
    try {
      return use();
    } catch (cause) {
      if (!isTrap(cause)) throw cause;
      if (this.exhausted) throw this.outOfMemory(cause);
      this.broken = true;
      throw new EngineCrashed(cause.message, { cause });
    } finally {
      if (!this.broken) release();
    }
  }

  /** UTF-16 with a terminating zero, as PDFium writes text; `bytes` counts both. */
  textAt(at: Pointer, bytes: number): string {
    return Buffer.from(this.heap.HEAPU8.buffer, at, Math.max(0, bytes - 2)).toString('utf16le');
  }

  /** Calls `use`, and where it throws, `undo`. */
  attempt<T>(use: () => T, undo: () => void): T {
    try {
      return this.guard(use);
    } catch (cause) {
      if (!this.broken) undo();
      throw cause;
    }
  }

  /** Numbers in the scratch memory, counted in their own size. */
  float(index: number): number {
    return this.numbers().floats[index] ?? 0;
  }

  setFloat(index: number, value: number): void {
    this.numbers().floats[index] = value;
  }

  double(index: number): number {
    return this.numbers().doubles[index] ?? 0;
  }

  integer(index: number): number {
    return this.numbers().integers[index] ?? 0;
  }

  /** Memory that has grown is new memory: views of what it was before are empty. */
  private numbers(): Numbers {
    if (this.views.floats.length === 0) this.views = numbersAt(this.heap, this.scratch);
    return this.views;
  }
}

/** The scratch memory as numbers. */
interface Numbers {
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
  readonly integers: Uint32Array;
}

/** The heap's own views are found by name among hundreds: too slow for every number. */
function numbersAt({ HEAPU8: { buffer } }: Heap, at: Pointer): Numbers {
  return {
    floats: new Float32Array(buffer, at, SCRATCH / 4),
    doubles: new Float64Array(buffer, at, SCRATCH / 8),
    integers: new Uint32Array(buffer, at, SCRATCH / 4),
  };
}

const nothing = () => {};

/** Whether PDFium aborted, broke a rule of WebAssembly (its `RuntimeError`) or ran out of stack. */
function isTrap(cause: unknown): cause is Error {
  if (!(cause instanceof Error)) return false;
  return cause.name === 'RuntimeError' || (cause.name === 'RangeError' && /call stack/i.test(cause.message));
}

let current: Promise<Pdfium> | null = null;

/** PDFium of this process, started when first needed and again after it crashed. */
export async function startPdfium(): Promise<Pdfium> {
  const pdfium = await (current ?? start());
  return pdfium.broken ? start() : pdfium;
}

function start(): Promise<Pdfium> {
  current = load();
  return current;
}

async function load(): Promise<Pdfium> {
  // PDFium must not write into our output: emscripten prints to the console otherwise.
  const quiet: object = { print: () => {}, printErr: () => {} };
  const module = (await PDFiumModule(quiet)) as unknown as Heap & { wasmExports: PdfiumApi & { memory: WasmMemory } };
  module.wasmExports.FPDF_InitLibraryWithConfig(0);
  const pdfium = new Pdfium(module.wasmExports, module);
  askBeforeGrowing(module.wasmExports.memory, pdfium);
  return pdfium;
}

/** Emscripten's own limit is that of the address space. It takes an error of `grow` for memory that the machine does not have. */
function askBeforeGrowing(memory: WasmMemory, pdfium: Pdfium): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (!pdfium.mayGrowTo(memory.buffer.byteLength + pages * WASM_PAGE)) throw new RangeError('the memory may not grow');
    return grow(pages);
  };
}
