export type { Correction, Corrections } from '../schemas/corrections.js';
export { correctionsJsonSchema } from '../schemas/corrections.js';
export type {
  Disclosure,
  DisclosureColumn,
  DisclosureGridCell,
  DisclosureRow,
  DisclosureTable,
  DisclosureValue,
  Finding,
  Form,
} from '../schemas/disclosure.js';
export { disclosureJsonSchema, FORMS, parseDisclosure } from '../schemas/disclosure.js';
export type { Judgement, Triage } from '../schemas/triage.js';
export { triageJsonSchema } from '../schemas/triage.js';
export type { Reason } from './base/errors.js';
export { REASONS } from './base/errors.js';
export {
  type CropOptions,
  cropPicture,
  type OneCropOptions,
  openPictures,
  type PagePicture,
  type PictureOptions,
  Pictures,
} from './picture/pictures.js';
export type { ExtractOptions } from './pipeline/options.js';
export { extractDisclosure } from './pipeline.js';
