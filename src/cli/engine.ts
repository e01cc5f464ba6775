import { Option } from 'commander';
import { ENGINE_CHOICES } from '../read/pdf/policy.js';

/** `--engine`: for audits; the default is right for all other work. */
export const engineOption = (): Option =>
  new Option('--engine <name>', 'which PDF engine reads: auto is pdfium, and pdfjs again where there is doubt; both is every page by both')
    .choices(ENGINE_CHOICES)
    .default('auto');
