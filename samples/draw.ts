/**
 * Draws every sample into this folder: `<stem>.pdf`; beside it `<stem>.expected.json`, what must be read out of it, from the declarations it
 * was drawn from; and `<stem>.findings.txt`, what is read out of it besides.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extractDisclosure } from '../src/pipeline.js';
import { beiguan } from './documents/beiguan-2024.js';
import { brokenTruncated } from './documents/broken-truncated.js';
import { hailingMarket } from './documents/hailing-market-2026.js';
import { lanxiWater } from './documents/lanxi-water-2024.js';
import { linheWater } from './documents/linhe-water-2023.js';
import { qingheCulture } from './documents/qinghe-culture-2022.js';
import type { Sample } from './documents/sample.js';
import { shanyinCourt } from './documents/shanyin-court-2021.js';
import { shiliangSportsBudget } from './documents/shiliang-sports-2024-budget.js';
import { shiliangSportsFinal } from './documents/shiliang-sports-2024-final.js';
import { tongbaiMarket } from './documents/tongbai-market-2020.js';
import { yuanshanCulture } from './documents/yuanshan-culture-2025.js';
import { findingsText } from './findings.js';

export const SAMPLES_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Every sample, drawn anew. */
export function drawSamples(): Sample[] {
  const market = tongbaiMarket();
  const accounts = [beiguan(), linheWater(), qingheCulture(), shanyinCourt(), market, brokenTruncated(market)];
  return [...accounts, yuanshanCulture(), lanxiWater(), hailingMarket(), shiliangSportsBudget(), shiliangSportsFinal()];
}

/** The files of a sample that are drawn, by name. */
export function sampleFiles({ stem, bytes, expected }: Sample): Map<string, Uint8Array> {
  return new Map([
    [`${stem}.pdf`, bytes],
    [`${stem}.expected.json`, Buffer.from(json(expected))],
  ]);
}

/** Indented, but what holds nothing deeper than a list on a line of its own. */
function json(value: unknown): string {
  const joined = (text: string) => text.replaceAll(/\n\s*/g, ' ');
  const indented = JSON.stringify(value, null, 2);
  return `${indented.replaceAll(/\[[^[\]{}]*\]/g, joined).replaceAll(/\{[^{}]*\}/g, joined)}\n`;
}

async function writeSamples(): Promise<void> {
  mkdirSync(SAMPLES_FOLDER, { recursive: true });
  for (const sample of drawSamples()) {
    for (const [name, bytes] of sampleFiles(sample)) writeFileSync(join(SAMPLES_FOLDER, name), bytes);
    const read = await extractDisclosure(sample.bytes, { name: `${sample.stem}.pdf` });
    writeFileSync(join(SAMPLES_FOLDER, `${sample.stem}.findings.txt`), findingsText(read));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeSamples();
