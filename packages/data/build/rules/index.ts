import { claims } from './claims.ts';
import { codeLists } from './code-lists.ts';
import { codings } from './codings.ts';
import { coverage } from './coverage.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { evidence } from './evidence.ts';
import { offices } from './offices.ts';
import { quotations } from './quotations.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { sourceAgreement } from './source-agreement.ts';
import { wording } from './wording.ts';

/** Every rule, in the order problems are most useful to read. */
export const rules: readonly Rule[] = [
  dates,
  references,
  redirects,
  codeLists,
  evidence,
  sourceAgreement,
  quotations,
  wording,
  duplicates,
  offices,
  coverage,
  codings,
  claims,
];
export { runRules } from './rule.ts';
